"""Floods of refusals: few rows, every one counted, and each id of a reply leads to a row."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from posthouse_server.paths import DataFolder
from posthouse_server.store import Store, floods, traffic
from posthouse_server.store.clock import now
from posthouse_server.store.floods import Flood, FloodGate
from posthouse_server.store.ids import new_id
from posthouse_server.store.traffic import DecisionRow, TrafficStore


class Clock:
    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def records(store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[TrafficStore]:
    monkeypatch.setattr(traffic, "_GATHER_S", 0.0)
    store.traffic._equal = FloodGate(10, 10.0, clock)
    store.traffic._of_client = FloodGate(100, 60.0, clock)
    store.traffic.open_writer()
    yield store.traffic
    store.traffic.close_writer()


def _refuse(records: TrafficStore, client: str = "192.0.2.1", recipient: str = "y@away.test", rule: str = "r") -> str:
    return records.record_refusal(DecisionRow(new_id(), now(), client, None, False, "x@away.test", recipient, "refused", rule,
                                              "550 5.7.1 Relaying denied", 1))


def _numbers(records: TrafficStore) -> dict[str, int]:
    records.close_writer()
    return {row.id: row.number for row in records.search(limit=100_000)}


def test_a_flood_of_equal_refusals_is_one_counted_row(records: TrafficStore) -> None:
    began_at = now()
    ids = [_refuse(records) for _ in range(1000)]
    numbers = _numbers(records)
    assert len(set(ids)) == 11
    assert numbers == dict.fromkeys(ids[:10], 1) | {ids[10]: 990}
    (row,) = records.search(ids[-1])
    assert row.last_at is not None
    assert began_at <= row.at <= row.last_at <= now()
    assert (row.sender, row.recipient) == ("x@away.test", "y@away.test")


def test_a_client_that_tries_many_addresses_is_one_counted_row_too(records: TrafficStore) -> None:
    ids = [_refuse(records, recipient=f"{number}@away.test") for number in range(1000)]
    others = [_refuse(records, client="192.0.2.2"), _refuse(records, rule="another")]
    assert _numbers(records) == dict.fromkeys([*ids[:100], *others], 1) | {ids[100]: 900}


def test_after_a_flood_refusals_have_rows_of_their_own_again(records: TrafficStore, clock: Clock) -> None:
    first = [_refuse(records) for _ in range(15)]
    clock.at = 15.0
    second = [_refuse(records) for _ in range(5)]
    clock.at = 40.0
    third = [_refuse(records) for _ in range(5)]
    assert _numbers(records) == dict.fromkeys([*first[:10], *third], 1) | {first[10]: 5, second[0]: 5}, (
        "a flood that goes on has one row a window")


def test_the_rows_of_two_gates_may_be_one(records: TrafficStore) -> None:
    for number in range(90):
        _refuse(records, recipient=f"{number}@away.test")
    ids = [_refuse(records) for _ in range(50)]
    more = [_refuse(records, recipient=f"more{number}@away.test") for number in range(50)]
    assert set(more) == {ids[-1]}
    assert sum(_numbers(records).values()) == 190


@settings(max_examples=30, deadline=None, derandomize=True, database=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(1, 60), st.sampled_from("ab"), st.sampled_from("xyz"), st.sampled_from([0, 1, 9, 70])),
                max_size=12))
def test_every_refusal_is_counted_and_every_id_leads_to_a_row(records: TrafficStore, clock: Clock,
                                                              waves: list[tuple[int, str, str, int]]) -> None:
    records.open_writer()
    before = sum(row.number for row in records.search(limit=100_000))
    ids = set()
    for number, client, recipient, seconds in waves:
        ids.update(_refuse(records, client, recipient) for _ in range(number))
        clock.at += seconds
    numbers = _numbers(records)
    assert sum(numbers.values()) - before == sum(number for number, _, _, _ in waves)
    assert ids <= set(numbers)
    clock.at += 1000


def test_the_memory_of_a_gate_is_bounded(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    monkeypatch.setattr(floods, "_KEYS", 100)
    gate = FloodGate(0, 10.0, clock)
    for number in range(1000):
        gate.admit(number, Flood(str(number)))
        assert gate.flood(0) is not None, "what is seen again and again is not forgotten"
    assert len(gate._windows) == 100
    assert gate.flood(1) is None


def test_a_trace_that_can_not_be_written_says_so_until_it_can(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("posthouse_server.store.engine._BUSY_TIMEOUT_S", 0.05)
    with Store(folder) as store, closing(sqlite3.connect(folder.traffic_db, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        store.traffic.open_writer()
        _refuse(store.traffic)
        store.traffic.close_writer()
        assert store.traffic.fault.endswith("traffic.db could not be written: database is locked.")
        assert store.traffic.dropped == 1
        other.execute("COMMIT")
        store.traffic.open_writer()
        _refuse(store.traffic)
        store.traffic.close_writer()
        assert store.traffic.fault == ""
        assert len(store.traffic.search()) == 1
