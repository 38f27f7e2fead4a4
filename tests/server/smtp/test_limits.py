"""Limits on one client, and small faults that reviews have found."""

import asyncio
from ipaddress import ip_address

import pytest

from harness.relay import Relay
from posthouse_server.smtp.bans import Bans
from posthouse_server.smtp.guard import Guard
from posthouse_server.smtp.intake import _subject
from posthouse_server.store import Store
from posthouse_server.store.bans import BanReason
from posthouse_server.store.room import DiskRoom

STRANGER = ip_address("198.51.100.7")


LOGINS, RELAYS = BanReason.FAILED_LOGINS, BanReason.REFUSED_RELAYS


def test_a_ban_comes_with_the_limit_and_doubles() -> None:
    bans = Bans()
    delays = [bans.failed(LOGINS, STRANGER, float(second), 3, ("john",)).delay_s for second in range(3)]
    assert delays == sorted(delays)
    assert bans.left_s(STRANGER, 2.0) == 60
    assert bans.left_s(STRANGER, 62.0) == 0
    outcomes = [bans.failed(LOGINS, STRANGER, float(second), 3, ("mary",)) for second in range(62, 65)]
    assert bans.left_s(STRANGER, 64.0) == 120
    assert bans.left_s(ip_address("198.51.100.8"), 64.0) == 0
    ban = outcomes[-1].ban
    assert ban is not None
    assert (ban.client, ban.number, ban.sentence) == ("198.51.100.7", 2, "3 failed logins within 2 s; tried: mary")


def test_refused_relays_ban_without_a_delay_and_count_by_themselves() -> None:
    bans = Bans()
    bans.failed(LOGINS, STRANGER, 0.0, 3)
    outcomes = [bans.failed(RELAYS, STRANGER, 1.0, 3, ("a@x.example", "b@y.example")) for _ in range(3)]
    assert [outcome.delay_s for outcome in outcomes] == [0, 0, 0]
    assert [outcome.ban is not None for outcome in outcomes] == [False, False, True]
    assert outcomes[-1].ban is not None
    assert outcomes[-1].ban.evidence.tried[-1] == "a@x.example to b@y.example"


@pytest.mark.parametrize(("client", "limit"), [("127.0.0.1", 3), ("::1", 3), ("198.51.100.7", 0)])
def test_who_is_never_banned_waits_however_often_it_guesses(client: str, limit: int) -> None:
    bans = Bans()
    assert [bans.failed(LOGINS, ip_address(client), 1.0, limit).delay_s for _ in range(2000)][-1] == 5.0
    assert bans.left_s(ip_address(client), 1.0) == 0


def test_who_is_spared_is_slowed_down_after_the_limit_and_it_is_said_once() -> None:
    bans = Bans()
    outcomes = [bans.failed(RELAYS, STRANGER, 1.0, 3, spared=lambda: "it is in the whitelist") for _ in range(10)]
    assert [outcome.delay_s for outcome in outcomes[:4]] == [0, 0, 0.25, 0.5]
    assert outcomes[-1].delay_s == 5.0
    assert [outcome.spared for outcome in outcomes].count("it is in the whitelist") == 1
    assert bans.left_s(STRANGER, 1.0) == 0


def test_failures_are_forgotten_after_ten_minutes_and_after_a_login() -> None:
    bans = Bans()
    for at in (0.0, 1.0, 700.0, 701.0):
        bans.failed(LOGINS, STRANGER, at, 3)
    assert bans.left_s(STRANGER, 701.0) == 0
    bans.logged_in(STRANGER)
    bans.failed(LOGINS, STRANGER, 702.0, 3)
    assert bans.left_s(STRANGER, 702.0) == 0


def test_lifting_a_ban_forgets_the_failures_and_how_often() -> None:
    bans = Bans()
    for client in ("198.51.100.7", "2001:db8::7"):
        address = ip_address(client)
        for _ in range(2):
            for at in range(3):
                bans.failed(RELAYS, address, float(at), 3)
        bans.lift(bans.unsaved[next(iter(bans.unsaved))].client)
        assert bans.left_s(address, 2.0) == 0
        for at in range(3):
            bans.failed(RELAYS, address, float(at), 3)
        assert bans.left_s(address, 2.0) == 60
        bans.unsaved.clear()


def test_an_ipv6_network_is_one_client_and_a_translator_is_many() -> None:
    guard = Guard()
    assert [guard.enter(ip_address(text)) for text in ("2001:db8::1", "2001:db8::2", "2001:db8:0:1::1")] == [1, 2, 1]
    assert [guard.enter(ip_address(text)) for text in ("64:ff9b::1.2.3.4", "64:ff9b::1.2.3.5", "1.2.3.4")] == [1, 1, 2]
    guard.leave(ip_address("2001:db8::9"))
    assert guard.enter(ip_address("2001:db8::1")) == 2


def test_an_endless_subject_of_broken_words_is_cut_before_it_is_decoded() -> None:
    assert _subject(b"Subject: " + b"=?a?q?x" * 30_000 + b"\r\n") != ""


def test_a_path_without_its_first_bracket_is_not_the_null_path(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            assert (await client.say("MAIL FROM:>")).startswith("553 ")

    asyncio.run(run())


def test_a_login_before_the_end_of_file_is_answered(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            await client.send(b"AUTH PLAIN AGpvaG5AZXhhbXBsZS5jb20Ac2VjcmV0\r\nMAIL FROM:<a@far.example>\r\nQUIT\r\n")
            client.writer.write_eof()
            assert [(await client.reply())[-1][:3] for _ in range(3)] == ["235", "250", "221"]

    asyncio.run(run())


def test_many_recipients_are_no_errors(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            await relay.set({"smtp.security.max_failed_commands": 1})
            client = await relay.connect()
            await client.say("MAIL FROM:<a@far.example>")
            for _ in range(100):
                assert (await client.say("RCPT TO:<john@example.com>")).startswith("250 ")
            assert (await client.say("RCPT TO:<nobody@example.com>")).startswith("550 ")
            assert (await client.reply())[0].startswith("421 4.7.0 ")

    asyncio.run(run())


def test_a_message_is_refused_when_it_would_touch_the_reserve(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            monkeypatch.setattr(DiskRoom, "has_room", lambda _room, size=0: size < 1000)
            assert (await client.say("MAIL FROM:<a@far.example> SIZE=2000")).startswith("452 4.3.1 ")
            assert (await client.message(b"Subject: x\r\n\r\n" + b"x" * 2000 + b"\r\n")).startswith("452 4.3.1 ")
            assert (await client.message(b"Subject: x\r\n\r\nx\r\n")).startswith("250 ")

    asyncio.run(run())


@pytest.mark.parametrize(("header", "answer"), [
    (b"PROXY TCP4 198.51.100.7 127.0.0.1 4000 25\r\n", "220 "), (b"", "421 4.3.5 "), (b"PROXY UNKNOWN\r\n", "421 4.3.5 "),
    (b"\r\n\r\n\0\r\nQUIT\n\x20\0\0\0", "220 ")])
def test_a_balancer_names_the_client_or_itself(store: Store, header: bytes, answer: str) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            await relay.set({"smtp.inbound.proxy_protocol_from": ["127.0.0.1"],
                             "smtp.inbound.access_control": {"mode": "banned", "ranges": ["203.0.113.1"]}})
            client = await relay.connect(ehlo=False)
            await client.send(header + (b"" if header else b"EHLO x\r\n"))
            assert (await client.reply())[0].startswith(answer)
            if answer == "220 ":
                (protocol,) = relay.handler.connections
                assert protocol.client_text == ("198.51.100.7" if b"TCP4" in header else "127.0.0.1")

    asyncio.run(run())


def test_strangers_wait_for_the_banner_and_must_not_speak_before_it(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            await relay.set({"smtp.inbound.proxy_protocol_from": ["127.0.0.1"]})
            client = await relay.connect(ehlo=False)
            await client.send(b"PROXY TCP4 8.8.8.8 127.0.0.1 4000 25\r\nEHLO x\r\n")
            assert (await client.reply())[0].startswith("554 5.5.1 ")
            patient = await relay.connect(ehlo=False)
            await patient.send(b"PROXY TCP4 8.8.8.8 127.0.0.1 4000 25\r\n")
            assert (await patient.reply())[0].startswith("220 ")
            assert await client.reply() == [], "no banner comes after the goodbye"

    asyncio.run(run())
    assert [record for record in caplog.records if record.exc_info] == []
