"""The benchmark: `python3 packaging/dev.py bench [SECTION...]`; prints a table, asserts nothing."""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench import click, console, idle, live, throughput

Figure = tuple[str, str, str]
"""What, the figure with its unit, the goal."""

_SECTIONS: dict[str, Callable[[Path], list[Figure]]] = {
    "click": click.measure, "live": live.measure, "idle": idle.measure, "console": console.measure,
    "throughput": throughput.measure}


def main() -> None:
    """Measure the chosen sections, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sections", nargs="*", choices=[*_SECTIONS, []], help="what to measure (default: all)")
    chosen = parser.parse_args().sections or list(_SECTIONS)
    rows: list[Figure] = [("what", "measured", "goal")]
    for name in chosen:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            rows += _SECTIONS[name](Path(folder))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())  # noqa: T201


def milliseconds(seconds: list[float]) -> str:
    """Return the median and the worst of some durations."""
    return f"{statistics.median(seconds) * 1000:.0f} ms (worst {max(seconds) * 1000:.0f} of {len(seconds)})"


if __name__ == "__main__":
    main()
