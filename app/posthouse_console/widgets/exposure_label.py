"""How far the server is open: an icon, words, and a tint that adds nothing to them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from posthouse_console.widgets.hint import icon
from posthouse_server.policy.exposure import Exposure, Level
from posthouse_server.words import tr

_ICON = QSize(20, 20)
_LOOKS = {Level.CLOSED: ("shield", "#2e9e4f"), Level.PRIVATE: ("info", "#3478c8"),
          Level.PUBLIC: ("warning", "#d98a00"), Level.OPEN: ("shield-open", "#d22f2f")}
_TINT = 0.22  # keeps the text's contrast above 7 : 1 in light and dark
_LOCAL = tr("As the listeners are set, only this computer can reach them.")
_UNKNOWN = tr("Not known: something in the settings is wrong, or the directory can't be read.")


class ExposureLabel(QFrame):
    """Keeps room for two lines, so that nothing jumps while boxes are ticked."""

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__()
        self.setObjectName("exposure")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._level: Level | None = None
        self._icon = QLabel()
        self._icon.setFixedSize(_ICON)
        self._label = QLabel()
        self._label.setObjectName("exposure_text")
        self._label.setWordWrap(True)
        self._label.setText(tr("Being worked out…"))
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._label, 1)

    def show_exposure(self, exposure: Exposure | None) -> None:
        """Show who can relay without a password; None: not known."""
        self._level = exposure.level if exposure else None
        name = _LOOKS[exposure.level][0] if exposure else "info"
        self._icon.setPixmap(icon(name).pixmap(_ICON, self.devicePixelRatioF()))
        sentence = exposure.sentence if exposure else _UNKNOWN
        if exposure is not None and exposure.ways and not exposure.is_reachable_from_outside:
            sentence = f"{sentence} {_LOCAL}"
        self._label.setText(sentence)
        self._label.setAccessibleName(sentence)
        self.setAccessibleName(sentence)
        self._tint()

    def text(self) -> str:
        """Return the sentence shown."""
        return self._label.text()

    def _tint(self) -> None:
        parent = self.parentWidget()
        ground = (parent.palette() if parent else QPalette()).color(QPalette.ColorRole.Window)
        tint = QColor(_LOOKS[self._level][1]) if self._level else ground
        palette = self.palette()
        mixed = QColor(*(round(one * _TINT + other * (1 - _TINT)) for one, other in (
            (tint.red(), ground.red()), (tint.green(), ground.green()), (tint.blue(), ground.blue()))))
        if palette.color(QPalette.ColorRole.Window) != mixed:
            palette.setColor(QPalette.ColorRole.Window, mixed)
            self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_level"):
            self._tint()
