"""Apply for some minutes, and the bar that counts down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtWidgets import QDialogButtonBox

from posthouse_console.widgets.trial_bar import TrialBar
from posthouse_server.store import Store

Button = QDialogButtonBox.StandardButton
Open = Callable[[], Any]
_TICK = "smtp_relay_allow_authenticated_senders"
_PATH = "smtp.relay.allow_authenticated_senders"


def _apply_for(console: Open, minutes: int) -> Any:
    here = console()
    here.bring("Relay")
    assert not here.dialog.apply_for.isEnabled()
    here.click(here.find(_TICK))
    actions = here.dialog.apply_for.menu().actions()
    assert [action.text() for action in actions] == ["2 minutes", "10 minutes", "60 minutes"]
    with here.qtbot.waitSignal(here.model.saved):
        next(action for action in actions if action.text() == f"{minutes} minutes").trigger()
    here.qtbot.waitUntil(here.dialog.trial_bar.isVisible)
    trial = here.store.trials.current()
    assert trial is not None
    assert timedelta(minutes=minutes - 1) < trial.until - datetime.now(UTC) <= timedelta(minutes=minutes)
    return here


def test_a_trial_is_counted_down_and_taken_back(console: Open, store: Store) -> None:
    here = _apply_for(console, 2)
    assert here.value(_PATH) is False
    assert here.dialog.isVisible()
    trial = store.trials.current()
    assert trial is not None
    text = here.dialog.trial_bar.text()
    assert text.startswith(f"Revision {trial.revision} takes itself back in ")
    assert text[-5] in "12"
    here.click(here.dialog.trial_bar.take_back)
    here.qtbot.waitUntil(lambda: not here.dialog.trial_bar.isVisible())
    assert here.value(_PATH) is True
    assert store.trials.current() is None


def test_a_trial_is_kept(console: Open, store: Store) -> None:
    here = _apply_for(console, 10)
    here.click(here.dialog.trial_bar.keep)
    here.qtbot.waitUntil(lambda: not here.dialog.trial_bar.isVisible())
    assert here.value(_PATH) is False
    assert store.trials.current() is None


def test_the_button_apply_after_a_trial_is_no_trial(console: Open, store: Store) -> None:
    here = _apply_for(console, 60)
    here.click(here.dialog.trial_bar.keep)
    here.qtbot.waitUntil(lambda: not here.dialog.trial_bar.isVisible())
    here.qtbot.waitUntil(lambda: here.button(Button.Ok).isEnabled())
    here.click(here.find(_TICK))
    here.apply()
    assert store.trials.current() is None
    assert here.value(_PATH) is True


def test_what_is_applied_on_top_after_a_trial_is_no_trial(console: Open, store: Store) -> None:
    here = _apply_for(console, 60)
    here.click(here.dialog.trial_bar.keep)
    here.qtbot.waitUntil(lambda: not here.dialog.trial_bar.isVisible())
    here.qtbot.waitUntil(lambda: here.button(Button.Ok).isEnabled())
    here.click(here.find(_TICK))
    here.change(smtp__inbound__max_connections=700)
    here.notice()
    with here.qtbot.waitSignal(here.model.saved):
        here.act("Apply mine on top")
    assert store.trials.current() is None
    assert here.value(_PATH) is True
    assert here.value("smtp.inbound.max_connections") == 700


def test_keep_editing_gives_up_the_trial_that_was_wanted(console: Open, store: Store) -> None:
    here = console()
    here.bring("Relay")
    here.click(here.find(_TICK))
    here.change(smtp__inbound__max_connections=700)
    here.notice()
    here.dialog.apply_for.menu().actions()[0].trigger()
    here.act("Keep editing")
    here.change(smtp__inbound__max_connections=800)
    here.notice()
    with here.qtbot.waitSignal(here.model.saved):
        here.act("Apply mine on top")
    assert store.trials.current() is None
    assert here.value(_PATH) is False
    assert here.value("smtp.inbound.max_connections") == 800


def test_a_trial_that_is_over_says_who_takes_it_back(qtbot: Any) -> None:
    bar = TrialBar()
    qtbot.addWidget(bar)
    bar.show_trial(7, datetime.now(UTC) + timedelta(seconds=118))
    assert bar.text() == "Revision 7 takes itself back in 1:58."
    bar.show_trial(7, datetime.now(UTC) - timedelta(seconds=1))
    assert bar.text() == "Revision 7 is taken back now, or when the server starts."


def test_preview_is_offered_where_somebody_answers(console: Open) -> None:
    here = console()
    here.bring("Relay")
    assert not here.dialog.preview.isVisible()
    here.dialog.offer_preview()
    assert not here.dialog.preview.isEnabled()
    assert here.dialog.preview.toolTip() == "Nothing has been edited."
    here.click(here.find(_TICK))
    here.qtbot.waitUntil(here.dialog.preview.isEnabled)
    with here.qtbot.waitSignal(here.dialog.preview_wanted) as asked:
        here.click(here.dialog.preview)
    old, new = asked.args
    assert (old.smtp.relay.allow_authenticated_senders, new.smtp.relay.allow_authenticated_senders) == (True, False)


def test_edits_without_a_part_in_the_policy_have_no_preview(console: Open) -> None:
    here = console()
    here.dialog.offer_preview()
    here.bring("Security")
    here.click(here.find("smtp_security_hide_client_addresses"))
    here.qtbot.waitUntil(lambda: "no part in who may send or relay" in here.dialog.preview.toolTip())
    assert not here.dialog.preview.isEnabled()
    assert here.button(Button.Apply).isEnabled()
    here.bring("Relay")
    here.click(here.find(_TICK))
    here.qtbot.waitUntil(here.dialog.preview.isEnabled)
    here.click(here.find(_TICK))
    here.qtbot.waitUntil(lambda: not here.dialog.preview.isEnabled())
