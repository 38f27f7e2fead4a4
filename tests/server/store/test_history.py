"""The history: its chain, its differences, and every way back."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from posthouse_server.paths import DataFolder
from posthouse_server.settings import Settings, set_paths
from posthouse_server.store import Store, StoreError
from posthouse_server.store.clock import now
from posthouse_server.store.directory import DirectoryError, MailboxKind
from posthouse_server.store.history import HistoryError
from posthouse_server.store.trials import TrialError

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
        "Post office example.com: added there", "Domain example.com: added in example.com"]


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
    with pytest.raises(HistoryError, match="Nothing would change"):
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
        assert _state(store) == states[number]
        assert store.history.verify().ok


@pytest.mark.parametrize("column", ["kind", "document", "change", "summary", "author", "comment", "created_at", "digest"])
@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_an_edit_of_any_revision_is_found(store: Store, folder: DataFolder, column: str, number: int) -> None:
    _change(store, **{"relay.enabled": False})
    store.directory.add_domain("example.com", WHO)
    _change(store, **{"relay.enabled": True})
    assert store.history.verify().ok
    value = 1.0 if column == "created_at" else "x"
    with closing(sqlite3.connect(folder.settings_db)) as connection, connection:
        connection.execute(f"UPDATE revisions SET {column} = ? WHERE id = ?", (value, number))
    found = store.history.verify()
    assert not found.ok
    assert found.sentence.startswith(f"Revision {number} ")


@pytest.mark.parametrize(("number", "words"), [(1, "Revision 1 is missing"), (2, "Revision 2 is missing"), (3, "cut off")])
def test_a_removed_revision_is_found(store: Store, folder: DataFolder, number: int, words: str) -> None:
    _change(store, **{"relay.enabled": False})
    _change(store, **{"relay.enabled": True})
    with closing(sqlite3.connect(folder.settings_db)) as connection, connection:
        connection.execute("DELETE FROM revisions WHERE id = ?", (number,))
    assert words in store.history.verify().sentence


def test_a_trial_is_taken_back_and_what_came_later_stays(store: Store) -> None:
    base = store.settings.load()
    wanted = set_paths(base.settings, {"smtp.relay.allow_local_sender_addresses": True})
    saved = store.settings.save(wanted, base.newest.number, WHO, trial_minutes=10)
    trial = store.trials.current()
    assert trial is not None
    assert (trial.revision, trial.restores) == (saved.number, base.newest.number)
    with pytest.raises(TrialError, match="is on trial until"):
        store.settings.save(Settings(), saved.number, WHO, trial_minutes=2)
    _change(store, **{"inbound.max_connections": 7})
    assert store.trials.expire(now()) is None
    restored = store.trials.expire(now() + timedelta(minutes=11))
    assert restored is not None
    assert restored.author == "server"
    after = store.settings.load().settings.smtp
    assert (after.relay.allow_local_sender_addresses, after.inbound.max_connections) == (False, 7)
    assert store.trials.current() is None


def test_a_trial_that_is_confirmed_stays(store: Store) -> None:
    store.settings.change(lambda old: set_paths(old, {"smtp.relay.enabled": False}), WHO, trial_minutes=2)
    store.trials.confirm(WHO)
    assert store.trials.expire(now() + timedelta(hours=1)) is None
    assert not store.settings.load().settings.smtp.relay.enabled
    with pytest.raises(StoreError, match="No change is on trial"):
        store.trials.take_back(WHO)


def test_an_older_store_is_chained_as_it_is_migrated(folder: DataFolder) -> None:
    with Store(folder) as store:
        _change(store, **{"relay.enabled": False})
    with closing(sqlite3.connect(folder.settings_db)) as connection, connection:
        for statement in ("ALTER TABLE revisions DROP COLUMN digest", "ALTER TABLE revisions DROP COLUMN change",
                          "DROP TABLE trials", "DROP TABLE work_orders", "UPDATE alembic_version SET version_num = '0002'"):
            connection.execute(statement)
    with Store(folder) as store:
        assert store.history.verify().ok
        _change(store, **{"relay.enabled": True})
        assert store.history.verify().checked == 3
        assert all(len(revision.digest) == 64 for revision in store.history.list())
