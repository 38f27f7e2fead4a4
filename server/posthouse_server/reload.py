"""Reading what should be in force out of the store, and compiling it; nothing is changed before all of it is valid."""

from __future__ import annotations

import gc
import ssl
from pathlib import Path

from posthouse_server.live import InForce, machine_name
from posthouse_server.policy.decision import Policy
from posthouse_server.policy.directory import Directory
from posthouse_server.settings.schema import Inbound, Settings
from posthouse_server.smtp.tls import CertificateError, make_context
from posthouse_server.store import Store
from posthouse_server.store.collector import collector_off
from posthouse_server.words import tr

_MANY_RANGES = 10_000
_CertificateKey = tuple[str, str, tuple[float, ...]]


class Loader:
    """Loads from the store; its methods block."""

    def __init__(self, store: Store) -> None:
        """Remember no certificate yet."""
        self._store = store
        self._machine_name = machine_name()
        self._context: tuple[_CertificateKey, ssl.SSLContext] | None = None
        self._looked_at: _CertificateKey | None = None
        self._policy: Policy | None = None
        self.fault = ""
        """Why the newest settings are not the ones loaded; empty if they are."""

    def load(self) -> InForce:
        """Return the newest valid settings with the directory; raises StoreError, and CertificateError at the first time.

        Later a certificate that can't be used leaves the former one in use: it must keep out nothing else.
        """
        number = self._store.settings.newest_number()
        with collector_off():
            loaded = self._store.settings.load()
            view = self._store.directory.view()
            policy = self._compiled(loaded.settings, view.directory)
        smtp = loaded.settings.smtp
        hostname = smtp.general.hostname or self._machine_name
        fault = tr("{fault} Revision {revision} stays in force.",
                   fault=loaded.fault, revision=loaded.revision.number) if loaded.fault else ""
        try:
            context = self._tls_context(smtp.inbound, hostname)
        except CertificateError as error:
            if self._context is None:
                raise
            context = self._context[1]
            fault = f"{fault} {tr('{error} The certificate of before stays in use.', error=error)}".strip()
        self.fault = fault
        return InForce(loaded.revision.number if loaded.fault else number, loaded.settings, policy, hostname,
                       view.first_domain, context, number, view.enabled_logins, view.quotas)

    def _compiled(self, settings: Settings, directory: Directory) -> Policy:
        """Compile anew what has changed: a new mailbox is no reason to index a hundred thousand ranges again."""
        former, self._policy = self._policy, Policy(settings, directory, self._policy)
        is_same = former is not None and former.settings is settings
        if not is_same and len(settings.smtp.relay.privileged_ip_ranges) > _MANY_RANGES:
            gc.freeze()  # a million objects that stay: every full collection would hold up the mail to look at them
        return self._policy

    def has_certificate_changed(self) -> bool:
        """Return whether the files of the certificate are others than at the last look (it was renewed, or mended)."""
        if self._looked_at is None:
            return False
        certificate, key, times = self._looked_at
        return _times(certificate, key) != times

    def _tls_context(self, inbound: Inbound, hostname: str) -> ssl.SSLContext:
        """Return the same context as before unless the files have changed, so that implicit TLS listeners stay open."""
        # Without a file of its own the server uses the self-signed one, which may be made anew too.
        names = (inbound.certificate_file or str(self._store.folder.certificate), inbound.private_key_file)
        self._looked_at = (*names, _times(*names))
        if self._context is None or self._context[0] != self._looked_at:
            context = make_context(inbound, self._store.folder.certificate, hostname)
            if not inbound.certificate_file:  # it may have been made only now
                self._looked_at = (*names, _times(*names))
            self._context = (self._looked_at, context)
        return self._context[1]


def _times(*names: str) -> tuple[float, ...]:
    """Return when the files were changed; 0 for one that is missing or can't be looked at."""
    return tuple(_changed_at(Path(name)) for name in names if name)


def _changed_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
