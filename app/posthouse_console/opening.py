"""Opening the store off the GUI thread: it may have to be migrated, or another program may hold it for seconds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QVBoxLayout

from posthouse_console.service.background import Background
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_server.paths import DataFolder
from posthouse_server.store import Store
from posthouse_server.words import tr

_SILENT_MS = 500
"""Nearly every store is open before that; a window that flashes up would only disquiet."""


class Opening(QObject):
    """Opens a store, and says so when that takes time."""

    opened = Signal()
    """`store` is there."""
    failed = Signal(str)
    given_up = Signal()
    """The user did not want to wait."""

    def __init__(self, folder: DataFolder, open_store: Callable[[DataFolder], Store] = Store,
                 parent: QObject | None = None) -> None:
        """Open nothing yet: call start()."""
        super().__init__(parent)
        self._folder = folder
        self._open_store = open_store
        self._background = Background(self)
        self._timer = QTimer(self, singleShot=True, interval=_SILENT_MS)
        self.store: Store | None = None
        self.window = _OpeningWindow(folder)
        self._timer.timeout.connect(self.window.show)
        self.window.rejected.connect(self._on_window_rejected)

    def start(self) -> None:
        """Begin; one of the signals follows."""
        folder, open_store = self._folder, self._open_store
        self._background.run(self, lambda: open_store(folder), self._on_opened, self._on_failed)
        self._timer.start()

    def close(self) -> None:
        """Wait no longer; a store that is opened later is nobody's and ends with the program."""
        self._timer.stop()
        self._background.close(0.0)
        self.window.hide()

    def _on_opened(self, store: Store) -> None:
        self.store = store
        self._timer.stop()
        self.opened.emit()
        self.window.hide()  # only now: the application ends with its last window

    def _on_failed(self, error: Exception) -> None:
        self._timer.stop()
        self.failed.emit(str(error) or type(error).__name__)
        self.window.hide()

    def _on_window_rejected(self) -> None:
        self.close()
        self.given_up.emit()


class _OpeningWindow(QDialog):
    """What is being waited for, and a way out."""

    def __init__(self, folder: DataFolder) -> None:
        super().__init__()
        self.setObjectName("openingWindow")
        self.setWindowTitle("Posthouse")
        text = QLabel(tr("Opening the data folder {root} …", root=folder.root))
        text.setObjectName("openingText")
        text.setTextFormat(Qt.TextFormat.PlainText)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(tr("Opening the data folder"))
        box = button_box(Button.Cancel)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        for widget in (text, bar, box):
            layout.addWidget(widget)
