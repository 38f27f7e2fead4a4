"""How long one decision takes for a large provider, and how long its server takes to start."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path

from bench import large_folder
from bench.figures import Figure, Options, milliseconds
from bench.served import served, tidy
from posthouse_server.paths import DataFolder
from posthouse_server.policy.decision import Policy, Request, Verdict
from posthouse_server.policy.directory import MemoryDirectory
from posthouse_server.policy.exposure import exposure
from posthouse_server.policy.rules import Rule
from posthouse_server.reload import Loader
from posthouse_server.settings import Settings
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.store import Store
from posthouse_server.store.clock import now

DECIDE, EXPOSURE, START = PARTS = ("decide", "exposure", "start")
_STARTS = 3
_ROUNDS = 5
_DECISIONS = 20_000
_RANGES = 100_000
_STRANGER = ip_address("198.51.100.7")
_OURS = "person1@customer1.example"


def measure(folder: Path, options: Options) -> list[Figure]:
    """Decide about many different clients and recipients; start the server on the same folder."""
    chosen = [part for part in PARTS if not options.only or part in options.only]
    if not chosen:
        return []
    data = DataFolder(folder)
    large_folder.fill(data)
    tidy(data.settings_db)
    return ((_decide(data) if DECIDE in chosen else []) + (_exposures() if EXPOSURE in chosen else [])
            + (_start(folder) if START in chosen else []))


def _decide(data: DataFolder) -> list[Figure]:
    with Store(data) as store:
        policy = Loader(store).load().policy
        return [_case(policy, name, rule, make) for name, (rule, make) in _CASES.items()]


def _exposures() -> list[Figure]:
    return [_exposure_case(name, make) for name, make in _LISTS.items()]


def _exposure_case(name: str, make: Callable[[int], PrivilegedRange]) -> Figure:
    """Measure with settings that a policy has been made of, as the server and the console have them."""
    base = Settings()
    relay = base.smtp.relay.model_copy(update={"allow_privileged_ip_ranges": True,
                                               "privileged_ip_ranges": tuple(map(make, range(_RANGES)))})
    settings = base.model_copy(update={"smtp": base.smtp.model_copy(update={"relay": relay})})
    directory, seconds = MemoryDirectory(), []
    Policy(settings, directory)
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        exposure(settings, directory, now())
        seconds.append(time.perf_counter() - began)
    return (f"exposure of {_RANGES:,} ranges: {name}", milliseconds(seconds),
            f"< 1 s: {'met' if statistics.median(seconds) < 1 else 'missed'}")


def _range(number: int) -> str:
    first = ip_address(0x0a000000 + number * 37)
    return f"{first}-{first + 50 * (number % 3)}"


def _case(policy: Policy, name: str, rule: Rule, make: Callable[[random.Random], Request]) -> Figure:
    chance = random.Random(1)
    seconds = []
    for _ in range(_ROUNDS):
        requests = [make(chance) for _ in range(_DECISIONS)]
        began = time.perf_counter()
        for request in requests:
            policy.decide(request)
        seconds.append((time.perf_counter() - began) / _DECISIONS)
    decision = policy.decide(make(chance))
    assert decision.rule is rule, f"{name} was decided by {decision.rule}"
    assert (decision.verdict is Verdict.REFUSED) is (rule is Rule.NO_CRITERION_MET), decision
    median = statistics.median(seconds) * 1e6
    return (f"a decision: {name}", f"{median:.2f} µs (best {min(seconds) * 1e6:.2f} of {_ROUNDS})",
            f"< 10 µs: {'met' if median < 10 else 'missed'}")


def _privileged(chance: random.Random) -> Request:
    first = range_start(chance.randrange(large_folder.RANGES))
    return Request(ip_address(first + chance.randrange(16)), "a@far.example", _foreign(chance), now())


def _authenticated(chance: random.Random) -> Request:
    return Request(_STRANGER, _OURS, _foreign(chance), now(), login=_OURS)


def _local(chance: random.Random) -> Request:
    recipient = large_folder.address(chance.randrange(large_folder.MAILBOXES) + 1)
    return Request(_STRANGER, "a@far.example", recipient, now())


def _refused(chance: random.Random) -> Request:
    return Request(ip_address(int(_STRANGER) + chance.randrange(200)), "a@far.example", _foreign(chance), now())


def range_start(number: int) -> int:
    """Return the first address of a range as a number."""
    return int(ip_address(large_folder.range_text(number).partition("/")[0]))


def _foreign(chance: random.Random) -> str:
    return f"friend{chance.randrange(10**6)}@far{chance.randrange(10**4)}.example"


_CASES: dict[str, tuple[Rule, Callable[[random.Random], Request]]] = {
    "privileged relay": (Rule.PRIVILEGED_RANGE, _privileged),
    "authenticated relay": (Rule.AUTHENTICATED, _authenticated),
    "local mailbox": (Rule.ADDRESS_MAP, _local),
    "refused stranger": (Rule.NO_CRITERION_MET, _refused),
}

_LISTS: dict[str, Callable[[int], PrivilegedRange]] = {
    "overlapping": lambda number: PrivilegedRange(range=_range(number)),
    "half with hours": lambda number: PrivilegedRange(
        range=_range(number), hours=("mon-fri 08:00-18:00",) if number % 2 else ()),
    "each for another sender": lambda number: PrivilegedRange(range=_range(number), senders=(f"a{number}@far.example",)),
}


def _start(folder: Path) -> list[Figure]:
    seconds = []
    with served(folder) as server:
        for _ in range(_STARTS):
            if server.process is not None:
                server.kill()
            began = time.perf_counter()
            server.start()
            seconds.append(time.perf_counter() - began)
        memory = server.memory_mib()
    what = (f"server: launch to its ready line, {large_folder.RANGES:,} ranges, {large_folder.DOMAINS:,} domains, "
            f"{large_folder.MAILBOXES:,} mailboxes")
    return [(what, milliseconds(seconds), f"< 2 s: {'met' if statistics.median(seconds) < 2 else 'missed'}"),
            ("    its resident memory", f"{memory:,.0f} MiB", "-")]
