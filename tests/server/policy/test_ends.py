"""Mail that moves to others is said in words that name whom."""

from __future__ import annotations

from datetime import UTC, datetime
from ipaddress import ip_address

import pytest

from posthouse_server.policy.comparison import Comparison, Flip
from posthouse_server.policy.decision import Policy, Request
from posthouse_server.policy.directory import Directory, Mailbox, MemoryDirectory
from posthouse_server.policy.directory_with import With
from posthouse_server.policy.directory_without import Without
from posthouse_server.policy.ends import listed
from posthouse_server.settings import Settings, set_paths

SALES, ANNA = Mailbox("sales@example.com", "example.com/sales"), Mailbox("anna@example.com", "example.com/anna")
BASE = MemoryDirectory(
    frozenset({"example.com"}), {"sales@example.com": SALES, "anna@example.com": ANNA}, {"example.com": ANNA}, {"": SALES})


def sentence(old: Policy, new: Policy, recipient: str = "sales@example.com") -> str:
    request = Request(ip_address("10.0.4.17"), "a@b.example", recipient, datetime(2026, 1, 1, tzinfo=UTC))
    found = Comparison(old, new).difference(request)
    return "" if found is None else Flip("10.0.4.17", None, "a@b.example", recipient, 214, *found).sentence.partition(": ")[2]


@pytest.mark.parametrize(("later", "recipient", "words"), [
    (With(BASE, addresses={"sales@example.com": Mailbox(
        SALES.login, SALES.maildir, keeps=False, forwards_to=("anna@example.com", "x@elsewhere.net"))}), "sales@example.com",
     "delivered to sales@example.com until now, to anna@example.com and x@elsewhere.net from now on."),
    (With(BASE, addresses={"sales@example.com": Mailbox(
        SALES.login, SALES.maildir, forwards_to=("x@elsewhere.net",))}), "Sales@example.com",
     "delivered to sales@example.com until now, to x@elsewhere.net and sales@example.com from now on."),
    (With(BASE, addresses={"sales@example.com": ANNA}), "sales@example.com",
     "delivered to sales@example.com until now, to anna@example.com from now on."),
    (With(BASE, addresses={"sales@example.com": Mailbox(SALES.login, SALES.maildir, quota_kb=7)}), "sales@example.com", ""),
    (With(BASE, catch_alls={"example.com": SALES}), "nobody@example.com",
     "delivered to anna@example.com until now, to sales@example.com from now on."),
    (With(BASE, addresses={"sales@example.com": Mailbox(
        SALES.login, SALES.maildir, keeps=False, forwards_to=("x@elsewhere.net",))}), "postmaster",
     "delivered to sales@example.com until now, to x@elsewhere.net from now on."),
    (Without(BASE, logins=frozenset({"sales@example.com"})), "postmaster", ""),
    (Without(BASE, logins=frozenset({"sales@example.com"})), "sales@example.com",
     "delivered to sales@example.com until now, to anna@example.com from now on.")])
def test_the_sentence_names_whom(later: Directory, recipient: str, words: str) -> None:
    assert sentence(Policy(Settings(), BASE), Policy(Settings(), later), recipient) == words


def test_what_nobody_gets_any_more_goes_back() -> None:
    accepting = set_paths(Settings(), {"smtp.security.refuse_unknown_local_recipients": False})
    caught, lost = Policy(accepting, BASE), Policy(set_paths(accepting, {"smtp.security.disable_catch_alls": True}), BASE)
    recipient = "nobody@example.com"
    assert sentence(caught, lost, recipient) == "delivered to anna@example.com until now, returned to the sender from now on."
    assert sentence(lost, caught, recipient) == "returned to the sender until now, delivered to anna@example.com from now on."


def test_a_mailbox_whose_domain_leaves_this_server_is_told_from_its_address() -> None:
    staff = MemoryDirectory(frozenset({"example.com", "later.example"}), {
        "staff@example.com": Mailbox("", "", keeps=False, forwards_to=("ann@later.example",)),
        "ann@later.example": Mailbox("ann@later.example", "later.example/ann")})
    later = Without(staff, frozenset({"later.example"}))
    assert sentence(Policy(Settings(), staff), Policy(Settings(), later), "staff@example.com") == (
        "delivered to ann@later.example until now, to ann@later.example on another server from now on.")


def test_many_are_counted() -> None:
    assert listed(("a", "b", "c")) == "a, b and c"
    assert listed(("a", "b", "c", "d", "e")) == "a, b, c and 2 more"
