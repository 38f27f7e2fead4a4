"""Connect a Device or Program: what is shown and copied, for whom, and what stands in the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QTableWidget, QTabWidget
from pytestqt.qtbot import QtBot

from console.robot import child, click_node, click_row, dialog, trigger
from posthouse_console.actions import Command
from posthouse_console.dialogs.connect_device import ConnectDeviceDialog
from posthouse_console.main_window import MainWindow
from posthouse_console.menus import row_menu
from posthouse_console.navigation.nodes import SMTP_PATH
from posthouse_console.properties.dialog import PropertiesDialog
from posthouse_console.service.connection_facts import certificate_warning, connection, doors, warnings
from posthouse_console.service.device_fields import PRODUCTS, filled
from posthouse_console.service.journey import Sight, StageState, refused, stages
from posthouse_console.service.password_strength import strength
from posthouse_console.service.reply_advice import advice_for
from posthouse_console.widgets.privileged_dialog import PrivilegedDialog
from posthouse_server.certificates import CertificateFacts
from posthouse_server.settings import Settings, set_paths
from posthouse_server.settings.choices import Tls
from posthouse_server.settings.schema import Listener, PrivilegedRange
from posthouse_server.store import Store
from posthouse_server.store.directory import MailboxKind, MailboxRow
from posthouse_server.store.traffic import AttemptRow, DecisionRow

AT = datetime(2026, 11, 24, 12, tzinfo=UTC)
JOHN = MailboxRow("example.com", "john", MailboxKind.USER, True, "example.com/john", ("john@example.com",))
SCANNER = PrivilegedRange(range="192.168.7.9", note="Scanner")
NETWORK = {"smtp.inbound.listeners": [{"address": "127.0.0.1", "port": 2525}, {"address": "0.0.0.0", "port": 587}],
           "smtp.relay.allow_privileged_ip_ranges": True,
           "smtp.relay.privileged_ip_ranges": [{"range": "192.168.7.9", "note": "Scanner"}]}


def made(**changes: object) -> Settings:
    return set_paths(Settings(), {**NETWORK, **{f"smtp.{path.replace('__', '.')}": value for path, value in changes.items()}})


@pytest.fixture
def panel(qtbot: QtBot, full_store: Store, open_window: Callable[[], MainWindow]) -> ConnectDeviceDialog:
    full_store.settings.change(lambda old: set_paths(old, NETWORK), "test")
    trigger(open_window(), Command.CONNECT_DEVICE)
    return dialog(qtbot, ConnectDeviceDialog)


def text(panel: ConnectDeviceDialog, name: str) -> str:
    return child(panel, QLineEdit, name).text()


def field(panel: ConnectDeviceDialog, label: str) -> str:
    table = child(panel, QTableWidget, "fieldsTable")
    rows = {table.item(row, 0).text(): table.item(row, 1).text() for row in range(table.rowCount())}  # type: ignore[union-attr]
    return rows[label]


def test_it_shows_the_door_for_a_mailbox_and_copies_it(qtbot: QtBot, panel: ConnectDeviceDialog) -> None:
    assert text(panel, "copyUsername") == "john@example.com"
    assert (text(panel, "copyPort"), text(panel, "copySecurity")) == ("587", "STARTTLS")
    for name, value in (("copyPortButton", "587"), ("copyUsernameButton", "john@example.com")):
        qtbot.mouseClick(child(panel, QPushButton, name), Qt.MouseButton.LeftButton)
        assert QApplication.clipboard().text() == value
    assert not child(panel, QPushButton, "copyPasswordButton").isEnabled()
    assert panel.panel.code.text.splitlines()[1:] == ["Port: 587", "Security: STARTTLS", "User name: john@example.com"]


def test_the_fields_follow_the_product_and_are_copied_together(qtbot: QtBot, panel: ConnectDeviceDialog) -> None:
    box = child(panel, QComboBox, "productBox")
    box.setCurrentIndex(box.findText("Kyocera"))
    assert field(panel, "SMTP Security") == "STARTTLS"
    assert field(panel, "Login User Name") == "john@example.com"
    qtbot.mouseClick(child(panel, QPushButton, "copyAllButton"), Qt.MouseButton.LeftButton)
    assert "SMTP Port Number: 587\n" in QApplication.clipboard().text()


def test_a_range_needs_no_login(panel: ConnectDeviceDialog) -> None:
    panel.panel.choose("192.168.7.9")
    assert text(panel, "copyUsername") == "none"
    assert field(panel, "SMTP authentication") == "Off"
    assert panel.panel.code.text.endswith("No login")


def test_it_warns_live(qtbot: QtBot, full_store: Store, panel: ConnectDeviceDialog) -> None:
    assert "not running" in panel.panel.warnings.text()
    full_store.settings.change(lambda old: set_paths(old, {"smtp.relay.allow_authenticated_senders": False}), "boss")
    qtbot.waitUntil(lambda: "a login does not help" in panel.panel.warnings.text(), timeout=10_000)


def test_it_opens_for_the_selected_mailbox(qtbot: QtBot, full_store: Store, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    click_node(qtbot, window, "Messaging Manager", "Post Offices", "example.com", "Mailboxes")
    click_row(qtbot, window, "mary")
    menu = row_menu(window, window.actions_by_command, next(iter(window.pane.list.selected_rows())))
    assert menu is not None
    assert window.actions_by_command[Command.CONNECT_DEVICE] in menu.actions()
    trigger(window, Command.CONNECT_DEVICE)
    assert text(dialog(qtbot, ConnectDeviceDialog), "copyUsername") == "mary@example.com"


def test_an_empty_folder_says_what_is_missing(qtbot: QtBot, window: MainWindow) -> None:
    click_node(qtbot, window, *SMTP_PATH)
    trigger(window, Command.CONNECT_DEVICE)
    assert "no mailbox and no privileged range" in dialog(qtbot, ConnectDeviceDialog).panel.warnings.text()


def test_the_best_door_comes_first() -> None:
    settings = made(inbound__listeners=[
        {"address": "127.0.0.1", "port": 1}, {"address": "0.0.0.0", "port": 2, "tls": "none"},
        {"address": "0.0.0.0", "port": 3, "authentication": "never"}, {"address": "0.0.0.0", "port": 4}])
    assert next(iter(doors(settings, JOHN))).port == 4
    assert next(iter(doors(settings, SCANNER))).port in (3, 4)


def test_the_address_fits_the_door_and_the_sender_the_smart_host() -> None:
    settings = made(smart_host={"enabled": True, "host": "smtp.example", "authentication": "password",
                                "username": "me@provider.example"})
    everywhere, one = Listener(address="0.0.0.0", port=25), Listener(address="192.168.7.2", port=25)
    found = connection(settings, everywhere, JOHN, ["192.168.7.2", "fd00::2"], "box")
    assert (found.server, found.others, found.sender) == ("192.168.7.2", ("box",), "me@provider.example")
    assert connection(settings, one, JOHN, ["10.0.0.1"], "box").server == "192.168.7.2"
    ours = replace(JOHN, post_office="posthouse.example.com", addresses=("john@posthouse.example.com",))
    assert connection(made(), one, ours, [], "box").sender == "john@example.com"


@pytest.mark.parametrize(("settings", "subject", "expected"), [
    (made(relay__enabled=False), JOHN, "Enable Mail Relay is off"),
    (made(relay__allow_authenticated_senders=False), JOHN, "a login does not help"),
    (made(advanced__allowed_commands=["STARTTLS"]), JOHN, "AUTH is switched off"),
    (made(), replace(JOHN, enabled=False), "disabled"),
    (made(inbound__listeners=[{"address": "127.0.0.1", "port": 2525}]), JOHN, "No port can be reached from the network"),
    (made(inbound__listeners=[{"address": "0.0.0.0", "port": 25, "tls": "none"}]), JOHN, "offers no encryption"),
    (made(inbound__listeners=[{"address": "0.0.0.0", "port": 25, "tls": "none", "authentication": "always"}]), JOHN,
     "unencrypted"),
    (made(inbound__listeners=[{"address": "0.0.0.0", "port": 0}]), JOHN, "another one after each start"),
    (made(inbound__listeners=[{"address": "0.0.0.0", "port": 25, "require_authentication": True}]), SCANNER,
     "wants a login from everybody"),
    (made(relay__allow_privileged_ip_ranges=False), SCANNER, "the range does not count"),
    (made(), SCANNER.model_copy(update={"expires_at": AT - timedelta(days=1)}), "has expired"),
    (made(), SCANNER.model_copy(update={"expires_at": AT + timedelta(days=1)}), "The range ends"),
    (made(), PrivilegedRange(range="127.0.0.1"), "this computer itself"),
    (made(inbound__access_control={"mode": "only_allowed", "ranges": ["10.0.0.0/8"]}), JOHN, "Access Control"),
])
def test_what_stands_in_the_way_is_said(settings: Settings, subject: MailboxRow | PrivilegedRange, expected: str) -> None:
    listener = next(iter(doors(settings, subject)))
    assert expected in " ".join(warnings(settings, listener, subject, AT, is_running=True))


def test_nothing_is_said_where_nothing_stands_in_the_way() -> None:
    settings = made()
    for subject in (JOHN, SCANNER):
        assert not warnings(settings, next(iter(doors(settings, subject))), subject, AT, is_running=True)


@pytest.mark.parametrize(("days", "is_self_signed", "expected"), [
    (300, True, "self-signed"), (-1, False, "has ended"), (5, False, "ends on"), (300, False, "")])
def test_the_certificate_is_judged(days: int, is_self_signed: bool, expected: str) -> None:
    facts = CertificateFacts("CN=a", "CN=a", ("a",), AT - timedelta(days=9), AT + timedelta(days=days), is_self_signed)
    said = certificate_warning(Listener(), facts, AT)
    assert expected in said
    assert bool(said) is bool(expected)
    assert not certificate_warning(Listener(tls=Tls.NONE), facts, AT)


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda item: item.name)
@pytest.mark.parametrize("tls", Tls)
@pytest.mark.parametrize("subject", [JOHN, SCANNER])
def test_every_product_says_all_that_is_needed(product: object, tls: Tls, subject: MailboxRow | PrivilegedRange) -> None:
    found = connection(made(), Listener(address="192.168.7.2", port=2599, tls=tls), subject, [], "box")
    rows = filled(product, found)  # type: ignore[arg-type]
    values = [value for _label, value in rows]
    assert {"192.168.7.2", "2599", product.security[tls], product.login[0 if found.login else 1]} <= set(values)  # type: ignore[attr-defined]
    assert len({label for label, _value in rows}) == len(rows)
    assert ("john@example.com" in values) is bool(found.login)
    assert not any("{" in value for value in values)


@pytest.mark.parametrize(("reply", "expected"), [
    ("535 5.7.139 Authentication unsuccessful, basic authentication is disabled", "OAuth 2.0"),
    ("550 5.7.64 TenantAttribution; Relay Access Denied", "public IP address"),
    ("554 5.7.1 <a@b.example>: Relay access denied", "does not relay for you"),
    ("550 5.7.1 Relaying denied: log in first, or ask the administrator for access [AAAA-BBBB]", "Log in"),
    ("451 4.4.1 mail.example:25: timed out", "block port 25"),
    ("535 5.7.8 wrong password", "user name and password"),
    ("550 5.1.1 no such user", "recipient's address"),
    ("450 4.2.1 try again later", "by itself"),
    ("certificate verify failed: Hostname mismatch", "name of the server"),
    ("250 2.0.0 fine", ""),
])
def test_advice_fits_the_reply(reply: str, expected: str) -> None:
    advice = advice_for(reply)
    assert expected in advice
    assert bool(advice) is bool(expected)


@pytest.mark.parametrize(("password", "level"), [
    ("", 0), ("short", 0), ("password1", 0), ("scanner2026", 0), ("aaaaaaaaaaaa", 0), ("k7wq9xzr2m", 1),
    ("x7v6WgR9jeqDpLHE", 3), ("correct horse battery staple", 3)])
def test_strength(password: str, level: int) -> None:
    assert strength(password, "scanner").level == level


ID = "AAAA-BBBB"
RELAYED = DecisionRow("CCCC-DDDD", AT, "127.0.0.1", "john@example.com", False, "a@b.example", "f@far.example", "relay",
                      "authenticated", "250 2.1.5 Recipient OK", 3, ID)


def attempt(outcome: str, reply: str, remote: str = "mail.example:587") -> AttemptRow:
    return AttemptRow(AT, ID, "f@far.example", outcome, remote, reply)


def states(*attempts: AttemptRow) -> list[StageState]:
    return [stage.state for stage in stages(Sight(ID, RELAYED, None, attempts))]


def test_the_journey_goes_on_step_by_step() -> None:
    done, to_come = StageState.DONE, StageState.TO_COME
    assert states() == [done, StageState.UNDER_WAY, to_come, to_come]
    assert states(attempt("delivered", "250 taken")) == [done] * 4
    assert states(attempt("deferred", "451 later")) == [done, done, done, StageState.DELAYED]
    assert states(attempt("deferred", "451 timed out", "")) == [done, done, StageState.DELAYED, StageState.DELAYED]
    assert states(attempt("deferred", "451 later"), attempt("bounced", "550 5.1.1 no such user")) == [
        done, done, done, StageState.FAILED]
    last = stages(Sight(ID, RELAYED, None, (attempt("bounced", "550 5.1.1 no such user"),)))[-1]
    assert (last.detail, last.advice) == ("550 5.1.1 no such user", "Check the recipient's address.")


def test_the_journey_of_local_and_of_refused_mail() -> None:
    local = stages(Sight(ID, replace(RELAYED, verdict="local"), None, (attempt("delivered", "250 kept", "example.com/john"),)))
    assert local[2].title == "Put into the mailbox of f@far.example"
    assert "example.com/john" not in " ".join(stage.title for stage in local)
    first = refused("The server refuses the login: 535 5.7.8 wrong")[0]
    assert first.state is StageState.FAILED
    assert "user name and password" in first.advice


def test_a_privileged_range_leads_here_saved_or_not(qtbot: QtBot, full_store: Store,
                                                    open_window: Callable[[], MainWindow]) -> None:
    full_store.settings.change(lambda old: set_paths(old, NETWORK), "test")
    window = open_window()
    click_node(qtbot, window, *SMTP_PATH)
    trigger(window, Command.PROPERTIES)
    properties = dialog(qtbot, PropertiesDialog)
    tabs = child(properties, QTabWidget, "tabs")
    tabs.setCurrentIndex([tabs.tabText(index) for index in range(tabs.count())].index("Relay"))
    qtbot.mouseClick(child(properties, QPushButton, "smtp_relay_privileged_ip_ranges"), Qt.MouseButton.LeftButton)
    ranges = dialog(qtbot, PrivilegedDialog)
    ranges.change_entries([PrivilegedRange(range="192.168.7.77")])
    for row, is_saved in ((0, True), (1, False)):
        ranges.panel.table.select(row)
        qtbot.mouseClick(ranges.connect_device, Qt.MouseButton.LeftButton)
        opened = dialog(qtbot, ConnectDeviceDialog)
        assert opened.panel.subject.currentText().startswith(f"Range {ranges.entries()[row].range}")
        assert ("not saved yet" in opened.panel.warnings.text()) is not is_saved
        opened.reject()
        qtbot.waitUntil(lambda: not any(isinstance(item, ConnectDeviceDialog) and item.isVisible()
                                        for item in QApplication.topLevelWidgets()))
    ranges.reject()
    properties.reject()
