"""A queue as the console sees it: the keys of all its messages, and the rows that are in sight. Read off the GUI thread."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from posthouse_console.service.background import Background
from posthouse_console.service.newest import Newest
from posthouse_server.store import Store
from posthouse_server.store.queues import Queue, QueuedRow, QueueOrder

_LIVE_S = 1.0
_LIVE_SHARE = 6
"""A list that takes long to read is read less often, so that it costs no more than a sixth of a core."""
_TYPING_MS = 200
_AGEING_MS = 15_000
"""So often the ages and times are looked at anew, though nothing has changed."""
_SCREENFUL = 100


@dataclass(frozen=True, slots=True)
class Sight:
    """What was asked for, and what the store has said."""

    queue: Queue
    words: str
    ids: Sequence[str]
    rows: dict[str, QueuedRow]
    took_s: float = 0.0


class QueueList(QObject):
    """Follows one queue while somebody looks at it; facts arrive in the GUI thread."""

    seen = Signal(object)
    """A Sight of the queue that is watched."""
    rows_read = Signal(object, object)
    """Rows by their ids, and the set of ids that have left the queue."""
    changed = Signal()
    """The fault has changed."""

    def __init__(self, store: Store, background: Background, parent: QObject | None = None) -> None:
        """Read nothing yet: call watch()."""
        super().__init__(parent)
        self._store = store
        self._background = background
        self._sights = Newest(background, self)
        self.queue: Queue | None = None
        self.words = ""
        self._order, self._is_descending = QueueOrder.ACCEPTED, False
        self._keys_in_sight: Callable[[], list[str]] = list
        self._is_reading = self._is_stale = self._is_new = False
        self._wanted: list[str] = []
        self._is_paging = False
        self._took_s = self._read_at = 0.0
        self.fault = ""
        """Why the queue can't be read; empty when it can."""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._read)
        self._live = QTimer(self, singleShot=True)
        self._live.timeout.connect(self.reload)
        self._ageing = QTimer(self, interval=_AGEING_MS)
        self._ageing.timeout.connect(self.refresh)

    def watch(self, queue: Queue | None, keys_in_sight: Callable[[], list[str]] = list) -> None:
        """Begin to read a queue, or none; what is in sight is read again with each change."""
        if queue is not self.queue:
            self.queue, self.words, self._keys_in_sight = queue, "", keys_in_sight
            self.fault = ""  # the same one again would not be told
            self._wanted = []
            self._live.stop()
            self._is_new = queue is not None
            self._ageing.stop()
            if queue is not None:
                self._soon.start()
                self._ageing.start()

    def sort(self, order: QueueOrder, *, is_descending: bool) -> None:
        """List the messages in another order."""
        if (order, is_descending) != (self._order, self._is_descending):
            self._order, self._is_descending = order, is_descending
            self._soon.start()

    def search(self, words: str) -> None:
        """List only messages with all of these words."""
        if words != self.words:
            self.words = words
            self._typing.start()

    def refresh(self) -> None:
        """Something has changed in the spool: look at it before long."""
        if self.queue is not None and not self._live.isActive():
            pause_s = max(_LIVE_S, self._took_s * _LIVE_SHARE)
            self._live.start(max(0, int((self._read_at + pause_s - time.monotonic()) * 1000)))

    def reload(self) -> None:
        """Read now, if somebody looks; one reading at a time."""
        if self.queue is None:
            return
        if self._is_reading:
            self._is_stale = True
        else:
            self._read()

    def read_rows(self, ids: Sequence[str]) -> None:
        """Read rows that have come into sight; of what was wanted while others were being read, only the newest."""
        self._wanted = list(ids)
        if not self._is_paging:
            self._page()

    def find_rows(self, queue: Queue, ids: Sequence[str]) -> list[QueuedRow]:
        """Return the messages of a queue that are still in it; called in a background thread, raises StoreError."""
        return self._store.spool.queues.rows(queue, ids)

    def act(self, work: Callable[[], int], done: Callable[[int], None], failed: Callable[[Exception], None]) -> None:
        """Do something with messages in the background, then look at the queue again."""
        def on_done(number: int) -> None:
            self.reload()
            done(number)

        self._background.run(self, work, on_done, failed)

    def _read_beginning(self, queue: Queue) -> None:
        """A long queue takes a moment to be put in order: its beginning is there at once."""
        if self._order is not QueueOrder.ACCEPTED:
            return
        queues, is_descending = self._store.spool.queues, self._is_descending

        def work() -> Sight:
            ids = queues.first_ids(queue, _SCREENFUL, is_descending=is_descending)
            return Sight(queue, "", ids, {row.id: row for row in queues.rows(queue, ids)})

        self._sights.ask(work, self._on_seen, self._on_failed)

    def _read(self) -> None:
        """Read what is asked for now, also while an older reading is under way, which then counts no more."""
        if self.queue is None:
            return
        if self._is_new:
            self._is_new = False
            self._read_beginning(self.queue)
        self._is_reading = True
        queue, words, order, is_descending = self.queue, self.words, self._order, self._is_descending
        in_sight, queues = self._keys_in_sight(), self._store.spool.queues

        def work() -> Sight:
            began = time.monotonic()
            ids = queues.ids(queue, words, order, is_descending=is_descending)
            shown = in_sight or ids[:_SCREENFUL]
            rows = {row.id: row for row in queues.rows(queue, shown)}
            return Sight(queue, words, ids, rows, time.monotonic() - began)

        self._sights.ask(work, self._on_read, self._on_failed)

    def _page(self) -> None:
        if self.queue is None or not self._wanted:
            return
        queue, ids, self._wanted, self._is_paging = self.queue, self._wanted, [], True

        def done(rows: list[QueuedRow]) -> None:
            self._is_paging = False
            if queue is self.queue:
                found = {row.id: row for row in rows}
                self.rows_read.emit(found, set(ids) - found.keys())
            self._page()

        self._background.run(self, lambda: self._store.spool.queues.rows(queue, ids), done, self._on_page_failed)

    def _on_read(self, sight: Sight) -> None:
        self._is_reading = False
        self._took_s, self._read_at = sight.took_s, time.monotonic()
        self._on_seen(sight)
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def _on_seen(self, sight: Sight) -> None:
        self._tell_fault("")
        if sight.queue is self.queue:
            self.seen.emit(sight)

    def _on_page_failed(self, error: Exception) -> None:
        self._is_paging = False
        self._tell_fault(str(error))

    def _on_failed(self, error: Exception) -> None:
        self._is_reading = False
        self._tell_fault(str(error))

    def _tell_fault(self, fault: str) -> None:
        if fault != self.fault:
            self.fault = fault
            self.changed.emit()
