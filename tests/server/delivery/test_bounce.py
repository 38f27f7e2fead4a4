"""Notifications are well-formed reports (RFC 3464) whatever senders, subjects and remote servers say."""

from __future__ import annotations

import email
from email import policy
from email.message import EmailMessage, Message
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.outgoing import BODY, JOHN, in_force, message
from posthouse_server.delivery.bounce import Failed, make_notification
from posthouse_server.delivery.delivery import words
from posthouse_server.policy.directory import MemoryDirectory
from posthouse_server.store.clock import now
from posthouse_server.store.messages import NewMessage, Route

FAILED = (Failed("b@far.example", "550 5.1.1 No such user here", "mx.far.example:25"),
          Failed("c@far.example", "554 no status in it", ""))


def _make(sender: str = "a@far.example", subject: str = "hello", failed: tuple[Failed, ...] = FAILED, body: bytes = BODY, *,
          is_final: bool = True) -> NewMessage:
    return make_notification(message("b@far.example", sender=sender, subject=subject), body, failed, in_force(), now(),
                             is_final=is_final)


def _parse(made: NewMessage) -> EmailMessage:
    assert made.body is not None
    parsed = email.message_from_bytes(made.body, policy=policy.SMTPUTF8)
    assert isinstance(parsed, EmailMessage)
    for part in parsed.walk():
        assert part.defects == []
    return parsed


def _parts(made: NewMessage) -> tuple[str, list[Message[str, str]], str]:
    parts: Any = _parse(made).get_payload()
    text, status, header = parts
    return text.get_content(), status.get_payload(), header.get_payload(decode=True).decode()


def test_a_bounce_says_everything_in_words_and_in_fields() -> None:
    made = _make()
    parsed = _parse(made)
    assert (parsed.get_content_type(), parsed.get_param("report-type")) == ("multipart/report", "delivery-status")
    assert parsed["To"] == "a@far.example"
    assert parsed["From"] == "Mail Delivery System <postmaster@example.com>"
    assert parsed["Subject"] == "Undeliverable: hello"
    assert parsed["Auto-Submitted"] == "auto-replied"
    assert parsed["Message-ID"].startswith(f"<{made.id}.")
    text, (about, first, second), header = _parts(made)
    assert "550 5.1.1 No such user here" in text
    assert "will not be tried again" in text
    assert about["Reporting-MTA"] == "dns; relay.example"
    assert [first[name] for name in ("Final-Recipient", "Action", "Status", "Remote-MTA", "Diagnostic-Code")] == [
        "rfc822; b@far.example", "failed", "5.1.1", "dns; mx.far.example", "smtp; 550 5.1.1 No such user here"]
    assert [second[name] for name in ("Final-Recipient", "Status", "Remote-MTA")] == ["rfc822; c@far.example", "5.0.0", None]
    assert header.splitlines() == ["Subject: hello", "Message-ID: <1@far.example>"]
    assert b"end" not in header.encode(), "the content stays here"


def test_its_envelope_is_a_new_message_from_nobody() -> None:
    made = _make()
    assert (made.sender, made.login, made.client, made.size) == ("", None, "", len(made.body or b""))
    (to,) = made.recipients
    assert (to.address, to.route, to.maildir) == ("a@far.example", Route.RELAY, None)
    (to,) = _make("John@Example.com").recipients
    assert (to.route, to.maildir) == (Route.LOCAL, "example.com/john")
    (to,) = _make("gone@example.com").recipients
    assert (to.route, to.maildir) == (Route.LOCAL, None)
    current = in_force(directory=MemoryDirectory(frozenset({"example.com"}), {}, {"example.com": JOHN}))
    (to,) = make_notification(message("b@far.example", sender="gone@example.com"), BODY, FAILED, current, now(),
                              is_final=True).recipients
    assert to.maildir == "example.com/john", "the catch-all takes it"


def test_a_delay_notice_says_that_nothing_need_be_done() -> None:
    text, (_, first, _second), _ = _parts(_make(is_final=False))
    assert "you need not send it anew" in " ".join(text.split())
    assert first["Action"] == "delayed"
    assert _parse(_make(is_final=False))["Subject"] == "Delayed: hello"


@pytest.mark.parametrize("body", [b"", b"\r\n", BODY, b"X: y\r\n" * 30_000, b"Subject: \xff\r\n\r\nx", b"X: " + b"y" * 5000])
def test_any_original_header_fits(body: bytes) -> None:
    made = _make(body=body)
    _, _, header = _parts(made)
    kept = body[:64 * 1024].partition(b"\r\n\r\n")[0].decode("utf-8", "replace")
    assert header.split() == kept.split()
    assert made.body is not None
    assert max(len(line) for line in made.body.split(b"\r\n")) <= 998


_TEXT = st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp", "Cf", "Co", "Cn")), max_size=200)


@settings(max_examples=60, deadline=None)
@given(sender=st.sampled_from(["a@far.example", '"a b"@far.example', '"@,;<>"@far.example', "jörg@far.example",
                               "ä@bücher.example", "x" * 64 + "@" + "y" * 60 + ".example", "a=?b?=c@far.example"]),
       subject=_TEXT.map(lambda text: " ".join(text.split())[:200]),
       reply=st.text(max_size=1500), is_final=st.booleans())
def test_no_sender_subject_or_reply_breaks_it(sender: str, subject: str, reply: str, is_final: bool) -> None:
    failed = (Failed("b@far.example", words(550, reply), "mx:25"),)
    made = _make(sender, subject, failed, is_final=is_final)
    parsed = _parse(made)
    assert made.recipients[0].address == sender
    assert made.utf8 == (not sender.isascii())
    if made.eight_bit:
        assert made.utf8, "only what needs SMTPUTF8 has raw bytes"
    assert parsed["Subject"].split() == f"{'Undeliverable' if is_final else 'Delayed'}: {subject or 'your message'}".split()
    text, (_, group), _ = _parts(made)
    assert " ".join(words(550, reply).split()) in " ".join(text.split())
    assert group["Diagnostic-Code"] is not None
    made.subject.encode()
