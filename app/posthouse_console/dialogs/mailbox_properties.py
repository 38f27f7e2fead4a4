"""Mailbox Properties: General, Addresses, Redirection, Quota, Messages."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from posthouse_console.dialogs.mailbox_messages import MessagesPage
from posthouse_console.dialogs.mailbox_pages import AddressesPage, GeneralPage, MailboxPage, QuotaPage, RedirectionPage
from posthouse_console.service.directory_model import DirectoryModel
from posthouse_console.service.mailbox_messages import MailboxMessages
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import Notice, Severity
from posthouse_console.widgets.preview_button import PreviewButton
from posthouse_console.widgets.steady_tabs import SteadyTabs
from posthouse_server.mailboxes.place import place_of
from posthouse_server.mailboxes.usage import usage_of
from posthouse_server.store.directory import DirectoryStore, MailboxProperties, MailboxRow, properties_of
from posthouse_server.store.directory_outcomes import mailbox_changed
from posthouse_server.words import tr

_WIDTH = 126
_LINES = 42  # room for a message below the list of them
_NOT_EDITED = tr("Change something first; then this shows what it would mean for the mail of the last 30 days.")


class MailboxPropertiesDialog(QDialog):
    """Saves all tabs as one revision, on top of the mailbox that it shows; the Messages tab acts at once."""

    help_topic = "mailbox-properties"
    saved = Signal(str)
    """The login."""
    reported = Signal(str)
    preview_wanted = Signal(object, object)
    """See DirectoryCommands."""

    def __init__(self, directory: DirectoryModel, row: MailboxRow, parent: QWidget) -> None:
        """Show a mailbox of this directory."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._directory = directory
        self._row = row
        self._is_busy = False
        self._is_loading = False
        self.setWindowTitle(tr("{login} Properties", login=row.login))
        self.general, self.addresses, self.redirection, self.quota = (
            GeneralPage(), AddressesPage(), RedirectionPage(), QuotaPage())
        self._pages: tuple[MailboxPage, ...] = (self.general, self.addresses, self.redirection, self.quota)
        self.messages = MessagesPage(MailboxMessages(directory.mail / row.maildir, directory.background, self))
        self.tabs = SteadyTabs(_WIDTH)
        self.notice = Notice()
        self.notice.setObjectName("notice")
        self.box = button_box(Button.Ok | Button.Cancel | Button.Apply)
        self.ok_button, self.apply_button = self.box.button(Button.Ok), self.box.button(Button.Apply)
        self._preview = PreviewButton(self.box, self._on_preview_wanted)
        self._build()
        self._show(row)
        self.resize(self.width(), max(self.sizeHint().height(), self.fontMetrics().lineSpacing() * _LINES))
        directory.background.run(self, lambda: usage_of(place_of(directory.mail, row.maildir)), self.quota.show_usage,
                                 self._on_failed)

    def _build(self) -> None:
        self.tabs.setObjectName("tabs")
        for page in self._pages:
            page.setAccessibleName(page.title.replace("&", ""))
            page.changed.connect(self._on_edited)
            self.tabs.add_page(page, page.title)
        self.tabs.addTab(self.messages, self.messages.title)
        self.messages.failed.connect(lambda sentence: self.notice.say(sentence, Severity.ERROR))
        self.messages.reported.connect(self._on_reported)
        self.box.accepted.connect(self._on_ok_clicked)
        self.box.rejected.connect(self.reject)
        self.apply_button.clicked.connect(lambda _checked=False: self._save(closes=False))
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.notice)
        layout.addWidget(self.box)

    def bring(self, page: QWidget) -> None:
        """Bring a tab to the front."""
        if page is self.messages:
            self.tabs.setCurrentWidget(page)
        else:
            self.tabs.bring(page)

    def _show(self, row: MailboxRow) -> None:
        self._is_loading = True
        self._row = row
        for page in self._pages:
            page.show_row(row)
        self._is_loading = False
        self._update_buttons()

    def _wanted(self) -> MailboxProperties:
        wanted = properties_of(self._row)
        for page in self._pages:
            wanted = page.edited(wanted)
        return wanted

    def _is_edited(self) -> bool:
        return self._wanted() != properties_of(self._row) or bool(self.general.password.password())

    def _update_buttons(self) -> None:
        is_edited = self._is_edited()
        self.ok_button.setEnabled(not self._is_busy)
        self.box.button(Button.Cancel).setEnabled(not self._is_busy)
        self.apply_button.setEnabled(is_edited and not self._is_busy)
        self._preview.allow(is_edited and not self._is_busy, _NOT_EDITED)

    def _on_edited(self) -> None:
        if not self._is_loading:
            self.notice.say("")
            self._update_buttons()

    def _on_reported(self, sentence: str) -> None:
        self.notice.say(sentence, Severity.GOOD)
        self.reported.emit(sentence)

    def _on_preview_wanted(self) -> None:
        self.preview_wanted.emit(mailbox_changed(self._row, self._wanted(), self._directory.lists.domains), self)

    def _on_ok_clicked(self) -> None:
        if self._is_edited():
            self._save(closes=True)
        else:
            self.accept()

    def _save(self, *, closes: bool) -> None:
        for page in self._pages:
            if complaint := page.complaint():
                self.bring(page)
                self.notice.say(complaint, Severity.ERROR)
                return
        login, wanted, base, password = self._row.login, self._wanted(), self._row, self.general.password.password()
        self._set_busy(True)

        def work(store: DirectoryStore, who: str) -> MailboxRow:
            store.set_mailbox(login, wanted, who, base, password)
            return store.mailbox(login)

        self._directory.change(self, work, lambda row: self._on_saved(row, closes=closes), self._on_failed)

    def _set_busy(self, is_busy: bool) -> None:
        self._is_busy = is_busy
        self.tabs.setEnabled(not is_busy)
        self._update_buttons()

    def _on_saved(self, row: MailboxRow, *, closes: bool) -> None:
        self._set_busy(False)
        self._show(row)
        self.saved.emit(row.login)
        if closes:
            self.accept()
        else:
            self.notice.say(tr("Saved."), Severity.GOOD)

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(False)
        self.notice.say(str(error), Severity.ERROR)

    def reject(self) -> None:
        """Close, but not while it is being saved."""
        if not self._is_busy:
            super().reject()
