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

_SHOWN_ROWS = 5
_NOTE_LINES = 3


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
        verb = "Narrow" if self._is_narrowing else "Remove"
        self.setWindowTitle(f"{verb} Range")
        self.setMinimumWidth(520)
        whose = f"{self._client} relays" if self._client else "These messages were relayed"
        lead = "" if len(self._entries) == 1 else " Choose one."
        self.list = _list("rangeEntries", "Entries of Privileged IPs", [named(item) for item in self._entries])
        self.used = QRadioButton(f"To the &other clients that used it in the last {DAYS} days" if self._client else
                                 f"To the &clients that used it in the last {DAYS} days")
        self.used.setObjectName("narrowToUsed")
        self.whole = QRadioButton(f"To &all of it but {self._client}")
        self.whole.setObjectName("narrowToRest")
        self.becomes = QLabel("It beco&mes:")
        self.becoming = _list("rangeResult", "What comes in its place", [])
        self.becomes.setBuddy(self.becoming)
        self.notice = Notice(lines=_NOTE_LINES)
        self.notice.setObjectName("rangeNotice")
        self.box = button_box(Button.Cancel)
        self.preview = QPushButton("&Preview…")
        self.preview.setObjectName("rangePreview")
        self.preview.setAutoDefault(False)
        self.accept_button = QPushButton(f"&{verb}")
        self.accept_button.setObjectName("rangeAccept")
        self.accept_button.setAutoDefault(False)
        self.box.addButton(self.preview, self.box.ButtonRole.ActionRole)
        self.box.addButton(self.accept_button, self.box.ButtonRole.AcceptRole)
        self.box.accepted.connect(self.accept)
        self.box.rejected.connect(self.reject)
        self.preview.clicked.connect(self._on_preview_clicked)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(HintLabel(f"{whose} without a password by this entry of Privileged IPs.{lead}"
                                   if len(self._entries) == 1 else
                                   f"{whose} without a password by these entries of Privileged IPs.{lead}"))
        for widget in (self.list, self.used, self.whole, self.becomes, self.becoming, self.notice, self.box):
            layout.addWidget(widget)
        layout.setStretch(layout.indexOf(self.becoming if self._is_narrowing else self.notice), 1)
        self.box.button(Button.Cancel).setDefault(True)
        for widget in (self.used, self.whole, self.becomes, self.becoming):
            widget.setVisible(self._is_narrowing)
        self.whole.setVisible(self._is_narrowing and bool(self._client))
        self.used.setChecked(True)

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
            self.notice.say("The recorded traffic is being looked through.", Severity.INFORMATION)
        elif not is_possible:
            self.notice.say(self._why_not(ranges), Severity.INFORMATION)
        else:
            self.notice.say(*self._consequence(ranges))

    def _why_not(self, ranges: tuple[str, ...]) -> str:
        if ranges:
            return "Others relay by all of it: it can't be tighter."
        return f"Nobody {'else ' if self._client else ''}has relayed by it in the last {DAYS} days. Remove it instead."

    def _consequence(self, ranges: tuple[str, ...]) -> tuple[str, Severity]:
        """Say who needs a password from then on, and whether the client still has another way in."""
        still = [item for item in self._entries if item is not self.entry()]
        if self._client and still:
            return (f"{self._client} is also in {', '.join(named(item) for item in still)} and may relay by that.",
                    Severity.WARNING)
        lost = self.entry().network.count - sum(parse_range(text).count for text in ranges)
        who = "1 address needs" if lost == 1 else f"{number_text(lost) if lost < 2**31 else 'Very many'} addresses need"
        rest = " Note, end, hours and senders of the entry stay." if ranges else ""
        return f"{who} a password to relay from then on, {self._client or 'whoever they are'}" \
               f"{' included' if self._client else ''}.{rest}", Severity.INFORMATION

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
