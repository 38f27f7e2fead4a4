"""Who attacks, and by which ways in: no test is green for want of an attacker, and each says what it has not tried."""

import asyncio
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from typing import Any

import pytest

from posthouse_server.alarms import Alarms
from posthouse_server.live import Live
from posthouse_server.policy.decision import Policy, Request, Verdict
from posthouse_server.policy.directory import MemoryDirectory
from posthouse_server.policy.rules import Rule
from posthouse_server.relay_test.own_addresses import literals
from posthouse_server.relay_test.runner import RelayTester
from posthouse_server.relay_test.strangers import Choice
from posthouse_server.reload import Loader
from posthouse_server.settings import Settings, set_paths
from posthouse_server.settings.schema import Listener
from posthouse_server.smtp.authentication import Authenticator
from posthouse_server.store import Store
from posthouse_server.store.relay_tests import RelayTest

_RELAY = "smtp.relay"
_ACCESS = "smtp.inbound.access_control"
_DOCUMENTATION = ["198.51.100.0/24", "2001:db8::/32"]


def outcome_of(store: Store, changes: dict[str, Any]) -> RelayTest:
    """Return the outcome of a test under these settings."""
    store.settings.change(lambda settings: set_paths(settings, changes), "test")
    authenticator = Authenticator(store.directory)
    tester = RelayTester(store, Live(Loader(store).load()), authenticator, Alarms())
    try:
        return asyncio.run(tester.run("test", "on request"))
    finally:
        tester.close()
        authenticator.close()


def test_where_documentation_addresses_are_banned_somebody_else_tries_and_it_is_said(store: Store) -> None:
    test = outcome_of(store, {f"{_ACCESS}.ranges": _DOCUMENTATION})
    away = [item for item in test.outcomes if not item.is_tested]
    assert [item.client for item in away] == ["198.51.100.1", "2001:db8:1::1"]
    assert all("turned away at the connection" in item.note and "Instead" in item.note for item in away)
    assert all("554" in item.transcript for item in away)
    plain = {item.client for item in test.outcomes if item.form == "Plain" and item.is_tested}
    assert plain
    assert not plain & {item.client for item in away}
    assert any("Instead" in line for line in test.coverage)
    assert test.is_closed, test.sentence


def test_a_hole_for_others_than_documentation_addresses_is_found(store: Store) -> None:
    test = outcome_of(store, {f"{_ACCESS}.ranges": _DOCUMENTATION, f"{_RELAY}.allow_local_sender_addresses": True})
    assert "Local sender" in {item.form for item in test.open_forms}


def test_an_access_list_that_admits_a_few_is_tried_as_one_of_them(store: Store) -> None:
    test = outcome_of(store, {f"{_ACCESS}.mode": "only_allowed", f"{_ACCESS}.ranges": ["203.0.113.7"],
                          f"{_RELAY}.allow_local_sender_addresses": True})
    assert {item.client for item in test.open_forms} == {"203.0.113.7"}
    away = [item.note for item in test.outcomes if not item.is_tested]
    assert any("203.0.113.7" in note for note in away)
    assert any("over IPv6" in note for note in away)


def test_where_nobody_can_connect_the_verdict_says_so(store: Store) -> None:
    test = outcome_of(store, {f"{_ACCESS}.mode": "only_allowed", f"{_ACCESS}.ranges": ["127.0.0.1"]})
    assert test.is_closed
    assert "no form was tried" in test.sentence
    assert not any(item.is_tested for item in test.outcomes)


def test_a_single_documentation_address_that_is_banned_is_replaced_for_its_form(store: Store) -> None:
    test = outcome_of(store, {f"{_ACCESS}.ranges": ["198.51.100.3"]})
    [away] = [item for item in test.outcomes if item.client == "198.51.100.3" and "clear" in item.way]
    assert not away.is_tested
    assert any(item.form == away.form and item.is_tested and ":" not in item.client for item in test.outcomes)


def test_neighbours_of_a_privileged_range_and_private_addresses_try_too(
        store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    ranges = {f"{_RELAY}.allow_privileged_ip_ranges": True, f"{_RELAY}.privileged_ip_ranges": [{"range": "10.0.4.0/24"}]}
    test = outcome_of(store, ranges)
    assert test.is_closed, test.sentence
    assert {"10.0.3.255", "10.0.5.0", "10.0.0.1"} <= {item.client for item in test.outcomes}
    monkeypatch.setattr(Policy, "_privileged_range", leaking_to(ip_address("10.0.5.0")))
    assert {item.client for item in outcome_of(store, {}).open_forms} == {"10.0.5.0"}


def leaking_to(whom: Any) -> Any:
    """Return a rule that has one client too many."""
    def broken(_policy: Policy, client: Any, *_rest: Any) -> Any:
        result = (Verdict.RELAY, None) if client == whom else None
        return Rule.PRIVILEGED_RANGE, result, "Broken.", ()
    return broken


def test_an_entry_that_has_ended_is_tried(store: Store) -> None:
    ended = datetime.now(UTC) - timedelta(hours=1)
    test = outcome_of(store, {f"{_RELAY}.allow_privileged_ip_ranges": True, f"{_RELAY}.privileged_ip_ranges": [
        {"range": "203.0.113.9", "expires_at": ended.isoformat()}]})
    assert "203.0.113.9" in {item.client for item in test.outcomes}
    assert test.is_closed, test.sentence


def test_no_stranger_is_privileged_or_of_this_computer() -> None:
    settings = set_paths(Settings(), {f"{_RELAY}.allow_privileged_ip_ranges": True, f"{_RELAY}.privileged_ip_ranges": [
        {"range": "0.0.0.0/1"}, {"range": "10.0.0.0-192.168.0.4"}, {"range": "fc00::/7"}]})
    choice, at = Choice(settings, datetime.now(UTC)), datetime.now(UTC)
    policy = Policy(settings, MemoryDirectory())
    found = [*choice.others(), *filter(None, map(choice.admitted, (4, 6)))]
    assert found
    for stranger in found:
        client = ip_address(stranger.address)
        assert not policy.is_privileged(client, at)
        assert not client.is_loopback
        assert policy.may_connect(client)


def test_nobody_is_left_where_everybody_is_privileged() -> None:
    settings = set_paths(Settings(), {f"{_RELAY}.allow_privileged_ip_ranges": True, f"{_RELAY}.privileged_ip_ranges": [
        {"range": "0.0.0.0/0"}, {"range": "::/0"}]})
    choice = Choice(settings, datetime.now(UTC))
    assert choice.others() == ()
    assert choice.admitted(4) is choice.admitted(6) is None


def test_each_kind_of_listener_is_attacked(store: Store) -> None:
    listeners = [{"port": 25, "tls": "starttls"}, {"port": 465, "tls": "implicit"}, {"port": 2465, "tls": "implicit"},
                 {"port": 587, "require_authentication": True}]
    test = outcome_of(store, {"smtp.inbound.listeners": listeners, f"{_RELAY}.allow_local_sender_addresses": True})
    assert {item.way for item in test.outcomes} == {
        "127.0.0.1:25, in the clear", "127.0.0.1:25, after STARTTLS", "127.0.0.1:465, implicit TLS",
        "127.0.0.1:587, in the clear", "127.0.0.1:587, after STARTTLS"}
    opened = {item.way for item in test.open_forms}
    assert "127.0.0.1:465, implicit TLS" in opened
    assert "127.0.0.1:587, in the clear" not in opened


def test_a_hole_that_opens_with_tls_alone_is_found(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Policy.decide

    def trusting(policy: Policy, request: Request) -> Any:
        return real(policy, Request(ip_address("127.0.0.1"), *request[1:]) if request.tls else request)

    monkeypatch.setattr(Policy, "decide", trusting)
    test = outcome_of(store, {f"{_RELAY}.allow_privileged_ip_ranges": True, f"{_RELAY}.privileged_ip_ranges": [
        {"range": "127.0.0.1"}]})
    assert {item.way.partition(", ")[2] for item in test.open_forms} == {"after STARTTLS"}


def test_literals_name_where_the_server_listens() -> None:
    found = literals([Listener(address="192.0.2.1"), Listener(address="2001:db8::5")])
    assert found == ("[192.0.2.1]", "[IPv6:2001:db8::5]", "[127.0.0.1]", "[192.0.2.25]")
    assert len(literals([Listener(address="0.0.0.0"), Listener(address="::")])) <= 6
