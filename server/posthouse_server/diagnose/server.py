"""Checks of the server itself: does it run, do its listeners answer, is it of this version, was it tested."""

from __future__ import annotations

import platform
import socket
import ssl
from datetime import UTC, datetime, timedelta

from posthouse_server import __version__
from posthouse_server.diagnose.finding import Verdict, bad, good, note, warning
from posthouse_server.diagnose.subject import Subject
from posthouse_server.policy.networks import parse_client
from posthouse_server.settings.schema import Tls
from posthouse_server.store.nodes import Node, NodeState

TIMEOUT_S = 5.0
_SILENT_AFTER = timedelta(seconds=15)
_MOST_BYTES = 1000
_DOWN = "Not checked: the server is not running."
_START = "Start it: Action > Start, or posthousectl start."
_MOST_ADDRESSES = 4


def running(subject: Subject) -> Verdict:
    """Does the server run, is it well, and does it obey the newest settings?"""
    status, node = subject.status, subject.status.node
    if status.state is NodeState.FAILED:
        return bad(f"The server has failed: {status.detail or 'its log says why'}", "Mend that, then start it again.")
    if status.state in (NodeState.STARTING, NodeState.STOPPING):
        return warning(f"The server is {status.state.value}.", "Run the checks again in a moment.")
    if node is None or status.state is NodeState.STOPPED:
        return bad("The server is stopped: no mail is accepted, and none is delivered.", _START)
    if subject.fault or status.detail:
        return bad(f"It runs, but something is wrong: {subject.fault or status.detail}",
                   "Correct the settings in SMTP Properties, or go back to a revision that worked (node History).")
    if node.alarms:
        return bad(f"It runs, but {_alarms(node)}", "The node of the server shows what to do about each alarm.")
    silent = datetime.now(UTC) - node.heartbeat_at
    if silent > _SILENT_AFTER:
        return warning(f"It runs, but has not reported for {silent.total_seconds():.0f} s.",
                       "It may hang, or the computer was asleep. If it stays so, restart it.")
    return good(f"It has run since {node.started_at.astimezone():%Y-%m-%d %H:%M} (process {node.pid}), and obeys revision "
                f"{node.revision}.")


def _alarms(node: Node) -> str:
    number = len(node.alarms)
    return f"{number} {'alarm stands' if number == 1 else 'alarms stand'}: {' '.join(alarm.text for alarm in node.alarms)}"


def listeners(subject: Subject) -> Verdict:
    """Does every listener greet?"""
    node = subject.status.node
    if subject.status.state is not NodeState.RUNNING or node is None:
        return note(_DOWN)
    if not node.listening:
        return bad("The server listens nowhere: nobody can connect.", "Add a listener in SMTP Properties, Inbound.")
    faults = [fault for place in node.listening if (fault := _fault(*_reachable(place), tls=_tls_of(subject, place)))]
    if faults:
        return bad(" ".join(faults), "If a load balancer or Access Control names this computer's own address in SMTP "
                                     "Properties, Inbound, that may be why. Otherwise restart the server.")
    return good(f"{' and '.join(node.listening)} {'greets' if len(node.listening) == 1 else 'greet'} as it should be.")


def network(subject: Subject) -> Verdict:
    """Can the server be reached by this computer's address in the network, and not by loopback alone?"""
    node = subject.status.node
    if subject.status.state is not NodeState.RUNNING or node is None:
        return note(_DOWN)
    places = [(host, port, _tls_of(subject, place)) for place in node.listening for host, port in _outward(subject, place)]
    if not places:
        return note("Only programs on this computer can connect, since no listener has an address in the network.",
                    "If devices shall send through this server, add a listener with this computer's address in SMTP "
                    "Properties, Inbound.")
    faults = [fault for host, port, tls in places[:_MOST_ADDRESSES] if (fault := _fault(host, port, tls=tls))]
    shown = ", ".join(_place(host, port) for host, port, _ in places[:_MOST_ADDRESSES])
    if faults:
        return warning(" ".join(faults), "Look at SMTP Properties, Inbound (listeners and Access Control).")
    return good(f"It answers at {shown} too. Whether a firewall lets other computers through only they can tell.")


def version(subject: Subject) -> Verdict:
    """Is the running server of the same version as this program?"""
    node = subject.status.node
    own = f"Posthouse {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}"
    if subject.status.state is NodeState.RUNNING and node is not None and node.version != __version__:
        return warning(f"This program is {own}; the running server is version {node.version or 'unknown'}.",
                       "Restart the server, so that both are of one version.")
    return good(f"{own}.")


def relay_test(subject: Subject) -> Verdict:
    """What did the last open relay test find, and is it newer than the last change?"""
    test = subject.newest_test
    how = "Run it: Action > Test for Open Relay…, or posthousectl relay test."
    if test is None:
        return warning("The server was never tested for being an open relay.", how)
    at = f"{test.at.astimezone():%Y-%m-%d %H:%M}"
    if test.open_forms:
        return bad(f"{at}: {test.sentence}", "See SMTP Properties, Relay, and Who Can Relay? Then test again.")
    if not test.is_closed:
        return warning(f"{at}: {test.sentence}", how)
    return good(f"{at}, revision {test.revision}: {test.sentence}")


def _reachable(place: str) -> tuple[str, int]:
    """Return host and port of a listener, with an address that can be connected to from here."""
    host, _, port = place.rpartition(":")
    address = parse_client(host.strip("[]"))
    if address.is_unspecified:
        return ("127.0.0.1" if address.version == 4 else "::1"), int(port)
    return str(address), int(port)


def _outward(subject: Subject, place: str) -> list[tuple[str, int]]:
    """Return where others can connect to a listener."""
    host, _, port = place.rpartition(":")
    address = parse_client(host.strip("[]"))
    if address.is_loopback:
        return []
    if not address.is_unspecified:
        return [(str(address), int(port))]
    return [(item, int(port)) for item in subject.addresses() if parse_client(item).version == address.version]


def _tls_of(subject: Subject, place: str) -> Tls:
    host, _, port = place.rpartition(":")
    address = host.strip("[]")
    known = [item for item in subject.settings.smtp.inbound.listeners if item.address == address]
    exact = next((item.tls for item in known if item.port == int(port)), None)
    return exact or next((item.tls for item in known if item.port == 0), Tls.STARTTLS)


def _fault(host: str, port: int, *, tls: Tls) -> str:
    """Return why no banner came, as a sentence; empty if one did."""
    place = _place(host, port)
    try:
        banner = read_banner(host, port, is_implicit=tls is Tls.IMPLICIT)
    except TimeoutError:
        return f"{place} does not greet within {TIMEOUT_S:.0f} s."
    except (OSError, ssl.SSLError) as error:
        return f"{place} can't be reached: {error.strerror or error}."
    if banner.startswith("220"):
        return ""
    return f"{place} answers: {banner}." if banner else f"{place} closes the connection without a word."


def read_banner(host: str, port: int, *, is_implicit: bool = False) -> str:
    """Connect, take the first line and say QUIT; raises OSError, TimeoutError after five seconds."""
    with socket.create_connection((host, port), timeout=TIMEOUT_S) as plain:
        connection: socket.socket = _unchecked().wrap_socket(plain) if is_implicit else plain
        with connection:
            line = b""
            while b"\n" not in line and len(line) < _MOST_BYTES and (more := connection.recv(_MOST_BYTES)):
                line += more
            if line:
                connection.sendall(b"QUIT\r\n")
    return line.split(b"\n")[0].decode("utf-8", "replace").strip()


def _unchecked() -> ssl.SSLContext:
    """Return a context that takes any certificate: the question is whether somebody answers."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _place(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
