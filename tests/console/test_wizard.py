"""Set Up Posthouse: by real clicks and keys, left at any page, saved at once, and refused without a trace."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from console.conftest import WhenServer
from console.robot import answer, child, dialog, trigger, type_into
from harness.sink import Sink
from posthouse_console.actions import Command
from posthouse_console.first_run import FirstRun
from posthouse_console.main_window import MainWindow
from posthouse_console.navigation.getting_started import GettingStarted
from posthouse_console.service.journey import StageState
from posthouse_console.service.set_up import Answers, Reach, Way, save_all
from posthouse_console.widgets.exposure_confirmation import ExposureConfirmation
from posthouse_console.wizard.devices import DevicesPage
from posthouse_console.wizard.dialog import SetUpDialog
from posthouse_console.wizard.journey import JourneyPage
from posthouse_console.wizard.reach import ReachPage
from posthouse_console.wizard.way_fields import WayFields
from posthouse_server.secrets import Secrets
from posthouse_server.settings import set_paths
from posthouse_server.settings.choices import SmartHostTls
from posthouse_server.settings.schema import PrivilegedRange, SmartHost, smart_host_secret_name
from posthouse_server.store import StaleRevisionError, Store
from posthouse_server.store.clock import now
from posthouse_server.store.directory import DirectoryError
from posthouse_server.store.ids import new_id
from posthouse_server.store.nodes import NodeState
from posthouse_server.store.traffic import DecisionRow

PASSWORD = "correct horse battery"
_PATIENCE_MS = 20_000


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """Secrets go to the encrypted file of the data folder, not to the keyring of whoever runs the tests."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")


@pytest.fixture
def wizard(qtbot: QtBot, window: MainWindow) -> SetUpDialog:
    """The set-up on an empty data folder."""
    trigger(window, Command.SET_UP)
    return dialog(qtbot, SetUpDialog)


def press(qtbot: QtBot, button: QAbstractButton) -> None:
    assert button.isEnabled(), button.text()
    place = QPoint(8, button.height() // 2) if isinstance(button, QRadioButton) else button.rect().center()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=place)


def choose_way(qtbot: QtBot, wizard: SetUpDialog, way: Way) -> None:
    press(qtbot, child(wizard, QAbstractButton, f"way_{way}"))


def fill(qtbot: QtBot, wizard: SetUpDialog, pages: int) -> None:
    """Answer so many pages, and go on after each."""
    for number in range(pages):
        if number == 0:
            wizard.page.port.setCurrentText("2599")  # type: ignore[attr-defined]
        elif number == 1:
            type_into(qtbot, wizard.page, "domainEdit", "example.com")
        elif number == 2:
            type_into(qtbot, wizard.page, "passwordEdit", PASSWORD)
        elif number == 3:
            choose_way(qtbot, wizard, Way.DIRECT)
        press(qtbot, wizard.next)


@pytest.mark.parametrize("pages", range(6))
def test_it_can_be_left_at_any_page_with_nothing_done(qtbot: QtBot, store: Store, wizard: SetUpDialog, pages: int) -> None:
    fill(qtbot, wizard, pages)
    assert wizard.page is wizard.pages[pages]
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    if pages:
        assert "Nothing has been saved" in answer(qtbot, "Leave")
    qtbot.waitUntil(lambda: not any(isinstance(item, SetUpDialog) and item.isVisible()
                                    for item in QApplication.topLevelWidgets()))
    assert store.settings.newest_number() == 1
    assert not store.directory.list_domains()
    assert not store.directory.list_mailboxes()


def test_going_on_after_the_question_keeps_what_was_answered(qtbot: QtBot, wizard: SetUpDialog) -> None:
    fill(qtbot, wizard, 2)
    press(qtbot, wizard.cancel)
    answer(qtbot, "Go On")
    press(qtbot, wizard.back)
    assert child(wizard.page, QLineEdit, "domainEdit").text() == "example.com"


def test_everything_is_saved_at_once(qtbot: QtBot, store: Store, window: MainWindow, wizard: SetUpDialog,
                                     when_server: WhenServer) -> None:
    when_server(NodeState.RUNNING, revision=1)
    qtbot.waitUntil(lambda: window.dispatch.set_up._backend.server.is_running)
    fill(qtbot, wizard, 3)
    choose_way(qtbot, wizard, Way.SMART_HOST)
    assert not wizard.next.isEnabled()
    type_into(qtbot, wizard.page, "smart_host_host", "mail.provider.example")
    type_into(qtbot, wizard.page, "smart_host_username", "me@provider.example")
    type_into(qtbot, wizard.page, "smart_host_secret", "hush")
    press(qtbot, wizard.next)
    wizard.page.panel.show_entries([PrivilegedRange(range="192.168.7.9", note="Scanner")])  # type: ignore[attr-defined]
    wizard.page.panel.changed.emit()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "1 private address can relay" in wizard.page.exposure.text(),  # type: ignore[attr-defined]
                    timeout=_PATIENCE_MS)
    press(qtbot, wizard.next)
    assert wizard.next.text() == "&Save"
    text = wizard.summary.changes.text()
    for words in ("port 2599", "posthouse.example.com", "scanner@posthouse.example.com", "mail.provider.example", "192.168.7.9",
                  "never into the settings"):
        assert words in text
    qtbot.waitUntil(lambda: "192.168.7.9 (Scanner), without a password" in wizard.summary.relay.text(), timeout=_PATIENCE_MS)
    press(qtbot, wizard.next)
    qtbot.waitUntil(lambda: wizard.page is wizard.journey, timeout=_PATIENCE_MS)
    assert [(item.number, item.kind) for item in store.settings.history()] == [(3, "settings"), (2, "directory"),
                                                                               (1, "settings")]
    smtp = store.settings.load().settings.smtp
    assert [(item.address, item.port) for item in smtp.inbound.listeners] == [("0.0.0.0", 2599)]
    assert (smtp.smart_host.host, smtp.smart_host.tls) == ("mail.provider.example", SmartHostTls.REQUIRED)
    assert smtp.relay.allow_privileged_ip_ranges
    assert [item.range for item in smtp.relay.privileged_ip_ranges] == ["192.168.7.9"]
    assert "hush" not in smtp.model_dump_json()
    assert Secrets(store.folder).get(smart_host_secret_name("mail.provider.example", "me@provider.example")) == "hush"
    assert [row.login for row in store.directory.list_mailboxes()] == ["scanner@posthouse.example.com"]
    assert not wizard.back.isEnabled()


def test_somebody_else_saves_meanwhile_and_both_stay(qtbot: QtBot, store: Store, wizard: SetUpDialog) -> None:
    fill(qtbot, wizard, 4)
    wizard.page.panel.show_entries([PrivilegedRange(range="192.168.7.9")])  # type: ignore[attr-defined]
    press(qtbot, wizard.next)
    store.settings.change(lambda old: set_paths(old, {
        "smtp.relay.privileged_ip_ranges": [{"range": "10.9.9.9"}], "smtp.relay.allow_privileged_ip_ranges": True}), "boss")
    press(qtbot, wizard.next)
    qtbot.waitUntil(lambda: "boss" in wizard.notice.text(), timeout=_PATIENCE_MS)
    assert not store.directory.list_domains()
    assert "10.9.9.9, 192.168.7.9" in wizard.summary.changes.text()
    wizard._backend.server.start = lambda: None  # type: ignore[method-assign]
    press(qtbot, wizard.next)
    qtbot.waitUntil(lambda: wizard.page is wizard.journey, timeout=_PATIENCE_MS)
    saved = store.settings.load().settings.smtp.relay.privileged_ip_ranges
    assert [item.range for item in saved] == ["10.9.9.9", "192.168.7.9"]


def test_public_addresses_are_asked_about_before_anything_is_saved(qtbot: QtBot, store: Store, wizard: SetUpDialog) -> None:
    fill(qtbot, wizard, 4)
    wizard.page.panel.show_entries([PrivilegedRange(range="8.8.8.8")])  # type: ignore[attr-defined]
    press(qtbot, wizard.next)
    press(qtbot, wizard.next)
    dialog(qtbot, ExposureConfirmation).reject()
    qtbot.waitUntil(lambda: wizard.next.isEnabled())
    assert wizard.page is wizard.summary
    assert store.settings.newest_number() == 1


def _answers(store: Store) -> Answers:
    return Answers(store.settings.load(), Reach.NETWORK, port=2599, domain="example.com", mailbox="scanner", password=PASSWORD,
                   way=Way.SMART_HOST, secret="hush", smart_host=SmartHost.model_validate({
                       "enabled": True, "host": "mail.example", "authentication": "password", "username": "me"}))


@pytest.mark.parametrize("stumble", [StaleRevisionError, DirectoryError])
def test_a_failed_save_takes_the_secret_back(store: Store, stumble: type[Exception]) -> None:
    secrets, answers = Secrets(store.folder), _answers(store)
    name = smart_host_secret_name("mail.example", "me")
    secrets.set(name, "former")
    if stumble is StaleRevisionError:
        store.settings.change(lambda old: set_paths(old, {"smtp.relay.enabled": False}), "boss")
    else:
        store.directory.add_domain("posthouse.example.com", "boss")
    with pytest.raises(stumble):
        save_all(store, secrets, answers)
    assert secrets.get(name) == "former"
    assert not store.directory.list_mailboxes()
    assert not store.settings.load().settings.smtp.smart_host.enabled


def test_pages_left_as_they_are_change_nothing(full_store: Store) -> None:
    loaded = full_store.settings.load()
    answers = Answers(loaded, Reach.UNCHANGED, domain="example.com", is_kept_here=True, is_domain_new=False, mailbox="john",
                      is_mailbox_new=False, smart_host=loaded.settings.smtp.smart_host,
                      devices=loaded.settings.smtp.relay.privileged_ip_ranges)
    assert answers.changes() == {}
    assert answers.settings() is loaded.settings


def test_a_domain_that_is_here_cannot_be_elsewhere(qtbot: QtBot, full_store: Store,
                                                   open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    trigger(window, Command.SET_UP)
    wizard = dialog(qtbot, SetUpDialog)
    press(qtbot, wizard.next)
    assert child(wizard, QLineEdit, "domainEdit").text() == "example.com"
    assert child(wizard, QAbstractButton, "hereRadio").isChecked()  # type: ignore[attr-defined]
    press(qtbot, child(wizard, QAbstractButton, "elsewhereRadio"))
    assert not wizard.next.isEnabled()
    assert "its mail is kept here" in wizard.page.notice.text()  # type: ignore[attr-defined]
    press(qtbot, child(wizard, QAbstractButton, "hereRadio"))
    press(qtbot, wizard.next)
    assert child(wizard, QLineEdit, "mailboxEdit").text() == "john"
    assert not child(wizard.page, QLineEdit, "passwordEdit").isEnabled()
    assert wizard.next.isEnabled()  # it keeps its password


def test_a_weak_password_goes_no_further(qtbot: QtBot, wizard: SetUpDialog) -> None:
    fill(qtbot, wizard, 2)
    for weak in ("scanner1", "password", "aaaaaaaaaa", "short"):
        type_into(qtbot, wizard.page, "passwordEdit", weak)
        assert not wizard.next.isEnabled(), weak
    press(qtbot, child(wizard, QAbstractButton, "randomButton"))
    assert wizard.next.isEnabled()
    assert wizard.page.strength.text() == "Strong."  # type: ignore[attr-defined]


def test_the_port_is_tried(qtbot: QtBot, wizard: SetUpDialog) -> None:
    page = wizard.page
    assert isinstance(page, ReachPage)
    qtbot.waitUntil(lambda: bool(page.port_notice.text()), timeout=_PATIENCE_MS)
    with Sink() as sink:
        page.port.setCurrentText(str(sink.port))
        press(qtbot, page.computer)
        qtbot.waitUntil(lambda: page.port_notice.text().startswith(f"Port {sink.port} is used by another program"),
                        timeout=_PATIENCE_MS)
    page.port.setCurrentText("twenty")
    assert not wizard.next.isEnabled()


@pytest.fixture
def sink() -> Iterator[Sink]:
    with Sink(password="hush", extensions=("8BITMIME", "AUTH PLAIN LOGIN")) as listening:
        yield listening


def test_the_test_connects_logs_in_and_shows_the_dialog(qtbot: QtBot, wizard: SetUpDialog, sink: Sink) -> None:
    fill(qtbot, wizard, 3)
    choose_way(qtbot, wizard, Way.SMART_HOST)
    page = wizard.page
    found = page.fields[Way.SMART_HOST]  # type: ignore[attr-defined]
    type_into(qtbot, page, "smart_host_host", "127.0.0.1")
    found.port.setValue(sink.port)
    type_into(qtbot, page, "smart_host_username", "me@provider.example")
    type_into(qtbot, page, "smart_host_secret", "wrong")
    test = child(page, QAbstractButton, "testWayButton")

    def outcome(words: str) -> None:
        press(qtbot, test)
        qtbot.waitUntil(lambda: words in page.result.text(), timeout=_PATIENCE_MS)  # type: ignore[attr-defined]

    outcome("offers no encryption (STARTTLS)")
    found.tls.setCurrentIndex(found.tls.findData(SmartHostTls.NONE))
    outcome("refuses the login: 535")
    assert "Check user name and password" in page.result.text()  # type: ignore[attr-defined]
    type_into(qtbot, page, "smart_host_secret", "hush")
    outcome("logs me@provider.example in, and takes mail from me@provider.example. Nothing was sent.")
    transcript = page.transcript.toPlainText()  # type: ignore[attr-defined]
    assert "C: AUTH PLAIN (not shown)" in transcript
    assert "hush" not in transcript
    assert not sink.messages
    found.port.setValue(1)
    found.tls.setCurrentIndex(found.tls.findData(SmartHostTls.NONE))
    outcome("refused the connection")
    assert "Nobody listens there" in page.result.text()  # type: ignore[attr-defined]


def test_no_two_things_of_a_page_share_a_key(qtbot: QtBot, wizard: SetUpDialog) -> None:
    def mnemonics(texts: list[str]) -> list[str]:
        return [text[text.index("&") + 1].lower() for text in texts if "&" in text.replace("&&", "")]

    fill(qtbot, wizard, 3)
    frame = mnemonics([wizard.back.text(), "&Next", "&Save", "&Finish"])
    for page in wizard.pages[:5]:
        groups = page.fields.values() if hasattr(page, "fields") else [None]
        for group in groups:
            widgets: list[QWidget] = [*page.findChildren(QAbstractButton), *page.findChildren(QLabel)]
            shown = [item for item in widgets if item.isVisibleTo(page) or page is not wizard.page]
            texts = [item.text() for item in shown if not item.isHidden() and (  # type: ignore[attr-defined]
                group is None or not _is_in_other_group(item, group))]
            keys = mnemonics(texts)
            assert len(keys) == len(set(keys)), (page.caption, texts)
            assert not set(keys) & set(frame[:2]), (page.caption, texts)


def _is_in_other_group(item: QWidget, group: QWidget) -> bool:
    parent = item.parentWidget()
    return isinstance(parent, WayFields) and parent is not group


def test_getting_started_leads_there(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, child(window, GettingStarted, "gettingStarted").assistant)
    assert dialog(qtbot, SetUpDialog).page.title == "Who shall reach this server?"


def test_it_opens_by_itself_once_where_nothing_is_configured(qtbot: QtBot, window: MainWindow) -> None:
    backend = window.dispatch.set_up._backend
    first, opened = FirstRun(backend, window), []
    first.found.connect(lambda: opened.append(True))
    backend.settings.changed.emit()
    backend.directory.changed.emit()
    assert opened == [True]
    again = FirstRun(backend, window)
    again.found.connect(lambda: opened.append(True))
    backend.settings.changed.emit()
    assert opened == [True]


def test_it_does_not_open_where_somebody_has_configured_something(qtbot: QtBot, full_store: Store,
                                                                 open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    first = FirstRun(window.dispatch.set_up._backend, window)
    first.found.connect(lambda: pytest.fail("there is a domain already"))
    window.dispatch.set_up._backend.settings.changed.emit()


def test_newer_settings_under_the_answers_keep_their_devices(store: Store) -> None:
    answers = replace(_answers(store), devices=(PrivilegedRange(range="192.168.7.9"),))
    store.settings.change(lambda old: set_paths(old, {"smtp.relay.privileged_ip_ranges": [{"range": "10.9.9.9"}]}), "boss")
    assert [item.range for item in answers.rebased(store.settings.load()).devices] == ["10.9.9.9", "192.168.7.9"]


def test_the_help_page_is_there(wizard: SetUpDialog) -> None:
    from posthouse_resources import help_path

    assert Path(help_path(wizard.help_topic)).is_file()


def test_refused_devices_are_found_and_only_ticked_ones_are_taken(qtbot: QtBot, store: Store, wizard: SetUpDialog) -> None:
    store.traffic.open_writer()
    for client in ("10.0.4.17", "10.0.4.99"):
        store.traffic.record_decision(DecisionRow(
            new_id(), now(), client, None, False, "scan@house.example", "b@far.example", "refused", "no_criterion_met",
            "550 5.7.1 Relaying denied", 1))
    store.traffic.close_writer()
    fill(qtbot, wizard, 4)
    page = wizard.page
    assert isinstance(page, DevicesPage)
    qtbot.waitUntil(lambda: page.refused.rowCount() == 2, timeout=_PATIENCE_MS)
    page.refused.setCurrentCell([page.refused.item(row, 0).text() for row in range(2)].index("10.0.4.17"), 0)
    qtbot.keyClick(page.refused, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "1 private address can relay" in page.exposure.text(), timeout=_PATIENCE_MS)
    press(qtbot, wizard.next)
    assert [item.range for item in wizard.answers.devices] == ["10.0.4.17"]
    assert "These may send without a password: 10.0.4.17." in wizard.summary.changes.text()


def saved(qtbot: QtBot, wizard: SetUpDialog, monkeypatch: pytest.MonkeyPatch) -> JourneyPage:
    """Answer everything and save, without a real server."""
    monkeypatch.setattr(wizard._backend.server, "start", lambda: None)
    fill(qtbot, wizard, 6)
    qtbot.waitUntil(lambda: wizard.page is wizard.journey, timeout=_PATIENCE_MS)
    return wizard.journey


def test_a_server_that_does_not_start_says_why_and_can_be_started_again(
        qtbot: QtBot, wizard: SetUpDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    journey = saved(qtbot, wizard, monkeypatch)
    assert not journey.send.isEnabled()
    started: list[bool] = []
    monkeypatch.setattr(wizard._backend.server, "start", lambda: started.append(True))
    wizard._backend.server.not_done.emit("The server could not be started.", "Port 2599 is in use.")
    stage = journey.view.stages[1]
    assert (stage.title, stage.detail, stage.state) == (
        "The server could not be started.", "Port 2599 is in use.", StageState.FAILED)
    assert "choose another one" in stage.advice
    press(qtbot, journey.again)
    assert started == [True]
    assert journey.view.stages[1].state is StageState.UNDER_WAY
    assert not journey.again.isVisible()


def test_a_refused_test_message_says_why(qtbot: QtBot, store: Store, wizard: SetUpDialog, when_server: WhenServer,
                                         monkeypatch: pytest.MonkeyPatch) -> None:
    def answers(line: str) -> str | None:
        return "550 5.7.1 Relaying denied: log in first [AAAA-BBBB]" if line.startswith("RCPT") else None

    with Sink(answers=answers, password=PASSWORD, extensions=("AUTH PLAIN",)) as sink:
        journey = saved(qtbot, wizard, monkeypatch)
        when_server(NodeState.RUNNING, revision=3, listening=(f"127.0.0.1:{sink.port}",))
        type_into(qtbot, journey, "testRecipientEdit", "friend@far.example")
        qtbot.waitUntil(journey.send.isEnabled, timeout=_PATIENCE_MS)
        qtbot.keyClick(journey.recipient, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: journey.view.stages[2].state is StageState.FAILED, timeout=_PATIENCE_MS)
    assert "Relaying denied" in journey.view.stages[2].detail
    assert "Log in with the mailbox's password" in journey.view.stages[2].advice
    assert wizard.page is journey  # Return has sent, and not gone on


def test_leaving_after_the_save_asks_nothing(qtbot: QtBot, store: Store, wizard: SetUpDialog,
                                             monkeypatch: pytest.MonkeyPatch) -> None:
    saved(qtbot, wizard, monkeypatch)
    assert wizard.cancel.text() == "Close"
    press(qtbot, wizard.cancel)
    assert len(store.directory.list_mailboxes()) == 1
    assert store.settings.newest_number() == 3


def test_the_new_password_can_be_copied_on_the_last_page(qtbot: QtBot, wizard: SetUpDialog,
                                                         monkeypatch: pytest.MonkeyPatch) -> None:
    saved(qtbot, wizard, monkeypatch)
    press(qtbot, wizard.next)
    panel = wizard.connect_page.panel
    qtbot.waitUntil(lambda: panel.login.input.text() == "scanner@posthouse.example.com", timeout=_PATIENCE_MS)
    press(qtbot, panel.password.button)
    assert QApplication.clipboard().text() == PASSWORD
    assert PASSWORD not in panel.code.text
    press(qtbot, wizard.next)
    assert not wizard.isVisible()


def test_a_public_address_is_warned_of(qtbot: QtBot, wizard: SetUpDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    page = wizard.page
    assert isinstance(page, ReachPage)
    monkeypatch.setattr("posthouse_console.wizard.reach.lan_addresses", lambda: ["192.168.7.2", "8.8.8.8"])
    page.port.setCurrentText("2599")
    assert "8.8.8.8 is a public address" in page.firewall.text()
    press(qtbot, page.computer)
    assert "8.8.8.8" not in page.firewall.text()
