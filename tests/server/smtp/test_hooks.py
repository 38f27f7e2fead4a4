"""Hooks found by name over a permissive default are a trap: each must be called, and a missing or broken one must deny."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from harness.relay import Client, Relay
from posthouse_server.smtp.handler import RelayHandler
from posthouse_server.smtp.protocol import SmtpProtocol
from posthouse_server.store import Store

HOOKS = ("HELO", "EHLO", "NOOP", "RSET", "QUIT", "AUTH", "MAIL", "RCPT", "DATA")
LOCAL_ERROR = "451 4.3.0 Requested action aborted: local error in processing"
LOGIN = "AUTH PLAIN AGpvaG5AZXhhbXBsZS5jb20Ac2VjcmV0"
BEFORE = {"MAIL": (), "RCPT": ("MAIL FROM:<a@far.example>",),
          "DATA": ("MAIL FROM:<a@far.example>", "RCPT TO:<john@example.com>", "DATA")}
COMMANDS = {"HELO": "HELO x", "EHLO": "EHLO x", "NOOP": "NOOP", "RSET": "RSET", "QUIT": "QUIT", "AUTH": LOGIN,
            "MAIL": "MAIL FROM:<a@far.example>", "RCPT": "RCPT TO:<john@example.com>", "DATA": "Subject: x\r\n\r\nx\r\n."}


def _is_coroutine(handler: type[RelayHandler]) -> set[str]:
    return {name.removeprefix("handle_") for name in dir(handler) if name.startswith("handle_")}


def test_the_list_of_hooks_here_is_complete() -> None:
    assert _is_coroutine(RelayHandler) - {"exception"} == set(HOOKS)


def test_every_hook_is_called(store: Store) -> None:
    called: list[str] = []

    def spying(name: str) -> Callable[..., Any]:
        original = getattr(RelayHandler, f"handle_{name}")

        async def hook(self: RelayHandler, server: SmtpProtocol, session: Any, envelope: Any, *rest: Any) -> Any:
            called.append(name)
            return await original(self, server, session, envelope, *rest)

        if name != "EHLO":
            return hook

        async def ehlo(self: RelayHandler, server: SmtpProtocol, session: Any, envelope: Any, hostname: str,
                       responses: list[str]) -> Any:
            return await hook(self, server, session, envelope, hostname, responses)

        return ehlo

    spy = type("Spy", (RelayHandler,), {f"handle_{name}": spying(name) for name in HOOKS})

    async def run() -> None:
        async with Relay(store, spy) as relay:
            client = await relay.connect()
            for line in ("HELO x", "EHLO x", LOGIN, "NOOP", "RSET"):
                assert (await client.say(line))[0] == "2", line
            assert (await client.message(b"Subject: x\r\n\r\nx\r\n")).startswith("250 ")
            assert (await client.say("QUIT")).startswith("221 ")

    asyncio.run(run())
    assert called == ["EHLO", "HELO", "EHLO", "AUTH", "NOOP", "RSET", "MAIL", "RCPT", "DATA", "QUIT"]


async def _is_alive(client: Client) -> bool:
    """Whether the connection goes on, and no transaction is left over."""
    return (await client.say("HELP")).startswith("214 ")


async def _provoke(relay: Relay, hook: str) -> tuple[Client, str]:
    client = await relay.connect(ehlo=hook not in ("EHLO", "HELO"))
    if hook in ("EHLO", "HELO"):
        await client.reply()
    for line in BEFORE.get(hook, ()):
        assert (await client.say(line))[0] in "23", line
    return client, await client.say(COMMANDS[hook])


@pytest.mark.parametrize("hook", HOOKS)
def test_an_exception_is_a_451_without_detail(store: Store, hook: str, monkeypatch: pytest.MonkeyPatch,
                                              caplog: pytest.LogCaptureFixture) -> None:
    def broken(*_: Any) -> Any:
        raise RuntimeError("the secret detail")

    async def run() -> None:
        async with Relay(store) as relay:
            # aiosmtpd inspects the signature of handle_EHLO, so what it calls fails, not the hook itself.
            monkeypatch.setattr(SmtpProtocol, "_call_handler_hook", _failing_for(hook, broken))
            client, reply = await _provoke(relay, hook)
            assert reply.startswith(LOCAL_ERROR)
            assert await _is_alive(client)
            if hook == "DATA":
                assert (await client.say("DATA")).startswith("503 "), "the transaction is over"
            assert relay.bodies() == []

    asyncio.run(run())
    assert "the secret detail" in caplog.text


def _failing_for(hook: str, broken: Callable[..., Any]) -> Callable[..., Any]:
    original = SmtpProtocol._call_handler_hook

    async def call(self: SmtpProtocol, command: str, *args: Any) -> Any:
        if command == hook:
            return broken()
        return await original(self, command, *args)

    return call


@pytest.mark.parametrize("hook", HOOKS)
def test_a_missing_hook_is_a_451(store: Store, hook: str, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = next(kind for kind in RelayHandler.__mro__ if f"handle_{hook}" in vars(kind))
    monkeypatch.delattr(owner, f"handle_{hook}")

    async def run() -> None:
        async with Relay(store) as relay:
            client, reply = await _provoke(relay, hook)
            assert reply.startswith(LOCAL_ERROR)
            assert await _is_alive(client)
            if hook in ("HELO", "EHLO"):
                assert (await client.say("MAIL FROM:<a@far.example>")).startswith("503 ")
            assert relay.bodies() == []

    asyncio.run(run())


def test_a_client_that_meets_nothing_but_errors_is_sent_away(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            assert (await client.say("MAIL FROM:<a@far.example>")).startswith("250 ")
            await client.send(b"RCPT TO:<nobody@example.com>\r\n" * 110)
            replies = [await client.reply() for _ in range(101)]
            assert all(reply[0].startswith("550 5.1.1 ") for reply in replies[:100])
            assert replies[100] == ["421 4.7.0 Too many errors on this connection"]

    asyncio.run(run())


def test_unknown_commands_and_what_is_not_offered(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            for line, code in {"BDAT 0 LAST": "503", "VRFY john@example.com": "252", "EXPN list": "502", "RSET x": "501",
                               "QUIT x": "501", "HELO": "501", "EHLO": "501", "MAIL": "501", "MAIL <a@b.example>": "501",
                               "RCPT TO:<john@example.com>": "503", "DATA": "503", "": "500"}.items():
                assert (await client.say(line)).startswith(code), line
            for line in ("\xff\xff", "GET / HTTP/1.1", "CONNECT x:25", "x" * 3000, "A\x00B\rC"):
                assert (await client.say(line.encode("latin-1"))).startswith("500 "), line
            assert (await client.say("POST / HTTP/1.1")).startswith("421 4.7.0 Too many unknown"), "the fifth unknown command"
            assert await client.reply() == []

    asyncio.run(run())


def test_endless_lines_are_read_to_their_end(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            assert (await client.say("NOOP " + "x" * 300_000)).startswith("500 ")
            assert (await client.say("NOOP")).startswith("250 ")

    asyncio.run(run())
