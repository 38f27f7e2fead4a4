"""What fits on the screen: windows must never be larger than it, whatever its scale."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize
from PySide6.QtWidgets import QApplication, QDialog, QWidget

_FRAME = QSize(8, 40)
"""Room for a window's title and borders, which are not known before it is shown."""


def room_for(widget: QWidget) -> QSize:
    """Return how large a window may be on the widget's screen."""
    return widget.screen().availableGeometry().size() - _FRAME


def fit(window: QWidget) -> None:
    """Make a window no larger than its screen, and move it so that all of it is there."""
    layout = window.layout()
    if layout is not None:
        layout.activate()  # or the window would still insist on an old minimum
    window.resize(window.size().boundedTo(room_for(window)))
    area = window.screen().availableGeometry()
    frame = window.frameGeometry()
    left = max(area.left(), min(frame.left(), area.right() - frame.width()))
    top = max(area.top(), min(frame.top(), area.bottom() - frame.height()))
    if frame.topLeft() != QPoint(left, top):
        window.move(left, top)


class ScreenFit(QObject):
    """Fits every dialog of the application when it is shown: one place for what no dialog should have to remember."""

    def __init__(self, application: QApplication) -> None:
        """Watch the application."""
        super().__init__(application)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at dialogs as they come up."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog) and watched.isWindow():
            fit(watched)
        return False
