"""The benchmark: `python3 packaging/dev.py bench [SECTION...]`; prints a table, asserts nothing about it."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench import (
    ceiling,
    click,
    console,
    idle,
    lists,
    live,
    memory,
    policy,
    preview,
    relayed,
    restart,
    throughput,
    trace_cost,
)
from bench.figures import Figure, Options
from bench.rivals import DISCARDING, MAILBOX, POSTFIX

_ROWS = (*throughput.ROWS, relayed.NAME, *policy.PARTS)


def _plain(measure: Callable[[Path], list[Figure]]) -> Callable[[Path, Options], list[Figure]]:
    """Return a section that has no options."""
    return lambda folder, _options: measure(folder)


_SECTIONS: dict[str, Callable[[Path, Options], list[Figure]]] = {
    "click": _plain(click.measure), "live": _plain(live.measure), "idle": _plain(idle.measure),
    "console": _plain(console.measure), "ceiling": ceiling.measure, "throughput": throughput.measure,
    "trace_cost": trace_cost.measure, "memory": _plain(memory.measure), "policy": policy.measure,
    "preview": _plain(preview.measure),
    "restart": _plain(restart.measure), "lists": lists.measure}


def main() -> None:
    """Measure the chosen sections, or all of them."""
    sections, options = _arguments()
    rows: list[Figure] = [("what", "measured", "goal")]
    for name in sections:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            rows += _SECTIONS[name](Path(folder), options)
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())  # noqa: T201


def _arguments() -> tuple[list[str], Options]:
    rivals = (POSTFIX, DISCARDING, MAILBOX)
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("sections", nargs="*", metavar="SECTION",
                        help=f"what to measure (default: all): {', '.join(_SECTIONS)}")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of throughput and its like (default: %(default)s)")
    parser.add_argument("--seconds", type=float, default=3.0, help="how long each round sends (default: %(default)s)")
    parser.add_argument("--only", default="", metavar="ROW,...",
                        help=f"rows of ceiling, throughput, trace_cost and policy (default: all): {', '.join(_ROWS)}")
    parser.add_argument("--beside", metavar="PROGRAM,...", default=",".join(rivals),
                        help="what throughput is compared with, or none (default: %(default)s)")
    parser.add_argument("--trace-rows", type=int, default=0, metavar="NUMBER",
                        help="lists: also make and search so many recorded decisions (default: none; 5,000,000 at most)")
    given = parser.parse_args()
    only, beside = _words(given.only), tuple(word for word in _words(given.beside) if word != "none")
    for word, known in [*((word, _SECTIONS) for word in given.sections), *((word, _ROWS) for word in only),
                        *((word, rivals) for word in beside)]:
        if word not in known:
            parser.error(f"{word!r} is none of {', '.join(known)}")
    if given.rounds < 1 or given.seconds <= 0:
        parser.error("at least one round and more than no time at all are needed")
    if not 0 <= given.trace_rows <= lists.MOST_TRACE_ROWS:
        parser.error(f"between none and {lists.MOST_TRACE_ROWS:,} decisions can be made")
    return given.sections or list(_SECTIONS), Options(given.rounds, given.seconds, only, given.trace_rows, beside)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


if __name__ == "__main__":
    main()
