"""Blocking a client, and removing or narrowing the entry of Privileged IPs that it relays by."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from posthouse_console.navigation.abuse_actions import AbuseSubject
from posthouse_console.service.abuse_model import AbuseReports
from posthouse_console.service.settings_model import SaveRequest, SettingsModel
from posthouse_console.widgets.question import ask, tell
from posthouse_server.settings import Settings, SettingsError, set_paths
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.store.suggestions import Suggestion

_TITLE = "Abuse Report"
_RANGES = "smtp.relay.privileged_ip_ranges"
_BANNED = "smtp.inbound.access_control.ranges"
_NAMED = 10


class RangeCommands(QObject):
    """Asks, and saves a new revision with a comment."""

    reported = Signal(str)

    def __init__(self, settings: SettingsModel, reports: AbuseReports, open_properties: Callable[[], None],
                 window: QWidget) -> None:
        """Change these settings."""
        super().__init__(window)
        self._settings, self._reports, self._open_properties, self._window = settings, reports, open_properties, window

    def block(self, subject: AbuseSubject) -> None:
        """Ask, and ban the client in Access Control."""
        client = subject.row.key
        ask(self._window, _TITLE, f"Block the client {client}?", "&Block",
            lambda: self._save(lambda settings: set_paths(settings, {
                _BANNED: [*settings.smtp.inbound.access_control.ranges, client]}),
                f"{client} is blocked", f"Abuse report: block {client}"),
            detail="It is added to Access Control as banned and can't connect any more, until it is removed there.",
            is_default=False)

    def remove(self, subject: AbuseSubject) -> None:
        """Ask, and take the entry out; several entries are for SMTP Properties to choose from."""
        if len(subject.entries) != 1:
            self._open_properties()
            return
        entry = subject.entries[0]
        ask(self._window, _TITLE, f"Remove {_named(entry)} from Privileged IPs?", "&Remove",
            lambda: self._replace(entry, (), f"{entry.range} is removed from Privileged IPs",
                                  f"Abuse report: remove {entry.range}"),
            detail="Every client in it then needs a password to relay.", is_default=False)

    def narrow(self, subject: AbuseSubject) -> None:
        """Look up who really sent through the entry, and ask whether these shall take its place."""
        loaded = self._settings.loaded
        if len(subject.entries) != 1 or loaded is None:
            self._open_properties()
            return
        entry = subject.entries[0]
        self._reports.narrower(loaded.settings, entry.range, lambda found: self._ask_to_narrow(entry, found), self._on_failed)

    def _ask_to_narrow(self, entry: PrivilegedRange, found: list[Suggestion]) -> None:
        if not found:
            tell(self._window, _TITLE, f"{_named(entry)} can't be narrowed.", icon=QMessageBox.Icon.Information,
                 detail="Nobody has relayed by it in the last 30 days, or others relay by all of it. Remove Range… takes it "
                        "out altogether.")
            return
        ranges = [item.range for item in found]
        shown = ", ".join(ranges[:_NAMED]) + (f" and {len(ranges) - _NAMED} more" if len(ranges) > _NAMED else "")
        ask(self._window, _TITLE, f"Narrow {_named(entry)} to {shown}?", "&Narrow",
            lambda: self._replace(entry, ranges, f"{entry.range} is narrowed to {shown}",
                                  f"Abuse report: narrow {entry.range}"),
            detail="These addresses have relayed by the entry in the last 30 days; all others then need a password. "
                   "Its note, its end, its hours and its senders stay.", is_default=False)

    def _replace(self, entry: PrivilegedRange, ranges: Sequence[str], done: str, comment: str) -> None:
        """Put ranges in the place of an entry; it may have gone meanwhile, and then nothing is changed."""
        def edit(settings: Settings) -> Settings:
            entries = settings.smtp.relay.privileged_ip_ranges
            if entry not in entries:
                raise SettingsError(f"{entry.range} has been changed or removed meanwhile.")
            place = entries.index(entry)
            plain = [item.model_dump(mode="json") for item in entries]
            known = {item.range for item in entries}
            plain[place:place + 1] = [{**plain[place], "range": text} for text in ranges if text not in known]
            return set_paths(settings, {_RANGES: plain})

        self._save(edit, done, comment)

    def _save(self, edit: Callable[[Settings], Settings], done: str, comment: str) -> None:
        loaded = self._settings.loaded
        if loaded is None:
            tell(self._window, _TITLE, "The settings can't be read.", detail=self._settings.fault)
            return
        try:
            edited = edit(loaded.settings)
        except SettingsError as error:
            tell(self._window, _TITLE, str(error))
            return
        self._settings.save(SaveRequest(edited, loaded.newest.number, {}, comment),
                            lambda revision: self.reported.emit(f"{done} (revision {revision.number})."), self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        tell(self._window, _TITLE, str(error))


def _named(entry: PrivilegedRange) -> str:
    return f"{entry.range} ({entry.note})" if entry.note else entry.range
