"""Fields: a widget that edits the setting at one path; label, help and limits come from its declaration."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGroupBox, QLineEdit, QPushButton, QWidget

from posthouse_console.widgets.declaration import Declaration


class Field(QObject):
    """One setting and the widget that edits it."""

    edited = Signal()
    """The value may have changed, by the user or by show_value()."""

    def __init__(self, path: str, widget: QWidget) -> None:
        """Describe the widget as the schema describes the setting."""
        super().__init__(widget)
        self.declared = Declaration.of(path)
        self.path = path
        self.input: QWidget = widget
        self.declared.describe(widget)

    @property
    def label(self) -> str:
        """Return the declared label."""
        return self.declared.label

    def show_value(self, value: Any) -> None:
        """Show the setting's value."""
        raise NotImplementedError

    def value(self) -> Any:
        """Return the edited value as set_paths takes it."""
        raise NotImplementedError


class Line(QLineEdit):
    """A line whose placeholder goes while it is disabled: styles paint it as if it were alive."""

    def __init__(self, placeholder: str = "") -> None:
        """Show the placeholder while enabled and empty."""
        super().__init__(placeholderText=placeholder)
        self._placeholder = placeholder

    def changeEvent(self, event: QEvent) -> None:
        """Hide or show the placeholder."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.setPlaceholderText(self._placeholder if self.isEnabled() else "")


class TextField(Field):
    """A line of text; spaces around it don't count."""

    def __init__(self, path: str, placeholder: str = "") -> None:
        """The placeholder says what the empty value means."""
        self.line = Line(placeholder)
        super().__init__(path, self.line)
        self.line.setMaxLength(self.declared.limit("max_length") or 32767)
        self.line.textChanged.connect(lambda _text: self.edited.emit())

    def show_value(self, value: Any) -> None:
        """Show from its beginning: a long text would show its end."""
        self.line.setText(str(value))
        self.line.setCursorPosition(0)

    def value(self) -> Any:
        """Return the text."""
        return self.line.text().strip()


class WordsField(TextField):
    """A list of words, separated by spaces; commas and semicolons are forgiven."""

    def show_value(self, value: Any) -> None:
        """Join them."""
        super().show_value(" ".join(value))

    def value(self) -> Any:
        """Return the list."""
        return self.line.text().replace(",", " ").replace(";", " ").split()


class CheckField(Field):
    """A check box, with the label as its caption."""

    def __init__(self, path: str) -> None:
        """Start unticked."""
        self.box = QCheckBox()
        super().__init__(path, self.box)
        self.box.setText(self.label)
        self.box.toggled.connect(lambda _on: self.edited.emit())

    def show_value(self, value: Any) -> None:
        """Tick or untick."""
        self.box.setChecked(bool(value))

    def value(self) -> Any:
        """Return whether it is ticked."""
        return self.box.isChecked()


class GroupField(Field):
    """A group box whose caption is the check box; unticked, everything in it is grey."""

    def __init__(self, path: str) -> None:
        """Start unticked."""
        self.group = QGroupBox()
        super().__init__(path, self.group)
        self.group.setTitle(self.label)
        self.group.setCheckable(True)
        self.group.toggled.connect(lambda _on: self.edited.emit())

    def show_value(self, value: Any) -> None:
        """Tick or untick."""
        self.group.setChecked(bool(value))

    def value(self) -> Any:
        """Return whether it is ticked."""
        return self.group.isChecked()


class ChoiceField(Field):
    """A combo box over an enumeration, each member in plain words."""

    def __init__(self, path: str, words: Mapping[Any, str]) -> None:
        """Offer the members in the order of their words."""
        self.combo = QComboBox()
        super().__init__(path, self.combo)
        self._members: list[StrEnum] = list(words)
        default = self.declared.section.model_fields[self.declared.name].default
        if default in words:
            self.declared.describe(self.combo, words[default])
        self.combo.addItems(list(words.values()))
        self.combo.currentIndexChanged.connect(lambda _index: self.edited.emit())

    def show_value(self, value: Any) -> None:
        """Select the member."""
        self.combo.setCurrentIndex(self._members.index(value))

    def value(self) -> Any:
        """Return the selected member."""
        return self._members[self.combo.currentIndex()]


class HeldField(Field):
    """A value that a dialog behind a button edits; the page sets it when that dialog is accepted."""

    def __init__(self, path: str) -> None:
        """Caption the button with the label and three dots."""
        self.button = QPushButton()
        super().__init__(path, self.button)
        self.button.setText(f"{self.label}...")
        self.button.setAutoDefault(False)
        self._value: Any = None

    def show_value(self, value: Any) -> None:
        """Hold it."""
        changed = value != self._value
        self._value = value
        if changed:
            self.edited.emit()

    def value(self) -> Any:
        """Return what is held."""
        return self._value
