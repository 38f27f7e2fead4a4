"""Failures of a message at several destinations are kept back for a moment: its sender gets one report of them all."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain

from posthouse_server.delivery.bounce import Action
from posthouse_server.delivery.recorder import Entry
from posthouse_server.delivery.verdict import Verdict
from posthouse_server.store.messages import QueuedMessage, QueuedRecipient, Route

_LONGEST_S = 10.0  # a report does not wait longer for what another destination says
_Judged = tuple[Entry, Sequence[Verdict]]
_Key = tuple[str, Route]


class Gathering:
    """Holds final failures while others of the same message are under way; all else passes through.

    What is held is still waiting in the spool: nothing is lost or told twice if the server dies.
    """

    def __init__(self, pass_on: Callable[[Entry, Sequence[Verdict]], None]) -> None:
        """Pass entries on to be recorded, with what their senders hear of them."""
        self._pass_on = pass_on
        self._under_way: dict[_Key, set[int]] = {}
        """Only of messages for several recipients."""
        self._kept: dict[_Key, list[_Judged]] = {}
        self._timers: dict[_Key, asyncio.TimerHandle] = {}

    def begin(self, message: QueuedMessage, recipients: Sequence[QueuedRecipient]) -> None:
        """Note that recipients of one route are under way."""
        key = message.id, recipients[0].route
        if len(recipients) > 1 or key in self._under_way:
            self._under_way.setdefault(key, set()).update(recipient.id for recipient in recipients)

    def add(self, entry: Entry, verdicts: Sequence[Verdict]) -> None:
        """Take what became of some recipients of a message."""
        key = entry.message.id, entry.recipients[0].route
        under_way = self._under_way.get(key)
        if under_way is None:
            self._pass_on(entry, verdicts)
            return
        under_way.difference_update(recipient.id for recipient in entry.recipients)
        if not under_way:
            self._kept.setdefault(key, []).append((entry, verdicts))
            self._flush(key)
            return
        failed, others = (_chosen(entry, verdicts, is_failed=is_failed) for is_failed in (True, False))
        if others is not None:
            self._pass_on(*others)
        if failed is not None:
            self._kept.setdefault(key, []).append(failed)
            if key not in self._timers:
                self._timers[key] = asyncio.get_running_loop().call_later(_LONGEST_S, self._flush, key)

    def withdraw(self, message: QueuedMessage, recipients: Sequence[QueuedRecipient]) -> None:
        """Note that recipients are not under way any more, and that nothing will become known of them."""
        key = message.id, recipients[0].route
        under_way = self._under_way.get(key)
        if under_way is not None:
            under_way.difference_update(recipient.id for recipient in recipients)
            if not under_way:
                self._flush(key)

    def finish(self) -> None:
        """Keep nothing back any more."""
        for key in list(self._kept):
            self._flush(key)

    def _flush(self, key: _Key) -> None:
        if (timer := self._timers.pop(key, None)) is not None:
            timer.cancel()
        if not self._under_way.get(key):
            self._under_way.pop(key, None)
        if kept := self._kept.pop(key, []):
            self._pass_on(*_merged(kept))


def _chosen(entry: Entry, verdicts: Sequence[Verdict], *, is_failed: bool) -> _Judged | None:
    """Return the part of an entry that is a failure to be told, or that is none; None if there is nobody in it."""
    chosen = [(verdict.told is Action.FAILED) == is_failed for verdict in verdicts]
    if all(chosen):
        return entry, verdicts
    if not any(chosen):
        return None
    return (replace(entry, recipients=[one for one, is_in in zip(entry.recipients, chosen, strict=True) if is_in],
                    results=[one for one, is_in in zip(entry.results, chosen, strict=True) if is_in]),
            [one for one, is_in in zip(verdicts, chosen, strict=True) if is_in])


def _merged(judged: Sequence[_Judged]) -> _Judged:
    if len(judged) == 1:
        return judged[0]
    entries = [entry for entry, _ in judged]
    outcomes = {number: outcome for entry in entries for number, outcome in entry.outcomes.items()}
    return (Entry(entries[0].message, list(chain.from_iterable(entry.recipients for entry in entries)), outcomes,
                  list(chain.from_iterable(entry.results for entry in entries))),
            list(chain.from_iterable(verdicts for _, verdicts in judged)))
