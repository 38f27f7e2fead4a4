"""Several smart hosts: each message takes the way that the list says; one that refuses the login holds its own mail."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import aclosing
from typing import Any

import pytest

from harness.outgoing import BODY, deliver, in_force, message
from harness.relay import eventually
from harness.sink import Sink
from posthouse_server.alarms import Alarms
from posthouse_server.counters import Totals
from posthouse_server.delivery import connector
from posthouse_server.delivery.delivery import Delivered, TransientFailure
from posthouse_server.delivery.destinations import Router
from posthouse_server.delivery.local import LocalDelivery
from posthouse_server.delivery.login import SmartHostLogin
from posthouse_server.delivery.remote import RemoteDelivery
from posthouse_server.delivery.runner import DeliveryRunner
from posthouse_server.live import Live
from posthouse_server.paths import DataFolder
from posthouse_server.secrets import Secrets, smart_host_secret_name
from posthouse_server.store import Store
from posthouse_server.store.ids import new_id
from posthouse_server.store.messages import NewMessage, NewRecipient, Route
from posthouse_server.store.queues import Queue


class NamedSecrets(Secrets):
    """Keeps secrets by name in memory."""

    def __init__(self, **by_user: str) -> None:
        self.kept = {smart_host_secret_name("127.0.0.1", user): secret for user, secret in by_user.items()}

    def get(self, name: str) -> str | None:
        return self.kept.get(name)


def _host(sink: Sink, name: str, user: str = "", **more: Any) -> dict[str, Any]:
    login = {"authentication": "password", "username": user} if user else {}
    return {"name": name, "host": "127.0.0.1", "port": sink.port, **login, **more}


def _outcomes(changes: dict[str, Any], what: Any, secrets: Secrets | None = None) -> dict[int, Any]:
    async def run() -> dict[int, Any]:
        login = SmartHostLogin(secrets or NamedSecrets())
        async with aclosing(RemoteDelivery(Live(in_force(changes)), Router(), login, Alarms())) as delivery:
            return dict(await deliver(delivery, what))

    return asyncio.run(run())


def test_one_message_takes_as_many_ways_as_its_recipients_have() -> None:
    with Sink() as default, Sink() as first, Sink() as second:
        changes = {**default.settings(), "smtp.smart_hosts": [
            _host(first, "one", for_recipients=["one.example", "vip@two.example"]),
            _host(second, "two", for_recipients=["two.example"]),
            _host(first, "off", enabled=False, for_recipients=["far.example"])]}
        outcomes = _outcomes(changes, message("a@one.example", "vip@two.example", "b@two.example", "c@far.example"))
    assert all(isinstance(outcome, Delivered) for outcome in outcomes.values()), outcomes
    assert [sorted(taken.recipients) for taken in first.messages] == [["a@one.example", "vip@two.example"]]
    assert [taken.recipients for taken in second.messages] == [["b@two.example"]]
    assert [taken.recipients for taken in default.messages] == [["c@far.example"]]


def test_the_sender_chooses_and_each_host_gets_its_own_login() -> None:
    with Sink(password="a") as first, Sink(password="b") as second:
        changes = {"smtp.smart_hosts": [_host(first, "one", "ann", for_senders=["ann@example.com"]),
                                        _host(second, "two", "bob", for_senders=["example.com"])]}
        secrets = NamedSecrets(ann="a", bob="b")
        for sender in ("ann@example.com", "bob@example.com"):
            (outcome,) = _outcomes(changes, message("x@far.example", sender=sender), secrets).values()
            assert isinstance(outcome, Delivered), outcome
    assert [taken.login for taken in first.messages] == ["ann"]
    assert [taken.login for taken in second.messages] == ["bob"]


Work = Callable[[DeliveryRunner, Live, Alarms], Coroutine[Any, Any, None]]


def _play(store: Store, secrets: Secrets, changes: dict[str, Any], work: Work) -> None:
    async def run() -> None:
        store.spool.open_writer()
        store.traffic.open_writer()
        live, alarms = Live(in_force(changes)), Alarms()
        remote = RemoteDelivery(live, Router(), SmartHostLogin(secrets), alarms)
        with store.watch_spool() as feed:
            runner = DeliveryRunner(live, store.spool, store.traffic, Totals(), feed,
                                    {Route.LOCAL: LocalDelivery(DataFolder(store.folder.root).mail), Route.RELAY: remote})
            task = asyncio.create_task(runner.run())
            try:
                await work(runner, live, alarms)
            finally:
                await runner.stop(5)
                await remote.aclose()
                await task
        store.spool.close_writer()
        store.traffic.close_writer()

    asyncio.run(run())
    assert store.spool.ledger().difference == 0


def _accept(store: Store, recipient: str, number: int) -> None:
    for _ in range(number):
        to = NewRecipient(recipient, Route.RELAY, None, "authenticated", new_id())
        store.spool.accept(NewMessage(new_id(), "a@far.example", "192.0.2.1", None, "x", len(BODY), False, False, "hello", BODY,
                                      None, (to,))).result(10)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look for a mended login often; the pause between logins stays long."""
    monkeypatch.setattr(connector, "_LOOK_S", 0.02)


@pytest.mark.parametrize("bad_one", ["named", "default"])
def test_a_refused_login_holds_its_own_mail_alone(store: Store, quick: None, bad_one: str) -> None:
    secrets = NamedSecrets(ann="falsch", bob="b")
    with Sink(password="a") as bad, Sink(password="b") as good:
        named, default = (bad, good) if bad_one == "named" else (good, bad)
        users = {id(bad): "ann", id(good): "bob"}
        changes = {"smtp.smart_hosts": [_host(named, "Special", users[id(named)], for_recipients=["named.example"])],
                   "smtp.smart_host": {"enabled": True, "host": "127.0.0.1", "port": default.port,
                                       "authentication": "password", "username": users[id(default)]}}
        held, free = ("named.example", "x.example") if bad_one == "named" else ("x.example", "named.example")

        async def work(runner: DeliveryRunner, _live: Live, alarms: Alarms) -> None:
            _accept(store, f"b@{held}", 12)
            runner.wake()
            await eventually(lambda: alarms.standing, "the alarm")
            _accept(store, f"b@{held}", 3)
            _accept(store, f"b@{free}", 5)
            runner.wake()
            await eventually(lambda: store.spool.ledger().delivered == 5, "the others go on")
            (alarm,) = alarms.standing
            assert alarm.kind == ("smart_host_login:Special" if bad_one == "named" else "smart_host_login")
            assert "does not let ann in: 535 5.7.8 wrong" in alarm.text
            assert ("Special (127.0.0.1" in alarm.text) is (bad_one == "named")
            await eventually(lambda: all(to.attempts for found in store.spool.list() for to in found.recipients), "all tried")
            assert len([line for line in bad.lines if line.startswith("AUTH")]) == 1, "accounts get locked by too many"
            assert (store.spool.ledger().waiting, store.spool.ledger().bounced) == (15, 0)
            secrets.kept[smart_host_secret_name("127.0.0.1", "ann")] = "a"
            await eventually(lambda: store.spool.ledger().delivered == 20, "all of it goes at once when the secret is right")
            assert alarms.standing == ()

        _play(store, secrets, changes, work)


def test_another_list_ends_the_alarm_and_takes_the_mail_another_way(store: Store, quick: None) -> None:
    with Sink(password="a") as bad, Sink() as other:
        async def work(runner: DeliveryRunner, live: Live, alarms: Alarms) -> None:
            _accept(store, "b@named.example", 3)
            runner.wake()
            await eventually(lambda: alarms.standing, "the alarm")
            await eventually(lambda: any(to.attempts for found in store.spool.list() for to in found.recipients), "an attempt")
            live.current = in_force({"smtp.smart_hosts": [_host(other, "Special", for_recipients=["named.example"])]})
            await eventually(lambda: store.spool.ledger().delivered == 3, "what was deferred is due at once")
            assert alarms.standing == ()

        changes = {"smtp.smart_hosts": [_host(bad, "Special", "ann", for_recipients=["named.example"])]}
        _play(store, NamedSecrets(), changes, work)
    assert len(other.messages) == 3


def test_behind_the_only_shut_door_detours_go_on(store: Store, quick: None) -> None:
    with Sink(password="a") as bad, Sink() as other:
        async def work(runner: DeliveryRunner, live: Live, alarms: Alarms) -> None:
            _accept(store, "b@x.example", 4)
            runner.wake()
            await eventually(lambda: alarms.standing, "the alarm")
            first, second, *_ = [found.id for found in store.spool.list()]
            store.spool.queues.hold(Queue.OUTBOUND, [first])
            store.spool.queues.route(Queue.OUTBOUND, [first], f"127.0.0.1:{other.port}")
            store.spool.queues.release(Queue.OUTBOUND, [first])
            store.spool.queues.return_to_sender(Queue.OUTBOUND, [second])
            await eventually(lambda: store.spool.ledger().delivered == 1, "another server has it")
            await eventually(lambda: any(found.sender == "" for found in store.spool.list()), "its sender is told")
            assert live.current.settings.smtp.smart_host.enabled
            assert alarms.standing
            assert sum(found.sender != "" for found in store.spool.list()) == 2, "the others wait on"

        _play(store, NamedSecrets(ann="falsch"), {"smtp.smart_host": {
            "enabled": True, "host": "127.0.0.1", "port": bad.port, "authentication": "password", "username": "ann"}}, work)
    assert len(other.messages) == 1


def test_a_login_that_is_wanted_after_all_holds_too(store: Store, quick: None) -> None:
    def refuse(line: str) -> str | None:
        return "530 5.7.0 Authentication required" if line.startswith("MAIL") else None

    with Sink(answers=refuse) as bad, Sink() as good:
        async def work(runner: DeliveryRunner, _live: Live, alarms: Alarms) -> None:
            _accept(store, "b@named.example", 2)
            _accept(store, "b@x.example", 2)
            runner.wake()
            await eventually(lambda: alarms.standing and store.spool.ledger().delivered == 2, "the alarm, and the others")
            assert "Special" in alarms.standing[0].text
            assert (store.spool.ledger().waiting, store.spool.ledger().bounced) == (2, 0)

        _play(store, NamedSecrets(), {
            **good.settings(), "smtp.smart_hosts": [_host(bad, "Special", for_recipients=["named.example"])]}, work)


def test_mail_held_for_one_of_several_is_looked_at_again_soon() -> None:
    with Sink(password="a") as bad, Sink() as good:
        changes = {**good.settings(), "smtp.smart_hosts": [_host(bad, "Special", "ann", for_recipients=["named.example"])]}
        (outcome,) = _outcomes(changes, message("b@named.example"), NamedSecrets(ann="falsch")).values()
    assert isinstance(outcome, TransientFailure)
    assert (outcome.is_ours, outcome.wait_s) == (True, 900)
