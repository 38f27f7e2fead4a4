"""The history: its differences, and every way back."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from posthouse_server.paths import DataFolder
from posthouse_server.settings import Settings, set_paths
from posthouse_server.store import Store
from posthouse_server.store.directory import DirectoryError, MailboxKind, properties_of
from posthouse_server.store.history import HistoryError
from posthouse_server.store.outlook import outlook

WHO = "anna@desk (console)"


def _change(store: Store, **changes: Any) -> int:
    return store.settings.change(lambda old: set_paths(old, {f"smtp.{path}": value for path, value in changes.items()}),
                                 WHO).number


def _directory(store: Store) -> tuple[Any, ...]:
    return (store.directory.list_post_offices(), store.directory.list_domains(), store.directory.list_mailboxes(),
            [store.directory.credentials(row.login) for row in store.directory.list_mailboxes()])


def _state(store: Store) -> tuple[Any, ...]:
    return store.settings.load().settings, *map(sorted_by_text, _directory(store))


def sorted_by_text(rows: Any) -> list[str]:
    return sorted(map(str, rows))


def test_a_difference_speaks_the_words_of_the_dialogs(store: Store) -> None:
    number = _change(store, **{"relay.allow_local_sender_addresses": True})
    assert [str(line) for line in store.history.difference(number)] == ["Allow relay for local sender addresses: off → on"]
    number = _change(store, **{"relay.privileged_ip_ranges": [{"range": "10.0.4.17", "note": "scanner"}]})
    assert [str(line) for line in store.history.difference(number)] == ["Privileged IPs: added 10.0.4.17 (scanner)"]
    store.directory.add_domain("example.com", WHO)
    assert [str(line) for line in store.history.difference(number + 1)] == [
        "Post office example.com: added", "Domain example.com: added in post office example.com"]


def test_a_password_is_never_shown(store: Store) -> None:
    store.directory.add_domain("example.com", WHO)
    store.directory.add_mailbox("john@example.com", "secret", WHO)
    store.directory.set_password("john@example.com", "other", WHO)
    number = store.settings.newest_number()
    text = "\n".join(str(line) for revision in range(1, number + 1) for line in store.history.difference(revision))
    assert "argon2" not in text
    assert "Mailbox john@example.com: password: (another) → (new)" in text


def test_revisions_are_found_by_words(store: Store) -> None:
    _change(store, **{"relay.enabled": False})
    store.directory.add_domain("example.com", WHO)
    assert [row.kind for row in store.history.list("example.com added")] == ["directory"]
    assert [row.number for row in store.history.list("relay.enabled anna")] == [2]
    assert [row.number for row in store.history.list("enable mail relay")] == [2]
    assert store.history.list("nothing like that") == []


def test_one_change_is_taken_back_and_the_others_stay(store: Store) -> None:
    first = _change(store, **{"relay.allow_local_sender_addresses": True})
    _change(store, **{"inbound.max_connections": 7})
    made = store.history.revert(first, WHO, "a mistake")
    after = store.settings.load().settings.smtp
    assert not after.relay.allow_local_sender_addresses
    assert after.inbound.max_connections == 7
    assert made.summary.startswith(f"Revision {first} reverted: ")
    assert made.comment == "a mistake"
    with pytest.raises(HistoryError, match=f"Nothing of revision {first} is left"):
        store.history.revert(first, WHO)


@pytest.mark.parametrize("number", [0, 99])
def test_a_revision_that_is_not_there(store: Store, number: int) -> None:
    with pytest.raises(HistoryError, match=f"There is no revision {number}"):
        store.history.revert(number, WHO)


def test_the_first_revision_has_nothing_before_it(store: Store) -> None:
    with pytest.raises(HistoryError, match="the first one"):
        store.history.revert(1, WHO)


def test_a_removed_mailbox_comes_back_with_its_password(store: Store) -> None:
    store.directory.add_domain("example.com", WHO)
    store.directory.add_mailbox("john@example.com", "secret", WHO, MailboxKind.ADMIN)
    store.directory.set_catch_all("example.com", "john@example.com", WHO)
    before = _directory(store)
    store.directory.remove_mailbox("john@example.com", WHO)
    store.history.revert(store.settings.newest_number(), WHO)
    assert _directory(store) == before


def test_what_was_changed_since_is_not_overwritten(store: Store) -> None:
    store.directory.add_domain("example.com", WHO)
    added = store.settings.newest_number()
    store.directory.add_mailbox("john@example.com", "secret", WHO)
    before = _state(store)
    with pytest.raises(HistoryError, match=r"has addresses since then.*Nothing was changed"):
        store.history.revert(added, WHO)
    assert _state(store) == before


def _steps(store: Store, step: tuple[str, int]) -> None:
    kind, number = step
    name, domain = f"box{number % 3}", f"d{number % 2}.example"
    match kind:
        case "setting":
            _change(store, **{"inbound.max_connections": number + 1})
        case "range":
            kept = [item.model_dump(mode="json") for item in store.settings.load().settings.smtp.relay.privileged_ip_ranges]
            _change(store, **{"relay.privileged_ip_ranges": [*kept[-2:], {"range": f"10.0.{number}.0/24"}]})
        case "domain":
            store.directory.add_domain(domain, WHO, "d0.example" if number % 3 else "")
        case "undomain":
            store.directory.remove_domain(domain, WHO)
        case "box":
            store.directory.add_mailbox(f"{name}@{domain}", "secret", WHO)
        case "unbox":
            store.directory.remove_mailbox(f"{name}@{domain}", WHO)
        case "able":
            store.directory.set_enabled(f"{name}@{domain}", bool(number % 2), WHO)
        case _:
            store.directory.set_catch_all(domain, f"{name}@{domain}" if number % 2 else None, WHO)


KINDS = ["setting", "range", "domain", "undomain", "box", "unbox", "able", "catch"]
STEPS = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 11)), min_size=1, max_size=14)


@given(steps=STEPS, position=st.integers(0, 13))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_going_back_brings_the_very_state_of_then(tmp_path_factory: Any, steps: list[tuple[str, int]], position: int) -> None:
    with Store(DataFolder(tmp_path_factory.mktemp("data"))) as store:
        states = {store.settings.newest_number(): _state(store)}
        for step in [("domain", 0), ("box", 0), *steps]:
            try:
                _steps(store, step)
            except DirectoryError:
                continue
            states[store.settings.newest_number()] = _state(store)
        number = sorted(states)[position % len(states)]
        if states[number] != _state(store):
            store.history.go_back(number, WHO)
        assert store.settings.load().settings == store.history.settings_at(number)
        assert _state(store) == states[number]
        assert store.history.verify().ok


@given(steps=STEPS)
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_reverting_at_once_brings_back_what_was(tmp_path_factory: Any, steps: list[tuple[str, int]]) -> None:
    with Store(DataFolder(tmp_path_factory.mktemp("data"))) as store:
        for step in [("domain", 0), ("box", 0), *steps]:
            before, newest = _state(store), store.settings.newest_number()
            try:
                _steps(store, step)
            except DirectoryError:
                continue
            made = store.settings.newest_number()
            changed = _state(store)
            if made == newest or changed == before:
                continue
            reverted = store.history.revert(made, WHO)
            assert _state(store) == before
            store.history.revert(reverted.number, WHO)
            assert _state(store) == changed
        assert store.history.verify().ok


def test_what_was_changed_again_since_stays(store: Store) -> None:
    first = _change(store, **{"inbound.max_connections": 7, "relay.allow_local_sender_addresses": True})
    _change(store, **{"inbound.max_connections": 8})
    store.history.revert(first, WHO)
    after = store.settings.load().settings.smtp
    assert (after.inbound.max_connections, after.relay.allow_local_sender_addresses) == (8, False)
    with pytest.raises(HistoryError, match="changed again since"):
        store.history.revert(first, WHO)


def test_a_plan_is_not_carried_out_on_another_state(store: Store) -> None:
    number = _change(store, **{"inbound.max_connections": 7})
    plan = store.history.plan_revert(number)
    store.directory.add_domain("example.com", "berta@desk (console)")
    with pytest.raises(HistoryError, match=r"Meanwhile berta@desk \(console\) has made revision 3; nothing was changed"):
        store.history.carry_out(plan, WHO)
    assert store.settings.load().settings.smtp.inbound.max_connections == 7
    made = store.history.carry_out(store.history.plan_revert(number), WHO, "now")
    assert (made.number, made.comment) == (4, "now")
    assert store.settings.load().settings == Settings()


def test_what_a_plan_would_do_to_the_directory_is_only_looked_at(store: Store) -> None:
    store.directory.add_domain("example.com", WHO)
    before, number = _state(store), store.settings.newest_number()
    found = outlook(store, 1, is_revert=False)
    assert found.directory is not None
    assert not found.directory.is_local_domain("example.com")
    assert (_state(store), store.settings.newest_number()) == (before, number)


def test_what_an_older_version_recorded_of_the_directory_is_shown_but_not_taken_back(
        store: Store, folder: DataFolder) -> None:
    store.directory.add_domain("example.com", WHO)
    with closing(sqlite3.connect(folder.settings_db)) as connection, connection:
        connection.execute("UPDATE revisions SET change = NULL WHERE id = 2")
    assert [str(line) for line in store.history.difference(2)] == ["Domain example.com added to post office example.com"]
    for act in (lambda: store.history.revert(2, WHO), lambda: store.history.go_back(1, WHO)):
        with pytest.raises(HistoryError, match="Revision 2 was made by a version that did not keep enough to take it back"):
            act()


def test_there_is_no_way_back_to_settings_that_were_never_in_force(store: Store, folder: DataFolder) -> None:
    first, second = _change(store, **{"relay.enabled": False}), _change(store, **{"relay.enabled": True})
    with closing(sqlite3.connect(folder.settings_db)) as connection, connection:
        connection.execute("UPDATE revisions SET document = '{}x' WHERE id = ?", (first,))
    before = store.settings.newest_number()
    with pytest.raises(HistoryError, match=f"Revision {first} holds no valid settings: "):
        store.history.go_back(first, WHO)
    assert store.settings.newest_number() == before == second


def test_an_older_store_is_chained_as_it_is_migrated(folder: DataFolder) -> None:
    with Store(folder) as store:
        _change(store, **{"relay.enabled": False})
    with closing(sqlite3.connect(folder.settings_db)) as connection, connection:
        for statement in ("ALTER TABLE revisions DROP COLUMN digest", "ALTER TABLE revisions DROP COLUMN change",
                          "DROP TABLE trials", "DROP TABLE work_orders", "DROP TABLE group_members", "DROP TABLE groups",
                          *(f"ALTER TABLE mailboxes DROP COLUMN {name}" for name in (
                              "friendly_name", "redirection", "redirect_to", "quota_kb")),
                          "ALTER TABLE domains DROP COLUMN unknown_recipients",
                          "UPDATE alembic_version SET version_num = '0002'"):
            connection.execute(statement)
    with Store(folder) as store:
        assert store.history.verify().ok
        _change(store, **{"relay.enabled": True})
        assert store.history.verify().checked == 3
        assert all(len(revision.digest) == 64 for revision in store.history.list())


def test_what_came_to_a_mailbox_or_a_domain_since_is_not_lost_with_it(store: Store) -> None:
    directory = store.directory
    directory.add_domain("home.test", WHO)
    domain = store.settings.newest_number()
    directory.add_group("all@home.test", WHO, members=["x@away.test"])
    directory.add_mailbox("john@home.test", "secret", WHO)
    mailbox = store.settings.newest_number()
    directory.set_catch_all("home.test", "john@home.test", WHO)
    with pytest.raises(HistoryError, match=r"catch-all of home\.test since then"):
        store.history.revert(mailbox, WHO)
    row = directory.mailbox("john@home.test")
    directory.set_mailbox("john@home.test", replace(properties_of(row), addresses=(*row.addresses, "j@home.test")), WHO)
    with pytest.raises(HistoryError, match=r"has addresses since then \(j@home\.test\)"):
        store.history.revert(mailbox, WHO)
    store.history.go_back(domain + 1, WHO)
    with pytest.raises(HistoryError, match=r"has addresses since then \(all@home\.test\)"):
        store.history.revert(domain, WHO)
    assert [group.address for group in directory.list_groups()] == ["all@home.test"]
    store.history.go_back(domain - 1, WHO)
    assert directory.list_domains() == []


def test_the_summary_of_a_great_change_stays_short(store: Store) -> None:
    directory = store.directory
    directory.add_domain("home.test", WHO)
    directory.add_group("all@home.test", WHO, members=[f"member{number:04}@away.test" for number in range(2000)])
    directory.add_members("all@home.test", ["one@away.test"], WHO)
    assert store.history.list()[0].summary == "Group all@home.test: member one@away.test added"
    directory.set_group("all@home.test", "", ["one@away.test"], WHO)
    assert len(store.history.list()[0].summary) < 3000
    assert store.history.list()[0].summary.endswith("and 1970 more")
    store.history.revert(store.settings.newest_number(), WHO)
    assert len(store.history.list()[0].summary) < 3000
