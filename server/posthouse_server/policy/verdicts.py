"""What is asked of the policy and what it answers, with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from posthouse_server.policy.addresses import Address
from posthouse_server.policy.directory import Mailbox
from posthouse_server.policy.networks import IPAddress
from posthouse_server.policy.replies import Reply
from posthouse_server.policy.rules import Rule
from posthouse_server.words import tr


class Verdict(StrEnum):
    """What happens to one recipient."""

    LOCAL = "local"
    RELAY = "relay"
    REFUSED = "refused"


class Request(NamedTuple):
    """One recipient of one transaction, as the client gave it."""

    client: IPAddress
    sender: str
    """The mailbox of MAIL FROM; "" for the null sender."""
    recipient: str
    """The mailbox of RCPT TO."""
    at: datetime
    login: str | None = None
    """The mailbox that has authenticated (mailbox@postoffice), or None."""
    tls: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One rule that was looked at, and why it did or did not match."""

    rule: Rule
    matched: bool
    why: str


Result = tuple[Verdict, Mailbox | None] | None
REFUSED: Result = (Verdict.REFUSED, None)
REFUSED_BY_DOMAIN = "{} is local and refuses unknown recipients by its own properties; nobody has the address {}."
NO_DEFAULT_DOMAIN = "{} is this server itself, which has no default mail domain to which mail for an IP address could go."
Finding = tuple[Rule, Result, str, tuple[object, ...]]
"""A rule that was looked at: what it decided, and why, as a sentence whose facts are put in when somebody asks."""


class Decision(NamedTuple):
    """The verdict with the rule that gave it, the reply to the client, and what all rules up to there have found."""

    verdict: Verdict
    rule: Rule
    reply: Reply
    findings: tuple[Finding, ...]
    mailbox: Mailbox | None = None
    """For local delivery: where to; None when nobody has that address."""
    recipient: Address | None = None

    @property
    def trace(self) -> tuple[Step, ...]:
        """Return the rules that were looked at, the one that decided last. Mail waits for no sentence that nobody reads."""
        return tuple(Step(rule, result is not None, tr(why).format(*facts)) for rule, result, why, facts in self.findings)
