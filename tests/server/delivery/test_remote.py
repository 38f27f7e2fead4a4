"""Delivery to a server that answers well, badly, or not at all; each recipient gets the outcome that is its own."""

import asyncio
import socket
import ssl
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import aclosing, closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import dns.rcode
import pytest

from harness.outgoing import BODY, DnsServer, deliver, in_force, message
from harness.sink import Sink
from posthouse_server.alarms import Alarms
from posthouse_server.delivery import connector
from posthouse_server.delivery.connection import Connection, Manner
from posthouse_server.delivery.delivery import Delivered, Outcome, PermanentFailure, TransientFailure
from posthouse_server.delivery.destinations import Destination, Router
from posthouse_server.delivery.login import SmartHostLogin
from posthouse_server.delivery.remote import RemoteDelivery
from posthouse_server.live import InForce, Live
from posthouse_server.paths import DataFolder
from posthouse_server.resolvers import Resolvers
from posthouse_server.secrets import Secrets
from posthouse_server.smtp.tls import make_self_signed
from posthouse_server.store.messages import QueuedMessage


class FixedRouter(Router):
    """Knows a few destinations by heart."""

    def __init__(self, **hosts: tuple[tuple[str, ...], int]) -> None:
        super().__init__()
        self.hosts = hosts
        self.asked: list[str] = []

    async def find(self, domain: str, current: InForce) -> Destination:
        self.asked.append(domain)
        hosts, port = self.hosts[domain.split(".")[0]]
        return Destination(domain, hosts, port, False)

    async def addresses(self, host: str, port: int, current: InForce) -> list[str]:
        return ["127.0.0.1"]


def _deliver(what: QueuedMessage, changes: Mapping[str, Any], tmp_path: Path, router: Router | None = None,
             body: bytes = BODY) -> Mapping[int, Outcome]:
    async def run() -> Mapping[int, Outcome]:
        async with aclosing(_remote(Live(in_force(changes)), tmp_path, router)) as delivery:
            return await deliver(delivery, what, body)

    return asyncio.run(run())


def _kinds(outcomes: Mapping[int, Outcome]) -> dict[int, tuple[str, str]]:
    return {number: (type(outcome).__name__, outcome.reply[:9]) for number, outcome in sorted(outcomes.items())}


def _answering(**answers: str) -> Callable[[str], str | None]:
    """Answer lines that start with a word (DOT: the end of the content), or that hold it, with another reply."""
    def answer(line: str) -> str | None:
        for word, reply in answers.items():
            if (line == "." if word == "DOT" else line.upper().startswith(word) or word in line):
                return reply
        return None

    return answer


@contextmanager
def _silent_server() -> Iterator[int]:
    """A port that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def _closed_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as found:
        return int(found.getsockname()[1])


def test_a_message_arrives_as_it_is_in_one_transaction(tmp_path: Path) -> None:
    with Sink() as sink:
        outcomes = _deliver(message("b@far.example", "c@other.example"), sink.settings(), tmp_path)
    assert _kinds(outcomes) == {1: ("Delivered", "250 2.0.0"), 2: ("Delivered", "250 2.0.0")}
    assert outcomes[1] == Delivered("250 2.0.0 taken", f"127.0.0.1:{sink.port}")
    (received,) = sink.messages
    assert (received.sender, received.recipients, received.content) == (
        "a@example.com", ["b@far.example", "c@other.example"], BODY)
    assert received.parameters == f"SIZE={len(BODY)}"
    assert sink.lines[0] == "EHLO relay.example"
    assert sink.lines[-1] == "QUIT"


def test_the_null_sender_and_quoted_addresses_are_written_as_they_came(tmp_path: Path) -> None:
    with Sink() as sink:
        for sender in ("", '"a >b"@far.example'):
            outcomes = _deliver(message('"x y"@far.example', sender=sender), sink.settings(), tmp_path)
            assert isinstance(outcomes[1], Delivered)
    mails = [line for line in sink.lines if line.startswith(("MAIL", "RCPT"))]
    assert [line.partition(" SIZE")[0] for line in mails] == [
        "MAIL FROM:<>", 'RCPT TO:<"x y"@far.example>', 'MAIL FROM:<"a >b"@far.example>', 'RCPT TO:<"x y"@far.example>']


@pytest.mark.parametrize("word", ["EHLO", "MAIL", "RCPT", "DATA", "DOT"])
def test_a_connection_that_drops_is_tried_again(tmp_path: Path, word: str) -> None:
    with Sink(answers=_answering(**{word: ""})) as sink:
        outcomes = _deliver(message("b@far.example", "c@far.example"), sink.settings(), tmp_path)
    assert [type(outcome) for outcome in outcomes.values()] == [TransientFailure] * 2
    assert outcomes[1].reply.startswith("451 4.4.2 127.0.0.1:")
    assert outcomes[1].remote == f"127.0.0.1:{sink.port}"


@pytest.mark.parametrize(("word", "reply", "kind"), [
    ("EHLO", "421 4.3.2 busy", "TransientFailure"), ("EHLO", "554 5.7.1 not you", "TransientFailure"),
    ("MAIL", "451 4.7.1 later", "TransientFailure"), ("MAIL", "550 5.7.1 never", "PermanentFailure"),
    ("MAIL", "530 5.7.0 log in first", "TransientFailure"), ("RCPT", "450 4.2.1 later", "TransientFailure"),
    ("RCPT", "550 5.1.1 unknown", "PermanentFailure"), ("RCPT", "530 5.7.0 log in", "TransientFailure"),
    ("DATA", "451 4.3.0 later", "TransientFailure"), ("DATA", "554 5.6.0 never", "PermanentFailure"),
    ("DOT", "452 4.3.1 full", "TransientFailure"), ("DOT", "554 5.7.1 spam", "PermanentFailure"),
    ("DOT", "535 5.7.8 login over", "TransientFailure"), ("DATA", "550 5.7.1 one\n550 5.7.1 two", "PermanentFailure")])
def test_replies_are_kept_in_the_remote_servers_own_words(tmp_path: Path, word: str, reply: str, kind: str) -> None:
    with Sink(answers=_answering(HELO=reply, **{word: reply})) as sink:
        outcome = _deliver(message("b@far.example"), sink.settings(), tmp_path)[1]
    assert type(outcome).__name__ == kind
    assert outcome.reply == reply.replace("\n550 ", " ")


def test_an_answer_that_is_no_reply_is_transient(tmp_path: Path) -> None:
    with Sink(answers=_answering(MAIL="99 bottles")) as sink:
        outcome = _deliver(message("b@far.example"), sink.settings(), tmp_path)[1]
    assert isinstance(outcome, TransientFailure)
    assert outcome.reply == f"451 4.4.2 127.0.0.1:{sink.port}: This is no SMTP reply: 99 bottles"


def test_mixed_recipients_keep_their_own_replies(tmp_path: Path) -> None:
    answers = {"yes": "250 2.1.5 fine", "later": "451 4.7.1 greylisted", "no": "550 5.1.1 unknown"}
    what = message("yes@far.example", "later@far.example", "no@far.example")
    for end, first in ((None, ("Delivered", "250 2.0.0")), ("554 5.7.1 spam", ("PermanentFailure", "554 5.7.1")),
                       ("452 4.3.1 full", ("TransientFailure", "452 4.3.1")), ("", ("TransientFailure", "451 4.4.2"))):
        with Sink(answers=_answering(**answers, **({} if end is None else {"DOT": end}))) as sink:
            outcomes = _deliver(what, sink.settings(), tmp_path)
        assert _kinds(outcomes) == {1: first, 2: ("TransientFailure", "451 4.7.1"), 3: ("PermanentFailure", "550 5.1.1")}
    assert "DATA" not in _refused_all(tmp_path)


def _refused_all(tmp_path: Path) -> list[str]:
    with Sink(answers=_answering(RCPT="550 5.1.1 unknown")) as sink:
        _deliver(message("b@far.example"), sink.settings(), tmp_path)
    return sink.lines


def test_silence_and_closed_ports_are_transient(tmp_path: Path) -> None:
    with _silent_server() as port:
        changes = {"smtp.smart_host": {"enabled": True, "host": "127.0.0.1", "port": port}, "smtp.outbound.timeout_s": 1}
        outcome = _deliver(message("b@far.example"), changes, tmp_path)[1]
    assert isinstance(outcome, TransientFailure)
    assert outcome.reply.startswith(f"451 4.4.2 127.0.0.1:{port}: ")
    changes = {"smtp.smart_host": {"enabled": True, "host": "127.0.0.1", "port": _closed_port()}}
    assert isinstance(_deliver(message("b@far.example"), changes, tmp_path)[1], TransientFailure)


@pytest.mark.parametrize("host", ["x" * 70 + ".example", "no..such", "-"])
def test_a_smart_host_that_is_no_name_is_transient(tmp_path: Path, host: str) -> None:
    changes = {"smtp.smart_host": {"enabled": True, "host": host, "port": 25}}
    assert isinstance(_deliver(message("b@far.example"), changes, tmp_path)[1], TransientFailure)


def test_the_next_host_is_tried_when_one_fails_but_not_after_a_final_word(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Sink() as good:
        for answers, arrived in (({"MAIL": "451 4.3.2 later"}, True), ({"RCPT": ""}, True),
                                 ({"EHLO": "554 no", "HELO": "554 no"}, True), ({"MAIL": "550 5.7.1 never"}, False)):
            good.messages.clear()
            with Sink(answers=_answering(**answers)) as bad, monkeypatch.context() as patch:
                _redirect(patch, {"bad.example": bad.port, "good.example": good.port})
                router = FixedRouter(far=(("bad.example", "good.example"), 25))
                outcome = _deliver(message("b@far.example"), {}, tmp_path, router)[1]
            assert bool(good.messages) == arrived, answers
            assert isinstance(outcome, Delivered if arrived else PermanentFailure)


def _redirect(monkeypatch: pytest.MonkeyPatch, ports: Mapping[str, int]) -> None:
    """Give each host a port of its own, since a test can't listen twice on the same."""
    original = connector.open_connection

    async def opened(host: str, addresses: Sequence[str], manner: Manner) -> Connection:
        return await original(host, addresses, replace(manner, port=ports[host]))

    monkeypatch.setattr(connector, "open_connection", opened)


def test_each_domain_is_looked_up_once_and_has_its_own_transaction(tmp_path: Path) -> None:
    with Sink() as one, Sink() as two:
        router = FixedRouter(one=(("127.0.0.1",), one.port), two=(("127.0.0.1",), two.port))
        what = message("a@one.example", "b@two.example", "c@one.example", "d@two.example")
        outcomes = _deliver(what, {}, tmp_path, router)
    assert all(isinstance(outcome, Delivered) for outcome in outcomes.values())
    assert sorted(router.asked) == ["one.example", "two.example"]
    assert one.messages[0].recipients == ["a@one.example", "c@one.example"]
    assert two.messages[0].recipients == ["b@two.example", "d@two.example"]


def test_a_domain_that_can_not_be_found_fails_alone(tmp_path: Path) -> None:
    with Sink() as sink, DnsServer(lambda name: dns.rcode.NXDOMAIN if name == "no.example" else ["10 localhost."]) as server:
        changes = {"smtp.outbound.port": sink.port}
        outcomes = _deliver(message("a@no.example", "b@far.example"), changes, tmp_path, Router(Resolvers(server.resolver())))
    assert _kinds(outcomes) == {1: ("PermanentFailure", "550 5.1.2"), 2: ("Delivered", "250 2.0.0")}


def test_eight_bit_and_internationalised_messages(tmp_path: Path) -> None:
    with Sink() as sink:
        _deliver(message("b@far.example", eight_bit=True), sink.settings(), tmp_path)
        _deliver(message("jörg@far.example", sender="ä@far.example", utf8=True), sink.settings(), tmp_path)
    assert [received.parameters.rpartition(" ")[0] for received in sink.messages] == ["BODY=8BITMIME", "SMTPUTF8 BODY=8BITMIME"]
    assert sink.messages[1].recipients == ["jörg@far.example"]
    with Sink(extensions=()) as plain:
        outcome = _deliver(message("jörg@far.example", utf8=True), plain.settings(), tmp_path)[1]
        assert (type(outcome), outcome.reply[:9]) == (PermanentFailure, "550 5.6.7")
        assert isinstance(_deliver(message("b@far.example", eight_bit=True), plain.settings(), tmp_path)[1], Delivered)
    assert plain.messages[0].parameters == ""


def _tls(tmp_path: Path, *, is_broken: bool = False) -> ssl.SSLContext:
    make_self_signed(tmp_path / "sink.pem", "127.0.0.1")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "sink.pem")
    if is_broken:
        context.maximum_version = ssl.TLSVersion.TLSv1_2
        context.set_ciphers("ECDHE-RSA-AES256-GCM-SHA384")  # which an EC key can't serve
    return context


@pytest.mark.parametrize(("mode", "offer", "arrived", "is_tls"), [
    ("opportunistic", "good", True, True), ("opportunistic", "none", True, False), ("opportunistic", "broken", True, False),
    ("opportunistic", "refused", True, False), ("required", "good", False, False), ("required", "none", False, False),
    ("required", "refused", False, False), ("none", "good", True, False), ("implicit", "good", False, False)])
def test_tls_as_the_settings_ask_for_it(tmp_path: Path, mode: str, offer: str, arrived: bool, is_tls: bool) -> None:
    """The sink's certificate is self-signed: what checks it must not deliver."""
    context = None if offer == "none" else _tls(tmp_path, is_broken=offer == "broken")
    with Sink(tls=context, answers=_answering(STARTTLS="454 4.7.0 not now") if offer == "refused" else _answering()) as sink:
        outcome = _deliver(message("b@far.example"), {**sink.settings(), "smtp.smart_host.tls": mode,
                                                      "smtp.outbound.timeout_s": 2}, tmp_path)[1]
    assert isinstance(outcome, Delivered if arrived else TransientFailure), outcome.reply
    assert [received.is_tls for received in sink.messages] == ([is_tls] if arrived else [])


def test_hostile_replies_are_made_presentable(tmp_path: Path) -> None:
    with Sink(answers=_answering(RCPT="550 5.1.1 \x00\x1b[31mred\x07 \N{LINE SEPARATOR}" + "x" * 5000)) as sink:
        outcome = _deliver(message("b@far.example"), sink.settings(), tmp_path)[1]
    assert outcome.reply.isprintable()
    assert len(outcome.reply) < 2100
    assert outcome.reply.startswith("550 5.1.1 ")


def test_no_more_connections_to_one_destination_than_allowed(tmp_path: Path) -> None:
    now_open, most = [0], [0]

    def answer(line: str) -> str | None:
        if line.startswith("EHLO"):
            now_open[0] += 1
            most[0] = max(most)
            most.append(now_open[0])
        return None

    async def run() -> None:
        with Sink(answers=answer) as sink:
            live = Live(in_force({**sink.settings(), "smtp.delivery.max_connections_per_destination": 2}))
            async with aclosing(_remote(live, tmp_path)) as delivery:
                await asyncio.gather(*(deliver(delivery, message("b@far.example")) for _ in range(10)))
            assert (len(sink.messages), sink.connections) == (10, 2), "connections are kept for the next message"

    asyncio.run(run())
    assert max(most) == 2


def _remote(live: Live, tmp_path: Path, router: Router | None = None, alarms: Alarms | None = None) -> RemoteDelivery:
    return RemoteDelivery(live, router or Router(), SmartHostLogin(Secrets(DataFolder(tmp_path))), alarms or Alarms())
