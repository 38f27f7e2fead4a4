"""The console's window: tree on the left, what belongs to it on the right, the state of the server in sight."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QSplitter

from posthouse_console.actions import Actions, Command
from posthouse_console.closing import Closing
from posthouse_console.commands.abuse import AbuseCommands
from posthouse_console.commands.diagnose import DiagnoseCommands
from posthouse_console.commands.dispatch import CommandDispatch
from posthouse_console.commands.lists import ListCommands
from posthouse_console.commands.services import ServicesCommands
from posthouse_console.favorites import Favorites, fill_window_menu
from posthouse_console.menus import fill_menu_bar, new_toolbar, node_menu, row_menu
from posthouse_console.models.address_rows import FoundAddress
from posthouse_console.navigation.contents import Contents
from posthouse_console.navigation.navigator import Navigator
from posthouse_console.navigation.nodes import Path, TreeNode, build_tree, nearest, path_text
from posthouse_console.navigation.result_pane import ResultPane
from posthouse_console.navigation.tree_model import TreeModel
from posthouse_console.navigation.tree_view import ConsoleTree
from posthouse_console.overview import Overview
from posthouse_console.service.backend import Backend
from posthouse_console.trial_follower import TrialFollower
from posthouse_console.view_menu import ViewMenu
from posthouse_console.widgets.help_key import HelpKey
from posthouse_console.widgets.icons import icon
from posthouse_console.widgets.status_message import StatusMessage
from posthouse_console.window_memory import WindowMemory
from posthouse_server.words import tr


class MainWindow(QMainWindow):
    """Shows the backend's models; all work goes through the commands."""

    new_window_wanted = Signal(object)
    """A window is to be opened whose tree begins at this path."""
    left_root = Signal(object)
    """This path, outside of the window's tree, is to be shown by another window."""
    closed = Signal()

    def __init__(self, backend: Backend, root: Path | None = None) -> None:
        """Build the frame; the models fill it as they are read. With a root, it is one window more, and remembers nothing."""
        super().__init__()
        self._backend = backend
        self.root, self.is_extra = root or (), root is not None
        self._memory = WindowMemory(backend.memory)
        self.closing = Closing(backend.server, self._memory, self)
        self._wanted_path = () if self.is_extra else self._memory.path()
        self.setObjectName("mainWindow")
        self.setWindowIcon(icon("posthouse"))
        self.navigator = Navigator(self, self.root)
        self.actions_by_command = Actions(self)
        self.addActions(self.actions_by_command.all())
        self.nodes = TreeModel(self._tree(), self)
        self.tree = ConsoleTree(self.nodes, self.navigator)
        contents = Contents(backend.directory, backend.server, backend.settings, backend.bans, backend.trace,
                            backend.history, backend.queues, self)
        self.pane = ResultPane(contents, backend.memory)
        self.overview = Overview(backend, self.nodes, self.pane, self.navigator, self)
        self.dispatch = CommandDispatch(backend, self.actions_by_command, self.navigator, self.overview.revision_note, self)
        self.abuse = AbuseCommands(backend, self.pane, self.dispatch.directory, self.dispatch.open_row, self)
        self.diagnose = DiagnoseCommands(backend, self.pane.diagnose, self)
        self.lists = ListCommands(backend.background, backend.memory, self.actions_by_command, self.pane, self)
        self.services = ServicesCommands(backend, self.pane.services, self.actions_by_command, self)
        self._help_key = HelpKey(self, self.dispatch.help_topic)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.message = StatusMessage()
        self._build()
        self._connect()
        self._memory.restore(self, self.splitter)
        self.actions_by_command[Command.TOGGLE_TREE].setChecked(self._memory.has_tree())
        self.tree.setVisible(self._memory.has_tree())
        self._go_where_we_were()
        self._on_navigator_moved()
        self.overview.show_all()
        self.tree.setFocus()

    def _build(self) -> None:
        self.splitter.setObjectName("splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self.tree)
        self.splitter.addWidget(self.pane)
        self.splitter.setStretchFactor(1, 1)
        self.setCentralWidget(self.splitter)
        menus = fill_menu_bar(self, self.actions_by_command)
        self.favorites = Favorites(menus["favorites"], self.navigator, self._backend.memory)
        menus["window"].addAction(self.actions_by_command[Command.NEW_WINDOW])
        menus["window"].addSeparator()
        fill_window_menu(menus["window"], self)
        self.view_menu = ViewMenu(menus["view"], self._backend.memory)
        self.toolbar = new_toolbar(self.actions_by_command, self.overview.state)
        self.addToolBar(self.toolbar)
        self.message.setObjectName("statusMessage")
        self.message.setContentsMargins(6, 0, 0, 0)
        self.statusBar().addWidget(self.message, 1)
        self.statusBar().addPermanentWidget(self.overview.sentence)

    def _connect(self) -> None:
        actions, pane, dispatch = self.actions_by_command, self.pane, self.dispatch
        self._backend.directory.changed.connect(self._on_directory_changed)
        self._backend.server.changed.connect(self._on_server_changed)
        self._backend.server.finished.connect(self.say)
        self._backend.server.not_done.connect(self._on_server_not_done)
        self._backend.in_force.reported.connect(self.say)
        self._backend.in_force.refused.connect(dispatch.tools.show_refusal)
        self.navigator.moved.connect(self._on_navigator_moved)
        self.tree.menu_wanted.connect(self._on_tree_menu_wanted)
        pane.menu_wanted.connect(self._on_pane_menu_wanted)
        pane.list.opened.connect(dispatch.open_row)
        pane.list.selection_changed.connect(self._on_selection_changed)
        pane.alarms.help_wanted.connect(lambda: dispatch.tools.open_help("alarms"))
        pane.relay.checked.connect(actions[Command.WHO_CAN_RELAY].trigger)
        pane.relay.changed_wanted.connect(lambda: self.dispatch.tools.open_properties("smtp-relay"))
        TrialFollower(self._backend.settings.trials, pane.trial_bar)
        self._backend.settings.trials.faulted.connect(self.say)
        pane.getting_started.chosen.connect(self._on_step_chosen)
        dispatch.directory.reported.connect(self.say)
        dispatch.directory.found.connect(self._on_address_found)
        dispatch.directory.preview_wanted.connect(dispatch.tools.preview_directory)
        dispatch.bans.reported.connect(self.say)
        dispatch.queue.reported.connect(self.say)
        dispatch.messages.filter_edit = pane.filter_bar.edit
        dispatch.history.reported.connect(self.say)
        dispatch.backup.reported.connect(self.say)
        dispatch.suggestions.reported.connect(self.say)
        self.abuse.reported.connect(self.say)
        self.lists.reported.connect(self.say)
        self.diagnose.reported.connect(self.say)
        self.services.reported.connect(self.say)
        dispatch.tools.test_accepted.connect(self.overview.mark_test_accepted)
        dispatch.tools.relay_checked.connect(self.overview.mark_relay_checked)
        actions[Command.TOGGLE_TREE].toggled.connect(self.tree.setVisible)
        actions[Command.FILTER].triggered.connect(self._on_filter_triggered)
        actions[Command.REFRESH].triggered.connect(self._on_refresh_triggered)
        actions[Command.CLOSE].triggered.connect(self.close)
        actions[Command.NEW_WINDOW].triggered.connect(lambda _checked=False: self.new_window_wanted.emit(self.navigator.path))
        self.navigator.left.connect(self.left_root)

    def _tree(self) -> TreeNode:
        return nearest(build_tree(self._backend.directory.lists.post_offices), self.root)

    def come_forward(self) -> None:
        """Stand before all other windows, also where it was made small."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized | Qt.WindowState.WindowActive)
        self.show()
        self.raise_()
        self.activateWindow()

    def say(self, sentence: str) -> None:
        """Show a sentence in the status bar for a while."""
        self.message.say(sentence)

    def current_node(self) -> TreeNode:
        """Return the node that is shown."""
        return nearest(self.nodes.root, self.navigator.path)

    def _go_where_we_were(self) -> None:
        """The last node may belong to a post office that is not read yet: try again when it is."""
        if self._wanted_path and nearest(self.nodes.root, self._wanted_path).path == self._wanted_path:
            self.navigator.replace(self._wanted_path)
            self._wanted_path = ()

    def _on_directory_changed(self) -> None:
        tree = self._tree()
        if tree.path != self.root:  # the node that this window was opened for is gone
            self.closing.let()
            self.close()
            return
        self.nodes.sync(tree)
        self.tree.follow_model()
        self._go_where_we_were()
        self._wanted_path = ()
        self._on_navigator_moved()

    def _on_navigator_moved(self) -> None:
        node = self.current_node()
        if not self._wanted_path and not self.is_extra:
            self._memory.keep_path(node.path)
        self.setWindowTitle(tr("Posthouse - [{path}]", path=path_text(node.path)))
        self.pane.summary.show_status(node.kind, self._backend.server.status)
        self.pane.show_node(node)
        self._on_selection_changed()

    def _on_selection_changed(self) -> None:
        self.lists.select(self.current_node())
        self.dispatch.select(self.current_node(), self.pane.list.selected_rows() if self.navigator.path else ())

    def _on_server_changed(self) -> None:
        self.message.show_state(self._backend.server.status.state)

    def _on_server_not_done(self, what: str) -> None:
        self.say(what)

    def _on_tree_menu_wanted(self, node: TreeNode, position: QPoint) -> None:
        self.navigator.go(node.path)
        self.pane.list.clearSelection()
        menu = node_menu(self, self.actions_by_command, node.kind)
        self.lists.extend(menu)
        menu.popup(position)

    def _on_pane_menu_wanted(self, row: object, position: QPoint) -> None:
        path = getattr(row, "path", None)
        kind = nearest(self.nodes.root, path).kind if path is not None else self.current_node().kind
        menu = row_menu(self, self.actions_by_command, row) or node_menu(self, self.actions_by_command, kind)
        self.lists.extend(menu)
        menu.popup(position)

    def _on_address_found(self, found: FoundAddress) -> None:
        self.navigator.go(found.path)
        self.pane.list.choose(found.owner)
        self.pane.list.setFocus()

    def _on_step_chosen(self, command: str) -> None:
        action = self.actions_by_command[Command(command)]
        if action.isEnabled():
            action.trigger()
        else:  # only Start is ever grey here
            self.say(tr("The server needs no start: {sentence}.", sentence=self._backend.server.words.sentence))

    def _on_filter_triggered(self) -> None:
        self.pane.filter_bar.edit().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_refresh_triggered(self) -> None:
        self._backend.refresh()
        self.abuse.refresh()
        self.diagnose.refresh()
        self.services.refresh()
        self.say(tr("Refreshed."))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the server goes on; a session that ends is not held up."""
        if self.closing.asks():
            event.ignore()
            return
        if not self.is_extra:
            self._memory.keep(self, self.splitter, has_tree=not self.tree.isHidden())
        self.pane.remember_columns()
        super().closeEvent(event)
        if self.is_extra:
            self._backend.close()
        self.closed.emit()
