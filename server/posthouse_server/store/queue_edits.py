"""What administrators do with queued messages, a part at a time, so that a server need not wait long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import null, select, update

from posthouse_server.store.clock import now
from posthouse_server.store.engine import Database
from posthouse_server.store.messages import RecipientState, Result
from posthouse_server.store.queues import Queue, QueuedRow, QueueOrder, first_ids_of, ids_of, rows_of
from posthouse_server.store.spool_writes import record_results
from posthouse_server.store.statements import parts
from posthouse_server.store.tables import messages, recipients
from posthouse_server.words import tr

_WAITING, _HELD, _BAD = RecipientState.WAITING, RecipientState.HELD, RecipientState.BAD_MAIL
_AT_ONCE = 4096  # messages a transaction: with a recipient each, some tenths of a second
_REMOVED = tr("Removed by an administrator")


class QueueStore:
    """Reads and edits one queue at a time, by the ids of messages; only recipients of that queue are touched.

    Edits return how many recipients they have changed; what the server has finished meanwhile is not among them.
    """

    def __init__(self, database: Database, remove_bodies: Callable[[Iterable[str]], None]) -> None:
        """Use an open spool database; `remove_bodies` gets the files that nobody needs any more."""
        self._database = database
        self._remove_bodies = remove_bodies

    def ids(self, queue: Queue, words: str = "", order: QueueOrder = QueueOrder.ACCEPTED, *,
            is_descending: bool = False) -> list[str]:
        """Return the ids of all messages of a queue that have all of these words, in this order. Raises StoreError."""
        with self._database.read() as connection:
            return ids_of(connection, queue, words, order, is_descending=is_descending)

    def first_ids(self, queue: Queue, number: int, *, is_descending: bool = False) -> list[str]:
        """Return the ids of the first messages in the order of their arrival, at once. Raises StoreError."""
        with self._database.read() as connection:
            return first_ids_of(connection, queue, number, is_descending=is_descending)

    def rows(self, queue: Queue, ids: Sequence[str]) -> list[QueuedRow]:
        """Return messages of a queue, without their bodies; those that have left it are missing. Raises StoreError."""
        with self._database.read() as connection:
            return rows_of(connection, queue, ids)

    def retry(self, queue: Queue, ids: Sequence[str]) -> int:
        """Make waiting recipients due now."""
        return self._edit(queue, ids, (_WAITING,), next_attempt_at=now())

    def hold(self, queue: Queue, ids: Sequence[str]) -> int:
        """Keep waiting recipients back until they are released."""
        return self._edit(queue, ids, (_WAITING,), state=_HELD.value)

    def release(self, queue: Queue, ids: Sequence[str]) -> int:
        """Let held recipients go on, at once."""
        return self._edit(queue, ids, (_HELD,), state=_WAITING.value, next_attempt_at=now())

    def return_to_sender(self, queue: Queue, ids: Sequence[str]) -> int:
        """Have waiting and held recipients bounced by the server, at once or when it runs next."""
        return self._edit(queue, ids, (_WAITING, _HELD), state=_WAITING.value, next_attempt_at=now(), is_returned=True)

    def route(self, queue: Queue, ids: Sequence[str], via: str) -> int:
        """Have held recipients delivered through another server (host:port), or "" as the settings say; they stay held."""
        return self._edit(queue, ids, (_HELD,), via=via)

    def send_again(self, ids: Sequence[str]) -> int:
        """Put recipients of Bad Mail back into the queue, as if they had just come in: their lifetime begins anew."""
        return self._edit(Queue.BAD_MAIL, ids, (_BAD,), accepted_at=now(), state=_WAITING.value, next_attempt_at=now(),
                          attempts=0, is_returned=False, leased_until=null())

    def remove(self, queue: Queue, ids: Sequence[str]) -> int:
        """Take recipients out of the spool for good; nobody is told."""
        number = 0
        for share in _shares(ids):
            with self._database.write() as connection:
                found = [Result(row.id, row.message_id, RecipientState.REMOVED, _REMOVED)
                         for part in parts(share) for row in connection.execute(select(
                             recipients.c.id, recipients.c.message_id).where(
                                 queue.is_of(), recipients.c.message_id.in_(part)))]
                bodies = [name for part in parts(found) for name in record_results(connection, [(part, ())])[0]]
            self._remove_bodies(bodies)
            number += len(found)
        return number

    def _edit(self, queue: Queue, ids: Sequence[str], states: Sequence[RecipientState], accepted_at: datetime | None = None,
              **values: Any) -> int:
        """Change recipients in some states; with a time, their messages count as accepted then."""
        number = 0
        is_meant = (recipients.c.route.in_([route.value for route in queue.routes])
                    & recipients.c.state.in_([state.value for state in states]))
        for share in _shares(ids):
            with self._database.write() as connection:
                for part in parts(share):
                    if accepted_at is not None:  # first: afterwards none is in that state
                        connection.execute(update(messages).where(messages.c.id.in_(select(recipients.c.message_id).where(
                            recipients.c.message_id.in_(part), is_meant))).values(accepted_at=accepted_at))
                    number += connection.execute(update(recipients).where(
                        recipients.c.message_id.in_(part), is_meant).values(**values)).rowcount
        return number


def _shares(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Split ids into as many as one transaction takes."""
    return (ids[start:start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
