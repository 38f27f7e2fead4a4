"""What can be done with every list: copy, export, choose its columns."""

from __future__ import annotations

from PySide6.QtCore import QDate, QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from posthouse_console.actions import Actions, Command
from posthouse_console.commands.export import ExportCommands
from posthouse_console.dialogs.columns import ColumnsDialog
from posthouse_console.navigation.nodes import NodeKind, TreeNode
from posthouse_console.navigation.result_pane import ResultPane
from posthouse_console.service.background import Background
from posthouse_console.service.memory import Memory
from posthouse_server.words import tr

_NO_LIST = tr("There is no list here.")


class ListCommands(QObject):
    """Acts on the list that the window shows; the window tells of the node."""

    reported = Signal(str)

    def __init__(self, background: Background, memory: Memory, actions: Actions, pane: ResultPane, window: QWidget) -> None:
        """Connect the actions."""
        super().__init__(window)
        self._actions, self._pane, self._window = actions, pane, window
        self._node: TreeNode | None = None
        self.exports = ExportCommands(background, window, memory)
        self.exports.reported.connect(self.reported)
        actions[Command.EXPORT].triggered.connect(lambda _checked=False: self._export())
        actions[Command.COPY].triggered.connect(lambda _checked=False: self._copy())
        actions[Command.COLUMNS].triggered.connect(lambda _checked=False: self._choose_columns())
        pane.abuse.list_actions = [actions[Command.COPY], actions[Command.EXPORT]]
        pane.abuse.list.selection_changed.connect(self.update_actions)

    def select(self, node: TreeNode) -> None:
        """Take note of the node that is shown."""
        self._node = node
        self.update_actions()

    def update_actions(self) -> None:
        """Grey what makes no sense now, and say why."""
        view = self._pane.current_list()
        self._actions.grey(Command.EXPORT, "" if view is not None else _NO_LIST)
        is_selected = view is not None and view.selectionModel().hasSelection()
        self._actions.grey(Command.COPY, "" if is_selected else tr("No row is selected."))
        why = tr("The columns of this report follow the width of the window.")
        is_report = self._node is not None and self._node.kind is NodeKind.ABUSE
        self._actions.grey(Command.COLUMNS, _NO_LIST if view is None else why if is_report else "")

    def extend(self, menu: QMenu) -> None:
        """Put the commands at the end of a context menu; Properties stays the last one, where everybody looks for it."""
        last = self._actions[Command.PROPERTIES]
        found = [self._actions[command] for command in (Command.COPY, Command.EXPORT, Command.COLUMNS)]
        if last in menu.actions():
            menu.insertActions(last, found)
            menu.insertSeparator(last)
        else:
            menu.addSeparator()
            menu.addActions(found)

    def _export(self) -> None:
        view = self._pane.current_list()
        if view is not None and self._node is not None:
            self.exports.export(view, f"{self._node.label} {QDate.currentDate().toString(Qt.DateFormat.ISODate)}")

    def _copy(self) -> None:
        view = self._pane.current_list()
        if view is not None:
            self.exports.copy(view)

    def _choose_columns(self) -> None:
        if self._pane.current_list() is not self._pane.list:
            return
        dialog = ColumnsDialog(self._pane.list.arrangement(), self._window)
        dialog.chosen.connect(self._pane.arrange)
        dialog.open()
