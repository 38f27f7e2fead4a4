"""Fields for numbers, with their unit in words."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox

from posthouse_console.widgets.fields import Field
from posthouse_server.words import tr


class NumberField(Field):
    """A whole number within the declared limits."""

    def __init__(self, path: str, unit: str = "", zero: str = "") -> None:
        """The unit stands behind the number; where 0 has a meaning of its own, the word for it stands in its place."""
        self.spin = QSpinBox()
        super().__init__(path, self.spin)
        self.spin.setRange(self.declared.limit("ge") or 0, self.declared.limit("le") or 2**31 - 1)
        self.spin.setGroupSeparatorShown(not path.endswith("port"))  # a port is a name, not a quantity
        self.spin.setSuffix(f" {unit}" if unit else "")
        self.spin.setSpecialValueText(zero)
        self.spin.valueChanged.connect(lambda _value: self.edited.emit())

    def show_value(self, value: Any) -> None:
        """Show the number."""
        self.spin.setValue(int(value))

    def value(self) -> Any:
        """Return the number."""
        return self.spin.value()


class SizeField(Field):
    """A number of bytes; larger than an int of Qt's QSpinBox can hold."""

    def __init__(self, path: str) -> None:
        """0 means unlimited and is shown so."""
        self.spin = QDoubleSpinBox()
        super().__init__(path, self.spin)
        self.spin.setDecimals(0)
        self.spin.setRange(0, self.declared.limit("le") or 2**40)
        self.spin.setSingleStep(1_000_000)
        self.spin.setGroupSeparatorShown(True)
        self.spin.setSuffix(tr(" bytes"))
        self.spin.setSpecialValueText(tr("unlimited"))
        self.spin.valueChanged.connect(lambda _value: self.edited.emit())

    def show_value(self, value: Any) -> None:
        """Show the number of bytes."""
        self.spin.setValue(float(value))

    def value(self) -> Any:
        """Return the number of bytes."""
        return round(self.spin.value())
