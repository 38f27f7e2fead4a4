"""The composition root: application, store, models and window."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMessageBox

from posthouse_console.appearance import appearance
from posthouse_console.first_run import FirstRun
from posthouse_console.language import Speech, speak_in_qt
from posthouse_console.main_window import MainWindow
from posthouse_console.opening import Opening
from posthouse_console.service.backend import Backend
from posthouse_console.single_instance import SingleInstance
from posthouse_console.unexpected import UnexpectedErrors
from posthouse_console.widgets.icons import forget_icons, icon
from posthouse_console.widgets.question import tell
from posthouse_console.widgets.screen import ScreenFit
from posthouse_console.widgets.visible_style import VisibleStyle
from posthouse_console.windows import Windows
from posthouse_server.paths import DataFolder, data_folder
from posthouse_server.words import tr

STORE_UNUSABLE = 5


class Application(QObject):
    """One console on one data folder."""

    def __init__(self, folder: DataFolder) -> None:
        """Show nothing yet: call start()."""
        super().__init__()
        self.exit_code = 0
        self.backend: Backend | None = None
        self.windows: Windows | None = None
        self.window: MainWindow | None = None
        self._box: QMessageBox | None = None
        self.opening = Opening(folder, parent=self)
        self.opening.opened.connect(self._on_opened)
        self.opening.failed.connect(self._on_opening_failed)
        self.opening.given_up.connect(QApplication.quit)

    def come_forward(self) -> None:
        """Somebody has started the console once more: show them this one."""
        if self.windows is not None:
            self.windows.come_forward()

    def start(self) -> None:
        """Open the store, then the window."""
        self.opening.start()

    def close(self) -> None:
        """End all threads. A store that one of them still uses is left to the end of the program, which is safe for it."""
        self.opening.close()
        is_idle = self.backend is None or self.backend.close()
        if self.opening.store is not None and is_idle:
            self.opening.store.close()

    def _on_opened(self) -> None:
        assert self.opening.store is not None
        self.backend = Backend(self.opening.store, self)
        appearance().recall(self.backend.memory)
        self.windows = Windows(self.backend, self)
        self.window = self.windows.open_first()
        FirstRun(self.backend, self.window).found.connect(self.window.dispatch.set_up.open_wizard)
        self.backend.start()
        self.window.show()

    def _on_opening_failed(self, reason: str) -> None:
        self.exit_code = STORE_UNUSABLE
        self._box = tell(None, "Posthouse", tr("The console can't open its data folder."), detail=reason,
                         icon=QMessageBox.Icon.Critical)
        self._box.finished.connect(QApplication.quit)


def run(arguments: Sequence[str], data_dir: Path | None, speech: Speech = Speech.ENGLISH) -> int:
    """Run the console until its window is closed; returns the exit code."""
    qt = QApplication([sys.argv[0], *arguments])
    speak_in_qt(speech)
    qt.setApplicationName("Posthouse")
    qt.setDesktopFileName("posthouse")
    qt.setWindowIcon(icon("posthouse"))
    if "fusion" in qt.style().name().lower() or sys.platform.startswith("linux"):
        qt.setStyle(VisibleStyle())
    ScreenFit(qt)
    folder = data_folder(data_dir)
    instance = SingleInstance(folder.root)
    if instance.hand_over():
        return 0
    instance.listen()
    log = folder.logs / "console.log"
    _log_to(log)
    unexpected = UnexpectedErrors(lambda: str(log))
    unexpected.install()
    console = Application(folder)
    instance.wanted.connect(console.come_forward)
    console.start()
    code = qt.exec()
    instance.close()
    console.close()
    unexpected.uninstall()
    forget_icons()
    return console.exit_code or code


def _log_to(path: Path) -> None:
    """What nobody expected goes to a file, since a desktop program has no terminal; opening the store makes its folder."""
    handler = RotatingFileHandler(path, maxBytes=1_000_000, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logging.getLogger().addHandler(handler)
