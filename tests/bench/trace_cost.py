"""What log and trace cost: the same load on a server that has both, and on one that has neither."""

from __future__ import annotations

import statistics
from pathlib import Path

from bench.figures import Figure, Options, say, spread
from bench.programs import silent_host
from bench.rivals import OURS, Posthouse, posthouse
from bench.throughput import ROWS, Measured, load_once

_ROWS = ("reuse", "pipelining", "refused")
_USUAL, _BARE = "with", "without"
_GOAL = 0.15


def measure(folder: Path, options: Options) -> list[Figure]:
    """Load both in turn."""
    chosen = [key for key in _ROWS if not options.only or key in options.only]
    if not chosen:
        return []
    with silent_host() as smart_host, posthouse(folder / _USUAL) as usual, \
            posthouse(folder / _BARE, "bench.untraced") as bare:
        servers = {_USUAL: usual, _BARE: bare}
        for server in servers.values():
            server.prepare(smart_host)
        figures = [_figure(key, _measure_row(key, servers, options)) for key in chosen]
        assert usual.has_trace(), "nothing was traced"
        assert not bare.has_trace(), "something was traced where nothing should be"
    return figures


def _measure_row(key: str, servers: dict[str, Posthouse], options: Options) -> dict[str, Measured]:
    found = {name: Measured() for name in servers}
    for number in range(options.rounds + 1):
        for name, server in servers.items():
            outcome, cpu_s = load_once(ROWS[key], OURS, server, options.seconds if number else 1.0)
            say(f"{key} {number or 'warm-up'}: {name} log and trace {outcome.rate:,.0f}/s")
            if number:
                found[name].note(outcome, cpu_s)
    return found


def _figure(key: str, found: dict[str, Measured]) -> Figure:
    row, usual, bare = ROWS[key], found[_USUAL], found[_BARE]
    slower = 1 - statistics.median(usual.rates) / statistics.median(bare.rates)
    cpu, bare_cpu = statistics.median(usual.cpu_us), statistics.median(bare.cpu_us)
    told = (f"{slower:.0%} of throughput ({spread(usual.rates)}, {spread(bare.rates)} without); "
            f"{1 - bare_cpu / cpu:.0%} of CPU ({cpu:,.0f} µs a {row.unit}, {bare_cpu:,.0f} without)")
    return f"log and trace, {row.name}", told, f"< {_GOAL:.0%}: {'met' if slower < _GOAL else 'missed'}"
