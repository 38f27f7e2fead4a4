"""Messages: exactly the decisions behind a row of the abuse report, in a window of their own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from posthouse_console.commands.export import offer_export
from posthouse_console.models.decision_rows import DecisionsModel
from posthouse_console.navigation.list_view import ListView
from posthouse_console.service.background import Background
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.filter_bar import FilterBar
from posthouse_console.widgets.hint import Notice, Severity
from posthouse_console.widgets.numbers_text import number_text
from posthouse_console.widgets.ranges_text import time_text
from posthouse_server.store import Store
from posthouse_server.store.abuse import Axis
from posthouse_server.store.abuse_rows import Behind, BehindRows, decisions_behind
from posthouse_server.words import tr

_SAME = {Axis.CLIENT: (1,), Axis.LOGIN: (2,), Axis.RULE: (6,)}
"""The columns of the list that say the same in every line."""
_SIZE = QSize(1100, 480)


class BehindRowDialog(QDialog):
    """Stands beside the report; a double click on a line explains the decision."""

    help_topic = "abuse-report"

    def __init__(self, store: Store, background: Background, behind: Behind, whose: str,
                 open_row: Callable[[object], None], parent: QWidget) -> None:
        """Read in the background; `whose` says whose messages these are: "from the client 192.0.2.1"."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Messages {whose}", whose=whose))
        self.resize(_SIZE.boundedTo(parent.window().size()))
        self._span = tr("Recorded {whose} from {since} to {until}",
                        whose=whose, since=time_text(behind.since), until=time_text(behind.until))
        self.notice = Notice()
        self.notice.say(tr("{span}: reading…", span=self._span), Severity.INFORMATION)
        self.filter_bar = FilterBar()
        for button in self.filter_bar.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.model = DecisionsModel(self)
        self.list = ListView()
        self.list.setObjectName("behindTable")
        self.list.show_model(self.model, "")
        for column in _SAME.get(behind.axis, ()):
            self.list.setColumnHidden(column, True)
        box = button_box(Button.Close)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self.notice, self.filter_bar, self.list, box):
            layout.addWidget(widget)
        layout.setStretch(2, 1)
        self.filter_bar.changed.connect(self._on_filter_changed)
        self.filter_bar.left.connect(self._on_filter_left)
        self.list.opened.connect(open_row)
        offer_export(self.list, background, tr("Messages {whose}", whose=whose), self)
        self.list.setFocus()
        background.run(self, lambda: decisions_behind(store, behind), self._show, self._fail)

    def _show(self, found: BehindRows) -> None:
        self.model.show_rows(found.rows)
        shown, total = number_text(len(found.rows)), number_text(found.total)
        if found.total > len(found.rows):
            said = tr("{span}: {total} decisions, the newest {shown} of them below.", span=self._span, total=total, shown=shown)
        elif found.total == 1:
            said = tr("{span}: 1 decision.", span=self._span)
        else:
            said = tr("{span}: {total} decisions.", span=self._span, total=total)
        self.notice.say(said, Severity.INFORMATION)
        self._count()
        self.list.select_first()

    def _fail(self, error: Exception) -> None:
        self.notice.say(str(error), Severity.ERROR)

    def _on_filter_changed(self, words: str) -> None:
        self.list.filter_model().set_filter(words)
        self._count()

    def _on_filter_left(self) -> None:
        self.list.setFocus()
        self.list.select_first()

    def _count(self) -> None:
        self.filter_bar.show_count(self.list.filter_model().rowCount(), self.model.rowCount(), self.model.NOUN)
