"""Each tab carries each of its fields to the store and back; names, labels and tips are those of the schema."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from posthouse_console.widgets.access_dialog import AccessDialog
from posthouse_console.widgets.listeners_entry import ListenerDialog
from posthouse_console.widgets.ranges_entry import RangeEntryDialog
from posthouse_server.settings import set_paths
from posthouse_server.settings.schema import AuthenticationMode, Listener, Settings, Tls
from posthouse_server.store import Store

Button = QDialogButtonBox.StandardButton
Open = Callable[[], Any]

TYPED = [
    ("General", "smtp.general.hostname", "mx.example.org", "mx.example.org"),
    ("General", "smtp.general.default_domain", "example.org", "example.org"),
    ("General", "smtp.general.dns_servers", "9.9.9.9 2620:fe::fe", ("9.9.9.9", "2620:fe::fe")),
    ("General", "smtp.general.postmaster", "admin@example.org", "admin@example.org"),
    ("Inbound", "smtp.inbound.max_connections", "32", 32),
    ("Inbound", "smtp.inbound.max_connections_per_client", "7", 7),
    ("Inbound", "smtp.inbound.max_message_bytes", "5000000000", 5_000_000_000),
    ("Inbound", "smtp.inbound.enforce_max_message_bytes", None, False),
    ("Outbound", "smtp.outbound.max_deliveries", "40", 40),
    ("Outbound", "smtp.outbound.timeout_s", "90", 90),
    ("Outbound", "smtp.outbound.port", "2526", 2526),
    ("Relay", "smtp.relay.enabled", None, False),
    ("Relay", "smtp.relay.allow_authenticated_senders", None, False),
    ("Relay", "smtp.relay.allow_privileged_ip_ranges", None, True),
    ("Relay", "smtp.relay.allow_local_sender_addresses", None, True),
    ("Relay", "smtp.relay.denial_reply", 1, "mailenable"),
    ("Security", "smtp.security.refuse_unknown_local_recipients", None, False),
    ("Security", "smtp.security.max_failed_commands", "15", 15),
    ("Security", "smtp.security.ban_after_failed_commands", None, True),
    ("Security", "smtp.security.max_failed_logins", "0", 0),
    ("Security", "smtp.security.max_refused_relays", "20", 20),
    ("Security", "smtp.security.max_recipients_per_hour_login", "0", 0),
    ("Security", "smtp.security.max_recipients_per_hour_range", "700", 700),
    ("Security", "smtp.security.max_recipients_per_hour_client", "800", 800),
    ("Security", "smtp.security.alarm_on_unusual_sending", None, False),
    ("Security", "smtp.security.refuse_invalid_sender_domains", None, True),
    ("Security", "smtp.security.require_own_sender_address", None, True),
    ("Security", "smtp.security.refuse_spoofed_senders", None, True),
    ("Security", "smtp.security.require_ptr", None, True),
    ("Security", "smtp.security.hide_client_addresses", None, True),
    ("Security", "smtp.security.disable_catch_alls", None, True),
    ("Security", "smtp.security.allow_domain_literals", None, True),
    ("Security", "smtp.security.max_recipients_per_message", "300", 300),
    ("Security", "smtp.security.use_welcome_message", None, True),
    ("Advanced SMTP", "smtp.advanced.catch_all_header", "X-Original-To", "X-Original-To"),
    ("Advanced SMTP", "smtp.advanced.add_required_headers", None, False),
    ("Whitelist", "smtp.whitelist.enabled", None, True),
    ("DNS Blacklisting", "smtp.dns_blacklisting.enabled", None, True),
    ("Logging", "smtp.logging.activity_enabled", None, True),
    ("Logging", "smtp.logging.w3c_enabled", None, True),
    ("Logging", "smtp.logging.debug_enabled", None, True),
    ("Logging", "smtp.logging.file_megabytes", "5", 5),
    ("Logging", "smtp.logging.keep_days", "0", 0),
    ("Logging", "smtp.logging.keep_megabytes", "50", 50),
    ("Delivery", "smtp.delivery.lifetime_hours", "48", 48),
    ("Delivery", "smtp.delivery.delay_notifications", 1, "first_failure"),
    ("Delivery", "smtp.delivery.receipts", 2, "never"),
    ("Delivery", "smtp.delivery.max_connections_per_destination", "9", 9),
]
SMART_HOST = [
    ("host", "mail.example.net", "mail.example.net"),
    ("port", "465", 465),
    ("tls", 2, "implicit"),
    ("authentication", 2, "oauth2"),
    ("username", "me@example.net", "me@example.net"),
    ("oauth2.token_url", "https://id.example.net/token", "https://id.example.net/token"),
    ("oauth2.client_id", "posthouse", "posthouse"),
    ("oauth2.scope", "mail.send", "mail.send"),
]


def enter(here: Any, widget: QWidget, keys: str | int | None) -> None:
    """Do what a user does: click a box, choose from a combo box with the keyboard, or type over a field."""
    if keys is None:
        here.click(widget)
    elif isinstance(widget, QComboBox) and isinstance(keys, int):
        here.qtbot.keyClick(widget, Qt.Key.Key_Home)
        for _step in range(keys):
            here.qtbot.keyClick(widget, Qt.Key.Key_Down)
    elif isinstance(widget, QLineEdit | QAbstractSpinBox):
        widget.selectAll()
        here.qtbot.keyClicks(widget, str(keys))


def shown(widget: QWidget) -> object:
    if isinstance(widget, QGroupBox | QCheckBox):
        return widget.isChecked()
    if isinstance(widget, QComboBox):
        return widget.currentIndex()
    return widget.text() if isinstance(widget, QLineEdit | QAbstractSpinBox) else None


@pytest.mark.parametrize(("tab", "path", "keys", "expected"), TYPED)
def test_a_field_goes_to_the_store_and_comes_back(console: Open, tab: str, path: str, keys: Any, expected: object) -> None:
    here = console()
    here.bring(tab)
    widget = here.find(path.replace(".", "_"))
    enter(here, widget, keys)
    here.apply()
    before = shown(widget)
    assert here.value(path) == expected
    again = console()
    again.bring(tab)
    assert shown(again.find(path.replace(".", "_"))) == before


def test_smart_host_goes_to_the_store_and_comes_back(console: Open) -> None:
    here = console()
    here.bring("Smart Host")
    here.click(here.find("smtp_smart_host_enabled"))
    for name, keys, _expected in SMART_HOST:
        assert isinstance(keys, str | int)
        enter(here, here.find(f"smtp_smart_host_{name.replace('.', '_')}"), keys)
    here.apply()
    for name, _keys, expected in SMART_HOST:
        assert here.value(f"smtp.smart_host.{name}") == expected
    assert here.value("smtp.smart_host.enabled") is True


def test_retries_go_to_the_store_and_a_short_list_stays_short(console: Open, store: Store) -> None:
    store.settings.change(lambda settings: set_paths(settings, {"smtp.delivery.retry_minutes": [5, 10]}), "test")
    here = console()
    here.bring("Delivery")
    spins = [here.find(f"smtp_delivery_retry_minutes_{number}", QSpinBox) for number in range(4)]
    assert [spin.value() for spin in spins] == [5, 10, 10, 10]
    enter(here, here.find("smtp_delivery_lifetime_hours"), "24")
    here.apply()
    assert here.value("smtp.delivery.retry_minutes") == (5, 10)
    enter(here, spins[3], "60")
    here.apply()
    assert here.value("smtp.delivery.retry_minutes") == (5, 10, 10, 60)


def test_private_key_needs_a_certificate(console: Open, tmp_path: Path) -> None:
    certificate, private_key = tmp_path / "c.pem", tmp_path / "k.pem"
    certificate.touch()
    private_key.touch()
    here = console()
    here.bring("Inbound")
    key = here.find("smtp_inbound_private_key_file", QLineEdit)
    assert not key.isEnabled()
    enter(here, here.find("smtp_inbound_certificate_file"), str(certificate))
    enter(here, key, str(private_key))
    here.apply()
    assert here.value("smtp.inbound.private_key_file") == str(private_key)
    assert any(f"{certificate}, key in {private_key}" in label.text() for label in here.dialog.findChildren(QLabel))


def test_a_file_that_is_not_there_is_refused_at_its_field(console: Open, tmp_path: Path) -> None:
    here = console()
    here.bring("Inbound")
    line = here.find("smtp_inbound_certificate_file")
    for typed, fault in ((str(tmp_path / "no.pem"), "there is no file"), ("c.pem", "is not a whole path"),
                         (str(tmp_path), "is a folder")):
        line.clear()
        enter(here, line, typed)
        here.press(Button.Apply)
        assert here.dialog.message.text().startswith("Certificate file (PEM): ")
        assert fault in here.dialog.message.text()
        assert here.dialog.focusWidget() is line
    assert here.value("smtp.inbound.certificate_file") == ""


def test_every_setting_of_the_tabs_has_a_named_described_widget(console: Open) -> None:
    here = console()
    sections = Settings().smtp
    for section in (sections.general, sections.inbound, sections.outbound, sections.relay, sections.security, sections.delivery,
                    sections.smart_host):
        name = next(name for name, value in sections if value is section)
        for setting, declared in type(section).model_fields.items():
            if setting in ("retry_minutes", "oauth2"):
                continue  # their parts have widgets of their own
            widget = here.find(f"smtp_{name}_{setting}")
            # A button is named by what stands on it.
            assert (widget.accessibleName() or widget.text().replace("&", "").removesuffix("...")) == declared.title
            assert widget.accessibleDescription() == declared.description
            assert widget.toolTip()


def test_labels_lead_to_their_fields_by_different_letters(console: Open) -> None:
    here = console()
    for number in range(here.dialog.tabs.count()):
        page = here.dialog.tabs.widget(number)
        captions = [label.text() for label in page.findChildren(QLabel) if label.text() and label.buddy() is not None]
        captions += [box.text() for box in page.findChildren(QCheckBox) if "&" in box.text()]
        assert not [caption for caption in captions if "&" not in caption]
        letters = [caption[caption.index("&") + 1].lower() for caption in captions]
        assert len(set(letters)) == len(letters), captions
        assert "a" not in letters, "Alt+A is Apply"


def test_tab_order_follows_the_eye(console: Open) -> None:
    here = console()
    for number in range(here.dialog.tabs.count()):
        here.dialog.tabs.setCurrentIndex(number)
        here.dialog.tabs.tabBar().setFocus()
        places = []
        for _step in range(30):
            here.qtbot.keyClick(here.dialog.focusWidget(), Qt.Key.Key_Tab)
            focus = here.dialog.focusWidget()
            if focus is here.button(Button.Ok):
                break
            if here.page.isAncestorOf(focus):  # within the page: it may be scrolled by now
                places.append(focus.mapTo(here.page, focus.rect().topLeft()))
        else:
            pytest.fail("Tab never reaches OK")
        heights = [place.y() for place in places]
        assert all(later >= earlier - 40 for earlier, later in pairwise(heights)), (number, heights)


def test_a_listener_is_added_edited_and_removed(console: Open) -> None:
    here = console()
    here.bring("Inbound")
    here.click(here.find("add_listener"))
    dialog = here.popup(ListenerDialog)
    ok = here.ok_of(dialog)
    assert dialog.address.currentText() == "This computer only (127.0.0.1)"
    here.qtbot.keyClicks(dialog.address.lineEdit(), "0.0.0.0")
    enter(here, dialog.port.spin, "587")
    enter(here, dialog.tls.combo, 0)
    enter(here, dialog.authentication.combo, 0)
    enter(here, dialog.required.box, None)
    here.click(ok)
    assert here.button(Button.Apply).isEnabled()
    assert "passwords cross the network unencrypted" in here.page.notice.text()
    here.apply()
    added = here.value("smtp.inbound.listeners")[1]
    assert added == Listener(address="0.0.0.0", port=587, tls=Tls.NONE, authentication=AuthenticationMode.ALWAYS,
                             require_authentication=True)
    table = here.find("smtp_inbound_listeners")
    table.select(1)
    here.qtbot.keyClick(table, Qt.Key.Key_Return)
    dialog = here.popup(ListenerDialog)
    enter(here, dialog.tls.combo, 1)
    here.click(here.ok_of(dialog))
    assert here.page.notice.text() == ""
    here.qtbot.keyClick(table, Qt.Key.Key_Delete)
    here.apply()
    assert here.value("smtp.inbound.listeners") == (Listener(),)


def test_a_listener_on_a_taken_port_is_refused(console: Open) -> None:
    here = console()
    here.bring("Inbound")
    here.click(here.find("add_listener"))
    dialog = here.popup(ListenerDialog)
    ok = here.ok_of(dialog)
    enter(here, dialog.port.spin, "2525")
    assert not ok.isEnabled()
    dialog.address.setEditText("not an address")
    assert not ok.isEnabled()
    dialog.address.setEditText("::1")
    assert ok.isEnabled()
    dialog.address.setCurrentIndex(dialog.address.findText("All IPv6 addresses (::)"))
    assert dialog.listener().address == "::"
    dialog.reject()


def test_access_control_goes_to_the_store(console: Open) -> None:
    here = console()
    here.bring("Inbound")
    here.click(here.find("smtp_inbound_access_control"))
    dialog = here.popup(AccessDialog)
    enter(here, dialog.mode.combo, 1)
    here.click(dialog.panel.add)
    entry = here.popup(RangeEntryDialog)
    here.qtbot.keyClicks(entry.range.line, "203.0.114.*")
    here.click(here.ok_of(entry))
    here.click(here.ok_of(dialog))
    here.apply()
    access = here.value("smtp.inbound.access_control")
    assert (access.mode, access.ranges) == ("only_allowed", ("203.0.114.*",))
    assert any(label.text() == "Only clients in 1 range may connect." for label in here.dialog.findChildren(QLabel))


def test_the_whitelist_is_edited_in_its_tab_and_grey_while_it_is_off(console: Open) -> None:
    here = console()
    here.bring("Whitelist")
    page = here.dialog.tabs.currentWidget().findChild(QCheckBox, "smtp_whitelist_enabled")
    add = here.find("add_range", inside=here.dialog.tabs.currentWidget())
    assert not add.isEnabled()
    here.click(page)
    here.click(add)
    entry = here.popup(RangeEntryDialog)
    here.qtbot.keyClicks(entry.range.line, "203.0.114.*")
    here.click(here.ok_of(entry))
    here.apply()
    assert here.value("smtp.whitelist.ranges") == ("203.0.114.*",)
    assert here.value("smtp.whitelist.enabled") is True
    again = console()
    again.bring("Whitelist")
    assert again.find("add_range", inside=again.dialog.tabs.currentWidget()).isEnabled()
