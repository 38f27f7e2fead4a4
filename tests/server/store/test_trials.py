"""Changes on trial: every end of one, its trace in the history, and the races between them."""

import asyncio
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from posthouse_server.paths import DataFolder
from posthouse_server.settings import Settings, set_paths
from posthouse_server.store import Store, StoreError
from posthouse_server.store.clock import now
from posthouse_server.store.history import HistoryError
from posthouse_server.store.tables import revisions
from posthouse_server.store.trials import TrialError
from posthouse_server.trial_watch import TrialWatch

WHO, OTHER = "anna@desk (console)", "berta@desk (command line)"
FLAG = "relay.allow_local_sender_addresses"
LATER = timedelta(hours=2)


def _change(store: Store, minutes: int | None = None, who: str = WHO, **changes: Any) -> int:
    return store.settings.change(lambda old: set_paths(old, {f"smtp.{path}": value for path, value in changes.items()}),
                                 who, trial_minutes=minutes).number


def _smtp(store: Store) -> Any:
    return store.settings.load().settings.smtp


def _is_over(store: Store) -> bool:
    """Return whether nothing is on trial, and the server later takes back nothing and writes nothing."""
    newest = store.settings.newest_number()
    return (store.trials.current() is None and store.trials.expire(now() + LATER) is None
            and store.settings.newest_number() == newest)


def test_a_trial_is_taken_back_and_what_came_later_stays(store: Store) -> None:
    base = store.settings.load()
    wanted = set_paths(base.settings, {f"smtp.{FLAG}": True, "smtp.inbound.max_connections": 5})
    saved = store.settings.save(wanted, base.newest.number, WHO, trial_minutes=10)
    trial = store.trials.current()
    assert trial is not None
    assert (trial.revision, trial.restores) == (saved.number, base.newest.number)
    _change(store, **{"inbound.max_connections": 7, "relay.enabled": False})
    assert store.trials.expire(now()) is None
    restored = store.trials.expire(now() + timedelta(minutes=11))
    assert restored is not None
    assert (restored.author, restored.summary) == (
        "server", f"Trial over, taken back (revision {saved.number}): smtp.{FLAG}: on → off")
    assert (_smtp(store).relay.allow_local_sender_addresses, _smtp(store).inbound.max_connections) == (False, 7)
    assert _is_over(store)


def test_one_trial_at_a_time(store: Store) -> None:
    _change(store, 10, **{FLAG: True})
    newest = store.settings.newest_number()
    with pytest.raises(TrialError, match="is on trial until"):
        _change(store, 2, **{"relay.enabled": False})
    assert store.settings.newest_number() == newest


def test_a_confirmation_says_who_and_when(store: Store) -> None:
    tried = _change(store, 2, **{"relay.enabled": False})
    made = store.trials.confirm(OTHER, tried, "works well")
    assert (made.kind, made.summary, made.author, made.comment) == ("trial", f"Revision {tried} confirmed", OTHER, "works well")
    assert now() - made.created_at < timedelta(minutes=1)
    assert store.history.list()[0] == made
    assert store.history.difference(made.number) == []
    assert store.history.settings_at(made.number) == store.settings.load().settings
    assert store.settings.load().newest.number == tried, "whoever edits the settings has missed nothing"
    assert not _smtp(store).relay.enabled
    assert _is_over(store)
    with pytest.raises(HistoryError, match="changed nothing"):
        store.history.revert(made.number, WHO)
    with pytest.raises(StoreError, match="No change is on trial"):
        store.trials.take_back(WHO)


def test_only_the_trial_that_was_seen_is_ended(store: Store) -> None:
    first = _change(store, 2, **{"relay.enabled": False})
    store.trials.take_back(WHO, first)
    with pytest.raises(TrialError, match=f"Revision {first} is not on trial any more"):
        store.trials.confirm(WHO, first)
    second = _change(store, 2, **{FLAG: True})
    for act in (store.trials.confirm, store.trials.take_back):
        with pytest.raises(TrialError, match=f"Revision {first} is not on trial; revision {second} is"):
            act(WHO, first)
    assert store.trials.current() is not None


def test_reverting_what_is_on_trial_ends_the_trial(store: Store) -> None:
    tried = _change(store, 2, **{FLAG: True})
    plan = store.history.plan_revert(tried)
    assert plan.ends_trial == tried
    assert f"Trial of revision {tried}: running → over" in map(str, plan.lines)
    store.history.revert(tried, WHO)
    assert not _smtp(store).relay.allow_local_sender_addresses
    assert _is_over(store)


def test_reverting_a_part_of_what_others_left_ends_the_trial(store: Store) -> None:
    tried = _change(store, 2, **{FLAG: True, "inbound.max_connections": 5})
    _change(store, **{"inbound.max_connections": 7})
    store.history.revert(tried, WHO)
    assert (_smtp(store).relay.allow_local_sender_addresses, _smtp(store).inbound.max_connections) == (False, 7)
    assert _is_over(store)


def test_going_back_past_what_is_on_trial_ends_the_trial(store: Store) -> None:
    on = _change(store, **{FLAG: True, "inbound.max_connections": 5})
    _change(store, **{FLAG: False})
    tried = _change(store, 2, **{FLAG: True, "inbound.max_connections": 6})
    assert store.history.plan_go_back(on).ends_trial == tried
    store.history.go_back(on, WHO)
    assert _is_over(store)
    assert _smtp(store).relay.allow_local_sender_addresses, "it was on then as well, and is not taken back later"


def test_going_back_to_what_is_on_trial_leaves_it_on_trial(store: Store) -> None:
    tried = _change(store, 2, **{FLAG: True})
    _change(store, **{"inbound.max_connections": 7})
    store.history.go_back(tried, WHO)
    trial = store.trials.current()
    assert trial is not None
    assert trial.revision == tried
    store.history.revert(_change(store, **{"inbound.max_connections": 8}), WHO)
    assert store.trials.current() == trial, "another change was reverted"


def test_a_save_that_leaves_nothing_of_it_ends_the_trial(store: Store) -> None:
    _change(store, 2, **{FLAG: True, "inbound.max_connections": 5})
    _change(store, **{FLAG: False})
    assert store.trials.current() is not None, "the other setting is still on trial"
    _change(store, **{"inbound.max_connections": 1000})
    assert _is_over(store)


def test_what_is_taken_back_by_hand_makes_room_for_the_next_trial(store: Store) -> None:
    _change(store, 2, **{FLAG: True})
    back = store.settings.save(Settings(), store.settings.load().newest.number, WHO, trial_minutes=2)
    trial = store.trials.current()
    assert trial is not None
    assert trial.revision == back.number


def test_no_difference_is_never_on_trial(store: Store) -> None:
    store.settings.save(Settings(), store.settings.load().newest.number, WHO, trial_minutes=2)
    assert _is_over(store)


def _race(folder: DataFolder, acts: list[Callable[[Store], object]]) -> list[Exception]:
    """Run each act in a thread and a store of its own, all at once; return what was refused."""
    barrier, refused = threading.Barrier(len(acts)), list[Exception]()

    def run(act: Callable[[Store], object]) -> None:
        with Store(folder) as store:
            barrier.wait(30)
            try:
                act(store)
            except Exception as error:  # noqa: BLE001 - the test looks at every one
                refused.append(error)

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return refused


@pytest.mark.parametrize("round_", range(6))
def test_a_trial_ends_once_whoever_is_first(store: Store, folder: DataFolder, round_: int) -> None:
    tried = _change(store, 0, **{FLAG: True})
    acts: list[Callable[[Store], object]] = [
        lambda one: one.trials.confirm(OTHER, tried), lambda one: one.trials.take_back(OTHER, tried),
        lambda one: one.history.revert(tried, OTHER), lambda one: one.trials.expire(now()),
        lambda one: _change(one, who=OTHER, **{"inbound.max_connections": 7})]
    refused = _race(folder, acts[round_ % 5:] + acts[:round_ % 5])
    assert all(isinstance(error, TrialError | HistoryError) for error in refused), refused
    later = [row for row in reversed(store.history.list()) if row.number > tried]
    ends = [row for row in later if "max_connections" not in row.summary]
    is_confirmed = ends[0].kind == "trial"
    assert [row.summary.split("smtp")[0] for row in ends[1:]] in (
        [], [f"Revision {tried} reverted: "] if is_confirmed else []), "only what was confirmed can be reverted once more"
    assert _smtp(store).relay.allow_local_sender_addresses == (is_confirmed and len(ends) == 1)
    assert _smtp(store).inbound.max_connections == 7
    assert len(later) == len(ends) + 1
    assert not any("No difference" in row.summary for row in later)
    assert _is_over(store)
    assert store.history.verify().ok


def test_a_save_that_ends_a_trial_races_with_its_end(store: Store, folder: DataFolder) -> None:
    tried = _change(store, 0, **{FLAG: True})
    refused = _race(folder, [lambda one: _change(one, who=OTHER, **{FLAG: False}), lambda one: one.trials.expire(now()),
                             lambda one: one.trials.take_back(OTHER, tried)])
    assert all(isinstance(error, TrialError) for error in refused), refused
    assert store.settings.newest_number() == tried + 1
    assert not _smtp(store).relay.allow_local_sender_addresses
    assert _is_over(store)


def test_going_back_to_what_the_trial_left_as_it_was_says_that_it_is_still_on_trial(store: Store) -> None:
    on = _change(store, **{FLAG: True})
    _change(store, **{FLAG: False})
    tried = _change(store, 2, **{FLAG: True})
    with pytest.raises(HistoryError, match=f"it is so already. But revision {tried} is on trial: confirm it or take it back"):
        store.history.go_back(on, WHO)
    assert store.trials.current() is not None


def test_a_trial_on_top_of_settings_that_are_not_valid_goes_back_to_those_in_force(store: Store) -> None:
    faulty = _change(store, **{"inbound.max_connections": 5})
    with store.settings._database.write() as connection:
        connection.execute(update(revisions).where(revisions.c.id == faulty).values(document='{"unknown": 1}'))
    _change(store, 2, **{"relay.enabled": False})
    _change(store, **{"inbound.max_connections": 7})
    assert store.trials.expire(now() + LATER) is not None
    assert (_smtp(store).relay.enabled, _smtp(store).inbound.max_connections) == (True, 7)
    assert _is_over(store)


def test_a_clock_that_is_set_back_makes_no_trial_longer(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = TrialWatch(store)
    _change(store, 2, **{FLAG: True})
    watch.look()
    moment, started = now(), time.monotonic()
    monkeypatch.setattr("posthouse_server.trial_watch.now", lambda: moment - timedelta(days=1))
    _change(store, **{"inbound.max_connections": 7})
    watch.look()
    asyncio.run(watch.keep())
    assert store.trials.current() is not None
    monkeypatch.setattr("posthouse_server.trial_watch.monotonic", lambda: started + 121)
    asyncio.run(watch.keep())
    assert not _smtp(store).relay.allow_local_sender_addresses
    assert _is_over(store)
