"""Which devices may send without a password: found among those that were refused, or typed; and who can relay then."""

from __future__ import annotations

import threading
from dataclasses import replace

from PySide6.QtWidgets import QLabel, QVBoxLayout

from posthouse_console.service.backend import Backend
from posthouse_console.service.host_names import look_up
from posthouse_console.service.set_up import Answers
from posthouse_console.widgets.exposure_label import ExposureLabel
from posthouse_console.widgets.hint import HintLabel, Notice, Severity
from posthouse_console.widgets.ranges_model import RangeColumn
from posthouse_console.widgets.ranges_panel import RangesPanel
from posthouse_console.widgets.suggestions_table import SuggestionsTable
from posthouse_console.wizard.step import StepPage
from posthouse_server.settings import Settings, SettingsError
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.store.suggestions import DAYS, Suggestions, find_suggestions
from posthouse_server.words import tr

_NARROWS, _RECIPIENTS, _SINCE = 1, 4, 5
_WIDTHS = {0: 120, 2: 120, 3: 110, 6: 240}
"""Of the other columns; why a client was refused takes the room that is left."""
_NONE_FOUND = tr("Nobody was refused here in the last {days} days. A device that can't log in shows its address in its menu, "
                 "mostly under Network; or let it try once when the server runs, and open this set-up again: it is then listed "
                 "here.", days=DAYS)


class DevicesPage(StepPage):
    """The list is that of Privileged IPs; ticked suggestions come on top of it."""

    caption = tr("Devices without password")
    title = tr("Which devices may send without a password?")
    introduction = tr("None, if all of them can log in: that is safest. Allow only single addresses that you know, and give "
                      "those devices fixed addresses in your router, since whoever has the address may send.")

    def __init__(self, backend: Backend) -> None:
        """Look for refused clients when the page is first shown."""
        super().__init__()
        self._backend = backend
        self._answers: Answers | None = None
        self._found = Suggestions((), ())
        self._left = threading.Event()
        left = self._left
        self.destroyed.connect(lambda: left.set())
        self.refused_label = QLabel(tr("Refused &lately (tick those that you know):"))
        self.refused = SuggestionsTable()
        self.none_found = HintLabel(tr("The recorded traffic is being looked through…"))
        self.panel = RangesPanel(tr("Devices that may send without a password"), is_privileged=True)
        self.panel.clean.hide()  # its key is that of Next
        self.exposure = ExposureLabel()
        self.notice = Notice(lines=1)
        self._servers: tuple[str, ...] = ()
        self._watch = backend.settings.exposure_watch(self)
        self._watch.found.connect(self.exposure.show_exposure)
        self._build()

    def _build(self) -> None:
        self.refused_label.setBuddy(self.refused)
        for column in (_NARROWS, _RECIPIENTS, _SINCE):
            self.refused.hideColumn(column)
        for column, width in _WIDTHS.items():
            self.refused.setColumnWidth(column, width)
        self.refused.setMinimumHeight(110)
        listed = QLabel(tr("&Devices that may send without a password:"))
        listed.setBuddy(self.panel.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.refused_label, self.refused, self.none_found, listed, self.panel, self.notice, self.exposure):
            layout.addWidget(widget)
        layout.setStretch(1, 1)
        layout.setStretch(4, 1)
        self.refused_label.hide()
        self.refused.hide()
        self.refused.ticked.connect(self._on_edited)
        self.panel.changed.connect(self._on_edited)

    def enter(self, answers: Answers) -> None:
        """Show the list that is in force; look for refused clients once."""
        is_first = self._answers is None
        self._answers = answers
        if is_first:
            self.panel.show_entries(answers.base.settings.smtp.relay.privileged_ip_ranges)
            store, settings = self._backend.store, answers.base.settings
            self._servers = settings.smtp.general.dns_servers
            self._backend.background.run(self, lambda: find_suggestions(store, settings), self._show, self._on_failed)
        self._on_edited()

    def is_complete(self) -> bool:
        """Nothing need be chosen; public addresses are asked about once more before anything is saved."""
        return True

    def fill(self, answers: Answers) -> Answers:
        """Note the devices."""
        return replace(answers, devices=self._devices())

    def focus_first(self) -> None:
        """Begin with what was found, or with Add."""
        (self.panel.add if self.refused.isHidden() else self.refused).setFocus()

    def _devices(self) -> tuple[PrivilegedRange, ...]:
        ticked = [self._found.ranges[row].entry(self.refused.known_as(row)) for row in self.refused.ticked_rows()]
        listed = self.panel.entries()
        known = {item.range for item in listed}
        return (*listed, *(item for item in ticked if item.range not in known))

    def _show_columns_in_use(self) -> None:
        """Hours and senders are for those who know them; they are shown where an entry has some."""
        entries = self.panel.entries()
        self.panel.table.setColumnHidden(RangeColumn.HOURS, not any(entry.hours for entry in entries))
        self.panel.table.setColumnHidden(RangeColumn.SENDERS, not any(entry.senders for entry in entries))

    def _settings(self) -> Settings | None:
        if self._answers is None:
            return None
        try:
            return self.fill(self._answers).settings()
        except SettingsError as error:
            self.notice.say(str(error))
            return None

    def _show(self, found: Suggestions) -> None:
        refused = tuple(item for item in found.ranges if item.narrows is None)
        self._found = Suggestions(refused, ())
        self.refused.show_suggestions(refused)
        self.refused.setVisible(bool(refused))
        self.refused_label.setVisible(bool(refused))
        self.none_found.setText(_NONE_FOUND)
        self.none_found.setVisible(not refused)
        look_up(self._backend.background, self, [item.clients[0] for item in refused], self.refused.show_name, self._left,
                self._servers)

    def _on_failed(self, error: Exception) -> None:
        self.none_found.setText(str(error))

    def _on_edited(self) -> None:
        self._show_columns_in_use()
        ticked = [self._found.ranges[row] for row in self.refused.ticked_rows()]
        strange = next((item for item in ticked if item.is_suspicious), None)
        public = [item for item in ticked if item.is_public]
        if strange is not None:
            self.notice.say(tr("{range} is {warning}.", range=strange.range, warning=strange.warning), Severity.ERROR)
        else:
            self.notice.say(tr("{range} is a public address: be sure that it is yours.", range=public[0].range)
                            if public else "")
        self._watch.ask(self._settings)
        self.changed.emit()
