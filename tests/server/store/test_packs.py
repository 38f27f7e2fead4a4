"""Packs hold what the decisions say: a preview from them is that of judging every recorded recipient."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brute_ends import fate
from posthouse_server.paths import DataFolder
from posthouse_server.policy.decision import Policy, Request
from posthouse_server.policy.directory import Directory, Mailbox
from posthouse_server.policy.directory_with import With, lost_logins
from posthouse_server.policy.directory_without import Without
from posthouse_server.policy.networks import parse_client
from posthouse_server.settings import Settings, set_paths
from posthouse_server.store import Store, packs, preview_sums
from posthouse_server.store.clock import now
from posthouse_server.store.preview import preview
from posthouse_server.store.traffic import DecisionRow
from posthouse_server.store.traffic_writes import Pruning, write_rows

CLIENTS = ("10.0.4.17", "10.0.4.18", "10.0.5.1", "198.51.100.7", "2001:db8::1", "not an address")
SENDERS = ("", "john@example.com", "JOHN@Example.com", "nobody@example.com", "x@partner.example", "Boss@Partner.Example",
           "y@else.example", '"a b"@else.example', "bad", "tab\t@else.example", "anybody@else.example")
RECIPIENTS = ("john@example.com", "All@example.com", "ann@later.example", "lost@example.com",
              "a@far.example", "b@far.example", "a%b@example.com", "postmaster",
              "c@[192.0.2.1]", "no.dots@example.com", "new@later.example", "line\nbreak@far.example", "x@-bad-.example")
LOGINS = (None, "john@example.com", "ann@later.example")
RULES = ("privileged_range", "no_criterion_met", "address_map", "malformed_address", "banned", "authenticated")
DAY = timedelta(days=1)
Drawn = list[tuple[str, str | None, str, str, str, int, float]]
"""Client, login, sender, recipient, rule, number, and how many days ago."""

rows = st.lists(st.tuples(
    st.sampled_from(CLIENTS), st.sampled_from(LOGINS), st.sampled_from(SENDERS), st.sampled_from(RECIPIENTS),
    st.sampled_from(RULES), st.sampled_from([1, 1, 1, 5]), st.floats(0.0, 45.0)), max_size=60)
ranges = st.lists(st.sampled_from([
    {"range": "10.0.4.0/24"}, {"range": "10.0.4.17"}, {"range": "10.0.0.0/16", "senders": ["partner.example"]},
    {"range": "10.0.5.0/24", "hours": ["mon-fri 08:00-18:00"]}, {"range": "198.51.100.0/24", "expires_at": "2020-01-01T00:00Z"},
    {"range": "10.0.4.18", "hours": ["sat-sun 00:00-12:00"], "senders": ["john@example.com"]},
    {"range": "2001:db8::/32", "senders": ["boss@partner.example"]}]), max_size=4, unique_by=lambda item: str(item["range"]))
policies = st.fixed_dictionaries({
    "smtp.relay.enabled": st.sampled_from([True, True, True, False]),
    "smtp.relay.allow_authenticated_senders": st.booleans(),
    "smtp.relay.allow_privileged_ip_ranges": st.sampled_from([True, True, False]),
    "smtp.relay.allow_local_sender_addresses": st.booleans(),
    "smtp.relay.privileged_ip_ranges": ranges,
    "smtp.security.refuse_unknown_local_recipients": st.booleans(),
    "smtp.security.refuse_spoofed_senders": st.booleans(),
    "smtp.security.disable_catch_alls": st.booleans(),
    "smtp.inbound.access_control.ranges": st.lists(st.sampled_from(["10.0.4.17", "2001:db8::/32"]), max_size=1),
    "smtp.blocked_addresses.senders": st.lists(st.sampled_from(["else.example", "boss@partner.example"]), unique=True),
}).map(lambda paths: set_paths(Settings(), paths))
goals = st.lists(st.sampled_from(["john@example.com", "all@example.com", "ann@later.example", "gone@example.com",
                                  "x@away.example"]), min_size=1, max_size=3, unique=True).map(tuple)
boxes = st.one_of(
    st.builds(Mailbox, st.just("john@example.com"), st.just("example.com/john"), st.booleans(), st.booleans(), goals),
    st.just(Mailbox("mary@example.com", "example.com/mary")),
    goals.map(lambda found: Mailbox("", "", keeps=False, forwards_to=found)))
others = st.dictionaries(st.sampled_from(["john@example.com", "all@example.com", "lost@example.com"]), boxes, max_size=3)
changes = st.one_of(
    st.just(lambda base: base),
    st.just(lambda base: Without(base, frozenset({"later.example"}), frozenset({"ann@later.example"}))),
    others.map(lambda found: lambda base: With(base, addresses=found)),
    st.just(lambda base: With(base, gone=frozenset({"all@example.com"}))),
    boxes.map(lambda found: lambda base: With(base, catch_alls={"example.com": found})))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("filled") / "data"
    with Store(DataFolder(root)) as store:
        store.directory.add_domain("example.com", "test")
        store.directory.add_domain("later.example", "test")
        store.directory.add_mailbox("john@example.com", "secret", "test")
        store.directory.add_mailbox("ann@later.example", "secret", "test")
        store.directory.add_group("all@example.com", "test", "", ["john@example.com", "ann@later.example", "y@away.example"])
    return root


def _write(store: Store, items: list[object]) -> None:
    with store.traffic._database.write() as connection:
        write_rows(connection, items)


def _record(store: Store, given_rows: Drawn, at: datetime) -> None:
    made = [DecisionRow(f"id{number}", at - days * DAY, client, login, False, sender, recipient, "relay", rule, "250 OK", 1,
                        None, many) for number, (client, login, sender, recipient, rule, many, days) in enumerate(given_rows)]
    half = len(made) // 2
    _write(store, [*made[:half], Pruning()])  # packs what is old; of the rest, most is late, some is too new
    _write(store, list(made[half:]))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(rows, policies, policies, changes)
def test_a_preview_equals_judging_each_recipient(filled: Path, given_rows: Drawn,
                                                 old: Settings, new: Settings,
                                                 change: Callable[[Directory], Directory]) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(packs, "_LEAST_ROWS", 1)
        patch.setattr(packs, "PACK_ROWS", 7)
        shutil.copytree(filled, Path(folder) / "data")
        with Store(DataFolder(Path(folder) / "data")) as store:
            at = now()
            _record(store, given_rows, at)
            directory = store.directory.snapshot()
            after = change(directory)
            found = preview(store, old, new, new_directory=after)
            assert _found(found.flips) == _expected(
                given_rows, Policy(old, directory), Policy(new, after), at)
            assert found.decisions == sum(many for *_, rule, many, days in given_rows if rule != "banned" and days < 30)


def _found(flips: tuple[preview_sums.Flip, ...]) -> Counter[tuple[str, str | None, str, str]]:
    numbers: Counter[tuple[str, str | None, str, str]] = Counter()
    for flip in flips:
        numbers[flip.client, flip.login, flip.before.verdict, flip.after.verdict] += flip.number
    return numbers


def _expected(given_rows: Drawn, before: Policy, after: Policy,
              at: datetime) -> Counter[tuple[str, str | None, str, str]]:
    numbers: Counter[tuple[str, str | None, str, str]] = Counter()
    has_hours = any(item.hours for policy in (before, after) for item in policy.settings.smtp.relay.privileged_ip_ranges)
    lost = lost_logins(after.directory)
    for client, login, sender, recipient, rule, many, days in given_rows:
        if rule in ("banned", "malformed_address") or days >= 30 or client == "not an address":
            continue
        when = at
        if has_hours:  # the middle of this quarter of an hour, in the week to come
            slot = int((at - days * DAY).timestamp() // 900) * 900 + 450
            when = datetime.fromtimestamp(slot, at.tzinfo)
            while when < at:
                when += 7 * DAY
        request = Request(parse_client(client), sender, recipient, when, login)
        one = fate(before, request)
        other = fate(after, request._replace(login=None) if login in lost else request)
        if one != other:
            numbers[client, login, one[0], other[0]] += many
    return numbers


def _row(number: int, days: float) -> DecisionRow:
    return DecisionRow(f"n{number}", now() - days * DAY, "10.0.4.17", None, True, "a@far.example", "b@far.example", "relay",
                       "privileged_range", "250 OK", 1)


def _number(store: Store, since_days: float) -> int:
    with store.traffic.reading() as connection:
        return sum(len(pack.seconds) for _, pack in packs.read_packs(connection, (now() - since_days * DAY).timestamp()))


def test_few_rows_wait_and_many_are_packed_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs, "_LEAST_ROWS", 50)
    _write(store, [*(_row(number, 1 + number / 100) for number in range(50)), Pruning()])
    with closing(sqlite3.connect(store.folder.traffic_db)) as connection:
        assert connection.execute("SELECT count(*) FROM packs").fetchone() == (0,)
    _write(store, [_row(50, 0.5), _row(51, 0.0), Pruning()])
    _write(store, [Pruning()])
    with closing(sqlite3.connect(store.folder.traffic_db)) as connection:
        assert connection.execute("SELECT count(*) FROM packs").fetchone() == (1,)
    assert _number(store, 30) == 52
    assert _number(store, 1.205) == 23


def test_what_is_forgotten_is_in_no_pack(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs, "_LEAST_ROWS", 1)
    monkeypatch.setattr(packs, "PACK_ROWS", 5)
    with store.traffic._database.write() as connection:
        write_rows(connection, [_row(number, 200 - number) for number in range(150)])
        packs.pack_all(connection)
    _write(store, [Pruning()])
    assert _number(store, 90) == 39  # the fortieth is older by what the test has taken
    with closing(sqlite3.connect(store.folder.traffic_db)) as connection:
        assert connection.execute("SELECT count(*) FROM packs").fetchone() == (8,)


def test_an_older_folder_is_packed_when_it_is_opened(store: Store, folder: DataFolder) -> None:
    _write(store, [_row(number, 1 + number / 100) for number in range(30)])
    store.close()
    with closing(sqlite3.connect(folder.traffic_db)) as connection:
        connection.executescript("DROP TABLE packs; UPDATE alembic_version SET version_num = '0003'")
    with Store(folder) as opened:
        assert _number(opened, 30) == 30
        with closing(sqlite3.connect(folder.traffic_db)) as connection:
            assert connection.execute("SELECT count(*) FROM packs").fetchone() == (1,)


@given(st.lists(st.tuples(*[st.integers(0, 2**40)] * 4), min_size=1, max_size=30))
def test_rows_are_joined_alike_however_large_their_numbers(rows: list[tuple[int, int, int, int]]) -> None:
    joined = preview_sums._joined(*(np.array(column, np.int64) for column in zip(*rows, strict=True))).tolist()
    assert all((rows[one] == rows[other]) == (joined[one] == joined[other]) for one in range(len(rows)) for other in range(one))
