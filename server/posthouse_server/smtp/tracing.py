"""Decisions on their way into the trace, each under the id that the client has seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posthouse_server.counters import Totals
from posthouse_server.policy.decision import Decision, Request, Verdict
from posthouse_server.policy.rules import Rule
from posthouse_server.store.clock import now
from posthouse_server.store.ids import new_id
from posthouse_server.store.traffic import DecisionRow, TrafficStore

if TYPE_CHECKING:
    from posthouse_server.smtp.protocol import SmtpProtocol


class Tracer:
    """Writes acceptances and refusals, and counts the refusals."""

    def __init__(self, traffic: TrafficStore, totals: Totals) -> None:
        """Write there."""
        self._traffic = traffic
        self._totals = totals

    def accepted(self, decision_id: str, request: Request, decision: Decision, revision: int, client: str,
                 message_id: str | None) -> None:
        """Write an acceptance into the trace."""
        self._traffic.record_decision(DecisionRow(
            decision_id, request.at, client, request.login, request.tls, storable(request.sender),
            storable(request.recipient), decision.verdict.value, decision.rule.value, str(decision.reply), revision,
            message_id))

    def refused(self, server: SmtpProtocol, login: str | None, sender: str, recipient: str, rule: Rule, reply: str,
                revision: int) -> str:
        """Write a refusal into the trace, or count it there with the flood that it belongs to; returns the id for the reply."""
        self._totals.refused += 1
        client, sender, recipient = server.client_text, storable(sender), storable(recipient)
        merged = self._traffic.merge_refusal(client, rule.value, login, sender, recipient)
        if merged is not None:
            return merged
        return self._traffic.record_refusal(DecisionRow(
            new_id(), now(), client, login, server.is_tls, sender, recipient, Verdict.REFUSED.value, rule.value, reply,
            revision))

    def note(self, client: str, rule: Rule, what: str, revision: int) -> None:
        """Write down what was decided about a client itself; no reply carries its id."""
        self._traffic.record_refusal(DecisionRow(new_id(), now(), client, None, False, "", "", Verdict.REFUSED.value,
                                                 rule.value, what, revision))


def storable(text: str) -> str:
    """Return client text as the trace can hold it: no surrogates, no endless length."""
    return text[:1000] if text.isascii() else text[:1000].encode("utf-8", "backslashreplace").decode("utf-8")
