"""mailbox set, show, address; group; domain set: what they print, change and refuse."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from posthouse_server.cli import main
from posthouse_server.paths import DataFolder
from posthouse_server.store import Store


@pytest.fixture
def run(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> Any:
    def call(*arguments: str) -> tuple[int, str, str]:
        code = 0
        try:
            main(["--data-dir", str(folder.root), *arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return call


def _json(run: Any, *arguments: str) -> Any:
    code, out, err = run(*arguments, "--json")
    assert (code, err) == (0, ""), (arguments, err)
    return json.loads(out)


def test_properties_of_a_mailbox(run: Any, folder: DataFolder) -> None:
    changed = _json(run, "mailbox", "set", "john@example.com", "--name", "John Doe", "--quota", "500", "--type", "ADMIN",
                    "--copy-to", "j@far.example", "--copy-to", "k@far.example")
    assert (changed["friendly_name"], changed["quota_kb"], changed["kind"]) == ("John Doe", 500, "ADMIN")
    assert (changed["redirection"], changed["redirect_to"]) == ("copy", ["j@far.example", "k@far.example"])
    code, out, _ = run("mailbox", "show", "john@example.com")
    assert code == 0
    assert "Redirection:   Copy to j@far.example, k@far.example" in out
    assert "Quota:         500 KB" in out
    shown = run("mailbox", "list")[1]
    assert "Disk Usage (KB)" in shown
    assert "John Doe" in shown
    assert _json(run, "mailbox", "set", "john@example.com", "--no-redirection")["redirection"] == "none"
    assert "Copy to" not in run("mailbox", "show", "john@example.com")[1]
    with Store(folder) as store:
        assert len(store.history.list("quota")) == 1, "one call is one revision"


def test_addresses_of_a_mailbox(run: Any) -> None:
    assert _json(run, "mailbox", "address", "add", "john@example.com", "jd@example.com")["addresses"] == [
        "jd@example.com", "john@example.com"]
    assert _json(run, "mailbox", "address", "remove", "john@example.com", "John@example.com")["addresses"] == ["jd@example.com"]
    for arguments, why in ((("remove", "jd@example.com", "jd@example.com"), "needs an address"),
                           (("remove", "jd@example.com", "x@example.com"), "is not an address of the mailbox"),
                           (("add", "jd@example.com", "x@far.example"), "add the domain first")):
        code, out, err = run("mailbox", "address", *arguments)
        assert (code, out) == (1, "")
        assert why in err


def test_what_does_not_go_together(run: Any) -> None:
    code, _, err = run("mailbox", "set", "john@example.com", "--copy-to", "x@far.example", "--no-redirection")
    assert (code, err) == (1, "posthousectl: Say one of --copy-to, --redirect-to and --no-redirection.\n")


def test_groups(run: Any) -> None:
    assert "no groups yet" in run("group", "list")[1]
    added = _json(run, "group", "add", "sales@example.com", "john@example.com", "--name", "Sales")
    assert (added["members"], added["friendly_name"]) == (["john@example.com"], "Sales")
    _json(run, "group", "member", "add", "sales@example.com", "x@far.example", "y@far.example")
    _json(run, "group", "member", "remove", "sales@example.com", "x@far.example")
    (row,) = _json(run, "group", "list")
    assert row["members"] == ["john@example.com", "y@far.example"]
    assert "Sales" in run("group", "list")[1]
    explained = run("relay", "explain", "--client", "192.0.2.1", "--sender", "a@far.example", "--recipient",
                    "sales@example.com")[1]
    assert "sales@example.com is the address of a group." in explained
    assert run("group", "remove", "nobody@example.com")[2] == "posthousectl: There is no group nobody@example.com.\n"
    assert run("group", "remove", "sales@example.com")[0] == 0
    assert _json(run, "group", "list") == []


def test_unknown_recipients_of_a_domain(run: Any) -> None:
    changed = _json(run, "domain", "set", "example.com", "--unknown", "accept", "--catch-all", "john@example.com")
    assert (changed["catch_all"], changed["unknown"]) == ("john", "accept")
    changed = _json(run, "domain", "set", "example.com", "--catch-all", "")
    assert (changed["catch_all"], changed["unknown"]) == (None, "accept")
    assert "accept" in run("domain", "list")[1]
    assert run("domain", "set", "example.com", "--unknown", "maybe")[0] == 2


def test_export_and_import(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "directory.csv"
    assert run("directory", "export", str(file))[1] == f"2 lines written to {file}.\n"
    assert run("directory", "import", str(file))[1] == "0 created, 0 changed, 2 unchanged, 0 refused.\n"
    file.write_text("kind,name,post_office,password\nmailbox,mary,example.com,pw\n", "utf-8")
    code, out, _ = run("directory", "import", str(file), "--dry-run")
    assert code == 0
    assert "created  mailbox mary@example.com" in out
    assert "dry run" in out
    assert "mary" not in run("mailbox", "list")[1]
    assert _json(run, "directory", "import", str(file))["imported"] is True
    assert "mary" in run("mailbox", "list")[1]
    file.write_text("kind,name\nmailbox,nobody@example.com\n", "utf-8")
    code, out, _ = run("directory", "import", str(file))
    assert code == 1
    assert "A new mailbox needs a password" in out
