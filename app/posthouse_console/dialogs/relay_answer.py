"""The answer of Who Can Relay?: verdict, reply and every rule that was looked at."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from posthouse_console.models.trace_rows import TraceModel, trace_lines
from posthouse_console.widgets.copying import offer_copy
from posthouse_console.widgets.selection import select_row, soften_selection
from posthouse_console.widgets.sentences import SentenceList
from posthouse_server.policy.decision import Decision, Verdict
from posthouse_server.policy.explanation import rule_label
from posthouse_server.policy.rules import Rule
from posthouse_server.store.traffic import DecisionRow
from posthouse_server.words import tr

_ROWS_IN_SIGHT = 10
_VERDICTS = {
    Verdict.LOCAL: ("info", tr("Accepted for delivery here")),
    Verdict.RELAY: ("ok", tr("Accepted and relayed")),
    Verdict.REFUSED: ("error", tr("Refused")),
}


class RelayAnswer(QWidget):
    """One decision; its parts are named for tests and screen readers, with a prefix where there are two of it."""

    def __init__(self, prefix: str = "") -> None:
        """Show nothing yet."""
        super().__init__()
        self.verdict = SentenceList()
        self.verdict.setObjectName(f"{prefix}verdict")
        self._trace = TraceModel(self)
        self.table = self._new_table(f"{prefix}traceTable")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 9, 0, 9)
        layout.setSpacing(10)
        layout.addWidget(self.verdict)
        layout.addWidget(self.table, 100)
        layout.addStretch(1)  # takes the room of a table that is hidden

    def show_decision(self, decision: Decision) -> None:
        """Show a decision of the policy."""
        icon_name, verdict = _VERDICTS[decision.verdict]
        if decision.mailbox is not None:
            verdict = tr("{verdict} in the mailbox {login}", verdict=verdict, login=decision.mailbox.login)
        self.verdict.show_sentences([
            (icon_name, tr("{verdict}, by the rule “{rule}”.", verdict=verdict, rule=decision.rule.label)),
            ("send", tr("The client is told: {reply}", reply=decision.reply)),
        ])
        self._trace.show_rows(trace_lines(decision))
        self.table.clearSpans()
        for row, line in enumerate(self._trace.rows):
            if line.step is None:
                self.table.setSpan(row, 0, 1, len(TraceModel.COLUMNS))
        self.table.show()
        select_row(self.table, self._trace.deciding_row())
        self._scroll()
        QTimer.singleShot(0, self, self._scroll)  # once more when the rows have their heights, and the table its own

    def show_recorded(self, row: DecisionRow) -> None:
        """Show what was recorded of a refusal that the policy had no part in."""
        if row.rule == Rule.SLOWED_DOWN:  # nobody was told that
            self.verdict.show_sentences([("info", f"{rule_label(row.rule)}: {row.reply}")])
        else:
            self.verdict.show_sentences([("error", tr("Refused, by “{rule}”.", rule=rule_label(row.rule))),
                                         ("send", tr("The client was told: {reply}", reply=row.reply))])
        self._trace.show_rows([])
        self.table.hide()

    def _scroll(self) -> None:
        """Bring the rule that decides into sight."""
        self.table.scrollTo(self._trace.index(self._trace.deciding_row(), 0))

    def _new_table(self, name: str) -> QTableView:
        table = QTableView()
        soften_selection(table)
        table.setObjectName(name)
        table.setAccessibleName(tr("Rules in the order in which they are looked at"))
        table.setModel(self._trace)
        table.setMinimumHeight((table.fontMetrics().height() + 8) * _ROWS_IN_SIGHT)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        offer_copy(table)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)  # long reasons wrap
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setMinimumSectionSize(24)
        for number, column in enumerate(TraceModel.COLUMNS[:-1]):
            table.setColumnWidth(number, column.width)
        return table
