"""The message trace as the console sees it: searched newest first, followed while somebody looks, off the GUI thread."""

from __future__ import annotations

import functools
import threading
import time
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from posthouse_console.service.background import Background
from posthouse_server.store import Store
from posthouse_server.store.trace_filter import TraceFilter
from posthouse_server.store.traffic import DecisionRow

_LIVE_S = 1.0
_LIVE_SHARE = 6
"""What takes long to read is read less often, so that it costs no more than a sixth of a core."""
_TYPING_MS = 200
_TELL_S = 0.1
_LATE_S = 10.0
"""So much later than it was made may a line be recorded: batches of several threads come in no order."""


@dataclass(frozen=True, slots=True)
class SearchState:
    """How far a search through the trace has come."""

    is_running: bool = False
    share: float = 1.0
    """How much of the trace has been looked through, from 0 to 1."""
    since: float = float("-inf")
    """How far back it has been looked through, in seconds since 1970."""
    is_cancelled: bool = False


class TraceSource(QObject):
    """Reads the times of all lines that a filter wants, and the lines in sight; facts arrive in the GUI thread."""

    began = Signal()
    """A search begins: what it finds comes in parts."""
    found = Signal(object)
    """An array of times, all older than those before it; seconds since 1970, ascending."""
    followed = Signal(float, object, float)
    """The times of all wanted lines since a time, and the time of the oldest line that is kept."""
    lines_read = Signal(object, object)
    """Numbers of lines that were wanted, and the rows of their times."""
    changed = Signal()
    """The state of the search, the fault, or whether it is paused, is another."""

    def __init__(self, store: Store, background: Background, parent: QObject | None = None) -> None:
        """Read nothing yet: call watch()."""
        super().__init__(parent)
        self._store = store
        self._background = background
        self.wanted = TraceFilter()
        self.state = SearchState()
        self.fault = ""
        """Why the trace can't be read; empty when it can."""
        self.is_paused = False
        self._looked_at = 0.0
        self._is_watched = self._is_following = self._has_begun = self._is_paging = False
        self._cancel = threading.Event()
        self._wish: tuple[list[int], list[float]] | None = None
        self._took_s = self._read_at = 0.0
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self.reload)
        self._live = QTimer(self, singleShot=True)
        self._live.timeout.connect(self._follow)

    @property
    def is_watched(self) -> bool:
        """Return whether somebody looks."""
        return self._is_watched

    def watch(self, on: bool) -> None:
        """Begin to read, or leave it."""
        if on and not self._is_watched:
            self._is_watched, self.is_paused = True, False
            self.wanted = TraceFilter()
            self._typing.stop()
            self.reload()
        elif not on and self._is_watched:
            self._is_watched = False
            self._cancel.set()
            self._live.stop()
            self._typing.stop()

    def search(self, wanted: TraceFilter) -> None:
        """List only what this filter wants."""
        if wanted != self.wanted:
            self.wanted = wanted
            self._typing.start()

    def pause(self, on: bool) -> None:
        """Take up no new lines, or follow again."""
        self.is_paused = on
        self.changed.emit()
        if not on:
            self.refresh()

    def cancel(self) -> None:
        """Give up the search; what it has found stays in the list."""
        if self.state.is_running:
            self._cancel.set()
            self._tell(SearchState(False, self.state.share, self.state.since, is_cancelled=True))

    def refresh(self) -> None:
        """Something was recorded: look at it before long."""
        if self._is_watched and not self.is_paused and not self._live.isActive():
            pause_s = max(_LIVE_S, self._took_s * _LIVE_SHARE)
            self._live.start(max(0, int((self._read_at + pause_s - time.monotonic()) * 1000)))

    def reload(self) -> None:
        """Search anew, if somebody looks."""
        if not self._is_watched:
            return
        self._cancel.set()
        self._cancel, self._has_begun, self._wish = threading.Event(), False, None
        self.fault, self._looked_at = "", time.time()
        self.state = SearchState(is_running=True, share=0.0)
        self.began.emit()
        self.changed.emit()
        wanted, cancel = self.wanted, self._cancel
        self._background.run(self, lambda: self._look(wanted, cancel), lambda _none: self._on_looked(cancel),
                             functools.partial(self._on_failed, cancel))

    def read_lines(self, numbers: Sequence[int], times: Sequence[float]) -> None:
        """Read lines that have come into sight; of what was wanted while others were being read, only the newest."""
        self._wish = list(numbers), list(times)
        if not self._is_paging:
            self._page()

    def reader(self) -> Callable[[Sequence[float]], Sequence[DecisionRow]]:
        """Return what reads the lines of some times as they are filtered now; it blocks, and raises StoreError."""
        return functools.partial(self._store.traffic.trace.rows_at, self.wanted)

    def _look(self, wanted: TraceFilter, cancel: threading.Event) -> None:
        """Search, and tell what is found a few times a second; called in a background thread."""
        gathered, told_at = array("d"), 0.0
        for part in self._store.traffic.trace.times(wanted):
            if cancel.is_set() or self._background.closing.is_set():
                return
            gathered = part.times + gathered
            if time.monotonic() - told_at >= _TELL_S or part.share >= 1.0:
                state = SearchState(part.share < 1.0, part.share, part.since)
                self._background.post(self, functools.partial(self._on_part, cancel, gathered, state))
                told_at = time.monotonic() if gathered else told_at
                gathered = array("d")

    def _on_part(self, cancel: threading.Event, times: array[float], state: SearchState) -> None:
        if cancel is not self._cancel or cancel.is_set():
            return
        self._has_begun = True
        self.found.emit(times)
        share = max(state.share, self.state.share)  # what is looked through on the way to a part has no share of its own
        self._tell(SearchState(state.is_running, share, state.since))

    def _on_looked(self, cancel: threading.Event) -> None:
        if cancel is self._cancel:
            self._has_begun = True
            if not cancel.is_set():
                self._tell(SearchState())
            self._read_at = time.monotonic()

    def _on_failed(self, cancel: threading.Event, error: Exception) -> None:
        if cancel is self._cancel:
            self.fault, self._read_at = str(error), time.monotonic()
            self._tell(SearchState(is_cancelled=True))

    def _tell(self, state: SearchState) -> None:
        self.state = state
        self.changed.emit()

    def _follow(self) -> None:
        if not self._is_watched or self.is_paused or self._is_following:
            return
        if self.fault and not self._has_begun:  # the search could not even begin
            self.reload()
            return
        if not self._has_begun or self._typing.isActive():
            self._live.start(int(_LIVE_S * 1000))  # refresh() may find it high time, and come back at once
            return
        wanted, cancel, trace = self.wanted, self._cancel, self._store.traffic.trace
        since, at = self._looked_at - _LATE_S, time.time()
        self._is_following = True

        def work() -> tuple[array[float], float, float]:
            began, times = time.monotonic(), array("d")
            for part in trace.times(wanted, since):
                times = part.times + times
            return times, trace.oldest(), time.monotonic() - began

        self._background.run(self, work, functools.partial(self._on_followed, cancel, since, at), self._on_not_followed)

    def _on_followed(self, cancel: threading.Event, since: float, at: float,
                     answer: tuple[array[float], float, float]) -> None:
        self._is_following, self._read_at = False, time.monotonic()
        times, oldest, self._took_s = answer
        if cancel is self._cancel and not self.is_paused:
            self._looked_at = at
            self.followed.emit(since, times, oldest)
            if self.fault:
                self.fault = ""
                self.changed.emit()

    def _on_not_followed(self, error: Exception) -> None:
        self._is_following, self._read_at = False, time.monotonic()
        self.fault = str(error)
        self.changed.emit()

    def _page(self) -> None:
        if self._wish is None:
            return
        (numbers, times), self._wish, self._is_paging = self._wish, None, True
        read, cancel = self.reader(), self._cancel

        def done(rows: Sequence[DecisionRow]) -> None:
            self._is_paging = False
            if cancel is self._cancel:
                self.lines_read.emit(numbers, rows)
            self._page()

        def failed(error: Exception) -> None:
            self._is_paging = False
            self._on_not_followed(error)

        self._background.run(self, lambda: read(times), done, failed)
