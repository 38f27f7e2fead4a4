"""How long preview, suggestions and abuse report take over a million recorded decisions, and what writing them costs."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from bench.figures import Figure, milliseconds, say
from posthouse_server.paths import DataFolder
from posthouse_server.settings import Settings, set_paths
from posthouse_server.store import Store
from posthouse_server.store.abuse import report
from posthouse_server.store.clock import now
from posthouse_server.store.directory import Redirection, properties_of
from posthouse_server.store.directory_outcomes import mailbox_changed
from posthouse_server.store.packs import pack_all
from posthouse_server.store.preview import preview
from posthouse_server.store.suggestions import suggest_ranges
from posthouse_server.store.traffic_writes import DecisionRow, write_rows

_DECISIONS = 1_000_000
_BATCH = 5000
_ROUNDS = 3
_GOAL_S = 2.0
_RELAY = "smtp.relay"


def measure(folder: Path) -> list[Figure]:
    """Fill a folder, then ask each question in turn."""
    with Store(DataFolder(folder / "data")) as store:
        written_s = _fill(store)
        began = time.perf_counter()
        with store.traffic._database.write() as connection:
            pack_all(connection)
        packed_s = time.perf_counter() - began
        return [*(_figure(name, ask) for name, ask in _questions(store).items()),
                (f"a decision written to the trace, {_DECISIONS:,} of them", f"{written_s / _DECISIONS * 1e6:.1f} µs", "-"),
                ("    packed for the preview", f"{packed_s / _DECISIONS * 1e6:.1f} µs", "-")]


def _questions(store: Store) -> dict[str, Callable[[], object]]:
    wide, narrow = _settings("10.0.0.0/16"), _settings("10.0.0.0/24")
    closed = set_paths(wide, {f"{_RELAY}.enabled": False})
    open_ = set_paths(wide, {f"{_RELAY}.allow_local_sender_addresses": True})
    at_work = set_paths(wide, {f"{_RELAY}.privileged_ip_ranges": [{"range": "10.0.0.0/16", "hours": ["mon-fri 08:00-18:00"]}]})
    at, (john,) = now(), store.directory.list_mailboxes()
    redirected = mailbox_changed(john, replace(
        properties_of(john), redirection=Redirection.COPY, redirect_to=("x@away.example",)), store.directory.list_domains())
    return {
        "preview, a range made narrower": lambda: preview(store, wide, narrow),
        "preview, relay switched off": lambda: preview(store, wide, closed),
        "preview, local senders allowed": lambda: preview(store, wide, open_),
        "preview, weekly hours for a range": lambda: preview(store, wide, at_work),
        "preview, a mailbox redirected": lambda: preview(
            store, wide, wide, new_directory=redirected(store.directory.snapshot())),
        "suggested ranges": lambda: suggest_ranges(store, wide),
        "abuse report of a day": lambda: report(store, at - timedelta(days=1), at),
        "abuse report of 30 days": lambda: report(store, at - timedelta(days=30), at)}


def _figure(name: str, ask: Callable[[], object]) -> Figure:
    seconds = []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        ask()
        seconds.append(time.perf_counter() - began)
        say(f"{name}: {seconds[-1]:.2f} s")
    goal = f"< {_GOAL_S:.0f} s: {'met' if statistics.median(seconds) < _GOAL_S else 'missed'}" if "preview" in name else "-"
    return f"{name}, {_DECISIONS:,} decisions", milliseconds(seconds), goal


def _settings(range_: str) -> Settings:
    return set_paths(Settings(), {f"{_RELAY}.allow_privileged_ip_ranges": True,
                                  f"{_RELAY}.privileged_ip_ranges": [{"range": range_}]})


def _fill(store: Store) -> float:
    """Write the decisions as the server does, batch by batch; return the seconds."""
    store.directory.add_domain("example.com", "bench")
    store.directory.add_mailbox("john@example.com", "secret", "bench")
    chance, spent = random.Random(1), 0.0
    rows = list(_rows(chance, now()))
    for start in range(0, _DECISIONS, _BATCH):
        began = time.perf_counter()
        with store.traffic._database.write() as connection:
            write_rows(connection, rows[start:start + _BATCH])
        spent += time.perf_counter() - began
    return spent


def _rows(chance: random.Random, at: datetime) -> Iterator[DecisionRow]:
    for number in range(_DECISIONS):
        is_spam = chance.random() < 0.2
        client = f"198.51.100.{chance.randrange(256)}" if is_spam else f"10.0.{chance.randrange(2)}.{chance.randrange(1, 151)}"
        sender = (f"u{chance.randrange(5000)}@d{chance.randrange(300)}.example" if is_spam
                  else f"s{chance.randrange(3000)}@example.com")
        recipient = (f"r{int(50_000 * chance.random() ** 3)}@x{chance.randrange(2000)}.example" if chance.random() < 0.8
                     else "john@example.com")
        yield DecisionRow(
            f"{number:012d}", at - timedelta(days=29.9) * ((_DECISIONS - number) / _DECISIONS), client,
            "john@example.com" if chance.random() < 0.2 else None, True, sender, recipient,
            *(("refused", "no_criterion_met", "550 no") if is_spam else ("relay", "privileged_range", "250 ok")), 1)
