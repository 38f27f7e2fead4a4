"""The wanted lines of a pack, found by the numbers of its texts, without taking the lines apart."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import Any

import numpy as np

from posthouse_server.store.packed_texts import read_texts
from posthouse_server.store.packed_words import cells_of, lines_with
from posthouse_server.store.trace_filter import TraceFilter, contains, numbers_with

_TIMES = np.dtype("<f8")
_CELLS = np.dtype("<u2")
_NUMBERS = 65_536
Mask = np.ndarray[Any, np.dtype[np.bool_]]


def picked(row: Any, wanted: TraceFilter, first: float, until: float) -> bytes:
    """Return the times of the wanted lines of a stored pack in a span, as the machine writes them; until is left out."""
    seconds = np.frombuffer(row.seconds, _TIMES)
    start, end = np.searchsorted(seconds, first), np.searchsorted(seconds, until)
    mask = _mask(row, wanted) if wanted.is_about_packs else None
    chosen = seconds[start:end] if mask is None else seconds[start:end][mask[start:end]]
    return chosen.astype(float).tobytes()


def is_ascending(times: array[float]) -> bool:
    """Return whether no time stands before an earlier one: packs of what came late overlap others."""
    found = np.frombuffer(times)
    return bool((found[1:] >= found[:-1]).all())


def _mask(row: Any, wanted: TraceFilter) -> Mask:
    cells = np.frombuffer(row.cells, _CELLS).reshape(3, -1)
    mask = np.ones(cells.shape[1], np.bool_)
    if wanted.client or wanted.login or wanted.verdict:
        mask = _where(cells[0], _origins(row.origins, wanted))
    if wanted.sender and mask.any():
        mask &= _where(cells[1], _senders(row.senders, wanted))
    if wanted.recipient and mask.any():
        mask &= _where(cells[2], numbers_with(row.recipients, wanted.recipient))
    if wanted.party and mask.any():
        mask &= (_where(cells[0], _parties(row.origins, wanted)) | _where(cells[1], numbers_with(row.senders, wanted.party))
                 | _where(cells[2], numbers_with(row.recipients, wanted.party)))
    for word in sorted(wanted.words.lower().split(), key=len, reverse=True):  # what is long is seldom: it spares the rest
        if mask.any():
            mask &= _with_word(row, cells, word)
    return mask


def _with_word(row: Any, cells: np.ndarray[Any, np.dtype[np.uint16]], word: str) -> Mask:
    """Return which lines have a word in any column; those that are asked first have few texts, and often say it all."""
    sought = word.encode(errors="surrogatepass")
    mask = (_where(cells[0], lines_with(row.origins.lower().encode(), sought))
            | _where(cells_of(row.reply_cells), lines_with(row.replies, sought)))
    for place, stored in ((1, row.senders), (2, row.recipients)):
        if not mask.all():
            mask |= _where(cells[place], numbers_with(stored, word))
    if not mask.all():
        mask[lines_with(row.ids, sought)] = True
    return mask


def _where(cells: np.ndarray[Any, Any], numbers: Any) -> Mask:
    """Return which cells hold one of these numbers."""
    if not len(numbers):
        return np.zeros(len(cells), np.bool_)
    table = np.zeros(_NUMBERS, np.bool_)
    table[numbers] = True
    found: Mask = table[cells]
    return found


def _origins(stored: str, wanted: TraceFilter) -> list[int]:
    """Return the numbers of the origins that are wanted; a pack may have as many as lines, so few are taken apart."""
    if wanted.verdict and not wanted.client and not wanted.login:
        end = f"\t{wanted.verdict}"
        return [number for number, line in enumerate(stored.split("\n")) if line.endswith(end)]
    is_wanted = wanted.origin_test()
    parted = ((number, line.split("\t")) for number, line in _lines_with(stored, wanted.origin_part))
    return [number for number, (client, login, _, verdict) in parted if is_wanted(client, login, verdict)]


def _parties(stored: str, wanted: TraceFilter) -> list[int]:
    is_party = contains(wanted.party)
    parted = ((number, line.split("\t")) for number, line in _lines_with(stored, wanted.party))
    return [number for number, (client, login, *_) in parted if is_party(client) or is_party(login)]


def _lines_with(stored: str, part: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that contain a part, in lower case, with their numbers; those between are only counted."""
    text, wanted = stored.lower(), part.strip().lower()
    if not wanted:
        yield from enumerate(text.split("\n"))
        return
    number, counted, place = 0, 0, text.find(wanted)
    while place >= 0:
        number += text.count("\n", counted, place)
        end = text.find("\n", place)
        end = len(text) if end < 0 else end
        yield number, text[text.rfind("\n", 0, place) + 1:end]
        counted, place = end, text.find(wanted, end)


def _senders(stored: str, wanted: TraceFilter) -> list[int]:
    if wanted.is_without_sender:
        return [number for number, text in enumerate(read_texts(stored)) if not text]
    return numbers_with(stored, wanted.sender)
