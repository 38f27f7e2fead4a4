"""A real server tests itself: on order by the command line, and by itself after a change."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.server_process import ServerProcess, server_process, wait_until
from posthouse_server.cli.program import main
from posthouse_server.store.work_orders import OrderKind, OrderState


@pytest.fixture
def served(tmp_path: Path) -> Iterator[ServerProcess]:
    with server_process(tmp_path / "data") as server:
        server.store.directory.add_domain("example.com", "test")
        server.store.directory.add_mailbox("john@example.com", "secret", "test")
        yield server.start()


def ordered(server: ServerProcess, capsys: pytest.CaptureFixture[str], *words: str, save: str = "") -> tuple[int, str, str]:
    try:
        main(["--data-dir", str(server.folder.root), *words, "relay", "test", *(["--save", save] if save else [])])
    except SystemExit as end:
        code = int(str(end.code))
    else:
        code = 0
    said = capsys.readouterr()
    return code, said.out, said.err


def test_the_command_line_says_closed_and_then_open(served: ServerProcess, capsys: pytest.CaptureFixture[str]) -> None:
    served.set_live({"smtp.relay.test_after_changes": False})
    code, out, _ = ordered(served, capsys)
    assert code == 0
    assert "Closed: none of" in out
    served.set_live({"smtp.relay.allow_local_sender_addresses": True})
    code, out, _ = ordered(served, capsys, "--json")
    assert code == 1
    answer = json.loads(out)
    assert answer["closed"] is False
    assert "Local sender" in {item["form"] for item in answer["outcomes"] if not item["is_closed"]}
    wait_until(lambda: any(alarm.kind == "open_relay" for alarm in served.store.nodes.newest().alarms), "the alarm")
    node = served.store.nodes.newest()
    assert node is not None
    assert (node.counters.accepted, node.counters.refused, node.counters.connections) == (0, 0, 0)
    assert not served.store.traffic.search()
    assert not served.store.spool.list()


def test_the_command_line_saves_what_was_said(
        served: ServerProcess, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "test.txt"
    code, out, _ = ordered(served, capsys, save=str(path))
    assert code == 0
    assert "after STARTTLS" in out
    text = path.read_text(encoding="utf-8")
    assert "C: RCPT TO:<relaytest@example.org>" in text
    assert "(TLS is up)" in text
    code, _, error = ordered(served, capsys, save=str(tmp_path / "no" / "folder" / "test.txt"))
    assert code == 1
    assert "can't be written" in error


def test_a_change_of_relay_is_tested_by_itself(served: ServerProcess) -> None:
    number = served.set({"smtp.relay.allow_local_sender_addresses": True})
    test = wait_until(served.store.relay_tests.newest, "a test")
    assert (test.revision, test.reason) == (number, f"after revision {number}")
    assert not test.is_closed


def test_a_stopped_server_can_not_be_tested(served: ServerProcess, capsys: pytest.CaptureFixture[str]) -> None:
    served.stop()
    code, _, error = ordered(served, capsys)
    assert code == 1
    assert "not running" in error


def test_a_stop_in_the_middle_of_a_test_is_clean_and_leaves_no_order_behind(served: ServerProcess) -> None:
    number = served.store.work_orders.place(OrderKind.RELAY_TEST, {}, "test")
    wait_until(lambda: served.store.work_orders.get(number).state is not OrderState.OPEN, "the test has begun")
    assert served.stop() == 0
    assert "Traceback" not in served.log
    assert served.store.work_orders.get(number).is_over  # type: ignore[union-attr]


def test_a_new_domain_is_tested_by_itself(served: ServerProcess) -> None:
    served.store.directory.add_domain("far.example", "test")
    test = wait_until(served.store.relay_tests.newest, "a test")
    assert test.is_closed
    assert test.reason == f"after revision {served.store.settings.newest_number()}"
