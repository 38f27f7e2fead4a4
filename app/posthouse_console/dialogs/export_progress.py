"""How far the writing of a list has come, for lists that take a while."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QVBoxLayout, QWidget

from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.numbers_text import number_text
from posthouse_server.words import tr

_PATIENCE_MS = 400


class ExportProgressDialog(QDialog):
    """Comes up by itself when the list is not written soon; Cancel and Esc call it off."""

    cancelled = Signal()

    def __init__(self, noun: tuple[str, str], file_name: str, total: int, parent: QWidget) -> None:
        """Say what is written where; a total of 0 is not known."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Export List"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(380)
        self._noun, self._file_name = noun, file_name
        self._label = QLabel()
        self._label.setObjectName("exportedRows")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, total)
        self.bar.setAccessibleName(tr("Rows written"))
        box = button_box(Button.Cancel)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        for part in (self._label, self.bar, box):
            layout.addWidget(part)
        self.show_number(0)
        QTimer.singleShot(_PATIENCE_MS, self, self.show)

    def show_number(self, number: int) -> None:
        """Say how many rows are written."""
        self.bar.setValue(number)
        self._label.setText(tr("{number} {noun} written to {file_name}…",
                               number=number_text(number), noun=self._noun[1], file_name=self._file_name))

    def reject(self) -> None:
        """Call it off; whoever writes closes the dialog."""
        self.cancelled.emit()
        self.done(self.DialogCode.Rejected)
