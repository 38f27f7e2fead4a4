"""Help in dialogs: F1, where the shortcuts of the window behind are out of reach, and a button for the mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QWidget

from posthouse_console.widgets.help_window import HelpWindow
from posthouse_server.words import tr

_BUTTON = "helpButton"


class HelpKey(QObject):
    """Opens the page of the nearest `help_topic` on the way from the focus up to the window behind the dialog."""

    def __init__(self, window: QWidget, usual_topic: Callable[[], str]) -> None:
        """Watch the application's keys as long as the window lives; the usual topic is for dialogs without one."""
        super().__init__(window)
        self._usual_topic = usual_topic
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def _topic(self, start: QWidget) -> str:
        widget: QObject | None = start
        while widget is not None:
            topic = getattr(widget, "help_topic", "")
            if topic:
                return str(topic)
            widget = widget.parent()
        return self._usual_topic()

    def _offer_button(self, dialog: QDialog) -> None:
        """Add a Help button to a dialog that says which page is its own, once."""
        topic = getattr(dialog, "help_topic", "")
        box = dialog.findChild(QDialogButtonBox)
        if not topic or not isinstance(box, QDialogButtonBox) or dialog.findChild(QWidget, _BUTTON) is not None:
            return
        button = box.addButton(tr("Help"), QDialogButtonBox.ButtonRole.HelpRole)
        button.setObjectName(_BUTTON)
        button.setToolTip(tr("Explains this window (F1)."))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: _help_of(dialog).show_topic(str(dialog.help_topic)))  # type: ignore[attr-defined]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take F1 while a modal dialog is open; and look at each dialog as it comes up."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog):
            self._offer_button(watched)
            return False
        dialog = QApplication.activeModalWidget()
        if dialog is None or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_F1 or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        if isinstance(watched, QWidget):
            _help_of(dialog).show_topic(self._topic(watched))
            return True
        return False


def _help_of(dialog: QWidget) -> HelpWindow:
    """Return the dialog's only help: a child of it, or it could not be used while the dialog is open."""
    present = dialog.findChild(HelpWindow, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if isinstance(present, HelpWindow):
        return present
    window = HelpWindow(dialog)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return window
