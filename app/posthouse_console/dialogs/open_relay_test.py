"""Test for Open Relay: the running server attacked form by form, with what was said, and the tests of before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from posthouse_console.service.background import Background
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.icons import icon
from posthouse_server.control import author, order_test
from posthouse_server.store import Store
from posthouse_server.store.relay_tests import Outcome, RelayTest

_TITLES = ("Result", "Form", "Sender", "Recipient", "As client")
_WIDTHS = (80, 230, 250, 300, 130)


class OpenRelayTestDialog(QDialog):
    """Orders a test from the server and shows its outcome."""

    help_topic = "open-relay-test"

    def __init__(self, store: Store, background: Background, parent: QWidget | None) -> None:
        """Show the newest test, if there was one."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Test for Open Relay")
        self.resize(1060, 720)
        self._store, self._background = store, background
        self._tests: list[RelayTest] = []
        self.verdict = QLabel("No test has run yet.")
        self.run_button = QPushButton("&Run Test")
        self.history = QComboBox()
        self.progress = QProgressBar()
        self.table = QTreeWidget()
        self.transcript = QPlainTextEdit()
        self._build()
        self.run_button.clicked.connect(self._on_run_clicked)
        self.history.currentIndexChanged.connect(self._on_test_chosen)
        self.table.currentItemChanged.connect(self._on_row_changed)
        self._read()

    def _build(self) -> None:
        self.run_button.setObjectName("runButton")
        self.verdict.setWordWrap(True)
        self.history.setAccessibleName("Earlier tests")
        self.history.setMinimumWidth(380)
        self.table.setHeaderLabels(list(_TITLES))
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, width)
        self.transcript.setReadOnly(True)
        self.transcript.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.progress.hide()
        top = QHBoxLayout()
        top.addWidget(self.run_button)
        top.addWidget(self.progress, 1)
        top.addStretch()
        top.addWidget(self.history)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.table)
        splitter.addWidget(self.transcript)
        splitter.setSizes([440, 180])
        layout = QVBoxLayout(self)
        layout.addWidget(self.verdict)
        layout.addLayout(top)
        layout.addWidget(splitter, 1)
        box = button_box(Button.Close)
        box.rejected.connect(self.reject)
        layout.addWidget(box)

    def _read(self) -> None:
        self._background.run(self, self._store.relay_tests.list, self._show_tests, self._on_failed)

    def _show_tests(self, tests: list[RelayTest]) -> None:
        self._tests = tests
        self.history.clear()
        self.history.addItems([f"{test.at.astimezone():%Y-%m-%d %H:%M:%S}, revision {test.revision}, {test.reason}"
                               for test in tests])
        self.history.setEnabled(bool(tests))

    def _on_test_chosen(self, index: int) -> None:
        self.table.clear()
        self.transcript.clear()
        if not 0 <= index < len(self._tests):
            return
        test = self._tests[index]
        self.verdict.setText(test.sentence)
        for outcome in sorted(test.outcomes, key=lambda item: item.is_closed):  # what is open comes first
            self.table.addTopLevelItem(_item(outcome))
        if (first := self.table.topLevelItem(0)) is not None:
            self.table.setCurrentItem(first)

    def _on_row_changed(self, item: QTreeWidgetItem | None) -> None:
        outcome = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
        self.transcript.setPlainText(f"{outcome.transcript}\n\n{outcome.note}".strip() if outcome is not None else "")

    def _on_run_clicked(self) -> None:
        self.run_button.setEnabled(False)
        self.progress.setRange(0, 0)
        self.progress.show()
        self._background.run(self, lambda: order_test(self._store, author("console"), self._say_progress),
                             self._on_tested, self._on_failed)

    def _say_progress(self, done: int, total: int) -> None:
        """Called in the background's thread."""
        self._background.post(self, lambda: self._show_progress(done, total))

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _on_tested(self, _test: RelayTest) -> None:
        self._stop_waiting()
        self._read()

    def _on_failed(self, error: Exception) -> None:
        self._stop_waiting()
        self.verdict.setText(str(error))

    def _stop_waiting(self) -> None:
        self.progress.hide()
        self.run_button.setEnabled(True)


def _item(outcome: Outcome) -> QTreeWidgetItem:
    item = QTreeWidgetItem(["Closed" if outcome.is_closed else "OPEN", outcome.form, outcome.sender, outcome.recipient,
                            outcome.client])
    item.setIcon(0, icon("ok" if outcome.is_closed else "error"))
    item.setData(0, Qt.ItemDataRole.UserRole, outcome)
    return item
