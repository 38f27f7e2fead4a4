"""Find Message: by id, address, subject or remote reply, in queues, Bad Mail and trace; and its whole life on one page."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from posthouse_console.models.hit_rows import HitsModel
from posthouse_console.navigation.list_view import ListView
from posthouse_console.service.background import Background
from posthouse_console.service.life_words import life_page
from posthouse_console.service.message_finder import MessageFinder
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import Notice, Severity
from posthouse_console.widgets.numbers_text import number_text
from posthouse_server.store import Store
from posthouse_server.store.message_life import MessageLife
from posthouse_server.store.message_search import MOST_HITS, MessageHit
from posthouse_server.words import tr

_HINT = tr("An id such as K7Q2-9FXB, an address, words of a subject or of a reply")
_ASK = tr("Type what you know of the message. The subject is known only while it waits or is in Bad Mail.")
_PATIENCE_MS = 300


class FindMessageDialog(QDialog):
    """Lists what was found as it comes; the chosen message stands below."""

    help_topic = "search"
    why_wanted = Signal(str)
    session_wanted = Signal(str)
    """The id of a decision."""
    queue_wanted = Signal(str, str)
    """The name of a queue, and the id of the message in it."""
    mailbox_wanted = Signal(str)
    """Its login."""

    def __init__(self, store: Store, background: Background, mailbox_of: Callable[[str], str], parent: QWidget) -> None:
        """Ask what to look for; `mailbox_of` returns the login of the mailbox with a folder."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Find Message"))
        self.resize(920, 680)
        self._mailbox_of = mailbox_of
        self._life: MessageLife | None = None
        self.finder = MessageFinder(store, background, self)
        self.edit = QLineEdit()
        self.edit.setObjectName("findEdit")
        self.edit.setPlaceholderText(_HINT)
        self.edit.setClearButtonEnabled(True)
        self.find_button = QPushButton(tr("&Find"))
        self.find_button.setObjectName("findButton")
        self.find_button.setDefault(True)
        self.cancel_button = QPushButton(tr("&Stop"))
        self.cancel_button.setObjectName("findStop")
        self.cancel_button.setAutoDefault(False)
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("How much was looked through"))
        self.progress.setFixedWidth(160)
        self.notice = Notice()
        self.model = HitsModel(self)
        self.list = ListView()
        self.list.setObjectName("hitsTable")
        self.page = QTextBrowser()
        self.page.setObjectName("lifePage")
        self.page.setAccessibleName(tr("The life of the message"))
        self.page.setOpenLinks(False)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._build()
        self._connect()
        self.notice.say(_ASK, Severity.INFORMATION)
        self._show_progress()

    def look_for(self, text: str) -> None:
        """Look for this at once."""
        self.edit.setText(text)
        self._on_find()

    def _build(self) -> None:
        label = QLabel(tr("F&ind:"))
        label.setBuddy(self.edit)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.edit, 1)
        row.addWidget(self.find_button)
        state = QHBoxLayout()
        state.addWidget(self.notice, 1)
        state.addWidget(self.progress)
        state.addWidget(self.cancel_button)
        self.list.show_model(self.model, "")
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(self.page)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([190, 380])
        box = button_box(Button.Close)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addLayout(state)
        layout.addWidget(splitter, 1)
        layout.addWidget(box)

    def _connect(self) -> None:
        self.find_button.clicked.connect(self._on_find)
        self.cancel_button.clicked.connect(self.finder.cancel)
        self.finder.changed.connect(self._on_changed)
        self.finder.life_read.connect(self._on_life_read)
        self.list.selection_changed.connect(self._on_selection_changed)
        self.list.opened.connect(lambda _row: self.page.setFocus())
        self.page.anchorClicked.connect(self._on_link_clicked)
        self._patience.timeout.connect(self._show_progress)

    def _on_find(self) -> None:
        text = self.edit.text().strip()
        if not text:
            self.notice.say(_ASK, Severity.INFORMATION)
            self.edit.setFocus()
            return
        self._life = None
        self.page.clear()
        self.model.show_rows(())
        self._patience.start()
        self.finder.search(text)

    def _on_changed(self) -> None:
        finder = self.finder
        had_none = not self.model.rows
        self.model.show_rows(finder.hits)
        if had_none and finder.hits:
            self.list.select_first()
        self._show_progress()
        if finder.fault:
            self.notice.say(finder.fault, Severity.ERROR)
        elif finder.share is not None:
            self.notice.say(tr("{number} so far…", number=_number(len(finder.hits))), Severity.INFORMATION)
        elif not finder.hits:
            self.notice.say(tr("The search was stopped before anything was found.") if finder.is_cancelled else
                            tr("Nothing was found in the queues, Bad Mail or the trace. Fewer words find more."),
                            Severity.INFORMATION)
        else:
            more = tr(", the newest there are; more words find fewer") if len(finder.hits) >= MOST_HITS else ""
            stopped = tr("; the search was stopped") if finder.is_cancelled else ""
            self.notice.say(tr("{number} found{more}{stopped}.",
                               number=_number(len(finder.hits)), more=more, stopped=stopped), Severity.INFORMATION)

    def _show_progress(self) -> None:
        share = self.finder.share
        for widget in (self.progress, self.cancel_button):
            widget.setVisible(share is not None and not self._patience.isActive())
        self.progress.setValue(int((share or 0.0) * 100))

    def _on_selection_changed(self) -> None:
        rows = [row for row in self.list.selected_rows() if isinstance(row, MessageHit)]
        if len(rows) == 1:
            self.finder.read_life(rows[0].id)

    def _on_life_read(self, life: MessageLife) -> None:
        self._life = life
        self.page.setHtml(life_page(life, self._mailbox_of))

    def _on_link_clicked(self, url: QUrl) -> None:
        kind, _, rest = url.toString(QUrl.ComponentFormattingOption.FullyEncoded).partition(":")
        first = unquote(rest)
        if kind == "queue" and self._life is not None:
            self.queue_wanted.emit(first.partition(":")[0], self._life.id)
        elif kind in ("why", "session", "mailbox"):
            signal = {"why": self.why_wanted, "session": self.session_wanted, "mailbox": self.mailbox_wanted}[kind]
            signal.emit(first)


def _number(number: int) -> str:
    return tr("1 message") if number == 1 else tr("{number} messages", number=number_text(number))
