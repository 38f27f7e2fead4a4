"""A directory of afterwards answers as one that was made so; a flip names senders that nobody wrote by their domain."""

from __future__ import annotations

from datetime import UTC, datetime
from ipaddress import ip_address

from hypothesis import given
from hypothesis import strategies as st

from posthouse_server.policy.addresses import parse_address
from posthouse_server.policy.comparison import Flip
from posthouse_server.policy.decision import Request, decide
from posthouse_server.policy.directory import Mailbox, MemoryDirectory
from posthouse_server.policy.directory_with import With, lost_logins
from posthouse_server.policy.directory_without import Without
from posthouse_server.settings import Settings

_NAMES = st.sampled_from(["ann", "bob", "cat"])
_DOMAINS = st.sampled_from(["a.example", "b.example", "c.example"])
_BOXES = st.builds(Mailbox, _NAMES, st.just("m"), st.booleans())
_ADDRESSES = st.dictionaries(st.builds("{}@{}".format, _NAMES, _DOMAINS), _BOXES, max_size=5)


@given(st.frozensets(_DOMAINS), _ADDRESSES, st.dictionaries(_DOMAINS, _BOXES), st.frozensets(_DOMAINS), _ADDRESSES,
       st.dictionaries(_DOMAINS, st.none() | _BOXES))
def test_it_answers_as_a_directory_with_these_entries(
        domains: frozenset[str], addresses: dict[str, Mailbox], catch_alls: dict[str, Mailbox], more: frozenset[str],
        others: dict[str, Mailbox], catchers: dict[str, Mailbox | None]) -> None:
    later = With(MemoryDirectory(domains, addresses, catch_alls), more, others, catchers)
    caught = {name: box for name, box in {**catch_alls, **catchers}.items() if box is not None}
    same = MemoryDirectory(domains | more, {**addresses, **others}, caught)
    assert sorted(later.enabled_addresses()) == sorted(same.enabled_addresses())
    for name in ("a.example", "b.example", "c.example"):
        assert later.is_local_domain(name) is same.is_local_domain(name)
        assert later.catch_all(name) == same.catch_all(name)
        for local in ("ann", "bob", "cat"):
            address = parse_address(f"{local}@{name}")
            assert later.find(address) == same.find(address)


def test_who_is_gone_can_log_in_no_more() -> None:
    base = MemoryDirectory(administrators={"a.example": Mailbox("ann", "m")})
    assert lost_logins(base) == frozenset()
    assert lost_logins(Without(base, logins=frozenset({"ann"}))) == {"ann"}
    later = With(base, disabled=frozenset({"ann"}))
    assert lost_logins(later) == {"ann"}
    assert later.administrator("a.example") is None


def test_a_sender_that_nobody_wrote_is_named_by_its_domain() -> None:
    decision = decide(Request(ip_address("192.0.2.1"), "", "b@far.example", datetime(2026, 1, 1, tzinfo=UTC)), Settings(),
                      MemoryDirectory())
    flip = Flip("192.0.2.1", None, "@example.com", "b@far.example", 3, decision, decision)
    assert "from senders at example.com to <b@far.example>, 3 times" in flip.sentence
