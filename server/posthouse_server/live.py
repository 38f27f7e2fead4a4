"""What is in force: one immutable value, swapped as a whole when a new revision has proved valid."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Container
from dataclasses import dataclass

from posthouse_server.policy.addresses import Address, AddressError, parse_address, parse_domain
from posthouse_server.policy.decision import Policy
from posthouse_server.settings import Settings


def unlimited(_maildir: str) -> int:
    """Return the quota of mailboxes without one."""
    return 0


@dataclass(frozen=True, slots=True)
class InForce:
    """One revision, compiled: a mail transaction keeps the one it saw at MAIL FROM."""

    revision: int
    settings: Settings
    policy: Policy
    hostname: str
    first_domain: str
    tls_context: ssl.SSLContext | None = None
    newest: int = 0
    """The newest revision of any kind that was looked at; the one in force is older while the newest is not valid."""
    enabled_logins: Container[str] = frozenset()
    """The mailboxes that count as logged in; one that was disabled drops out of open sessions too."""
    quotas: Callable[[str], int] = unlimited
    """How many kilobytes a mailbox may hold, by its folder below mail/; 0 for as many as there are."""

    @property
    def postmaster(self) -> Address:
        """Return the address that notifications come from."""
        configured = self.settings.smtp.general.postmaster
        return parse_address(configured) if configured else Address("postmaster", self.first_domain or self.hostname)

    @property
    def login_domain(self) -> str:
        """Return the domain that completes login names without one."""
        return self.settings.smtp.general.default_domain or self.first_domain


class Live:
    """Holds what is in force; read by every part of the server, replaced by the service alone."""

    def __init__(self, current: InForce) -> None:
        """Start with a value: there is no moment without a policy."""
        self.current = current


def machine_name() -> str:
    """Return this computer's name as a domain name (no DNS is asked)."""
    try:
        return parse_domain(socket.gethostname())
    except AddressError:
        return "localhost"
