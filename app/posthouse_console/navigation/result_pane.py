"""The right half of the console: what belongs to the node chosen on the left."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from posthouse_console.navigation.abuse_pane import AbusePane
from posthouse_console.navigation.alarm_panel import AlarmPanel
from posthouse_console.navigation.arrangement import Arrangement, arrange
from posthouse_console.navigation.contents import Contents
from posthouse_console.navigation.diagnose_pane import DiagnosePane
from posthouse_console.navigation.getting_started import GettingStarted
from posthouse_console.navigation.ledger_summary import LedgerSummary
from posthouse_console.navigation.list_view import ListView
from posthouse_console.navigation.nodes import NodeKind, TreeNode
from posthouse_console.navigation.relay_summary import RelaySummary
from posthouse_console.navigation.server_summary import ServerSummary
from posthouse_console.navigation.services_pane import ServicesPane
from posthouse_console.service.memory import Memory
from posthouse_console.widgets.filter_bar import FilterBar
from posthouse_console.widgets.hint import Severity
from posthouse_console.widgets.message_bar import MessageBar
from posthouse_console.widgets.scroller import Scroller
from posthouse_console.widgets.trace_bar import TraceBar
from posthouse_console.widgets.trial_bar import TrialBar
from posthouse_server.words import english

_WITH_SUMMARY = (NodeKind.SERVER, NodeKind.SMTP)
_PAGES = {NodeKind.ROOT: 0, NodeKind.ABUSE: 2, NodeKind.DIAGNOSE: 3, NodeKind.SERVICES: 4}
"""What is no list has a page of its own."""
_MOST_FITTED_ROWS = 8
_UNLIMITED = 16_777_215  # Qt's QWIDGETSIZE_MAX
_WITH_PROBLEMS = (NodeKind.ROOT, NodeKind.SERVERS, NodeKind.SERVER, NodeKind.CONNECTORS, NodeKind.SMTP)


class ResultPane(QWidget):
    """A list under a filter bar, with the server's state above and the relay rules below where they belong."""

    menu_wanted = Signal(object, QPoint)
    """A row, or None, and where on the screen its context menu should stand."""

    def __init__(self, contents: Contents, memory: Memory, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._contents = contents
        self._memory = memory
        self._node: TreeNode | None = None
        self._problem = ""
        self.alarms = AlarmPanel()
        self.trial_bar = TrialBar()
        self.problem_bar = MessageBar()
        self.getting_started = GettingStarted()
        self.summary = ServerSummary()
        self.ledger = LedgerSummary()
        self.filter_bar = FilterBar()
        self.trace_bar = TraceBar()
        self.filter_bar.add_widget(self.trace_bar.buttons)
        self.list = ListView()
        self.list.setObjectName("resultTable")
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.relay = RelaySummary()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.getting_started)
        self._stack.addWidget(Scroller(self._new_list_page()))
        self.abuse = AbusePane()
        self._stack.addWidget(Scroller(self.abuse))
        self.diagnose = DiagnosePane()
        self._stack.addWidget(Scroller(self.diagnose))
        self.services = ServicesPane()
        self._stack.addWidget(Scroller(self.services))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.trial_bar)
        layout.addWidget(self.problem_bar)
        layout.addWidget(self.alarms)
        layout.addWidget(self._stack, 1)
        self._connect()

    def show_node(self, node: TreeNode) -> None:
        """Show what belongs to a node."""
        is_other_kind = self._node is None or node.kind is not self._node.kind
        if is_other_kind:
            self.remember_columns()
        if self._node is None or node.path != self._node.path:
            self.filter_bar.clear()
        self._node = node
        self._stack.setCurrentIndex(_PAGES.get(node.kind, 1))
        self.summary.setVisible(node.kind in _WITH_SUMMARY)
        for part in (self.ledger, self.relay):
            part.setVisible(node.kind is NodeKind.SMTP)
        self.trace_bar.setVisible(node.kind is NodeKind.LOGS)
        self.trace_bar.buttons.setVisible(node.kind is NodeKind.LOGS)
        self.alarms.show_here(node.kind in _WITH_PROBLEMS)
        self.list.show_model(self._contents.show_node(node), self._contents.empty_text(node.kind))
        if is_other_kind:
            self._recall_columns(node.kind)
        self._show_problem()
        self._on_rows_changed()
        self._fit_list()

    def show_problem(self, problem: str) -> None:
        """Say what an administrator must look at; empty: all is well."""
        if problem != self._problem:
            self._problem = problem
            self._show_problem()

    def remember_columns(self) -> None:
        """Keep the widths and the order of sorting of the list that is shown."""
        if self._node is not None and self._node.kind is not NodeKind.ROOT:
            state: QByteArray = self.list.horizontalHeader().saveState()
            self._memory.keep(f"columns/{self._node.kind.name}", state)
            self._memory.keep(f"column_titles/{self._node.kind.name}", self._column_names())

    def _recall_columns(self, kind: NodeKind) -> None:
        """Another version may have other columns: their places would be wrong."""
        self.list.reset_columns()
        columns = self._memory.blob(f"columns/{kind.name}")
        if not columns.isEmpty() and self._memory.text(f"column_titles/{kind.name}") == self._column_names():
            self.list.horizontalHeader().restoreState(columns)
        self.list.horizontalHeader().setStretchLastSection(True)

    def _column_names(self) -> str:
        """Return the titles of the columns as they are remembered: the same in every language."""
        return "\n".join(english(title) for title in self.list.titles())

    def arrange(self, wanted: Arrangement) -> None:
        """Show these columns in this order, now and whenever a list of this kind is shown."""
        if wanted.is_usual:
            self.list.reset_columns()
        arrange(self.list, wanted)
        self.remember_columns()

    def current_list(self) -> ListView | None:
        """Return the list that is on show, if there is one."""
        return {1: self.list, 2: self.abuse.list}.get(self._stack.currentIndex())

    def _new_list_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.summary)
        layout.addWidget(self.ledger)
        layout.addWidget(self.filter_bar)
        layout.addWidget(self.trace_bar)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.relay, 1)
        return page

    def _connect(self) -> None:
        self.filter_bar.changed.connect(self._on_filter_changed)
        self.filter_bar.left.connect(self._on_filter_left)
        self.trace_bar.left.connect(self._on_filter_left)
        self._contents.trace.attach(self.trace_bar, self.list)
        self.list.customContextMenuRequested.connect(self._on_list_menu_requested)
        self.list.rows_changed.connect(self._on_rows_changed)
        self._contents.filled.connect(self._on_filled)

    def _show_problem(self) -> None:
        if self._problem and self._node is not None and self._node.kind in _WITH_PROBLEMS:
            if self.problem_bar.text() != self._problem or self.problem_bar.isHidden():
                self.problem_bar.say(Severity.ERROR, self._problem)
        else:
            self.problem_bar.clear()

    def _fit_list(self) -> None:
        """With the relay rules below, the list takes no more room than its rows need."""
        is_fitted = self._node is not None and self._node.kind is NodeKind.SMTP
        self.list.setMaximumHeight(self.list.height_for_rows(_MOST_FITTED_ROWS) if is_fitted else _UNLIMITED)

    def _on_filter_changed(self, words: str) -> None:
        """A list that holds only the newest of what is recorded is searched where all of it is."""
        is_searched = self._contents.search(words)
        self.list.filter_model().set_filter("" if is_searched else words)

    def _on_filter_left(self) -> None:
        self.list.setFocus()
        self.list.select_first()

    def _on_filled(self) -> None:
        if self._node is not None:
            self.list.say_when_empty(self._contents.empty_text(self._node.kind))

    def _on_rows_changed(self) -> None:
        self.filter_bar.show_count(self.list.model().rowCount(), self.list.total(), self.list.noun())
        self._fit_list()

    def _on_list_menu_requested(self, position: QPoint) -> None:
        row = self.list.row_at(position)
        self.menu_wanted.emit(row, self.list.viewport().mapToGlobal(position))
