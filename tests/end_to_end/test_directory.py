"""Redirections, groups and quotas as a running server obeys them, and what the books say of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from harness.server_process import ServerProcess, server_process, wait_until
from harness.sink import Sink
from posthouse_server.mailboxes.reading import list_messages
from posthouse_server.store.directory import Redirection, properties_of


@pytest.fixture
def sink() -> Iterator[Sink]:
    with Sink() as found:
        yield found


@pytest.fixture
def server(tmp_path: Path, sink: Sink) -> Iterator[ServerProcess]:
    """John copies to Mary and to another server, Mary copies back to John, and both are in a group."""
    with server_process(tmp_path) as found:
        directory = found.store.directory
        directory.add_domain("example.com", "test")
        for name in ("john", "mary"):
            directory.add_mailbox(f"{name}@example.com", "secret", "test")
        found.set(sink.settings())
        _change(found, "john", redirection=Redirection.COPY, redirect_to=("mary@example.com", "j@elsewhere.example"))
        _change(found, "mary", redirection=Redirection.COPY, redirect_to=("john@example.com",))
        directory.add_group("staff@example.com", "test",
                            members=["john@example.com", "mary@example.com", "j@elsewhere.example"])
        yield found.start()


def _change(server: ServerProcess, name: str, **changes: Any) -> None:
    login = f"{name}@example.com"
    server.store.directory.set_mailbox(login, replace(properties_of(server.store.directory.mailbox(login)), **changes), "test")


def _subjects(server: ServerProcess, name: str) -> list[str]:
    return sorted(row.subject for row in list_messages(server.folder.mail / "example.com" / name).rows)


def test_each_gets_one_copy_and_the_books_balance(server: ServerProcess, sink: Sink) -> None:
    client = server.connect()
    client.sendmail("a@far.example", ["john@example.com"], b"Subject: one\r\n\r\nx\r\n")
    client.sendmail("a@far.example", ["staff@example.com"], b"Subject: two\r\n\r\nx\r\n")
    client.sendmail("a@far.example", ["staff@example.com", "mary@example.com"], b"Subject: three\r\n\r\nx\r\n")
    ledger = wait_until(lambda: (found := server.store.spool.ledger()).delivered == 9 and found, "all is delivered")
    assert (ledger.accepted, ledger.waiting, ledger.difference) == (9, 0, 0)
    assert _subjects(server, "john") == _subjects(server, "mary") == ["one", "three", "two"]
    assert [item.sender for item in sink.messages] == ["a@far.example"] * 3
    assert [item.recipients for item in sink.messages] == [["j@elsewhere.example"]] * 3


def test_a_full_mailbox_is_refused_until_there_is_room(server: ServerProcess) -> None:
    _change(server, "mary", redirection=Redirection.NONE, quota_kb=1)
    server.wait_for_revision(server.store.settings.newest_number())
    client = server.connect()
    client.sendmail("a@far.example", ["mary@example.com"], b"Subject: one\r\n\r\n" + b"x" * 700 + b"\r\n")
    wait_until(lambda: _subjects(server, "mary") == ["one"], "it is delivered")
    client.docmd("MAIL", "FROM:<a@far.example> SIZE=700")
    code, text = client.docmd("RCPT", "TO:<mary@example.com>")
    assert (code, text.startswith(b"4.2.2 ")) == (452, True)
    client.docmd("RSET")
    for path in (server.folder.mail / "example.com" / "mary" / "new").iterdir():
        path.unlink()
    client.sendmail("a@far.example", ["mary@example.com"], b"Subject: two\r\n\r\nx\r\n")
    wait_until(lambda: _subjects(server, "mary") == ["two"], "there is room again")
