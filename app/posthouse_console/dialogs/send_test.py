"""Send a Test Message: a real submission to a listener of the running server, with its dialog shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase, QTextCursor
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from posthouse_console.dialogs.form_dialog import FormDialog
from posthouse_console.service.background import Background
from posthouse_console.service.directory_model import DirectoryLists
from posthouse_console.service.submission import Outcome, TestMessage, split_place, submit
from posthouse_console.widgets.dialog_buttons import Button
from posthouse_console.widgets.hint import Severity
from posthouse_server.policy.addresses import AddressError, parse_address
from posthouse_server.settings.choices import Tls
from posthouse_server.settings.schema import Listener
from posthouse_server.words import tr


class SendTestDialog(FormDialog):
    """Stays open, so that a message can be sent again in another way."""

    help_topic = "getting-started"
    can_leave_while_busy = True  # a server that hangs need not be waited for

    accepted_by_server = Signal()

    def __init__(self, background: Background, places: tuple[str, ...], listeners: tuple[Listener, ...],
                 lists: DirectoryLists, parent: QWidget) -> None:
        """Offer the places where the server listens; fill in addresses that are likely to work."""
        super().__init__(tr("Send a Test Message"),
                         tr("A real message to the running server, as any mail program would send it."),
                         parent, ok=tr("&Send"))
        self._background = background
        self._listeners = listeners
        addresses = [address for row in lists.mailboxes if row.enabled for address in row.addresses[:1]]
        self._place = QComboBox()
        self._place.setObjectName("placeBox")
        self._place.addItems(list(places))
        self._sender = _edit("senderEdit", addresses[0] if addresses else "")
        self._recipient = _edit("recipientEdit", addresses[0] if addresses else "")
        self._login = _edit("loginEdit", "")
        self._login.setPlaceholderText(tr("Empty: send without logging in"))
        self._password = _edit("passwordEdit", "")
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._starttls = QCheckBox(tr("&Use STARTTLS"))
        self._starttls.setObjectName("starttlsBox")
        self._transcript = self._new_transcript()
        self._build()
        self._on_place_changed()

    def is_complete(self) -> bool:
        """Return whether the addresses are some, and a login has its password."""
        has_login = bool(self._login.text().strip())
        return (bool(self._place.currentText()) and not self._complaint() and bool(self._recipient.text().strip())
                and (not has_login or bool(self._password.text())))

    def submit(self) -> None:
        """Send."""
        message = TestMessage(
            self._place.currentText(), self._sender.text().strip(), self._recipient.text().strip(),
            self._login.text().strip(), self._password.text(), self._starttls.isChecked(), self._is_implicit())
        self._transcript.setPlainText("")
        self._background.run(self, lambda: submit(message), self._on_sent, self.show_error)

    def _build(self) -> None:
        self.setMinimumWidth(620)
        self.add(tr("S&erver:"), self._place)
        self.add(tr("&From:"), self._sender)
        self.add(tr("&To:"), self._recipient)
        self.add(tr("&Login:"), self._login)
        self.add(tr("&Password:"), self._password)
        self.form.addRow("", self._starttls)
        label = QLabel(tr("&Dialog with the server:"))
        label.setBuddy(self._transcript)
        self.form.addRow(label)
        self.form.addRow(self._transcript)
        self.box.button(Button.Cancel).setText(tr("&Close"))
        for edit in (self._sender, self._recipient, self._login, self._password):
            edit.textChanged.connect(self._on_edited)
        self._place.currentIndexChanged.connect(self._on_place_changed)

    def _new_transcript(self) -> QPlainTextEdit:
        shown = QPlainTextEdit()
        shown.setObjectName("transcript")
        shown.setAccessibleName(tr("Dialog with the server"))
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        shown.setPlaceholderText(tr("C: lines are sent to the server, S: lines are its replies."))
        shown.setMinimumHeight(shown.fontMetrics().lineSpacing() * 5)
        return shown

    def _listener(self) -> Listener | None:
        """Return the settings of the chosen place; the server names its places in the order of its listeners."""
        place, number = self._place.currentText(), self._place.currentIndex()
        if not place:
            return None
        if self._place.count() == len(self._listeners):
            return self._listeners[number]
        _host, port = split_place(place)
        return next((item for item in self._listeners if item.port == port), None)

    def _is_implicit(self) -> bool:
        listener = self._listener()
        return listener is not None and listener.tls is Tls.IMPLICIT

    def _complaint(self) -> str:
        for edit in (self._sender, self._recipient):
            text = edit.text().strip()
            try:
                if text:
                    parse_address(text)
            except AddressError as error:
                return f"{edit.accessibleName()}: {error}"
        return ""

    def _on_edited(self) -> None:
        self.refresh()
        if self._recipient.text().strip() and self._sender.text().strip():
            self.notice.say(self._complaint())

    def _on_place_changed(self) -> None:
        listener = self._listener()
        offers = listener is None or listener.tls is Tls.STARTTLS
        self._starttls.setEnabled(offers)
        self._starttls.setChecked(self._starttls.isChecked() and offers)
        self._starttls.setToolTip("" if offers else tr("This listener does not offer STARTTLS."))
        self.refresh()

    def _on_sent(self, outcome: Outcome) -> None:
        self.set_busy(False)
        self._transcript.setPlainText("\n".join(outcome.transcript))
        self._transcript.moveCursor(QTextCursor.MoveOperation.End)  # the reply that decides is the last one
        self.notice.say(outcome.sentence, Severity.INFORMATION if outcome.accepted else Severity.ERROR)
        if outcome.accepted:
            self.accepted_by_server.emit()


def _edit(name: str, text: str) -> QLineEdit:
    edit = QLineEdit(text)
    edit.setObjectName(name)
    return edit
