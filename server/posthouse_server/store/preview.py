"""What a change would have changed: the recorded traffic of the last days, judged by the old and the new policy."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from posthouse_server.policy.comparison import Cancelled, Flip
from posthouse_server.policy.decision import Decision, Policy
from posthouse_server.policy.directory import Directory
from posthouse_server.policy.ends import listed
from posthouse_server.policy.networks import parse_client
from posthouse_server.policy.rules import Rule
from posthouse_server.policy.verdicts import Verdict
from posthouse_server.settings import Settings
from posthouse_server.store.clock import now
from posthouse_server.store.collector import collector_off
from posthouse_server.store.packs import read_packs
from posthouse_server.store.store import Store
from posthouse_server.words import tr

DAYS = 30
_READ = 95  # percent of the progress
Progress = Callable[[int], bool]
"""Hears how many percent are done; False cancels."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What would be judged or delivered otherwise, out of how many recorded recipients, since the oldest of them."""

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
            return tr("Nothing was recorded in the last {days} days, so there is nothing to compare.", days=DAYS)
        seen = tr("of {decisions:,} recorded in {days} days", decisions=self.decisions, days=DAYS)
        if not self.flips:
            return tr("Nothing changes: all recipients, {seen}, would be judged and delivered as before.", seen=seen)
        refused, accepted = self.number(refused=True), self.number(refused=False)
        other = sum(flip.number for flip in self.flips) - refused - accepted
        parts = [text for number, text in (
            (refused, tr("{number:,} would be refused", number=refused)),
            (accepted, tr("{number:,} would be accepted", number=accepted)),
            (other, tr("{number:,} would be delivered elsewhere", number=other))) if number]
        return tr("Recipients, {seen}: {parts}.", seen=seen, parts=", ".join(parts))


def turns(flip: Flip) -> str:
    """Return what a flip turns into: refused, accepted, or moved (to other mailboxes, or from here to relay and back)."""
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
    with collector_off():
        with store.traffic.reading() as connection:
            for percent, pack in read_packs(connection, (at - timedelta(days=days)).timestamp()):
                if progress is not None and not progress(percent * _READ // 100):
                    raise Cancelled
                found.add(pack)
        if progress is not None and not progress(_READ):
            raise Cancelled
        flips = sorted(found.flips(), key=_rank)
    since = None if found.oldest is None else datetime.fromtimestamp(found.oldest, UTC)
    return Preview(tuple(flips), found.number, since, time.perf_counter() - started)


def _rank(flip: Flip) -> tuple[bool, int, str, str, str]:
    """Sort what is refused first, then by how much it is."""
    return flip.after.verdict is not Verdict.REFUSED, -flip.number, flip.client, flip.sender, flip.recipient


def who(flip: Flip, old: Settings) -> str:
    """Return the client with the note of the range that it is in until now, and its login."""
    client = parse_client(flip.client)
    entries = old.smtp.relay.privileged_ip_ranges
    note = next((item.note for item in entries if item.note and client in item.network), "")
    login = tr(", logged in as {login}", login=flip.login) if flip.login else ""
    return f"{note} {flip.client}{login}".strip()


def reason(decision: Decision) -> str:
    """Return the deciding rule, with the range where it was one."""
    facts = decision.findings[-1][3]
    named = f" {facts[1]}" if decision.rule is Rule.PRIVILEGED_RANGE else ""
    return f"{decision.rule.label}{named}"


def outcome(flip: Flip, *, is_after: bool) -> str:
    """Return what becomes of mail before or afterwards: whom it is delivered to, or by which rule it is judged."""
    if flip.move is None:
        return reason(flip.after if is_after else flip.before)
    names = flip.move.after if is_after else flip.move.before
    return tr("delivered to {names}", names=listed(names)) if names else tr("returned to the sender")


def sentence(flip: Flip, old: Settings) -> str:
    """Return one flip as a line of text."""
    messages = tr("1 message") if flip.number == 1 else tr("{number:,} messages", number=flip.number)
    if flip.move is not None:
        return tr("{who}, {messages} to {recipient} in {days} days, would be {after} (was: {before})",
                  who=who(flip, old), messages=messages, recipient=flip.recipient, days=DAYS,
                  after=outcome(flip, is_after=True), before=outcome(flip, is_after=False))
    after = {Verdict.REFUSED: tr("refused"), Verdict.RELAY: tr("relayed"), Verdict.LOCAL: tr("delivered here")}
    return tr("{who}, {messages} in {days} days, would be {after} (was: {before})", who=who(flip, old),
              messages=messages, days=DAYS, after=after[flip.after.verdict], before=reason(flip.before))


__all__ = ["DAYS", "Cancelled", "Preview", "outcome", "preview", "reason", "sentence", "turns", "who"]
