"""Sums up packs of decisions into what two policies judge differently."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Mapping
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from posthouse_server.policy.comparison import ELSEWHERE, Classes, Comparison, Difference, Flip
from posthouse_server.policy.decision import Policy, Request
from posthouse_server.policy.networks import parse_client
from posthouse_server.policy.rules import Rule
from posthouse_server.store.packed_texts import Texts, whole
from posthouse_server.store.packs import Pack

_NO_POLICY = frozenset({
    Rule.CONNECTION_LIMIT, Rule.BANNED, Rule.SLOWED_DOWN, Rule.STORAGE, Rule.EARLY_TALKER, Rule.LOGIN_FAILED,
    Rule.LOGIN_REQUIRED, Rule.INTERNATIONAL_ADDRESS, Rule.RECIPIENT_LIMIT, Rule.RATE_LIMIT, Rule.MESSAGE_SIZE,
    Rule.SENDER_DOMAIN, Rule.NO_PTR, Rule.DNS_BLACKLIST, Rule.MAILBOX_FULL})
_SLOT_S, _SLOTS = 900, 7 * 24 * 4
_WEEK = timedelta(days=7)
_APART, _ALWAYS_REFUSED = -1, -2  # no matter of policy, so not counted; and refused by every policy
_WIDEST = 2**62
Cells = NDArray[np.int64]
_K = TypeVar("_K")
_V = TypeVar("_V")
_Key = tuple[int, int, int, int]
"""The numbers of the classes of origin, sender, recipient and time."""
_Shown = tuple[int, int, int, int]
"""The numbers of client and login, sender, local recipient, and class of time: what one line of a preview is about."""


class _Known(dict[_K, _V], Generic[_K, _V]):
    """Works a value out when it is first asked for."""

    def __init__(self, make: Callable[[_K], _V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: _K) -> _V:
        value = self[key] = self._make(key)
        return value


class _Numbers:
    """Numbers classes; each has the first text (or slot) that was of it as its example. Texts may be their own classes."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}
        self.examples: list[str | int] = []

    def of(self, key: Hashable, example: str | int) -> int:
        number = self._numbers.setdefault(key, len(self.examples))
        if number == len(self.examples):
            self.examples.append(example)
        return number


class Differences:
    """What would be judged or delivered otherwise, out of all packs that were added. Each distinct text is looked at once."""

    def __init__(self, before: Policy, after: Policy, at: datetime) -> None:
        """Judge as of a time, or of the week from then on where hours count."""
        self.number = 0
        """How many recipients were judged."""
        self.oldest: float | None = None
        """When the first of them was, in seconds since 1970."""
        self._classes, self._comparison, self._at = Classes(before, after), Comparison(before, after), at
        self._origins, self._senders, self._recipients, self._times = _Numbers(), _Numbers(), _Numbers(), _Numbers()
        self._origin = _Known[str, int](self._origin_class)
        self._sender = _Known[str, int](lambda text: self._senders.of(self._classes.sender(text), text))
        self._sender_domain = _Known[str, int | None](self._of_sender_domain)
        self._recipient = _Known[str, int](lambda text: self._recipients.of(self._classes.recipient(text), text))
        self._recipient_domain = _Known[str, int | None](self._of_recipient_domain)
        self._slot = _Known[int, int](lambda slot: self._times.of(self._classes.time(self._coming(slot)), slot))
        self._difference = _Known[_Key, Difference | None](self._judged)
        self._names = _Numbers()
        self._who = _Known[str, int](lambda text: self._named(text.rsplit("\t", 2)[0]))
        self._shown_sender = _Known[str, int](lambda text: self._named(self._classes.shown_sender(text)))
        self._shown_sender_domain = _Known[str, int | None](
            lambda domain: None if self._sender_domain[domain] is None else self._shown_sender[f"x@{domain}"])
        self._shown_recipient = _Known[str, int](
            lambda text: self._named("" if self._classes.recipient(text) == ELSEWHERE else text))
        self._shown_recipient_domain = _Known[str, int | None](
            lambda domain: None if self._recipient_domain[domain] is None else self._named(""))
        self._sums: dict[_Shown, int] = {}
        self._lines: dict[_Shown, tuple[str, _Key]] = {}
        """A recipient, and the classes of an example."""

    def add(self, pack: Pack) -> None:
        """Judge a pack."""
        origin = np.array([self._origin[text] for text in pack.origins], np.int64)[_cells(pack.origin)]
        self._count(pack, origin)
        sender = _numbers_of(pack.senders, self._sender_domain, self._sender)[_cells(pack.sender)]
        recipient = _numbers_of(pack.recipients, self._recipient_domain, self._recipient)[_cells(pack.recipient)]
        time = self._times_of(pack)
        _, examples, inverse = np.unique(
            _joined(origin - _ALWAYS_REFUSED, sender, recipient, time), return_index=True, return_inverse=True)
        keys: list[_Key] = list(zip(*(cells[examples].tolist() for cells in (origin, sender, recipient, time)), strict=True))
        differs = np.array([self._difference[key] is not None for key in keys], bool)[inverse]
        if differs.any():
            self._collect(pack, keys, inverse, time, np.flatnonzero(differs))

    def flips(self) -> list[Flip]:
        """Return what differs; the recipient is one of those that are alike."""
        found = []
        names = self._names.examples
        for shown, number in self._sums.items():
            recipient, key = self._lines[shown]
            difference = self._difference[key]
            client, _, login = str(names[shown[0]]).partition("\t")
            assert difference is not None, "what comes to the same is not summed up"
            found.append(Flip(client, login or None, str(names[shown[1]]), recipient, number, *difference))
        return found

    def _count(self, pack: Pack, origin: Cells) -> None:
        judged = np.flatnonzero(origin != _APART)
        self.number += len(judged) + sum(more for place, more in pack.floods if origin[place] != _APART)
        if len(judged) and (self.oldest is None or pack.seconds[judged[0]] < self.oldest):
            self.oldest = pack.seconds[judged[0]]  # a pack is in the order of time

    def _collect(self, pack: Pack, keys: list[_Key], inverse: Cells, time: Cells, places: Cells) -> None:
        """Sum up the rows at these places by what is shown of them; the example of each line is its first row."""
        columns = [column[_cells(cells)[places]] for column, cells in (
            (np.array([self._who[text] for text in pack.origins], np.int64), pack.origin),
            (_numbers_of(pack.senders, self._shown_sender_domain, self._shown_sender), pack.sender),
            (_numbers_of(pack.recipients, self._shown_recipient_domain, self._shown_recipient), pack.recipient))]
        columns.append(time[places])
        _, first, line, number = np.unique(_joined(*columns), return_index=True, return_inverse=True, return_counts=True)
        more = dict(pack.floods)
        if more:
            number = np.bincount(line, [1 + more.get(place, 0) for place in places.tolist()]).astype(np.int64)
        rows, new = places[first], []
        for shown, times, row, key in zip(zip(*(column[first].tolist() for column in columns), strict=True),
                                          number.tolist(), rows.tolist(), inverse[rows].tolist(), strict=True):
            if shown in self._sums:
                self._sums[shown] += times
            else:
                self._sums[shown] = times
                new.append((shown, pack.recipient[row], keys[key]))
        ends = pack.recipients.pick(recipient for _, recipient, _ in new)
        self._lines.update((shown, (end, key)) for (shown, _, key), end in zip(new, ends, strict=True))

    def _named(self, text: str) -> int:
        return self._names.of(text, text)

    def _of_sender_domain(self, domain: str) -> int | None:
        """Return the class of all plain senders of a domain; None: each has its own, as those of no domain have."""
        text = f"x@{domain}"
        return self._sender[text] if domain and self._classes.shown_sender(text) != text else None

    def _of_recipient_domain(self, domain: str) -> int | None:
        """Return the class of all plain recipients of a domain; None: each has its own, as those of no domain have."""
        text = f"x@{domain}"
        return self._recipient[text] if domain and self._classes.recipient(text) == ELSEWHERE else None

    def _times_of(self, pack: Pack) -> Cells:
        if not self._classes.has_hours:
            return np.zeros(len(pack.seconds), np.int64)
        slots, inverse = np.unique((np.array(pack.seconds) // _SLOT_S).astype(np.int64) % _SLOTS, return_inverse=True)
        return np.array([self._slot[slot] for slot in slots.tolist()], np.int64)[inverse]

    def _origin_class(self, text: str) -> int:
        client, login, rule, _ = text.split("\t")
        if rule in _NO_POLICY:
            return _APART
        try:
            key = self._classes.client(client)
        except ValueError:  # whatever an older version has recorded there, no policy judges it
            return _ALWAYS_REFUSED
        return _ALWAYS_REFUSED if rule == Rule.MALFORMED_ADDRESS else self._origins.of(
            (key, self._classes.login(login or None)), text)

    def _judged(self, key: _Key) -> Difference | None:
        if key[0] < 0:
            return None
        client, login, _, _ = str(self._origins.examples[key[0]]).split("\t")
        at = self._coming(int(self._times.examples[key[3]])) if self._classes.has_hours else self._at
        return self._comparison.difference(Request(
            parse_client(client), str(self._senders.examples[key[1]]), str(self._recipients.examples[key[2]]), at,
            login or None, False))

    def _coming(self, slot: int) -> datetime:
        """Return the middle of this quarter of an hour in the week from now on."""
        found = datetime.fromtimestamp((slot + 0.5) * _SLOT_S, UTC)
        return found + -((found - self._at) // _WEEK) * _WEEK


def _numbers_of(texts: Texts, of_domain: Mapping[str, int | None], of_text: Mapping[str, int]) -> Cells:
    """Return a number for each text: that of its domain, or (None) its own."""
    sizes = [len(parts) for _, parts in texts.groups]
    numbers = [of_domain[domain] for domain, _ in texts.groups]
    found = np.repeat(np.array([number or 0 for number in numbers], np.int64), sizes)
    if None in numbers:
        for group, number, size, end in zip(texts.groups, numbers, sizes, accumulate(sizes), strict=True):
            if number is None:
                found[end - size:end] = [of_text[text] for text in whole(group)]
    return found


def _cells(numbers: array[int]) -> Cells:
    return np.array(numbers, np.int64)


def _joined(*columns: Cells) -> Cells:
    """Return one number for each row, the same for rows that are the same in all columns; these hold no negative numbers."""
    found, width = columns[0], int(columns[0].max(initial=0)) + 1
    for column in columns[1:]:
        more = int(column.max(initial=0)) + 1
        if width * more > _WIDEST:  # it would not fit into 64 bits: close the gaps
            found, column = (np.unique(cells, return_inverse=True)[1] for cells in (found, column))
            width, more = (int(cells.max(initial=0)) + 1 for cells in (found, column))
        found, width = found * more + column, width * more
    return found
