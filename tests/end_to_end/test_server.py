"""The server as a process: coming up, obeying, surviving, stopping."""

from __future__ import annotations

import json
import os
import signal
import smtplib
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from harness.server_process import server_process, wait_until
from harness.sink import Sink
from posthouse_server.paths import DataFolder
from posthouse_server.store import Store
from posthouse_server.store.nodes import NodeState

STRANGER, FRIEND = "stranger@far.example", "friend@far.example"
PRIVILEGED_LOOPBACK = {"smtp.relay.allow_privileged_ip_ranges": True,
                       "smtp.relay.privileged_ip_ranges": [{"range": "127.0.0.1"}]}


def rcpt_code(client: smtplib.SMTP, recipient: str = FRIEND) -> int:
    client.rset()
    client.mail(STRANGER)
    return client.rcpt(recipient)[0]


def test_ready_line_names_process_and_ports(tmp_path: Path) -> None:
    with server_process(tmp_path) as server:
        server.set({"smtp.inbound.listeners": [{"port": 0}, {"port": 0, "tls": "implicit"}]})
        server.start()
        assert server.process is not None
        first, second = server.ports
        assert server.ready_line == f"ready pid={server.process.pid} smtp=127.0.0.1:{first},127.0.0.1:{second}"
        node = server.store.nodes.newest()
        assert node is not None
        assert (node.state, node.pid, node.listening) == (
            NodeState.RUNNING, server.process.pid, (f"127.0.0.1:{first}", f"127.0.0.1:{second}"))


def test_sigterm_and_desired_state_stop_it_with_exit_code_0(tmp_path: Path) -> None:
    with server_process(tmp_path) as server:
        server.start()
        idle = server.connect()
        assert server.stop() == 0
        assert idle.sock is not None
        assert idle.sock.recv(1000).startswith(b"421 4.3.2 ")
        node = server.store.nodes.newest()
        assert node is not None
        assert (node.state, node.listening) == (NodeState.STOPPED, ())
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", server.port), 5)


def test_a_running_transaction_is_finished_before_the_end(tmp_path: Path) -> None:
    with server_process(tmp_path) as server:
        server.store.directory.add_domain("example.com", "test")
        server.store.directory.add_mailbox("john@example.com", "secret", "test")
        server.start()
        client = server.connect()
        client.mail(STRANGER)
        client.rcpt("john@example.com")
        assert client.docmd("DATA")[0] == 354
        assert server.process is not None
        server.process.send_signal(signal.SIGINT)
        wait_until(lambda: (node := server.store.nodes.newest()) and node.state is NodeState.STOPPING, "stopping")
        client.send("Subject: last\r\n\r\nwords\r\n.\r\n")
        code, reply = client.getreply()
        assert (code, reply[:5]) == (250, b"2.6.0")
        assert server.process.wait(20) == 0
        # The delivery may have been left to the next start: it is in the spool or in the mailbox, and nowhere else.
        books = server.store.spool.ledger()
        assert (books.accepted, books.delivered + books.waiting, books.difference) == (1, 1, 0)


def test_two_servers_on_one_data_folder_are_impossible(tmp_path: Path) -> None:
    with server_process(tmp_path) as server:
        server.start()
        assert server.process is not None
        second = subprocess.run([sys.executable, "-m", "posthouse_server", "--data-dir", str(tmp_path)],
                                capture_output=True, text=True, timeout=30, check=False)
        assert second.returncode == 4
        assert f"in use by another server: process {server.process.pid} on " in second.stderr
        assert f"127.0.0.1:{server.port}" in second.stderr
        assert "Traceback" not in second.stderr
        assert server.connect().noop()[0] == 250


def test_a_busy_port_is_reported_in_words(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other, server_process(tmp_path) as server:
        port = other.getsockname()[1]
        server.set({"smtp.inbound.listeners": [{"port": 0}, {"port": port}]})
        process = server.launch()
        assert process.wait(20) == 3
        sentence = f"Port {port} on 127.0.0.1 is in use by another program. Stop that program, or choose another port"
        wait_until(lambda: sentence in server.log, "the sentence in the log")
        node = server.store.nodes.newest()
        assert node is not None
        assert node.state is NodeState.FAILED
        assert sentence in node.last_error


def test_a_busy_port_chosen_later_leaves_the_old_one_open(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other, server_process(tmp_path) as server:
        server.start()
        client = server.connect()
        server.set({"smtp.inbound.listeners": [{"port": other.getsockname()[1]}]})
        fault = wait_until(lambda: (node := server.store.nodes.newest()) and node.last_error, "the fault in the node row")
        assert fault.endswith("choose another port in SMTP Properties, Inbound. The listeners of before stay open, and "
                              "it is tried again by itself.")
        assert server.connect().noop()[0] == 250
        server.set_live({"smtp.inbound.listeners": [{"port": 0}]})
        assert client.noop()[0] == 250
        node = server.store.nodes.newest()
        assert node is not None
        assert node.last_error == ""


def test_a_busy_port_keeps_no_rule_out_of_force_and_opens_when_it_is_free(tmp_path: Path) -> None:
    with server_process(tmp_path) as server:
        server.set(PRIVILEGED_LOOPBACK)
        server.start()
        client, first = server.connect(), server.port
        with socket.create_server(("127.0.0.1", 0)) as other:
            port = other.getsockname()[1]
            server.set({"smtp.inbound.listeners": [{"port": 0, "require_authentication": True}, {"port": port}]})
            wait_until(lambda: (node := server.store.nodes.newest()) and f"Port {port} " in node.last_error, "the fault")
            assert client.mail(STRANGER)[0] == 530, "on the listener that stays clients must log in from now on"
            server.set({"smtp.inbound.listeners.0.require_authentication": False, "smtp.relay.enabled": False})
            wait_until(lambda: client.rset()[0] == 250 and rcpt_code(client) == 550, "the relay is closed")
        wait_until(lambda: (node := server.store.nodes.newest()) and not node.last_error and node.listening
                   == (f"127.0.0.1:{first}", f"127.0.0.1:{port}"), "the port that is free by now", 30)
        with smtplib.SMTP("127.0.0.1", port, timeout=20) as late:
            assert late.noop()[0] == 250
        assert client.noop()[0] == 250
        assert "Traceback" not in server.log


def test_settings_edited_while_it_is_stopped_are_in_force_at_its_start(tmp_path: Path) -> None:
    with server_process(tmp_path) as server:
        server.start()
        assert rcpt_code(server.connect()) == 550
        server.stop()
        server.set(PRIVILEGED_LOOPBACK)
        server.start()
        assert rcpt_code(server.connect()) == 250


def test_an_invalid_document_leaves_the_old_settings_in_force(tmp_path: Path) -> None:
    with server_process(tmp_path) as server:
        number = server.set(PRIVILEGED_LOOPBACK)
        server.start()
        client = server.connect()
        last = server.set({"smtp.relay.allow_privileged_ip_ranges": False})
        server.wait_for_revision(last)
        assert rcpt_code(client) == 550
        with sqlite3.connect(tmp_path / "settings.db") as by_hand:
            by_hand.execute("UPDATE revisions SET document = ? WHERE id = ?", ('{"smtp": {"relay": "nonsense"}}', last))
        by_hand.close()
        fault = wait_until(lambda: (node := server.store.nodes.newest()) and node.last_error, "the fault in the node row")
        assert f"Revision {last} by test is not valid: smtp.relay" in fault
        assert f"Revision {number} stays in force" in fault
        assert server.process is not None
        assert server.process.poll() is None
        # The same at a start, which also must not fail.
        assert server.stop() == 0
        server.start()
        assert rcpt_code(server.connect()) == 250


def test_kill_9_loses_no_message_that_was_answered_250(tmp_path: Path) -> None:
    with Sink(answers=lambda line: "451 4.3.0 not now" if line.startswith("MAIL") else None) as sink, \
            server_process(tmp_path) as server:
        server.set({**PRIVILEGED_LOOPBACK, **sink.settings(), "smtp.delivery.retry_minutes": [1]})
        server.start()
        client = server.connect()
        large = "x" * 70 + "\r\n"
        subjects = [f"message {number}" for number in range(20)]
        for number, subject in enumerate(subjects):
            body = large * 5000 if number % 7 == 0 else "small\r\n"
            client.sendmail(STRANGER, [FRIEND], f"Subject: {subject}\r\n\r\n{body}")
        server.kill()
        sink.answers = lambda _line: None
        server.start()
        server.store.spool.retry(None)
        wait_until(lambda: len(sink.messages) >= len(subjects), "all messages at the smart host")
        arrived = sorted(message.content.split(b"Subject: ")[1].split(b"\r\n")[0].decode() for message in sink.messages)
        assert arrived == sorted(subjects)
        wait_until(lambda: not list((tmp_path / "spool").iterdir()), "no body left in the spool folder")
        books = wait_until(lambda: (found := server.store.spool.ledger()).waiting == 0 and found, "the queue is empty")
        assert (books.accepted, books.delivered, books.difference) == (20, 20, 0)


def test_the_server_runs_where_qt_can_not_be_imported(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    for package in ("PySide6", "shiboken6", "posthouse_console"):
        (blocked / package).mkdir(parents=True)
        (blocked / package / "__init__.py").write_text("raise ImportError('not on this machine')\n")
    environment = {**os.environ, "PYTHONPATH": str(blocked)}
    assert subprocess.run([sys.executable, "-c", "import PySide6"], env=environment, capture_output=True,
                          check=False).returncode == 1
    with Store(DataFolder(tmp_path / "data")) as store:
        store.settings.change(lambda settings: settings.model_validate(
            {"smtp": {"inbound": {"listeners": [{"port": 0}]}}}), "test")
    process = subprocess.Popen([sys.executable, "-m", "posthouse_server", "--data-dir", str(tmp_path / "data")],
                               env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith("ready pid=")
        listing = subprocess.run([sys.executable, "-c", "from posthouse_server.cli import main; main()", "--data-dir",
                                  str(tmp_path / "data"), "status", "--json"], env=environment, capture_output=True,
                                 text=True, check=True)
        assert json.loads(listing.stdout)["state"] == "running"
    finally:
        process.terminate()
        _, errors = process.communicate(timeout=20)
    assert process.returncode == 0
    assert "Traceback" not in errors


@pytest.mark.parametrize("damage", ["newer", "garbage"])
def test_a_store_that_is_too_new_or_damaged_is_refused(tmp_path: Path, damage: str) -> None:
    with Store(DataFolder(tmp_path)):
        pass
    if damage == "newer":
        with sqlite3.connect(tmp_path / "spool.db") as database:
            database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.close()
    else:
        (tmp_path / "spool.db").write_bytes(b"this is no database" * 1000)
        for name in ("spool.db-wal", "spool.db-shm"):
            (tmp_path / name).unlink(missing_ok=True)
    done = subprocess.run([sys.executable, "-m", "posthouse_server", "--data-dir", str(tmp_path)],
                          capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 5
    assert ("newer version of Posthouse" if damage == "newer" else "unreadable") in done.stderr
    assert "Traceback" not in done.stderr
