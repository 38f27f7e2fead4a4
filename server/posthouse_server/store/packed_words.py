"""What the words of a search may be in besides addresses, beside the packs: ids of each line, and the distinct replies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from posthouse_server.store.packed_texts import unparted

Numbers = np.ndarray[Any, np.dtype[np.int64]]
_CELLS = np.dtype("<u2")


def words_of(rows: Sequence[tuple[str, str | None, str]]) -> dict[str, bytes]:
    """Return the columns for ids, messages' ids and replies of a pack's lines; in lower case, since nobody else reads them."""
    replies: dict[str, int] = {}
    cells = [replies.setdefault(unparted(reply), len(replies)) for _, _, reply in rows]
    ids = "\n".join(f"{id_}\t{message or ''}" for id_, message, _ in rows)
    return {"ids": ids.lower().encode(), "replies": "\n".join(replies).lower().encode(),
            "reply_cells": np.array(cells, _CELLS).tobytes()}


def cells_of(stored: bytes) -> Numbers:
    """Return the number of each line's reply."""
    return np.frombuffer(stored, _CELLS)


def lines_with(stored: bytes, word: bytes) -> Numbers:
    """Return the numbers of the lines that contain a word, which has no line feed itself; a number may come twice."""
    if not word or stored.find(word) < 0:  # most packs: nothing of it needs an array
        return np.zeros(0, np.int64)
    text = np.frombuffer(stored, np.uint8)
    places = np.flatnonzero(text[:len(text) - len(word) + 1] == word[0])
    for offset, byte in enumerate(word[1:], 1):
        places = places[text[places + offset] == byte]
    return np.searchsorted(np.flatnonzero(text == 10), places)
