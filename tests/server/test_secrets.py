"""Passwords that Posthouse must be able to use itself: one way, and never in plain text."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import keyring
import keyring.errors
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null

from posthouse_server import keyrings
from posthouse_server.keyrings import EncryptedFileKeyring
from posthouse_server.paths import DataFolder
from posthouse_server.secrets import Secrets, SecretsError, smart_host_secret_name

SECRET = "Tr0ub4dor & 3 – ü"


class MemoryKeyring(KeyringBackend):
    """A system keyring that works, unless told otherwise."""

    priority = 0.1

    def __init__(self, fault: Exception | None = None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.fault, self.kept = fault, dict[tuple[str, str], str]()

    def get_password(self, service: str, username: str) -> str | None:
        if self.fault:
            raise self.fault
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.fault:
            raise self.fault
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class HangingKeyring(MemoryKeyring):
    """A keyring that waits for a prompt that nobody can see."""

    def __init__(self) -> None:
        super().__init__()
        self.answered = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.answered.wait(20)
        return super().get_password(service, username)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path)


@pytest.fixture
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    _use(monkeypatch, fail.Keyring())  # type: ignore[no-untyped-call]


def _use(monkeypatch: pytest.MonkeyPatch, backend: KeyringBackend) -> None:
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)


def test_the_systems_keyring_is_used_where_it_works(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = MemoryKeyring()
    _use(monkeypatch, backend)
    kept = Secrets(folder)
    kept.set("x", SECRET)
    assert Secrets(folder).get("x") == SECRET
    assert list(backend.kept.values()) == [SECRET]
    assert list(folder.root.iterdir()) == []
    assert "keyring" in kept.where()
    kept.set("x", "")
    assert (kept.get("x"), backend.kept) == (None, {})
    backend.fault = RuntimeError("the session is gone")
    with pytest.raises(SecretsError, match="the session is gone"):
        kept.get("x")
    with pytest.raises(SecretsError, match="the session is gone"):
        kept.set("x", "y")


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring, lambda: MemoryKeyring(keyring.errors.InitError("no")),
                                     lambda: MemoryKeyring(OSError("bus"))])
def test_the_file_is_used_where_the_keyring_does_not_work(backend: Callable[[], KeyringBackend], folder: DataFolder,
                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    _use(monkeypatch, backend())
    kept = Secrets(folder)
    kept.set("x", SECRET)
    assert Secrets(folder).get("x") == SECRET
    assert str(folder.root) in kept.where()


def test_a_keyring_that_can_not_even_be_found_is_none(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def get_keyring() -> KeyringBackend:
        raise ModuleNotFoundError("No module named 'nonsense'")
    monkeypatch.setattr(keyring, "get_keyring", get_keyring)
    Secrets(folder).set("x", SECRET)
    assert Secrets(folder).get("x") == SECRET


def test_a_keyring_that_hangs_is_left_alone(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyrings, "_PROBE_TIMEOUT_S", 0.05)
    backend = HangingKeyring()
    _use(monkeypatch, backend)
    Secrets(folder).set("x", SECRET)
    backend.answered.set()
    # It is used from now on, though the keyring works by now: or the password would seem lost.
    assert Secrets(folder).get("x") == SECRET


def test_programs_with_and_without_a_keyring_share_a_folder(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = MemoryKeyring()
    _use(monkeypatch, backend)
    console = Secrets(folder)
    console.set("x", "first")
    _use(monkeypatch, fail.Keyring())  # type: ignore[no-untyped-call]
    service = Secrets(folder)
    assert (console.get("x"), service.get("x")) == ("first", None)
    service.set("x", "second")
    service.set("y", "only in the file")
    assert (console.get("x"), console.get("y")) == ("second", "only in the file")
    console.set("x", "third")  # not to the keyring, where the service would never see it
    assert (console.get("x"), service.get("x")) == ("third", "third")
    assert str(folder.root) in console.where()
    console.set("x", "")  # everywhere, or the first one would be back
    assert (console.get("x"), service.get("x"), backend.kept) == (None, None, {})


def test_what_the_file_does_not_hold_is_looked_for_in_the_keyring(folder: DataFolder,
                                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    _use(monkeypatch, MemoryKeyring())
    server = Secrets(folder)
    server.set("x", SECRET)
    EncryptedFileKeyring(folder.root).set_password("another service", "x", "another")
    assert server.get("x") == SECRET
    assert Secrets(folder).get("x") == SECRET


def test_a_keyring_that_hangs_later_hangs_nobody(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyrings, "_ANSWER_TIMEOUT_S", 0.2)
    backend = HangingKeyring()
    _use(monkeypatch, backend)
    backend.answered.set()
    kept = Secrets(folder)
    kept.set("x", SECRET)
    backend.answered.clear()
    before = threading.active_count()
    for _ in range(5):
        with pytest.raises(SecretsError, match="the system's keyring doesn't answer"):
            kept.get("x")
    assert threading.active_count() == before + 1, "one question waits, not one for each try"
    backend.answered.set()
    for thread in threading.enumerate():
        if thread.name == "keyring":
            thread.join(20)
    assert kept.get("x") == SECRET


def test_the_file_never_holds_plain_text(folder: DataFolder, no_keyring: None) -> None:
    kept = Secrets(folder)
    assert kept.get("x") is None
    assert list(folder.root.iterdir()) == []
    name = smart_host_secret_name("smtp.example", "john")
    kept.set(name, SECRET)
    kept.set("other", "another")
    assert (kept.get(name), kept.get("other"), kept.get("none")) == (SECRET, "another", None)
    for path in folder.root.iterdir():
        assert SECRET.encode() not in path.read_bytes()
        assert json.dumps(SECRET).encode() not in path.read_bytes()
        if os.name != "nt" and path.suffix != ".lock":
            assert path.stat().st_mode & 0o777 == 0o600
    kept.set(name, "")
    kept.set("none", "")
    assert (kept.get(name), kept.get("other")) == (None, "another")


@pytest.mark.parametrize(("file", "content"), [
    ("secrets.json", b""), ("secrets.json", b"{"), ("secrets.json", b"[]"), ("secrets.json", b"\xff"), ("secrets.key", b"x"),
    ("secrets.key", b""), ("secrets.key", EncryptedFileKeyring.__doc__.encode() if EncryptedFileKeyring.__doc__ else b""),
    ("secrets.key", b"MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA="), ("secrets.key", None)])
def test_damaged_files_give_a_sentence(file: str, content: bytes | None, folder: DataFolder, no_keyring: None) -> None:
    Secrets(folder).set("x", SECRET)
    path = folder.root / file
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
    with pytest.raises(SecretsError, match=r"^The password for x could not be read: .*secrets\.json.*\.$") as caught:
        Secrets(folder).get("x")
    assert SECRET not in str(caught.value)


def test_what_can_not_be_kept_gives_a_sentence(folder: DataFolder, no_keyring: None) -> None:
    for name, secret in (("x", "\ud800"), ("y", SECRET)):
        if name == "y":
            (folder.root / "secrets.json.new").mkdir()
        with pytest.raises(SecretsError, match=f"The password for {name} could not be kept"):
            Secrets(folder).set(name, secret)


def test_two_programs_can_keep_secrets_at_once(folder: DataFolder, no_keyring: None) -> None:
    code = ("import sys; from pathlib import Path; from posthouse_server.keyrings import EncryptedFileKeyring\n"
            "k = EncryptedFileKeyring(Path(sys.argv[1]))\n"
            "for n in range(10): k.set_password('s', sys.argv[2] + str(n), 'secret')")
    programs = [subprocess.Popen([sys.executable, "-c", code, str(folder.root), name], stderr=subprocess.PIPE) for name in "ab"]
    assert [(program.communicate(timeout=60)[1], program.returncode) for program in programs] == [(b"", 0)] * 2
    kept = EncryptedFileKeyring(folder.root)
    assert {kept.get_password("s", f"{name}{number}") for name in "ab" for number in range(10)} == {"secret"}


def test_trying_out_leaves_nothing_behind(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = MemoryKeyring()
    _use(monkeypatch, backend)
    assert "keyring" in Secrets(folder).try_out()
    assert (backend.kept, list(folder.root.iterdir())) == ({}, [])
    _use(monkeypatch, fail.Keyring())  # type: ignore[no-untyped-call]
    assert str(folder.root) in Secrets(folder).try_out()
    assert list(folder.root.iterdir()) == []


def test_trying_out_a_keyring_that_keeps_nothing_fails(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = MemoryKeyring()
    _use(monkeypatch, backend)
    tried = Secrets(folder)
    assert tried.where()
    backend.fault = RuntimeError("the session is gone")
    with pytest.raises(SecretsError, match="the session is gone"):
        tried.try_out()
