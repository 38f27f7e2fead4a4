"""Bans over the wire: who is sent away, who is slowed down, and what a restart and a lifting do."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta

import pytest

from harness.relay import Client, Relay, eventually
from posthouse_server.policy.networks import parse_client
from posthouse_server.smtp.ban_keeper import BanKeeper
from posthouse_server.smtp.bans import Bans
from posthouse_server.store import Store
from posthouse_server.store.bans import Ban, BanReason, Evidence
from posthouse_server.store.clock import now

BALANCED = {"smtp.inbound.proxy_protocol_from": ["127.0.0.1"], "smtp.security.max_refused_relays": 3}


async def connect(relay: Relay, client: str = "198.51.100.7") -> tuple[Client, str]:
    """Connect as a client that a load balancer names; returns its greeting too."""
    connection = await relay.connect(ehlo=False)
    await connection.send(f"PROXY TCP4 {client} 127.0.0.1 4000 25\r\n".encode())
    greeting = (await connection.reply())[0]
    if greeting.startswith("220 "):
        await connection.say("EHLO x")
    return connection, greeting


def test_too_many_errors_ban_a_client_where_that_is_ticked(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            await relay.set({**BALANCED, "smtp.security.max_failed_commands": 3})
            for is_ticked in (False, True):
                await relay.set({"smtp.security.ban_after_failed_commands": is_ticked})
                client, _ = await connect(relay)
                for _ in range(3):
                    await client.say("NONSENSE")
                assert (await client.reply())[0].startswith("421 4.7.0 Too many errors")
                assert (await connect(relay))[1].startswith("421 4.7.0 " if is_ticked else "220 ")
            (ban,) = relay.handler.discipline.bans.standing.values()
            assert ban.sentence.startswith("3 failed commands")

    asyncio.run(run())


def test_who_is_banned_for_one_thing_is_not_banned_for_another_at_once(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            await relay.set({**BALANCED, "smtp.security.max_failed_commands": 3,
                             "smtp.security.ban_after_failed_commands": True})
            client, _ = await connect(relay)
            await client.envelope("a@far.example", "b@far.example", "c@far.example")
            (ban,) = relay.handler.discipline.bans.standing.values()
            assert (ban.number, ban.reason) == (1, BanReason.REFUSED_RELAYS)

    asyncio.run(run())


def test_refused_relays_ban_a_client_on_all_its_connections(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            await relay.set(BALANCED)
            other, _ = await connect(relay)
            third, _ = await connect(relay, "198.51.100.8")
            client, _ = await connect(relay)
            replies = await client.envelope("a@far.example", "b@far.example", "c@far.example")
            assert [line[:3] for line in replies] == ["250", "550", "550", "550"]
            assert (await client.reply())[0].startswith("421 4.7.0 ")
            assert (await other.reply())[0].startswith("421 4.7.0 ")
            assert (await connect(relay))[1].startswith("421 4.7.0 ")
            assert (await third.say("NOOP")).startswith("250 ")
            (ban,) = relay.handler.discipline.bans.standing.values()
            assert ban.sentence.startswith("3 refused relays")
            assert "a@far.example to c@far.example" in ban.sentence

    asyncio.run(run())


@pytest.mark.parametrize(("client", "changes"), [
    ("127.0.0.1", {}),
    ("198.51.100.7", {"smtp.whitelist": {"enabled": True, "ranges": ["198.51.100.0/24"]}}),
    ("198.51.100.7", {"smtp.relay.allow_privileged_ip_ranges": True,
                      "smtp.relay.privileged_ip_ranges": [{"range": "198.51.100.7"}]})])
def test_who_is_spared_waits_and_others_do_not(store: Store, client: str, changes: dict[str, object],
                                               monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr("posthouse_server.smtp.bans._FIRST_DELAY_S", 1.5)
    caplog.set_level("WARNING")

    async def run() -> None:
        async with Relay(store) as relay:
            await relay.set(BALANCED | changes)
            slow, _ = await connect(relay, client)
            quick, _ = await connect(relay, "198.51.101.1")
            await slow.say("MAIL FROM:<a@far.example>")
            at = time.monotonic()
            for recipient in ("<x%y@example.com>",) * 3:
                await slow.send(f"RCPT TO:{recipient}\r\nNOOP\r\n".encode())
            for _ in range(4):
                await slow.reply()
            assert (await quick.say("NOOP")).startswith("250 ")
            assert time.monotonic() - at < 1.4
            assert (await slow.reply())[0].startswith("550 ")
            assert time.monotonic() - at >= 1.45
            assert (await slow.reply())[0].startswith("250 "), "what was said meanwhile is answered afterwards"
            assert relay.handler.discipline.bans.standing == {}

    asyncio.run(run())
    assert "slowed down and not banned after 3 refused relays" in caplog.text
    (note,) = store.traffic.search("slowed_down")
    assert "is slowed down and not banned after 3 refused relays, because it is" in note.reply


def test_whoever_is_whitelisted_later_is_pardoned(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            keeper = BanKeeper(store, relay.handler.discipline.bans)
            await relay.set(BALANCED)
            client, _ = await connect(relay)
            await client.envelope("a@far.example", "b@far.example", "c@far.example")
            await keeper.keep()
            assert [ban.client for ban in store.bans.list()] == ["198.51.100.7"]
            await relay.set({"smtp.whitelist": {"enabled": True, "ranges": ["198.51.100.7"]}})
            assert (await connect(relay))[1].startswith("220 ")
            await keeper.keep()
            assert store.bans.list() == []

    asyncio.run(run())


def test_a_ban_survives_a_restart_and_is_lifted_while_stopped_or_running(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            await relay.set(BALANCED)
            client, _ = await connect(relay)
            await client.envelope("a@far.example", "b@far.example", "c@far.example")
            await BanKeeper(store, relay.handler.discipline.bans).keep()
        async with Relay(store) as relay:
            keeper = BanKeeper(store, relay.handler.discipline.bans)
            keeper.load()
            assert (await connect(relay))[1].startswith("421 ")
            await keeper.keep()
            assert (await connect(relay))[1].startswith("421 ")
            assert store.bans.lift("198.51.100.7")
            await keeper.keep()
            client, greeting = await connect(relay)
            assert greeting.startswith("220 ")
            await client.envelope("a@far.example", "b@far.example", "c@far.example")
            await keeper.keep()
            (ban,) = store.bans.list()
            assert ban.number == 1, "a lifted ban counts no more"
            assert store.bans.lift("198.51.100.7")
        async with Relay(store) as relay:
            BanKeeper(store, relay.handler.discipline.bans).load()
            assert (await connect(relay))[1].startswith("220 ")

    asyncio.run(run())


def test_bans_go_on_growing_after_a_restart(store: Store) -> None:
    at = now()
    store.bans.record(Ban("198.51.100.7", at - timedelta(hours=2), at - timedelta(hours=1), 3, BanReason.FAILED_LOGINS,
                          Evidence(10)))
    bans = Bans()
    BanKeeper(store, bans).load()
    client, clock = parse_client("198.51.100.7"), time.monotonic()
    assert not bans.left_s(client, clock), "the old ban has ended"
    outcomes = [bans.failed(BanReason.REFUSED_RELAYS, client, clock, 3) for _ in range(3)]
    assert [outcome.ban is None for outcome in outcomes] == [True, True, False]
    assert outcomes[2].ban is not None
    assert outcomes[2].ban.number == 4
    assert abs(bans.left_s(client, clock) - 8 * 60) < 1


def test_bans_that_a_new_trace_has_forgotten_are_written_again(store: Store) -> None:
    async def run() -> None:
        bans = Bans()
        keeper = BanKeeper(store, bans)
        ban = Ban("198.51.100.7", now(), now() + timedelta(hours=1), 3, BanReason.FAILED_LOGINS, Evidence(10))
        store.bans.record(ban)
        keeper.load()
        store.begin_trace_anew()
        assert store.bans.list() == []
        await keeper.keep()
        await keeper.keep()
        assert store.bans.list() == [ban]

    asyncio.run(run())


def test_the_store_keeps_the_evidence_and_prunes(store: Store) -> None:
    at = now()
    ban = Ban("2001:db8::/64", at, at + timedelta(minutes=1), 2, BanReason.REFUSED_RELAYS,
              Evidence(50, at - timedelta(seconds=40), at, ("<> to b@y.example",)))
    store.bans.record(ban)
    store.bans.record(ban)
    assert store.bans.list() == [ban]
    assert store.bans.list(at + timedelta(minutes=2)) == []
    assert store.bans.remembered() == [ban]
    assert ban.sentence == "50 refused relays within 40 s; tried: <> to b@y.example"
    store.bans.prune(at + timedelta(days=8))
    assert store.bans.remembered() == []
    assert not store.bans.lift("2001:db8::/64")


def test_a_message_that_is_being_stored_is_stored_and_its_client_leaves_afterwards(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            await relay.set(BALANCED)
            client, _ = await connect(relay)
            busy, _ = await connect(relay)
            (protocol,) = [one for one in relay.handler.connections if one.transport is not None
                           and one.transport.get_extra_info("peername")[1] == busy.writer.get_extra_info("sockname")[1]]
            protocol.reply_later("250 2.0.0 Stored", 0.2)
            await client.envelope("a@far.example", "b@far.example", "c@far.example")
            assert (await busy.reply())[0] == "250 2.0.0 Stored"
            assert (await busy.say("MAIL FROM:<a@far.example>")).startswith("421 4.7.0 ")
            await eventually(lambda: not relay.handler.connections, "both have gone")

    asyncio.run(run())
