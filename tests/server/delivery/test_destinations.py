"""Where mail goes: the smart host, or what a small local DNS server says."""

import asyncio
from typing import Any

import dns.rcode
import pytest

from harness.outgoing import DnsServer, in_force
from posthouse_server.delivery.delivery import PermanentFailure, TransientFailure
from posthouse_server.delivery.destinations import Destination, Router


def _find(answer: Any, domain: str = "far.example", changes: dict[str, Any] | None = None) -> Destination:
    with DnsServer(lambda _name: answer) as server:
        return asyncio.run(Router(server.resolver()).find(domain, in_force(changes)))


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
        found = asyncio.run(Router(server.resolver()).find("far.example", in_force(
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
