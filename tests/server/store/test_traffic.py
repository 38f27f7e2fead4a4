"""What happened: kept in batches, found by words, forgotten after 90 days, and never in the way of mail."""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from posthouse_server.store import Store, StoreError, traffic
from posthouse_server.store.clock import now
from posthouse_server.store.ids import new_id
from posthouse_server.store.nodes import Counters, Node, NodeState
from posthouse_server.store.traffic import AttemptRow, DecisionRow, TrafficStore


def _decision(id_: str = "", recipient: str = "y@away.test", age: timedelta = timedelta(), **values: str) -> DecisionRow:
    return DecisionRow(id_ or new_id(), now() - age, "192.0.2.1", None, False, values.get("sender", "x@home.test"), recipient,
                       "refused",
                       "no_criterion_met", "550 5.7.1 Relaying denied", 1)


@pytest.fixture
def records(store: Store) -> Iterator[TrafficStore]:
    store.traffic.open_writer()
    yield store.traffic
    store.traffic.close_writer()


def test_decisions_are_found_by_every_word(records: TrafficStore) -> None:
    rows = [_decision("AAAA-0001", "ann@away.test"), _decision("AAAA-0002", "bob_1@away.test"), _decision("AAAA-0003",
    "bobx1@away.test")]
    for row in rows:
        records.record_decision(replace(row, message_id="MMMM-0001") if row is rows[0] else row)
    records.close_writer()
    found = {words: [row.id[-1] for row in records.search(words)] for words in (
        "", "aaaa-0002", "ANN 192.0.2.1", "ann bob", "bob", "bob_1", "%", "\\", "MMMM-0001", "5.7.1 refused ann",
        "home.test nobody")}
    assert found == {"": ["3", "2", "1"], "aaaa-0002": ["2"], "ANN 192.0.2.1": ["1"], "ann bob": [], "bob": ["3", "2"],
                     "bob_1": ["2"], "%": [],
                     "\\": [], "MMMM-0001": ["1"], "5.7.1 refused ann": ["1"], "home.test nobody": []}
    assert [row.id for row in records.search(limit=1)] == ["AAAA-0003"]
    (first,) = records.search("ann")
    assert first.message_id == "MMMM-0001"
    assert first.at.tzinfo is not None


def test_nobody_stays_untraced(records: TrafficStore) -> None:
    for sender in ("\udcff@away.test", "\ud800", "a\0b", "x" * 5000, "'; DROP TABLE decisions; --"):
        records.record_decision(_decision(sender=sender))
    records.close_writer()
    assert records.dropped == 0
    assert {row.sender for row in records.search()} == {"\\udcff@away.test", "\\ud800", "a\0b", "x" * 5000,
                                                        "'; DROP TABLE decisions; --"}
    with pytest.raises(StoreError):
        records.search("\udcff")


def test_attempts_are_listed_by_message(records: TrafficStore) -> None:
    rows = [AttemptRow(now() + timedelta(seconds=second), "MMMM-0001", "y@away.test", outcome, "mx.away.test",
                       "451 Later \udcff")
            for second, outcome in ((2, "delivered"), (1, "deferred"))]
    for row in rows:
        records.record_attempt(row)
    records.close_writer()
    assert [row.outcome for row in records.attempts_of("MMMM-0001")] == ["deferred", "delivered"]
    assert records.attempts_of("MMMM-0002") == []


def test_old_traffic_is_forgotten(records: TrafficStore) -> None:
    for age in (timedelta(days=89), timedelta(days=91)):
        records.record_decision(_decision(f"AGED-{age.days}", age=age))
        records.record_attempt(AttemptRow(now() - age, "MMMM-0001", "y@away.test", f"{age.days}", "", ""))
    records.prune()
    records.close_writer()
    assert [row.id for row in records.search()] == ["AGED-89"]
    assert [row.outcome for row in records.attempts_of("MMMM-0001")] == ["89"]


def test_what_is_too_much_is_dropped_and_counted(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traffic, "_WAITING_LIMIT", 5)
    records = store.traffic
    records.open_writer()
    entered, opened = threading.Event(), threading.Event()

    def block(_connection: object, items: Sequence[None]) -> Sequence[None]:
        entered.set()
        assert opened.wait(10)
        return items

    assert records._writer is not None
    assert records._writer.post(block, None)
    assert entered.wait(10)
    for _ in range(8):
        records.record_decision(_decision())
    assert records.dropped == 3
    opened.set()
    records.close_writer()
    assert len(records.search()) == 5


def test_what_can_not_be_recorded_is_dropped_and_counted(records: TrafficStore, caplog: pytest.LogCaptureFixture) -> None:
    for id_ in ("SAME-0001", "SAME-0001", "SAME-0002"):
        records.record_decision(_decision(id_))
    records.close_writer()
    assert records.dropped == 1
    assert "1 lines of the trace are lost" in caplog.text
    assert records.fault == ""
    assert len(records.search()) == 2
    records.record_decision(_decision())
    assert records.dropped == 2


def test_a_node_describes_itself(store: Store) -> None:
    assert store.nodes.newest() is None
    node = Node("here", 1, 2.5, NodeState.RUNNING, now(), now(), ("127.0.0.1:25", "[::1]:25"), 3, Counters(accepted=4), "",
                "1.0")
    store.nodes.write(Node("there", 9, 2.5, NodeState.FAILED, now(), now() - timedelta(hours=1)))
    for _ in range(2):
        store.nodes.write(node)
        found = store.nodes.newest()
        assert found is not None
        assert (found.name, found.state, found.listening, found.counters) == (node.name, node.state, node.listening,
        node.counters)
    with closing(sqlite3.connect(store.folder.traffic_db)) as connection:
        connection.execute("""UPDATE nodes SET counters = '{"accepted": 5, "of_the_future": 1}'""")
        connection.commit()
    found = store.nodes.newest()
    assert found is not None
    assert found.counters == Counters(accepted=5)
