"""Settings revisions: nothing is lost, nothing is merged silently, and bad ones don't take effect."""

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing

import pytest

from posthouse_server.paths import DataFolder
from posthouse_server.settings import Settings, set_paths
from posthouse_server.store import Revision, StaleRevisionError, Store, StoreError
from posthouse_server.store.settings_store import DesiredState

ROUNDS = 10


def _with_port(port: int) -> Settings:
    return set_paths(Settings(), {"smtp.outbound.port": port})


def _edit(folder: DataFolder, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(folder.settings_db)) as connection:
        connection.execute(statement, values)
        connection.commit()


def test_a_new_store_holds_the_installed_defaults(store: Store) -> None:
    loaded = store.settings.load()
    assert (loaded.settings, loaded.fault) == (Settings(), "")
    assert loaded.revision == loaded.newest
    assert (loaded.revision.number, loaded.revision.summary) == (1, "Installed defaults")


def test_a_save_is_a_revision(store: Store) -> None:
    changed = set_paths(_with_port(26), {"smtp.relay.enabled": False, "smtp.delivery.retry_minutes": [1, 2]})
    revision = store.settings.save(changed, 1, "ann", "because")
    assert revision == store.settings.load().revision == store.settings.history()[0]
    assert (revision.number, revision.author, revision.comment) == (2, "ann", "because")
    assert revision.summary.split("; ") == ["smtp.outbound.port: 25 → 26", "smtp.relay.enabled: on → off",
                                            "smtp.delivery.retry_minutes: 15, 30, 60, 240 → 1, 2"]
    assert revision.created_at.tzinfo is not None
    assert store.settings.load().settings == changed


def test_a_stale_save_is_refused_and_names_the_other(store: Store) -> None:
    store.settings.save(_with_port(26), 1, "ann")
    with pytest.raises(StaleRevisionError,
                       match=r"changed by ann .*revision 2: smtp\.outbound\.port: 25 → 26\)\. Nothing") as caught:
        store.settings.save(_with_port(27), 1, "bob")
    assert caught.value.newest.number == 2
    assert store.settings.load().settings == _with_port(26)


def test_a_change_of_the_directory_makes_no_save_stale(store: Store) -> None:
    store.directory.add_domain("home.test", "ann")
    assert store.settings.newest_number() == 2
    assert store.settings.load().newest.number == 1
    assert store.settings.save(_with_port(26), 1, "bob").number == 3


def test_of_two_simultaneous_saves_one_wins(folder: DataFolder) -> None:
    wins: list[Revision] = []
    losses: list[StaleRevisionError] = []
    barrier = threading.Barrier(2, timeout=10)

    def save(author: str) -> None:
        with Store(folder) as store:
            for round_ in range(ROUNDS):
                base = store.settings.load().newest.number
                barrier.wait()
                try:
                    wins.append(store.settings.save(_with_port(1000 + round_), base, author))
                except StaleRevisionError as error:
                    losses.append(error)
                barrier.wait()

    threads = [threading.Thread(target=save, args=(author,)) for author in ("ann", "bob")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(revision.number for revision in wins) == list(range(2, 2 + ROUNDS))
    assert len(losses) == ROUNDS


COUNT_UP = """
import sys
from pathlib import Path
from posthouse_server.paths import DataFolder
from posthouse_server.settings import set_paths
from posthouse_server.store import Store
def one_more(settings):
    return set_paths(settings, {"smtp.inbound.max_connections": settings.smtp.inbound.max_connections + 1})
with Store(DataFolder(Path(sys.argv[1]))) as store:
    for _ in range(int(sys.argv[2])):
        store.settings.change(one_more, "a program")
"""


def test_changes_of_two_programs_are_never_lost_and_the_feed_sees_them(store: Store) -> None:
    with store.watch_settings() as feed:
        programs = [subprocess.Popen([sys.executable, "-c", COUNT_UP, str(store.folder.root), str(ROUNDS)],
                                     stderr=subprocess.PIPE)
                    for _ in range(2)]
        assert [(program.communicate(timeout=60)[1], program.returncode) for program in programs] == [(b"", 0)] * 2
        assert feed.has_changed()
        assert not feed.has_changed()
    assert store.settings.load().settings.smtp.inbound.max_connections == 1000 + 2 * ROUNDS
    assert store.settings.newest_number() == 1 + 2 * ROUNDS


def test_a_change_of_nothing_is_no_revision(store: Store) -> None:
    assert store.settings.change(lambda settings: settings, "ann").number == 1


@pytest.mark.parametrize("document", ["", "{", "null", '{"smtp": {"outbound": {"port": 0}}}', '{"smtp": {"unknown": 1}}', None])
def test_a_bad_revision_leaves_the_one_before_in_force(document: str | None, store: Store) -> None:
    store.settings.save(_with_port(26), 1, "ann")
    store.settings.save(_with_port(27), 2, "bob")
    _edit(store.folder, "UPDATE revisions SET document = ? WHERE id = 3", document)
    loaded = store.settings.load()
    assert loaded.settings == _with_port(26)
    assert (loaded.revision.number, loaded.newest.number) == (2, 3)
    assert loaded.fault.startswith("Revision 3 by bob is not valid: ")
    assert store.settings.save(_with_port(28), 3, "ann").number == 4
    assert store.settings.load().fault == ""


def test_a_change_heals_a_bad_revision(store: Store) -> None:
    store.settings.save(_with_port(26), 1, "ann")
    _edit(store.folder, "UPDATE revisions SET document = 'x' WHERE id = 2")
    assert store.settings.change(lambda settings: settings, "ann").number == 3
    assert (store.settings.load().settings, store.settings.load().fault) == (Settings(), "")


def test_a_store_without_valid_settings_gives_a_sentence(store: Store) -> None:
    _edit(store.folder, "UPDATE revisions SET document = 'x'")
    with pytest.raises(StoreError, match="Revision 1 by Posthouse is not valid"):
        store.settings.load()
    _edit(store.folder, "DELETE FROM revisions")
    with pytest.raises(StoreError, match="holds no settings"):
        store.settings.load()
    with pytest.raises(StoreError, match="holds no settings"):
        store.settings.save(Settings(), 1, "ann")


def test_text_that_is_no_unicode_gives_a_sentence(store: Store) -> None:
    with pytest.raises(StoreError, match="could not be written"):
        store.settings.save(_with_port(26), 1, "ann", "\udcff")
    assert store.settings.newest_number() == 1


def test_revision_numbers_are_never_used_again(store: Store) -> None:
    store.settings.save(_with_port(26), 1, "ann")
    _edit(store.folder, "DELETE FROM revisions WHERE id = 2")
    assert store.settings.save(_with_port(27), 1, "ann").number == 3


def test_the_desired_state(store: Store) -> None:
    assert store.settings.desired_state() is None
    for serial, state in enumerate((DesiredState.RUNNING, DesiredState.STOPPED, DesiredState.STOPPED), 1):
        store.settings.request(state, "ann")
        assert store.settings.desired_state() == (state, serial)


def test_the_history_names_the_ranges_that_came_and_went(store: Store) -> None:
    ranges = "smtp.relay.privileged_ip_ranges"
    for entries in ([{"range": "10.0.4.17", "note": "scanner"}, {"range": "10.0.9.*"}], [{"range": "10.0.9.*"}]):
        store.settings.change(lambda settings, entries=entries: set_paths(settings, {ranges: entries}), "me")  # type: ignore[misc]
    assert [revision.summary for revision in store.settings.history(2)] == [
        f"{ranges}: removed 10.0.4.17 (scanner)", f"{ranges}: added 10.0.4.17 (scanner), 10.0.9.*"]


def test_settings_are_parsed_when_they_have_changed(store: Store) -> None:
    first = store.settings.load().settings
    store.directory.add_domain("home.test", "ann")
    assert store.settings.load().settings is first
    store.settings.change(lambda settings: set_paths(settings, {"smtp.relay.enabled": False}), "ann")
    second = store.settings.load().settings
    assert not second.smtp.relay.enabled
    assert store.settings.load().settings is second
