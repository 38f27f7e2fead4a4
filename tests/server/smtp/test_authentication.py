"""Logins: decoding, checking, and that none outlives its mailbox."""

import asyncio
from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.relay import Relay
from posthouse_server.smtp.authentication import Authenticator, decode_base64, decode_plain
from posthouse_server.store import Store


@pytest.mark.parametrize(("response", "expected"), [
    (b"\0john\0secret", ("john", "secret")), (b"john\0john\0secret", ("john", "secret")), (b"\0john\0", ("john", "")),
    ("\0jürgen\0pässword".encode(), ("jürgen", "pässword")), (b"root\0john\0secret", None), (b"\0\0secret", None),
    (b"john\0secret", None), (b"\0a\0b\0c", None), (b"", None), (b"\0\xff\0x", None)])
def test_plain_responses(response: bytes, expected: tuple[str, str] | None) -> None:
    assert decode_plain(response) == expected


@given(st.binary(max_size=100))
def test_base64_round_trip_and_garbage(raw: bytes) -> None:
    assert decode_base64(b64encode(raw).decode() or "=") == raw
    decode_base64(raw.decode("latin-1"))
    decode_base64(raw.decode("utf-8", "surrogateescape"))


def test_logins_by_any_name_of_the_mailbox(store: Store) -> None:
    store.directory.add_domain("other.example", "test", "example.com")

    async def run() -> None:
        authenticator = Authenticator(store.directory)
        try:
            for login in ("john@example.com", "JOHN@Example.Com", "john"):
                assert await authenticator.authenticate(login, "secret", "example.com", 1) == "john@example.com", login
            for login, password in (("john@example.com", "Secret"), ("john@example.com", ""), ("nobody@example.com", "secret"),
                                    ("john@far.example", "secret"), ("", "secret"), ("john", "secret\0"), ("@", "secret"),
                                    ("john@example.com\udcff", "secret"), ("x" * 5000, "y" * 5000)):
                assert await authenticator.authenticate(login, password, "example.com", 1) is None, login
            assert await authenticator.authenticate("john", "secret", "", 1) is None
        finally:
            authenticator.close()

    asyncio.run(run())


@pytest.mark.parametrize("end", ["disabled", "removed"])
def test_a_login_ends_with_its_mailbox_in_open_sessions_too(store: Store, end: str) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            assert (await client.login()).startswith("235 ")
            await client.say("MAIL FROM:<a@far.example>")
            if end == "disabled":
                store.directory.set_enabled("john@example.com", False, "test")
            else:
                store.directory.remove_mailbox("john@example.com", "test")
            await relay.reload()
            assert (await client.say("RCPT TO:<b@far.example>")).startswith("250 "), "a transaction keeps its rules"
            await client.say("RSET")
            assert (await client.envelope("b@far.example"))[1].startswith("550 5.7.1 ")

    asyncio.run(run())


def test_a_mailbox_made_a_moment_ago_may_log_in_and_relay(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            store.directory.add_mailbox("new@example.com", "secret", "test")
            client = await relay.connect()
            assert (await client.login("new@example.com")).startswith("235 ")
            assert (await client.envelope("b@far.example"))[1].startswith("250 2.1.5 ")
            await client.say("RSET")
            await relay.reload()
            assert (await client.envelope("b@far.example"))[1].startswith("250 2.1.5 ")

    asyncio.run(run())


def test_dialogs_that_go_wrong(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            for line, code in {"AUTH": "501", "AUTH PLAIN a b": "501", "AUTH PLAIN =": "501", "AUTH PLAIN AAAA": "501",
                               "AUTH LOGIN !": "501", "AUTH XOAUTH2 x": "504", "AUTH \xff": "504"}.items():
                assert (await client.say(line))[:3] == code, line
            for answer in ("*", "!!!", "", "AA", "\xff"):
                assert (await client.say("AUTH LOGIN")) == "334 VXNlcm5hbWU6"
                reply = await client.say(answer.encode("latin-1"))
                if answer == "":
                    assert reply == "334 UGFzc3dvcmQ6"
                    reply = await client.say("*")
                assert reply.startswith("501 "), answer
            assert (await client.say("AUTH LOGIN /w==")) == "334 UGFzc3dvcmQ6"
            assert (await client.say("c2VjcmV0")).startswith("501 5.5.2 "), "a login that is no UTF-8"
            await client.say("MAIL FROM:<a@far.example>")
            assert (await client.login()).startswith("503 5.5.1 Authentication is not allowed during")
            await client.say("HELO x")
            assert (await client.login()).startswith("500 "), "AUTH belongs to ESMTP"

    asyncio.run(run())


def test_an_endless_answer_ends_the_connection(store: Store) -> None:
    """Its tail is no command, and must not be shown as one."""
    async def run() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            assert (await client.say("AUTH PLAIN")).startswith("334 ")
            client.writer.write(b"A" * 300_000 + b"\r\nNOOP\r\n")
            assert (await client.reply())[0].startswith("500 5.5.6 ")

    asyncio.run(run())


def test_three_wrong_passwords_end_the_connection_and_passwords_are_never_logged(
        store: Store, caplog: pytest.LogCaptureFixture) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            for _ in range(3):
                assert (await client.login(password="wrong-password")).startswith("535 5.7.8 ")
            assert await client.reply() == ["421 4.7.0 Too many errors on this connection"]
            assert await client.reply() == []

    with caplog.at_level("INFO", "posthouse_server"):
        asyncio.run(run())
    assert "Login as 'john@example.com' from 127.0.0.1 failed" in caplog.text
    assert "wrong-password" not in caplog.text
