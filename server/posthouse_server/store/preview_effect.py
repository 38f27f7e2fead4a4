"""What a change would do to the recorded traffic, in one sentence for the question before it."""

from __future__ import annotations

from collections.abc import Sequence

from posthouse_server.policy.comparison import Flip
from posthouse_server.policy.verdicts import Verdict
from posthouse_server.store.preview import DAYS, Preview


def effect(doing: str, found: Preview) -> str:
    """Return what would flip: Deleting a.example: 214 messages in the last 30 days to 3 recipients would be refused."""
    if not found.decisions:
        return f"{doing}: nothing was recorded in the last {DAYS} days that could show what this changes."
    if not found.flips:
        return f"{doing}: of the mail of the last {DAYS} days, nothing would be judged otherwise."
    refused = [flip for flip in found.flips if flip.after.verdict is Verdict.REFUSED]
    here = [flip for flip in refused if flip.before.verdict is Verdict.LOCAL]
    relayed = [flip for flip in refused if flip.before.verdict is Verdict.RELAY]
    accepted = [flip for flip in found.flips if flip.before.verdict is Verdict.REFUSED]
    moved = [flip for flip in found.flips if Verdict.REFUSED not in (flip.before.verdict, flip.after.verdict)]
    parts = [(flips, becomes) for flips, becomes in (
        (here, f"to {_recipients(here)} would be refused"), (relayed, f"relayed for {_whom(relayed)} would be refused"),
        (accepted, "would be accepted"), (moved, "would go elsewhere")) if flips]
    (flips, becomes), *rest = parts
    first = f"{doing}: {_messages(flips)} in the last {DAYS} days {becomes}"
    more = [f"{_messages(flips)} {becomes}" for flips, becomes in rest]
    return f"{first}{''.join(f', {part}' for part in more[:-1])}{f', and {more[-1]}' if more else ''}."


def _recipients(flips: Sequence[Flip]) -> str:
    """Local recipients are recorded one by one, so that they can be counted."""
    number = len({flip.recipient.lower() for flip in flips})
    return f"{number:,} {'recipient' if number == 1 else 'recipients'}"


def _whom(flips: Sequence[Flip]) -> str:
    who = sorted({flip.login or flip.client for flip in flips})
    return who[0] if len(who) == 1 else f"{len(who):,} clients and logins"


def _messages(flips: Sequence[Flip]) -> str:
    number = sum(flip.number for flip in flips)
    return f"{number:,} {'message' if number == 1 else 'messages'}"
