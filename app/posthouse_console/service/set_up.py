"""A set-up in the making: what was answered so far, the settings that it makes, and saving it all at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject

from posthouse_console.service.backend import Backend
from posthouse_server.control import author
from posthouse_server.policy.directory import Directory
from posthouse_server.policy.exposure import Exposure, exposure
from posthouse_server.secrets import Secrets, SecretsError
from posthouse_server.settings import Settings, set_paths
from posthouse_server.settings.choices import SmartHostAuthentication
from posthouse_server.settings.schema import PrivilegedRange, SmartHost, smart_host_secret_name
from posthouse_server.store import Revision, StaleRevisionError, Store, StoreError
from posthouse_server.store.directory import DirectoryError, MailboxKind, MailboxRow
from posthouse_server.store.directory_outcomes import domain_added, mailbox_added
from posthouse_server.store.set_up import SetUp
from posthouse_server.store.settings_store import LoadedSettings
from posthouse_server.words import tr

COMMENT = tr("Set Up Posthouse")
OUR_LABEL = "posthouse."
"""Before a domain whose mail is kept elsewhere: devices log in with names of this one."""
_LISTENERS = "smtp.inbound.listeners"
_RANGES = "smtp.relay.privileged_ip_ranges"
_SMART_HOST = "smtp.smart_host"


class Reach(StrEnum):
    """Who shall reach the server."""

    NETWORK = "network"
    COMPUTER = "computer"
    UNCHANGED = "unchanged"


class Way(StrEnum):
    """How mail leaves."""

    MICROSOFT_OAUTH2 = "microsoft_oauth2"
    MICROSOFT_CONNECTOR = "microsoft_connector"
    GOOGLE = "google"
    SMART_HOST = "smart_host"
    DIRECT = "direct"


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything that the pages ask; each page puts in its own part."""

    base: LoadedSettings
    reach: Reach = Reach.NETWORK
    address: str = "0.0.0.0"  # noqa: S104 - what is offered; nothing is bound here
    port: int = 25
    domain: str = ""
    """The domain as people know it."""
    is_kept_here: bool = False
    """Whether the mailboxes of the domain are on this server."""
    is_domain_new: bool = True
    """Whether the login domain has to be added."""
    mailbox: str = ""
    """The name before the @."""
    password: str = field(default="", repr=False)
    """Of a new mailbox; empty for one that is there already."""
    is_mailbox_new: bool = True
    way: Way = Way.DIRECT
    smart_host: SmartHost = field(default_factory=SmartHost)
    secret: str = field(default="", repr=False)
    """The typed password or client secret of the smart host; empty: the one that is kept stays."""
    devices: tuple[PrivilegedRange, ...] = ()

    @property
    def login_domain(self) -> str:
        """Return the domain of the logins, which is local here."""
        return self.domain if self.is_kept_here else f"{OUR_LABEL}{self.domain}"

    @property
    def login(self) -> str:
        """Return what devices log in with; empty without a mailbox."""
        return f"{self.mailbox}@{self.login_domain}" if self.mailbox else ""

    @property
    def sender(self) -> str:
        """Return an address that the way out is likely to accept as sender."""
        if self.smart_host.enabled and "@" in self.smart_host.username:
            return self.smart_host.username
        return f"{self.mailbox or 'postmaster'}@{self.domain}"

    def changes(self) -> dict[str, Any]:
        """Return the settings that differ, by their paths."""
        settings = self.base.settings.smtp
        found: dict[str, Any] = {}
        if self.reach is not Reach.UNCHANGED:
            address = self.address if self.reach is Reach.NETWORK else "127.0.0.1"
            if [(item.address, item.port) for item in settings.inbound.listeners] != [(address, self.port)]:
                found[_LISTENERS] = [{"address": address, "port": self.port}]
        if self.smart_host != settings.smart_host:
            found[_SMART_HOST] = self.smart_host
        if self.devices != settings.relay.privileged_ip_ranges:
            found[_RANGES] = list(self.devices)
            if self.devices:
                found["smtp.relay.allow_privileged_ip_ranges"] = True
        return found

    def rebased(self, newest: LoadedSettings) -> Answers:
        """Return the same answers on top of newer settings; devices that somebody else has allowed meanwhile stay."""
        before = self.base.settings.smtp.relay.privileged_ip_ranges
        theirs = [item for item in newest.settings.smtp.relay.privileged_ip_ranges
                  if item not in before or item in self.devices]
        ours = [item for item in self.devices if item not in before and item not in theirs]
        return replace(self, base=newest, devices=(*theirs, *ours))

    def settings(self) -> Settings:
        """Return the settings as they would be; raises SettingsError."""
        changes = self.changes()
        return set_paths(self.base.settings, changes) if changes else self.base.settings

    def secrets(self) -> Mapping[str, str]:
        """Return what goes to the keyring."""
        smart_host = self.smart_host
        if not self.secret or not smart_host.enabled or smart_host.authentication is SmartHostAuthentication.NONE:
            return {}
        return {smart_host_secret_name(smart_host.host, smart_host.username): self.secret}

    def new_mailbox(self) -> MailboxRow | None:
        """Return the mailbox that would be added."""
        if not self.mailbox or not self.is_mailbox_new:
            return None
        return MailboxRow(self.login_domain, self.mailbox, MailboxKind.USER, True, "", (self.login,))

    def directory(self, present: Directory) -> Directory:
        """Return the directory as it would be."""
        if self.domain and self.is_domain_new:
            present = domain_added(self.login_domain)(present)
        if self.new_mailbox() is not None:
            present = mailbox_added(self.login, (self.login,))(present)
        return present


def exposure_of(store: Store, answers: Answers) -> Exposure:
    """Return who could relay without a password afterwards; blocks, raises StoreError or SettingsError."""
    return exposure(answers.settings(), answers.directory(store.directory.snapshot()), datetime.now(UTC))


def save(backend: Backend, owner: QObject, answers: Answers, done: Callable[[Revision], None],
         failed: Callable[[Exception], None]) -> None:
    """Save everything at once; `failed` gets a sentence, and then nothing was saved."""
    def on_done(revision: Revision) -> None:
        backend.refresh()
        backend.settings.saved.emit(revision.number)
        done(revision)

    backend.background.run(owner, lambda: save_all(backend.store, Secrets(backend.store.folder), answers), on_done, failed)


def save_all(store: Store, secrets: Secrets, answers: Answers) -> Revision:
    """Keep the secret first, since settings without their password stop the mail; take it back if saving fails. Blocks."""
    wanted = SetUp(answers.settings(), answers.base.newest.number, answers.login_domain if answers.is_domain_new else "",
                   answers.login if answers.is_mailbox_new else "", answers.password)
    before = {name: secrets.get(name) for name in answers.secrets()}
    try:
        for name, secret in answers.secrets().items():
            secrets.set(name, secret)
        return store.set_up.save(wanted, author("console"), COMMENT)
    except (StaleRevisionError, DirectoryError, StoreError, SecretsError):
        for name, old in before.items():
            secrets.set(name, old or "")
        raise
