"""Limits and patience with a real server and a real client: MailEnable's words, and who is slowed down instead of banned."""

from __future__ import annotations

import smtplib
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from end_to_end.test_command_line import CommandLine
from harness.server_process import WAIT_S, ServerProcess, server_process, wait_until

TOO_MANY = ("Requested action aborted: This mail account has sent too many messages in a short amount of time. "
            "Please try again later. [")
PRIVILEGED = {"smtp.relay.allow_privileged_ip_ranges": True,
              "smtp.relay.privileged_ip_ranges": [{"range": "10.0.4.0/24", "note": "Printers"}]}


class Named(smtplib.SMTP):
    """A client whose address a load balancer names."""

    def __init__(self, address: str, port: int) -> None:
        self._address = address
        super().__init__("127.0.0.1", port, timeout=WAIT_S)
        self.ehlo("client.example")

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        link = socket.create_connection((host, port), timeout)
        link.sendall(f"PROXY TCP4 {self._address} 127.0.0.1 4000 25\r\n".encode())
        return link


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServerProcess]:
    with server_process(tmp_path) as made:
        made.store.directory.add_domain("example.com", "test")
        made.store.directory.add_mailbox("john@example.com", "secret", "test")
        made.set({"smtp.inbound.proxy_protocol_from": ["127.0.0.1"]} | PRIVILEGED)
        yield made


def answers(client: smtplib.SMTP, number: int) -> list[tuple[int, str]]:
    """Ask for so many foreign recipients of one message."""
    client.mail("john@example.com")
    return [(code, text.decode()) for code, text in (client.rcpt(f"{n}@far.example") for n in range(number))]


@pytest.mark.parametrize("dialect", ["standard", "mailenable"])
@pytest.mark.parametrize("kind", ["login", "range", "client"])
def test_more_recipients_than_the_limit_get_mailenables_words(server: ServerProcess, kind: str, dialect: str) -> None:
    server.set({f"smtp.security.max_recipients_per_hour_{kind}": 2, "smtp.relay.denial_reply": dialect})
    server.start()
    client = Named("127.0.0.1" if kind == "login" else "10.0.4.17", server.port)
    if kind == "login":
        client.login("john@example.com", "secret")
    found = answers(client, 3)
    assert [code for code, _ in found] == [250, 250, 451]
    assert found[2][1].startswith(("4.7.1 " if dialect == "standard" else "") + TOO_MANY)
    client.quit()
    other = Named("10.0.4.18", server.port)
    assert answers(other, 1)[0][0] == (451 if kind == "range" else 250), "a range is limited as a whole"
    other.quit()
    wait_until(lambda: server.store.traffic.search("rate_limit"), "the refusal in the trace")


@pytest.mark.parametrize(("address", "changes", "why"), [
    ("127.0.0.1", {}, "it is this computer itself"),
    ("198.51.100.7", {"smtp.whitelist": {"enabled": True, "ranges": ["198.51.100.0/24"]}}, "it is in the whitelist"),
    ("10.0.4.17", {"smtp.relay.privileged_ip_ranges": [{"range": "10.0.4.0/24", "senders": ["example.com"]}]},
     "it is in the privileged IP range 10.0.4.0/24")])
def test_who_is_never_banned_is_slowed_down_and_the_trace_says_why(tmp_path: Path, server: ServerProcess, address: str,
                                                                 changes: dict[str, Any], why: str) -> None:
    server.set({"smtp.security.max_refused_relays": 3} | changes)
    server.start()
    client = Named(address, server.port)
    client.mail("x@far.example")
    took = []
    for number in range(5):
        at = time.monotonic()
        assert client.rcpt(f"{number}@far.example")[0] == 550
        took.append(time.monotonic() - at)
    assert min(took[:2]) < 0.2, took
    assert took[2] > 0.2, took
    assert took[4] > 0.8, took
    assert client.noop()[0] == 250, "it is not sent away"
    client.quit()
    said = wait_until(lambda: server.store.traffic.search("slowed_down"), "the note in the trace")
    assert [row.reply for row in said] == [f"{address} is slowed down and not banned after 3 refused relays, because {why}."]
    ctl = CommandLine(tmp_path)
    assert ctl.json("trace", "slowed_down")[0]["reply"].endswith(f"because {why}.")
    assert ctl.json("ban", "list") == []


def test_a_mailbox_that_suddenly_sends_much_raises_an_alarm_until_it_is_disabled(server: ServerProcess) -> None:
    def alarms() -> list[str]:
        node = server.store.nodes.newest()
        return [] if node is None else [alarm.kind for alarm in node.alarms]

    server.start()
    client = Named("127.0.0.1", server.port)
    client.login("john@example.com", "secret")
    assert {code for code, _ in answers(client, 101)} == {250}
    client.quit()
    wait_until(lambda: alarms() == ["unusual_sending:john@example.com"], "the alarm in the node row", 40)
    server.store.directory.set_enabled("john@example.com", False, "test")
    wait_until(lambda: alarms() == [], "its end", 40)
