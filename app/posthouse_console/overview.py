"""Carries what the models know into the parts of the window that always show it."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence

from PySide6.QtCore import QObject

from posthouse_console.navigation.getting_started import Steps
from posthouse_console.navigation.navigator import Navigator
from posthouse_console.navigation.nodes import nearest
from posthouse_console.navigation.result_pane import ResultPane
from posthouse_console.navigation.tree_model import TreeModel
from posthouse_console.service.alarm_words import mailbox_alarms
from posthouse_console.service.backend import Backend
from posthouse_console.service.newest import Newest
from posthouse_console.service.relay_words import RelaySentence, Weight, relay_sentences
from posthouse_console.widgets.state_label import StateLabel
from posthouse_server.settings import Settings
from posthouse_server.store.directory import MailboxRow
from posthouse_server.store.nodes import Alarm
from posthouse_server.words import tr

_log = logging.getLogger(__name__)
_SENTENCE_WIDTH = 460
"""A long reason for a failure must leave room for messages; it stands in full in the tip and in the result pane."""
_TEST_ACCEPTED = "getting_started/test_message_accepted"
_RELAY_CHECKED = "getting_started/relay_checked"


class Overview(QObject):
    """The state of the server, the relay rules, the problems and the first steps."""

    def __init__(self, backend: Backend, nodes: TreeModel, pane: ResultPane, navigator: Navigator, parent: QObject) -> None:
        """Follow the backend from now on."""
        super().__init__(parent)
        self._backend = backend
        self._nodes = nodes
        self._pane = pane
        self._navigator = navigator
        self._store_fault = ""
        self._wordings = Newest(backend.background, self)
        self._worded: tuple[Settings, tuple[MailboxRow, ...], int] | None = None
        """The settings, mailboxes and minute that the relay rules on show were made of."""
        self.state = StateLabel(widest=tr("Stopping…"))
        self.state.setObjectName("serverState")
        self.sentence = StateLabel(most_width=_SENTENCE_WIDTH)
        self.sentence.setObjectName("statusState")
        backend.server.changed.connect(self.show_all)
        backend.settings.changed.connect(self.show_all)
        backend.directory.changed.connect(self.show_all)
        backend.health.changed.connect(self._show_books)
        backend.store_faulted.connect(self._on_store_faulted)

    def show_all(self) -> None:
        """Show everything as it is now."""
        words = self._backend.server.words
        self._nodes.show_state(words)
        self.state.show_state(words.badge, words.word, words.sentence)
        self.sentence.show_state(words.badge, words.sentence, words.sentence)
        self._pane.summary.show_status(nearest(self._nodes.root, self._navigator.path).kind, self._backend.server.status)
        self._show_alarms()
        self._show_books()
        self._show_relay()
        self._show_problem()
        self._show_steps()

    def revision_note(self) -> str:
        """Say which revision the relay rules on show are, and whether the server obeys it."""
        loaded, status = self._backend.settings.loaded, self._backend.server.status
        if loaded is None:
            return ""
        number = loaded.revision.number
        if not self._backend.server.is_running or status.node is None:
            return tr("By revision {number}, which the server will obey when it runs.", number=number)
        if status.node.revision >= number:  # later ones changed only domains and mailboxes: one number for all of it
            return tr("By revision {revision}, which the running server obeys.", revision=status.node.revision)
        return tr("By revision {number}; the running server still obeys revision {revision}.",
                  number=number, revision=status.node.revision)

    def mark_test_accepted(self) -> None:
        """A test message was accepted: that step is done, for good."""
        self._backend.memory.mark(_TEST_ACCEPTED)
        self._show_steps()

    def mark_relay_checked(self) -> None:
        """Somebody has looked at who can relay."""
        self._backend.memory.mark(_RELAY_CHECKED)
        self._show_steps()

    def _show_steps(self) -> None:
        lists, memory = self._backend.directory.lists, self._backend.memory
        self._pane.getting_started.show_steps(Steps(
            bool(lists.domains), bool(lists.mailboxes), self._backend.server.is_running,
            memory.is_set(_TEST_ACCEPTED), memory.is_set(_RELAY_CHECKED)))

    def _show_alarms(self) -> None:
        server = self._backend.server
        node = server.status.node
        self._nodes.show_mailbox_alarms(self._alarmed_offices(() if node is None else node.alarms))
        self._pane.alarms.show_alarms(() if node is None else node.alarms, server.past_alarms,
                                      None if node is None else node.heartbeat_at)

    def _alarmed_offices(self, alarms: Sequence[Alarm]) -> dict[str, str]:
        """Return the post offices with mailboxes that alarms are about, each with their texts."""
        about = mailbox_alarms(alarms)
        texts: dict[str, list[str]] = {}
        if about:
            for row in self._backend.directory.lists.mailboxes:
                if row.login in about:
                    texts.setdefault(row.post_office, []).append(about[row.login])
        return {office: "\n".join(lines) for office, lines in texts.items()}

    def _show_books(self) -> None:
        self._pane.ledger.show_books(self._backend.health.ledger, self._backend.health.fault)

    def _show_relay(self) -> None:
        """Put the rules into words off the GUI thread: there may be thousands of ranges, and some expire meanwhile."""
        loaded, mailboxes = self._backend.settings.loaded, self._backend.directory.lists.mailboxes
        self._pane.relay.show_note(self.revision_note())
        if loaded is None:
            return
        settings, minute = loaded.settings, int(time.time() // 60)
        is_new = self._worded is None or any(one is not other for one, other in zip(
            self._worded[:2], (settings, mailboxes), strict=True)) or self._worded[2] != minute
        if is_new:
            self._worded = (settings, mailboxes, minute)
            self._wordings.ask(lambda: relay_sentences(settings, mailboxes), self._pane.relay.show_sentences, self._on_unworded)

    def _show_problem(self) -> None:
        settings, problem = self._backend.settings, self._backend.server.words.problem
        problems = [self._store_fault, settings.fault, self._backend.directory.fault, problem]
        if settings.loaded is not None and settings.loaded.fault and settings.loaded.fault not in problem:
            problems.append(tr("{fault} Revision {revision} stays in force.",
                               fault=settings.loaded.fault, revision=settings.loaded.revision.number))
        self._pane.show_problem("\n".join(dict.fromkeys(problem for problem in problems if problem)))

    def _on_store_faulted(self, fault: str) -> None:
        self._store_fault = fault
        self._show_problem()

    def _on_unworded(self, error: Exception) -> None:
        """Old words must not stand for new rules."""
        _log.error("The relay rules could not be put into words", exc_info=error)
        self._pane.relay.show_sentences([RelaySentence(Weight.WARNING, tr("Who can relay is not known: {error}", error=error))])
