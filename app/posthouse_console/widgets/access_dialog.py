"""The Access Control dialog: which clients may connect at all."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.fields import ChoiceField
from posthouse_console.widgets.form import FieldForm, labelled
from posthouse_console.widgets.hint import HintLabel, Notice, Severity
from posthouse_console.widgets.mnemonics import Mnemonics
from posthouse_console.widgets.ranges_panel import RangesPanel
from posthouse_console.widgets.wording import ACCESS_MODE
from posthouse_server.settings.choices import AccessMode
from posthouse_server.settings.schema import AccessControl, PrivilegedRange
from posthouse_server.settings.section import help_of, label_of
from posthouse_server.words import tr

_PATH = "smtp.inbound.access_control"


class AccessDialog(QDialog):
    """Edits the list and what it means; nothing leaves it before OK."""

    def __init__(self, access: AccessControl, parent: QWidget | None = None) -> None:
        """Show the present state."""
        super().__init__(parent)
        self.setWindowTitle(tr("Access Control"))
        self.mode = ChoiceField(f"{_PATH}.mode", ACCESS_MODE)
        self.panel = RangesPanel(label_of(AccessControl, "ranges"), is_privileged=False)
        self._notice = Notice()
        buttons = button_box(Button.Ok | Button.Cancel)
        mnemonics = Mnemonics("aerp")  # the letters of the panel's buttons
        form = FieldForm(mnemonics)
        form.add(self.mode)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(labelled(label_of(AccessControl, "ranges"), self.panel.table, mnemonics))
        layout.addWidget(self.panel, 1)
        layout.addWidget(HintLabel(help_of(AccessControl, "ranges")))
        layout.addWidget(self._notice)
        layout.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.mode.edited.connect(self._on_edited)
        self.panel.changed.connect(self._on_edited)
        self.mode.show_value(access.mode)
        self.panel.show_entries([PrivilegedRange(range=text) for text in access.ranges], 0)
        self._on_edited()
        self.resize(self.fontMetrics().averageCharWidth() * 90, self.fontMetrics().lineSpacing() * 24)

    def access(self) -> AccessControl:
        """Return the access control as edited."""
        return AccessControl(mode=self.mode.value(), ranges=tuple(entry.range for entry in self.panel.entries()))

    def _on_edited(self) -> None:
        access = self.access()
        nobody = access.mode is AccessMode.ONLY_ALLOWED and not access.ranges
        self._notice.say(access_text(access), Severity.WARNING if nobody else Severity.INFORMATION)


def access_text(access: AccessControl) -> str:
    """Return in a sentence who may connect."""
    count = len(access.ranges)
    if access.mode is AccessMode.ONLY_ALLOWED:
        if not count:
            return tr("Nobody may connect.")
        return (tr("Only clients in 1 range may connect.") if count == 1 else
                tr("Only clients in {number} ranges may connect.", number=count))
    if not count:
        return tr("Everybody may connect.")
    return (tr("Everybody may connect, except clients in 1 range.") if count == 1 else
            tr("Everybody may connect, except clients in {number} ranges.", number=count))
