"""The pictures: a name for each, and how to come to it. A new node or dialog is one line here; new tabs come by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from posthouse_console.actions import Command
from posthouse_console.dialogs.behind_row import BehindRowDialog
from posthouse_console.dialogs.columns import ColumnsDialog
from posthouse_console.dialogs.new_mailbox import NewMailboxDialog
from posthouse_console.dialogs.range_change import RangeChangeDialog
from posthouse_console.dialogs.revision import RevisionDialog
from posthouse_console.dialogs.send_test import SendTestDialog
from posthouse_console.dialogs.verify_history import VerifyHistoryDialog
from posthouse_console.dialogs.way_back import WayBackDialog
from posthouse_console.navigation.abuse_actions import AbuseAction
from posthouse_console.navigation.nodes import (
    BAD_MAIL_PATH,
    BANS_PATH,
    HISTORY_PATH,
    INBOUND_PATH,
    LOGS_PATH,
    OUTBOUND_PATH,
    SERVER_PATH,
    SMTP_PATH,
)
from posthouse_console.properties.smtp import pages
from posthouse_console.widgets.access_dialog import AccessDialog
from posthouse_console.widgets.privileged_dialog import PrivilegedDialog
from posthouse_server.store.abuse import Axis
from screenshots import directory_scenes, scenes, system_scenes
from screenshots.directory_scenes import DOMAINS, GROUPS, MAILBOXES

if TYPE_CHECKING:
    from screenshots.scenes import Scene


class Shot(NamedTuple):
    """One picture; the name is that of its file."""

    name: str
    scene: Scene


def shots() -> tuple[Shot, ...]:
    """Return all pictures in the order in which they are taken; needs an application, since the tabs are asked."""
    tabs = (Shot(page.help_topic, scenes.tab(page.help_topic)) for page in pages())
    return (*NODES, *tabs, *DIALOGS, *LAST)


NODES = (
    Shot("getting-started", scenes.node(())),
    Shot("domains", scenes.node(DOMAINS)),
    Shot("mailboxes", scenes.node(MAILBOXES)),
    Shot("groups", scenes.node(GROUPS)),
    Shot("server", scenes.node(SERVER_PATH)),
    Shot("smtp", scenes.node(SMTP_PATH)),
    Shot("trace", scenes.node(LOGS_PATH)),
    Shot("queue-outbound", scenes.node(OUTBOUND_PATH)),
    Shot("queue-inbound", scenes.node(INBOUND_PATH)),
    Shot("bad-mail", scenes.node(BAD_MAIL_PATH)),
    Shot("bans", scenes.node(BANS_PATH)),
    Shot("abuse-report", scenes.abuse(Axis.LOGIN, "john@example.com")),
    Shot("abuse-report-clients", scenes.abuse(Axis.CLIENT)),
    Shot("history", scenes.node(HISTORY_PATH)),
    Shot("diagnose", system_scenes.diagnose),
    Shot("services", system_scenes.services),
)

DIALOGS = (
    Shot("set-up", scenes.set_up),
    Shot("connect-device", scenes.connect_device),
    Shot("new-mailbox", scenes.dialog_of(Command.NEW_MAILBOX, MAILBOXES, NewMailboxDialog)),
    Shot("domain-properties", directory_scenes.domain),
    *(Shot(f"mailbox-{page}", directory_scenes.mailbox(page))
      for page in ("general", "addresses", "redirection", "quota", "messages")),
    Shot("group-properties", directory_scenes.group),
    Shot("find-address", directory_scenes.find_address),
    Shot("import", directory_scenes.dry_run),
    Shot("columns", scenes.dialog_of(Command.COLUMNS, OUTBOUND_PATH, ColumnsDialog)),
    Shot("message-information", directory_scenes.message_information),
    Shot("send-history", directory_scenes.send_history),
    Shot("smart-host-test", directory_scenes.smart_host),
    Shot("send-test", scenes.dialog_of(Command.SEND_TEST, SMTP_PATH, SendTestDialog)),
    Shot("access-control", scenes.tab_button("smtp-inbound", "smtp_inbound_access_control", AccessDialog)),
    Shot("exposure-closed", scenes.relay({scenes.PRIVILEGED: False})),
    Shot("exposure-private", scenes.relay({})),
    Shot("exposure-public", scenes.relay({}, scenes.PUBLIC)),
    Shot("exposure-open", scenes.relay({scenes.LOCAL_SENDERS: True})),
    Shot("confirm-public", scenes.confirmation({}, scenes.PUBLIC)),
    Shot("confirm-open", scenes.confirmation({scenes.LOCAL_SENDERS: True})),
    Shot("who-can-relay", scenes.who_can_relay),
    Shot("explain-id", scenes.explain_id),
    Shot("find-message", scenes.find_message),
    Shot("session", scenes.session),
    Shot("preview", scenes.preview),
    Shot("privileged-ips", scenes.tab_button("smtp-relay", "smtp_relay_privileged_ip_ranges", PrivilegedDialog)),
    Shot("privileged-hours", scenes.range_entry("10.0.9.0/28")),
    Shot("suggest-ranges", scenes.suggestions),
    Shot("open-relay-test-closed", scenes.open_relay_test(0)),
    Shot("open-relay-test-open", scenes.open_relay_test(1)),
    Shot("abuse-messages", scenes.abuse_action(Axis.LOGIN, "john@example.com", AbuseAction.MESSAGES, BehindRowDialog)),
    Shot("narrow-range", scenes.abuse_action(Axis.CLIENT, "10.0.4.17", AbuseAction.NARROW_RANGE, RangeChangeDialog)),
    Shot("revision", scenes.revision(Command.SHOW_CHANGE, RevisionDialog)),
    Shot("way-back", scenes.revision(Command.GO_BACK, WayBackDialog)),
    Shot("verify-history", scenes.dialog_of(Command.VERIFY, HISTORY_PATH, VerifyHistoryDialog)),
    Shot("autostart", system_scenes.autostart),
    Shot("backup", system_scenes.backup),
)

LAST = (  # these change what all others would show
    Shot("restore", system_scenes.restore),
    Shot("alarms", scenes.alarm),
    Shot("trial", scenes.trial(inside=True)),
    Shot("trial-window", scenes.trial(inside=False)),
)
