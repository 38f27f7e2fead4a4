"""A field that holds a list of ranges, edited in the page itself."""

from __future__ import annotations

from typing import Any

from posthouse_console.widgets.declaration import Declaration
from posthouse_console.widgets.fields import Field
from posthouse_console.widgets.ranges_panel import RangesPanel
from posthouse_server.settings.schema import PrivilegedRange


class RangesField(Field):
    """A table of ranges with its buttons."""

    def __init__(self, path: str) -> None:
        """Start empty."""
        self.panel = RangesPanel(Declaration.of(path).label, is_privileged=False)
        super().__init__(path, self.panel.table)
        self.panel.changed.connect(self.edited)

    def show_value(self, value: Any) -> None:
        """Show the ranges."""
        self.panel.show_entries([PrivilegedRange(range=text) for text in value])

    def value(self) -> Any:
        """Return the ranges as texts."""
        return tuple(entry.range for entry in self.panel.entries())
