"""The frame: title, tree, ways back and forth, lists."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QTabWidget, QTreeView
from pytestqt.qtbot import QtBot

from console.robot import cells, child, click_node, click_row, dialog, trigger
from posthouse_console.actions import Command
from posthouse_console.main_window import MainWindow
from posthouse_console.properties.dialog import PropertiesDialog
from posthouse_server.store import Store

SMTP = ("Servers", "localhost", "Connectors", "SMTP")
MAILBOXES = ("Messaging Manager", "Post Offices", "example.com", "Mailboxes")


def test_the_title_follows_the_tree(qtbot: QtBot, window: MainWindow) -> None:
    assert window.windowTitle() == "Posthouse - [Posthouse Management]"
    click_node(qtbot, window, *SMTP)
    assert window.windowTitle() == r"Posthouse - [Servers\localhost\Connectors\SMTP]"


def test_menus_and_toolbar_stand_in_their_order(window: MainWindow) -> None:
    menus = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert menus == ["File", "Action", "View", "Favorites", "Window", "Help"]
    buttons = [action.text().replace("&", "") for action in window.toolbar.actions() if action.text()]
    assert buttons == ["Back", "Forward", "Up One Level", "Console Tree", "Start", "Stop", "Restart", "Refresh",
                       "Find Message…", "Export List…", "Properties", "Help Topics"]


def test_no_two_actions_have_the_same_shortcut(window: MainWindow) -> None:
    taken: dict[str, set[str]] = {}
    for action in window.findChildren(QAction):
        for keys in action.shortcuts():
            taken.setdefault(keys.toString(), set()).add(action.text().replace("&", ""))
    assert len(taken) > 30
    assert {keys: names for keys, names in taken.items() if len(names) > 1} == {}


ONE_LETTER_FOR_TWO = {"l": {"Delete…", "Lift Ban"}, "s": {"Start", "Find This Message…"}, "i": {"Disable", "Show Session…"}}
"""In Action, which has more entries than they have letters; no two of these can be used at the same place."""


def test_no_two_entries_of_a_menu_have_the_same_letter(window: MainWindow) -> None:
    found = {}
    for menu in (window.menuBar(), *window.menuBar().findChildren(QMenu)):
        letters: dict[str, set[str]] = {}
        for action in menu.actions():
            before, sign, behind = action.text().partition("&")
            if sign:
                letters.setdefault(behind[0].lower(), set()).add(before + behind)
        twice = {letter: texts for letter, texts in letters.items() if len(texts) > 1}
        if twice:
            found[menu.objectName()] = twice
    assert found == {"actionMenu": ONE_LETTER_FOR_TWO}


def test_back_forward_and_up(qtbot: QtBot, window: MainWindow) -> None:
    click_node(qtbot, window, "Servers")
    click_node(qtbot, window, *SMTP)
    trigger(window, Command.BACK)
    assert window.navigator.path == ("Servers",)
    trigger(window, Command.FORWARD)
    assert window.navigator.path == SMTP
    trigger(window, Command.UP)
    assert window.navigator.path == SMTP[:-1]
    assert not window.actions_by_command[Command.FORWARD].isEnabled()
    trigger(window, Command.HOME)
    assert not window.actions_by_command[Command.UP].isEnabled()


def test_keys_lead_back_and_up(qtbot: QtBot, window: MainWindow) -> None:
    click_node(qtbot, window, "Servers", "localhost")
    qtbot.keyClick(window.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert window.navigator.path == ("Servers",)
    qtbot.keyClick(window.tree, Qt.Key.Key_Backspace)
    assert window.navigator.path == ("Servers", "localhost")


def test_alt_right_moves_nothing_where_forward_is_grey(qtbot: QtBot, window: MainWindow) -> None:
    click_node(qtbot, window, "Servers")
    assert not window.actions_by_command[Command.FORWARD].isEnabled()
    qtbot.keyClick(window.tree, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.navigator.path == ("Servers",)


def test_what_an_action_came_to_is_old_news_after_a_while(qtbot: QtBot, window: MainWindow) -> None:
    window.say("Refreshed.")
    assert window.message.toolTip() == "Refreshed."
    window.message._expiry.start(1)
    qtbot.waitUntil(lambda: window.message.text() == "" == window.message.toolTip())


def test_a_double_click_descends(qtbot: QtBot, window: MainWindow) -> None:
    click_node(qtbot, window, *SMTP[:-1])
    click_row(qtbot, window, "SMTP", double=True)
    assert window.navigator.path == SMTP
    assert window.tree.currentIndex() == window.nodes.index_of(SMTP)


def test_the_tree_can_be_hidden(qtbot: QtBot, window: MainWindow) -> None:
    trigger(window, Command.TOGGLE_TREE)
    assert child(window, QTreeView, "consoleTree").isHidden()
    trigger(window, Command.TOGGLE_TREE)
    assert child(window, QTreeView, "consoleTree").isVisible()


def test_filter_and_sort(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    click_node(qtbot, window, *MAILBOXES)
    assert cells(window) == ["john", "mary", "printer"]
    qtbot.keyClicks(child(window, QLineEdit, "filterEdit"), "enabled RY")
    assert cells(window) == ["mary"]
    qtbot.keyClick(child(window, QLineEdit, "filterEdit"), Qt.Key.Key_Escape)
    assert len(cells(window)) == 3
    header = window.pane.list.horizontalHeader()
    position = header.viewport().rect().center()
    position.setX(header.sectionViewportPosition(2) + 20)
    for _click in range(2):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=position)
    assert cells(window)[-1] == "printer"
    qtbot.mouseClick(child(window, QPushButton, "filterGo"), Qt.MouseButton.LeftButton)
    assert window.pane.list.selected_rows()


def test_a_new_post_office_appears_and_a_lost_one_is_left(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    click_node(qtbot, window, "Messaging Manager", "Post Offices", "shop.example")
    full_store.directory.add_domain("new.example", "somebody else")
    qtbot.waitUntil(lambda: window.nodes.index_of(("Messaging Manager", "Post Offices", "new.example")).isValid())
    assert window.navigator.path[-1] == "shop.example"
    full_store.directory.remove_domain("shop.example", "somebody else")
    qtbot.waitUntil(lambda: window.navigator.path == ("Messaging Manager", "Post Offices"))
    assert window.tree.currentIndex().data() == "Post Offices"
    assert cells(window) == ["example.com", "new.example"]


def test_the_tree_still_leads_after_going_back_to_what_is_gone(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    shop = ("Messaging Manager", "Post Offices", "shop.example")
    click_node(qtbot, window, *shop)
    click_node(qtbot, window, "Servers")
    full_store.directory.remove_domain("shop.example", "somebody else")
    qtbot.waitUntil(lambda: not window.nodes.index_of(shop).isValid())
    trigger(window, Command.BACK)
    assert window.navigator.path == shop[:-1]
    assert window.tree.currentIndex().data() == "Post Offices"
    click_node(qtbot, window, "Servers", "localhost")
    assert window.navigator.path == ("Servers", "localhost")


def test_the_window_comes_back_as_it_was(qtbot: QtBot, full_store: Store, open_window: Callable[[], MainWindow]) -> None:
    first = open_window()
    click_node(qtbot, first, *MAILBOXES[:-1])
    trigger(first, Command.HOME)
    click_node(qtbot, first, "Messaging Manager", "Post Offices", "example.com")
    first.pane.list.setColumnWidth(0, 333)
    first.splitter.setSizes([300, 700])
    first.close()
    second = open_window()
    qtbot.waitUntil(lambda: second.navigator.path == MAILBOXES[:-1])
    assert second.pane.list.columnWidth(0) == 333
    assert second.splitter.sizes()[0] == 300


def test_everything_has_an_accessible_name(qtbot: QtBot, window: MainWindow) -> None:
    click_node(qtbot, window, *SMTP)
    for name in ("consoleTree", "resultTable", "filterEdit", "serverState", "buttonStart", "buttonBack"):
        assert child(window, object, name).accessibleName(), name  # type: ignore[type-var]
    assert window.overview.state.accessibleName() == "State of the server: Stopped; it has not run yet"


def test_a_screen_reader_finds_nodes_and_their_state(qtbot: QtBot, window: MainWindow) -> None:
    tree = QAccessible.queryAccessibleInterface(window.tree)
    names = [tree.child(number).text(QAccessible.Text.Name) for number in range(tree.childCount()) if tree.child(number)]
    assert {"Posthouse Management", "localhost", "SMTP"} <= set(names)
    index = window.nodes.index_of(SMTP)
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Stopped; it has not run yet"


def test_tab_leads_from_the_tree_to_the_filter_and_the_list(qtbot: QtBot, window: MainWindow) -> None:
    click_node(qtbot, window, *SMTP)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.tree.setFocus()
    visited = []
    for _press in range(5):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        focused = window.focusWidget()
        visited.append(focused.accessibleName() or focused.text().replace("&", ""))
    assert visited == ["Filter", "Go", "List of listeners", "Try It Out…", "Change…"]


def test_change_opens_the_relay_tab(qtbot: QtBot, window: MainWindow) -> None:
    click_node(qtbot, window, *SMTP)
    change = next(button for button in window.pane.relay.findChildren(QPushButton) if button.text() == "&Change…")
    qtbot.mouseClick(change, Qt.MouseButton.LeftButton)
    opened = dialog(qtbot, PropertiesDialog)
    tabs = child(opened, QTabWidget, "tabs")
    assert tabs.tabText(tabs.currentIndex()).replace("&", "") == "Relay"
    opened.reject()


def test_favorites_lead_back_to_nodes_and_are_remembered(qtbot: QtBot, window: MainWindow) -> None:
    titles = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert titles == ["File", "Action", "View", "Favorites", "Window", "Help"]
    menu = window.menuBar().actions()[3].menu()

    def entries() -> list[QAction]:
        menu.aboutToShow.emit()
        return menu.actions()

    click_node(qtbot, window, *SMTP)
    entries()[0].trigger()
    click_node(qtbot, window, "Servers")
    add, remove, _separator, favorite = entries()
    assert (add.isEnabled(), remove.isEnabled()) == (True, False)
    assert favorite.text() == "Servers\\localhost\\Connectors\\SMTP"
    favorite.trigger()
    assert window.navigator.path == SMTP
    assert window.favorites.paths() == [SMTP]
    entries()[1].trigger()
    assert window.favorites.paths() == []
    assert not entries()[-1].isEnabled(), "No favorites yet"
