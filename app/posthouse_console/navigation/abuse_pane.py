"""The page of the node Abuse report: a verdict, a chart, who sent how much, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QPushButton, QTabBar, QVBoxLayout, QWidget

from posthouse_console.models.abuse_rows import AbuseRowsModel
from posthouse_console.navigation.abuse_actions import NO_ROW, TIPS, AbuseAction
from posthouse_console.navigation.list_view import ListView
from posthouse_console.widgets.fitted_columns import FittedColumns
from posthouse_console.widgets.icons import icon
from posthouse_console.widgets.span_input import SpanInput
from posthouse_console.widgets.traffic_chart import TrafficChart
from posthouse_server.store.abuse import AbuseReport, AbuseRow, Axis
from posthouse_server.words import tr

_ACCEPTED = 2
_MARGIN = 8
_ICON = 24
_BUTTONS_IN_A_ROW = 4
_LEAST_ROWS = 4
_HIDDEN_FIRST = (7, 1, 4, 3)  # since, messages, an hour, refused: what stands out is seen without them
_TABS = {Axis.LOGIN: tr("By login"), Axis.CLIENT: tr("By client"), Axis.RULE: tr("By rule"),
         Axis.RECIPIENT_DOMAIN: tr("By recipient domain")}
_EMPTY = tr("Nothing was recorded in this time.")


class AbusePane(QWidget):
    """Shows a report; others read it and act."""

    wanted = Signal()
    """A report of the span is to be read."""
    row_chosen = Signal()
    chosen = Signal(AbuseAction)
    """Something is to be done about the row."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.span = SpanInput()
        self.refresh = QPushButton(tr("Re&fresh"))
        self.refresh.setObjectName("abuseRefresh")
        self._empty = ""
        self.state = QLabel()
        self._icon = QLabel()
        self._icon.setFixedSize(_ICON, _ICON)
        self.verdict = QLabel()
        self.verdict.setObjectName("abuseVerdict")
        self.verdict.setWordWrap(True)
        self.verdict.setTextFormat(Qt.TextFormat.PlainText)
        self.verdict.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.chart = TrafficChart()
        self.tabs = QTabBar()
        self.tabs.setObjectName("abuseTabs")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.models = {axis: AbuseRowsModel(axis, self) for axis in Axis}
        for axis in Axis:
            self.tabs.addTab(_TABS[axis])
        self.list = ListView()
        self.list.setObjectName("abuseTable")
        self.list.setSelectionMode(ListView.SelectionMode.SingleSelection)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setMinimumHeight(self.list.verticalHeader().defaultSectionSize() * (_LEAST_ROWS + 1))
        self._columns = FittedColumns(self.list, _HIDDEN_FIRST)
        self.list_actions: list[QAction] = []
        """What the context menu offers for every list."""
        self.actions_by_kind = {kind: QAction(kind.value, self) for kind in AbuseAction}
        self._build()
        self._connect()
        self.offer(NO_ROW)
        self.list.show_model(self.models[Axis.LOGIN], "")
        self.list.sortByColumn(_ACCEPTED, Qt.SortOrder.DescendingOrder)

    def axis(self) -> Axis:
        """Return what the rows are sorted by."""
        return list(Axis)[self.tabs.currentIndex()]

    def row(self) -> AbuseRow | None:
        """Return the selected row."""
        rows = self.list.selected_rows()
        return rows[0] if rows and isinstance(rows[0], AbuseRow) else None

    def show_waiting(self) -> None:
        """Say that a report is being read; the old one stays in sight."""
        self.state.setText(tr("Reading…"))

    def show_report(self, found: AbuseReport) -> None:
        """Show a report."""
        self.state.clear()
        self._say("ok" if found.verdict.is_quiet else "warning", found.verdict.sentence)
        self.chart.show_series(found.series, found.step_s)
        for axis, model in self.models.items():
            model.show_rows(found.rows(axis))
        self._columns.fit()
        self._show_empty(_EMPTY)
        self.row_chosen.emit()

    def show_fault(self, fault: str) -> None:
        """Say why there is no report."""
        self.state.clear()
        self._say("error", fault)
        for model in self.models.values():
            model.show_rows(())
        self._show_empty("")
        self.row_chosen.emit()

    def offer(self, refusals: Mapping[AbuseAction, str]) -> None:
        """Grey what makes no sense for the selected row, and say why in the tip."""
        for kind, action in self.actions_by_kind.items():
            why = refusals.get(kind, "")
            action.setEnabled(not why)
            action.setToolTip(f"{TIPS[kind]}.\n{why}" if why else f"{TIPS[kind]}.")

    def _show_empty(self, text: str) -> None:
        """Before the first report, and without one, an empty table says nothing."""
        self._empty = text
        self.list.show_model(self.models[self.axis()], text)
        self.list.viewport().update()

    def _say(self, icon_name: str, sentence: str) -> None:
        self._icon.setPixmap(icon(icon_name).pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))
        self.verdict.setText(sentence)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.span)
        top.addWidget(self.refresh)
        top.addWidget(self.state)
        top.addStretch(1)
        said = QHBoxLayout()
        said.setSpacing(_MARGIN)
        said.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.verdict, 1)
        bold = self.verdict.font()
        bold.setBold(True)
        self.verdict.setFont(bold)
        above = QVBoxLayout()
        above.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 0)
        above.setSpacing(_MARGIN)
        above.addLayout(top)
        above.addLayout(said)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_MARGIN)
        layout.addLayout(above)
        layout.addWidget(self.chart, 2)
        layout.addWidget(self.tabs)
        layout.addWidget(self.list, 3)
        layout.addLayout(self._new_buttons())
        layout.setSpacing(4)

    def _new_buttons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(_MARGIN, 4, _MARGIN, _MARGIN)
        grid.setSpacing(6)
        for number, (kind, action) in enumerate(self.actions_by_kind.items()):
            button = QPushButton(kind.value)
            button.setObjectName(f"abuse{kind.name.title().replace('_', '')}")
            button.clicked.connect(action.trigger)
            action.changed.connect(lambda action=action, button=button: _follow(button, action))
            _follow(button, action)
            grid.addWidget(button, number // _BUTTONS_IN_A_ROW, number % _BUTTONS_IN_A_ROW)
        grid.setColumnStretch(_BUTTONS_IN_A_ROW, 1)
        return grid

    def _connect(self) -> None:
        self.span.edited.connect(self.wanted)
        self.refresh.clicked.connect(self.wanted)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.list.selection_changed.connect(self.row_chosen)
        self.list.opened.connect(lambda _row: self.actions_by_kind[AbuseAction.MESSAGES].trigger())
        self.list.customContextMenuRequested.connect(self._on_menu_requested)
        for kind, action in self.actions_by_kind.items():
            action.triggered.connect(lambda _checked=False, kind=kind: self.chosen.emit(kind))

    def _on_tab_changed(self) -> None:
        header = self.list.horizontalHeader()
        column, order = header.sortIndicatorSection(), header.sortIndicatorOrder()
        self.list.show_model(self.models[self.axis()], self._empty)
        self.list.sortByColumn(column, order)
        self._columns.fit()
        self.row_chosen.emit()

    def _on_menu_requested(self, position: QPoint) -> None:
        if self.list.row_at(position) is None:
            return
        menu = QMenu(self)
        menu.setObjectName("contextMenu")
        menu.setToolTipsVisible(True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(list(self.actions_by_kind.values()))
        menu.insertSeparator(self.actions_by_kind[AbuseAction.HOLD])
        menu.insertSeparator(self.actions_by_kind[AbuseAction.DISABLE])
        menu.setDefaultAction(self.actions_by_kind[AbuseAction.MESSAGES])
        menu.addSeparator()
        menu.addActions(self.list_actions)
        menu.popup(self.list.viewport().mapToGlobal(position))

    def showEvent(self, event: QShowEvent) -> None:
        """Read whenever the node is chosen."""
        super().showEvent(event)
        if not event.spontaneous():
            self.wanted.emit()


def _follow(button: QPushButton, action: QAction) -> None:
    """Look as the action does; the tip, and the description for screen readers, say why it is grey."""
    button.setEnabled(action.isEnabled())
    button.setToolTip(action.toolTip())
    button.setAccessibleDescription(action.toolTip())
