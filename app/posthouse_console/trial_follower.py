"""Lets a trial bar, in the window or in a dialog, follow the trial."""

from __future__ import annotations

from PySide6.QtCore import QObject

from posthouse_console.service.trial_model import TrialModel
from posthouse_console.widgets.trial_bar import TrialBar


class TrialFollower(QObject):
    """Lives as long as its bar, which may go before the model does."""

    def __init__(self, trials: TrialModel, bar: TrialBar) -> None:
        """Show what the model knows now, and whatever comes."""
        super().__init__(bar)
        self._trials = trials
        self._bar = bar
        trials.changed.connect(self._on_changed)
        bar.keep_wanted.connect(trials.keep)
        bar.take_back_wanted.connect(trials.take_back)
        self._on_changed()

    def _on_changed(self) -> None:
        trial = self._trials.trial
        if trial is None:
            self._bar.clear()
        else:
            self._bar.show_trial(trial.revision, trial.until)
