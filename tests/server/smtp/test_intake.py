"""Contents on their way in: headers checked and completed, faults answered at the end, and nothing left behind."""

import asyncio
import errno
import socket
import struct
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.relay import Client, Relay, eventually
from posthouse_server.smtp import replies
from posthouse_server.smtp.intake import MAX_RECEIVED_LINES, Intake, Origin
from posthouse_server.store import StorageFullError, Store, StoreError
from posthouse_server.store.bodies import MEMORY_LIMIT_BYTES, IncomingBody
from posthouse_server.store.clock import now
from posthouse_server.store.room import DiskRoom

Run = Callable[[Coroutine[Any, Any, None]], None]

PRIVILEGED = {"smtp.relay.allow_privileged_ip_ranges": True, "smtp.relay.privileged_ip_ranges": [{"range": "127.0.0.1"}]}
LARGE = b"Subject: large\r\n\r\n" + b"x" * 70 + b"\r\n" + (b"y" * 78 + b"\r\n") * (MEMORY_LIMIT_BYTES // 80 + 100)


def _intake(tmp_path: Path, *, is_submission: bool = False, helo: str = "client.example", limit: int | None = None) -> Intake:
    origin = Origin("AAAA-BBBB", "192.0.2.1", helo, "relay.example", "ESMTP", now(), is_submission, "x@far.example")
    return Intake(origin, IncomingBody(tmp_path, "AAAA-BBBB"), limit, DiskRoom(tmp_path))


def _body(intake: Intake) -> bytes:
    content, _ = intake.body.seal()
    assert content is not None
    return content


def _fed(tmp_path: Path, content: bytes, **options: Any) -> Intake:
    intake = _intake(tmp_path, **options)
    intake.feed(content)
    intake.finish()
    return intake


@pytest.mark.parametrize(("subject", "shown"), [
    (b"plain", "plain"), (b"folded\r\n over\r\n\tlines", "folded over lines"), (b"=?utf-8?b?R3LDvMOfZQ==?=", "Grüße"),
    (b"=?utf-8?q?Gr=C3=BC=C3=9Fe?= und\r\n =?iso-8859-1?q?Gr=FC=DFe?=", "Grüße und Grüße"), ("Grüße".encode(), "Grüße"),
    (b"\xff\xfe raw", "\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER} raw"), (b"", ""), (b"x" * 500, "x" * 200),
    (b"=?utf-8?b?a?= broken base64", "=?utf-8?b?a?= broken base64"), (b"=?nothing?q?x?=", "=?nothing?q?x?="),
    (b"=?unicode_escape?q?=5Cud800?=", ""), (b"=?utf-8?q?a=00b=0D=0Ac?=", "a b  c"), (b"=?utf-7?q?+2AA-?=", ""),
    (b"=?rot13?q?x?=", "=?rot13?q?x?=")])
def test_the_subject_for_lists_is_always_one_printable_line(tmp_path: Path, subject: bytes, shown: str) -> None:
    intake = _fed(tmp_path, b"From: x\r\nSubject: " + subject + b"\r\n\r\nSubject: of the body\r\n")
    assert intake.fault == ""
    assert intake.subject == shown
    assert b"Subject: " + subject in _body(intake), "the message itself is not touched"


@settings(max_examples=200, deadline=None)
@given(subject=st.one_of(st.binary(max_size=80), st.text("=?utf-8BQbq_+/aA0 ?=\\u", max_size=60).map(str.encode)))
def test_no_subject_is_a_fault(tmp_path_factory: pytest.TempPathFactory, subject: bytes) -> None:
    clean = subject.replace(b"\r", b"").replace(b"\n", b"")
    intake = _fed(tmp_path_factory.getbasetemp(), b"Subject: " + clean + b"\r\n\r\nx\r\n")
    assert intake.fault == ""
    intake.subject.encode()
    assert intake.subject == "" or intake.subject.isprintable()


@pytest.mark.parametrize("step", [1, 2, 3, 7, 1000])
def test_the_end_of_the_header_is_found_in_any_split(tmp_path: Path, step: int) -> None:
    content = b"Subject: x\r\nDate: y\r\n\r\nMessage-ID: only in the body\r\n\r\n"
    intake = _intake(tmp_path, is_submission=True)
    for start in range(0, len(content), step):
        intake.feed(content[start:start + step])
    intake.finish()
    body = _body(intake)
    assert body.endswith(content)
    assert body.count(b"Message-ID: <AAAA-BBBB.") == 1
    assert body.count(b"Date: ") == 1


@pytest.mark.parametrize("content", [b"", b"\r\n", b"\r\nbody\r\n", b"Subject: header only\r\n", b"no header at all\r\n",
                                     b"Subject: x\r\nno blank line\r\n", b"\r\n\r\n", b"Subject: x\r\n\r\n"])
def test_unusual_messages_get_their_trace_and_nothing_else(tmp_path: Path, content: bytes) -> None:
    body = _body(_fed(tmp_path, content))
    trace, _, rest = body.partition(b";\r\n\t")
    assert trace == (b"Received: from client.example ([192.0.2.1])\r\n\tby relay.example (Posthouse) with ESMTP id AAAA-BBBB"
                     b"\r\n\tfor <x@far.example>")
    assert rest.partition(b"\r\n")[2] == content


def test_a_helo_can_not_forge_the_trace(tmp_path: Path) -> None:
    body = _body(_fed(tmp_path, b"\r\n", helo='x ([10.0.0.1]) by "evil" <a>;\r\nX-Forged: 1\udcff'))
    first = body.split(b"\r\n")[0]
    assert first == b"Received: from x??[10.0.0.1]??by??evil???a????X-Forged:?1? ([192.0.2.1])"


def test_too_many_hops_are_a_loop(tmp_path: Path) -> None:
    hop = b"Received: from a by b;\r\n\tsome day\r\n"
    assert _fed(tmp_path, hop * MAX_RECEIVED_LINES + b"\r\nx\r\n").fault == ""
    assert _fed(tmp_path, b"received : x\r\n" + hop * MAX_RECEIVED_LINES + b"\r\nx\r\n").fault == replies.MAIL_LOOP
    assert _fed(tmp_path, b"\r\n" + hop * 100).fault == "", "those in the body do not count"


def test_limits_are_answered_at_the_end_and_leave_no_file(tmp_path: Path) -> None:
    assert _fed(tmp_path, b"x" * 101, limit=100).fault == replies.MESSAGE_TOO_LARGE
    assert _fed(tmp_path, b"x" * 100, limit=100).fault == ""
    assert _fed(tmp_path, b"X: y\r\n" * 60_000).fault == replies.HEADER_TOO_LARGE
    intake = _intake(tmp_path, limit=len(LARGE) + 10)
    intake.feed(LARGE)
    assert list(tmp_path.iterdir()) != []
    intake.feed(b"x" * 100)
    intake.feed(b"x" * 100)
    assert intake.fault == replies.MESSAGE_TOO_LARGE
    assert list(tmp_path.iterdir()) == []


def test_a_fault_of_ours_while_content_arrives_is_answered_at_the_end(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest of the content must not be taken for commands."""
    def broken(_header: bytes) -> str:
        raise RuntimeError("the secret detail")

    monkeypatch.setattr("posthouse_server.smtp.intake._subject", broken)

    async def run() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            for content in (b"Subject: x\r\n\r\nRSET\r\nMAIL FROM:<evil@far.example>\r\n", b"Subject: header only\r\n"):
                assert (await client.message(content)).startswith(replies.LOCAL_ERROR)
                assert (await client.say("NOOP")).startswith("250 ")
            assert relay.bodies() == []

    asyncio.run(run())


def _fail_writing(error: OSError, monkeypatch: pytest.MonkeyPatch) -> None:
    original = IncomingBody.write

    def write(self: IncomingBody, chunk: bytes) -> None:
        original(self, chunk)
        if self.is_file:
            raise error

    monkeypatch.setattr(IncomingBody, "write", write)


def _fail_sealing(error: OSError, monkeypatch: pytest.MonkeyPatch) -> None:
    def seal(_self: IncomingBody) -> None:
        raise error

    monkeypatch.setattr(IncomingBody, "seal", seal)


@pytest.mark.parametrize("fail", [_fail_writing, _fail_sealing])
@pytest.mark.parametrize(("number", "reply"), [(errno.ENOSPC, "452 4.3.1 "), (errno.EIO, "451 4.3.0 ")])
def test_a_full_or_broken_disk(store: Store, monkeypatch: pytest.MonkeyPatch, fail: Any, number: int, reply: str) -> None:
    fail(OSError(number, "the secret detail"), monkeypatch)

    async def run() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            answer = await client.message(LARGE)
            assert answer.startswith(reply)
            assert "secret" not in answer
            assert list(store.folder.spool.iterdir()) == []
            assert (await client.say("DATA")).startswith("503 ")
            assert store.spool.ledger().accepted == 0

    asyncio.run(run())


@pytest.mark.parametrize(("error", "reply"), [
    (StorageFullError("spool.db could not be written: database or disk is full."), "452 4.3.1 "),
    (StoreError("spool.db could not be written: disk I/O error."), "451 4.3.0 "),
    (UnicodeEncodeError("utf-8", "\udcff", 0, 1, "surrogates"), "451 4.3.0 ")])
def test_a_commit_that_fails(store: Store, monkeypatch: pytest.MonkeyPatch, error: Exception, reply: str) -> None:
    def accept(*_: Any) -> asyncio.Future[None]:
        failed = asyncio.get_running_loop().create_future()
        failed.set_exception(error)
        return failed

    monkeypatch.setattr(store.spool, "accept_async", accept)

    async def run() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            assert (await client.message(LARGE)).startswith(reply)
            assert list(store.folder.spool.iterdir()) == []
            assert relay.woken == 0
            assert (await client.say("NOOP")).startswith("250 ")

    asyncio.run(run())


def test_date_and_message_id_are_added_for_submissions_alone(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            stranger = await relay.connect()
            await stranger.message(b"Subject: stranger\r\n\r\nx\r\n")
            user = await relay.connect()
            assert (await user.login()).startswith("235 ")
            await user.message(b"Subject: user\r\n\r\nx\r\n", "friend@far.example")
            await user.message(b"Subject: has both\r\nDATE: a\r\nmessage-id:\r\n <b@c>\r\n\r\nx\r\n", "friend@far.example")
            await relay.set(PRIVILEGED)
            device = await relay.connect()
            await device.message(b"Subject: device\r\n\r\nx\r\n", "friend@far.example")
            bodies = relay.bodies()
            assert [(body.count(b"\r\nMessage-ID: <"), body.count(b"\r\nDate: ")) for body in bodies] == [
                (0, 0), (1, 1), (0, 0), (1, 1)]
            assert [body.split(b" with ")[1].split(b" ")[0] for body in bodies] == [b"ESMTP", b"ESMTPA", b"ESMTPA", b"ESMTP"]
            assert [message.login for message in store.spool.list()] == [None, "john@example.com", "john@example.com", None]

    asyncio.run(run())


def test_smtputf8_is_kept_only_where_it_is_needed(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            await relay.set(PRIVILEGED)
            client = await relay.connect()
            for sender, recipient, content in (
                    ("a@far.example", "b@far.example", b"Subject: x\r\n\r\nx\r\n"),
                    ("a@far.example", "b@far.example", "Subject: ü\r\n\r\nx\r\n".encode()),
                    ("ä@far.example", "b@far.example", b"Subject: x\r\n\r\nx\r\n"),
                    ("a@far.example", "ä@far.example", b"Subject: x\r\n\r\nx\r\n"),
                    ("a@far.example", "b@fär.example", "Subject: x\r\n\r\nü\r\n".encode())):
                assert (await client.say(f"MAIL FROM:<{sender}> SMTPUTF8 BODY=8BITMIME")).startswith("250 ")
                assert (await client.say(f"RCPT TO:<{recipient}>")).startswith("250 ")
                await client.say("DATA")
                assert (await client.say(content + b".")).startswith("250 ")
            found = store.spool.list()
            assert [message.utf8 for message in found] == [False, True, True, True, False]
            assert [message.eight_bit for message in found] == [False, True, False, False, True]
            assert found[4].recipients[0].address == "b@xn--fr-via.example"

    asyncio.run(run())


def test_an_eight_bit_helo_and_header_are_stored(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            assert (await client.say(b"EHLO \xff\xfe\x00")).startswith("250 ")
            assert (await client.message(b"Subject: \xff\r\nX-\xff: y\r\n\r\n\xff\r\n")).startswith("250 ")
            message = store.spool.list()[0]
            assert message.helo == "\\udcff\\udcfe\0"
            assert message.eight_bit

    asyncio.run(run())


@pytest.mark.parametrize(("parameters", "code"), [
    ("SIZE=100", "250"), ("SIZE=99999999999", "552"), ("SIZE=x", "501"), ("SIZE=", "501"), ("SIZE", "501"),
    ("SIZE=\N{SUPERSCRIPT TWO}", "501"), ("SIZE=-1", "501"), ("BODY=7BIT", "250"), ("BODY=BINARYMIME", "501"),
    ("SMTPUTF8=1", "501"), ("AUTH=<> SIZE=1", "250"), ("RET=HDRS ENVID=a+2Bb", "250"), ("RET=x", "501"),
    ("RET", "501"), ("ENVID", "501"), ("ENVID=+2b", "501"), ("ENVID=" + "x" * 101, "501"), ("RET=FULL RET=FULL", "501"),
    ("BY=5;R", "555"), ("X", "555"), ("=", "501")])
def test_parameters_of_mail(store: Store, parameters: str, code: str) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            assert (await client.say(f"MAIL FROM:<a@far.example> {parameters}"))[:3] == code
            assert (await client.say("MAIL FROM:<>"))[:3] == ("503" if code == "250" else "250")

    asyncio.run(run())


@pytest.mark.parametrize(("parameters", "code"), [
    ("NOTIFY=NEVER", "250"), ("NOTIFY=success,DELAY ORCPT=rfc822;J+2Bx@far.example", "250"), ("NOTIFY=NEVER,DELAY", "501"),
    ("NOTIFY=DELAY,DELAY", "501"), ("NOTIFY=SOMETIMES", "501"), ("NOTIFY", "501"), ("NOTIFY=", "501"), ("ORCPT=rfc822", "501"),
    ("ORCPT=;a", "501"), ("ORCPT=rfc822;", "501"), ("ORCPT=rfc822;a=b", "501"), ("ORCPT=utf-8;j\u00fc@far.example", "501"),
    ("ORCPT=rfc822;" + "x" * 500, "501"), ("SIZE=1", "555"), ("X", "555")])
def test_parameters_of_rcpt(store: Store, parameters: str, code: str) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            await client.say("MAIL FROM:<a@far.example>")
            assert (await client.say(f"RCPT TO:<john@example.com> {parameters}"))[:3] == code

    asyncio.run(run())


def test_delivery_status_requests_are_kept_with_the_message(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            await client.say("MAIL FROM:<a@far.example> RET=hdrs ENVID=Id+2B7")
            await client.say("RCPT TO:<john@example.com> NOTIFY=success,failure ORCPT=rfc822;Old+2Bname@far.example")
            await client.say("DATA")
            assert (await client.say("Subject: x\r\n\r\n.")).startswith("250 ")
            found = store.spool.list()[0]
            assert (found.returned, found.envelope_id) == ("HDRS", "Id+2B7")
            recipient = found.recipients[0]
            assert (recipient.notify, recipient.original_recipient) == ("SUCCESS,FAILURE", "rfc822;Old+2Bname@far.example")

    asyncio.run(run())


def test_no_more_than_a_thousand_recipients(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            await relay.set(PRIVILEGED)
            client = await relay.connect()
            await client.say("MAIL FROM:<a@far.example>")
            await client.send(b"".join(b"RCPT TO:<r%d@far.example>\r\n" % number for number in range(1002)))
            codes = [(await client.reply())[-1][:9] for _ in range(1002)]
            assert codes[:1000] == ["250 2.1.5"] * 1000
            assert codes[1000:] == ["452 4.5.3"] * 2
            await client.say("DATA")
            assert (await client.say("Subject: many\r\n\r\nx\r\n.")).startswith("250 ")
            assert store.spool.ledger().accepted == 1000

    asyncio.run(run())


async def _leave(client: Client, manner: str) -> None:
    if manner == "reset":
        client.writer.transport.abort()
    elif manner == "half-close":
        client.writer.write_eof()
        assert await client.reader.read() is not None
    else:
        await client.close()


STEPS = {"greeting": b"", "after EHLO": b"EHLO x\r\n", "in AUTH": b"EHLO x\r\nAUTH LOGIN\r\n",
         "after MAIL": b"EHLO x\r\nMAIL FROM:<a@far.example>\r\n",
         "in the content": b"EHLO x\r\nMAIL FROM:<a@far.example>\r\nRCPT TO:<john@example.com>\r\nDATA\r\n" + LARGE,
         "before the last dot": b"EHLO x\r\nMAIL FROM:<a@far.example>\r\nRCPT TO:<john@example.com>\r\nDATA\r\nx\r\n.\r",
         "in TLS": b"EHLO x\r\nSTARTTLS\r\n", "in a TLS record": b"EHLO x\r\nSTARTTLS\r\n\x16\x03\x01\x02\x00\x01"}


@pytest.mark.parametrize("manner", ["close", "reset", "half-close"])
def test_clients_that_leave_at_any_step_leave_nothing_behind(run: Run, store: Store, manner: str,
                                                            caplog: pytest.LogCaptureFixture) -> None:
    async def work() -> None:
        async with Relay(store) as relay:
            for step, said in STEPS.items():
                client = await relay.connect(ehlo=False)
                await client.reply()
                await client.send(said)
                for _ in range(said[:400].count(b"\r\n") if b"DATA" not in said else 4):
                    await client.reply()
                await _leave(client, manner)
                await eventually(lambda: not relay.handler.connections, f"{step}: the connection is counted out")
                assert relay.totals.connections_now == 0
                assert list(store.folder.spool.iterdir()) == [], step
            assert store.spool.ledger().accepted == 0

    run(work())
    assert [record for record in caplog.records if record.exc_info or record.levelname == "ERROR"] == []


@pytest.mark.parametrize("manner", ["close", "reset", "half-close"])
def test_clients_that_leave_without_a_word_keep_no_place(run: Run, store: Store, manner: str,
                                                         caplog: pytest.LogCaptureFixture) -> None:
    """A port scan or a health check is gone before it is greeted."""
    async def work() -> None:
        async with Relay(store) as relay:
            for _ in range(20):
                found = socket.create_connection(("127.0.0.1", relay.ports[0]))
                if manner == "reset":
                    found.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                if manner == "half-close":
                    found.shutdown(socket.SHUT_WR)
                    await eventually(lambda: relay.totals.connections, "it was seen")
                    await eventually(lambda: not relay.handler.connections, "it is counted out")
                found.close()
            await eventually(lambda: not relay.handler.connections, "all are counted out")

    run(work())
    assert [record for record in caplog.records if record.exc_info] == []


def test_a_client_that_leaves_after_the_last_dot_has_sent_its_message(run: Run, store: Store) -> None:
    async def work() -> None:
        async with Relay(store) as relay:
            for content in (b"Subject: small\r\n\r\nx\r\n", LARGE):
                client = await relay.connect()
                await client.envelope()
                await client.say("DATA")
                await client.send(content + b".\r\n")
                await eventually(lambda: not any(getattr(protocol.envelope, "intake", None)
                                                 for protocol in relay.handler.connections), "the content is complete")
                client.writer.transport.abort()
                await eventually(lambda: not relay.handler.connections, "the connection has ended")
            await eventually(lambda: store.spool.ledger().accepted == 2 and relay.woken == 2, "both are in the spool")
            assert len(list(store.folder.spool.iterdir())) == 1

    run(work())
