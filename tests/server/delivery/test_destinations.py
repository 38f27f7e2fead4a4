"""Where mail goes: the smart host, or what a small local DNS server says."""

import asyncio
from typing import Any

import dns.rcode
import dns.resolver
import pytest

from harness.outgoing import DnsServer, in_force
from posthouse_server.delivery import destinations
from posthouse_server.delivery.delivery import PermanentFailure, TransientFailure
from posthouse_server.delivery.destinations import Destination, LeadsBackError, Router
from posthouse_server.resolvers import Resolvers


def _find(answer: Any, domain: str = "far.example", changes: dict[str, Any] | None = None) -> Destination:
    with DnsServer(lambda _name: answer) as server:
        return asyncio.run(Router(Resolvers(server.resolver())).find(domain, in_force(changes)))


def test_the_preferred_host_comes_first() -> None:
    found = _find(["20 b.far.example.", "10 C.far.example.", "10 a.far.example.", "30 d.far.example."])
    assert found == Destination("far.example", ("a.far.example", "c.far.example", "b.far.example", "d.far.example"), 25, False)


def test_without_mx_records_the_domain_itself_counts() -> None:
    assert _find([]).hosts == ("far.example",)


def test_the_port_is_a_setting() -> None:
    assert _find(["10 a.far.example."], changes={"smtp.outbound.port": 2526}).port == 2526


@pytest.mark.parametrize(("answer", "reply"), [
    (["0 ."], "556 5.1.10 "), (dns.rcode.NXDOMAIN, "550 5.1.2 The domain far.example does not exist"),
    (["10 relay.example."], "554 5.4.6 "), (["10 RELAY.example.", "20 b.far.example."], "554 5.4.6 ")])
def test_what_will_never_work(answer: Any, reply: str) -> None:
    with pytest.raises(PermanentFailure) as caught:
        _find(answer)
    assert caught.value.reply.startswith(reply)


@pytest.mark.parametrize("answer", [None, dns.rcode.SERVFAIL, dns.rcode.REFUSED])
def test_what_may_work_later(answer: Any) -> None:
    with pytest.raises(TransientFailure) as caught:
        _find(answer)
    assert caught.value.reply.startswith("451 4.4.3 The mail servers of far.example could not be looked up")


def test_we_and_all_that_are_no_better_are_left_out() -> None:
    found = _find(["10 a.far.example.", "20 relay.example.", "20 c.far.example.", "30 d.far.example."])
    assert found.hosts == ("a.far.example",)


def test_a_smart_host_asks_no_dns() -> None:
    with DnsServer(lambda _name: dns.rcode.SERVFAIL) as server:
        found = asyncio.run(Router(Resolvers(server.resolver())).find("far.example", in_force(
            {"smtp.smart_host": {"enabled": True, "host": "smart.example", "port": 465}})))
        assert found == Destination("smart.example:465", ("smart.example",), 465, True)
        assert server.asked == []


def test_the_dns_servers_of_the_settings_are_asked_and_changed_live() -> None:
    router = Router()
    first = router._resolver(in_force({"smtp.general.dns_servers": ["192.0.2.1"]}))
    assert first.nameservers == ["192.0.2.1"]
    assert router._resolver(in_force({"smtp.general.dns_servers": ["192.0.2.1"]})) is first, "it keeps its cache"
    assert router._resolver(in_force({"smtp.general.dns_servers": ["192.0.2.2", "192.0.2.3"]})).nameservers == [
        "192.0.2.2", "192.0.2.3"]


def test_equal_hosts_share_the_load_and_only_so_many_are_tried() -> None:
    found = _find(["10 a.far.example.", "10 b.far.example.", "20 c.far.example."])
    turns = {tuple(found.in_turn()) for _ in range(200)}
    assert turns == {("a.far.example", "b.far.example", "c.far.example"), ("b.far.example", "a.far.example", "c.far.example")}
    many = _find([f"{number} mx{number}.far.example." for number in range(50)])
    assert many.in_turn() == [f"mx{number}.far.example" for number in range(6)]


def _sure(name: str, kind: str) -> Any:
    return {("both.example", "A"): ["192.0.2.1", "192.0.2.2"], ("both.example", "AAAA"): ["2001:db8::1"],
            ("six.example", "AAAA"): ["2001:db8::6"], ("broken.example", "A"): ["192.0.2.9"],
            ("broken.example", "AAAA"): dns.rcode.SERVFAIL, ("gone.example", "A"): dns.rcode.NXDOMAIN,
            ("gone.example", "AAAA"): dns.rcode.NXDOMAIN}.get((name, kind), [])


def _addresses(host: str, port: int = 25, changes: dict[str, Any] | None = None) -> list[str]:
    with DnsServer(lambda _name: [], _sure) as server:
        return asyncio.run(Router(Resolvers(server.resolver())).addresses(host, port, in_force(changes)))


@pytest.mark.parametrize(("host", "addresses"), [
    ("both.example", {"192.0.2.1", "192.0.2.2", "2001:db8::1"}), ("six.example", {"2001:db8::6"}),
    ("broken.example", {"192.0.2.9"}), ("192.0.2.7", {"192.0.2.7"}), ("2001:db8::7", {"2001:db8::7"})])
def test_a_host_has_addresses_of_both_kinds(host: str, addresses: set[str]) -> None:
    assert set(_addresses(host)) == addresses


def test_a_name_without_a_dot_is_the_systems_affair() -> None:
    assert "127.0.0.1" in _addresses("localhost")


@pytest.mark.parametrize("host", ["gone.example", "none.example", "x" * 70 + ".example", "a..example"])
def test_a_host_without_addresses_may_get_some_later(host: str) -> None:
    with pytest.raises(TransientFailure) as caught:
        _addresses(host)
    assert caught.value.reply.startswith("451 4.4.4 ")


@pytest.mark.parametrize("answer", [[], dns.rcode.NXDOMAIN])
def test_a_domain_with_neither_mx_nor_address_has_no_mail(answer: Any) -> None:
    async def find() -> None:
        with DnsServer(lambda _name: [], lambda _name, _kind: answer) as server:
            await Router(Resolvers(server.resolver())).find("far.example", in_force())

    with pytest.raises(PermanentFailure) as caught:
        asyncio.run(find())
    assert caught.value.reply == "550 5.1.2 The domain far.example has no mail server: neither MX nor address"


def test_when_in_doubt_about_addresses_it_is_tried() -> None:
    async def find() -> Destination:
        with DnsServer(lambda _name: [], lambda _name, kind: dns.rcode.SERVFAIL if kind == "A" else []) as server:
            return await Router(Resolvers(server.resolver())).find("far.example", in_force())

    assert asyncio.run(find()).hosts == ("far.example",)


@pytest.mark.parametrize(("listener", "host", "port", "is_ours"), [
    ("192.0.2.1", "both.example", 25, True), ("192.0.2.1", "both.example", 26, False),
    ("0.0.0.0", "both.example", 25, False), ("0.0.0.0", "127.0.0.1", 25, True), ("::", "127.0.0.1", 25, True),
    ("192.0.2.3", "both.example", 25, False)])
def test_our_own_listeners_are_known(
        monkeypatch: pytest.MonkeyPatch, listener: str, host: str, port: int, is_ours: bool) -> None:
    monkeypatch.setattr(destinations, "_own_addresses", lambda: {"127.0.0.1", "10.0.0.1"})
    changes = {"smtp.inbound.listeners": [{"address": listener, "port": 25}]}
    if is_ours:
        with pytest.raises(LeadsBackError):
            _addresses(host, port, changes)
    else:
        assert _addresses(host, port, changes)


@pytest.mark.parametrize("answer", [["10 a.far.example."], [], dns.rcode.NXDOMAIN])
def test_answers_are_kept_for_their_time_to_live(answer: Any) -> None:
    with DnsServer(lambda _name: answer) as server:
        resolver = server.resolver()
        resolver.cache = dns.resolver.LRUCache()
        router = Router(Resolvers(resolver))

        async def ask() -> None:
            try:
                await router.find("far.example", in_force())
            except PermanentFailure:
                assert answer is dns.rcode.NXDOMAIN

        for _ in range(3):
            asyncio.run(ask())
        assert len(server.asked) == 1
        for node in list(resolver.cache.data.values()):
            node.value.expiration = 0.0
        asyncio.run(ask())
        assert len(server.asked) == 2


@pytest.mark.parametrize(("domain", "host"), [("[8.8.8.8]", "8.8.8.8"), ("[IPv6:2600::1]", "2600::1")])
def test_an_address_literal_is_the_host_and_asks_no_dns(domain: str, host: str) -> None:
    with DnsServer(lambda _name: dns.rcode.SERVFAIL) as server:
        found = asyncio.run(Router(Resolvers(server.resolver())).find(domain, in_force({"smtp.outbound.port": 2526})))
        assert found == Destination(domain, (host,), 2526, False)
        assert server.asked == []


@pytest.mark.parametrize("domain", ["[127.0.0.1]", "[10.0.0.1]", "[IPv6:::1]", "[IPv6:64:ff9b::7f00:1]", "[192.0.2.1]"])
def test_nothing_is_sent_to_what_is_not_public(domain: str) -> None:
    with pytest.raises(PermanentFailure) as caught:
        _find([], domain)
    assert caught.value.reply == f"550 5.1.2 {domain} is no public address; nothing is sent there"


@pytest.mark.parametrize("domain", ["[8.8.8.8]", "[IPv6:2600::1]", "[IPv6:64:ff9b::808:808]", "[IPv6:2002:808:808::1]"])
def test_mail_to_an_interface_of_this_computer_leads_back(monkeypatch: pytest.MonkeyPatch, domain: str) -> None:
    monkeypatch.setattr(destinations, "_own_addresses", lambda: {"8.8.8.8", "2600::1"})
    with pytest.raises(PermanentFailure) as caught:
        _find([], domain)
    assert caught.value.reply.startswith("554 5.4.6 ")


def test_a_smart_host_takes_mail_for_literals_too() -> None:
    found = _find([], "[10.0.0.1]", {"smtp.smart_host": {"enabled": True, "host": "smart.example", "port": 465}})
    assert found.hosts == ("smart.example",)
