"""The table of actions: every command of the console, declared once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from posthouse_console.widgets.icons import icon
from posthouse_server.words import tr


class Command(StrEnum):
    """The commands by name; the value is the object name of the action."""

    BACK = "actionBack"
    FORWARD = "actionForward"
    UP = "actionUp"
    HOME = "actionHome"
    TOGGLE_TREE = "actionToggleTree"
    FILTER = "actionFilter"
    START = "actionStart"
    STOP = "actionStop"
    RESTART = "actionRestart"
    REFRESH = "actionRefresh"
    COPY = "actionCopy"
    EXPORT = "actionExport"
    COLUMNS = "actionColumns"
    NEW_WINDOW = "actionNewWindow"
    PROPERTIES = "actionProperties"
    NEW_DOMAIN = "actionNewDomain"
    NEW_MAILBOX = "actionNewMailbox"
    NEW_GROUP = "actionNewGroup"
    IMPORT = "actionImport"
    EXPORT_DIRECTORY = "actionExportDirectory"
    FIND_ADDRESS = "actionFindAddress"
    SET_PASSWORD = "actionSetPassword"  # noqa: S105 - the name of a command
    ENABLE = "actionEnable"
    DISABLE = "actionDisable"
    CATCH_ALL = "actionCatchAll"
    DELETE = "actionDelete"
    RETRY_NOW = "actionRetryNow"
    HOLD = "actionHold"
    RELEASE = "actionRelease"
    RETURN = "actionReturn"
    REROUTE = "actionReroute"
    SEND_AGAIN = "actionSendAgain"
    MESSAGE_INFORMATION = "actionMessageInformation"
    SEND_HISTORY = "actionSendHistory"
    LIFT_BAN = "actionLiftBan"
    SET_UP = "actionSetUp"
    CONNECT_DEVICE = "actionConnectDevice"
    SEND_TEST = "actionSendTest"
    WHO_CAN_RELAY = "actionWhoCanRelay"
    RELAY_TEST = "actionRelayTest"
    WHY = "actionWhy"
    ALLOW_THIS = "actionAllowThis"
    SHOW_SESSION = "actionShowSession"
    MESSAGE_LIFE = "actionMessageLife"
    FIND_MESSAGE = "actionFindMessage"
    SUGGEST_RANGES = "actionSuggestRanges"
    SHOW_CHANGE = "actionShowChange"
    REVERT = "actionRevert"
    GO_BACK = "actionGoBack"
    VERIFY = "actionVerify"
    BACK_UP = "actionBackUp"
    RESTORE = "actionRestore"
    HELP = "actionHelp"
    ABOUT = "actionAbout"
    CLOSE = "actionClose"


@dataclass(frozen=True, slots=True)
class _Spec:
    text: str
    tip: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    checkable: bool = False


_TABLE = {
    Command.BACK: _Spec(tr("&Back"), tr("Goes back to the node that was shown before."), "back", ("Alt+Left", "Backspace")),
    Command.FORWARD: _Spec(tr("&Forward"), tr("Goes forward again after a step back."), "forward", ("Alt+Right",)),
    Command.UP: _Spec(tr("&Up One Level"), tr("Goes to the node above."), "up", ("Alt+Up",)),
    Command.HOME: _Spec(tr("&Getting Started"), tr("Shows the first steps: domain, mailbox, server, test message, relay."),
                        "posthouse", ("Alt+Home",)),
    Command.TOGGLE_TREE: _Spec(tr("Console &Tree"), tr("Shows or hides the console tree."), "tree-toggle", ("Ctrl+T",), True),
    Command.FILTER: _Spec(tr("Fi&lter"), tr("Goes to the filter above the list."), "", ("Ctrl+F",)),
    Command.START: _Spec(tr("&Start"), tr("Starts the server of this data folder."), "start", ("Ctrl+Shift+S",)),
    Command.STOP: _Spec(tr("S&top"), tr("Stops the server; running transactions may finish."), "stop", ("Ctrl+Shift+T",)),
    Command.RESTART: _Spec(tr("&Restart"), tr("Stops the server and starts it again."), "restart", ("Ctrl+Shift+R",)),
    Command.REFRESH: _Spec(tr("R&efresh"), tr("Reads everything that is shown from the store again."), "refresh", ("F5",)),
    Command.COPY: _Spec(tr("Cop&y"), tr("Copies the selected rows, with a tab between the columns."), "paste", ("Ctrl+C",)),
    Command.EXPORT: _Spec(tr("E&xport List…"), tr("Writes the list to a file: for spreadsheets, or as JSON."), "export",
                          ("Ctrl+Shift+X",)),
    Command.COLUMNS: _Spec(tr("&Columns…"), tr("Chooses and orders the columns of lists of this kind."), "columns"),
    Command.NEW_WINDOW: _Spec(tr("New &Window from Here"),
                              tr("Opens a window whose tree begins at the node that is shown."), "", ("Ctrl+Shift+W",)),
    Command.PROPERTIES: _Spec(tr("Pr&operties"),
                              tr("Opens the properties of what is chosen: SMTP, a mailbox, domain or group."),
                              "properties", ("Alt+Enter", "Alt+Return")),
    Command.NEW_DOMAIN: _Spec(tr("New &Domain…"), tr("Adds a domain that this server accepts mail for."), "add",
                              ("Ctrl+Shift+N",)),
    Command.NEW_MAILBOX: _Spec(tr("&New Mailbox…"), tr("Adds a mailbox: a person or program that logs in and receives mail."),
                               "mailbox", ("Ctrl+N",)),
    Command.IMPORT: _Spec(tr("I&mport…"), tr("Takes domains, mailboxes and groups in from a CSV file, after a look at it."),
                          "folder"),
    Command.EXPORT_DIRECTORY: _Spec(tr("Export Di&rectory…"),
                                    tr("Writes domains, mailboxes and groups to a CSV file; no passwords."), "folder"),
    Command.FIND_ADDRESS: _Spec(tr("&Find Email Address…"),
                                tr("Finds who has an address: mailboxes, groups, catch-alls."), "mailboxes", ("Ctrl+Shift+F",)),
    Command.NEW_GROUP: _Spec(tr("New Gro&up…"), tr("Adds an address that stands for many."), "group", ("Ctrl+Alt+N",)),
    Command.SET_PASSWORD: _Spec(tr("Set &Password…"), tr("Gives the selected mailbox a new password."), "key", ("Ctrl+P",)),
    Command.ENABLE: _Spec(tr("Ena&ble"), tr("Lets the selected mailboxes log in and receive mail again."), "mailbox"),
    Command.DISABLE: _Spec(tr("D&isable"), tr("Keeps the selected mailboxes from logging in and from receiving mail."),
                           "mailbox-disabled"),
    Command.CATCH_ALL: _Spec(tr("&Catch-all…"),
                             tr("Chooses the mailbox that receives mail for unknown recipients of the domain.")),
    Command.DELETE: _Spec(tr("De&lete…"), tr("Deletes what is selected, after a question."), "remove", ("Del",)),
    Command.RETRY_NOW: _Spec(tr("Retry No&w"), tr("Tries to deliver the selected messages again now."), "restart", ("Ctrl+E",)),
    Command.HOLD: _Spec(tr("&Hold"), tr("Keeps the selected messages in the queue until they are released."), "stop",
                        ("Ctrl+H",)),
    Command.RELEASE: _Spec(tr("Relea&se"), tr("Lets the selected held messages go on, at once."), "start", ("Ctrl+Shift+H",)),
    Command.RETURN: _Spec(tr("Remove and Ret&urn to Sender…"),
                          tr("Removes the selected messages and tells their senders."), "back", ("Shift+Del",)),
    Command.REROUTE: _Spec(tr("Change Smart Hos&t…"),
                           tr("Delivers the selected held messages through another server."), "smtp", ("Ctrl+Shift+E",)),
    Command.SEND_AGAIN: _Spec(tr("Send A&gain"), tr("Puts the selected bad mail back into the queue."), "send",
                              ("Ctrl+Shift+A",)),
    Command.MESSAGE_INFORMATION: _Spec(tr("Message &Information…"),
                                       tr("Shows all about the selected message: envelope, recipients, headers."),
                                       "info", ("Ctrl+I",)),
    Command.SEND_HISTORY: _Spec(tr("&View Send History…"), tr("Shows each attempt to deliver the selected message."), "history",
                                ("Ctrl+Shift+I",)),
    Command.LIFT_BAN: _Spec(tr("&Lift Ban"), tr("Lets the selected clients connect again at once."), "bans", ("Ctrl+L",)),
    Command.SET_UP: _Spec(tr("&Set Up Posthouse…"),
                          tr("Leads through the set-up: port, domain, mailbox, way out, test message."),
                          "posthouse", ("Ctrl+Shift+U",)),
    Command.CONNECT_DEVICE: _Spec(tr("Connect a De&vice or Program…"),
                                  tr("Shows what to enter in a scanner or program that sends through this server."),
                                  "smtp", ("Ctrl+Shift+D",)),
    Command.SEND_TEST: _Spec(tr("Send a Test &Message…"), tr("Sends a message to the running server and shows its replies."),
                             "send", ("Ctrl+M",)),
    Command.WHO_CAN_RELAY: _Spec(tr("&Who Can Relay?…"), tr("Shows who can relay through this server, and tries out any case."),
                                 "shield", ("Ctrl+R",)),
    Command.RELAY_TEST: _Spec(tr("Test &for Open Relay…"), tr("Lets the running server be attacked as strangers would."),
                              "shield"),
    Command.WHY: _Spec(tr("W&hy?…"), tr("Explains the selected decision: by the settings of then and by those of today."),
                       "info", ("Ctrl+Y",)),
    Command.ALLOW_THIS: _Spec(tr("&Allow This…"), tr("Offers what would allow the selected refusal, the narrowest first."),
                              "shield-open"),
    Command.SHOW_SESSION: _Spec(tr("Show Sess&ion…"), tr("Shows what was said around the selected line, as a transcript."),
                                "logs", ("Ctrl+Shift+L",)),
    Command.MESSAGE_LIFE: _Spec(tr("Find Thi&s Message…"), tr("Shows the whole life of the message of the selected line."),
                                "search"),
    Command.FIND_MESSAGE: _Spec(tr("Find &Message…"),
                                tr("Finds a message by id, address, subject or remote reply, and shows its whole life."),
                                "search", ("F3",)),
    Command.SUGGEST_RANGES: _Spec(tr("Su&ggest Ranges…"),
                                  tr("Proposes the tightest privileged ranges for clients that need one."),
                                  "add", ("Ctrl+G",)),
    Command.SHOW_CHANGE: _Spec(tr("S&how Change…"), tr("Shows what the selected revision changed."), "info", ("Ctrl+Shift+C",)),
    Command.REVERT: _Spec(tr("Re&vert This Change…"), tr("Takes back what the selected revision changed, after a preview."),
                          "back", ("Ctrl+Shift+V",)),
    Command.GO_BACK: _Spec(tr("&Go Back to This State…"), tr("Brings back everything as it was with the selected revision."),
                           "history", ("Ctrl+Shift+G",)),
    Command.VERIFY: _Spec(tr("Veri&fy History"), tr("Checks that no revision was altered or removed."), "shield",
                          ("Ctrl+Shift+Y",)),
    Command.BACK_UP: _Spec(tr("&Back Up…"), tr("Writes settings, domains and mailboxes, with their history, into one file."),
                           "backup"),
    Command.RESTORE: _Spec(tr("Rest&ore…"), tr("Brings settings, domains and mailboxes of a backup back, after a look."),
                           "restore"),
    Command.HELP: _Spec(tr("Help To&pics"), tr("Opens the help for what is shown."), "help", ("F1",)),
    Command.ABOUT: _Spec(tr("&About Posthouse"), tr("Shows the version and the data folder."), "info"),
    Command.CLOSE: _Spec(tr("&Close Console"), tr("Closes this window; a running server goes on."), "", ("Ctrl+Q",)),
}


class Actions(QObject):
    """Holds one QAction for each command."""

    def __init__(self, parent: QObject) -> None:
        """Make them all."""
        super().__init__(parent)
        self._actions = {command: self._new_action(command, spec) for command, spec in _TABLE.items()}

    def __getitem__(self, command: Command) -> QAction:
        """Return the action of a command."""
        return self._actions[command]

    def grey(self, command: Command, reason: str) -> None:
        """Let a command be used, or grey it where there is a reason, which stands in the status bar and the tip."""
        action, tip = self._actions[command], _TABLE[command].tip
        action.setEnabled(not reason)
        action.setStatusTip(f"{tip} {reason}" if reason else tip)
        action.setToolTip(f"{_name(_TABLE[command])}: {reason}" if reason else _tool_tip(_TABLE[command]))

    def all(self) -> list[QAction]:
        """Return all actions."""
        return list(self._actions.values())

    def _new_action(self, command: Command, spec: _Spec) -> QAction:
        action = QAction(spec.text, self)
        if spec.icon:
            action.setIcon(icon(spec.icon))
        action.setObjectName(command)
        action.setStatusTip(spec.tip)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        action.setToolTip(_tool_tip(spec))
        action.setCheckable(spec.checkable)
        action.setMenuRole(QAction.MenuRole.NoRole)
        return action


def _name(spec: _Spec) -> str:
    return spec.text.replace("&", "").rstrip("…")


def _tool_tip(spec: _Spec) -> str:
    keys = QKeySequence(spec.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if spec.keys else ""
    return f"{_name(spec)} ({keys})" if keys else _name(spec)
