"""The Load Balancers dialog: whose PROXY header is believed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from posthouse_console.widgets.declaration import Declaration
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import HintLabel, Notice, Severity
from posthouse_console.widgets.ranges_panel import RangesPanel
from posthouse_console.widgets.ranges_reach import public_addresses, whole_internets
from posthouse_console.widgets.ranges_text import count_text, union_count
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.words import tr


class BalancersDialog(QDialog):
    """Edits the list; nothing leaves it before OK."""

    def __init__(self, ranges: Sequence[str], parent: QWidget | None = None) -> None:
        """Show the present list."""
        super().__init__(parent)
        declared = Declaration.of("smtp.inbound.proxy_protocol_from")
        self.setWindowTitle(declared.label)
        self.panel = RangesPanel(declared.label, is_privileged=False)
        self._notice = Notice(lines=2)
        buttons = button_box(Button.Ok | Button.Cancel)
        layout = QVBoxLayout(self)
        layout.addWidget(HintLabel(declared.help))
        layout.addWidget(self.panel, 1)
        layout.addWidget(self._notice)
        layout.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.panel.changed.connect(self._on_panel_changed)
        self.panel.show_entries([PrivilegedRange(range=text) for text in ranges], 0)
        self._on_panel_changed()
        self.resize(self.fontMetrics().averageCharWidth() * 90, self.fontMetrics().lineSpacing() * 24)
        self.panel.table.setFocus()

    def ranges(self) -> tuple[str, ...]:
        """Return the ranges as edited."""
        return tuple(entry.range for entry in self.panel.entries())

    def notice(self) -> str:
        """Return the sentence under the table."""
        return self._notice.text()

    def _on_panel_changed(self) -> None:
        ranges = self.ranges()
        danger = danger_of(ranges)
        self._notice.say(f"{believed_text(ranges)} {danger}".strip(), Severity.WARNING if danger else Severity.INFORMATION)


def believed_text(ranges: Sequence[str]) -> str:
    """Return in a sentence how many addresses are believed."""
    if not ranges:
        return tr("None is believed.")
    count = union_count(entry.network for entry in _entries(ranges))
    return tr("1 address is believed.") if count == 1 else tr("{number} addresses are believed.", number=count_text(count))


def danger_of(ranges: Sequence[str]) -> str:
    """Return what is dangerous about the list; empty if nothing is."""
    entries = _entries(ranges)
    if whole_internets(entries):
        return tr("That is everybody: whoever connects can pretend to be any client, a privileged one too.")
    public = public_addresses(entries)
    if public == 1:
        return tr("1 of them is public: nobody but your balancers may use it.")
    if public:
        return tr("{number} of them are public: nobody but your balancers may use them.", number=count_text(public))
    return ""


def _entries(ranges: Sequence[str]) -> list[PrivilegedRange]:
    return [PrivilegedRange(range=text) for text in ranges]
