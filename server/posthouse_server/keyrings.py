"""The two places where secrets are kept: the system's keyring, and an encrypted file in the data folder.

A module of its own, since keyring and cryptography take 10 MiB and 100 ms, and most servers never need a secret.
"""

from __future__ import annotations

import json
import logging
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

import filelock
import keyring
import keyring.errors
from cryptography.fernet import Fernet, InvalidToken
from keyring.backend import KeyringBackend
from keyring.backends import fail, null

_PROBE_TIMEOUT_S = 3.0
_ANSWER_TIMEOUT_S = 5.0
_LOCK_TIMEOUT_S = 10.0
_log = logging.getLogger(__name__)


class EncryptedFileKeyring(KeyringBackend):
    """A keyring backend: secrets.json holds Fernet tokens, secrets.key (readable by its owner alone) the key."""

    def __init__(self, folder: Path) -> None:
        """Keep the files in this folder; nothing is made before the first secret."""
        super().__init__()  # type: ignore[no-untyped-call]
        self._key_file = folder / "secrets.key"
        self._file = folder / "secrets.json"
        self._lock = filelock.FileLock(folder / "secrets.lock", timeout=_LOCK_TIMEOUT_S)

    @property
    def exists(self) -> bool:
        """Return whether secrets were kept here before."""
        return self._file.exists()

    @property
    def priority(self) -> float:
        """Never chosen by keyring's own search: Secrets chooses it."""
        return -1

    def get_password(self, service: str, username: str) -> str | None:
        """Return the secret, or None; raises KeyringError when the files don't fit together."""
        token = self._read().get(f"{service}/{username}")
        if token is None:
            return None
        try:
            return Fernet(self._key_file.read_bytes()).decrypt(token.encode()).decode()
        except (OSError, InvalidToken, ValueError) as error:
            raise keyring.errors.KeyringError(f"{self._file} can't be decrypted with {self._key_file}") from error

    def set_password(self, service: str, username: str, password: str) -> None:
        """Encrypt and keep a secret."""
        with self._lock:
            if not self._key_file.exists():
                _write_private(self._key_file, Fernet.generate_key())
            tokens = self._read()
            tokens[f"{service}/{username}"] = Fernet(self._key_file.read_bytes()).encrypt(password.encode()).decode()
            _write_private(self._file, json.dumps(tokens, indent=1).encode())

    def delete_password(self, service: str, username: str) -> None:
        """Forget a secret; raises PasswordDeleteError when there is none."""
        with self._lock:
            tokens = self._read()
            if tokens.pop(f"{service}/{username}", None) is None:
                raise keyring.errors.PasswordDeleteError("There is no such secret")
            _write_private(self._file, json.dumps(tokens, indent=1).encode())

    def _read(self) -> dict[str, str]:
        try:
            tokens = json.loads(self._file.read_bytes())
        except FileNotFoundError:
            return {}
        except ValueError as error:
            raise keyring.errors.KeyringError(f"{self._file} is damaged") from error
        if not isinstance(tokens, dict):
            raise keyring.errors.KeyringError(f"{self._file} is damaged")
        return {str(name): str(token) for name, token in tokens.items()}


def _write_private(path: Path, content: bytes) -> None:
    """Replace a file in one step; 0600 where the system knows modes (on Windows the profile folder protects it)."""
    temporary = path.with_name(path.name + ".new")
    temporary.unlink(missing_ok=True)
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


class SystemKeyring:
    """The system's keyring, asked in threads of their own: some backends wait for a prompt that nobody can see."""

    def __init__(self) -> None:
        """Try nothing yet."""
        self._lock = threading.Lock()
        self._hanging: threading.Thread | None = None
        self._is_tried = False
        self._backend: KeyringBackend | None = None

    @property
    def backend(self) -> KeyringBackend | None:
        """Return the keyring, or None where there is none that works; it is tried once."""
        with self._lock:
            if not self._is_tried:
                self._backend, self._is_tried = self._probe(), True
            return self._backend

    def ask(self, question: Callable[[], str | None]) -> str | None:
        """Return the keyring's answer; raises what it raises, and TimeoutError when it takes too long."""
        with self._lock:
            return self._ask(question, _ANSWER_TIMEOUT_S)

    def _ask(self, question: Callable[[], str | None], timeout_s: float) -> str | None:
        if self._hanging is not None and self._hanging.is_alive():
            raise TimeoutError("the system's keyring doesn't answer")
        answer: Future[str | None] = Future()

        def put() -> None:
            try:
                answer.set_result(question())
            except Exception as error:  # noqa: BLE001 - backends raise whatever their system raises
                answer.set_exception(error)

        self._hanging = threading.Thread(target=put, name="keyring", daemon=True)
        self._hanging.start()
        try:
            return answer.result(timeout_s)
        except TimeoutError as error:
            raise TimeoutError("the system's keyring doesn't answer") from error

    def _probe(self) -> KeyringBackend | None:
        found: list[KeyringBackend] = []

        def look_up() -> None:
            found.append(keyring.get_keyring())
            found[0].get_password("Posthouse", "probe")

        try:
            self._ask(look_up, _PROBE_TIMEOUT_S)
        except Exception as error:  # noqa: BLE001 - backends raise whatever their system raises
            _log.debug("The system's keyring doesn't work: %s", error)
            return None
        # The null backend is what `keyring --disable` leaves: it takes every secret and keeps none.
        return None if isinstance(found[0], fail.Keyring | null.Keyring) else found[0]
