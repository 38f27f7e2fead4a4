"""Suggested ranges are tight, keep the conditions of what they narrow, and strangers come last with words of warning."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from posthouse_server.paths import DataFolder
from posthouse_server.settings import Settings, set_paths
from posthouse_server.store import Store
from posthouse_server.store.bans import Ban, BanReason, Evidence
from posthouse_server.store.clock import now
from posthouse_server.store.suggestions import Suggestion, find_suggestions, suggest_ranges
from posthouse_server.store.traffic import DecisionRow

_PATH = "smtp.relay.privileged_ip_ranges"
Seen = Callable[..., None]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with one domain."""
    with Store(DataFolder(tmp_path / "data")) as opened:
        opened.directory.add_domain("example.com", "test")
        yield opened


@pytest.fixture
def seen(store: Store) -> Seen:
    """Record decisions."""
    numbers = iter(range(10_000))

    def record(client: str, rule: str = "no_criterion_met", recipient: str = "a@far.example", sender: str = "s@example.com",
               times: int = 1) -> None:
        store.traffic.open_writer()
        for _ in range(times):
            number = next(numbers)
            store.traffic.record_decision(DecisionRow(f"i{number}", now(), client, None, False, sender.format(number),
                                                      recipient.format(number), "refused", rule, "550 no", 1))
        store.traffic.close_writer()

    return record


def _found(store: Store, *entries: dict[str, object]) -> tuple[Suggestion, ...]:
    return suggest_ranges(store, set_paths(Settings(), {_PATH: list(entries)}))


def test_single_addresses_neighbours_and_strangers(store: Store, seen: Seen) -> None:
    for host in range(20):
        seen(f"192.168.1.{host}")
    for host in range(6):
        seen("8.8.4.4", recipient=f"a@d{host}.example")
    seen("10.0.4.17", "privileged_range")
    seen("10.0.9.9", "privileged_range")
    seen("10.0.7.1")
    seen("10.0.7.2", "banned")
    found = _found(store, {"range": "10.0.4.0/24"}, {"range": "10.0.9.9"})
    assert [(item.range, item.number, item.replaces, item.is_suspicious) for item in found] == [
        ("192.168.1.0/27", 20, "", False), ("10.0.4.17", 1, "10.0.4.0/24", False), ("10.0.7.1", 1, "", False),
        ("8.8.4.4", 6, "", True)]
    assert found[0].senders == ("example.com",)


def test_a_stranger_comes_last_however_often_it_came_with_what_speaks_against_it(store: Store, seen: Seen) -> None:
    seen("10.0.4.17")
    seen("81.2.69.142")
    seen("185.220.101.4", sender="x{}@spam.example", times=97)
    seen("185.220.101.4", "login_failed", times=12)
    store.bans.record(Ban("185.220.101.4", now(), now() + timedelta(hours=1), 1, BanReason.FAILED_LOGINS, Evidence(12)))
    device, office, stranger = _found(store)
    assert (device.range, device.warning, device.is_public) == ("10.0.4.17", "", False)
    assert (office.range, office.warning, office.is_public) == ("81.2.69.142", "", True)
    assert stranger.warning == ("a stranger on the Internet: 97 refused recipients from 97 senders, 12 failed logins, banned "
                                "for failed logins; take it only if you know this device")


@pytest.mark.parametrize(("rule", "times"), [("login_failed", 3), ("no_criterion_met", 0)])
def test_a_public_address_is_a_stranger_for_failed_logins_or_senders_of_others(
        store: Store, seen: Seen, rule: str, times: int) -> None:
    seen("81.2.69.142", sender="s@example.com" if times else "s@other.example")
    seen("81.2.69.142", rule, times=times)
    (found,) = _found(store)
    assert found.is_suspicious


def test_a_device_in_the_house_with_a_wrong_password_is_no_attacker_but_one_of_many_senders_may_be(
        store: Store, seen: Seen) -> None:
    seen("10.0.0.1")
    seen("10.0.0.1", "login_failed", times=30)
    seen("10.0.0.2", sender="x{}@other.example", times=9)
    seen("10.0.0.2", "login_failed", times=30)
    device, infected = _found(store)
    assert (device.range, device.warning) == ("10.0.0.1", "")
    assert (infected.range, infected.warning) == (
        "10.0.0.2", "it behaves as an attacker does: 9 refused recipients from 9 senders, 30 failed logins; take it only if "
                    "you know this device")


def test_a_narrower_entry_keeps_the_end_the_hours_and_the_senders_of_the_wider_one(store: Store, seen: Seen) -> None:
    end = datetime(2099, 1, 1, tzinfo=UTC)
    seen("10.0.4.17", "privileged_range")
    (found,) = _found(store, {"range": "10.0.4.0/24", "note": "Office", "expires_at": end.isoformat(),
                              "hours": ["mon-sun 00:00-24:00"], "senders": ["example.com"]})
    entry = found.entry("scanner.house.example")
    assert (entry.expires_at, entry.hours, entry.senders) == (end, ("mon-sun 00:00-24:00",), ("example.com",))
    assert entry.note.startswith("Office: scanner.house.example (suggested 2")


def test_who_relays_by_a_wider_range_and_who_has_another_entry(store: Store, seen: Seen) -> None:
    seen("10.0.4.17", "privileged_range", times=3)
    seen("10.0.9.9", "privileged_range", times=4)
    settings = set_paths(Settings(), {_PATH: [{"range": "10.0.0.0/8"}, {"range": "10.0.9.9"}]})
    found = find_suggestions(store, settings)
    assert [(item.range, item.replaces) for item in found.ranges] == [("10.0.4.17", "10.0.0.0/8")]
    (wide,) = found.wide
    outcome = wide.without([found.ranges[0].entry("")], [wide.entry])
    assert [client.client for client in outcome.covered] == ["10.0.9.9", "10.0.4.17"]
    assert outcome.refused == ()
    assert [client.client for client in wide.without([]).refused] == ["10.0.4.17"]


def test_a_client_refused_since_its_range_has_gone_is_suggested_again(store: Store, seen: Seen) -> None:
    seen("10.0.9.9", "privileged_range", times=4)
    assert _found(store) == ()
    seen("10.0.9.9", times=2)
    (found,) = _found(store)
    assert (found.range, found.number, found.reason) == ("10.0.9.9", 2, "was refused relay")


def test_who_was_refused_by_the_conditions_of_an_entry_or_after_its_end(store: Store, seen: Seen) -> None:
    seen("10.0.0.1")
    seen("10.0.0.2")
    limited, ended = _found(store, {"range": "10.0.0.1", "senders": ["a@example.com"]},
                            {"range": "10.0.0.2", "expires_at": (now() - timedelta(hours=1)).isoformat()})
    assert limited.reason == "was refused relay by the hours or the senders of 10.0.0.1"
    assert ended.reason == "was refused relay"


def test_since_when_how_often_and_from_whom_within_thirty_days(store: Store) -> None:
    at = now()
    seen = [(2, "a@one.example", "relay", "privileged_range"), (20, "b@two.example", "relay", "privileged_range"),
            (3, "c@three.example", "refused", "no_criterion_met"), (40, "d@four.example", "relay", "privileged_range")]
    store.traffic.open_writer()
    for client in ("10.0.4.17", "10.0.4.99"):
        for number, (days, sender, verdict, rule) in enumerate(seen):
            if client == "10.0.4.17" or days > 30:
                store.traffic.record_decision(DecisionRow(
                    f"{client[-2:]}-{number}", at - timedelta(days=days), client, None, False, sender, "a@far.example", verdict,
                    rule, "250 OK", 1, None, 5))
    store.traffic.close_writer()
    (found,) = _found(store, {"range": "10.0.4.0/24"})
    assert (found.range, found.number) == ("10.0.4.17", 10), "the refusals are not what the entry is for"
    assert abs(found.since - (at - timedelta(days=20))) < timedelta(minutes=1)
    assert found.senders == ("one.example", "three.example", "two.example")
    refused = suggest_ranges(store, Settings())
    assert [(item.range, item.number) for item in refused] == [("10.0.4.17", 5)]
    assert abs(refused[0].since - (at - timedelta(days=3))) < timedelta(minutes=1)


def test_a_network_is_known_since_the_first_of_its_clients_and_by_the_senders_of_all(store: Store) -> None:
    at = now()
    store.traffic.open_writer()
    for host in range(1, 21):
        store.traffic.record_decision(DecisionRow(
            f"i{host}", at - timedelta(days=host), f"192.168.1.{host}", None, False, f"s@d{host % 3}.example", "a@far.example",
            "refused", "no_criterion_met", "550 no", 1, None, host))
    store.traffic.close_writer()
    (found,) = _found(store)
    assert (found.range, found.number, len(found.clients)) == ("192.168.1.0/27", sum(range(1, 21)), 20)
    assert abs(found.since - (at - timedelta(days=20))) < timedelta(minutes=1)
    assert found.senders == ("d0.example", "d1.example", "d2.example")


def test_a_range_that_is_full_is_as_tight_as_it_can_be(store: Store, seen: Seen) -> None:
    for host in range(20):
        seen(f"10.0.4.{host}", "privileged_range")
    assert _found(store, {"range": "10.0.4.0-10.0.4.19"}) == ()
    assert _found(store, {"range": "10.0.4.0/27"}) == ()
    assert [item.range for item in _found(store, {"range": "10.0.4.0/24"})] == ["10.0.4.0/27"]
    assert [item.range for item in _found(store, {"range": "10.0.0.0/8"}, {"range": "10.0.4.0/24"})] == ["10.0.4.0/27"]
