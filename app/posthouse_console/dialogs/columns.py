"""View > Columns…: which columns a list shows, and in which order."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from posthouse_console.navigation.arrangement import Arrangement, Placed
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import HintLabel
from posthouse_console.widgets.selection import soften_selection
from posthouse_server.words import tr

_COLUMN = Qt.ItemDataRole.UserRole
_SIZE = (420, 420)
_GAP = 2


class ColumnsDialog(QDialog):
    """A tick shows a column; it is moved with the buttons, the keyboard or the mouse."""

    chosen = Signal(object)
    """The new Arrangement."""
    help_topic = "lists"

    def __init__(self, now: Arrangement, parent: QWidget) -> None:
        """Show how the columns stand now."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Columns"))
        self.resize(*_SIZE)
        self._now = now
        self._is_usual = False
        self.list = QListWidget()
        self.list.setObjectName("columnList")
        self.list.setAccessibleName(tr("Columns in their order"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setSpacing(_GAP)
        soften_selection(self.list)
        label = QLabel(tr("&Columns in their order:"))
        label.setBuddy(self.list)
        self.up_button, self.down_button = QPushButton(tr("Move &Up")), QPushButton(tr("Move &Down"))
        self.reset_button = QPushButton(tr("&Reset"))
        self.reset_button.setToolTip(tr("Shows all columns in their usual order and with their usual widths"))
        self.box = button_box(Button.Ok | Button.Cancel)
        side = QVBoxLayout()
        for button in (self.up_button, self.down_button, self.reset_button):
            button.setAutoDefault(False)
            side.addWidget(button)
        side.insertStretch(2, 1)
        middle = QHBoxLayout()
        middle.addWidget(self.list, 1)
        middle.addLayout(side)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(label)
        layout.addLayout(middle, 1)
        layout.addWidget(HintLabel(tr("A tick shows a column. All lists of this kind remember it.")))
        layout.addWidget(self.box)
        self._fill(now)
        self._connect()

    def arrangement(self) -> Arrangement:
        """Return the columns as they stand in the dialog."""
        items = [self.list.item(number) for number in range(self.list.count())]
        placed = [(item.data(_COLUMN), item.checkState() is Qt.CheckState.Checked) for item in items]
        return Arrangement(tuple(Placed(column.number, column.title, is_shown) for column, is_shown in placed), self._is_usual)

    def _connect(self) -> None:
        self.up_button.clicked.connect(lambda: self._move(-1))
        self.down_button.clicked.connect(lambda: self._move(1))
        self.reset_button.clicked.connect(self._on_reset_clicked)
        self.list.currentRowChanged.connect(lambda _row: self._refresh())
        self.list.itemChanged.connect(lambda _item: self._refresh())
        self.list.model().rowsMoved.connect(lambda *_what: self._refresh())
        self.box.accepted.connect(self._on_ok_clicked)
        self.box.rejected.connect(self.reject)

    def _fill(self, shown: Arrangement) -> None:
        self.list.clear()
        for column in shown.columns:
            item = QListWidgetItem(column.title or tr("(no title)"), self.list)
            item.setData(_COLUMN, column)
            item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable
                          | Qt.ItemFlag.ItemIsDragEnabled)
            item.setCheckState(Qt.CheckState.Checked if column.is_shown else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)
        self._refresh()

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        item = self.list.takeItem(row)
        self.list.insertItem(row + step, item)
        self.list.setCurrentRow(row + step)

    def _refresh(self) -> None:
        row, columns = self.list.currentRow(), self.arrangement().columns
        self.up_button.setEnabled(row > 0)
        self.down_button.setEnabled(0 <= row < len(columns) - 1)
        ok = self.box.button(Button.Ok)
        ok.setEnabled(any(column.is_shown for column in columns))
        ok.setToolTip("" if ok.isEnabled() else tr("A list needs a column."))

    def _on_reset_clicked(self) -> None:
        self._fill(self._now.usual())
        self._is_usual = True

    def _on_ok_clicked(self) -> None:
        self.chosen.emit(self.arrangement())
        self.accept()
