"""Where the actions stand: menu bar, toolbar, and the context menus of nodes and rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QWidget

from posthouse_console.actions import Actions, Command
from posthouse_console.models.lazy_rows import Unread
from posthouse_console.navigation.nodes import NodeKind
from posthouse_server.store import Revision
from posthouse_server.store.directory import DomainRow, GroupRow, MailboxRow
from posthouse_server.store.queues import QueuedRow
from posthouse_server.store.traffic import DecisionRow
from posthouse_server.words import tr

Entries = Sequence[Command | None]
"""None is a separator."""

_SERVER: Entries = (Command.START, Command.STOP, Command.RESTART)
_DIRECTORY: Entries = (Command.NEW_DOMAIN, Command.NEW_MAILBOX, Command.NEW_GROUP)
_FILES: Entries = (Command.IMPORT, Command.EXPORT_DIRECTORY, Command.FIND_ADDRESS)
_ROW: Entries = (Command.SET_PASSWORD, Command.ENABLE, Command.DISABLE, Command.CATCH_ALL, Command.DELETE, Command.LIFT_BAN)
_MESSAGE: Entries = (Command.RETRY_NOW, Command.HOLD, Command.RELEASE, Command.REROUTE, Command.SEND_AGAIN, None,
                     Command.RETURN, Command.DELETE, None, Command.MESSAGE_INFORMATION, Command.SEND_HISTORY)
_RELAY: Entries = (Command.CONNECT_DEVICE, Command.SEND_TEST, Command.WHO_CAN_RELAY, Command.RELAY_TEST, Command.SUGGEST_RANGES)
_DECISION: Entries = (Command.SHOW_SESSION, Command.WHY, Command.ALLOW_THIS, Command.MESSAGE_LIFE)

_BACKUP: Entries = (Command.BACK_UP, Command.RESTORE)

_MENU_BAR: dict[str, tuple[str, Entries]] = {
    "file": (tr("&File"), (*_DIRECTORY, None, *_FILES, None, *_BACKUP, None, Command.CLOSE)),
    "action": (tr("&Action"), (*_DIRECTORY, None, *_ROW, None, *_SERVER, None, *_RELAY, None, *_DECISION, None,
                                Command.REFRESH, Command.COPY, Command.EXPORT, None, Command.PROPERTIES)),
    "view": (tr("&View"), (Command.BACK, Command.FORWARD, Command.UP, None, Command.HOME, Command.FILTER,
                           Command.FIND_MESSAGE, None, Command.TOGGLE_TREE, Command.COLUMNS, None, Command.REFRESH)),
    "favorites": (tr("Favo&rites"), ()),
    "window": (tr("&Window"), ()),
    "help": (tr("&Help"), (Command.HELP, Command.SET_UP, None, Command.ABOUT)),
}
_TOOLBAR: Entries = (Command.BACK, Command.FORWARD, Command.UP, Command.TOGGLE_TREE, None, *_SERVER, None, Command.REFRESH,
                     Command.FIND_MESSAGE, Command.EXPORT, Command.PROPERTIES, Command.HELP)
_WITH_TEXT = (Command.START, Command.STOP, Command.RESTART)
"""These stand in the toolbar with their names: they are what an administrator looks for."""

_REVISION: Entries = (Command.SHOW_CHANGE, Command.REVERT, Command.GO_BACK)
_TAIL: Entries = (None, Command.REFRESH, Command.HELP)
_NODE_MENUS: dict[NodeKind, Entries] = {
    NodeKind.ROOT: (*_DIRECTORY, None, *_RELAY, *_TAIL),
    NodeKind.MESSAGING_MANAGER: (*_DIRECTORY, None, *_FILES, *_TAIL),
    NodeKind.POST_OFFICES: (Command.NEW_DOMAIN, None, *_FILES, *_TAIL),
    NodeKind.POST_OFFICE: (*_DIRECTORY, *_TAIL),
    NodeKind.DOMAINS: (Command.NEW_DOMAIN, *_TAIL),
    NodeKind.MAILBOXES: (Command.NEW_MAILBOX, *_TAIL),
    NodeKind.GROUPS: (Command.NEW_GROUP, *_TAIL),
    NodeKind.SERVERS: (*_BACKUP, *_TAIL),
    NodeKind.SERVER: (*_SERVER, None, *_RELAY, None, *_BACKUP, *_TAIL),
    NodeKind.CONNECTORS: _TAIL[1:],
    NodeKind.SMTP: (*_SERVER, None, *_RELAY, *_TAIL, None, Command.PROPERTIES),
    NodeKind.LOGS: (*_DECISION, None, Command.WHO_CAN_RELAY, Command.FIND_MESSAGE, *_TAIL),
    NodeKind.QUEUES: _TAIL[1:],
    NodeKind.INBOUND: _TAIL[1:],
    NodeKind.OUTBOUND: _TAIL[1:],
    NodeKind.BAD_MAIL: _TAIL[1:],
    NodeKind.BANS: (Command.LIFT_BAN, *_TAIL),
    NodeKind.ABUSE: _TAIL[1:],
    NodeKind.HISTORY: (*_REVISION, None, Command.VERIFY, *_TAIL),
    NodeKind.SYSTEM: _TAIL[1:],
    NodeKind.DIAGNOSE: _TAIL[1:],
    NodeKind.SERVICES: (*_SERVER, *_TAIL),
}
_DECISION_MENU: Entries = (*_DECISION, *_TAIL)
_MAILBOX_MENU: Entries = (Command.SET_PASSWORD, Command.CONNECT_DEVICE, None, Command.ENABLE, Command.DISABLE, None,
                          Command.DELETE, None, Command.PROPERTIES)
_DOMAIN_MENU: Entries = (Command.CATCH_ALL, None, Command.DELETE, None, Command.PROPERTIES)
_GROUP_MENU: Entries = (Command.DELETE, None, Command.PROPERTIES)


def fill_menu_bar(window: QMainWindow, actions: Actions) -> dict[str, QMenu]:
    """Make the menus; returns them by name, since Favorites and Window are filled elsewhere."""
    menus = {}
    for name, (title, entries) in _MENU_BAR.items():
        menu = window.menuBar().addMenu(title)
        menu.setObjectName(f"{name}Menu")
        menu.setToolTipsVisible(False)
        _fill(menu, actions, entries)
        if name == "action":
            queued = QMenu(tr("&Queued Message"), menu)
            menu.insertMenu(actions[Command.REFRESH], _fill(queued, actions, _MESSAGE))
            menu.insertSeparator(actions[Command.REFRESH])
        menus[name] = menu
    return menus


def new_toolbar(actions: Actions, state: QWidget) -> QToolBar:
    """Return the toolbar; the state of the server stands behind its buttons."""
    toolbar = QToolBar(tr("Toolbar"))
    toolbar.setObjectName("toolbar")
    toolbar.setAccessibleName(tr("Toolbar"))
    toolbar.setMovable(False)
    toolbar.setIconSize(QSize(20, 20))
    toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    for command in _TOOLBAR:
        if command is None:
            toolbar.addSeparator()
            continue
        toolbar.addAction(actions[command])
        button = toolbar.widgetForAction(actions[command])
        button.setAccessibleName(actions[command].text().replace("&", "").rstrip("…"))
        button.setObjectName(command.replace("action", "button"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if command in _WITH_TEXT:
            button.setProperty("toolButtonStyle", Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if command is Command.RESTART:
            toolbar.addWidget(state)
    return toolbar


def node_menu(parent: QWidget, actions: Actions, kind: NodeKind) -> QMenu:
    """Return the context menu of a node; Properties is the default where there is one."""
    menu = _new_menu(parent, actions, _NODE_MENUS[kind])
    if kind is NodeKind.SMTP:
        menu.setDefaultAction(actions[Command.PROPERTIES])
    return menu


def row_menu(parent: QWidget, actions: Actions, row: object) -> QMenu | None:
    """Return the context menu of a domain, mailbox, group or recorded decision, None for other rows."""
    if isinstance(row, MailboxRow):
        menu = _new_menu(parent, actions, _MAILBOX_MENU)
        menu.setDefaultAction(actions[Command.PROPERTIES])
        return menu
    if isinstance(row, DomainRow):
        menu = _new_menu(parent, actions, _DOMAIN_MENU)
        menu.setDefaultAction(actions[Command.PROPERTIES])
        return menu
    if isinstance(row, GroupRow):
        menu = _new_menu(parent, actions, _GROUP_MENU)
        menu.setDefaultAction(actions[Command.PROPERTIES])
        return menu
    if isinstance(row, Revision):
        menu = _new_menu(parent, actions, (*_REVISION, None, Command.VERIFY, *_TAIL))
        menu.setDefaultAction(actions[Command.SHOW_CHANGE])
        return menu
    if isinstance(row, QueuedRow | Unread):
        menu = _new_menu(parent, actions, (*_MESSAGE, *_TAIL))
        menu.setDefaultAction(actions[Command.MESSAGE_INFORMATION])
        return menu
    if isinstance(row, DecisionRow):
        menu = _new_menu(parent, actions, _DECISION_MENU)
        menu.setDefaultAction(actions[Command.SHOW_SESSION])
        return menu
    return None


def _new_menu(parent: QWidget, actions: Actions, entries: Entries) -> QMenu:
    menu = QMenu(parent)
    menu.setObjectName("contextMenu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return _fill(menu, actions, entries)


def _fill(menu: QMenu, actions: Actions, entries: Entries) -> QMenu:
    for command in entries:
        if command is None:
            menu.addSeparator()
        else:
            menu.addAction(actions[command])
    return menu
