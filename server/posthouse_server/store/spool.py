"""The spool: what was answered 250 and is not yet delivered to everyone. Its truth is its tables."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, select, update

from posthouse_server.store.clock import now
from posthouse_server.store.engine import Database, StoreError
from posthouse_server.store.files import sync_file
from posthouse_server.store.messages import (
    Ledger,
    NewMessage,
    QueuedMessage,
    RecipientState,
    Result,
    Route,
)
from posthouse_server.store.queue_edits import QueueStore
from posthouse_server.store.queues import header_of
from posthouse_server.store.spool_groups import GroupSize, SpoolGroup, is_in_group, size_of
from posthouse_server.store.spool_reads import give_back, is_anybody_due, lease, load, next_due_at, still_waiting
from posthouse_server.store.spool_writes import ACCEPTED, IS_UNFINISHED, insert_messages, queued, record_results
from posthouse_server.store.statements import parts
from posthouse_server.store.tables import ledger, messages, recipients
from posthouse_server.store.writer import BatchWriter
from posthouse_server.words import tr

_log = logging.getLogger(__name__)
_FEW = [state.value for state in RecipientState if state is not RecipientState.WAITING]


class SpoolStore:
    """Reads and writes the spool. Methods block unless they return a future."""

    def __init__(self, database: Database, folder: Path) -> None:
        """Use an open spool database and the folder of large bodies."""
        self._database = database
        self.folder = folder
        self._writer: BatchWriter | None = None
        self.queues = QueueStore(database, self._remove_bodies)
        """The same mail by queue: Inbound, Outbound and Bad Mail."""

    def open_writer(self) -> None:
        """Start the group commit thread (the server's part)."""
        self._writer = BatchWriter(self._database, name="spool writer")

    def close_writer(self) -> None:
        """Commit what waits and end the thread."""
        if self._writer is not None:
            self._writer.close()

    def recover(self) -> None:
        """Before a server starts: free the leases of a dead one and remove bodies that no message owns. Raises StoreError.

        Neither takes longer because many messages wait: leases have an index, and bodies are looked up by their names.
        """
        with self._database.write() as connection:
            connection.execute(update(recipients).where(recipients.c.leased_until.is_not(None)).values(leased_until=None))
        try:
            names = [path.name for path in self.folder.glob("*.eml")]
        except OSError as error:
            raise StoreError(tr("{folder} could not be read: {strerror}.", folder=self.folder,
                                strerror=error.strerror)) from error
        for part in parts(names):
            with self._database.read() as connection:
                owned = set(connection.execute(select(messages.c.body_file).where(
                    messages.c.id.in_([name.removesuffix(".eml") for name in part]))).scalars())
            self._remove_bodies(name for name in part if name not in owned)

    def accept(self, message: NewMessage | QueuedMessage, leased_until: datetime | None = None) -> Future[None]:
        """Queue a message for the group commit; the future is done when it is on disk, and carries StoreError.

        With a time it is leased from the start: the caller delivers it at once, without looking it up again.
        """
        assert self._writer is not None
        return self._writer.submit(insert_messages, (_queued(message), leased_until))

    def accept_async(self, message: NewMessage | QueuedMessage,
                     leased_until: datetime | None = None) -> asyncio.Future[None]:
        """Do the same on the event loop, for less: the loop is woken once for all the messages of a commit."""
        assert self._writer is not None
        return self._writer.submit_async(insert_messages, (_queued(message), leased_until))

    def record(self, results: Sequence[Result], follow_ups: Sequence[NewMessage] = ()) -> Future[None]:
        """Write what became of recipients, and the bounces that follow from it, in one transaction."""
        assert self._writer is not None
        return self._writer.submit(record_results, (results, follow_ups), self._remove_bodies)

    def record_async(self, results: Sequence[Result], follow_ups: Sequence[NewMessage] = ()) -> asyncio.Future[None]:
        """Do the same on the event loop, for less."""
        assert self._writer is not None
        return self._writer.submit_async(record_results, (results, follow_ups), self._remove_bodies)

    def lease(self, until: datetime, limit: int, route: Route | None = None, *, is_detour: bool = False) -> list[QueuedMessage]:
        """Take the due recipients (of one route) of up to `limit` messages for delivery, the most overdue first.

        Small bodies come with them. A detour is taken by those that an administrator sends through another server, or back.
        """
        routes = list(Route) if route is None else [route]
        with self._database.read() as connection:
            if not is_anybody_due(connection, routes, is_detour=is_detour):
                return []
        if self._writer is not None and self._writer.is_open:  # it need not wait for its own lock on the database
            found: list[QueuedMessage] = self._writer.submit(lease, (until, limit, routes, is_detour)).result()
            return found
        with self._database.write() as connection:
            return lease(connection, [(until, limit, routes, is_detour)])[0]

    def give_back_async(self, recipient_ids: Sequence[int]) -> asyncio.Future[None]:
        """End the leases of recipients that were not delivered, on the event loop."""
        assert self._writer is not None
        return self._writer.submit_async(give_back, recipient_ids)

    def next_due_at(self) -> datetime | None:
        """Return when the next waiting recipient that nobody has leased is due."""
        with self._database.read() as connection:
            return next_due_at(connection)

    def still_waiting(self, recipient_ids: Sequence[int]) -> set[int]:
        """Return those of these recipients that wait: the others were delivered, held or removed meanwhile."""
        with self._database.read() as connection:
            return still_waiting(connection, recipient_ids)

    def body(self, message_id: str) -> bytes:
        """Return the whole body of a message; raises StoreError, OSError."""
        with self._database.read() as connection:
            row = connection.execute(select(messages.c.body, messages.c.body_file).where(
                messages.c.id == message_id)).first()
        if row is None:
            raise StoreError(tr("The message {message_id} is not in the spool any more.", message_id=message_id))
        return (self.folder / row.body_file).read_bytes() if row.body_file else bytes(row.body)

    def header(self, message_id: str) -> bytes:
        """Return the header of a message, 64 KiB of it at most; raises StoreError, also where the file can't be read."""
        with self._database.read() as connection:
            return header_of(connection, message_id, self.folder)

    def find(self, message_id: str) -> QueuedMessage | None:
        """Return a message with all its recipients, or None when it is not in the spool."""
        found = self.list(message_ids=(message_id,))
        return found[0] if found else None

    def list(self, *, message_ids: Sequence[str] = (), states: Sequence[RecipientState] = (),
             limit: int = 1000) -> list[QueuedMessage]:
        """Return the oldest messages, each with all its recipients."""
        query = select(messages.c.id).order_by(messages.c.accepted_at).limit(limit)
        if message_ids:
            query = query.where(messages.c.id.in_(message_ids))
        if states:
            query = query.where(messages.c.id.in_(select(recipients.c.message_id).where(
                recipients.c.state.in_([state.value for state in states]))))
        with self._database.read() as connection:
            return load(connection, list(connection.execute(query).scalars()))

    def probe(self) -> None:
        """Write something that changes nothing, in the database and in the folder; raises StoreError if that is impossible."""
        probe = self.folder / "probe.tmp"
        try:
            with probe.open("wb") as file:
                file.write(bytes(4096))
                sync_file(file)
            probe.unlink()
        except OSError as error:
            raise StoreError(tr("{folder} could not be written: {strerror}.",
                                folder=self.folder, strerror=error.strerror)) from error
        with self._database.write() as connection:
            connection.execute(update(ledger).values(recipients=ledger.c.recipients))

    def ledger(self) -> Ledger:
        """Return the books: what was booked with each change, and what is there, counted now.

        With 100,000 waiting recipients it takes a few milliseconds, and the interpreter's lock for none of them.
        """
        with self._database.read() as connection:
            booked: dict[str, int] = {row.outcome: row.recipients for row in connection.execute(select(ledger))}
            kept: dict[str, int] = {row.state: row.number for row in connection.execute(
                select(recipients.c.state, func.count().label("number")).where(
                    recipients.c.state.in_(_FEW)).group_by(recipients.c.state))}
            # Databases count all entries of an index several times faster than those with some value.
            number = connection.execute(select(func.count()).select_from(recipients)).scalar_one()
        return Ledger(
            accepted=booked.get(ACCEPTED, 0), delivered=booked.get(RecipientState.DELIVERED, 0),
            bounced=booked.get(RecipientState.BOUNCED, 0), removed=booked.get(RecipientState.REMOVED, 0),
            waiting=number - sum(kept.values()), held=kept.get(RecipientState.HELD, 0),
            bad_mail=kept.get(RecipientState.BAD_MAIL, 0))

    def retry(self, message_ids: Sequence[str] | None, route: Route | None = None) -> int:
        """Make waiting recipients (of one route) due now; returns how many. None: of all messages.

        Those that a delivery holds at this moment are being tried, and count as well.
        """
        return self._edit(message_ids, RecipientState.WAITING, *([] if route is None else [recipients.c.route == route.value]),
                          next_attempt_at=now())

    def hold(self, message_ids: Sequence[str] | SpoolGroup | None) -> int:
        """Keep waiting recipients back until they are released; returns how many.

        What a delivery has begun to send at this moment may still arrive: then it counts as delivered.
        """
        return self._edit(message_ids, RecipientState.WAITING, state=RecipientState.HELD.value)

    def release(self, message_ids: Sequence[str] | None) -> int:
        """Let held recipients go on, at once; returns how many.

        Those that a delivery still holds keep their lease: it goes on with them, or gives it back if it has let go of them.
        """
        return self._edit(message_ids, RecipientState.HELD, state=RecipientState.WAITING.value, next_attempt_at=now())

    def size_of(self, group: SpoolGroup) -> GroupSize:
        """Count what is queued of a login, client, rule or recipient domain."""
        with self._database.read() as connection:
            return size_of(connection, group)

    def remove(self, message_ids: Sequence[str] | SpoolGroup | None) -> int:
        """Take recipients that wait, are held or are in Bad Mail out of the spool; returns how many.

        What a delivery has begun to send at this moment may still arrive; it stays booked as removed.
        """
        with self._database.write() as connection:
            chosen = select(recipients.c.id, recipients.c.message_id).where(IS_UNFINISHED, *_of(message_ids))
            results = [Result(row.id, row.message_id, RecipientState.REMOVED, tr("Removed by an administrator"))
                       for row in connection.execute(chosen)]
            bodies = [name for part in parts(results) for name in record_results(connection, [(part, ())])[0]]
        self._remove_bodies(bodies)
        return len(results)

    def _edit(self, message_ids: Sequence[str] | SpoolGroup | None, kind: RecipientState, *conditions: Any,
              **values: Any) -> int:
        """Change the recipients in some state, also those that a delivery holds: it looks for such changes."""
        with self._database.write() as connection:
            return connection.execute(update(recipients).where(
                recipients.c.state == kind.value, *conditions, *_of(message_ids)).values(**values)).rowcount

    def _remove_bodies(self, names: Iterable[str]) -> None:
        """Remove body files whose rows are gone for good; one that can't go (Windows: still open) goes in `recover`."""
        for name in names:
            try:
                (self.folder / name).unlink(missing_ok=True)
            except OSError as error:
                _log.warning("%s is left over: %s", name, error)


def _of(message_ids: Sequence[str] | SpoolGroup | None) -> list[Any]:
    """Return the condition for these messages; None stands for all, and an empty choice for none at all."""
    if isinstance(message_ids, SpoolGroup):
        return [is_in_group(message_ids)]
    return [] if message_ids is None else [recipients.c.message_id.in_(message_ids)]


def _queued(message: NewMessage | QueuedMessage) -> QueuedMessage:
    return queued(message) if isinstance(message, NewMessage) else message
