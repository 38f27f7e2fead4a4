"""The bar above a list: Filter: [____] [Go], and how many rows there are."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from posthouse_console.widgets.numbers_text import number_text
from posthouse_server.words import tr


class _Edit(QLineEdit):
    """A line that Escape clears."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    """Filters as one types; Go and Enter lead on into the list."""

    changed = Signal(str)
    left = Signal()
    """Go or Enter was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with an empty filter."""
        super().__init__(parent)
        self._edit = _Edit()
        self._edit.setObjectName("filterEdit")
        self._edit.setAccessibleName(tr("Filter"))
        self._edit.setPlaceholderText(tr("Words that a row must contain"))
        self._edit.setClearButtonEnabled(True)
        self._edit.setMaximumWidth(320)
        label = QLabel(tr("Fi&lter:"))
        label.setBuddy(self._edit)
        go = QPushButton(tr("&Go"))
        go.setObjectName("filterGo")
        go.setAccessibleDescription(tr("Apply the filter and go to the list"))
        self._count = QLabel()
        self._count.setObjectName("rowCount")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addWidget(label)
        layout.addWidget(self._edit, 1)
        layout.addWidget(go)
        self._more = QHBoxLayout()
        layout.addLayout(self._more)
        layout.addStretch(1)
        layout.addWidget(self._count)
        self._edit.textChanged.connect(self.changed)
        self._edit.returnPressed.connect(self.left)
        go.clicked.connect(self.left)

    def edit(self) -> QLineEdit:
        """Return the field."""
        return self._edit

    def add_widget(self, widget: QWidget) -> None:
        """Put something of a list's own behind Go."""
        self._more.addWidget(widget)

    def clear(self) -> None:
        """Show all rows."""
        self._edit.clear()

    def show_count(self, shown: int, total: int, noun: tuple[str, str]) -> None:
        """Say how many rows there are."""
        what = noun[0] if total == 1 else noun[1]
        self._count.setText(f"{number_text(total)} {what}" if shown == total else
                            tr("{shown} of {total} {what}",
                               shown=number_text(shown), total=number_text(total), what=what))
