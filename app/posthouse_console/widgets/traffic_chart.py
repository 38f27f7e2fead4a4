"""Accepted and refused recipients, and messages, over time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QCursor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from posthouse_console.widgets.numbers_text import number_text
from posthouse_console.widgets.ranges_text import time_text
from posthouse_server.store.abuse import Bucket

_SERIES = (("accepted", "Recipients accepted", "#2a6fb5", "#6cb0f2"), ("refused", "Recipients refused", "#c0392b", "#f28b82"),
           ("messages", "Messages", "#3d7a32", "#8fd17f"))
"""The name of a count of a bucket, its title, and its colours on light and on dark ground."""
_LEAST_HIGH = 5
_HEIGHT = 170
_DARK = 128


class TrafficChart(QWidget):
    """A step line for each count; the numbers under the pointer stand in a tip."""

    def __init__(self) -> None:
        """Be cheap: the plotting library is loaded when the chart is first shown something."""
        super().__init__()
        self._series: Sequence[Bucket] = ()
        self._step_s = 60
        self._plot: Any = None
        self._curves: dict[str, Any] = {}
        self._legend = QLabel()
        self._legend.setObjectName("chartLegend")
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        self.setObjectName("trafficChart")
        self.setMinimumHeight(_HEIGHT)
        top = QHBoxLayout()
        top.setContentsMargins(8, 0, 8, 0)
        top.addWidget(self._legend)
        top.addStretch(1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._layout.addLayout(top)

    def show_series(self, series: Sequence[Bucket], step_s: int) -> None:
        """Show steps of time of this length in seconds."""
        self._series, self._step_s = series, step_s
        if self._plot is None:
            self._build()
        edges = [bucket.at.timestamp() for bucket in series]
        edges.append((edges[-1] if edges else 0.0) + step_s)
        for name, curve in self._curves.items():
            curve.setData(edges, [getattr(bucket, name) for bucket in series])
        peak = max((getattr(bucket, name) for bucket in series for name in self._curves), default=0)
        self._plot.setYRange(0, max(peak, _LEAST_HIGH), padding=0.06)
        self._plot.setXRange(edges[0], edges[-1], padding=0.01)
        self.setAccessibleName(self._words(peak))

    def shown(self, name: str) -> list[int]:
        """Return what the line of a count goes through."""
        return [int(number) for number in self._curves[name].yData] if self._curves else []

    def _build(self) -> None:
        import pyqtgraph  # here, since it takes longer to load than the rest of the console

        pyqtgraph.setConfigOptions(antialias=True)
        self._plot = pyqtgraph.PlotWidget(axisItems={"bottom": pyqtgraph.DateAxisItem()})
        self._plot.setFrameShape(self._plot.Shape.NoFrame)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # It would like to be 640 by 480 pixels, and have the page scroll for it.
        self._plot.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.setMenuEnabled(False)
        self._plot.hideButtons()
        self._plot.getAxis("left").enableAutoSIPrefix(False)
        for name, *_ in _SERIES:
            self._curves[name] = self._plot.plot(stepMode="center")
        self._plot.scene().sigMouseMoved.connect(self._on_mouse_moved)
        self._layout.addWidget(self._plot, 1)
        self._colour()

    def _colour(self) -> None:
        import pyqtgraph

        palette = self.palette()
        ground, ink = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
        is_dark = ground.lightness() < _DARK
        self._plot.setBackground(ground)
        self._plot.showGrid(x=False, y=True, alpha=0.18)
        for side in ("left", "bottom"):
            axis = self._plot.getAxis(side)
            axis.setTextPen(ink)
            axis.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        parts = []
        for name, title, light, dark in _SERIES:
            colour = dark if is_dark else light
            curve = self._curves[name]
            style = Qt.PenStyle.DashLine if name == "messages" else Qt.PenStyle.SolidLine
            curve.setPen(pyqtgraph.mkPen(colour, width=2 if name != "messages" else 1.5, style=style))
            if name == "accepted":
                fill = QColor(colour)
                fill.setAlpha(50)
                curve.setFillLevel(0)
                curve.setFillBrush(fill)
            mark = "╌╌" if name == "messages" else "■"
            parts.append(f'<span style="color:{colour}">{mark}</span>&nbsp;{title}')
        self._legend.setText(" &nbsp;&nbsp;&nbsp; ".join(parts))

    def _words(self, peak: int) -> str:
        """Return for screen readers what the lines come to."""
        sums = ", ".join(f"{title.lower()}: {number_text(sum(getattr(bucket, name) for bucket in self._series))}"
                         for name, title, *_ in _SERIES)
        return f"Traffic over time; {sums}; at most {number_text(peak)} in one step"

    def _on_mouse_moved(self, position: QPointF) -> None:
        box = self._plot.getPlotItem().vb
        if not self._series or not box.sceneBoundingRect().contains(position):
            QToolTip.hideText()
            return
        at = box.mapSceneToView(position).x()
        number = bisect_right([bucket.at.timestamp() for bucket in self._series], at) - 1
        if number < 0:
            return
        bucket = self._series[number]
        lines = [time_text(bucket.at), *(f"{title}: {number_text(getattr(bucket, name))}" for name, title, *_ in _SERIES)]
        QToolTip.showText(QCursor.pos(), "\n".join(lines), self._plot)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._plot is not None:
            self._colour()
