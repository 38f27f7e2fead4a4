"""Exposure, comparison and remedies against brute force: what they say is what `decide` does."""

import os
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from brute_ends import fate
from posthouse_server.policy.addresses import parse_address
from posthouse_server.policy.comparison import Traffic, flips
from posthouse_server.policy.decision import Policy, Request, Rule, Verdict
from posthouse_server.policy.directory import Mailbox, MemoryDirectory
from posthouse_server.policy.exposure import Exposure, Level, Way, WayKind, exposure, exposure_change, proves
from posthouse_server.policy.hours import parse_hours
from posthouse_server.policy.literals import parse_mailbox
from posthouse_server.policy.networks import IPAddress, IPRange, normalised
from posthouse_server.policy.remedies import remedies
from posthouse_server.settings import Settings, set_paths

POLICIES = int(os.environ.get("POSTHOUSE_EXPOSURE_POLICIES", "25"))
"""Each is asked 810 questions by the first test, and 2268 by the one about flips."""
RANDOM = settings(max_examples=POLICIES, deadline=None, derandomize=True, database=None)
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
TIMES = [NOW, NOW + timedelta(minutes=30), NOW + timedelta(hours=9), NOW + timedelta(days=4), NOW + timedelta(days=40)]
CLIENTS = ["10.0.0.1", "10.0.0.9", "10.0.7.8", "8.8.8.8", "::ffff:10.0.0.1", "2001:db8::1", "2600::1", "127.0.0.1", "::1"]
RANGES = ["10.0.0.1", "10.0.0.8/29", "10.0.0.9-10.0.7.7", "10.0.*", "8.8.8.0/24", "2001:db8::/64", "2600::/16", "*", "::/0",
          "128.0.0.0/1", "::ffff:10.0.0.0/120"]
HOURS = ["mon-fri 08:00-18:00", "sat 22:00-02:00", "tue 12:15-12:45"]
SENDERS = ["far.test", "Ann@far.test", "john@home.test", "", "x@other.test", "off@home.test", "bad", "near.test"]
LITERALS = ["john@[192.0.2.9]", "x@[8.8.8.8]"]
DIRECTORIES = [
    MemoryDirectory(frozenset({"home.test"}), {"john@home.test": Mailbox("john@home.test", "j"),
                                               "off@home.test": Mailbox("off@home.test", "o", enabled=False)}),
    MemoryDirectory(frozenset({"home.test", "far.example"}), {"off@home.test": Mailbox("off@home.test", "o", enabled=False)}),
    MemoryDirectory()]
MARY = Mailbox("mary@home.test", "m")
LEADING_ON = [
    MemoryDirectory(frozenset({"home.test"}), {
        "john@home.test": Mailbox("john@home.test", "j", forwards_to=("mary@home.test", "x@far.example")),
        "mary@home.test": MARY,
        "off@home.test": Mailbox("off@home.test", "o", enabled=False)}, {"home.test": MARY}),
    MemoryDirectory(frozenset({"home.test"}), {
        "john@home.test": Mailbox("john@home.test", "j", keeps=False, forwards_to=("off@home.test", "gone@home.test")),
        "off@home.test": Mailbox("", "", keeps=False, forwards_to=("john@home.test", "mary@home.test")),
        "mary@home.test": MARY}, {"home.test": Mailbox("ann@home.test", "a")}, {"home.test": MARY, "": MARY})]
"""Redirections that keep a copy or none, a group in a circle with one, catch-alls and a reader of postmaster's mail."""
NAMED = [text for text in SENDERS if "." in text]
WRITTEN = [f"anyone@{text}" if text.endswith("test") and "@" not in text else text for text in SENDERS] + LITERALS[:1]
GATES = (Rule.ACCESS_CONTROL, Rule.BLOCKED_SENDER, Rule.SPOOFED_SENDER, Rule.FOREIGN_SENDER)
RECIPIENTS = ["y@away.test", "john@home.test", "nobody@home.test", "off@home.test", "postmaster", "z@far.example", "bad",
              "john@[192.0.2.9]", "off@[192.0.2.9]", "Postmaster@[192.0.2.9]", "nobody@[IPv6:::ffff:192.0.2.9]",
              "a%b@[192.0.2.9]", "x@[8.8.8.8]", "x@[10.0.0.1]"]


def _changed(base: Settings, values: dict[str, Any]) -> Settings:
    return set_paths(base, {f"smtp.{path}": value for path, value in values.items()})


@st.composite
def policies(draw: st.DrawFn) -> Settings:
    """Settings that differ in everything that the relay decision looks at."""
    ends = st.sampled_from([None, None, NOW - timedelta(days=1), NOW + timedelta(minutes=20), NOW + timedelta(days=5)])
    entry = st.fixed_dictionaries({
        "range": st.sampled_from(RANGES), "expires_at": ends.map(lambda at: at and at.isoformat()),
        "hours": st.lists(st.sampled_from(HOURS), max_size=2, unique=True),
        "senders": st.lists(st.sampled_from(NAMED), max_size=2, unique=True)})
    often = st.sampled_from([True, True, True, False])
    listener = st.sampled_from(["127.0.0.1", "0.0.0.0", "192.0.2.9", "192.0.2.9"])
    return _changed(Settings(), {
        "security.allow_domain_literals": draw(st.sampled_from([True, True, False])),
        "general.default_domain": draw(st.sampled_from(["", "home.test", "home.test", "far.test", "far.example"])),
        "inbound.listeners": [{"address": draw(listener)}],
        "relay.enabled": draw(often), "relay.allow_privileged_ip_ranges": draw(often),
        "relay.allow_authenticated_senders": draw(st.booleans()),
        "relay.allow_local_sender_addresses": draw(st.booleans()),
        "relay.privileged_ip_ranges": draw(st.lists(entry, max_size=4)),
        "inbound.access_control.mode": draw(st.sampled_from(["banned", "banned", "only_allowed"])),
        "inbound.access_control.ranges": draw(st.lists(st.sampled_from(RANGES), max_size=2)),
        "security.refuse_spoofed_senders": draw(st.sampled_from([False, False, True])),
        "security.require_own_sender_address": draw(st.booleans()), "security.disable_catch_alls": draw(st.booleans()),
        "blocked_addresses.senders": draw(st.lists(st.sampled_from(NAMED), max_size=2, unique=True))})


def _holds(way: Way, client: IPAddress, sender: str, at: datetime) -> bool:
    """Judge a way by its own words alone."""
    if way.kind is WayKind.LOCAL_SENDER:
        return sender == "john@home.test" and any(normalised(client) in block for block in way.networks)
    address = parse_mailbox(sender) if sender else None
    keys = {parse_address(text).key if "@" in text else text for text in way.senders}
    return (any(normalised(client) in block for block in way.networks) and (way.until is None or at < way.until)
            and (not way.hours or any(parse_hours(text).holds(at) for text in way.hours))
            and (not keys or (address is not None and not keys.isdisjoint({address.key, address.domain}))))


def _edges(block: IPRange) -> list[IPAddress]:
    return [block.first, block.last]


@RANDOM
@given(policies(), st.sampled_from(DIRECTORIES))
def test_whoever_relays_is_in_a_way(given_settings: Settings, directory: MemoryDirectory) -> None:
    found, policy = exposure(given_settings, directory, NOW), Policy(given_settings, directory)
    for client in map(ip_address, CLIENTS):
        for sender in WRITTEN:
            for at in TIMES:
                for recipient in ("y@away.test", "x@[8.8.8.8]"):
                    relays = policy.decide(Request(client, sender, recipient, at)).verdict is Verdict.RELAY
                    assert not relays or any(_holds(way, client, sender, at) for way in found.ways), (client, sender, at)


@RANDOM
@given(policies(), st.sampled_from(DIRECTORIES))
def test_every_edge_of_every_way_relays(given_settings: Settings, directory: MemoryDirectory) -> None:
    found, policy = exposure(given_settings, directory, NOW), Policy(given_settings, directory)
    assert (found.level is Level.CLOSED) is (not found.ways)
    for way in found.ways:
        assert way.witness.at >= NOW
        assert proves(way.witness, policy), way
        assert way.public + way.private == sum(block.count for block in way.networks)
        for client in (edge for block in way.networks for edge in _edges(block)):
            request = Request(client, way.witness.sender, way.witness.recipient, way.witness.at)
            assert policy.decide(request).verdict is Verdict.RELAY, (client, way)
            for outside in (block for block in way.networks if way.kind is WayKind.PRIVILEGED_RANGE):
                assert outside.public_count() <= way.public


@RANDOM
@given(policies(), policies(), st.sampled_from(DIRECTORIES + LEADING_ON), st.sampled_from(DIRECTORIES + LEADING_ON))
def test_flips_are_those_of_brute_force(old: Settings, new: Settings, before: MemoryDirectory, after: MemoryDirectory) -> None:
    one, other = Policy(old, before), Policy(new, after)
    groups = [Traffic(client, login, False, sender, recipient, TIMES[(number + place) % len(TIMES)], 1)
              for number, (client, sender) in enumerate((client, sender) for client in CLIENTS for sender in WRITTEN)
              for place, recipient in enumerate(RECIPIENTS) for login in (None, "john@home.test")]
    found = {(item.client, item.login, item.sender, item.recipient): item for item in flips(groups, one, other)}
    for group in groups:
        request = Request(ip_address(group.client), group.sender, group.recipient, group.at, group.login)
        differs = fate(one, request) != fate(other, request)
        assert ((group.client, group.login, group.sender, group.recipient) in found) is differs, group


@RANDOM
@given(policies(), st.sampled_from(DIRECTORIES), st.sampled_from(CLIENTS), st.sampled_from(WRITTEN),
       st.sampled_from(RECIPIENTS), st.sampled_from([None, "john@home.test"]))
def test_every_remedy_cures(given_settings: Settings, directory: MemoryDirectory, client: str, sender: str, recipient: str,
                            login: str | None) -> None:
    request = Request(ip_address(client), sender, recipient, NOW, login)
    decision = Policy(given_settings, directory).decide(request)
    offered = remedies(request, decision, given_settings)
    assert not offered or decision.verdict is Verdict.REFUSED
    assert offered or decision.verdict is not Verdict.REFUSED or decision.rule in (
        Rule.MALFORMED_ADDRESS, Rule.ROUTING_CHARACTERS)
    for remedy in offered:
        if remedy.edit is not None:
            cured = Policy(remedy.edit(given_settings), directory).decide(request)
            # Behind a gate other rules stand, which the remedy says; it must open this one.
            is_better = cured.rule is not decision.rule if decision.rule in GATES else cured.verdict is not Verdict.REFUSED
            assert is_better, remedy.title


def test_the_widest_range_is_named_among_many() -> None:
    ranges = [{"range": f"8.8.{number}.0/24"} for number in range(6)]
    found = exposure(_changed(Settings(), {
        "relay.allow_privileged_ip_ranges": True, "relay.privileged_ip_ranges": [*ranges, {"range": "0.0.0.0/0"}]}),
        DIRECTORIES[0], NOW)
    assert found.level is Level.OPEN
    assert "0.0.0.0/0" in found.ways[0].sentence


def test_an_exposure_of_as_many_others_is_told_from_the_same() -> None:
    def of(*ranges: dict[str, Any]) -> Exposure:
        return exposure(_changed(Settings(), {"relay.allow_privileged_ip_ranges": True, "relay.privileged_ip_ranges": ranges}),
                        DIRECTORIES[0], NOW)

    old, same = of({"range": "10.0.0.0/24"}), of({"range": "10.0.0.0/24"})
    assert exposure_change(old, same) == f"The exposure stays as it is. {old.sentence}"
    assert exposure_change(old, of({"range": "10.0.0.64-10.0.1.63"})) == (
        f"The exposure changes, though its sentence does not: {old.sentence} Addresses that come: 64; that go: 64.")
    assert exposure_change(old, of({"range": "10.0.0.0/24", "senders": ["far.test"]})).endswith(
        " The conditions or the entries are others.")
    closed = of()
    assert exposure_change(old, closed) == f"Exposure before: {old.sentence} After: {closed.sentence}"
    assert exposure_change(old, of({"range": "10.0.0.1-10.0.1.255"})).endswith(" Addresses that come: 256; that go: 1.")
