"""Ids out of replies, and recorded decisions judged again by the settings of then and of today."""

from collections.abc import Callable

import pytest

from posthouse_server.settings import Settings, set_paths
from posthouse_server.store import Store, StoreError
from posthouse_server.store.clock import now
from posthouse_server.store.explanations import explain_id, find_id
from posthouse_server.store.traffic import DecisionRow


def _record(store: Store, **values: object) -> None:
    known: dict[str, object] = {
        "id": "K7Q2-9FXB", "at": now(), "client": "203.0.113.7", "login": None, "tls": False, "sender": "a@far.example",
        "recipient": "b@away.example", "verdict": "refused", "rule": "no_criterion_met", "reply": "550 5.7.1 no",
        "revision": store.settings.load().revision.number}
    store.traffic.open_writer()
    store.traffic.record_decision(DecisionRow(**{**known, **values}))  # type: ignore[arg-type]
    store.traffic.close_writer()


def _setting(path: str, value: object) -> Callable[[Settings], Settings]:
    return lambda settings: set_paths(settings, {path: value})


@pytest.mark.parametrize(("text", "expected"), [
    ("K7Q2-9FXB", "K7Q2-9FXB"), (" [k7q2-9fxb] ", "K7Q2-9FXB"), ("k7q29fxb", "K7Q2-9FXB"), ("K7Q2 9FXB", "K7Q2-9FXB"),
    ("<K7Q2-9FXB>", "K7Q2-9FXB"), ("O7I2-9FXL", "0712-9FX1"),
    ("550 5.7.1 Relaying denied: log in first [K7Q2-9FXB]", "K7Q2-9FXB"),
    ("from best-case\n550-5.1.1 see K7Q2-9FXB.\r\n", "K7Q2-9FXB"), ("", ""), ("550 5.7.1 Relaying denied", ""),
    ("K7Q2-9FXB-AAAA", ""), ("1234-56789", "")])
def test_an_id_is_found_in_what_people_paste(text: str, expected: str) -> None:
    assert find_id(text) == expected


def test_then_and_today_are_judged_by_their_own_settings(store: Store) -> None:
    _record(store)
    store.settings.change(_setting("smtp.relay.privileged_ip_ranges", [{"range": "203.0.113.7"}]), "test")
    store.settings.change(_setting("smtp.relay.allow_privileged_ip_ranges", True), "test")
    explained = explain_id(store, "550 5.7.1 no [k7q2-9fxb]")
    assert explained.then is not None
    assert explained.today is not None
    assert (explained.then.decision.verdict, explained.today.decision.verdict) == ("refused", "relay")
    assert explained.then.revision < explained.today.revision
    assert explained.note == ""
    edited = explain_id(store, "K7Q2-9FXB", _setting("smtp.relay.enabled", False)(explained.today.settings))
    assert edited.today is not None
    assert edited.today.decision.rule == "relay_disabled"


def test_a_changed_directory_is_told_apart(store: Store) -> None:
    _record(store)
    store.directory.add_domain("away.example", "test")
    explained = explain_id(store, "K7Q2-9FXB")
    assert explained.then is not None
    assert explained.then.decision.rule == "unknown_recipient"
    assert "the directory of then is not kept" in explained.note


def test_what_the_policy_never_saw_is_told_as_recorded(store: Store) -> None:
    _record(store, rule="banned", recipient="", sender="", reply="421 4.7.0 later")
    explained = explain_id(store, "K7Q2-9FXB")
    assert (explained.request, explained.then, explained.today) == (None, None, None)
    assert "Banned" in explained.note


def test_of_a_limit_per_hour_those_are_named_that_it_counted_for(store: Store) -> None:
    for path, value in (("max_recipients_per_hour_login", 500), ("max_recipients_per_hour_range", 2000),
                        ("max_recipients_per_hour_client", 0)):
        store.settings.change(_setting(f"smtp.security.{path}", value), "test")
    _record(store, rule="rate_limit", login="john@example.com", reply="451 4.7.1 too many")
    note = explain_id(store, "K7Q2-9FXB").note
    assert "Limited are: the login john@example.com to 500. " in note
    store.settings.change(_setting("smtp.relay.privileged_ip_ranges", [{"range": "203.0.113.0/24"}]), "test")
    store.settings.change(_setting("smtp.relay.allow_privileged_ip_ranges", True), "test")
    store.settings.change(_setting("smtp.security.max_recipients_per_hour_client", 1000), "test")
    _record(store, id="K7Q2-9FXC", rule="rate_limit", reply="451 4.7.1 too many")
    assert ("Limited are: the privileged range 203.0.113.0/24 to 2,000, the client 203.0.113.7 to 1,000. "
            in explain_id(store, "K7Q2-9FXC").note)


def test_the_id_of_a_message_finds_its_decision(store: Store) -> None:
    _record(store, message_id="MMMM-0001", verdict="relay", rule="authenticated", login="john@example.com")
    assert explain_id(store, "250 2.0.0 OK [MMMM-0001]").row.id == "K7Q2-9FXB"


@pytest.mark.parametrize(("text", "sentence"), [
    ("AAAA-BBBB", "No decision with the id AAAA-BBBB"), ("hello", "There is no id")])
def test_an_unknown_id_is_one_clear_sentence(store: Store, text: str, sentence: str) -> None:
    with pytest.raises(StoreError, match=sentence):
        explain_id(store, text)
