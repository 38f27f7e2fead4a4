"""The explicit confirmation that a range of public addresses may relay."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from posthouse_console.widgets.hint import Notice
from posthouse_console.widgets.ranges_text import addresses_text, disjoint
from posthouse_server.policy.networks import IPRange
from posthouse_server.words import tr


class PublicConfirmation(QWidget):
    """A warning with a box to tick; it asks again whenever the networks change."""

    toggled = Signal()

    def __init__(self) -> None:
        """Start with nothing to confirm; it keeps its place, so that the dialog doesn't jump."""
        super().__init__()
        self._count = 0
        self._asked: tuple[IPRange, ...] = ()
        self._notice = Notice(lines=2)
        self.box = QCheckBox()
        self.box.setObjectName("confirm_public")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._notice)
        layout.addWidget(self.box)
        policy = self.box.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.box.setSizePolicy(policy)
        self.box.hide()
        self.box.toggled.connect(lambda _on: self.toggled.emit())

    def ask(self, networks: Iterable[IPRange]) -> None:
        """Ask about these ranges; those outside public space need no confirmation."""
        asked = tuple(network for network in disjoint(networks) if network.public_count())
        if asked == self._asked:
            return
        self._asked = asked
        count = self._count = sum(network.public_count() for network in asked)
        number = addresses_text(count, "public")
        self._notice.say(tr("This covers {number} of the Internet. Whoever is there could send mail through this server "
                            "without a password.", number=number) if count else "")
        self.box.setChecked(False)
        self.box.setText(tr("&Yes, allow {number} to relay", number=number))
        self.box.setAccessibleName(tr("Yes, allow {number} to relay", number=number))
        self.box.setVisible(bool(count))

    def is_settled(self) -> bool:
        """Return whether there is nothing to confirm or it has been confirmed."""
        return not self._count or self.box.isChecked()
