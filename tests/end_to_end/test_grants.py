"""Privileged ranges that end, with weekly hours and senders, and learned ones: real server, real client, command line."""

from __future__ import annotations

import smtplib
import socket
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from end_to_end.test_command_line import CommandLine
from harness.server_process import ServerProcess, server_process, wait_until
from posthouse_server.policy.hours import DAYS

RANGES = "smtp.relay.privileged_ip_ranges"
FAR = "friend@far.example"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerProcess]:
    """A running server that relays for privileged ranges and has none; nothing leaves it."""
    with server_process(tmp_path) as found:
        found.set({"smtp.relay.allow_privileged_ip_ranges": True, "smtp.smart_host": {"enabled": True, "host": "127.0.0.1",
                                                                                      "port": 9},
                   "smtp.security.max_refused_relays": 1000, RANGES: []})
        yield found.start()


def rcpt(client: smtplib.SMTP, sender: str = "scanner@example.com") -> int:
    """Begin a transaction and return the code for a foreign recipient."""
    client.rset()
    client.mail(sender)
    return client.rcpt(FAR)[0]


def run(ctl: CommandLine, *arguments: str) -> str:
    """Run a command that has to succeed; returns what it says."""
    done = ctl.run(*arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_an_entry_that_ends_is_refused_by_the_clock_in_the_middle_of_a_connection(server: ServerProcess) -> None:
    client = server.connect()
    end = datetime.now().astimezone() + timedelta(seconds=5)
    server.set_live({RANGES: [{"range": "127.0.0.1", "expires_at": end.isoformat()}]})
    assert rcpt(client) == 250
    while datetime.now().astimezone() < end:
        time.sleep(0.02)
    assert rcpt(client) == 550
    assert rcpt(server.connect()) == 550
    assert server.store.settings.load().settings.smtp.relay.privileged_ip_ranges  # nothing has taken it out


def test_weekly_hours_count_now_and_not_in_three_days(server: ServerProcess) -> None:
    client = server.connect()
    today = datetime.now().astimezone().weekday()
    for days, code in (((today, (today + 1) % 7, (today - 1) % 7), 250), (((today + 3) % 7,), 550)):
        hours = ",".join(DAYS[day] for day in sorted(days))
        server.set_live({RANGES: [{"range": "127.0.0.1", "hours": [f"{hours} 00:00-24:00"]}]})
        assert rcpt(client) == code


def test_only_the_named_senders_and_domains_may_relay(server: ServerProcess) -> None:
    server.set_live({RANGES: [{"range": "127.0.0.1", "senders": ["scanner@example.com", "example.net"]}]})
    client = server.connect()
    senders = {"scanner@example.com": 250, "SCANNER@Example.COM": 250, "anybody@example.net": 250, "other@example.com": 550,
               "a@sub.example.net": 550, "": 550, "scanner@example.com.evil.example": 550}
    assert {sender: rcpt(client, sender) for sender in senders} == senders


def test_ends_and_cleaning_up_at_the_command_line_are_in_force_at_once(server: ServerProcess, tmp_path: Path) -> None:
    ctl, client = CommandLine(tmp_path), server.connect()
    assert rcpt(client) == 550
    run(ctl, "privileged", "add", "127.0.0.1", "--until", "2h", "--note", "migration")
    wait_until(lambda: rcpt(client) == 250, "the entry in force", 3)
    run(ctl, "privileged", "remove", "127.0.0.1")
    wait_until(lambda: rcpt(client) == 550, "the entry gone", 3)
    run(ctl, "privileged", "add", "127.0.0.1", "--until", "friday 18:00")
    (row,) = ctl.json("privileged", "list")
    end = datetime.fromisoformat(row["expires_at"]).astimezone()
    assert (end.weekday(), end.hour, end.minute) == (4, 18, 0)
    assert timedelta() < end - datetime.now().astimezone() <= timedelta(days=7, hours=1)
    wait_until(lambda: rcpt(client) == 250, "the entry in force", 3)
    kept = server.store.settings.load().settings.smtp.relay.privileged_ip_ranges
    server.set({"smtp.relay.privileged_ip_ranges": [*kept, {
        "range": "10.0.0.1", "expires_at": datetime(2020, 1, 1, 12).astimezone().isoformat()}]})
    assert "2020-01-01 12:00:00 (over)" in run(ctl, "privileged", "list")
    assert "10.0.0.1" in run(ctl, "privileged", "clean")
    assert [row["range"] for row in ctl.json("privileged", "list")] == ["127.0.0.1"]
    assert rcpt(client) == 250


class ProxiedSMTP(smtplib.SMTP):
    """A client that a load balancer names."""

    def __init__(self, server: ServerProcess, client: str) -> None:
        self._line = f"PROXY TCP4 {client} 127.0.0.1 4000 25\r\n".encode()
        super().__init__("127.0.0.1", server.port, timeout=20)
        self.ehlo("client.example")

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        link = socket.create_connection((host, port), timeout)
        link.sendall(self._line)
        return link


def test_a_wider_range_is_narrowed_to_who_used_it_and_then_refuses_others(server: ServerProcess, tmp_path: Path) -> None:
    def code(client: str) -> int:
        with ProxiedSMTP(server, client) as link:
            return rcpt(link)

    server.set_live({RANGES: [{"range": "10.0.0.0/8", "note": "Office"}], "smtp.inbound.proxy_protocol_from": ["127.0.0.1"]})
    assert [code("10.0.4.17"), code("10.0.4.17"), code("10.0.9.9"), code("198.51.100.7")] == [250, 250, 250, 550]
    ctl = CommandLine(tmp_path)
    found = wait_until(lambda: len(found := ctl.json("relay", "suggest")["suggestions"]) == 3 and found, "the suggestions")
    assert [(item["range"], item["replaces"]) for item in found] == [
        ("10.0.4.17", "10.0.0.0/8"), ("10.0.9.9", "10.0.0.0/8"), ("198.51.100.7", "")]
    said = run(ctl, "relay", "suggest", "--take", "10.0.4.17", "--replace", "--preview")
    assert "1 other client (10.0.9.9; 1 recipient) would be refused" in said
    run(ctl, "relay", "suggest", "--take", "10.0.4.17", "--replace")
    wait_until(lambda: code("10.0.9.9") == 550, "the wider range gone", 3)
    assert [code("10.0.4.17"), code("10.0.9.9")] == [250, 550]
    assert [row["range"] for row in ctl.json("privileged", "list")] == ["10.0.4.17"]
    (again,) = wait_until(lambda: [item for item in ctl.json("relay", "suggest")["suggestions"] if item["range"] == "10.0.9.9"],
                          "the client that was refused since")
    assert again["reason"] == "was refused relay"
