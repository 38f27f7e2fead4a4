"""One message: its text, headers and source, and its attachments to be saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from posthouse_console.models.queue_rows import size_text
from posthouse_console.widgets.hint import HintLabel
from posthouse_console.widgets.mail_view import MailView
from posthouse_console.widgets.selection import soften_selection
from posthouse_server.mailboxes.content import Content
from posthouse_server.words import tr

_NO_LOADING = tr("Pictures, styles and whatever would be loaded from elsewhere are left out; links are not opened.")
_ATTACHMENT_LINES = 3


class MessageView(QWidget):
    """Shows a message, or a sentence where there is none."""

    save_wanted = Signal(int)
    """The number of an attachment that shall be saved."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._content: Content | None = None
        self.plain = _text("plainText", tr("Plain text"))
        self.html = MailView()
        self.stack = QStackedWidget()
        self.as_text = QCheckBox(tr("&Plain text"))
        self.as_text.setObjectName("plainTextBox")
        self.note = HintLabel()
        self.headers = _text("messageHeaders", tr("Headers"))
        self.source = _text("messageSource", tr("Source"))
        self.source.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.attachments = QListWidget()
        self.attachments.setObjectName("attachments")
        self.attachments.setAccessibleName(tr("Attachments"))
        soften_selection(self.attachments)
        self.save = QPushButton(tr("Save A&ttachment…"))
        self.save.setObjectName("saveAttachmentButton")
        self.save.setAutoDefault(False)
        self.attached = QWidget()
        self.tabs = QTabWidget()
        self._build()
        self.as_text.toggled.connect(lambda _on: self._show_text())
        self.html.link_pressed.connect(
            lambda address: self.note.setText(tr("This link leads to {address}; it is not opened here.", address=address)))
        self.save.clicked.connect(lambda _checked=False: self._on_save_wanted())
        self.attachments.itemSelectionChanged.connect(self._on_attachment_selected)

    def _build(self) -> None:
        self.stack.addWidget(self.plain)
        self.stack.addWidget(self.html)
        under = QHBoxLayout()
        under.addWidget(self.note, 1)
        under.addWidget(self.as_text)
        text = QWidget()
        inner = QVBoxLayout(text)
        inner.addWidget(self.stack, 1)
        inner.addLayout(under)
        self.tabs.setObjectName("messageTabs")
        for page, title in ((text, tr("Te&xt")), (self.headers, tr("&Headers")), (self.source, tr("S&ource"))):
            self.tabs.addTab(page, title)
        line = QHBoxLayout(self.attached)
        line.setContentsMargins(0, 0, 0, 0)
        caption = QLabel(tr("Attac&hments:"))
        caption.setBuddy(self.attachments)
        self.attachments.setFixedHeight(self.fontMetrics().lineSpacing() * _ATTACHMENT_LINES + 12)
        line.addWidget(caption, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.attachments, 1)
        line.addWidget(self.save, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.attached)
        self.show_nothing("")

    def show_nothing(self, sentence: str) -> None:
        """Show a sentence instead of a message."""
        self._content = None
        self.stack.setCurrentWidget(self.plain)
        self.plain.setPlainText("")
        self.plain.setPlaceholderText(sentence)
        for edit in (self.headers, self.source):
            edit.setPlainText("")
        self.note.setText("")
        self.as_text.setVisible(False)
        self.attached.setVisible(False)

    def show_unreadable(self, sentence: str, source: str) -> None:
        """Show why a message can't be taken apart, and its source."""
        self.show_nothing(sentence)
        self.source.setPlainText(source)

    def show_content(self, content: Content) -> None:
        """Show a message."""
        self._content = content
        self.headers.setPlainText("\n".join(f"{name}: {value}" for name, value in content.headers))
        self.source.setPlainText(content.source)
        self.as_text.setVisible(bool(content.html and content.text))
        self.attachments.clear()
        for item in content.attachments:
            self.attachments.addItem(f"{item.name} ({item.kind}, {size_text(item.size)})")
        self.attached.setVisible(bool(content.attachments))
        if content.attachments:
            self.attachments.setCurrentRow(0)
        self._show_text()

    def _show_text(self) -> None:
        content = self._content
        if content is None:
            return
        is_plain = not content.html or (bool(content.text) and self.as_text.isChecked())
        self.stack.setCurrentWidget(self.plain if is_plain else self.html)
        self.note.setText("" if is_plain else _NO_LOADING)
        if is_plain:
            self.plain.setPlainText(content.text)
            self.plain.setPlaceholderText(tr("This message has no text."))
        else:
            self.html.setHtml(content.html)

    def _on_attachment_selected(self) -> None:
        self.save.setEnabled(self.attachments.currentRow() >= 0)

    def _on_save_wanted(self) -> None:
        if self.attachments.currentRow() >= 0:
            self.save_wanted.emit(self.attachments.currentRow())


def _text(name: str, label: str) -> QPlainTextEdit:
    edit = QPlainTextEdit()
    edit.setObjectName(name)
    edit.setAccessibleName(label)
    edit.setReadOnly(True)
    edit.setTabChangesFocus(True)
    edit.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    return edit
