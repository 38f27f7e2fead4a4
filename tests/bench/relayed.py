"""Messages a second from the client through the server to the smart host, until that has all of them."""

from __future__ import annotations

import statistics
from pathlib import Path

from bench.figures import Figure, Options, say, spread, told_goal
from bench.programs import CountingSink, run_load, sink
from bench.rivals import OURS, POSTFIX, Contestant, contestants

NAME = "relayed"
_GOAL = 4.0
_MESSAGES = 3000
_TIMEOUT_S = 120


def measure(folder: Path, options: Options) -> list[Figure]:
    """Let ours and Postfix relay the same in turn."""
    if options.only and NAME not in options.only:
        return []
    notes: list[str] = []
    beside = (POSTFIX,) if options.beside is None or POSTFIX in options.beside else ()
    with sink() as smart_host, contestants(folder, beside, notes.append) as running:
        rates: dict[str, list[float]] = {name: [] for name in running}
        cpu_us: list[float] = []
        for contestant in running.values():
            contestant.prepare(smart_host.port)
        for number in range(options.rounds + 1):
            for name, contestant in running.items():
                rate, used = _round(contestant, smart_host, _MESSAGES if number else _MESSAGES // 5)
                say(f"{NAME} {number or 'warm-up'}: {name} {rate:,.0f}/s")
                if number:
                    rates[name].append(rate)
                    cpu_us += [used] if name == OURS and used is not None else []
    what = "1 KiB, connections reused: accepted and relayed on"
    figures = [(note, "", "") for note in notes]
    figures.append((what, f"{spread(rates[OURS])}, {statistics.median(cpu_us):,.0f} µs of CPU a message", ""))
    if POSTFIX in rates:
        ratio = statistics.median(rates[OURS]) / statistics.median(rates[POSTFIX])
        figures.append(("    beside Postfix", f"{ratio:.2f}x of {spread(rates[POSTFIX])}", told_goal(ratio, _GOAL)))
    return figures


def _round(contestant: Contestant, smart_host: CountingSink, messages: int) -> tuple[float, float | None]:
    """Return the rate, and the processor time a message in microseconds where it is known."""
    port = contestant.port(is_stranger=False)
    before, cpu = smart_host.count(), contestant.cpu_s()
    outcome = run_load(port, "reuse", "--messages", messages)
    assert outcome.done == messages, f"{outcome.done} of {messages} were accepted"
    seconds = smart_host.wait_for(before + messages, _TIMEOUT_S) - outcome.began_at
    after = contestant.cpu_s()
    assert smart_host.count() == before + messages, "the smart host was given a message twice"
    return messages / seconds, None if cpu is None or after is None else (after - cpu) / messages * 1e6
