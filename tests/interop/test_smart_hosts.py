"""smtp-sink and Postfix as smart hosts: well-behaved, lacking, and bad on purpose; each leads to the right state."""

from __future__ import annotations

import smtplib
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.postfix import Postfix, postfix, what_is_missing
from harness.server_process import wait_until
from interop.conftest import Post
from interop.programs import LOGIN, PASSWORD, need
from interop.sinks import smtp_sink
from posthouse_server.store.messages import RecipientState
from posthouse_server.store.traffic import AttemptRow

FRIEND = "friend@far.example"
SOFT, HARD = "450 4.3.0 Error: command failed", "500 5.3.0 Error: command failed"
_PLAIN = b"Subject: hello\r\n\r\n.dot\r\nbody\r\n"
_EIGHT_BIT = "Subject: hello\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nGrüße\r\n".encode()


def _send(post: Post, content: bytes = _PLAIN, *recipients: str, options: tuple[str, ...] = ()) -> str:
    """Send one message and return its id."""
    with smtplib.SMTP("127.0.0.1", post.port("none"), timeout=30) as client:
        client.ehlo("client.example")
        client.login(LOGIN, PASSWORD)
        client.command_encoding = "utf-8"  # as sendmail() does when it is asked for SMTPUTF8
        client.mail(LOGIN, list(options))
        for recipient in recipients or (FRIEND,):
            assert client.rcpt(recipient)[0] == 250
        code, reply = client.data(content)
    assert code == 250, reply
    return reply.decode().rpartition("[")[2].rstrip("]")


def _attempt(post: Post, message_id: str, number: int = 1) -> list[AttemptRow]:
    """Wait until so many attempts are in the trace."""
    return wait_until(lambda: (found := post.server.store.traffic.attempts_of(message_id)) and len(found) >= number and found,
                      "the attempt is in the trace", 40)


def _use(post: Post, port: int) -> None:
    """Forget what waits, and make this the smart host."""
    post.server.store.spool.remove(None)
    post.server.set_live({"smtp.smart_host.port": port, "smtp.smart_host.tls": "none", "smtp.outbound.timeout_s": 5})


@pytest.mark.parametrize("options", [
    [], ["-p"], ["-8"], ["-e"], ["-P"], ["-E"], ["-N"], ["-a"], ["-h", "sink.example"], ["-f", "EHLO"], ["-f", "QUIT"],
    ["-q", "QUIT"], ["-r", "QUIT"], ["-f", "RSET"], ["-f", "NOOP"]], ids=" ".join)
def test_delivered(post: Post, tmp_path: Path, options: list[str]) -> None:
    need("smtp-sink")
    with smtp_sink(tmp_path / "sink", options) as sink:
        _use(post, sink.port)
        ids = [_send(post), _send(post)]
        for message_id in ids:
            (attempt,) = _attempt(post, message_id)
            assert (attempt.outcome, attempt.reply) == ("delivered", "250 2.0.0 Ok")
            assert post.server.store.spool.find(message_id) is None
        messages = wait_until(lambda: len(found := sink.messages()) == len(ids) and found, "both are there")
        assert all(b".dot" in content for content in messages)
        assert all(b"\n..dot" not in content for content in messages)


@pytest.mark.parametrize(("options", "words"), [
    (["-f", "CONNECT"], HARD), (["-f", "EHLO,HELO"], HARD),  # about itself, never about the message
    (["-r", "CONNECT"], SOFT), (["-r", "EHLO,HELO"], SOFT), (["-r", "MAIL"], SOFT), (["-r", "RCPT"], SOFT),
    (["-r", "DATA"], SOFT), (["-r", "."], SOFT), (["-b", "452 4.2.2 Full", "-r", "RCPT"], "452 4.2.2 Full"),
    (["-q", "CONNECT"], ""), (["-q", "EHLO"], ""), (["-q", "MAIL"], ""), (["-q", "RCPT"], ""),
    (["-q", "DATA"], ""), (["-q", "."], ""),
    (["-Q", "CONNECT"], "421 "), (["-Q", "EHLO"], "421 "), (["-Q", "MAIL"], "421 "), (["-Q", "RCPT"], "421 "),
    (["-Q", "DATA"], "421 "), (["-Q", "."], "421 ")], ids=lambda value: " ".join(value) if isinstance(value, list) else "")
def test_waiting_with_the_words_of_the_remote(post: Post, tmp_path: Path, options: list[str], words: str) -> None:
    need("smtp-sink")
    with smtp_sink(tmp_path / "sink", options) as sink:
        _use(post, sink.port)
        message_id = _send(post)
        attempt = _attempt(post, message_id)[0]  # a second one may follow: a new smart host makes all that waits due
        assert attempt.outcome == "deferred"
        assert attempt.reply.startswith(words or "451 4.4."), attempt.reply
        found = post.server.store.spool.find(message_id)
        assert found is not None
        (recipient,) = found.recipients
        assert (recipient.state, recipient.last_reply) == (RecipientState.WAITING, attempt.reply)
        assert recipient.attempts in (1, 2)
        assert not sink.messages() or options[1] == "."


@pytest.mark.parametrize(("options", "words"), [
    (["-f", "MAIL"], HARD), (["-f", "RCPT"], HARD), (["-f", "DATA"], HARD), (["-f", "."], HARD),
    (["-B", "554 5.7.1 No thanks, never", "-f", "RCPT"], "554 5.7.1 No thanks, never"),
    (["-B", "550 5.7.26 Not signed", "-f", "."], "550 5.7.26 Not signed")],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "")
def test_bounced_with_the_words_of_the_remote(post: Post, tmp_path: Path, options: list[str], words: str) -> None:
    need("smtp-sink")
    with smtp_sink(tmp_path / "sink", options) as sink:
        _use(post, sink.port)
        message_id = _send(post)
        (attempt,) = _attempt(post, message_id)
        assert (attempt.outcome, attempt.reply) == ("bounced", words)
        assert post.server.store.spool.find(message_id) is None
        bounce = wait_until(
            lambda: next((one for one in post.mailbox() if f"Id: {message_id}".encode() in one), None), "the bounce")
        assert bounce.startswith(b"Return-Path: <>\r\n")
        assert f"Diagnostic-Code: smtp; {words}".encode() in bounce
        assert b"Action: failed" in bounce


def test_eight_bit_content_meets_a_server_without_8bitmime(post: Post, tmp_path: Path) -> None:
    """RFC 6152 section 3: converted, or returned with the reason; never sent as it is."""
    need("smtp-sink")
    with smtp_sink(tmp_path / "sink", ["-8"]) as sink:
        _use(post, sink.port)
        message_id = _send(post, _EIGHT_BIT, options=("BODY=8BITMIME",))
        (attempt,) = _attempt(post, message_id)
        if attempt.outcome == "bounced":
            assert "8BITMIME" in attempt.reply
            return
        assert attempt.outcome == "delivered"
        (content,) = wait_until(sink.messages, "it is there")
        assert content.isascii(), "8-bit content was sent to a server that does not take it"
        assert b"Gr=C3=BC=C3=9Fe" in content


def test_smtputf8_meets_a_server_without_it(post: Post, tmp_path: Path) -> None:
    need("smtp-sink")
    with smtp_sink(tmp_path / "sink", []) as sink:
        _use(post, sink.port)
        message_id = _send(post, _EIGHT_BIT, "jörg@far.example", options=("SMTPUTF8", "BODY=8BITMIME"))
        (attempt,) = _attempt(post, message_id)
        assert attempt.outcome == "bounced"
        assert "SMTPUTF8" in attempt.reply
        assert not sink.messages()


@pytest.fixture(scope="module")
def rival() -> Iterator[Postfix]:
    if missing := what_is_missing():
        pytest.skip(f"NOT RUN: {missing}")
    parameters = {"mydestination": "far.example", "local_transport": "discard:", "soft_bounce": "no",
                  "smtpd_recipient_restrictions": "check_recipient_access inline:{"
                                                  "{nobody@far.example = 550 5.1.1 No such user}, "
                                                  "{later@far.example = 450 4.2.1 Greylisted}}",
                  "message_size_limit": "1000000"}
    with postfix(parameters) as running:
        yield running


def test_postfix_takes_refuses_and_puts_off_each_recipient_for_itself(post: Post, rival: Postfix) -> None:
    _use(post, rival.port)
    message_id = _send(post, _PLAIN, FRIEND, "nobody@far.example", "later@far.example", "other@far.example")
    outcomes = {row.recipient: row for row in _attempt(post, message_id, 4)}
    assert {who: row.outcome for who, row in outcomes.items()} == {
        FRIEND: "delivered", "other@far.example": "delivered", "nobody@far.example": "bounced", "later@far.example": "deferred"}
    assert "queued as" in outcomes[FRIEND].reply
    assert outcomes["nobody@far.example"].reply.startswith("550 5.1.1 ")
    assert "No such user" in outcomes["nobody@far.example"].reply
    assert outcomes["later@far.example"].reply.startswith("450 4.2.1 ")
    assert rival.log.count("status=sent") >= 1 or wait_until(lambda: "status=sent" in rival.log, "Postfix has delivered it")


def test_postfix_takes_many_messages_over_few_connections(post: Post, rival: Postfix) -> None:
    _use(post, rival.port)
    before = rival.log.count(" connect from ")
    ids = [_send(post) for _ in range(30)]
    for message_id in ids:
        (attempt,) = _attempt(post, message_id)
        assert attempt.outcome == "delivered"
    assert rival.log.count(" connect from ") - before < len(ids)


def test_postfix_refuses_what_is_too_large(post: Post, rival: Postfix) -> None:
    _use(post, rival.port)
    message_id = _send(post, b"Subject: large\r\n\r\n" + (b"x" * 70 + b"\r\n") * 20_000)
    (attempt,) = _attempt(post, message_id)
    assert attempt.outcome == "bounced"
    assert attempt.reply.startswith("552 5.3.4 "), attempt.reply
