"""The file: a ZIP with what it is (manifest.json), the settings database, and sealed secrets where there are any."""

from __future__ import annotations

import json
import logging
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from posthouse_server.backup.sealing import BackupError
from posthouse_server.store.files import sync_file, sync_folder
from posthouse_server.store.room import DiskRoom
from posthouse_server.words import tr

ENDING = ".posthouse-backup"
_log = logging.getLogger(__name__)
_FORMAT = "posthouse-backup"
_VERSION = 1
_MANIFEST, _SETTINGS, _SECRETS = "manifest.json", "settings.db", "secrets.json"
_MOST_SMALL_BYTES = 2**20
_MOST_BYTES = 2**34
_CHUNK = 2**20
_MOST_NUMBER = 2**53
_MOST_RATIO = 200
"""Pages of a real database pack to a tenth or so; what packs to less is there to fill a disk."""
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_YEARS = range(2000, 9001)
_STARTS_WITH = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself."""

    created_at: datetime
    host: str
    program: str
    """The version that made it."""
    revision: int
    digest: str
    """Of the newest revision in it."""
    domains: int
    mailboxes: int
    size: int
    settings_sha256: str
    has_secrets: bool

    @property
    def bound_to(self) -> str:
        """Return what the secrets are bound to: they can't be moved into another backup."""
        return f"{self.settings_sha256} {self.created_at.isoformat()}"


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal digits."""
    found = sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()


def write(path: Path, manifest: Manifest, settings: Path, secrets: bytes | None) -> None:
    """Write a backup whole, readable by its owner alone; raises BackupError."""
    temporary = path.with_name(path.name + ".new")
    document = {"format": _FORMAT, "version": _VERSION, **asdict(manifest), "created_at": manifest.created_at.isoformat()}
    try:
        temporary.unlink(missing_ok=True)
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr(_MANIFEST, json.dumps(document, indent=1))
                archive.write(settings, _SETTINGS)
                if secrets is not None:
                    archive.writestr(_SECRETS, secrets)
            sync_file(file)
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        _drop(temporary)
        raise BackupError(tr("The backup {path} can't be written: {strerror}.",
                             path=path, strerror=error.strerror or error)) from error


def _drop(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:  # the folder is none, or can't be written: then there is nothing to drop
        _log.debug("%s could not be removed: %s", path, error)


class Archive:
    """A backup that is open for reading."""

    def __init__(self, path: Path, archive: zipfile.ZipFile, manifest: Manifest) -> None:
        """See opened()."""
        self.path, self.manifest = path, manifest
        self._archive = archive

    def extract(self, target: Path) -> None:
        """Write the settings database to this place, and check that it is whole; raises BackupError."""
        found, size = sha256(), 0
        self._check_size(target.parent)
        with _reading(self.path), self._archive.open(_SETTINGS) as source, target.open("wb") as file:
            while chunk := source.read(_CHUNK):
                size += len(chunk)
                if size > self.manifest.size:
                    break
                found.update(chunk)
                file.write(chunk)
        if size != self.manifest.size or found.hexdigest() != self.manifest.settings_sha256:
            raise _damaged(self.path)

    def _check_size(self, folder: Path) -> None:
        """Refuse a file that says one size and holds another, or that would fill the disk; raises BackupError."""
        with _reading(self.path):
            info = self._archive.getinfo(_SETTINGS)
        if info.file_size != self.manifest.size:
            raise _damaged(self.path)
        if info.file_size > _MOST_RATIO * max(1, info.compress_size):
            raise BackupError(tr("{path} is refused: it would unpack to more than {most_ratio} times its size, as no "
                                 "backup of Posthouse does. Nothing was changed.",
                                 path=self.path, most_ratio=_MOST_RATIO))
        if not DiskRoom(folder).has_room(info.file_size):
            raise BackupError(tr("The disk of {parent} has no room to unpack {path}: that takes "
                                 "{value:,} MB, and the server's reserve must stay free. Nothing was "
                                 "changed.", parent=folder.parent, path=self.path, value=-(-info.file_size // 2**20)))

    def secrets(self) -> bytes:
        """Return the sealed secrets; raises BackupError where there are none."""
        if not self.manifest.has_secrets:
            raise BackupError(tr("{path} holds no passwords.", path=self.path))
        with _reading(self.path):
            return _small(self._archive, _SECRETS)


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """Open a backup; raises BackupError, in one sentence, for what is none or not a whole one."""
    with _reading(path):
        with path.open("rb") as file:
            if file.read(len(_STARTS_WITH)) != _STARTS_WITH:
                raise BackupError(tr("{path} is no backup of Posthouse.", path=path))
        archive = zipfile.ZipFile(path)
    with archive:
        with _reading(path):
            if any(info.compress_type not in _PACKINGS for info in archive.infolist()):
                raise _damaged(path)
            manifest = _manifest(path, archive)
        yield Archive(path, archive, manifest)


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Turn what reading a strange file may raise into a sentence."""
    try:
        yield
    except FileNotFoundError as error:
        raise BackupError(tr("There is no file {path}.", path=path)) from error
    except OSError as error:
        raise BackupError(tr("{path} can't be read: {strerror}.", path=path, strerror=error.strerror or error)) from error
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, LookupError, ArithmeticError,
            ValueError) as error:
        raise _damaged(path) from error


def _manifest(path: Path, archive: zipfile.ZipFile) -> Manifest:
    if _MANIFEST not in archive.namelist():
        raise BackupError(tr("{path} is no backup of Posthouse.", path=path))
    try:
        found = json.loads(_small(archive, _MANIFEST))
        if found["format"] != _FORMAT:
            raise BackupError(tr("{path} is no backup of Posthouse.", path=path))
        if int(found["version"]) > _VERSION:
            raise BackupError(tr("{path} was made by a newer version of Posthouse ({found}); install that first.",
                                 path=path, found=found['program']))
        manifest = Manifest(datetime.fromisoformat(found["created_at"]), str(found["host"]), str(found["program"]),
                            int(found["revision"]), str(found["digest"]), int(found["domains"]), int(found["mailboxes"]),
                            int(found["size"]), str(found["settings_sha256"]), bool(found["has_secrets"]))
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise _damaged(path) from error
    if not _is_plausible(manifest):
        raise _damaged(path)
    return manifest


def _is_plausible(manifest: Manifest) -> bool:
    """Return whether a manifest says what one of ours could say, on one line of printable text each."""
    numbers = (manifest.revision, manifest.domains, manifest.mailboxes)
    return (manifest.created_at.tzinfo is not None and manifest.created_at.year in _YEARS and 0 < manifest.size < _MOST_BYTES
            and all(0 <= number < _MOST_NUMBER for number in numbers)
            and all(text.isprintable() for text in (manifest.host, manifest.program, manifest.digest)))


def _small(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as file:
        content = file.read(_MOST_SMALL_BYTES + 1)
    if len(content) > _MOST_SMALL_BYTES:
        raise ValueError(tr("{name} is too large", name=name))
    return content


def _damaged(path: Path) -> BackupError:
    return BackupError(tr("The backup {path} is damaged: it is not as it was written. Nothing was changed.", path=path))
