"""How far a server is open: each address counted once, and the level that follows from the numbers."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from posthouse_server.policy.directory import Mailbox, MemoryDirectory
from posthouse_server.policy.exposure import Exposure, Level, exposure
from posthouse_server.settings import Settings, set_paths

_AT = datetime(2026, 1, 1, tzinfo=UTC)
_HOME = MemoryDirectory(frozenset({"home.test"}), {"john@home.test": Mailbox("john@home.test", "j")})


def _exposure(*ranges: str, **changes: object) -> Exposure:
    paths = {f"smtp.{path.replace('__', '.')}": value for path, value in changes.items()}
    return exposure(set_paths(Settings(), {
        "smtp.relay.allow_privileged_ip_ranges": True, "smtp.relay.privileged_ip_ranges": [{"range": text} for text in ranges],
        **paths}), _HOME, _AT)


@pytest.mark.parametrize(("ranges", "level", "public", "private"), [
    ((), Level.CLOSED, 0, 0), (("10.0.0.0/24",), Level.PRIVATE, 0, 256), (("fc00::/120",), Level.PRIVATE, 0, 256),
    (("8.8.8.8",), Level.PUBLIC, 1, 0), (("10.0.0.0/8", "8.8.8.8"), Level.PUBLIC, 1, 2**24),
    (("8.8.8.0/30", "8.8.8.2-8.8.8.5", "8.8.8.8", "10.0.0.0/24", "10.0.0.9"), Level.PUBLIC, 7, 256)])
def test_each_address_counts_once_and_by_its_kind(ranges: tuple[str, ...], level: Level, public: int, private: int) -> None:
    found = _exposure(*ranges)
    assert (found.level, found.public, found.private) == (level, public, private)


@pytest.mark.parametrize(("ranges", "level"), [
    (("1.0.0.0-111.255.255.255",), Level.PUBLIC), (("1.0.0.0-112.255.255.255",), Level.OPEN), (("0.0.0.0/0",), Level.OPEN),
    (("1.0.0.0-55.255.255.255", "150.0.0.0-191.255.255.255"), Level.PUBLIC), (("0.0.0.0-8.8.8.7", "8.8.8.9-*"), Level.OPEN),
    (("2000::/5",), Level.PUBLIC), (("2000::/4",), Level.OPEN), (("::/0",), Level.OPEN)])
def test_half_of_the_internet_is_open_and_less_is_not(ranges: tuple[str, ...], level: Level) -> None:
    texts = (text.replace("*", "255.255.255.255") for text in ranges)
    assert _exposure(*texts).level is level


def test_a_few_banned_addresses_do_not_make_an_open_relay_less_open() -> None:
    found = _exposure(relay__allow_local_sender_addresses=True, inbound__access_control__ranges=["8.8.8.0/24", "2600::/16"])
    assert found.level is Level.OPEN
    assert "john@home.test" in found.sentence


@pytest.mark.parametrize(("changes", "is_reachable"), [
    ({}, False), ({"inbound__listeners": [{"address": "127.0.0.1"}, {"address": "::1"}]}, False),
    ({"inbound__listeners": [{"address": "0.0.0.0"}]}, True), ({"inbound__listeners": [{"address": "::"}]}, True),
    ({"inbound__listeners": [{"address": "127.0.0.1"}, {"address": "192.0.2.1", "port": 2526}]}, True),
    ({"inbound__proxy_protocol_from": ["127.0.0.1"]}, True)])
def test_who_can_reach_the_listeners_is_told_apart(changes: dict[str, object], is_reachable: bool) -> None:
    assert _exposure("8.8.8.8", **changes).is_reachable_from_outside is is_reachable


def test_a_hundred_thousand_ranges_are_counted_exactly_and_not_by_comparing_each_with_each() -> None:
    hosts = range(0, 200_000, 2)
    settings = set_paths(Settings(), {
        "smtp.relay.allow_privileged_ip_ranges": True,
        "smtp.relay.privileged_ip_ranges": [{"range": f"10.{host >> 16}.{host >> 8 & 255}.{host & 255}"} for host in hosts]})
    started = time.process_time()
    found = exposure(settings, _HOME, _AT)
    assert (found.level, found.private, found.public) == (Level.PRIVATE, 100_000, 0)
    assert time.process_time() - started < 10, "a second on a quiet machine; each with each would take minutes"
