"""The help: one window with pages from the resources."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_resources import help_path


class HelpWindow(QDialog):
    """Stands beside the console; links lead from page to page."""

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("helpWindow")
        self.setWindowTitle("Posthouse Help")
        self.resize(620, 520)
        self._browser = QTextBrowser()
        self._browser.setObjectName("helpBrowser")
        self._browser.setAccessibleName("Help")
        self._browser.setOpenExternalLinks(True)
        self._browser.document().setDocumentMargin(16)
        box = button_box(Button.Close)
        box.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(self._browser)
        layout.addWidget(box)

    def show_topic(self, topic: str) -> None:
        """Open a page, by its name without the ending; the contents if there is no such page."""
        path = help_path(topic)
        page = path if path.is_file() else help_path("index")
        self._browser.setSource(QUrl.fromLocalFile(str(page)))
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
