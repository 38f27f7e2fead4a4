"""Who Can Relay?: the rules in plain words, a what-if that the server's own policy code answers, and the why of any id."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QGroupBox, QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from posthouse_console.dialogs.relay_answer import RelayAnswer
from posthouse_console.dialogs.relay_question import RelayQuestion
from posthouse_console.dialogs.remedies_panel import RemediesPanel
from posthouse_console.dialogs.remedy_application import RemedyApplication
from posthouse_console.service.background import Background
from posthouse_console.service.directory_model import DirectoryLists
from posthouse_console.service.newest import Newest
from posthouse_console.service.relay_words import RelaySentence, relay_sentences
from posthouse_console.service.settings_model import SettingsModel
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import HintLabel, Notice, Severity
from posthouse_console.widgets.id_edit import IdEdit
from posthouse_console.widgets.ranges_text import now
from posthouse_console.widgets.scroller import Scroller
from posthouse_console.widgets.sentences import SentenceList
from posthouse_server.policy.decision import Decision, Policy
from posthouse_server.policy.remedies import Remedy, remedies
from posthouse_server.settings import Settings
from posthouse_server.store import Store
from posthouse_server.store.ban_remedies import liftings, ways_in
from posthouse_server.store.explanations import Explained, Judged, explain_id
from posthouse_server.words import tr

_EDITED_NOTE = tr("By the settings as they are edited in SMTP Properties now; they are not saved.")
_EDITED_HINT = tr("Save or discard what you have edited in SMTP Properties first; these act on the saved settings.")
_QUESTION_WIDTH = 400
_LOOK_MS = 1000
_Answer = tuple[Decision, list[Remedy]]


class WhoCanRelayDialog(QDialog):
    """Judges any recipient by the saved settings, or by those that are being edited."""

    help_topic = "who-can-relay"

    def __init__(self, store: Store, background: Background, model: SettingsModel, note: Callable[[], str],
                 lists: DirectoryLists, parent: QWidget, edited: Settings | None = None) -> None:
        """Judge by what the model holds, or by the edited settings; the note says which revision the model's are."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Who Can Relay?"))
        self.resize(1060, 760)
        self._store, self._background, self._model = store, background, model
        self._note, self._lists, self._edited = note, lists, edited
        self._newest = Newest(background, self)
        self._wordings = Newest(background, self)
        self._ask_again: Callable[[], None] = self._on_checked
        self._leads_to_remedies = False
        self.question = RelayQuestion(lists)
        self.notice = self.question.notice
        self.id_notice = Notice()
        self._id = IdEdit()
        self._explain = QPushButton(tr("E&xplain"))
        self._rules = SentenceList()
        self._rules_note = HintLabel()
        self.today = RelayAnswer()
        self.then = RelayAnswer("then_")
        self._comparison = Notice()
        self._remedies = RemediesPanel()
        self.tabs = QTabWidget()
        self._application = RemedyApplication(store, background, model, self)
        self._build()
        self._connect()
        self._show_rules()
        self._on_checked()

    @property
    def settings(self) -> Settings:
        """Return the settings that are judged by."""
        assert self._model.loaded is not None or self._edited is not None, "the dialog is opened with one of them"
        return self._edited or self._model.loaded.settings  # type: ignore[union-attr]  # asserted above

    def ask_id(self, text: str, *, is_to_be_allowed: bool = False) -> None:
        """Explain the decision with the id in a text; if it is to be allowed, go on to what would allow it."""
        self._leads_to_remedies = is_to_be_allowed
        self._id.setText(text)
        self._on_explain_clicked()

    def _build(self) -> None:
        self._id.setObjectName("idEdit")
        self._id.setAccessibleName(tr("Id, or the reply or bounce that it stands in"))
        self._id.setPlaceholderText(tr("K7Q2-9FXB, or the whole reply"))
        self._explain.setObjectName("explainButton")
        self._explain.setAutoDefault(False)
        self._rules.setObjectName("rules")
        self.tabs.setObjectName("answers")
        self.tabs.setTabBarAutoHide(True)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.today, self._today_title())
        box = button_box(Button.Close)
        columns = QHBoxLayout()
        columns.setSpacing(12)
        columns.addWidget(self._new_question_column())
        columns.addWidget(Scroller(self._new_answer_column()), 1)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addLayout(columns, 1)
        layout.addWidget(box)
        box.rejected.connect(self.reject)

    def _new_question_column(self) -> QWidget:
        recorded = QGroupBox(tr("Why was this refused, or accepted?"))
        line = QHBoxLayout()
        line.addWidget(self._id, 1)
        line.addWidget(self._explain)
        recorded_layout = QVBoxLayout(recorded)
        recorded_layout.addWidget(HintLabel(tr("Paste the id from a reply, a bounce or the trace.")))
        recorded_layout.addLayout(line)
        recorded_layout.addWidget(self.id_notice)
        words = QGroupBox(tr("To other domains can send"))
        words_layout = QVBoxLayout(words)
        words_layout.addWidget(self._rules)
        words_layout.addWidget(self._rules_note)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for part in (recorded, self.question, words):
            layout.addWidget(part)
        layout.addStretch(1)
        column = Scroller(page)
        needed = page.minimumSizeHint().width() + column.verticalScrollBar().sizeHint().width()
        column.setFixedWidth(max(_QUESTION_WIDTH, needed))
        column.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return column

    def _new_answer_column(self) -> QWidget:
        group = QGroupBox(tr("Answer"))
        layout = QVBoxLayout(group)
        layout.addWidget(self._comparison)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self._remedies)
        self._comparison.hide()
        return group

    def _connect(self) -> None:
        self.question.checked.connect(self._on_checked)
        self._explain.clicked.connect(self._on_explain_clicked)
        self._id.entered.connect(self._on_explain_clicked)
        self._id.textEdited.connect(lambda _text: self.id_notice.say(""))
        self._remedies.chosen.connect(self._on_remedy_chosen)
        if self._edited is None:
            self._model.changed.connect(self._on_model_changed)
            self._looking = QTimer(self, interval=_LOOK_MS)  # the server obeys a new revision a moment after it is there
            self._looking.timeout.connect(lambda: self._rules_note.setText(self._note()))
            self._looking.start()

    def _today_title(self, today: Judged | None = None) -> str:
        if self._edited is not None:
            return tr("As edited")
        return tr("Today") if today is None else tr("Today (revision {revision})", revision=today.revision)

    def _show_rules(self) -> None:
        settings, lists = self.settings, self._lists
        self._rules_note.setText(_EDITED_NOTE if self._edited is not None else self._note())
        self._wordings.ask(lambda: relay_sentences(settings, lists.mailboxes), self._on_worded, self._on_failed)

    def _on_worded(self, sentences: list[RelaySentence]) -> None:
        self._rules.show_sentences([(item.weight.value, item.text) for item in sentences])

    def _on_model_changed(self) -> None:
        """Somebody has saved: what is asked now is judged by that."""
        if self._model.loaded is not None:
            self._show_rules()
            self._ask_again()

    def _on_checked(self) -> None:
        request = self.question.request()
        if request is None:
            return
        self._ask_again = self._on_checked
        settings, store, directory = self.settings, self._store, self._store.directory

        def work() -> _Answer:
            decision = Policy(settings, directory.snapshot()).decide(request)
            return decision, [*liftings(store, str(request.client), request.at), *remedies(request, decision, settings)]

        self._newest.ask(work, self._on_decided, self._on_failed)

    def _on_decided(self, answer: _Answer) -> None:
        self._compare("", None)
        decision, offered = answer
        self.today.show_decision(decision)
        self._remedies.show_remedies(offered, self._remedy_hint())

    def _on_explain_clicked(self) -> None:
        text, store, edited = self._id.text(), self._store, self._edited
        if not text.strip():
            self.id_notice.say(tr("Paste an id such as K7Q2-9FXB here."), Severity.INFORMATION)
            self._id.setFocus()
            return
        self._ask_again = self._on_explain_clicked

        def work() -> tuple[Explained, list[Remedy]]:
            explained = explain_id(store, text, edited)
            if explained.request is None or explained.today is None:
                return explained, ways_in(store, explained.row.client, edited or store.settings.load().settings)
            lifted = liftings(store, explained.row.client)
            # An end such as "for 2 hours" counts from now, not from when the decision was recorded.
            request = explained.request._replace(at=now())
            return explained, [*lifted, *remedies(request, explained.today.decision, explained.today.settings)]

        self._newest.ask(work, self._on_explained, self._on_unexplained)

    def _on_explained(self, answer: tuple[Explained, list[Remedy]]) -> None:
        explained, offered = answer
        row = explained.row
        self.id_notice.say(
            tr("{id} of {at:%Y-%m-%d %H:%M:%S}, {times} times, by revision {revision}.",
               id=row.id, at=row.at.astimezone(), times=row.number, revision=row.revision) if row.number > 1 else
            tr("{id} of {at:%Y-%m-%d %H:%M:%S}, by revision {revision}.",
               id=row.id, at=row.at.astimezone(), revision=row.revision), Severity.INFORMATION)
        self.question.show_row(row)
        self._compare(explained.note, explained.then, explained.today)
        if explained.request is None or explained.today is None:
            self.today.show_recorded(row)
            self._remedies.show_remedies(offered, self._remedy_hint())
            return
        self.today.show_decision(explained.today.decision)
        self._remedies.show_remedies(offered, self._remedy_hint())
        if self._leads_to_remedies:
            self._leads_to_remedies = False
            self._remedies.focus_first()

    def _compare(self, note: str, then: Judged | None, today: Judged | None = None) -> None:
        """Put the answer of then before that of today, or take it away."""
        self._comparison.say(note, Severity.INFORMATION)
        self._comparison.setVisible(bool(note))
        is_shown = self.tabs.indexOf(self.then) >= 0
        if then is None and is_shown:
            self.tabs.removeTab(self.tabs.indexOf(self.then))
        if then is not None:
            self.then.show_decision(then.decision)
            title = tr("Then (revision {revision})", revision=then.revision)
            if is_shown:
                self.tabs.setTabText(self.tabs.indexOf(self.then), title)
            else:
                self.tabs.insertTab(0, self.then, title)
                self.tabs.setCurrentWidget(self.then)
        self.tabs.setTabText(self.tabs.indexOf(self.today), self._today_title(today))

    def _remedy_hint(self) -> str:
        return _EDITED_HINT if self._edited is not None else ""

    def _on_remedy_chosen(self, remedy: Remedy) -> None:
        self._application.start(remedy, partial(self._on_remedy_applied, remedy))

    def _on_remedy_applied(self, remedy: Remedy, sentence: str) -> None:
        """The model reads a new revision by itself, and the question is asked again; after a lifted ban it is asked here."""
        self.id_notice.say(sentence, Severity.INFORMATION)
        if remedy.lifts:
            self._ask_again()

    def _on_unexplained(self, error: Exception) -> None:
        self.id_notice.say(str(error), Severity.WARNING)
        self._id.setFocus()
        self._on_checked()  # the answer of another id would be taken for this one's

    def _on_failed(self, error: Exception) -> None:
        self.question.notice.say(str(error), Severity.ERROR)
