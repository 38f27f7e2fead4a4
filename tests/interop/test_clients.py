"""swaks, curl, msmtp and smtplib deliver mail here, in every way that they know."""

from __future__ import annotations

import smtplib
from pathlib import Path

import pytest

from harness.server_process import wait_until
from interop.conftest import Post
from interop.programs import LOGIN, PASSWORD, PROGRAMS, Program, Sending, need

FRIEND, STRANGER = "friend@far.example", "stranger@far.example"
_ALL = pytest.mark.parametrize("program", [pytest.param(program, id=name) for name, program in PROGRAMS.items()])
_TLS = pytest.mark.parametrize("tls", ["none", "starttls", "implicit"])
_MANY = 100


def _content(name: str, body: bytes = b"hello\n.dot\n..dots\n") -> bytes:
    return f"From: <{STRANGER}>\nTo: <{FRIEND}>\nSubject: {name}\n\n".encode() + body


def _arrived(messages: list[bytes], name: str) -> bytes | None:
    return next((found for found in messages if f"Subject: {name}\r\n".encode() in found), None)


def _body(found: bytes) -> bytes:
    """Return the body without the line end behind it, of which swaks adds one."""
    return found.partition(b"\r\n\r\n")[2].rstrip(b"\r\n")


def _job(post: Post, folder: Path, content: bytes, *recipients: str, tls: str = "none", mechanism: str = "") -> Sending:
    return Sending(post.port(tls), LOGIN if mechanism else STRANGER, list(recipients), content, folder, tls, mechanism)


@_ALL
@_TLS
def test_mail_for_a_mailbox_arrives(post: Post, tmp_path: Path, program: Program, tls: str) -> None:
    name = f"to john by {program.__name__} over {tls}"
    assert program(_job(post, tmp_path, _content(name), LOGIN, tls=tls)) == ""
    found = wait_until(lambda: _arrived(post.mailbox(), name), f"{name} arrives")
    assert _body(found) == b"hello\r\n.dot\r\n..dots"
    assert (b" with ESMTPS " if tls != "none" else b" with ESMTP ") in found


@_ALL
def test_a_stranger_may_not_relay(post: Post, tmp_path: Path, program: Program) -> None:
    before = len(post.sink.messages)
    said = program(_job(post, tmp_path, _content("relayed"), FRIEND))
    assert "550" in said, said
    assert len(post.sink.messages) == before


@_ALL
@_TLS
@pytest.mark.parametrize("mechanism", ["PLAIN", "LOGIN"])
def test_who_has_logged_in_may(post: Post, tmp_path: Path, program: Program, tls: str, mechanism: str) -> None:
    name = f"relayed by {program.__name__} over {tls} with {mechanism}"
    assert program(_job(post, tmp_path, _content(name), FRIEND, tls=tls, mechanism=mechanism)) == ""
    assert wait_until(lambda: _arrived([one.content for one in post.sink.messages], name), f"{name} arrives")


@_ALL
def test_eight_bit_content_is_kept(post: Post, tmp_path: Path, program: Program) -> None:
    name = f"eight bits by {program.__name__}"
    body = "Grüße aus Köln, Łódź and 東京\n".encode()
    assert program(_job(post, tmp_path, _content(name, body), LOGIN)) == ""
    found = wait_until(lambda: _arrived(post.mailbox(), name), f"{name} arrives")
    assert _body(found) == body.rstrip().replace(b"\n", b"\r\n")


@_ALL
def test_large_content_is_kept(post: Post, tmp_path: Path, program: Program) -> None:
    name = f"large by {program.__name__}"
    body = b"".join(b".%d %s\n" % (number, b"x" * 60) for number in range(50_000))
    assert program(_job(post, tmp_path, _content(name, body), LOGIN, tls="starttls")) == ""
    found = wait_until(lambda: _arrived(post.mailbox(), name), f"{name} arrives")
    assert _body(found) == body.rstrip().replace(b"\n", b"\r\n")


@_ALL
def test_many_recipients_all_get_it(post: Post, tmp_path: Path, program: Program) -> None:
    name = f"many by {program.__name__}"
    recipients = [f"friend{number}@far.example" for number in range(_MANY)]
    assert program(_job(post, tmp_path, _content(name), *recipients, mechanism="PLAIN")) == ""
    wait_until(lambda: {who for one in post.sink.messages if f"Subject: {name}\r\n".encode() in one.content
                        for who in one.recipients} == set(recipients), "all have it")


def test_swaks_pipelines(post: Post, tmp_path: Path) -> None:
    need("swaks")
    name = "pipelined"
    job = _job(post, tmp_path, _content(name), LOGIN, "postmaster@example.com")
    job.extra.append("--pipeline")
    assert PROGRAMS["swaks"](job) == ""
    assert wait_until(lambda: _arrived(post.mailbox(), name), f"{name} arrives")


def test_swaks_is_told_of_a_wrong_password(post: Post, tmp_path: Path) -> None:
    need("swaks")
    job = _job(post, tmp_path, _content("never"), FRIEND)
    job.extra.extend(["--auth", "PLAIN", "--auth-user", LOGIN, "--auth-password", "wrong"])
    assert "535 5.7.8" in PROGRAMS["swaks"](job)


def test_smtplib_asks_for_smtputf8_and_dsn(post: Post) -> None:
    with smtplib.SMTP("127.0.0.1", post.port("none"), timeout=30) as client:
        client.ehlo("client.example")
        offered = {name for name in ("smtputf8", "8bitmime", "size", "pipelining", "dsn", "chunking") if client.has_extn(name)}
        assert offered == {"smtputf8", "8bitmime", "size", "pipelining", "dsn", "chunking"}
        client.login(LOGIN, PASSWORD)
        options = ["SMTPUTF8", "BODY=8BITMIME", "RET=HDRS", "ENVID=mail-1"]
        client.sendmail(LOGIN, ["jörg@far.example"], "Subject: grüße\r\n\r\nfor jörg\r\n".encode(), options,
                        ["NOTIFY=SUCCESS,FAILURE", "ORCPT=utf-8;j@far.example"])
    found = wait_until(
        lambda: next((one for one in post.sink.messages if b"for j\xc3\xb6rg" in one.content), None), "it arrives")
    assert found.recipients == ["jörg@far.example"]
    assert "SMTPUTF8" in found.parameters
    assert b"Subject: gr\xc3\xbc\xc3\x9fe\r\n" in found.content
    # The sink offers no DSN, so the relay itself reports success to the sender (RFC 3461 section 5.2.2).
    report = wait_until(lambda: next((one for one in post.mailbox() if b"Action: relayed" in one), None), "the report is here")
    assert b"Original-Envelope-Id: mail-1" in report
