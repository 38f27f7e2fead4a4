"""Connections that are kept for the next message."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest

from harness.outgoing import deliver, in_force, message
from harness.relay import eventually
from harness.sink import Sink
from posthouse_server.alarms import Alarms
from posthouse_server.delivery import pool
from posthouse_server.delivery.delivery import Delivered, Outcome
from posthouse_server.delivery.destinations import Router
from posthouse_server.delivery.login import SmartHostLogin
from posthouse_server.delivery.remote import RemoteDelivery
from posthouse_server.live import Live
from posthouse_server.paths import DataFolder
from posthouse_server.secrets import Secrets


def _play(tmp_path: Path, sink: Sink, work: Callable[[Callable[[], Awaitable[Outcome]], Live], Awaitable[None]]) -> None:
    async def run() -> None:
        live = Live(in_force(sink.settings()))
        login = SmartHostLogin(Secrets(DataFolder(tmp_path)))
        async with aclosing(RemoteDelivery(live, Router(), login, Alarms())) as delivery:
            async def send() -> Outcome:
                return (await deliver(delivery, message("b@far.example")))[1]

            await work(send, live)

    asyncio.run(run())


def test_one_connection_carries_message_after_message(tmp_path: Path) -> None:
    async def work(send: Callable[[], Awaitable[Outcome]], _live: Live) -> None:
        assert [type(await send()) for _ in range(5)] == [Delivered] * 5

    with Sink() as sink:
        _play(tmp_path, sink, work)
        assert (len(sink.messages), sink.connections) == (5, 1)
        assert sink.lines.count("QUIT") == 1


def test_an_idle_connection_that_was_closed_over_there_is_replaced(tmp_path: Path) -> None:
    async def work(send: Callable[[], Awaitable[Outcome]], _live: Live) -> None:
        assert isinstance(await send(), Delivered)
        closing[0] = True
        assert isinstance(await send(), Delivered)

    closing = [False]

    def answer(line: str) -> str | None:
        if closing[0] and line.startswith("MAIL"):
            closing[0] = False
            return ""
        return None

    with Sink(answers=answer) as sink:
        _play(tmp_path, sink, work)
        assert (len(sink.messages), sink.connections) == (2, 2)


def test_a_transaction_that_went_wrong_ends_its_connection(tmp_path: Path) -> None:
    async def work(send: Callable[[], Awaitable[Outcome]], _live: Live) -> None:
        for _ in range(3):
            assert not isinstance(await send(), Delivered)

    with Sink(answers=lambda line: "451 4.3.0 later" if line == "." else None) as sink:
        _play(tmp_path, sink, work)
        assert sink.connections == 3


def test_other_settings_mean_another_connection(tmp_path: Path) -> None:
    async def work(send: Callable[[], Awaitable[Outcome]], live: Live) -> None:
        await send()
        changes: dict[str, Any] = {**sink.settings(), "smtp.smart_host.tls": "none"}
        live.current = in_force(changes)
        await send()

    with Sink() as sink:
        _play(tmp_path, sink, work)
        assert sink.connections == 2


def test_idle_connections_end_by_themselves_and_busy_ones_after_many_messages(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def work(send: Callable[[], Awaitable[Outcome]], _live: Live) -> None:
        await send()
        await eventually(lambda: sink.lines.count("QUIT") == 1, "the idle connection has ended")
        monkeypatch.setattr(pool, "_IDLE_S", 60)
        monkeypatch.setattr(pool, "_MESSAGES", 2)
        for _ in range(4):
            await send()

    monkeypatch.setattr(pool, "_IDLE_S", 0.01)
    with Sink() as sink:
        _play(tmp_path, sink, work)
        assert sink.connections == 3


@pytest.mark.parametrize(("host", "method", "expected"), [
    ("mail.example.com", "password", True), ("192.0.2.1", "oauth2", True), ("127.0.0.1", "password", False),
    ("localhost", "password", False), ("mail.example.com", "none", False)])
def test_a_password_never_crosses_a_network_in_the_clear_by_opportunity(host: str, method: str, expected: bool) -> None:
    oauth2 = {"token_url": "https://token.example", "client_id": "x"}
    settings = in_force({"smtp.smart_host": {"enabled": True, "host": host, "authentication": method, "username": "u",
                                             "oauth2": oauth2}}).settings.smtp.smart_host
    assert settings.sends_secret == expected
