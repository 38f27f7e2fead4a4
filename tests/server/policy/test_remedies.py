"""Remedies are real and narrow: each that can be applied lets the request pass the rule that refused it, and no more."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posthouse_server.policy.decision import Policy, Request, Verdict, decide
from posthouse_server.policy.directory import Mailbox, MemoryDirectory
from posthouse_server.policy.remedies import Remedy, remedies
from posthouse_server.policy.rules import Rule
from posthouse_server.settings import Settings, set_paths

_AT = datetime(2026, 1, 1, tzinfo=UTC)
_DIRECTORY = MemoryDirectory(frozenset({"example.com"}), {"john@example.com": Mailbox("john@example.com", "m")})
_CONTROL = "smtp.inbound.access_control"


def _offered(settings: Settings, client: str = "10.0.4.17", sender: str = "a@far.example",
             recipient: str = "john@example.com") -> tuple[Request, list[Remedy]]:
    request = Request(ip_address(client), sender, recipient, _AT)
    return request, remedies(request, decide(request, settings, _DIRECTORY), settings)


def _applied(remedy: Remedy, settings: Settings) -> Settings:
    assert remedy.edit is not None
    edited = remedy.edit(settings)
    assert Settings.model_validate(edited.model_dump()) == edited, "what a remedy makes can be saved"
    return edited


@given(st.integers(8, 32), st.integers(0, 2**32 - 1), st.data())
def test_a_banned_client_is_let_out_alone(bits: int, base: int, data: st.DataObject) -> None:
    low = base >> (32 - bits) << (32 - bits)
    high = low + 2 ** (32 - bits) - 1
    client, other = data.draw(st.integers(low, high)), data.draw(st.integers(low, high))
    settings = set_paths(Settings(), {f"{_CONTROL}.ranges": [f"{IPv4Address(low)}/{bits}"]})
    first, *rest = _offered(settings, str(IPv4Address(client)))[1]
    after = Policy(_applied(first, settings), _DIRECTORY)
    assert after.may_connect(IPv4Address(client))
    assert after.may_connect(IPv4Address(other)) is (other == client)
    assert all(Policy(_applied(wider, settings), _DIRECTORY).may_connect(IPv4Address(other)) for wider in rest)


def test_overlapping_bans_are_all_opened_and_others_stay() -> None:
    settings = set_paths(Settings(), {f"{_CONTROL}.ranges": ["10.0.4.0/24", "10.0.4.17", "192.0.2.1"]})
    narrow, wide = _offered(settings)[1]
    after = Policy(_applied(narrow, settings), _DIRECTORY)
    may = [text for text in ("10.0.4.16", "10.0.4.17", "10.0.4.18", "192.0.2.1") if after.may_connect(ip_address(text))]
    assert may == ["10.0.4.17"]
    assert _applied(wide, settings).smtp.inbound.access_control.ranges == ("192.0.2.1",)


def test_where_only_some_are_allowed_the_client_joins_them() -> None:
    settings = set_paths(Settings(), {f"{_CONTROL}.mode": "only_allowed", f"{_CONTROL}.ranges": ["192.0.2.1"]})
    request, (only,) = _offered(settings)
    after = _applied(only, settings)
    assert after.smtp.inbound.access_control.ranges == ("192.0.2.1", "10.0.4.17")
    assert decide(request, after, _DIRECTORY).verdict is Verdict.LOCAL


@pytest.mark.parametrize(("blocked", "left", "words"), [
    (["A@Far.example", "b@far.example"], ("b@far.example",), "Only this sender"),
    (["far.example", "other.example"], ("other.example",), "Every sender of far.example"),
    (["far.example", "a@far.example"], (), "Every sender of far.example")])
def test_a_blocked_sender_is_taken_off_the_list(blocked: list[str], left: tuple[str, ...], words: str) -> None:
    settings = set_paths(Settings(), {"smtp.blocked_addresses.senders": blocked})
    request, (only,) = _offered(settings)
    after = _applied(only, settings)
    assert after.smtp.blocked_addresses.senders == left
    assert only.why.startswith(words)
    assert decide(request, after, _DIRECTORY).verdict is Verdict.LOCAL


def test_a_refused_relay_is_offered_the_narrowest_first_and_a_login_last() -> None:
    settings = set_paths(Settings(), {"smtp.relay.privileged_ip_ranges": [{"range": "192.0.2.1"}]})
    request, (*changes, login) = _offered(settings, recipient="b@away.example")
    assert (login.title, login.can_be_applied) == ("Log in instead", False)
    edited = [_applied(item, settings) for item in changes]
    assert [tuple((item.range, item.expires_at, item.senders) for item in one.smtp.relay.privileged_ip_ranges)
            for one in edited] == [
        (("192.0.2.1", None, ()), ("10.0.4.17", end, senders))
        for end, senders in ((_AT + timedelta(hours=2), ()), (None, ("a@far.example",)), (None, ()))]
    for after in edited:
        assert decide(request, after, _DIRECTORY).verdict is Verdict.RELAY
        assert decide(request._replace(client=ip_address("10.0.4.18")), after, _DIRECTORY).verdict is Verdict.REFUSED
    later = request._replace(at=_AT + timedelta(hours=2))
    assert [decide(later, after, _DIRECTORY).verdict for after in edited] == [Verdict.REFUSED, Verdict.RELAY, Verdict.RELAY]
    other = request._replace(sender="c@far.example")
    assert [decide(other, after, _DIRECTORY).verdict for after in edited] == [Verdict.RELAY, Verdict.REFUSED, Verdict.RELAY]


def test_a_spoofed_sender_logs_in_or_is_privileged() -> None:
    settings = set_paths(Settings(), {"smtp.security.refuse_spoofed_senders": True})
    request, (advice, *others) = _offered(settings, sender="john@example.com")
    assert not advice.can_be_applied
    assert others
    assert all(decide(request, _applied(item, settings), _DIRECTORY).rule is Rule.ADDRESS_MAP for item in others)


def test_a_domain_that_refuses_by_itself_is_no_matter_of_the_settings() -> None:
    directory = MemoryDirectory(frozenset({"example.com"}), unknown={"example.com": False})
    request = Request(ip_address("192.0.2.9"), "a@far.example", "nobody@example.com", _AT)
    decision = decide(request, Settings(), directory)
    assert decision.rule is Rule.UNKNOWN_RECIPIENT
    offered = remedies(request, decision, Settings())
    assert [item.can_be_applied for item in offered] == [False, False]
    assert "Accept unknown recipients of the domain" in [item.title for item in offered]
