"""The reply texts that administrators' tools match on (mailenable.md), and the standard codes."""

from ipaddress import ip_address
from typing import Any

import pytest

from posthouse_server.policy.decision import Decision, Policy, Request, Rule
from posthouse_server.policy.directory import Mailbox, MemoryDirectory
from posthouse_server.policy.replies import Reply, reply_for
from posthouse_server.settings import Settings, set_paths
from posthouse_server.settings.schema import DenialReply
from posthouse_server.store.clock import now

RELAY_DENIED = ("503 This mail server requires authentication when attempting to send to a non-local e-mail address. "
                "Please check your mail client settings or contact your administrator to verify that the domain or "
                "address is defined for this server.")
NOT_LOCAL = "550 Requested action not taken: mailbox unavailable or not local."
OK = "250 Requested mail action okay, completed"

JOHN = Mailbox("john@home.test", "home.test/john")
OFF = Mailbox("off@home.test", "home.test/off", enabled=False)
DIRECTORY = MemoryDirectory(frozenset({"home.test"}), {"john@home.test": JOHN, "off@home.test": OFF})


def _decide(recipient: str, dialect: DenialReply, sender: str = "x@away.test", **changes: Any) -> Decision:
    paths = {path.replace("__", "."): value for path, value in changes.items()}
    settings = set_paths(Settings(), {"smtp.relay.denial_reply": dialect.value, **paths})
    return Policy(settings, DIRECTORY).decide(Request(ip_address("192.0.2.1"), sender, recipient, now()))


@pytest.mark.parametrize(("recipient", "mailenable", "standard"), [
    ("y@away.test", RELAY_DENIED, "550 5.7.1"),
    ("nobody@home.test", NOT_LOCAL, "550 5.1.1"),
    ("off@home.test", NOT_LOCAL, "550 5.2.1"),
    ("y%away.test@home.test", RELAY_DENIED, "550 5.7.1"),
    ("john@home.test", OK, "250 2.1.5"),
    ("postmaster", OK, "250 2.1.5"),
    ("no address", "553 5.1.3 The address is malformed", "553 5.1.3"),
])
def test_replies(recipient: str, mailenable: str, standard: str) -> None:
    assert str(_decide(recipient, DenialReply.MAILENABLE).reply) == mailenable
    assert str(_decide(recipient, DenialReply.STANDARD).reply).startswith(f"{standard} ")


def test_relaying_switched_off() -> None:
    assert str(_decide("y@away.test", DenialReply.MAILENABLE, smtp__relay__enabled=False).reply) == RELAY_DENIED
    assert str(_decide("y@away.test", DenialReply.STANDARD, smtp__relay__enabled=False).reply).startswith("550 5.7.1 ")


@pytest.mark.parametrize("sender", ["spam@evil.test", '"a@b"@EVIL.test'])
def test_a_blocked_sender_reads_its_domain(sender: str) -> None:
    decision = _decide("john@home.test", DenialReply.MAILENABLE, sender, smtp__blocked_addresses__senders=["evil.test"])
    assert decision.rule is Rule.BLOCKED_SENDER
    assert str(decision.reply).lower() == "550 recipient denied: evil.test is a blacklisted domain."
    assert _decide("john@home.test", DenialReply.STANDARD, sender,
                   smtp__blocked_addresses__senders=["evil.test"]).reply.code == 550


def test_a_reply_carries_its_id() -> None:
    assert Reply(550, "5.7.1 No").with_id("K7Q2-9FXB") == "550 5.7.1 No [K7Q2-9FXB]"


def test_every_rule_has_a_reply_and_a_label() -> None:
    for rule in Rule:
        assert rule.label
        for dialect in DenialReply:
            reply = reply_for(rule, dialect, "a@b.test")
            assert 200 <= reply.code < 600
            assert str(reply).isascii()
            if dialect is DenialReply.STANDARD:
                assert reply.text.startswith(f"{reply.code // 100}.")
