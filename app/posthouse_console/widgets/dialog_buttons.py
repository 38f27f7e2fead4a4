"""The row of buttons at the bottom of a dialog."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox

from posthouse_server.words import tr

Button = QDialogButtonBox.StandardButton


def button_box(buttons: Button) -> QDialogButtonBox:
    """Return the buttons in the order of the system, without the icons that some desktops add; OK is the default."""
    box = QDialogButtonBox(buttons)
    for button in box.buttons():
        button.setIcon(QIcon())
        if hasattr(button, "setAutoDefault"):
            button.setAutoDefault(False)
    if ok := box.button(Button.Ok):
        ok.setDefault(True)
    if apply := box.button(Button.Apply):
        apply.setText(tr("&Apply"))
    return box
