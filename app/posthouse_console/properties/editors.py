"""The dialogs that pages open: they edit what they were opened with, not what is newest."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from posthouse_console.widgets.help_window import HelpWindow


def open_editors(owner: QWidget) -> list[QDialog]:
    """Return those that are open now."""
    return [dialog for dialog in owner.findChildren(QDialog) if dialog.isVisible() and not isinstance(dialog, HelpWindow)]
