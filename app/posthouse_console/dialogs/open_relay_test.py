"""Test for Open Relay: the running server attacked form by form, with what was said, and the tests of before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from posthouse_console.commands.export import offer_export
from posthouse_console.models.outcome_rows import OutcomesModel
from posthouse_console.navigation.list_view import ListView
from posthouse_console.service.background import Background
from posthouse_console.service.server_model import ServerModel
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.filter_bar import FilterBar
from posthouse_console.widgets.hint import HintLabel, Notice, Severity
from posthouse_console.widgets.transcript_panel import TranscriptPanel
from posthouse_server.control import ControlError, author, order_test
from posthouse_server.store import Store
from posthouse_server.store.relay_test_report import report
from posthouse_server.store.relay_tests import Heading, Outcome, RelayTest
from posthouse_server.words import tr

_SIZE = QSize(1120, 760)
_LOOK_MS = 2000
_NEVER = tr("No test has run yet. It shows whether strangers could send mail through this server.")
_EMPTY = tr("The running server is attacked by its own code, with all the forms of sender and recipient that relays have been "
            "abused by. Nothing that gets through is queued or delivered.")
_RUNNING = tr("The test is running…")
_RUN, _START = tr("&Run Test"), tr("&Start the Server and Test")


class OpenRelayTestDialog(QDialog):
    """Orders a test from the server and shows its outcome."""

    help_topic = "open-relay-test"

    def __init__(self, store: Store, background: Background, server: ServerModel, parent: QWidget | None) -> None:
        """Show the newest test, if there was one."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Test for Open Relay"))
        self.resize(_SIZE)
        self._store, self._background, self._server = store, background, server
        self._headings: Sequence[Heading] = ()
        self._test: RelayTest | None = None
        self._is_testing = self._waits_for_server = False
        self.verdict, self.coverage, self.state = Notice(), HintLabel(), HintLabel()
        self.run_button = QPushButton(_RUN)
        self.history = QComboBox()
        self.progress = QProgressBar()
        self.filter_bar = FilterBar()
        self.model = OutcomesModel(self)
        self.list = ListView()
        self.transcript = TranscriptPanel(self._background)
        self._build()
        self._connect()
        self._on_server_changed()
        self._read()

    def is_shown(self, index: int) -> bool:
        """Return whether the attempts of an earlier test, the newest being number 0, are on the screen."""
        return self._test is not None and index < len(self._headings) and self._headings[index].id == self._test.id

    def _build(self) -> None:
        self.run_button.setObjectName("runButton")
        self.run_button.setDefault(True)
        self.history.setObjectName("earlierTests")
        self.history.setMinimumContentsLength(46)
        self.history.setEnabled(False)
        self.verdict.say(_NEVER, Severity.INFORMATION)
        self.coverage.hide()
        self.progress.hide()
        self.progress.setAccessibleName(tr("Attempts made"))
        self.state.setWordWrap(False)
        self.list.setObjectName("outcomeTable")
        offer_export(self.list, self._background, tr("Test for open relay"), self)
        self.list.setFrameShape(ListView.Shape.StyledPanel)
        self.list.show_model(self.model, _EMPTY)
        self.filter_bar.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]  # it has one
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.list)
        splitter.addWidget(self.transcript)
        splitter.setSizes([420, 230])
        splitter.setChildrenCollapsible(False)
        box = button_box(Button.Close)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (self.verdict, self.coverage):
            layout.addWidget(part)
        layout.addLayout(self._top())
        layout.addWidget(self.filter_bar)
        layout.addWidget(splitter, 1)
        layout.addWidget(box)

    def _top(self) -> QHBoxLayout:
        label = QLabel(tr("&Earlier tests:"))
        label.setBuddy(self.history)
        top = QHBoxLayout()
        top.addWidget(self.run_button)
        top.addWidget(self.progress, 1)
        top.addWidget(self.state)
        top.addStretch()
        top.addWidget(label)
        top.addWidget(self.history)
        return top

    def _connect(self) -> None:
        self.run_button.clicked.connect(self._on_run_clicked)
        self.history.currentIndexChanged.connect(self._on_history_chosen)
        self.filter_bar.changed.connect(self._on_filter_changed)
        self.filter_bar.left.connect(self._on_filter_left)
        self.filter_bar.edit().installEventFilter(self)
        self.list.selection_changed.connect(self._on_selection_changed)
        self._server.changed.connect(self._on_server_changed)
        self._server.not_done.connect(self._on_not_started)
        clock = QTimer(self, interval=_LOOK_MS)
        clock.timeout.connect(self._look)
        clock.start()

    def _read(self) -> None:
        self._background.run(self, self._store.relay_tests.headings, self._show_headings, self._on_failed)

    def _look(self) -> None:
        """Notice a test that ran by itself, or was ordered elsewhere."""
        if not self._is_testing:
            self._background.run(self, self._store.relay_tests.headings, self._on_looked, self._on_failed)

    def _on_looked(self, headings: Sequence[Heading]) -> None:
        """Show the newest, unless an earlier one is being looked at."""
        if [item.id for item in headings] == [item.id for item in self._headings] or self._is_testing:
            return
        chosen = self._headings[self.history.currentIndex()].id if self.history.currentIndex() > 0 else None
        self._show_headings(headings, next((row for row, item in enumerate(headings) if item.id == chosen), 0))

    def _show_headings(self, headings: Sequence[Heading], row: int = 0) -> None:
        self._headings = headings
        self.history.blockSignals(True)
        self.history.clear()
        self.history.addItems([_heading_text(item) for item in headings])
        self.history.setCurrentIndex(row if headings else -1)
        self.history.setEnabled(bool(headings))
        self.history.blockSignals(False)
        self._on_history_chosen(self.history.currentIndex())

    def _on_history_chosen(self, index: int) -> None:
        if 0 <= index < len(self._headings):
            number = self._headings[index].id
            self._background.run(self, lambda: self._store.relay_tests.get(number), self._show_test, self._on_failed)

    def _show_test(self, test: RelayTest | None) -> None:
        """Show a test, unless another one was chosen meanwhile."""
        index = self.history.currentIndex()
        if test is None or not 0 <= index < len(self._headings) or self._headings[index].id != test.id:
            return  # another one was chosen meanwhile, or it was pruned
        self._test = test
        severity = Severity.ERROR if test.open_forms else Severity.GOOD if test.is_closed else Severity.WARNING
        self.verdict.say(tr("{sentence} (Revision {revision}.)", sentence=test.sentence, revision=test.revision), severity)
        self.coverage.setText("\n".join(test.coverage))
        self.coverage.setVisible(bool(test.coverage))
        self.list.clearSelection()
        self.model.show_rows(test.outcomes)
        self.transcript.show_report(f"open-relay-test-{test.id}.txt", report(test))
        self._count()
        self.list.select_first()
        self._on_selection_changed()

    def _on_selection_changed(self) -> None:
        self.transcript.show_attempts(cast("tuple[Outcome, ...]", self.list.selected_rows()))

    def _on_filter_changed(self, words: str) -> None:
        self.list.filter_model().set_filter(words)
        self._count()

    def _on_filter_left(self) -> None:
        self.list.setFocus()
        self.list.select_first()

    def _count(self) -> None:
        self.filter_bar.show_count(self.list.filter_model().rowCount(), self.model.rowCount(), self.model.NOUN)

    def _on_run_clicked(self) -> None:
        if self._server.is_running:
            self._begin()
        elif self._server.can_start():
            self._waits_for_server = True
            self._server.start()

    def _on_server_changed(self) -> None:
        """Offer what can be done now, and go on with what was waiting for the server."""
        if self._waits_for_server and self._server.is_running:
            self._waits_for_server = False
            self._begin()
            return
        is_down = self._server.can_start()
        self.run_button.setText(_START if is_down else _RUN)
        self.run_button.setEnabled(not self._is_testing and (is_down or self._server.is_running))
        sentence = self._server.words.sentence
        self.state.setText("" if self._server.is_running or self._is_testing else (
            tr("The server: {state}.", state=f"{sentence[:1].lower()}{sentence[1:]}")))
        self.state.setVisible(bool(self.state.text()))

    def _on_not_started(self, _what: str, why: str) -> None:
        if self._waits_for_server:
            self._waits_for_server = False
            self._on_failed(ControlError(tr("The server could not be started, so nothing was tested. {why}", why=why)))

    def _begin(self) -> None:
        self._is_testing = True
        self.progress.setRange(0, 0)
        self.progress.show()
        self.list.show_model(self.model, _RUNNING)
        self.list.viewport().update()
        self._on_server_changed()
        self._background.run(self, lambda: order_test(self._store, author("console"), self._say_progress),
                             self._on_tested, self._on_failed)

    def _say_progress(self, done: int, total: int) -> None:
        """Called in the background's thread."""
        if self._background.closing.is_set():
            raise ControlError(tr("The console closes; the server goes on with the test."))
        self._background.post(self, lambda: self._show_progress(done, total))

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _on_tested(self, _test: RelayTest) -> None:
        self._stop_waiting()
        self._read()

    def _on_failed(self, error: Exception) -> None:
        self._stop_waiting()
        self.verdict.say(str(error), Severity.ERROR)

    def _stop_waiting(self) -> None:
        self._is_testing = False
        self.progress.hide()
        self.list.show_model(self.model, _EMPTY)
        self._on_server_changed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the filter leads into the list, and does not press the default button as well."""
        if watched is self.filter_bar.edit() and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and (
                event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            self._on_filter_left()
            return True
        return super().eventFilter(watched, event)


def _heading_text(heading: Heading) -> str:
    return tr("{at:%Y-%m-%d %H:%M:%S}, revision {revision}: {verdict} ({reason})",
              at=heading.at.astimezone(), revision=heading.revision, verdict=heading.verdict, reason=heading.reason)
