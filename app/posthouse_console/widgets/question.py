"""Message boxes that don't stop the program: what follows is called when one is answered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QMessageBox, QWidget

from posthouse_server.words import tr

_TEXT_WIDTH = 340


def ask(parent: QWidget, title: str, text: str, accept: str, done: Callable[[], None], *, detail: str = "",
        icon: QMessageBox.Icon = QMessageBox.Icon.Question, reject: str = tr("&Cancel"),
        is_default: bool = True) -> QMessageBox:
    """Ask; `done` is called when the button named `accept` is pressed."""
    box = _box(parent, icon, title, text, detail)
    yes = box.addButton(accept, QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(reject, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(yes if is_default else no)
    box.setEscapeButton(no)
    box.buttonClicked.connect(lambda button: done() if button is yes else None)
    box.open()
    return box


def tell(parent: QWidget | None, title: str, text: str, *, detail: str = "",
         icon: QMessageBox.Icon = QMessageBox.Icon.Warning) -> QMessageBox:
    """Say something that has to be read; without a parent, before there is a window."""
    box = _box(parent, icon, title, text, detail)
    box.addButton("OK", QMessageBox.ButtonRole.AcceptRole)  # not the standard button: styles put an icon on that
    box.open()
    return box


def ask_with_choice(parent: QWidget, title: str, text: str, accept: str, choice: str, done: Callable[[bool], None], *,
                    detail: str = "") -> QMessageBox:
    """Say something and let it be left out from now on; `done` gets whether the check box is ticked."""
    box = _box(parent, QMessageBox.Icon.Information, title, text, detail)
    yes = box.addButton(accept, QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(tr("&Cancel"), QMessageBox.ButtonRole.RejectRole)
    tick = QCheckBox(choice)
    tick.setAccessibleName(choice.replace("&", ""))
    box.setCheckBox(tick)
    box.setDefaultButton(yes)
    box.setEscapeButton(no)
    box.buttonClicked.connect(lambda button: done(tick.isChecked()) if button is yes else None)
    box.open()
    return box


def _box(parent: QWidget | None, icon: QMessageBox.Icon, title: str, text: str, detail: str) -> QMessageBox:
    box = QMessageBox(icon, title, text, QMessageBox.StandardButton.NoButton, parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(detail)
    label = box.findChild(QLabel, "qt_msgbox_informativelabel")
    if isinstance(label, QLabel):
        label.setMinimumWidth(_TEXT_WIDTH)  # Qt makes it as narrow as the title, with very short lines
    return box
