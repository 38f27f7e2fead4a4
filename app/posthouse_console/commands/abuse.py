"""The abuse report: reading it, and acting on its rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from posthouse_console.commands.directory import DirectoryCommands
from posthouse_console.commands.range_commands import RangeCommands
from posthouse_console.dialogs.behind_row import BehindRowDialog
from posthouse_console.navigation.abuse_actions import NO_ROW, AbuseAction, AbuseSubject, refusals, subject_of
from posthouse_console.navigation.abuse_pane import AbusePane
from posthouse_console.navigation.result_pane import ResultPane
from posthouse_console.service.backend import Backend
from posthouse_console.widgets.numbers_text import number_text
from posthouse_console.widgets.question import ask, tell
from posthouse_console.widgets.traffic_chart import load_library
from posthouse_server.store.abuse import Axis
from posthouse_server.store.abuse_rows import Behind
from posthouse_server.store.spool_groups import GroupSize, SpoolGroup
from posthouse_server.words import tr

_TITLE = tr("Abuse Report")
_AFTER_START_MS = 1500
_OF = {Axis.LOGIN: tr("from the login {name}"), Axis.CLIENT: tr("from the client {name}"),
       Axis.RULE: tr("accepted by the rule {name}"), Axis.RECIPIENT_DOMAIN: tr("for {name}")}


class AbuseCommands(QObject):
    """Reads a report when the pane wants one, and does what its buttons say."""

    reported = Signal(str)

    def __init__(self, backend: Backend, pane: ResultPane, directory: DirectoryCommands,
                 open_row: Callable[[object], None], window: QWidget) -> None:
        """Serve the pane of the abuse report."""
        super().__init__(window)
        self._backend, self._pane, self._directory, self._open_row = backend, pane, directory, open_row
        self._window = window
        self._is_chart_asked = False
        self.ranges = RangeCommands(backend, window)
        self.ranges.reported.connect(self.reported)
        shown = self._view()
        shown.wanted.connect(self.read)
        shown.row_chosen.connect(self._on_row_chosen)
        shown.chosen.connect(self._act)
        backend.abuse.changed.connect(self._on_report_changed)
        backend.settings.changed.connect(self._on_row_chosen)
        backend.directory.changed.connect(self._on_row_chosen)
        # The window is up by then, and nobody is in the report yet: it opens without a wait for the chart.
        QTimer.singleShot(_AFTER_START_MS, self, self._load_chart)

    def read(self) -> None:
        """Read the report of the span that is chosen."""
        shown = self._view()
        shown.show_waiting()
        self._load_chart()
        self._backend.abuse.read(*shown.span.value())

    def refresh(self) -> None:
        """Read again, if the report is in sight."""
        if self._view().isVisible():
            self.read()

    def _load_chart(self) -> None:
        if not self._is_chart_asked:
            self._is_chart_asked = True
            self._backend.background.run(self, load_library, lambda _nothing: self._view().chart.library_loaded())

    def _view(self) -> AbusePane:
        return self._pane.abuse

    def _on_report_changed(self) -> None:
        reports = self._backend.abuse
        if reports.report is not None:
            self._view().show_report(reports.report)
        else:
            self._view().show_fault(reports.fault)

    def _subject(self) -> AbuseSubject | None:
        row, loaded = self._view().row(), self._backend.settings.loaded
        if row is None:
            return None
        return subject_of(self._view().axis(), row, None if loaded is None else loaded.settings,
                          self._backend.directory.lists.mailboxes)

    def _on_row_chosen(self) -> None:
        subject = self._subject()
        self._view().offer(NO_ROW if subject is None else refusals(subject))

    def _act(self, action: AbuseAction) -> None:
        subject = self._subject()
        if subject is None or action in refusals(subject):
            return
        acts: dict[AbuseAction, Callable[[AbuseSubject], None]] = {
            AbuseAction.MESSAGES: self._show_messages,
            AbuseAction.HOLD: lambda subject: self._count(subject, self._ask_to_hold),
            AbuseAction.DELETE: lambda subject: self._count(subject, self._ask_to_delete),
            AbuseAction.DISABLE: self._ask_to_disable,
            AbuseAction.SET_PASSWORD: self._change_password,
            AbuseAction.BLOCK: self.ranges.block,
            AbuseAction.REMOVE_RANGE: self.ranges.remove,
            AbuseAction.NARROW_RANGE: self.ranges.narrow,
        }
        acts[action](subject)

    def _show_messages(self, subject: AbuseSubject) -> None:
        found = self._backend.abuse.report
        if found is None:
            return
        whose = _named(subject)
        behind = Behind(subject.axis, subject.row.key, found.since, found.until)
        BehindRowDialog(self._backend.store, self._backend.background, behind, whose, self._open_row, self._window).show()

    def _count(self, subject: AbuseSubject, then: Callable[[SpoolGroup, str, GroupSize], None]) -> None:
        group = SpoolGroup(subject.axis, subject.row.key)
        whose = _OF[subject.axis].format(name=subject.row.label)
        self._backend.abuse.count(group, lambda size: then(group, whose, size), self._on_failed)

    def _ask_to_hold(self, group: SpoolGroup, whose: str, size: GroupSize) -> None:
        if not size.waiting:
            tell(self._window, _TITLE, tr("Nothing {whose} waits for delivery.", whose=whose),
                 icon=QMessageBox.Icon.Information)
            return
        question = (tr("Hold the queued mail {whose}? 1 recipient waits for delivery.", whose=whose) if size.waiting == 1 else
                    tr("Hold the queued mail {whose}? {number} recipients wait for delivery.",
                       whose=whose, number=number_text(size.waiting)))
        ask(self._window, _TITLE, question, tr("&Hold"),
            lambda: self._backend.abuse.hold(group, lambda number: self.reported.emit(
                tr("Held: {recipients} {whose}.", recipients=_recipients(number), whose=whose)), self._on_failed),
            detail=tr("It stays in the queue until it is released or deleted. "
                      "What is being sent at this moment may still arrive."))

    def _ask_to_delete(self, group: SpoolGroup, whose: str, size: GroupSize) -> None:
        if not size.recipients:
            tell(self._window, _TITLE, tr("Nothing {whose} is queued.", whose=whose), icon=QMessageBox.Icon.Information)
            return
        question = tr("Delete the queued mail {whose}? It is for {recipients}.",
                      whose=whose, recipients=_recipients(size.recipients))
        ask(self._window, _TITLE, question, tr("&Delete"),
            lambda: self._backend.abuse.remove(group, lambda number: self.reported.emit(
                tr("Deleted: mail for {recipients} {whose}.", recipients=_recipients(number), whose=whose)), self._on_failed),
            detail=tr("This can't be undone, and nobody is told. What is being sent at this moment may still arrive."),
            icon=QMessageBox.Icon.Warning, is_default=False)

    def _ask_to_disable(self, subject: AbuseSubject) -> None:
        mailbox = subject.mailbox
        assert mailbox is not None
        self._directory.switch((mailbox,), False)

    def _change_password(self, subject: AbuseSubject) -> None:
        assert subject.mailbox is not None
        self._directory.set_password(subject.mailbox)

    def _on_failed(self, error: Exception) -> None:
        tell(self._window, _TITLE, str(error))


def _recipients(number: int) -> str:
    return tr("1 recipient") if number == 1 else tr("{number} recipients", number=number_text(number))


def _named(subject: AbuseSubject) -> str:
    """Return whose messages a row is about; a rule may have accepted or refused."""
    if not subject.row.key:
        return subject.row.label.strip("()")
    words = tr("under the rule {name}") if subject.axis is Axis.RULE else _OF[subject.axis]
    return words.format(name=subject.row.label)
