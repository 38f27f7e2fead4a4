"""A bar inside a dialog that says what is wrong and offers what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from posthouse_console.widgets.hint import Severity, icon

_ICON = QSize(20, 20)
_FLASH_MS = 600


class MessageBar(QFrame):
    """Hidden until it has something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setObjectName("message_bar")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.backgroundRole().Base)
        self._icon = QLabel()
        self._label = QLabel()
        self._label.setObjectName("message_text")
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._actions = QHBoxLayout()
        self._actions.addStretch(1)
        self._buttons: list[QPushButton] = []
        sentence = QHBoxLayout()
        sentence.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        sentence.addWidget(self._label, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(sentence)
        layout.addLayout(self._actions)
        self.hide()

    def say(self, severity: Severity, text: str, actions: Sequence[tuple[str, Callable[[], None]]] = ()) -> None:
        """Show a sentence, and a button for each action (caption with mnemonic, what it does)."""
        self._drop_buttons()
        self._icon.setPixmap(icon(severity).pixmap(_ICON, self.devicePixelRatioF()))
        self._label.setText(text)
        for caption, act in actions:
            button = QPushButton(caption, self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, act=act: act())
            self._actions.addWidget(button)
            button.show()  # now, not with the next layout: it can take the focus at once
            self._buttons.append(button)
        self.setAccessibleName(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def attract(self) -> None:
        """Draw the eye and the keyboard to what stands here already: somebody has overlooked it."""
        if self.isHidden():
            return
        if self._buttons:
            self._buttons[0].setFocus()
        self.setBackgroundRole(QPalette.ColorRole.Midlight)
        QTimer.singleShot(_FLASH_MS, self, lambda: self.setBackgroundRole(QPalette.ColorRole.Base))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Say nothing any more."""
        self._drop_buttons()
        self._label.clear()
        self.setAccessibleName("")
        self.hide()

    def text(self) -> str:
        """Return the sentence shown; empty when hidden."""
        return self._label.text()

    def buttons(self) -> list[QPushButton]:
        """Return the buttons of the actions on offer."""
        return list(self._buttons)

    def _drop_buttons(self) -> None:
        for button in self._buttons:
            self._actions.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()

    def _reserve_height(self) -> None:
        """Ask for the height of the wrapped text: a window counts only with what it guesses."""
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(max(0, layout.minimumHeightForWidth(self.width())))

    def event(self, event: QEvent) -> bool:
        """Look again when the text has changed."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._reserve_height()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The text wraps anew at another width."""
        super().resizeEvent(event)
        self._reserve_height()
