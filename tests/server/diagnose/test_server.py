"""The server's state, and its listeners called as a client would call them."""

import socket
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from harness.diagnosed import Change, running
from harness.server_process import wait_until
from harness.sink import Sink
from posthouse_server.control import Status
from posthouse_server.diagnose import server
from posthouse_server.diagnose.finding import Grade
from posthouse_server.settings import Settings
from posthouse_server.settings.schema import Inbound
from posthouse_server.smtp.tls import make_context
from posthouse_server.store.nodes import Alarm, NodeState
from posthouse_server.store.relay_tests import Outcome, RelayTest

NOW = datetime.now(UTC)


@pytest.mark.parametrize(("status", "grade", "words"), [  # made in the test: a heartbeat grows old
    (lambda: running("127.0.0.1:1"), Grade.GOOD, "It has run since"),
    (lambda: Status(NodeState.STOPPED, None), Grade.BAD, "stopped"),
    (lambda: running(state=NodeState.FAILED, last_error="Port 25 is taken."), Grade.BAD, "Port 25 is taken."),
    (lambda: running(state=NodeState.STARTING), Grade.WARNING, "starting"),
    (lambda: running("127.0.0.1:1", last_error="Revision 4 is not valid."), Grade.BAD, "Revision 4 is not valid."),
    (lambda: running("127.0.0.1:1", alarms=(Alarm("storage", "It is full.", NOW),)), Grade.BAD, "1 alarm stands: It is full."),
    (lambda: running("127.0.0.1:1", heartbeat_at=NOW - timedelta(hours=1)), Grade.WARNING, "has not reported"),
])
def test_running(change: Change, status: Callable[[], Status], grade: Grade, words: str) -> None:
    verdict = server.running(change(status=status()))
    assert verdict.grade is grade
    assert words in verdict.sentence
    assert bool(verdict.remedy) == (grade is not Grade.GOOD)


def test_a_settings_fault_is_a_problem(change: Change) -> None:
    verdict = server.running(change(status=running("127.0.0.1:1"), fault="Revision 9 is not valid."))
    assert (verdict.grade, "Revision 9" in verdict.sentence) == (Grade.BAD, True)


def test_listeners_that_greet(change: Change) -> None:
    with Sink() as one, Sink() as other:
        places = (f"127.0.0.1:{one.port}", f"127.0.0.1:{other.port}")
        verdict = server.listeners(change(status=running(*places)))
        assert verdict.grade is Grade.GOOD, verdict
        wait_until(lambda: (one.lines, other.lines) == (["QUIT"], ["QUIT"]), "both are said goodbye")


def test_a_listener_with_tls_from_the_first_byte(change: Change) -> None:
    subject = change()
    context = make_context(Inbound(), subject.folder.certificate, "relay.example")
    with Sink(tls=context, is_implicit=True) as sink:
        listener = {"address": "127.0.0.1", "port": sink.port, "tls": "implicit"}
        subject = change({"smtp.inbound.listeners": [listener]}, status=running(f"127.0.0.1:{sink.port}"))
        assert server.listeners(subject).grade is Grade.GOOD


def test_a_listener_that_does_not_greet(change: Change) -> None:
    with socket.create_server(("127.0.0.1", 0)) as place:
        free = place.getsockname()[1]
    verdict = server.listeners(change(status=running(f"127.0.0.1:{free}")))
    assert verdict.grade is Grade.BAD
    assert "can't be reached" in verdict.sentence
    with Sink(answers=lambda line: "421 too many connections" if not line else None) as sink:
        verdict = server.listeners(change(status=running(f"127.0.0.1:{sink.port}")))
    assert verdict.sentence == f"127.0.0.1:{sink.port} answers: 421 too many connections."
    with Sink(answers=lambda line: "" if not line else None) as sink:
        assert "without a word" in server.listeners(change(status=running(f"127.0.0.1:{sink.port}"))).sentence


def test_without_a_server_nothing_is_called(change: Change) -> None:
    subject = change(status=Status(NodeState.STOPPED, None))
    assert {server.listeners(subject).grade, server.network(subject).grade} == {Grade.NOTE}
    assert server.listeners(change(status=running())).grade is Grade.BAD


def test_the_address_in_the_network(change: Change) -> None:
    assert "Only programs on this computer" in server.network(change(status=running("127.0.0.1:2525"))).sentence
    with Sink() as sink:
        subject = change(status=running(f"0.0.0.0:{sink.port}"), addresses=lambda: ["127.0.0.1", "::1"])
        verdict = server.network(subject)
        assert verdict.grade is Grade.GOOD, verdict
        assert f"127.0.0.1:{sink.port}" in verdict.sentence
    assert server.network(subject).grade is Grade.WARNING


def test_own_addresses_are_not_loopback() -> None:
    from posthouse_server.diagnose.subject import own_addresses

    assert not [item for item in own_addresses() if item.startswith(("127.", "fe80")) or item == "::1"]


def test_the_version(change: Change) -> None:
    assert server.version(change()).grade is Grade.GOOD
    verdict = server.version(change(status=running("127.0.0.1:1", version="0.0.9")))
    assert (verdict.grade, "0.0.9" in verdict.sentence) == (Grade.WARNING, True)


def test_the_last_open_relay_test(change: Change) -> None:
    outcome = Outcome("plain", "a@b.example", "c@d.example", "198.51.100.1", True, "")
    closed = RelayTest(1, NOW, 3, "server", "change", (outcome,))
    opened = replace(closed, outcomes=(replace(outcome, is_closed=False),))
    nothing = replace(closed, outcomes=(), fault="The server was stopped meanwhile.")
    grades = [server.relay_test(change(newest_test=test)).grade for test in (closed, opened, nothing, None)]
    assert grades == [Grade.GOOD, Grade.BAD, Grade.WARNING, Grade.WARNING]


def test_settings_hold_what_the_tests_take_for_granted() -> None:
    assert Settings().smtp.inbound.listeners[0].port == 2525
