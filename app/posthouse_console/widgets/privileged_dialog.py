"""The Privileged IPs dialog: who may relay without a password."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from posthouse_console.widgets.declaration import Declaration
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import HintLabel, Notice, Severity
from posthouse_console.widgets.ranges_panel import RangesPanel
from posthouse_console.widgets.ranges_reach import named, public_addresses, whole_internets
from posthouse_console.widgets.ranges_text import addresses_text, count_text, now, union_count
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.words import tr


class PrivilegedDialog(QDialog):
    """Edits the whole list; nothing leaves it before OK."""

    help_topic = "privileged-ips"

    suggest_wanted = Signal()
    """Somebody asks for ranges made of what the server has seen; what is chosen comes back by change_entries()."""

    connection_wanted = Signal(object)
    """Somebody asks what the devices of an entry, a PrivilegedRange, have to be told."""

    def __init__(self, entries: Sequence[PrivilegedRange], parent: QWidget | None = None) -> None:
        """Show the entries."""
        super().__init__(parent)
        declared = Declaration.of("smtp.relay.privileged_ip_ranges")
        self.setWindowTitle(declared.label)
        self.panel = RangesPanel(declared.label, is_privileged=True)
        self.suggest = QPushButton(tr("&Suggest ranges..."))
        self.suggest.setObjectName("suggest_ranges")
        self.suggest.setAccessibleName(tr("Suggest ranges..."))
        self.suggest.setToolTip(
            tr("Look at the clients that were refused relay, or that relay by a wider range than they need."))
        self.suggest.hide()
        self.suggest.clicked.connect(self.suggest_wanted)
        self.panel.add_beside(self.suggest)
        self.connect_device = QPushButton(tr("&Connect a device..."))
        self.connect_device.setObjectName("connect_device")
        self.connect_device.setToolTip(tr("Show what to enter in the devices of the selected range."))
        self.connect_device.hide()
        self.connect_device.clicked.connect(self._on_connect_clicked)
        self.panel.add_beside(self.connect_device)
        self._summary = Notice()
        buttons = button_box(Button.Ok | Button.Cancel)
        layout = QVBoxLayout(self)
        layout.addWidget(HintLabel(declared.help))
        layout.addWidget(self.panel, 1)
        layout.addWidget(self._summary)
        layout.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.panel.changed.connect(self._on_panel_changed)
        self.panel.show_entries(entries, 0)
        self.panel.table.selection_changed.connect(self._on_selection_changed)
        self._on_panel_changed()
        self.resize(self.fontMetrics().averageCharWidth() * 200, self.fontMetrics().lineSpacing() * 24)
        self.panel.table.setFocus()

    def entries(self) -> tuple[PrivilegedRange, ...]:
        """Return the entries as edited."""
        return self.panel.entries()

    def offer_suggestions(self) -> None:
        """Show the button: somebody is there to answer it."""
        self.suggest.show()
        self.connect_device.show()

    def change_entries(self, added: Sequence[PrivilegedRange], removed: Sequence[PrivilegedRange] = ()) -> None:
        """Put entries into the list and take others out; nothing is saved by that."""
        if added or removed:
            kept = [entry for entry in self.entries() if entry not in removed]
            self.panel.show_entries([*kept, *(entry for entry in added if entry not in kept)], len(kept))
            self._on_panel_changed()

    def summary(self) -> str:
        """Return the sentence under the table."""
        return self._summary.text()

    def _on_selection_changed(self) -> None:
        self.connect_device.setEnabled(len(self.panel.table.selected_rows()) == 1)

    def _on_connect_clicked(self) -> None:
        rows = self.panel.table.selected_rows()
        if len(rows) == 1:
            self.connection_wanted.emit(self.entries()[rows[0]])

    def _on_panel_changed(self) -> None:
        entries = self.entries()
        self._on_selection_changed()
        self._summary.say(summary_of(entries), severity_of(entries))


def summary_of(entries: Sequence[PrivilegedRange]) -> str:
    """Return in a sentence whom the list admits now."""
    if not entries:
        return tr("The list is empty: it admits nobody.")
    at = now()
    in_force = [entry for entry in entries if entry.is_in_force(at)]
    expired = sum(entry.has_ended(at) for entry in entries)
    waiting = len(entries) - len(in_force) - expired
    tail = _idle_text(expired, waiting)
    if not in_force:
        return tr("The list admits nobody{tail}.", tail=tail)
    if whole := whole_internets(in_force):
        return tr("The whole Internet can relay: {ranges}{tail}.",
                  ranges=tr(" and ").join(named(found) for found in whole.values()), tail=tail)
    number = public_addresses(in_force)
    public = tr(", {number} of them public", number=count_text(number)) if number else ""
    addresses = addresses_text(union_count(entry.network for entry in in_force))
    if len(in_force) == 1:
        return tr("1 entry admits {addresses}{public}{tail}.", addresses=addresses, public=public, tail=tail)
    return tr("{number} entries admit {addresses}{public}{tail}.",
              number=len(in_force), addresses=addresses, public=public, tail=tail)


def _idle_text(expired: int, waiting: int) -> str:
    """Return how many entries admit nobody now, to be put behind a sentence; empty if none."""
    text = ""
    if expired:
        text += tr("; 1 has expired") if expired == 1 else tr("; {number} have expired", number=expired)
    if waiting:
        text += tr("; 1 is out of hours now") if waiting == 1 else tr("; {number} are out of hours now", number=waiting)
    return text


def severity_of(entries: Sequence[PrivilegedRange]) -> Severity:
    """Return how much that sentence matters."""
    at = now()
    in_force = [entry for entry in entries if entry.is_in_force(at)]
    if whole_internets(in_force):
        return Severity.ERROR
    return Severity.WARNING if not entries or public_addresses(in_force) else Severity.INFORMATION
