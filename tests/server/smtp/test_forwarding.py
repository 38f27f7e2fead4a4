"""Redirected mailboxes, groups and quotas over the wire: what becomes of each recipient in the spool."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

import pytest

from harness.relay import Relay, eventually
from posthouse_server.delivery.content import Content
from posthouse_server.delivery.delivery import Delivered, PermanentFailure, TransientFailure
from posthouse_server.delivery.local import LocalDelivery
from posthouse_server.mailboxes import quota
from posthouse_server.store import Store
from posthouse_server.store.directory import DomainProperties, Redirection, UnknownRecipients, properties_of
from posthouse_server.store.messages import QueuedMessage, Route

Run = Callable[[Coroutine[Any, Any, None]], None]
CONTENT = b"Subject: hello\r\n\r\ntext\r\n"


def _change(store: Store, login: str, **changes: Any) -> None:
    store.directory.set_mailbox(login, replace(properties_of(store.directory.mailbox(login)), **changes), "test")


def _recipients(store: Store) -> list[tuple[str, str, str | None]]:
    (message,) = store.spool.list()
    assert message.sender == "a@far.example", "the sender of the envelope stays"
    return [(item.address, item.route.value, item.maildir) for item in message.recipients]


def test_a_redirected_mailbox_passes_its_mail_on(store: Store) -> None:
    async def scenario() -> None:
        _change(store, "john@example.com", redirection=Redirection.REDIRECT, redirect_to=("john@elsewhere.example",))
        async with Relay(store) as relay:
            client = await relay.connect()
            assert (await client.message(CONTENT)).startswith("250 ")
            assert _recipients(store) == [("john@elsewhere.example", "relay", None)]
            assert store.spool.ledger().accepted == store.spool.ledger().waiting == 1
            replies = await client.envelope("john@elsewhere.example", sender="a@far.example")
            assert replies[1].startswith("550 5.7.1 "), "a redirection lets nobody relay"

    asyncio.run(scenario())


def test_a_copy_is_kept_as_well_and_circles_end(store: Store) -> None:
    async def scenario() -> None:
        store.directory.add_mailbox("mary@example.com", "secret", "test")
        _change(store, "john@example.com", redirection=Redirection.COPY, redirect_to=("mary@example.com",))
        _change(store, "mary@example.com", redirection=Redirection.COPY, redirect_to=("john@example.com", "m@far.example"))
        async with Relay(store) as relay:
            client = await relay.connect()
            assert (await client.message(CONTENT)).startswith("250 ")
        assert _recipients(store) == [("john@example.com", "local", "example.com/john"),
                                      ("mary@example.com", "local", "example.com/mary"), ("m@far.example", "relay", None)]

    asyncio.run(scenario())


def test_a_group_reaches_each_member_once(store: Store) -> None:
    async def scenario() -> None:
        store.directory.add_mailbox("mary@example.com", "secret", "test")
        store.directory.add_group("staff@example.com", "test", members=["john@example.com"])
        store.directory.add_group("all@example.com", "test",
                                  members=["staff@example.com", "john@example.com", "mary@example.com", "x@far.example"])
        async with Relay(store) as relay:
            client = await relay.connect()
            assert (await client.message(CONTENT, "All@example.com", "mary@example.com")).startswith("250 ")
            assert sorted(_recipients(store)) == [
                ("john@example.com", "local", "example.com/john"), ("mary@example.com", "local", "example.com/mary"),
                ("x@far.example", "relay", None)]
            assert store.spool.ledger().accepted == 3
            assert (await client.envelope("x@far.example"))[1].startswith("550 5.7.1 "), "members are no relay's open door"
            store.directory.remove_members("staff@example.com", ["john@example.com"], "test")
            await relay.reload()
            await client.say("RSET")
            assert (await client.envelope("staff@example.com"))[1].startswith("550 5.2.1 "), "nobody is left in it"

    asyncio.run(scenario())


def test_a_group_is_no_local_sender(store: Store) -> None:
    async def scenario() -> None:
        store.directory.add_group("staff@example.com", "test", members=["john@example.com"])
        async with Relay(store) as relay:
            await relay.set({"smtp.relay.allow_local_sender_addresses": True})
            client = await relay.connect()
            assert (await client.envelope("x@far.example", sender="staff@example.com"))[1].startswith("550 5.7.1 ")
            await client.say("RSET")
            assert (await client.envelope("x@far.example", sender="john@example.com"))[1].startswith("250 ")

    asyncio.run(scenario())


def test_a_domain_overrides_what_security_says_of_unknown_recipients(store: Store) -> None:
    async def scenario() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            assert (await client.envelope("nobody@example.com"))[1].startswith("550 5.1.1 ")
            store.directory.set_domain("example.com", DomainProperties(None, UnknownRecipients.ACCEPT), "test")
            await relay.reload()
            await client.say("RSET")
            assert (await client.envelope("nobody@example.com"))[1].startswith("250 ")
            store.directory.set_domain("example.com", DomainProperties(None, UnknownRecipients.REFUSE), "test")
            await relay.set({"smtp.security.refuse_unknown_local_recipients": False})
            await client.say("RSET")
            assert (await client.envelope("nobody@example.com"))[1].startswith("550 5.1.1 ")

    asyncio.run(scenario())


def test_a_full_mailbox_is_refused_at_rcpt_and_takes_mail_again(store: Store, run: Run) -> None:
    async def scenario() -> None:
        _change(store, "john@example.com", quota_kb=1)
        held = store.folder.mail / "example.com" / "john" / "new"
        held.mkdir(parents=True)
        (held / "1.old").write_bytes(bytes(1024))
        async with Relay(store) as relay:
            client = await relay.connect()
            await client.send(b"MAIL FROM:<a@far.example>\r\nRCPT TO:<john@example.com>\r\nNOOP\r\n")
            replies = [(await client.reply())[-1] for _ in range(3)]
            assert replies[1].startswith(f"{quota.MAILBOX_FULL} [")
            assert replies[2].startswith("250 2.0.0"), "what came behind it waits for it"
            await client.say("RSET")
            assert (await client.say("MAIL FROM:<a@far.example> SIZE=5000")).startswith("250 ")
            assert (await client.say("RCPT TO:<john@example.com>")).startswith(quota.OVER_QUOTA)
            (held / "1.old").unlink()
            await client.say("RSET")
            assert (await client.message(CONTENT)).startswith("250 ")
        (row,) = [row for row in store.traffic.search() if quota.MAILBOX_FULL in row.reply]
        assert row.recipient == "john@example.com"

    run(scenario())


def test_delivery_looks_at_the_quota_too(store: Store) -> None:
    async def scenario() -> None:
        _change(store, "john@example.com", quota_kb=1)
        async with Relay(store) as relay:
            client = await relay.connect()
            assert (await client.message(CONTENT)).startswith("250 ")
            (message,) = store.spool.list()
            delivery = LocalDelivery(store.folder.mail, relay.live)

            def outcome(size: int) -> object:
                with delivery._room(replace(message, size=size), "example.com/john") as full:
                    return full

            assert outcome(1000) is None
            assert isinstance(outcome(1025), PermanentFailure)
            held = store.folder.mail / "example.com" / "john" / "new"
            held.mkdir(parents=True)
            (held / "1.old").write_bytes(bytes(500))
            assert isinstance(outcome(1000), TransientFailure)
            with delivery._room(replace(message, size=400), "example.com/john") as first:
                assert first is None
                assert isinstance(outcome(400), TransientFailure), "the room is taken while the first is being written"
            assert outcome(400) is None
            assert isinstance(_delivered(delivery, message), Delivered)
            (held / "2.old").write_bytes(bytes(500))
            assert isinstance(outcome(100), TransientFailure)
            assert isinstance(_delivered(delivery, message), Delivered), "repeated after a crash, it is there already"

    asyncio.run(scenario())


def _delivered(delivery: LocalDelivery, message: QueuedMessage) -> object:
    (recipient,) = message.recipients
    assert recipient.route is Route.LOCAL
    return delivery._deliver(message, recipient, Content(CONTENT))


def test_what_a_group_has_sent_out_does_not_go_through_it_again(store: Store) -> None:
    """A member that sends its mail back to the group would double it with each round."""
    async def scenario() -> None:
        store.directory.add_group("staff@example.com", "test")
        store.directory.add_members("staff@example.com", ["john@example.com", "x@far.example"], "test")
        async with Relay(store) as relay:
            client = await relay.connect()
            assert (await client.message(CONTENT, "staff@example.com")).startswith("250 ")
            (sent,) = relay.bodies()
            assert b"X-Posthouse-Loop: " in sent
            assert b"staff@" not in sent.replace(b"for <staff@example.com>", b""), "it names no group that was not shown anyway"
            back = await client.message(b"Received: from far.example\r\n" + sent, "staff@example.com")
            assert back.startswith("554 5.4.6 "), back
            assert (await client.message(sent, "john@example.com")).startswith("250 "), "others still get it"
            forged = b"X-Posthouse-Loop: " + b"0" * 24 + b"\r\n" + CONTENT
            assert (await client.message(forged, "staff@example.com")).startswith("250 ")

    asyncio.run(scenario())


def test_who_leaves_while_a_mailbox_is_looked_at_is_traced_all_the_same(
        store: Store, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, goes_on = threading.Event(), threading.Event()

    def slowly(*_facts: Any) -> str:
        asked.set()
        goes_on.wait(10)
        return ""

    async def scenario() -> None:
        store.directory.add_mailbox("mary@example.com", "secret", "test")
        _change(store, "john@example.com", quota_kb=1)
        monkeypatch.setattr("posthouse_server.smtp.recipients.refusal", slowly)
        async with Relay(store) as relay:
            client = await relay.connect()
            await client.starttls()  # TLS knows no half-closed connections
            await client.say("EHLO x")
            first = (await client.envelope("mary@example.com"))[1]
            await client.send(b"RCPT TO:<john@example.com>\r\n")
            await eventually(asked.is_set, "the mailbox is looked at")
            await client.close()
            await eventually(lambda: not relay.handler.connections, "the client has left")
            goes_on.set()
            await eventually(lambda: len(store.traffic.search()) == 2, "both are in the trace")
            assert store.traffic.find(first[-10:-1])

    run(scenario())


def test_mail_for_an_address_of_this_server_is_stored_for_the_default_domain(store: Store) -> None:
    async def scenario() -> None:
        async with Relay(store) as relay:
            await relay.set({"smtp.security.allow_domain_literals": True, "smtp.general.default_domain": "example.com"})
            client = await relay.connect()
            to = ("john@[127.0.0.1]", "JOHN@example.com", "Postmaster@[127.0.0.1]")
            assert (await client.message(CONTENT, *to)).startswith("250 ")
        assert [(address, route) for address, route, _ in _recipients(store)] == [
            ("john@example.com", "local"), ("postmaster", "local")]

    asyncio.run(scenario())
