"""Lists of senders and of DNS blacklists, the commands that are allowed, and the test of the lists, by real clicks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import dns.rcode
import dns.resolver
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTableView,
)
from pytestqt.qtbot import QtBot

from harness.outgoing import DnsAnswer, DnsServer
from posthouse_console.dialogs import blacklist_test
from posthouse_console.properties.page import ZonesTest
from posthouse_console.service.background import Background

Open = Callable[[], Any]
Button = QDialogButtonBox.StandardButton
SENDERS = "smtp.blocked_addresses.senders"


def _type(here: Any, text: str) -> tuple[QDialog, QPushButton]:
    """Type into the dialog that has just opened; returns it with its OK."""
    dialog = next(child for child in here.dialog.findChildren(QDialog) if child.isVisible())
    edit = dialog.findChild(QPlainTextEdit, "texts")
    assert isinstance(edit, QPlainTextEdit)
    edit.selectAll()
    here.qtbot.keyClicks(edit, text) if "\n" not in text else edit.setPlainText(text)
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    return dialog, box.button(Button.Ok)


def test_senders_are_added_edited_and_removed(console: Open) -> None:
    here = console()
    here.bring("Blocked Addresses")
    page = here.dialog.tabs.currentWidget()
    here.click(page.findChild(QPushButton, "add_text"))
    dialog, ok = _type(here, "offers@Example.com\nspam.example\n\n@other.example\nspam.example")
    assert ok.isEnabled()
    report = dialog.findChild(QLabel, "texts_report")
    assert report is not None
    assert report.text() == "3 senders will be added. 1 sender in the list already."
    here.click(ok)
    here.apply()
    assert here.value(SENDERS) == ("offers@example.com", "spam.example", "other.example")
    table = page.findChild(QTableView)
    table.selectRow(0)
    here.click(page.findChild(QPushButton, "edit_text"))
    _, ok = _type(here, "news@example.com")
    here.click(ok)
    table.selectRow(1)
    here.qtbot.keyClick(table, Qt.Key.Key_Delete)
    here.apply()
    assert here.value(SENDERS) == ("news@example.com", "other.example")


@pytest.mark.parametrize(("typed", "said"), [
    ("a@b@c", "Line 1: "), ("bad domain", "Line 1: 'bad domain' is not a domain name such as example.com.")])
def test_a_bad_line_adds_nothing(console: Open, typed: str, said: str) -> None:
    here = console()
    here.bring("Blocked Addresses")
    here.click(here.dialog.tabs.currentWidget().findChild(QPushButton, "add_text"))
    dialog, ok = _type(here, typed)
    assert not ok.isEnabled()
    report = dialog.findChild(QLabel, "texts_report")
    assert report is not None
    assert report.text().startswith(said)
    dialog.reject()


def test_zones_go_to_the_store_and_the_button_asks_for_a_test(console: Open, qtbot: QtBot) -> None:
    here = console()
    here.bring("DNS Blacklisting")
    page = here.dialog.tabs.currentWidget()
    test = page.findChild(QPushButton, "test_zones")
    add = page.findChild(QPushButton, "add_text")
    assert not add.isEnabled()
    here.click(here.find("smtp_dns_blacklisting_enabled"))
    assert add.isEnabled()
    assert not test.isEnabled()
    here.click(add)
    _, ok = _type(here, "zen.spamhaus.org.")
    here.click(ok)
    with qtbot.waitSignal(here.dialog.tool_wanted) as wanted:
        here.click(test)
    assert wanted.args == [ZonesTest(("zen.spamhaus.org",))]
    here.apply()
    assert here.value("smtp.dns_blacklisting.zones") == ("zen.spamhaus.org",)


def test_a_command_is_switched_off_and_on(console: Open) -> None:
    here = console()
    here.bring("Advanced SMTP")
    box = here.find("smtp_advanced_allowed_commands_VRFY", QCheckBox)
    here.click(box)
    here.apply()
    assert here.value("smtp.advanced.allowed_commands") == ("AUTH", "STARTTLS", "BDAT", "HELP")
    here.click(here.find("smtp_advanced_allowed_commands_AUTH", QCheckBox))
    assert any("Nobody can log in" in label.text() for label in here.dialog.tabs.currentWidget().findChildren(QLabel))


def test_commands_in_another_order_are_not_edited_by_looking_at_them(console: Open) -> None:
    opened = console()
    opened.change(smtp__advanced__allowed_commands=["STARTTLS", "AUTH", "HELP", "BDAT", "VRFY"])
    opened.dialog.reject()
    here = console()
    here.bring("Advanced SMTP")
    assert here.page.apply(here.model.loaded.settings) == here.model.loaded.settings
    here.click(here.find("smtp_advanced_add_required_headers", QCheckBox))
    here.apply()
    assert here.value("smtp.advanced.allowed_commands") == ("STARTTLS", "AUTH", "HELP", "BDAT", "VRFY")


def test_a_log_has_its_directory_and_a_relative_one_is_refused(console: Open) -> None:
    here = console()
    here.bring("Logging")
    directory = here.find("smtp_logging_activity_directory", QLineEdit)
    assert not directory.isEnabled()
    here.click(here.find("smtp_logging_activity_enabled"))
    here.qtbot.keyClicks(directory, "logs")
    here.click(here.button(Button.Apply))
    assert any("'logs' is not the full path of a folder" in label.text() for label in here.dialog.findChildren(QLabel))
    directory.clear()
    here.qtbot.keyClicks(directory, "/var/log/posthouse")
    here.apply()
    assert here.value("smtp.logging.activity_directory") == "/var/log/posthouse"


def test_the_defaults_of_a_page_come_back_after_a_question_that_names_them(console: Open) -> None:
    here = console()
    here.bring("Security")
    here.click(here.find("smtp_security_require_ptr"))
    here.find("smtp_security_max_failed_logins").setValue(3)
    here.apply()
    here.click(here.find("restore_defaults", QPushButton))
    box = here.dialog.findChild(QMessageBox)
    assert "Restore the defaults of 2 settings on Security?" in box.text()
    assert "Require PTR DNS entry for unauthenticated connections: on → off" in box.informativeText()
    assert "Ban a client when the number of its failed logins reaches: 3 → 10" in box.informativeText()
    here.click(next(button for button in box.buttons() if "Restore" in button.text()))
    assert here.value("smtp.security.require_ptr") is True, "nothing is saved before Apply"
    here.apply()
    assert here.value("smtp.security.require_ptr") is False
    assert here.value("smtp.security.max_failed_logins") == 10
    here.click(here.find("restore_defaults", QPushButton))
    boxes = [found for found in here.dialog.findChildren(QMessageBox) if found.isVisible()]
    assert "has its default already" in boxes[-1].text()
    boxes[-1].close()


@pytest.mark.parametrize(("name", "default"), [
    ("smtp_security_max_failed_logins", "Default: 10."), ("smtp_relay_allow_privileged_ip_ranges", "Default: off."),
    ("smtp_smart_host_tls", "Default: When the server offers it (opportunistic).")])
def test_the_default_stands_in_the_tip(console: Open, name: str, default: str) -> None:
    assert default in console().find(name).toolTip()


def _answers(name: str, _kind: str) -> DnsAnswer:
    return {"2.0.0.127.good.example": ["127.0.0.2"], "2.0.0.127.shut.example": ["127.255.255.254"],
            "2.0.0.127.all.example": ["127.0.0.2"], "1.0.0.127.all.example": ["127.0.0.2"],
            "2.0.0.127.broken.example": dns.rcode.SERVFAIL}.get(name, dns.rcode.NXDOMAIN)  # type: ignore[return-value]


@pytest.fixture
def dns_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[DnsServer]:
    with DnsServer(lambda _name: [], _answers) as server:
        def resolver_for(_servers: object) -> dns.resolver.Resolver:
            resolver = dns.resolver.Resolver(configure=False)
            resolver.nameservers = ["127.0.0.1"]
            resolver.port = server.resolver().port
            return resolver

        monkeypatch.setattr(blacklist_test, "resolver_for", resolver_for)
        yield server


def test_each_list_says_how_it_is(console: Open, qtbot: QtBot, dns_server: DnsServer) -> None:
    here, background = console(), Background()
    zones = ("good.example", "shut.example", "all.example", "gone.example", "broken.example")
    dialog = blacklist_test.BlacklistTestDialog(background, zones, (), here.dialog)
    dialog.open()
    labels = {zone: dialog.findChild(QLabel, f"answer_{zone}") for zone in zones}

    def said() -> dict[str, str]:
        return {zone: label.text() for zone, label in labels.items() if label is not None}

    qtbot.waitUntil(lambda: not any("being asked" in text for text in said().values()), timeout=20_000)
    found = said()
    assert found["good.example"] == "It answers as it should."
    assert "does not serve this DNS resolver" in found["shut.example"]
    assert "would refuse everybody" in found["all.example"]
    assert "no entry for tests" in found["gone.example"]
    assert "does not answer" in found["broken.example"]
    dialog.reject()
    assert background.wait()
