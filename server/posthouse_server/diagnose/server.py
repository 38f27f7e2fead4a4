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
from posthouse_server.words import tr

TIMEOUT_S = 5.0
_SILENT_AFTER = timedelta(seconds=15)
_MOST_BYTES = 1000
_DOWN = tr("Not checked: the server is not running.")
_START = tr("Start it: Action > Start, or posthousectl start.")
_MOST_ADDRESSES = 4


def running(subject: Subject) -> Verdict:
    """Does the server run, is it well, and does it obey the newest settings?"""
    status, node = subject.status, subject.status.node
    if status.state is NodeState.FAILED:
        return bad(tr("The server has failed: {detail}", detail=status.detail or tr("its log says why")),
                   tr("Mend that, then start it again."))
    if status.state in (NodeState.STARTING, NodeState.STOPPING):
        return warning(tr("The server is starting.") if status.state is NodeState.STARTING else tr("The server is stopping."),
                       tr("Run the checks again in a moment."))
    if node is None or status.state is NodeState.STOPPED:
        return bad(tr("The server is stopped: no mail is accepted, and none is delivered."), _START)
    if subject.fault or status.detail:
        return bad(tr("It runs, but something is wrong: {fault}", fault=subject.fault or status.detail),
                   tr("Correct the settings in SMTP Properties, or go back to a revision that worked (node History)."))
    if node.alarms:
        return bad(_alarms(node),
                   tr("The node of the server shows what to do about each alarm."))
    silent = datetime.now(UTC) - node.heartbeat_at
    if silent > _SILENT_AFTER:
        return warning(tr("It runs, but has not reported for {seconds:.0f} s.", seconds=silent.total_seconds()),
                       tr("It may hang, or the computer was asleep. If it stays so, restart it."))
    return good(tr("It has run since {time:%Y-%m-%d %H:%M} (process {pid}), and obeys revision "
                   "{revision}.", time=node.started_at.astimezone(), pid=node.pid, revision=node.revision))


def _alarms(node: Node) -> str:
    number, said = len(node.alarms), " ".join(alarm.text for alarm in node.alarms)
    return (tr("It runs, but 1 alarm stands: {alarms}", alarms=said) if number == 1 else
            tr("It runs, but {number} alarms stand: {alarms}", number=number, alarms=said))


def listeners(subject: Subject) -> Verdict:
    """Does every listener greet?"""
    node = subject.status.node
    if subject.status.state is not NodeState.RUNNING or node is None:
        return note(_DOWN)
    if not node.listening:
        return bad(tr("The server listens nowhere: nobody can connect."), tr("Add a listener in SMTP Properties, Inbound."))
    faults = [fault for place in node.listening if (fault := _fault(*_reachable(place), tls=_tls_of(subject, place)))]
    if faults:
        return bad(" ".join(faults), tr("If a load balancer or Access Control names this computer's own address in SMTP "
                                        "Properties, Inbound, that may be why. Otherwise restart the server."))
    return good(tr("{listener} greets as it should be.", listener=node.listening[0]) if len(node.listening) == 1
                else tr("{listeners} greet as it should be.", listeners=tr(" and ").join(node.listening)))


def network(subject: Subject) -> Verdict:
    """Can the server be reached by this computer's address in the network, and not by loopback alone?"""
    node = subject.status.node
    if subject.status.state is not NodeState.RUNNING or node is None:
        return note(_DOWN)
    places = [(host, port, _tls_of(subject, place)) for place in node.listening for host, port in _outward(subject, place)]
    if not places:
        return note(tr("Only programs on this computer can connect, since no listener has an address in the network."),
                    tr("If devices shall send through this server, add a listener with this computer's address in SMTP "
                       "Properties, Inbound."))
    faults = [fault for host, port, tls in places[:_MOST_ADDRESSES] if (fault := _fault(host, port, tls=tls))]
    shown = ", ".join(_place(host, port) for host, port, _ in places[:_MOST_ADDRESSES])
    if faults:
        return warning(" ".join(faults), tr("Look at SMTP Properties, Inbound (listeners and Access Control)."))
    return good(tr("It answers at {shown} too. Whether a firewall lets other computers through only they can tell.",
                   shown=shown))


def version(subject: Subject) -> Verdict:
    """Is the running server of the same version as this program?"""
    node = subject.status.node
    own = f"Posthouse {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}"
    if subject.status.state is NodeState.RUNNING and node is not None and node.version != __version__:
        return warning(tr("This program is {own}; the running server is version {version}.",
                          own=own, version=node.version or tr("unknown")),
                       tr("Restart the server, so that both are of one version."))
    return good(f"{own}.")


def relay_test(subject: Subject) -> Verdict:
    """What did the last open relay test find? Another runs by itself after each change that touches relay."""
    test = subject.newest_test
    how = tr("Run it: Action > Test for Open Relay…, or posthousectl relay test.")
    if test is None:
        return warning(tr("The server was never tested for being an open relay."), how)
    at = f"{test.at.astimezone():%Y-%m-%d %H:%M}"
    if test.open_forms:
        return bad(f"{at}: {test.sentence}", tr("See SMTP Properties, Relay, and Who Can Relay? Then test again."))
    if not test.is_closed:
        return warning(f"{at}: {test.sentence}", how)
    return good(tr("{at}, revision {revision}: {sentence}", at=at, revision=test.revision, sentence=test.sentence))


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
        return tr("{place} does not greet within {timeout_s:.0f} s.", place=place, timeout_s=TIMEOUT_S)
    except (OSError, ssl.SSLError) as error:
        return tr("{place} can't be reached: {strerror}.", place=place, strerror=error.strerror or error)
    if banner.startswith("220"):
        return ""
    return tr("{place} answers: {banner}.", place=place,
              banner=banner) if banner else tr("{place} closes the connection without a word.", place=place)


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
