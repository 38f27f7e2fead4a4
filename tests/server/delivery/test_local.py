"""Delivery into mailboxes."""

import asyncio
import errno
from pathlib import Path

import pytest

from harness.outgoing import BODY, message, recipient
from posthouse_server.delivery.delivery import Delivered, PermanentFailure, TransientFailure
from posthouse_server.delivery.local import LocalDelivery
from posthouse_server.mailboxes import maildir
from posthouse_server.store.messages import Route


def test_each_recipient_gets_a_copy_and_an_outcome_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recipients = [recipient("john@example.com", 1, route=Route.LOCAL, maildir="example.com/john"),
                  recipient("nobody@example.com", 2, route=Route.LOCAL),
                  recipient("full@example.com", 3, route=Route.LOCAL, maildir="example.com/full")]
    original = maildir.deliver

    def deliver(folder: Path, name: str, *parts: bytes) -> None:
        if folder.name == "full":
            raise OSError(errno.ENOSPC, "No space left on device")
        original(folder, name, *parts)

    monkeypatch.setattr(maildir, "deliver", deliver)
    what = message("john@example.com", sender="ä@far.example")
    outcomes = asyncio.run(LocalDelivery(tmp_path).deliver(what, recipients, BODY))
    assert outcomes[1] == Delivered("250 2.1.5 Delivered to the mailbox", "example.com/john")
    assert isinstance(outcomes[2], PermanentFailure)
    assert outcomes[2].reply == "550 5.1.1 nobody@example.com: no mailbox receives this address"
    assert isinstance(outcomes[3], TransientFailure)
    assert outcomes[3].reply == "452 4.3.1 The mailbox could not be written: No space left on device"
    (found,) = (tmp_path / "example.com" / "john" / "new").iterdir()
    assert found.read_bytes() == "Return-Path: <ä@far.example>\r\nDelivered-To: john@example.com\r\n".encode() + BODY


def test_a_repeated_delivery_makes_no_second_copy(tmp_path: Path) -> None:
    to = [recipient("john@example.com", 1, route=Route.LOCAL, maildir="example.com/john"),
          recipient("jj@example.com", 2, route=Route.LOCAL, maildir="example.com/john")]
    what = message("john@example.com")
    for _ in range(3):
        outcomes = asyncio.run(LocalDelivery(tmp_path).deliver(what, to, BODY))
        assert all(isinstance(outcome, Delivered) for outcome in outcomes.values())
    assert len(list((tmp_path / "example.com" / "john" / "new").iterdir())) == 2
