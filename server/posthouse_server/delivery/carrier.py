"""Carries one message after the other over a connection, until its lane has no more for it."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from posthouse_server.delivery.connection import Connection
from posthouse_server.delivery.connector import Connector, UnreachableError
from posthouse_server.delivery.delivery import Delivered, PermanentFailure, TransientFailure
from posthouse_server.delivery.destinations import LeadsBackError
from posthouse_server.delivery.dialog import DialogError
from posthouse_server.delivery.job import Job
from posthouse_server.delivery.pool import ConnectionPool
from posthouse_server.delivery.reply import BadReplyError
from posthouse_server.delivery.transaction import HasteError, Transaction
from posthouse_server.live import InForce, Live

if TYPE_CHECKING:
    from posthouse_server.delivery.lane import Lane

_log = logging.getLogger(__name__)
_RECIPIENTS = 100  # RFC 5321 section 4.5.3.1.8: every server takes so many in one transaction


class Carrier:
    """One delivery at a time, over one connection at a time."""

    def __init__(self, lane: Lane, connector: Connector, live: Live, first: Job) -> None:
        """Work for a lane, beginning with a job of it."""
        self._lane = lane
        self._connector = connector
        self._live = live
        self._connection: Connection | None = None
        self._job: Job | None = first
        self._ahead: tuple[Job, Transaction] | None = None
        """The next job, taken before its turn so that its envelope could travel with the content of this one."""
        self._in_force: InForce | None = None
        """What the connection is known to fit to."""

    @property
    def jobs(self) -> list[Job]:
        """Return what it has taken from the lane and not yet done."""
        return [job for job in (self._job, self._ahead[0] if self._ahead is not None else None) if job is not None]

    async def run(self) -> None:
        """Carry the first job and all that the lane gives afterwards."""
        try:
            while (job := self._job) is not None:
                await self._carry(job)
                if self._ahead is not None and self._ahead[0] is job:
                    self._ahead = None
                self._job = self._ahead[0] if self._ahead is not None else self._lane.next()
        finally:
            if self._connection is not None and self._connection.dialog.is_usable:
                self._part(is_kept=True)
            else:
                self._drop()

    async def _carry(self, job: Job) -> None:
        """Try the hosts in turn until one takes or finally refuses the message; each recipient gets settled."""
        if not job.left:  # all were withdrawn while it was next in turn
            return
        try:
            failure = await self._try_hosts(job)
        except Exception as error:  # noqa: BLE001 - a fault of ours defers the message, seen by all, and it ends as others do
            _log.error("The delivery of %s failed", job.message.id, exc_info=error)
            self._drop()
            failure = TransientFailure("451 4.3.0 The delivery failed by a fault of this server; its log says more")
        job.under_way = ()
        if isinstance(failure, UnreachableError):
            self._lane.give_up(job, TransientFailure(failure.reply, failure.remote))
        elif isinstance(failure, TransientFailure) and failure.is_ours:
            self._lane.give_up(job, failure)
        elif failure is not None:
            job.settle_rest(failure)

    async def _try_hosts(self, job: Job) -> TransientFailure | PermanentFailure | None:
        """Return why some recipients could not be settled, or None: UnreachableError only if no host was reached."""
        worst: TransientFailure = UnreachableError("451 4.4.1 No mail server could be reached")
        for host in self._hosts():
            try:
                await self._deliver_via(host, job)
                return None
            except LeadsBackError:
                destination = self._lane.destination
                is_ours = destination.is_smart_host or destination.is_chosen
                if isinstance(worst, UnreachableError) and not worst.remote and not is_ours:
                    return PermanentFailure(f"554 5.4.6 The mail for {self._lane.destination.name} leads back to this server, "
                                            "which does not serve it")
                if not worst.remote:
                    worst = TransientFailure(f"451 4.4.6 {host} is this server itself; choose another smart host")
                break  # those that come after it are no better
            except PermanentFailure as failure:
                return failure
            except TransientFailure as failure:
                if failure.is_ours:
                    return failure
                if not isinstance(failure, UnreachableError) or isinstance(worst, UnreachableError):
                    worst = failure
        return worst

    def _hosts(self) -> list[str]:
        hosts = self._lane.destination.in_turn()
        if self._connection is not None and self._connection.host != hosts[0]:
            hosts = [self._connection.host, *(host for host in hosts if host != self._connection.host)]
        return hosts

    async def _deliver_via(self, host: str, job: Job) -> None:
        """Settle the recipients through one host; raises a failure for those that are left."""
        while True:
            connection = await self._connected(host)
            try:
                await self._transact(connection, job)
            except TransientFailure:
                is_ending = connection.is_ending
                self._part(is_kept=False)
                if not is_ending or connection.is_fresh:
                    if is_ending:
                        self._lane.note_trouble()
                    raise
            except PermanentFailure:
                raise
            except HasteError:
                self._lane.note_haste()
                self._drop()
                continue
            except (DialogError, BadReplyError) as error:
                self._drop()
                if connection.is_fresh:
                    self._lane.note_trouble()
                    raise TransientFailure(f"451 4.4.2 {connection.remote}: {error}", connection.remote) from error
            except BaseException:
                self._drop()
                raise
            else:
                return
            # It had been idle, or has carried enough; nothing is settled, so that a new connection may try.

    async def _transact(self, connection: Connection, job: Job) -> None:
        """Settle recipients, a hundred at a time, and those that were too many for the server at once again."""
        while (transaction := self._transaction(connection, job)) is not None:
            job.under_way = transaction.recipients
            outcomes = transaction.outcomes
            try:
                await transaction.run(partial(self._follower, transaction, job))
            except (DialogError, BadReplyError):
                if transaction.is_ahead:
                    self._lane.note_haste()
                raise
            finally:
                if transaction.wants_login is not None:  # known before the outcomes are, so that they count as held
                    self._connector.note_login_wanted(self._lane.destination, transaction.wants_login)
                job.settle_some(outcomes)
                job.under_way = ()
            if transaction.wants_login is not None:
                raise transaction.wants_login
            connection.messages += 1
            if any(isinstance(outcome, Delivered) for outcome in outcomes.values()):
                self._lane.note_success()

    def _transaction(self, connection: Connection, job: Job) -> Transaction | None:
        """Return the transaction that is under way already, or a new one for those that are left."""
        ahead = self._ahead
        if ahead is not None and ahead[0] is job:
            self._ahead = None
            if ahead[1].connection is connection and ahead[1].is_ahead:
                return ahead[1]
        job.drop_unwanted()
        return self._make(connection, job) if job.left else None

    def _make(self, connection: Connection, job: Job) -> Transaction:
        part = job.left if len(job.left) <= _RECIPIENTS else job.left[:_RECIPIENTS]
        return Transaction(connection, job.message, part, job.content, is_smart_host=self._lane.destination.is_smart_host)

    def _follower(self, transaction: Transaction, job: Job) -> Transaction | None:
        """Return a transaction for the lane's next job, whose envelope may go out at once: half the packets, half the waits."""
        is_last = not transaction.again and len(transaction.recipients) == len(job.left)
        if (not is_last or self._ahead is not None or not self._lane.may_hurry
                or ConnectionPool.is_nearly_worn(transaction.connection)):
            return None
        following = self._lane.next()
        if following is None:
            return None
        after = self._make(transaction.connection, following)
        self._ahead = (following, after)
        if not after.may_go_ahead:
            return None
        try:
            after.prepare()
        except PermanentFailure:
            return None  # it will say so when its turn comes
        following.under_way = after.recipients
        return after

    async def _connected(self, host: str) -> Connection:
        """Return the connection at hand where it still serves, or another."""
        connection, current = self._connection, self._live.current
        if connection is not None:
            if self._fits(connection, host, current):
                return connection
            self._part(is_kept=False)
        connection = await self._connector.connect(host, self._lane.destination, current)
        self._connection, self._in_force = connection, current
        self._lane.connected += 1
        return connection

    def _fits(self, connection: Connection, host: str, current: InForce) -> bool:
        if self._ahead is not None and self._ahead[1].is_ahead and self._ahead[1].connection is connection:
            return not connection.is_ending and connection.dialog.is_alive
        if connection.host != host or ConnectionPool.is_worn(connection):
            return False
        if current is not self._in_force:
            self._in_force = current
            return connection.key == self._connector.key(host, self._lane.destination, current)
        return True

    def _part(self, *, is_kept: bool) -> None:
        """Give the connection to the pool, or end it in order."""
        connection, self._connection = self._connection, None
        if connection is not None:
            self._lane.connected -= 1
            (self._connector.pool.give_back if is_kept else self._connector.pool.end)(connection)

    def _drop(self) -> None:
        """Break the connection off."""
        connection, self._connection = self._connection, None
        if connection is not None:
            self._lane.connected -= 1
            connection.dialog.abort()
