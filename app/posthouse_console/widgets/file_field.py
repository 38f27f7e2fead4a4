"""A field for a file's path, with Browse...."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPushButton

from posthouse_console.widgets.fields import TextField


class FileField(TextField):
    """The path may be typed too."""

    def __init__(self, path: str, file_filter: str, placeholder: str = "") -> None:
        """The filter is in Qt's form."""
        super().__init__(path, placeholder)
        self._filter = file_filter
        self.browse = QPushButton("Browse...")
        self.browse.setObjectName(f"{self.line.objectName()}_browse")
        self.browse.setAccessibleDescription(f"Browse for {self.label}")
        self.browse.setAutoDefault(False)
        self.browse.clicked.connect(self._on_browse_clicked)

    def _on_browse_clicked(self) -> None:
        dialog = QFileDialog(self.line, self.label, str(Path(self.value()).parent) if self.value() else "", self._filter)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.line.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
