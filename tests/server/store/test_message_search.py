"""A message is found wherever it is recorded, and its life is told from trace and spool."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.message_life import Whereabouts, attempts_for, life_of, session_of
from posthouse_server.store.message_search import MessageHit, Place, search_messages
from posthouse_server.store.messages import NewMessage, NewRecipient, RecipientState, Result, Route
from posthouse_server.store.queues import Queue
from posthouse_server.store.traffic import AttemptRow, DecisionRow

BODY = b"Subject: Pumps\r\n\r\nHello\r\n"
BEGAN = now() - timedelta(minutes=10)


def _decision(short_id: str, seconds: float, **values: object) -> DecisionRow:
    known: dict[str, object] = {
        "id": short_id, "at": BEGAN + timedelta(seconds=seconds), "client": "192.0.2.7", "login": "john@example.com",
        "tls": True, "sender": "john@example.com", "recipient": "a@far.example", "verdict": "relay", "rule": "authenticated",
        "reply": "250 2.1.5 OK", "revision": 1, "message_id": "M4RD-0001"}
    return DecisionRow(**{**known, **values})  # type: ignore[arg-type]


@pytest.fixture
def recorded(store: Store) -> Iterator[Store]:
    """A message for three recipients: one delivered, one deferred, one in Bad Mail; and a refusal a minute later."""
    store.spool.open_writer()
    store.traffic.open_writer()
    store.spool.accept(NewMessage(
        "M4RD-0001", "john@example.com", "192.0.2.7", "john@example.com", "pc", 24, False, False, "Offer for pumps", BODY, None,
        tuple(NewRecipient(f"{name}@far.example", Route.RELAY, None, "authenticated", f"AAAA-000{number}")
              for number, name in enumerate("abc", 1)))).result()
    message = store.spool.find("M4RD-0001")
    assert message is not None
    first, second, third = (item.id for item in message.recipients)
    store.spool.record([Result(first, "M4RD-0001", RecipientState.DELIVERED, "250 Ok queued as 4F2D"),
                        Result(second, "M4RD-0001", RecipientState.WAITING, "451 Greylisted", now() + timedelta(hours=1)),
                        Result(third, "M4RD-0001", RecipientState.BAD_MAIL, "550 Nobody here")]).result()
    for number, name in enumerate("abc", 1):
        store.traffic.record_decision(_decision(f"AAAA-000{number}", number / 100, recipient=f"{name}@far.example"))
    store.traffic.record_decision(_decision("AAAA-0009", 60, verdict="refused", rule="no_criterion_met", login=None,
                                            recipient="spam@else.example", reply="550 5.7.1 Relaying denied", message_id=None))
    for name, outcome, reply in (("a", "delivered", "250 Ok queued as 4F2D"), ("b", "deferred", "451 Greylisted"),
                                 ("c", "bad_mail", "550 Nobody here")):
        store.traffic.record_attempt(AttemptRow(BEGAN + timedelta(seconds=2), "M4RD-0001", f"{name}@far.example", outcome,
                                                "mx.far.example:25", reply))
    store.traffic.close_writer()
    yield store
    store.spool.close_writer()


def _found(store: Store, text: str) -> list[MessageHit]:
    steps = list(search_messages(store, text))
    assert steps[-1].share == 1.0
    assert [step.share for step in steps] == sorted(step.share for step in steps)
    return [hit for step in steps for hit in step.hits]


@pytest.mark.parametrize("text", ["M4RD-0001", "aaaa-0002", "550 refused [AAAA-0003]", "b@far.example", "John@example.com",
                                  "offer PUMPS", "greylisted", "4f2d", "mx.far.example queued", "192.0.2.7 c@far"])
def test_a_message_is_found_by_all_that_is_known_of_it(recorded: Store, text: str) -> None:
    hits = {hit.id: hit for hit in _found(recorded, text)}
    assert "M4RD-0001" in hits
    assert len(_found(recorded, text)) == len(hits), "no message is found twice"


def test_what_is_found_says_where_it_is(recorded: Store) -> None:
    (hit,) = _found(recorded, "pumps")
    assert (hit.place, hit.subject, hit.recipients) == (Place.OUTBOUND, "Offer for pumps", ("b@far.example", "c@far.example"))
    (refused,) = _found(recorded, "spam@else.example")
    assert (refused.id, refused.place, refused.verdict) == ("AAAA-0009", Place.TRACE, "refused")
    assert _found(recorded, "nowhere-at-all") == []
    assert _found(recorded, "ZZZZ-ZZZZ") == []


def test_a_search_can_be_given_up(recorded: Store) -> None:
    assert [hit for step in search_messages(recorded, "pumps", lambda: True) for hit in step.hits] == []


def test_a_life_tells_each_recipient_apart(recorded: Store) -> None:
    life = life_of(recorded, "AAAA-0002")
    assert (life.id, life.is_known) == ("M4RD-0001", True)
    by_name = {recipient.address[0]: recipient for recipient in life.recipients}
    assert [by_name[name].where for name in "abc"] == [Whereabouts.DELIVERED, Whereabouts.WAITING, Whereabouts.BAD_MAIL]
    assert [by_name[name].queue for name in "abc"] == [None, Queue.OUTBOUND, Queue.BAD_MAIL]
    assert [len(by_name[name].attempts) for name in "abc"] == [1, 1, 1]
    assert by_name["a"].decision is not None
    recorded.spool.remove(["M4RD-0001"])
    gone = life_of(recorded, "M4RD-0001")
    assert (gone.message, gone.recipients[0].where) == (None, Whereabouts.DELIVERED)
    refused = life_of(recorded, "AAAA-0009")
    assert (refused.id, [item.where for item in refused.recipients]) == ("", [Whereabouts.REFUSED])
    assert not life_of(recorded, "ZZZZ-ZZZZ").is_known


def test_a_session_ends_with_a_pause(recorded: Store) -> None:
    row = recorded.traffic.find("AAAA-0002")
    assert row is not None
    rows = session_of(recorded, row)
    assert [item.id for item in rows] == ["AAAA-0001", "AAAA-0002", "AAAA-0003"]
    assert [item.outcome for item in attempts_for(recorded, rows)] == ["delivered", "deferred", "bad_mail"]
    alone = recorded.traffic.find("AAAA-0009")
    assert alone is not None
    assert [item.id for item in session_of(recorded, alone)] == ["AAAA-0009"]
