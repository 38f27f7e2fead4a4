"""How fast the load itself can be: against the sink, which does nothing with what it is given."""

from __future__ import annotations

from pathlib import Path

from bench.figures import Figure, Options
from bench.programs import run_load, sink
from bench.throughput import ROWS


def measure(_folder: Path, options: Options) -> list[Figure]:
    """Run each kind of load once; where it is not busy all the time, the sink was slower than it."""
    figures = []
    with sink() as smart_host:
        for key, row in ROWS.items():
            if options.only and key not in options.only:
                continue
            outcome = run_load(smart_host.port, row.mode, "--clients", row.clients, "--seconds", options.seconds, "--size",
                               row.size, "--verdict", 2)
            figures.append((f"the load alone: {row.name}", f"{outcome.rate:,.0f}/s, busy {outcome.busy:.0%} of the time, "
                            f"{outcome.busy / outcome.rate * 1e6:,.0f} µs a {row.unit}", "-"))
    return figures
