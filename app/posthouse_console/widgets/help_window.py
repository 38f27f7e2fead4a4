"""The help: one window with pages from the resources."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.help_browser import HelpBrowser
from posthouse_resources import help_path
from posthouse_server.words import spoken, tr

_SIZE = (820, 680)
"""Wide enough for the tabs of SMTP Properties as they are."""


class HelpWindow(QDialog):
    """Stands beside the console; links lead from page to page."""

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("helpWindow")
        self.setWindowTitle(tr("Posthouse Help"))
        self.resize(*_SIZE)
        self._browser = HelpBrowser()
        box = button_box(Button.Close)
        box.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(self._browser)
        layout.addWidget(box)

    def show_topic(self, topic: str) -> None:
        """Open a page, by its name without the ending; the contents if there is no such page."""
        path = help_path(topic, spoken())
        page = path if path.is_file() else help_path("index", spoken())
        self._browser.setSource(QUrl.fromLocalFile(str(page)))
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
