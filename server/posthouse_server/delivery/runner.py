"""Takes due recipients out of the spool, has them delivered, and writes down what became of each."""

from __future__ import annotations

import asyncio
import functools
import logging
from collections import deque
from collections.abc import Mapping
from datetime import datetime, timedelta

from posthouse_server.counters import Totals
from posthouse_server.delivery.bounce import Failed, make_notification
from posthouse_server.delivery.delivery import Delivered, Delivery, Outcome, TransientFailure
from posthouse_server.delivery.schedule import next_attempt
from posthouse_server.live import Live
from posthouse_server.settings.schema import DelayNotifications, DeliveryReceipts
from posthouse_server.store import StoreError
from posthouse_server.store.change_feed import ChangeFeed
from posthouse_server.store.clock import now
from posthouse_server.store.messages import NewMessage, QueuedMessage, QueuedRecipient, RecipientState, Result, Route
from posthouse_server.store.spool import SpoolStore
from posthouse_server.store.traffic import AttemptRow, TrafficStore

_log = logging.getLogger(__name__)
_LEASE = timedelta(hours=2)  # longer than any attempt can take
_POLL_S = 0.25
_PAUSE_S = 1.0  # after a fault of the store
_BATCH = 50
_LOCAL_SLOTS = 8  # Maildir deliveries wait for the disk, not for others


class DeliveryRunner:
    """One for the server; `run` until `stop`."""

    def __init__(self, live: Live, spool: SpoolStore, traffic: TrafficStore, totals: Totals, feed: ChangeFeed,
                 deliveries: Mapping[Route, Delivery]) -> None:
        """`feed` watches the spool, so that an administrator's commands act at once."""
        self._live = live
        self._spool = spool
        self._traffic = traffic
        self._totals = totals
        self._feed = feed
        self._deliveries = deliveries
        self._wake = asyncio.Event()
        self._is_stopping = False
        self._running: dict[Route, set[asyncio.Task[None]]] = {route: set() for route in Route}
        self._backlog: dict[Route, deque[QueuedMessage]] = {route: deque() for route in Route}
        self._may_be_more = dict.fromkeys(Route, True)
        """Whether the spool may hold due recipients that nobody has leased."""
        self._due_at: datetime | None = None

    def wake(self) -> None:
        """Look for due recipients now."""
        self._wake.set()

    def lease_for(self, message: QueuedMessage) -> datetime | None:
        """Return until when a message that is about to be accepted is leased to this runner, or None if it is busy."""
        (route, *others) = {recipient.route for recipient in message.recipients}
        is_welcome = not others and not self._backlog[route] and self._free(route) > 0 and not self._is_stopping
        if not is_welcome:
            self._may_be_more.update(dict.fromkeys((route, *others), True))
        return now() + _LEASE if is_welcome else None

    def take(self, message: QueuedMessage) -> None:
        """Deliver a message that was accepted under a lease of this runner."""
        self._backlog[message.recipients[0].route].append(message)
        self._start()

    async def run(self) -> None:
        """Deliver until stop() is called."""
        while not self._is_stopping:
            try:
                await self._lease_and_start()
                await self._wait()
            except StoreError as error:
                _log.error("The spool could not be read: %s", error)
                await asyncio.sleep(_PAUSE_S)
            except Exception as error:  # noqa: BLE001 - a runner that ends would leave all mail lying
                _log.error("The delivery stumbled", exc_info=error)
                await asyncio.sleep(_PAUSE_S)

    async def stop(self, timeout_s: float) -> None:
        """Start nothing new, and let running deliveries finish for so long; the others are tried again later."""
        self._is_stopping = True
        self._wake.set()
        running = [task for tasks in self._running.values() for task in tasks]
        if running:
            _, unfinished = await asyncio.wait(running, timeout=timeout_s)
            for task in unfinished:
                task.cancel()
            await asyncio.gather(*unfinished, return_exceptions=True)

    async def _wait(self) -> None:
        """Wait for a reason to look: an unleased message, an administrator's command, or a due time."""
        while not self._wake.is_set():
            try:
                await asyncio.wait_for(self._wake.wait(), _POLL_S)
            except TimeoutError:
                # Our own writes count as changes too, so this question is asked at most four times a second.
                if self._feed.has_changed() or (self._due_at is not None and self._due_at <= now()):
                    return

    def _free(self, route: Route) -> int:
        """Return how many more deliveries may run; the routes have slots of their own, or a dead smart host would block all."""
        slots = _LOCAL_SLOTS if route is Route.LOCAL else self._live.current.settings.smtp.outbound.max_deliveries
        return slots - len(self._running[route])

    async def _lease_and_start(self) -> None:
        """Fill the backlogs that have run empty, a batch at a time, and start what there is room for."""
        self._wake.clear()
        for route in Route:
            self._may_be_more[route] = self._may_be_more[route] or self._free(route) <= 0
            while self._free(route) > 0 and not self._backlog[route] and not self._is_stopping:
                messages = await asyncio.to_thread(self._spool.lease, now() + _LEASE, _BATCH, route)
                self._backlog[route].extend(messages)
                self._start()
                self._may_be_more[route] = bool(messages)
                if not messages:
                    break
        self._due_at = await asyncio.to_thread(self._spool.next_due_at)

    def _start(self) -> None:
        for route, backlog in self._backlog.items():
            while backlog and self._free(route) > 0 and not self._is_stopping:
                task = asyncio.create_task(self._deliver(backlog.popleft(), route))
                self._running[route].add(task)
                task.add_done_callback(functools.partial(self._on_finished, route))

    def _on_finished(self, route: Route, task: asyncio.Task[None]) -> None:
        self._running[route].discard(task)
        if not task.cancelled() and task.exception() is not None:
            _log.error("A delivery ended badly and will be repeated", exc_info=task.exception())
        self._start()
        if not self._backlog[route] and self._may_be_more[route]:
            self._wake.set()

    async def _deliver(self, message: QueuedMessage, route: Route) -> None:
        body, outcomes = await self._attempt(route, message, list(message.recipients))
        await self._record(message, list(message.recipients), outcomes, body)

    async def _attempt(self, route: Route, message: QueuedMessage,
                       recipients: list[QueuedRecipient]) -> tuple[bytes, Mapping[int, Outcome]]:
        """Return the body and the outcomes; a fault of ours defers the message, seen by all, and it ends as others do."""
        body = b""
        try:
            body = message.body if message.body is not None else await asyncio.to_thread(self._spool.body, message.id)
            return body, await self._deliveries[route].deliver(message, recipients, body)
        except StoreError:
            raise  # removed by an administrator, or a store that can't record anything now
        except OSError as error:
            fault = TransientFailure(f"451 4.3.0 The message could not be read from the spool: {error.strerror}")
        except Exception as error:  # noqa: BLE001 - see above
            _log.error("The delivery of %s failed", message.id, exc_info=error)
            fault = TransientFailure("451 4.3.0 The delivery failed by a fault of this server; its log says more")
        return body, {recipient.id: fault for recipient in recipients}

    async def _record(self, message: QueuedMessage, recipients: list[QueuedRecipient], outcomes: Mapping[int, Outcome],
                      body: bytes) -> None:
        """Write the results and the notifications that follow from them in one transaction."""
        results, failed, delayed = [], [], []
        for recipient in recipients:
            outcome = outcomes[recipient.id]
            result = self._result(message, recipient, outcome)
            results.append(result)
            about = Failed(recipient.address, result.reply, getattr(outcome, "remote", ""))
            if result.state is RecipientState.BOUNCED:
                failed.append(about)
            elif result.state is RecipientState.WAITING and self._is_notice_due(message, recipient):
                delayed.append(about)
        notifications = self._notifications(message, body, failed, delayed)
        await asyncio.shield(self._write(results, notifications))
        self._count(message, recipients, results, outcomes)
        if notifications:
            self._may_be_more = dict.fromkeys(Route, True)
            self._wake.set()

    async def _write(self, results: list[Result], notifications: list[NewMessage]) -> None:
        """Write until it is written: what was delivered and not recorded would be delivered again."""
        while True:
            try:
                await asyncio.wrap_future(self._spool.record(results, notifications))
                return
            except StoreError as error:
                _log.error("The outcome of a delivery could not be written: %s", error)
                if self._is_stopping:
                    raise
                await asyncio.sleep(_PAUSE_S)

    def _result(self, message: QueuedMessage, recipient: QueuedRecipient, outcome: Outcome) -> Result:
        if isinstance(outcome, Delivered):
            return Result(recipient.id, message.id, RecipientState.DELIVERED, outcome.reply)
        reply = outcome.reply
        if isinstance(outcome, TransientFailure):
            delivery = self._live.current.settings.smtp.delivery
            again_at = next_attempt(delivery, recipient.attempts + 1, message.accepted_at, now())
            if again_at is not None:
                return Result(recipient.id, message.id, RecipientState.WAITING, reply, again_at)
            reply = f"{reply} (given up after {delivery.lifetime_hours} hours)"
        # Bad Mail keeps what nobody can be told about: an undeliverable bounce, or receipts that are switched off.
        state = RecipientState.BOUNCED if self._is_receipt_wanted(message) else RecipientState.BAD_MAIL
        return Result(recipient.id, message.id, state, reply)

    def _is_receipt_wanted(self, message: QueuedMessage) -> bool:
        receipts = self._live.current.settings.smtp.delivery.receipts
        if message.sender == "" or receipts is DeliveryReceipts.NEVER:
            return False
        return receipts is DeliveryReceipts.EVERYONE or message.login is not None

    def _is_notice_due(self, message: QueuedMessage, recipient: QueuedRecipient) -> bool:
        wanted = self._live.current.settings.smtp.delivery.delay_notifications
        if message.sender == "" or wanted is DelayNotifications.OFF:
            return False
        return wanted is DelayNotifications.EVERY_DELAY or recipient.attempts == 0

    def _notifications(self, message: QueuedMessage, body: bytes, failed: list[Failed],
                       delayed: list[Failed]) -> list[NewMessage]:
        current, at = self._live.current, now()
        return [make_notification(message, body, group, current, at, is_final=is_final)
                for group, is_final in ((failed, True), (delayed, False)) if group]

    def _count(self, message: QueuedMessage, recipients: list[QueuedRecipient], results: list[Result],
               outcomes: Mapping[int, Outcome]) -> None:
        """Keep the totals, the log and the trace."""
        for recipient, result in zip(recipients, results, strict=True):
            outcome = outcomes[recipient.id]
            if result.state is RecipientState.DELIVERED:
                self._totals.delivered += 1
            elif result.state is RecipientState.WAITING:
                self._totals.deferred += 1
            else:
                self._totals.bounced += 1
            _log.info("%s to %s: %s (%s)", message.id, recipient.address, result.state.value, result.reply)
            self._traffic.record_attempt(AttemptRow(
                now(), message.id, recipient.address, "deferred" if result.state is RecipientState.WAITING
                else result.state.value, outcome.remote, result.reply))
