"""Preview: which recorded traffic a change would judge otherwise, before it is made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from posthouse_console.dialogs.preview_view import PreviewView
from posthouse_console.service.background import Background
from posthouse_console.service.foresight import Sides
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_server.policy.directory import Directory
from posthouse_server.policy.directory_with import DirectoryChange
from posthouse_server.settings import Settings
from posthouse_server.store import Store
from posthouse_server.words import tr


class PreviewDialog(QDialog):
    """Reads in the background, with progress; Cancel gives up. It changes nothing."""

    help_topic = "preview"

    def __init__(self, store: Store, background: Background, old: Settings, new: Settings, parent: QWidget,
                 new_directory: Directory | DirectoryChange | None = None) -> None:
        """Begin at once; the directory of afterwards may be given as what becomes of that of today."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Preview"))
        self.resize(960, 460)
        self.view = PreviewView(store, background, self)
        self.model, self.table = self.view.model, self.view.table
        self.totals, self.exposure, self.progress = self.view.totals, self.view.exposure, self.view.progress
        self.box = button_box(Button.Cancel)
        self.box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.box)
        self.view.ended.connect(lambda: self.box.setStandardButtons(Button.Close))
        self.finished.connect(lambda _code: self.view.cancel())
        self.view.start(lambda: Sides(old, new, new_directory))
