"""A directory as it would be with some domains, addresses and catch-alls more, or otherwise than they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from posthouse_server.policy.addresses import Address
from posthouse_server.policy.directory import Directory, Mailbox
from posthouse_server.policy.directory_without import Without

DirectoryChange = Callable[[Directory], Directory]
"""What becomes of the directory of today."""


@dataclass(frozen=True, slots=True)
class With:
    """Puts entries over those of a directory, as after adding a mailbox, or enabling or disabling one."""

    base: Directory
    domains: frozenset[str] = frozenset()
    """Domains that become local."""
    addresses: Mapping[str, Mailbox] = field(default_factory=dict)
    """Address.key to the mailbox of afterwards, enabled or not."""
    catch_alls: Mapping[str, Mailbox | None] = field(default_factory=dict)
    """Domain to its catch-all of afterwards; None for nobody."""
    disabled: frozenset[str] = frozenset()
    """Logins of which nobody can make use any more."""
    gone: frozenset[str] = frozenset()
    """Addresses (Address.key) that nobody has any more."""
    unknown: Mapping[str, bool | None] = field(default_factory=dict)
    """Domain to whether it accepts unknown recipients afterwards; None: as the settings say."""

    def is_local_domain(self, domain: str) -> bool:
        """See Directory."""
        return domain in self.domains or self.base.is_local_domain(domain)

    def find(self, address: Address) -> Mailbox | None:
        """See Directory."""
        if address.key in self.gone:
            return None
        return self.addresses.get(address.key) or self.base.find(address)

    def catch_all(self, domain: str) -> Mailbox | None:
        """See Directory."""
        return self.catch_alls[domain] if domain in self.catch_alls else self.base.catch_all(domain)

    def administrator(self, domain: str) -> Mailbox | None:
        """See Directory; who follows a disabled administrator is not looked for: postmaster is accepted in any case."""
        found = self.base.administrator(domain)
        if found is None or found.login in self.disabled:
            return None
        return next((mailbox for mailbox in self.addresses.values() if mailbox.login == found.login), found)

    def enabled_addresses(self) -> Iterable[str]:
        """See Directory."""
        yield from (key for key in self.base.enabled_addresses() if key not in self.addresses and key not in self.gone)
        yield from (key for key, mailbox in self.addresses.items() if mailbox.enabled and not mailbox.is_group)

    def takes_unknown(self, domain: str) -> bool | None:
        """See Directory."""
        return self.unknown[domain] if domain in self.unknown else self.base.takes_unknown(domain)


def lost_logins(directory: Directory) -> frozenset[str]:
    """Return the logins that a directory of afterwards has lost: with them nobody can log in any more."""
    if isinstance(directory, Without):
        return directory.logins
    return directory.disabled if isinstance(directory, With) else frozenset()
