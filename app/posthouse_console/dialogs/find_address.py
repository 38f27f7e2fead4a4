"""Find Email Address: a part of an address, and who has to do with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from posthouse_console.models.address_rows import MOST, FoundAddress, FoundAddressesModel, find_addresses
from posthouse_console.navigation.list_view import ListView
from posthouse_console.service.directory_model import DirectoryModel
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import HintLabel
from posthouse_console.widgets.numbers_text import number_text
from posthouse_console.widgets.selection import select_row
from posthouse_server.words import tr


class FindAddressDialog(QDialog):
    """Searches as somebody types; Enter goes to what is chosen."""

    help_topic = "directory"
    found = Signal(object)
    """The FoundAddress that was chosen."""

    def __init__(self, directory: DirectoryModel, parent: QWidget) -> None:
        """Search in this directory."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Find Email Address"))
        self.resize(680, 420)
        self._directory = directory
        self._model = FoundAddressesModel(self)
        self.part = QLineEdit()
        self.part.setObjectName("partEdit")
        self.part.setPlaceholderText(tr("A part of the address"))
        self.part.setClearButtonEnabled(True)
        self.list = ListView()
        self.list.setObjectName("foundTable")
        self.count = HintLabel()
        self.box = button_box(Button.Ok | Button.Cancel)
        self.go = self.box.button(Button.Ok)
        self.go.setText(tr("&Go To"))
        self._build()
        self.part.installEventFilter(self)
        self.part.textChanged.connect(self._on_text_changed)
        directory.changed.connect(self._on_text_changed)
        self.list.selection_changed.connect(self._update_button)
        self.list.opened.connect(self._choose)
        self._on_text_changed()

    def _build(self) -> None:
        label = QLabel(tr("&Address:"))
        label.setBuddy(self.part)
        self.part.setAccessibleName(tr("Address"))
        line = QHBoxLayout()
        line.addWidget(label)
        line.addWidget(self.part, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(line)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.count)
        layout.addWidget(self.box)
        self.box.accepted.connect(self._on_accepted)
        self.box.rejected.connect(self.reject)
        self.part.setFocus()

    def _on_text_changed(self) -> None:
        rows = find_addresses(self._directory.lists, self.part.text())
        self._model.show_rows(rows)
        self.list.show_model(self._model, tr("No mailbox, group or catch-all has such an address.") if self.part.text().strip()
                             else tr("Type a part of the address."))
        self.list.viewport().update()
        self.list.select_first()
        more = tr("The first {most} are shown; type more of the address.", most=number_text(MOST)) if len(rows) == MOST else ""
        self.count.setText(more or (tr("{number} found.", number=number_text(len(rows))) if rows else ""))
        self._update_button()

    def _update_button(self) -> None:
        self.go.setEnabled(bool(self.list.selected_rows()))

    def _on_accepted(self) -> None:
        rows = self.list.selected_rows()
        if rows:
            self._choose(rows[0])

    def _choose(self, row: object) -> None:
        if isinstance(row, FoundAddress):
            self.accept()
            self.found.emit(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down move the choice while the text has the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in (
                Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = self.list.currentIndex().row() + step
            if 0 <= row < self.list.model().rowCount():
                select_row(self.list, row)
            return True
        return super().eventFilter(watched, event)
