"""The trace of a decision: every rule that was looked at, under the three blocks of the decision."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from posthouse_console.models.rows import Column, Index, RowsModel
from posthouse_server.policy.decision import Decision, Step
from posthouse_server.policy.explanation import Block, blocks_of
from posthouse_server.words import tr


@dataclass(frozen=True, slots=True)
class TraceLine:
    """A rule that was looked at; without a step, the heading of a block."""

    block: Block
    step: Step | None = None
    is_reached: bool = True

    @property
    def heading(self) -> str:
        """Return the text of a heading; empty for a rule."""
        if self.step is not None:
            return ""
        if self.is_reached:
            return self.block.label
        return tr("{label} (not looked at: it was decided before)", label=self.block.label)


def trace_lines(decision: Decision) -> list[TraceLine]:
    """Return the three blocks, each with its rules below it."""
    lines = []
    for part in blocks_of(decision):
        lines.append(TraceLine(part.block, None, part.is_reached))
        lines += [TraceLine(part.block, step) for step in part.steps]
    return lines


class TraceModel(RowsModel[TraceLine]):
    """Rules in the order in which they are looked at; the last one ends it."""

    NOUN = (tr("rule"), tr("rules"))
    COLUMNS = (
        Column[TraceLine]("", lambda line: line.heading or _mark(line), 34, tip=lambda line: _tip(line)),
        Column[TraceLine](tr("Rule"), lambda line: line.step.rule.label if line.step else "", 180),
        Column[TraceLine](tr("Why"), lambda line: line.step.why if line.step else "", 200,
                          tip=lambda line: line.step.why if line.step else ""),
    )

    def key(self, row: TraceLine) -> Hashable:
        """Return the rule with its reason: a rule may be looked at twice."""
        return row

    def deciding_row(self) -> int:
        """Return the row of the rule that decides; the last one where none is marked."""
        rows = self.rows
        return next((number for number, line in enumerate(rows) if line.step and line.step.matched), len(rows) - 1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can't be chosen."""
        is_heading = index.isValid() and self.rows[index.row()].step is None
        return Qt.ItemFlag.ItemIsEnabled if is_heading else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows: bold are the headings, and the rule that decides."""
        if role == Qt.ItemDataRole.FontRole and index.isValid():
            line = self.rows[index.row()]
            font = QFont()
            font.setBold(line.step.matched if line.step else line.is_reached)
            return font
        return super().data(index, role)


def _mark(line: TraceLine) -> str:
    return "✓" if line.step and line.step.matched else "–"


def _tip(line: TraceLine) -> str:
    if line.step is None:
        return line.heading
    return tr("This rule decides.") if line.step.matched else tr("This rule does not apply.")
