"""Takes due recipients out of the spool, has them delivered, and writes down what became of each."""

from __future__ import annotations

import asyncio
import functools
import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from posthouse_server.counters import Totals
from posthouse_server.delivery.content import Content
from posthouse_server.delivery.delivery import Delivery, Outcome, PermanentFailure, TransientFailure
from posthouse_server.delivery.destinations import ways_of
from posthouse_server.delivery.gathering import Gathering
from posthouse_server.delivery.hand import Hand
from posthouse_server.delivery.held import HeldMail
from posthouse_server.delivery.notices import Notices
from posthouse_server.delivery.recorder import Entry, Recorder
from posthouse_server.delivery.verdict import Verdict, judge
from posthouse_server.live import Live
from posthouse_server.store import StoreError
from posthouse_server.store.change_feed import ChangeFeed
from posthouse_server.store.clock import now
from posthouse_server.store.messages import QueuedMessage, RecipientState, Route
from posthouse_server.store.spool import SpoolStore
from posthouse_server.store.traffic import AttemptRow, TrafficStore

_log = logging.getLogger(__name__)
_LEASE = timedelta(hours=2)
_POLL_S = 0.25
_PAUSE_S = 1.0  # after a fault of the store
_BATCH = 100
_RETURNED = "550 5.7.0 Returned to the sender by an administrator of this server"


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
        self._recorder = Recorder(spool, self._on_written)
        self._notices = Notices(live, spool, self._recorder)
        self._gathering = Gathering(self._record)
        self._hands = {route: Hand() for route in Route}
        self._wake = asyncio.Event()
        self._is_stopping = False
        self._may_be_more = dict.fromkeys(Route, True)
        """Whether the spool may hold due recipients that nobody has leased."""
        self._due_at: datetime | None = None
        self._ways = ways_of(live.current.settings)
        self._held = HeldMail()
        self._next_look = 0.0
        self._let_go: set[int] = set()
        """Recipients that were in a hand, and whose lease is not yet given back."""
        self._settled: set[int] | None = None
        """Recipients that were written back while a lease is being asked for."""
        self._may_be_detours = True
        """Whether somebody may have been sent another way since; looked at while the only door is shut."""
        self._is_followed_up = True
        """Whether the hands were looked through after the latest change of the spool."""

    def wake(self) -> None:
        """Look for due recipients now, as far as there is room for more of them; of these `lease_for` has taken note."""
        if any(self._may_be_more[route] and hand.has_room(_BATCH) for route, hand in self._hands.items()):
            self._wake.set()

    def _look_again(self) -> None:
        """Look for due recipients of all routes now."""
        self._may_be_more = dict.fromkeys(Route, True)
        self._wake.set()

    def lease_for(self, message: QueuedMessage) -> datetime | None:
        """Return until when a message that is about to be accepted is leased to this runner, or None if it is busy."""
        route, *others = {recipient.route for recipient in message.recipients}
        # Half of the hand is for what has waited in the spool already.
        is_welcome = (not others and not self._is_stopping and self._deliveries[route].is_open
                      and self._hands[route].has_room(share=0.5 if self._may_be_more[route] else 1.0))
        if not is_welcome:
            self._may_be_more.update(dict.fromkeys((route, *others), True))
        return now() + _LEASE if is_welcome else None

    def take(self, message: QueuedMessage) -> None:
        """Deliver a message that was accepted under a lease of this runner."""
        if not self._is_stopping:  # otherwise it is in the spool, and the next start finds it there
            self._begin(message, message.recipients[0].route)

    async def run(self) -> None:
        """Deliver until stop() is called."""
        while not self._is_stopping:
            try:
                await self._look()
                await self._look_at_spool()
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
        await asyncio.gather(*(delivery.stop(timeout_s) for delivery in self._deliveries.values()))
        self._gathering.finish()
        await self._notices.finish()
        await self._recorder.stop()

    async def _wait(self) -> None:
        """Wait for a reason to look: an unleased message, or that it is time to look at the spool and the settings."""
        timer = asyncio.get_running_loop().call_at(self._next_look, self._wake.set)
        try:
            await self._wake.wait()
        finally:
            timer.cancel()

    async def _look_at_spool(self) -> None:
        """Notice a due time, and what an administrator has done.

        Our own writes count as changes too, so this question is asked at most four times a second.
        """
        loop = asyncio.get_running_loop()
        if loop.time() < self._next_look:
            return
        self._next_look = loop.time() + _POLL_S
        has_changed = self._feed.has_changed()
        if has_changed or (self._due_at is not None and self._due_at <= now()):
            self._may_be_more, self._may_be_detours = dict.fromkeys(Route, True), True
        if has_changed or not self._is_followed_up:
            # Once more after the last change: a message may have been changed before it came into the hand.
            self._is_followed_up = False
            await self._drop_edited()
            self._is_followed_up = not has_changed

    async def _drop_edited(self) -> None:
        """Take out of the hands what has not begun, and does not wait any more: it was held or removed."""
        ids = frozenset[int]().union(*(hand.ids for hand in self._hands.values()))
        gone = ids - await asyncio.to_thread(self._spool.still_waiting, list(ids))
        for route, hand in self._hands.items():
            for message, recipients in self._deliveries[route].withdraw(gone):
                hand.remove(message, recipients)
                self._gathering.withdraw(message, recipients)
                self._let_go.update(recipient.id for recipient in recipients)
                _log.info("%s: held or removed before its turn for %d recipients", message.id, len(recipients))
        if self._let_go:
            await self._spool.give_back_async(list(self._let_go))
            self._let_go.clear()

    async def _look(self) -> None:
        """Notice what has changed beside the spool: the smart host, a hand that stays full."""
        ways = ways_of(self._live.current.settings)
        if ways != self._ways:
            for delivery in self._deliveries.values():
                delivery.reroute()
            # What was deferred for the former ones' sake is due now.
            self._held.forget()
            await asyncio.to_thread(self._spool.retry, None, Route.RELAY)
            self._look_again()
        self._ways = ways
        due = self._held.due(sum(delivery.openings for delivery in self._deliveries.values()))
        if due != []:
            await asyncio.to_thread(self._spool.retry, due, Route.RELAY)
            self._look_again()
        for route, hand in self._hands.items():
            if not hand.has_room():
                self._deliveries[route].relieve()

    async def _lease_and_start(self) -> None:
        """Fill the hands from the spool, a batch at a time."""
        self._wake.clear()
        for route in Route:
            while (self._may_be_more[route] and self._hands[route].has_room(_BATCH) and self._deliveries[route].is_open
                   and not self._is_stopping):
                self._may_be_more[route] = False  # unless somebody says so in the meantime
                if await self._lease_batch(route, is_detour=False):
                    self._may_be_more[route] = True
            # Behind a shut door, what an administrator sends another way goes on.
            while (self._may_be_detours and self._hands[route].has_room(_BATCH) and not self._deliveries[route].is_open
                   and not self._is_stopping):
                self._may_be_detours = await self._lease_batch(route, is_detour=True)
        self._may_be_detours = False
        self._due_at = await asyncio.to_thread(self._spool.next_due_at)

    async def _lease_batch(self, route: Route, *, is_detour: bool) -> bool:
        """Start what is due, and return whether there was anything."""
        self._settled = set()
        messages = await asyncio.to_thread(functools.partial(
            self._spool.lease, now() + _LEASE, _BATCH, route, is_detour=is_detour))
        for message in messages:
            self._begin(message, route)
        self._settled = None
        return bool(messages)

    def _begin(self, message: QueuedMessage, route: Route) -> None:
        """Hand a message to its delivery, but for recipients whose delivery outlives its lease."""
        fresh = self._without_settled(message)
        recipients = self._hands[route].add(fresh)
        if not recipients:
            return
        if len(recipients) < len(message.recipients):
            message = replace(message, recipients=recipients)
        self._gathering.begin(message, recipients)
        returned = [recipient for recipient in recipients if recipient.is_returned]
        if returned:
            recipients = tuple(recipient for recipient in recipients if not recipient.is_returned)
            self._settle(message, {recipient.id: PermanentFailure(_RETURNED) for recipient in returned})
        if not recipients:
            return
        path = None if message.body_file is None else self._spool.folder / message.body_file
        content = Content(message.body if path is None else None, path, message.size)
        try:
            self._deliveries[route].start(message, recipients, content, self._settle)
        except Exception as error:  # noqa: BLE001 - see above
            _log.error("The delivery of %s failed", message.id, exc_info=error)
            fault = TransientFailure("451 4.3.0 The delivery failed by a fault of this server; its log says more")
            self._settle(message, {recipient.id: fault for recipient in recipients})

    def _without_settled(self, message: QueuedMessage) -> QueuedMessage:
        """Leave out whose lease had run out, and was renewed while the outcome of its delivery was being written."""
        stale = {recipient.id for recipient in message.recipients} & (self._settled or set())
        if not stale:
            return message
        self._let_go |= stale  # one that waits on is leased to nobody
        self._is_followed_up = False
        return replace(message, recipients=tuple(item for item in message.recipients if item.id not in stale))

    def _settle(self, message: QueuedMessage, outcomes: Mapping[int, Outcome]) -> None:
        """Judge what became of some recipients, and record it with the notifications that follow from it."""
        settings, at = self._live.current.settings.smtp.delivery, now()
        recipients = [recipient for recipient in message.recipients if recipient.id in outcomes]
        verdicts = [judge(message, recipient, outcomes[recipient.id], settings, at) for recipient in recipients]
        results = [verdict.result for verdict in verdicts]
        if not self._deliveries[recipients[0].route].is_open:
            # What waits for an open door has no other time to wait for, not even after a restart.
            results = [replace(result, next_attempt_at=at) if result.state is RecipientState.WAITING and not recipient.via
                       else result for recipient, result in zip(recipients, results, strict=True)]
        self._held.note(message.id, outcomes.values())
        self._gathering.add(Entry(message, recipients, outcomes, results), verdicts)

    def _record(self, entry: Entry, verdicts: Sequence[Verdict]) -> None:
        if any(verdict.told for verdict in verdicts):
            self._notices.add(entry, verdicts)
        else:
            self._recorder.add(entry)

    def _on_written(self, entry: Entry) -> None:
        """Keep the totals, the log and the trace, and make room for another message."""
        message, at = entry.message, now()
        for recipient, result in zip(entry.recipients, entry.results, strict=True):
            outcome = entry.outcomes[recipient.id]
            if result.state is RecipientState.DELIVERED:
                self._totals.delivered += 1
            elif result.state is RecipientState.WAITING:
                self._totals.deferred += 1
            else:
                self._totals.bounced += 1
            _log.info("%s to %s: %s (%s)", message.id, recipient.address, result.state.value, result.reply)
            self._traffic.record_attempt(AttemptRow(
                at, message.id, recipient.address, "deferred" if result.state is RecipientState.WAITING
                else result.state.value, outcome.remote, result.reply))
        route = entry.recipients[0].route
        hand = self._hands[route]
        hand.remove(message, entry.recipients)
        if self._settled is not None:
            self._settled.update(recipient.id for recipient in entry.recipients)
        if entry.notifications:
            self._look_again()
        elif self._may_be_more[route] and hand.has_room(_BATCH):
            self._wake.set()
