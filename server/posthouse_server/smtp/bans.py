"""Who fails too often is banned, longer each time, or slowed down where a ban would do harm."""

from __future__ import annotations

import itertools
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from posthouse_server.policy.networks import IPAddress
from posthouse_server.smtp.guard import Key, key_from, key_of, text_of
from posthouse_server.smtp.tracing import storable
from posthouse_server.store.bans import Ban, BanReason, Evidence
from posthouse_server.store.clock import now

_WINDOW_S = 600.0
_FIRST_BAN_S = 60.0
_LONGEST_BAN_S = 24 * 3600.0
_REMEMBERED = 10_000
_FIRST_DELAY_S = 0.25
_LONGEST_DELAY_S = 5.0
_TRIED = 5
_LOOKED_AT = 100


@dataclass(slots=True)
class _Tally:
    """The failures of one kind within ten minutes."""

    first_at: float
    number: int = 0
    tried: deque[tuple[str, ...]] = field(default_factory=lambda: deque(maxlen=_TRIED))


@dataclass(slots=True)
class _Record:
    """What is known of one client."""

    tallies: dict[BanReason, _Tally] = field(default_factory=dict)
    bans: int = 0
    banned_until: float = 0.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a failure comes to."""

    delay_s: float = 0.0
    """For how long its reply shall wait."""
    ban: Ban | None = None
    """The ban that has come of it."""
    spared: str = ""
    """Why there was none although the limit is reached: "it is in the whitelist"; said once in a while."""


_NOTHING = Outcome()


class Bans:
    """Counts failures by client. Times are the caller's, in seconds of any clock that never goes back.

    A ban is changed here at once; `unsaved` and `lifted` are what the store has not heard of yet.
    """

    def __init__(self) -> None:
        """Know nobody."""
        self._records: OrderedDict[Key, _Record] = OrderedDict()
        self.unsaved: dict[str, Ban] = {}
        self.lifted: set[str] = set()
        self.standing: dict[str, Ban] = {}
        """The bans that were made or restored and not lifted, by client; they may have ended meanwhile."""

    def failed(self, reason: BanReason, client: IPAddress, at: float, limit: int, tried: tuple[str, ...] = (),
               spared: Callable[[], str] = lambda: "", number: int = 1) -> Outcome:
        """Note a failure, or a number of them. With the `limit`th within ten minutes (0: never) the client is banned.

        The first ban lasts a minute, each further one twice as long. Loopback, and whoever `spared` gives a reason for, is
        slowed down instead.
        """
        key = key_of(client)
        record = self._records.pop(key, None) or _Record()
        self._records[key] = record
        if len(self._records) > _REMEMBERED:
            self._forget_one(at)
        tally = record.tallies.get(reason)
        if tally is None or (at - tally.first_at > _WINDOW_S and at > record.banned_until):
            tally = record.tallies[reason] = _Tally(at)
        tally.number += number
        tally.tried.append(tried)
        if not limit or tally.number < limit:
            return Outcome(_delay(tally.number)) if reason is BanReason.FAILED_LOGINS else _NOTHING
        why = "it is this computer itself" if client.is_loopback else spared()
        if why:
            beyond = tally.number if reason is BanReason.FAILED_LOGINS else tally.number - limit + 1
            return Outcome(_delay(beyond), spared=why if tally.number == limit else "")
        return Outcome(_delay(tally.number) if reason is BanReason.FAILED_LOGINS else 0.0,
                       self._ban(key, record, reason, tally, at))

    def _ban(self, key: Key, record: _Record, reason: BanReason, tally: _Tally, at: float) -> Ban:
        length_s = min(_FIRST_BAN_S * 2 ** min(record.bans, 20), _LONGEST_BAN_S)
        record.bans += 1
        record.banned_until = at + length_s
        record.tallies.clear()
        since = now()
        evidence = Evidence(tally.number, since - timedelta(seconds=at - tally.first_at), since,
                            tuple(storable(" to ".join(words)[:200]) for words in tally.tried if words))
        ban = Ban(text_of(key), since, since + timedelta(seconds=length_s), record.bans, reason, evidence)
        self.standing[ban.client] = self.unsaved[ban.client] = ban
        self.lifted.discard(ban.client)
        return ban

    def _forget_one(self, at: float) -> None:
        """Forget the oldest that is not banned, or simply the oldest."""
        for key, record in itertools.islice(self._records.items(), _LOOKED_AT):
            if record.banned_until <= at:
                del self._records[key]
                self.standing.pop(text_of(key), None)
                return
        key, _ = self._records.popitem(last=False)
        self.standing.pop(text_of(key), None)

    def logged_in(self, client: IPAddress) -> None:
        """Forget the failed logins of a client that knows a password; how often it was banned stays known."""
        record = self._records.get(key_of(client)) if self._records else None
        if record is not None:
            record.tallies.pop(BanReason.FAILED_LOGINS, None)

    def left_s(self, client: IPAddress, at: float) -> float:
        """Return for how many seconds the client is still banned; 0 if it is not."""
        record = self._records.get(key_of(client)) if self._records else None
        return max(0.0, record.banned_until - at) if record is not None else 0.0

    def lift(self, client: str) -> None:
        """Forget all about a client, its failures too."""
        self._records.pop(key_from(client), None)
        self.standing.pop(client, None)
        self.unsaved.pop(client, None)

    def pardon(self, client: IPAddress) -> None:
        """End the ban of a client that is not to be banned any more; the store is told."""
        text = text_of(key_of(client))
        self.lift(text)
        self.lifted.add(text)

    def restore(self, known: Iterable[Ban], at: float, moment: datetime) -> None:
        """Take over the bans of an earlier run: `at` of the caller's clock is `moment` of the day."""
        for ban in known:
            left_s = (ban.until - moment).total_seconds()
            self._records[key_from(ban.client)] = _Record(bans=ban.number, banned_until=at + left_s)
            self.standing[ban.client] = ban

    def in_force(self, moment: datetime) -> dict[str, Ban]:
        """Return the bans that have not ended, by client; those that have are dropped from `standing`."""
        for client in [client for client, ban in self.standing.items() if ban.until <= moment]:
            del self.standing[client]
        return self.standing


def _delay(number: int) -> float:
    return min(_FIRST_DELAY_S * 2.0 ** min(number - 1, 10), _LONGEST_DELAY_S)
