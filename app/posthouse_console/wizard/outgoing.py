"""How mail leaves, with a test that says in plain words what came of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QRadioButton, QStackedWidget, QVBoxLayout

from posthouse_console.service.backend import Backend
from posthouse_console.service.newest import Newest
from posthouse_console.service.set_up import Answers, Way
from posthouse_console.service.way_test import WayResult, try_directly, try_smart_host
from posthouse_console.service.ways_out import WAYS, password_warning, way_of
from posthouse_console.widgets.hint import HintLabel, Notice, Severity
from posthouse_console.wizard.step import StepPage
from posthouse_console.wizard.way_fields import WayFields
from posthouse_server.secrets import Secrets
from posthouse_server.settings import SettingsError
from posthouse_server.settings.schema import SmartHost, smart_host_secret_name
from posthouse_server.words import tr

_TEST_DOMAIN = "gmail.com"


class OutgoingPage(StepPage):
    """The fields belong to the chosen way; the test changes nothing, and can be left out."""

    caption = tr("How mail leaves")
    title = tr("How does mail leave this server?")
    introduction = tr("What your devices send to other people goes out in one of these ways.")

    def __init__(self, backend: Backend) -> None:
        """Offer all ways."""
        super().__init__()
        self._backend = backend
        self._newest = Newest(backend.background, self)
        self._answers: Answers | None = None
        self.radios = {way: QRadioButton(words.caption) for way, words in WAYS.items()}
        self.fields = {way: WayFields(way) for way in WAYS}
        self.notes = HintLabel()
        self.stack = QStackedWidget()
        self.test = QPushButton(tr("Te&st"))
        self.result = Notice(lines=2)
        self.transcript = QPlainTextEdit()
        self._build()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for way, radio in self.radios.items():
            radio.setObjectName(f"way_{way}")
            radio.toggled.connect(lambda on: self._on_way_chosen() if on else None)
            layout.addWidget(radio)
            self.stack.addWidget(self.fields[way])
            self.fields[way].edited.connect(self._on_edited)
        self._set_up_transcript()
        self.test.setObjectName("testWayButton")
        self.test.setToolTip(tr("Connects, logs in, and begins a message that is not sent."))
        self.test.setAutoDefault(False)
        self.test.clicked.connect(self._on_test_clicked)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 0, 0)
        row.addWidget(self.test, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.result, 1)
        layout.addSpacing(4)
        layout.addWidget(self.notes)
        layout.addSpacing(4)
        layout.addWidget(self.stack)
        layout.addLayout(row)
        layout.addWidget(self.transcript, 1)
        layout.addStretch(0)

    def _set_up_transcript(self) -> None:
        self.transcript.setObjectName("wayTranscript")
        self.transcript.setAccessibleName(tr("Dialog with the server"))
        self.transcript.setReadOnly(True)
        self.transcript.setTabChangesFocus(True)
        self.transcript.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.transcript.setMinimumHeight(self.transcript.fontMetrics().lineSpacing() * 4)
        self.transcript.hide()

    def enter(self, answers: Answers) -> None:
        """Show what is in force."""
        is_first = self._answers is None
        self._answers = answers
        if is_first:
            saved = answers.base.settings.smtp.smart_host
            for fields in self.fields.values():
                fields.show_saved(saved, answers)
            chosen = way_of(saved) if saved.enabled or answers.is_kept_here else Way.SMART_HOST
            self.radios[chosen].setChecked(True)

    def is_complete(self) -> bool:
        """Return whether all fields that the way needs are filled in."""
        return not self.fields[self._way()].missing() and not self._fault()

    def fill(self, answers: Answers) -> Answers:
        """Note the way."""
        way = self._way()
        return replace(answers, way=way, smart_host=self._smart_host(), secret=self.fields[way].secret())

    def focus_first(self) -> None:
        """Begin with the chosen way."""
        self.radios[self._way()].setFocus()

    def _way(self) -> Way:
        return next((way for way, radio in self.radios.items() if radio.isChecked()), Way.DIRECT)

    def _smart_host(self) -> SmartHost:
        if self._way() is Way.DIRECT and self._answers is not None:
            return self._answers.base.settings.smtp.smart_host.model_copy(update={"enabled": False})
        return self.fields[self._way()].smart_host()

    def _fault(self) -> str:
        """Return what the schema says against it."""
        if self._answers is None:
            return ""
        try:
            replace(self._answers, smart_host=self._smart_host()).settings()
        except SettingsError as error:
            return error.fault
        return ""

    def _on_way_chosen(self) -> None:
        way = self._way()
        self.stack.setCurrentWidget(self.fields[way])
        self.stack.setMaximumHeight(self.fields[way].sizeHint().height())
        self.notes.setText("\n".join(WAYS[way].notes))
        self._on_edited()

    def _on_edited(self) -> None:
        missing = self.fields[self._way()].missing()
        fault = "" if missing else self._fault()
        self.test.setEnabled(not missing and not fault)
        warning = fault or password_warning(self._smart_host())
        self.result.say(warning or (tr("Fill in: {missing}.", missing=missing) if missing else ""),
                        Severity.WARNING if warning else Severity.INFORMATION)
        self.transcript.hide()
        self.changed.emit()

    def _on_test_clicked(self) -> None:
        assert self._answers is not None
        self.test.setEnabled(False)
        self.result.say(tr("Being tried…"), Severity.INFORMATION)
        answers = self.fill(self._answers)
        direct_to = self.fields[Way.DIRECT].edits["domain"].text().strip() or _TEST_DOMAIN
        self._newest.ask(lambda: _try(self._backend, answers, direct_to), self._on_tried, self._on_failed)

    def _on_tried(self, result: WayResult) -> None:
        self.test.setEnabled(True)
        text = "\n".join(part for part in (result.sentence, result.advice) if part)
        self.result.say(text, Severity.GOOD if result.is_well else Severity.ERROR)
        self.transcript.setPlainText("\n".join(result.transcript))
        self.transcript.setVisible(bool(result.transcript))

    def _on_failed(self, error: Exception) -> None:
        self.test.setEnabled(True)
        self.result.say(str(error), Severity.ERROR)


def _try(backend: Backend, answers: Answers, direct_to: str) -> WayResult:
    """Blocks; raises SecretsError."""
    smtp = answers.base.settings.smtp
    if answers.way is Way.DIRECT:
        return try_directly(direct_to, smtp.outbound.port, smtp.general.dns_servers)
    host = answers.smart_host
    secret = answers.secret or Secrets(backend.store.folder).get(smart_host_secret_name(host.host, host.username)) or ""
    return try_smart_host(host, secret, answers.sender)
