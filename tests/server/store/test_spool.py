"""The spool: what was answered 250 is delivered, bounced, removed or still there, and the books say so."""

import asyncio
import errno
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from posthouse_server.paths import DataFolder
from posthouse_server.store import Store, StoreError, spool_reads
from posthouse_server.store.bodies import MEMORY_LIMIT_BYTES, IncomingBody
from posthouse_server.store.clock import now
from posthouse_server.store.engine import Database
from posthouse_server.store.ids import new_id
from posthouse_server.store.messages import Ledger, NewMessage, NewRecipient, QueuedMessage, RecipientState, Result, Route
from posthouse_server.store.spool import SpoolStore
from posthouse_server.store.spool_writes import queued
from posthouse_server.store.tables import recipients
from posthouse_server.store.traffic import TrafficStore

BODY = b"Subject: x\r\n\r\nHello\r\n"
SOON = timedelta(minutes=5)


def _message(*addresses: str, body: bytes | None = BODY, body_file: str | None = None, id_: str | None = None) -> NewMessage:
    recipients = tuple(NewRecipient(address, Route.RELAY, None, "authenticated",
                                    new_id()) for address in addresses or ("y@away.test",))
    return NewMessage(id_ or new_id(), "x@home.test", "192.0.2.1", None, "helo", len(body or b""), False, False, "x", body,
                      body_file,
                      recipients)


def _accept(queue: SpoolStore, message: NewMessage) -> str:
    queue.accept(message).result(10)
    return message.id


def _accept_large(queue: SpoolStore, *addresses: str) -> str:
    id_ = new_id()
    body = IncomingBody(queue.folder, id_)
    body.write(b"x" * (MEMORY_LIMIT_BYTES + 1))
    content, name = body.seal()
    return _accept(queue, _message(*addresses, body=content, body_file=name, id_=id_))


def _results(messages: list[QueuedMessage], state: RecipientState, until: datetime | None = None) -> list[Result]:
    return [Result(recipient.id, message.id, state, "250 OK",
                   until) for message in messages for recipient in message.recipients]


@pytest.fixture
def queue(store: Store) -> SpoolStore:
    store.spool.open_writer()
    return store.spool


def test_a_message_lives_from_accept_to_delivery(queue: SpoolStore) -> None:
    before = now()
    id_ = _accept(queue, _message("a@away.test", "b@away.test"))
    assert queue.body(id_) == BODY
    found = queue.find(id_)
    assert found is not None
    assert [recipient.state for recipient in found.recipients] == [RecipientState.WAITING] * 2
    assert before <= found.accepted_at <= now()
    (leased,) = queue.lease(now() + SOON, 10)
    assert leased == found
    assert (leased.body, found.body) == (BODY, None)
    first, second = _results([leased], RecipientState.DELIVERED)
    queue.record([first]).result(10)
    assert queue.ledger() == Ledger(accepted=2, delivered=1, bounced=0, removed=0, waiting=1, held=0, bad_mail=0)
    queue.record([second]).result(10)
    assert queue.ledger() == Ledger(accepted=2, delivered=2, bounced=0, removed=0, waiting=0, held=0, bad_mail=0)
    assert queue.find(id_) is None
    assert queue.list() == []
    with pytest.raises(StoreError, match="not in the spool any more"):
        queue.body(id_)


def test_a_deferral_waits_for_its_time_and_counts_attempts(queue: SpoolStore) -> None:
    id_ = _accept(queue, _message())
    later = now() + timedelta(hours=1)
    queue.record(_results(queue.lease(now() + SOON, 10), RecipientState.WAITING, later)).result(10)
    assert queue.lease(now() + SOON, 10) == []
    due_at = queue.next_due_at()
    assert due_at is not None
    assert abs(due_at - later) < timedelta(milliseconds=1)
    assert queue.retry([id_]) == 1
    (again,) = queue.lease(now() + SOON, 10)
    assert (again.recipients[0].attempts, again.recipients[0].last_reply) == (1, "250 OK")


def test_a_recipient_is_recorded_once(queue: SpoolStore) -> None:
    _accept(queue, _message("a@away.test", "b@away.test"))
    first = _results(queue.lease(now() + SOON, 1), RecipientState.DELIVERED)
    assert len(first) == 2, "all recipients of one message go together"
    for results in ([first[0], first[0]], first, first):
        queue.record(results).result(10)
    assert (queue.ledger().delivered, queue.ledger().difference) == (2, 0)


def test_a_bounce_is_booked_with_what_it_follows_from(queue: SpoolStore) -> None:
    _accept(queue, _message())
    bounce = _message("x@home.test")
    queue.record(_results(queue.lease(now() + SOON, 10), RecipientState.BOUNCED), [bounce]).result(10)
    assert queue.ledger() == Ledger(accepted=2, delivered=0, bounced=1, removed=0, waiting=1, held=0, bad_mail=0)
    assert [message.id for message in queue.list()] == [bounce.id]


def test_a_bounce_that_can_not_be_queued_undoes_the_result(queue: SpoolStore) -> None:
    _accept(queue, _message())
    leased = queue.lease(now() + SOON, 10)
    other = _accept(queue, _message())
    future = queue.record(_results(leased, RecipientState.BOUNCED), [_message(id_=other)])
    assert isinstance(future.exception(10), StoreError)
    assert queue.ledger() == Ledger(accepted=2, delivered=0, bounced=0, removed=0, waiting=2, held=0, bad_mail=0)


def test_a_lease_may_be_for_one_route_and_taken_as_the_message_is_accepted(queue: SpoolStore) -> None:
    id_ = _accept(queue, _message("a@away.test"))
    made = queued(_message("b@away.test"))
    queue.accept(made, now() + SOON).result(10)
    assert queue.lease(now() + SOON, 10, Route.LOCAL) == []
    (leased,) = queue.lease(now() + SOON, 10, Route.RELAY)
    assert leased.id == id_
    assert queue.find(made.id) == made
    queue.record(_results([made], RecipientState.DELIVERED)).result(10)
    assert queue.find(made.id) is None


def test_a_lease_is_exclusive(queue: SpoolStore) -> None:
    for _ in range(10):
        _accept(queue, _message("a@away.test", "b@away.test"))
    numbers = [recipient.id for message in queue.list() for recipient in message.recipients]
    taken: list[list[int]] = [[], []]
    barrier = threading.Barrier(2, timeout=10)

    def take(mine: list[int]) -> None:
        barrier.wait()
        for _ in range(20):
            mine.extend(recipient.id for message in queue.lease(now() + SOON, 1) for recipient in message.recipients)

    threads = [threading.Thread(target=take, args=(mine,)) for mine in taken]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken[0] + taken[1]) == numbers
    assert len(set(numbers)) == 20


def test_a_lease_expires(queue: SpoolStore, monkeypatch: pytest.MonkeyPatch) -> None:
    _accept(queue, _message())
    until = now() + SOON
    assert queue.lease(until, 10)
    assert queue.lease(until, 10) == []
    assert queue.next_due_at() is None
    monkeypatch.setattr(spool_reads, "now", lambda: until + timedelta(seconds=1))
    assert queue.next_due_at() is not None
    assert len(queue.lease(until + SOON, 10)) == 1


def test_the_most_overdue_come_first(queue: SpoolStore) -> None:
    ids = [_accept(queue, _message()) for _ in range(3)]
    assert [message.id for message in queue.lease(now() + SOON, 2)] == ids[:2]
    assert [message.id for message in queue.lease(now() + SOON, 2)] == ids[2:]


def test_recovery_frees_leases_and_removes_orphans(queue: SpoolStore) -> None:
    id_ = _accept_large(queue)
    assert queue.lease(now() + SOON, 10)
    orphan = queue.folder / "ORPH-AN00.eml"
    orphan.write_bytes(b"x")
    queue.recover()
    assert not orphan.exists()
    assert [message.id for message in queue.lease(now() + SOON, 10)] == [id_]
    assert len(queue.body(id_)) == MEMORY_LIMIT_BYTES + 1


def test_a_large_body_is_a_file_until_the_end(queue: SpoolStore) -> None:
    id_ = _accept_large(queue, "a@away.test", "b@away.test")
    path = queue.folder / f"{id_}.eml"
    assert path.read_bytes() == queue.body(id_)
    first, second = _results(queue.lease(now() + SOON, 10), RecipientState.DELIVERED)
    queue.record([first]).result(10)
    assert path.exists()
    queue.record([second]).result(10)
    assert list(queue.folder.iterdir()) == []
    removed = _accept_large(queue)
    assert queue.remove([removed]) == 1
    assert list(queue.folder.iterdir()) == []


def test_a_body_stays_when_its_end_is_not_committed(queue: SpoolStore) -> None:
    id_ = _accept_large(queue)
    future = queue.record(_results(queue.lease(now() + SOON, 10), RecipientState.BOUNCED), [_message(id_=id_)])
    assert future.exception(10) is not None
    queue.record([Result(1, id_, RecipientState.WAITING, "451 Later")]).result(10)
    assert len(queue.body(id_)) == MEMORY_LIMIT_BYTES + 1


def test_bodies(tmp_path: Path) -> None:
    small = IncomingBody(tmp_path, "small")
    small.write(b"a" * MEMORY_LIMIT_BYTES)
    assert small.seal() == (b"a" * MEMORY_LIMIT_BYTES, None)
    for size in (1, 1000):
        large = IncomingBody(tmp_path, f"large{size}")
        for _ in range(MEMORY_LIMIT_BYTES // size // 100 + 1):
            large.write(b"b" * size * 100)
        assert large.seal() == (None, f"large{size}.eml")
        assert (tmp_path / f"large{size}.eml").read_bytes() == b"b" * large.size
        large.discard()
    unsealed = IncomingBody(tmp_path, "unsealed")
    unsealed.write(b"c" * (MEMORY_LIMIT_BYTES + 1))
    unsealed.discard()
    assert list(tmp_path.iterdir()) == []


def test_an_administrator_changes_also_what_a_delivery_holds(queue: SpoolStore) -> None:
    leased = _accept(queue, _message())
    messages = queue.lease(now() + SOON, 10)
    free = _accept(queue, _message())
    assert [queue.retry(None), queue.hold([]), queue.hold(None), queue.retry(None)] == [2, 0, 2, 0]
    assert queue.lease(now() + SOON, 10) == []
    assert {message.id for message in queue.list(states=[RecipientState.HELD])} == {leased, free}
    queue.record(_results(messages, RecipientState.BAD_MAIL)).result(10)
    assert queue.ledger() == Ledger(accepted=2, delivered=0, bounced=0, removed=0, waiting=0, held=1, bad_mail=1)
    assert queue.release(None) == 1
    (again,) = queue.lease(now() + SOON, 10)
    assert again.id == free
    assert [queue.remove([]), queue.remove(None)] == [0, 2]
    assert queue.ledger() == Ledger(accepted=2, delivered=0, bounced=0, removed=2, waiting=0, held=0, bad_mail=0)


def test_retry_may_be_for_one_route(queue: SpoolStore) -> None:
    id_ = _accept(queue, _message())
    later = now() + timedelta(hours=1)
    queue.record(_results(queue.lease(now() + SOON, 10), RecipientState.WAITING, later)).result(10)
    assert queue.retry(None, Route.LOCAL) == 0
    assert queue.lease(now() + SOON, 10) == []
    assert queue.retry(None, Route.RELAY) == 1
    assert [message.id for message in queue.lease(now() + SOON, 10)] == [id_]


def test_a_released_recipient_is_leased_again_only_when_its_delivery_has_let_go_of_it(queue: SpoolStore) -> None:
    _accept(queue, _message())
    numbers = [recipient.id for message in queue.lease(now() + SOON, 10) for recipient in message.recipients]
    assert queue.still_waiting(numbers) == set(numbers)
    assert queue.hold(None) == 1
    assert queue.still_waiting(numbers) == queue.still_waiting([]) == set()
    assert queue.release(None) == 1
    assert queue.lease(now() + SOON, 10) == []

    async def give_back() -> None:
        await queue.give_back_async(numbers)

    asyncio.run(give_back())
    assert len(queue.lease(now() + SOON, 10)) == 1


DELIVERED, WAITING, HELD, BOUNCED, BAD_MAIL = (RecipientState.DELIVERED, RecipientState.WAITING, RecipientState.HELD,
                                               RecipientState.BOUNCED, RecipientState.BAD_MAIL)


@pytest.mark.parametrize("is_large", [False, True])
@pytest.mark.parametrize(("edits", "result", "end"), [
    (["hold"], DELIVERED, "delivered"), (["hold"], BOUNCED, "bounced"), (["hold"], BAD_MAIL, "bad_mail"),
    (["hold"], WAITING, "held"), (["hold", "release"], WAITING, "waiting"), (["hold", "release"], DELIVERED, "delivered"),
    (["hold", "release", "hold"], WAITING, "held"), (["retry"], WAITING, "waiting"), (["retry"], DELIVERED, "delivered"),
    (["remove"], DELIVERED, "removed"), (["remove"], BOUNCED, "removed"), (["remove"], WAITING, "removed"),
    (["remove"], BAD_MAIL, "removed"), (["hold", "remove"], DELIVERED, "removed"), (["hold", "remove"], WAITING, "removed")])
def test_a_result_meets_what_an_administrator_did_meanwhile(
        queue: SpoolStore, edits: list[str], result: RecipientState, end: str, *, is_large: bool) -> None:
    id_ = _accept_large(queue) if is_large else _accept(queue, _message())
    other = _accept(queue, _message())
    leased = queue.lease(now() + SOON, 10)
    for edit in edits:
        assert getattr(queue, edit)([id_]) == 1
    follow_ups = [_message()] if result is BOUNCED else []
    own = [message for message in leased if message.id == id_]
    later = now() + timedelta(hours=1) if result is WAITING else None
    queue.record(_results(own, result, later), follow_ups).result(10)
    books = queue.ledger()
    is_told = end == "bounced"
    assert (books.accepted, books.difference) == (2 + is_told, 0)
    assert getattr(books, end) == (2 if end == "waiting" else 1), "beside the other one, which waits"
    assert len(queue.list()) == 1 + is_told + (end in {"held", "waiting", "bad_mail"}), "only what is unfinished is there"
    found = queue.find(id_)
    if found is not None:
        (recipient,) = found.recipients
        assert (recipient.state.value, recipient.last_reply, recipient.attempts) == (end, "250 OK", 1)
    with queue._database.read() as connection:
        numbers = select(recipients.c.message_id).where(recipients.c.leased_until.is_not(None))
        assert connection.execute(numbers).scalars().all() == [other], "its lease is over"
    assert (queue.folder / f"{id_}.eml").exists() == (is_large and found is not None)


def test_a_body_that_is_open_elsewhere_goes_with_the_next_start(queue: SpoolStore, monkeypatch: pytest.MonkeyPatch) -> None:
    id_ = _accept_large(queue)

    def refuse(_path: Path, **_: bool) -> None:
        raise PermissionError(errno.EACCES, "It is being used by another process")

    assert queue.lease(now() + SOON, 10)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        assert queue.remove([id_]) == 1
    assert [path.name for path in queue.folder.iterdir()] == [f"{id_}.eml"]
    assert queue.ledger().removed == 1
    queue.recover()
    assert list(queue.folder.iterdir()) == []


def test_the_list_is_limited_and_chosen(queue: SpoolStore) -> None:
    ids = [_accept(queue, _message()) for _ in range(3)]
    assert [message.id for message in queue.list(limit=2)] == ids[:2]
    assert [message.id for message in queue.list(message_ids=ids[1:])] == ids[1:]
    assert queue.list(message_ids=["NONE-SUCH"]) == []
    assert queue.list(states=[RecipientState.HELD]) == []


def test_what_was_accepted_is_there_after_the_next_opening(queue: SpoolStore, folder: DataFolder) -> None:
    id_ = _accept(queue, _message())
    with Store(folder) as other:
        assert other.spool.body(id_) == BODY
        assert other.spool.ledger() == queue.ledger()


OPERATIONS = st.lists(st.one_of(
    st.tuples(st.just("accept"), st.integers(1, 3)), st.tuples(st.just("large"), st.integers(1, 2)),
    st.tuples(st.sampled_from(["deliver", "defer", "bounce", "bad_mail", "twice"]), st.integers(1, 3)),
    st.tuples(st.sampled_from(["lease", "hold", "release", "remove", "retry", "recover", "expired"]), st.integers(0, 3))),
    max_size=14)


@contextmanager
def _fresh_spool(template: Path) -> Iterator[SpoolStore]:
    with TemporaryDirectory() as name:
        shutil.copy(template / "spool.db", name)
        database = Database(Path(name) / "spool.db", synchronous="NORMAL")
        queue = SpoolStore(database, Path(name))
        queue.open_writer()
        yield queue
        queue.close_writer()
        database.dispose()


def _operate(queue: SpoolStore, operation: str, number: int, leased: list[QueuedMessage]) -> None:
    ids = [message.id for message in queue.list()][-number:] if number else ["NONE-SUCH"]
    match operation:
        case "accept":
            _accept(queue, _message(*[f"{index}@away.test" for index in range(number)]))
        case "large":
            _accept_large(queue, *[f"{index}@away.test" for index in range(number)])
        case "lease" | "expired":
            leased.extend(queue.lease(now() + (SOON if operation == "lease" else -SOON), number))
        case "hold" | "release" | "remove" | "retry":
            getattr(queue, operation)(ids)
        case "recover":
            queue.recover()
        case _:
            state = {"deliver": RecipientState.DELIVERED, "defer": RecipientState.WAITING, "bounce": RecipientState.BOUNCED,
                     "bad_mail": RecipientState.BAD_MAIL, "twice": RecipientState.DELIVERED}[operation]
            results = _results(leased[:number], state, now())
            queue.record(results, [_message()] if operation == "bounce" and results else []).result(10)
            if operation != "twice":
                del leased[:number]


@settings(max_examples=40, deadline=None, derandomize=True, database=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(OPERATIONS)
def test_the_books_balance_whatever_happens(template: Path, operations: list[tuple[str, int]]) -> None:
    with _fresh_spool(template) as queue:
        leased: list[QueuedMessage] = []
        accepted = 0
        for operation, number in operations:
            has_lease = bool(leased)
            _operate(queue, operation, number, leased)
            accepted += number if operation in {"accept", "large"} else int(operation == "bounce" and has_lease)
            books = queue.ledger()
            assert (books.accepted, books.difference) == (accepted, 0)
            messages = queue.list()
            unfinished = {RecipientState.WAITING, RecipientState.HELD, RecipientState.BAD_MAIL}
            assert all(unfinished & {recipient.state for recipient in message.recipients} for message in messages)
            bodies = {message.body_file for message in messages if message.body_file}
            assert {path.name for path in queue.folder.glob("*.eml")} == bodies


def test_the_two_writers_do_not_wait_for_each_other(store: Store, queue: SpoolStore) -> None:
    assert isinstance(store.traffic, TrafficStore)
    store.traffic.open_writer()
    with store.traffic._database.write():
        _accept(queue, _message())
