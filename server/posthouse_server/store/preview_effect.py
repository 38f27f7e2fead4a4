"""What a change would do to the recorded traffic, in one sentence for the question before it."""

from __future__ import annotations

from collections.abc import Sequence

from posthouse_server.policy.comparison import Flip
from posthouse_server.policy.verdicts import Verdict
from posthouse_server.store.preview import DAYS, Preview, outcome, turns
from posthouse_server.words import tr


def effect(doing: str, found: Preview) -> str:
    """Return what would flip: Deleting a.example: 214 messages in the last 30 days to 3 recipients would be refused."""
    if not found.decisions:
        return tr("{doing}: nothing was recorded in the last {days} days that could show what this changes.",
                  doing=doing, days=DAYS)
    if not found.flips:
        return tr("{doing}: of the mail of the last {days} days, nothing would be judged or delivered otherwise.",
                  doing=doing, days=DAYS)
    refused = [flip for flip in found.flips if flip.after.verdict is Verdict.REFUSED]
    here = [flip for flip in refused if flip.before.verdict is Verdict.LOCAL]
    relayed = [flip for flip in refused if flip.before.verdict is Verdict.RELAY]
    accepted = [flip for flip in found.flips if flip.before.verdict is Verdict.REFUSED]
    moved = [flip for flip in found.flips if flip.move is not None]
    rerouted = [flip for flip in found.flips if flip.move is None and turns(flip) == "moved"]
    parts = [(flips, becomes) for flips, becomes in (
        (here, tr("to {here} would be refused", here=_recipients(here))), (relayed, tr("relayed for {relayed} would be refused",
                                                                         relayed=_whom(relayed))),
        (accepted, tr("would be accepted")), (moved, _whither(moved)), (rerouted, tr("would go elsewhere"))) if flips]
    (flips, becomes), *rest = parts
    first = tr("{doing}: {flips} in the last {days} days {becomes}",
               doing=doing, flips=_messages(flips), days=DAYS, becomes=becomes)
    more = [f"{_messages(flips)} {becomes}" for flips, becomes in rest]
    return f"{first}{''.join(f', {part}' for part in more[:-1])}{tr(', and {part}', part=more[-1]) if more else ''}."


def _recipients(flips: Sequence[Flip]) -> str:
    """Local recipients are recorded one by one, so that they can be counted."""
    number = len({flip.recipient.lower() for flip in flips})
    return tr("1 recipient") if number == 1 else tr("{number:,} recipients", number=number)


def _whither(flips: Sequence[Flip]) -> str:
    """Return what becomes of mail that moves; to whom, where all of it goes to the same."""
    ends = {outcome(flip, is_after=True) for flip in flips}
    return tr("to {recipients} would be {outcome}", recipients=_recipients(flips),
              outcome=ends.pop() if len(ends) == 1 else tr("delivered elsewhere"))


def _whom(flips: Sequence[Flip]) -> str:
    who = sorted({flip.login or flip.client for flip in flips})
    return who[0] if len(who) == 1 else tr("{number:,} clients and logins", number=len(who))


def _messages(flips: Sequence[Flip]) -> str:
    number = sum(flip.number for flip in flips)
    return tr("1 message") if number == 1 else tr("{number:,} messages", number=number)
