"""The row of filters above the trace, with Pause, and how far a search has come."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from posthouse_console.widgets.icons import icon
from posthouse_server.words import tr

_FIELDS = (
    ("client", tr("&Client"), tr("10.0.4. or 10.0.0.0/8"), tr("How the address begins, or a network such as 10.0.0.0/8")),
    ("login", tr("L&ogin"), "", tr("A part of the login")),
    ("sender", tr("Sen&der"), "", tr("A part of the sender; <> finds messages without one")),
    ("recipient", tr("Rec&ipient"), "", tr("A part of the recipient")),
    ("id", tr("Id or &message"), "K7Q2-9FXB", tr("How the id of the line, or of its message, begins")),
)
_VERDICTS = ((tr("All"), ""), (tr("Delivered here"), "local"), (tr("Relayed"), "relay"), (tr("Refused"), "refused"))
_LEAST_WIDTH = 74
_BAR_WIDTH = 120


class _Edit(QLineEdit):
    """A line that Escape clears."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class TraceBar(QWidget):
    """All fields together say what is listed."""

    changed = Signal()
    """What is to be listed is something else."""
    left = Signal()
    """Enter was pressed in a field."""
    paused = Signal(bool)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Filter nothing yet."""
        super().__init__(parent)
        self._edits = {name: self._new_edit(name, caption, hint, tip) for name, caption, hint, tip in _FIELDS}
        self._verdict = QComboBox()
        self._verdict.setObjectName("traceVerdict")
        self._verdict.setAccessibleName(tr("Verdict"))
        for text, value in _VERDICTS:
            self._verdict.addItem(text, value)
        self.pause = QPushButton(tr("Pa&use"))
        self.pause.setObjectName("tracePause")
        self.pause.setCheckable(True)
        self.pause.setIcon(icon("stop"))
        self.pause.setToolTip(tr("Takes up no new lines until it is pressed again"))
        self.clear_button = QPushButton(tr("Clea&r"))
        self.clear_button.setObjectName("traceClear")
        self.clear_button.setToolTip(tr("Empties these fields"))
        self.clear_button.setEnabled(False)
        self.buttons = QWidget()
        """Clear and Pause, which stand in the line above, beside the words."""
        self._progress = QProgressBar()
        self._progress.setFixedWidth(_BAR_WIDTH)
        self._progress.setTextVisible(False)
        self._progress.setRange(0, 100)
        self._progress.setAccessibleName(tr("How much of the trace has been looked through"))
        self._cancel = QPushButton(tr("Cancel &Search"))
        self._cancel.setObjectName("traceCancel")
        self._said = QLabel()
        self._said.setObjectName("traceState")
        self._build()
        self._connect()
        self.show_state("", None)

    def _new_edit(self, name: str, caption: str, hint: str, tip: str) -> QLineEdit:
        edit = _Edit()
        edit.setObjectName(f"trace{name.capitalize()}")
        edit.setAccessibleName(caption.replace("&", ""))
        edit.setAccessibleDescription(tip)
        edit.setToolTip(tip)
        edit.setPlaceholderText(hint)
        edit.setClearButtonEnabled(True)
        edit.setMinimumWidth(_LEAST_WIDTH)
        return edit

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        column = 0
        for name, caption, _, _ in _FIELDS:
            if name == "id":
                column = self._place(grid, column, tr("Verdic&t"), self._verdict)
            column = self._place(grid, column, caption, self._edits[name])
        buttons = QHBoxLayout(self.buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(self.clear_button)
        buttons.addWidget(self.pause)
        self._state = QWidget()
        row = QHBoxLayout(self._state)
        row.setContentsMargins(0, 4, 0, 0)
        row.addWidget(self._progress)
        row.addWidget(self._said)
        row.addWidget(self._cancel)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 6)
        layout.setSpacing(0)
        layout.addLayout(grid)
        layout.addWidget(self._state)

    @staticmethod
    def _place(grid: QGridLayout, column: int, caption: str, field: QWidget) -> int:
        label = QLabel(caption)
        label.setBuddy(field)
        grid.addWidget(label, 0, column)
        grid.addWidget(field, 1, column)
        grid.setColumnStretch(column, 0 if isinstance(field, QComboBox) else 1)
        return column + 1

    def _connect(self) -> None:
        for edit in self._edits.values():
            edit.textChanged.connect(self._on_changed)
            edit.returnPressed.connect(self.left)
        self._verdict.currentIndexChanged.connect(self._on_changed)
        self.clear_button.clicked.connect(self.clear)
        self.pause.toggled.connect(self._on_pause_toggled)
        self._cancel.clicked.connect(self.cancelled)

    def values(self) -> dict[str, str]:
        """Return what the fields say, by name; empty ones ask for nothing."""
        return {name: edit.text().strip() for name, edit in self._edits.items()} | {
            "verdict": str(self._verdict.currentData())}

    def show_values(self, values: dict[str, str]) -> None:
        """Fill the fields; those that are not named are emptied."""
        blockers = [QSignalBlocker(edit) for edit in self._edits.values()]
        for name, edit in self._edits.items():
            edit.setText(values.get(name, ""))
        with QSignalBlocker(self._verdict):
            self._verdict.setCurrentIndex(max(0, self._verdict.findData(values.get("verdict", ""))))
        for blocker in blockers:
            blocker.unblock()
        self._on_changed()

    def clear(self) -> None:
        """List every line."""
        self.show_values({})

    def reset(self) -> None:
        """Be as at the beginning: nothing filtered, nothing paused."""
        with QSignalBlocker(self.pause):
            self.pause.setChecked(False)
        self._name_pause()
        self.clear()

    def show_state(self, text: str, share: float | None) -> None:
        """Say something; with a share from 0 to 1, a search is under way that can be cancelled."""
        self._said.setText(text)
        for widget in (self._progress, self._cancel):
            widget.setVisible(share is not None)
        self._progress.setValue(0 if share is None else int(share * 100))
        self._state.setVisible(bool(text))

    def _on_changed(self) -> None:
        self.clear_button.setEnabled(any(self.values().values()))
        self.changed.emit()

    def _on_pause_toggled(self, on: bool) -> None:
        self._name_pause()
        self.paused.emit(on)

    def _name_pause(self) -> None:
        is_paused = self.pause.isChecked()
        self.pause.setText(tr("Contin&ue") if is_paused else tr("Pa&use"))
        self.pause.setIcon(icon("start" if is_paused else "stop"))
