"""The first steps, each a link that opens what it needs and ticks itself off."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCommandLinkButton, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from posthouse_console.actions import Command
from posthouse_console.widgets.hint import HintLabel
from posthouse_console.widgets.icons import icon
from posthouse_server.words import tr


@dataclass(frozen=True, slots=True)
class Steps:
    """Which steps are done."""

    has_domain: bool = False
    has_mailbox: bool = False
    is_running: bool = False
    has_sent_test: bool = False
    has_checked_relay: bool = False

    def done(self) -> tuple[bool, ...]:
        """Return them in the order of the list."""
        return self.has_domain, self.has_mailbox, self.is_running, self.has_sent_test, self.has_checked_relay


_STEPS = (
    (Command.NEW_DOMAIN, tr("Add a domain"), tr("Mail for this domain is for you: example.com, if you are john@example.com.")),
    (Command.NEW_MAILBOX, tr("Add a mailbox"),
     tr("A person or a program that receives mail, and that can relay after logging in.")),
    (Command.START, tr("Start the server"), tr("It goes on when you close this console, and obeys every change at once.")),
    (Command.SEND_TEST, tr("Send a test message"), tr("A real message to the running server, with every reply it gives.")),
    (Command.WHO_CAN_RELAY, tr("Check who can relay"), tr("The rules in plain words, and an answer to every what-if.")),
)
_ASSISTANT = (Command.SET_UP, tr("Set up Posthouse"),
              tr("Asks for everything in five minutes, tries it out, and ends with a first delivered message."))
_CONNECTION = (Command.CONNECT_DEVICE, tr("Connect a device or program"),
               tr("Server, port, security and login to copy, with the fields of common scanners."))
_INTRO = tr("Five steps to a mail server that relays for the right people and for nobody else.")
_ALL_DONE = tr("Everything is set up. The steps stay here, for another domain or another test.")


class GettingStarted(QScrollArea):
    """What the root of the tree shows."""

    chosen = Signal(str)
    """The command of a step, as its object name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show all steps as open."""
        super().__init__(parent)
        self.setObjectName("gettingStarted")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        heading = QLabel(tr("Getting started"))
        font = heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        font.setBold(True)
        heading.setFont(font)
        self._intro = HintLabel(_INTRO)
        content = QWidget()
        content.setBackgroundRole(content.backgroundRole().Base)
        content.setAutoFillBackground(True)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(6)
        layout.addWidget(heading)
        layout.addWidget(self._intro)
        layout.addSpacing(10)
        self.assistant = self._new_button(*_ASSISTANT)
        self.assistant.setIcon(icon("posthouse"))
        layout.addWidget(self.assistant)
        layout.addWidget(HintLabel(tr("Or step by step:")))
        self._buttons = [self._new_button(*step) for step in _STEPS]
        for button in self._buttons:
            layout.addWidget(button)
        self.connection = self._new_button(*_CONNECTION)
        self.connection.setIcon(icon("smtp"))
        layout.addSpacing(10)
        layout.addWidget(self.connection)
        layout.addStretch(1)
        self.setWidget(content)
        self.show_steps(Steps())

    def show_steps(self, steps: Steps) -> None:
        """Tick off what is done."""
        done = steps.done()
        for number, (button, is_done) in enumerate(zip(self._buttons, done, strict=True), 1):
            button.setIcon(icon("ok" if is_done else "step"))
            button.setProperty("isDone", is_done)
            state = tr("done") if is_done else tr("to do")
            button.setAccessibleDescription(tr("Step {number} of {total}, {state}. {description}", number=number,
                                               total=len(done), state=state, description=button.description()))
        self._intro.setText(_ALL_DONE if all(done) else _INTRO)

    def buttons(self) -> list[QCommandLinkButton]:
        """Return the links, in order."""
        return self._buttons

    def _new_button(self, command: Command, text: str, description: str) -> QCommandLinkButton:
        button = QCommandLinkButton(text, description)
        button.setObjectName(command.replace("action", "step"))
        button.setAccessibleName(text)
        button.setIconSize(QSize(24, 24))
        button.setMaximumWidth(620)
        button.clicked.connect(lambda: self.chosen.emit(command.value))
        return button
