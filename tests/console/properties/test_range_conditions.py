"""Privileged ranges with an end, weekly hours and senders."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from posthouse_console.widgets.privileged_dialog import PrivilegedDialog
from posthouse_console.widgets.ranges_entry import RangeEntryDialog
from posthouse_console.widgets.ranges_model import RangeColumn
from posthouse_console.widgets.ranges_text import next_change
from posthouse_console.widgets.until_presets import presets
from posthouse_server.settings import set_paths
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.store import Store

Open = Callable[[], Any]
_PATH = "smtp.relay.privileged_ip_ranges"
_PAST = (datetime.now(UTC) - timedelta(days=1)).isoformat()


def _list(console: Open, store: Store, *entries: dict[str, Any]) -> tuple[Any, PrivilegedDialog]:
    store.settings.change(lambda settings: set_paths(settings, {
        "smtp.relay.allow_privileged_ip_ranges": True, _PATH: list(entries)}), "test")
    here = console()
    here.bring("Relay")
    here.click(here.find("smtp_relay_privileged_ip_ranges"))
    return here, here.popup(PrivilegedDialog)


def _entry(here: Any, button: Any) -> RangeEntryDialog:
    here.click(button)
    return here.popup(RangeEntryDialog)  # type: ignore[no-any-return]


def test_hours_and_senders_are_entered_saved_and_kept_by_another_edit(console: Open, store: Store) -> None:
    here, dialog = _list(console, store)
    entry = _entry(here, dialog.panel.add)
    here.qtbot.keyClicks(entry.range.line, "10.0.0.0/24")
    here.click(entry.hours.add)
    here.qtbot.keyClicks(entry.senders, "scanner@example.com")
    here.qtbot.keyClick(entry.senders, Qt.Key.Key_Return)
    here.qtbot.keyClicks(entry.senders, "example.net")
    here.click(here.ok_of(entry))
    entry = _entry(here, dialog.panel.edit)
    here.qtbot.keyClicks(entry.note.line, "office")
    here.click(here.ok_of(entry))
    here.click(here.ok_of(dialog))
    here.apply()
    (saved,) = here.value(_PATH)
    assert (saved.hours, saved.note) == (("mon-fri 08:00-18:00",), "office")
    assert saved.senders == ("scanner@example.com", "example.net")


def test_bad_hours_or_senders_are_named_and_stop_ok(console: Open, store: Store) -> None:
    here, dialog = _list(console, store)
    entry = _entry(here, dialog.panel.add)
    here.qtbot.keyClicks(entry.range.line, "10.0.0.1")
    here.qtbot.keyClicks(entry.hours.line, "noon")
    assert "is not hours of the week" in entry._extent.text()
    assert not here.ok_of(entry).isEnabled()
    entry.hours.line.clear()
    here.qtbot.keyClicks(entry.senders, "not an address")
    assert entry._extent.text().startswith("Only for the senders:")
    assert not here.ok_of(entry).isEnabled()


def test_a_preset_sets_the_end(console: Open, store: Store) -> None:
    here, dialog = _list(console, store)
    entry = _entry(here, dialog.panel.add)
    here.qtbot.keyClicks(entry.range.line, "10.0.0.1")
    menu = entry.until.presets.menu()
    menu.aboutToShow.emit()
    captions = [action.text().replace("&", "") for action in menu.actions()]
    assert captions[0] == "For 2 hours"
    assert captions[-2:] == ["Until Friday 18:00", "For ever"]
    menu.actions()[0].trigger()
    ahead = entry.entry().expires_at
    assert ahead is not None
    assert timedelta(minutes=119) < ahead - datetime.now(UTC) <= timedelta(hours=2)
    menu.actions()[-1].trigger()
    assert entry.entry().expires_at is None


def test_remove_ended_removes_only_those(console: Open, store: Store) -> None:
    here, dialog = _list(console, store, {"range": "10.0.0.1", "expires_at": _PAST}, {"range": "10.0.0.2"})
    assert dialog.panel.clean.isEnabled()
    here.click(dialog.panel.clean)
    assert [item.range for item in dialog.entries()] == ["10.0.0.2"]
    assert not dialog.panel.clean.isEnabled()


def test_an_entry_that_ends_while_one_looks_is_struck_through_and_can_be_removed(console: Open, store: Store) -> None:
    here, dialog = _list(console, store, {"range": "10.0.0.2"})
    model = dialog.panel.table.model()
    end = datetime.now(UTC) + timedelta(seconds=3)
    dialog.change_entries([PrivilegedRange(range="10.0.0.1", expires_at=end)])
    assert dialog.summary() == "2 entries admit 2 addresses."
    assert not dialog.panel.clean.isEnabled()
    here.qtbot.waitUntil(dialog.panel.clean.isEnabled, timeout=20_000)
    assert datetime.now(UTC) >= end
    assert dialog.summary() == "1 entry admits 1 address; 1 has expired."
    first, second = (model.index(row, RangeColumn.RANGE) for row in range(2))
    assert (first.data(), second.data()) == ("10.0.0.1", "10.0.0.2")
    assert first.data(Qt.ItemDataRole.FontRole).strikeOut()
    assert second.data(Qt.ItemDataRole.FontRole) is None
    here.click(dialog.panel.clean)
    assert [item.range for item in dialog.entries()] == ["10.0.0.2"]


def test_the_clock_changes_a_list_at_an_end_or_a_minute_of_hours() -> None:
    at = datetime(2026, 11, 24, 12, 0, 30, tzinfo=UTC)
    ended, soon = (PrivilegedRange(range="10.0.0.1", expires_at=at + timedelta(hours=hours)) for hours in (-1, 1))
    hours = PrivilegedRange(range="10.0.0.1", hours=("mon-fri 08:00-18:00",))
    assert next_change([ended, PrivilegedRange(range="10.0.0.2")], at) is None
    assert next_change([ended, soon], at) == at + timedelta(hours=1)
    assert next_change([soon, hours], at) == at + timedelta(seconds=30)


def test_an_entry_out_of_hours_says_so_and_is_not_struck_through(console: Open, store: Store) -> None:
    local = datetime.now().astimezone()
    elsewhere = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[(local.weekday() + 3) % 7]
    _here, dialog = _list(console, store, {"range": "10.0.0.1", "hours": [f"{elsewhere} 08:00-09:00"]})
    model = dialog.panel.table.model()
    assert list(dialog.panel.remarks()) == ["Not in force at this hour"]
    assert model.data(model.index(0, RangeColumn.RANGE), Qt.ItemDataRole.FontRole) is None
    assert model.data(model.index(0, RangeColumn.HOURS)) == f"{elsewhere} 08:00-09:00"
    assert model.data(model.index(0, RangeColumn.SENDERS)) == "any"
    assert dialog.summary() == "The list admits nobody; 1 is out of hours now."


def test_suggestions_are_offered_only_where_somebody_answers(console: Open, store: Store) -> None:
    here, dialog = _list(console, store)
    assert not dialog.suggest.isVisible()
    here.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    here.page.offer_suggestions()
    here.page.suggest_wanted.connect(lambda asker: asker.change_entries([PrivilegedRange(range="10.9.0.0/24")]))
    here.click(here.find("smtp_relay_privileged_ip_ranges"))
    dialog = here.popup(PrivilegedDialog)
    here.click(dialog.suggest)
    assert [item.range for item in dialog.entries()] == ["10.9.0.0/24"]


@given(st.integers(0, 10**7).map(lambda minutes: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)))
def test_no_preset_lies_in_the_past(at: datetime) -> None:
    ends = dict(presets(at))
    assert all(end > at for end in ends.values() if end is not None)
    friday = ends["Until &Friday 18:00"]
    assert friday is not None
    assert (friday.astimezone().weekday(), friday.astimezone().hour) == (4, 18)
    assert friday - at <= timedelta(days=7, hours=2)


@pytest.mark.parametrize("hour", [17, 18])
def test_this_evening_is_offered_until_it_has_come(hour: int) -> None:
    at = datetime(2026, 11, 24, hour).astimezone()
    assert ("Until &today 18:00" in dict(presets(at))) is (hour < 18)
