"""About Posthouse: what runs, and on which data folder."""

from __future__ import annotations

from importlib.metadata import version

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import HintLabel
from posthouse_resources import icon_path
from posthouse_server.paths import DataFolder
from posthouse_server.words import tr

_ICON = QSize(64, 64)


class AboutDialog(QDialog):
    """Version, data folder, licence."""

    def __init__(self, folder: DataFolder, parent: QWidget) -> None:
        """Show them."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("About Posthouse"))
        picture = QLabel()
        picture.setPixmap(QIcon(str(icon_path("posthouse"))).pixmap(_ICON, self.devicePixelRatioF()))
        name = QLabel(f"Posthouse {version('posthouse')}")
        font = name.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setBold(True)
        name.setFont(font)
        where = QLabel(tr("Data folder: {root}", root=folder.root))
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        where.setTextFormat(Qt.TextFormat.PlainText)
        texts = QVBoxLayout()
        texts.addWidget(name)
        texts.addWidget(QLabel(tr("An SMTP relay server that shows and proves who can relay.")))
        texts.addSpacing(8)
        texts.addWidget(where)
        texts.addWidget(HintLabel(tr("Licensed under the Apache License 2.0.")))
        top = QHBoxLayout()
        top.setSpacing(18)
        top.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(texts, 1)
        box = button_box(Button.Ok)
        box.accepted.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 14)
        layout.addLayout(top)
        layout.addSpacing(12)
        layout.addWidget(box)
