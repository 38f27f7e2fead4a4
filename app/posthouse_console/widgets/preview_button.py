"""The Preview… button among the buttons of a dialog; while it is grey, its tooltip says why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from posthouse_server.words import tr

_TIP = tr("Shows what this would have changed for the mail of the last 30 days; it changes nothing.")


class PreviewButton(QPushButton):
    """Asks for a preview; Enter never presses it."""

    def __init__(self, box: QDialogButtonBox, wanted: Callable[[], None]) -> None:
        """Stand in this box."""
        super().__init__(tr("&Preview…"))
        self.setObjectName("previewButton")
        self.setAccessibleName(tr("Preview"))
        self.setAutoDefault(False)
        box.addButton(self, QDialogButtonBox.ButtonRole.ActionRole)
        self.clicked.connect(lambda _checked=False: wanted())
        self.allow(True)

    def allow(self, is_possible: bool, why_not: str = "") -> None:
        """Enable it, or grey it with the reason."""
        self.setEnabled(is_possible)
        self.setToolTip(_TIP if is_possible else why_not)
