"""A field for one of this computer's own addresses, chosen or typed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from posthouse_console.widgets.fields import Field
from posthouse_console.widgets.own_addresses import own_addresses


class OwnAddressField(Field):
    """An editable combo box; empty is a choice of its own, in words."""

    def __init__(self, path: str, empty: str) -> None:
        """Offer the addresses that this computer has now."""
        self.combo = QComboBox()
        super().__init__(path, self.combo)
        self.declared.describe(self.combo, empty)
        self.combo.setEditable(True)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.addItem(empty, "")
        for address, words in own_addresses():
            self.combo.addItem(words, address)
        self.combo.currentTextChanged.connect(lambda _text: self.edited.emit())

    def show_value(self, value: Any) -> None:
        """Show the address, in words where it is one of the offered."""
        known = self.combo.findData(value)
        self.combo.setCurrentIndex(known)
        if known < 0:
            self.combo.setEditText(str(value))
        if (line := self.combo.lineEdit()) is not None:
            line.setCursorPosition(0)

    def value(self) -> Any:
        """Return the address behind the words, or what was typed."""
        text = self.combo.currentText()
        number = self.combo.findText(text, Qt.MatchFlag.MatchFixedString | Qt.MatchFlag.MatchCaseSensitive)
        return str(self.combo.itemData(number)) if number >= 0 else text.strip()

    @property
    def is_offered(self) -> bool:
        """Return whether the value is one of the offered: empty, or an address that this computer has."""
        return self.combo.findData(self.value()) >= 0
