"""Password hashes of mailboxes (argon2id, RFC 9106)."""

from __future__ import annotations

import functools

import argon2

_HASHER = argon2.PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)  # OWASP's floor: ~20 ms, 19 MiB


@functools.cache  # made at the first login: it takes 20 ms, and most programs that open the store check none
def _nobody() -> str:
    return _HASHER.hash("no mailbox has this password")


def hash_password(password: str) -> str:
    """Return the hash to be stored."""
    return _HASHER.hash(_encoded(password))


def is_password_right(stored: str | None, password: str) -> bool:
    """Compare a password with a stored hash; with None it takes as long and is always wrong."""
    try:
        return _HASHER.verify(stored or _nobody(), _encoded(password)) and stored is not None
    except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
        return False


def _encoded(password: str) -> bytes:
    """Encode what a client or a terminal sent, even where that was no valid UTF-8."""
    return password.encode("utf-8", "surrogatepass")
