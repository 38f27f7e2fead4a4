"""Shows sanitised HTML; loads nothing, from nowhere, and opens nothing."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from posthouse_server.words import tr


class MailView(QTextBrowser):
    """What its sender wrote, in the console's own font and colours."""

    link_pressed = Signal(str)
    """Somebody wants to know where a link leads; it is not opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("mailView")
        self.setAccessibleName(tr("Message"))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTabChangesFocus(True)
        self.anchorClicked.connect(lambda address: self.link_pressed.emit(address.toString()))

    def loadResource(self, kind: int, name: QUrl | str) -> QByteArray:  # noqa: ARG002 - whatever it is, it stays away
        """Load nothing: neither from the network nor from this computer."""
        return QByteArray()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy text, without the entries of a browser."""
        menu = self.createStandardContextMenu()
        menu.exec(event.globalPos())
