"""The three logs of a server: what goes in is written by a thread of their own, so that no mail waits for a file."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from posthouse_server.alarms import AlarmKind, Alarms
from posthouse_server.logs.files import LogFiles, Naming, Retention
from posthouse_server.logs.lines import Exchange, Remark, activity, debug, w3c, w3c_head
from posthouse_server.settings.schema import Logging
from posthouse_server.words import tr

_log = logging.getLogger(__name__)
_MOST_WAITING = 200_000
_AT_ONCE = 2000
_NAMES = {"activity": Naming("SMTP-Activity-"), "w3c": Naming("ex"), "debug": Naming("SMTP-Debug-")}
Item = Exchange | Remark
Work = Item | Mapping[str, LogFiles] | None
"""An entry, the files that count from now on, or the end."""


class Journals:
    """Takes entries on the event loop, or on any thread; never blocks, and never raises."""

    def __init__(self, folder: Path, alarms: Alarms) -> None:
        """Write into this folder unless the settings name another; nothing is on before `apply`."""
        self._folder = folder
        self._alarms = alarms
        self._settings = Logging()
        self._work: queue.SimpleQueue[Work] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._lost = 0
        self._faults: dict[str, str] = {}
        """What is wrong with which log."""
        self.has_exchanges = False
        """Whether Activity or W3C is on: only then is anything made for them."""
        self.has_remarks = False
        """Whether Debug is on."""

    def apply(self, settings: Logging) -> None:
        """Take new settings into force."""
        if settings == self._settings:
            return
        self._settings = settings
        files = {name: LogFiles(Path(directory) if directory else self._folder, _NAMES[name], Retention(
            settings.file_megabytes, settings.keep_days, settings.keep_megabytes))
            for name, is_on, directory in settings.logs if is_on}
        self.has_exchanges = "activity" in files or "w3c" in files
        self.has_remarks = "debug" in files
        if self._thread is None and files:
            self._thread = threading.Thread(target=self._run, name="logs", daemon=True)
            self._thread.start()
        if self._thread is not None:
            self._work.put(files)

    def write(self, item: Item) -> None:
        """Put an entry in; beyond a bound it is lost and counted, since a full disk must not eat the memory."""
        if self._work.qsize() >= _MOST_WAITING:
            self._lost += 1
        else:
            self._work.put(item)

    def look(self) -> None:
        """Let the alarm about the logs stand or end; called again and again on the event loop."""
        lost, self._lost = self._lost, 0
        fault = " ".join(filter(None, self._faults.values()))
        if lost and not fault:
            fault = tr("{lost:,} lines were lost: they came faster than they could be written.", lost=lost)
        if fault:
            self._alarms.sound(AlarmKind.LOGS, tr("The logs are incomplete; mail goes on. {fault}", fault=fault))
        else:
            self._alarms.end(AlarmKind.LOGS)

    def close(self, timeout_s: float = 5.0) -> None:
        """Write what waits, and end the thread; blocks."""
        if self._thread is not None:
            self._work.put(None)
            self._thread.join(timeout_s)
            self._thread = None

    def _run(self) -> None:
        files: Mapping[str, LogFiles] = {}
        is_over = False
        while not is_over:
            work = [self._work.get()]
            while len(work) < _AT_ONCE and not self._work.empty():
                work.append(self._work.get())
            items: list[Item] = []
            for item in work:
                if isinstance(item, Exchange | Remark):
                    items.append(item)
                    continue
                self._save(files, items)
                items = []
                for old in files.values():
                    old.close()
                is_over = item is None
                files = item or {}
                if item is not None:
                    self._faults = {}  # they were about files that count no more
            self._save(files, items)

    def _save(self, files: Mapping[str, LogFiles], items: list[Item]) -> None:
        """Write entries, each into the files it belongs to; one log that fails takes no other with it."""
        if not items or not files:
            return
        for name, file in files.items():
            if days := _by_day(name, items):
                fault = _written(name, file, days)
                if fault and not self._faults.get(name):
                    _log.error("A log can't be written: %s", fault)
                self._faults = {**self._faults, name: fault}  # another one, since the event loop reads it meanwhile


def _written(name: str, file: LogFiles, days: dict[str, tuple[datetime, list[str]]]) -> str:
    """Append lines to the files of a log; returns what has failed, "" where all is well."""
    try:
        for at, lines in days.values():
            file.append(at, "".join(f"{line}\n" for line in lines), w3c_head(at) if name == "w3c" else "")
    except OSError as error:
        return f"{error.strerror or error}: {error.filename or file.folder}."
    except ValueError as error:  # a path that no system takes
        return f"{error}: {file.folder}."
    return ""


def _by_day(name: str, items: list[Item]) -> dict[str, tuple[datetime, list[str]]]:
    """Return the lines of a log by their local day, with the time of the first."""
    found: dict[str, tuple[datetime, list[str]]] = {}
    for item in items:
        if isinstance(item, Remark):
            line = debug(item) if name == "debug" else ""
        else:
            line = "" if name == "debug" else activity(item) if name == "activity" else w3c(item)
        if line:
            at = item.at.astimezone()
            found.setdefault(f"{at:%y%m%d}", (at, []))[1].append(line)
    return found
