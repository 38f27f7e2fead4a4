"""Who could relay, live on the Relay tab, and the questions before a save that opens the server."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from posthouse_console.widgets.exposure_confirmation import ExposureConfirmation
from posthouse_server.policy.directory import MemoryDirectory
from posthouse_server.policy.exposure import exposure
from posthouse_server.policy.widening import widening
from posthouse_server.settings import Settings, set_paths
from posthouse_server.store import Store

Button = QDialogButtonBox.StandardButton
Open = Callable[[], Any]
_RELAY = "smtp.relay"
_TICK = "smtp_relay_allow_privileged_ip_ranges"


def _ranges(*ranges: Any, ticked: bool = True) -> dict[str, Any]:
    entries = [item if isinstance(item, dict) else {"range": item} for item in ranges]
    return {f"{_RELAY}.allow_privileged_ip_ranges": ticked, f"{_RELAY}.privileged_ip_ranges": entries}


def _open(console: Open, store: Store, values: dict[str, Any]) -> Any:
    store.settings.change(lambda settings: set_paths(settings, values), "test")
    here = console()
    here.bring("Relay")
    return here


def _says(here: Any, words: str) -> None:
    here.qtbot.waitUntil(lambda: words in here.page.exposure.text())


def _question(here: Any) -> ExposureConfirmation:
    here.qtbot.waitUntil(lambda: any(child.isVisible() for child in here.dialog.findChildren(ExposureConfirmation)))
    return here.popup(ExposureConfirmation)  # type: ignore[no-any-return]


@pytest.mark.parametrize(("range_", "words"), [
    ("10.0.0.0/24", "256 private addresses can relay"), ("8.8.8.0/24", "256 public addresses can relay"),
    ("0.0.0.0/0", "Open to the Internet")])
def test_the_tab_says_live_who_could_relay(console: Open, store: Store, range_: str, words: str) -> None:
    here = _open(console, store, _ranges(range_, ticked=False))
    _says(here, "Closed: nobody can relay without a password.")
    here.click(here.find(_TICK))
    _says(here, words)
    assert "only this computer can reach them" in here.page.exposure.text()
    assert here.page.exposure.accessibleName() == here.page.exposure.text()
    here.click(here.find(_TICK))
    _says(here, "Closed")


def test_public_addresses_need_a_second_yes_with_their_number(console: Open, store: Store) -> None:
    here = _open(console, store, _ranges("8.8.8.0/24", ticked=False))
    here.click(here.find(_TICK))
    here.press(Button.Apply)
    question = _question(here)
    assert here.ok_of(question).text() == "&Yes, allow 256 public addresses to relay"
    here.qtbot.keyClick(question, Qt.Key.Key_Return)  # Enter alone is no yes
    here.qtbot.waitUntil(lambda: here.button(Button.Apply).isEnabled())
    assert here.value(f"{_RELAY}.allow_privileged_ip_ranges") is False
    here.press(Button.Apply)
    with here.qtbot.waitSignal(here.model.saved):
        here.click(here.ok_of(_question(here)))
    assert here.value(f"{_RELAY}.allow_privileged_ip_ranges") is True


def test_an_open_relay_needs_the_word(console: Open, store: Store) -> None:
    here = _open(console, store, _ranges("0.0.0.0/0", ticked=False))
    newest = store.settings.newest_number()
    here.click(here.find(_TICK))
    here.press(Button.Ok)
    question = _question(here)
    assert not here.ok_of(question).isEnabled()
    here.qtbot.keyClicks(question.word, "open")
    assert not here.ok_of(question).isEnabled()
    here.qtbot.keyClick(question, Qt.Key.Key_Escape)
    here.qtbot.waitUntil(lambda: here.button(Button.Ok).isEnabled())
    assert here.dialog.isVisible()
    assert store.settings.newest_number() == newest
    here.press(Button.Ok)
    question = _question(here)
    here.qtbot.keyClicks(question.word, "OPEN")
    with here.qtbot.waitSignal(here.dialog.accepted):
        here.qtbot.keyClick(question.word, Qt.Key.Key_Return)
    assert here.value(f"{_RELAY}.allow_privileged_ip_ranges") is True


def test_what_is_open_already_or_gets_narrower_is_saved_without_a_question(console: Open, store: Store) -> None:
    here = _open(console, store, _ranges("8.8.8.0/24"))
    here.click(here.find("smtp_relay_test_after_changes"))
    here.apply()
    assert here.value(f"{_RELAY}.test_after_changes") is False
    here.click(here.find(_TICK))
    here.apply()
    assert here.value(f"{_RELAY}.allow_privileged_ip_ranges") is False


def test_the_button_asks_why_by_the_edited_settings(console: Open, store: Store) -> None:
    here = _open(console, store, _ranges("10.0.0.1", ticked=False))
    here.click(here.find(_TICK))
    with here.qtbot.waitSignal(here.dialog.explain_wanted) as asked:
        here.click(here.find("who_can_relay"))
    assert asked.args[0].smtp.relay.allow_privileged_ip_ranges
    assert here.value(f"{_RELAY}.allow_privileged_ip_ranges") is False


_SCANNER = {"range": "8.8.8.0/24", "senders": ["scanner@example.com"]}


@pytest.mark.parametrize(("before", "after", "word", "yes"), [
    ([], ["10.0.0.0/8"], False, False), ([], ["8.8.8.8"], False, True), (["8.8.8.8"], ["8.8.8.8"], False, False),
    (["8.8.8.8"], ["9.9.9.9"], False, True), (["8.8.8.0/24"], ["8.8.8.8"], False, False),
    ([_SCANNER], ["8.8.8.0/24"], False, True), (["8.8.8.0/24"], [_SCANNER], False, False),
    ([], ["0.0.0.0/0"], True, False), (["0.0.0.0/0"], ["0.0.0.0/0"], False, False),
    (["0.0.0.0/0"], ["0.0.0.0/0", "2000::/3"], True, False), (["0.0.0.0/0"], ["0.0.0.0/1"], False, False)])
def test_only_what_widens_is_asked_about(before: list[Any], after: list[Any], word: bool, yes: bool) -> None:
    directory, at = MemoryDirectory(frozenset({"example.com"}), {}), datetime.now(UTC)
    one, other = (exposure(set_paths(Settings(), _ranges(*entries)), directory, at) for entries in (before, after))
    found = widening(one, other)
    assert (found.needs_word, found.needs_yes) == (word, yes)
