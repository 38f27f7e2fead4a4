"""The buttons of the Properties dialog, and which of them can be pressed."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from posthouse_console.properties.saving import ApplyForButton
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_server.words import tr

_TIP = tr("Shows what the edits would have changed for the mail of the last 30 days; it changes nothing.")
_NOTHING = tr("Nothing has been edited.")
_NO_POLICY = tr("What has been edited has no part in who may send or relay. There is something to preview after changes of "
                "relay, access control, blocked senders, or what Security refuses.")


class ButtonRow:
    """OK, Cancel, Apply, Help, Restore Defaults, Apply for, and, where somebody answers it, Preview."""

    def __init__(self) -> None:
        """Make the row; `box` is to be laid out."""
        self.box = button_box(Button.Ok | Button.Cancel | Button.Apply | Button.Help)
        self.ok: QPushButton = self.box.button(Button.Ok)
        self.cancel: QPushButton = self.box.button(Button.Cancel)
        self.apply: QPushButton = self.box.button(Button.Apply)
        self.apply_for = ApplyForButton()
        self.preview = QPushButton(tr("Previe&w..."), self.box)
        self.preview.setObjectName("preview")
        self.preview.setAccessibleName(tr("Preview..."))
        self.preview.setAutoDefault(False)
        self.preview.hide()  # until offer_preview()
        self.defaults = QPushButton(tr("Restore Defaults..."), self.box)
        self.defaults.setObjectName("restore_defaults")
        self.defaults.setAutoDefault(False)
        self.box.addButton(self.defaults, QDialogButtonBox.ButtonRole.ResetRole)
        self.box.addButton(self.apply_for, QDialogButtonBox.ButtonRole.ApplyRole)

    def offer_preview(self) -> None:
        """Show the button of the preview."""
        self.box.addButton(self.preview, QDialogButtonBox.ButtonRole.ActionRole)

    def show_state(self, *, is_loaded: bool, is_edited: bool, is_saving: bool, touches_policy: bool) -> None:
        """Grey what can't be pressed now; the tooltip of a grey Preview says why."""
        is_ready = is_loaded and not is_saving
        self.ok.setEnabled(is_ready)
        self.defaults.setEnabled(is_ready)
        self.cancel.setEnabled(not is_saving)
        for button in (self.apply, self.apply_for):
            button.setEnabled(is_ready and is_edited)
        self.preview.setEnabled(is_ready and is_edited and touches_policy)
        self.preview.setToolTip(_TIP if touches_policy else _NO_POLICY if is_edited else _NOTHING)
