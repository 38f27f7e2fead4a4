"""Fusion with boxes and a focus that can be seen: in the dark it draws both nearly as dark as the ground."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

from posthouse_console.widgets.contrast import SHAPE, readable

_BOX, _RADIO = QStyle.PrimitiveElement.PE_IndicatorCheckBox, QStyle.PrimitiveElement.PE_IndicatorRadioButton
_FOCUS = QStyle.PrimitiveElement.PE_FrameFocusRect
_HOLDERS = (QStyle.PrimitiveElement.PE_FrameLineEdit, QStyle.PrimitiveElement.PE_PanelButtonCommand)
_CORNER = 2.0
_FRAME_SHARE = 0.55


class VisibleStyle(QProxyStyle):
    """Draws as Fusion does, then the frames that it leaves too dark."""

    def __init__(self) -> None:
        """Stand before Fusion."""
        super().__init__("Fusion")
        self.setObjectName("fusion")

    def drawPrimitive(self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter,
                      widget: QWidget | None = None) -> None:
        """Draw an element."""
        if element == _FOCUS:
            self._draw_focus(option, painter)
            return
        super().drawPrimitive(element, option, painter, widget)
        if element in (_BOX, _RADIO):
            self._frame_box(element, option, painter)
        elif element in _HOLDERS and _is_focused(option, by_key=element != _HOLDERS[0]):
            _draw_frame(painter, option, option.palette.color(QPalette.ColorRole.Accent))

    def _frame_box(self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter) -> None:
        palette = option.palette
        ground, text = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
        grounds = [ground, palette.color(QPalette.ColorRole.Window)]
        colour = QColor(text)
        colour.setAlphaF(_FRAME_SHARE)
        if option.state & QStyle.StateFlag.State_Enabled:
            colour = readable(colour, grounds, SHAPE)
        if _is_focused(option, by_key=True):
            colour = palette.color(QPalette.ColorRole.Accent)
        _draw_frame(painter, option, colour, is_round=element == _RADIO)

    def _draw_focus(self, option: QStyleOption, painter: QPainter) -> None:
        if option.state & QStyle.StateFlag.State_KeyboardFocusChange:
            _draw_frame(painter, option, option.palette.color(QPalette.ColorRole.Accent))


def _is_focused(option: QStyleOption, *, by_key: bool) -> bool:
    state = option.state
    is_by_key = bool(state & QStyle.StateFlag.State_KeyboardFocusChange)
    return bool(state & QStyle.StateFlag.State_HasFocus) and (is_by_key or not by_key)


def _draw_frame(painter: QPainter, option: QStyleOption, colour: QColor, *, is_round: bool = False) -> None:
    area = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1))
    if is_round:
        painter.drawEllipse(area)
    else:
        painter.drawRoundedRect(area, _CORNER, _CORNER)
    painter.restore()
