"""A directory as it would be without some of its domains and mailboxes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from posthouse_server.policy.addresses import Address
from posthouse_server.policy.directory import Directory, Mailbox


@dataclass(frozen=True, slots=True)
class Without:
    """Hides domains and mailboxes of a directory; a hidden mailbox is nobody's, as after its removal."""

    base: Directory
    domains: frozenset[str] = frozenset()
    logins: frozenset[str] = frozenset()

    def is_local_domain(self, domain: str) -> bool:
        """See Directory."""
        return domain not in self.domains and self.base.is_local_domain(domain)

    def find(self, address: Address) -> Mailbox | None:
        """See Directory."""
        return None if address.domain in self.domains else self._seen(self.base.find(address))

    def catch_all(self, domain: str) -> Mailbox | None:
        """See Directory."""
        return None if domain in self.domains else self._seen(self.base.catch_all(domain))

    def administrator(self, domain: str) -> Mailbox | None:
        """See Directory."""
        return None if domain in self.domains else self._seen(self.base.administrator(domain))

    def enabled_addresses(self) -> Iterable[str]:
        """See Directory."""
        for key in self.base.enabled_addresses():
            local, _, domain = key.rpartition("@")
            if self.find(Address(local, domain)) is not None:
                yield key

    def takes_unknown(self, domain: str) -> bool | None:
        """See Directory."""
        return self.base.takes_unknown(domain)

    def _seen(self, mailbox: Mailbox | None) -> Mailbox | None:
        return None if mailbox is not None and mailbox.login in self.logins else mailbox
