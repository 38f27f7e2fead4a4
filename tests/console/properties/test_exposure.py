"""Who could relay, live on the Relay tab, and the questions before a save that opens the server."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from posthouse_console.widgets.exposure_confirmation import ExposureConfirmation
from posthouse_console.widgets.exposure_label import ExposureLabel
from posthouse_server.policy.directory import MemoryDirectory
from posthouse_server.policy.exposure import exposure
from posthouse_server.policy.widening import widened
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


def test_each_level_has_a_tint_and_an_icon_of_its_own(qtbot: QtBot) -> None:
    label, seen = ExposureLabel(), list[tuple[str, bytes]]()
    qtbot.addWidget(label)
    label.show()
    for ranges in ((), ("10.0.0.1",), ("8.8.8.8",), ("0.0.0.0/0",)):
        label.show_exposure(exposure(set_paths(Settings(), _ranges(*ranges)), MemoryDirectory(), datetime.now(UTC)))
        seen.append((label.palette().color(QPalette.ColorRole.Window).name(),
                     bytes(label._icon.pixmap().toImage().constBits())))
    assert len({tint for tint, _ in seen}) == len({picture for _, picture in seen}) == 4


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


def test_an_open_relay_needs_the_word_for_two_minutes_too(console: Open, store: Store) -> None:
    here = _open(console, store, _ranges("0.0.0.0/0", ticked=False))
    newest = store.settings.newest_number()
    here.click(here.find(_TICK))
    for_two = next(action for action in here.dialog.apply_for.menu().actions() if action.text() == "2 minutes")
    for_two.trigger()
    here.qtbot.keyClick(_question(here), Qt.Key.Key_Escape)
    here.qtbot.waitUntil(lambda: here.button(Button.Ok).isEnabled())
    assert (store.settings.newest_number(), store.trials.current()) == (newest, None)
    for_two.trigger()
    question = _question(here)
    here.qtbot.keyClicks(question.word, "OPEN")
    with here.qtbot.waitSignal(here.model.saved):
        here.click(here.ok_of(question))
    trial = store.trials.current()
    assert trial is not None
    assert trial.revision == newest + 1


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
_ENDING = {"range": "8.8.8.0/24", "expires_at": "2099-01-01T00:00:00Z"}
_LATER = {"range": "8.8.8.0/24", "expires_at": "2099-01-02T00:00:00Z"}
_ALL_UNTIL = {"range": "0.0.0.0/0", "expires_at": "2099-01-01T00:00:00Z"}
_AT_WORK = {"range": "8.8.8.0/24", "hours": ["mon-fri 08:00-18:00"]}


@pytest.mark.parametrize(("before", "after", "word", "yes"), [
    ([], ["10.0.0.0/8"], False, False), ([], ["8.8.8.8"], False, True), (["8.8.8.8"], ["8.8.8.8"], False, False),
    (["8.8.8.8"], ["9.9.9.9"], False, True), (["8.8.8.0/24"], ["8.8.8.8"], False, False),
    ([_SCANNER], ["8.8.8.0/24"], False, True), (["8.8.8.0/24"], [_SCANNER], False, False),
    ([_ENDING], ["8.8.8.0/24"], False, True), (["8.8.8.0/24"], [_ENDING], False, False),
    ([_ENDING], [_LATER], False, True), ([_LATER], [_ENDING], False, False),
    ([_ENDING], [{**_ENDING, "note": "x"}], False, False),
    ([_ALL_UNTIL], ["0.0.0.0/0"], True, False), (["0.0.0.0/0"], [_ALL_UNTIL], False, False),
    ([_AT_WORK], ["8.8.8.0/24"], False, True), (["8.8.8.0/24"], [_AT_WORK], False, False),
    ([_AT_WORK], [_SCANNER], False, True), ([_AT_WORK], [_AT_WORK], False, False), ([_ENDING], [_ENDING], False, False),
    ([], ["0.0.0.0/0"], True, False), (["0.0.0.0/0"], ["0.0.0.0/0"], False, False),
    (["0.0.0.0/0"], ["0.0.0.0/0", "2000::/3"], True, False), (["0.0.0.0/0"], ["0.0.0.0/1"], False, False)])
def test_only_what_widens_is_asked_about(before: list[Any], after: list[Any], word: bool, yes: bool) -> None:
    directory = MemoryDirectory(frozenset({"example.com"}), {})
    one, other = ((set_paths(Settings(), _ranges(*entries)), directory) for entries in (before, after))
    found = widened(one, other, datetime.now(UTC))
    assert (found.needs_word, found.needs_yes) == (word, yes)
