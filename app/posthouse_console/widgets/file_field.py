"""Fields for the path of a file or folder, with Browse...."""

from __future__ import annotations

import stat
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPushButton

from posthouse_console.widgets.fields import TextField
from posthouse_server.words import tr


def file_fault(path: str) -> str:
    """Return what is wrong with a typed path. One that only the server may read is taken on trust."""
    if not path:
        return ""
    if not Path(path).is_absolute():
        return tr("{path} is not a whole path; write it from the root of the disk.", path=path)
    try:
        mode = Path(path).stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return tr("there is no file {path} on this computer.", path=path)
    except OSError:
        return ""
    return tr("{path} is a folder; name a file in it.", path=path) if stat.S_ISDIR(mode) else ""


class FileField(TextField):
    """The path may be typed too."""

    def __init__(self, path: str, file_filter: str, placeholder: str = "") -> None:
        """The filter is in Qt's form."""
        super().__init__(path, placeholder)
        self._filter = file_filter
        self.browse = QPushButton(tr("Browse..."))
        self.browse.setObjectName(f"{self.line.objectName()}_browse")
        self.browse.setAccessibleDescription(tr("Browse for {label}", label=self.label))
        self.browse.setAutoDefault(False)
        self.browse.clicked.connect(self._on_browse_clicked)

    def _on_browse_clicked(self) -> None:
        dialog = QFileDialog(self.line, self.label, str(Path(self.value()).parent) if self.value() else "", self._filter)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.line.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class FolderField(FileField):
    """The path of a folder; it need not exist yet."""

    def __init__(self, path: str, placeholder: str = "") -> None:
        """The placeholder says what the empty value means."""
        super().__init__(path, "", placeholder)

    def _on_browse_clicked(self) -> None:
        dialog = QFileDialog(self.line, self.label, self.value())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.line.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
