"""Lists leave the console: as a file, or by the clipboard."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from posthouse_console.dialogs.export_progress import ExportProgressDialog
from posthouse_console.models.list_file import ExportCancelledError, ListFormat, format_of, tab_separated, write_list
from posthouse_console.navigation.list_view import ListView
from posthouse_console.navigation.listed import Listed
from posthouse_console.service.background import Background
from posthouse_console.service.memory import Memory
from posthouse_console.widgets.numbers_text import number_text
from posthouse_console.widgets.question import tell
from posthouse_server.words import tr

TITLE = tr("Export List")
_FILTERS = {
    ListFormat.CSV: tr("Comma-separated, for spreadsheets (*.csv)"),
    ListFormat.TSV: tr("Tab-separated (*.tsv)"),
    ListFormat.JSON: tr("JSON, with numbers and times (*.json)"),
}
_FOLDER = "export/folder"
_NOT_IN_NAMES = '<>:"/\\|?*'


class ExportCommands(QObject):
    """Writes what a list shows to a file, and copies its selected rows; both read in the background."""

    reported = Signal(str)

    def __init__(self, background: Background, window: QWidget, memory: Memory | None = None) -> None:
        """Do nothing yet; the memory knows the folder of the last export."""
        super().__init__(window)
        self._memory = memory
        self._background = background
        self._window = window

    def export(self, view: ListView, name: str) -> None:
        """Ask for a file and write the list to it; the name is what the dialog proposes."""
        safe = "".join(" " if letter in _NOT_IN_NAMES else letter for letter in name).strip() or tr("List")
        folder = self._memory.text(_FOLDER) if self._memory is not None else ""
        dialog = QFileDialog(self._window, TITLE, str(Path(folder, f"{safe}{ListFormat.CSV}")), ";;".join(_FILTERS.values()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ListFormat.CSV[1:])
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_suffix(chosen)))
        dialog.fileSelected.connect(lambda path: self.write(view.listed(), Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, listed: Listed, path: Path) -> None:
        """Write a list to a file of one of the formats."""
        if format_of(path) is None:
            tell(self._window, TITLE, tr("The name of the file has to end in .csv, .tsv or .json."),
                 detail=tr("The ending says in which format the list is written."))
            return
        if self._memory is not None:
            self._memory.keep(_FOLDER, str(path.parent))
        wanted = threading.Event()
        wanted.set()
        progress = ExportProgressDialog(listed.noun, path.name, listed.total, self._window)
        progress.cancelled.connect(wanted.clear)

        def told(number: int) -> bool:
            self._background.post(progress, lambda: progress.show_number(number))
            return wanted.is_set() and not self._background.closing.is_set()

        def close(code: ExportProgressDialog.DialogCode) -> None:
            if shiboken6.isValid(progress):  # Cancel may have closed it too late to call anything off
                progress.done(code)

        def done(number: int) -> None:
            close(ExportProgressDialog.DialogCode.Accepted)
            self.reported.emit(tr("{number} {noun} exported to {path}.",
                                  number=number_text(number), noun=listed.noun[number != 1], path=path))

        def failed(error: Exception) -> None:
            if isinstance(error, ExportCancelledError):
                self.reported.emit(tr("Nothing was exported to {path}.", path=path))
                return
            close(ExportProgressDialog.DialogCode.Rejected)
            tell(self._window, TITLE, tr("The list could not be written to {path}.", path=path.name), detail=_reason(error))

        self._background.run(self, lambda: write_list(path, listed.columns, listed.batches, told), done, failed)

    def copy(self, view: ListView) -> None:
        """Put the selected rows on the clipboard, with the columns that are shown."""
        listed = view.listed(is_selection=True)

        def read() -> tuple[str, int]:
            rows: list[Any] = [row for portion in listed.batches() for row in portion]
            return tab_separated(listed.columns, rows), len(rows)

        self._background.run(self, read, self._on_copied(listed),
                             lambda error: self.reported.emit(tr("Nothing was copied: {error}", error=error)))

    def _on_copied(self, listed: Listed) -> Callable[[tuple[str, int]], None]:
        def done(found: tuple[str, int]) -> None:
            text, number = found
            QGuiApplication.clipboard().setText(text)
            self.reported.emit(tr("{number} {noun} copied.", number=number_text(number), noun=listed.noun[number != 1]))

        return done


def _suffix(chosen: str) -> str:
    return next((format_[1:] for format_, words in _FILTERS.items() if words == chosen), ListFormat.CSV[1:])


def _reason(error: Exception) -> str:
    return f"{error.strerror}." if isinstance(error, OSError) and error.strerror else str(error)


def offer_export(view: ListView, background: Background, name: str, window: QWidget) -> ExportCommands:
    """Give the list of a dialog Copy and Export List…, with their keys and a context menu; the name is the proposed one."""
    commands = ExportCommands(background, window)
    for text, keys, act in ((tr("&Copy"), "Ctrl+C", lambda: commands.copy(view)),
                            (tr("E&xport List…"), "Ctrl+Shift+X", lambda: commands.export(view, name))):
        action = QAction(text, view)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False, act=act: act())
        view.addAction(action)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    return commands
