"""New Group and Group Properties: an address, and who receives what is sent to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from posthouse_console.dialogs.form_dialog import FormDialog
from posthouse_console.dialogs.mailbox_pages import TARGETS
from posthouse_console.service.directory_model import DirectoryModel
from posthouse_console.widgets.hint import HintLabel, Severity
from posthouse_console.widgets.preview_button import PreviewButton
from posthouse_console.widgets.texts_panel import TextsPanel
from posthouse_server.policy.addresses import AddressError, parse_address
from posthouse_server.store.directory import DirectoryStore, DomainRow, GroupRow
from posthouse_server.store.directory_outcomes import group_set
from posthouse_server.words import tr

_ROOM_LINES = 8


class GroupDialog(FormDialog):
    """Adds a group, or changes one that is there."""

    help_topic = "groups"
    saved = Signal(str)
    """The address."""
    preview_wanted = Signal(object, object)
    """See DirectoryCommands."""

    def __init__(self, directory: DirectoryModel, group: GroupRow | None, domains: list[DomainRow], parent: QWidget) -> None:
        """Show a group; None: ask for a new one in one of these domains."""
        super().__init__(tr("New Group") if group is None else tr("{address} Properties", address=group.address), "", parent)
        self._directory = directory
        self._group = group
        self.name = QLineEdit()
        self.name.setObjectName("groupEdit")
        self.domain = QComboBox()
        self.domain.setObjectName("domainBox")
        for row in domains:
            self.domain.addItem(row.name)
        self.friendly_name = QLineEdit("" if group is None else group.friendly_name)
        self.friendly_name.setObjectName("friendlyNameEdit")
        self.friendly_name.setMaxLength(200)
        self.members = TextsPanel(tr("Members"), TARGETS)
        self.members.show_texts(() if group is None else group.members)
        self.members.setMinimumHeight(self.fontMetrics().lineSpacing() * _ROOM_LINES)
        self._fill(group, domains)
        self._preview = PreviewButton(self.box, lambda: self.preview_wanted.emit(
            group_set(self._address(), self.members.texts()), self))
        self.name.textChanged.connect(self._on_edited)
        self.domain.currentIndexChanged.connect(self._on_edited)
        self.friendly_name.textEdited.connect(self._on_edited)
        self.members.changed.connect(self._on_edited)
        self._on_edited()

    def _fill(self, group: GroupRow | None, domains: list[DomainRow]) -> None:
        if group is None:
            self.add(tr("Group &Name:"), self.name)
            if len(domains) > 1:
                self.add(tr("&Domain:"), self.domain)
        else:
            address = QLabel(group.address)
            address.setObjectName("addressLabel")
            self.form.addRow(tr("Address:"), address)
        self.add(tr("&Friendly Name:"), self.friendly_name)
        self.add(tr("&Members:"), self.members, buddy=self.members.table)
        self.form.addRow(HintLabel(tr("Each member gets one copy, whether it is of this server or of another one. A group is "
                                      "an address to write to: nobody logs in with it, and as a sender it opens nothing.")))

    def is_complete(self) -> bool:
        """Return whether there is a name that can be one."""
        return self._group is not None or (bool(self.name.text().strip()) and not self._complaint())

    def submit(self) -> None:
        """Save it."""
        address, name, members, group = self._address(), self.friendly_name.text(), self.members.texts(), self._group

        def work(store: DirectoryStore, who: str) -> None:
            if group is None:
                store.add_group(address, who, name, members)
            else:
                store.set_group(group.address, name, members, who, group)

        self._directory.change(self, work, self.accept_after(lambda: self.saved.emit(address)), self.show_error)

    def _address(self) -> str:
        return self._group.address if self._group is not None else f"{self.name.text().strip()}@{self.domain.currentText()}"

    def _complaint(self) -> str:
        if self._group is not None or not self.name.text().strip():
            return ""
        if "@" in self.name.text():
            return tr("The group name is the part before the @ only.")
        try:
            parsed = parse_address(self._address())
        except AddressError as error:
            return str(error)
        return tr("A group can't have this name, since it asks for routing.") if parsed.has_routing_characters else ""

    def _on_edited(self) -> None:
        self.refresh()
        if complaint := self._complaint():
            self.notice.say(complaint)
        elif not self.members.texts():
            self.notice.say(tr("Without members it refuses all mail."), Severity.INFORMATION)
        self._preview.allow(self.is_complete(), tr("First type the name of the group."))
