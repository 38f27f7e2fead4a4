"""The wanted lines of a pack, found by the numbers of its texts, without taking the lines apart."""

from __future__ import annotations

from array import array
from typing import Any

import numpy as np

from posthouse_server.store.packed_texts import read_texts
from posthouse_server.store.trace_filter import TraceFilter, may_contain, numbers_with

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
    origins = [text.split("\t") for text in row.origins.split("\n")]
    good = [number for number, (client, login, _, verdict) in enumerate(origins)
            if wanted.wants_origin(client, login, verdict)]
    mask = _where(cells[0], good)
    if wanted.sender and mask.any():
        mask &= _where(cells[1], _senders(row.senders, wanted))
    if wanted.recipient and mask.any():
        mask &= _where(cells[2], _numbers(row.recipients, wanted.recipient))
    if wanted.party and mask.any():
        parties = [number for number, (client, login, *_) in enumerate(origins) if wanted.has_party(client, login)]
        mask &= (_where(cells[0], parties) | _where(cells[1], _numbers(row.senders, wanted.party))
                 | _where(cells[2], _numbers(row.recipients, wanted.party)))
    return mask


def _where(cells: np.ndarray[Any, np.dtype[np.uint16]], numbers: list[int]) -> Mask:
    if not numbers:
        return np.zeros(len(cells), np.bool_)
    table = np.zeros(_NUMBERS, np.bool_)
    table[numbers] = True
    found: Mask = table[cells]
    return found


def _senders(stored: str, wanted: TraceFilter) -> list[int]:
    if wanted.sender.strip() == "<>":
        return [number for number, text in enumerate(read_texts(stored)) if not text]
    return _numbers(stored, wanted.sender)


def _numbers(stored: str, part: str) -> list[int]:
    return numbers_with(read_texts(stored), part) if may_contain(stored, part) else []
