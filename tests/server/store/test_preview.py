"""The preview says what judging every recorded recipient by both policies says."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from brute_ends import fate
from posthouse_server.paths import DataFolder
from posthouse_server.policy.comparison import Cancelled
from posthouse_server.policy.decision import Policy, Request
from posthouse_server.policy.directory_with import DirectoryChange, lost_logins
from posthouse_server.policy.directory_without import Without
from posthouse_server.policy.networks import parse_client
from posthouse_server.settings import Settings, set_paths
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.directory import Redirection, properties_of
from posthouse_server.store.directory_outcomes import (
    catch_all_set,
    domain_added,
    group_set,
    groups_removed,
    mailbox_added,
    mailbox_changed,
    switched,
)
from posthouse_server.store.preview import preview, sentence
from posthouse_server.store.traffic import DecisionRow

CLIENTS = ("10.0.4.17", "10.0.4.18", "10.0.5.1", "198.51.100.7", "2001:db8::1")
SENDERS = ("", "john@example.com", "nobody@example.com", "x@partner.example", "Boss@Partner.Example", "y@else.example")
RECIPIENTS = ("john@example.com", "Staff@example.com", "ann@example.com", "lost@example.com",
              "a@far.example", "b@far.example", "a%b@example.com", "postmaster")


def record(store: Store, rows: list[DecisionRow]) -> None:
    store.traffic.open_writer()
    for row in rows:
        store.traffic.record_decision(row)
    store.traffic.close_writer()


def row(number: int, client: str, sender: str, recipient: str, *, many: int = 1, rule: str = "privileged_range",
        login: str | None = None) -> DecisionRow:
    at = now() - timedelta(hours=number % 600, minutes=1)
    return DecisionRow(f"id{number}", at, client, login, False, sender, recipient, "relay", rule, "250 OK", 1, None, many)


def some_settings(choose: random.Random) -> Settings:
    ranges = [{"range": "10.0.4.0/24"}, {"range": "10.0.4.17"}, {"range": "10.0.0.0/16", "senders": ["partner.example"]},
              {"range": "2001:db8::/32", "senders": ["boss@partner.example"]}]
    return set_paths(Settings(), {
        "smtp.relay.enabled": choose.random() < 0.9,
        "smtp.relay.allow_authenticated_senders": choose.random() < 0.5,
        "smtp.relay.allow_privileged_ip_ranges": choose.random() < 0.8,
        "smtp.relay.allow_local_sender_addresses": choose.random() < 0.4,
        "smtp.relay.privileged_ip_ranges": choose.sample(ranges, choose.randrange(4)),
        "smtp.security.refuse_unknown_local_recipients": choose.random() < 0.5,
        "smtp.security.disable_catch_alls": choose.random() < 0.3,
        "smtp.blocked_addresses.senders": choose.sample(["else.example", "boss@partner.example"], choose.randrange(3))})


def changed(choose: random.Random, store: Store) -> DirectoryChange:
    """Choose one of the changes of a directory that can be looked at before they are made."""
    ann, john = store.directory.list_mailboxes()
    domains = store.directory.list_domains()
    redirection = choose.choice(list(Redirection))
    targets = tuple(choose.sample(["ann@example.com", "staff@example.com", "x@elsewhere.example", "lost@example.com"],
                                  choose.randrange(1, 4)))
    return choose.choice([
        mailbox_changed(john, replace(properties_of(john), redirection=redirection, redirect_to=targets), domains),
        mailbox_changed(john, replace(properties_of(john), addresses=("john@example.com", "lost@example.com")), domains),
        group_set("staff@example.com", targets), group_set("lost@example.com", targets), groups_removed(["staff@example.com"]),
        lambda base: base, catch_all_set("example.com", ann),
        lambda base: Without(base, frozenset({"example.com"} if choose.random() < 0.2 else ()),
                             frozenset({"john@example.com"} if choose.random() < 0.3 else ())),
        switched([john], domains, enabled=False), switched([ann], domains, enabled=True),
        domain_added("far.example"), catch_all_set("example.com", john),
        mailbox_added("lost@example.com", ["lost@example.com"])])


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(DataFolder(tmp_path / "data")) as opened:
        opened.directory.add_domain("example.com", "test")
        opened.directory.add_mailbox("john@example.com", "secret", "test")
        ann = opened.directory.add_mailbox("ann@example.com", "secret", "test")
        opened.directory.set_mailbox("ann@example.com", replace(
            properties_of(ann), redirection=Redirection.COPY, redirect_to=("old@elsewhere.example",)), "test")
        opened.directory.add_group("staff@example.com", "test", "", ["john@example.com", "ann@example.com"])
        yield opened


def test_it_equals_judging_each_recipient(store: Store) -> None:
    choose = random.Random(4)
    rows = [row(number, choose.choice(CLIENTS), choose.choice(SENDERS), choose.choice(RECIPIENTS),
                many=choose.choice((1, 1, 7)),
                login=choose.choice((None, None, "john@example.com"))) for number in range(400)]
    record(store, rows)
    directory = store.directory.snapshot()
    for _ in range(60):
        old, new = some_settings(choose), some_settings(choose)
        removed = changed(choose, store)(directory)
        before, after = Policy(old, directory), Policy(new, removed)
        expected = 0
        for one in rows:
            request = Request(parse_client(one.client), one.sender, one.recipient, now(), one.login)
            later = request._replace(login=None) if one.login in lost_logins(removed) else request
            if fate(before, request) != fate(after, later):
                expected += one.number
        found = preview(store, old, new, new_directory=removed)
        assert sum(flip.number for flip in found.flips) == expected
        assert found.decisions == sum(one.number for one in rows)


def test_a_line_names_client_number_and_range(store: Store) -> None:
    record(store, [row(1, "10.0.4.17", "s@example.com", "a@far.example", many=214),
                   row(2, "10.0.4.17", "s@example.com", "a@far.example", rule="banned")])
    base = {"smtp.relay.allow_privileged_ip_ranges": True}
    old = set_paths(Settings(), {**base, "smtp.relay.privileged_ip_ranges": [{"range": "10.0.4.0/24", "note": "scanner"}]})
    new = set_paths(Settings(), {**base, "smtp.relay.privileged_ip_ranges": []})
    found = preview(store, old, new)
    assert [sentence(flip, old) for flip in found.flips] == [
        "scanner 10.0.4.17, 214 messages in 30 days, would be refused (was: Privileged IP range 10.0.4.0/24)"]
    assert found.decisions == 214


def test_nothing_recorded_and_cancel(store: Store) -> None:
    assert preview(store, Settings(), Settings()).sentence.startswith("Nothing was recorded in the last 30 days")
    with pytest.raises(Cancelled):
        preview(store, Settings(), Settings(), lambda percent: percent < 50)
