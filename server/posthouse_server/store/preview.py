"""What a change would have changed: the recorded traffic of the last days, judged by the old and the new policy."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Float, Integer, Select, case, cast, func, literal, or_, select, type_coerce

from posthouse_server.policy.addresses import AddressError, parse_address
from posthouse_server.policy.comparison import Cancelled, Flip, Traffic, flips
from posthouse_server.policy.decision import Decision, Policy
from posthouse_server.policy.directory import Directory, MemoryDirectory
from posthouse_server.policy.directory_without import Without
from posthouse_server.policy.networks import IPAddress, parse_client
from posthouse_server.policy.rules import Rule
from posthouse_server.policy.verdicts import Verdict
from posthouse_server.settings import Settings
from posthouse_server.store.clock import now
from posthouse_server.store.store import Store
from posthouse_server.store.tables import decisions

DAYS = 30
Progress = Callable[[int], bool]
"""Hears how many percent are done; False cancels."""

_NO_POLICY = frozenset({
    Rule.CONNECTION_LIMIT, Rule.BANNED, Rule.SLOWED_DOWN, Rule.STORAGE, Rule.EARLY_TALKER, Rule.LOGIN_FAILED,
    Rule.LOGIN_REQUIRED, Rule.INTERNATIONAL_ADDRESS, Rule.RECIPIENT_LIMIT, Rule.RATE_LIMIT, Rule.MESSAGE_SIZE})
_SLICES = 30
_READING = 80  # percent of the progress
_SLOT_S, _SLOTS = 900, 7 * 24 * 4
_WEEK = timedelta(days=7)
_MOST_KEPT_WHOLE = 500  # so many domains fit into a statement; beyond that every address is kept whole
_ANYBODY = "anybody"
_Key = tuple[str, str | None, str, str, int]


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be judged otherwise, out of how many recorded recipients, since the oldest of them."""

    flips: tuple[Flip, ...]
    decisions: int
    since: datetime | None
    took_s: float

    def number(self, *, refused: bool) -> int:
        """Return how many recipients would be refused from now on, or (not refused) accepted from now on."""
        return sum(flip.number for flip in self.flips if turns(flip) == ("refused" if refused else "accepted"))

    @property
    def sentence(self) -> str:
        """Return the outcome in one sentence."""
        if not self.decisions:
            return f"Nothing was recorded in the last {DAYS} days, so there is nothing to compare."
        seen = f"of {self.decisions:,} recorded in {DAYS} days"
        if not self.flips:
            return f"Nothing changes: all recipients, {seen}, would be judged as before."
        refused, accepted = self.number(refused=True), self.number(refused=False)
        other = sum(flip.number for flip in self.flips) - refused - accepted
        parts = [f"{number:,} would be {what}" for number, what in (
            (refused, "refused"), (accepted, "accepted"), (other, "delivered elsewhere")) if number]
        return f"Recipients, {seen}: {', '.join(parts)}."


def turns(flip: Flip) -> str:
    """Return what a flip turns into: refused, accepted, or moved (from local delivery to relay, or back)."""
    if flip.after.verdict is Verdict.REFUSED:
        return "refused"
    return "accepted" if flip.before.verdict is Verdict.REFUSED else "moved"


def preview(store: Store, old: Settings, new: Settings, progress: Progress | None = None, days: int = DAYS,
            new_directory: Directory | None = None) -> Preview:
    """Judge the traffic of the last days by both policies; raises Cancelled, StoreError."""
    started, at = time.perf_counter(), now()
    directory = store.directory.snapshot()
    before, after = Policy(old, directory), Policy(new, new_directory or directory)
    groups, number, since = _read(store, before, after, at, days, progress)

    def judged(done: int) -> bool:
        return progress is None or progress(_READING + (100 - _READING) * done // max(1, len(groups)))

    found = flips(groups, before, after, judged)
    found.sort(key=lambda flip: (turns(flip) != "refused", -flip.number, flip.client, flip.sender, flip.recipient))
    return Preview(tuple(found), number, since, time.perf_counter() - started)


def who(flip: Flip, old: Settings, new: Settings) -> str:
    """Return the client with the note of the range that it is in, and its login."""
    client = parse_client(flip.client)
    entries = (*old.smtp.relay.privileged_ip_ranges, *new.smtp.relay.privileged_ip_ranges)
    note = next((item.note for item in entries if item.note and client in item.network), "")
    login = f", logged in as {flip.login}" if flip.login else ""
    return f"{note} {flip.client}{login}".strip()


def reason(decision: Decision) -> str:
    """Return the deciding rule, with the range where it was one."""
    facts = decision.findings[-1][3]
    named = f" {facts[1]}" if decision.rule is Rule.PRIVILEGED_RANGE else ""
    return f"{decision.rule.label}{named}"


def sentence(flip: Flip, old: Settings, new: Settings) -> str:
    """Return one flip as a line of text."""
    verb = {Verdict.REFUSED: "refused", Verdict.RELAY: "relayed", Verdict.LOCAL: "delivered here"}[flip.after.verdict]
    messages = "1 message" if flip.number == 1 else f"{flip.number:,} messages"
    return f"{who(flip, old, new)}, {messages} in {DAYS} days, would be {verb} (was: {reason(flip.before)})"


def _read(store: Store, before: Policy, after: Policy, at: datetime, days: int,
          progress: Progress | None) -> tuple[list[Traffic], int, datetime | None]:
    """Sum up the traffic slice by slice, which needs little memory and can be left between two of them."""
    has_hours = any(item.hours for policy in (before, after) for item in policy.settings.smtp.relay.privileged_ip_ranges)
    kept = _kept_whole(store, before, after)
    sums: dict[_Key, tuple[str, int]] = {}
    number, oldest = 0, None
    step = timedelta(days=days) / _SLICES
    with store.traffic.reading() as connection:
        for index in range(_SLICES):
            if progress is not None and not progress(_READING * index // _SLICES):
                raise Cancelled
            first = at - step * (_SLICES - index)
            query = _query(first, None if index == _SLICES - 1 else first + step, kept, has_hours=has_hours)
            for client, login, sender, recipient, slot, is_malformed, sample, how_many, since in connection.execute(query):
                number += how_many
                oldest = since if oldest is None else min(oldest, since)
                if not is_malformed:  # malformed addresses are refused by every policy
                    key = client, login, sender, recipient, slot
                    known = sums.get(key)
                    sums[key] = (sample if known is None else known[0], how_many + (0 if known is None else known[1]))
    return list(_traffic(sums, at)), number, None if oldest is None else datetime.fromtimestamp(oldest, UTC)


def _traffic(sums: dict[_Key, tuple[str, int]], at: datetime) -> Iterator[Traffic]:
    clients: dict[str, IPAddress | None] = {}
    for (client, login, sender, _, slot), (sample, number) in sums.items():
        if client not in clients:
            clients[client] = _client(client)
        if clients[client] is not None:
            yield Traffic(client, login, False, sender, sample, at if slot < 0 else _coming(slot, at), number)


def _client(text: str) -> IPAddress | None:
    try:
        return parse_client(text)
    except ValueError:  # whatever an older version has recorded there, no policy judges it
        return None


def _coming(slot: int, at: datetime) -> datetime:
    """Return the middle of this quarter of an hour in the week from now on."""
    found = datetime.fromtimestamp((slot + 0.5) * _SLOT_S, UTC)
    return found + -((found - at) // _WEEK) * _WEEK


def _query(since: datetime, until: datetime | None, kept: _Kept, *, has_hours: bool) -> Select[Any]:
    seconds = type_coerce(decisions.c.at, Float)
    slot: ColumnElement[int] = cast(seconds / _SLOT_S, Integer) % _SLOTS if has_hours else literal(-1)
    is_malformed = decisions.c.rule == Rule.MALFORMED_ADDRESS.value
    sender, recipient = decisions.c.sender, decisions.c.recipient
    keys = [key.label(f"key{number}") for number, key in enumerate((
        decisions.c.client, decisions.c.login, _grouped(sender, kept.senders, _any_at_domain(sender)),
        _grouped(recipient, kept.recipients, literal("")), slot, is_malformed))]
    query = select(*keys, func.min(recipient), func.sum(decisions.c.number), func.min(seconds)).where(
        decisions.c.at >= since, decisions.c.rule.not_in([rule.value for rule in _NO_POLICY]))
    return (query if until is None else query.where(decisions.c.at < until)).group_by(*keys)


def _domain_part(column: ColumnElement[str]) -> ColumnElement[str]:
    return func.substr(column, func.instr(column, "@") + 1)


def _any_at_domain(column: ColumnElement[str]) -> ColumnElement[str]:
    return literal(f"{_ANYBODY}@").concat(_domain_part(column))


def _grouped(column: ColumnElement[str], kept: frozenset[str] | None, otherwise: ColumnElement[str]) -> ColumnElement[str]:
    """Return the address where the policies may tell it from others of its domain, else what stands for all of them."""
    if kept is None:
        return column
    domain = _domain_part(column)
    is_whole = or_(func.instr(column, "@") == 0, func.instr(domain, "@") > 0)
    if kept:
        is_whole = or_(is_whole, func.lower(domain).in_(sorted(kept)))
    return case((is_whole, column), else_=otherwise)


@dataclass(frozen=True, slots=True)
class _Kept:
    """The domains of which every address counts; None: all."""

    senders: frozenset[str] | None
    recipients: frozenset[str] | None


def _kept_whole(store: Store, before: Policy, after: Policy) -> _Kept:
    """Return what the policies can tell apart: local recipients, local senders where they may relay, and named senders."""
    local = {row.name for row in store.directory.list_domains()}
    if isinstance(after.directory, MemoryDirectory):
        local |= after.directory.domains
    elif not isinstance(after.directory, Without) and after.directory is not before.directory:
        return _Kept(None, None)
    senders: set[str] = set()
    for policy in (before, after):
        smtp = policy.settings.smtp
        if smtp.relay.allow_local_sender_addresses:
            senders |= local
        for texts in (smtp.blocked_addresses.senders, *(item.senders for item in smtp.relay.privileged_ip_ranges)):
            senders |= {_domain(text) for text in texts}
    return _Kept(_nameable(senders), _nameable(local))


def _nameable(found: set[str]) -> frozenset[str] | None:
    """Return the domains if a statement can name them as they may have been recorded, else None."""
    is_foreign = any(label.startswith("xn--") for name in found for label in name.split("."))
    return None if is_foreign or len(found) > _MOST_KEPT_WHOLE else frozenset(found)


def _domain(text: str) -> str:
    if "@" not in text:
        return text.lower()
    try:
        return parse_address(text).domain
    except AddressError:
        return text.rpartition("@")[2].lower()


__all__ = ["DAYS", "Cancelled", "Preview", "preview", "reason", "sentence", "turns", "who"]
