"""Who Can Relay?: the saved rules in plain words, and a what-if that the server's own policy code answers."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from posthouse_console.models.trace_rows import TraceModel
from posthouse_console.service.background import Background
from posthouse_console.service.directory_model import DirectoryLists
from posthouse_console.service.newest import Newest
from posthouse_console.service.relay_words import RelaySentence, relay_sentences
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import HintLabel, Notice, Severity
from posthouse_console.widgets.scroller import Scroller
from posthouse_console.widgets.sentences import SentenceList
from posthouse_server.policy.decision import Decision, Policy, Request, Verdict
from posthouse_server.policy.networks import parse_client
from posthouse_server.settings import Settings
from posthouse_server.store import Store

_ROWS_IN_SIGHT = 5
_VERDICTS = {
    Verdict.LOCAL: ("info", "Accepted for delivery here"),
    Verdict.RELAY: ("ok", "Accepted and relayed"),
    Verdict.REFUSED: ("error", "Refused"),
}


class WhoCanRelayDialog(QDialog):
    """Shows the rules of one revision and judges any recipient by them."""

    help_topic = "who-can-relay"

    def __init__(self, store: Store, background: Background, settings: Settings, note: str, lists: DirectoryLists,
                 parent: QWidget) -> None:
        """Explain these settings; the note says which revision they are."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Who Can Relay?")
        self.resize(720, 740)
        self._store = store
        self._newest = Newest(background, self)
        self._settings = settings
        self._client = _edit("clientEdit", "203.0.113.7")
        self._login = QComboBox()
        self._login.setObjectName("loginBox")
        self._login.addItem("Nobody (not logged in)", "")
        for row in lists.mailboxes:
            if row.enabled:
                self._login.addItem(row.login, row.login)
        self._sender = _edit("senderEdit", "someone@elsewhere.example")
        self._recipient = _edit("recipientEdit", "somebody@another.example")
        self._check = QPushButton("&Check")
        self._check.setObjectName("checkButton")
        self._check.setDefault(True)
        self._verdict = SentenceList()
        self._verdict.setObjectName("verdict")
        self.notice = Notice()
        self._trace = TraceModel(self)
        self._table = self._new_trace_table()
        self._rules = SentenceList()
        self._rules.setObjectName("rules")
        self._build(note)
        self._check.clicked.connect(self._on_check_clicked)
        background.run(self, lambda: relay_sentences(settings, lists.mailboxes), self._on_worded, self._on_failed)
        self._on_check_clicked()

    def _build(self, note: str) -> None:
        words = QGroupBox("To other domains can send")
        words_layout = QVBoxLayout(words)
        words_layout.addWidget(self._rules)
        words_layout.addWidget(HintLabel(note))
        box = button_box(Button.Close)
        box.rejected.connect(self.reject)
        page = QWidget()
        page_layout = QVBoxLayout(page)
        page_layout.setContentsMargins(0, 0, 0, 0)
        page_layout.setSpacing(12)
        page_layout.addWidget(words)
        page_layout.addWidget(self._new_what_if(), 1)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(Scroller(page), 1)
        layout.addWidget(box)

    def _new_what_if(self) -> QGroupBox:
        group = QGroupBox("What if…")
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for caption, field in (("&IP address of the client:", self._client), ("&Logged in as:", self._login),
                               ("&Sender:", self._sender), ("&Recipient:", self._recipient)):
            label = QLabel(caption)
            label.setBuddy(field)
            field.setAccessibleName(caption.replace("&", "").rstrip(":"))
            form.addRow(label, field)
        self._sender.setPlaceholderText("Empty: the null sender of bounces")
        form.addRow("", self._check)
        form.setAlignment(self._check, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(group)
        layout.addLayout(form)
        layout.addWidget(self.notice)
        layout.addWidget(self._verdict)
        layout.addWidget(self._table, 1)
        return group

    def _new_trace_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("traceTable")
        table.setAccessibleName("Rules in the order in which they are looked at")
        table.setModel(self._trace)
        table.setMinimumHeight((table.fontMetrics().height() + 8) * _ROWS_IN_SIGHT)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 8)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setMinimumSectionSize(24)
        for number, column in enumerate(TraceModel.COLUMNS):
            table.setColumnWidth(number, column.width)
        return table

    def _on_worded(self, sentences: list[RelaySentence]) -> None:
        self._rules.show_sentences([(item.weight.value, item.text) for item in sentences])

    def _on_check_clicked(self) -> None:
        try:
            client = parse_client(self._client.text())
        except ValueError as error:
            self.notice.say(f"IP address of the client: {error}.", Severity.ERROR)
            self._client.setFocus()
            return
        self.notice.say("")
        request = Request(client, self._sender.text().strip(), self._recipient.text().strip(), datetime.now(UTC),
                          str(self._login.currentData()) or None)
        settings, directory = self._settings, self._store.directory
        self._newest.ask(lambda: Policy(settings, directory.snapshot()).decide(request), self._on_decided, self._on_failed)

    def _on_decided(self, decision: Decision) -> None:
        icon_name, verdict = _VERDICTS[decision.verdict]
        where = f" in the mailbox {decision.mailbox.login}" if decision.mailbox is not None else ""
        self._verdict.show_sentences([
            (icon_name, f"{verdict}{where}, by the rule “{decision.rule.label}”."),
            ("send", f"The client is told: {decision.reply}"),
        ])
        self._trace.show_rows(decision.trace)
        decides = next((row for row, step in enumerate(decision.trace) if step.matched), len(decision.trace) - 1)
        self._table.selectRow(decides)
        self._table.scrollTo(self._trace.index(decides, 0))

    def _on_failed(self, error: Exception) -> None:
        self.notice.say(str(error), Severity.ERROR)


def _edit(name: str, text: str) -> QLineEdit:
    edit = QLineEdit(text)
    edit.setObjectName(name)
    return edit
