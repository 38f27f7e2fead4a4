"""Who shall reach the server: this computer alone, or the network; and by which port."""

from __future__ import annotations

import sys
from dataclasses import replace
from ipaddress import ip_address

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from posthouse_console.service.backend import Backend
from posthouse_console.service.newest import Newest
from posthouse_console.service.port_check import PortState, check_port, first_usable
from posthouse_console.service.set_up import Answers, Reach
from posthouse_console.widgets.hint import HintLabel, Notice, Severity
from posthouse_console.widgets.own_addresses import lan_addresses, offered_addresses
from posthouse_console.widgets.wording import place_of
from posthouse_console.wizard.step import StepPage
from posthouse_server.settings.schema import Inbound
from posthouse_server.words import tr

_PORTS = ((25, tr("25 – what devices expect")), (587, tr("587 – for mail programs")),
          (2525, tr("2525 – needs no special rights")))
"""With the captions, which begin with the number."""
_ALL = "0.0.0.0"  # noqa: S104 - a choice; it is the administrator who makes it
_PAUSE_MS = 200
_FIREWALL = {
    "win32": tr("Windows may ask whether Posthouse may be reached: allow it for private networks. If it does not ask, add an "
                "inbound rule for TCP port {port} in Windows Defender Firewall."),
    "darwin": tr("If the firewall of macOS is on, allow incoming connections for Posthouse when the system asks."),
}
_OTHER_FIREWALL = tr("If this computer has a firewall, let TCP port {port} in (such as: ufw allow {port}/tcp, or firewall-cmd "
                     "--add-port={port}/tcp --permanent). Never forward the port from the Internet to it without need.")
_SAID = {
    PortState.FREE: (tr("Port {port} is free."), Severity.GOOD),
    PortState.OURS: (tr("Port {port} is used by this server already, and stays so."), Severity.GOOD),
    PortState.IN_USE: (tr("Port {port} is used by another program on this computer: end that program, or choose another port."),
                       Severity.WARNING),
    PortState.FORBIDDEN: (tr("Port {port} needs administrator rights on this computer: choose 2525, or run the server as a "
                             "service."), Severity.WARNING),
    PortState.UNUSABLE: (tr("This address and port can't be listened on."), Severity.WARNING),
}


class ReachPage(StepPage):
    """Tries the port while it is being chosen."""

    caption = tr("Who can reach it")
    title = tr("Who shall reach this server?")
    introduction = tr("Reaching it is not yet sending: who may send through it comes later. Devices such as scanners are on "
                      "your network; programs may be on this very computer.")

    def __init__(self, backend: Backend) -> None:
        """Offer the choices."""
        super().__init__()
        self._backend = backend
        self._newest = Newest(backend.background, self)
        self._is_prepared = False
        self._state: PortState | None = None
        self.network = QRadioButton(tr("&My network: scanners, printers and other computers"))
        self.computer = QRadioButton(tr("This &computer only: programs that run here"))
        self.unchanged = QRadioButton()
        self.address = QComboBox()
        self.port = QComboBox()
        self.port_notice = Notice()
        self.firewall = HintLabel()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._check)
        self._build()

    def _build(self) -> None:
        self._offer_places()
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setContentsMargins(24, 0, 0, 0)
        self._address_label = _label(tr("&Address:"), self.address)
        form.addRow(self._address_label, self.address)
        form.addRow(_label(tr("&Port:"), self.port), self.port)
        below = QVBoxLayout()
        below.setContentsMargins(24, 0, 0, 0)
        below.setSpacing(8)
        below.addWidget(self.port_notice)
        below.addWidget(self.firewall)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for name, button in (("networkRadio", self.network), ("computerRadio", self.computer),
                             ("unchangedRadio", self.unchanged)):
            button.setObjectName(name)
            button.toggled.connect(lambda on: self._on_edited() if on else None)
            layout.addWidget(button)
        layout.addLayout(form)
        layout.addLayout(below)
        layout.addStretch(1)
        self.address.currentIndexChanged.connect(self._on_edited)
        self.port.currentTextChanged.connect(self._on_edited)

    def _offer_places(self) -> None:
        self.address.setObjectName("addressBox")
        for address, words in offered_addresses():
            if not address.startswith("127.") and address != "::1":
                self.address.addItem(words, address)
        self.port.setObjectName("portBox")
        self.port.setEditable(True)
        for port, words in _PORTS:
            self.port.addItem(words, port)

    def enter(self, answers: Answers) -> None:
        """Show what is in force; on a new folder propose the network and the first port that can be had."""
        if self._is_prepared:
            return
        self._is_prepared = True
        inbound = answers.base.settings.smtp.inbound
        is_new = inbound.listeners == Inbound().listeners
        self.unchanged.setText(tr("As it &is now: {listeners}",
                                  listeners=", ".join(place_of(item) for item in inbound.listeners) or tr("no listener")))
        self.unchanged.setVisible(not is_new)
        (self.network if is_new else self.unchanged).setChecked(True)
        if is_new:
            ours, ports, offered = self._ours(), [port for port, _words in _PORTS], self.port.currentText()
            self._backend.background.run(self, lambda: first_usable(_ALL, ports, ours),
                                         lambda port: self._propose(port, offered))

    def is_complete(self) -> bool:
        """Return whether the port is a number that can be one."""
        return self.unchanged.isChecked() or self._port() > 0

    def fill(self, answers: Answers) -> Answers:
        """Note the choice."""
        reach = (Reach.NETWORK if self.network.isChecked() else
                 Reach.COMPUTER if self.computer.isChecked() else Reach.UNCHANGED)
        return replace(answers, reach=reach, address=str(self.address.currentData()), port=self._port())

    def focus_first(self) -> None:
        """Begin with the choice that is made."""
        next(button for button in (self.network, self.computer, self.unchanged) if button.isChecked()).setFocus()

    def _propose(self, port: int, offered: str) -> None:
        """Choose the port that can be had, unless somebody has been faster."""
        if self.port.currentText() == offered:
            self.port.setCurrentIndex(self.port.findData(port))
            self._on_edited()

    def _ours(self) -> tuple[str, ...]:
        node = self._backend.server.status.node
        return node.listening if node is not None and self._backend.server.is_running else ()

    def _port(self) -> int:
        digits = self.port.currentText().strip().partition(" ")[0]
        number = int(digits) if digits.isascii() and digits.isdigit() else 0
        return number if number <= 65535 else 0

    def _on_edited(self) -> None:
        is_network, is_unchanged = self.network.isChecked(), self.unchanged.isChecked()
        self.address.setEnabled(is_network)
        self._address_label.setEnabled(is_network)
        self.port.setEnabled(not is_unchanged)
        self.firewall.setText(self._advice() if is_network else "")
        self._pause.start()
        self.changed.emit()

    def _advice(self) -> str:
        at = lan_addresses()
        said = [tr("Devices reach this computer at {addresses}.", addresses=tr(" or ").join(at[:3]))] if at else []
        public = next((address for address in at if ip_address(address).is_global), "")
        if public and self.address.currentData() in (_ALL, public):
            said.append(tr("{public} is a public address: so does the Internet, unless a firewall keeps it out. Better choose "
                           "the address of your own network above.", public=public))
        return " ".join([*said, _FIREWALL.get(sys.platform, _OTHER_FIREWALL).format(port=self._port())])

    def _check(self) -> None:
        port, ours = self._port(), self._ours()
        if self.unchanged.isChecked():
            self.port_notice.say("")
            return
        if not port:
            self.port_notice.say(tr("A port is a number from 1 to 65535."))
            return
        address = str(self.address.currentData()) if self.network.isChecked() else "127.0.0.1"
        self._newest.ask(lambda: check_port(address, port, ours), lambda state: self._on_checked(port, state),
                         lambda error: self.port_notice.say(str(error)))

    def _on_checked(self, port: int, state: PortState) -> None:
        words, severity = _SAID[state]
        self.port_notice.say(words.format(port=port), severity)


def _label(text: str, buddy: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(buddy)
    buddy.setAccessibleName(text.replace("&", "").rstrip(":"))
    return label
