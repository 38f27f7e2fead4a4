"""posthousectl diagnose: what it prints, and its exit code."""

import json

import pytest

from posthouse_server.cli import main
from posthouse_server.diagnose import catalogue
from posthouse_server.diagnose.finding import bad, good, note
from posthouse_server.diagnose.running import Check
from posthouse_server.paths import DataFolder


def _call(folder: DataFolder, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = 0
    try:
        main(["--data-dir", str(folder.root), "diagnose", *arguments])
    except SystemExit as ended:
        code = int(ended.code or 0)
    shown = capsys.readouterr()
    return code, shown.out, shown.err


def test_a_problem_is_an_exit_code(folder: DataFolder, capsys: pytest.CaptureFixture[str],
                                   monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def far(_subject: object) -> object:
        asked.append("far")
        return good("It can be reached.")

    checks = [Check("disk", "Disk", lambda _subject: good("There is room.")),
              Check("far", "Far away", far, "It would go far.")]  # type: ignore[arg-type]
    monkeypatch.setattr(catalogue, "CHECKS", checks)
    code, out, err = _call(folder, capsys)
    assert (code, err, asked) == (0, "", [])
    assert out.splitlines()[1:] == ["All is well: 2 checks found nothing to mend.", "", "[OK] Disk: There is room.",
                                    "[Note] Far away: Not checked. It would go far."]
    assert "[OK] Far away: It can be reached." in _call(folder, capsys, "--outside")[1]
    assert asked == ["far"]
    checks[0] = Check("disk", "Disk", lambda _subject: bad("It is full.", "Make room."))
    code, out, _ = _call(folder, capsys, "--json")
    assert code == 1
    found = json.loads(out)
    assert (found["ok"], found["summary"]) == (False, "1 problem in 2 checks.")
    assert found["checks"][0] == {"key": "disk", "title": "Disk", "grade": "bad", "sentence": "It is full.",
                                  "remedy": "Make room."}


def test_the_real_checks_of_a_stopped_server(folder: DataFolder, capsys: pytest.CaptureFixture[str],
                                             monkeypatch: pytest.MonkeyPatch) -> None:
    here = [check for check in catalogue.CHECKS if check.key not in ("dns", "host_name", "mx")]  # these would ask real servers
    monkeypatch.setattr(catalogue, "CHECKS", [*here, Check("dns", "DNS servers", lambda _subject: note("not here"))])
    code, out, _ = _call(folder, capsys)
    assert code == 1
    assert "[Problem] Server: The server is stopped" in out
    assert "[OK] Keyring" in out
    assert "Traceback" not in out
