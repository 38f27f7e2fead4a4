"""The address parser and the decision: nothing but AddressError, and never a foreign domain made local."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from fuzz.profile import EXAMPLES, FUZZ, mutated, seeds
from posthouse_server.policy.addresses import Address, AddressError, parse_address, parse_domain, parse_path
from posthouse_server.policy.decision import Policy, Request, Verdict
from posthouse_server.policy.directory import Mailbox, MemoryDirectory
from posthouse_server.policy.networks import parse_client
from posthouse_server.settings import Settings

_MANY = type(FUZZ)(FUZZ, max_examples=EXAMPLES * 5)  # these need no server
_SEEDS = seeds("addresses.txt")
_PIECES = [b"@", b"<", b">", b'"', b"\\", b":", b",", b"%", b"!", b".", b" ", b"\0", b"\r\n", b"[", b"]", b"(", b")", b"-",
           b"_", b"home.test", b"away.test", b"HOME.test",
           "ı".encode(), "ſ".encode(), "\u212a".encode(), "ß".encode(), b"xn--", b"\xff",
           "。".encode(), "\u200b".encode(), "\u202e".encode(), b"a" * 70, b"=?utf-8?q?x?="]
_TEXTS = st.one_of(mutated(_SEEDS, _PIECES).map(lambda raw: raw.decode("utf-8", "surrogateescape")),
                   st.text(st.characters(exclude_categories=()), max_size=60),
                   st.lists(st.sampled_from(_PIECES), max_size=8).map(lambda all_: b"".join(all_).decode("utf-8", "replace")))
_HOME = "home.test"
_POLICY = Policy(Settings(), MemoryDirectory(frozenset({_HOME}), {f"john@{_HOME}": Mailbox(f"john@{_HOME}", "home.test/john")}))
_ATOM = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+/=?^_`{|}~-"


def _parsed(text: str) -> Address | None:
    try:
        return parse_address(text)
    except AddressError as error:
        fault = str(error)
    assert fault.endswith(".")
    assert "\n" not in fault
    return None


def _reference(text: str) -> tuple[str, str] | None:
    """RFC 5321 section 4.1.2, letter by letter, for ASCII; None: no address (or a domain for others to judge)."""
    local, rest = "", text
    if text.startswith('"'):
        position = 1
        while position < len(text) and text[position] != '"':
            position += text[position] == "\\"
            if position >= len(text) or not 32 <= ord(text[position]) <= 126:
                return None
            local += text[position]
            position += 1
        rest = text[position + 1:]
    else:
        local, _, _ = text.partition("@")
        rest = text[len(local):]
        if not all(part and all(letter in _ATOM for letter in part) for part in local.split(".")):
            return None
    if not local or len(local) > 64 or not rest.startswith("@"):
        return None
    labels = rest[1:].lower().split(".")
    is_domain = len(rest) <= 256 and not labels[-1].isdigit() and all(
        re.fullmatch("[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?", label) and len(label) <= 63 for label in labels)
    return (local, rest[1:].lower()) if is_domain else None


@_MANY
@given(text=_TEXTS)
def test_an_address_is_what_the_reference_says(text: str) -> None:
    found = _parsed(text)
    if text.isascii():
        assert (found and (found.local, found.domain)) == _reference(text)


@_MANY
@given(text=_TEXTS)
def test_written_and_read_again_it_is_the_same(text: str) -> None:
    found = _parsed(text)
    if found is None:
        return
    assert parse_address(str(found)) == found
    assert parse_domain(found.domain) == found.domain
    assert found.domain.isascii()
    assert found.domain == found.domain.lower()
    assert found.local.isprintable()
    assert not set(str(found)) & set("\r\n\0")
    assert Address(found.local, found.domain).key == found.key


@_MANY
@given(text=_TEXTS)
def test_no_foreign_domain_becomes_ours(text: str) -> None:
    found = _parsed(text)
    behind = text.rpartition("@")[2]
    if found is not None and found.domain == _HOME:
        assert behind.isascii()
        assert behind.lower() == _HOME


@_MANY
@given(text=_TEXTS)
def test_a_path_yields_what_stands_in_it(text: str) -> None:
    try:
        mailbox, rest = parse_path(text)
    except AddressError:
        return
    assert mailbox in text
    assert rest in text
    found = _parsed(mailbox)
    if found is not None and found.domain == _HOME:  # a source route through us must not make a foreign mailbox ours
        assert text[:text.index(mailbox) + len(mailbox)].lower().endswith(f"@{_HOME}")


@_MANY
@given(sender=_TEXTS, recipient=_TEXTS)
def test_a_stranger_reaches_our_domain_and_nothing_else(sender: str, recipient: str) -> None:
    decision = _POLICY.decide(Request(parse_client("192.0.2.1"), sender, recipient, datetime(2026, 1, 1, tzinfo=UTC)))
    assert decision.verdict is not Verdict.RELAY
    if decision.verdict is Verdict.LOCAL:
        assert recipient.lower() == "postmaster" or recipient.rpartition("@")[2].lower() == _HOME
