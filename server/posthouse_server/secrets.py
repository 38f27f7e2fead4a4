"""Passwords that Posthouse must be able to use itself (the smart host's), through keyring and one way only.

Where the system has no keyring (headless Linux, services), they are kept encrypted in the data folder.
"""

from __future__ import annotations

import functools
import os
import secrets
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from posthouse_server.paths import DataFolder
from posthouse_server.settings.schema import smart_host_secret_name

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

    from posthouse_server.keyrings import EncryptedFileKeyring, SystemKeyring

__all__ = ["Secrets", "SecretsError", "smart_host_secret_name"]


class SecretsError(Exception):
    """A secret could not be read or written; the message is a sentence for people."""


class Secrets:
    """The secrets of one data folder. All methods block: call them off the GUI thread and the event loop.

    Programs with and without a working keyring share a data folder (a console, a service), so no choice is made for good:
    secrets are read from the file and then from the keyring, and kept in the file as soon as there is one.
    """

    def __init__(self, folder: DataFolder) -> None:
        """Try the system's keyring on first use."""
        self._folder = folder
        self._service = f"Posthouse {os.path.normcase(folder.root.resolve())}"

    @functools.cached_property
    def _file(self) -> EncryptedFileKeyring:
        from posthouse_server.keyrings import EncryptedFileKeyring

        return EncryptedFileKeyring(self._folder.root)

    @functools.cached_property
    def _system(self) -> SystemKeyring:
        from posthouse_server.keyrings import SystemKeyring

        return SystemKeyring()

    def get(self, name: str) -> str | None:
        """Return a secret or None, soon in any case; raises SecretsError."""
        try:
            secret = self._file.get_password(self._service, name)
            backend = self._system.backend if secret is None else None
            if backend is None:
                return secret
            return self._system.ask(lambda: backend.get_password(self._service, name))
        except Exception as error:  # backends raise whatever their system raises
            raise SecretsError(f"The password for {name} could not be read: {error}.") from error

    def set(self, name: str, secret: str) -> None:
        """Keep a secret; the empty one is forgotten, wherever it was kept. Raises SecretsError."""
        try:
            if secret:
                self._chosen().set_password(self._service, name, secret)
            else:
                for backend in (self._file, self._system.backend):
                    if backend is not None and backend.get_password(self._service, name) is not None:
                        backend.delete_password(self._service, name)
        except Exception as error:  # backends raise whatever their system raises
            raise SecretsError(f"The password for {name} could not be kept: {error}.") from error

    def where(self) -> str:
        """Return in words where secrets are kept."""
        backend = self._chosen()
        if backend is self._file:
            return f"an encrypted file in {self._folder.root}"
        return f"the system's keyring ({backend.name})"

    def try_out(self) -> str:
        """Write, read and remove a test entry where the next secret would be kept; returns where(). Raises SecretsError.

        An encrypted file that is not there yet is tried elsewhere in the data folder: once it is there, it is used for good.
        """
        from posthouse_server.keyrings import EncryptedFileKeyring

        name, secret = f"test entry {os.getpid()}", secrets.token_urlsafe()
        try:
            with tempfile.TemporaryDirectory(dir=self._folder.root, prefix=".keyring-") as elsewhere:
                backend = self._chosen()
                if backend is self._file:
                    tried = self._file if self._file.exists else EncryptedFileKeyring(Path(elsewhere))
                    kept = _written_and_removed(tried, self._service, name, secret)
                else:
                    kept = self._system.ask(lambda: _written_and_removed(backend, self._service, name, secret))
        except Exception as error:  # backends raise whatever their system raises
            raise SecretsError(f"A test entry could not be kept: {error}.") from error
        if kept != secret:
            raise SecretsError("A test entry was kept, but something else came back.")
        return self.where()

    def _chosen(self) -> KeyringBackend:
        """Return the encrypted file where there is one, or where the system's keyring doesn't work; else that."""
        return self._file if self._file.exists else self._system.backend or self._file


def _written_and_removed(backend: KeyringBackend, service: str, name: str, secret: str) -> str | None:
    backend.set_password(service, name, secret)
    try:
        return backend.get_password(service, name)
    finally:
        backend.delete_password(service, name)
