"""Set Up Posthouse: leads through the pages; nothing is saved before Save, and then everything at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from posthouse_console.properties.saving import SaveGate
from posthouse_console.service.backend import Backend
from posthouse_console.service.set_up import Answers, save
from posthouse_console.widgets.hint import HintLabel, Notice, Severity
from posthouse_console.widgets.question import ask
from posthouse_console.wizard.connect import ConnectPage
from posthouse_console.wizard.devices import DevicesPage
from posthouse_console.wizard.domain import DomainPage
from posthouse_console.wizard.journey import JourneyPage
from posthouse_console.wizard.mailbox import MailboxPage
from posthouse_console.wizard.outgoing import OutgoingPage
from posthouse_console.wizard.reach import ReachPage
from posthouse_console.wizard.step import StepPage
from posthouse_console.wizard.step_list import StepList
from posthouse_console.wizard.summary import SummaryPage
from posthouse_server.store import Revision, StaleRevisionError
from posthouse_server.store.settings_store import LoadedSettings
from posthouse_server.words import tr


class SetUpDialog(QDialog):
    """Esc and Cancel leave everything as it was until it is saved; afterwards they close."""

    help_topic = "set-up"
    test_accepted = Signal()

    def __init__(self, backend: Backend, loaded: LoadedSettings, parent: QWidget) -> None:
        """Begin with the first page."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Set Up Posthouse"))
        self.resize(920, 700)
        self._backend = backend
        self._gate = SaveGate(backend.settings.exposure_watch(self), self)
        self._is_busy = self._is_saved = False
        self.answers = Answers(loaded)
        self.summary, self.journey, self.connect_page = SummaryPage(backend), JourneyPage(backend), ConnectPage(backend)
        self.pages: tuple[StepPage, ...] = (
            ReachPage(backend), DomainPage(backend), MailboxPage(backend), OutgoingPage(backend), DevicesPage(backend),
            self.summary, self.journey, self.connect_page)
        self.steps = StepList([page.caption for page in self.pages])
        self.title, self.introduction = QLabel(), HintLabel()
        self.stack = QStackedWidget()
        self.notice = Notice(lines=2)
        self.back, self.next, self.cancel = QPushButton(tr("&Back")), QPushButton(), QPushButton(tr("Cancel"))
        self._lay_out()
        for page in self.pages:
            page.changed.connect(self._update)
        self.journey.test_accepted.connect(self.test_accepted)
        self.finished.connect(lambda _code: self.journey.close_down())
        self._show(0)

    @property
    def page(self) -> StepPage:
        """Return the page that is shown."""
        return self.pages[self.stack.currentIndex()]

    def _lay_out(self) -> None:
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        font.setBold(True)
        self.title.setFont(font)
        self.title.setObjectName("pageTitle")
        for page in self.pages:
            self.stack.addWidget(_scrolled(page))
        right = QVBoxLayout()
        right.setContentsMargins(20, 18, 20, 8)
        right.setSpacing(8)
        for widget in (self.title, self.introduction):
            right.addWidget(widget)
        right.addSpacing(6)
        right.addWidget(self.stack, 1)
        right.addWidget(self.notice)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.steps)
        upper.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(upper, 1)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Sunken)
        layout.addWidget(line)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(6)  # or it would have that of the layout around it: none
        row.addWidget(QDialogButtonBox())  # takes the Help button, as in every dialog
        row.addStretch(1)
        for name, button, act in (("backButton", self.back, self._on_back_clicked),
                                  ("nextButton", self.next, self._on_next_clicked), ("cancelButton", self.cancel, self.reject)):
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, act=act: act())
            row.addWidget(button)
        self.next.setDefault(True)
        return row

    def _show(self, number: int) -> None:
        page = self.pages[number]
        self.stack.setCurrentIndex(number)
        self.steps.show_step(number)
        self.title.setText(page.title)
        self.introduction.setText(page.introduction)
        self._say("")
        page.enter(self.answers)
        is_last = page is self.pages[-1]
        self.next.setText(tr("&Finish") if is_last else page.next_text)
        self.cancel.setText(tr("Close") if self._is_saved else tr("Cancel"))
        self.cancel.setVisible(not is_last)
        self._update()
        page.focus_first()

    def _update(self) -> None:
        number = self.stack.currentIndex()
        first = self.pages.index(self.journey) if self._is_saved else 0
        self.back.setEnabled(number > first and not self._is_busy)
        self.next.setEnabled(self.page.is_complete() and not self._is_busy)
        self.next.setDefault(self.page is not self.journey)  # there Return sends
        self.cancel.setEnabled(not self._is_busy)

    def _on_back_clicked(self) -> None:
        if not self._is_saved:
            self.answers = self.page.fill(self.answers) if self.page.is_complete() else self.answers
        self._show(self.stack.currentIndex() - 1)

    def _on_next_clicked(self) -> None:
        if not self.page.is_complete() or self._is_busy:
            return
        if self.page is self.pages[-1]:
            self.accept()
            return
        if not self._is_saved:
            self.answers = self.page.fill(self.answers)
        if self.page is self.summary:
            self._save()
        else:
            self._show(self.stack.currentIndex() + 1)

    def _save(self) -> None:
        """Ask first where it would let public addresses relay."""
        self._set_busy(True)
        try:
            edited = self.answers.settings()
        except ValueError as error:
            self._on_failed(error)
            return
        self._gate.pass_through(self.answers.base.settings, edited, self._save_now, partial(self._set_busy, False),
                                self._on_failed)

    def _save_now(self) -> None:
        save(self._backend, self, self.answers, self._on_saved, self._on_failed)

    def _on_saved(self, revision: Revision) -> None:
        self._is_saved = True
        self._set_busy(False)
        self.journey.begin(revision)
        self._show(self.pages.index(self.journey))

    def _on_failed(self, error: Exception) -> None:
        """Somebody may have saved meanwhile: then what they have saved is the base from now on, and stays."""
        if isinstance(error, StaleRevisionError):
            self._backend.background.run(self, self._backend.store.settings.load, partial(self._rebase, error),
                                         self._on_rebase_failed)
            return
        self._set_busy(False)
        self._say(tr("Nothing was saved. {error}", error=str(error) or type(error).__name__), Severity.ERROR)

    def _on_rebase_failed(self, error: Exception) -> None:
        self._set_busy(False)
        self._say(tr("Nothing was saved. {error}", error=error), Severity.ERROR)

    def _rebase(self, error: Exception, loaded: LoadedSettings) -> None:
        self._set_busy(False)
        self.answers = self.answers.rebased(loaded)
        self._show(self.pages.index(self.summary))
        self._say(tr("{error} What they changed stays; look at this summary once more, then save again.", error=error),
                  Severity.WARNING)

    def _say(self, text: str, severity: Severity = Severity.WARNING) -> None:
        self.notice.say(text, severity)
        self.notice.setVisible(bool(text))

    def _set_busy(self, is_busy: bool) -> None:
        self._is_busy = is_busy
        self.setCursor(Qt.CursorShape.BusyCursor if is_busy else Qt.CursorShape.ArrowCursor)
        self._update()

    def reject(self) -> None:
        """Leave; before anything is saved, after a question where something was answered already."""
        if self._is_busy:
            return
        if self._is_saved or self.stack.currentIndex() == 0:
            super().reject()
            return
        ask(self, tr("Set Up Posthouse"), tr("Leave the set-up?"), tr("&Leave"), super().reject, reject=tr("&Go On"),
            is_default=False,
            detail=tr("Nothing has been saved, and nothing is changed. The set-up stays in the menu Help."))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first page."""
        super().showEvent(event)
        self.page.focus_first()


def _scrolled(page: QWidget) -> QScrollArea:
    """A small screen, or a large font, shows a part of the page at a time."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
