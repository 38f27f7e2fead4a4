"""The chain: whatever is done to the file behind the store's back is found, and a chain made anew by a noted digest."""

import sqlite3
from contextlib import closing
from typing import Any

import pytest

from posthouse_server.paths import DataFolder
from posthouse_server.settings import set_paths
from posthouse_server.store import Store, StoreError
from posthouse_server.store.chain import digest_of

WHO = "anna@desk (console)"
_COPY = ("INSERT INTO revisions ({id}kind, document, summary, author, comment, created_at, change, digest) "
         "SELECT {id_value}kind, document, summary, author, comment, created_at, change, digest FROM revisions WHERE id = 2")


def _change(store: Store, number: int) -> None:
    store.settings.change(lambda old: set_paths(old, {"smtp.inbound.max_connections": number}), WHO)


@pytest.fixture
def filled(store: Store) -> Store:
    _change(store, 7)
    store.directory.add_domain("example.com", WHO)
    _change(store, 8)
    assert store.history.verify().ok
    return store


def _tamper(folder: DataFolder, *statements: str, values: tuple[Any, ...] = ()) -> None:
    with closing(sqlite3.connect(folder.settings_db)) as connection, connection:
        for statement in statements:
            connection.execute(statement, values)


@pytest.mark.parametrize("column", ["kind", "document", "change", "summary", "author", "comment", "created_at", "digest"])
@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_an_edit_of_any_revision_is_found(filled: Store, folder: DataFolder, column: str, number: int) -> None:
    value = 1.0 if column == "created_at" else "x"
    _tamper(folder, f"UPDATE revisions SET {column} = ? WHERE id = {number}", values=(value,))
    found = filled.history.verify()
    assert not found.ok
    assert found.sentence.startswith(f"Revision {number} ")
    assert found.digest == "", "there is nothing to note of a history that is not whole"


@pytest.mark.parametrize(("column", "value"), [
    ("created_at", "'soon'"), ("created_at", "1e300"), ("comment", "x'ff'"), ("summary", "CAST(x'ff' AS TEXT)")])
def test_what_no_version_writes_is_found_and_named(filled: Store, folder: DataFolder, column: str, value: str) -> None:
    _tamper(folder, f"UPDATE revisions SET {column} = {value} WHERE id = 3")
    found = filled.history.verify()
    assert not found.ok
    assert found.sentence.startswith("Revision 3 ")
    assert "altered later" in found.sentence


def test_a_time_that_is_none_is_a_sentence_for_whoever_reads_it(filled: Store, folder: DataFolder) -> None:
    _tamper(folder, "UPDATE revisions SET created_at = 'soon' WHERE id = 3")
    with pytest.raises(StoreError, match="'soon' is no time"):
        filled.history.list()


@pytest.mark.parametrize(("number", "words"), [
    (1, "Revision 1 is missing"), (2, "Revision 2 is missing"), (4, "cut off: revision 4 is missing")])
def test_a_removed_revision_is_found(filled: Store, folder: DataFolder, number: int, words: str) -> None:
    _tamper(folder, f"DELETE FROM revisions WHERE id = {number}")
    assert words in filled.history.verify().sentence


@pytest.mark.parametrize(("statements", "words"), [
    (("UPDATE revisions SET id = 9 WHERE id = 2",), "Revision 2 is missing"),
    (("UPDATE revisions SET id = 9 WHERE id = 4",), "Revision 4 is missing"),
    (("UPDATE revisions SET id = 9 WHERE id = 2", "UPDATE revisions SET id = 2 WHERE id = 3",
      "UPDATE revisions SET id = 3 WHERE id = 9"), "Revision 2 ("),
    (("DELETE FROM revisions WHERE id = 2", "UPDATE revisions SET id = id - 1 WHERE id > 2"), "Revision 2 (")])
def test_an_edited_number_is_found(filled: Store, folder: DataFolder, statements: tuple[str, ...], words: str) -> None:
    _tamper(folder, *statements)
    found = filled.history.verify()
    assert not found.ok
    assert words in found.sentence


@pytest.mark.parametrize(("statement", "words"), [
    (_COPY.format(id="", id_value=""), "Revision 5 ("),
    (_COPY.format(id="id, ", id_value="0, "), "Revision 1 is missing"),
    (_COPY.format(id="id, ", id_value="-1, "), "Revision 1 is missing"),
    (_COPY.format(id="id, ", id_value="9, "), "Revision 5 is missing")])
def test_an_inserted_revision_is_found(filled: Store, folder: DataFolder, statement: str, words: str) -> None:
    _tamper(folder, statement)
    found = filled.history.verify()
    assert not found.ok
    assert words in found.sentence


def test_a_confirmation_is_in_the_chain(store: Store, folder: DataFolder) -> None:
    store.settings.change(lambda old: set_paths(old, {"smtp.relay.enabled": False}), WHO, trial_minutes=2)
    made = store.trials.confirm(WHO)
    assert store.history.verify().ok
    _tamper(folder, f"UPDATE revisions SET author = 'berta' WHERE id = {made.number}")
    assert store.history.verify().sentence.startswith(f"Revision {made.number} ")


def test_a_revision_without_a_time_is_found(filled: Store, folder: DataFolder) -> None:
    _tamper(folder, "PRAGMA writable_schema=ON",
            "UPDATE sqlite_master SET sql = replace(sql, 'created_at FLOAT NOT NULL', 'created_at FLOAT')")
    _tamper(folder, "UPDATE revisions SET created_at = NULL WHERE id = 3")
    with Store(folder) as store:
        assert store.history.verify().sentence == "Revision 3 was altered later: it can't be read any more."


def test_a_noted_digest_stays_in_the_history(filled: Store) -> None:
    noted = filled.history.verify()
    assert len(noted.digest) == 64
    assert noted.digest == filled.history.list()[0].digest
    _change(filled, 9)
    found = filled.history.verify(noted.digest)
    assert (found.ok, found.noted_at) == (True, 4)
    assert found.sentence.endswith("Revision 4 has the digest that was noted; 1 came after it.")


def test_a_chain_that_was_made_anew_is_told_by_the_noted_digest(filled: Store, folder: DataFolder) -> None:
    noted = filled.history.verify().digest
    _tamper(folder, "UPDATE revisions SET author = 'berta' WHERE id = 2")
    previous = ""
    for revision in reversed(filled.history.list()):
        with filled.history._database.write() as connection:
            row = connection.exec_driver_sql("SELECT * FROM revisions WHERE id = ?", (revision.number,)).one()
            previous = digest_of(previous, _Row(row, revision.created_at))
            connection.exec_driver_sql("UPDATE revisions SET digest = ? WHERE id = ?", (previous, revision.number))
    assert filled.history.verify().ok, "the chain has no key, so whoever can write the file can make it anew"
    found = filled.history.verify(noted)
    assert not found.ok
    assert f"none has the digest {noted}" in found.sentence


class _Row:
    def __init__(self, row: Any, created_at: Any) -> None:
        self.__dict__.update(row._mapping)
        self.created_at = created_at
