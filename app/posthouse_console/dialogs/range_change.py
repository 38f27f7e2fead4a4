"""Remove Range, Narrow Range: which entry of Privileged IPs, what comes in its place, and what that would change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QPushButton, QRadioButton, QVBoxLayout, QWidget

from posthouse_console.service.background import Background
from posthouse_console.service.newest import Newest
from posthouse_console.service.range_edits import named, with_entry_replaced
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import HintLabel, Notice, Severity
from posthouse_console.widgets.numbers_text import number_text
from posthouse_server.policy.networks import parse_client, parse_range
from posthouse_server.policy.range_parts import range_without
from posthouse_server.settings import Settings, SettingsError
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.store import Store
from posthouse_server.store.range_use import DAYS, needed_ranges
from posthouse_server.words import tr

_SHOWN_ROWS = 5
_NOTE_LINES = 3
_MANY = 2**31  # addresses; a number that long says no more, and Qt groups none so large


class RangeChangeDialog(QDialog):
    """Changes nothing itself: entry() is to be replaced by ranges() once it is accepted."""

    help_topic = "abuse-report"

    def __init__(self, store: Store, background: Background, settings: Settings, entries: Sequence[PrivilegedRange],
                 client: str, parent: QWidget, *, is_narrowing: bool) -> None:
        """Offer the entries; the client ("" where the row is not about one) shall lose its way in."""
        super().__init__(parent)
        self._store, self._background, self._settings = store, background, settings
        self._entries, self._client, self._is_narrowing = tuple(entries), client, is_narrowing
        self._newest = Newest(background, self)
        self._needed: tuple[str, ...] | None = None
        self._lay_out()
        self.list.currentRowChanged.connect(self._on_entry_chosen)
        self.used.toggled.connect(self._show)
        self.list.setCurrentRow(0)

    def entry(self) -> PrivilegedRange:
        """Return the entry that is chosen."""
        return self._entries[max(0, self.list.currentRow())]

    def ranges(self) -> tuple[str, ...]:
        """Return what comes in its place; nothing: it is removed."""
        if not self._is_narrowing:
            return ()
        if self.used.isChecked():
            return self._needed or ()
        return range_without(self.entry().network, parse_client(self._client))

    def _lay_out(self) -> None:
        self.setWindowTitle(tr("Narrow Range") if self._is_narrowing else tr("Remove Range"))
        self.setMinimumWidth(520)
        self.list = _list("rangeEntries", tr("Entries of Privileged IPs"), [named(item) for item in self._entries])
        self.used = QRadioButton(
            tr("To the &other clients that used it in the last {days} days", days=DAYS) if self._client else
            tr("To the &clients that used it in the last {days} days", days=DAYS))
        self.used.setObjectName("narrowToUsed")
        self.whole = QRadioButton(tr("To &all of it but {client}", client=self._client))
        self.whole.setObjectName("narrowToRest")
        self.becomes = QLabel(tr("It beco&mes:"))
        self.becoming = _list("rangeResult", tr("What comes in its place"), [])
        self.becomes.setBuddy(self.becoming)
        self.notice = Notice(lines=_NOTE_LINES)
        self.notice.setObjectName("rangeNotice")
        self.box = button_box(Button.Cancel)
        self.preview = QPushButton(tr("&Preview…"))
        self.preview.setObjectName("rangePreview")
        self.preview.setAutoDefault(False)
        self.accept_button = QPushButton(tr("&Narrow") if self._is_narrowing else tr("&Remove"))
        self.accept_button.setObjectName("rangeAccept")
        self.accept_button.setAutoDefault(False)
        self.box.addButton(self.preview, self.box.ButtonRole.ActionRole)
        self.box.addButton(self.accept_button, self.box.ButtonRole.AcceptRole)
        self.box.accepted.connect(self.accept)
        self.box.rejected.connect(self.reject)
        self.preview.clicked.connect(self._on_preview_clicked)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(HintLabel(self._introduction()))
        for widget in (self.list, self.used, self.whole, self.becomes, self.becoming, self.notice, self.box):
            layout.addWidget(widget)
        layout.setStretch(layout.indexOf(self.becoming if self._is_narrowing else self.notice), 1)
        self.box.button(Button.Cancel).setDefault(True)
        for widget in (self.used, self.whole, self.becomes, self.becoming):
            widget.setVisible(self._is_narrowing)
        self.whole.setVisible(self._is_narrowing and bool(self._client))
        self.used.setChecked(True)

    def _introduction(self) -> str:
        is_one, client = len(self._entries) == 1, self._client
        if client and is_one:
            return tr("{client} relays without a password by this entry of Privileged IPs.", client=client)
        if client:
            return tr("{client} relays without a password by these entries of Privileged IPs. Choose one.", client=client)
        if is_one:
            return tr("These messages were relayed without a password by this entry of Privileged IPs.")
        return tr("These messages were relayed without a password by these entries of Privileged IPs. Choose one.")

    def _on_entry_chosen(self) -> None:
        self._needed = None
        if self._is_narrowing:
            network, client = self.entry().network, self._client
            self._newest.ask(lambda: needed_ranges(self._store, network, client), self._on_needed, self._on_failed)
        self._show()

    def _on_needed(self, ranges: tuple[str, ...]) -> None:
        self._needed = ranges
        if not ranges and self._client and self.entry().network.count > 1:
            self.whole.setChecked(True)
        self.used.setEnabled(bool(ranges))
        self._show()

    def _on_failed(self, error: Exception) -> None:
        self.notice.say(str(error), Severity.ERROR)

    def _show(self) -> None:
        """Show what the choice comes to; without a result there is nothing to accept."""
        ranges = self.ranges()
        self.becoming.clear()
        self.becoming.addItems(list(ranges))
        is_waiting = self._is_narrowing and self.used.isChecked() and self._needed is None
        is_possible = not self._is_narrowing or (bool(ranges) and ranges != (self.entry().range,))
        for button in (self.accept_button, self.preview):
            button.setEnabled(is_possible and not is_waiting)
        if is_waiting:
            self.notice.say(tr("The recorded traffic is being looked through."), Severity.INFORMATION)
        elif not is_possible:
            self.notice.say(self._why_not(ranges), Severity.INFORMATION)
        else:
            self.notice.say(*self._consequence(ranges))

    def _why_not(self, ranges: tuple[str, ...]) -> str:
        if ranges:
            return tr("Others relay by all of it: it can't be tighter.")
        if self._client:
            return tr("Nobody else has relayed by it in the last {days} days. Remove it instead.", days=DAYS)
        return tr("Nobody has relayed by it in the last {days} days. Remove it instead.", days=DAYS)

    def _consequence(self, ranges: tuple[str, ...]) -> tuple[str, Severity]:
        """Say who needs a password from then on, and whether the client still has another way in."""
        still = [item for item in self._entries if item is not self.entry()]
        if self._client and still:
            return tr("{client} is also in {ranges} and may relay by that.",
                      client=self._client, ranges=", ".join(named(item) for item in still)), Severity.WARNING
        lost = self.entry().network.count - sum(parse_range(text).count for text in ranges)
        if lost >= _MANY:
            who = tr("Very many addresses need a password to relay from then on")
        elif lost == 1:
            who = tr("1 address needs a password to relay from then on")
        else:
            who = tr("{number} addresses need a password to relay from then on", number=number_text(lost))
        said = [tr("{who}, {client} included.", who=who, client=self._client) if self._client else
                tr("{who}, whoever they are.", who=who)]
        if ranges:
            said.append(tr("Note, end, hours and senders of the entry stay."))
        return " ".join(said), Severity.INFORMATION

    def _on_preview_clicked(self) -> None:
        from posthouse_console.dialogs.preview import PreviewDialog

        try:
            edited = with_entry_replaced(self._settings, self.entry(), self.ranges())
        except SettingsError as error:
            self.notice.say(str(error), Severity.ERROR)
            return
        PreviewDialog(self._store, self._background, self._settings, edited, self).open()


def _list(name: str, words: str, texts: Sequence[str]) -> QListWidget:
    """Return a list of a few rows."""
    made = QListWidget()
    made.setObjectName(name)
    made.setAccessibleName(words)
    made.addItems(list(texts))
    rows = min(max(len(texts), 1), _SHOWN_ROWS) if texts else _SHOWN_ROWS
    height = rows * (made.fontMetrics().height() + 6) + 2 * made.frameWidth() + 4
    if texts:
        made.setFixedHeight(height)
    else:
        made.setMinimumHeight(height)
    return made
