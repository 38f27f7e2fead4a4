"""--preview of domain and mailbox commands: says what flips, and changes nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest

from posthouse_server.cli import main
from posthouse_server.paths import DataFolder
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.directory import DomainProperties
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
     "judged or delivered otherwise."),
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
    for arguments in (("domain", "remove", "no.example"), ("mailbox", "disable", "mary@example.com"),
                      ("group", "remove", "all@example.com"),
                      ("domain", "set", "example.com", "--catch-all", "mary@example.com")):
        with pytest.raises(SystemExit):
            main(["--data-dir", str(used.root), *arguments, "--preview"])
        assert "There is no" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [("mailbox", "set", "john@example.com", "--copy-to", "bad"),
                                       ("mailbox", "address", "add", "john@example.com", "bad")])
def test_what_is_no_address_is_one_clear_line(used: DataFolder, capsys: pytest.CaptureFixture[str],
                                              arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit):
        main(["--data-dir", str(used.root), *arguments, "--preview"])
    assert capsys.readouterr().err.startswith("posthousectl: 'bad' ")


def test_a_redirection_says_to_whom_mail_goes_from_then_on(used: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    with Store(used) as store:
        store.directory.add_mailbox("anna@example.com", "secret", "test")
    change = ("mailbox", "set", "john@example.com", "--redirect-to", "anna@example.com", "--redirect-to", "x@elsewhere.net",
              "--preview")
    found = _json(used, capsys, *change)
    assert found["effect"] == ("Changing john@example.com: 2 messages in the last 30 days to 1 recipient would be delivered to "
                               "anna@example.com and x@elsewhere.net.")
    assert found["preview"]["summary"] == "Recipients, of 3 recorded in 30 days: 2 would be delivered elsewhere."
    assert [(flip["recipient"].lower(), flip["messages"], flip["before"], flip["after"], flip["delivered_before"],
             flip["delivered_after"]) for flip in found["preview"]["flips"]] == [
        ("john@example.com", 1, "local", "local", ["john@example.com"], ["anna@example.com", "x@elsewhere.net"])] * 2
    main(["--data-dir", str(used.root), *change])
    assert ("would be delivered to anna@example.com and x@elsewhere.net (was: delivered to john@example.com)"
            in capsys.readouterr().out)
    with Store(used) as store:
        assert not store.directory.mailbox("john@example.com").redirect_to


def test_a_group_a_catch_all_and_an_address_are_looked_at(used: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    with Store(used) as store:
        store.directory.add_mailbox("anna@example.com", "secret", "test")
        store.directory.add_group("sales@example.com", "test", "", ["john@example.com"])
        store.directory.set_domain("example.com", DomainProperties("john@example.com"), "test")
        store.traffic.open_writer()
        for recipient in ("sales@example.com", "nobody@example.com"):
            store.traffic.record_decision(DecisionRow(new_id(), now(), "192.0.2.9", None, False, "a@far.example", recipient,
                                                      "local", "address_map", "250 OK", 1))
        store.traffic.close_writer()
    for arguments, outcome in (
            (("group", "member", "add", "sales@example.com", "Anna@example.com"),
             "to 1 recipient would be delivered to anna@example.com and john@example.com."),
            (("group", "member", "remove", "sales@example.com", "john@example.com"), "to 1 recipient would be refused."),
            (("group", "remove", "sales@example.com"), "nothing would be judged or delivered otherwise."),
            (("domain", "set", "example.com", "--catch-all", "anna@example.com"),
             "to 1 recipient would be delivered to anna@example.com."),
            (("mailbox", "address", "add", "anna@example.com", "nobody@example.com"),
             "to 1 recipient would be delivered to anna@example.com.")):
        assert _json(used, capsys, *arguments, "--preview")["effect"].endswith(outcome), arguments
