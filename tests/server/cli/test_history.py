"""posthousectl history: what each command prints, changes and refuses."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest

from posthouse_server.cli import main
from posthouse_server.paths import DataFolder
from posthouse_server.settings import Settings, set_paths
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.traffic import DecisionRow

Call = Callable[..., tuple[int, str, str]]
WHO = "anna@desk (console)"
FLAG = "smtp.relay.allow_local_sender_addresses"
RANGES = {"smtp.relay.allow_privileged_ip_ranges": True, "smtp.relay.privileged_ip_ranges": [{"range": "198.51.99.0/24"}]}


@pytest.fixture
def history(folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> Call:
    def call(*arguments: str) -> tuple[int, str, str]:
        code = 0
        try:
            main(["--data-dir", str(folder.root), "history", *arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return call


def _json(history: Call, *arguments: str) -> Any:
    code, out, err = history(*arguments, "--json")
    assert (code, err) == (0, ""), arguments
    return json.loads(out)


def _change(store: Store, values: dict[str, Any], minutes: int | None = None) -> int:
    return store.settings.change(lambda old: set_paths(old, values), WHO, trial_minutes=minutes).number


def _settings(store: Store) -> Settings:
    return store.settings.load().settings


def test_show(history: Call, store: Store) -> None:
    number = _change(store, {FLAG: True})
    assert history("show", str(number)) == (0, "Allow relay for local sender addresses: off → on\n", "")
    assert _json(history, "show", str(number)) == [
        {"label": "Allow relay for local sender addresses", "before": "off", "after": "on"}]
    assert history("show", "99")[::2] == (1, "posthousectl: There is no revision 99.\n")
    assert history("show", "0")[0] == 2


def test_revert_says_what_it_did_and_who_can_relay(history: Call, store: Store) -> None:
    number = _change(store, {FLAG: True})
    code, out, err = history("revert", str(number), "--comment", "a mistake")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        f"Revision {number + 1}: revision {number} reverted.", "  Allow relay for local sender addresses: on → off",
        "Who can relay: Closed: nobody can relay without a password."]
    assert not _settings(store).smtp.relay.allow_local_sender_addresses
    assert store.history.list()[0].comment == "a mistake"
    assert history("revert", str(number))[::2] == (
        1, f"posthousectl: Nothing of revision {number} is left to take back: it was changed again since.\n")
    assert history("go-back", str(number + 1))[::2] == (1, "posthousectl: Nothing would change: it is so already.\n")


def test_revert_takes_a_change_of_the_directory_back(history: Call, store: Store) -> None:
    store.directory.remove_mailbox("john@example.com", WHO)
    number = store.settings.newest_number()
    made = _json(history, "revert", str(number))
    assert (made["number"], made["kind"], made["exposure"]["level"]) == (number + 1, "directory", "closed")
    assert store.directory.credentials("john@example.com") is not None


@pytest.mark.parametrize(("values", "option", "too_little", "sentence"), [
    ({FLAG: True}, "--open", "--public", "Open to the Internet"),
    (RANGES, "--public", "--comment=x", "256 public addresses can relay without a password")])
@pytest.mark.parametrize("is_revert", [True, False])
def test_what_opens_the_server_needs_its_option(
        history: Call, store: Store, values: dict[str, Any], option: str, too_little: str, sentence: str,
        is_revert: bool) -> None:
    opened = _change(store, values)
    closed = _change(store, dict.fromkeys(values, False) if FLAG in values else {**values, next(iter(RANGES)): False})
    words = ("revert", str(closed)) if is_revert else ("go-back", str(opened))
    for refused in (words, (*words, too_little)):
        code, out, err = history(*refused)
        assert (code, out) == (1, "")
        assert err.startswith(f"posthousectl: Afterwards: {sentence}")
        assert err.endswith(f"Nothing was changed; if that is what you want, say {option}.\n")
        assert store.settings.newest_number() == closed
    shown = _json(history, *words, "--preview")
    assert (shown["needs"], shown["exposure_before"]["level"]) == (option, "closed")
    assert f"This needs the option {option}." in history(*words, "--preview")[1]
    assert store.settings.newest_number() == closed
    code, out, _ = history(*words, option)
    assert code == 0
    assert f"Who can relay: {sentence}" in out
    assert _settings(store) == store.history.settings_at(opened)


def test_preview_shows_the_flips_and_changes_nothing(history: Call, store: Store) -> None:
    number = _change(store, {"smtp.relay.privileged_ip_ranges": [{"range": "10.0.4.17", "note": "scanner"}],
                             "smtp.relay.allow_privileged_ip_ranges": True})
    store.traffic.open_writer()
    store.traffic.record_decision(DecisionRow("D-1", now(), "10.0.4.17", None, False, "scan@far.example", "b@far.example",
                                              "relay", "privileged_range", "250 ok", number))
    store.traffic.close_writer()
    code, out, err = history("revert", str(number), "--preview")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "This would change:"
    assert "  Privileged IPs: removed 10.0.4.17 (scanner)" in lines
    assert "Who can relay now: 1 private address can relay without a password." in lines
    assert "Afterwards: Closed: nobody can relay without a password." in lines
    assert any(line.startswith("scanner 10.0.4.17, 1 message in 30 days, would be refused") for line in lines)
    assert lines[-1] == "Nothing was changed."
    found = _json(history, "revert", str(number), "--preview")
    assert [flip["client"] for flip in found["preview"]["flips"]] == ["10.0.4.17"]
    assert (found["needs"], found["ends_trial"], found["exposure"]["level"]) == (None, None, "closed")
    assert store.settings.newest_number() == number


def test_go_back_brings_settings_and_directory_back(history: Call, store: Store) -> None:
    then, settings = store.settings.newest_number(), _settings(store)
    _change(store, {"smtp.inbound.max_connections": 7})
    store.directory.add_domain("later.example", WHO)
    code, out, _ = history("go-back", str(then))
    assert code == 0
    assert f"back to revision {then}." in out
    assert "Domain later.example: removed in post office later.example" in out
    assert _settings(store) == settings == store.history.settings_at(then)
    assert [row.name for row in store.directory.list_domains()] == ["example.com"]


def test_confirm(history: Call, store: Store) -> None:
    assert history("confirm")[::2] == (1, "posthousectl: No change is on trial.\n")
    number = _change(store, {"smtp.relay.enabled": False}, 10)
    assert f"Revision {number} takes itself back at" in history("list")[1]
    assert history("confirm", "1")[::2] == (1, f"posthousectl: Revision 1 is not on trial; revision {number} is.\n")
    made = _json(history, "confirm", str(number), "--comment", "works well")
    assert (made["number"], made["comment"]) == (number + 1, "works well")
    assert made["author"].endswith("(command line)")
    assert f"Revision {number} confirmed" in history("list", "works")[1]
    assert history("show", str(number + 1))[1] == "No difference.\n"
    assert not _settings(store).smtp.relay.enabled
    assert history("take-back")[0] == 1


def test_take_back(history: Call, store: Store) -> None:
    number = _change(store, {FLAG: True}, 10)
    code, out, _ = history("take-back", str(number))
    assert code == 0
    assert f"Revision {number + 1}: Taken back (revision {number}): Allow relay for local sender addresses: on → off" in out
    assert "Who can relay: Closed" in out
    assert not _settings(store).smtp.relay.allow_local_sender_addresses
    assert history("confirm", str(number))[::2] == (1, f"posthousectl: Revision {number} is not on trial any more.\n")


def test_reverting_what_is_on_trial_says_that_the_trial_is_over(history: Call, store: Store) -> None:
    number = _change(store, {FLAG: True}, 10)
    assert _json(history, "revert", str(number), "--preview")["ends_trial"] == number
    assert f"  Trial of revision {number}: running → over" in history("revert", str(number))[1]
    assert store.trials.current() is None


def test_verify_prints_the_digest_to_note(history: Call, store: Store) -> None:
    number = _change(store, {FLAG: True})
    found = _json(history, "verify")
    assert (found["ok"], found["checked"]) == (True, number)
    code, out, _ = history("verify")
    assert (code, out.splitlines()[1]) == (0, f"Digest of revision {number}: {found['digest']}")
    _change(store, {FLAG: False})
    assert history("verify", "--expect", found["digest"].upper())[0] == 0
    assert _json(history, "verify", "--expect", found["digest"])["noted_at"] == number
    code, out, _ = history("verify", "--expect", "0" * 64)
    assert code == 1
    assert f"none has the digest {'0' * 64}" in out
    code, _, err = history("verify", "--expect", "0" * 63)
    assert code == 2
    assert "64 hexadecimal digits" in err


def test_verify_names_the_first_broken_revision(history: Call, store: Store, folder: DataFolder) -> None:
    first, second = _change(store, {FLAG: True}), _change(store, {FLAG: False})
    with closing(sqlite3.connect(folder.settings_db)) as connection, connection:
        connection.execute("UPDATE revisions SET author = 'nobody' WHERE id IN (?, ?)", (first, second))
    code, out, err = history("verify")
    assert (code, err) == (1, "")
    assert out.startswith(f"Revision {first} (")
    code, out, _ = history("verify", "--json")
    assert (code, json.loads(out)["ok"]) == (1, False)
