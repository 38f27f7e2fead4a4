"""Short ids for messages and decisions, made to be read out over the telephone: K7Q2-9FXB."""

from __future__ import annotations

import secrets

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U


def new_id() -> str:
    """Return a random id of 40 bits."""
    number = secrets.randbits(40)
    text = "".join(_ALPHABET[number >> shift & 31] for shift in range(35, -1, -5))
    return f"{text[:4]}-{text[4:]}"
