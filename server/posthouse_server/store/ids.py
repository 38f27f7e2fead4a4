"""Short ids for messages and decisions, made to be read out over the telephone: K7Q2-9FXB."""

from __future__ import annotations

import os

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U
_PAIRS = [first + second for first in _ALPHABET for second in _ALPHABET]


def new_id() -> str:
    """Return a random id of 40 bits, which nobody can guess from others."""
    number = int.from_bytes(os.urandom(5))
    return f"{_PAIRS[number >> 30]}{_PAIRS[number >> 20 & 1023]}-{_PAIRS[number >> 10 & 1023]}{_PAIRS[number & 1023]}"
