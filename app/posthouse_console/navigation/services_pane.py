"""The page of the node Services: the server as a process, Start and Stop, and its start with the computer."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFormLayout, QGroupBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from posthouse_console.service.alarm_words import time_text
from posthouse_console.service.server_words import ports, uptime, words_for
from posthouse_console.service.services_model import ServicesModel
from posthouse_console.widgets.hint import HintLabel
from posthouse_console.widgets.icons import icon
from posthouse_server.control import Status
from posthouse_server.store.nodes import NodeState
from posthouse_server.words import tr

_ICON = QSize(32, 32)
_SMALL = QSize(16, 16)
_ROWS = (tr("Running since"), tr("Process"), tr("User"), tr("Memory"), tr("Listens on"), tr("Revision in force"), tr("Version"),
         tr("Data folder"), tr("Logs"))
_NONE = "–"
_EXPLAINED = tr("The system itself starts the server then, also when nobody opens this console. Before anything is written you "
                "see exactly what, and where.")


class ServicesPane(QWidget):
    """Shows a model; others act."""

    watched = Signal(bool)
    """Whether the page is in sight."""
    switch_wanted = Signal(bool)
    """The start with the computer is to be switched on, or off."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._icon = QLabel()
        self._icon.setFixedSize(_ICON)
        self.headline = QLabel()
        self.headline.setObjectName("serviceHeadline")
        self.sentence = _text(QLabel())
        self.values = {title: _text(QLabel(_NONE)) for title in _ROWS}
        self.buttons = QHBoxLayout()
        self._start_icon = QLabel()
        self._start_icon.setFixedSize(_SMALL)
        self.start_sentence = _text(QLabel(tr("Asking this computer…")))
        self.start_sentence.setObjectName("autostartSentence")
        self.switch_button = QPushButton(tr("T&urn On…"))
        self.switch_button.setObjectName("autostartButton")
        self.switch_button.setEnabled(False)
        self._is_on = False
        self.switch_button.clicked.connect(lambda: self.switch_wanted.emit(not self._is_on))
        self._build()

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Put Start, Stop and Restart below the facts."""
        for button in buttons:
            self.buttons.addWidget(button)
        self.buttons.addStretch(1)

    def show_model(self, model: ServicesModel) -> None:
        """Show what is known now."""
        status = model.server.status
        words = words_for(status)
        self._icon.setPixmap(icon("server", words.badge).pixmap(_ICON, self.devicePixelRatioF()))
        self.headline.setText(tr("Posthouse SMTP server: {word}", word=words.word[:1].lower() + words.word[1:]))
        self.sentence.setText(words.problem)
        self.sentence.setVisible(bool(words.problem))
        for title, value in _facts(model, status).items():
            label = self.values[title]
            if label.text() != value:
                label.setText(value)
                label.setAccessibleName(f"{title}: {value}")
        self._show_autostart(model)

    def _show_autostart(self, model: ServicesModel) -> None:
        if model.seen is None:
            self._say("error" if model.fault else "step", model.fault or tr("Asking this computer…"))
            return
        state = model.seen.autostart
        self._is_on = state.is_on
        self._say("ok" if state.is_on else "info", state.sentence)
        self.switch_button.setText(tr("T&urn Off…") if state.is_on else tr("T&urn On…"))
        self.switch_button.setEnabled(state.can_switch)

    def _say(self, picture: str, sentence: str) -> None:
        self._start_icon.setPixmap(icon(picture).pixmap(_SMALL, self.devicePixelRatioF()))
        self.start_sentence.setText(sentence)

    def _build(self) -> None:
        font = self.headline.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self.headline.setFont(font)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.headline, 1)
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(7)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for title, label in self.values.items():
            form.addRow(f"{title}:", label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.sentence)
        layout.addLayout(form)
        layout.addLayout(self.buttons)
        layout.addSpacing(6)
        layout.addWidget(self._new_autostart())
        layout.addStretch(1)

    def _new_autostart(self) -> QGroupBox:
        box = QGroupBox(tr("Start with the computer"))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._start_icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.start_sentence, 1)
        line.addWidget(self.switch_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(box)
        layout.setSpacing(10)
        layout.addLayout(line)
        layout.addWidget(HintLabel(_EXPLAINED))
        return box

    def showEvent(self, event: QShowEvent) -> None:
        """Look while the page is in sight."""
        super().showEvent(event)
        self.watched.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more."""
        super().hideEvent(event)
        self.watched.emit(False)


def _text(label: QLabel) -> QLabel:
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _facts(model: ServicesModel, status: Status) -> dict[str, str]:
    node, seen = status.node, model.seen
    is_up = node is not None and status.state in (NodeState.RUNNING, NodeState.STOPPING)
    facts = dict.fromkeys(_ROWS, _NONE)
    if is_up and node is not None:
        facts |= {tr("Running since"): f"{time_text(node.started_at)} ({uptime(status)})", tr("Process"): str(node.pid),
                  tr("Listens on"): ports(status), tr("Revision in force"): str(node.revision),
                  tr("Version"): node.version or _NONE}
        if seen is not None and seen.memory_bytes is not None:
            facts |= {tr("Memory"): QLocale().formattedDataSize(seen.memory_bytes, 0), tr("User"): seen.user}
    return facts | {tr("Data folder"): str(model.folder.root), tr("Logs"): str(model.folder.logs)}
