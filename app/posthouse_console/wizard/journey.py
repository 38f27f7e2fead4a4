"""After everything is saved: a live test message, and its way drawn step by step."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from posthouse_console.service.backend import Backend
from posthouse_console.service.journey import (
    JourneyFollower,
    Sight,
    Stage,
    StageState,
    refused,
    stages,
    stages_to_come,
)
from posthouse_console.service.set_up import Answers
from posthouse_console.service.submission import Outcome, TestMessage, split_place, submit
from posthouse_console.widgets.hint import Notice, Severity
from posthouse_console.widgets.journey_view import JourneyView
from posthouse_console.wizard.step import StepPage
from posthouse_server.policy.addresses import AddressError, parse_address
from posthouse_server.settings.choices import AuthenticationMode, Tls
from posthouse_server.settings.schema import Listener
from posthouse_server.store import Revision
from posthouse_server.words import tr

_ID = re.compile(r"\[([0-9A-Za-z-]+)\]\s*$")
_START_ADVICE = tr("If a port is in use, close this, open Set Up Posthouse again from the menu Help, and choose another one. "
                   "Else mend what is said here, and start again.")


class JourneyPage(StepPage):
    """Starts the server if it is down; the message can be sent as often as one likes."""

    caption = tr("Test message")
    title = tr("Send a test message")
    introduction = tr("Everything is saved. Send a real message now, best to an address of your own somewhere else.")

    test_accepted = Signal()

    def __init__(self, backend: Backend) -> None:
        """Wait for begin()."""
        super().__init__()
        self._backend = backend
        self._answers: Answers | None = None
        self._revision: Revision | None = None
        self._server = Stage(tr("The server runs"))
        self._way = stages_to_come()
        self._is_sending = False
        self.origin = QLineEdit()
        self.recipient = QLineEdit()
        self.password = QLineEdit()
        self._password_label = QLabel()
        self.send = QPushButton(tr("&Send Test Message"))
        self.again = QPushButton(tr("St&art Again"))
        self.notice = Notice(lines=1)
        self.view = JourneyView()
        self.follower = JourneyFollower(backend.store, backend.background, self)
        self.follower.seen.connect(self._on_seen)
        self.again.clicked.connect(self._on_again_clicked)
        backend.server.changed.connect(self._on_server_changed)
        backend.server.not_done.connect(self._on_not_done)
        backend.in_force.refused.connect(self._on_refused)
        self._build()

    def _build(self) -> None:
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.recipient.setPlaceholderText("you@somewhere.example")
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        _add(form, tr("&From:"), self.origin, "testSenderEdit")
        _add(form, tr("&To:"), self.recipient, "testRecipientEdit")
        self._password_label = _add(form, tr("Pass&word:"), self.password, "testPasswordEdit")
        self.send.setObjectName("sendTestButton")
        self.send.setAutoDefault(False)
        self.send.clicked.connect(self._on_send_clicked)
        self.again.setObjectName("startAgainButton")
        self.again.setAutoDefault(False)
        self.again.hide()
        row = QHBoxLayout()
        row.addWidget(self.send)
        row.addWidget(self.again)
        row.addWidget(self.notice, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addLayout(row)
        layout.addSpacing(4)
        layout.addWidget(self.view)
        layout.addStretch(1)
        for edit in (self.origin, self.recipient, self.password):
            edit.textChanged.connect(self._update)
            edit.returnPressed.connect(self.send.click)

    def begin(self, revision: Revision) -> None:
        """Everything is saved: let the server run by it."""
        self._revision = revision
        if self._backend.server.can_start():
            self._backend.server.start()
        self._on_server_changed()

    def enter(self, answers: Answers) -> None:
        """Fill in addresses that are likely to work; a password is asked for only where it is not known."""
        if self._answers is None:
            self.origin.setText(answers.sender)
            if answers.is_kept_here and not answers.smart_host.enabled:
                self.recipient.setText(answers.login)
        self._answers = answers
        for widget in (self.password, self._password_label):
            widget.setVisible(not answers.password)
        self.password.setPlaceholderText(tr("of {login}", login=answers.login))
        self._update()

    def is_complete(self) -> bool:
        """Everything is saved already."""
        return True

    def focus_first(self) -> None:
        """Begin with the recipient."""
        self.recipient.setFocus()

    def close_down(self) -> None:
        """Follow nothing any more."""
        self.follower.stop()

    def _is_ready(self) -> bool:
        """Return whether the server runs by what was saved."""
        node = self._backend.server.status.node
        return (self._revision is not None and self._backend.server.is_running and node is not None and bool(node.listening)
                and node.revision >= self._revision.number)

    def _complaint(self) -> str:
        for edit in (self.origin, self.recipient):
            try:
                parse_address(edit.text().strip())
            except AddressError as error:
                name = edit.accessibleName()
                return f"{name}: {error}" if edit.text().strip() else tr("{name} is empty.", name=name)
        return ""

    def _update(self) -> None:
        complaint = self._complaint()
        self.again.setVisible(self._server.state is StageState.FAILED and self._backend.server.can_start())
        self.send.setEnabled(not complaint and not self._is_sending and self._is_ready())
        shown = complaint if self.recipient.text().strip() and "@" in self.recipient.text() else ""
        self.notice.say(shown, Severity.WARNING)
        self._show()

    def _show(self) -> None:
        saved = tr("Saved (revision {revision})", revision=self._revision.number) if self._revision else tr("Saved")
        self.view.show_stages((Stage(saved, StageState.DONE), self._server, *self._way))

    def _on_server_changed(self) -> None:
        if self._revision is None:
            return
        status, words = self._backend.server.status, self._backend.server.words
        if self._is_ready():
            places = ", ".join(status.node.listening) if status.node else ""
            self._server = Stage(tr("The server runs"), StageState.DONE,
                                 tr("It listens on {places}.", places=places) if places else "")
        elif self._server.state is not StageState.FAILED:
            self._server = Stage(tr("The server starts") if not self._backend.server.is_running
                                 else tr("The server takes it over"),
                                 StageState.UNDER_WAY, f"{words.sentence}.")
        self._update()

    def _on_again_clicked(self) -> None:
        self._server = Stage(tr("The server starts"), StageState.UNDER_WAY)
        self._backend.server.start()
        self._update()

    def _on_not_done(self, what: str, why: str) -> None:
        if self._revision is not None:
            self._server = Stage(what, StageState.FAILED, why, _START_ADVICE)
            self._update()

    def _on_refused(self, sentence: str) -> None:
        if self._revision is not None and not self._is_ready():
            self._server = Stage(tr("The server can't use what was saved"), StageState.FAILED, sentence, _START_ADVICE)
            self._update()

    def _on_send_clicked(self) -> None:
        message = self._message()
        if message is None or not self.send.isEnabled():
            return
        self._is_sending = True
        self.follower.stop()
        self._way = (Stage(tr("Being sent to this server"), StageState.UNDER_WAY), *stages_to_come()[1:])
        self._update()
        self._backend.background.run(self, lambda: submit(message), self._on_sent, self._on_failed)

    def _message(self) -> TestMessage | None:
        """Return what to send: by the first port that lets somebody log in, encrypted where the network is crossed."""
        answers, node, loaded = self._answers, self._backend.server.status.node, self._backend.settings.loaded
        if answers is None or node is None or not node.listening:
            return None
        listeners = loaded.settings.smtp.inbound.listeners if loaded is not None else ()
        place, listener = _door(node.listening, listeners)
        host, _port = split_place(place)
        is_starttls = listener is not None and listener.tls is Tls.STARTTLS and not host.startswith("127.") and host != "::1"
        password = answers.password or self.password.text()
        return TestMessage(place, self.origin.text().strip(), self.recipient.text().strip(), answers.login if password else "",
                           password, is_starttls, listener is not None and listener.tls is Tls.IMPLICIT)

    def _on_sent(self, outcome: Outcome) -> None:
        self._is_sending = False
        found = _ID.search(outcome.sentence)
        if outcome.accepted and found is not None:
            self.test_accepted.emit()
            self._way = stages(Sight(found[1], None, None, ()))
            self.follower.follow(found[1])
        else:
            self._way = refused(outcome.sentence)
        self._update()

    def _on_failed(self, error: Exception) -> None:
        self._is_sending = False
        self._way = refused(str(error) or type(error).__name__)
        self._update()

    def _on_seen(self, sight: Sight) -> None:
        self._way = stages(sight)
        self._show()


def _door(places: Sequence[str], listeners: Sequence[Listener]) -> tuple[str, Listener | None]:
    """Return a place where somebody can log in, and its settings; the server names its places in the order of its listeners."""
    if len(places) != len(listeners):
        return places[0], None
    pairs = list(zip(places, listeners, strict=True))
    return next((pair for pair in pairs if pair[1].authentication is not AuthenticationMode.NEVER), pairs[0])


def _add(form: QFormLayout, caption: str, edit: QLineEdit, name: str) -> QLabel:
    label = QLabel(caption)
    label.setBuddy(edit)
    edit.setObjectName(name)
    edit.setAccessibleName(caption.replace("&", "").rstrip(":"))
    form.addRow(label, edit)
    return label
