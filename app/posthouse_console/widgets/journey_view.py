"""Steps below each other, joined by a line, each with its state, its words, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from posthouse_console.service.journey import Stage, StageState
from posthouse_console.widgets.icons import badge_pixmap, icon
from posthouse_server.words import tr

_ICON = QSize(20, 20)
_WORDS = {StageState.TO_COME: tr("to come"), StageState.UNDER_WAY: tr("under way"), StageState.DONE: tr("done"),
          StageState.DELAYED: tr("delayed"), StageState.FAILED: tr("failed")}


class _Track(QWidget):
    """The icon, and the line that joins it to the next one."""

    def __init__(self) -> None:
        super().__init__()
        self.state = StageState.TO_COME
        self.is_last = False
        self.setFixedWidth(_ICON.width() + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both."""
        with QPainter(self) as painter:
            middle, top = self.width() // 2, 2
            if not self.is_last:
                painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
                painter.drawLine(middle, top + _ICON.height() + 2, middle, self.height())
            ratio = self.devicePixelRatioF()
            pixmap = (badge_pixmap(self.state, _ICON.width(), ratio) if self.state is StageState.UNDER_WAY
                      else icon(self.state).pixmap(_ICON, ratio))
            painter.drawPixmap(middle - _ICON.width() // 2, top, pixmap)


class _Row(QWidget):
    """One step."""

    def __init__(self) -> None:
        super().__init__()
        self._track = _Track()
        self._title, self._detail, self._advice = QLabel(), QLabel(), QLabel()
        words = QVBoxLayout()
        words.setContentsMargins(0, 3, 0, 14)
        words.setSpacing(2)
        for label in (self._title, self._detail, self._advice):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.addWidget(label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._track)
        layout.addLayout(words, 1)

    def show_stage(self, stage: Stage, *, is_last: bool) -> None:
        """Show a step."""
        self._track.state, self._track.is_last = stage.state, is_last
        font = self._title.font()
        font.setBold(stage.state is not StageState.TO_COME)
        self._title.setFont(font)
        self._title.setEnabled(stage.state is not StageState.TO_COME)
        for label, text in ((self._title, stage.title), (self._detail, stage.detail),
                            (self._advice, tr("What to do: {advice}", advice=stage.advice) if stage.advice else "")):
            label.setText(text)
            label.setVisible(bool(text))
        words = f"{stage.title}: {_WORDS[stage.state]}. {stage.detail} {stage.advice}".strip()
        self.setAccessibleName(words)
        self._track.update()


class JourneyView(QWidget):
    """Shows stages; the rows stay, so that nothing flickers."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setObjectName("journey")
        self.stages: tuple[Stage, ...] = ()
        self._rows: list[_Row] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_stages(self, stages: Sequence[Stage]) -> None:
        """Show these."""
        self.stages = tuple(stages)
        while len(self._rows) < len(stages):
            row = _Row()
            self._rows.append(row)
            self._layout.addWidget(row)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(stages))
            if number < len(stages):
                row.show_stage(stages[number], is_last=number == len(stages) - 1)
        self.setAccessibleName(". ".join(f"{stage.title}: {_WORDS[stage.state]}" for stage in stages))
