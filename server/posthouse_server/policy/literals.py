"""Mail to and from IP addresses instead of domains (RFC 5321 section 4.1.3), where Security allows domain literals."""

from __future__ import annotations

import re
from collections.abc import Callable
from ipaddress import AddressValueError, IPv4Address, IPv6Address, ip_address

from posthouse_server.policy.addresses import Address, AddressError, parse_address
from posthouse_server.policy.directory import Directory
from posthouse_server.policy.networks import NON_PUBLIC, IPAddress, normalised, parse_client
from posthouse_server.policy.rules import Rule
from posthouse_server.policy.verdicts import NO_DEFAULT_DOMAIN, REFUSED, Finding
from posthouse_server.settings.schema import Settings
from posthouse_server.words import tr

_BYTE = r"(?:0|[1-9][0-9]{0,2})"
_IPV4 = re.compile(rf"{_BYTE}(?:\.{_BYTE}){{3}}", re.ASCII)
_IPV6 = re.compile(r"[0-9A-Fa-f:]+(?:\.[0-9]+)*", re.ASCII)
_TAG = "ipv6:"
_TRANSLATED = IPv6Address("64:ff9b::")
"""The prefix (/96) behind which a translator (NAT64) puts all of IPv4."""


def parse_mailbox(text: str) -> Address:
    """Parse `local@domain` or `local@[192.0.2.1]`; raises AddressError.

    The domain of a literal is its canonical form: [192.0.2.1], or [IPv6:2001:db8::1]; an IPv4-mapped address is IPv4.
    """
    if not text.endswith("]"):
        return parse_address(text)
    local, _, inside = text.rpartition("@[")
    address = _parsed(inside[:-1])
    if address is None:
        raise AddressError(tr("{text!r} is not an address literal such as name@[192.0.2.1].", text=text))
    return Address(parse_address(f"{local}@example.com").local, literal_of(address))


def parser_of(settings: Settings) -> Callable[[str], Address]:
    """Return what parses the addresses of clients under these settings: without literals it is the strict parser itself."""
    return parse_mailbox if settings.smtp.security.allow_domain_literals else parse_address


def is_literal(domain: str) -> bool:
    """Return whether the domain of an address is a literal."""
    return domain.startswith("[")


def literal_of(address: IPAddress) -> str:
    """Return the literal of a (normalised) address."""
    return f"[{address}]" if address.version == 4 else f"[IPv6:{address}]"


def address_in(literal: str) -> IPAddress:
    """Return the address in a canonical literal; raises ValueError."""
    return normalised(ip_address(literal[1:-1].removeprefix("IPv6:")))


def reached_by(address: IPAddress) -> tuple[IPAddress, ...]:
    """Return an address, and the IPv4 addresses that translators and tunnels make of it (NAT64, 6to4, Teredo)."""
    if isinstance(address, IPv4Address):
        return (address,)
    if int(address) >> 32 == int(_TRANSLATED) >> 32:
        return address, IPv4Address(int(address) & 0xffffffff)
    if address.sixtofour is not None:
        return address, address.sixtofour
    return (address, *(address.teredo or ()))


def is_public_target(address: IPAddress) -> bool:
    """Return whether mail may be sent to an address: it, and all that it leads to, is public and of one computer."""
    return not any(one in block for one in reached_by(address) for block in NON_PUBLIC[one.version])


class LiteralRules:
    """What the relay decision makes of recipients at literals."""

    def __init__(self, settings: Settings, directory: Directory) -> None:
        """The server's own addresses are those of its listeners; one on all addresses (0.0.0.0) names none."""
        listening = [normalised(parse_client(item.address)) for item in settings.smtp.inbound.listeners]
        self._own = frozenset(literal_of(address) for address in listening if not address.is_unspecified)
        self._default_domain = settings.smtp.general.default_domain
        self._directory = directory

    def resolved(self, recipient: Address) -> Address:
        """Return the local address that a recipient at an own address stands for; any other recipient as it is."""
        if recipient.domain not in self._own:
            return recipient
        if recipient.local.lower() == "postmaster":
            return Address("postmaster", "")
        if self._default_domain and self._directory.is_local_domain(self._default_domain):
            return Address(recipient.local, self._default_domain)
        return recipient

    def judged(self, recipient: Address) -> list[Finding]:
        """Look at a (resolved) recipient at a literal; the last finding decides, or leaves it to the relay options."""
        literal = recipient.domain
        if literal in self._own:
            if recipient.has_routing_characters:
                why = "The local part {!r} asks for routing through this server."
                return [(Rule.ROUTING_CHARACTERS, REFUSED, why, (recipient.local,))]
            return [(Rule.UNKNOWN_RECIPIENT, REFUSED, NO_DEFAULT_DOMAIN, (literal,))]
        found: list[Finding] = [
            (Rule.LOCAL_DOMAIN, None, "{} is not a listener's address of this server, so this is relaying.", (literal,))]
        if is_public_target(address_in(literal)):
            return [*found, (Rule.LITERAL_TARGET, None, "{} is a public address.", (literal,))]
        return [*found, (Rule.LITERAL_TARGET, REFUSED, "{} is no public address; nothing is sent there.", (literal,))]


def _parsed(inside: str) -> IPAddress | None:
    """Return the address between the brackets; None if it is none."""
    try:
        if _IPV4.fullmatch(inside):
            return IPv4Address(inside)
        text = inside[len(_TAG):]
        if inside[:len(_TAG)].lower() == _TAG and _IPV6.fullmatch(text):
            return normalised(IPv6Address(text))
    except AddressValueError:
        return None
    return None
