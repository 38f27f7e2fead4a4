"""Notifications are well-formed reports (RFC 3464) whatever senders, subjects and remote servers say."""

from __future__ import annotations

import email
from dataclasses import replace
from email import policy
from email.message import EmailMessage, Message
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from harness.outgoing import BODY, JOHN, in_force, message
from posthouse_server.delivery.bounce import Action, Original, Told, make_notification
from posthouse_server.delivery.words import words
from posthouse_server.policy.directory import MemoryDirectory
from posthouse_server.store.clock import now
from posthouse_server.store.messages import NewMessage, Route

FAILED = (Told("b@far.example", "550 5.1.1 No such user here", "mx.far.example:25"),
          Told("c@far.example", "554 no status in it", ""))


def _make(sender: str = "a@far.example", subject: str = "hello", failed: tuple[Told, ...] = FAILED, body: bytes = BODY, *,
          is_final: bool = True) -> NewMessage:
    return make_notification(message("b@far.example", sender=sender, subject=subject), Original(body), failed, in_force(),
                             now(), Action.FAILED if is_final else Action.DELAYED)


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
    (to,) = make_notification(message("b@far.example", sender="gone@example.com"), Original(BODY), FAILED, current, now(),
                              Action.FAILED).recipients
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


def _whole(body: bytes) -> NewMessage:
    return make_notification(message("b@far.example", sender="a@far.example"), Original(body, is_whole=True), FAILED,
                             in_force(), now(), Action.FAILED)


@pytest.mark.parametrize("body", [BODY, b"Subject: x\r\n\r\nGr\xc3\xbc\xc3\x9fe\r\n.\r\nFrom x\r\n", b"no header", b""])
def test_the_whole_message_comes_back_byte_for_byte(body: bytes) -> None:
    made = _whole(body)
    assert made.body is not None
    assert body in made.body
    assert made.eight_bit == (not body.isascii())
    parsed = email.message_from_bytes(made.body)
    part: Any = parsed.get_payload(2)
    assert part.get_content_type() == "message/rfc822"
    assert (part["Content-Transfer-Encoding"] == "8bit") == made.eight_bit
    assert part.get_payload(0).get_payload() is not None
    assert parsed.get_payload(0).get_content_type() == "text/plain"
    assert len(parsed.get_payload()) == 3


def test_the_names_that_the_sender_gave_come_back() -> None:
    what = message("b@far.example", sender="a@far.example", envelope_id="QQ+2B1")
    told = (Told("b@far.example", "250 2.0.0 fine", "mx:25", "rfc822;Bob+40x@far.example"),)
    for action, status in ((Action.RELAYED, "2.0.0"), (Action.DELIVERED, "2.0.0"), (Action.FAILED, "2.0.0")):
        made = make_notification(what, Original(BODY), told, in_force(), now(), action)
        _, (about, group), _ = _parts(made)
        assert about["Original-Envelope-Id"] == "QQ+1"
        assert [group[name] for name in ("Original-Recipient", "Final-Recipient", "Action", "Status")] == [
            "rfc822; Bob@x@far.example", "rfc822; b@far.example", action.value, status]
        assert (group["Diagnostic-Code"] is None) == (action is not Action.FAILED)
        assert _parse(made)["Subject"].endswith(": hello")


_TEXT = st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp", "Cf", "Co", "Cn")), max_size=200)


@settings(max_examples=60, deadline=None)
@given(sender=st.sampled_from(["a@far.example", '"a b"@far.example', '"@,;<>"@far.example', "jörg@far.example",
                               "ä@bücher.example", "x" * 64 + "@" + "y" * 60 + ".example", "a=?b?=c@far.example",
                               "a@[192.0.2.1]", '"a b"@[IPv6:2001:db8::1]']),
       subject=_TEXT.map(lambda text: " ".join(text.split())[:200]),
       reply=st.text(max_size=1500), is_final=st.booleans())
@example(sender="a@far.example", reply="", is_final=True,
         subject='0c;C">]C1@>b= "=)-b 1 日)Cö(>0äB0 0A@:ä]<)" 2A0 bB日:\\-äü @cA.(=::(><[:)>ä \\==@3 "0 . [ä')
def test_no_sender_subject_or_reply_breaks_it(sender: str, subject: str, reply: str, is_final: bool) -> None:
    failed = (Told("b@far.example", words(550, reply), "mx:25"),)
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


def test_a_report_follows_the_redirection_of_its_reader() -> None:
    john = replace(JOHN, keeps=False, forwards_to=("j@elsewhere.example",))
    current = in_force(directory=MemoryDirectory(frozenset({"example.com"}), {"john@example.com": john}))
    made = make_notification(message("x@far.example", sender="john@example.com"), Original(b""),
                             [Told("x@far.example", "550 no", "")], current, now(), Action.FAILED)
    assert [(item.address, item.route, item.maildir) for item in made.recipients] == [
        ("j@elsewhere.example", Route.RELAY, None)]
