"""The composition root: application, store, models and window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from posthouse_console.main_window import MainWindow
from posthouse_console.service.backend import Backend
from posthouse_console.widgets.icons import forget_icons, icon
from posthouse_server.paths import data_folder
from posthouse_server.store import Store, StoreError

STORE_UNUSABLE = 5


class Application:
    """One console on one data folder."""

    def __init__(self, store: Store) -> None:
        """Build the window; show() opens it."""
        self.backend = Backend(store)
        self.window = MainWindow(self.backend)

    def show(self) -> None:
        """Open the window and begin to watch."""
        self.backend.start()
        self.window.show()

    def close(self) -> None:
        """End all threads."""
        self.backend.close()


def run(arguments: Sequence[str], data_dir: Path | None) -> int:
    """Run the console until its window is closed; returns the exit code."""
    qt = QApplication([sys.argv[0], *arguments])
    qt.setApplicationName("Posthouse")
    qt.setDesktopFileName("posthouse")
    qt.setWindowIcon(icon("posthouse"))
    if "fusion" not in qt.style().name().lower() and sys.platform.startswith("linux"):
        qt.setStyle("Fusion")
    qt.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, False)
    try:
        store = Store(data_folder(data_dir))
    except StoreError as error:
        QMessageBox.critical(None, "Posthouse", f"The console can't open its data folder.\n\n{error}")
        return STORE_UNUSABLE
    with store:
        console = Application(store)
        console.show()
        code = qt.exec()
        console.close()
        forget_icons()
        return code
