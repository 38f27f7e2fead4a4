"""The preview is read in the background, and says what changes, for whom."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QMessageBox, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from console.robot import answer, child, dialog, type_into
from posthouse_console.dialogs.domain_properties import DomainPropertiesDialog
from posthouse_console.dialogs.mailbox_properties import MailboxPropertiesDialog
from posthouse_console.dialogs.new_domain import NewDomainDialog
from posthouse_console.dialogs.new_mailbox import NewMailboxDialog
from posthouse_console.dialogs.preview import PreviewDialog
from posthouse_console.main_window import MainWindow
from posthouse_console.service.background import Background
from posthouse_console.widgets.texts_dialog import TextsDialog
from posthouse_server.policy.comparison import Cancelled
from posthouse_server.settings import Settings, set_paths
from posthouse_server.store import Store, StoreError
from posthouse_server.store.clock import now
from posthouse_server.store.ids import new_id
from posthouse_server.store.preview import Preview
from posthouse_server.store.traffic import DecisionRow


def opened(qtbot: QtBot, store: Store, background: Background) -> PreviewDialog:
    window = QWidget()
    qtbot.addWidget(window)
    ranges = [{"range": "10.0.4.0/24", "note": "scanner"}]
    old = set_paths(Settings(), {"smtp.relay.allow_privileged_ip_ranges": True, "smtp.relay.privileged_ip_ranges": ranges})
    dialog = PreviewDialog(store, background, old, set_paths(old, {"smtp.relay.privileged_ip_ranges": []}), window)
    window._keep = dialog  # type: ignore[attr-defined]
    window.show()
    dialog.show()
    qtbot.waitUntil(lambda: dialog.progress.isHidden())
    dialog._window = window  # type: ignore[attr-defined]
    return dialog


def test_what_flips_is_listed(qtbot: QtBot, store: Store) -> None:
    background = Background()
    store.traffic.open_writer()
    store.traffic.record_decision(DecisionRow("a", now() - timedelta(days=1), "10.0.4.17", None, False, "s@example.com",
                                              "a@far.example", "relay", "privileged_range", "250 OK", 1, None, 214))
    store.traffic.close_writer()
    dialog = opened(qtbot, store, background)
    cells = [dialog.model.index(0, column).data() for column in range(4)]
    assert cells == ["scanner 10.0.4.17", "214", "Relay: Privileged IP range 10.0.4.0/24", "Refused: No relay option applies"]
    assert "214 would be refused" in dialog.totals.text()
    dialog.box.button(QDialogButtonBox.StandardButton.Close).click()
    background.close(5)


def test_nothing_recorded(qtbot: QtBot, store: Store) -> None:
    background = Background()
    dialog = opened(qtbot, store, background)
    assert dialog.totals.text().startswith("Nothing was recorded")
    dialog.box.button(QDialogButtonBox.StandardButton.Close).click()
    background.close(5)


def test_a_long_preview_shows_how_far_it_is_and_cancel_gives_it_up(
        qtbot: QtBot, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    ended, threads = threading.Event(), list[threading.Thread]()

    def slow(_store: Store, _old: Settings, _new: Settings, progress: Callable[[int], bool], **_others: object) -> Preview:
        threads.append(threading.current_thread())
        while progress(37):
            ended.wait(0.01)
        ended.set()
        raise Cancelled

    monkeypatch.setattr("posthouse_console.service.foresight.preview", slow)
    background, window = Background(), QWidget()
    qtbot.addWidget(window)
    dialog = PreviewDialog(store, background, Settings(), Settings(), window)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.progress.value() == 37)
    assert dialog.progress.isVisible()
    assert threads != [threading.main_thread()], "the window goes on meanwhile"
    assert not ended.is_set()
    qtbot.mouseClick(dialog.box.button(QDialogButtonBox.StandardButton.Cancel), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(ended.is_set)
    assert background.close(5)


@pytest.fixture
def delivered(full_store: Store) -> Store:
    """Three messages to john, one to an unknown address, and one that john relayed after logging in."""
    full_store.traffic.open_writer()
    for number in range(3):
        full_store.traffic.record_decision(_arrived(f"a{number}@far.example", "john@example.com", "local", "address_map"))
    full_store.traffic.record_decision(_arrived("b@far.example", "lost@example.com", "refused", "unknown_recipient"))
    full_store.traffic.record_decision(_arrived("john@example.com", "c@far.example", "relay", "authenticated",
                                                "john@example.com"))
    full_store.traffic.close_writer()
    return full_store


def _arrived(sender: str, recipient: str, verdict: str, rule: str, login: str | None = None) -> DecisionRow:
    return DecisionRow(new_id(), now(), "198.51.100.7", login, False, sender, recipient, verdict, rule, "250 OK", 1)


def _asked(qtbot: QtBot, window: MainWindow, sentence: str) -> QMessageBox:
    box = dialog(qtbot, QMessageBox)
    qtbot.waitUntil(lambda: sentence in box.informativeText())
    return box


def _previewed(qtbot: QtBot, asker: QWidget) -> PreviewDialog:
    button = next(item for item in asker.findChildren(QPushButton) if item.text().replace("&", "") == "Preview…")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    shown = dialog(qtbot, PreviewDialog)
    qtbot.waitUntil(lambda: not shown.progress.isVisible())
    return shown


def test_deleting_a_domain_says_what_flips_and_shows_it(qtbot: QtBot, delivered: Store, window: MainWindow) -> None:
    row = next(row for row in delivered.directory.list_domains() if row.name == "example.com")
    window.dispatch.directory.delete([row])
    box = _asked(qtbot, window, "Deleting example.com: 3 messages in the last 30 days to 1 recipient would be refused.")
    shown = _previewed(qtbot, box)
    assert [shown.model.index(0, column).data() for column in range(2)] == ["198.51.100.7", "3"]
    assert shown.model.index(0, 3).data().startswith("Refused")
    shown.close()
    assert box.isVisible(), "the question waits behind the preview"
    answer(qtbot, "Cancel")
    assert len(delivered.directory.list_domains()) == 3, "nothing was deleted"


def test_disabling_a_mailbox_ends_its_logins_too(qtbot: QtBot, delivered: Store, window: MainWindow) -> None:
    john = next(row for row in delivered.directory.list_mailboxes() if row.name == "john")
    window.dispatch.directory.switch([john], False)
    _asked(qtbot, window, "Disabling john@example.com: 3 messages in the last 30 days to 1 recipient would be refused, and 1 "
                          "message relayed for john@example.com would be refused.")
    answer(qtbot, "Disable")
    qtbot.waitUntil(lambda: not delivered.directory.list_mailboxes()[0].enabled)
    qtbot.waitUntil(lambda: not window.dispatch.directory._directory.lists.mailboxes[0].enabled)
    disabled = delivered.directory.list_mailboxes()[0]
    window.dispatch.directory.switch([disabled], True)
    _asked(qtbot, window, "Enabling john@example.com: 3 messages in the last 30 days would be accepted.")
    answer(qtbot, "Cancel")


def test_a_catch_all_a_domain_and_a_mailbox_are_previewed(qtbot: QtBot, delivered: Store, window: MainWindow) -> None:
    commands = window.dispatch.directory
    commands.show_properties(next(row for row in delivered.directory.list_domains() if row.name == "example.com"))
    catch_all = dialog(qtbot, DomainPropertiesDialog)
    child(catch_all, QComboBox, "catchAllBox").setCurrentText("mary@example.com")
    shown = _previewed(qtbot, catch_all)
    assert shown.model.index(0, 3).data() == "Local: Catch-all"
    shown.close()
    catch_all.reject()
    commands.new_domain("")
    domain = dialog(qtbot, NewDomainDialog)
    assert not child(domain, QPushButton, "previewButton").isEnabled()
    type_into(qtbot, domain, "domainEdit", "far.example")
    shown = _previewed(qtbot, domain)
    assert shown.model.index(0, 3).data() == "Refused: Unknown local recipient"
    shown.close()
    domain.reject()
    commands.new_mailbox("example.com")
    mailbox = dialog(qtbot, NewMailboxDialog)
    type_into(qtbot, mailbox, "mailboxEdit", "Lost")
    shown = _previewed(qtbot, mailbox)
    assert shown.model.index(0, 3).data() == "Local: Address map"
    shown.close()
    mailbox.reject()


def test_a_redirection_is_previewed_with_whom_mail_goes_to(qtbot: QtBot, delivered: Store, window: MainWindow) -> None:
    window.dispatch.directory.show_properties(next(row for row in delivered.directory.list_mailboxes() if row.name == "john"))
    asked = dialog(qtbot, MailboxPropertiesDialog)
    asked.bring(asked.redirection)
    button = child(asked, QRadioButton, "redirectButton")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, button.height() // 2))
    qtbot.mouseClick(asked.redirection.panel.add, Qt.MouseButton.LeftButton)
    texts = dialog(qtbot, TextsDialog)
    qtbot.keyClicks(texts.text, "mary@example.com")
    qtbot.keyClick(texts.text, Qt.Key.Key_Return)
    qtbot.keyClicks(texts.text, "x@elsewhere.example")
    texts.accept()
    shown = _previewed(qtbot, asked)
    assert [shown.model.index(0, column).data() for column in range(4)] == [
        "Mail to john@example.com", "3", "Delivered to john@example.com",
        "Delivered to mary@example.com and x@elsewhere.example"]
    assert shown.model.rowCount() == 1
    assert "3 would be delivered elsewhere" in shown.totals.text()
    assert ("from senders at far.example to <john@example.com>, 3 times: delivered to john@example.com until now, to "
            "mary@example.com and x@elsewhere.example from now on."
            in shown.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    shown.close()
    asked.reject()
    assert not delivered.directory.mailbox("john@example.com").redirect_to


def test_settings_that_cannot_be_read_are_said(qtbot: QtBot, delivered: Store, window: MainWindow,
                                               monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise StoreError("settings.db is damaged.")

    monkeypatch.setattr(delivered.settings, "load", fail)
    window.dispatch.directory.delete([delivered.directory.list_domains()[0]])
    box = _asked(qtbot, window, "since the settings can't be read: settings.db is damaged.")
    monkeypatch.setattr(window._backend.settings, "loaded", None)
    window.dispatch.tools.preview_directory(lambda base: base, box)
    told = next(found for found in box.findChildren(QMessageBox) if found.isVisible())
    assert "nobody can tell what this would change" in told.text()
    told.close()
    answer(qtbot, "Cancel")


def test_a_question_that_is_answered_gives_up_its_reading(qtbot: QtBot, delivered: Store, window: MainWindow,
                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    going, ended = threading.Event(), threading.Event()

    def slow(_store: Store, _old: Settings, _new: Settings, progress: Callable[[int], bool], **_others: object) -> Preview:
        going.set()
        while progress(1):
            ended.wait(0.01)
        ended.set()
        raise Cancelled

    monkeypatch.setattr("posthouse_console.service.foresight.preview", slow)
    window.dispatch.directory.delete([delivered.directory.list_domains()[0]])
    dialog(qtbot, QMessageBox)
    qtbot.waitUntil(going.is_set)
    answer(qtbot, "Cancel")
    qtbot.waitUntil(ended.is_set)
