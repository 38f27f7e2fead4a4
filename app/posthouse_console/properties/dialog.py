"""The Properties dialog: tabs, OK, Cancel, Apply, Help; it knows no page by name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from posthouse_console.properties.button_row import ButtonRow
from posthouse_console.properties.conflict_question import Answers, ConflictQuestion
from posthouse_console.properties.default_question import ask_for_defaults
from posthouse_console.properties.edits import Edits, Fault
from posthouse_console.properties.page import Page
from posthouse_console.properties.save_flow import SaveFlow, Steps
from posthouse_console.properties.saving import SaveGate
from posthouse_console.service.settings_model import SettingsModel
from posthouse_console.trial_follower import TrialFollower
from posthouse_console.widgets.hint import Severity
from posthouse_console.widgets.message_bar import MessageBar
from posthouse_console.widgets.steady_tabs import SteadyTabs
from posthouse_console.widgets.trial_bar import TrialBar
from posthouse_server.settings import Settings
from posthouse_server.store.settings_store import LoadedSettings
from posthouse_server.words import tr

_WIDTH = 126  # in average characters: steady across tabs, and wide enough for the tables


class PropertiesDialog(QDialog):
    """Checks all pages, then applies all, then saves off the GUI thread on top of the revision that it shows."""

    help_requested = Signal(str)
    explain_wanted = Signal(object)
    """The Settings as they are edited now: somebody asks who can relay by them."""

    preview_wanted = Signal(object, object)
    """The saved and the edited Settings: somebody wants to see what the difference would have changed."""
    suggest_wanted = Signal(object)
    """A list of ranges that takes suggestions by change_entries(added, removed)."""
    tool_wanted = Signal(object)
    """See Page.tool_wanted."""

    def __init__(self, title: str, pages: Sequence[Page], model: SettingsModel, parent: QWidget | None = None) -> None:
        """Show the pages in their order, with what the model holds."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self._edits = Edits(pages)
        self._model = model
        self._exposure = model.exposure_watch(self)
        self._is_edited = False
        self._touches_policy = False
        self._is_saving = False
        self._focus: QWidget | None = None
        self._faulty: Page | None = None  # the page whose fault the message bar shows
        self._tabs = SteadyTabs(_WIDTH)
        self.message = MessageBar()
        self.trial_bar = TrialBar()
        self._buttons = ButtonRow()
        self.preview, self.apply_for = self._buttons.preview, self._buttons.apply_for
        self._conflict = ConflictQuestion(self, self._edits, model, self.message, Answers(
            lambda: self._is_edited, self._show, lambda: self._flow.apply_on_top(), lambda: self._flow.forget()))
        self._flow = SaveFlow(self, self._edits, model, SaveGate(self._exposure, self), self._conflict, self.message,
                              Steps(self._set_saving, self._show, self._show_fault))
        self._build()
        self._connect()
        if model.loaded is None:
            self._tabs.setEnabled(False)
            self.message.say(Severity.INFORMATION, model.fault or tr("The settings are being read."))
            model.reload()
        else:
            self._show(model.loaded)

    @property
    def tabs(self) -> QTabWidget:
        """Return the tabs, so that a caller can bring one to the front."""
        return self._tabs

    def offer_suggestions(self) -> None:
        """Let the pages show their buttons: somebody answers `suggest_wanted`."""
        for page in self._edits.pages:
            page.offer_suggestions()

    def offer_preview(self) -> None:
        """Show the button: somebody answers `preview_wanted`."""
        self._buttons.offer_preview()

    def _build(self) -> None:
        self._tabs.setObjectName("tabs")
        self._tabs.setAccessibleName(self.windowTitle())
        for page in self._edits.pages:
            page.setAccessibleName(page.title)
            self._tabs.add_page(page, page.title)
        layout = QVBoxLayout(self)
        layout.addWidget(self.trial_bar)
        layout.addWidget(self._tabs, 1)
        layout.addWidget(self.message)
        layout.addWidget(self._buttons.box)
        self._update_buttons()

    def _connect(self) -> None:
        for page in self._edits.pages:
            page.changed.connect(partial(self._on_page_changed, page))
            page.why_wanted.connect(self._on_why_wanted)
            page.suggest_wanted.connect(self.suggest_wanted)
            page.tool_wanted.connect(self.tool_wanted)
        self._exposure.found.connect(self._edits.show_exposure)
        self._model.changed.connect(self._on_model_changed)
        self._buttons.box.accepted.connect(self._on_ok_clicked)
        self._buttons.box.rejected.connect(self.reject)
        self.preview.clicked.connect(self._on_preview_clicked)
        self.apply_for.chosen.connect(self._on_apply_for_chosen)
        TrialFollower(self._model.trials, self.trial_bar)
        self._model.trials.faulted.connect(self.show_trouble)
        self._buttons.apply.clicked.connect(self._on_apply_clicked)
        self._buttons.defaults.clicked.connect(self._on_defaults_clicked)
        self._buttons.box.helpRequested.connect(self._on_help_requested)
        QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self).activated.connect(self._on_help_requested)

    def _show(self, loaded: LoadedSettings) -> None:
        self._edits.load(loaded)
        self._exposure.ask(self._take_stock)
        self._is_edited = self._touches_policy = False
        self._tabs.setEnabled(True)
        self._update_buttons()
        if loaded.fault:
            self.message.say(Severity.WARNING, tr("{fault} Shown is revision {revision}, which is in force; what you save "
                                                  "here replaces both.", fault=loaded.fault, revision=loaded.revision.number))
        else:
            self.message.clear()

    def show_trouble(self, sentence: str) -> None:
        """Say what went wrong; not over a question about a conflict."""
        if self._conflict.newer() is None:
            self.message.say(Severity.ERROR, sentence)

    def show_page(self, topic: str) -> None:
        """Bring the page with this help topic to the front."""
        for page in self._edits.pages:
            if page.help_topic == topic:
                self._tabs.bring(page)

    def show_refusal(self, sentence: str) -> None:
        """Say that the server can't use what was saved; a question about a conflict goes before."""
        if not self._is_saving and self._conflict.newer() is None:
            self.message.say(Severity.ERROR, sentence)

    def _update_buttons(self) -> None:
        self._buttons.show_state(is_loaded=self._edits.base is not None, is_edited=self._is_edited, is_saving=self._is_saving,
                                 touches_policy=self._touches_policy)

    def _take_stock(self) -> Settings | None:
        """Return what the exposure is worked out for, once the edits pause."""
        mine = self._edits.current()
        self._touches_policy = self._is_edited and self._edits.touch_policy(mine)
        self._update_buttons()
        return mine

    def _set_saving(self, on: bool) -> None:
        focus = self.focusWidget() if on else None
        self._is_saving = on
        self._tabs.setEnabled(not on)
        self.message.setEnabled(not on)
        self._update_buttons()
        if on:
            self._focus = focus
        elif self._focus is not None and shiboken6.isValid(self._focus):
            focus = self._focus if self._focus.isEnabled() else self._buttons.ok  # Apply is grey again
            focus.setFocus()

    def _show_fault(self, fault: Fault) -> None:
        self._tabs.bring(fault.page)
        self._faulty = fault.page
        fault.page.check()  # once more: now that its page is in front, the field can take the focus
        self.message.say(Severity.ERROR, fault.sentence)

    def _on_page_changed(self, page: Page) -> None:
        self._is_edited = True
        self._exposure.ask(self._take_stock)
        if page is self._faulty:
            self._faulty = None
            self.message.clear()
        self._update_buttons()

    def _on_why_wanted(self) -> None:
        """Nothing is saved for that; but a page with a fault has no settings to explain."""
        if self._edits.base is None:
            return
        mine = self._edits.check() or self._edits.mine()
        if isinstance(mine, Fault):
            self._show_fault(mine)
        else:
            self.explain_wanted.emit(mine)

    def _on_model_changed(self) -> None:
        if self._is_saving:
            return  # this may be our own save; its end looks again
        if self._model.fault:
            self.message.say(Severity.ERROR, tr("The settings can't be read: {fault}", fault=self._model.fault))
        elif self._edits.base is None and self._model.loaded is not None:
            self._show(self._model.loaded)
        else:
            self._conflict.look()

    def _on_ok_clicked(self) -> None:
        if self._is_edited:
            self._flow.start(closes=True)
        else:
            self.accept()

    def _on_apply_clicked(self) -> None:
        self._flow.start(closes=False)

    def _on_apply_for_chosen(self, minutes: int) -> None:
        self._flow.start(closes=False, trial_minutes=minutes)

    def _on_preview_clicked(self) -> None:
        mine = self._edits.check() or self._edits.mine()
        if isinstance(mine, Fault):
            self._show_fault(mine)
        else:
            self.preview_wanted.emit(self._edits.settled().settings, mine)

    def _on_defaults_clicked(self) -> None:
        page = self._tabs.front()
        if isinstance(page, Page):
            ask_for_defaults(page, self)

    def _on_help_requested(self) -> None:
        page = self._tabs.front()
        if isinstance(page, Page):
            self.help_requested.emit(page.help_topic)

    def reject(self) -> None:
        """Discard the edits, as the model does; not while a save is under way."""
        if not self._is_saving:
            super().reject()
