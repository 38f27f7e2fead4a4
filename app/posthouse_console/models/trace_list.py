"""The trace as a table of any length: it knows the time of each line, and reads the lines as they come into sight."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QModelIndex, QObject, Qt, Signal

from posthouse_console.models.decision_rows import DecisionsModel
from posthouse_console.models.lazy_rows import LazyRowsModel
from posthouse_console.models.rows import Batches, Index, RowRole
from posthouse_server.store.traffic import DecisionRow
from posthouse_server.words import tr

_NOWHERE = QModelIndex()
_AROUND = 40
_MOST_KEPT = 4000
_PORTION = 500
_MOST_CHOSEN = 10_000
"""Nobody acts on more lines at once; all of them can be copied or exported all the same."""
_NEWEST_FIRST = Qt.SortOrder.AscendingOrder  # as in every list of times
Reader = Callable[[Sequence[float]], Sequence[DecisionRow]]


class TraceListModel(LazyRowsModel[DecisionRow]):
    """Lines in the order of their time. A line is known by its number, which stays when newer or older ones are added."""

    NOUN = (tr("decision"), tr("decisions"))
    COLUMNS = DecisionsModel.COLUMNS
    order_refused = Signal(object)
    """Somebody has asked for another order than that of time; the Qt.SortOrder of time that stays."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._times = array("d")
        self._first = 0
        """The number of the oldest line; it sinks as older ones are found."""
        self._lines: dict[int, DecisionRow] = {}
        self._current: set[int] = set()
        """Numbers of lines read since the list has changed last; others are shown as they were, and asked for."""
        self._is_newest_first = True
        self.read_times: Reader | None = None
        """Reads the lines of these times, as they are filtered now; it blocks."""

    @property
    def newest(self) -> float | None:
        """Return the time of the newest line in seconds since 1970."""
        return self._times[-1] if self._times else None

    def begin(self, note: str) -> None:
        """Start over with an empty list."""
        self.beginResetModel()
        self._times, self._first, self.note = array("d"), 0, note
        self._forget()
        self.endResetModel()

    def add_older(self, times: array[float]) -> None:
        """Add lines that are older than all there are, ascending."""
        if not times:
            return
        if self._times and times[-1] > self._times[0]:  # what came late stands between
            self._merge(times)
            return
        with _Insertion(self, len(self._times) if self._is_newest_first else 0, len(times)):
            self._times = times + self._times
            self._first -= len(times)

    def follow(self, since: float, times: array[float], oldest: float) -> None:
        """Take the lines made since a time as they are now, ascending; those before the oldest are forgotten."""
        start = bisect_left(self._times, since)
        known, number = self._times[start:], len(self._times)
        if times[:len(known)] == known:
            if len(times) > len(known):
                with _Insertion(self, 0 if self._is_newest_first else number, len(times) - len(known)):
                    self._times = self._times + times[len(known):]
        else:
            self._replace_tail(start, times)
        self._drop(bisect_left(self._times, oldest))
        self._current.clear()
        self._tell_all()

    def take_lines(self, numbers: Sequence[int], rows: Sequence[DecisionRow]) -> None:
        """Fill in the lines that were wanted; these are all there are of their times."""
        by_time: dict[float, list[DecisionRow]] = {}
        for row in rows:
            by_time.setdefault(row.at.timestamp(), []).append(row)
        if len(self._lines) > _MOST_KEPT:
            self._forget()
        for number in numbers:
            place = number - self._first
            if 0 <= place < len(self._times):
                same = by_time.get(self._times[place], ())
                rank = place - bisect_left(self._times, self._times[place])
                if rank < len(same):
                    self._lines[number] = same[rank]
                self._current.add(number)
        self._tell_all()

    def time_of(self, number: int) -> float:
        """Return the time of a line."""
        return self._times[number - self._first]

    def _merge(self, times: array[float]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        self._times = array("d", sorted(times + self._times))
        self._forget()
        self.changePersistentIndexList(before, [QModelIndex() for _ in before])
        self.layoutChanged.emit()

    def _replace_tail(self, start: int, times: array[float]) -> None:
        """Lines have come between others: those from there on are listed anew, and the rest stays as it is."""
        number = len(self._times) - start
        row = 0 if self._is_newest_first else start
        if number:
            self.beginRemoveRows(_NOWHERE, row, row + number - 1)
            self._times = self._times[:start]
            self.endRemoveRows()
        for place in [place for place in self._lines if place - self._first >= start]:
            del self._lines[place]
        if times:
            with _Insertion(self, row, len(times)):
                self._times = self._times + times

    def _drop(self, number: int) -> None:
        """Forget the oldest lines."""
        if number:
            left = len(self._times) - number
            row = left if self._is_newest_first else 0
            self.beginRemoveRows(_NOWHERE, row, row + number - 1)
            self._times = self._times[number:]
            self._first += number
            self.endRemoveRows()

    def _forget(self) -> None:
        self._lines.clear()
        self._current.clear()
        self._asked.clear()

    def _tell_all(self) -> None:
        if self._times:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._times) - 1, len(self.COLUMNS) - 1))

    def _number(self, row: int) -> int:
        return self._first + (len(self._times) - 1 - row if self._is_newest_first else row)

    @property
    def keys(self) -> Sequence[Any]:
        """Return the places of all lines in the order in which they stand."""
        places = range(len(self._times))
        return places[::-1] if self._is_newest_first else places

    @property
    def rows(self) -> Sequence[DecisionRow]:
        """Return the lines that have been read, in their order."""
        return tuple(self._lines[number] for number in sorted(self._lines, reverse=self._is_newest_first))

    def key(self, row: DecisionRow) -> Hashable:
        """Return the id."""
        return row.id

    def reading(self, keys: Sequence[Any]) -> Batches | None:
        """Return what reads the lines of these places in the background, in their order."""
        read, times = self.read_times, self._times[:]
        if read is None:
            return None

        def batches() -> Iterator[Sequence[DecisionRow]]:
            for start in range(0, len(keys), _PORTION):
                yield _picked(times, keys[start:start + _PORTION], read)

        return batches

    def chosen_keys(self, selection: QItemSelection) -> Sequence[Any]:
        """Return the places of the selected lines."""
        return [self._number(row) - self._first for top, bottom in _spans(selection) for row in range(top, bottom + 1)]

    def chosen(self, selection: QItemSelection) -> tuple[object, ...]:
        """Return the selected lines that have been read, no more than commands act on."""
        found: list[object] = []
        for top, bottom in _spans(selection):
            found += [self._lines.get(self._number(row)) for row in range(top, min(bottom + 1, top + _MOST_CHOSEN))]
        return tuple(found[:_MOST_CHOSEN])

    def _ask(self) -> None:
        """Ask for what was painted and is not read, with what stands beside it; the newest sight counts."""
        if not self._asked:
            return
        known = range(self._first, self._first + len(self._times))  # some may have gone since they were painted
        first, last = max(known.start, min(self._asked) - _AROUND), min(known.stop - 1, max(self._asked) + _AROUND)
        wanted = range(first, last + 1) if last - first <= _MOST_KEPT else [
            number for number in sorted(self._asked) if number in known]
        self._asked.clear()
        self.rows_wanted.emit([number for number in wanted if number not in self._current])

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of lines, read or not."""
        return 0 if parent.isValid() else len(self._times)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows; a line that is not read yet is empty, and asked for."""
        if not index.isValid():
            return None
        number = self._number(index.row())
        row = self._lines.get(number)
        if role == Qt.ItemDataRole.DisplayRole and number not in self._current:
            self._asked.add(number)
            self._asking.start()
        if role == RowRole.ROW:
            return row
        return None if row is None else self.cell(row, index.column(), role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Say that only the time sorts."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.ToolTipRole and section:
            tip = self.COLUMNS[section].title_tip
            return f"{tip}\n{_NO_SORTING}" if tip else _NO_SORTING
        return super().headerData(section, orientation, role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Turn the list round; it can be sorted by time alone."""
        if column != 0:
            self.order_refused.emit(_NEWEST_FIRST if self._is_newest_first else Qt.SortOrder.DescendingOrder)
            return
        is_newest_first = order is _NEWEST_FIRST
        if is_newest_first is self._is_newest_first:
            return
        self.layoutAboutToBeChanged.emit()
        before, last = self.persistentIndexList(), len(self._times) - 1
        self._is_newest_first = is_newest_first
        self.changePersistentIndexList(before, [self.index(last - old.row(), old.column()) for old in before])
        self.layoutChanged.emit()


_NO_SORTING = tr("The trace is sorted by time alone; the fields above the list find what belongs together.")


class _Insertion:
    """Tells views of rows that come."""

    def __init__(self, model: TraceListModel, row: int, number: int) -> None:
        self._model, self._row, self._number = model, row, number

    def __enter__(self) -> None:
        self._model.beginInsertRows(_NOWHERE, self._row, self._row + self._number - 1)

    def __exit__(self, *_error: object) -> None:
        self._model.endInsertRows()


def _spans(selection: QItemSelection) -> list[tuple[int, int]]:
    return sorted({(selection.at(number).top(), selection.at(number).bottom()) for number in range(selection.count())})


def _picked(times: array[float], places: Sequence[int], read: Reader) -> list[DecisionRow]:
    """Read the lines at some places of ascending times; those that are forgotten are missing."""
    by_time: dict[float, list[DecisionRow]] = {}
    for row in read([times[place] for place in places]):
        by_time.setdefault(row.at.timestamp(), []).append(row)
    found = []
    for place in places:
        same, rank = by_time.get(times[place], ()), place - bisect_left(times, times[place])
        if rank < len(same):
            found.append(same[rank])
    return found
