"""Smart hosts for some mail, the exceptions of Outbound, and the test of a smart host, by real clicks."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLineEdit, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from harness.sink import Sink
from posthouse_console.dialogs.smart_host_test import SmartHostTestDialog
from posthouse_console.properties.page import SmartHostTest
from posthouse_console.service.background import Background
from posthouse_console.service.smart_host_test import SmartHostTrial
from posthouse_server.paths import DataFolder
from posthouse_server.secrets import Secrets, smart_host_secret_name
from posthouse_server.settings.choices import OutboundTls
from posthouse_server.settings.schema import SmartHost

Open = Callable[[], Any]
Button = QDialogButtonBox.StandardButton


def _shown(here: Any) -> QDialog:
    return next(child for child in here.dialog.findChildren(QDialog) if child.isVisible())


def _ok(dialog: QDialog) -> QPushButton:
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    return box.button(Button.Ok)


def _add(here: Any, **texts: str) -> None:
    here.click(here.find("add_smart_host", QPushButton))
    dialog = _shown(here)
    assert not _ok(dialog).isEnabled()
    if "password" in texts:
        here.find("smtp_smart_hosts_authentication", QComboBox, dialog).setCurrentIndex(1)
    for name, text in texts.items():
        here.qtbot.keyClicks(here.find(f"smtp_smart_hosts_{name}", QLineEdit, dialog), text)
    here.click(_ok(dialog))


def test_they_are_added_moved_edited_and_removed(console: Open, memory_keyring: Any) -> None:
    here = console()
    here.bring("Smart Host")
    _add(here, name="Partner", host="mx.partner.example", for_recipients="partner.example, partner.test")
    _add(here, name="News", host="mail.news.example", for_senders="News.example", username="key", password="hush hush")
    here.apply()
    first, second = here.value("smtp.smart_hosts")
    assert (first.for_recipients, second.for_senders) == (("partner.example", "partner.test"), ("news.example",))
    assert memory_keyring.secrets == {smart_host_secret_name("mail.news.example", "key"): "hush hush"}
    field = here.page.hosts
    field.table.select(1)
    assert not field.down.isEnabled()
    here.click(field.up)
    here.apply()
    assert [host.name for host in here.value("smtp.smart_hosts")] == ["News", "Partner"]
    here.click(field.edit)
    dialog = _shown(here)
    here.find("smtp_smart_hosts_port", QSpinBox, dialog).setValue(2525)
    here.click(_ok(dialog))
    here.apply()
    assert here.value("smtp.smart_hosts.0.port") == 2525
    here.click(field.remove)
    here.apply()
    assert [host.name for host in here.value("smtp.smart_hosts")] == ["Partner"]


def test_the_dialog_says_what_is_missing_or_wrong(console: Open) -> None:
    here = console()
    here.bring("Smart Host")
    _add(here, name="Partner", host="mx.partner.example", for_recipients="partner.example")
    here.click(here.find("add_smart_host", QPushButton))
    dialog: Any = _shown(here)
    assert dialog.notice.text() == "Fill in: Smart host."
    here.qtbot.keyClicks(dialog.form.host.input, "mx.example")
    assert dialog.notice.text() == "Fill in: For senders, For recipients, or both."
    here.qtbot.keyClicks(dialog.senders.input, "not a domain!")
    assert not _ok(dialog).isEnabled()
    assert not dialog.form.test.isEnabled()
    dialog.senders.input.setText("a.example")
    here.qtbot.keyClicks(dialog.name.input, "Partner")
    assert "two smart hosts are named Partner" in dialog.notice.text()[:1].lower() + dialog.notice.text()[1:]
    dialog.name.input.clear()
    assert _ok(dialog).isEnabled()
    dialog.reject()


def test_the_test_takes_what_is_edited_and_typed(console: Open) -> None:
    here = console()
    here.bring("Smart Host")
    wanted: list[SmartHostTest] = []
    here.dialog.tool_wanted.connect(wanted.append)
    here.click(here.find("smtp_smart_host_enabled"))
    here.click(here.page.form.test)
    assert here.page.notice.text() == "Smart host: fill it in, or switch the smart host off."
    here.find("smtp_smart_host_authentication", QComboBox).setCurrentIndex(1)
    for name, text in (("host", "mail.example.net"), ("username", "me"), ("password", "hush")):
        here.qtbot.keyClicks(here.find(f"smtp_smart_host_{name}", QLineEdit), text)
    here.click(here.page.form.test)
    (test,) = wanted
    assert (test.host.host, test.host.username, test.secret, test.asker) == ("mail.example.net", "me", "hush", here.dialog)
    assert "hush" not in repr(test)
    _add(here, host="mx.partner.example", for_recipients="partner.example", username="key", password="hush hush")
    here.click(here.page.hosts.test)
    assert (wanted[-1].host.place, wanted[-1].secret) == ("mx.partner.example:587", "hush hush")
    here.click(here.page.hosts.edit)
    dialog: Any = _shown(here)
    here.click(dialog.form.test)
    assert wanted[-1].asker is dialog
    dialog.reject()


def test_exceptions_of_outbound(console: Open) -> None:
    here = console()
    here.bring("Outbound")
    here.click(here.find("add_destination", QPushButton))
    dialog: Any = _shown(here)
    assert not _ok(dialog).isEnabled()
    here.qtbot.keyClicks(dialog.domain.input, "Slow.example")
    dialog.tls.combo.setCurrentIndex(1)
    dialog.rate.spin.setValue(30)
    here.click(_ok(dialog))
    here.find("smtp_outbound_messages_per_minute", QSpinBox).setValue(600)
    here.find("smtp_outbound_bind_address", QComboBox).setEditText("127.0.0.2")
    assert "does not have that address at the moment" in here.page.notice.text()
    here.find("smtp_outbound_tls", QComboBox).setCurrentIndex(3)
    assert "can be read on the way" in here.page.notice.text()
    here.apply()
    outbound = here.value("smtp.outbound")
    (rule,) = outbound.destinations
    assert (rule.domain, rule.tls, rule.messages_per_minute) == ("slow.example", OutboundTls.REQUIRED, 30)
    assert (outbound.messages_per_minute, outbound.bind_address, outbound.tls) == (600, "127.0.0.2", OutboundTls.NONE)
    here.click(here.find("add_destination", QPushButton))
    dialog = _shown(here)
    here.qtbot.keyClicks(dialog.domain.input, "slow.example")
    assert "stands twice" in dialog.notice.text()
    dialog.reject()
    here.find("smtp_outbound_bind_address", QComboBox).setEditText("elsewhere")
    assert here.page.check().startswith("Outbound IP binding: ")


class _Tests:
    """Opens the test of a sink."""

    def __init__(self, qtbot: QtBot, folder: DataFolder) -> None:
        self.qtbot, self.folder, self.background = qtbot, folder, Background()

    def open(self, sink: Sink, typed: str = "geheim", **more: Any) -> SmartHostTestDialog:
        host = SmartHost(enabled=True, host="127.0.0.1", port=sink.port, username="me",
                         **{"authentication": "password", **more})
        parent = QDialog()
        self.qtbot.addWidget(parent)
        dialog = SmartHostTestDialog(self.background, SmartHostTrial(self.folder, host, typed), parent)
        self.parent = parent
        dialog.open()
        return dialog

    def tried(self, sink: Sink, typed: str = "geheim", **more: Any) -> tuple[str, str, str]:
        """Return verdict, advice and what was said."""
        dialog = self.open(sink, typed, **more)
        self.qtbot.waitUntil(lambda: dialog.verdict.text() != "Being tried…")
        found = dialog.verdict.text(), dialog.advice.text(), dialog.text.toPlainText()
        dialog.reject()
        assert self.background.wait()
        return found


@pytest.fixture
def tests(qtbot: QtBot, folder: DataFolder, memory_keyring: Any) -> _Tests:
    return _Tests(qtbot, folder)


def test_a_good_login_is_shown_line_by_line_and_sends_nothing(tests: _Tests) -> None:
    with Sink(password="geheim", answers=lambda line: "235 welcome, geheim" if line.startswith("AUTH") else None) as sink:
        verdict, advice, said = tests.tried(sink)
    assert verdict == f"127.0.0.1 answers on port {sink.port}, not encrypted, and accepts the login of me. Nothing was sent."
    assert advice == ""
    lines = said.splitlines()
    assert lines[:2] == [f"(connecting to 127.0.0.1, port {sink.port})", "S: 220 sink.example ESMTP"]
    assert "C: AUTH PLAIN (not shown)" in lines
    assert "S: 235 welcome, (not shown)" in lines
    assert lines[-2:] == ["C: QUIT", "S: 221 bye"]
    assert "geheim" not in said
    assert not any(line.startswith(("MAIL", "RCPT", "DATA")) for line in sink.lines)


@pytest.mark.parametrize(("typed", "more", "sentence", "advice"), [
    ("wrong", {}, "refuses the login: 535 5.7.8 wrong password", "Check user name and password"),
    ("", {}, "No password is kept for me at 127.0.0.1, and none was typed.", "Type the password again"),
    ("geheim", {"tls": "required"}, "offers no encryption (STARTTLS)", "Try port 465")])
def test_what_fails_is_said_with_what_to_do(
        tests: _Tests, typed: str, more: dict[str, str], sentence: str, advice: str) -> None:
    with Sink(password="geheim") as sink:
        found = tests.tried(sink, typed, **more)
    assert sentence in found[0]
    assert advice in found[1]
    assert "geheim" not in found[2]


def test_the_kept_password_serves_where_none_is_typed(tests: _Tests, folder: DataFolder) -> None:
    Secrets(folder).set(smart_host_secret_name("127.0.0.1", "me"), "geheim")
    with Sink(password="geheim") as sink:
        assert "accepts the login of me" in tests.tried(sink, "")[0]


def test_it_can_be_cancelled_and_then_no_login_goes_out(tests: _Tests) -> None:
    gate = threading.Event()

    def wait(line: str) -> str | None:
        if line.startswith("EHLO"):
            gate.wait(10)
        return None

    with Sink(password="geheim", answers=wait) as sink:
        dialog = tests.open(sink)
        tests.qtbot.waitUntil(lambda: "C: EHLO" in dialog.text.toPlainText())
        box = dialog.findChild(QDialogButtonBox)
        assert box is not None
        box.button(Button.Cancel).click()
        assert dialog.verdict.text() == "Cancelled. Nothing more is sent to that server."
        assert dialog.isVisible()
        gate.set()
        assert tests.background.wait()
        assert not any(line.startswith("AUTH") for line in sink.lines)
        box.button(Button.Cancel).click()
        assert not dialog.isVisible()
