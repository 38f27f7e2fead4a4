"""The trace on the command line."""

import pytest

from posthouse_server.cli import main
from posthouse_server.paths import DataFolder
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.ids import new_id
from posthouse_server.store.traffic import DecisionRow


def test_a_flood_is_one_line_with_its_number(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    with Store(folder) as store:
        store.traffic.open_writer()
        shown = {store.traffic.record_refusal(DecisionRow(
            new_id(), now(), "192.0.2.1", None, False, "a@far.example", "b@far.example", "refused", "no_criterion_met",
            "550 5.7.1 no", 1)) for _ in range(50)}
        store.traffic.close_writer()
    main(["--data-dir", str(folder.root), "trace"])
    lines = [line for line in capsys.readouterr().out.splitlines() if "192.0.2.1" in line]
    assert len(lines) == len(shown) == 11
    assert sum("40 until " in line for line in lines) == 1
    assert all(any(short_id in line for line in lines) for short_id in shown)
