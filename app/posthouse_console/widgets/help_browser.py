"""Shows help pages: their pictures follow the theme, and are as wide as the window lets them be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QPalette, QPixmapCache, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from posthouse_resources import HELP_THEMES, help_picture
from posthouse_server.words import tr

_IMAGE = QTextDocument.ResourceType.ImageResource.value
_MARGIN = 16
_DARK = 128
_WIDTHS_TOGETHER_MS = 60


class HelpBrowser(QTextBrowser):
    """A page names a picture once, as images/NAME.png; which file that is depends on the ground it stands on."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setObjectName("helpBrowser")
        self.setAccessibleName(tr("Help"))
        self.setOpenExternalLinks(True)
        self.document().setDocumentMargin(_MARGIN)
        self._settling = QTimer(self, singleShot=True, interval=_WIDTHS_TOGETHER_MS)
        self._settling.timeout.connect(self._draw_anew)
        self.sourceChanged.connect(lambda _url: self._draw_anew())

    def theme(self) -> str:
        """Return which set of pictures fits the ground."""
        light, dark = HELP_THEMES
        return dark if self.palette().color(QPalette.ColorRole.Base).lightness() < _DARK else light

    def picture(self, name: str) -> QImage:
        """Return a picture as it is drawn here: of this theme, never larger than it was taken; null where there is none."""
        image = QImage(str(help_picture(self.theme(), name)))
        ratio = self.devicePixelRatioF()
        most = int((self.viewport().width() - 2 * _MARGIN) * ratio)
        if image.isNull() or most <= 0:
            return image
        wanted = min(most, int(image.width() * ratio))
        image = image.scaled(QSize(wanted, wanted * image.height() // image.width()), Qt.AspectRatioMode.KeepAspectRatio,
                             Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        return image

    def _draw_anew(self) -> None:
        """Put in the pictures of this theme and width; those that the document still has may be of others."""
        document = self.document()
        names = {form.toImageFormat().name() for form in document.allFormats() if form.isImageFormat()}
        for name in names:
            picture = self.picture(Path(name).stem)
            document.addResource(_IMAGE, self.source().resolved(QUrl(name)), picture)
        if names:
            QPixmapCache.clear()
            document.markContentsDirty(0, document.characterCount())

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Choose the file of a picture; everything else is found as usual."""
        path = Path(QUrl(name).path())
        if kind == _IMAGE and path.parent.name == "images":
            return self.picture(path.stem)
        return super().loadResource(kind, name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the pictures be as wide as there is room."""
        super().resizeEvent(event)
        self._settling.start()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._settling.start()
