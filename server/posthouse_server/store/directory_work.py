"""One change of the directory: its transaction, what it touches, and the revision that it becomes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, delete, select

from posthouse_server.store.directory_changes import Watch
from posthouse_server.store.engine import Database
from posthouse_server.store.settings_store import add_directory_revision
from posthouse_server.store.tables import domains, mailboxes, post_offices


@dataclass(slots=True)
class Work:
    """A change that is being made; whatever it touches is noted first."""

    connection: Connection
    mail: Path
    """The folder of the mailboxes."""
    watch: Watch

    def record(self, summary: str, author: str) -> None:
        """Write the revision; a change that changes nothing is none."""
        if edits := self.watch.edits():
            add_directory_revision(self.connection, summary, author, edits)

    def remove_empty_post_office(self, office_id: int) -> None:
        """Remove a post office that holds nothing any more."""
        in_use = (select(domains.c.id).where(domains.c.post_office_id == office_id)
                  .union_all(select(mailboxes.c.id).where(mailboxes.c.post_office_id == office_id)))
        if not self.connection.execute(in_use.limit(1)).first():
            self.connection.execute(delete(post_offices).where(post_offices.c.id == office_id))


@contextmanager
def working(database: Database, mail: Path) -> Iterator[Work]:
    """Begin a change; it is all or nothing."""
    with database.write() as connection:
        yield Work(connection, mail, Watch(connection))
