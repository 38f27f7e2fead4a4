"""The columns of a list as somebody has arranged them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QTableView


@dataclass(frozen=True, slots=True)
class Placed:
    """One column: its number in the model, its title, and whether it is shown."""

    number: int
    title: str
    is_shown: bool = True


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The columns from left to right."""

    columns: tuple[Placed, ...]
    is_usual: bool = False
    """Whether the widths are to be the usual ones, too."""

    def usual(self) -> Arrangement:
        """Return all columns in the order of the program."""
        return Arrangement(tuple(replace(column, is_shown=True) for column in sorted(
            self.columns, key=lambda column: column.number)), is_usual=True)


def arrangement_of(view: QTableView, titles: Sequence[str]) -> Arrangement:
    """Return how the columns of a table stand."""
    header = view.horizontalHeader()
    order = [header.logicalIndex(place) for place in range(len(titles))]
    return Arrangement(tuple(Placed(number, titles[number], not header.isSectionHidden(number)) for number in order))


def arrange(view: QTableView, wanted: Arrangement) -> None:
    """Put the columns of a table in their places."""
    header = view.horizontalHeader()
    for place, column in enumerate(wanted.columns):
        header.moveSection(header.visualIndex(column.number), place)
        if header.isSectionHidden(column.number) == column.is_shown:
            header.setSectionHidden(column.number, not column.is_shown)
