"""The runner: whatever a delivery does, each recipient ends up delivered, waiting, bounced or in Bad Mail."""

import asyncio
import email
import errno
import time
from collections.abc import Awaitable, Callable, Sequence, Set
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from harness.outgoing import BODY, in_force
from harness.relay import eventually
from posthouse_server.counters import Totals
from posthouse_server.delivery import gathering, hand, verdict
from posthouse_server.delivery import runner as runner_module
from posthouse_server.delivery.content import Content
from posthouse_server.delivery.delivery import Delivered, Outcome, PermanentFailure, Settle, TransientFailure, Withdrawn
from posthouse_server.delivery.runner import DeliveryRunner
from posthouse_server.live import Live
from posthouse_server.store import Store, StoreError
from posthouse_server.store.clock import now
from posthouse_server.store.ids import new_id
from posthouse_server.store.messages import NewMessage, NewRecipient, QueuedMessage, QueuedRecipient, RecipientState, Route

OK, LATER, NEVER = Delivered("250 fine", "mx:25"), TransientFailure("451 4.7.1 later", "mx:25"), PermanentFailure(
    "550 5.1.1 Never heard of", "mx:25")
Answer = Callable[[QueuedRecipient], Outcome]
BY_NAME: dict[str, Outcome] = {"ok": OK, "later": LATER, "never": NEVER}


class FakeDelivery:
    """Answers by a function, or by the word before the @."""

    def __init__(self, answer: Answer | None = None) -> None:
        self.answer = answer or (lambda to: BY_NAME.get(to.address.split("@")[0], OK))
        self.seen: list[tuple[str, tuple[str, ...], bytes]] = []
        self.gate: asyncio.Event | None = None
        self.tasks: set[asyncio.Task[None]] = set()
        self.is_stopping = False
        self.is_open = True
        self.openings = 0
        self.relieved = self.rerouted = 0
        self.is_slow = self.is_apart = False
        self.begin: list[tuple[QueuedMessage, list[QueuedRecipient], Callable[[], None]]] = []
        """What waits for its turn while it is slow."""

    def start(self, message: QueuedMessage, recipients: Sequence[QueuedRecipient], content: Content, settle: Settle) -> None:
        if self.is_stopping:
            return
        if self.is_slow:
            self.begin.append((message, list(recipients), partial(self._begin, message, recipients, content, settle)))
        else:
            self._begin(message, recipients, content, settle)

    def _begin(self, message: QueuedMessage, recipients: Sequence[QueuedRecipient], content: Content, settle: Settle) -> None:
        self.seen.append((message.sender, tuple(to.address for to in recipients),
                          content.read() if content.memory is not None else b""))
        outcomes = {to.id: self.answer(to) for to in recipients}
        parts = [{number: outcome} for number, outcome in outcomes.items()] if self.is_apart else [outcomes]
        for part in parts:
            task = asyncio.create_task(self._settle(message, part, settle))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)

    async def _settle(self, message: QueuedMessage, outcomes: dict[int, Outcome], settle: Settle) -> None:
        if self.gate is not None:
            await self.gate.wait()
        settle(message, outcomes)

    def relieve(self) -> None:
        self.relieved += 1

    def reroute(self) -> None:
        self.rerouted += 1

    def withdraw(self, gone: Set[int]) -> list[Withdrawn]:
        found = [(message, left) for message, left, _ in self.begin if left[0].id in gone]
        self.begin = [one for one in self.begin if one[1][0].id not in gone]
        return found

    async def stop(self, timeout_s: float) -> None:
        self.is_stopping = True
        if self.tasks:
            _, unfinished = await asyncio.wait(self.tasks, timeout=timeout_s)
            for task in unfinished:
                task.cancel()


class Bench:
    """A runner on a real spool with fake deliveries."""

    def __init__(self, store: Store, changes: dict[str, Any] | None = None) -> None:
        self.store = store
        self.live = Live(in_force(changes))
        self.remote, self.local = FakeDelivery(), FakeDelivery()
        self.totals = Totals()

    def run(self, work: Callable[["Bench"], Awaitable[None]]) -> None:
        async def run() -> None:
            self.store.spool.open_writer()
            self.store.traffic.open_writer()
            with self.store.watch_spool() as feed:
                self.runner = DeliveryRunner(self.live, self.store.spool, self.store.traffic, self.totals, feed,
                                             {Route.LOCAL: self.local, Route.RELAY: self.remote})
                task = asyncio.create_task(self.runner.run())
                try:
                    await work(self)
                finally:
                    await self.runner.stop(5)
                    async with asyncio.timeout(10):
                        await task
            self.store.spool.close_writer()
            self.store.traffic.close_writer()

        asyncio.run(run())
        assert self.store.spool.ledger().difference == 0

    def accept(self, *addresses: str, sender: str = "a@far.example", login: str | None = None, subject: str = "hello",
               notify: str = "", returned: str = "", body: bytes | None = BODY, body_file: str | None = None) -> str:
        recipients = tuple(NewRecipient(address, Route.LOCAL if address.endswith("@example.com") else Route.RELAY,
                                        "example.com/john", "authenticated", new_id(), notify) for address in addresses)
        made = NewMessage(new_id(), sender, "192.0.2.1", login, "x", len(BODY), False, False, subject,
                          body, body_file, recipients, returned=returned)
        self.store.spool.accept(made).result(10)
        self.runner.wake()
        return made.id

    def states(self, message_id: str) -> dict[str, str]:
        found = self.store.spool.find(message_id)
        return {} if found is None else {to.address.split("@")[0]: to.state.value for to in found.recipients}

    async def settled(self, attempts: int) -> None:
        """Wait until so many outcomes have been counted."""
        totals = self.totals
        await eventually(lambda: totals.delivered + totals.deferred + totals.bounced >= attempts, "the attempts are over")


def test_each_recipient_has_its_own_end(store: Store) -> None:
    async def work(bench: Bench) -> None:
        message_id = bench.accept("ok@far.example", "later@far.example", "never@far.example", "ok@example.com")
        await bench.settled(5)  # and the bounce
        assert bench.states(message_id) == {"later": "waiting", "ok": "delivered", "never": "bounced"}
        assert bench.local.seen == [("a@far.example", ("ok@example.com",), BODY)]
        first, bounce = bench.remote.seen
        assert first == ("a@far.example", ("ok@far.example", "later@far.example", "never@far.example"), BODY)
        assert bounce[:2] == ("", ("a@far.example",))
        report = email.message_from_bytes(bounce[2])
        assert "550 5.1.1 Never heard of" in bounce[2].decode()
        assert report["Subject"] == "Undeliverable: hello"
        assert (bench.totals.delivered, bench.totals.deferred, bench.totals.bounced) == (3, 1, 1)
        waiting = [to for to in _find(bench, message_id).recipients if to.state is RecipientState.WAITING]
        assert [(to.attempts, to.last_reply) for to in waiting] == [(1, "451 4.7.1 later")]
        assert timedelta(minutes=14) < waiting[0].next_attempt_at - now() <= timedelta(minutes=15)

    Bench(store).run(work)


def _has_tried(bench: Bench, message_id: str, times: int) -> bool:
    return _find(bench, message_id).recipients[0].attempts == times


def _find(bench: Bench, message_id: str) -> QueuedMessage:
    found = bench.store.spool.find(message_id)
    assert found is not None
    return found


@pytest.mark.parametrize(("receipts", "sender", "login", "state"), [
    ("everyone", "a@far.example", None, "bounced"), ("everyone", "", None, "bad_mail"),
    ("authenticated", "a@far.example", None, "bad_mail"), ("authenticated", "a@far.example", "john@example.com", "bounced"),
    ("never", "a@far.example", "john@example.com", "bad_mail")])
def test_who_is_told(store: Store, receipts: str, sender: str, login: str | None, state: str) -> None:
    async def work(bench: Bench) -> None:
        message_id = bench.accept("never@far.example", "later@far.example", sender=sender, login=login)
        await bench.settled(3 if state == "bounced" else 2)
        assert bench.states(message_id) == {"never": state, "later": "waiting"}
        assert len(bench.remote.seen) == (2 if state == "bounced" else 1)

    Bench(store, {"smtp.delivery.receipts": receipts}).run(work)


def test_a_bounce_that_bounces_goes_to_bad_mail(store: Store) -> None:
    async def work(bench: Bench) -> None:
        bench.remote.answer = lambda _to: NEVER
        bench.accept("never@far.example")
        await bench.settled(2)
        (left,) = bench.store.spool.list()
        assert (left.sender, left.recipients[0].state, left.recipients[0].last_reply) == (
            "", RecipientState.BAD_MAIL, "550 5.1.1 Never heard of")
        assert len(bench.remote.seen) == 2

    Bench(store).run(work)


def test_failures_at_several_destinations_are_one_bounce(store: Store) -> None:
    async def work(bench: Bench) -> None:
        bench.remote.is_apart = True
        bench.accept("never@far.example", "ok@far.example", "never@else.example", "later@far.example")
        await bench.settled(5)
        (bounce,) = [body.decode() for sender, _, body in bench.remote.seen if not sender]
        assert bounce.count("Final-Recipient:") == 2
        assert "never@far.example" in bounce
        assert "never@else.example" in bounce
        assert not bench.runner._gathering._under_way

    Bench(store).run(work)


def test_a_bounce_does_not_wait_long_for_a_slow_destination(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "_LONGEST_S", 0.0)

    async def work(bench: Bench) -> None:
        bench.remote.is_apart = True
        slow = asyncio.Event()
        original = bench.remote._settle

        async def settle(message: QueuedMessage, outcomes: dict[int, Outcome], settled: Settle) -> None:
            if OK in outcomes.values() and message.sender:
                await slow.wait()
            await original(message, outcomes, settled)

        monkeypatch.setattr(bench.remote, "_settle", settle)
        message_id = bench.accept("ok@far.example", "never@far.example")
        await bench.settled(2)
        assert bench.states(message_id) == {"ok": "waiting", "never": "bounced"}
        slow.set()
        await bench.settled(3)
        assert bench.states(message_id) == {}

    Bench(store).run(work)


def test_a_stop_keeps_no_bounce_back(store: Store) -> None:
    async def work(bench: Bench) -> None:
        bench.remote.is_apart = True
        bench.remote.answer = lambda _to: NEVER
        original = bench.remote._settle

        async def settle(message: QueuedMessage, outcomes: dict[int, Outcome], settled: Settle) -> None:
            if message.recipients[0].id not in outcomes:
                await original(message, outcomes, settled)

        bench.remote._settle = settle  # type: ignore[method-assign]
        message_id = bench.accept("one@far.example", "two@far.example")
        await eventually(lambda: bench.runner._gathering._kept, "a failure is kept back")
        await bench.runner.stop(5)
        assert bench.states(message_id) == {"one": "waiting", "two": "bounced"}
        assert store.spool.ledger().accepted == 3

    Bench(store).run(work)


def test_the_end_of_the_lifetime(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdict, "next_attempt", lambda *_: None)

    async def work(bench: Bench) -> None:
        bench.accept("later@far.example")
        await bench.settled(2)
        assert "451 4.7.1 later (given up after 120 hours)" in " ".join(bench.remote.seen[1][2].decode().split())

    Bench(store).run(work)


@pytest.mark.parametrize(("wanted", "notices"), [("off", 0), ("first_failure", 1), ("every_delay", 3)])
def test_delay_notices(store: Store, wanted: str, notices: int) -> None:
    async def work(bench: Bench) -> None:
        message_id = bench.accept("later@far.example")
        for attempt in range(1, 4):
            await eventually(partial(_has_tried, bench, message_id, attempt), "one more attempt")
            bench.store.spool.retry((message_id,))
            if attempt == 3:
                await eventually(lambda: bench.totals.delivered == notices, "the notices are delivered")
        told = [email.message_from_bytes(body)["Subject"] for sender, _, body in bench.remote.seen if not sender]
        assert told[:notices] == ["Delayed: hello"] * notices

    Bench(store, {"smtp.delivery.delay_notifications": wanted}).run(work)


def test_a_fault_of_ours_defers_the_message_and_says_so(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    async def work(bench: Bench) -> None:
        def broken(_to: QueuedRecipient) -> Outcome:
            raise RuntimeError("a bug")

        bench.remote.answer = broken
        message_id = bench.accept("ok@far.example", "ok@example.com")
        await bench.settled(2)
        replies = {to.route: to.last_reply for to in _find(bench, message_id).recipients}
        assert replies[Route.RELAY] == "451 4.3.0 The delivery failed by a fault of this server; its log says more"
        assert replies[Route.LOCAL] == "250 fine"
        bench.remote.answer = lambda _to: OK
        bench.store.spool.retry((message_id,))
        await bench.settled(3)
        assert bench.store.spool.list() == []

    Bench(store).run(work)
    assert "a bug" in caplog.text


def test_the_runner_survives_a_store_that_fails_for_a_while(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    original = store.spool.next_due_at
    faults: list[Exception] = [StoreError("locked"), OSError(errno.EIO, "broken")]

    def next_due_at() -> Any:
        if faults:
            raise faults.pop()
        return original()


    monkeypatch.setattr(store.spool, "next_due_at", next_due_at)
    monkeypatch.setattr(runner_module, "_PAUSE_S", 0.0)

    async def work(bench: Bench) -> None:
        bench.accept("ok@far.example")
        await bench.settled(1)

    Bench(store).run(work)
    assert faults == []


def test_what_an_administrator_does_acts_at_once(store: Store) -> None:
    async def work(bench: Bench) -> None:
        message_id = bench.accept("later@far.example")
        await bench.settled(1)
        with Store(store.folder) as other:
            assert other.spool.hold((message_id,)) == 1
            assert other.spool.retry((message_id,)) == 0
            bench.remote.answer = lambda _to: OK
            assert other.spool.release((message_id,)) == 1
            await bench.settled(2)
            await eventually(lambda: bench.states(message_id) == {}, "it has left the spool")

    Bench(store).run(work)


@pytest.mark.parametrize("is_busy", [False, True])
def test_what_is_held_in_the_hand_is_let_go_and_begins_anew_when_it_is_released(store: Store, *, is_busy: bool) -> None:
    async def work(bench: Bench) -> None:
        async def keep_busy() -> None:
            while True:
                bench.runner._wake.set()
                await asyncio.sleep(0.001)

        busy = asyncio.create_task(keep_busy() if is_busy else asyncio.sleep(60))
        bench.remote.is_slow = True
        ids = [bench.accept("ok@far.example") for _ in range(3)]
        await eventually(lambda: len(bench.remote.begin) == 3, "they are in the hand")
        with Store(store.folder) as other:
            assert other.spool.hold(ids[1:]) == 2
            await eventually(lambda: len(bench.remote.begin) == 1, "two are let go")
            assert len(bench.runner._hands[Route.RELAY].ids) == 1
            assert other.spool.release(ids[1:2]) == 1
            await eventually(lambda: len(bench.remote.begin) == 2, "one comes again")
            assert other.spool.remove(None) == 3
            await eventually(lambda: not bench.remote.begin, "nothing is left to begin")
        assert (bench.remote.seen, store.spool.ledger().removed) == ([], 3)
        assert not bench.runner._hands[Route.RELAY].ids
        busy.cancel()

    Bench(store).run(work)


@pytest.mark.parametrize(("edits", "answer", "books"), [
    (["hold"], OK, {"delivered": 1}), (["hold"], LATER, {"held": 1}), (["hold"], NEVER, {"bounced": 1, "delivered": 1}),
    (["hold", "release"], OK, {"delivered": 1}), (["hold", "release"], LATER, {"waiting": 1}), (["remove"], OK, {"removed": 1}),
    (["remove"], NEVER, {"removed": 1}), (["hold", "remove"], LATER, {"removed": 1})])
def test_what_is_on_the_wire_meanwhile_is_sent_once_and_booked(
        store: Store, edits: list[str], answer: Outcome, books: dict[str, int]) -> None:
    async def work(bench: Bench) -> None:
        bench.remote.answer = lambda to: OK if to.address == "a@far.example" else answer
        bench.remote.gate = asyncio.Event()
        bench.accept("b@far.example")
        await eventually(lambda: bench.remote.seen, "it is under way")
        with Store(store.folder) as other:
            for edit in edits:
                assert getattr(other.spool, edit)(None) == 1
        await asyncio.sleep(runner_module._POLL_S * 2)
        bench.remote.gate.set()
        await bench.settled(1 + (answer is NEVER and "remove" not in edits))
        found = store.spool.ledger()
        assert {name: getattr(found, name) for name in books} == books
        assert sum(books.values()) == found.accepted == len(bench.remote.seen)
        assert not bench.runner._hands[Route.RELAY].ids

    Bench(store).run(work)


def test_stop_lets_running_deliveries_finish_and_starts_none(store: Store) -> None:
    async def work(bench: Bench) -> None:
        bench.remote.gate = asyncio.Event()
        bench.accept("ok@far.example")
        await eventually(lambda: bench.remote.seen, "it is under way")
        stopping = asyncio.create_task(bench.runner.stop(10))
        await asyncio.sleep(0)
        later = bench.accept("ok@far.example")
        bench.remote.gate.set()
        await stopping
        assert bench.totals.delivered == 1
        assert bench.states(later) == {"ok": "waiting"}

    Bench(store).run(work)


def test_stop_gives_up_those_that_take_too_long_and_the_next_start_frees_them(store: Store) -> None:
    async def work(bench: Bench) -> None:
        bench.remote.gate = asyncio.Event()
        bench.accept("ok@far.example")
        await eventually(lambda: bench.remote.seen, "it is under way")
        await bench.runner.stop(0.01)
        assert bench.totals.delivered == 0

    Bench(store).run(work)
    assert store.spool.next_due_at() is None, "it is still leased"
    store.spool.recover()
    assert store.spool.next_due_at() is not None


def test_no_more_messages_are_taken_out_of_the_spool_than_fit_into_the_hand(
        store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hand, "_RECIPIENTS", 3)
    monkeypatch.setattr(runner_module, "_BATCH", 1)

    async def work(bench: Bench) -> None:
        bench.remote.gate = asyncio.Event()
        for _ in range(10):
            bench.accept("ok@far.example")
        await eventually(lambda: len(bench.remote.seen) == 3 and bench.remote.relieved, "three are under way, and it is full")
        assert bench.store.spool.next_due_at() is not None, "the others are in the spool"
        bench.remote.gate.set()
        await bench.settled(10)
        assert len(bench.remote.seen) == 10

    Bench(store).run(work)


@pytest.mark.parametrize(("notify", "subjects"), [
    ("SUCCESS", {"Relayed: hello", "Delivered: hello"}), ("NEVER", set()), ("FAILURE", {"Undeliverable: hello"}),
    ("DELAY", set()),
    ("SUCCESS,FAILURE,DELAY", {"Relayed: hello", "Delivered: hello", "Undeliverable: hello"})])
def test_the_sender_hears_what_it_asked_for(store: Store, notify: str, subjects: set[str]) -> None:
    async def work(bench: Bench) -> None:
        message_id = bench.accept("ok@far.example", "never@far.example", "ok@example.com", notify=notify)
        await bench.settled(3 + len(subjects))
        assert {email.message_from_bytes(body)["Subject"] for sender, _, body in bench.remote.seen if not sender} == subjects
        assert bench.states(message_id) == {}, "all of it is settled, and nothing is in Bad Mail"
        assert store.spool.ledger().bounced == 1

    Bench(store).run(work)


@pytest.mark.parametrize(("returned", "is_file", "size", "is_whole"), [
    ("FULL", False, 1000, True), ("FULL", True, 1000, True), ("HDRS", False, 1000, False), ("", True, 1000, False),
    ("FULL", True, 2_000_000, False)])
def test_as_much_comes_back_as_the_sender_wants(
        store: Store, returned: str, is_file: bool, size: int, is_whole: bool) -> None:
    body = BODY + b"x\r\n" * (size // 3)
    (store.folder.spool / "large.eml").write_bytes(body)

    async def work(bench: Bench) -> None:
        recipients = (NewRecipient("never@far.example", Route.RELAY, None, "authenticated", new_id()),)
        store.spool.accept(NewMessage(new_id(), "a@far.example", "192.0.2.1", None, "x", len(body), False, False, "hello",
                                      None if is_file else body, "large.eml" if is_file else None, recipients,
                                      returned=returned)).result(10)
        bench.runner.wake()
        await bench.settled(2)
        (_, _, report) = bench.remote.seen[-1]
        assert (body in report) == is_whole
        assert b"Message-ID: <1@far.example>" in report

    Bench(store).run(work)


def test_another_smart_host_makes_all_that_waits_due(store: Store) -> None:
    async def work(bench: Bench) -> None:
        message_id = bench.accept("later@far.example")
        await bench.settled(1)
        bench.remote.answer = lambda _to: OK
        bench.live.current = in_force({"smtp.smart_host.enabled": True, "smtp.smart_host.host": "new.example"})
        await bench.settled(2)
        await eventually(lambda: bench.states(message_id) == {}, "it is delivered")
        assert (bench.remote.rerouted, bench.local.rerouted) == (1, 1)

    Bench(store).run(work)


def test_while_a_delivery_is_closed_its_mail_stays_in_the_spool_and_local_mail_goes_on(store: Store) -> None:
    async def work(bench: Bench) -> None:
        def held(_to: QueuedRecipient) -> Outcome:
            bench.remote.is_open = False
            return TransientFailure("535 5.7.8 no", "mx:587", is_ours=True)

        bench.remote.answer = held
        first = bench.accept("ok@far.example")
        await bench.settled(1)
        second = bench.accept("ok@far.example")
        bench.accept("ok@example.com")
        await bench.settled(2)
        assert len(bench.remote.seen) == 1
        assert bench.states(second) == {"ok": "waiting"}
        assert _find(bench, first).recipients[0].next_attempt_at <= now(), "also after a restart it only waits for the door"
        bench.remote.answer = lambda _to: OK
        bench.remote.is_open = True
        await eventually(lambda: bench.states(first) == bench.states(second) == {}, "both are tried at once")

    Bench(store).run(work)


def test_a_store_that_can_not_record_is_asked_until_it_can(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from posthouse_server.delivery import recorder

    monkeypatch.setattr(recorder, "PAUSE_S", 0.0)
    original, faults = store.spool.record_async, [StoreError("disk full")] * 3

    def record(*arguments: Any) -> Any:
        if faults:
            failed = asyncio.get_running_loop().create_future()
            failed.set_exception(faults.pop())
            return failed
        return original(*arguments)

    monkeypatch.setattr(store.spool, "record_async", record)

    async def work(bench: Bench) -> None:
        for _ in range(5):
            bench.accept("ok@far.example")
        await bench.settled(5)
        assert store.spool.ledger().delivered == 5
        assert len(bench.remote.seen) == 5, "nothing was delivered twice"

    Bench(store).run(work)
    assert faults == []


def test_a_recipient_whose_lease_has_run_out_on_the_way_is_not_delivered_twice(
        store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner_module, "_LEASE", timedelta(0))

    async def work(bench: Bench) -> None:
        bench.remote.gate = asyncio.Event()
        bench.accept("ok@far.example")
        await eventually(lambda: bench.remote.seen, "it is under way")
        bench.runner.wake()
        await asyncio.sleep(0.1)
        bench.remote.gate.set()
        await bench.settled(1)
        assert len(bench.remote.seen) == 1

    Bench(store).run(work)


def test_a_lease_that_is_renewed_while_the_outcome_is_written_delivers_nothing_twice(
        store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner_module, "_LEASE", timedelta(0))
    original = store.spool.lease

    async def work(bench: Bench) -> None:
        gate = bench.remote.gate = asyncio.Event()
        loop = asyncio.get_running_loop()
        bench.accept("ok@far.example")
        await eventually(lambda: bench.remote.seen, "it is under way")
        overtaken: list[bool] = []

        def lease(*arguments: Any, **options: Any) -> Any:
            leased = original(*arguments, **options)
            if leased and not overtaken:
                loop.call_soon_threadsafe(gate.set)
                deadline = time.monotonic() + 10
                while not bench.totals.delivered and time.monotonic() < deadline:
                    time.sleep(0.005)
                overtaken.append(bool(bench.totals.delivered))
            return leased

        monkeypatch.setattr(store.spool, "lease", lease)
        bench.runner._look_again()
        await eventually(lambda: overtaken, "the outcome is written while the lease is on its way")
        await bench.settled(1)
        assert overtaken == [True]
        assert len(bench.remote.seen) == 1

    Bench(store).run(work)
