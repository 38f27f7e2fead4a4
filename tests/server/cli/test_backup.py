"""posthousectl backup and restore: what they print, ask for and refuse."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from posthouse_server.backup import sealing
from posthouse_server.cli import main
from posthouse_server.paths import DataFolder
from posthouse_server.secrets import Secrets, smart_host_secret_name
from posthouse_server.settings import set_paths
from posthouse_server.store import Store

Call = Callable[..., tuple[int, str, str]]
WHO = "anna@desk (test)"
FLAG = "smtp.relay.allow_local_sender_addresses"


@pytest.fixture
def ctl(folder: DataFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    monkeypatch.setattr(sealing, "_N", 2**4)

    def call(*arguments: str, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code = 0
        try:
            main(["--data-dir", str(folder.root), *arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return call


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(tmp_path / "monday")


def _change(store: Store, paths: dict[str, object]) -> int:
    return store.settings.change(lambda old: set_paths(old, paths), WHO).number


def test_there_and_back(ctl: Call, store: Store, file: str) -> None:
    code, out, err = ctl("backup", file)
    assert (code, err) == (0, "")
    assert f"{file}: revision {store.settings.newest_number()}, 1 domain, 1 mailbox, made at " in out
    assert "say --secrets" in out
    assert ctl("backup", file)[::2] == (1, f"posthousectl: {file} is there already; say --force to replace it.\n")
    assert ctl("backup", file, "--force")[0] == 0
    number = _change(store, {"smtp.inbound.max_connections": 7})
    store.directory.add_domain("shop.example", WHO)
    code, out, _ = ctl("restore", file, "--dry-run")
    assert code == 0
    assert "  Maximum number of concurrent connections: 7 → 1000\n  Post office shop.example: removed" in out
    assert out.endswith("Nothing was changed.\n")
    assert store.settings.newest_number() == number + 1
    code, out, _ = ctl("restore", file, "--comment", "too much")
    assert code == 0
    assert f"Revision {number + 3}: restored. What was there before is in {store.folder.backups}" in out
    assert store.history.list()[0].comment == "too much"
    assert [row.name for row in store.directory.list_domains()] == ["example.com"]
    found = json.loads(ctl("restore", file, "--dry-run", "--json")[1])
    assert (found["changes"], found["needs"], found["history_comes_too"]) == ([], None, False)


def test_what_opens_the_server_needs_a_yes(ctl: Call, store: Store, file: str) -> None:
    _change(store, {FLAG: True})
    ctl("backup", file)
    number = _change(store, {FLAG: False})
    for option in ((), ("--public",)):
        code, _, err = ctl("restore", file, *option)
        assert (code, "say --open" in err, store.settings.newest_number()) == (1, True, number)
    assert ctl("restore", file, "--open")[0] == 0
    assert store.settings.load().settings.smtp.relay.allow_local_sender_addresses


def test_passwords(ctl: Call, store: Store, file: str) -> None:
    _change(store, {"smtp.smart_host.enabled": True, "smtp.smart_host.host": "smtp.firm.net", "smtp.smart_host.username": "me"})
    name, secrets = smart_host_secret_name("smtp.firm.net", "me"), Secrets(store.folder)
    secrets.set(name, "geheim")
    assert ctl("backup", file, "--secrets", typed="short\n")[2].startswith("posthousectl: The passphrase is too short")
    assert not Path(file).exists()
    code, out, _ = ctl("backup", file, "--secrets", typed="correct horse\n")
    assert (code, "with passwords" in out) == (0, True)
    secrets.set(name, "")
    assert "restore it with --secrets" in ctl("restore", file)[1]
    assert secrets.get(name) is None
    code, _, err = ctl("restore", file, "--secrets", typed="wrong horse\n")
    assert (code, "The passphrase is wrong" in err) == (1, True)
    assert "1 password was restored." in ctl("restore", file, "--secrets", typed="correct horse\n")[1]
    assert secrets.get(name) == "geheim"


def test_strange_files_get_one_line(ctl: Call, file: str) -> None:
    Path(file).write_text("Dear diary")
    for command in (("restore", file), ("restore", file, "--dry-run")):
        assert ctl(*command) == (1, "", f"posthousectl: {file} is no backup of Posthouse.\n")
