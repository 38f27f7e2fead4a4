"""What an administrator has held or removed is let go at once: only what is on the wire at that moment finishes."""

import asyncio
import threading
from collections.abc import Callable, Mapping
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from harness.outgoing import BODY, in_force, message, recipient
from harness.relay import eventually
from harness.sink import Sink
from posthouse_server.alarms import Alarms
from posthouse_server.delivery.content import Content
from posthouse_server.delivery.delivery import Delivered, Outcome, TransientFailure
from posthouse_server.delivery.destinations import Destination, Router
from posthouse_server.delivery.job import Job
from posthouse_server.delivery.local import LocalDelivery
from posthouse_server.delivery.login import SmartHostLogin
from posthouse_server.delivery.remote import RemoteDelivery
from posthouse_server.live import InForce, Live
from posthouse_server.mailboxes import maildir
from posthouse_server.paths import DataFolder
from posthouse_server.secrets import Secrets
from posthouse_server.store.messages import QueuedMessage, Route


class GatedRouter(Router):
    """Answers as soon as it may; the hosts of a domain are the words before its dot, all of one port."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self.port = port
        self.gate = asyncio.Event()

    async def find(self, domain: str, current: InForce) -> Destination:
        await self.gate.wait()
        hosts = tuple(domain.split(".")[0].split("-"))
        return Destination(domain, hosts, self.port, False, tuple(range(len(hosts))))

    async def addresses(self, host: str, port: int, current: InForce) -> list[str]:
        return ["127.0.0.1"]


class Desk:
    """A delivery, and what it has said of each recipient."""

    def __init__(self, delivery: RemoteDelivery | LocalDelivery) -> None:
        self.delivery = delivery
        self.outcomes: dict[int, Outcome] = {}

    def start(self, *numbers: int, domain: str = "far.example") -> None:
        """Begin a message for so many recipients."""
        made = tuple(recipient(f"b{number}@{domain}", number, maildir="example.com/john") for number in numbers)
        self.delivery.start(replace(message(), recipients=made), made, Content(BODY, size=len(BODY)), self._settle)

    def withdraw(self, *numbers: int) -> list[int]:
        """Return who was let go."""
        return sorted(one.id for _, found in self.delivery.withdraw(frozenset(numbers)) for one in found)

    def _settle(self, _message: QueuedMessage, told: Mapping[int, Outcome]) -> None:
        assert not self.outcomes.keys() & told.keys(), "each recipient is settled once"
        self.outcomes.update(told)


def _play(tmp_path: Path, sink: Sink, work: Callable[[Desk, GatedRouter], Any], *, is_smart: bool = True,
          **changes: Any) -> None:
    async def run() -> None:
        router = GatedRouter(sink.port)
        login = SmartHostLogin(Secrets(DataFolder(tmp_path)))
        live = Live(in_force({**(sink.settings() if is_smart else {}), "smtp.outbound.timeout_s": 10, **changes}))
        async with aclosing(RemoteDelivery(live, Router() if is_smart else router, login, Alarms())) as delivery:
            await work(Desk(delivery), router)

    asyncio.run(run())


def _gated(verb: str, gate: threading.Event, times: int = 1000) -> Callable[[str], None]:
    """Answer a verb only when the gate is open."""
    left = [times]

    def answer(line: str) -> None:
        if line.partition(" ")[0] == verb and left[0]:
            left[0] -= 1
            gate.wait(20)

    return answer


def test_what_has_not_begun_is_dropped_also_while_its_carrier_waits_for_a_banner(tmp_path: Path) -> None:
    gate = threading.Event()
    with Sink(answers=_gated("", gate)) as sink:
        async def work(desk: Desk, _router: GatedRouter) -> None:
            for number in range(1, 11):
                desk.start(number)
            await eventually(lambda: sink.connections == 2, "two carriers wait for the banner")
            assert desk.withdraw(*range(1, 10)) == list(range(1, 10))
            assert desk.withdraw(*range(1, 10)) == []
            gate.set()
            await eventually(lambda: desk.outcomes, "the tenth goes on")
            assert desk.outcomes.keys() == {10}
            assert [one.recipients for one in sink.messages] == [["b10@far.example"]]

        _play(tmp_path, sink, work)


def test_a_message_may_lose_some_of_its_recipients(tmp_path: Path) -> None:
    gate = threading.Event()
    with Sink(answers=_gated("", gate)) as sink:
        async def work(desk: Desk, _router: GatedRouter) -> None:
            desk.start(1, 2, 3)
            assert desk.withdraw(2, 99) == [2]
            gate.set()
            await eventually(lambda: len(desk.outcomes) == 2, "the others are delivered")
            assert [one.recipients for one in sink.messages] == [["b1@far.example", "b3@far.example"]]

        _play(tmp_path, sink, work)


@pytest.mark.parametrize("extensions", [("PIPELINING",), ("SIZE 50000000",)])
def test_what_is_on_the_wire_finishes_and_so_does_an_envelope_that_went_ahead(
        tmp_path: Path, extensions: tuple[str, ...]) -> None:
    gate = threading.Event()
    with Sink(answers=_gated(".", gate), extensions=extensions) as sink:
        async def work(desk: Desk, _router: GatedRouter) -> None:
            for number in range(1, 11):
                desk.start(number)
            await eventually(lambda: sum(line.startswith("DATA") for line in sink.lines) == 2, "two are on the wire")
            await asyncio.sleep(0.05)  # their contents go out, and with them the envelopes of the next
            let_go = desk.withdraw(*range(1, 11))
            finishing = set(range(1, 11)) - set(let_go)
            assert len(finishing) == (4 if "PIPELINING" in extensions else 2)
            gate.set()
            await eventually(lambda: desk.outcomes.keys() == finishing, "they are settled")
            assert all(isinstance(outcome, Delivered) for outcome in desk.outcomes.values())
            assert len(sink.messages) == len(finishing)

        _play(tmp_path, sink, work)


def test_nobody_who_was_withdrawn_during_an_attempt_is_tried_at_the_next_host(tmp_path: Path) -> None:
    gate = threading.Event()

    def answer(line: str) -> str | None:
        if line.startswith("MAIL") and not gate.is_set():
            gate.wait(20)
            return "421 4.3.2 going down"
        return None

    with Sink(answers=answer) as sink:
        async def work(desk: Desk, router: GatedRouter) -> None:
            router.gate.set()
            desk.start(1, 2, domain="one-two.example")
            await eventually(lambda: any(line.startswith("MAIL") for line in sink.lines), "it is on the wire")
            assert desk.withdraw(2) == []
            gate.set()
            await eventually(lambda: len(desk.outcomes) == 2, "both are settled")
            assert isinstance(desk.outcomes[1], Delivered)
            assert isinstance(desk.outcomes[2], TransientFailure)
            assert desk.outcomes[2].is_ours, "nothing is ever given up for it"
            assert [one.recipients for one in sink.messages] == [["b1@one-two.example"]]

        _play(tmp_path, sink, work, is_smart=False)


def test_who_is_wanted_again_in_time_is_tried_on(tmp_path: Path) -> None:
    gate = threading.Event()

    def answer(line: str) -> str | None:
        if line.startswith("MAIL") and not gate.is_set():
            gate.wait(20)
            return "421 4.3.2 going down"
        return None

    with Sink(answers=answer) as sink:
        async def work(desk: Desk, router: GatedRouter) -> None:
            router.gate.set()
            desk.start(1, domain="one-two.example")
            await eventually(lambda: any(line.startswith("MAIL") for line in sink.lines), "it is on the wire")
            assert desk.withdraw(1) == desk.withdraw() == []
            gate.set()
            await eventually(lambda: desk.outcomes, "it is settled")
            assert isinstance(desk.outcomes[1], Delivered)

        _play(tmp_path, sink, work, is_smart=False)


def test_who_waits_for_a_look_up_is_dropped_too(tmp_path: Path) -> None:
    with Sink() as sink:
        async def work(desk: Desk, router: GatedRouter) -> None:
            desk.start(1)
            desk.start(2)
            assert desk.withdraw(1) == [1]
            router.gate.set()
            await eventually(lambda: desk.outcomes, "the other goes on")
            assert desk.outcomes.keys() == {2}
            assert [one.recipients for one in sink.messages] == [["b2@far.example"]]

        _play(tmp_path, sink, work, is_smart=False)


def test_mailboxes_too_get_nothing_that_has_not_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gate, begun = threading.Event(), []

    def deliver(_folder: Path, name: str, *_parts: Any) -> None:
        begun.append(name)
        gate.wait(20)

    monkeypatch.setattr(maildir, "deliver", deliver)

    async def work() -> None:
        desk = Desk(LocalDelivery(tmp_path))
        for number in range(1, 21):
            desk.start(number)
        await eventually(lambda: begun, "some are under way")
        let_go = desk.withdraw(*range(1, 21))
        gate.set()
        await eventually(lambda: len(desk.outcomes) == 20 - len(let_go), "those that were under way are settled")
        assert not desk.outcomes.keys() & set(let_go)
        assert len(begun) == len(desk.outcomes) < 20
        await desk.delivery.stop(5)

    asyncio.run(work())


def test_a_job_knows_who_is_under_way() -> None:
    told: dict[int, Outcome] = {}
    made = tuple(recipient(f"b{number}@far.example", number, route=Route.RELAY) for number in (1, 2, 3))
    job = Job(replace(message(), recipients=made), made, Content(BODY), lambda _message, outcomes: told.update(outcomes), 0.0)
    job.under_way = made[:1]
    assert [one.id for _, found in job.withdraw({1, 2}) for one in found] == [2]
    job.drop_unwanted()
    assert ([one.id for one in job.left], set(told)) == ([3], {1})
