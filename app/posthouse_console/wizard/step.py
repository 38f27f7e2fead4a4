"""The contract of a page of the set-up."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from posthouse_console.service.set_up import Answers
from posthouse_server.words import tr


class StepPage(QWidget):
    """Asks for its part of the answers; it saves nothing."""

    caption = ""
    """In the list of steps, in a few words."""
    title = ""
    introduction = ""
    next_text = tr("&Next")

    changed = Signal()
    """What is_complete() returns may have changed."""

    def enter(self, answers: Answers) -> None:
        """Be shown, with what was answered so far; also when somebody comes back."""
        raise NotImplementedError

    def is_complete(self) -> bool:
        """Return whether one can go on."""
        raise NotImplementedError

    def fill(self, answers: Answers) -> Answers:
        """Return the answers with one's own part."""
        return answers

    def focus_first(self) -> None:
        """Put the focus where somebody begins."""
