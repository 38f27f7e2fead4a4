"""Lists that leave the console: as CSV, TSV or JSON, and by the clipboard."""

from __future__ import annotations

import csv
import json
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from console.robot import answer, cells, child, click_node, click_row, dialog, trigger
from posthouse_console.actions import Command
from posthouse_console.commands.export import offer_export
from posthouse_console.dialogs.export_progress import ExportProgressDialog
from posthouse_console.main_window import MainWindow
from posthouse_console.models import list_file
from posthouse_console.models.decision_rows import DecisionsModel
from posthouse_console.models.list_file import ExportCancelledError, write_list
from posthouse_console.models.rows import Column
from posthouse_console.navigation.list_view import ListView
from posthouse_console.navigation.nodes import HISTORY_PATH, LOGS_PATH, OUTBOUND_PATH
from posthouse_console.widgets.changes_table import ChangesTable
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.messages import NewMessage, NewRecipient, Route
from posthouse_server.store.traffic import DecisionRow

MAILBOXES = ("Messaging Manager", "Post Offices", "example.com", "Mailboxes")


def export(qtbot: QtBot, window: MainWindow, path: Path) -> str:
    """Export the list that is shown, as a person does; returns what the status bar says."""
    window.message.clear()
    trigger(window, Command.EXPORT)
    save_to(qtbot, path)
    qtbot.waitUntil(lambda: "export" in window.message.text())
    return window.message.text()


def save_to(qtbot: QtBot, path: Path) -> None:
    chooser = dialog(qtbot, QFileDialog)
    child(chooser, QLineEdit, "fileNameEdit").setText(str(path))  # as if pasted: typing opens a list of proposals
    save = next(button for button in chooser.findChildren(QPushButton) if button.text().replace("&", "") == "Save")
    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not chooser.isVisible())


def focus(qtbot: QtBot, view: QWidget) -> None:
    view.window().activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)


def table(path: Path, delimiter: str = ",") -> list[list[str]]:
    with path.open(encoding="utf-8-sig" if delimiter == "," else "utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def mail(number: int, sender: str = "john@example.com") -> NewMessage:
    recipients = (NewRecipient(f"r{number}@far.example", Route.RELAY, None, "authenticated", "DDDD-DDDD"),)
    return NewMessage(f"MAIL-{number:04d}", sender, "192.0.2.7", sender, "pc", 100 + number, False, False, "Greetings",
                      b"x", None, recipients)


@pytest.fixture
def spool(store: Store) -> Iterator[Store]:
    store.spool.open_writer()
    yield store
    store.spool.close_writer()


def test_a_list_is_written_as_it_is_filtered_and_sorted(qtbot: QtBot, full_store: Store, window: MainWindow,
                                                        tmp_path: Path) -> None:
    click_node(qtbot, window, *MAILBOXES)
    qtbot.waitUntil(lambda: cells(window, 1) == ["0"] * 3)
    window.pane.list.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    qtbot.keyClicks(child(window, QLineEdit, "filterEdit"), "enabled")
    said = export(qtbot, window, tmp_path / "boxes.csv")
    assert said == f"2 mailboxes exported to {tmp_path / 'boxes.csv'}."
    assert (tmp_path / "boxes.csv").read_bytes().startswith(b"\xef\xbb\xbfMailbox,")
    assert [row[0] for row in table(tmp_path / "boxes.csv")] == ["Mailbox", "mary", "john"]
    export(qtbot, window, tmp_path / "boxes.tsv")
    assert table(tmp_path / "boxes.tsv", "\t") == table(tmp_path / "boxes.csv")
    export(qtbot, window, tmp_path / "boxes.json")
    first = json.loads((tmp_path / "boxes.json").read_text(encoding="utf-8"))[0]
    assert first["Addresses"] == ["mary@example.com", "mary@example.org"]
    assert not list(tmp_path.glob(".*.part"))


def test_what_is_counted_later_is_written_too(qtbot: QtBot, full_store: Store, window: MainWindow, tmp_path: Path) -> None:
    click_node(qtbot, window, *MAILBOXES)
    qtbot.waitUntil(lambda: cells(window, 1) == ["0"] * 3)
    export(qtbot, window, tmp_path / "boxes.csv")
    assert [row[1:3] for row in table(tmp_path / "boxes.csv")] == [["Disk Usage (KB)", "Inbox Messages"], *[["0", "0"]] * 3]
    export(qtbot, window, tmp_path / "boxes.json")
    first = json.loads((tmp_path / "boxes.json").read_text(encoding="utf-8"))[0]
    assert (first["Disk Usage (KB)"], first["Inbox Messages"], first["Quota"]) == (0, 0, None)


def test_a_file_of_another_ending_is_not_written(qtbot: QtBot, full_store: Store, window: MainWindow, tmp_path: Path) -> None:
    click_node(qtbot, window, *MAILBOXES)
    trigger(window, Command.EXPORT)
    save_to(qtbot, tmp_path / "boxes.txt")
    assert "has to end in .csv, .tsv or .json" in answer(qtbot, "OK")
    assert not (tmp_path / "boxes.txt").exists()


def test_where_no_list_is_shown_there_is_nothing_to_export(qtbot: QtBot, window: MainWindow) -> None:
    action = window.actions_by_command[Command.EXPORT]
    assert not action.isEnabled()
    assert "There is no list here." in action.statusTip()
    click_node(qtbot, window, "Servers")
    assert action.isEnabled()


def test_all_of_a_queue_is_exported_also_what_was_never_in_sight(qtbot: QtBot, spool: Store, window: MainWindow,
                                                                 tmp_path: Path) -> None:
    for number in range(1200):
        spool.spool.accept(mail(number, "=cmd()@example.com" if number == 7 else "john@example.com"))
    spool.spool.accept(mail(1200)).result()
    click_node(qtbot, window, *OUTBOUND_PATH)
    list_ = window.pane.list
    qtbot.waitUntil(lambda: list_.model().rowCount() == 1201, timeout=10_000)
    list_.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: list_.model().index(0, 0).data() == "MAIL-1200")
    assert export(qtbot, window, tmp_path / "out.csv").startswith("1,201 messages exported to")
    rows = table(tmp_path / "out.csv")
    assert [row[0] for row in rows[1:]] == [f"MAIL-{number:04d}" for number in reversed(range(1201))]
    assert rows[-8][2] == "'=cmd()@example.com"
    export(qtbot, window, tmp_path / "out.json")
    found = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert (found[-8]["Sender"], found[-8]["Size"], found[-8]["Recipients left"]) == (
        "=cmd()@example.com", 107, ["r7@far.example"])
    assert found[0]["Accepted"].endswith("Z")
    qtbot.keyClicks(child(window, QLineEdit, "filterEdit"), "r120")
    qtbot.waitUntil(lambda: list_.model().rowCount() == 2)
    assert export(qtbot, window, tmp_path / "two.tsv").startswith("2 messages")


def test_all_of_the_trace_is_exported_as_it_is_filtered(qtbot: QtBot, store: Store, window: MainWindow,
                                                       tmp_path: Path) -> None:
    store.traffic.open_writer()
    for number in range(1200):
        store.traffic.record_decision(DecisionRow(f"AAAA-{number:04d}", now(), "192.0.2.1", None, False, "a@b.test",
                                                  f"{'xy'[number % 2]}@c.test", "refused", "no_criterion_met", "550 No", 1))
    store.traffic.close_writer()
    click_node(qtbot, window, *LOGS_PATH)
    model = window.pane.list.model
    qtbot.waitUntil(lambda: model().rowCount() == 1200)
    assert export(qtbot, window, tmp_path / "log.json").startswith("1,200 ")
    rows = json.loads((tmp_path / "log.json").read_text(encoding="utf-8"))
    assert [row["Id"] for row in rows] == [f"AAAA-{number:04d}" for number in reversed(range(1200))]
    assert (rows[0]["Login"], rows[0]["Times"]) == (None, 1)
    window.pane._contents.search("y@c.test")
    qtbot.waitUntil(lambda: model().rowCount() == 600)
    export(qtbot, window, tmp_path / "log.csv")
    assert {row[4] for row in table(tmp_path / "log.csv")[1:]} == {"y@c.test"}


def test_the_history_is_exported(qtbot: QtBot, full_store: Store, window: MainWindow, tmp_path: Path) -> None:
    click_node(qtbot, window, *HISTORY_PATH)
    qtbot.waitUntil(lambda: len(cells(window)) > 3)
    export(qtbot, window, tmp_path / "history.json")
    rows = json.loads((tmp_path / "history.json").read_text(encoding="utf-8"))
    assert [str(row["Revision"]) for row in rows] == cells(window)


def test_a_long_export_shows_how_far_it_is_and_can_be_cancelled(qtbot: QtBot, spool: Store, window: MainWindow, tmp_path: Path,
                                                                monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        spool.spool.accept(mail(number)).result()
    click_node(qtbot, window, *OUTBOUND_PATH)
    qtbot.waitUntil(lambda: window.pane.list.model().rowCount() == 5)
    model, held = window.pane.list.model(), threading.Event()
    read = model.read_rows  # type: ignore[attr-defined]

    def slow(keys: Sequence[str]) -> object:
        held.wait(10)
        return read(keys)

    monkeypatch.setattr(model, "read_rows", slow)
    target = tmp_path / "out.csv"
    target.write_text("older", encoding="utf-8")
    trigger(window, Command.EXPORT)
    chooser = dialog(qtbot, QFileDialog)
    chooser.fileSelected.emit(str(target))
    chooser.reject()
    progress = dialog(qtbot, ExportProgressDialog)
    assert "out.csv" in child(progress, QLabel, "exportedRows").text()
    cancel = next(button for button in progress.findChildren(QPushButton))
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    held.set()
    qtbot.waitUntil(lambda: window.message.text().startswith("Nothing was exported"))
    assert target.read_text(encoding="utf-8") == "older"
    assert not list(tmp_path.glob(".*.part"))


def test_cancel_that_comes_too_late_changes_nothing(qtbot: QtBot, full_store: Store, window: MainWindow, tmp_path: Path,
                                                    monkeypatch: pytest.MonkeyPatch) -> None:
    click_node(qtbot, window, *MAILBOXES)
    reached, held = threading.Event(), threading.Event()

    def slow(_file: int) -> None:
        reached.set()
        held.wait(10)

    monkeypatch.setattr(list_file.os, "fsync", slow)
    window.lists.exports.write(window.pane.list.listed(), tmp_path / "boxes.csv")
    progress = dialog(qtbot, ExportProgressDialog)
    qtbot.waitUntil(reached.is_set)
    qtbot.mouseClick(progress.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not shiboken6.isValid(progress))
    held.set()
    qtbot.waitUntil(lambda: window.message.text().startswith("3 mailboxes exported"))
    assert len(table(tmp_path / "boxes.csv")) == 4


def test_what_can_not_be_written_is_said(qtbot: QtBot, full_store: Store, window: MainWindow, tmp_path: Path) -> None:
    click_node(qtbot, window, *MAILBOXES)
    (tmp_path / "folder.csv").mkdir()
    window.lists.exports.write(window.pane.list.listed(), tmp_path / "folder.csv")
    assert "could not be written to folder.csv" in answer(qtbot, "OK")
    assert not list(tmp_path.glob(".*.part"))


def test_the_selected_rows_are_copied_with_the_shown_columns(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    click_node(qtbot, window, *MAILBOXES)
    qtbot.waitUntil(lambda: len(cells(window)) == 3)
    assert not window.actions_by_command[Command.COPY].isEnabled()
    click_row(qtbot, window, "john")
    click_row_too = window.pane.list.visualRect(window.pane.list.model().index(1, 0)).center()
    qtbot.mouseClick(window.pane.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, click_row_too)
    titles = window.pane.list.titles()
    window.pane.list.setColumnHidden(titles.index("Login"), True)
    shown = [title for title in titles if title != "Login"]
    QApplication.clipboard().clear()
    qtbot.keyClick(window.pane.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "copied" in window.message.text())
    lines = [dict(zip(shown, line.split("\t"), strict=True)) for line in QApplication.clipboard().text().split("\n")]
    assert [(line["Mailbox"], line["Status"]) for line in lines] == [("john", "Enabled"), ("mary", "Enabled")]


def test_every_context_menu_offers_it(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    click_node(qtbot, window, *MAILBOXES)
    qtbot.waitUntil(lambda: len(cells(window)) == 3)
    window.pane.list.customContextMenuRequested.emit(QPoint(20, 10))
    menu = child(window, QMenu, "contextMenu")
    texts = [action.text().replace("&", "") for action in menu.actions()]
    assert [text for text in texts if text][-4:] == ["Copy", "Export List…", "Columns…", "Properties"]
    menu.close()


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "＝1"])
def test_no_text_of_strangers_becomes_a_formula(tmp_path: Path, text: str) -> None:
    columns = [Column[str]("Text", lambda row: row), Column[str]("Number", lambda _row: "-5", raw=lambda _row: -5)]
    write_list(tmp_path / "a.csv", columns, lambda: iter([[text]]), lambda _number: True)
    rows = table(tmp_path / "a.csv")
    assert rows[1][0].startswith("'")
    assert rows[1][1] == "-5"
    write_list(tmp_path / "a.json", columns, lambda: iter([[text]]), lambda _number: True)
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == [{"Text": text, "Number": -5}]


def test_an_empty_list_is_a_file_too(tmp_path: Path) -> None:
    columns = [Column[str]("Text", lambda row: row)]
    for ending, expected in ((".csv", "\ufeffText\r\n"), (".tsv", "Text\n"), (".json", "[]\n")):
        path = tmp_path / f"a{ending}"
        assert write_list(path, columns, lambda: iter([]), lambda _number: True) == 0
        assert path.read_bytes().decode("utf-8") == expected


def test_a_failed_export_leaves_the_older_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_text("older", encoding="utf-8")
    columns = [Column[str]("Text", lambda row: row)]
    with pytest.raises(ExportCancelledError):
        write_list(path, columns, lambda: iter([["x"]]), lambda _number: False)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(list_file.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_list(path, columns, lambda: iter([["x"]]), lambda _number: True)
    assert [found.name for found in tmp_path.iterdir()] == ["a.csv"]
    assert path.read_text(encoding="utf-8") == "older"


def test_the_list_of_a_dialog_is_copied_and_exported_too(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    opened = QDialog(window)
    qtbot.addWidget(opened)
    model, view = DecisionsModel(opened), ListView(opened)
    view.show_model(model, "")
    exports = offer_export(view, window._backend.background, "Some lines", opened)
    model.show_rows([DecisionRow(f"AAAA-000{number}", now(), "192.0.2.1", None, False, "a@b.test", "x@c.test", "refused",
                                 "no_criterion_met", "550 No", 1) for number in range(2)])
    opened.show()
    focus(qtbot, view)
    view.selectAll()
    with qtbot.waitSignal(exports.reported):
        qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(QApplication.clipboard().text().split("\n")) == 2
    with qtbot.waitSignal(exports.reported):
        qtbot.keyClick(view, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        save_to(qtbot, tmp_path / "lines.csv")
    assert len(table(tmp_path / "lines.csv")) == 3


def test_rows_of_a_small_table_are_copied(qtbot: QtBot) -> None:
    changes = ChangesTable()
    qtbot.addWidget(changes)
    changes.show_changes([("Port", "25", "2525"), ("Host", "", "mail\nexample")])
    changes.show()
    changes.selectAll()
    focus(qtbot, changes)
    QApplication.clipboard().clear()
    qtbot.keyClick(changes, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "Port\t25\t2525\nHost\t–\tmail example"
