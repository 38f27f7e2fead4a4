"""Accepted and refused recipients, and messages, over time."""

from __future__ import annotations

import importlib
import sys
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QLocale, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from posthouse_console.widgets.numbers_text import number_text
from posthouse_console.widgets.ranges_text import time_text
from posthouse_server.store.abuse import Bucket
from posthouse_server.words import tr


@dataclass(frozen=True, slots=True)
class _Line:
    """A count of a bucket: which, its title, its colours on light and on dark ground, and what tells it apart without them."""

    name: str
    title: str
    light: str
    dark: str
    style: Qt.PenStyle
    width: float
    is_filled: bool = False

    def colour(self, *, is_dark: bool) -> QColor:
        """Return the colour for the ground."""
        return QColor(self.dark if is_dark else self.light)

    def pen(self, *, is_dark: bool) -> QPen:
        """Return the pen; its width does not grow with the chart."""
        pen = QPen(self.colour(is_dark=is_dark), self.width, self.style, Qt.PenCapStyle.FlatCap)
        pen.setCosmetic(True)
        return pen

    def fill(self, *, is_dark: bool) -> QColor:
        """Return what is below the line."""
        found = self.colour(is_dark=is_dark)
        found.setAlpha(_FILL_ALPHA if self.is_filled else 0)
        return found


_LINES = (_Line("accepted", tr("Recipients accepted"), "#2a6fb5", "#6cb0f2", Qt.PenStyle.SolidLine, 2, is_filled=True),
          _Line("refused", tr("Recipients refused"), "#c0392b", "#f28b82", Qt.PenStyle.DashLine, 2),
          _Line("messages", tr("Messages"), "#3d7a32", "#8fd17f", Qt.PenStyle.DotLine, 2))
_FILL_ALPHA = 50
_KEY = QSize(34, 14)
_LEAST_HIGH = 5
_HEIGHT = 170
_DARK = 128
_LIBRARY = "pyqtgraph"
_UNITS = ((86400, tr("1 day"), tr("{number} days")), (3600, tr("1 hour"), tr("{number} hours")),
          (60, tr("1 minute"), tr("{number} minutes")), (1, tr("1 second"), tr("{number} seconds")))


class TrafficChart(QWidget):
    """A step line for each count; the numbers under the pointer stand in a tip."""

    def __init__(self) -> None:
        """Be cheap: the plotting library is loaded when the chart is first shown something."""
        super().__init__()
        self._series: Sequence[Bucket] = ()
        self._step_s = 60
        self._plot: Any = None
        self._curves: dict[str, Any] = {}
        self._waiting = QLabel(tr("The chart is being loaded…"))
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._keys = {line.name: QLabel() for line in _LINES}
        self.setObjectName("trafficChart")
        self.setMinimumHeight(_HEIGHT)
        top = QHBoxLayout()
        top.setContentsMargins(8, 0, 8, 0)
        top.setSpacing(6)
        for line in _LINES:
            top.addWidget(self._keys[line.name])
            top.addWidget(QLabel(line.title))
            top.addSpacing(12)
        top.addStretch(1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._layout.addLayout(top)
        self._layout.addWidget(self._waiting, 1)
        self._draw_keys()

    def show_series(self, series: Sequence[Bucket], step_s: int) -> None:
        """Show steps of time of this length in seconds: at once, or as soon as the plotting library is there."""
        self._series, self._step_s = series, step_s
        peak = max((getattr(bucket, line.name) for bucket in series for line in _LINES), default=0)
        self.setAccessibleName(tr("Traffic over time"))
        self.setAccessibleDescription(self._words(peak))
        if self._plot is None and is_library_loaded():
            self._build()
        if self._plot is not None and series:
            self._draw(peak)

    def library_loaded(self) -> None:
        """Draw what waits for the plotting library."""
        if self._plot is None and self._series:
            self.show_series(self._series, self._step_s)

    def _draw(self, peak: int) -> None:
        edges = [bucket.at.timestamp() for bucket in self._series]
        edges.append(edges[-1] + self._step_s)
        for name, curve in self._curves.items():
            curve.setData(edges, [getattr(bucket, name) for bucket in self._series])
        self._plot.setYRange(0, max(peak, _LEAST_HIGH), padding=0.06)
        self._plot.setXRange(edges[0], edges[-1], padding=0.01)

    def shown(self, name: str) -> list[int]:
        """Return what the line of a count goes through."""
        return [int(number) for number in self._curves[name].yData] if self._curves else []

    def _build(self) -> None:
        import pyqtgraph  # by now it is loaded: see load_library

        pyqtgraph.setConfigOptions(antialias=True)
        days = pyqtgraph.DateAxisItem()
        in_english = days.tickStrings
        days.tickStrings = lambda values, scale, spacing: [
            _named(text) for text in in_english(values, scale, spacing)]
        self._plot = pyqtgraph.PlotWidget(axisItems={"bottom": days})
        self._plot.setFrameShape(self._plot.Shape.NoFrame)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # It would like to be 640 by 480 pixels, and have the page scroll for it.
        self._plot.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.setMenuEnabled(False)
        self._plot.hideButtons()
        self._plot.getAxis("left").enableAutoSIPrefix(False)
        for line in _LINES:
            self._curves[line.name] = self._plot.plot(stepMode="center")
        self._plot.scene().sigMouseMoved.connect(self._on_mouse_moved)
        self._plot.viewport().setAccessibleName(tr("Chart"))
        self._waiting.hide()
        self._layout.addWidget(self._plot, 1)
        self._colour()

    def _is_dark(self) -> bool:
        return self.palette().color(QPalette.ColorRole.Base).lightness() < _DARK

    def _colour(self) -> None:
        palette, is_dark = self.palette(), self._is_dark()
        self._plot.setBackground(palette.color(QPalette.ColorRole.Base))
        self._plot.showGrid(x=False, y=True, alpha=0.18)
        for side in ("left", "bottom"):
            axis = self._plot.getAxis(side)
            axis.setTextPen(palette.color(QPalette.ColorRole.Text))
            axis.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        for line in _LINES:
            curve = self._curves[line.name]
            curve.setPen(line.pen(is_dark=is_dark))
            if line.is_filled:
                curve.setFillLevel(0)
                curve.setFillBrush(line.fill(is_dark=is_dark))

    def _draw_keys(self) -> None:
        """Draw the legend with the very pens of the lines: solid over a ground, dashes, dots."""
        is_dark, ratio = self._is_dark(), self.devicePixelRatioF()
        for line in _LINES:
            picture = QPixmap(_KEY * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            middle = _KEY.height() // 2
            with QPainter(picture) as painter:
                painter.fillRect(0, middle, _KEY.width(), _KEY.height() - middle, line.fill(is_dark=is_dark))
                painter.setPen(line.pen(is_dark=is_dark))
                painter.drawLine(0, middle, _KEY.width(), middle)
            self._keys[line.name].setPixmap(picture)

    def _words(self, peak: int) -> str:
        """Return for screen readers what the lines come to."""
        sums = tr("recipients accepted: {accepted}, recipients refused: {refused}, messages: {messages}",
                  accepted=self._sum("accepted"), refused=self._sum("refused"), messages=self._sum("messages"))
        busiest = max(self._series, key=lambda bucket: bucket.accepted, default=None)
        if busiest is None or not peak:
            return f"{sums}."
        return tr("{sums}. Most were accepted in the step of {length} from {at}: {accepted} recipients.",
                  sums=sums, length=_length(self._step_s), at=time_text(busiest.at), accepted=number_text(busiest.accepted))

    def _sum(self, name: str) -> str:
        return number_text(sum(getattr(bucket, name) for bucket in self._series))

    def _on_mouse_moved(self, position: QPointF) -> None:
        text = self.tip_at(position)
        if text:
            QToolTip.showText(QCursor.pos(), text, self._plot)
        else:
            QToolTip.hideText()

    def tip_at(self, position: QPointF) -> str:
        """Return the numbers of the step under a point of the plot's scene; empty where there is none."""
        box = self._plot.getPlotItem().vb
        if not self._series or not box.sceneBoundingRect().contains(position):
            return ""
        at = box.mapSceneToView(position).x()
        number = bisect_right([bucket.at.timestamp() for bucket in self._series], at) - 1
        if number < 0 or at >= self._series[number].at.timestamp() + self._step_s:
            return ""
        bucket = self._series[number]
        lines = (f"{line.title}: {number_text(getattr(bucket, line.name))}" for line in _LINES)
        return "\n".join([f"{time_text(bucket.at)}, {_length(self._step_s)}", *lines])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_keys()
            if self._plot is not None:
                self._colour()


def load_library() -> None:
    """Load the plotting library, which takes as long as the rest of the console; for a background thread."""
    importlib.import_module(_LIBRARY)


def is_library_loaded() -> bool:
    """Return whether drawing is quick from now on."""
    return _LIBRARY in sys.modules and hasattr(sys.modules[_LIBRARY], "PlotWidget")


def _named(text: str) -> str:
    """Return what stands below the time axis (Wed 13) with the weekday of the person's language."""
    days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    if text[:3] not in days:
        return text
    return QLocale().dayName(days.index(text[:3]) + 1, QLocale.FormatType.ShortFormat) + text[3:]


def _length(step_s: int) -> str:
    """Return the length of a step in words."""
    number, one, many = next((step_s // size, one, many) for size, one, many in _UNITS if step_s >= size)
    return one if number == 1 else many.format(number=number)
