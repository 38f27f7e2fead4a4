"""Listeners follow the settings one by one; what can't be bound changes nothing, and open sessions go on."""

import asyncio
import errno
import socket
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from harness.relay import Relay, eventually
from posthouse_server.smtp.listeners import BindError, bind_fault
from posthouse_server.smtp.tls import make_self_signed
from posthouse_server.store import Store

Run = Callable[[Coroutine[Any, Any, None]], None]


def _listeners(*ports: int, **options: Any) -> dict[str, Any]:
    return {"smtp.inbound.listeners": [{"port": port, **options} for port in ports]}


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def test_a_new_port_replaces_the_old_and_open_sessions_go_on(run: Run, store: Store) -> None:
    async def work() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            old, new = relay.ports[0], _free_port()
            await relay.set(_listeners(new))
            assert relay.listeners.places == (f"127.0.0.1:{new}",)
            assert (await client.say("NOOP")).startswith("250 ")
            with pytest.raises(ConnectionRefusedError):
                await asyncio.open_connection("127.0.0.1", old)
            await relay.connect()

    run(work())


def test_other_settings_of_a_listener_act_on_open_sessions_too(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            port = relay.ports[0]
            await relay.set(_listeners(0, authentication="never", tls="none", require_authentication=True))
            assert relay.ports == [port], "it was not bound again"
            await client.send(b"EHLO x\r\n")
            shown = " ".join(await client.reply())
            assert "AUTH" not in shown
            assert "STARTTLS" not in shown
            assert (await client.login()).startswith("503 5.5.1 ")
            assert (await client.say("MAIL FROM:<a@far.example>")).startswith("530 5.7.0 ")

    asyncio.run(run())


@pytest.mark.parametrize("is_first", [True, False])
def test_a_busy_port_changes_nothing(run: Run, store: Store, is_first: bool) -> None:
    async def work() -> None:
        with socket.create_server(("127.0.0.1", 0)) as other:
            async with Relay(store) as relay:
                busy, old = other.getsockname()[1], relay.ports
                wanted = (busy, 0, _free_port()) if is_first else (_free_port(), 0, busy)
                with pytest.raises(BindError, match=f"^Port {busy} on 127.0.0.1 is in use by another program. Stop that"):
                    await relay.set(_listeners(*wanted))
                assert relay.ports == old
                await relay.connect()
                for port in wanted:
                    if port not in (0, busy):
                        with pytest.raises(ConnectionRefusedError):
                            await asyncio.open_connection("127.0.0.1", port)

    run(work())


def test_the_same_port_on_another_address_makes_way_and_comes_back(run: Run, store: Store) -> None:
    async def work() -> None:
        port = _free_port()
        async with Relay(store) as relay:
            await relay.set(_listeners(port))
            await relay.set(_listeners(port, address="0.0.0.0"))
            assert relay.listeners.places == (f"0.0.0.0:{port}",)
            await relay.connect()
            with pytest.raises(BindError, match=r"192\.0\.2\.1 is not an address of this computer"):
                await relay.set(_listeners(port, address="192.0.2.1"))
            assert relay.listeners.places == (f"0.0.0.0:{port}",)
            await relay.connect()
            assert store.settings.load().settings.smtp.inbound.listeners[0].address == "192.0.2.1"

    run(work())


def test_a_changed_certificate_rebinds_implicit_listeners_alone(run: Run, store: Store) -> None:
    async def work() -> None:
        async with Relay(store) as relay:
            await relay.set({"smtp.inbound.listeners": [{"port": 0}, {"port": 0, "tls": "implicit"}]})
            plain, implicit = relay.ports
            client = await relay.connect(1, tls=True)
            own = store.folder.root / "own.pem"
            make_self_signed(own, "own.example")
            await relay.set({"smtp.inbound.certificate_file": str(own)})
            assert relay.ports[0] == plain
            assert relay.ports[1] != implicit
            assert (await client.say("NOOP")).startswith("250 ")
            await relay.connect(1, tls=True)

    run(work())


def test_no_listeners_and_many(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            await relay.set(_listeners())
            assert relay.listeners.places == ()
            await relay.set(_listeners(*[0] * 32))
            assert len(set(relay.ports)) == 32
            await relay.connect(31)

    asyncio.run(run())


def test_an_address_family_that_is_missing_is_said(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    class Nothing:
        sockets = ()

    async def run() -> None:
        async with Relay(store) as relay:
            async def create_server(*_: Any, **_options: Any) -> Nothing:
                return Nothing()

            monkeypatch.setattr(asyncio.get_running_loop(), "create_server", create_server)
            with pytest.raises(BindError, match="does not speak"):
                await relay.set(_listeners(0, address="::1"))
            await relay.connect()

    asyncio.run(run())


@pytest.mark.parametrize(("number", "words"), [
    (errno.EADDRINUSE, "in use by another program"), (10048, "in use by another program"), (errno.EACCES, "more rights"),
    (10013, "more rights"), (errno.EADDRNOTAVAIL, "not an address of this computer"), (errno.EIO, "can't be opened: oh")])
def test_each_fault_is_a_sentence_that_names_the_port(number: int, words: str) -> None:
    sentence = bind_fault("10.0.0.1", 25, OSError(number, "oh"))
    assert words in sentence
    assert "25" in sentence
    assert "10.0.0.1" in sentence
    assert sentence.endswith(".")


def test_more_connections_than_allowed_are_sent_away_and_counted_out(run: Run, store: Store) -> None:
    async def work() -> None:
        async with Relay(store) as relay:
            await relay.set({"smtp.inbound.max_connections": 3})
            inside = [await relay.connect() for _ in range(3)]
            for _ in range(20):
                outside = await relay.connect(ehlo=False)
                assert (await outside.reply())[0].startswith("421 4.3.2 Too many connections")
                assert await outside.reply() == []
            await eventually(lambda: len(relay.handler.connections) == 3, "those sent away are counted out")
            await inside[0].close()
            await eventually(lambda: len(relay.handler.connections) == 2, "one has left")
            await relay.connect()
            assert relay.totals.connections == 24

    run(work())


def test_access_control_acts_at_connect_and_leaves_a_trace(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            inside = await relay.connect()
            await relay.set({"smtp.inbound.access_control.ranges": ["127.0.0.1"]})
            outside = await relay.connect(ehlo=False)
            reply = (await outside.reply())[0]
            assert reply.startswith("554 5.7.1 Your address is not allowed to use this server [")
            assert await outside.reply() == []
            assert (await inside.envelope())[1].startswith("554 5.7.1 "), "the open session is judged by the new rule too"
            store.traffic.close_writer()
            assert store.traffic.search(reply[-10:-1])[0].rule == "access_control"

    asyncio.run(run())


def test_silence_and_clients_that_read_nothing_are_ended(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("posthouse_server.smtp.connection._LINGER_S", 0.05)
    monkeypatch.setattr("posthouse_server.smtp.protocol._IDLE_TIMEOUT_S", 0.2)

    async def run() -> None:
        async with Relay(store) as relay:
            silent = await relay.connect(ehlo=False)
            assert (await silent.reply())[0].startswith("220 ")
            assert (await silent.reply())[0] == "421 4.4.2 Nothing was heard for too long"
            assert await silent.reply() == []
            deaf = await relay.connect(ehlo=False)
            deaf.reader._transport.pause_reading()  # type: ignore[attr-defined]
            deaf.writer.write(b"HELP\r\n" * 200_000)
            await eventually(lambda: relay.handler.connections, "it is served")
            await eventually(lambda: not relay.handler.connections, "it is cut off, though its replies were never read")
            deaf.writer.transport.abort()

    asyncio.run(run())
