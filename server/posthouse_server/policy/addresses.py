"""Mail addresses as RFC 5321 section 4.1.2 writes them, parsed strictly before any rule sees them.

Nothing here ever reinterprets a local part: `a%b@c` and `b!a@c` are mailboxes of c, whatever they look like.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

import idna

from posthouse_server.words import tr

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-\u0080-\U0010ffff]+"
_DOT_ATOM = re.compile(rf"{_ATOM}(?:\.{_ATOM})*")
_QUOTED = re.compile(r'"((?:[^"\\\x00-\x1f\x7f]|\\[\x20-\x7e])*)"')
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_\-]{0,61}[a-z0-9_])?")
_ROUTING_CHARACTERS = frozenset('%!@"\\: ')
_COMMON = re.compile(r"([A-Za-z0-9_+\-]+(?:\.[A-Za-z0-9_+\-]+)*)@([a-z0-9]+(?:[\-.][a-z0-9]+)*)")


class AddressError(ValueError):
    """Text that is not a mail address or domain; its message is a sentence for people."""


@dataclass(frozen=True, slots=True)
class Address:
    """A mailbox: the local part without its quotes, and the domain in lower case as ASCII (A-labels).

    The domain is "" for the bare `postmaster` of this server alone.
    """

    local: str
    domain: str

    def __str__(self) -> str:
        """Return the form for the wire and for people."""
        if not self.domain:
            return self.local
        if _DOT_ATOM.fullmatch(self.local):
            return f"{self.local}@{self.domain}"
        escaped = self.local.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"@{self.domain}'

    @property
    def key(self) -> str:
        """Return the form under which addresses are compared: local parts are case-insensitive here."""
        return f"{_lowered(self.local)}@{self.domain}"

    @property
    def has_routing_characters(self) -> bool:
        """Return whether some mail system might read another destination out of the local part."""
        return not _ROUTING_CHARACTERS.isdisjoint(self.local)


def _lowered(text: str) -> str:
    """Lower the letters whose case is a round trip; str.lower would make a k of the Kelvin sign, a look-alike."""
    if text.isascii():
        return text.lower()
    return "".join(letter.lower() if letter.lower().upper() == letter else letter for letter in text)


@functools.lru_cache(maxsize=10_000)  # a server sees the same few domains again and again
def parse_domain(text: str) -> str:
    """Return a domain in lower case, as A-labels; raises AddressError. No mapping, no trailing dot, no literal."""
    if text.startswith("["):
        raise AddressError(tr("{text!r} is an address literal; mail is accepted for domain names only.", text=text))
    domain = _lowered(text)
    if not domain.isascii():
        try:
            domain = idna.encode(domain, strict=True).decode("ascii")
        except UnicodeError as error:
            raise AddressError(tr("{text!r} is not a valid internationalised domain name.", text=text)) from error
    if not domain or len(domain) > 255:
        raise AddressError(tr("A domain name has between 1 and 255 characters."))
    labels = domain.split(".")
    if not all(_LABEL.fullmatch(label) for label in labels):
        raise AddressError(tr("{text!r} is not a domain name such as example.com.", text=text))
    if labels[-1].isdigit():
        raise AddressError(tr("{text!r} looks like an IP address, not like a domain name.", text=text))
    return domain


@functools.lru_cache(maxsize=2000)  # the sender comes again with each recipient, and devices send the same all day
def parse_address(text: str) -> Address:
    """Parse `local@domain`; raises AddressError with a sentence that says what is wrong."""
    if common := _COMMON.fullmatch(text):
        local, domain = common.groups()
        if len(local) <= 64 and len(domain) <= 255:
            return Address(local, parse_domain(domain))
    if text.startswith('"'):
        quoted = _QUOTED.match(text)
        if quoted is None or text[quoted.end():quoted.end() + 1] != "@":
            raise AddressError(tr("{text!r} has a badly quoted local part.", text=text))
        local, domain = re.sub(r"\\(.)", r"\1", quoted[1]), text[quoted.end() + 1:]
    else:
        local, at, domain = text.partition("@")
        if not at:
            raise AddressError(tr("{text!r} has no domain; an address looks like name@example.com.", text=text))
        if not _DOT_ATOM.fullmatch(local):
            raise AddressError(tr("{text!r} has a local part with characters that must be quoted.", text=text))
    if not local or len(local.encode("utf-8", "surrogatepass")) > 64:
        raise AddressError(tr("A local part has between 1 and 64 characters."))
    if not local.isprintable():
        raise AddressError(tr("A local part has printable characters only."))
    return Address(local, parse_domain(domain))


def parse_path(text: str) -> tuple[str, str]:
    """Split the argument of MAIL FROM or RCPT TO into the mailbox and the parameters behind it.

    The mailbox is "" for the null path `<>`. A source route (`<@a,@b:c@d>`) is dropped, as RFC 5321 appendix C
    advises, so that c@d is judged for itself. Missing angle brackets are forgiven for plain addresses alone, since
    simple devices leave them out. Raises AddressError.
    """
    if not text.startswith("<"):
        bare, _, rest = text.partition(" ")
        if not _COMMON.fullmatch(_lowered(bare)):
            raise AddressError(tr("The address must stand in angle brackets."))
        return bare, rest.strip()
    end = _closing_bracket(text)
    inside, rest = text[1:end], text[end + 1:]
    if rest and not rest.startswith(" "):
        raise AddressError(tr("Nothing but parameters may follow the address."))
    if inside.startswith("@"):
        route, colon, mailbox = inside.partition(":")
        if not colon or not mailbox or any(not hop.startswith("@") for hop in route.split(",")):
            raise AddressError(tr("The source route is malformed."))
        for hop in route.split(","):
            parse_domain(hop[1:])
        inside = mailbox
    return inside, rest.strip()


def _closing_bracket(text: str) -> int:
    quoted, position = False, 1
    while position < len(text):
        character = text[position]
        if quoted and character == "\\":
            position += 1
        elif character == '"':
            quoted = not quoted
        elif character == ">" and not quoted:
            return position
        position += 1
    raise AddressError(tr("The closing angle bracket is missing."))
