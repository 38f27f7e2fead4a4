"""Back Up and Restore: what is written, shown, asked and brought back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from console.robot import answer, child, dialog, trigger, type_into
from posthouse_console.actions import Command
from posthouse_console.dialogs.backup import BackupDialog
from posthouse_console.dialogs.restore import RestoreDialog
from posthouse_console.main_window import MainWindow
from posthouse_console.menus import node_menu
from posthouse_console.navigation.nodes import NodeKind
from posthouse_server.backup import sealing
from posthouse_server.backup.archive import opened
from posthouse_server.backup.making import make
from posthouse_server.secrets import Secrets, smart_host_secret_name
from posthouse_server.settings import set_paths
from posthouse_server.store import Store

WHO = "anna@desk (test)"
FLAG = "smtp.relay.allow_local_sender_addresses"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "_N", 2**4)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "monday.posthouse-backup"


def _change(store: Store, paths: dict[str, object]) -> int:
    return store.settings.change(lambda old: set_paths(old, paths), WHO).number


def _with_secret(store: Store) -> str:
    _change(store, {"smtp.smart_host.enabled": True, "smtp.smart_host.host": "smtp.firm.net", "smtp.smart_host.username": "me"})
    name = smart_host_secret_name("smtp.firm.net", "me")
    Secrets(store.folder).set(name, "geheim")
    return name


def test_they_stand_in_the_menus_of_the_server(window: MainWindow) -> None:
    for kind in (NodeKind.SERVER, NodeKind.SERVERS):
        shown = node_menu(window, window.actions_by_command, kind).actions()
        assert window.actions_by_command[Command.BACK_UP] in shown
        assert window.actions_by_command[Command.RESTORE] in shown


def test_a_backup_is_written(window: MainWindow, qtbot: QtBot, full_store: Store, file: Path) -> None:
    trigger(window, Command.BACK_UP)
    shown = dialog(qtbot, BackupDialog)
    assert shown.file.path() is not None, "a name is offered"
    type_into(qtbot, shown, "fileEdit", "monday")
    assert not shown.ok_button.isEnabled(), "that could be anywhere"
    type_into(qtbot, shown, "fileEdit", str(file))
    qtbot.mouseClick(shown.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(file.exists)
    qtbot.waitUntil(lambda: window.message.text().startswith(f"Backed up to {file}: revision "))
    assert window.message.text().endswith("3 domains, 3 mailboxes.")
    with opened(file) as archive:
        assert not archive.manifest.has_secrets


def test_passwords_need_a_passphrase_typed_twice(window: MainWindow, qtbot: QtBot, store: Store, file: Path) -> None:
    _with_secret(store)
    trigger(window, Command.BACK_UP)
    shown = dialog(qtbot, BackupDialog)
    type_into(qtbot, shown, "fileEdit", str(file))
    assert not shown.passphrase.isVisible()
    child(shown, QCheckBox, "secretsCheck").click()
    assert shown.passphrase.isVisible()
    assert not shown.ok_button.isEnabled()
    type_into(qtbot, shown, "passphraseEdit", "correct horse")
    assert not shown.ok_button.isEnabled()
    type_into(qtbot, shown, "againEdit", "correct horse")
    qtbot.mouseClick(shown.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(file.exists)
    with opened(file) as archive:
        assert sealing.unseal(archive.secrets(), "correct horse", archive.manifest.bound_to) == {
            smart_host_secret_name("smtp.firm.net", "me"): "geheim"}


def test_what_can_not_be_written_is_said(window: MainWindow, qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    trigger(window, Command.BACK_UP)
    shown = dialog(qtbot, BackupDialog)
    type_into(qtbot, shown, "fileEdit", str(tmp_path / "nowhere" / "x"))
    qtbot.mouseClick(shown.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "can't be written" in shown.notice.text())
    shown.reject()


def _open(window: MainWindow, qtbot: QtBot, file: Path) -> RestoreDialog:
    trigger(window, Command.RESTORE)
    shown = dialog(qtbot, RestoreDialog)
    assert not shown.ok_button.isEnabled()
    type_into(qtbot, shown, "fileEdit", str(file))
    return shown


def test_a_restore_shows_what_it_replaces_and_does_it(window: MainWindow, qtbot: QtBot, full_store: Store, file: Path) -> None:
    make(full_store, file)
    full_store.directory.add_domain("late.example", WHO)
    number = _change(full_store, {"smtp.inbound.max_connections": 7})
    shown = _open(window, qtbot, file)
    qtbot.waitUntil(shown.ok_button.isEnabled)
    assert tuple(label.text() for label in shown.facts["Domains"]) == ("3", "4")
    assert tuple(label.text() for label in shown.facts["Revision"]) == (str(number - 2), str(number))
    assert ("Maximum number of concurrent connections", "7", "1000") in shown.table.lines()
    assert shown.history.text().startswith("The history here goes on")
    assert full_store.settings.newest_number() == number, "a look changes nothing"
    type_into(qtbot, shown, "commentEdit", "too much")
    qtbot.mouseClick(shown.ok_button, Qt.MouseButton.LeftButton)
    said = answer(qtbot, "OK")
    assert f"Revision {number + 2}: restored from the backup." in said
    assert "What was here before is in" in said
    assert [row.name for row in full_store.directory.list_domains()] == ["example.com", "example.org", "shop.example"]
    assert full_store.history.list()[0].comment == "too much"
    qtbot.waitUntil(lambda: "late.example" not in [row.name for row in window._backend.directory.lists.domains])


def test_what_opens_the_server_needs_the_word(window: MainWindow, qtbot: QtBot, full_store: Store, file: Path) -> None:
    _change(full_store, {FLAG: True})
    make(full_store, file)
    number = _change(full_store, {FLAG: False})
    shown = _open(window, qtbot, file)
    qtbot.waitUntil(shown.consent.word.isVisible)
    assert "Open to the Internet" in shown.consent.sentences.text()
    assert not shown.ok_button.isEnabled()
    qtbot.keyClicks(shown.consent.word, "OPEN")
    assert shown.ok_button.isEnabled()
    shown.reject()
    assert full_store.settings.newest_number() == number


def test_a_strange_file_gets_one_sentence(window: MainWindow, qtbot: QtBot, store: Store, file: Path) -> None:
    file.write_text("Dear diary")
    shown = _open(window, qtbot, file)
    qtbot.waitUntil(lambda: shown.notice.text() == f"{file} is no backup of Posthouse.")
    assert not shown.ok_button.isEnabled()
    make(store, file)
    type_into(qtbot, shown, "fileEdit", str(file))
    qtbot.waitUntil(shown.ok_button.isEnabled)
    type_into(qtbot, shown, "fileEdit", f"{file}x")
    assert not shown.ok_button.isEnabled(), "nobody has looked into that one"
    shown.reject()


def test_a_wrong_passphrase_can_be_typed_again(window: MainWindow, qtbot: QtBot, store: Store, file: Path) -> None:
    name = _with_secret(store)
    make(store, file, "correct horse")
    Secrets(store.folder).set(name, "")
    shown = _open(window, qtbot, file)
    qtbot.waitUntil(shown.passphrase.isVisible)
    type_into(qtbot, shown, "passphraseEdit", "wrong horse")
    qtbot.mouseClick(shown.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "The passphrase is wrong" in shown.notice.text())
    type_into(qtbot, shown, "passphraseEdit", "correct horse")
    qtbot.mouseClick(shown.ok_button, Qt.MouseButton.LeftButton)
    assert "1 password was restored" in answer(qtbot, "OK")
    assert Secrets(store.folder).get(name) == "geheim"


def test_somebody_was_faster(window: MainWindow, qtbot: QtBot, store: Store, file: Path) -> None:
    make(store, file)
    shown = _open(window, qtbot, file)
    qtbot.waitUntil(shown.ok_button.isEnabled)
    _change(store, {"smtp.inbound.max_connections": 7})
    qtbot.mouseClick(shown.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Meanwhile anna@desk (test) has made revision" in shown.notice.text()
                    and shown.ok_button.isEnabled())
    assert ("Maximum number of concurrent connections", "7", "1000") in shown.table.lines()
    shown.reject()


def test_another_file_in_its_place_is_looked_at_first(window: MainWindow, qtbot: QtBot, store: Store, file: Path) -> None:
    make(store, file)
    shown = _open(window, qtbot, file)
    qtbot.waitUntil(shown.ok_button.isEnabled)
    make(store, file)
    qtbot.mouseClick(shown.ok_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Meanwhile another backup was put in the place of" in shown.notice.text()
                    and shown.ok_button.isEnabled())
    shown.reject()
