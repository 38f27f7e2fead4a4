"""Making a backup, looking into one, and bringing it back: as a new revision, so that nothing of the history is lost."""

from __future__ import annotations

import platform
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from posthouse_server import __version__
from posthouse_server.backup.archive import ENDING, Archive, Manifest, digest_of, opened, write
from posthouse_server.backup.sealing import BackupError, ReplacedBackupError, seal, unseal
from posthouse_server.policy.widening import Widening, widened
from posthouse_server.secrets import Secrets, SecretsError
from posthouse_server.settings import Settings
from posthouse_server.settings.schema import smart_host_secret_name
from posthouse_server.store import Revision, Store, StoreTooNewError
from posthouse_server.store.backups import RestorePlan, copy_opened, directory_of, restored_text
from posthouse_server.store.clock import now
from posthouse_server.store.engine import Database
from posthouse_server.words import tr

_WORKPLACE = ".backup-"
_LEFT_BEHIND_S = 3600  # no copy takes so long: its program died, and others may be copying right now


@dataclass(frozen=True, slots=True)
class Look:
    """What a restore of a file would do, and who could relay afterwards."""

    manifest: Manifest
    plan: RestorePlan
    widening: Widening


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done."""

    revision: Revision
    safety: Path
    """The backup of what was there before."""
    secrets: int
    """How many passwords were brought back."""


def secret_names(settings: Settings) -> list[str]:
    """Return the names of the secrets that the settings need."""
    smtp = settings.smtp
    return list(dict.fromkeys(smart_host_secret_name(host.host, host.username) for host in (smtp.smart_host, *smtp.smart_hosts)
                              if host.host and host.username))


def make(store: Store, path: Path, passphrase: str | None = None) -> Manifest:
    """Write a backup of settings, directory and history, with the secrets if there is a passphrase.

    Blocks; a server may run. Raises BackupError, SecretsError, StoreError.
    """
    with _workplace(store) as folder:
        copy = folder / "settings.db"
        held = store.backups.copy(copy)
        kept = None
        if passphrase is not None:
            secrets = Secrets(store.folder)
            found = {name: secrets.get(name) for name in secret_names(store.settings.load().settings)}
            kept = {name: secret for name, secret in found.items() if secret is not None}
        manifest = Manifest(now(), platform.node(), __version__, held.newest.number, held.newest.digest, held.domains,
                            held.mailboxes, copy.stat().st_size, digest_of(copy), kept is not None)
        sealed = None if kept is None or passphrase is None else seal(kept, passphrase, manifest.bound_to)
        write(path, manifest, copy, sealed)
    return manifest


def look(store: Store, path: Path) -> Look:
    """Look into a backup; nothing is changed. Blocks; raises BackupError, StoreError."""
    with _opened(store, path) as (archive, copied):
        plan = store.backups.plan(copied)
        before, after = (plan.old, store.directory.snapshot()), (plan.new, directory_of(copied))
        return Look(archive.manifest, plan, widened(before, after, now()))


def restore(store: Store, path: Path, base: int, author: str, passphrase: str | None = None, comment: str = "",
            looked_at: Manifest | None = None) -> Restored:
    """Bring a backup back as a new revision on top of `base`, all or nothing, after a backup of what is there.

    Blocks; a running server obeys it at once. With `looked_at` it must be that very backup; with a passphrase the secrets
    come back too. Raises BackupError, SecretsError, StoreError (HistoryError if anything was changed since `base`), and
    then nothing was changed.
    """
    with _opened(store, path) as (archive, copied):
        manifest = archive.manifest
        if looked_at is not None and manifest != looked_at:
            raise ReplacedBackupError(tr("Meanwhile another backup was put in the place of {path}; nothing was changed. "
                                         "Look at it again.", path=path))
        secrets = {} if passphrase is None else unseal(archive.secrets(), passphrase, manifest.bound_to)
        safety = _safety(store)
        make(store, safety)
        before = _set_secrets(store, secrets)
        try:
            why = restored_text(manifest.created_at, manifest.revision)
            made = store.backups.restore(copied, base, why, author, comment)
        except BaseException:
            _put_back(store, before)
            raise
    return Restored(made, safety, len(secrets))


def _safety(store: Store) -> Path:
    try:
        store.folder.backups.mkdir(exist_ok=True)
    except OSError as error:
        raise BackupError(tr("{backups} can't be made: {strerror}. Nothing was changed.",
                             backups=store.folder.backups, strerror=error.strerror)) from error
    return store.folder.backups / f"before-restore-{now():%Y%m%d-%H%M%S}-{token_hex(3)}{ENDING}"


def _set_secrets(store: Store, secrets: dict[str, str]) -> dict[str, str]:
    """Keep the secrets of a backup; returns what was there before, empty for what was not. Raises SecretsError."""
    keyring, before = Secrets(store.folder), dict[str, str]()
    try:
        for name, secret in secrets.items():
            old = keyring.get(name) or ""
            if old != secret:
                keyring.set(name, secret)
                before[name] = old
    except SecretsError as error:
        _put_back(store, before)
        raise SecretsError(tr("{error} Nothing was changed.", error=error)) from error
    return before


def _put_back(store: Store, before: dict[str, str]) -> None:
    keyring = Secrets(store.folder)
    for name, secret in before.items():
        keyring.set(name, secret)


@contextmanager
def _workplace(store: Store) -> Iterator[Path]:
    """Make a folder for what is being copied, as private as the data folder."""
    _tidy(store.folder.root)
    try:
        made = tempfile.TemporaryDirectory(dir=store.folder.root, prefix=_WORKPLACE, ignore_cleanup_errors=True)
    except OSError as error:
        raise BackupError(tr("{root} can't be written: {strerror}.",
                             root=store.folder.root, strerror=error.strerror or error)) from error
    with made as name:
        yield Path(name)


def _tidy(root: Path) -> None:
    """Remove what programs that died have left: copies with password hashes."""
    for left in root.glob(f"{_WORKPLACE}*"):
        try:
            is_old = left.is_dir() and not left.is_symlink() and left.stat().st_mtime < time.time() - _LEFT_BEHIND_S
        except FileNotFoundError:  # its program has just removed it
            continue
        if is_old:
            shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _opened(store: Store, path: Path) -> Iterator[tuple[Archive, Database]]:
    with opened(path) as archive, _workplace(store) as folder:
        copy = folder / "settings.db"
        archive.extract(copy)
        try:
            with copy_opened(copy) as copied:
                yield archive, copied
        except StoreTooNewError as error:
            raise BackupError(tr("{path}: {error} Nothing was changed.", path=path, error=error)) from error

