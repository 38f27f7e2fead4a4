"""Redirections and groups: everybody once, whatever points in circles."""

from hypothesis import given
from hypothesis import strategies as st

from posthouse_server.policy.addresses import Address, parse_address
from posthouse_server.policy.directory import Mailbox, MemoryDirectory
from posthouse_server.policy.forwarding import targets_of

_NAMES = ("a", "b", "c", "d", "e")
_GOALS = (*(f"{name}@home.test" for name in _NAMES), "x@away.test", "y@away.test", "gone@home.test")


@st.composite
def _directories(draw: st.DrawFn) -> MemoryDirectory:
    found = {}
    for name in _NAMES:
        goals = tuple(draw(st.lists(st.sampled_from(_GOALS), max_size=4)))
        is_group = draw(st.booleans())
        found[f"{name}@home.test"] = (
            Mailbox("", "", bool(goals), keeps=False, forwards_to=goals) if is_group else
            Mailbox(f"{name}@home.test", f"home.test/{name}", draw(st.booleans()), draw(st.booleans()) or not goals, goals))
    return MemoryDirectory(frozenset({"home.test"}), found)


def _reachable(directory: MemoryDirectory, start: str) -> set[str]:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        key = waiting.pop()
        box = directory.addresses.get(key)
        if key not in seen:
            seen.add(key)
            waiting += box.forwards_to if box is not None and box.enabled else ()
    return seen


@given(_directories(), st.sampled_from(_NAMES))
def test_everybody_that_can_be_reached_gets_one_copy(directory: MemoryDirectory, name: str) -> None:
    start = Address(name, "home.test")
    found = targets_of(start, directory.find(start), directory)
    assert found
    assert len({target.address.key for target in found}) == len(found)
    reached = _reachable(directory, start.key)
    wanted = {key for key in reached if not key.endswith("@home.test") or (
        (box := directory.addresses.get(key)) is not None and box.enabled and box.keeps and not box.is_group)}
    if wanted:
        assert {target.address.key for target in found} == wanted
    else:
        assert [(target.address, target.mailbox, target.is_local) for target in found] == [(start, None, True)]
    assert all(target.is_local or target.address.domain == "away.test" for target in found)


def test_a_mailbox_with_two_addresses_gets_one_copy() -> None:
    john = Mailbox("john@home.test", "home.test/john")
    group = Mailbox("", "", keeps=False, forwards_to=("john@home.test", "jj@home.test"))
    directory = MemoryDirectory(frozenset({"home.test"}), {
        "john@home.test": john, "jj@home.test": john, "all@home.test": group})
    start = parse_address("All@home.test")
    assert [str(target.address) for target in targets_of(start, group, directory)] == ["john@home.test"]


def test_a_target_that_nobody_has_goes_to_the_catch_all_unless_these_are_disabled() -> None:
    mary = Mailbox("mary@home.test", "home.test/mary")
    john = Mailbox("john@home.test", "home.test/john", keeps=False, forwards_to=("old@home.test",))
    directory = MemoryDirectory(frozenset({"home.test"}), {"john@home.test": john}, {"home.test": mary})
    start = Address("john", "home.test")
    assert [target.mailbox for target in targets_of(start, john, directory)] == [mary]
    assert [target.mailbox for target in targets_of(start, john, directory, has_catch_alls=False)] == [None]
