"""The Properties dialog: Apply, OK, faults, conflicts, failures."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit

from posthouse_console.widgets import screen, steady_tabs
from posthouse_console.widgets.privileged_dialog import PrivilegedDialog
from posthouse_server.store.engine import StoreError

Button = QDialogButtonBox.StandardButton
Open = Callable[[], Any]
ENABLED = "smtp_relay_enabled"
LOCAL = "smtp_relay_allow_local_sender_addresses"


def test_tabs_stand_in_mailenables_order(console: Open) -> None:
    dialog = console().dialog
    titles = [dialog.tabs.tabText(number) for number in range(dialog.tabs.count())]
    assert titles == ["General", "Inbound", "Outbound", "Relay", "Security", "Advanced SMTP", "Delivery",
                      "Blocked Addresses", "Whitelist", "DNS Blacklisting", "Smart Host", "Logging"]


def test_apply_is_grey_until_a_change_and_after_it_was_saved(console: Open) -> None:
    here = console()
    here.bring("Relay")
    assert not here.button(Button.Apply).isEnabled()
    here.click(here.find(LOCAL))
    assert here.button(Button.Apply).isEnabled()
    here.apply()
    assert not here.button(Button.Apply).isEnabled()
    assert here.dialog.isVisible()
    assert here.value("smtp.relay.allow_local_sender_addresses") is True
    assert re.fullmatch(r"\S+@\S+ \(console\)", here.store.settings.load().newest.author)


def test_ok_saves_and_closes_and_without_a_change_only_closes(console: Open) -> None:
    here = console()
    here.bring("Relay")
    here.click(here.find(ENABLED))
    here.press(Button.Ok)
    here.qtbot.waitUntil(lambda: not here.dialog.isVisible())
    assert here.value("smtp.relay.enabled") is False
    newest = here.store.settings.newest_number()
    again = console()
    again.press(Button.Ok)
    assert not again.dialog.isVisible()
    assert here.store.settings.newest_number() == newest


def test_enter_presses_ok_and_escape_discards(console: Open) -> None:
    here = console()
    line = here.find("smtp_general_hostname", QLineEdit)
    here.qtbot.keyClicks(line, "mx.example.org")
    here.qtbot.keyClick(line, Qt.Key.Key_Return)
    here.qtbot.waitUntil(lambda: not here.dialog.isVisible())
    assert here.value("smtp.general.hostname") == "mx.example.org"
    again = console()
    line = again.find("smtp_general_hostname", QLineEdit)
    again.qtbot.keyClicks(line, "x")
    again.qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not again.dialog.isVisible()
    assert again.value("smtp.general.hostname") == "mx.example.org"


def test_a_bad_page_comes_to_the_front_and_nothing_is_saved(console: Open) -> None:
    here = console()
    here.qtbot.keyClicks(here.find("smtp_general_dns_servers", QLineEdit), "9.9.9.9 nonsense")
    here.bring("Relay")
    here.click(here.find(ENABLED))
    here.press(Button.Ok)
    assert here.dialog.tabs.tabText(here.dialog.tabs.currentIndex()) == "General"
    assert "DNS address(es) separated by spaces" in here.dialog.message.text()
    assert "nonsense" in here.dialog.message.text()
    assert here.dialog.focusWidget().objectName() == "smtp_general_dns_servers"
    assert here.dialog.isVisible()
    assert here.value("smtp.relay.enabled") is True
    here.qtbot.keyClick(here.find("smtp_general_dns_servers", QLineEdit), Qt.Key.Key_Backspace)
    assert here.dialog.message.isHidden(), "it is being corrected"


def test_help_names_the_topic_of_the_tab(console: Open) -> None:
    here = console()
    here.bring("Relay")
    with here.qtbot.waitSignal(here.dialog.help_requested) as asked:
        here.press(Button.Help)
    assert asked.args == ["smtp-relay"]


def test_f1_asks_for_the_same_help(console: Open) -> None:
    here = console()
    here.dialog.activateWindow()
    here.qtbot.waitUntil(here.dialog.isActiveWindow)
    with here.qtbot.waitSignal(here.dialog.help_requested) as asked:
        here.qtbot.keyClick(here.find("smtp_general_hostname", QLineEdit), Qt.Key.Key_F1)
    assert asked.args == ["smtp-general"]


def test_controls_are_disabled_while_saving(console: Open) -> None:
    here = console()
    here.bring("Relay")
    here.click(here.find(LOCAL))
    with here.qtbot.waitSignal(here.model.saved):
        here.press(Button.Apply)
        assert not here.dialog.tabs.isEnabled()
        assert not here.button(Button.Cancel).isEnabled()
        here.dialog.reject()
        assert here.dialog.isVisible()
    here.qtbot.waitUntil(here.dialog.tabs.isEnabled)
    assert here.dialog.focusWidget() is here.button(Button.Ok), "Apply, which had the focus, is grey"


def test_a_store_that_fails_loses_nothing(console: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    here = console()
    here.qtbot.keyClicks(here.find("smtp_general_hostname", QLineEdit), "mx.example.org")

    def fail(*_arguments: object) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(here.store.settings, "save", fail)
    here.press(Button.Ok)
    here.qtbot.waitUntil(lambda: here.dialog.message.text() == "The disk is full.")
    assert here.dialog.isVisible()
    assert here.button(Button.Apply).isEnabled()
    assert here.find("smtp_general_hostname", QLineEdit).text() == "mx.example.org"


def test_without_edits_a_foreign_save_is_simply_shown(console: Open) -> None:
    here = console()
    here.change(smtp__relay__enabled=False)
    here.notice()
    assert here.find(ENABLED).isChecked() is False
    assert "jana@office" in here.dialog.message.text()
    assert not here.button(Button.Apply).isEnabled()


def test_a_foreign_save_under_edits_is_told_and_reload_drops_mine(console: Open) -> None:
    here = console()
    here.bring("Relay")
    here.click(here.find(LOCAL))
    here.change(smtp__relay__enabled=False)
    here.notice()
    text = here.dialog.message.text()
    assert "jana@office (posthousectl)" in text
    assert "Enable Mail Relay off" in text
    assert "revision 2" in text
    here.act("Reload")
    assert here.find(LOCAL).isChecked() is False
    assert here.find(ENABLED).isChecked() is False
    assert here.dialog.message.isHidden()
    assert not here.button(Button.Apply).isEnabled()


def test_a_foreign_save_under_an_open_list_is_not_overwritten(console: Open) -> None:
    here = console()
    here.change(smtp__relay__allow_privileged_ip_ranges=True)
    here.notice()
    here.bring("Relay")
    here.click(here.find("smtp_relay_privileged_ip_ranges"))
    here.change(smtp__relay__privileged_ip_ranges=[{"range": "10.0.0.1"}])
    here.notice()
    assert "jana@office" in here.dialog.message.text()
    here.popup(PrivilegedDialog).reject()
    assert "You see the new settings" in here.dialog.message.text(), "nothing was edited: there is nothing to ask"
    assert "1 entry admits 1 address." in here.page.list_notice.text()


def test_apply_on_an_open_conflict_leads_to_its_question(console: Open) -> None:
    here = console()
    here.bring("Relay")
    here.click(here.find(LOCAL))
    here.change(smtp__general__hostname="theirs.example")
    here.notice()
    assert not [button.text() for button in here.dialog.message.buttons() if "&" in button.text()], "the pages use the letters"
    here.press(Button.Apply)
    assert here.dialog.focusWidget() is here.dialog.message.buttons()[0]
    assert here.value("smtp.relay.allow_local_sender_addresses") is False


def test_a_refusal_by_the_server_stands_until_the_next_save(console: Open) -> None:
    here = console()
    here.bring("Relay")
    here.click(here.find(LOCAL))
    here.apply()
    here.dialog.show_refusal("Revision 2 is saved, but the server can't use it: port 25 is taken.")
    here.click(here.find(LOCAL))
    assert "port 25 is taken" in here.dialog.message.text()
    here.apply()
    here.qtbot.waitUntil(here.dialog.message.isHidden)


def test_on_a_small_screen_the_pages_scroll(console: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    room = QSize(620, 400)
    for module in (screen, steady_tabs):
        monkeypatch.setattr(module, "room_for", lambda _widget: room)
    here = console()
    here.bring("Inbound")
    here.qtbot.waitUntil(lambda: here.dialog.size().boundedTo(room) == here.dialog.size())
    line = here.find("smtp_inbound_certificate_file", QLineEdit)
    for _step in range(20):
        here.qtbot.keyClick(here.dialog.focusWidget(), Qt.Key.Key_Tab)
        if here.dialog.focusWidget() is line:
            break
    cursor = line.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert line.visibleRegion().contains(cursor), "where one types has scrolled into sight"


def test_a_stale_ok_overwrites_nothing_and_mine_can_go_on_top(console: Open) -> None:
    here = console()
    here.bring("Relay")
    here.click(here.find(LOCAL))
    here.change(smtp__general__hostname="theirs.example")
    here.press(Button.Ok)
    here.qtbot.waitUntil(lambda: len(here.dialog.message.buttons()) == 3)
    assert here.dialog.isVisible()
    assert here.value("smtp.relay.allow_local_sender_addresses") is False
    with here.qtbot.waitSignal(here.model.saved):
        here.act("Apply mine on top")
    here.qtbot.waitUntil(lambda: not here.dialog.isVisible())
    assert here.value("smtp.relay.allow_local_sender_addresses") is True
    assert here.value("smtp.general.hostname") == "theirs.example"


def test_keep_editing_keeps_everything_and_the_next_apply_asks_again(console: Open) -> None:
    here = console()
    here.bring("Relay")
    here.click(here.find(ENABLED))
    here.change(smtp__relay__enabled=False, smtp__relay__allow_authenticated_senders=False)
    here.notice()
    here.act("Keep editing")
    assert here.dialog.message.isHidden()
    here.press(Button.Apply)
    here.qtbot.waitUntil(lambda: bool(here.dialog.message.buttons()))
    assert here.value("smtp.relay.allow_authenticated_senders") is False


def test_the_same_field_changed_by_both_is_named(console: Open) -> None:
    here = console()
    here.qtbot.keyClicks(here.find("smtp_general_hostname", QLineEdit), "mine.example")
    here.change(smtp__general__hostname="theirs.example")
    here.notice()
    assert "You both changed Local domain name: yours would replace theirs." in here.dialog.message.text()


def test_an_invalid_newest_revision_is_told(console: Open) -> None:
    here = console()
    with sqlite3.connect(here.store.folder.settings_db) as connection:
        connection.execute(
            "INSERT INTO revisions (kind, document, summary, author, comment, created_at) "
            "SELECT kind, '{}x', 'by hand', 'mallory', '', created_at FROM revisions LIMIT 1")
    connection.close()
    here.notice()
    assert "mallory" in here.dialog.message.text()
    assert "Shown is revision 1" in here.dialog.message.text()
