"""Find Email Address, Import and Export, used by hand."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from console.robot import cells, child, click_node, dialog, trigger, type_into
from posthouse_console.actions import Command
from posthouse_console.dialogs.find_address import FindAddressDialog
from posthouse_console.dialogs.import_directory import ImportDirectoryDialog
from posthouse_console.main_window import MainWindow
from posthouse_console.navigation.list_view import ListView
from posthouse_server.store import Store
from posthouse_server.store.directory import GroupRow, MailboxRow

LEFT = Qt.MouseButton.LeftButton


def _choose_file(qtbot: QtBot, path: Path) -> None:
    chooser = dialog(qtbot, QFileDialog)
    chooser.fileSelected.emit(str(path))
    chooser.reject()


def test_enter_goes_to_the_owner_of_an_address(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    full_store.directory.add_group("staff@example.com", "test", members=["mary@example.com", "zoe@elsewhere.example"])
    full_store.directory.set_catch_all("example.org", "mary@example.com", "test")
    qtbot.waitUntil(lambda: bool(window.dispatch.directory._directory.lists.groups))
    click_node(qtbot, window, "Messaging Manager", "Post Offices")
    trigger(window, Command.FIND_ADDRESS)
    asked = dialog(qtbot, FindAddressDialog)
    assert not asked.go.isEnabled()
    type_into(qtbot, asked, "partEdit", "MARY@")
    model = child(asked, ListView, "foundTable").model()
    assert {(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())} == {
        ("mary@example.com", "Mailbox mary@example.com"), ("mary@example.org", "Mailbox mary@example.com"),
        ("mary@example.com", "Member of staff@example.com"), ("mary@example.com", "Catch-all of example.org")}
    type_into(qtbot, asked, "partEdit", "nobody")
    assert not asked.go.isEnabled()
    type_into(qtbot, asked, "partEdit", "zoe")
    qtbot.keyClick(asked.part, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.navigator.path[-1] == "Groups")
    (row,) = window.pane.list.selected_rows()
    assert isinstance(row, GroupRow)


def test_the_arrows_choose_while_the_text_has_the_focus(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    trigger(window, Command.FIND_ADDRESS)
    asked = dialog(qtbot, FindAddressDialog)
    type_into(qtbot, asked, "partEdit", "example.com")
    first = asked.list.selected_rows()
    qtbot.keyClick(asked.part, Qt.Key.Key_Down)
    assert asked.list.selected_rows() != first
    qtbot.mouseClick(asked.go, LEFT)
    (row,) = window.pane.list.selected_rows()
    assert isinstance(row, MailboxRow)
    assert row.name == "mary"


def test_an_import_shows_first_what_it_would_do(qtbot: QtBot, full_store: Store, window: MainWindow, tmp_path: Path) -> None:
    file, number = tmp_path / "new.csv", full_store.settings.newest_number()
    file.write_text("kind,name,post_office,password\nmailbox,zoe,example.com,pw\nmailbox,john,example.com,\n", "utf-8")
    trigger(window, Command.IMPORT)
    _choose_file(qtbot, file)
    asked = dialog(qtbot, ImportDirectoryDialog)
    qtbot.waitUntil(lambda: asked.notice.text() == "1 created, 0 changed, 1 unchanged, 0 refused.")
    assert [asked.table.table.item(0, column).text() for column in range(3)] == ["2", "Created", "mailbox zoe@example.com"]
    assert full_store.settings.newest_number() == number
    qtbot.mouseClick(asked.ok_button, LEFT)
    qtbot.waitUntil(lambda: "Imported: 1 created" in window.message.text())
    click_node(qtbot, window, "Messaging Manager", "Post Offices", "example.com", "Mailboxes")
    qtbot.waitUntil(lambda: "zoe" in cells(window))
    assert full_store.settings.newest_number() == number + 1


def test_an_import_with_a_refused_line_can_not_be_pressed(
        qtbot: QtBot, full_store: Store, window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "new.csv"
    file.write_text("kind,name\nmailbox,zoe@example.com\n", "utf-8")
    trigger(window, Command.IMPORT)
    _choose_file(qtbot, file)
    asked = dialog(qtbot, ImportDirectoryDialog)
    qtbot.waitUntil(lambda: "Nothing was imported: mend the refused lines first." in asked.notice.text())
    assert not asked.ok_button.isEnabled()
    assert asked.table.text.toPlainText() == "A new mailbox needs a password; the column password is empty."
    asked.reject()
    file.write_bytes(b"\xff\xfe")
    trigger(window, Command.IMPORT)
    _choose_file(qtbot, file)
    asked = dialog(qtbot, ImportDirectoryDialog)
    qtbot.waitUntil(lambda: "is not in UTF-8" in asked.notice.text())
    asked.reject()


def test_the_directory_is_exported(qtbot: QtBot, full_store: Store, window: MainWindow, tmp_path: Path) -> None:
    trigger(window, Command.EXPORT_DIRECTORY)
    _choose_file(qtbot, tmp_path / "out.csv")
    qtbot.waitUntil(lambda: window.message.text() == "6 lines written to out.csv; passwords are not in it.")
    assert (tmp_path / "out.csv").read_text("utf-8") == full_store.directory.export_csv()
