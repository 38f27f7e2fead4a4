"""Making, migrating and refusing databases."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import filelock
import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from posthouse_server.paths import DataFolder
from posthouse_server.store import Store, StoreError, StoreTooNewError, schema
from posthouse_server.store.engine import Database

HEAD = schema.HEADS["settings"]
NEXT = '''
import sqlalchemy as sa
from alembic import op
revision = "0999"
down_revision = "{head}"
def upgrade() -> None:
    op.add_column("revisions", sa.Column("mood", sa.Text(), nullable=True))
    {more}
'''


@contextmanager
def _raw(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as connection:
        yield connection
        connection.commit()


@pytest.mark.parametrize("name", ["settings", "spool", "traffic"])
def test_the_migrations_make_the_tables(name: str, folder: DataFolder) -> None:
    database = Database(folder.root / f"{name}.db", synchronous="FULL")
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, schema.METADATA[name]) == []
    database.dispose()
    config = Config()
    config.set_main_option("script_location", str(schema._MIGRATIONS / name).replace("%", "%%"))
    assert ScriptDirectory.from_config(config).get_heads() == [schema.HEADS[name]]


@pytest.mark.parametrize("name", ["a b", "100%d", "what?x=1", "hash#tag", "Büro", "it's"])
def test_any_folder_name_will_do(name: str, tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / name)
    for _ in range(2):
        with Store(folder) as store:
            assert store.settings.load().revision.number == 1
    assert folder.settings_db.exists()


@pytest.mark.parametrize("name", ["settings", "spool", "traffic"])
def test_a_newer_database_is_refused(name: str, folder: DataFolder) -> None:
    path = folder.root / f"{name}.db"
    with _raw(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreTooNewError, match=r"newer version of Posthouse \(schema 9999") as caught:
        Store(folder)
    assert str(path) in str(caught.value)
    assert not folder.backups.exists()


def test_a_version_that_is_none_gives_a_sentence(folder: DataFolder) -> None:
    with _raw(folder.root / "spool.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = ''")
    with pytest.raises(StoreError, match=r"spool.db does not say by which version of Posthouse it was written \(schema ''\)"):
        Store(folder)
    assert not folder.backups.exists()


@pytest.mark.parametrize("name", ["settings", "spool", "traffic"])
def test_a_damaged_database_gives_a_sentence(name: str, folder: DataFolder) -> None:
    path = folder.root / f"{name}.db"
    path.write_bytes(b"no database " * 1000)
    with pytest.raises(StoreError, match="not a database") as caught:
        Store(folder)
    assert str(path) in str(caught.value)


def test_a_file_in_the_way_gives_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x")
    with pytest.raises(StoreError, match="could not be made"):
        Store(DataFolder(tmp_path / "data"))


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A future version of this program, with one more migration of the settings database."""
    migrations = tmp_path / "migrations"
    shutil.copytree(schema._MIGRATIONS, migrations)
    script = migrations / "settings" / "versions" / "0999_next.py"
    script.write_text(NEXT.format(head=HEAD, more=""))
    monkeypatch.setattr(schema, "_MIGRATIONS", migrations)
    monkeypatch.setattr(schema, "HEADS", {**schema.HEADS, "settings": "0999"})
    return script


def _columns(path: Path) -> list[str]:
    with _raw(path) as connection:
        return [row[1] for row in connection.execute("PRAGMA table_info(revisions)")]


def test_an_older_database_is_migrated_after_a_backup(next_version: Path, folder: DataFolder) -> None:
    for _ in range(2):
        with Store(folder) as store:
            assert store.settings.load().revision.number == 1
    assert "mood" in _columns(folder.settings_db)
    (backup,) = folder.backups.iterdir()
    assert backup.name.startswith(f"settings-{HEAD}-")
    assert "mood" not in _columns(backup)
    with _raw(backup) as connection:
        assert connection.execute("SELECT count(*) FROM revisions").fetchone() == (1,)


def test_a_migration_that_fails_changes_nothing(next_version: Path, folder: DataFolder) -> None:
    next_version.write_text(NEXT.format(head=HEAD, more='op.execute("UPDATE nowhere SET x = 1")'))
    with pytest.raises(StoreError, match="no such table: nowhere"):
        Store(folder)
    assert "mood" not in _columns(folder.settings_db)
    with _raw(folder.settings_db) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)


def test_a_version_that_nobody_knows_gives_a_sentence(folder: DataFolder) -> None:
    with _raw(folder.settings_db) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000'")
    with pytest.raises(StoreError, match="could not be migrated"):
        Store(folder)


def test_nothing_is_migrated_under_a_running_server(next_version: Path, folder: DataFolder,
                                                    monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "_LOCK_TIMEOUT_S", 0.0)
    with filelock.FileLock(folder.lock):
        with pytest.raises(StoreError, match="a server of that version is running on it"):
            Store(folder)
        assert "mood" not in _columns(folder.settings_db)
        assert not folder.backups.exists()
        with Store(folder, is_server=True) as store:
            assert store.settings.load().revision.number == 1
        with Store(folder):
            assert "mood" in _columns(folder.settings_db)


def test_a_backup_that_fails_stops_the_migration(next_version: Path, folder: DataFolder) -> None:
    folder.backups.write_text("in the way")
    with pytest.raises(StoreError, match="could not be copied"):
        Store(folder)
    assert "mood" not in _columns(folder.settings_db)


def test_two_programs_can_make_one_folder_at_once(tmp_path: Path) -> None:
    code = ("import sys; from pathlib import Path; from posthouse_server.paths import DataFolder; "
            "from posthouse_server.store import Store; sys.stdin.read(1); Store(DataFolder(Path(sys.argv[1]))).close()")
    programs = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "data")], stdin=subprocess.PIPE,
                                 stderr=subprocess.PIPE)
                for _ in range(2)]
    for program in programs:
        assert program.stdin is not None
        program.stdin.write(b"x")
        program.stdin.flush()
    outcomes = [(program.communicate(timeout=30)[1], program.returncode) for program in programs]
    assert outcomes == [(b"", 0), (b"", 0)]
    with Store(DataFolder(tmp_path / "data")) as store:
        assert [revision.number for revision in store.settings.history()] == [1]


def test_many_threads_can_make_folders_at_once(tmp_path: Path) -> None:
    names = ["one", "one", "two", "two", "three"]
    with ThreadPoolExecutor(len(names)) as pool:
        stores = list(pool.map(lambda name: Store(DataFolder(tmp_path / name)), names))
    for store in stores:
        with store:
            assert len(store.settings.history()) == 1
