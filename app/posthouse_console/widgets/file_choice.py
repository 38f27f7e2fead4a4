"""The path of a file of this computer, typed or chosen: to be written, or to be read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from posthouse_server.words import tr

_PAUSE_MS = 400


class FileChoice(QWidget):
    """A line with Browse…; whoever saves to a file that is there is asked by the dialog of the system."""

    edited = Signal()
    """The path is another."""
    chosen = Signal()
    """A path is finished: chosen, or typed, and then nothing for a moment."""

    def __init__(self, title: str, file_filter: str, ending: str, *, is_save: bool) -> None:
        """The filter is in Qt's form; the ending is added to what is saved without one."""
        super().__init__()
        self._title, self._filter, self._ending, self._is_save = title, file_filter, ending, is_save
        self.line = QLineEdit()
        self.line.setObjectName("fileEdit")
        self.line.setMinimumWidth(360)
        self.browse = QPushButton(tr("&Browse…"))
        self.browse.setObjectName("browseButton")
        self.browse.setAutoDefault(False)
        self.setFocusProxy(self.line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.browse)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.chosen)
        self.line.textChanged.connect(self._on_text_changed)
        self.browse.clicked.connect(self._on_browse_clicked)

    def path(self) -> Path | None:
        """Return the path; None for one that is not whole."""
        text = self.line.text().strip()
        path = Path(text).expanduser() if text else None
        return path if path is not None and path.is_absolute() else None

    def show_path(self, path: Path) -> None:
        """Put a path into the line."""
        self.line.setText(str(path))

    def _on_text_changed(self) -> None:
        self.edited.emit()
        self._pause.start()

    def _on_browse_clicked(self) -> None:
        now = self.path()
        dialog = QFileDialog(self, self._title, str(now.parent if now is not None else Path.home()), self._filter)
        if self._is_save:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(self._ending.removeprefix("."))
            if now is not None:
                dialog.selectFile(now.name)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.line.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
