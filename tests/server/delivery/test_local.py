"""Delivery into mailboxes."""

import asyncio
import errno
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from harness.outgoing import BODY, deliver, message, recipient
from posthouse_server.delivery.content import Content
from posthouse_server.delivery.delivery import Delivered, PermanentFailure, TransientFailure
from posthouse_server.delivery.local import LocalDelivery
from posthouse_server.mailboxes import maildir
from posthouse_server.store.messages import Route


def test_each_recipient_gets_a_copy_and_an_outcome_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recipients = [recipient("john@example.com", 1, route=Route.LOCAL, maildir="example.com/john"),
                  recipient("nobody@example.com", 2, route=Route.LOCAL),
                  recipient("full@example.com", 3, route=Route.LOCAL, maildir="example.com/full")]
    original = maildir.deliver

    def deliver_unless_full(folder: Path, name: str, *parts: Any) -> None:
        if folder.name == "full":
            raise OSError(errno.ENOSPC, "No space left on device")
        original(folder, name, *parts)

    monkeypatch.setattr(maildir, "deliver", deliver_unless_full)
    what = message("john@example.com", sender="ä@far.example")
    outcomes = asyncio.run(deliver(LocalDelivery(tmp_path), replace(what, recipients=tuple(recipients))))
    assert outcomes[1] == Delivered("250 2.1.5 Delivered to the mailbox", "example.com/john")
    assert isinstance(outcomes[2], PermanentFailure)
    assert outcomes[2].reply == "550 5.1.1 nobody@example.com: no mailbox receives this address"
    assert isinstance(outcomes[3], TransientFailure)
    assert outcomes[3].reply == "452 4.3.1 The mailbox could not be written: No space left on device"
    (found,) = (tmp_path / "example.com" / "john" / "new").iterdir()
    assert found.read_bytes() == "Return-Path: <ä@far.example>\r\nDelivered-To: john@example.com\r\n".encode() + BODY


def test_a_large_message_is_copied_from_its_file(tmp_path: Path) -> None:
    body = b"Subject: large\r\n\r\n" + b"x" * 70 + b"\r\n" * 500_000
    path = tmp_path / "large.eml"
    path.write_bytes(body)
    to = (recipient("john@example.com", 1, route=Route.LOCAL, maildir="example.com/john"),
          recipient("jj@example.com", 2, route=Route.LOCAL, maildir="example.com/jj"))
    what = replace(message("john@example.com"), recipients=to)
    outcomes = asyncio.run(deliver(LocalDelivery(tmp_path), what, Content(None, path, len(body))))
    assert all(isinstance(outcome, Delivered) for outcome in outcomes.values())
    for name in ("john", "jj"):
        (found,) = (tmp_path / "example.com" / name / "new").iterdir()
        assert found.read_bytes().partition(b"\r\nSubject")[2] == body.partition(b"Subject")[2]
    path.unlink()
    gone = asyncio.run(deliver(LocalDelivery(tmp_path), replace(what, id="BBBB-CCCC"), Content(None, path, 5)))
    assert gone[1].reply == "451 4.3.0 The message could not be read from the spool: No such file or directory"
    assert list((tmp_path / "example.com" / "john" / "tmp").iterdir()) == []


def test_a_repeated_delivery_makes_no_second_copy(tmp_path: Path) -> None:
    to = [recipient("john@example.com", 1, route=Route.LOCAL, maildir="example.com/john"),
          recipient("jj@example.com", 2, route=Route.LOCAL, maildir="example.com/john")]
    what = message("john@example.com")
    for _ in range(3):
        outcomes = asyncio.run(deliver(LocalDelivery(tmp_path), replace(what, recipients=tuple(to))))
        assert all(isinstance(outcome, Delivered) for outcome in outcomes.values())
    assert len(list((tmp_path / "example.com" / "john" / "new").iterdir())) == 2


@pytest.mark.parametrize("place", ["../elsewhere", "/tmp/elsewhere", "a/../../elsewhere", "C:\\elsewhere", "a\x00b"])
def test_nothing_is_written_outside_the_mail_folder(tmp_path: Path, place: str) -> None:
    mail = tmp_path / "mail"
    mail.mkdir()
    to = (recipient("john@example.com", 1, route=Route.LOCAL, maildir=place),)
    outcomes = asyncio.run(deliver(LocalDelivery(mail), replace(message("john@example.com"), recipients=to)))
    assert isinstance(outcomes[1], PermanentFailure)
    assert outcomes[1].reply == "550 5.3.0 john@example.com: the mailbox can't be used"
    assert list(tmp_path.rglob("*")) == [mail]
