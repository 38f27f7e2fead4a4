"""The messages of a mailbox: listed, taken apart, saved, deleted; whatever strangers have sent."""

from __future__ import annotations

import contextlib
import os
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posthouse_server.mailboxes import content, maildir, reading, texts, usage


@pytest.fixture
def box(tmp_path: Path) -> Path:
    return tmp_path / "example.com" / "john"


def _put(box: Path, name: str, raw: bytes) -> None:
    maildir.deliver(box, name, raw)


def _mixed() -> bytes:
    mail = EmailMessage()
    mail["From"] = "Jörg <j@far.example>"
    mail["Subject"] = "Übersicht"
    mail["Date"] = "Mon, 02 Nov 2026 10:00:00 +0100"
    mail.set_content("Plain ä\n")
    mail.add_alternative("<p>Rich <script>x</script></p>", subtype="html")
    mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="../../etc/pass\u202ewd.pdf")
    inner = EmailMessage()
    inner["Subject"] = "inner"
    inner.set_content("inside")
    mail.add_attachment(inner)
    return mail.as_bytes().replace(b"\n", b"\r\n")


def test_a_mailbox_that_never_received_anything_is_empty(box: Path) -> None:
    assert reading.list_messages(box) == reading.Listing()
    assert usage.usage_of(box) == usage.Usage()


def test_messages_are_listed_the_newest_first(box: Path) -> None:
    _put(box, "1.A.posthouse", _mixed())
    _put(box, "2.B.posthouse", b"From: a@far.example\r\nDate: nonsense\r\nSubject: =?utf-8?q?two=20?=\r\n words\r\n\r\nx\r\n")
    (box / "new" / "2.B.posthouse").rename(box / "cur" / "2.B.posthouse!2,S")
    listing = reading.list_messages(box)
    assert [(row.key, row.sender, row.subject, row.is_unread) for row in listing.rows] == [
        ("2.B.posthouse", "a@far.example", "two words", False), ("1.A.posthouse", "Jörg <j@far.example>", "Übersicht", True)]
    assert listing.rows[1].at.isoformat() == "2026-11-02T09:00:00+00:00"
    assert listing.total == 2
    used = usage.usage_of(box)
    assert (used.messages, used.unread, used.size) == (2, 1, sum(row.size for row in listing.rows))


def test_a_message_is_taken_apart_and_stays_unread(box: Path, tmp_path: Path) -> None:
    _put(box, "1.A.posthouse", _mixed())
    found = content.read_message(box, "1.A.posthouse")
    assert found.text == "Plain ä\n"
    assert "Rich" in found.html
    assert ("Subject", "Übersicht") in found.headers
    assert [(item.name, item.kind) for item in found.attachments] == [
        ("pass wd.pdf", "application/pdf"), ("message-2.eml", "message/rfc822")]
    assert content.save_attachment(box, "1.A.posthouse", 0, tmp_path / "saved.pdf") == 4
    assert (tmp_path / "saved.pdf").read_bytes() == b"%PDF"
    content.save_attachment(box, "1.A.posthouse", 1, tmp_path / "saved.eml")
    assert b"inside" in (tmp_path / "saved.eml").read_bytes()
    assert found.source.startswith("From: ")
    assert reading.list_messages(box).rows[0].is_unread


def test_messages_are_deleted_by_their_keys(box: Path) -> None:
    for name in ("1.A", "2.B", "3.C"):
        _put(box, name, b"Subject: x\r\n\r\n")
    (box / "new" / "2.B").rename(box / "cur" / "2.B;2,RS")
    assert reading.delete_messages(box, ["1.A", "2.B", "9.Z"]) == 2
    assert [row.key for row in reading.list_messages(box).rows] == ["3.C"]
    with pytest.raises(FileNotFoundError, match="not in the mailbox any more"):
        content.read_message(box, "1.A")


def test_the_usage_follows_every_change(box: Path) -> None:
    for number in range(5):
        _put(box, f"{number}.A", bytes(100))
        assert usage.usage_of(box).messages == number + 1
        for folder in ("new", "cur"):
            os.utime(box / folder, (1000 + number, 1000 + number))  # old enough to be remembered
        assert usage.usage_of(box).size == usage.usage_of(box).size == 100 * (number + 1)


@pytest.mark.parametrize(("wanted", "expected"), [
    ("report.pdf", "report.pdf"), ("/etc/passwd", "passwd"), (r"C:\a\b.exe", "b.exe"), ("..", "attachment-1"),
    ("", "attachment-1"), ("a\u202egpj.exe", "agpj.exe"), ("con.txt", "_con.txt"), ('a"<b>|?.txt', "a__b___.txt"),
    ("x" * 300 + ".pdf", "x" * 100 + ".pdf"), ("a\nb\0c.txt", "abc.txt")])
def test_names_of_attachments_are_safe(wanted: str, expected: str) -> None:
    assert texts.safe_name(wanted, 0) == expected


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([
    b"Content-Type: multipart/mixed; boundary=x\r\n", b"Content-Type: text/html; charset=no-such\r\n", b"\r\n", b"--x\r\n",
    b"--x--\r\n", b"Content-Transfer-Encoding: base64\r\n", b"Content-Type: message/rfc822\r\n",
    b"=?utf-8?b?////?=\r\n", b"\xff\xfe\x00",
    b"Content-Disposition: attachment; filename*=utf-8''%ff%fe\r\n", b"Subject: =?x?q?=\r\n",
    b"Date: Mon, 99 Foo 9999 99:99\r\n",
    b"Content-Type: text/plain; name=\"=?bad\r\n", b"From: \xc3\x28\r\n"]), max_size=14))
def test_rubbish_is_listed_and_read_or_refused_in_a_sentence(
        tmp_path_factory: pytest.TempPathFactory, pieces: list[bytes]) -> None:
    box = tmp_path_factory.mktemp("box")
    _put(box, "1.A", b"".join(pieces))
    assert len(reading.list_messages(box).rows) == 1
    with contextlib.suppress(content.UnreadableMessageError):
        for item in content.read_message(box, "1.A").attachments:
            content.save_attachment(box, "1.A", item.number, box / "saved")
    assert isinstance(content.source_of(box, "1.A"), str)
