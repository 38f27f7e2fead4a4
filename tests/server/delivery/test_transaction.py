"""Transactions with and without PIPELINING, on both event loops: every reply reaches the recipient it is about."""

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Coroutine, Mapping
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from harness.outgoing import BODY, deliver, in_force, message, recipient
from harness.sink import Sink
from posthouse_server.alarms import Alarms
from posthouse_server.delivery import carrier, dialog, transaction
from posthouse_server.delivery.content import Content
from posthouse_server.delivery.delivery import Delivered, Outcome, PermanentFailure, TransientFailure
from posthouse_server.delivery.destinations import Router
from posthouse_server.delivery.login import SmartHostLogin
from posthouse_server.delivery.remote import RemoteDelivery
from posthouse_server.live import Live
from posthouse_server.paths import DataFolder
from posthouse_server.secrets import Secrets
from posthouse_server.store.messages import QueuedMessage

ESMTP = ("8BITMIME", "SMTPUTF8", "SIZE 50000000")
Run = Callable[[Coroutine[Any, Any, Any]], Any]


@pytest.fixture(params=["asyncio", "uvloop"])
def run(request: pytest.FixtureRequest) -> Run:
    """Run a coroutine on each of the loops that the server may have."""
    if request.param == "asyncio":
        return asyncio.run
    return pytest.importorskip("uvloop").run  # type: ignore[no-any-return]


@pytest.fixture(params=[True, False], ids=["pipelining", "one by one"])
def extensions(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """What the other server offers."""
    return (*ESMTP, "PIPELINING") if request.param else ESMTP


def _delivery(sink: Sink, folder: Path, **changes: Any) -> RemoteDelivery:
    live = Live(in_force({**sink.settings(), "smtp.outbound.timeout_s": 1, **changes}))
    return RemoteDelivery(live, Router(), SmartHostLogin(Secrets(DataFolder(folder))), Alarms())


def _deliver(run: Run, sink: Sink, folder: Path, what: QueuedMessage, content: Content | bytes = BODY) -> Mapping[int, Outcome]:
    async def work() -> Mapping[int, Outcome]:
        async with aclosing(_delivery(sink, folder)) as delivery:
            return await deliver(delivery, what, content)

    return dict(sorted(run(work()).items()))


def _answers(**words: str) -> Callable[[str], str | None]:
    """Answer lines that begin with a word, or hold it; DOT is the end of the content, BANNER the beginning."""
    def answer(line: str) -> str | None:
        said = {"": "BANNER", ".": "DOT"}.get(line, line)
        return next((reply for word, reply in words.items()
                     if said.startswith(word) or (word.islower() and word in line)), None)

    return answer


def test_mixed_recipients(run: Run, extensions: tuple[str, ...], tmp_path: Path) -> None:
    answers = _answers(later="450 4.2.1 greylisted", never="550 5.1.1 no\n550 5.1.1 such user")
    what = message("never@far.example", "yes@far.example", "later@far.example", "also@far.example")
    with Sink(answers=answers, extensions=extensions) as sink:
        outcomes = _deliver(run, sink, tmp_path, what)
    assert [(type(outcome), outcome.reply) for outcome in outcomes.values()] == [
        (PermanentFailure, "550 5.1.1 no 5.1.1 such user"), (Delivered, "250 2.0.0 taken"),
        (TransientFailure, "450 4.2.1 greylisted"), (Delivered, "250 2.0.0 taken")]
    assert sink.messages[0].recipients == ["yes@far.example", "also@far.example"]


@pytest.mark.parametrize("point", ["BANNER", "EHLO", "MAIL", "RCPT", "DATA", "DOT"])
def test_a_connection_that_drops_settles_nothing_for_good(
        run: Run, extensions: tuple[str, ...], tmp_path: Path, point: str) -> None:
    with Sink(answers=_answers(**{point: ""}), extensions=extensions) as sink:
        outcomes = _deliver(run, sink, tmp_path, message("b@far.example", "c@far.example"))
    assert [type(outcome) for outcome in outcomes.values()] == [TransientFailure] * 2
    assert outcomes[1].reply == f"451 4.4.2 127.0.0.1:{sink.port}: The connection was closed by the other side"


@pytest.mark.parametrize("point", ["BANNER", "EHLO", "MAIL", "RCPT", "DATA", "DOT"])
def test_a_server_that_closes_down_says_why(run: Run, extensions: tuple[str, ...], tmp_path: Path, point: str) -> None:
    with Sink(answers=_answers(**{point: "421 4.3.2 closing down"}), extensions=extensions) as sink:
        outcomes = _deliver(run, sink, tmp_path, message("b@far.example", "c@far.example"))
    assert [(type(outcome), outcome.reply) for outcome in outcomes.values()] == [
        (TransientFailure, "421 4.3.2 closing down")] * 2


def test_a_refusal_before_the_connection_drops_stays_with_its_recipient(
        run: Run, extensions: tuple[str, ...], tmp_path: Path) -> None:
    with Sink(answers=_answers(never="550 5.1.1 no", DATA=""), extensions=extensions) as sink:
        outcomes = _deliver(run, sink, tmp_path, message("never@far.example", "b@far.example"))
    assert [type(outcome) for outcome in outcomes.values()] == [PermanentFailure, TransientFailure]


@pytest.mark.parametrize("point", ["MAIL", "DATA", "DOT"])
def test_silence_is_transient(run: Run, extensions: tuple[str, ...], tmp_path: Path, point: str,
                              monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transaction, "_END_TIMES", 1)
    with Sink(silent_at=point, extensions=extensions) as sink:
        outcomes = _deliver(run, sink, tmp_path, message("b@far.example"))
    assert (type(outcomes[1]), outcomes[1].reply) == (
        TransientFailure, f"451 4.4.2 127.0.0.1:{sink.port}: Nothing was heard for 1 seconds")


def test_a_go_ahead_that_nobody_stands_behind_ends_in_nothing(run: Run, tmp_path: Path) -> None:
    async def work() -> None:
        async with aclosing(_delivery(sink, tmp_path)) as delivery:
            assert isinstance((await deliver(delivery, message("never@far.example")))[1], PermanentFailure)
            assert isinstance((await deliver(delivery, message("b@far.example")))[1], Delivered)

    with Sink(answers=_answers(never="550 5.1.1 no"), extensions=(*ESMTP, "PIPELINING")) as sink:
        run(work())
    assert [received.content for received in sink.messages] == [b"", BODY], "the sink takes even what has no recipients"
    assert sink.connections == 1


def test_a_connection_serves_on_after_refused_recipients(run: Run, tmp_path: Path) -> None:
    async def work() -> None:
        async with aclosing(_delivery(sink, tmp_path)) as delivery:
            assert isinstance((await deliver(delivery, message("never@far.example")))[1], PermanentFailure)
            assert isinstance((await deliver(delivery, message("b@far.example")))[1], Delivered)

    with Sink(answers=_answers(never="550 5.1.1 no")) as sink:
        run(work())
    assert [line.split()[0] for line in sink.lines] == ["EHLO", "MAIL", "RCPT", "RSET", "MAIL", "RCPT", "DATA", "QUIT"]


@pytest.mark.parametrize("reply", ["452 4.5.3 too many", "552 too many"])
def test_recipients_that_are_too_many_follow_at_once(
        run: Run, extensions: tuple[str, ...], tmp_path: Path, reply: str) -> None:
    taken = [0]

    def answer(line: str) -> str | None:
        if line.startswith("MAIL"):
            taken[0] = 0
        elif line.startswith("RCPT"):
            taken[0] += 1
            return reply if taken[0] > 2 else None
        return None

    with Sink(answers=answer, extensions=extensions) as sink:
        outcomes = _deliver(run, sink, tmp_path, message(*(f"u{number}@far.example" for number in range(5))))
    assert all(isinstance(outcome, Delivered) for outcome in outcomes.values())
    assert [len(received.recipients) for received in sink.messages] == [2, 2, 1]
    assert sink.connections == 1


def test_452_for_the_first_recipient_or_after_the_content_is_no_matter_of_number(run: Run, tmp_path: Path) -> None:
    for answers in (_answers(RCPT="452 4.3.1 full"), _answers(DOT="452 4.3.1 full", second="452 4.5.3 too many")):
        with Sink(answers=answers) as sink:
            outcomes = _deliver(run, sink, tmp_path, message("first@far.example", "second@far.example"))
        assert [(type(outcome), outcome.reply) for outcome in outcomes.values()] == [(TransientFailure, "452 4.3.1 full")] * 2


def test_unusually_many_recipients_are_split(run: Run, tmp_path: Path, extensions: tuple[str, ...]) -> None:
    with Sink(extensions=extensions) as sink:
        outcomes = _deliver(run, sink, tmp_path, message(*(f"u{number}@far.example" for number in range(250))))
    assert all(isinstance(outcome, Delivered) for outcome in outcomes.values())
    assert [len(received.recipients) for received in sink.messages] == [carrier._RECIPIENTS, carrier._RECIPIENTS, 50]


def test_a_large_content_is_streamed_from_its_file(run: Run, extensions: tuple[str, ...], tmp_path: Path) -> None:
    body = b"Subject: large\r\n\r\n" + b"".join(b".%d\r\n" % number for number in range(300_000))
    path = tmp_path / "large.eml"
    path.write_bytes(body)
    with Sink(extensions=extensions) as sink:
        outcomes = _deliver(run, sink, tmp_path, message("b@far.example"), Content(None, path, len(body)))
    assert isinstance(outcomes[1], Delivered)
    assert sink.messages[0].content == body
    assert sink.messages[0].parameters == f"SIZE={len(body)}"


def test_a_server_that_has_enough_in_the_middle_of_the_content(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "large.eml"
    path.write_bytes(b"x" * 70 + b"\r\n" + b"y\r\n" * 5_000_000)
    with Sink(enough_after=100_000) as sink:
        outcomes = _deliver(run, sink, tmp_path, message("b@far.example"), Content(None, path, 15_000_072))
    assert (type(outcomes[1]), outcomes[1].reply) == (PermanentFailure, "552 5.3.4 too big")


@pytest.mark.parametrize("is_file", [True, False])
def test_what_would_smuggle_is_not_passed_on(run: Run, tmp_path: Path, is_file: bool) -> None:
    body = BODY + b"a\n.\r\nMAIL FROM:<evil@far.example>\r\n"
    path = tmp_path / "body.eml"
    path.write_bytes(body)
    with Sink() as sink:
        outcomes = _deliver(run, sink, tmp_path, message("b@far.example"),
                            Content(None, path, len(body)) if is_file else body)
    assert isinstance(outcomes[1], PermanentFailure)
    assert outcomes[1].reply.startswith("554 5.6.0 The message has a bare CR or LF")
    assert sink.messages == []
    assert not any("evil" in line for line in sink.lines)


def test_a_file_that_is_gone_is_transient(run: Run, extensions: tuple[str, ...], tmp_path: Path) -> None:
    with Sink(extensions=extensions) as sink:
        outcomes = _deliver(run, sink, tmp_path, message("b@far.example"), Content(None, tmp_path / "gone.eml", 5))
    assert (type(outcomes[1]), outcomes[1].reply) == (
        TransientFailure, "451 4.3.0 The message could not be read from the spool: No such file or directory")
    assert sink.messages == []


@pytest.mark.parametrize("address", ["b\r\nRCPT TO:<evil@far.example>", "b\n@far.example", "b\0@far.example",
                                     "b\udcff@far.example"])
def test_no_address_becomes_a_command(run: Run, tmp_path: Path, address: str) -> None:
    with Sink() as sink:
        outcomes = _deliver(run, sink, tmp_path, message(address))
    assert outcomes[1].reply.startswith("553 5.1.3 ")
    assert not any(line.startswith("MAIL") for line in sink.lines)


def test_delivery_status_parameters_are_passed_on_where_they_are_understood(run: Run, tmp_path: Path) -> None:
    what = message("b@far.example", envelope_id="QQ+2B314159", returned="HDRS", notify="SUCCESS,FAILURE",
                   original_recipient="rfc822;Bob+40x@far.example")
    with Sink(extensions=(*ESMTP, "DSN")) as sink:
        outcome = _deliver(run, sink, tmp_path, what)[1]
    assert outcome == Delivered("250 2.0.0 taken", f"127.0.0.1:{sink.port}", True)
    assert [line for line in sink.lines if line.startswith(("MAIL", "RCPT"))] == [
        f"MAIL FROM:<a@example.com> SIZE={len(BODY)} RET=HDRS ENVID=QQ+2B314159",
        "RCPT TO:<b@far.example> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;Bob+40x@far.example"]
    with Sink() as plain:
        assert not _deliver(run, plain, tmp_path, what)[1].is_told_onwards
    assert not any("NOTIFY" in line or "ENVID" in line for line in plain.lines)


@pytest.mark.parametrize(("name", "value"), [
    ("notify", "NEVER,SUCCESS"), ("notify", "x"), ("original_recipient", "rfc822;a b"), ("original_recipient", "rfc822"),
    ("original_recipient", "rfc822;a+zz"), ("original_recipient", "rfc822;a=b")])
def test_malformed_parameters_are_left_out(run: Run, tmp_path: Path, name: str, value: str) -> None:
    what = replace(message("b@far.example"), recipients=(recipient("b@far.example", **{name: value}),), envelope_id="a b")
    with Sink(extensions=(*ESMTP, "DSN")) as sink:
        assert isinstance(_deliver(run, sink, tmp_path, what)[1], Delivered)
    assert "RCPT TO:<b@far.example>" in sink.lines
    assert f"MAIL FROM:<a@example.com> SIZE={len(BODY)}" in sink.lines


def test_eight_bit_content_for_a_seven_bit_server(run: Run, tmp_path: Path) -> None:
    body = "Subject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nGrüße\r\n".encode()
    with Sink(extensions=("PIPELINING",)) as sink:
        assert isinstance(_deliver(run, sink, tmp_path, message("b@far.example", eight_bit=True), body)[1], Delivered)
        signed = _deliver(run, sink, tmp_path, message("b@far.example", eight_bit=True), b"DKIM-Signature: v=1\r\n" + body)[1]
    assert "Gr=C3=BC=C3=9Fe" in sink.messages[0].content.decode("ascii")
    assert isinstance(signed, PermanentFailure)
    assert signed.reply.startswith(f"550 5.6.3 127.0.0.1:{sink.port} takes 7-bit content only (no 8BITMIME)")


def _many(run: Run, sink: Sink, folder: Path, number: int, content: Callable[[int], bytes]) -> list[Outcome]:
    """Send messages over one connection, all waiting from the start."""
    async def work() -> list[Outcome]:
        async with aclosing(_delivery(sink, folder, **{"smtp.delivery.max_connections_per_destination": 1})) as delivery:
            told = await asyncio.gather(*(
                deliver(delivery, message("b@far.example"), content(index)) for index in range(number)))
            return [outcomes[1] for outcomes in told]

    return run(work())  # type: ignore[no-any-return]


def test_messages_overlap_on_a_connection_and_none_is_lost_or_doubled(run: Run, tmp_path: Path) -> None:
    with Sink(extensions=(*ESMTP, "PIPELINING")) as sink:
        outcomes = _many(run, sink, tmp_path, 150, lambda index: b"%d\r\n" % index)
    assert all(isinstance(outcome, Delivered) for outcome in outcomes)
    assert [received.content for received in sink.messages] == [b"%d\r\n" % index for index in range(150)]
    assert sink.connections == 2, "after a hundred messages a new one is made"
    assert sink.overlapped > 100


@pytest.mark.parametrize(("word", "kind"), [("5", PermanentFailure), ("4", TransientFailure)])
def test_a_content_that_is_refused_takes_nobody_along(run: Run, tmp_path: Path, word: str, kind: type[Outcome]) -> None:
    with Sink(extensions=(*ESMTP, "PIPELINING"), refuses_content=lambda content: (
            f"{word}54 {word}.7.1 spam" if content.startswith(b"3") else None)) as sink:
        outcomes = _many(run, sink, tmp_path, 8, lambda index: b"%d\r\n" % index)
    assert [type(outcome) for outcome in outcomes] == [kind if index == 3 else Delivered for index in range(8)]
    assert sorted(received.content for received in sink.messages) == [b"%d\r\n" % index for index in range(8) if index != 3]


def test_a_server_that_stumbles_over_haste_is_spoken_to_slowly(run: Run, tmp_path: Path) -> None:
    with Sink(extensions=(*ESMTP, "PIPELINING"), loses_what_comes_early=True) as sink:
        outcomes = _many(run, sink, tmp_path, 5, lambda index: b"%d\r\n" % index)
    assert all(isinstance(outcome, Delivered) for outcome in outcomes)
    assert [received.content for received in sink.messages] == [b"%d\r\n" % index for index in range(5)]


def _serve(server: socket.socket, received: bytearray, is_over: threading.Event, *, is_reading: bool) -> None:
    """Take the content slowly, or not at all."""
    peer, _ = server.accept()
    with peer, peer.makefile("rb") as lines:
        for reply in (b"220 x", b"250 x", b"250 x", b"250 x"):
            peer.sendall(reply + b"\r\n")
            lines.readline()
        peer.sendall(b"354 x\r\n")
        while is_reading and not received.endswith(b"\r\n.\r\n"):
            time.sleep(0.01)
            received.extend(lines.read1(65536))
        if is_reading:
            peer.sendall(b"250 taken\r\n")
        is_over.wait(20)


@pytest.mark.parametrize(("is_reading", "reply"), [(True, "250 taken"), (False, "Nothing was heard for 1")])
def test_slow_is_not_silent(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_reading: bool, reply: str) -> None:
    monkeypatch.setattr(dialog, "_SLOWEST_BYTES_PER_S", 2**40 if not is_reading else dialog._SLOWEST_BYTES_PER_S)
    path, received, is_over = tmp_path / "large.eml", bytearray(), threading.Event()
    path.write_bytes((b"x" * 70 + b"\r\n") * 150_000)
    with socket.socket() as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
        server.bind(("127.0.0.1", 0))
        server.listen()
        thread = threading.Thread(target=_serve, args=(server, received, is_over), kwargs={"is_reading": is_reading})
        thread.start()
        sink = SimpleNamespace(settings=lambda: {"smtp.smart_host": {
            "enabled": True, "host": "127.0.0.1", "port": server.getsockname()[1]}})
        outcomes = _deliver(run, sink, tmp_path, message("b@far.example"),  # type: ignore[arg-type]
                            Content(None, path, path.stat().st_size))
        is_over.set()
        thread.join(20)
    assert reply in outcomes[1].reply
    assert len(received) == (path.stat().st_size + 3 if is_reading else 0)
