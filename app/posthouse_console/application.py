"""The composition root: application, store, models and window."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication, QMessageBox

from posthouse_console.main_window import MainWindow
from posthouse_console.service.backend import Backend
from posthouse_console.widgets.icons import forget_icons, icon
from posthouse_server.paths import DataFolder, data_folder
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
    try:
        store = Store(data_folder(data_dir))
    except StoreError as error:
        QMessageBox.critical(None, "Posthouse", f"The console can't open its data folder.\n\n{error}")
        return STORE_UNUSABLE
    _log_to(store.folder)
    with store:
        console = Application(store)
        console.show()
        code = qt.exec()
        console.close()
        forget_icons()
        return code


def _log_to(folder: DataFolder) -> None:
    """What nobody expected goes to a file, since a desktop program has no terminal; the window lives on."""
    handler = RotatingFileHandler(folder.logs / "console.log", maxBytes=1_000_000, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logging.getLogger().addHandler(handler)

    def on_exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        logging.getLogger(__name__).error("Unexpected", exc_info=(kind, error, trace))
        sys.__excepthook__(kind, error, trace)

    sys.excepthook = on_exception
