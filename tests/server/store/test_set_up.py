"""The set-up in one transaction: everything or nothing."""

from __future__ import annotations

import pytest

from posthouse_server.settings import set_paths
from posthouse_server.store import StaleRevisionError, Store
from posthouse_server.store.directory import DirectoryError
from posthouse_server.store.set_up import SetUp

WHO = "anna@desk (console)"


def _wanted(store: Store, base: int = 1, domain: str = "example.com", mailbox: str = "scanner@example.com") -> SetUp:
    settings = set_paths(store.settings.load().settings, {"smtp.inbound.listeners": [{"address": "0.0.0.0", "port": 25}]})
    return SetUp(settings, base, domain, mailbox, "a long secret")


def test_everything_is_there_afterwards_in_one_revision_of_each_kind(store: Store) -> None:
    made = store.set_up.save(_wanted(store), WHO, "set up")
    assert [(item.number, item.kind, item.comment) for item in store.settings.history()] == [
        (3, "settings", "set up"), (2, "directory", "set up"), (1, "settings", "")]
    assert made.number == 3
    assert [row.addresses for row in store.directory.list_mailboxes()] == [("scanner@example.com",)]
    assert [row.post_office for row in store.directory.list_domains()] == ["example.com"]
    assert store.directory.credentials("scanner@example.com") is not None
    assert store.settings.load().settings.smtp.inbound.listeners[0].port == 25
    assert store.history.verify().ok


def test_a_stale_base_saves_nothing(store: Store) -> None:
    wanted = _wanted(store)
    store.settings.change(lambda old: set_paths(old, {"smtp.relay.enabled": False}), "somebody")
    with pytest.raises(StaleRevisionError, match="somebody"):
        store.set_up.save(wanted, WHO)
    assert store.settings.newest_number() == 2
    assert not store.directory.list_domains()


@pytest.mark.parametrize(("domain", "mailbox"), [
    ("example.com", "scanner@elsewhere.example"), ("example.com", "con@example.com"), ("taken.example", "scanner@example.com"),
    ("taken.example", ""), ("not a domain", ""),
])
def test_what_the_directory_refuses_saves_nothing(store: Store, domain: str, mailbox: str) -> None:
    store.directory.add_domain("taken.example", "test")
    with pytest.raises(DirectoryError):
        store.set_up.save(_wanted(store, domain=domain, mailbox=mailbox), WHO)
    assert [row.name for row in store.directory.list_domains()] == ["taken.example"]
    assert not store.directory.list_mailboxes()
    assert [item.kind for item in store.settings.history()] == ["directory", "settings"]


def test_what_is_there_already_stays(store: Store) -> None:
    store.directory.add_domain("example.com", "test")
    store.directory.add_domain("example.org", "test", "example.com")
    store.set_up.save(_wanted(store, domain="", mailbox="scanner@example.org"), WHO)
    assert [(row.login, row.addresses) for row in store.directory.list_mailboxes()] == [
        ("scanner@example.com", ("scanner@example.com", "scanner@example.org"))]


def test_it_can_be_reverted_like_any_change(store: Store) -> None:
    store.set_up.save(_wanted(store), WHO)
    history = store.history
    history.carry_out(history.plan_go_back(1), WHO, "")
    assert not store.directory.list_domains()
    assert store.settings.load().settings.smtp.inbound.listeners[0].port == 2525


def test_an_empty_password_is_refused(store: Store) -> None:
    wanted = SetUp(store.settings.load().settings, 1, "example.com", "scanner@example.com", "")
    with pytest.raises(DirectoryError, match="needs a password"):
        store.set_up.save(wanted, WHO)
    assert store.settings.newest_number() == 1


def test_nothing_to_do_adds_no_revision(store: Store) -> None:
    assert store.set_up.save(SetUp(store.settings.load().settings, 1), WHO).number == 1
    assert store.settings.newest_number() == 1
