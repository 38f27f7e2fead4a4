"""Suggest Ranges: the tightest privileged ranges for clients that need one; nothing is taken without a tick."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from posthouse_console.service.background import Background
from posthouse_console.service.host_names import look_up
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import HintLabel, Notice, Severity
from posthouse_console.widgets.suggestions_table import SuggestionsTable, named
from posthouse_console.widgets.wider_ranges import WiderRanges
from posthouse_server.policy.narrowing import narrowed
from posthouse_server.settings import Settings
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.store import Store
from posthouse_server.store.suggestions import DAYS, Suggestion, Suggestions, find_suggestions
from posthouse_server.words import tr

_INTRODUCTION = tr("Clients that were refused relay in the last {days} days, or that relay by a wider range than they need. "
                   "Tick those that you know; whoever is in the list may then relay without a password.", days=DAYS)
_NOTHING = tr("Nothing to suggest: nobody was refused relay in the last {days} days, and every range that is used is as tight "
              "as it can be.", days=DAYS)


class SuggestRangesDialog(QDialog):
    """Works the suggestions out in the background; entries() are the ticked ones, removed() the wider ones that go."""

    help_topic = "suggest-ranges"
    preview_wanted = Signal(object)
    """The settings as they would be, for whoever shows what that would have changed."""

    def __init__(self, store: Store, background: Background, settings: Settings, parent: QWidget) -> None:
        """Begin at once."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Suggest Ranges"))
        self.resize(1120, 520)
        self._background = background
        self._settings = settings
        self._found = Suggestions((), ())
        self._left = threading.Event()
        self.table = SuggestionsTable()
        self.wider_label = QLabel(tr("These wider ranges stay in force until they are &removed as well:"))
        self.wider = WiderRanges()
        self.wider_label.setBuddy(self.wider)
        self.notice = Notice(lines=2)
        self.preview = QPushButton(tr("&Preview..."))
        self.box = button_box(Button.Ok | Button.Cancel)
        self._lay_out()
        self._on_ticked()
        self.finished.connect(lambda _code: self._left.set())
        self.notice.say(tr("The recorded traffic is being looked through."), Severity.INFORMATION)
        background.run(self, lambda: find_suggestions(store, settings), self._show, self._fail)

    def ticked(self) -> list[Suggestion]:
        """Return the suggestions that were ticked."""
        return [self._found.ranges[row] for row in self.table.ticked_rows()]

    def entries(self) -> list[PrivilegedRange]:
        """Return the ticked ones as entries of the list, each with a note of who it is."""
        return [self._found.ranges[row].entry(self.table.known_as(row)) for row in self.table.ticked_rows()]

    def removed(self) -> list[PrivilegedRange]:
        """Return the wider entries that were ticked to go."""
        return self.wider.removed()

    def offer_preview(self, show: Callable[[Settings], None]) -> None:
        """Show the button: somebody can show the whole change before it is made."""
        self.preview_wanted.connect(show)
        self.preview.show()

    def _lay_out(self) -> None:
        ok = self.box.button(Button.Ok)
        ok.setText(tr("&Take Ticked"))
        self.preview.setObjectName("previewButton")
        self.preview.setAutoDefault(False)
        self.preview.hide()
        self.box.addButton(self.preview, self.box.ButtonRole.ActionRole)
        self.box.accepted.connect(self.accept)
        self.box.rejected.connect(self.reject)
        self.preview.clicked.connect(
            lambda _checked=False: self.preview_wanted.emit(narrowed(self._settings, self.entries(), self.removed())))
        self.table.ticked.connect(self._on_ticked)
        self.wider.ticked.connect(self._on_wider_ticked)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        for widget in (HintLabel(_INTRODUCTION), self.table, self.wider_label, self.wider, self.notice, self.box):
            layout.addWidget(widget)
        layout.setStretch(1, 1)

    def _show(self, found: Suggestions) -> None:
        self._found = found
        self.table.show_suggestions(found.ranges)
        self._on_ticked()
        if not found.ranges and not self.wider.count():
            self.notice.say(_NOTHING, Severity.INFORMATION)
        look_up(self._background, self, [item.clients[0] for item in found.ranges], self.table.show_name, self._left,
                self._settings.smtp.general.dns_servers)

    def _on_ticked(self) -> None:
        self.wider.show_due(self._found.wide, self.entries())
        self.wider.setVisible(self.wider.count() > 0)
        self.wider_label.setVisible(self.wider.count() > 0)
        self._on_wider_ticked()
        self._warn()

    def _on_wider_ticked(self) -> None:
        has_change = bool(self.table.ticked_rows() or self.removed())
        self.box.button(Button.Ok).setEnabled(has_change)
        self.preview.setEnabled(has_change)

    def _warn(self) -> None:
        ticked = self.ticked()
        public = [item.range for item in ticked if item.is_public]
        if strange := next((item for item in ticked if item.is_suspicious), None):
            self.notice.say(tr("{range} is {warning}.", range=strange.range, warning=strange.warning), Severity.ERROR)
        elif len(public) == 1:
            self.notice.say(tr("{range} is public: whoever has such an address could send mail through this server without a "
                               "password. Tick it only if you know who that is.", range=public[0]))
        elif public:
            self.notice.say(tr("{ranges} are public: whoever has such an address could send mail through this server without a "
                               "password. Tick them only if you know who that is.", ranges=named(public)))
        else:
            self.notice.say("")

    def _fail(self, error: Exception) -> None:
        self.notice.say(str(error), Severity.ERROR)
