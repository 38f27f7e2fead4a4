"""Mail addresses: what is one, what is none, and that nothing is read out of it that isn't there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posthouse_server.policy.addresses import Address, AddressError, parse_address, parse_domain, parse_path

QUICK = settings(max_examples=200, deadline=None, derandomize=True, database=None)
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=80)
PIECES = st.lists(st.sampled_from([
    "a", "B", "9", "@", "@", ".", "%", "!", '"', "\\", ":", ",", "<", ">", "[", "]", "(", ")", " ", "\0", "\r", "\n", "-", "_",
    "home.test", "away.test", "HOME.TEST", "K", "ı", "ſ", "ß", "İ", "．", "。", "＠", "é", "xn--", "\u200b", "\ud800"]),
    max_size=9).map("".join)


@pytest.mark.parametrize(("text", "local", "domain"), [
    ("john@home.test", "john", "home.test"),
    ("John.Doe+x@HOME.Test", "John.Doe+x", "home.test"),
    ('"john"@home.test', "john", "home.test"),
    ('"a@b"@home.test', "a@b", "home.test"),
    (r'"a\"b\\c"@home.test', r'a"b\c', "home.test"),
    ("a%b@home.test", "a%b", "home.test"),
    ("b!a@home.test", "b!a", "home.test"),
    ("jörg@münchen.test", "jörg", "xn--mnchen-3ya.test"),
    ("j@MÜNCHEN.test", "j", "xn--mnchen-3ya.test"),
    ("j@XN--MNCHEN-3YA.test", "j", "xn--mnchen-3ya.test"),
    (f"{'a' * 64}@home.test", "a" * 64, "home.test"),
])
def test_addresses(text: str, local: str, domain: str) -> None:
    address = parse_address(text)
    assert (address.local, address.domain) == (local, domain)
    assert parse_address(str(address)) == address


@pytest.mark.parametrize("text", [
    "", "@", "john", "john@", "@home.test", "a@b@home.test", "a@@home.test", ".a@home.test", "a.@home.test", "a..b@home.test",
    "a b@home.test", " a@home.test", "a@home.test ", "a@home.test\n", "a\0@home.test", "a@home\0.test", "a@home.test.",
    "a@.home.test",
    "a@home..test", "a@-home.test", "a@home-.test", "a@[127.0.0.1]", "a@[IPv6:::1]", "a@127.0.0.1", "a@home.1",
    "a(c)@home.test",
    "a@(c)home.test", '"a"b@home.test', '"a@home.test', '"a\nb"@home.test', '""@home.test', "<a@home.test>",
    "a@home.test,b@c.test",
    "a@ｈome.test", "a@home．test", "a@home。test", "a＠home.test", "a@\u212aiosk.test", "a@home.te\u017ft", "a@İ.test",
    "a@\u200bhome.test",
    "a@ho\u00adme.test", "a@home.test\u200b", "a@home.test\u0000", f"{'a' * 65}@home.test", f"{'é' * 33}@home.test",
    f"a@{'b' * 64}.test", f"a@{'b.' * 127}test", "a@xn--\u00e9.test", "\ud800@home.test", "a@home\udcff.test",
    '"\u202e"@home.test',
])
def test_no_addresses(text: str) -> None:
    with pytest.raises(AddressError) as caught:
        parse_address(text)
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("domain", ["\u212aiosk.test", "ki\u017f.test", "\uff4biosk.test", "k\u0456osk.test", "ꓗiosk.test",
                                    "kıosk.test"])
def test_a_look_alike_is_never_the_ascii_domain(domain: str) -> None:
    try:
        assert parse_domain(domain) not in {"kiosk.test", "kis.test"}
    except AddressError:
        return


@pytest.mark.parametrize("local", ["po\u017ftmaster", "postma\u017fter", "\u212aate", "stra\u00dfe", "\uff50ostmaster"])
def test_a_look_alike_is_never_the_ascii_mailbox(local: str) -> None:
    assert not parse_address(f"{local}@home.test").key.isascii()


def test_case_does_not_matter() -> None:
    assert parse_address("JOHN@Home.Test").key == parse_address('"john"@home.test').key == "john@home.test"
    assert parse_address("ÉMILE@home.test").key == parse_address("émile@home.test").key


@pytest.mark.parametrize(("text", "expected"), [
    ("<>", ("", "")),
    ("<john@home.test>", ("john@home.test", "")),
    ("<john@home.test> SIZE=10 BODY=8BITMIME", ("john@home.test", "SIZE=10 BODY=8BITMIME")),
    ("<@a.test,@b.test:john@home.test>", ("john@home.test", "")),
    ('<"a>b"@home.test>', ('"a>b"@home.test', "")),
    (r'<"a\">b"@home.test> X', (r'"a\">b"@home.test', "X")),
    ("John@Home.Test SIZE=1", ("John@Home.Test", "SIZE=1")),
])
def test_paths(text: str, expected: tuple[str, str]) -> None:
    assert parse_path(text) == expected


@pytest.mark.parametrize("text", [
    "", "<", "john", "<john@home.test", "<john@home.test>SIZE=1", "<<john@home.test>>", "<a@b.test><c@d.test>", "<@a.test>",
    "<@a.test:>",
    "<@:john@home.test>", "<@a.test;@b.test:john@home.test>", "<@a.test,b.test:john@home.test>", '<"a@home.test>',
    '"a b"@home.test',
    "a%b@home.test", "b!a@home.test", "\u212a@home.test", "john@home.test\0",
])
def test_no_paths(text: str) -> None:
    try:
        mailbox, _ = parse_path(text)
        parse_address(mailbox)
    except AddressError:
        return
    pytest.fail(f"{text!r} was read as {mailbox!r}")


@QUICK
@given(st.one_of(ANYTHING, PIECES))
def test_parsing_gives_an_address_or_a_sentence(text: str) -> None:
    try:
        address = parse_address(text)
    except AddressError:
        return
    assert parse_address(str(address)) == address
    assert address.domain.isascii()
    assert address.domain == address.domain.lower()
    assert address.domain == parse_domain(text.rpartition("@")[2])


@QUICK
@given(st.one_of(ANYTHING, PIECES, PIECES.map(lambda text: f"<{text}>")))
def test_a_path_ends_with_the_address_it_names(text: str) -> None:
    try:
        mailbox, parameters = parse_path(text)
    except AddressError:
        return
    assert mailbox in text
    assert parameters in text
    assert not mailbox.startswith("@a.test")


def test_the_bare_postmaster_has_no_domain() -> None:
    assert str(Address("postmaster", "")) == "postmaster"
