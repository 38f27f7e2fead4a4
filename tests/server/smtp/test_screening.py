"""What DNS says before MAIL is answered: blacklists, the names of clients, and the domains of senders."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from ipaddress import ip_address
from typing import Any

import dns.rcode
import pytest

from harness.outgoing import DnsAnswer, DnsServer
from harness.relay import Client, Relay, eventually
from posthouse_server.policy.networks import IPAddress
from posthouse_server.resolvers import Resolvers
from posthouse_server.smtp.lookups import reversed_in
from posthouse_server.smtp.screening import Screening
from posthouse_server.store import Store

STRANGER = "8.8.8.8"
ZONE = "bl.example"
MAIL = b"Subject: hello\r\n\r\nhello\r\n"
NXDOMAIN, SERVFAIL = dns.rcode.NXDOMAIN, dns.rcode.SERVFAIL


def _play(store: Store, changes: dict[str, Any], work: Callable[[Relay], Coroutine[Any, Any, None]],
          addresses: Callable[[str, str], DnsAnswer] = lambda _name, _kind: NXDOMAIN,
          mx: Callable[[str], DnsAnswer] = lambda _name: NXDOMAIN) -> list[tuple[str, str]]:
    """Serve under these settings with a DNS server that answers so; returns what it was asked besides MX."""

    async def run(server: DnsServer) -> None:
        async with Relay(store) as relay:
            relay.handler._screening = Screening(relay.live, Resolvers(server.resolver()))
            await relay.set({"smtp.inbound.proxy_protocol_from": ["127.0.0.1"], **changes})
            await work(relay)

    with DnsServer(mx, addresses) as server:
        asyncio.run(run(server))
        return server.asked_for_addresses


async def _connect(relay: Relay, client: str = STRANGER) -> Client:
    connection = await relay.connect(ehlo=False)
    family = "6" if ":" in client else "4"
    await connection.send(f"PROXY TCP{family} {client} {'::1' if ':' in client else '127.0.0.1'} 4000 25\r\n".encode())
    assert (await connection.reply())[0].startswith("220 ")
    await connection.say("EHLO x")
    return connection


def _listed(name: str, kind: str) -> DnsAnswer:
    return ["127.0.0.4"] if (name, kind) == (f"8.8.8.8.{ZONE}", "A") else NXDOMAIN


BLACKLISTED = {"smtp.dns_blacklisting": {"enabled": True, "zones": [ZONE, "other.example"]}}


def test_a_blacklisted_client_is_refused_but_may_log_in(store: Store) -> None:
    async def work(relay: Relay) -> None:
        client = await _connect(relay)
        refused = await client.say("MAIL FROM:<a@far.example>")
        assert refused.startswith("554 5.7.1 The IP Address of the sender (8.8.8.8) was found in a DNS blacklist database and "
                                  "was therefore refused. [")
        await eventually(lambda: store.traffic.find(refused[-10:-1]), "the refusal is in the trace")
        await client.starttls()
        await client.say("EHLO x")
        assert (await client.login()).startswith("235 ")
        assert (await client.say("MAIL FROM:<john@example.com>")).startswith("250 ")

    _play(store, BLACKLISTED, work, _listed)


def test_commands_that_came_with_mail_wait_for_dns(store: Store) -> None:
    async def work(relay: Relay) -> None:
        client = await _connect(relay, "8.8.4.4")
        await client.send(b"MAIL FROM:<a@far.example>\r\nRCPT TO:<john@example.com>\r\nDATA\r\n")
        assert [(await client.reply())[0][:3] for _ in range(3)] == ["250", "250", "354"]

    _play(store, BLACKLISTED, work, _listed)


@pytest.mark.parametrize("answer", [["127.255.255.254"], ["203.0.113.9"], NXDOMAIN, SERVFAIL, []])
def test_a_list_that_does_not_serve_us_lists_nobody(store: Store, answer: DnsAnswer) -> None:
    async def work(relay: Relay) -> None:
        client = await _connect(relay)
        assert (await client.say("MAIL FROM:<a@far.example>")).startswith("250 ")

    _play(store, BLACKLISTED, work, lambda _name, _kind: answer)


def test_the_mail_of_a_blacklisted_client_is_marked(store: Store) -> None:
    async def work(relay: Relay) -> None:
        client = await _connect(relay)
        assert (await client.message(MAIL, "john@example.com")).startswith("250 ")
        (body,) = relay.bodies()
        assert f"X-Spam-Flag: YES\r\nX-DNS-Blacklist: 8.8.8.8 is listed in {ZONE}\r\n".encode() in body
        assert (await client.say("RSET")).startswith("250 ")

    _play(store, {"smtp.dns_blacklisting": {"enabled": True, "zones": [ZONE], "action": "mark"}}, work, _listed)


@pytest.mark.parametrize("spared", [
    {"smtp.whitelist": {"enabled": True, "ranges": ["8.8.8.0/24"]}},
    {"smtp.relay.allow_privileged_ip_ranges": True, "smtp.relay.privileged_ip_ranges": [{"range": "8.8.8.8"}]}])
def test_nobody_asks_about_the_whitelist_and_privileged_ranges(store: Store, spared: dict[str, Any]) -> None:
    async def work(relay: Relay) -> None:
        client = await _connect(relay)
        assert (await client.say("MAIL FROM:<a@far.example>")).startswith("250 ")

    asked = _play(store, {**BLACKLISTED, "smtp.security.require_ptr": True,
                          "smtp.security.refuse_invalid_sender_domains": True, **spared}, work, _listed)
    assert asked == []


@pytest.mark.parametrize(("answer", "reply"), [
    (["host.example."], "250 "), (NXDOMAIN, "554 5.7.25 This server requires PTR"), ([], "554 5.7.25 "),
    (SERVFAIL, "451 4.7.25 ")])
def test_a_name_is_required(store: Store, answer: DnsAnswer, reply: str) -> None:
    async def work(relay: Relay) -> None:
        client = await _connect(relay)
        assert (await client.say("MAIL FROM:<a@far.example>")).startswith(reply)
        inside = await _connect(relay, "192.168.1.9")  # private addresses have no names that anybody could ask for
        assert (await inside.say("MAIL FROM:<a@far.example>")).startswith("250 ")

    asked = _play(store, {"smtp.security.require_ptr": True}, work, lambda _name, _kind: answer)
    assert set(asked) == {("8.8.8.8.in-addr.arpa", "PTR")}


@pytest.mark.parametrize(("mx", "address", "reply"), [
    (["10 mx.far.example."], NXDOMAIN, "250 "), (["0 ."], NXDOMAIN, "550 5.1.8 "), (NXDOMAIN, NXDOMAIN, "550 5.1.8 "),
    ([], ["8.8.8.8"], "250 "), ([], [], "550 5.1.8 "), (SERVFAIL, NXDOMAIN, "451 4.1.8 ")])
def test_the_domain_of_a_sender_takes_mail(store: Store, mx: DnsAnswer, address: DnsAnswer, reply: str) -> None:
    async def work(relay: Relay) -> None:
        client = await _connect(relay)
        assert (await client.say("MAIL FROM:<a@far.example>")).startswith(reply)
        await client.say("RSET")
        for sender in ("john@example.com", ""):  # our own domains are ours to know, and bounces have none
            assert (await client.say(f"MAIL FROM:<{sender}>")).startswith("250 ")
            await client.say("RSET")

    _play(store, {"smtp.security.refuse_invalid_sender_domains": True}, work,
          lambda _name, kind: address if kind == "A" else [], lambda _name: mx)


@pytest.mark.parametrize(("literal", "reply"), [("[8.8.8.8]", "250 "), ("[10.0.0.1]", "550 5.1.8 "), ("[8.8.8]", "553 5.1.7 ")])
def test_dns_is_not_asked_about_a_sender_at_an_address(store: Store, literal: str, reply: str) -> None:
    asked: list[str] = []

    async def work(relay: Relay) -> None:
        client = await _connect(relay)
        assert (await client.say(f"MAIL FROM:<a@{literal}>")).startswith(reply)

    def mx(name: str) -> DnsAnswer:
        asked.append(name)
        return NXDOMAIN

    changes = {"smtp.security.refuse_invalid_sender_domains": True, "smtp.security.allow_domain_literals": True}
    assert not _play(store, changes, work, mx=mx)
    assert not asked


def test_a_domain_too_long_for_dns_does_not_exist(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    async def work(relay: Relay) -> None:
        client = await _connect(relay)
        domain = ".".join(["x" * 63] * 3 + ["y" * 62])
        assert (await client.say(f"MAIL FROM:<a@{domain}>")).startswith("550 5.1.8 ")

    _play(store, {"smtp.security.refuse_invalid_sender_domains": True}, work)
    assert "Traceback" not in caplog.text


def test_mailenable_says_it_in_its_own_words(store: Store) -> None:
    async def work(relay: Relay) -> None:
        client = await _connect(relay)
        refused = await client.say("MAIL FROM:<a@far.example>")
        assert refused.startswith("554 This server requires PTR for unauthenticated connections [")

    _play(store, {"smtp.security.require_ptr": True, "smtp.relay.denial_reply": "mailenable"}, work)


def test_a_client_that_leaves_while_dns_is_asked_harms_nobody(store: Store) -> None:
    async def work(relay: Relay) -> None:
        client = await _connect(relay)
        await client.send(b"MAIL FROM:<a@far.example>\r\nRCPT TO:<john@example.com>\r\n")
        await client.close()
        other = await _connect(relay, "192.168.1.9")
        assert (await other.message(MAIL, "john@example.com")).startswith("250 ")
        assert len(relay.bodies()) == 1

    _play(store, BLACKLISTED, work, lambda _name, _kind: None)


def test_a_hidden_client_is_in_no_header(store: Store) -> None:
    async def work(relay: Relay) -> None:
        client = await _connect(relay)
        assert (await client.message(MAIL, "john@example.com")).startswith("250 ")
        (body,) = relay.bodies()
        assert body.startswith(b"Received: by relay.example (Posthouse) with ESMTP id ")
        assert b"8.8.8.8" not in body

    _play(store, {"smtp.security.hide_client_addresses": True}, work)


def test_the_mark_of_a_blacklisted_client_hides_it_too(store: Store) -> None:
    async def work(relay: Relay) -> None:
        client = await _connect(relay)
        assert (await client.message(MAIL, "john@example.com")).startswith("250 ")
        (body,) = relay.bodies()
        assert f"X-Spam-Flag: YES\r\nX-DNS-Blacklist: The client is listed in {ZONE}\r\n".encode() in body
        assert b"8.8.8.8" not in body

    _play(store, {"smtp.dns_blacklisting": {"enabled": True, "zones": [ZONE], "action": "mark"},
                  "smtp.security.hide_client_addresses": True}, work, _listed)


@pytest.mark.parametrize(("client", "name"), [
    (ip_address("192.0.2.99"), "99.2.0.192.bl.example."),
    (ip_address("2001:db8:1:2:3:4:567:89ab"),
     "b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2.bl.example.")])
def test_an_address_is_asked_for_backwards(client: IPAddress, name: str) -> None:
    assert str(reversed_in(client, ZONE)) == name
