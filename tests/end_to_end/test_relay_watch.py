"""The whole of the watch over relaying: a box is ticked, everything that must notice does, and it is taken back."""

from __future__ import annotations

import smtplib
from contextlib import ExitStack
from pathlib import Path

import pytest

from harness.desk import desk, launch_console, what_is_missing
from harness.server_process import wait_until
from harness.sink import Sink
from posthouse_server.control import kill as kill_server
from posthouse_server.paths import DataFolder
from posthouse_server.settings import set_paths
from posthouse_server.store import Store
from posthouse_server.store.nodes import Node, NodeState

pytestmark = [pytest.mark.display, pytest.mark.skipif(bool(what_is_missing()), reason=f"NOT RUN: {what_is_missing()}")]

BOX = "Allow relay for local sender addresses"
OPEN = ("Open to the Internet: anyone can relay by writing MAIL FROM:<john@example.com>. "
        "As the listeners are set, only this computer can reach them.")


def running(store: Store) -> Node:
    node: Node = wait_until(
        lambda: (node := store.nodes.newest()) and node.state is NodeState.RUNNING and node, "the server is running")
    return node


def alarms(store: Store) -> list[str]:
    node = store.nodes.newest()
    return [] if node is None else [alarm.kind for alarm in node.alarms]


def rcpt_code(client: smtplib.SMTP) -> int:
    client.rset()
    client.mail("john@example.com")
    return client.rcpt("friend@far.example")[0]


def test_the_local_sender_box_is_watched_previewed_tested_remembered_and_taken_back(tmp_path: Path) -> None:
    with ExitStack() as stack, Sink() as sink, desk() as person, Store(DataFolder(tmp_path)) as store:
        store.directory.add_domain("example.com", "test")
        store.directory.add_mailbox("john@example.com", "secret", "test")
        store.settings.change(lambda settings: set_paths(
            settings, {"smtp.inbound.listeners": [{"port": 0}], **sink.settings()}), "test")
        console = launch_console(person.environment, tmp_path)
        try:
            person.click("Start", "push button")
            port = int(running(store).listening[0].rpartition(":")[2])
            client = smtplib.SMTP("127.0.0.1", port, timeout=20)
            stack.callback(client.close)
            client.ehlo("device.example")
            assert rcpt_code(client) == 550
            wait_until(lambda: store.traffic.search("friend@far.example"), "the refusal is recorded")

            person.click("SMTP", "table cell", button=3)
            person.key("Up", "Return")
            person.click("Relay", "page tab")
            person.click(BOX, "check box")
            person.wait_for(OPEN)
            person.click("Preview...", "push button", "SMTP Properties")
            person.wait_for("127.0.0.1", "table cell", "Preview")
            person.click("Close", "push button", "Preview")
            person.click("OK", "push button", "SMTP Properties")
            person.wait_for("Open Relay", state="active")
            person.type("OPEN")
            person.key("Return")
            wait_until(lambda: rcpt_code(client) == 250, "the open connection may relay")
            tested = wait_until(lambda: (newest := store.relay_tests.newest()) and not newest.is_closed and newest,
                                "the open relay test has turned red by itself")
            assert [outcome.form for outcome in tested.outcomes if not outcome.is_closed]
            wait_until(lambda: "open_relay" in alarms(store), "the alarm stands")

            person.click("History", "table cell")
            person.click(f"{BOX}: off → on", "table cell")
            person.key("ctrl+shift+v")
            person.click("Do It", "push button", "Revert This Change")
            wait_until(lambda: rcpt_code(client) == 550, "the open connection is refused again")
            wait_until(lambda: "open_relay" not in alarms(store), "the next test has ended the alarm")
            assert store.relay_tests.newest().is_closed
            assert store.history.verify().ok
            assert sink.messages == [], "nothing of the test was ever sent"
            assert store.spool.ledger().difference == 0
        finally:
            person.picture(tmp_path / "last.png")
            console.terminate()
            console.wait(20)
            kill_server(store)
