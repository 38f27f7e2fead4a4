"""One mail transaction: what MAIL and RCPT have settled so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from aiosmtpd.smtp import Envelope

from posthouse_server.live import InForce
from posthouse_server.policy.decision import Decision
from posthouse_server.smtp.data import LineEndCheck
from posthouse_server.smtp.intake import Intake
from posthouse_server.smtp.parameters import NO_MAIL_PARAMETERS, MailParameters, RecipientParameters


@dataclass(frozen=True, slots=True)
class Accepted:
    """A recipient that was answered 250, with the id of that decision."""

    decision: Decision
    decision_id: str
    parameters: RecipientParameters


class Transaction(Envelope):
    """aiosmtpd's envelope with the policy that was in force at MAIL FROM, and the decisions it made."""

    def __init__(self) -> None:
        """Begin with nothing settled."""
        super().__init__()
        self.in_force: InForce | None = None
        self.sender = ""
        self.login: str | None = None
        """The mailbox that counts as logged in, as the policy has judged it."""
        self.accepted: list[Accepted] = []
        self.parameters: MailParameters = NO_MAIL_PARAMETERS
        self.blacklists: tuple[str, ...] = ()
        """The DNS blacklists that name the client, which mark the message."""
        self.intake: Intake | None = None
        self.chunks: LineEndCheck | None = None
        self._untraced: list[Callable[[str | None], None]] = []

    def trace_later(self, record: Callable[[str | None], None]) -> None:
        """Keep an acceptance until it is known which message it became: one write instead of two."""
        self._untraced.append(record)

    def trace(self, message_id: str | None = None) -> None:
        """Record what was kept, with the message's id where there is one."""
        for record in self._untraced:
            record(message_id)
        self._untraced.clear()

    def abandon(self) -> None:
        """Forget a half-received body; one that was handed to the spool is no longer here."""
        self.trace()
        if self.intake is not None:
            self.intake.body.discard()
            self.intake = None
