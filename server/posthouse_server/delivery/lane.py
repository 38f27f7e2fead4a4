"""One destination: the messages that wait for it, and as many connections as it proves to bear."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Set

from posthouse_server.delivery.carrier import Carrier
from posthouse_server.delivery.connector import Connector
from posthouse_server.delivery.delivery import TransientFailure, Withdrawn
from posthouse_server.delivery.destinations import Destination
from posthouse_server.delivery.job import Job
from posthouse_server.delivery.pace import Pace
from posthouse_server.delivery.slots import Slots
from posthouse_server.live import InForce, Live

_log = logging.getLogger(__name__)
_FIRST_WINDOW = 2.0
_WIDEST = 1000.0  # the highest limit that the settings know
_UNHURRIED = 200
_SLOW_S = 5.0  # a message that waits longer behind others has a slow destination
_KEPT_BEHIND = 10
_KEPT_PACED = 50


class Lane:
    """Holds the jobs of one destination, and has carriers run them; how many of these is felt out."""

    def __init__(self, destination: Destination, connector: Connector, slots: Slots, live: Live,
                 restart: Callable[[Job], None]) -> None:
        """Begin with no jobs; `restart` takes those that must find another lane."""
        self.destination = destination
        self.waiting: deque[Job] = deque()
        self.connected = 0
        """How many carriers have a connection."""
        self.tasks: dict[asyncio.Task[None], Carrier] = {}
        self._connector = connector
        self._slots = slots
        self._live = live
        self._window = _FIRST_WINDOW
        self._unhurried = 0
        self._restart = restart
        self._pace = Pace()
        self._in_force: InForce | None = None
        self._allowed = 1
        self._timer: asyncio.TimerHandle | None = None
        self._is_stopping = False
        self._is_retired = False

    @property
    def limit(self) -> int:
        """Return how many carriers may run; one destination of several never takes all slots."""
        self._look()
        return min(self._allowed, int(self._window))

    @property
    def is_idle(self) -> bool:
        """Return whether nothing is waiting or under way."""
        return not self.waiting and not self.tasks

    def add(self, job: Job) -> None:
        """Deliver a message when its turn comes."""
        if not job.left:
            return
        self._look()
        if self._pace.per_minute and len(self.waiting) >= self._room:
            self._postpone(job)
            return
        self.waiting.append(job)
        self.spread()

    def spread(self) -> None:
        """Start carriers for what waits, as far as the lane and the slots allow."""
        while (self.waiting and len(self.tasks) < self.limit and not self._is_stopping and not self._is_early()
               and self._slots.take(self.spread)):
            carrier = Carrier(self, self._connector, self._live, self._take())
            task = asyncio.create_task(carrier.run())
            self.tasks[task] = carrier
            task.add_done_callback(self._on_carrier_end)

    def next(self) -> Job | None:
        """Return the next job for a carrier that is done with one, or None: then it must end."""
        if (not self.waiting or self._is_stopping or len(self.tasks) > self.limit
                or self._slots.are_wanted_by_others(self.spread) or self._is_early()):
            return None
        return self._take()

    def note_success(self) -> None:
        """Trust the destination with a little more: another connection for each round of messages that went well."""
        if self._window < _WIDEST:
            self._window += 1 / self._window
        if self._unhurried:
            self._unhurried -= 1

    @property
    def may_hurry(self) -> bool:
        """Return whether a message's envelope may be sent with the content of the one before it (RFC 2920)."""
        return self._unhurried == 0

    def note_haste(self) -> None:
        """Wait for each answer for a while: the server may have stumbled over such haste."""
        self._unhurried = _UNHURRIED

    def note_trouble(self) -> None:
        """Go easy on a destination that refuses connections or keeps silent."""
        self._window = max(1.0, self._window / 2)

    def give_up(self, job: Job, failure: TransientFailure) -> None:
        """Take back a job whose connection failed.

        While other connections work they have room for it; otherwise the whole destination is down, and all that waits for
        it has failed without asking there again and again.
        """
        if self._is_retired:
            self._restart(job)
            return
        self.note_trouble()
        if self.connected and not failure.is_ours:
            self._window = max(1.0, min(self._window, self.connected))
            self.waiting.appendleft(job)
            return
        failed = [job, *self.waiting]
        self.waiting.clear()
        for one in failed:
            one.settle_rest(failure)

    def relieve(self, failure: TransientFailure) -> None:
        """Give back most of what waits, where that takes long: others need the place."""
        if self._pace.per_minute:
            for job in [self.waiting.pop() for _ in range(len(self.waiting) - _KEPT_BEHIND)][::-1]:
                self._postpone(job)
            return
        if self.waiting and asyncio.get_running_loop().time() - self.waiting[0].since > _SLOW_S:
            while len(self.waiting) > _KEPT_BEHIND:
                self.waiting.pop().settle_rest(failure)

    def withdraw(self, gone: Set[int]) -> list[Withdrawn]:
        """See Delivery."""
        jobs = [*self.waiting, *(job for carrier in self.tasks.values() for job in carrier.jobs)]
        found = [taken for job in jobs for taken in job.withdraw(gone)]
        if found:
            self.waiting = deque(job for job in self.waiting if job.left)
        return found

    def retire(self) -> None:
        """Send what waits another way; what is under way finishes here."""
        self._is_retired = True
        while self.waiting:
            self._restart(self.waiting.popleft())

    def stop(self) -> None:
        """Begin nothing new; what waits is forgotten here, and is in the spool."""
        self._is_stopping = True
        if self._timer is not None:
            self._timer.cancel()
        self.waiting.clear()

    def _look(self) -> None:
        """Take note of what is in force by now."""
        current = self._live.current
        if current is self._in_force:
            return
        self._in_force, smtp = current, current.settings.smtp
        self._allowed = smtp.delivery.max_connections_per_destination
        if not self.destination.is_smart_host or smtp.smart_hosts:
            self._allowed = min(self._allowed, max(1, self._slots.number * 3 // 4))
        own = self.destination.messages_per_minute
        self._pace.per_minute = smtp.outbound.messages_per_minute if own is None else own

    @property
    def _room(self) -> int:
        """Return how many may wait here for their turn: those of the next ten seconds, about."""
        return min(_KEPT_PACED, max(_KEPT_BEHIND, self._pace.per_minute // 6))

    def _take(self) -> Job:
        job = self.waiting.popleft()
        if self._pace.per_minute:
            self._pace.take(asyncio.get_running_loop().time(), job.message.id)
        return job

    def _is_early(self) -> bool:
        """Return whether the next message must wait for its turn; then it is seen to that it gets it."""
        if not self._pace.per_minute:
            return False
        loop = asyncio.get_running_loop()
        if not (wait_s := self._pace.wait_s(loop.time())):
            return False
        if self._timer is None:
            self._timer = loop.call_later(wait_s, self._on_turn)
        return True

    def _on_turn(self) -> None:
        self._timer = None
        self.spread()

    def _postpone(self, job: Job) -> None:
        """Give a message back until its turn: more than a few here would take the place of other destinations' mail."""
        wait_s = self._pace.book(asyncio.get_running_loop().time(), len(self.waiting), job.message.id)
        job.settle_rest(TransientFailure(
            f"451 4.4.5 {self.destination.name} gets at most {self._pace.per_minute} messages a minute; this waits its turn",
            is_ours=True, is_paced=True, wait_s=wait_s))

    def _on_carrier_end(self, task: asyncio.Task[None]) -> None:
        del self.tasks[task]
        self._slots.give_back()
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error("A delivery ended badly", exc_info=error)
        self.spread()
