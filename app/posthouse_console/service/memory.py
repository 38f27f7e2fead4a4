"""What the console remembers of its own looks and choices: an INI file in the data folder, never mail settings."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings

from posthouse_server.paths import DataFolder


class Memory:
    """Remembers bytes, texts and yes or no under a name."""

    def __init__(self, folder: DataFolder) -> None:
        """Use console.ini of this data folder."""
        self._file = QSettings(str(folder.root / "console.ini"), QSettings.Format.IniFormat)

    def blob(self, name: str) -> QByteArray:
        """Return a widget's saved state; empty if there is none."""
        value = self._file.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def text(self, name: str) -> str:
        """Return a text; empty if there is none."""
        value = self._file.value(name)
        return value if isinstance(value, str) else ""

    def is_set(self, name: str) -> bool:
        """Return whether something was chosen or done once."""
        return self.text(name) == "true"

    def keep(self, name: str, value: QByteArray | str) -> None:
        """Remember."""
        self._file.setValue(name, value)

    def mark(self, name: str) -> None:
        """Remember that something was chosen or done."""
        self.keep(name, "true")

    def save(self) -> None:
        """Write the file now."""
        self._file.sync()
