"""The Relay tab and its dialogs: greying, warnings, privileged ranges, authentication method."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QGroupBox

from posthouse_console.widgets.authentication_dialog import AuthenticationDialog
from posthouse_console.widgets.privileged_dialog import PrivilegedDialog
from posthouse_console.widgets.ranges_entry import RangeEntryDialog
from posthouse_console.widgets.ranges_model import RangeColumn
from posthouse_console.widgets.ranges_paste import PasteDialog
from posthouse_server.settings import set_paths
from posthouse_server.store import Store

Button = QDialogButtonBox.StandardButton
Open = Callable[[], Any]
PRIVILEGED = "smtp_relay_allow_privileged_ip_ranges"
RANGES = "smtp_relay_privileged_ip_ranges"


@pytest.fixture
def here(console: Open) -> Any:
    here = console()
    here.bring("Relay")
    return here


def _privileged(here: Any) -> PrivilegedDialog:
    here.click(here.find(PRIVILEGED))
    here.click(here.find(RANGES))
    return here.popup(PrivilegedDialog)  # type: ignore[no-any-return]


def _add(here: Any, dialog: PrivilegedDialog, text: str) -> RangeEntryDialog:
    here.click(dialog.panel.add)
    entry: RangeEntryDialog = here.popup(RangeEntryDialog)
    here.qtbot.keyClicks(entry.range.line, text)
    return entry


def test_the_group_box_itself_is_the_switch_and_greys_everything(here: Any) -> None:
    group = here.find("smtp_relay_enabled", QGroupBox)
    assert group.title().replace("&", "") == "Enable Mail Relay"
    here.click(group)
    for name in ("smtp_relay_allow_authenticated_senders", PRIVILEGED, RANGES, "authentication_method"):
        assert not here.find(name).isEnabled()
    assert here.find("smtp_relay_denial_reply").isEnabled()


def test_privileged_ips_are_grey_until_ticked_also_after_off_and_on(here: Any) -> None:
    button = here.find(RANGES)
    assert not button.isEnabled()
    here.click(here.find(PRIVILEGED))
    assert button.isEnabled()
    here.click(here.find(PRIVILEGED))
    for _click in range(2):
        here.click(here.find("smtp_relay_enabled"))
    assert not button.isEnabled()


def test_pop_before_smtp_is_shown_disabled(here: Any) -> None:
    assert not here.find("pop_before_smtp").isEnabled()
    assert here.find("pop_before_smtp").toolTip() == "no POP service"
    assert here.find("pop_before_smtp_minutes").value() == 30


def test_warnings_say_nobody_or_anybody(here: Any) -> None:
    page = here.page
    here.click(here.find("smtp_relay_allow_authenticated_senders"))
    assert page.notice.text() == "Nobody can relay."
    here.click(here.find(PRIVILEGED))
    assert page.notice.text() == ""
    assert page.list_notice.text() == "The list is empty: it admits nobody."
    here.click(here.find("smtp_relay_allow_local_sender_addresses"))
    assert page.notice.text() == ""


def test_a_range_is_added_edited_and_removed(here: Any) -> None:
    dialog = _privileged(here)
    entry = _add(here, dialog, "127.0.0.1")
    here.qtbot.keyClicks(entry.note.line, "this computer")
    here.click(here.ok_of(entry))
    assert dialog.summary() == "1 entry admits 1 address."
    here.click(here.ok_of(dialog))
    here.apply()
    (saved,) = here.value("smtp.relay.privileged_ip_ranges")
    assert (saved.range, saved.note, saved.expires_at) == ("127.0.0.1", "this computer", None)
    here.click(here.find(RANGES))
    dialog = here.popup(PrivilegedDialog)
    here.qtbot.keyClick(dialog.panel.table, Qt.Key.Key_Return)
    entry = here.popup(RangeEntryDialog)
    assert entry.note.line.text() == "this computer"
    here.click(entry.until.check)
    here.click(here.ok_of(entry))
    here.click(here.ok_of(dialog))
    here.apply()
    (saved,) = here.value("smtp.relay.privileged_ip_ranges")
    assert saved.expires_at is not None
    assert timedelta(days=6) < saved.expires_at - datetime.now(UTC) < timedelta(days=8)
    here.click(here.find(RANGES))
    dialog = here.popup(PrivilegedDialog)
    here.qtbot.keyClick(dialog.panel.table, Qt.Key.Key_Delete)
    assert dialog.summary() == "The list is empty: it admits nobody."
    here.click(here.ok_of(dialog))
    here.apply()
    assert here.value("smtp.relay.privileged_ip_ranges") == ()


def test_cancel_leaves_the_list_and_apply_alone(console: Open) -> None:
    here = console()
    here.change(smtp__relay__allow_privileged_ip_ranges=True)
    here.notice()
    here.bring("Relay")
    here.click(here.find(RANGES))
    dialog = here.popup(PrivilegedDialog)
    here.click(here.ok_of(_add(here, dialog, "10.0.*")))
    here.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not here.button(Button.Apply).isEnabled()


@pytest.mark.parametrize(("text", "extent"), [
    ("10.0.4.17", "1 address."),
    ("10.0.4.0/24", "256 addresses: 10.0.4.0 – 10.0.4.255."),
    ("10.0.4.1-10.0.4.9", "9 addresses: 10.0.4.1 – 10.0.4.9."),
    ("10.0.*", "65,536 addresses: 10.0.0.0 – 10.0.255.255."),
    ("fd00::/64", "2⁶⁴ addresses: fd00:: – fd00::ffff:ffff:ffff:ffff."),
    ("10.0.4.1/24", "'10.0.4.1/24' has bits behind the mask; write 10.0.4.0/24 for the network."),
])
def test_the_entry_says_how_much_it_covers(here: Any, text: str, extent: str) -> None:
    entry = _add(here, _privileged(here), text)
    assert entry._extent.text() == extent
    assert here.ok_of(entry).isEnabled() == ("bits" not in extent)


def test_overlaps_and_duplicates_name_the_other_entry(here: Any) -> None:
    dialog = _privileged(here)
    for text in ("10.0.*", "10.0.4.17", "10.0.0.0/16", "10.0.255.0-10.1.0.9", "192.168.0.1"):
        here.click(here.ok_of(_add(here, dialog, text)))
    assert list(dialog.panel.remarks()) == [
        "", "Covered by 10.0.*", "Duplicate of 10.0.*", "Overlaps 10.0.*", ""]
    assert "Covers or overlaps 10.0.*, 10.0.4.17" in _add(here, dialog, "10.0.0.0/8")._extent.text()


def test_public_addresses_need_an_explicit_confirmation_each_time_the_number_changes(here: Any) -> None:
    dialog = _privileged(here)
    entry = _add(here, dialog, "8.8.8.0/24")
    assert not here.ok_of(entry).isEnabled()
    assert entry.confirmation.box.text() == "&Yes, allow 256 public addresses to relay"
    here.click(entry.confirmation.box)
    assert here.ok_of(entry).isEnabled()
    entry.range.line.clear()
    here.qtbot.keyClicks(entry.range.line, "8.0.0.0/8")
    assert not here.ok_of(entry).isEnabled()
    assert "16,777,216 public addresses" in entry.confirmation.box.text()
    here.click(entry.confirmation.box)
    here.click(here.ok_of(entry))
    assert [entry.range for entry in dialog.entries()] == ["8.0.0.0/8"]
    here.qtbot.keyClick(dialog.panel.table, Qt.Key.Key_Return)
    edited = here.popup(RangeEntryDialog)
    assert here.ok_of(edited).isEnabled(), "what was confirmed needs no second confirmation to change its note"


def test_another_range_of_the_same_size_needs_its_own_confirmation(here: Any) -> None:
    entry = _add(here, _privileged(here), "8.8.8.8")
    here.click(entry.confirmation.box)
    assert here.ok_of(entry).isEnabled()
    here.qtbot.keyClick(entry.range.line, Qt.Key.Key_Backspace)
    here.qtbot.keyClicks(entry.range.line, "9")
    assert entry.range.value() == "8.8.8.9"
    assert not entry.confirmation.box.isChecked()
    assert not here.ok_of(entry).isEnabled()
    paste = PasteDialog([], "8.8.8.8\n10.0.0.1", parent=here.dialog)
    paste.show()
    here.click(paste.confirmation.box)
    assert here.ok_of(paste).isEnabled()
    paste.text.setPlainText("9.9.9.9\n10.0.0.1")
    assert not here.ok_of(paste).isEnabled()


def test_many_lines_are_pasted_at_once_or_not_at_all(here: Any) -> None:
    dialog = _privileged(here)
    here.click(here.ok_of(_add(here, dialog, "10.0.4.17")))
    lines = ("10.1.*  # lab", "", "10.2.0.1 - 10.2.0.9 printers", "nonsense", "10.0.4.17", "8.8.8.8;dns", "300.*")
    QGuiApplication.clipboard().setText("\n".join(lines))
    here.qtbot.keyClick(dialog.panel.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    paste = here.popup(PasteDialog)
    assert "Line 4: 'nonsense' is not an address or range" in paste.report.text()
    assert "Line 7: '300.*' has a part above 255." in paste.report.text()
    assert not here.ok_of(paste).isEnabled()
    paste.text.setPlainText(paste.text.toPlainText().replace("nonsense\n", "").replace("\n300.*", ""))
    assert paste.report.text() == "3 ranges will be added.\nLine 4: 10.0.4.17 is listed already."
    assert not here.ok_of(paste).isEnabled()
    here.click(paste.confirmation.box)
    here.click(here.ok_of(paste))
    assert [(entry.range, entry.note) for entry in dialog.entries()] == [
        ("10.0.4.17", ""), ("10.1.*", "lab"), ("10.2.0.1-10.2.0.9", "printers"), ("8.8.8.8", "dns")]


def test_expired_entries_are_struck_through_and_admit_nobody(console: Open, store: Store) -> None:
    entry = {"range": "10.0.0.1", "expires_at": (datetime.now(UTC) - timedelta(days=1)).isoformat()}
    store.settings.change(lambda settings: set_paths(settings, {
        "smtp.relay.allow_privileged_ip_ranges": True, "smtp.relay.privileged_ip_ranges": [entry]}), "test")
    here = console()
    here.bring("Relay")
    here.click(here.find(RANGES))
    dialog = here.popup(PrivilegedDialog)
    model = dialog.panel.table.model()
    assert model.data(model.index(0, RangeColumn.RANGE), Qt.ItemDataRole.FontRole).strikeOut()
    assert dialog.panel.remarks() == ["Expired"]
    assert dialog.summary() == "The list admits nobody; 1 has expired."


def test_authentication_method_shows_where_and_when_users_can_log_in(here: Any) -> None:
    here.click(here.find("authentication_method"))
    dialog = here.popup(AuthenticationDialog)
    model = dialog.table.model()
    texts = [model.data(model.index(0, column)) for column in range(model.columnCount())]
    assert texts[:5] == ["127.0.0.1", "2525", "STARTTLS", "Only over a secure connection",
                         "To every client: they are on this computer"]
