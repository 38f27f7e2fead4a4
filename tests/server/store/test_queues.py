"""The queues as people look at them: chosen, sorted and filtered by the store, and edited without touching other queues."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from posthouse_server.store import Store, StoreError
from posthouse_server.store.clock import now
from posthouse_server.store.messages import NewMessage, NewRecipient, RecipientState, Result, Route
from posthouse_server.store.queues import Queue, QueueOrder
from posthouse_server.store.spool import SpoolStore

BODY = b"Subject: x\r\n\r\nHello\r\n"


def _mail(id_: str, *recipients: tuple[str, Route], sender: str = "a@example.com", size: int = 10) -> NewMessage:
    return NewMessage(id_, sender, "192.0.2.1", None, "pc", size, False, False, f"About {id_}", BODY, None, tuple(
        NewRecipient(address, route, None, "privileged_range", "DDDD-DDDD") for address, route in recipients))


@pytest.fixture
def spool(store: Store) -> Iterator[SpoolStore]:
    """One message for both ways, and three that are relayed."""
    store.spool.open_writer()
    for message in (_mail("BOTH", ("home@example.com", Route.LOCAL), ("x@far.example", Route.RELAY)),
                    _mail("LATE", ("late@far.example", Route.RELAY), sender="B@example.com", size=30),
                    _mail("LAST", ("last_one@far.example", Route.RELAY), sender="c@example.com", size=20)):
        store.spool.accept(message).result()
    yield store.spool
    store.spool.close_writer()


def test_a_message_stands_in_each_queue_with_the_recipients_of_that_queue(spool: SpoolStore) -> None:
    assert spool.queues.ids(Queue.INBOUND) == ["BOTH"]
    assert spool.queues.ids(Queue.OUTBOUND) == ["BOTH", "LATE", "LAST"]
    assert spool.queues.first_ids(Queue.OUTBOUND, 2, is_descending=True) == ["LAST", "LATE"]
    row, = spool.queues.rows(Queue.INBOUND, ["BOTH", "NONE"])
    assert [recipient.address for recipient in row.recipients] == ["home@example.com"]
    assert (row.origin, row.attempts, row.last_reply) == ("192.0.2.1", 0, "")


@pytest.mark.parametrize("order", list(QueueOrder))
def test_every_order_lists_all_of_them_both_ways(spool: SpoolStore, order: QueueOrder) -> None:
    up, down = (spool.queues.ids(Queue.OUTBOUND, "", order, is_descending=is_descending) for is_descending in (False, True))
    assert up == down[::-1]
    assert sorted(up) == ["BOTH", "LAST", "LATE"]


def test_orders_by_what_they_say(spool: SpoolStore) -> None:
    assert spool.queues.ids(Queue.OUTBOUND, "", QueueOrder.SIZE) == ["BOTH", "LAST", "LATE"]
    assert spool.queues.ids(Queue.OUTBOUND, "", QueueOrder.SENDER) == ["BOTH", "LATE", "LAST"]
    spool.queues.hold(Queue.OUTBOUND, ["BOTH"])
    assert spool.queues.ids(Queue.OUTBOUND, "", QueueOrder.NEXT_ATTEMPT)[-1] == "BOTH"


@pytest.mark.parametrize(("words", "found"), [
    ("last_one", ["LAST"]), ("lastXone", []), ("far.example B@", ["LATE"]), ("Privileged range", ["BOTH", "LATE", "LAST"]),
    ("about both", ["BOTH"]), ("home", []), ("%", [])])
def test_words_are_looked_for_in_all_that_is_known(spool: SpoolStore, words: str, found: list[str]) -> None:
    assert spool.queues.ids(Queue.OUTBOUND, words) == found


def test_edits_touch_their_queue_alone(spool: SpoolStore) -> None:
    assert spool.queues.hold(Queue.OUTBOUND, ["BOTH", "LAST"]) == 2
    both = spool.list(message_ids=["BOTH"])[0].recipients
    assert [item.state for item in both] == [RecipientState.WAITING, RecipientState.HELD]
    assert spool.queues.route(Queue.OUTBOUND, ["BOTH", "LATE"], "mx.example:25") == 1
    assert spool.queues.release(Queue.OUTBOUND, ["BOTH"]) == 1
    assert [item.via for item in spool.list(message_ids=["BOTH"])[0].recipients] == ["", "mx.example:25"]
    assert spool.queues.return_to_sender(Queue.OUTBOUND, ["LAST"]) == 1
    assert spool.list(message_ids=["LAST"])[0].recipients[0].is_returned
    assert spool.queues.remove(Queue.OUTBOUND, ["BOTH", "LATE", "LAST"]) == 3
    assert spool.queues.ids(Queue.INBOUND) == ["BOTH"]
    assert spool.ledger().difference == 0
    assert spool.queues.retry(Queue.INBOUND, []) == 0


def test_bad_mail_begins_anew(spool: SpoolStore) -> None:
    number = spool.list(message_ids=["LATE"])[0].recipients[0].id
    spool.record([Result(number, "LATE", RecipientState.BAD_MAIL, "550 No")]).result()
    assert spool.queues.ids(Queue.BAD_MAIL) == ["LATE"]
    assert spool.queues.rows(Queue.BAD_MAIL, ["LATE"])[0].last_reply == "550 No"
    came, last = (spool.list(message_ids=[id_])[0].accepted_at for id_ in ("LATE", "LAST"))
    assert spool.queues.send_again(["LATE", "LAST"]) == 1
    assert spool.list(message_ids=["LATE"])[0].accepted_at > came, "its lifetime begins anew"
    assert spool.list(message_ids=["LAST"])[0].accepted_at == last
    recipient = spool.list(message_ids=["LATE"])[0].recipients[0]
    assert (recipient.state, recipient.attempts) == (RecipientState.WAITING, 0)
    assert spool.ledger().difference == 0


def test_the_header_of_a_message(spool: SpoolStore) -> None:
    assert spool.header("LATE") == b"Subject: x"
    with pytest.raises(StoreError, match="not in the spool any more"):
        spool.header("NONE")


def test_what_is_returned_during_an_attempt_is_due_at_once_and_leaves_the_hand(spool: SpoolStore) -> None:
    number = spool.list(message_ids=["LATE"])[0].recipients[0].id
    assert spool.still_waiting([number]) == {number}
    spool.queues.return_to_sender(Queue.OUTBOUND, ["LATE"])
    assert spool.still_waiting([number]) == set()
    later = now() + timedelta(hours=1)
    spool.record([Result(number, "LATE", RecipientState.WAITING, "451 later", later)]).result()
    assert spool.list(message_ids=["LATE"])[0].recipients[0].next_attempt_at <= now()
