"""Bans: who was shut out for a while, why, and the evidence; they survive a restart of the server."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, Select, delete, insert, select

from posthouse_server.store.clock import now
from posthouse_server.store.engine import Database
from posthouse_server.store.tables import bans
from posthouse_server.words import tr

_REMEMBERED = timedelta(days=7)  # so long after its end a ban makes the next one longer


class BanReason(StrEnum):
    """What a client was banned for."""

    FAILED_LOGINS = "failed_logins"
    REFUSED_RELAYS = "refused_relays"
    FAILED_COMMANDS = "failed_commands"

    @property
    def label(self) -> str:
        """Return the reason for people."""
        return {BanReason.FAILED_LOGINS: tr("Failed logins"), BanReason.REFUSED_RELAYS: tr("Refused relays"),
                BanReason.FAILED_COMMANDS: tr("Failed commands")}[self]

    def counted(self, number: int) -> str:
        """Return how often it happened, such as: 10 failed logins."""
        one, many = {BanReason.FAILED_LOGINS: (tr("1 failed login"), tr("{number} failed logins", number=number)),
                     BanReason.REFUSED_RELAYS: (tr("1 refused relay"), tr("{number} refused relays", number=number)),
                     BanReason.FAILED_COMMANDS: (tr("1 failed command"), tr("{number} failed commands", number=number))}[self]
        return one if number == 1 else many


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a client did within the ten minutes before its ban."""

    failures: int = 0
    first_at: datetime | None = None
    last_at: datetime | None = None
    tried: tuple[str, ...] = ()
    """The last logins, or "sender to recipient", that it tried; the newest last."""


@dataclass(frozen=True, slots=True)
class Ban:
    """One client that is shut out."""

    client: str
    """An IPv4 address, or an IPv6 network such as 2001:db8::/64."""
    since: datetime
    until: datetime
    number: int
    """The how manieth ban of this client it is; each lasts twice as long as the one before."""
    reason: BanReason
    evidence: Evidence = field(default_factory=Evidence)

    @property
    def sentence(self) -> str:
        """Return the evidence in words, such as: 10 failed logins within 42 s; tried: john, mary."""
        facts = self.evidence
        text = self.reason.counted(facts.failures)
        if facts.first_at is not None and facts.last_at is not None and facts.failures > 1:
            text += tr(" within {seconds} s", seconds=max(1, round((facts.last_at - facts.first_at).total_seconds())))
        return tr("{text}; tried: {tried}", text=text, tried=", ".join(dict.fromkeys(facts.tried))) if facts.tried else text


class BanStore:
    """Reads and writes bans. All methods block."""

    def __init__(self, database: Database) -> None:
        """Use an open traffic database."""
        self._database = database

    def remembered(self) -> list[Ban]:
        """Return all that is known, also bans that have ended: they make the next ban of the same client longer."""
        return self._read(select(bans).order_by(bans.c.since))

    def record(self, *new: Ban) -> None:
        """Keep bans, each in place of an older one of the same client."""
        with self._database.write() as connection:
            for ban in new:
                connection.execute(delete(bans).where(bans.c.client == ban.client))
                connection.execute(insert(bans).values(
                    client=ban.client, since=ban.since, until=ban.until, number=ban.number, reason=ban.reason.value,
                    evidence=_to_json(ban.evidence)))

    def lift(self, client: str) -> bool:
        """End a ban at once and forget it; returns whether there was one. A running server notices within a second."""
        with self._database.write() as connection:
            return bool(connection.execute(delete(bans).where(bans.c.client == client)).rowcount)

    def prune(self, at: datetime | None = None) -> None:
        """Forget the bans that ended more than a week ago."""
        with self._database.write() as connection:
            connection.execute(delete(bans).where(bans.c.until < (at or now()) - _REMEMBERED))

    def _read(self, query: Select[Any]) -> list[Ban]:
        with self._database.read() as connection:
            return [_ban(row) for row in connection.execute(query)]

    def list(self, at: datetime | None = None) -> list[Ban]:  # the last method, since its name hides the type
        """Return the bans in force at a time (now), the newest first."""
        return self._read(select(bans).where(bans.c.until > (at or now())).order_by(bans.c.since.desc()))


def _ban(row: Row[Any]) -> Ban:
    return Ban(row.client, row.since, row.until, row.number, BanReason(row.reason), _from_json(row.evidence))


def _to_json(evidence: Evidence) -> str:
    return json.dumps({"failures": evidence.failures, "tried": evidence.tried,
                       "first_at": evidence.first_at.isoformat() if evidence.first_at else None,
                       "last_at": evidence.last_at.isoformat() if evidence.last_at else None})


def _from_json(text: str) -> Evidence:
    plain = json.loads(text)
    first, last = (datetime.fromisoformat(plain[name]) if plain.get(name) else None for name in ("first_at", "last_at"))
    return Evidence(int(plain.get("failures", 0)), first, last, tuple(plain.get("tried", ())))
