"""What the policy asks about local domains and mailboxes, and a plain in-memory answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from posthouse_server.policy.addresses import Address


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A mailbox as policy and delivery see it."""

    login: str
    """mailbox@postoffice, in lower case."""
    maildir: str
    """The folder below mail/, such as example.com/john."""
    enabled: bool = True
    keeps: bool = True
    """Whether what it receives is stored in it."""
    forwards_to: tuple[str, ...] = ()
    """Addresses that receive a copy, or the mail itself where it keeps none."""
    quota_kb: int = 0
    """How much it may hold; 0 for as much as there is."""

    @property
    def is_group(self) -> bool:
        """Return whether it is the address of a group: it forwards, but nobody logs in with it or sends as it."""
        return not self.login


class Directory(Protocol):
    """Local domains, the address map and the catch-alls."""

    def is_local_domain(self, domain: str) -> bool:
        """Return whether this server is the final destination of a domain (lower case, A-labels)."""

    def find(self, address: Address) -> Mailbox | None:
        """Return the mailbox or group behind a literal entry of the address map, enabled or not."""

    def catch_all(self, domain: str) -> Mailbox | None:
        """Return the mailbox that receives a local domain's mail for unknown recipients."""

    def administrator(self, domain: str) -> Mailbox | None:
        """Return the mailbox that reads a local domain's postmaster mail when no address entry says so.

        The domain "" asks for the bare `postmaster` of this server.
        """

    def enabled_addresses(self) -> Iterable[str]:
        """Return the addresses (Address.key) of enabled mailboxes, as they are asked for: there may be millions.

        Those of groups are not among them: they make nobody a local sender.
        """

    def takes_unknown(self, domain: str) -> bool | None:
        """Return whether a local domain accepts unknown recipients; None: as the settings say."""


@dataclass(frozen=True, slots=True)
class MemoryDirectory:
    """A directory held in dictionaries: a snapshot that never changes once it is built."""

    domains: frozenset[str] = frozenset()
    addresses: Mapping[str, Mailbox] = field(default_factory=dict)
    """Address.key to mailbox."""
    catch_alls: Mapping[str, Mailbox] = field(default_factory=dict)
    """Domain to mailbox."""
    administrators: Mapping[str, Mailbox] = field(default_factory=dict)
    """Domain to the first mailbox of type ADMIN in its post office; "" to the reader of the bare `postmaster`."""
    unknown: Mapping[str, bool] = field(default_factory=dict)
    """Domain to whether it accepts unknown recipients, where it does not do as the settings say."""

    def is_local_domain(self, domain: str) -> bool:
        """See Directory."""
        return domain in self.domains

    def find(self, address: Address) -> Mailbox | None:
        """See Directory."""
        return self.addresses.get(address.key)

    def catch_all(self, domain: str) -> Mailbox | None:
        """See Directory."""
        return self.catch_alls.get(domain)

    def administrator(self, domain: str) -> Mailbox | None:
        """See Directory."""
        return self.administrators.get(domain)

    def enabled_addresses(self) -> Iterable[str]:
        """See Directory."""
        return (address for address, mailbox in self.addresses.items() if mailbox.enabled and not mailbox.is_group)

    def takes_unknown(self, domain: str) -> bool | None:
        """See Directory."""
        return self.unknown.get(domain)
