"""posthousectl relay suggest: listed, looked at and taken, with the wider range removed or not."""

import json
from typing import Any

import pytest

from posthouse_server.cli import main
from posthouse_server.cli import suggest as command
from posthouse_server.paths import DataFolder
from posthouse_server.settings import set_paths
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.traffic import DecisionRow


def _run(folder: DataFolder, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = 0
    try:
        main(["--data-dir", str(folder.root), "relay", "suggest", *arguments])
    except SystemExit as ended:
        code = int(ended.code or 0)
    shown = capsys.readouterr()
    return code, shown.out, shown.err


def _ranges(folder: DataFolder) -> list[str]:
    with Store(folder) as store:
        return [item.range for item in store.settings.load().settings.smtp.relay.privileged_ip_ranges]


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    """One of the clients has a name; for another nobody answers."""
    def name_of(client: str, _servers: object, _timeout_s: float) -> str:
        if client == "10.0.9.9":
            raise TimeoutError
        return "scanner.example" if client == "10.0.4.17" else ""

    monkeypatch.setattr(command, "name_of", name_of)


@pytest.fixture
def busy(folder: DataFolder) -> DataFolder:
    """An office that relays by 10.0.0.0/8, and a stranger."""
    with Store(folder) as store:
        store.settings.change(lambda settings: set_paths(settings, {
            "smtp.relay.allow_privileged_ip_ranges": True,
            "smtp.relay.privileged_ip_ranges": [{"range": "10.0.0.0/8", "note": "Office"}]}), "test")
        store.traffic.open_writer()
        for client, rule, times in (("10.0.4.17", "privileged_range", 3), ("10.0.9.9", "privileged_range", 2),
                                    ("8.8.4.4", "no_criterion_met", 9)):
            for number in range(times):
                store.traffic.record_decision(DecisionRow(
                    f"{client}-{number}"[-12:], now(), client, None, False, "a@b.example", "c@far.example", "refused", rule,
                    "550", 1))
        store.traffic.close_writer()
    return folder


def test_it_lists_what_narrows_what_and_changes_nothing(busy: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(busy, capsys)
    lines = out.splitlines()
    assert code == 0
    assert lines[1].split()[:4] == ["10.0.4.17", "scanner.example", "10.0.0.0/8", "3"]
    assert lines[2].split()[:3] == ["10.0.9.9", "-", "10.0.0.0/8"]
    assert lines[3].split()[0] == "8.8.4.4"
    assert "careful: a stranger on the Internet: 9 refused recipients from 1 sender" in lines[3]
    assert lines[-1] == ("10.0.0.0/8 stays in force until it is removed: with all that narrow it taken, its 2 clients seen in "
                         "30 days are covered by narrower entries; nobody would be refused (--take RANGE ... --replace).")
    listed: Any = json.loads(_run(busy, capsys, "--json")[1])
    assert [item["range"] for item in listed["suggestions"]] == ["10.0.4.17", "10.0.9.9", "8.8.4.4"]
    assert [item["name"] for item in listed["suggestions"]] == ["scanner.example", None, None]
    assert listed["wider"][0]["covered"] == ["10.0.4.17", "10.0.9.9"]
    assert _ranges(busy) == ["10.0.0.0/8"]


def test_taking_one_and_replacing_is_looked_at_first(busy: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(busy, capsys, "--take", "10.0.4.17", "--replace", "--preview")
    assert code == 0
    assert ("Without 10.0.0.0/8: 1 of its 2 clients seen in 30 days is covered by narrower entries; 1 other client (10.0.9.9; "
            "2 recipients) would be refused.") in out
    assert "Office 10.0.9.9, 2 messages in 30 days, would be refused (was: Privileged IP range 10.0.0.0/8)" in out
    assert "1 private" in out
    assert _ranges(busy) == ["10.0.0.0/8"]
    assert _run(busy, capsys, "--take", "10.0.4.17", "--replace")[0] == 0
    assert _ranges(busy) == ["10.0.4.17"]
    assert "Revision" in _run(busy, capsys, "--take", "8.8.4.4", "--public")[1]


def test_without_replace_the_wider_range_stays(busy: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(busy, capsys, "--take", "10.0.4.17", "--take", "10.0.9.9/32")[0] == 0
    assert _ranges(busy) == ["10.0.0.0/8", "10.0.4.17", "10.0.9.9"]
    assert "nobody would be refused (privileged remove 10.0.0.0/8)." in _run(busy, capsys)[1]


@pytest.mark.parametrize(("arguments", "said"), [
    (("--take", "8.8.4.4"), "say --public"), (("--take", "10.0.4.18"), "is not among the suggestions"),
    (("--take", "nonsense"), "is not an address or range"), (("--replace",), "go with --take")])
def test_what_is_refused_saves_nothing(busy: DataFolder, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...],
                                       said: str) -> None:
    code, _, err = _run(busy, capsys, *arguments)
    assert code != 0
    assert said in err
    assert _ranges(busy) == ["10.0.0.0/8"]
