"""Test DNS Blacklists: each list with what came of it, as the answers come in."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import dns.resolver
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from posthouse_console.service.background import Background
from posthouse_console.service.blacklist_test import ZoneAnswer, ask_zone, resolver_for
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import HintLabel, icon
from posthouse_server.words import tr

_ICON = QSize(16, 16)


class BlacklistTestDialog(QDialog):
    """A row for each list."""

    help_topic = "smtp-dns-blacklisting"

    def __init__(self, background: Background, zones: Sequence[str], servers: Sequence[str], parent: QWidget) -> None:
        """Ask at once, through these DNS servers or the system's own."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Test DNS Blacklists"))
        self._icons: dict[str, QLabel] = {}
        self._answers: dict[str, QLabel] = {}
        self._build(zones)
        try:
            resolver = resolver_for(servers)
        except dns.resolver.NoResolverConfiguration:
            for zone in zones:
                self._show(ZoneAnswer(zone, False, tr("This computer has no DNS server; name one on General.")))
            return
        for zone in zones:
            background.run(self, functools.partial(ask_zone, zone, resolver), self._show)

    def _build(self, zones: Sequence[str]) -> None:
        rows = QGridLayout()
        rows.setHorizontalSpacing(12)
        rows.setVerticalSpacing(8)
        rows.setColumnStretch(2, 1)
        for number, zone in enumerate(zones):
            self._icons[zone] = QLabel()
            self._icons[zone].setFixedSize(_ICON)
            name, answer = QLabel(zone), QLabel(tr("is being asked…"))
            name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            answer.setObjectName(f"answer_{zone}")
            answer.setWordWrap(True)
            answer.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)
            answer.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            answer.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 2)
            self._answers[zone] = answer
            for column, widget in enumerate((self._icons[zone], name, answer)):
                rows.addWidget(widget, number, column, Qt.AlignmentFlag.AlignTop)
        box = button_box(Button.Close)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(HintLabel(tr("Each list is asked for its test entry, and for one that no list may have.")))
        layout.addLayout(rows)
        layout.addStretch(1)
        layout.addWidget(box)

    def _show(self, answer: ZoneAnswer) -> None:
        mark = icon("ok" if answer.is_well else "error")
        self._icons[answer.zone].setPixmap(mark.pixmap(_ICON, self.devicePixelRatioF()))
        self._icons[answer.zone].setAccessibleName(tr("Good") if answer.is_well else tr("Bad"))
        self._answers[answer.zone].setText(answer.sentence)
