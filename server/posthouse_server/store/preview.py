"""What a change would have changed: the recorded traffic of the last days, judged by the old and the new policy."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from posthouse_server.policy.comparison import Cancelled, Flip
from posthouse_server.policy.decision import Decision, Policy
from posthouse_server.policy.directory import Directory
from posthouse_server.policy.networks import parse_client
from posthouse_server.policy.rules import Rule
from posthouse_server.policy.verdicts import Verdict
from posthouse_server.settings import Settings
from posthouse_server.store.clock import now
from posthouse_server.store.packs import read_packs
from posthouse_server.store.store import Store

DAYS = 30
_READ = 95  # percent of the progress
Progress = Callable[[int], bool]
"""Hears how many percent are done; False cancels."""


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
    from posthouse_server.store.preview_sums import Differences  # numpy is not for every start of a program

    started, at = time.perf_counter(), now()
    directory = store.directory.snapshot()
    found = Differences(Policy(old, directory), Policy(new, new_directory or directory), at)
    if progress is not None and not progress(0):
        raise Cancelled
    with store.traffic.reading() as connection:
        for percent, pack in read_packs(connection, (at - timedelta(days=days)).timestamp()):
            if progress is not None and not progress(percent * _READ // 100):
                raise Cancelled
            found.add(pack)
    if progress is not None and not progress(_READ):
        raise Cancelled
    flips = sorted(found.flips(), key=lambda flip: (
        turns(flip) != "refused", -flip.number, flip.client, flip.sender, flip.recipient))
    since = None if found.oldest is None else datetime.fromtimestamp(found.oldest, UTC)
    return Preview(tuple(flips), found.number, since, time.perf_counter() - started)


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


__all__ = ["DAYS", "Cancelled", "Preview", "preview", "reason", "sentence", "turns", "who"]
