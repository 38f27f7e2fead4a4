"""Blocking a client, and removing or narrowing the entry of Privileged IPs that it relays by."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from posthouse_console.dialogs.previewed_save import PreviewedSaveDialog, Proposal
from posthouse_console.dialogs.range_change import RangeChangeDialog
from posthouse_console.navigation.abuse_actions import AbuseSubject
from posthouse_console.service.backend import Backend
from posthouse_console.service.range_edits import with_client_blocked, with_entry_replaced
from posthouse_console.service.settings_model import SaveRequest
from posthouse_console.widgets.question import tell
from posthouse_server.settings import Settings, SettingsError
from posthouse_server.store.abuse import Axis
from posthouse_server.words import tr

_TITLE = tr("Abuse Report")
_NAMED = 10


class RangeCommands(QObject):
    """Asks, and saves a new revision with a comment."""

    reported = Signal(str)

    def __init__(self, backend: Backend, window: QWidget) -> None:
        """Change the settings of this backend."""
        super().__init__(window)
        self._backend, self._window = backend, window

    def block(self, subject: AbuseSubject) -> None:
        """Show what it would have changed, and ban the client in Access Control."""
        client, loaded = subject.row.key, self._backend.settings.loaded
        if loaded is None:
            tell(self._window, _TITLE, tr("The settings can't be read."), detail=self._backend.settings.fault)
            return
        try:
            edited = with_client_blocked(loaded.settings, client)
        except SettingsError as error:
            tell(self._window, _TITLE, str(error))
            return
        proposal = Proposal(
            loaded, edited, tr("Block the client {client}?", client=client),
            tr("It is added to Access Control as banned and can't connect any more, until it is removed there."),
            tr("Abuse report: block {client}", client=client))
        dialog = PreviewedSaveDialog(_TITLE, tr("&Block"), proposal, self._backend.store, self._backend.background,
                                     self._backend.settings, self._window)
        done = tr("{client} is blocked", client=client)
        dialog.saved.connect(lambda revision: self.reported.emit(
            tr("{done} (revision {revision}).", done=done, revision=revision.number)))
        dialog.open()

    def remove(self, subject: AbuseSubject) -> None:
        """Show which entry it is, or which they are, and take the chosen one out."""
        self._open(subject, is_narrowing=False)

    def narrow(self, subject: AbuseSubject) -> None:
        """Offer what may come in the place of an entry, always without the client that the row is about."""
        self._open(subject, is_narrowing=True)

    def _open(self, subject: AbuseSubject, *, is_narrowing: bool) -> None:
        loaded = self._backend.settings.loaded
        if loaded is None:
            tell(self._window, _TITLE, tr("The settings can't be read."), detail=self._backend.settings.fault)
            return
        client = subject.row.key if subject.axis is Axis.CLIENT else ""
        entries = [item for item in subject.entries if item.network.count > 1] if is_narrowing else subject.entries
        dialog = RangeChangeDialog(self._backend.store, self._backend.background, loaded.settings, entries, client,
                                   self._window, is_narrowing=is_narrowing)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._replace(dialog))
        dialog.open()

    def _replace(self, dialog: RangeChangeDialog) -> None:
        """Save the choice; the entry may have gone meanwhile, and then nothing is changed."""
        entry, ranges = dialog.entry(), dialog.ranges()
        shown = ", ".join(ranges[:_NAMED])
        if len(ranges) > _NAMED:
            shown = tr("{shown} and {number} more", shown=shown, number=len(ranges) - _NAMED)
        if ranges:
            done = tr("{range} is narrowed to {shown}", range=entry.range, shown=shown)
            comment = tr("Abuse report: narrow {range}", range=entry.range)
        else:
            done = tr("{range} is removed from Privileged IPs", range=entry.range)
            comment = tr("Abuse report: remove {range}", range=entry.range)
        self._save(lambda settings: with_entry_replaced(settings, entry, ranges), done, comment)

    def _save(self, edit: Callable[[Settings], Settings], done: str, comment: str) -> None:
        loaded = self._backend.settings.loaded
        if loaded is None:
            tell(self._window, _TITLE, tr("The settings can't be read."), detail=self._backend.settings.fault)
            return
        try:
            edited = edit(loaded.settings)
        except SettingsError as error:
            tell(self._window, _TITLE, str(error))
            return
        self._backend.settings.save(SaveRequest(edited, loaded.newest.number, {}, comment),
                            lambda revision: self.reported.emit(
                                tr("{done} (revision {revision}).", done=done, revision=revision.number)), self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        tell(self._window, _TITLE, str(error))
