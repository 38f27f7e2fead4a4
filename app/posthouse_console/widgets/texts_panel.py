"""A list of texts with its buttons, and the field that holds one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from posthouse_console.widgets.declaration import Declaration
from posthouse_console.widgets.fields import Field
from posthouse_console.widgets.mnemonics import Mnemonics
from posthouse_console.widgets.table import RowTable
from posthouse_console.widgets.texts_dialog import Kind, TextsDialog
from posthouse_server.words import english, tr


class TextsPanel(QWidget):
    """Table and buttons; the texts are its value."""

    changed = Signal()

    def __init__(self, name: str, kind: Kind) -> None:
        """Name the table for screen readers."""
        super().__init__()
        self._kind = kind
        self._model = QStringListModel()
        self.table = RowTable(self._model, name, 0)
        self.add = self._button(tr("Add..."), self._on_add_clicked)
        self.edit = self._button(tr("Edit..."), self._on_edit_clicked)
        self.remove = self._button(tr("Remove"), self._on_remove_clicked)
        self._buttons = QVBoxLayout()
        for button in (self.add, self.edit, self.remove):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addLayout(self._buttons)
        self.table.horizontalHeader().hide()
        self.table.opened.connect(lambda _row: self._on_edit_clicked())
        self.table.remove_pressed.connect(self._on_remove_clicked)
        self.table.paste_pressed.connect(lambda: self._ask(QGuiApplication.clipboard().text()))
        self.table.selection_changed.connect(self._on_selection_changed)
        self._on_selection_changed()

    def texts(self) -> tuple[str, ...]:
        """Return the texts as edited."""
        return tuple(self._model.stringList())

    def show_texts(self, texts: Sequence[str], select: int | None = None) -> None:
        """Show texts, and select one of them."""
        self._model.setStringList(list(texts))
        if select is not None and texts:
            self.table.select(min(select, len(texts) - 1))
        self._on_selection_changed()

    def add_beside(self, button: QPushButton) -> None:
        """Put another button below these."""
        button.setAutoDefault(False)
        self._buttons.insertWidget(self._buttons.count() - 1, button)

    def mark(self, mnemonics: Mnemonics) -> None:
        """Give the buttons mnemonics that the page has left."""
        for button in (self.add, self.edit, self.remove):
            button.setText(mnemonics.mark(button.text()))

    def selected(self) -> list[str]:
        """Return the selected texts."""
        return [self.texts()[row] for row in self.table.selected_rows()]

    def _button(self, caption: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(caption)
        button.setObjectName(f"{english(caption).removesuffix('...').lower()}_text")
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _replace(self, texts: Sequence[str], select: int) -> None:
        self.show_texts(texts, select)
        self.changed.emit()

    def _on_add_clicked(self) -> None:
        self._ask("")

    def _ask(self, text: str) -> None:
        texts = self.texts()
        dialog = TextsDialog(tr("Add {nouns}", nouns=self._kind.nouns.title()), self._kind, texts, text, self)
        self._open(dialog, lambda: self._replace([*texts, *dialog.texts()], len(texts)))

    def _on_edit_clicked(self) -> None:
        rows, texts = self.table.selected_rows(), self.texts()
        if len(rows) != 1:
            return
        before, after = texts[:rows[0]], texts[rows[0] + 1:]
        dialog = TextsDialog(tr("Edit {noun}", noun=self._kind.noun.title()), self._kind, before + after, texts[rows[0]], self)
        self._open(dialog, lambda: self._replace([*before, *dialog.texts(), *after], rows[0]))

    def _open(self, dialog: TextsDialog, accepted: Callable[[], None]) -> None:
        dialog.accepted.connect(accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_remove_clicked(self) -> None:
        rows = set(self.table.selected_rows())
        if rows:
            self._replace([text for row, text in enumerate(self.texts()) if row not in rows], min(rows))

    def _on_selection_changed(self) -> None:
        rows = self.table.selected_rows()
        self.edit.setEnabled(len(rows) == 1)
        self.remove.setEnabled(bool(rows))


class TextsField(Field):
    """A setting that is a list of texts."""

    def __init__(self, path: str, kind: Kind) -> None:
        """Start empty."""
        self.panel = TextsPanel(Declaration.of(path).label, kind)
        super().__init__(path, self.panel.table)
        self.panel.changed.connect(self.edited)

    def show_value(self, value: Any) -> None:
        """Show the texts."""
        self.panel.show_texts(list(value))

    def value(self) -> Any:
        """Return the texts."""
        return self.panel.texts()
