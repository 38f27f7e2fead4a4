"""The question before a domain or mailbox is changed: it says by itself what the change would flip, and can show the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QMessageBox, QWidget

from posthouse_console.service.directory_model import DirectoryModel
from posthouse_console.service.foresight import Foreseen
from posthouse_console.widgets.question import ask
from posthouse_server.policy.directory_with import DirectoryChange
from posthouse_server.store.preview_effect import effect
from posthouse_server.words import tr

_WAITING = tr("What this changes for the mail of the last days is being looked up…")
PreviewWanted = Callable[[DirectoryChange, QWidget], None]


@dataclass(frozen=True, slots=True)
class DirectoryQuestion:
    """What is asked, in words."""

    title: str
    text: str
    yes: str
    """The caption of the button."""
    doing: str
    """What is judged, such as Deleting example.com."""
    consequence: str
    is_dangerous: bool = True

    def ask(self, directory: DirectoryModel, outcome: DirectoryChange, done: Callable[[], None],
            preview_wanted: PreviewWanted, window: QWidget) -> None:
        """Ask at once; what flips is told as soon as it is known, and nobody has to wait for it."""
        icon = QMessageBox.Icon.Warning if self.is_dangerous else QMessageBox.Icon.Question
        box = ask(window, self.title, self.text, self.yes, done, detail=self._detail(_WAITING), icon=icon,
                  is_default=not self.is_dangerous)
        look = box.addButton(tr("&Preview…"), QMessageBox.ButtonRole.ActionRole)
        look.clicked.disconnect()  # the question stays open behind the preview
        look.clicked.connect(lambda: preview_wanted(outcome, box))
        foresight = directory.foresight(box)
        box.finished.connect(lambda _code: foresight.cancel())
        foresight.found.connect(lambda found: self._say(box, found))
        foresight.failed.connect(lambda error: box.setInformativeText(self._detail(str(error))))
        foresight.start(directory.sides(outcome))

    def _say(self, box: QMessageBox, found: Foreseen) -> None:
        said = [effect(self.doing, found.preview)]
        if found.before.sentence != found.after.sentence:
            said.append(tr("Who can relay afterwards: {sentence}", sentence=found.after.sentence))
        box.setInformativeText(self._detail(" ".join(said)))

    def _detail(self, effect_text: str) -> str:
        return f"{self.consequence}\n\n{effect_text}"
