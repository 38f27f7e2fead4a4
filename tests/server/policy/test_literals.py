"""Addresses with an IP address for a domain: read strictly, and judged only where that is allowed."""

from __future__ import annotations

from datetime import UTC, datetime
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posthouse_server.policy.addresses import Address, AddressError, parse_address
from posthouse_server.policy.decision import Decision, Policy, Request, Verdict
from posthouse_server.policy.directory import Mailbox, MemoryDirectory
from posthouse_server.policy.literals import address_in, is_public_target, literal_of, parse_mailbox
from posthouse_server.policy.networks import NON_PUBLIC, normalised
from posthouse_server.policy.remedies import remedies
from posthouse_server.policy.rules import Rule
from posthouse_server.settings import Settings, set_paths

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
JOHN = Mailbox("john@home.test", "j")
DIRECTORY = MemoryDirectory(frozenset({"home.test"}), {"john@home.test": JOHN})
ON = {"smtp.security.allow_domain_literals": True, "smtp.general.default_domain": "home.test",
      "smtp.relay.allow_privileged_ip_ranges": True, "smtp.relay.privileged_ip_ranges": [{"range": "10.0.0.1"}],
      "smtp.inbound.listeners": [{"address": "192.0.2.9"}, {"address": "2001:db8::9"}]}


def _settings(changes: dict[str, Any] | None = None) -> Settings:
    return set_paths(Settings(), {**ON, **(changes or {})})


def _decide(recipient: str, sender: str = "a@far.test", client: str = "10.0.0.1", login: str | None = None,
            **changes: Any) -> Decision:
    settings = _settings({f"smtp.{path.replace('__', '.')}": value for path, value in changes.items()})
    return Policy(settings, DIRECTORY).decide(Request(ip_address(client), sender, recipient, NOW, login))


@pytest.mark.parametrize(("text", "domain"), [
    ("a@[192.0.2.1]", "[192.0.2.1]"), ("a@[0.0.0.0]", "[0.0.0.0]"), ("a@[IPv6:2001:DB8:0:0::1]", "[IPv6:2001:db8::1]"),
    ("a@[ipv6:::1]", "[IPv6:::1]"), ("a@[IPv6:::ffff:192.0.2.1]", "[192.0.2.1]"), ("a@[IPv6:::FFFF:c000:201]", "[192.0.2.1]"),
    ('"a@b"@[192.0.2.1]', "[192.0.2.1]"), ("a@far.test", "far.test")])
def test_what_is_a_mailbox(text: str, domain: str) -> None:
    assert parse_mailbox(text).domain == domain


@pytest.mark.parametrize("text", [
    "a@[]", "a@[192.0.2]", "a@[192.0.2.1.5]", "a@[192.0.2.256]", "a@[192.0.2.01]", "a@[0x7f.0.0.1]", "a@[127.1]",
    "a@[2130706433]", "a@[192.0.2.1 ]", "a@[ 192.0.2.1]", "a@[192.0.2.1]]", "a@[[192.0.2.1]", "a@[192.0.2.1/32]",
    "a@[192.0.2.\u0661]", "a@[2001:db8::1]", "a@[IPv4:192.0.2.1]", "a@[x400:c=us]", "a@[IPv6:192.0.2.1]", "a@[IPv6:]",
    "a@[IPv6:fe80::1%eth0]", "a@[IPv6:1::2::3]", "a@[IPv6:::ffff:192.0.2.01]", "@[192.0.2.1]", "a@b@[192.0.2.1]",
    "[192.0.2.1]", 'a"b@[192.0.2.1]', '"a@[192.0.2.1]', "a b@[192.0.2.1]", "a@x[192.0.2.1]", "a@192.0.2.1", "]", "",
    f"{'a' * 65}@[192.0.2.1]"])
def test_what_is_none(text: str) -> None:
    with pytest.raises(AddressError):
        parse_mailbox(text)


@given(st.ip_addresses(), st.sampled_from(["a", "x y", "a@b", 'q"', "ü"]))
def test_what_is_written_is_read_again(address: IPv4Address | IPv6Address, local: str) -> None:
    mailbox = Address(local, literal_of(normalised(address)))
    assert parse_mailbox(str(mailbox)) == mailbox
    assert address_in(mailbox.domain) == normalised(address)
    with pytest.raises(AddressError):
        parse_address(str(mailbox))


@given(st.text("ab@[]0123456789.:IPv6\"\\", max_size=30))
def test_no_text_raises_anything_else(text: str) -> None:
    try:
        found = parse_mailbox(text)
    except AddressError:
        return
    assert parse_mailbox(str(found)) == found


@pytest.mark.parametrize("text", ["8.8.8.8", "2600::1", "64:ff9b::808:808", "2002:808:808::1"])
def test_public_targets(text: str) -> None:
    assert is_public_target(ip_address(text))


@pytest.mark.parametrize("text", [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "192.0.2.1", "0.0.0.0", "0.1.2.3", "224.0.0.1",
    "255.255.255.255", "100.64.0.1", "::", "::1", "fe80::1", "fc00::1", "ff02::1", "2001:db8::1", "64:ff9b::7f00:1",
    "64:ff9b::a00:1", "64:ff9b:1::808:808", "2002:7f00:1::1", "2002:a00:1::", "2001:0:808:808:0:0:80ff:fffe", "::7f00:1",
    "2001:0:7f00:1:0:0:f7f7:f7f7"])
def test_what_nothing_is_sent_to(text: str) -> None:
    assert not is_public_target(ip_address(text))


@given(st.ip_addresses())
def test_special_space_is_never_a_target(address: IPv4Address | IPv6Address) -> None:
    if any(address in block for block in NON_PUBLIC[address.version]):
        assert not is_public_target(address)


@pytest.mark.parametrize("recipient", ["john@[192.0.2.9]", "john@[8.8.8.8]", "postmaster@[192.0.2.9]"])
def test_without_the_setting_all_are_malformed(recipient: str) -> None:
    assert _decide(recipient, security__allow_domain_literals=False).rule is Rule.MALFORMED_ADDRESS
    assert _decide("john@home.test", recipient, security__allow_domain_literals=False).rule is Rule.MALFORMED_ADDRESS


@pytest.mark.parametrize("literal", ["[192.0.2.9]", "[IPv6:2001:db8::9]", "[IPv6:::ffff:192.0.2.9]"])
def test_an_own_address_means_the_default_domain(literal: str) -> None:
    found = _decide(f"John@{literal}", client="203.0.113.1")
    assert (found.verdict, found.mailbox, str(found.recipient)) == (Verdict.LOCAL, JOHN, "John@home.test")
    assert f"John@{literal} names this server" in " ".join(step.why for step in found.trace)
    assert _decide(f"nobody@{literal}").rule is Rule.UNKNOWN_RECIPIENT
    assert _decide(f"a%far.test@{literal}").rule is Rule.ROUTING_CHARACTERS
    assert _decide(f'"a@far.test"@{literal}').rule is Rule.ROUTING_CHARACTERS
    postmaster = _decide(f"PostMaster@{literal}")
    assert (postmaster.verdict, postmaster.recipient) == (Verdict.LOCAL, Address("postmaster", ""))


@pytest.mark.parametrize("default", ["", "far.test"])
def test_without_a_local_default_domain_nobody_is_there(default: str) -> None:
    found = _decide("john@[192.0.2.9]", general__default_domain=default, security__refuse_unknown_local_recipients=False)
    assert found.rule is Rule.UNKNOWN_RECIPIENT
    assert "no default mail domain" in found.trace[-1].why
    request = Request(ip_address("10.0.0.1"), "a@far.test", "john@[192.0.2.9]", NOW)
    assert [item.title for item in remedies(request, found, _settings())] == ["Name a default mail domain"]
    assert _decide("a%b@[192.0.2.9]", general__default_domain=default).rule is Rule.ROUTING_CHARACTERS
    assert _decide("postmaster@[192.0.2.9]", general__default_domain=default).verdict is Verdict.LOCAL


@pytest.mark.parametrize("address", ["0.0.0.0", "::"])
def test_a_listener_on_all_addresses_has_none_of_its_own(address: str) -> None:
    for literal in ("[127.0.0.1]", "[0.0.0.0]", "[IPv6:::]", "[IPv6:::1]"):
        assert _decide(f"john@{literal}", inbound__listeners=[{"address": address}]).rule is Rule.LITERAL_TARGET


def test_loopback_is_own_where_a_listener_has_it() -> None:
    assert _decide("john@[127.0.0.1]", inbound__listeners=[{"address": "127.0.0.1"}]).mailbox is JOHN
    assert _decide("john@[127.0.0.2]", inbound__listeners=[{"address": "127.0.0.1"}]).rule is Rule.LITERAL_TARGET


@pytest.mark.parametrize("literal", ["[10.0.0.7]", "[127.0.0.1]", "[IPv6:::1]", "[IPv6:64:ff9b::a00:7]", "[169.254.169.254]"])
@pytest.mark.parametrize("login", [None, "john@home.test"])
def test_nobody_sends_to_what_is_not_public(literal: str, login: str | None) -> None:
    found = _decide(f"a@{literal}", login=login)
    assert (found.verdict, found.rule) == (Verdict.REFUSED, Rule.LITERAL_TARGET)
    assert remedies(Request(ip_address("10.0.0.1"), "a@far.test", f"a@{literal}", NOW, login), found, _settings())


def test_a_public_address_is_relaying() -> None:
    assert _decide("a@[8.8.8.8]").rule is Rule.PRIVILEGED_RANGE
    assert _decide("a@[8.8.8.8]", client="10.0.0.2").rule is Rule.NO_CRITERION_MET
    assert _decide("a@[8.8.8.8]", client="10.0.0.2", login="john@home.test").rule is Rule.AUTHENTICATED
    assert _decide("a%b@[8.8.8.8]", client="10.0.0.2").rule is Rule.NO_CRITERION_MET
    assert _decide("a@[8.8.8.8]", relay__enabled=False).rule is Rule.RELAY_DISABLED
    assert str(_decide("A@[IPv6:2600:0::1]").recipient) == "A@[IPv6:2600::1]"


def test_a_sender_at_an_address_is_nobodys() -> None:
    own = "john@[192.0.2.9]"
    assert _decide("john@home.test", own, client="10.0.0.2").verdict is Verdict.LOCAL
    assert _decide("b@far.test", own, client="10.0.0.2", relay__allow_local_sender_addresses=True).rule is Rule.NO_CRITERION_MET
    as_john = _decide("b@far.test", own, login="john@home.test", security__require_own_sender_address=True)
    assert as_john.rule is Rule.FOREIGN_SENDER
    ranges = [{"range": "10.0.0.1", "senders": ["john@home.test", "home.test"]}]
    assert _decide("b@far.test", own, relay__privileged_ip_ranges=ranges).rule is Rule.NO_CRITERION_MET
