"""`relay explain`: a what-if, and a recorded decision by its id."""

import json
from datetime import timedelta
from typing import Any

import pytest

from posthouse_server.cli import main
from posthouse_server.cli.explaining import offers_today
from posthouse_server.paths import DataFolder
from posthouse_server.settings import set_paths
from posthouse_server.store import Store
from posthouse_server.store.bans import Ban, BanReason, Evidence
from posthouse_server.store.clock import now
from posthouse_server.store.explanations import explain_id
from posthouse_server.store.traffic import DecisionRow

_WHAT_IF = ("relay", "explain", "--client", "203.0.113.7", "--sender", "a@far.example", "--recipient", "b@away.example")


@pytest.fixture
def recorded(folder: DataFolder) -> str:
    """Record a refusal by revision 1, and let its client in by a later one."""
    with Store(folder) as store:
        store.traffic.open_writer()
        store.traffic.record_decision(DecisionRow(
            "K7Q2-9FXB", now(), "203.0.113.7", None, True, "a@far.example", "b@away.example", "refused", "no_criterion_met",
            "550 5.7.1 no", store.settings.newest_number()))
        store.traffic.close_writer()
        store.settings.change(lambda settings: set_paths(settings, {
            "smtp.relay.allow_privileged_ip_ranges": True,
            "smtp.relay.privileged_ip_ranges": [{"range": "203.0.113.7", "expires_at": "2030-01-01T00:00:00Z"}]}), "test")
    return "K7Q2-9FXB"


def _run(folder: DataFolder, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    main(["--data-dir", str(folder.root), *arguments])
    return capsys.readouterr().out


def _json(folder: DataFolder, capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    found = json.loads(_run(folder, capsys, *arguments, "--json"))
    assert isinstance(found, dict)
    return found


def test_an_id_is_explained_by_both_revisions(
        folder: DataFolder, recorded: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = _json(folder, capsys, "relay", "explain", "--id", f"550 5.7.1 Relaying denied [{recorded.lower()}]")
    assert (found["recorded"]["id"], found["recorded"]["tls"], found["note"]) == (recorded, True, "")
    assert (found["then"]["verdict"], found["today"]["verdict"]) == ("refused", "relay")
    assert found["then"]["revision"] < found["today"]["revision"]
    assert [block["block"] for block in found["today"]["blocks"]] == [1, 2, 3]
    text = _run(folder, capsys, "relay", "explain", "--id", recorded)
    assert text.index("By the settings of then") < text.index("By the settings of today")
    assert _run(folder, capsys, "relay", "explain", recorded) == text, "the id may stand alone"
    assert text.index("1 Refused outright") < text.index("2 Local recipient") < text.index("3 Relay")


def test_a_what_if_has_blocks_remedies_and_a_time(
        folder: DataFolder, recorded: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert _json(folder, capsys, *_WHAT_IF)["verdict"] == "relay"
    late = _json(folder, capsys, *_WHAT_IF, "--time", "2031-01-01T00:00")
    assert (late["verdict"], late["rule"]) == ("refused", "no_criterion_met")
    assert late["remedies"]
    assert all(item["title"] and item["why"] for item in late["remedies"])
    assert "What would allow it" in _run(folder, capsys, *_WHAT_IF, "--time", "2031-01-01T00:00")
    logged_in = _json(folder, capsys, *_WHAT_IF, "--user", "john@example.com", "--time", "2031-01-01T00:00")
    assert (logged_in["remedies"], logged_in["note"]) == ([], "")
    assert _json(folder, capsys, *_WHAT_IF, "--user", "nobody@example.com")["note"].startswith("Nobody can log in as nobody@")


def test_each_remedy_is_previewed(folder: DataFolder, recorded: str, capsys: pytest.CaptureFixture[str]) -> None:
    stranger = ("relay", "explain", "--client", "203.0.113.9", "--sender", "a@far.example", "--recipient", "b@away.example")
    found = _json(folder, capsys, *stranger)["remedies"]
    assert [item["preview"] is not None for item in found] == [item["can_be_applied"] for item in found]
    assert "judged and delivered as before" in found[0]["preview"]["summary"]
    assert "    Preview: Nothing changes" in _run(folder, capsys, *stranger)
    assert "Preview:" not in _run(folder, capsys, *stranger, "--no-preview")
    with Store(folder) as store:
        store.settings.change(lambda settings: set_paths(settings, {"smtp.relay.privileged_ip_ranges": []}), "test")
    today = _json(folder, capsys, "relay", "explain", recorded)["today"]["remedies"]
    assert today[0]["preview"]["flips"][0]["client"] == "203.0.113.7", "the recorded refusal is what the remedy turns"


def test_the_two_hours_of_a_remedy_count_from_now_and_not_from_the_refusal(folder: DataFolder) -> None:
    with Store(folder) as store:
        store.traffic.open_writer()
        store.traffic.record_decision(DecisionRow(
            "AAAA-1111", now() - timedelta(days=3), "10.0.4.17", None, False, "a@far.example", "b@away.example", "refused",
            "no_criterion_met", "550 5.7.1 no", store.settings.newest_number()))
        store.traffic.close_writer()
        first = offers_today(store, explain_id(store, "AAAA-1111"), is_previewed=False)[0]
    assert first.new is not None
    end = first.new.smtp.relay.privileged_ip_ranges[-1].expires_at
    assert end is not None
    assert timedelta(minutes=110) < end - now() <= timedelta(hours=2)


@pytest.mark.parametrize(("arguments", "sentence"), [
    (("--id", "AAAA-BBBB"), "No decision with the id AAAA-BBBB is recorded here"),
    (("--id", "AAAA-BBBB", "--client", "10.0.0.1"), "An id takes everything from the trace"),
    (("AAAA-BBBB", "--id", "AAAA-BBBB"), "Give the id once"),
    (("--client", "10.0.0.1"), "--sender, --recipient are missing"),
    (("--client", "ten", "--sender", "", "--recipient", "a@b.example"), "--client:"),
    (("--client", "10.0.0.1", "--sender", "", "--recipient", "a@b.example", "--time", "soon"), "'soon' is not a time")])
def test_an_error_is_one_clear_line(folder: DataFolder, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...],
                                    sentence: str) -> None:
    with pytest.raises(SystemExit):
        main(["--data-dir", str(folder.root), "relay", "explain", *arguments])
    error = capsys.readouterr().err
    assert sentence in error
    assert error.count("\n") == 1


def test_a_ban_of_today_is_named_with_what_lifts_it(
        folder: DataFolder, recorded: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Store(folder) as store:
        store.bans.record(Ban("203.0.113.7", now(), now() + timedelta(hours=1), 1, BanReason.REFUSED_RELAYS, Evidence(50)))
    assert [item["title"] for item in _json(folder, capsys, "relay", "explain", "--id", recorded)["bans"]] == [
        "Lift the ban of 203.0.113.7"]
    assert _json(folder, capsys, *_WHAT_IF)["remedies"][0]["title"] == "Lift the ban of 203.0.113.7"
    assert "The client can't connect now" in _run(folder, capsys, "relay", "explain", "--id", recorded)


def test_a_client_that_access_control_shuts_out_is_told_what_lets_it_in(
        folder: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    with Store(folder) as store:
        store.settings.change(lambda settings: set_paths(settings, {
            "smtp.inbound.access_control.ranges": ["203.0.113.0/24"]}), "test")
        store.traffic.open_writer()
        store.traffic.record_decision(DecisionRow(
            "K7Q2-9FXD", now(), "203.0.113.7", None, False, "", "", "refused", "access_control", "554 5.7.1 no", 2))
        store.traffic.close_writer()
    found = _json(folder, capsys, "relay", "explain", "--id", "K7Q2-9FXD")
    assert [item["title"] for item in found["bans"]] == [
        "Let 203.0.113.7 alone out of the banned 203.0.113.0/24",
        "Take 203.0.113.0/24 off the banned addresses of Access Control"]
