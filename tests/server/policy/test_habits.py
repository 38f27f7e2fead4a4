"""What stands out, for any traffic: an even rate never does, a greater burst never less."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from posthouse_server.policy.habits import (
    LEAST,
    TIMES,
    Habit,
    is_unusual_hour,
    most_striking,
    quiet_sentence,
    striking_sentence,
)

HOURS = st.integers(1, 24 * 60)
NUMBERS = st.integers(0, 10**7)


def sent(who: str, accepted: int, hours: int, usual: float | None) -> Habit:
    return Habit(who, accepted, accepted / hours, usual)


habits = st.builds(sent, st.text("abc", min_size=1, max_size=3), st.integers(0, 2000), HOURS,
                   st.one_of(st.none(), st.just(0.0), st.floats(0.01, 1000)))


@given(rate=st.integers(1, 10**6), hours=HOURS)
def test_an_even_rate_never_stands_out(rate: int, hours: int) -> None:
    assert not sent("john", rate * hours, hours, float(rate)).stands_out
    assert not is_unusual_hour(rate, rate)


@given(habit=habits, more=st.integers(0, 10**6))
def test_who_sends_more_stands_out_no_less(habit: Habit, more: int) -> None:
    bigger = replace(habit, accepted=habit.accepted + more, per_hour=habit.per_hour + more)
    assert bigger.stands_out or not habit.stands_out


@given(habit=habits, factor=st.floats(1.0, 1000.0))
def test_who_is_used_to_more_stands_out_no_more(habit: Habit, factor: float) -> None:
    if habit.usual_per_hour is not None:
        used = replace(habit, usual_per_hour=habit.usual_per_hour * factor)
        assert habit.stands_out or not used.stands_out


@given(accepted=st.integers(LEAST, 10**6), hours=HOURS, usual=st.integers(0, 10**6), power=st.integers(0, 6))
def test_only_the_ratio_counts_above_the_least_number(accepted: int, hours: int, usual: int, power: int) -> None:
    factor = 2**power  # exact in floating point
    habit = sent("john", accepted, hours, float(usual))
    assert habit.stands_out is (habit.per_hour >= TIMES * usual)
    assert replace(habit, accepted=accepted * factor, per_hour=habit.per_hour * factor,
                   usual_per_hour=usual * float(factor)).stands_out is habit.stands_out


@given(accepted=NUMBERS, hours=HOURS)
def test_a_new_login_stands_out_by_the_least_number_alone(accepted: int, hours: int) -> None:
    for usual in (None, 0.0):
        habit = sent("new", accepted, hours, usual)
        assert habit.stands_out is (accepted >= LEAST)
        assert habit.times is None
    assert is_unusual_hour(accepted, 0) is (accepted > LEAST)


@given(recipients=NUMBERS, busiest=NUMBERS, more=NUMBERS)
def test_an_unusual_hour_is_monotonic_in_both(recipients: int, busiest: int, more: int) -> None:
    if is_unusual_hour(recipients, busiest + more):
        assert is_unusual_hour(recipients, busiest)
    if is_unusual_hour(recipients, busiest):
        assert is_unusual_hour(recipients + more, busiest)
        assert recipients > LEAST


@given(found=st.lists(habits, max_size=8), data=st.data())
def test_who_is_most_striking_does_not_depend_on_the_order(found: list[Habit], data: st.DataObject) -> None:
    striking = most_striking(found)
    assert most_striking(data.draw(st.permutations(found))) == striking
    assert (striking is None) is (not any(habit.stands_out for habit in found))
    if striking is not None:
        assert striking.stands_out
        beyond = striking.per_hour - (striking.usual_per_hour or 0.0)
        assert all(beyond >= habit.per_hour - (habit.usual_per_hour or 0.0) for habit in found if habit.stands_out)


@given(habit=habits)
def test_the_sentences_name_who_and_how_much(habit: Habit) -> None:
    said = striking_sentence(habit, "2026-05-20 09:00")
    assert said.startswith(f"{habit.who} stands out: {habit.accepted:,} recipients since 2026-05-20 09:00, ")
    assert ("never seen before" in said) is (habit.usual_per_hour is None)
    assert quiet_sentence(0, 0).startswith("Quiet: nothing")
