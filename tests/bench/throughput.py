"""Messages a second, durably accepted with policy, trace and delivery on, beside Postfix and stock aiosmtpd."""

from __future__ import annotations

import statistics
from dataclasses import dataclass, field
from pathlib import Path

from bench import relayed
from bench.figures import Figure, Options, say, spread, told_goal
from bench.load import Outcome
from bench.programs import run_load, silent_host
from bench.rivals import DISCARDING, MAILBOX, OURS, POSTFIX, Contestant, contestants

_BUSY = 0.9
_NAMES = {POSTFIX: "Postfix", DISCARDING: "aiosmtpd, discarding", MAILBOX: "aiosmtpd, Mailbox"}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table of issue 3."""

    name: str
    mode: str
    size: int = 1024
    clients: int = 20
    goals: dict[str, float] = field(default_factory=dict)
    """How many times the rate of that program ours shall be."""

    @property
    def is_refused(self) -> bool:
        """Return whether recipients are counted that nobody takes."""
        return self.mode.startswith("refused")

    @property
    def unit(self) -> str:
        """Return what is counted."""
        return "recipient" if self.is_refused else "message"


def _goals(postfix: float, aiosmtpd: float) -> dict[str, float]:
    return {POSTFIX: postfix, DISCARDING: aiosmtpd}


ROWS = {
    "connect": Row("1 KiB, a connection for each message", "connect", goals=_goals(3, 2)),
    "reuse": Row("1 KiB, connections reused", "reuse", goals=_goals(6, 2.5)),
    "pipelining": Row("1 KiB, PIPELINING", "pipelining", goals=_goals(8, 3)),
    "100k": Row("100 KiB", "reuse", size=100 * 1024, goals=_goals(1.8, 5)),
    "5m": Row("5 MiB", "reuse", size=5 * 1024 * 1024, clients=4, goals=_goals(1, 6)),
    "refused": Row("refused RCPTs", "refused", goals=_goals(2, 4)),
    "refused-one": Row("refused RCPTs, one connection in all", "refused", clients=1, goals=_goals(2, 4)),
    "refused-pipelining": Row("refused RCPTs, PIPELINING", "refused-pipelining", goals=_goals(2, 4)),
}
_MINIMUM_S = {"5m": 5.0}  # some dozens of messages must fit in


@dataclass(slots=True)
class Measured:
    """All rounds of one contestant."""

    rates: list[float] = field(default_factory=list)
    cpu_us: list[float] = field(default_factory=list)
    """Processor time a message or recipient."""
    busy: float = 0.0

    def note(self, outcome: Outcome, cpu_s: float | None) -> None:
        """Take one round in."""
        self.rates.append(outcome.rate)
        self.busy = max(self.busy, outcome.busy)
        if cpu_s is not None:
            self.cpu_us.append(cpu_s / outcome.done * 1e6)


def measure(folder: Path, options: Options) -> list[Figure]:
    """Load all contestants in turn, round after round."""
    chosen = [key for key in ROWS if not options.only or key in options.only]
    return (_accepted(folder / "accepted", options, chosen) if chosen else []) + relayed.measure(folder / "relayed", options)


def _accepted(folder: Path, options: Options, chosen: list[str]) -> list[Figure]:
    notes: list[str] = []
    figures: list[Figure] = []
    with silent_host() as smart_host, contestants(folder, options.beside, notes.append) as running:
        for key in chosen:
            figures += _figures(ROWS[key], _measure_row(key, running, options, smart_host))
    return [(note, "", "") for note in notes] + figures


def _measure_row(key: str, running: dict[str, Contestant], options: Options, smart_host: int) -> dict[str, Measured]:
    row, found = ROWS[key], {name: Measured() for name in running}
    seconds = max(options.seconds, _MINIMUM_S.get(key, 0.0))
    for contestant in running.values():
        contestant.prepare(smart_host)
    for number in range(options.rounds + 1):
        for name, contestant in running.items():
            outcome, cpu_s = load_once(row, name, contestant, seconds if number else min(seconds, 1.0))
            if number:  # the first one warms up, and lets deliveries get stuck at the silent smart host
                found[name].note(outcome, cpu_s)
            say(f"{key} {number or 'warm-up'}: {name} {outcome.rate:,.0f}/s")
    return found


def load_once(row: Row, name: str, contestant: Contestant, seconds: float) -> tuple[Outcome, float | None]:
    """Return the outcome and the processor time of one load; what was answered 250 must be there afterwards."""
    port = contestant.port(is_stranger=row.is_refused)
    held, cpu = contestant.waiting(), contestant.cpu_s()
    # Stock aiosmtpd takes everybody's recipients: what it costs to answer them is what is compared.
    verdict = 2 if name in (DISCARDING, MAILBOX) else 5
    outcome = run_load(port, row.mode, "--clients", row.clients, "--seconds", seconds, "--size", row.size, "--verdict", verdict)
    after = contestant.cpu_s()
    used = None if cpu is None or after is None else after - cpu
    if held is not None and not row.is_refused:
        kept = (contestant.waiting() or 0) - held
        assert kept == outcome.done, f"{name} has answered 250 to {outcome.done} messages and holds {kept}"
    contestant.empty()
    return outcome, used


def _figures(row: Row, found: dict[str, Measured]) -> list[Figure]:
    ours = found[OURS]
    cpu = f", {statistics.median(ours.cpu_us):,.0f} µs of CPU a {row.unit}"
    figures = [(row.name, spread(ours.rates) + cpu + _limit(ours), "")]
    for name, measured in found.items():
        if name != OURS:
            goal = row.goals.get(name)
            ratio = statistics.median(ours.rates) / statistics.median(measured.rates)
            own = f", {statistics.median(measured.cpu_us):,.0f} µs" if measured.cpu_us else ""
            figures.append((f"    beside {_NAMES[name]}", f"{ratio:.2f}x of {spread(measured.rates)}{own}{_limit(measured)}",
                            told_goal(ratio, goal)))
    return figures


def _limit(measured: Measured) -> str:
    """Say so if it was the load that could go no faster."""
    return f" (the load was busy {measured.busy:.0%} of the time)" if measured.busy > _BUSY else ""
