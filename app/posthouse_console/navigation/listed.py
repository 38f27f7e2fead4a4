"""What a list shows, taken down at one moment, for those who carry it away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from posthouse_console.models.rows import Batches, Column


@dataclass(frozen=True, slots=True)
class Listed:
    """The columns in the order in which they stand, and what reads the rows, filtered and sorted as they are shown."""

    columns: Sequence[Column[Any]]
    batches: Batches
    noun: tuple[str, str]
    total: int
    """How many rows there are; 0: that is not known before they are read."""
