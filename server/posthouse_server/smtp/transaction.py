"""One mail transaction: what MAIL and RCPT have settled so far."""

from __future__ import annotations

from dataclasses import dataclass

from aiosmtpd.smtp import Envelope

from posthouse_server.live import InForce
from posthouse_server.policy.decision import Decision
from posthouse_server.smtp.intake import Intake


@dataclass(frozen=True, slots=True)
class Accepted:
    """A recipient that was answered 250, with the id of that decision."""

    decision: Decision
    decision_id: str


class Transaction(Envelope):
    """aiosmtpd's envelope with the policy that was in force at MAIL FROM, and the decisions it made."""

    def __init__(self) -> None:
        """Begin with nothing settled."""
        super().__init__()
        self.in_force: InForce | None = None
        self.sender = ""
        self.accepted: list[Accepted] = []
        self.intake: Intake | None = None

    def abandon(self) -> None:
        """Forget a half-received body; one that was handed to the spool is no longer here."""
        if self.intake is not None:
            self.intake.body.discard()
            self.intake = None
