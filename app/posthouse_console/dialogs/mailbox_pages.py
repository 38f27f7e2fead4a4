"""The tabs of Mailbox Properties that are edited: General, Addresses, Redirection, Quota."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from posthouse_console.widgets.hint import HintLabel
from posthouse_console.widgets.numbers_text import number_text
from posthouse_console.widgets.password_field import PasswordField
from posthouse_console.widgets.texts_dialog import Kind
from posthouse_console.widgets.texts_panel import TextsPanel
from posthouse_server.mailboxes.usage import Usage
from posthouse_server.policy.addresses import parse_address
from posthouse_server.store.directory import MailboxKind, MailboxProperties, MailboxRow, Redirection
from posthouse_server.store.mailbox_work import MOST_QUOTA_KB
from posthouse_server.words import tr

_MOST_KB = min(MOST_QUOTA_KB, 2**31 - 1)


def read_address(text: str) -> str:
    """Return a typed address as it is stored; raises ValueError with a sentence."""
    parsed = parse_address(text)
    if parsed.has_routing_characters:
        raise ValueError(tr("{address} can't be used: its local part asks for routing.", address=parsed))
    return parsed.key


LOCAL = Kind(tr("address"), tr("addresses"), read_address, "sales@example.com",
             tr("Each must be of a domain of this server, and nobody else's."))
TARGETS = Kind(tr("address"), tr("addresses"), read_address, "john@elsewhere.example", tr("Addresses here or anywhere else."))


class MailboxPage(QWidget):
    """One tab: it shows a mailbox, and puts what was edited into its properties."""

    changed = Signal()
    title = ""

    def show_row(self, row: MailboxRow) -> None:
        """Show a mailbox."""
        raise NotImplementedError

    def edited(self, properties: MailboxProperties) -> MailboxProperties:
        """Return the properties with those of this page as they stand."""
        raise NotImplementedError

    def complaint(self) -> str:
        """Return what is wrong, as a sentence; empty if nothing is."""
        return ""


class GeneralPage(MailboxPage):
    """Who it is, and whether it may be used."""

    title = tr("&General")

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.login = QLabel()
        self.login.setObjectName("loginLabel")
        self.login.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.friendly_name = QLineEdit()
        self.friendly_name.setObjectName("friendlyNameEdit")
        self.friendly_name.setMaxLength(200)
        self.kind = QComboBox()
        self.kind.setObjectName("kindBox")
        for kind in MailboxKind:
            self.kind.addItem(kind.value, kind)
        self.enabled = QCheckBox(tr("Mailbox is &enabled"))
        self.enabled.setObjectName("enabledBox")
        self.password = PasswordField()
        self._build()
        self.friendly_name.textEdited.connect(self.changed)
        self.kind.currentIndexChanged.connect(self.changed)
        self.enabled.toggled.connect(self.changed)
        self.password.changed.connect(self.changed)

    def _build(self) -> None:
        form = QFormLayout(self)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(tr("Login:"), self.login)
        for caption, field, buddy in ((tr("&Friendly Name:"), self.friendly_name, self.friendly_name),
                                      (tr("Mailbox &Type:"), self.kind, self.kind),
                                      (tr("New &Password:"), self.password, self.password.input)):
            label = QLabel(caption)
            label.setBuddy(buddy)
            buddy.setAccessibleName(caption.replace("&", "").rstrip(":"))
            form.addRow(label, field)
        form.addRow("", _below(tr("Leave it empty to keep the password. The old one is known to nobody.")))
        form.addRow("", self.enabled)
        form.addRow("", _below(tr("A disabled mailbox neither logs in nor receives. One of type ADMIN reads the mail to "
                                  "postmaster.")))

    def show_row(self, row: MailboxRow) -> None:
        """See MailboxPage."""
        self.login.setText(row.login)
        self.friendly_name.setText(row.friendly_name)
        self.kind.setCurrentIndex(self.kind.findText(row.kind.value))
        self.enabled.setChecked(row.enabled)
        self.password.input.clear()

    def edited(self, properties: MailboxProperties) -> MailboxProperties:
        """See MailboxPage; the password goes another way."""
        return replace(properties, friendly_name=" ".join(self.friendly_name.text().split()),
                       kind=MailboxKind(self.kind.currentData()), enabled=self.enabled.isChecked())


def _below(sentence: str) -> HintLabel:
    """Return a hint that stands close to the field above it, however high its row is."""
    hint = HintLabel(sentence)
    hint.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return hint


class AddressesPage(MailboxPage):
    """The addresses of the mailbox."""

    title = tr("&Addresses")

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.panel = TextsPanel(tr("Addresses"), LOCAL)
        layout = QVBoxLayout(self)
        layout.addWidget(HintLabel(tr("Mail to any of these goes to this mailbox, and each is a name to log in with.")))
        layout.addWidget(self.panel, 1)
        self.panel.changed.connect(self.changed)

    def show_row(self, row: MailboxRow) -> None:
        """See MailboxPage."""
        self.panel.show_texts(row.addresses)

    def edited(self, properties: MailboxProperties) -> MailboxProperties:
        """See MailboxPage."""
        return replace(properties, addresses=tuple(sorted(self.panel.texts())))

    def complaint(self) -> str:
        """See MailboxPage."""
        return "" if self.panel.texts() else tr("A mailbox needs an address; disable it to let it receive nothing.")


class RedirectionPage(MailboxPage):
    """Whether somebody else gets the mail, too or instead."""

    title = tr("&Redirection")

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._group = QButtonGroup(self)
        self.choices = {
            Redirection.NONE: QRadioButton(tr("&Keep the mail here")),
            Redirection.COPY: QRadioButton(tr("Keep it here and send a cop&y to these addresses")),
            Redirection.REDIRECT: QRadioButton(tr("Send it to these addresses &instead"))}
        self.panel = TextsPanel(tr("Addresses that the mail is passed on to"), TARGETS)
        layout = QVBoxLayout(self)
        for redirection, button in self.choices.items():
            button.setObjectName(f"{redirection.value}Button")
            self._group.addButton(button)
            layout.addWidget(button)
        layout.addWidget(self.panel, 1)
        layout.addWidget(HintLabel(tr("The sender of the envelope stays who it is. Mail in circles is stopped.")))
        self._group.buttonToggled.connect(lambda _button, is_on: self._on_toggled() if is_on else None)
        self.panel.changed.connect(self.changed)

    def show_row(self, row: MailboxRow) -> None:
        """See MailboxPage."""
        self.choices[row.redirection].setChecked(True)
        self.panel.show_texts(row.redirect_to)
        self._on_toggled()

    def edited(self, properties: MailboxProperties) -> MailboxProperties:
        """See MailboxPage."""
        return replace(properties, redirection=self._chosen(), redirect_to=self.panel.texts())

    def complaint(self) -> str:
        """See MailboxPage."""
        if self._chosen() is Redirection.NONE or self.panel.texts():
            return ""
        return tr("A redirection needs at least one address.")

    def _chosen(self) -> Redirection:
        return next((redirection for redirection, button in self.choices.items() if button.isChecked()), Redirection.NONE)

    def _on_toggled(self) -> None:
        self.panel.setEnabled(self._chosen() is not Redirection.NONE)
        self.changed.emit()


class QuotaPage(MailboxPage):
    """How much the mailbox may hold, and how much it does."""

    title = tr("&Quota")

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.quota = QSpinBox()
        self.quota.setObjectName("quotaSpin")
        self.quota.setRange(0, _MOST_KB)
        self.quota.setSingleStep(10_000)
        self.quota.setGroupSeparatorShown(True)
        self.quota.setSuffix(tr(" KB"))
        self.quota.setSpecialValueText(tr("None"))
        self.used = QLabel("…")
        self.used.setObjectName("usedLabel")
        form = QFormLayout(self)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)  # as wide as its largest number
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        label = QLabel(tr("&Quota:"))
        label.setBuddy(self.quota)
        self.quota.setAccessibleName(tr("Quota"))
        form.addRow(label, self.quota)
        form.addRow(tr("Disk Usage:"), self.used)
        form.addRow(HintLabel(tr("0 is none. A full mailbox refuses mail for the time being (452 4.2.2), so that senders try "
                                 "again; a message that is larger than the quota is refused for good (552 5.2.2).")))
        self.quota.valueChanged.connect(self.changed)

    def show_row(self, row: MailboxRow) -> None:
        """See MailboxPage."""
        self.quota.setValue(row.quota_kb)

    def show_usage(self, usage: Usage) -> None:
        """Show how much there is."""
        self.used.setText(tr("{kilobytes} KB in {messages} messages, {unread} of them unread",
                             kilobytes=number_text(usage.kilobytes), messages=number_text(usage.messages),
                             unread=number_text(usage.unread)))

    def edited(self, properties: MailboxProperties) -> MailboxProperties:
        """See MailboxPage."""
        return replace(properties, quota_kb=self.quota.value())
