"""What the server logs of itself, into the Debug log as well."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from posthouse_server.logs.journals import Journals
from posthouse_server.logs.lines import Remark


class JournalHandler(logging.Handler):
    """Passes records on while the Debug log is on."""

    def __init__(self, journals: Journals) -> None:
        """Write there what is worth a line on stderr."""
        super().__init__(logging.INFO)
        self._journals = journals

    def emit(self, record: logging.LogRecord) -> None:
        """Pass one on: its sentence alone, without a traceback."""
        if self._journals.has_remarks:
            try:
                at = datetime.fromtimestamp(record.created, UTC)
                self._journals.write(Remark(at, f"{record.levelname} {record.getMessage()}"))
            except Exception:  # noqa: BLE001 - as all handlers do it: whoever logs must not fail for that
                self.handleError(record)
