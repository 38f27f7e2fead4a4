"""Checking logins against the mailboxes, off the event loop."""

from __future__ import annotations

import asyncio
import binascii
import hashlib
import secrets
from base64 import b64decode
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from posthouse_server.store.directory import DirectoryStore
from posthouse_server.store.passwords import is_password_right

_REMEMBERED_S = 60.0
_REMEMBERED = 10_000
_THREADS = 2  # each check takes a core for some 20 ms; more would starve the mail


@dataclass(frozen=True, slots=True)
class _Verified:
    mailbox: str
    revision: int
    until: float
    """On the loop's clock."""


class Authenticator:
    """Verifies passwords in threads of its own, and remembers for a minute what it has verified."""

    def __init__(self, directory: DirectoryStore) -> None:
        """Check against this directory, always as it is now."""
        self._directory = directory
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="login")
        self._secret = secrets.token_bytes(32)
        self._verified: OrderedDict[bytes, _Verified] = OrderedDict()

    async def authenticate(self, login: str, password: str, default_domain: str, revision: int) -> str | None:
        """Return the mailbox (mailbox@postoffice) if the password is right and it is enabled, else None.

        A login is mailbox@postoffice or any address of the mailbox; the default domain completes one without `@`. What was
        verified under this revision a moment ago is not checked again: a device that logs in for each message costs nothing,
        and a changed password or a disabled mailbox is a new revision. Raises StoreError.
        """
        if "@" not in login and default_domain:
            login = f"{login}@{default_domain}"
        loop = asyncio.get_running_loop()
        proof = self._proof(login, password)
        known = self._verified.get(proof)
        if known is not None and known.revision == revision and loop.time() < known.until:
            return known.mailbox
        mailbox = await loop.run_in_executor(self._pool, self._check, login, password)
        if mailbox is not None:
            self._verified[proof] = _Verified(mailbox, revision, loop.time() + _REMEMBERED_S)
            self._verified.move_to_end(proof)
            if len(self._verified) > _REMEMBERED:
                self._verified.popitem(last=False)
        return mailbox

    def _proof(self, login: str, password: str) -> bytes:
        """Return what a login is remembered by: no password stays in memory, and no other process could use this."""
        text = f"{len(login)}:{login}{password}".encode("utf-8", "surrogatepass")
        return hashlib.blake2b(text, key=self._secret).digest()

    def close(self) -> None:
        """End the threads."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _check(self, login: str, password: str) -> str | None:
        found = self._directory.credentials(login)
        # The hash is compared for unknown logins too, so that time does not tell which logins exist.
        is_right = is_password_right(found.password_hash if found else None, password)
        return found.login if found is not None and found.enabled and is_right else None


def decode_plain(response: bytes) -> tuple[str, str] | None:
    """Split a PLAIN response (RFC 4616) into login and password; None if it is malformed or acts for another user."""
    parts = response.split(b"\0")
    if len(parts) != 3:
        return None
    try:
        authorize, login, password = (part.decode("utf-8") for part in parts)
    except UnicodeDecodeError:
        return None
    return (login, password) if login and authorize in ("", login) else None


def decode_base64(text: str) -> bytes | None:
    """Decode an initial response (RFC 4954: `=` is an empty one); None if it is malformed."""
    if text == "=":
        return b""
    try:
        return b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
