"""A table model over very many rows: it knows the keys of all, and reads the rows themselves as they come into sight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QItemSelection, QModelIndex, QObject, Qt, QTimer, Signal

from posthouse_console.models.rows import Batches, Index, RowRole, RowsModel

T = TypeVar("T")
_NOWHERE = QModelIndex()
_AROUND = 40
"""So many rows beside those in sight are read along with them, since they come next."""
_MOST_KEPT = 2000
_PORTION = 500


@dataclass(frozen=True, slots=True)
class Unread:
    """A row that has not been in sight yet: of it only the key is known."""

    id: str


class LazyRowsModel(RowsModel[T]):
    """Shows keys in the order in which the source has sorted them; subclasses describe the rows with COLUMNS and key()."""

    rows_wanted = Signal(list)
    """Keys of rows that are in sight and not read."""
    sort_wanted = Signal(int, object)
    """A column, and a Qt.SortOrder."""
    note_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._keys: list[str] = []
        self._read: dict[str, T] = {}
        self._fresh: set[str] = set()
        """Keys whose row was read since the list has changed last; others are shown as they were, and asked for."""
        self._in_sight: set[int] = set()
        self._asked: set[int] = set()
        self._note = ""
        self.read_rows: Callable[[Sequence[str]], Sequence[T]] | None = None
        """Reads the rows of these keys, without those that are gone; it blocks."""
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)

    @property
    def note(self) -> str:
        """Return what to say while the list is empty, if not its usual text."""
        return self._note

    @note.setter
    def note(self, text: str) -> None:
        if text != self._note:
            self._note = text
            self.note_changed.emit()  # a list that was empty and stays so says something else

    @property
    def keys(self) -> Sequence[str]:
        """Return the keys of all rows, in their order."""
        return self._keys

    @property
    def rows(self) -> Sequence[T]:
        """Return the rows that have been read, in their order."""
        return tuple(self._read[key] for key in self._keys if key in self._read)

    def reading(self, keys: Sequence[str]) -> Batches | None:
        """Return what reads the rows of these keys in the background, in their order."""
        read = self.read_rows
        if read is None:
            return None
        wanted = list(keys)

        def batches() -> Iterator[Sequence[T]]:
            for first in range(0, len(wanted), _PORTION):
                portion = wanted[first:first + _PORTION]
                found = {self.key(row): row for row in read(portion)}
                yield [found[key] for key in portion if key in found]

        return batches

    def keys_in_sight(self) -> list[str]:
        """Return the keys of what was painted since it was asked last; with the answer they are to be read again."""
        found = [self._keys[number] for number in sorted(self._in_sight) if number < len(self._keys)]
        self._in_sight.clear()
        return found[:_MOST_KEPT]

    def chosen(self, selection: QItemSelection) -> tuple[object, ...]:
        """Return the selected rows, read or not, without asking for each of their cells."""
        parts = [selection.at(number) for number in range(selection.count())]
        numbers = sorted({(part.top(), part.bottom()) for part in parts})
        return tuple(self._row(number) for top, bottom in numbers for number in range(top, bottom + 1))

    def chosen_keys(self, selection: QItemSelection) -> Sequence[Any]:
        """Return the keys of the selected rows, as reading() takes them."""
        return [row.id if isinstance(row, Unread) else self.key(row) for row in self.chosen(selection)]  # type: ignore[arg-type]

    def show_keys(self, keys: Sequence[str], rows: Mapping[str, T]) -> None:
        """Follow a new state: what stays keeps its selection, however much comes and goes."""
        if list(keys) != self._keys:
            self._follow(list(keys))
        self._fresh.clear()
        self._keep(rows)
        self._tell_changed()

    def take_rows(self, rows: Mapping[str, T], missing: Iterable[str] = ()) -> None:
        """Fill in what was wanted; what is missing has left the list, and goes with its next state."""
        self._keep(rows)
        gone = set(missing)
        if gone:
            self._follow([key for key in self._keys if key not in gone])
        self._tell_changed()

    def _keep(self, rows: Mapping[str, T]) -> None:
        if len(self._read) > _MOST_KEPT:
            self._read.clear()
            self._fresh.clear()
        self._read.update(rows)
        self._fresh.update(rows)
        self._asked.clear()

    def _tell_changed(self) -> None:
        if self._keys:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._keys) - 1, len(self.COLUMNS) - 1))

    def _follow(self, keys: list[str]) -> None:
        """Change the keys in four steps, so that views follow every row: sort, remove at the end, append, sort."""
        if not self.persistentIndexList():
            self._replace_keys(keys)
            return
        wanted, present = set(keys), set(self._keys)
        kept = [key for key in keys if key in present]
        gone = [key for key in self._keys if key not in wanted]
        self._reorder([*kept, *gone])
        if gone:
            self.beginRemoveRows(_NOWHERE, len(kept), len(kept) + len(gone) - 1)
            self._keys = kept
            self.endRemoveRows()
        new = [key for key in keys if key not in present]
        if new:
            self.beginInsertRows(_NOWHERE, len(kept), len(kept) + len(new) - 1)
            self._keys = [*kept, *new]
            self.endInsertRows()
        self._reorder(keys)

    def _replace_keys(self, keys: list[str]) -> None:
        """No view has its eye on a row: it is enough that their number is right."""
        before, after = len(self._keys), len(keys)
        if after < before:
            self.beginRemoveRows(_NOWHERE, after, before - 1)
            self._keys = keys
            self.endRemoveRows()
        elif after > before:
            self.beginInsertRows(_NOWHERE, before, after - 1)
            self._keys = keys
            self.endInsertRows()
        else:
            self._keys = keys

    def _reorder(self, keys: list[str]) -> None:
        if keys == self._keys:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        place = {key: number for number, key in enumerate(keys)} if before else {}
        after = [self.index(place[self._keys[old.row()]], old.column()) for old in before]
        self._keys = keys
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _row(self, number: int) -> T | Unread:
        key = self._keys[number]
        row = self._read.get(key)
        return Unread(key) if row is None else row

    def _ask(self) -> None:
        """Ask for what was painted and is not read, with what stands beside it; the newest sight counts."""
        if not self._asked:
            return
        first, last = max(0, min(self._asked) - _AROUND), max(self._asked) + _AROUND
        keys = self._keys[first:last + 1] if last - first <= _MOST_KEPT else [
            self._keys[number] for number in sorted(self._asked) if number < len(self._keys)]
        self._asked.clear()
        self.rows_wanted.emit([key for key in keys if key not in self._fresh])

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows, read or not."""
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows: of a row that is not read yet only the key, and it is asked for."""
        if not index.isValid():
            return None
        number = index.row()
        row = self._read.get(self._keys[number])
        if role == Qt.ItemDataRole.DisplayRole:
            self._in_sight.add(number)
            if self._keys[number] not in self._fresh:
                self._asked.add(number)
                self._asking.start()
        if role == RowRole.ROW:
            return self._row(number)
        if row is None:
            return self._keys[number] if role == Qt.ItemDataRole.DisplayRole and index.column() == 0 else None
        return self.cell(row, index.column(), role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Have the source sort."""
        if 0 <= column < len(self.COLUMNS):
            self.sort_wanted.emit(column, order)
