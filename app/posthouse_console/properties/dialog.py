"""The Properties dialog: tabs, OK, Cancel, Apply, Help; it knows no page by name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QTabWidget, QVBoxLayout, QWidget

from posthouse_console.properties.conflict import author_sentence, conflict_text
from posthouse_console.properties.editors import open_editors
from posthouse_console.properties.edits import Edits, Fault
from posthouse_console.properties.page import Page
from posthouse_console.properties.saving import ApplyForButton, SaveGate
from posthouse_console.service.settings_model import SaveRequest, SettingsModel
from posthouse_console.trial_follower import TrialFollower
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import Severity
from posthouse_console.widgets.message_bar import MessageBar
from posthouse_console.widgets.steady_tabs import SteadyTabs
from posthouse_console.widgets.trial_bar import TrialBar
from posthouse_server.settings import Settings, SettingsError
from posthouse_server.store import Revision
from posthouse_server.store.settings_store import LoadedSettings, StaleRevisionError

_WIDTH = 126  # in average characters: steady across tabs, and wide enough for the tables


class PropertiesDialog(QDialog):
    """Checks all pages, then applies all, then saves off the GUI thread on top of the revision that it shows."""

    help_requested = Signal(str)
    explain_wanted = Signal(object)
    """The Settings as they are edited now: somebody asks who can relay by them."""

    preview_wanted = Signal(object, object)
    """The saved and the edited Settings: somebody wants to see what the difference would have changed."""
    suggest_wanted = Signal(object)
    """A list of ranges that takes suggestions by add_entries(entries)."""
    test_wanted = Signal(object)
    """See Page.test_wanted."""

    def __init__(self, title: str, pages: Sequence[Page], model: SettingsModel, parent: QWidget | None = None) -> None:
        """Show the pages in their order, with what the model holds."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self._edits = Edits(pages)
        self._model = model
        self._exposure = model.exposure_watch(self)
        self._gate = SaveGate(self._exposure, self)
        self._is_edited = False
        self._is_saving = False
        self._focus: QWidget | None = None
        self._closes_after_save = False
        self._trial_minutes: int | None = None  # of the save that is under way
        self._faulty: Page | None = None  # the page whose fault the message bar shows
        self._tabs = SteadyTabs(_WIDTH)
        self.message = MessageBar()
        self.trial_bar = TrialBar()
        self._buttons = button_box(Button.Ok | Button.Cancel | Button.Apply | Button.Help)
        self.preview = QPushButton("Previe&w...", self)
        self.preview.hide()  # until offer_preview()
        self.apply_for = ApplyForButton()
        self._build()
        self._connect()
        if model.loaded is None:
            self._tabs.setEnabled(False)
            self.message.say(Severity.INFORMATION, model.fault or "The settings are being read.")
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
        self._buttons.addButton(self.preview, QDialogButtonBox.ButtonRole.ActionRole)

    def _build(self) -> None:
        self._tabs.setObjectName("tabs")
        self._tabs.setAccessibleName(self.windowTitle())
        for page in self._edits.pages:
            page.setAccessibleName(page.title)
            self._tabs.add_page(page, page.title)
        layout = QVBoxLayout(self)
        self.preview.setObjectName("preview")
        self.preview.setAccessibleName("Preview...")
        self.preview.setAutoDefault(False)
        self._buttons.addButton(self.apply_for, QDialogButtonBox.ButtonRole.ApplyRole)
        layout.addWidget(self.trial_bar)
        layout.addWidget(self._tabs, 1)
        layout.addWidget(self.message)
        layout.addWidget(self._buttons)
        self._update_buttons()

    def _connect(self) -> None:
        for page in self._edits.pages:
            page.changed.connect(partial(self._on_page_changed, page))
            page.why_wanted.connect(self._on_why_wanted)
            page.suggest_wanted.connect(self.suggest_wanted)
            page.test_wanted.connect(self.test_wanted)
        self._exposure.found.connect(self._edits.show_exposure)
        self._model.changed.connect(self._on_model_changed)
        self._buttons.accepted.connect(self._on_ok_clicked)
        self._buttons.rejected.connect(self.reject)
        self.preview.clicked.connect(self._on_preview_clicked)
        self.apply_for.chosen.connect(self._on_apply_for_chosen)
        TrialFollower(self._model.trials, self.trial_bar)
        self._model.trials.faulted.connect(self.show_trouble)
        self._buttons.button(Button.Apply).clicked.connect(self._on_apply_clicked)
        self._buttons.helpRequested.connect(self._on_help_requested)
        QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self).activated.connect(self._on_help_requested)

    def _show(self, loaded: LoadedSettings) -> None:
        self._edits.load(loaded)
        self._exposure.ask(self._edits.current)
        self._is_edited = False
        self._tabs.setEnabled(True)
        self._update_buttons()
        if loaded.fault:
            self.message.say(Severity.WARNING, f"{loaded.fault} Shown is revision {loaded.revision.number}, which is in "
                             "force; what you save here replaces both.")
        else:
            self.message.clear()

    def show_trouble(self, sentence: str) -> None:
        """Say what went wrong; not over a question about a conflict."""
        if self._newer() is None:
            self.message.say(Severity.ERROR, sentence)

    def show_refusal(self, sentence: str) -> None:
        """Say that the server can't use what was saved; a question about a conflict goes before."""
        if not self._is_saving and self._newer() is None:
            self.message.say(Severity.ERROR, sentence)

    def _update_buttons(self) -> None:
        is_ready = self._edits.base is not None and not self._is_saving
        self._buttons.button(Button.Ok).setEnabled(is_ready)
        self._buttons.button(Button.Apply).setEnabled(is_ready and self._is_edited)
        self.preview.setEnabled(is_ready and self._is_edited)
        self.apply_for.setEnabled(is_ready and self._is_edited)
        self._buttons.button(Button.Cancel).setEnabled(not self._is_saving)

    def _save_mine(self) -> None:
        """Check and apply all pages; save if that makes a difference. On an open conflict its question comes first."""
        if self._newer() is not None:
            self._look_for_conflict()
            self.message.attract()
            return
        fault = self._edits.check()
        mine = fault or self._edits.mine()
        if isinstance(mine, Fault):
            self._show_fault(mine)
            return
        base = self._edits.settled()
        if mine == base.settings and not base.fault and not self._edits.secrets():
            self._on_save_done(mine, base.newest)
        else:
            self._save(mine, base)

    def _save(self, settings: Settings, base: LoadedSettings) -> None:
        self.message.clear()
        self._set_saving(True)
        self._gate.pass_through(base.settings, settings, partial(self._on_admitted, settings, base), self._on_not_admitted,
                                self._on_save_failed)

    def _on_admitted(self, settings: Settings, base: LoadedSettings) -> None:
        request = SaveRequest(settings, base.newest.number, self._edits.secrets(), trial_minutes=self._trial_minutes)
        self._model.save(request, partial(self._on_save_done, settings), self._on_save_failed)

    def _on_not_admitted(self) -> None:
        """Somebody has thought better of it: nothing was saved, and the edits stay."""
        self._closes_after_save = False
        self._set_saving(False)
        self._look_for_conflict()

    def _set_saving(self, on: bool) -> None:
        focus = self.focusWidget() if on else None
        self._is_saving = on
        self._tabs.setEnabled(not on)
        self.message.setEnabled(not on)
        self._update_buttons()
        if on:
            self._focus = focus
        elif self._focus is not None and shiboken6.isValid(self._focus):
            focus = self._focus if self._focus.isEnabled() else self._buttons.button(Button.Ok)  # Apply is grey again
            focus.setFocus()

    def _show_fault(self, fault: Fault) -> None:
        self._closes_after_save = False
        self._tabs.bring(fault.page)
        self._faulty = fault.page
        fault.page.check()  # once more: now that its page is in front, the field can take the focus
        self.message.say(Severity.ERROR, fault.sentence)

    def _newer(self) -> LoadedSettings | None:
        """Return the model's settings if somebody else has saved since ours were loaded."""
        newest, base = self._model.loaded, self._edits.base
        return newest if newest and base and newest.newest.number > base.newest.number else None

    def _look_for_conflict(self) -> None:
        newest = self._newer()
        if newest is None:
            return
        editors = open_editors(self)
        for editor in editors:  # one that is cancelled may leave nothing to keep
            editor.finished.connect(self._look_for_conflict)
        if not self._is_edited and not editors:
            self._show(newest)
            if not newest.fault:
                self.message.say(Severity.INFORMATION, f"{author_sentence(newest.newest)}. You see the new settings.")
            return
        mine = self._edits.mine()
        text = conflict_text(self._edits.settled(), None if isinstance(mine, Fault) else mine, newest)
        self.message.say(Severity.WARNING, text, [
            ("Reload", self._reload), ("Apply mine on top", self._apply_on_top), ("Keep editing", self.message.clear)])

    def _reload(self) -> None:
        if self._model.loaded is not None:
            self._show(self._model.loaded)

    def _apply_on_top(self) -> None:
        newest = self._newer()
        if newest is None:  # it has become ours meanwhile
            self._save_mine()
            return
        try:
            settings = self._edits.check() or self._edits.on_top_of(newest)
        except SettingsError as error:
            self.message.say(Severity.ERROR, f"Yours and theirs don't fit together: {error}", [("Reload", self._reload)])
            return
        if isinstance(settings, Fault):
            self._show_fault(settings)
        else:
            self._save(settings, newest)

    def _on_page_changed(self, page: Page) -> None:
        self._is_edited = True
        self._exposure.ask(self._edits.current)
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
            self.message.say(Severity.ERROR, f"The settings can't be read: {self._model.fault}")
        elif self._edits.base is None and self._model.loaded is not None:
            self._show(self._model.loaded)
        else:
            self._look_for_conflict()

    def _on_ok_clicked(self) -> None:
        if not self._is_edited:
            self.accept()
            return
        self._closes_after_save, self._trial_minutes = True, None
        self._save_mine()

    def _on_apply_clicked(self) -> None:
        self._on_apply_for_chosen(None)

    def _on_apply_for_chosen(self, minutes: int | None) -> None:
        self._closes_after_save, self._trial_minutes = False, minutes
        self._save_mine()

    def _on_preview_clicked(self) -> None:
        mine = self._edits.check() or self._edits.mine()
        if isinstance(mine, Fault):
            self._show_fault(mine)
        else:
            self.preview_wanted.emit(self._edits.settled().settings, mine)

    def _on_help_requested(self) -> None:
        page = self._tabs.front()
        if isinstance(page, Page):
            self.help_requested.emit(page.help_topic)

    def _on_save_done(self, settings: Settings, revision: Revision) -> None:
        if not shiboken6.isValid(self):
            return
        self._show(LoadedSettings(settings, revision, revision, ""))
        self._set_saving(False)
        if self._closes_after_save:
            self.accept()
        else:
            self._look_for_conflict()

    def _on_save_failed(self, error: Exception) -> None:
        if not shiboken6.isValid(self):
            return
        self._set_saving(False)
        if not isinstance(error, StaleRevisionError):
            self._closes_after_save = False
            self.message.say(Severity.ERROR, str(error) or type(error).__name__)
        elif self._newer() is None:
            self.message.say(Severity.WARNING, str(error))
            self._model.reload()  # its `changed` brings the offer to reload or to apply on top
        else:
            self._look_for_conflict()
            self.message.attract()

    def reject(self) -> None:
        """Discard the edits, as the model does; not while a save is under way."""
        if not self._is_saving:
            super().reject()
