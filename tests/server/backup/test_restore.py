"""Backup and restore: there and back, wrong passphrases, damaged and foreign files, and under a running server."""

import json
import random
import zipfile
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from harness.server_process import server_process
from posthouse_server.backup import making, sealing
from posthouse_server.backup.archive import opened
from posthouse_server.backup.making import look, make, restore, secret_names
from posthouse_server.backup.sealing import BackupError, PassphraseError, seal, unseal
from posthouse_server.paths import DataFolder
from posthouse_server.secrets import Secrets, SecretsError, smart_host_secret_name
from posthouse_server.settings import set_paths
from posthouse_server.store import Store, StoreError, directory_changes
from posthouse_server.store.backups import copy_opened
from posthouse_server.store.directory_queries import QUERIES
from posthouse_server.store.directory_states import States, all_states
from posthouse_server.store.way_back import HistoryError

WHO = "anna@desk (test)"
HOST = {"smtp.smart_host.enabled": True, "smtp.smart_host.host": "smtp.firm.net", "smtp.smart_host.username": "relay"}
NAME = smart_host_secret_name("smtp.firm.net", "relay")
PASSPHRASE = "correct horse"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seal quickly: the real cost is tested by itself."""
    monkeypatch.setattr(sealing, "_N", 2**4)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "monday.posthouse-backup"


def _directory(store: Store) -> States:
    with store._settings_db.read() as connection:
        found = all_states(connection)
        assert found == {(kind, key): directory_changes.state_of(connection, kind, key) for kind, key in found}
        return found


def _change(store: Store, paths: dict[str, Any]) -> None:
    store.settings.change(lambda old: set_paths(old, paths), WHO)


def _state(store: Store) -> tuple[object, States]:
    return store.settings.load().settings, _directory(store)


def test_every_kind_of_entry_is_known() -> None:
    assert tuple(QUERIES) == directory_changes._ORDER


def test_there_and_back(store: Store, file: Path) -> None:
    _change(store, {"smtp.inbound.max_connections": 7})
    before = _state(store)
    made = make(store, file)
    assert (made.revision, made.domains, made.mailboxes, made.has_secrets) == (store.settings.newest_number(), 1, 1, False)
    store.directory.add_domain("shop.example", WHO)
    store.directory.remove_mailbox("john@example.com", WHO)
    _change(store, {"smtp.inbound.max_connections": 9})
    after = _state(store)
    found = look(store, file)
    assert not found.plan.adopts_history
    assert found.plan.lines[0].label == "Maximum number of concurrent connections"
    assert _state(store) == after, "a look changes nothing"
    number = store.settings.newest_number()
    done = restore(store, file, found.plan.base, WHO, comment="that was too much")
    assert _state(store) == before
    assert done.revision.number == number + 2, "one for the directory and one for the settings: the history goes on"
    assert done.revision.comment == "that was too much"
    assert store.history.verify().ok
    assert look(store, done.safety).plan.changes, "what was there is kept"
    store.history.go_back(number, WHO)
    assert _state(store) == after, "and a restore can be reverted"
    assert not [path for path in store.folder.root.iterdir() if path.name.startswith(".backup")]


_NUMBERS = count()


def _do(store: Store, what: int, rng: random.Random) -> None:
    """Make some change of the directory or the settings."""
    boxes, domains = store.directory.list_mailboxes(), store.directory.list_domains()
    match what:
        case 0:
            store.directory.add_domain(f"d{next(_NUMBERS)}.example", WHO)
        case 1 if domains:
            store.directory.add_mailbox(f"m{next(_NUMBERS)}@{rng.choice(domains).name}", "secret", WHO)
        case 2 if boxes:
            store.directory.remove_mailbox(rng.choice(boxes).login, WHO)
        case 3 if boxes:
            store.directory.set_enabled(rng.choice(boxes).login, rng.random() < 0.5, WHO)
        case 4 if boxes:
            row = rng.choice(boxes)
            mine = [domain.name for domain in domains if domain.post_office == row.post_office]
            store.directory.set_catch_all(rng.choice(mine), rng.choice([row.login, None]), WHO) if mine else None
        case 5:
            _change(store, {"smtp.inbound.max_connections": rng.randrange(1, 50)})
        case 6 if domains:
            idle = [domain.name for domain in domains
                    if not any(box.post_office == domain.post_office for box in boxes)]
            store.directory.remove_domain(rng.choice(idle), WHO) if idle else None


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 6), max_size=6), st.lists(st.integers(0, 6), max_size=6), st.integers())
def test_any_state_comes_back_whole(store: Store, file: Path, monkeypatch: pytest.MonkeyPatch, first: list[int],
                                    later: list[int], seed: int) -> None:
    monkeypatch.setattr("posthouse_server.store.directory_rules.hashed", lambda password: f"hash of {password}")
    rng = random.Random(seed)
    for what in first:
        _do(store, what, rng)
    before = _state(store)
    make(store, file)
    for what in later:
        _do(store, what, rng)
    after, number = _state(store), store.settings.newest_number()
    restore(store, file, number, WHO)
    assert _state(store) == before
    assert store.history.verify().ok
    with Store(DataFolder(file.parent / f"new-{next(_NUMBERS)}")) as other:
        restore(other, file, 1, WHO)
        assert _state(other) == before, "on another computer too"
        assert other.history.verify().ok
    if before != after:
        store.history.go_back(number, WHO)
        assert _state(store) == after


def test_on_a_new_computer_the_history_comes_too(store: Store, file: Path, tmp_path: Path) -> None:
    _change(store, {"smtp.inbound.max_connections": 7})
    make(store, file)
    kept = store.history.list()
    with Store(DataFolder(tmp_path / "new")) as other:
        found = look(other, file)
        assert found.plan.adopts_history
        done = restore(other, file, 1, WHO)
        assert other.history.list()[1:] == kept
        assert done.revision.number == len(kept) + 1
        assert done.revision.summary.startswith("Restored from the backup of ")
        assert other.history.verify(kept[0].digest).ok
        other.history.go_back(3, WHO)
        _change(other, {"smtp.inbound.max_connections": 8})
    with Store(DataFolder(tmp_path / "old")) as older:
        older.directory.add_domain("own.example", WHO)
        assert not look(older, file).plan.adopts_history, "its own history goes on"


def test_our_history_may_be_the_beginning_of_theirs(store: Store, file: Path, tmp_path: Path) -> None:
    early = tmp_path / "early"
    make(store, early)
    _change(store, {"smtp.inbound.max_connections": 7})
    make(store, file)
    with Store(DataFolder(tmp_path / "new")) as other:
        restore(other, early, 1, WHO)
        number = other.settings.newest_number()
        assert not look(other, file).plan.adopts_history, "the record of the restore is not in it"
        restore(other, file, number, WHO)
        assert _state(other) == _state(store)


def test_an_address_of_another_mailbox_comes_back(store: Store, file: Path) -> None:
    make(store, file)
    store.directory.remove_mailbox("john@example.com", WHO)
    store.directory.add_mailbox("john@example.com", "another", WHO)
    before = _directory(store)
    restore(store, file, store.settings.newest_number(), WHO)
    assert _directory(store)["mailbox", "john@example.com"] != before["mailbox", "john@example.com"]
    assert store.directory.credentials("john@example.com") is not None


def test_a_change_in_between_is_not_overwritten(store: Store, file: Path) -> None:
    make(store, file)
    base = store.settings.newest_number()
    _change(store, {"smtp.inbound.max_connections": 9})
    state = _state(store)
    with pytest.raises(HistoryError, match="Meanwhile anna@desk"):
        restore(store, file, base, WHO)
    assert _state(store) == state


def test_a_trial_ends_with_it(store: Store, file: Path) -> None:
    make(store, file)
    wanted = {"smtp.inbound.max_connections": 9}
    store.settings.change(lambda old: set_paths(old, wanted), WHO, trial_minutes=10)
    found = look(store, file)
    assert found.plan.ends_trial == found.plan.base
    restore(store, file, found.plan.base, WHO)
    assert store.trials.current() is None


def test_it_says_who_can_relay_afterwards(store: Store, file: Path) -> None:
    _change(store, {"smtp.relay.allow_local_sender_addresses": True})
    make(store, file)
    _change(store, {"smtp.relay.allow_local_sender_addresses": False})
    assert look(store, file).widening.needs_word


@pytest.fixture
def with_secret(store: Store) -> Secrets:
    _change(store, HOST)
    secrets = Secrets(store.folder)
    secrets.set(NAME, "geheim")
    return secrets


def test_secrets_only_under_a_passphrase(store: Store, file: Path, with_secret: Secrets) -> None:
    assert secret_names(store.settings.load().settings) == [NAME]
    make(store, file)
    with pytest.raises(BackupError, match="holds no passwords"):
        restore(store, file, store.settings.newest_number(), WHO, PASSPHRASE)
    make(store, file, PASSPHRASE)
    assert b"geheim" not in file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        assert b"geheim" not in archive.read("settings.db") + archive.read("secrets.json")
    with_secret.set(NAME, "")
    number = store.settings.newest_number()
    restore(store, file, number, WHO)
    assert with_secret.get(NAME) is None, "without the passphrase they stay where they are"
    done = restore(store, file, store.settings.newest_number(), WHO, PASSPHRASE)
    assert (done.secrets, with_secret.get(NAME)) == (1, "geheim")


def test_a_wrong_passphrase_changes_nothing(store: Store, file: Path, with_secret: Secrets) -> None:
    make(store, file, PASSPHRASE)
    with_secret.set(NAME, "newer")
    _change(store, {"smtp.inbound.max_connections": 9})
    state = _state(store)
    with pytest.raises(PassphraseError, match="passphrase is wrong"):
        restore(store, file, store.settings.newest_number(), WHO, "wrong horse")
    assert (_state(store), with_secret.get(NAME)) == (state, "newer")
    with pytest.raises(BackupError, match="at least 8"):
        make(store, file, "short")


def test_a_restore_that_fails_puts_the_secrets_back(store: Store, file: Path, with_secret: Secrets) -> None:
    make(store, file, PASSPHRASE)
    base = store.settings.newest_number()
    with_secret.set(NAME, "newer")
    _change(store, {"smtp.inbound.max_connections": 9})
    with pytest.raises(HistoryError):
        restore(store, file, base, WHO, PASSPHRASE)
    assert with_secret.get(NAME) == "newer"


def test_secrets_that_can_not_be_kept_change_nothing(store: Store, file: Path, with_secret: Secrets,
                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    make(store, file, PASSPHRASE)
    with_secret.set(NAME, "")
    state = _state(store)

    def refuse(_self: Secrets, _name: str, _secret: str) -> None:
        raise SecretsError("The keyring is locked.")

    monkeypatch.setattr(Secrets, "set", refuse)
    with pytest.raises(SecretsError, match="Nothing was changed"):
        restore(store, file, store.settings.newest_number(), WHO, PASSPHRASE)
    assert _state(store) == state


@given(st.dictionaries(st.text(), st.text(), max_size=3), st.text(min_size=8, max_size=20))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_sealed_is_opened_by_its_passphrase_alone(secrets: dict[str, str], passphrase: str) -> None:
    try:
        passphrase.encode()
    except UnicodeEncodeError:
        return
    sealed = seal(secrets, passphrase, "this backup")
    assert unseal(sealed, passphrase, "this backup") == secrets
    with pytest.raises(PassphraseError):
        unseal(sealed, passphrase + "x", "this backup")
    with pytest.raises(PassphraseError):
        unseal(sealed, passphrase, "another backup")


def test_sealing_is_expensive_and_a_hostile_file_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    sealed = json.loads(seal({"a": "b"}, PASSPHRASE, "x"))
    assert (sealed["kdf"], sealed["n"] * sealed["r"] * 128) == ("scrypt", 64 * 2**20)
    for cost in ({"n": 2**40}, {"n": 3}, {"r": 10**6}, {"p": 0}, {"nonce": "AAAA"}, {"sealed": "!"}, {"salt": None}):
        with pytest.raises(BackupError, match="damaged"):
            unseal(json.dumps({**sealed, **cost}).encode(), PASSPHRASE, "x")


def _refusal(store: Store, path: Path) -> str:
    state = _state(store)
    with pytest.raises((BackupError, StoreError)) as caught:
        look(store, path)
    with pytest.raises((BackupError, StoreError)):
        restore(store, path, store.settings.newest_number(), WHO)
    assert _state(store) == state
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_files_that_are_no_backup(store: Store, file: Path, tmp_path: Path) -> None:
    assert _refusal(store, tmp_path / "nothing").startswith("There is no file ")
    file.write_bytes(b"")
    assert _refusal(store, file).endswith("is no backup of Posthouse.")
    file.write_text("Dear diary")
    assert _refusal(store, file).endswith("is no backup of Posthouse.")
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("holiday.jpg", b"x")
    assert _refusal(store, file).endswith("is no backup of Posthouse.")
    assert "can't be read" in _refusal(store, tmp_path)


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_file_is_refused_or_whole(store: Store, file: Path, seed: int) -> None:
    make(store, file)
    rng, content = random.Random(seed), bytearray(file.read_bytes())
    if seed % 2:
        del content[rng.randrange(10, len(content)):]
    else:
        content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
    file.write_bytes(content)
    state = _state(store)
    found, refusal = None, ""
    try:
        found = look(store, file)
    except (BackupError, StoreError) as error:
        refusal = str(error)
    assert bool(found) != bool(refusal)
    assert "\n" not in refusal
    assert found is None or not found.plan.changes, "what was hit says nothing about the content"
    assert _state(store) == state


def test_contents_that_do_not_match_their_digest(store: Store, file: Path, tmp_path: Path) -> None:
    make(store, file)
    other = tmp_path / "other"
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(other, "w") as target:
        target.writestr("manifest.json", source.read("manifest.json"))
        target.writestr("settings.db", source.read("settings.db")[:-1] + b"\1")
    assert "is damaged" in _refusal(store, other)


def test_a_backup_of_a_newer_version(store: Store, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(store, file)
    other = tmp_path / "other"
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(other, "w") as target:
        manifest = json.loads(source.read("manifest.json"))
        target.writestr("manifest.json", json.dumps({**manifest, "version": 2, "program": "9.9"}))
        target.writestr("settings.db", source.read("settings.db"))
    assert "newer version of Posthouse (9.9)" in _refusal(store, other)
    with opened(file) as archive, copy_opened(_extracted(archive.extract, tmp_path)) as copied, copied.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    monkeypatch.setattr(store.backups, "copy", _copier(store, tmp_path / "settings.db"))
    make(store, file)
    assert "made by a newer version" in _refusal(store, file)


def _extracted(extract: Callable[[Path], None], folder: Path) -> Path:
    extract(folder / "settings.db")
    return folder / "settings.db"


def _copier(store: Store, source: Path) -> Callable[[Path], object]:
    held = store.backups.copy(source.parent / "spare.db")

    def copy(target: Path) -> object:
        target.write_bytes(source.read_bytes())
        return held

    return copy


def test_the_backup_is_its_owners_alone(store: Store, file: Path) -> None:
    make(store, file)
    assert file.stat().st_mode & 0o077 == 0
    with pytest.raises(BackupError, match="can't be written"):
        make(store, file / "below" / "a file")


def test_a_full_disk_leaves_no_half_file(store: Store, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("posthouse_server.backup.archive.sync_file", full)
    with pytest.raises(BackupError, match="No space left"):
        make(store, file)
    assert list(file.parent.glob("monday*")) == []


def test_under_a_running_server(folder: DataFolder, file: Path) -> None:
    with server_process(folder.root) as server:
        store = server.start().store
        make(store, file)
        store.directory.add_domain("shop.example", WHO)
        _change(store, {"smtp.inbound.max_connections": 9})
        done = restore(store, file, store.settings.newest_number(), WHO)
        server.wait_for_revision(done.revision.number)
        assert [row.name for row in store.directory.list_domains()] == ["example.com"]


def test_making_reads_the_settings_in_force(store: Store) -> None:
    assert making.secret_names(store.settings.load().settings) == []


def test_settings_that_are_not_valid_here_are_not_passed_over_in_silence(store: Store, file: Path, tmp_path: Path) -> None:
    _change(store, {"smtp.general.hostname": "mx.home.test"})
    store.backups.copy(tmp_path / "copied.db")
    with copy_opened(tmp_path / "copied.db") as copied:
        with copied.write() as connection:
            connection.exec_driver_sql(
                "INSERT INTO revisions (kind, document, summary, author, comment, created_at) "
                "VALUES ('settings', ?, '', '', '', 0)",
                ('{"smtp": {"logging": {"debug_directory": "x"}}}',))
        lines = store.backups.plan(copied).lines
    assert "not valid here" in lines[0].label
    assert "debug_directory" in lines[0].label


@pytest.mark.parametrize("content", [b'{"n": 1e999, "r": 8, "p": 1}', b"[" * 100_000, b"[]", b"3"])
def test_what_is_no_seal_is_damaged_in_a_sentence(content: bytes) -> None:
    with pytest.raises(BackupError, match="The passwords in the backup are damaged"):
        unseal(content, PASSPHRASE, "x")
