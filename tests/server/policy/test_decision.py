"""The relay decision: properties against a naive second opinion, the order of the blocks, and trick addresses."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posthouse_server.policy.addresses import AddressError, parse_path
from posthouse_server.policy.decision import Decision, Policy, Request, Rule, Verdict, decide
from posthouse_server.policy.directory import Mailbox, MemoryDirectory
from posthouse_server.settings import Settings, set_paths

QUICK = settings(max_examples=300, deadline=None, derandomize=True, database=None)
NOW = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
EARLIER, LATER = NOW - timedelta(seconds=1), NOW + timedelta(seconds=1)
CLIENTS = ["10.0.0.1", "10.0.0.9", "10.0.7.7", "192.0.2.1", "::ffff:10.0.0.1", "2001:db8::1", "::a00:1", "127.0.0.1"]
RANGES = ["10.0.0.1", "10.0.0.8/29", "10.0.0.9-10.0.7.7", "10.0.*", "2001:db8::/64", "*", "::/0", "::ffff:10.0.0.0/120"]
LOCALS = ["john", "Mary", "OFF", "postmaster", "nobody", "a%b"]
DOMAINS = ["home.test", "HOME.test", "second.test", "away.test", "home.test.away.test", "nothome.test"]
JOHN = Mailbox("john@home.test", "home.test/john")
MARY = Mailbox("mary@home.test", "home.test/mary")
OFF = Mailbox("off@home.test", "home.test/off", enabled=False)
HOME = MemoryDirectory(frozenset({"home.test"}), {"john@home.test": JOHN, "off@home.test": OFF}, {"home.test": MARY})
ADDRESSES = st.builds("{}@{}".format, st.sampled_from(LOCALS), st.sampled_from(DOMAINS))
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=60)
PIECES = st.lists(st.sampled_from([
    "john", "@", "@", ".", "%", "!", '"', "\\", ":", ",", "<", ">", "[", "]", "(", ")", " ", "\0", "\r\n", "home.test",
    "home.test", "away.test",
    "HOME.TEST", "K", "ſ", "．", "。", "＠", "é", "xn--", "\u200b", "\ud800", "postmaster",
    "127.0.0.1"]), max_size=8).map("".join)


def _changed(**paths: Any) -> Settings:
    return set_paths(Settings(), {f"smtp.{path.replace('__', '.')}": value for path, value in paths.items()})


def _request(client: str = "192.0.2.1", sender: str = "x@away.test", recipient: str = "y@away.test", login: str | None = None,
             at: datetime = NOW) -> Request:
    return Request(ip_address(client), sender, recipient, at, login)


@st.composite
def _settings(draw: st.DrawFn) -> Settings:
    tick = st.booleans()
    entry = st.fixed_dictionaries({"range": st.sampled_from(RANGES),
                                   "expires_at": st.sampled_from([None, EARLIER, NOW, LATER]).map(
                                       lambda at: at and at.isoformat())})
    return _changed(
        relay__enabled=draw(tick), relay__allow_authenticated_senders=draw(tick), relay__allow_privileged_ip_ranges=draw(tick),
        relay__allow_local_sender_addresses=draw(tick), relay__privileged_ip_ranges=draw(st.lists(entry, max_size=3)),
        security__refuse_unknown_local_recipients=draw(tick),
        inbound__access_control__mode=draw(st.sampled_from(["banned", "banned", "only_allowed"])),
        inbound__access_control__ranges=draw(st.lists(st.sampled_from(RANGES), max_size=1)),
        blocked_addresses__senders=draw(st.lists(st.sampled_from(["away.test", "john@home.test", "MARY@home.test"]),
                                                 max_size=1)))


@st.composite
def _directories(draw: st.DrawFn) -> MemoryDirectory:
    mapped = st.dictionaries(st.sampled_from(["john@home.test", "off@home.test", "mary@second.test", "a%b@home.test",
                                              "postmaster@home.test"]),
                             st.sampled_from([JOHN, MARY, OFF]))
    catch_alls = st.dictionaries(st.sampled_from(["home.test", "second.test"]), st.sampled_from([JOHN, MARY]), max_size=1)
    domains = draw(st.frozensets(st.sampled_from(["home.test", "second.test"])))
    return MemoryDirectory(domains, {address: mailbox for address,
                                     mailbox in draw(mapped).items() if address.partition("@")[2] in domains},
                           draw(catch_alls))


REQUESTS = st.builds(_request, st.sampled_from(CLIENTS), st.one_of(st.just(""), ADDRESSES), ADDRESSES,
                     st.sampled_from([None, "john@home.test"]), st.just(NOW))


def _is_in(client: IPv4Address | IPv6Address, text: str) -> bool:
    """Judge a range of RANGES without the code under test."""
    if isinstance(client, IPv6Address) and str(client).startswith("::ffff:"):
        client = IPv4Address(int(client) & 0xFFFFFFFF)
    if text == "::ffff:10.0.0.0/120":
        text = "10.0.0.0/24"
    if "*" in text:
        return client.version == 4 and str(client).startswith(text.rstrip("*"))
    if "-" in text:
        low, high = map(IPv4Address, text.split("-"))
        return isinstance(client, IPv4Address) and low <= client <= high
    return client in ip_network(text)


def _expected(request: Request, document: Settings, directory: MemoryDirectory) -> tuple[Verdict, Mailbox | None]:
    """Decide in the plainest way, for well-formed addresses only."""
    smtp, refused = document.smtp, (Verdict.REFUSED, None)
    listed = any(_is_in(request.client, text) for text in smtp.inbound.access_control.ranges)
    if listed == (smtp.inbound.access_control.mode == "banned"):
        return refused
    sender, recipient = request.sender.lower(), request.recipient.lower()
    blocked = {entry.lower() for entry in smtp.blocked_addresses.senders}
    if sender and {sender, sender.partition("@")[2]} & blocked:
        return refused
    local, _, domain = recipient.partition("@")
    if domain in directory.domains:
        mailbox, catch_all = directory.addresses.get(recipient), directory.catch_alls.get(domain)
        if local == "postmaster":
            return Verdict.LOCAL, mailbox if mailbox and mailbox.enabled else catch_all
        if mailbox:
            return (Verdict.LOCAL, mailbox) if mailbox.enabled else refused
        if "%" in local:
            return refused
        if catch_all or not smtp.security.refuse_unknown_local_recipients:
            return Verdict.LOCAL, catch_all
        return refused
    relay, owner = smtp.relay, directory.addresses.get(sender)
    reasons = [relay.allow_authenticated_senders and request.login is not None,
               relay.allow_privileged_ip_ranges and any(
                   _is_in(request.client, item.range) and (item.expires_at is None or item.expires_at > request.at)
                   for item in relay.privileged_ip_ranges),
               relay.allow_local_sender_addresses and owner is not None and owner.enabled]
    return (Verdict.RELAY, None) if relay.enabled and any(reasons) else refused


@QUICK
@given(REQUESTS, _settings(), _directories())
def test_the_decision_is_the_one_of_a_second_opinion(request: Request, document: Settings, directory: MemoryDirectory) -> None:
    decision = decide(request, document, directory)
    assert (decision.verdict, decision.mailbox) == _expected(request, document, directory)
    assert decision.trace[-1].matched
    assert decision.trace[-1].rule is decision.rule
    assert not any(step.matched for step in decision.trace[:-1])
    assert all(step.why.endswith(".") and "{" not in step.why for step in decision.trace)
    assert (decision.reply.code == 250) == (decision.verdict is not Verdict.REFUSED)


@QUICK
@given(REQUESTS, _settings(), _directories())
def test_a_mapped_client_is_the_ipv4_client(request: Request, document: Settings, directory: MemoryDirectory) -> None:
    plain = request._replace(client=ip_address("10.0.0.1"))
    mapped = request._replace(client=ip_address("::ffff:10.0.0.1"))
    policy = Policy(document, directory)
    assert policy.decide(mapped) == policy.decide(plain)
    assert policy.may_connect(mapped.client) == policy.may_connect(plain.client)


@QUICK
@given(REQUESTS, st.sampled_from(RANGES))
def test_nothing_ticked_admits_nobody(request: Request, text: str) -> None:
    document = _changed(relay__allow_authenticated_senders=False, relay__privileged_ip_ranges=[{"range": text}])
    assert decide(request, document, HOME).verdict is not Verdict.RELAY


@QUICK
@given(REQUESTS)
def test_an_empty_list_admits_nobody(request: Request) -> None:
    document = _changed(relay__allow_authenticated_senders=False, relay__allow_privileged_ip_ranges=True)
    assert decide(request, document, HOME).verdict is not Verdict.RELAY


@QUICK
@given(REQUESTS)
def test_the_master_switch_beats_every_tick(request: Request) -> None:
    document = _changed(relay__enabled=False, relay__allow_privileged_ip_ranges=True, relay__allow_local_sender_addresses=True,
                        relay__privileged_ip_ranges=[{"range": "*"}, {"range": "::/0"}])
    assert decide(request, document, HOME).verdict is not Verdict.RELAY


@pytest.mark.parametrize(("until", "verdict"), [
    (None, Verdict.RELAY), (LATER, Verdict.RELAY), (NOW, Verdict.REFUSED), (EARLIER, Verdict.REFUSED),
    (NOW.astimezone(UTC).replace(tzinfo=None), None)])
def test_an_entry_counts_until_its_time(until: datetime | None, verdict: Verdict | None) -> None:
    entry = {"range": "192.0.2.*", "expires_at": until and until.isoformat()}
    if verdict is None:
        with pytest.raises(ValueError, match=r"expires_at.*timezone"):
            _changed(relay__privileged_ip_ranges=[entry])
        return
    document = _changed(relay__allow_privileged_ip_ranges=True, relay__privileged_ip_ranges=[entry])
    assert decide(_request(), document, HOME).verdict is verdict


def test_a_time_zone_does_not_prolong_an_entry() -> None:
    for text, verdict in (("2026-10-25T02:30:00+02:00", Verdict.REFUSED), ("2026-10-25T02:30:01+02:00", Verdict.RELAY)):
        document = _changed(relay__allow_privileged_ip_ranges=True,
                            relay__privileged_ip_ranges=[{"range": "192.0.2.1", "expires_at": text}])
        assert decide(_request(), document, HOME).verdict is verdict


@pytest.mark.parametrize(("rule", "changes", "request_"), [
    (Rule.MALFORMED_ADDRESS, {"inbound__access_control__ranges": ["*"]}, _request(recipient="@")),
    (Rule.ACCESS_CONTROL, {"inbound__access_control__ranges": ["192.0.2.*"], "blocked_addresses__senders": ["away.test"]},
     _request()),
    (Rule.BLOCKED_SENDER, {"blocked_addresses__senders": ["away.test"]}, _request(recipient="postmaster")),
    (Rule.BLOCKED_SENDER, {"blocked_addresses__senders": ["@away.test"]}, _request(recipient="john@home.test")),
    (Rule.BLOCKED_SENDER, {"blocked_addresses__senders": ["X@Away.test"]}, _request(login="john@home.test")),
    (Rule.POSTMASTER, {"relay__enabled": False}, _request(recipient="POSTMASTER@home.test")),
    (Rule.POSTMASTER, {}, _request(recipient="PostMaster", sender="")),
    (Rule.NO_CRITERION_MET, {}, _request(recipient="postmaster@away.test")),
    (Rule.ADDRESS_MAP, {"relay__enabled": False}, _request(recipient="John@HOME.test", login="john@home.test")),
    (Rule.MAILBOX_DISABLED, {}, _request(recipient="off@home.test")),
    (Rule.ROUTING_CHARACTERS, {}, _request(recipient="y%away.test@home.test", login="john@home.test")),
    (Rule.CATCH_ALL, {}, _request(recipient="nobody@home.test")),
    (Rule.RELAY_DISABLED, {"relay__enabled": False}, _request(login="john@home.test")),
    (Rule.AUTHENTICATED, {"relay__allow_privileged_ip_ranges": True, "relay__privileged_ip_ranges": [{"range": "*"}]},
     _request(login="john@home.test")),
    (Rule.PRIVILEGED_RANGE, {"relay__allow_privileged_ip_ranges": True, "relay__privileged_ip_ranges": [{"range": "*"}],
                             "relay__allow_local_sender_addresses": True}, _request(sender="john@home.test")),
    (Rule.LOCAL_SENDER, {"relay__allow_local_sender_addresses": True}, _request(sender="john@home.test")),
    (Rule.NO_CRITERION_MET, {"relay__allow_local_sender_addresses": True}, _request(sender="off@home.test")),
    (Rule.NO_CRITERION_MET, {"relay__allow_local_sender_addresses": True}, _request(sender="caught@home.test")),
    (Rule.NO_CRITERION_MET, {"relay__allow_local_sender_addresses": True}, _request(sender="")),
    (Rule.NO_CRITERION_MET, {}, _request(login="")),
])
def test_the_order_of_the_rules(rule: Rule, changes: dict[str, Any], request_: Request) -> None:
    assert decide(request_, _changed(**changes), HOME).rule is rule


def test_unknown_recipients_are_refused_unless_the_setting_says_otherwise() -> None:
    directory = MemoryDirectory(frozenset({"home.test"}))
    request = _request(recipient="nobody@home.test")
    assert decide(request, Settings(), directory).rule is Rule.UNKNOWN_RECIPIENT
    accepted = decide(request, _changed(security__refuse_unknown_local_recipients=False), directory)
    assert (accepted.rule, accepted.verdict, accepted.mailbox) == (Rule.LOCAL_DOMAIN, Verdict.LOCAL, None)


def _postmaster(directory: MemoryDirectory, recipient: str, **changes: Any) -> Mailbox | None:
    decision = decide(_request(recipient=recipient), _changed(**changes), directory)
    assert decision.rule is Rule.POSTMASTER
    return decision.mailbox


def test_who_reads_postmaster_mail() -> None:
    admin = Mailbox("admin@home.test", "home.test/admin")
    full = MemoryDirectory(HOME.domains, {**HOME.addresses, "postmaster@home.test": OFF}, HOME.catch_alls,
                           {"home.test": admin, "": admin})
    assert _postmaster(replace(full, addresses={"postmaster@home.test": JOHN}), "postmaster@home.test") == JOHN
    assert _postmaster(full, "postmaster@home.test", general__postmaster="john@home.test") == JOHN
    assert _postmaster(full, "postmaster@home.test", general__postmaster="off@home.test") == admin
    assert _postmaster(full, "postmaster") == admin
    assert _postmaster(HOME, "postmaster@home.test") == MARY
    assert _postmaster(HOME, "postmaster") is None


# Each is offered by a stranger to a server whose local domain home.test takes everything (catch-all, unknown accepted).
TRICKS = [
    "<@home.test:y@away.test>", "<@home.test,@away.test:y@away.test>", "<@away.test:@home.test:y@away.test>",
    "<y%away.test@home.test>",
    "<y%away.test%home.test@home.test>", "<away.test!y@home.test>", "<home.test!y@away.test>", '<"y@away.test"@home.test>',
    '<"y@home.test"@away.test>', r'<"y\@away.test"@home.test>', "<y@away.test@home.test>", "<y@home.test@away.test>",
    "<y@@home.test>",
    "<y@[127.0.0.1]>", "<y@[IPv6:::1]>", "<y@[home.test]>", "<y@127.0.0.1>", "<y@2130706433>", "<y@0x7f.1>", "<y@home.test.>",
    "<y@away.test.>",
    "<y@.home.test>", "<y@home..test>", "<y@away.test\0@home.test>", "<y@away.test\0.home.test>", "<y@home.test\0.away.test>",
    "<y@home.test >",
    "< y@home.test>", "<y @home.test>", "<y@ home.test>", "<y@away.test y@home.test>", "<y@away.test,y@home.test>",
    "<y@away.test;y@home.test>",
    "<y@away.test>,<y@home.test>", "<y@away.test><y@home.test>", "<<y@home.test>>", "y%away.test@home.test",
    '"y@away.test"@home.test',
    "<y@hоme.test>", "<y@ｈome.test>", "<y@home．test>", "<y@home。test>", "<y＠away.test＠home.test>", "<y@home.te\u017ft>",
    "<y@HOME.te\u017ft>",
    "<y@ho\u00adme.test>", "<y@home.test\u200b>", "<y@h\u0585me.test>", "<y(c)@home.test>", "<y@(c)home.test>",
    "<y@home.test(c)>",
    "<y@home.test\r\n>", "<y@home.test%0d%0aRCPT TO:<y@away.test>>", f"<{'y' * 65}@home.test>",
    f"<y@{'home.test.' * 30}home.test>",
    f"<y@{'h' * 64}.test>", "<y@-home.test>", "<y@home.test->", "<y@AWAY.TEST>", "<Y@sub.home.test>",
    "<y@home.test.away.test>", "<y@awayhome.test>",
    "<y@test>", "<y@>", "<@home.test>", "<@home.test:>", "<y>", '<"y>', '<"y"home.test>', "<postmaster@away.test>",
    "<postmaster%away.test@home.test>",
    "<po\u017ftmaster>", '<"y:away.test"@home.test>', '<"y away.test"@home.test>', "<y@xn--home-.test>",
    "<y@home.test\ud800>", "<y\udcff@home.test>",
    "<SMTP:y@away.test@home.test>", "<y@home.test!away.test>", "<y@home.test:25>", "<y@[10.0.0.1].home.test>", "",
]
HONEST = ["<john@home.test>", "<JOHN@HOME.TEST>", '<"john"@home.test>', "<@away.test:john@home.test>", "john@home.test",
          "John@Home.Test SIZE=1",
          "<nobody@home.test> NOTIFY=NEVER", "<postmaster>", "<PostMaster@home.test>", "<jörg@home.test>"]
OPEN_HOUSE = {"security__refuse_unknown_local_recipients": False, "relay__allow_privileged_ip_ranges": True,
              "relay__privileged_ip_ranges": [{"range": "10.0.*"}, {"range": "192.0.2.1", "expires_at": EARLIER.isoformat()}],
              "relay__allow_local_sender_addresses": True}


def _judged(path: str, **request: Any) -> Decision | None:
    try:
        mailbox, _ = parse_path(path)
    except AddressError:
        return None
    return decide(_request(recipient=mailbox, **request), _changed(**OPEN_HOUSE), HOME)


@pytest.mark.parametrize("path", TRICKS)
def test_a_trick_gets_nowhere(path: str) -> None:
    decision = _judged(path)
    assert decision is None or decision.verdict is Verdict.REFUSED


@pytest.mark.parametrize("path", HONEST)
def test_an_honest_form_arrives(path: str) -> None:
    decision = _judged(path)
    assert decision is not None
    assert decision.verdict is Verdict.LOCAL


@pytest.mark.parametrize("sender", [
    "john@away.test", "john@home.test@away.test", '"john@home.test"@away.test', "john%home.test@away.test",
    "home.test!john@away.test", "john@home.test.",
    "john@home.test\0", "john\0@home.test", "@away.test:john@home.test", "<john@home.test>", "john@[127.0.0.1]",
    "john@ｈome.test", "jo\u200bhn@home.test",
    "john @home.test", "john(c)@home.test", "john", "john@", "@home.test", "john@home.te\u017ft", "jоhn@home.test",
    "off@home.test", "nobody@home.test",
    "john@sub.home.test", "john@home.test\n", ""])
def test_a_trick_sender_is_no_local_sender(sender: str) -> None:
    assert decide(_request(sender=sender), _changed(**OPEN_HOUSE), HOME).verdict is Verdict.REFUSED


@pytest.mark.parametrize("client", ["192.0.2.1", "::ffff:192.0.2.1", "::10.0.0.1", "::ffff:0:a00:1", "64:ff9b::a00:1",
                                    "2002:a00:1::", "10.1.0.0", "9.255.255.255"])
def test_a_trick_client_is_not_privileged(client: str) -> None:
    assert decide(_request(client), _changed(**OPEN_HOUSE), HOME).verdict is Verdict.REFUSED


@QUICK
@given(st.one_of(ANYTHING, PIECES), st.one_of(ANYTHING, PIECES))
def test_no_text_is_too_strange(sender: str, recipient: str) -> None:
    document = _changed(security__refuse_unknown_local_recipients=False)
    decision = decide(_request(sender=sender, recipient=recipient), document, HOME)
    assert decision.verdict is not Verdict.RELAY
    if decision.verdict is Verdict.LOCAL:
        assert recipient.lower() == "postmaster" or recipient.rpartition("@")[2].encode().lower() == b"home.test"


@QUICK
@given(PIECES)
def test_a_foreign_domain_is_never_local(local: str) -> None:
    document = _changed(security__refuse_unknown_local_recipients=False)
    assert decide(_request(recipient=f"{local}@away.test"), document, HOME).verdict is Verdict.REFUSED
