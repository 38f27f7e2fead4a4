"""Destinations side by side: none is overrun, and a slow or dead one holds up nobody else."""

import asyncio
import errno
from collections.abc import Callable, Coroutine
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from harness.outgoing import deliver, in_force, message
from harness.relay import eventually
from harness.sink import Sink
from posthouse_server.alarms import AlarmKind, Alarms
from posthouse_server.delivery import connection, lane
from posthouse_server.delivery.delivery import Delivered, Outcome, PermanentFailure, TransientFailure
from posthouse_server.delivery.destinations import Destination, LeadsBackError, Router
from posthouse_server.delivery.login import SmartHostLogin
from posthouse_server.delivery.remote import RemoteDelivery
from posthouse_server.live import InForce, Live
from posthouse_server.paths import DataFolder
from posthouse_server.secrets import Secrets


class PortRouter(Router):
    """Sends each domain to a port of this computer; the names of hosts are their domains."""

    def __init__(self, **ports: int) -> None:
        super().__init__()
        self.ports = ports
        self.ourselves: set[str] = set()

    async def find(self, domain: str, current: InForce) -> Destination:
        hosts = domain.split(".")[0].split("-")
        return Destination(domain, tuple(hosts), self.ports[hosts[0]], False)

    async def addresses(self, host: str, port: int, current: InForce) -> list[str]:
        if host in self.ourselves:
            raise LeadsBackError
        return ["127.0.0.1"]


def _play(folder: Path, router: Router, work: Callable[[RemoteDelivery, Alarms], Coroutine[Any, Any, None]],
          live: Live | None = None, **changes: Any) -> None:
    async def run() -> None:
        alarms = Alarms()
        live_ = live or Live(in_force({"smtp.outbound.timeout_s": 1, **changes}))
        async with aclosing(RemoteDelivery(live_, router, SmartHostLogin(Secrets(DataFolder(folder))), alarms)) as delivery:
            await work(delivery, alarms)

    asyncio.run(run())


async def _send(delivery: RemoteDelivery, *domains: str) -> list[Outcome]:
    told = await asyncio.gather(*(deliver(delivery, message(f"b@{domain}.example")) for domain in domains))
    return [outcomes[1] for outcomes in told]


def test_a_slow_destination_does_not_take_the_slots_of_others(tmp_path: Path) -> None:
    with Sink(silent_at="MAIL") as slow, Sink() as fast:
        async def work(delivery: RemoteDelivery, _alarms: Alarms) -> None:
            stuck = asyncio.create_task(_send(delivery, *["slow"] * 30))
            await eventually(lambda: any("MAIL" in line for line in slow.lines), "the slow one is at work")
            outcomes = await _send(delivery, *["fast"] * 30)
            assert all(isinstance(outcome, Delivered) for outcome in outcomes)
            assert not stuck.done()
            stuck.cancel()
            await asyncio.gather(stuck, return_exceptions=True)

        _play(tmp_path, PortRouter(slow=slow.port, fast=fast.port), work,
              **{"smtp.outbound.max_deliveries": 4, "smtp.delivery.max_connections_per_destination": 100,
                 "smtp.outbound.timeout_s": 60})


def test_destinations_take_turns_when_slots_are_few(tmp_path: Path) -> None:
    with Sink() as one, Sink() as two:
        async def work(delivery: RemoteDelivery, _alarms: Alarms) -> None:
            outcomes = await _send(delivery, *["one"] * 20, *["two"] * 20)
            assert all(isinstance(outcome, Delivered) for outcome in outcomes)

        _play(tmp_path, PortRouter(one=one.port, two=two.port), work, **{"smtp.outbound.max_deliveries": 1})
        assert (len(one.messages), len(two.messages)) == (20, 20)
        assert one.connections < 20, "its connection is kept while others have their turn"


def test_connections_grow_with_success_and_shrink_with_trouble() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lane, "_FIRST_WINDOW", 2.0)
        made = lane.Lane(Destination("x", ("x",), 25, True), None, None, Live(in_force()), lambda _job: None)  # type: ignore[arg-type]
    assert made.limit == 2
    for _ in range(2 + 3 + 4 + 3):
        made.note_success()
    assert made.limit == 5, "the setting's limit"
    for expected in (2, 1, 1):
        made.note_trouble()
        assert made.limit == expected


def test_a_dead_destination_is_asked_once_for_all_that_waits(tmp_path: Path) -> None:
    with Sink(silent_at="EHLO") as dead:
        async def work(delivery: RemoteDelivery, _alarms: Alarms) -> None:
            outcomes = await _send(delivery, *["dead"] * 50)
            assert {outcome.reply for outcome in outcomes} == {
                f"451 4.4.2 dead:{dead.port}: Nothing was heard for 1 seconds"}
            assert all(isinstance(outcome, TransientFailure) and not outcome.is_ours for outcome in outcomes)

        _play(tmp_path, PortRouter(dead=dead.port), work)
        assert dead.connections <= 4


def test_a_server_that_takes_few_connections_gets_few(tmp_path: Path) -> None:
    now_open = [0]

    def answer(line: str) -> str | None:
        if line == "":
            now_open[0] += 1
            return "421 4.7.0 too many connections" if now_open[0] > 1 else None
        return None

    with Sink(answers=answer) as sink:
        async def work(delivery: RemoteDelivery, _alarms: Alarms) -> None:
            assert isinstance((await _send(delivery, "far"))[0], Delivered)
            outcomes = await _send(delivery, *["far"] * 60)
            assert all(isinstance(outcome, Delivered) for outcome in outcomes), "the connection that works takes them all"

        _play(tmp_path, PortRouter(far=sink.port), work)
        assert sink.connections < 30


def test_421_between_two_messages_means_another_connection(tmp_path: Path) -> None:
    mails = [0]

    def answer(line: str) -> str | None:
        if line.startswith("MAIL"):
            mails[0] += 1
            return "421 4.7.0 enough for one connection" if mails[0] == 3 else None
        return None

    with Sink(answers=answer) as sink:
        async def work(delivery: RemoteDelivery, _alarms: Alarms) -> None:
            for _ in range(4):
                assert isinstance((await _send(delivery, "far"))[0], Delivered)

        _play(tmp_path, PortRouter(far=sink.port), work)
        assert (len(sink.messages), sink.connections) == (4, 2)


def test_what_leads_back_to_us_goes_nowhere(tmp_path: Path) -> None:
    with Sink() as sink:
        router = PortRouter(far=sink.port, us=sink.port)
        router.ourselves.add("us")

        async def work(delivery: RemoteDelivery, _alarms: Alarms) -> None:
            only, better = await _send(delivery, "us-far", "far-us")
            assert isinstance(only, PermanentFailure)
            assert only.reply.startswith("554 5.4.6 The mail for us-far.example leads back to this server")
            assert isinstance(better, Delivered)

        _play(tmp_path, router, work)


def test_a_server_that_was_chosen_for_a_message_is_gone_through_and_never_a_reason_to_give_up(tmp_path: Path) -> None:
    with Sink() as sink:
        router = PortRouter()
        router.ourselves.add("us")

        async def work(delivery: RemoteDelivery, _alarms: Alarms) -> None:
            for via, expected in ((f"other:{sink.port}", Delivered), (f"us:{sink.port}", TransientFailure)):
                found = message("b@far.example")
                chosen = replace(found, recipients=tuple(replace(item, via=via) for item in found.recipients))
                assert isinstance((await deliver(delivery, chosen))[1], expected)

        _play(tmp_path, router, work)
        assert len(sink.messages) == 1


def test_when_the_system_gives_no_more_sockets_the_mail_waits_and_an_alarm_says_so(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Sink() as sink:
        async def work(delivery: RemoteDelivery, alarms: Alarms) -> None:
            async def failing(*_: Any, **__: Any) -> Any:
                raise OSError(errno.EMFILE, "Too many open files")

            with monkeypatch.context() as patch:
                patch.setattr(asyncio.get_running_loop(), "create_connection", failing)
                outcome = (await _send(delivery, "far"))[0]
            assert (type(outcome), outcome.reply) == (TransientFailure, f"451 4.4.1 far:{sink.port}: Too many open files")
            assert [alarm.kind for alarm in alarms.standing] == [AlarmKind.FILE_DESCRIPTORS]
            assert isinstance((await _send(delivery, "far"))[0], Delivered)
            assert alarms.standing == ()

        _play(tmp_path, PortRouter(far=sink.port), work)


def test_each_address_of_a_host_is_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    original = connection._open

    async def opened(host: str, address: str, manner: connection.Manner) -> connection.Connection:
        tried.append(address)
        if address != "127.0.0.1":
            raise OSError(errno.ENETUNREACH, "Network is unreachable")
        return await original(host, address, manner)

    monkeypatch.setattr(connection, "_open", opened)

    class Addresses(PortRouter):
        async def addresses(self, host: str, port: int, current: InForce) -> list[str]:
            return ["2001:db8::1", "192.0.2.1", "127.0.0.1"]

    with Sink() as sink:
        async def work(delivery: RemoteDelivery, _alarms: Alarms) -> None:
            assert isinstance((await _send(delivery, "far"))[0], Delivered)

        _play(tmp_path, Addresses(far=sink.port), work)
    assert tried == ["2001:db8::1", "192.0.2.1", "127.0.0.1"]


def test_a_changed_smart_host_takes_what_waits_for_the_former(tmp_path: Path) -> None:
    with Sink(silent_at="MAIL") as former, Sink() as new:
        live = Live(in_force({**former.settings(), "smtp.outbound.timeout_s": 60}))

        async def work(delivery: RemoteDelivery, _alarms: Alarms) -> None:
            running = [asyncio.create_task(deliver(delivery, message("b@far.example"))) for _ in range(10)]
            await eventually(lambda: sum("MAIL" in line for line in former.lines) == 2, "two are under way")
            live.current = in_force(new.settings())
            delivery.reroute()
            await eventually(lambda: len(new.messages) == 8, "the others have taken the new way")
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)

        _play(tmp_path, Router(), work, live)


def test_a_slow_destination_gives_back_what_waits_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lane, "_SLOW_S", 0.0)
    with Sink(silent_at="MAIL") as slow:
        async def work(delivery: RemoteDelivery, _alarms: Alarms) -> None:
            running = [asyncio.create_task(_send(delivery, "slow")) for _ in range(30)]
            await eventually(lambda: any("MAIL" in line for line in slow.lines), "it is at work")
            delivery.relieve()
            await eventually(lambda: sum(task.done() for task in running) == 18, "all but ten that wait and two that run")
            outcome = next(task.result()[0] for task in running if task.done())
            assert isinstance(outcome, TransientFailure)
            assert outcome.is_ours, "it has not failed there, so nothing is given up for it"
            assert outcome.reply == "451 4.4.5 slow.example is slow, and much mail is waiting for it"
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)

        _play(tmp_path, PortRouter(slow=slow.port), work, **{"smtp.outbound.timeout_s": 60})
