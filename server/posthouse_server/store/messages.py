"""Messages and recipients as the spool holds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Route(StrEnum):
    """Where a recipient's copy goes."""

    LOCAL = "local"
    RELAY = "relay"


class RecipientState(StrEnum):
    """What has become of one recipient of a message."""

    WAITING = "waiting"
    HELD = "held"
    DELIVERED = "delivered"
    BOUNCED = "bounced"
    BAD_MAIL = "bad_mail"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class NewRecipient:
    """A recipient as it was accepted."""

    address: str
    route: Route
    maildir: str | None
    rule: str
    decision_id: str
    notify: str = ""
    """NOTIFY of RCPT (RFC 3461 section 4.1), in upper case: NEVER, or a list of SUCCESS, FAILURE, DELAY; "" for none given."""
    original_recipient: str = ""
    """ORCPT of RCPT as it came, such as rfc822;John@example.com in xtext; "" for none given."""


@dataclass(frozen=True, slots=True)
class NewMessage:
    """A message as it was accepted; its body is either in memory or in a sealed file of the spool folder."""

    id: str
    sender: str
    client: str
    login: str | None
    helo: str
    size: int
    eight_bit: bool
    utf8: bool
    subject: str
    body: bytes | None
    body_file: str | None
    recipients: tuple[NewRecipient, ...]
    envelope_id: str = ""
    """ENVID of MAIL (RFC 3461 section 4.4) as it came, in xtext; "" for none given."""
    returned: str = ""
    """RET of MAIL (RFC 3461 section 4.3): FULL, HDRS, or "" for none given."""


@dataclass(frozen=True, slots=True)
class QueuedRecipient:
    """A recipient that is in the spool."""

    id: int
    address: str
    route: Route
    maildir: str | None
    rule: str
    decision_id: str
    state: RecipientState
    attempts: int
    next_attempt_at: datetime
    last_reply: str
    last_attempt_at: datetime | None
    notify: str = ""
    """See NewRecipient."""
    original_recipient: str = ""
    """See NewRecipient."""
    via: str = ""
    """Another server to deliver through, as host:port; "" for the way of the settings."""
    is_returned: bool = False
    """Whether it goes back to the sender instead of being delivered."""


@dataclass(frozen=True, slots=True)
class QueuedMessage:
    """A message that is in the spool, with the recipients that were asked for."""

    id: str
    sender: str
    client: str
    login: str | None
    helo: str
    size: int
    eight_bit: bool
    utf8: bool
    subject: str
    body_file: str | None
    accepted_at: datetime
    recipients: tuple[QueuedRecipient, ...]
    body: bytes | None = field(default=None, repr=False, compare=False)
    """A small body, where it came along with the rest."""
    envelope_id: str = ""
    """See NewMessage."""
    returned: str = ""
    """See NewMessage."""


@dataclass(frozen=True, slots=True)
class Result:
    """What an attempt did to one recipient; WAITING with a later time is a deferral."""

    recipient_id: int
    message_id: str
    state: RecipientState
    reply: str
    next_attempt_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """The books, per recipient, since the spool was made."""

    accepted: int
    delivered: int
    bounced: int
    removed: int
    waiting: int
    held: int
    bad_mail: int

    @property
    def difference(self) -> int:
        """Return accepted minus all that became of it: 0 unless mail was lost or invented."""
        return (self.accepted - self.delivered - self.bounced - self.removed - self.waiting - self.held - self.bad_mail)
