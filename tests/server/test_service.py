"""The service as a process: certificates that change under it, and settings that change while it stops."""

import signal
import smtplib
import ssl
from pathlib import Path

import pytest

from harness.relay import insecure_context
from harness.server_process import ServerProcess, server_process, wait_until
from posthouse_server.smtp.tls import make_self_signed
from posthouse_server.store.nodes import Node, NodeState


def _certificate(server: ServerProcess) -> bytes:
    with smtplib.SMTP("127.0.0.1", server.port, timeout=20) as client:
        client.starttls(context=insecure_context())
        assert isinstance(client.sock, ssl.SSLSocket)
        return client.sock.getpeercert(binary_form=True) or b""


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
        assert fault.startswith(f"The new settings are not in force: The certificate {own} can't be used with its key: ")
        assert _certificate(server) == second
        make_self_signed(own, "own.example")
        wait_until(lambda: not _node(server).last_error, "the fault is over")
        assert _certificate(server) not in (first, second)
        assert "Traceback" not in server.log


@pytest.mark.parametrize("name", ["missing.pem", "garbage.pem"])
def test_a_certificate_that_can_not_be_used_leaves_the_old_settings_in_force(tmp_path: Path, name: str) -> None:
    (tmp_path / "garbage.pem").write_text("garbage")
    with server_process(tmp_path / "data") as server:
        server.start()
        first, revision = _certificate(server), _node(server).revision
        server.set({"smtp.inbound.certificate_file": str(tmp_path / name), "smtp.relay.enabled": False})
        wait_until(lambda: name in _node(server).last_error, "the fault in the node row")
        assert (_certificate(server), _node(server).revision) == (first, revision)
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
