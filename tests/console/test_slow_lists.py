"""Lists whose reading takes its time, or fails: what is said meanwhile, and that nothing piles up."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot

from console.robot import cells, click_node, trigger
from posthouse_console.actions import Command
from posthouse_console.main_window import MainWindow
from posthouse_console.navigation.nodes import (
    BANS_PATH,
    HISTORY_PATH,
    INBOUND_PATH,
    LOGS_PATH,
    OUTBOUND_PATH,
    POST_OFFICES_PATH,
)
from posthouse_console.service import mailbox_usage
from posthouse_console.service.backend import Backend
from posthouse_console.service.background import Background
from posthouse_console.service.mailbox_usage import MailboxUsage
from posthouse_console.windows import Windows
from posthouse_server.mailboxes.usage import Usage
from posthouse_server.store import Store, StoreError
from posthouse_server.store.directory import MailboxKind, MailboxRow
from posthouse_server.store.trace_filter import TraceFilter
from posthouse_server.store.trace_reader import TracePart, TraceReader

_USAGE = 1


class Paintings(QObject):
    """Counts how often a widget is painted."""

    number = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.number += event.type() is QEvent.Type.Paint
        return False


def note(window: MainWindow) -> str:
    return str(window.pane.list.model().note)  # type: ignore[attr-defined]


def test_an_empty_queue_says_so_as_soon_as_it_is_read(qtbot: QtBot, store: Store, window: MainWindow,
                                                      monkeypatch: pytest.MonkeyPatch) -> None:
    held = threading.Event()

    def nothing(*_wanted: object, **_more: object) -> list[str]:
        held.wait(10)
        return []

    monkeypatch.setattr(store.spool.queues, "ids", nothing)
    monkeypatch.setattr(store.spool.queues, "first_ids", nothing)
    click_node(qtbot, window, *OUTBOUND_PATH)
    qtbot.wait(200)
    assert note(window) == "Reading…"
    paintings = Paintings()
    window.pane.list.viewport().installEventFilter(paintings)
    held.set()
    qtbot.waitUntil(lambda: not note(window))
    qtbot.waitUntil(lambda: paintings.number > 0)


def test_each_queue_that_can_not_be_read_says_so(qtbot: QtBot, store: Store, window: MainWindow,
                                                 monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_wanted: object, **_more: object) -> list[str]:
        raise StoreError("the disk hangs")

    monkeypatch.setattr(store.spool.queues, "ids", fail)
    monkeypatch.setattr(store.spool.queues, "first_ids", fail)
    for path in (OUTBOUND_PATH, INBOUND_PATH):
        click_node(qtbot, window, *path)
        qtbot.waitUntil(lambda: note(window) == "This queue can't be read: the disk hangs")


@pytest.mark.parametrize("path", [BANS_PATH, HISTORY_PATH])
def test_a_list_that_can_not_be_read_does_not_claim_to_be_empty(qtbot: QtBot, full_store: Store, window: MainWindow,
                                                                monkeypatch: pytest.MonkeyPatch, path: tuple[str, ...]) -> None:
    def fail(*_wanted: object) -> list[str]:
        raise StoreError("the disk hangs")

    with monkeypatch.context() as patched:
        patched.setattr(full_store.bans, "list", fail)
        patched.setattr(full_store.history, "list", fail)
        click_node(qtbot, window, *path)
        qtbot.waitUntil(lambda: window.pane.list._empty_text == "the disk hangs")
        assert cells(window) == []
    window._backend.refresh()
    qtbot.waitUntil(lambda: window.pane.list._empty_text != "the disk hangs")


def test_a_search_of_the_trace_that_fails_is_made_once_more_but_not_without_a_pause(
        qtbot: QtBot, store: Store, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    searches = []

    def fail(_reader: TraceReader, wanted: TraceFilter, since: float = 0.0) -> Iterator[TracePart]:
        searches.append((wanted, since))
        raise StoreError("the disk hangs")

    trace, looks = window._backend.trace, []
    trace._live.timeout.connect(lambda: looks.append(1))
    with monkeypatch.context() as patched:
        patched.setattr(TraceReader, "times", fail)
        click_node(qtbot, window, *LOGS_PATH)
        qtbot.waitUntil(lambda: trace.fault == "the disk hangs")
        qtbot.wait(1200)
        trace.refresh()
        qtbot.wait(300)
        assert len(looks) < 5
        assert len(searches) < 5
    qtbot.waitUntil(lambda: trace.refresh() or not trace.fault)


def test_mailboxes_are_counted_one_time_after_the_other(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held, counts = threading.Event(), []

    def slow(_maildir: Path) -> Usage:
        counts.append(1)
        held.wait(10)
        return Usage(1024, 1)

    monkeypatch.setattr(mailbox_usage, "usage_of", slow)
    monkeypatch.setattr(mailbox_usage, "_EVERY_MS", 10)
    background = Background()
    usage = MailboxUsage(tmp_path, background)
    row = MailboxRow("example.com", "john", MailboxKind.USER, True, "example.com/john", ("john@example.com",))
    usage.watch([row])
    qtbot.wait(200)
    assert len(counts) == 1
    held.set()
    qtbot.waitUntil(lambda: len(counts) > 2)
    assert usage.usage == {row.login: Usage(1024, 1)}
    usage.watch(())
    assert background.close(5)


def test_each_window_counts_its_own_mailboxes(qtbot: QtBot, full_store: Store) -> None:
    full_store.directory.add_mailbox("till@shop.example", "secret", "test")
    owner = QObject()
    backend = Backend(full_store, owner)
    windows = Windows(backend, owner)
    first = windows.open_first()
    backend.start()
    first.show()
    qtbot.waitUntil(lambda: first.nodes.index_of((*POST_OFFICES_PATH, "shop.example", "Mailboxes")).isValid())
    click_node(qtbot, first, *POST_OFFICES_PATH, "shop.example", "Mailboxes")
    trigger(first, Command.NEW_WINDOW)
    second = windows.all[-1]
    click_node(qtbot, first, *POST_OFFICES_PATH, "example.com", "Mailboxes")
    for window, number in ((first, 3), (second, 1)):
        qtbot.waitUntil(lambda window=window, number=number: cells(window, _USAGE) == ["0"] * number)
    for _look in range(15):
        qtbot.wait(100)
        assert cells(first, _USAGE) + cells(second, _USAGE) == ["0"] * 4
    backend.close()
    for window in (second, first):
        window.closing.let()
        window.close()
        window.deleteLater()
    owner.deleteLater()
    qtbot.wait(1)
