"""A QR code: black on white in every theme, since cameras want it so."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from posthouse_server.words import tr

_BORDER = 4  # modules, as the standard asks
_SIZE = 168


class QrCode(QWidget):
    """Draws whole pixels, so that the edges are sharp."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setObjectName("qrCode")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._modules: list[list[bool]] = []
        self.text = ""

    def show_text(self, text: str) -> None:
        """Encode a text."""
        import segno  # on first use: a start should not wait for it

        if text != self.text:
            self.text = text
            code = segno.make_qr(text, error="m")
            self._modules = [[bool(cell) for cell in row] for row in code.matrix]
            self.setAccessibleName(tr("QR code of the connection"))
            self.setAccessibleDescription(text)
            self.setToolTip(text)
            self.update()

    def sizeHint(self) -> QSize:
        """Be large enough for a phone's camera."""
        return QSize(_SIZE, _SIZE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the modules."""
        if not self._modules:
            return
        number = len(self._modules) + 2 * _BORDER
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(Qt.GlobalColor.black)
            side = min(self.width(), self.height())
            edges = [round(index * side / number) for index in range(number + 1)]
            for row, cells in enumerate(self._modules, _BORDER):
                for column, is_dark in enumerate(cells, _BORDER):
                    if is_dark:
                        painter.fillRect(QRect(edges[column], edges[row], edges[column + 1] - edges[column],
                                               edges[row + 1] - edges[row]), Qt.GlobalColor.black)
