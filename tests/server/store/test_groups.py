"""Groups: one address to many, and what history makes of them."""

from __future__ import annotations

import pytest

from posthouse_server.policy.addresses import parse_address
from posthouse_server.store import Store, directory_view
from posthouse_server.store.directory import DirectoryError, DirectoryStore
from posthouse_server.store.history import HistoryError

WHO = "ann"


@pytest.fixture(autouse=True, params=[directory_view.IN_MEMORY, 0], ids=["small", "large"])
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """A directory that is copied into memory, and one that is asked row by row."""
    monkeypatch.setattr(directory_view, "IN_MEMORY", request.param)
    return int(request.param)


@pytest.fixture
def directory(store: Store) -> DirectoryStore:
    store.directory.add_domain("home.test", WHO)
    for name in ("john", "mary"):
        store.directory.add_mailbox(f"{name}@home.test", "secret", WHO)
    return store.directory


def test_a_group_is_local_and_never_a_sender(directory: DirectoryStore) -> None:
    added = directory.add_group("Sales@home.test", WHO, "Sales team", ["john@home.test", "x@Away.test", "john@home.test"])
    assert (added.address, added.post_office) == ("sales@home.test", "home.test")
    assert added.members == ("john@home.test", "x@away.test")
    assert directory.list_groups() == [added]
    view = directory.snapshot()
    found = view.find(parse_address("SALES@home.test"))
    assert found is not None
    assert (found.is_group, found.forwards_to) == (True, added.members)
    assert sorted(view.enabled_addresses()) == ["john@home.test", "mary@home.test"]
    assert directory.credentials("sales@home.test") is None


def test_members_come_and_go_and_history_takes_it_back(store: Store, directory: DirectoryStore) -> None:
    directory.add_group("sales@home.test", WHO, members=["john@home.test"])
    added = store.settings.newest_number()
    directory.add_members("sales@home.test", ["mary@home.test"], WHO)
    assert [str(line) for line in store.history.difference(added + 1)] == [
        "Group sales@home.test: member mary@home.test: added"]
    directory.remove_members("sales@home.test", ["JOHN@home.test"], WHO)
    assert directory.list_groups()[0].members == ("mary@home.test",)
    directory.remove_group("sales@home.test", WHO)
    assert directory.list_groups() == []
    for number in (added + 3, added + 2, added + 1):
        store.history.revert(number, WHO)
    assert directory.list_groups()[0].members == ("john@home.test",)
    store.history.revert(added, WHO)
    assert directory.list_groups() == []


def test_a_domain_takes_its_groups_along_and_brings_them_back(store: Store, directory: DirectoryStore) -> None:
    directory.add_domain("second.test", WHO)
    group = directory.add_group("all@second.test", WHO, members=["john@home.test"])
    directory.remove_domain("second.test", WHO)
    assert directory.list_groups() == []
    store.history.revert(store.settings.newest_number(), WHO)
    assert directory.list_groups() == [group]


def test_an_address_is_a_mailbox_or_a_group_and_never_both(store: Store, directory: DirectoryStore) -> None:
    directory.add_group("sales@home.test", WHO)
    for refused in (lambda: directory.add_group("sales@home.test", WHO), lambda: directory.add_group("john@home.test", WHO),
                    lambda: directory.add_mailbox("sales@home.test", "secret", WHO)):
        with pytest.raises(DirectoryError):
            refused()
    directory.remove_group("sales@home.test", WHO)
    gone = store.settings.newest_number()
    directory.add_mailbox("sales@home.test", "secret", WHO)
    with pytest.raises(HistoryError, match="somebody else has that address since"):
        store.history.revert(gone, WHO)


@pytest.mark.parametrize(("address", "members"), [
    ("sales@away.test", []), ("sales", []), ("postmaster@home.test", []), ('"a%b"@home.test', []),
    ("sales@home.test", ["sales@home.test"]), ("sales@home.test", ["nobody@home.test"]), ("sales@home.test", ["x y"])])
def test_what_can_not_be_is_refused(address: str, members: list[str], directory: DirectoryStore) -> None:
    with pytest.raises(DirectoryError) as caught:
        directory.add_group(address, WHO, members=members)
    assert str(caught.value).endswith(".")
    assert directory.list_groups() == []
    directory.add_group("sales@home.test", WHO)
    with pytest.raises(DirectoryError, match="is not a member"):
        directory.remove_members("sales@home.test", ["x@away.test"], WHO)
