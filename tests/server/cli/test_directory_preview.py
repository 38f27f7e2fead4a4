"""--preview of domain and mailbox commands: says what flips, and changes nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest

from posthouse_server.cli import main
from posthouse_server.paths import DataFolder
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.ids import new_id
from posthouse_server.store.traffic import DecisionRow


@pytest.fixture
def used(folder: DataFolder) -> DataFolder:
    """John has received two messages and sent one after logging in."""
    with Store(folder) as store:
        store.traffic.open_writer()
        for sender, recipient, verdict, rule, login in (
                ("a@far.example", "john@example.com", "local", "address_map", None),
                ("b@far.example", "John@example.com", "local", "address_map", None),
                ("john@example.com", "c@far.example", "relay", "authenticated", "john@example.com")):
            store.traffic.record_decision(DecisionRow(new_id(), now(), "192.0.2.9", login, False, sender, recipient, verdict,
                                                      rule, "250 OK", 1))
        store.traffic.close_writer()
    return folder


def _json(folder: DataFolder, capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    main(["--data-dir", str(folder.root), *arguments, "--json"])
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(("arguments", "effect"), [
    (("domain", "remove", "Example.com"), "Removing example.com: 2 messages in the last 30 days to 1 recipient would be "
     "refused."),
    (("mailbox", "remove", "john@example.com"), "Removing john@example.com: 2 messages in the last 30 days to 1 recipient "
     "would be refused, and 1 message relayed for john@example.com would be refused."),
    (("mailbox", "disable", "john@example.com"), "Disabling john@example.com: 2 messages in the last 30 days to 1 recipient "
     "would be refused, and 1 message relayed for john@example.com would be refused."),
    (("mailbox", "enable", "john@example.com"), "Enabling john@example.com: of the mail of the last 30 days, nothing would be "
     "judged otherwise."),
    (("domain", "add", "far.example"), "Adding far.example: 1 message in the last 30 days relayed for john@example.com would "
     "be refused.")])
def test_what_flips_is_said_and_nothing_is_changed(used: DataFolder, capsys: pytest.CaptureFixture[str],
                                                   arguments: tuple[str, ...], effect: str) -> None:
    with Store(used) as store:
        before = store.settings.newest_number()
    found = _json(used, capsys, *arguments, "--preview")
    assert found["effect"] == effect
    main(["--data-dir", str(used.root), *arguments, "--preview"])
    assert capsys.readouterr().out.rstrip().endswith("Nothing was changed.")
    with Store(used) as store:
        assert store.settings.newest_number() == before


def test_a_name_that_is_not_there_is_one_clear_line(used: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (("domain", "remove", "no.example"), ("mailbox", "disable", "mary@example.com")):
        with pytest.raises(SystemExit):
            main(["--data-dir", str(used.root), *arguments, "--preview"])
        assert "There is no" in capsys.readouterr().err
