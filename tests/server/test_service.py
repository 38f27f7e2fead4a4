"""The service as a process: certificates and settings that change under it, and signals at any moment."""

import signal
import smtplib
import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import filelock
import pytest

from harness.relay import insecure_context
from harness.server_process import ServerProcess, server_process, wait_until
from posthouse_server import control
from posthouse_server.signals import StopRequest
from posthouse_server.smtp.tls import make_self_signed
from posthouse_server.store.nodes import Node, NodeState


def _certificate(server: ServerProcess) -> bytes:
    with smtplib.SMTP("127.0.0.1", server.port, timeout=20) as client:
        client.starttls(context=insecure_context())
        assert isinstance(client.sock, ssl.SSLSocket)
        return client.sock.getpeercert(binary_form=True) or b""


def _relays(client: smtplib.SMTP) -> bool:
    client.rset()
    client.mail("a@far.example")
    return client.rcpt("b@away.example")[0] == 250


def _node(server: ServerProcess) -> Node:
    node = server.store.nodes.newest()
    assert node is not None
    return node


def test_a_certificate_that_is_renewed_broken_and_mended_on_disk(tmp_path: Path) -> None:
    own = tmp_path / "own.pem"
    make_self_signed(own, "own.example")
    with server_process(tmp_path / "data") as server:
        server.set({"smtp.inbound.certificate_file": str(own)})
        server.start()
        first = _certificate(server)
        make_self_signed(own, "own.example")
        wait_until(lambda: _certificate(server) != first, "the renewed certificate is shown")
        second = _certificate(server)
        own.write_text("half a certifi")
        fault = wait_until(lambda: _node(server).last_error, "the fault in the node row")
        assert fault.startswith(f"The certificate {own} can't be used with its key: ")
        assert fault.endswith(" The certificate of before stays in use.")
        assert _certificate(server) == second
        make_self_signed(own, "own.example")
        wait_until(lambda: not _node(server).last_error, "the fault is over")
        assert _certificate(server) not in (first, second)
        assert "Traceback" not in server.log


@pytest.mark.parametrize("name", ["missing.pem", "garbage.pem"])
def test_a_certificate_that_can_not_be_used_keeps_nothing_else_out_of_force(tmp_path: Path, name: str) -> None:
    (tmp_path / "garbage.pem").write_text("garbage")
    with server_process(tmp_path / "data") as server:
        server.start()
        server.set_live({"smtp.relay.allow_privileged_ip_ranges": True,
                         "smtp.relay.privileged_ip_ranges": [{"range": "127.0.0.1"}]})
        first, client = _certificate(server), server.connect()
        assert _relays(client)
        revision = server.set({"smtp.inbound.certificate_file": str(tmp_path / name), "smtp.relay.enabled": False})
        wait_until(lambda: name in _node(server).last_error, "the fault in the node row")
        assert (_certificate(server), _node(server).revision) == (first, revision)
        assert not _relays(client)
        server.set_live({"smtp.inbound.certificate_file": ""})
        assert _node(server).last_error == ""


def test_a_change_during_the_stop_opens_no_listener_again(tmp_path: Path) -> None:
    with server_process(tmp_path / "data") as server:
        server.start()
        client = smtplib.SMTP("127.0.0.1", server.port, timeout=20)
        client.ehlo("x")
        client.mail("a@far.example")
        assert client.rcpt("postmaster")[0] == 250
        assert server.process is not None
        server.process.send_signal(signal.SIGTERM)
        wait_until(lambda: _node(server).state is NodeState.STOPPING, "stopping")
        server.set({"smtp.inbound.listeners": [{"port": 0}, {"port": 0}]})
        assert client.noop()[0] == 250, "the running transaction goes on"
        assert client.rset()[0] == 250
        assert server.process.wait(20) == 0
        client.close()
        assert "is in force" not in server.log


@pytest.fixture
def handlers() -> Iterator[None]:
    """Give the signals back to pytest."""
    before = [(number, signal.getsignal(number)) for number in (signal.SIGINT, signal.SIGTERM)]
    yield
    for number, handler in before:
        signal.signal(number, handler)


def test_a_signal_is_remembered_until_somebody_obeys(handlers: None) -> None:
    stop, obeyed = StopRequest(), list[str]()
    stop.catch()
    assert not stop.is_made
    stop.hand_to(lambda: obeyed.append("nothing to obey"))
    stop.hand_to(None)
    signal.raise_signal(signal.SIGINT)
    assert (stop.is_made, obeyed) == (True, [])
    stop.hand_to(lambda: obeyed.append("now"))
    signal.raise_signal(signal.SIGINT)
    assert obeyed == ["now", "now"]


def _row_is(state: NodeState) -> Callable[[ServerProcess], bool]:
    return lambda server: (node := server.store.nodes.newest()) is not None and node.state is state


@pytest.mark.parametrize("moment", [lambda server: control.is_locked(server.folder), _row_is(NodeState.STARTING),
                                    _row_is(NodeState.RUNNING)], ids=["locked", "starting", "running"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_at_any_moment_is_an_orderly_end(tmp_path: Path, number: signal.Signals,
                                                  moment: Callable[[ServerProcess], bool]) -> None:
    with server_process(tmp_path) as server:
        process = server.launch()
        wait_until(lambda: moment(server), "the moment of the signal")
        process.send_signal(number)
        assert process.wait(20) == 0
        node = server.store.nodes.newest()  # none if it came before there was anything to say
        assert node is None or (node.state, node.listening, node.last_error) == (NodeState.STOPPED, (), "")
        assert "Traceback" not in server.log


def test_a_signal_while_it_waits_for_the_data_folder(tmp_path: Path) -> None:
    with server_process(tmp_path) as server:
        with filelock.FileLock(server.folder.lock):
            process = server.launch()
            # Caught as soon as the program's own first line runs: what it imports afterwards takes longer than this.
            wait_until(lambda: _catches(process.pid, signal.SIGINT), "the signals are caught")
            process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
        assert server.store.nodes.newest() is None
        assert "Traceback" not in server.log


def _catches(pid: int, number: int) -> bool:
    """Return whether Python's own handler for Ctrl+C has been replaced: SIGTERM is caught only by us."""
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux tells which signals a process catches")
    status = Path(f"/proc/{pid}/status").read_text()
    caught = int(status.partition("SigCgt:")[2].split()[0], 16)
    return bool(caught & 1 << (signal.SIGTERM - 1)) and bool(caught & 1 << (number - 1))


def test_signals_reach_a_server_on_the_plain_event_loop(tmp_path: Path) -> None:
    with server_process(tmp_path) as server:
        code = "import sys; sys.modules['uvloop'] = None; from posthouse_server.__main__ import main; main()"
        process = subprocess.Popen([sys.executable, "-c", code, "--data-dir", str(tmp_path)], stdout=subprocess.PIPE)
        with process:
            wait_until(lambda: _row_is(NodeState.RUNNING)(server), "it runs")
            process.send_signal(signal.SIGTERM)
            assert process.wait(20) == 0
        assert _node(server).state is NodeState.STOPPED
