"""A person who has never run a mail server: from an empty folder, by keyboard, to a message that has arrived."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from harness.desk import Desk, desk, launch_console, what_is_missing
from harness.server_process import wait_until
from harness.sink import Sink
from posthouse_server.control import kill as kill_server
from posthouse_server.paths import DataFolder
from posthouse_server.settings.choices import SmartHostTls
from posthouse_server.store import Store

pytestmark = [pytest.mark.display, pytest.mark.skipif(bool(what_is_missing()), reason=f"NOT RUN: {what_is_missing()}")]

WIZARD = "Set Up Posthouse"
PASSWORD = "correct horse battery"


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def enter(person: Desk, key: str, text: str) -> None:
    """Go to a field by its key, and replace what stands in it."""
    person.key(key, "ctrl+a")
    person.type(text)


def go_on(person: Desk, title: str, key: str = "alt+n") -> None:
    person.wait_for("Save" if key == "alt+s" else "Next", "push button", WIZARD, "enabled")
    person.key(key)
    person.wait_for(title, "label", WIZARD)


def test_the_set_up_ends_with_a_delivered_message(tmp_path: Path) -> None:
    port = free_port()
    with Sink(password="hush", extensions=("8BITMIME", "AUTH PLAIN LOGIN")) as sink, desk() as person:
        console = launch_console(person.environment, tmp_path / "data")
        store: Store | None = None
        try:
            person.wait_for("Who shall reach this server?", "label", WIZARD)  # by itself
            person.wait_for("Next", "push button", WIZARD, "enabled")
            enter(person, "alt+p", str(port))
            person.wait_for(f"Port {port} is free.")
            go_on(person, "Which domain is yours?")
            person.type("example.com")
            go_on(person, "Make a first mailbox")
            person.type(PASSWORD)
            go_on(person, "How does mail leave this server?")
            person.key("alt+p")
            enter(person, "alt+a", "127.0.0.1")
            enter(person, "alt+o", str(sink.port))
            person.key("alt+e", "End")  # the last choice: unencrypted, since this smart host is on this very computer
            enter(person, "alt+u", "me@provider.example")
            enter(person, "alt+w", "hush")
            person.key("alt+s")
            person.wait_for("127.0.0.1 answers, logs me@provider.example in, and takes mail from me@provider.example. "
                            "Nothing was sent.")
            assert not sink.messages
            go_on(person, "Which devices may send without a password?")
            person.wait_for("Closed: nobody can relay without a password.", window=WIZARD)
            go_on(person, "Ready to be saved")
            store = Store(DataFolder(tmp_path / "data"))
            assert store.settings.newest_number() == 1  # nothing is saved yet
            go_on(person, "Send a test message", "alt+s")
            person.wait_for(f"The server runs: done. It listens on 0.0.0.0:{port}.", window=WIZARD)
            enter(person, "alt+t", "friend@far.example")
            person.wait_for("Send Test Message", "push button", WIZARD, "enabled")
            person.key("Return")
            wait_until(lambda: sink.messages, "the message has arrived")
            person.wait_for(f"127.0.0.1:{sink.port} has taken it: done. 250 2.0.0 taken", window=WIZARD)
            person.picture(tmp_path / "journey.png")
            go_on(person, "Connect your first device")
            person.wait_for("Finish", "push button", WIZARD, "enabled")
            person.key("alt+f")
            wait_until(lambda: not person.see("Finish", "push button"), "the set-up is closed")

            message = sink.messages[0]
            assert (message.sender, message.recipients, message.login) == (
                "me@provider.example", ["friend@far.example"], "me@provider.example")
            smtp = store.settings.load().settings.smtp
            assert [(item.address, item.port) for item in smtp.inbound.listeners] == [("0.0.0.0", port)]
            assert smtp.smart_host.tls is SmartHostTls.NONE
            assert not smtp.relay.allow_privileged_ip_ranges
            assert [item.kind for item in store.settings.history()] == ["settings", "directory", "settings"]
            assert [row.login for row in store.directory.list_mailboxes()] == ["scanner@posthouse.example.com"]
            assert store.spool.ledger().difference == 0
        finally:
            person.picture(tmp_path / "last.png")
            console.terminate()
            console.wait(20)
            if store is not None:
                kill_server(store)
                store.close()


def test_leaving_it_changes_nothing_and_it_does_not_come_back_by_itself(tmp_path: Path) -> None:
    with desk() as person, Store(DataFolder(tmp_path)) as store:
        console = launch_console(person.environment, tmp_path)
        try:
            person.wait_for("Who shall reach this server?", "label", WIZARD)
            person.wait_for("Next", "push button", WIZARD, "enabled")
            person.key("Escape")
            wait_until(lambda: not person.see("Who shall reach this server?"), "the set-up is closed")
            assert store.settings.newest_number() == 1
            person.key("alt+F4")
            console.wait(20)
            console = launch_console(person.environment, tmp_path)
            person.wait_for("Getting started", "label")
            assert not person.see("Who shall reach this server?")
        finally:
            console.terminate()
            console.wait(20)
