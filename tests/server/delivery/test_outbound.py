"""The tab Outbound: size, the address that mail comes from, TLS for direct delivery, and the pace of a destination."""

import asyncio
import ssl
import time
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.outgoing import BODY, DnsServer, deliver, in_force, message
from harness.sink import Sink
from posthouse_server.alarms import Alarms
from posthouse_server.certificates import make_self_signed
from posthouse_server.delivery import lane
from posthouse_server.delivery.binding import fitting
from posthouse_server.delivery.delivery import Delivered, Outcome, PermanentFailure, TransientFailure
from posthouse_server.delivery.destinations import Destination, Router
from posthouse_server.delivery.login import SmartHostLogin
from posthouse_server.delivery.pace import Pace
from posthouse_server.delivery.remote import RemoteDelivery
from posthouse_server.live import Live
from posthouse_server.paths import DataFolder
from posthouse_server.resolvers import Resolvers
from posthouse_server.secrets import Secrets


def _run(folder: Path, changes: dict[str, Any], *messages: Any, router: Router | None = None,
         loop: Any = asyncio.run) -> list[Outcome]:
    found: list[Outcome] = []

    async def run() -> None:
        login = SmartHostLogin(Secrets(DataFolder(folder)))
        async with aclosing(RemoteDelivery(Live(in_force(changes)), router or Router(), login, Alarms())) as delivery:
            for outcomes in await asyncio.gather(*(deliver(delivery, one) for one in messages)):
                found.extend(outcomes.values())

    loop(run())
    return found


def test_a_larger_message_goes_back_and_one_that_just_fits_goes_out(tmp_path: Path) -> None:
    with Sink() as sink:
        small, large = (
            _run(tmp_path, {**sink.settings(), "smtp.outbound.max_message_bytes": limit}, message("b@far.example"))[0]
            for limit in (len(BODY), len(BODY) - 1))
    assert isinstance(small, Delivered)
    assert isinstance(large, PermanentFailure)
    assert large.reply.startswith(f"552 5.3.4 The message has {len(BODY)} bytes")
    assert len(sink.messages) == 1


def test_connections_come_from_the_chosen_address(run: Any, tmp_path: Path) -> None:
    with Sink() as sink:
        (outcome,) = _run(tmp_path, {**sink.settings(), "smtp.outbound.bind_address": "127.0.0.2"}, message("b@far.example"),
                          loop=run)
    assert isinstance(outcome, Delivered)
    assert sink.peers == ["127.0.0.2"]


def test_an_address_that_is_not_ours_is_a_clear_failure_and_gives_nothing_up(tmp_path: Path) -> None:
    with Sink() as sink:
        (outcome,) = _run(tmp_path, {**sink.settings(), "smtp.outbound.bind_address": "192.0.2.77"}, message("b@far.example"))
    assert isinstance(outcome, TransientFailure)
    assert outcome.is_ours
    assert outcome.reply.startswith("451 4.4.1 Outgoing mail is bound to 192.0.2.77, and this computer can't send from there (")
    assert sink.connections == 0


def test_only_addresses_of_its_kind_can_be_reached_from_there() -> None:
    found = ["192.0.2.1", "2001:db8::1"]
    assert fitting(found, "", "mx") == found
    assert fitting(found, "192.0.2.9", "mx") == ["192.0.2.1"]
    assert fitting(found, "2001:db8::9", "mx") == ["2001:db8::1"]
    with pytest.raises(TransientFailure, match="mx has no IPv6 address"):
        fitting(["192.0.2.1"], "2001:db8::9", "mx")


class _Way(Router):
    """Knows the port of each domain, and leaves the rest to the settings."""

    def __init__(self, **ports: int) -> None:
        super().__init__()
        self.ports = ports

    async def find(self, domain: str, current: Any) -> Destination:
        port = self.ports[domain.split(".")[0]]
        return Destination.direct(domain, ("127.0.0.1",), port, current.settings.smtp.outbound, ruled_by=domain)


@pytest.mark.parametrize(("policy", "exception", "offers", "is_taken", "is_tls"), [
    ("opportunistic", None, False, True, False), ("opportunistic", None, True, True, True),
    ("required", None, False, False, False), ("required", None, True, True, True),
    ("verified", None, True, False, False), ("none", None, True, True, False),
    ("required", "none", False, True, False), ("none", "required", True, True, True),
    ("opportunistic", "required", False, False, False)])
def test_the_tls_policy_and_its_exceptions(tmp_path: Path, policy: str, exception: str | None, offers: bool, is_taken: bool,
                                           is_tls: bool) -> None:
    context = None
    if offers:
        make_self_signed(tmp_path / "own.pem", "elsewhere.example")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(tmp_path / "own.pem")
    changes: dict[str, Any] = {"smtp.outbound.tls": policy}
    if exception:
        changes["smtp.outbound.destinations"] = [{"domain": "far.example", "tls": exception}]
    with Sink(tls=context) as sink:
        (outcome,) = _run(tmp_path, changes, message("b@far.example"), router=_Way(far=sink.port))
    assert isinstance(outcome, Delivered if is_taken else TransientFailure), outcome
    assert [taken.is_tls for taken in sink.messages] == ([is_tls] if is_taken else [])


def test_domains_with_the_same_servers_and_other_rules_have_lanes_of_their_own(tmp_path: Path) -> None:
    with Sink() as sink:
        strict, easy = _run(
            tmp_path, {"smtp.outbound.destinations": [{"domain": "strict.example", "tls": "required"}]},
            message("a@strict.example"), message("b@easy.example"), router=_Way(strict=sink.port, easy=sink.port))
    assert isinstance(strict, TransientFailure)
    assert isinstance(easy, Delivered)


def test_the_router_names_the_rule_of_a_domain() -> None:
    async def run() -> None:
        with DnsServer(lambda _name: ["10 mx.far.example."]) as server:
            router = Router(Resolvers(server.resolver()))
            current = in_force({"smtp.outbound.destinations": [
                {"domain": "far.example", "tls": "verified", "messages_per_minute": 7}]})
            far, near = await router.find("far.example", current), await router.find("near.example", current)
        assert (far.tls.value, far.messages_per_minute) == ("verified", 7)
        assert (near.tls.value, near.messages_per_minute) == ("opportunistic", None)

    asyncio.run(run())


def _noting(name: str, ends: list[str]) -> Callable[[str], None]:
    """Return what notes the end of each content, and answers as usual."""
    def answer(line: str) -> None:
        if line == ".":
            ends.append(name)

    return answer


def test_a_slow_pace_holds_up_its_own_destination_alone(tmp_path: Path) -> None:
    changes = {"smtp.outbound.destinations": [{"domain": "slow.example", "messages_per_minute": 300}]}
    ends: list[str] = []
    with Sink(answers=_noting("slow", ends)) as slow, Sink(answers=_noting("fast", ends)) as fast:
        started = time.monotonic()
        outcomes = _run(tmp_path, changes, *(message(f"{number}@slow.example") for number in range(6)),
                        *(message(f"{number}@fast.example") for number in range(20)),
                        router=_Way(slow=slow.port, fast=fast.port))
        length = time.monotonic() - started
    assert all(isinstance(outcome, Delivered) for outcome in outcomes), outcomes
    assert (len(slow.messages), len(fast.messages)) == (6, 20)
    assert length >= 5 * 0.2 - 0.01, "the first at once, and then one each 200 ms"
    assert ends.index("fast") < 6, "the first of the others did not wait for the slow ones"
    assert ends[-1] == "slow", "nor did the last"


def test_what_has_its_turn_later_is_given_back_with_its_time(tmp_path: Path) -> None:
    with Sink() as sink:
        changes = {**sink.settings(), "smtp.outbound.messages_per_minute": 60}
        outcomes = _run(tmp_path, changes, *(
            replace(message(f"{number}@far.example"), id=f"AAAA-{number:04}") for number in range(14)))
    later = [outcome for outcome in outcomes if isinstance(outcome, TransientFailure)]
    assert len(outcomes) - len(later) == 1 + lane._KEPT_BEHIND
    assert all(outcome.is_ours and "at most 60 messages a minute" in outcome.reply for outcome in later)
    waits = [outcome.wait_s or 0 for outcome in later]
    assert [round(wait - waits[0]) for wait in waits] == [0, 1, 2]
    assert 8 < waits[0] <= 12, "less what the test has taken until then"


@given(st.integers(1, 600), st.lists(st.floats(0, 10), max_size=60))
def test_the_pace_is_never_broken(per_minute: int, pauses: list[float]) -> None:
    pace = Pace(per_minute)
    at, sent = 1000.0, []
    for pause in pauses:
        at += pause
        if pace.wait_s(at) == 0:
            pace.take(at)
            sent.append(at)
    assert all(later - earlier >= 60 / per_minute - 1e-6 for earlier, later in pairwise(sent))


@given(st.lists(st.tuples(st.floats(0, 3), st.integers(0, 8)), max_size=40))
def test_who_comes_back_early_keeps_its_turn(visits: list[tuple[float, int]]) -> None:
    pace, at, turns = Pace(60), 1000.0, dict[str, float]()
    for pause, who in visits:
        at += pause
        turn = at + pace.book(at, 0, str(who))
        if turns.get(str(who), 0.0) > at:
            assert abs(turn - turns[str(who)]) < 1e-6
        else:
            assert all(abs(turn - other) > 1 - 1e-6 for other in turns.values())
            turns[str(who)] = turn


def test_without_a_limit_nobody_waits() -> None:
    pace = Pace()
    for _ in range(1000):
        pace.take(5.0)
    assert pace.wait_s(5.0) == 0
