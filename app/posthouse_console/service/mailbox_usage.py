"""How much the mailboxes on show hold, counted in the background as long as somebody looks."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from posthouse_console.service.background import Background
from posthouse_console.service.newest import Newest
from posthouse_server.mailboxes.place import place_of
from posthouse_server.mailboxes.usage import Usage, usage_of
from posthouse_server.store.directory import MailboxRow

_log = logging.getLogger(__name__)
_EVERY_MS = 4000  # a mailbox that has not changed costs two looks at its folders


class MailboxUsage(QObject):
    """Holds the usage by login; `changed` is emitted in the GUI thread whenever it differs."""

    changed = Signal()

    def __init__(self, mail: Path, background: Background, parent: QObject | None = None) -> None:
        """Count nothing yet: call watch(); `mail` is the folder of all mailboxes."""
        super().__init__(parent)
        self._mail = mail
        self._background = background
        self._reads = Newest(background, self)
        self._rows: Sequence[MailboxRow] = ()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.usage: Mapping[str, Usage] = {}

    def watch(self, rows: Sequence[MailboxRow]) -> None:
        """Count these from now on; none: rest."""
        if tuple(rows) == tuple(self._rows):
            return
        self._rows = tuple(rows)
        if rows:
            self._timer.start()
            self.reload()
        else:
            self._timer.stop()

    def reload(self) -> None:
        """Count now."""
        rows, mail = self._rows, self._mail

        def work() -> dict[str, Usage]:
            found = {}
            for row in rows:
                if rows is not self._rows or self._background.closing.is_set():
                    break  # nobody looks at them any more
                try:
                    found[row.login] = usage_of(place_of(mail, row.maildir))
                except OSError as error:
                    _log.warning("The mailbox %s could not be read: %s", row.login, error)
            return found

        if rows:
            self._reads.ask(work, self._on_read, self._on_failed)

    def _on_timer_timeout(self) -> None:
        """A slow disk may not have answered yet."""
        if not self._reads.is_busy:
            self.reload()

    def _on_read(self, found: dict[str, Usage]) -> None:
        if found != self.usage:
            self.usage = found
            self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        _log.error("The mailboxes could not be counted", exc_info=error)
