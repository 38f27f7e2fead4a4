"""A data folder of a large provider, written in bulk: the usual ways would take hours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, insert

from posthouse_server.paths import DataFolder
from posthouse_server.settings import set_paths
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.directory import MailboxKind
from posthouse_server.store.engine import Database
from posthouse_server.store.tables import addresses, domains, mailboxes, post_offices

RANGES = 100_000
DOMAINS = 10_000
MAILBOXES = 1_000_000
_EACH = MAILBOXES // DOMAINS
_PART = 20_000


def fill(folder: DataFolder) -> None:
    """Write ranges, domains and mailboxes."""
    with Store(folder) as store:
        entries = [{"range": range_text(number), "note": f"office {number}"} for number in range(RANGES)]
        store.settings.change(lambda settings: set_paths(settings, {
            "smtp.relay.allow_privileged_ip_ranges": True, "smtp.relay.privileged_ip_ranges": entries}), "bench")
    database = Database(folder.settings_db, synchronous="NORMAL")
    with database.write() as connection:
        _insert(connection, post_offices, ({"id": number, "name": domain_name(number)} for number in range(1, DOMAINS + 1)))
        _insert(connection, domains, ({"id": number, "name": domain_name(number), "post_office_id": number}
                                      for number in range(1, DOMAINS + 1)))
        _insert(connection, mailboxes, _mailbox_rows())
        _insert(connection, addresses, ({"address": address(number), "domain_id": _domain_of(number), "mailbox_id": number}
                                        for number in range(1, MAILBOXES + 1)))
    database.dispose()


def range_text(number: int) -> str:
    """Return the range with that number, from 0: each a /28 with a gap behind it, all in 10.0.0.0/8."""
    start = number * 32
    return f"10.{start >> 16 & 255}.{start >> 8 & 255}.{start & 255}/28"


def domain_name(number: int) -> str:
    """Return the name of the domain with that number, from 1."""
    return f"customer{number}.example"


def address(number: int) -> str:
    """Return the address of the mailbox with that number, from 1."""
    return f"person{number}@{domain_name(_domain_of(number))}"


def _domain_of(number: int) -> int:
    return (number - 1) // _EACH + 1


def _mailbox_rows() -> Iterator[dict[str, Any]]:
    at = now()
    for number in range(1, MAILBOXES + 1):
        office = _domain_of(number)
        kind = MailboxKind.ADMIN if number % _EACH == 1 else MailboxKind.USER
        yield {"id": number, "post_office_id": office, "name": f"person{number}", "kind": kind.value, "enabled": True,
               "password_hash": "-", "maildir": f"{domain_name(office)}/person{number}", "created_at": at}


def _insert(connection: Connection, table: Table, rows: Iterator[dict[str, Any]]) -> None:
    while part := _next(rows):
        connection.execute(insert(table), part)


def _next(rows: Iterator[dict[str, Any]]) -> Sequence[dict[str, Any]]:
    return list(islice(rows, _PART))
