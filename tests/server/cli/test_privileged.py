"""posthousectl privileged: conditions of an entry, and cleaning up."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posthouse_server.cli import main
from posthouse_server.cli.spans import parse_weekday
from posthouse_server.paths import DataFolder
from posthouse_server.settings import set_paths
from posthouse_server.store import Store


def _run(folder: DataFolder, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = 0
    try:
        main(["--data-dir", str(folder.root), "privileged", *arguments])
    except SystemExit as ended:
        code = int(ended.code or 0)
    shown = capsys.readouterr()
    return code, shown.out, shown.err


def _list(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(_run(folder, capsys, "list", "--json")[1])


def test_an_entry_carries_hours_and_senders(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = _run(folder, capsys, "add", "10.0.0.1", "--hours", "mon-fri 8:00-18:00", "--hours", "sat 10:00-12:00",
                        "--sender", "scanner@example.com", "--sender", "example.net")
    assert (code, err) == (0, "")
    (row,) = _list(folder, capsys)
    assert row["hours"] == ["mon-fri 08:00-18:00", "sat 10:00-12:00"]
    assert row["senders"] == ["scanner@example.com", "example.net"]
    assert "scanner@example.com" in _run(folder, capsys, "list")[1]
    code, _, err = _run(folder, capsys, "add", "10.0.0.1", "--hours", "mon-fri 08:00-18:00", "--hours", "sat 10:00-12:00",
                        "--sender", "scanner@example.com", "--sender", "example.net")
    assert code != 0
    assert "in the list already" in err
    assert _run(folder, capsys, "add", "10.0.0.1", "--hours", "sun 10:00-12:00")[0] == 0


@pytest.mark.parametrize(("text", "minutes"), [
    ("for 2 hours", 120), ("2h", 120), ("90 minutes", 90), ("1 Day", 1440), ("3d", 4320)])
def test_a_span_is_written_in_words_or_short(
        folder: DataFolder, capsys: pytest.CaptureFixture[str], text: str, minutes: int) -> None:
    assert _run(folder, capsys, "add", "10.0.0.1", "--until", text)[0] == 0
    (row,) = _list(folder, capsys)
    left = datetime.fromisoformat(row["expires_at"]) - datetime.now(UTC)
    assert timedelta(minutes=minutes - 5) < left <= timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["2020-01-01T00:00", "0m"])
def test_an_end_that_is_over_is_refused(folder: DataFolder, capsys: pytest.CaptureFixture[str], text: str) -> None:
    code, _, err = _run(folder, capsys, "add", "10.0.0.1", "--until", text)
    assert (code, err) == (1, f"posthousectl: --until: {text} is over already; write a time to come, or a span such as 90m, "
                              "2h or 3d.\n")
    assert _list(folder, capsys) == []


@pytest.mark.parametrize(("option", "value"), [("--hours", "noon"), ("--sender", "not an address")])
def test_bad_conditions_save_nothing(folder: DataFolder, capsys: pytest.CaptureFixture[str], option: str, value: str) -> None:
    code, _, err = _run(folder, capsys, "add", "10.0.0.1", option, value)
    assert code != 0
    assert "Traceback" not in err
    assert _list(folder, capsys) == []


def test_clean_removes_what_has_ended_and_nothing_else(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    past = (datetime.now(UTC) - timedelta(hours=1)).isoformat()
    with Store(folder) as store:
        store.settings.change(lambda settings: set_paths(settings, {"smtp.relay.privileged_ip_ranges": [
            {"range": "10.0.0.1", "expires_at": past}, {"range": "10.0.0.2", "hours": ["mon 00:00-00:01"]}]}), "test")
        newest = store.settings.newest_number()
    assert "10.0.0.1" in _run(folder, capsys, "clean")[1]
    assert [row["range"] for row in _list(folder, capsys)] == ["10.0.0.2"]
    assert "No entry has ended" in _run(folder, capsys, "clean")[1]
    with Store(folder) as store:
        assert store.settings.newest_number() == newest + 1


@given(st.integers(0, 10**7).map(lambda minutes: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)),
       st.integers(0, 6), st.sampled_from(["08:00", "18:00", "23:59", "4:30"]), st.booleans())
def test_a_day_of_the_week_is_the_next_one_by_the_local_clock(at: datetime, number: int, clock: str, is_short: bool) -> None:
    day = ("Monday", "tuesday", "WEDNESDAY", "thursday", "friday", "saturday", "sunday")[number]
    end = parse_weekday(f"{day[:3] if is_short else day} {clock}", at)
    assert end is not None
    local = end.astimezone()
    assert (local.weekday(), f"{local.hour}:{local.minute:02d}") == (number, clock.removeprefix("0"))
    assert timedelta() < end - at <= timedelta(days=7, hours=2)


@pytest.mark.parametrize("text", ["friday", "friday 24:00", "fri 18:60", "someday 18:00", "fr 18:00", "2026-12-31T18:00", ""])
def test_other_words_are_no_day_of_the_week(text: str) -> None:
    assert parse_weekday(text, datetime(2026, 11, 24, tzinfo=UTC)) is None


def test_an_end_on_a_day_of_the_week(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(folder, capsys, "add", "10.0.0.1", "--until", "until Friday 18:00")[0] == 0
    (row,) = _list(folder, capsys)
    assert datetime.fromisoformat(row["expires_at"]).astimezone().weekday() == 4
    code, _, err = _run(folder, capsys, "add", "10.0.0.2", "--until", "whenever")
    assert code != 0
    assert "friday 18:00" in err
