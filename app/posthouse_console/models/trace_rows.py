"""The trace of a decision: every rule that was looked at."""

from __future__ import annotations

from collections.abc import Hashable

from posthouse_console.models.rows import Column, RowsModel
from posthouse_server.policy.decision import Step


class TraceModel(RowsModel[Step]):
    """Rules in the order in which they are looked at; the last one ends it."""

    NOUN = ("rule", "rules")
    COLUMNS = (
        Column[Step]("", lambda step: "✓" if step.matched else "–", 34, tip=lambda step: _mark(step)),
        Column[Step]("Rule", lambda step: step.rule.label, 190),
        Column[Step]("Why", lambda step: step.why, 400, tip=lambda step: step.why),
    )

    def key(self, row: Step) -> Hashable:
        """Return the rule with its reason: a rule may be looked at twice."""
        return row


def _mark(step: Step) -> str:
    return "This rule decides." if step.matched else "This rule does not apply."
