"""The trace field that each server puts on top of a message (RFC 5321 section 4.4)."""

from __future__ import annotations

import functools
import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime

LOOP_FIELD = "X-Posthouse-Loop"
_NOT_IN_HELO = re.compile(r'[^!#-\'*-:=?-\[\]-~]')


@dataclass(slots=True)
class Origin:
    """What the Received line says of where a message came from."""

    message_id: str
    client: str
    helo: str
    hostname: str
    protocol: str
    """SMTP, or ESMTP or UTF8SMTP with S for TLS and A for a login (RFC 3848, RFC 6531 section 4.3)."""
    received_at: datetime
    is_submission: bool
    """Whether missing Message-ID and Date are added."""
    recipient: str | None
    """Named in the Received line when there is only one."""
    is_client_hidden: bool = False
    """Whether the fields keep to themselves who has sent the message."""
    blacklists: tuple[str, ...] = ()
    """The DNS blacklists that name the client."""
    expanded: tuple[str, ...] = ()
    """The marks (`loop_mark`) of the addresses that others get the message for: redirections and groups."""


def received(origin: Origin) -> str:
    """Return the Received field with its line end."""
    target = f"\r\n\tfor <{origin.recipient}>" if origin.recipient is not None else ""
    if origin.is_client_hidden:
        beginning = f"Received: by {origin.hostname} (Posthouse) with {origin.protocol} id "
    else:
        beginning = _beginning(origin.helo, origin.client, origin.hostname, origin.protocol)
    return f"{beginning}{origin.message_id}{target};\r\n\t{date(origin.received_at)}\r\n"


def spam_mark(origin: Origin) -> str:
    """Return the fields that mark a message whose client is in a DNS blacklist; empty for all others."""
    if not origin.blacklists:
        return ""
    client = "The client" if origin.is_client_hidden else origin.client
    return f"X-Spam-Flag: YES\r\nX-DNS-Blacklist: {client} is listed in {', '.join(origin.blacklists)}\r\n"


def loop_mark(address: str, hostname: str) -> str:
    """Return what marks a message that was sent on for an address; it tells nobody which one that was."""
    return hashlib.blake2b(address.encode(), digest_size=12, key=hostname.encode()[:64]).hexdigest()


def loop_fields(origin: Origin) -> str:
    """Return a field for each address that the message is sent on for: if it comes back, it goes in circles."""
    return "".join(f"{LOOP_FIELD}: {mark}\r\n" for mark in origin.expanded)


def date(at: datetime) -> str:
    """Return a time as header fields give it."""
    return _date(int(at.timestamp()))


@functools.lru_cache(maxsize=4)
def _date(second: int) -> str:
    return format_datetime(datetime.fromtimestamp(second, UTC))


@functools.lru_cache(maxsize=1000)  # a device says the same with each message
def _beginning(helo: str, client: str, hostname: str, protocol: str) -> str:
    name = _NOT_IN_HELO.sub("?", helo)[:255] or "unknown"
    literal = f"IPv6:{client}" if ":" in client else client
    return f"Received: from {name} ([{literal}])\r\n\tby {hostname} (Posthouse) with {protocol} id "
