"""How to bring the console to what a picture shows, with the same clicks as a person's."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QRadioButton

from posthouse_console.actions import Command
from posthouse_console.dialogs.connect_device import ConnectDeviceDialog
from posthouse_console.dialogs.find_message import FindMessageDialog
from posthouse_console.dialogs.open_relay_test import OpenRelayTestDialog
from posthouse_console.dialogs.preview import PreviewDialog
from posthouse_console.dialogs.revision import RevisionDialog
from posthouse_console.dialogs.session_transcript import SessionDialog
from posthouse_console.dialogs.suggest import SuggestRangesDialog
from posthouse_console.dialogs.way_back import WayBackDialog
from posthouse_console.dialogs.who_can_relay import WhoCanRelayDialog
from posthouse_console.navigation.abuse_actions import AbuseAction
from posthouse_console.navigation.nodes import ABUSE_PATH, HISTORY_PATH, SMTP_PATH, Path
from posthouse_console.properties.dialog import PropertiesDialog
from posthouse_console.properties.page import Page
from posthouse_console.properties.smtp.relay import RelayPage
from posthouse_console.widgets import own_addresses
from posthouse_console.widgets.exposure_confirmation import ExposureConfirmation
from posthouse_console.widgets.privileged_dialog import PrivilegedDialog
from posthouse_console.widgets.ranges_entry import RangeEntryDialog
from posthouse_console.wizard.dialog import SetUpDialog
from posthouse_server.settings import set_paths
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.store.abuse import Axis
from screenshots.demo import ANNA, KNOWN_ID, run_server, unusual_sending
from screenshots.desk import Desk, PictureError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QWidget

    Scene = Callable[[Desk], QWidget]

PRIVILEGED = "smtp_relay_allow_privileged_ip_ranges"
LOCAL_SENDERS = "smtp_relay_allow_local_sender_addresses"
PUBLIC = PrivilegedRange(range="192.88.99.0/28", note="Branch office")
"""Public, and yet nobody's (RFC 7526): the addresses for documentation count as private."""


def node(path: Path) -> Scene:
    """Return the console's window with this node."""
    return lambda desk: desk.go(path)


def set_up(desk: Desk) -> SetUpDialog:
    """Return the set-up with its summary, for another domain: the pages before it show what this computer has."""
    desk.trigger(Command.SET_UP)
    dialog = desk.dialog(SetUpDialog)
    desk.child(dialog, QRadioButton, "networkRadio").click()
    desk.child(dialog, QComboBox, "portBox").setCurrentText("25")
    dialog.next.click()
    desk.child(dialog, QRadioButton, "elsewhereRadio").click()
    desk.child(dialog.page, QLineEdit, "domainEdit").setText("example.net")
    dialog.next.click()
    desk.child(dialog.page, QPushButton, "randomButton").click()
    while dialog.page is not dialog.summary:
        dialog.next.click()
        desk.settle()
    desk.wait(lambda: bool(dialog.summary.relay.text()), "who can relay afterwards")
    return dialog


def connect_device(desk: Desk) -> ConnectDeviceDialog:
    """Return the connection for a mailbox; this computer's own addresses would make another picture of it everywhere."""
    own_addresses.lan_addresses = lambda: ["192.168.10.5"]
    desk.trigger(Command.CONNECT_DEVICE)
    return desk.dialog(ConnectDeviceDialog)


def properties(desk: Desk) -> PropertiesDialog:
    """Open SMTP Properties."""
    desk.go(SMTP_PATH)
    desk.trigger(Command.PROPERTIES)
    return desk.dialog(PropertiesDialog)


def page_of(dialog: PropertiesDialog, topic: str) -> Page:
    """Return the page with this help topic."""
    for page in dialog.findChildren(Page):
        if page.help_topic == topic:
            return page
    raise PictureError(f"SMTP Properties has no page whose help is {topic}")


def tab(topic: str) -> Scene:
    """Return SMTP Properties with the page of this help topic in front."""
    return partial(_open_tab, topic)


def _open_tab(topic: str, desk: Desk) -> PropertiesDialog:
    dialog = properties(desk)
    page, tabs = page_of(dialog, topic), dialog.tabs
    held = [tabs.widget(index) for index in range(tabs.count())]
    tabs.setCurrentIndex(next(index for index, holder in enumerate(held) if holder is not None and holder.isAncestorOf(page)))
    desk.settle()
    return dialog


def tab_button(topic: str, button: str, kind: type[QDialog]) -> Scene:
    """Return the dialog that a button on a page opens."""
    def scene(desk: Desk) -> QWidget:
        dialog = _open_tab(topic, desk)
        desk.child(page_of(dialog, topic), QPushButton, button).click()
        return desk.dialog(kind)
    return scene


def relay(ticked: dict[str, bool], *added: PrivilegedRange) -> Scene:
    """Return the Relay tab with these boxes ticked or not, and ranges added; nothing is saved."""
    return partial(_edit_relay, ticked, added)


def _edit_relay(ticked: dict[str, bool], added: tuple[PrivilegedRange, ...], desk: Desk) -> PropertiesDialog:
    dialog = _open_tab("smtp-relay", desk)
    page = page_of(dialog, "smtp-relay")
    assert isinstance(page, RelayPage)
    for name, is_ticked in ticked.items():
        box = desk.child(page, QCheckBox, name)
        if box.isChecked() != is_ticked:
            box.click()
    if added:
        page.ranges.show_value((*(page.ranges.value() or ()), *added))
    before = page.exposure.text()
    desk.wait(lambda: page.exposure.text() and (page.exposure.text() != before or not (ticked or added)), "the exposure")
    return dialog


def confirmation(ticked: dict[str, bool], *added: PrivilegedRange) -> Scene:
    """Return the question that a save of such an exposure asks; it is never answered with yes."""
    def scene(desk: Desk) -> QWidget:
        dialog = _edit_relay(ticked, added, desk)
        apply = next(button for button in dialog.findChildren(QPushButton) if button.text().replace("&", "") == "Apply")
        apply.click()
        return desk.dialog(ExposureConfirmation)
    return scene


def preview(desk: Desk) -> QWidget:
    """Return the preview of what unticking the privileged ranges would change."""
    dialog = _edit_relay({PRIVILEGED: False}, (), desk)
    dialog.preview.click()
    shown = desk.dialog(PreviewDialog)
    desk.wait(lambda: shown.model.rowCount() > 0 and shown.progress.isHidden(), "the lines of the preview")
    return shown


def who_can_relay(desk: Desk) -> QWidget:
    """Return Who Can Relay? with a client that would be refused, and what would allow it."""
    desk.go(SMTP_PATH)
    desk.trigger(Command.WHO_CAN_RELAY)
    dialog = desk.dialog(WhoCanRelayDialog)
    desk.settle()
    for name, text in (("clientEdit", "10.0.5.23"), ("senderEdit", "scan@example.com"),
                       ("recipientEdit", "archive@partner.example")):
        desk.child(dialog, QLineEdit, name).setText(text)
    dialog.question.button.click()
    return dialog


def explain_id(desk: Desk) -> QWidget:
    """Return Who Can Relay? with the id of a recorded refusal."""
    desk.go(SMTP_PATH)
    desk.window.dispatch.tools.explain(KNOWN_ID)
    dialog = desk.dialog(WhoCanRelayDialog)
    desk.wait(dialog.id_notice.text, "the recorded decision")
    return dialog


def find_message(desk: Desk) -> QWidget:
    """Return Find Message with the life of what it has found."""
    desk.go(SMTP_PATH)
    desk.trigger(Command.FIND_MESSAGE)
    dialog = desk.dialog(FindMessageDialog)
    dialog.look_for(KNOWN_ID)
    desk.wait(dialog.page.toPlainText, "the life of a message")
    desk.wait(lambda: dialog.finder.share is None, "the end of the search")
    return dialog


def session(desk: Desk) -> QWidget:
    """Return the session of a recorded refusal."""
    desk.go(SMTP_PATH)
    desk.window.dispatch.messages.show_session_of(KNOWN_ID)
    dialog = desk.dialog(SessionDialog)
    desk.wait(dialog.panel.text.toPlainText, "the transcript")
    return dialog


def open_relay_test(number: int) -> Scene:
    """Return the open relay test that was made so many tests ago."""
    def scene(desk: Desk) -> QWidget:
        desk.go(SMTP_PATH)
        desk.trigger(Command.RELAY_TEST)
        dialog = desk.dialog(OpenRelayTestDialog)
        desk.wait(lambda: dialog.history.count() > number, "the tests of before")
        dialog.history.setCurrentIndex(number)
        desk.wait(lambda: dialog.is_shown(number), "the attempts")
        return dialog
    return scene


def abuse(axis: Axis, key: str = "") -> Scene:
    """Return the abuse report, with a row selected."""
    def scene(desk: Desk) -> QWidget:
        window = desk.go(ABUSE_PATH)
        report = desk.window.pane.abuse
        desk.wait(report.verdict.text, "the report")
        report.tabs.setCurrentIndex(list(Axis).index(axis))
        model = report.list.filter_model()
        for row in range(model.rowCount()):
            if key and model.index(row, 0).data() == key:
                report.list.selectRow(row)
        return window
    return scene


def abuse_action(axis: Axis, key: str, action: AbuseAction, kind: type[QDialog]) -> Scene:
    """Return what an action on a row of the abuse report opens."""
    def scene(desk: Desk) -> QWidget:
        abuse(axis, key)(desk)
        desk.window.pane.abuse.actions_by_kind[action].trigger()
        return desk.dialog(kind)
    return scene


def suggestions(desk: Desk) -> QWidget:
    """Return Suggest Ranges with a tick."""
    desk.go(SMTP_PATH)
    desk.trigger(Command.SUGGEST_RANGES)
    dialog = desk.dialog(SuggestRangesDialog)
    desk.wait(lambda: dialog.table.rowCount() > 0, "a suggestion")
    desk.settle()
    first = dialog.table.item(0, 0)
    if first is not None:
        first.setCheckState(Qt.CheckState.Checked)
    return dialog


def range_entry(text: str) -> Scene:
    """Return the dialog of the entry of Privileged IPs with this range."""
    def scene(desk: Desk) -> QWidget:
        ranges = tab_button("smtp-relay", "smtp_relay_privileged_ip_ranges", PrivilegedDialog)(desk)
        assert isinstance(ranges, PrivilegedDialog)
        model = ranges.panel.table.model()
        found = [row for row in range(model.rowCount()) if str(model.index(row, 0).data()) == text]
        if not found:
            raise PictureError(f"Privileged IPs has no entry {text}")
        ranges.panel.table.selectRow(found[0])
        ranges.panel.edit.click()
        return desk.dialog(RangeEntryDialog)
    return scene


def revision(command: Command, kind: type[RevisionDialog | WayBackDialog]) -> Scene:
    """Return what a command shows of the revision that opened the server."""
    def scene(desk: Desk) -> QWidget:
        desk.go(HISTORY_PATH)
        desk.select("Allow relay for local sender addresses: off")
        desk.trigger(command)
        shown = desk.dialog(kind)
        desk.wait(shown.table.lines, "the changes of the revision")
        return shown
    return scene


def dialog_of(command: Command, path: Path, kind: type[QDialog], row: str = "") -> Scene:
    """Return the dialog of a command, on a node or on one of its rows."""
    def scene(desk: Desk) -> QWidget:
        desk.go(path)
        if row:
            desk.select(row)
        desk.trigger(command)
        return desk.dialog(kind)
    return scene


def alarm(desk: Desk) -> QWidget:
    """Return the console while a mailbox sends far above its habit."""
    run_server(desk.store, unusual_sending())
    desk.wait(lambda: "alarm" in desk.window.overview.state.text(), "the alarm")
    return desk.go(SMTP_PATH)


def trial(*, inside: bool) -> Scene:
    """Return the bar of a change on trial, in SMTP Properties or in the window; the first of them begins the trial."""
    def scene(desk: Desk) -> QWidget:
        bar = desk.window.pane.trial_bar
        if not bar.text():
            tried: dict[str, Any] = {"smtp.relay.allow_local_sender_addresses": True}
            desk.store.settings.change(lambda old: set_paths(old, tried), ANNA, "The web form", trial_minutes=10)
            run_server(desk.store)
            desk.wait(lambda: bar.text() and "alarm" not in desk.window.overview.state.text(), "the trial")
        return _open_tab("smtp-relay", desk) if inside else desk.go(SMTP_PATH)
    return scene
