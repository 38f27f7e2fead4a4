"""A smart host that refuses the login holds the queue: nothing bounces, an alarm stands, and all goes on by itself."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import aclosing
from typing import Any

import pytest

from harness.outgoing import BODY, deliver, in_force, message
from harness.relay import eventually
from harness.sink import Sink
from posthouse_server.alarms import AlarmKind, Alarms
from posthouse_server.counters import Totals
from posthouse_server.delivery import connector, login
from posthouse_server.delivery.delivery import Delivered, TransientFailure
from posthouse_server.delivery.destinations import Router
from posthouse_server.delivery.local import LocalDelivery
from posthouse_server.delivery.login import SmartHostLogin
from posthouse_server.delivery.remote import RemoteDelivery
from posthouse_server.delivery.runner import DeliveryRunner
from posthouse_server.live import Live
from posthouse_server.paths import DataFolder
from posthouse_server.secrets import Secrets
from posthouse_server.store import Store
from posthouse_server.store.ids import new_id
from posthouse_server.store.messages import NewMessage, NewRecipient, Route


class MemorySecrets(Secrets):
    """Keeps one secret in memory."""

    def __init__(self, secret: str | None) -> None:
        self.secret = secret

    def get(self, name: str) -> str | None:
        return self.secret


def _settings(sink: Sink, **more: Any) -> dict[str, Any]:
    return {"smtp.smart_host": {"enabled": True, "host": "127.0.0.1", "port": sink.port, "authentication": "password",
                                "username": "relay@example.com", **more}}


def _accept(store: Store, number: int) -> None:
    for _ in range(number):
        to = NewRecipient("friend@far.example", Route.RELAY, None, "authenticated", new_id())
        store.spool.accept(NewMessage(new_id(), "a@far.example", "192.0.2.1", None, "x", len(BODY), False, False, "hello", BODY,
                                      None, (to,))).result(10)


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


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look for a mended login often; the pause between logins stays long."""
    monkeypatch.setattr(connector, "_LOOK_S", 0.02)


def test_a_refused_login_holds_the_queue_until_the_secret_is_right(store: Store, quick: None) -> None:
    secrets = MemorySecrets("falsch")
    with Sink(password="geheim") as sink:
        async def work(runner: DeliveryRunner, _live: Live, alarms: Alarms) -> None:
            _accept(store, 20)
            runner.wake()
            await eventually(lambda: alarms.standing, "the alarm")
            (alarm,) = alarms.standing
            assert alarm.kind == AlarmKind.SMART_HOST_LOGIN
            assert f"The smart host 127.0.0.1:{sink.port} does not let relay@example.com in: 535 5.7.8 wrong" in alarm.text
            _accept(store, 5)
            runner.wake()
            await asyncio.sleep(0.3)
            logins = [line for line in sink.lines if line.startswith("AUTH")]
            assert len(logins) == 1, "accounts get locked by too many"
            books = store.spool.ledger()
            assert (books.waiting, books.bounced, books.bad_mail) == (25, 0, 0)
            held = [to.attempts for found in store.spool.list() for to in found.recipients]
            assert held.count(0) >= 5, "what came afterwards lies in the spool untouched"
            secrets.secret = "geheim"
            await eventually(lambda: store.spool.ledger().delivered == 25, "all of it goes at once when the secret is right")
            assert alarms.standing == ()

        _play(store, secrets, _settings(sink), work)


def test_other_settings_end_the_alarm_and_take_the_mail_another_way(store: Store, quick: None) -> None:
    with Sink(password="geheim") as sink, Sink() as other:
        async def work(runner: DeliveryRunner, live: Live, alarms: Alarms) -> None:
            _accept(store, 3)
            runner.wake()
            await eventually(lambda: alarms.standing, "the alarm")
            await eventually(lambda: any(to.attempts for found in store.spool.list() for to in found.recipients), "an attempt")
            live.current = in_force(other.settings())
            await eventually(lambda: store.spool.ledger().delivered == 3, "what was deferred is due at once")
            assert alarms.standing == ()

        _play(store, MemorySecrets(None), _settings(sink), work)
        assert len(other.messages) == 3


@pytest.mark.parametrize("word", ["MAIL", "RCPT", "DATA"])
def test_a_server_that_wants_a_login_in_the_transaction_holds_too(
        store: Store, quick: None, monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    monkeypatch.setattr(login, "_PAUSE_S", 0.1)
    is_mended = [False]
    with Sink(answers=lambda line: "530 5.7.0 Authentication required" if not is_mended[0] and line.startswith(word) else None
              ) as sink:
        async def work(runner: DeliveryRunner, _live: Live, alarms: Alarms) -> None:
            _accept(store, 3)
            runner.wake()
            await eventually(lambda: alarms.standing, "the alarm")
            assert "wants a login, and none is set up: 530 5.7.0 Authentication required" in alarms.standing[0].text
            is_mended[0] = True
            await eventually(lambda: store.spool.ledger().delivered == 3, "it goes on by itself")
            assert alarms.standing == ()

        _play(store, MemorySecrets(None), sink.settings(), work)


def test_a_login_that_can_not_be_checked_now_is_no_alarm() -> None:
    async def run() -> None:
        with Sink(answers=lambda line: "454 4.7.0 try again" if line.startswith("AUTH") else None, password="x") as sink:
            alarms = Alarms()
            live = Live(in_force(_settings(sink)))
            async with aclosing(RemoteDelivery(live, Router(), SmartHostLogin(MemorySecrets("x")), alarms)) as delivery:
                outcome = (await deliver(delivery, message("b@far.example")))[1]
            assert isinstance(outcome, TransientFailure)
            assert outcome.reply == ("454 4.7.0 try again (the smart host could not check the login of relay@example.com)")
            assert not outcome.is_ours
            assert alarms.standing == ()

    asyncio.run(run())


@pytest.mark.parametrize(("offered", "script", "said"), [
    ("LOGIN", {"AUTH LOGIN": "334 VXNlcm5hbWU6", "cmVsYXlAZXhhbXBsZS5jb20=": "334 UGFzc3dvcmQ6", "Z2VoZWlt": "235 in"},
     ["AUTH LOGIN", "cmVsYXlAZXhhbXBsZS5jb20=", "Z2VoZWlt"]),
    ("PLAIN LOGIN", {"AUTH PLAIN": "504 unknown", "AUTH LOGIN": "334 x", "cmVsYXlAZXhhbXBsZS5jb20=": "334 y",
                     "Z2VoZWlt": "235"},
     ["AUTH PLAIN AHJlbGF5QGV4YW1wbGUuY29tAGdlaGVpbQ==", "AUTH LOGIN", "cmVsYXlAZXhhbXBsZS5jb20=", "Z2VoZWlt"]),
    ("CRAM-MD5", {"AUTH CRAM-MD5": "334 PDEyMzRAc2luaz4=", "cmVs": "235 in"},
     ["AUTH CRAM-MD5", "cmVsYXlAZXhhbXBsZS5jb20gM2NlOGJiZjE2ODRhMDgzMDhiZTg5NjhiOGY4ZDQzNWY="])])
def test_mechanisms(offered: str, script: dict[str, str], said: list[str]) -> None:
    def answer(line: str) -> str | None:
        return next((reply for start, reply in script.items() if line.startswith(start)), None)

    async def run() -> None:
        live = Live(in_force(_settings(sink)))
        async with aclosing(RemoteDelivery(live, Router(), SmartHostLogin(MemorySecrets("geheim")), Alarms())) as delivery:
            assert isinstance((await deliver(delivery, message("b@far.example")))[1], Delivered)

    with Sink(answers=answer, extensions=(f"AUTH {offered}",)) as sink:
        asyncio.run(run())
    assert sink.lines[1:1 + len(said)] == said


def test_a_challenge_that_holds_the_password_is_read_as_it_is() -> None:
    def answer(line: str) -> str | None:
        return "334 PDEyMzRAc2luaz4=" if line == "AUTH CRAM-MD5" else "235 in" if line.startswith("cmVs") else None

    async def run() -> None:
        live = Live(in_force(_settings(sink)))
        async with aclosing(RemoteDelivery(live, Router(), SmartHostLogin(MemorySecrets("PDEy")), Alarms())) as delivery:
            assert isinstance((await deliver(delivery, message("b@far.example")))[1], Delivered)

    with Sink(answers=answer, extensions=("AUTH CRAM-MD5",)) as sink:
        asyncio.run(run())
