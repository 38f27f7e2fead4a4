"""The state of the server and its live numbers, above the lists of localhost and SMTP."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from posthouse_console.navigation.nodes import NodeKind
from posthouse_console.service.server_words import SINCE_START, ports, uptime, words_for
from posthouse_console.widgets.hint import HintLabel
from posthouse_console.widgets.icons import icon
from posthouse_console.widgets.numbers_text import number_text
from posthouse_server.control import Status
from posthouse_server.store.nodes import Counters, NodeState
from posthouse_server.words import tr

_ICON = QSize(32, 32)
_COLUMNS = 4
_TIPS = dict.fromkeys((tr("Connections"), tr("Recipients accepted"), tr("Recipients refused"), tr("Delivered")), SINCE_START)


class ServerSummary(QFrame):
    """A headline, and facts in a grid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("serverSummary")
        self.setBackgroundRole(self.backgroundRole().Base)
        self.setAutoFillBackground(True)
        self._icon = QLabel()
        self._icon.setFixedSize(_ICON)
        self._headline = _bold(QLabel(), 1.25)
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(10)
        self._values: dict[str, QLabel] = {}
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._headline)
        texts.addWidget(self._sentence)
        texts.addSpacing(8)
        texts.addLayout(self._grid)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(14)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(texts, 1)

    def show_status(self, kind: NodeKind, status: Status) -> None:
        """Show a status; SMTP has fewer facts, since its list and rules need the room."""
        words = words_for(status)
        self._icon.setPixmap(icon(kind, words.badge).pixmap(_ICON, self.devicePixelRatioF()))
        name = "localhost" if kind is NodeKind.SERVER else "SMTP"
        self._headline.setText(f"{name}: {words.word[:1].lower()}{words.word[1:]}")
        brief = f"{words.brief}.".replace("..", ".").replace("….", "…") if words.brief else ""  # the problem stands above
        self._sentence.setText(brief)
        self._sentence.setVisible(bool(brief))
        facts = _facts(status)
        for number, (label, value) in enumerate(facts):
            self._show_fact(number, label, value)

    def _show_fact(self, number: int, label: str, value: str) -> None:
        shown = self._values.get(label)
        if shown is None:
            shown = self._values[label] = _bold(QLabel(), 1.0)
            cell = QVBoxLayout()
            cell.setSpacing(0)
            caption = HintLabel(label)
            caption.setToolTip(_TIPS.get(label, ""))
            shown.setToolTip(_TIPS.get(label, ""))
            cell.addStretch(1)  # a caption of two lines must not move the values beside it out of their line
            cell.addWidget(caption)
            cell.addWidget(shown)
            self._grid.addLayout(cell, number // _COLUMNS, number % _COLUMNS)
            self._grid.setColumnStretch(number % _COLUMNS, 1)
        if shown.text() != value:
            shown.setText(value)
            shown.setAccessibleName(f"{label}: {value}")


def _facts(status: Status) -> list[tuple[str, str]]:
    counters = status.node.counters if status.node is not None else Counters()
    is_up = status.node is not None and status.state in (NodeState.RUNNING, NodeState.STOPPING)
    revision = str(status.node.revision) if is_up and status.node is not None else "–"
    connections = number_text(counters.connections)
    if is_up:
        connections = tr("{connections} ({open} open)",
                         connections=connections, open=number_text(counters.connections_now))
    return [
        (tr("Uptime"), uptime(status)), (tr("Ports"), ports(status)), (tr("Connections"), connections),
        (tr("Revision applied"), revision),
        (tr("Recipients accepted"), number_text(counters.accepted)), (tr("Recipients refused"), number_text(counters.refused)),
        (tr("Delivered"), number_text(counters.delivered)), (tr("Queue length"), number_text(counters.queue)),
    ]


def _bold(label: QLabel, scale: float) -> QLabel:
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * scale)
    font.setBold(True)
    label.setFont(font)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
