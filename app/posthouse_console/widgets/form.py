"""Rows of label and field, each label with a mnemonic for its buddy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from posthouse_console.widgets.fields import CheckField, Field, GroupField, HeldField
from posthouse_console.widgets.mnemonics import Mnemonics


class FieldForm(QFormLayout):
    """A form over fields."""

    def __init__(self, mnemonics: Mnemonics) -> None:
        """Share the mnemonics with the rest of the page."""
        super().__init__()
        self._mnemonics = mnemonics
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setHorizontalSpacing(12)

    def add(self, field: Field, beside: QWidget | None = None, label: str = "") -> None:
        """Add a field, with a widget to its right if there is one."""
        if isinstance(field, CheckField):
            mark(field, self._mnemonics)
            self.addRow("", field.input)
            return
        caption = labelled(label or field.label, field.input, self._mnemonics)
        self.addRow(caption, field.input if beside is None else row(field.input, beside))


def labelled(label: str, buddy: QWidget, mnemonics: Mnemonics) -> QLabel:
    """Return a label whose mnemonic leads to its buddy."""
    caption = QLabel(mnemonics.mark(label) + ":")
    caption.setBuddy(buddy)
    caption.setToolTip(buddy.toolTip())
    return caption


def mark(field: Field, mnemonics: Mnemonics) -> None:
    """Give a field that carries its own caption a mnemonic."""
    if isinstance(field, CheckField):
        field.box.setText(mnemonics.mark(field.label))
    elif isinstance(field, GroupField):
        field.group.setTitle(mnemonics.mark(field.label))
    elif isinstance(field, HeldField):
        field.button.setText(mnemonics.mark(f"{field.label}..."))


def row(*widgets: QWidget) -> QHBoxLayout:
    """Return widgets side by side; a line of text takes the room that is left, else it stays empty."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    for widget in widgets:
        layout.addWidget(widget)
    if isinstance(widgets[0], QLineEdit):
        layout.setStretch(0, 1)
    else:
        layout.addStretch(1)
    return layout
