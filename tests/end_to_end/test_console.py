"""The whole, with real mouse and keyboard events: the Relay tab governs a running server."""

from __future__ import annotations

import smtplib
import socket
from contextlib import ExitStack
from pathlib import Path

import psutil
import pytest

from harness.desk import Desk, desk, launch_console, what_is_missing
from harness.server_process import wait_until
from harness.sink import Sink
from posthouse_server.control import is_process_alive
from posthouse_server.control import kill as kill_server
from posthouse_server.paths import DataFolder
from posthouse_server.settings import set_paths
from posthouse_server.store import Store
from posthouse_server.store.nodes import Node, NodeState

pytestmark = [pytest.mark.display, pytest.mark.skipif(bool(what_is_missing()), reason=f"NOT RUN: {what_is_missing()}")]

TICK = "Allow relay for privileged IP ranges"


def running(store: Store) -> Node:
    node: Node = wait_until(
        lambda: (node := store.nodes.newest()) and node.state is NodeState.RUNNING and node, "the server is running")
    return node


def rcpt_code(client: smtplib.SMTP) -> int:
    client.rset()
    client.mail("device@far.example")
    return client.rcpt("friend@far.example")[0]


def open_relay_tab(person: Desk) -> None:
    person.click("SMTP", "table cell", button=3)
    person.key("Up", "Return")  # Properties is the last item; Qt shows no context menu on the accessibility bus
    person.click("Relay", "page tab")
    person.wait_for(TICK, "check box")


def test_the_relay_tab_governs_a_running_server(tmp_path: Path) -> None:
    with ExitStack() as stack, Sink() as sink, desk() as person, Store(DataFolder(tmp_path)) as store:
        changes = {"smtp.inbound.listeners": [{"port": 0}], **sink.settings()}
        store.settings.change(lambda settings: set_paths(settings, changes), "test")
        console = launch_console(person.environment, tmp_path)
        try:
            person.click("Start", "push button")
            node = running(store)
            port = int(node.listening[0].rpartition(":")[2])
            client = smtplib.SMTP("127.0.0.1", port, timeout=20)
            stack.callback(client.close)
            client.ehlo("device.example")
            assert rcpt_code(client) == 550

            open_relay_tab(person)
            person.click(TICK, "check box")
            person.click("Privileged IPs...", "push button")
            person.click("Add...", "push button")
            person.wait_for("Add Range", state="active")
            person.type("127.0.0.1")
            person.key("Return")
            person.wait_for("127.0.0.1", "table cell", "Privileged IPs")
            person.click("OK", "push button", "Privileged IPs")
            person.click("OK", "push button", "SMTP Properties")
            wait_until(lambda: rcpt_code(client) == 250, "the open connection may relay")
            code, _ = client.data("Subject: from a scanner\r\n\r\nhello\r\n")
            assert code == 250
            wait_until(lambda: sink.messages, "the message at the smart host")
            assert sink.messages[0].recipients == ["friend@far.example"]

            open_relay_tab(person)
            person.click(TICK, "check box")
            person.click("OK", "push button", "SMTP Properties")
            wait_until(lambda: rcpt_code(client) == 550, "the open connection is refused again")
            person.click("Stop", "push button")
            wait_until(lambda: (node := store.nodes.newest()) and node.state is NodeState.STOPPED, "the server has stopped")
            with pytest.raises(ConnectionRefusedError):
                socket.create_connection(("127.0.0.1", port), 5)
            assert store.spool.ledger().difference == 0
        finally:
            person.picture(tmp_path / "last.png")
            console.terminate()
            console.wait(20)
            kill_server(store)


def test_a_killed_console_leaves_the_server_running_and_the_next_one_finds_it(tmp_path: Path) -> None:
    with desk() as person, Store(DataFolder(tmp_path)) as store:
        store.settings.change(lambda settings: set_paths(settings, {"smtp.inbound.listeners": [{"port": 0}]}), "test")
        first = launch_console(person.environment, tmp_path)
        second = None
        try:
            person.click("Start", "push button")
            node = running(store)
            first.kill()
            first.wait(20)
            port = int(node.listening[0].rpartition(":")[2])
            assert is_process_alive(node)
            with smtplib.SMTP("127.0.0.1", port, timeout=20) as client:
                assert client.noop()[0] == 250
            second = launch_console(person.environment, tmp_path)
            person.click("Stop", "push button")  # enabled only because it has found the running server
            wait_until(lambda: not psutil.pid_exists(node.pid), "the server's process has ended")
            assert running_state(store) is NodeState.STOPPED
        finally:
            for console in (first, second):
                if console is not None and console.poll() is None:
                    console.terminate()
                    console.wait(20)
            kill_server(store)


def running_state(store: Store) -> NodeState:
    node = store.nodes.newest()
    assert node is not None
    return node.state
