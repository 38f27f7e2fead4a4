"""The abuse report on the command line."""

import json
from datetime import timedelta

import pytest

from posthouse_server.cli import main
from posthouse_server.paths import DataFolder
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.ids import new_id
from posthouse_server.store.traffic import DecisionRow


@pytest.fixture
def spammed(folder: DataFolder) -> DataFolder:
    with Store(folder) as store:
        store.traffic.open_writer()
        for minutes, number in ((60 * 72, 5), (90, 400)):
            store.traffic.record_decision(DecisionRow(
                new_id(), now() - timedelta(minutes=minutes), "192.0.2.1", "john@example.com", True, "john@example.com",
                "b@far.example", "relay", "authenticated", "250 OK", 1, None, number))
        store.traffic.close_writer()
    return folder


def run(folder: DataFolder, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    main(["--data-dir", str(folder.root), *arguments])
    return capsys.readouterr().out


def test_the_verdict_and_the_rows(spammed: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    lines = run(spammed, capsys, "abuse").splitlines()
    assert lines[0].startswith("john@example.com stands out: 400 recipients since ")
    assert any(line.startswith("john@example.com") and " 400 " in line for line in lines[1:])
    assert "192.0.2.1" in run(spammed, capsys, "abuse", "--by", "client")
    assert "far.example" in run(spammed, capsys, "abuse", "--by", "domain")
    assert "Authenticated" in run(spammed, capsys, "abuse", "--by", "rule")
    assert run(spammed, capsys, "abuse", "--since", "1h").startswith("Quiet: nothing was recorded in this time.")


def test_as_json(spammed: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(run(spammed, capsys, "--json", "abuse", "--since", "7d"))
    assert found["rows"][0]["accepted"] == 405
    assert sum(step["accepted"] for step in found["series"]) == 405


def test_what_is_no_span_is_said(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    for span in ("yesterday", "0h", "7"):
        with pytest.raises(SystemExit) as ended:
            main(["--data-dir", str(folder.root), "abuse", "--since", span])
        assert ended.value.code == 1
        assert "is not a span such as 90m, 24h or 7d." in capsys.readouterr().err
