"""The abuse report counts what was recorded, knows what is usual, and names who stands out."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from posthouse_server.paths import DataFolder
from posthouse_server.policy.networks import parse_range
from posthouse_server.store import Store
from posthouse_server.store.abuse import AbuseReport, Axis, report
from posthouse_server.store.abuse_rows import Behind, decisions_behind
from posthouse_server.store.clock import now
from posthouse_server.store.ids import new_id
from posthouse_server.store.messages import NewMessage, NewRecipient, RecipientState, Route
from posthouse_server.store.range_use import needed_ranges
from posthouse_server.store.spool_groups import SpoolGroup
from posthouse_server.store.traffic import DecisionRow

UNTIL = datetime(2026, 5, 20, 12, 0, tzinfo=UTC)
SINCE = UNTIL - timedelta(hours=24)
RECIPIENTS = {"a@far.example": "far.example", "b@FAR.example": "far.example", '"x@y"@odd.example': "odd.example",
              "postmaster": "", "": ""}


def decision(at: datetime, client: str = "192.0.2.1", login: str | None = None, *, recipient: str = "a@far.example",
             verdict: str = "relay", rule: str = "authenticated", number: int = 1, message: str | None = None) -> DecisionRow:
    return DecisionRow(new_id(), at, client, login, False, "s@example.com", recipient, verdict, rule, "250 OK", 1, message,
                       number)


def reported(store: Store, rows: Sequence[DecisionRow], since: datetime = SINCE, until: datetime = UNTIL) -> AbuseReport:
    store.traffic.open_writer()
    for row in rows:
        store.traffic.record_decision(row)
    store.traffic.close_writer()
    return report(store, since, until)


def hourly(days: float, number: int, **of: str) -> list[DecisionRow]:
    """So many recipients in each hour of the days before the span."""
    return [decision(SINCE - timedelta(hours=hour + 0.5), number=number, **of)  # type: ignore[arg-type]
            for hour in range(int(days * 24))]


decisions = st.builds(
    decision,
    st.integers(-40 * 24 * 60, 30).map(lambda minutes: UNTIL + timedelta(minutes=minutes, seconds=7)),
    st.sampled_from(["192.0.2.1", "192.0.2.2", "2001:db8::1"]),
    st.sampled_from([None, "john@example.com", "mary@example.com"]),
    recipient=st.sampled_from(list(RECIPIENTS)), verdict=st.sampled_from(["local", "relay", "refused"]),
    rule=st.sampled_from(["authenticated", "privileged_range", "no_criterion_met"]), number=st.integers(1, 50),
    message=st.sampled_from([None, "m1", "m2", "m3"]))


def key_of(axis: Axis, row: DecisionRow) -> str:
    keys = {Axis.LOGIN: row.login or "", Axis.CLIENT: row.client, Axis.RULE: row.rule,
            Axis.RECIPIENT_DOMAIN: RECIPIENTS[row.recipient]}
    return keys[axis]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(decisions, max_size=30))
def test_the_sums_are_those_of_counting_by_hand(template: Path, rows: list[DecisionRow]) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        shutil.copytree(template, Path(place) / "data")
        with Store(DataFolder(Path(place) / "data")) as store:
            found = reported(store, rows)
    inside = [row for row in rows if SINCE <= row.at < UNTIL]
    before = [row for row in rows if SINCE - timedelta(days=30) <= row.at < SINCE]
    for axis in Axis:
        accepted, refused, usual = Counter[str](), Counter[str](), Counter[str]()
        for row in inside:
            (refused if row.verdict == "refused" else accepted)[key_of(axis, row)] += row.number
        for row in before:
            usual[key_of(axis, row)] += 0 if row.verdict == "refused" else row.number
        shown = found.rows(axis)
        assert {row.key for row in shown} == {key_of(axis, row) for row in inside}
        for item in shown:
            of_key = [row for row in inside if key_of(axis, row) == item.key]
            assert (item.accepted, item.refused) == (accepted[item.key], refused[item.key])
            assert item.messages == len({row.message_id for row in of_key if row.message_id})
            assert item.per_hour == accepted[item.key] / 24
            assert item.since == min(row.at for row in of_key)
            assert (item.usual_per_hour is not None) == (item.key in {key_of(axis, row) for row in before})
            if item.usual_per_hour is not None:
                oldest = min(row.at for row in rows)
                hours = (SINCE - max(oldest, SINCE - timedelta(days=30))).total_seconds() / 3600
                assert abs(item.usual_per_hour - usual[item.key] / hours) < 1e-6
        assert list(shown) == sorted(shown, key=lambda row: (-row.accepted, -row.refused, row.key))
    assert sum(step.accepted for step in found.series) == sum(row.number for row in inside if row.verdict != "refused")
    assert sum(step.refused for step in found.series) == sum(row.number for row in inside if row.verdict == "refused")
    for step in found.series:
        of_step = [row for row in inside if step.at <= row.at < step.at + timedelta(seconds=found.step_s)]
        assert step.accepted == sum(row.number for row in of_step if row.verdict != "refused")
        assert step.refused == sum(row.number for row in of_step if row.verdict == "refused")
        assert step.messages == len({row.message_id for row in of_step if row.message_id})
    assert all(later.at - earlier.at == timedelta(seconds=found.step_s)
               for earlier, later in zip(found.series, found.series[1:], strict=False))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(decisions, max_size=20), days=st.sampled_from([1, 7, 40]))
def test_behind_each_row_are_exactly_its_decisions(template: Path, rows: list[DecisionRow], days: int) -> None:
    since = UNTIL - timedelta(days=days)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        shutil.copytree(template, Path(place) / "data")
        with Store(DataFolder(Path(place) / "data")) as store:
            found = reported(store, rows, since)
            inside = Counter(row.id for row in rows if since <= row.at < UNTIL)
            for axis in Axis:
                behind = {row.key: decisions_behind(store, Behind(axis, row.key, since, UNTIL)) for row in found.rows(axis)}
                assert Counter(row.id for item in behind.values() for row in item.rows) == inside
                for row in found.rows(axis):
                    of_row = behind[row.key].rows
                    assert {key_of(axis, item) for item in of_row} == {row.key}
                    assert row.accepted + row.refused == sum(item.number for item in of_row)
                    assert row.messages == len({item.message_id for item in of_row} - {None})
                    assert behind[row.key].total == len(of_row)
                    assert list(of_row) == sorted(of_row, key=lambda item: item.at, reverse=True)


def test_of_many_decisions_the_newest_are_shown_and_all_are_counted(store: Store) -> None:
    rows = [decision(UNTIL - timedelta(minutes=minute)) for minute in range(1, 8)]
    reported(store, rows)
    found = decisions_behind(store, Behind(Axis.CLIENT, "192.0.2.1", SINCE, UNTIL), 3)
    assert ([row.id for row in found.rows], found.total) == ([row.id for row in rows[:3]], 7)


def test_a_range_is_needed_by_whoever_has_used_it_but_the_abuser(store: Store) -> None:
    at = now() - timedelta(days=2)
    rows = [decision(at, f"10.0.4.{number}", rule="privileged_range") for number in (4, 5, 6, 7, 9, 17)]
    rows += [decision(at, "10.0.5.1", rule="privileged_range"), decision(at, "10.0.4.99"),
             decision(at - timedelta(days=40), "10.0.4.50", rule="privileged_range"),
             decision(at, "2001:db8::1", rule="privileged_range")]
    reported(store, rows)
    printers = parse_range("10.0.4.0/24")
    assert needed_ranges(store, printers) == ("10.0.4.4/30", "10.0.4.9", "10.0.4.17")
    assert needed_ranges(store, printers, "10.0.4.6") == ("10.0.4.4/31", "10.0.4.7", "10.0.4.9", "10.0.4.17")
    assert needed_ranges(store, parse_range("10.0.6.0/24")) == ()
    assert needed_ranges(store, parse_range("2001:db8::/32"), "2001:db8::1") == ()


def test_nothing_and_the_usual_are_quiet(store: Store) -> None:
    assert report(store, SINCE, UNTIL).verdict.sentence == "Quiet: nothing was recorded in this time."
    rows = [*hourly(20, 50, login="john@example.com"),
            *(decision(SINCE + timedelta(hours=hour), login="john@example.com", number=60) for hour in range(24)),
            decision(UNTIL - timedelta(hours=1), "198.51.100.1", verdict="refused", number=9000)]
    found = reported(store, rows).verdict
    assert found.is_quiet
    assert found.sentence == ("Quiet: nobody sends far above the usual rate. 1,440 recipients were accepted and 9,000 refused.")


def test_a_login_far_above_its_habit_is_named_before_its_client(store: Store) -> None:
    begin = UNTIL - timedelta(hours=3)
    rows = [*hourly(20, 2, login="john@example.com", client="192.0.2.1"),
            decision(SINCE + timedelta(hours=1), login="john@example.com", number=2),
            *(decision(begin + timedelta(minutes=minutes), "203.0.113.9", "john@example.com", number=20)
              for minutes in range(0, 120, 2))]
    found = reported(store, rows)
    john = found.rows(Axis.LOGIN)[0]
    assert (john.key, john.accepted) == ("john@example.com", 1202)
    assert john.usual_per_hour is not None
    assert 1.9 < john.usual_per_hour < 2.1
    verdict = found.verdict
    assert (verdict.is_quiet, verdict.axis, verdict.key) == (False, Axis.LOGIN, "john@example.com")
    assert verdict.sentence == (f"john@example.com stands out: 1,200 recipients since {begin.astimezone():%Y-%m-%d %H:%M}, "
                                "200 times its usual rate.")


def test_one_livelier_hour_before_is_not_the_beginning(store: Store) -> None:
    """Ten in an hour are more than ten times one in two hours, but the flood came fifteen hours later."""
    begin = (UNTIL - timedelta(hours=3)).replace(minute=4)
    quiet = [decision(SINCE - timedelta(hours=2 * hour + 0.5), login="john@example.com") for hour in range(10 * 12)]
    verdict = reported(store, [*quiet, decision(begin - timedelta(hours=15), login="john@example.com", number=10),
                               decision(begin, login="john@example.com", number=400)]).verdict
    assert f"john@example.com stands out: 400 recipients since {begin.astimezone():%Y-%m-%d %H:%M}" in verdict.sentence


def test_a_client_that_is_new_or_was_only_refused_before(store: Store) -> None:
    rows = [*hourly(2, 1), decision(UNTIL - timedelta(hours=2), "203.0.113.9", number=500, rule="privileged_range")]
    found = reported(store, rows)
    assert (found.verdict.axis, found.verdict.key) == (Axis.CLIENT, "203.0.113.9")
    assert found.verdict.sentence.endswith(", and was never seen before.")
    assert found.rows(Axis.CLIENT)[0].usual_per_hour is None
    again = reported(store, [decision(SINCE - timedelta(hours=5), "203.0.113.9", verdict="refused")])
    assert again.rows(Axis.CLIENT)[0].usual_per_hour == 0
    assert again.verdict.sentence.endswith(", and nothing was accepted from it before.")


def test_few_recipients_never_stand_out(store: Store) -> None:
    assert reported(store, [*hourly(2, 1), decision(UNTIL - timedelta(hours=2), "203.0.113.9", number=99)]).verdict.is_quiet


def test_the_steps_fit_the_span(store: Store) -> None:
    for hours, step_s in ((1, 60), (24, 3600), (24 * 7, 6 * 3600), (24 * 30, 86400)):
        found = report(store, UNTIL - timedelta(hours=hours), UNTIL)
        assert found.step_s == step_s
        assert len(found.series) <= 62


def test_queued_mail_of_a_group_is_counted_held_and_removed_alone(store: Store) -> None:
    store.spool.open_writer()
    for number, (client, login) in enumerate((("192.0.2.1", "john@example.com"), ("192.0.2.1", None), ("192.0.2.2", None))):
        recipients = tuple(NewRecipient(address, Route.RELAY, None, rule, new_id()) for address, rule in (
            ("a@far.example", "authenticated"), ('"x@y"@Odd.example', "privileged_range")))
        store.spool.accept(NewMessage(f"m{number}", "s@example.com", client, login, "h", 3, False, False, "", b"x\r\n", None,
                                      recipients)).result()
    sizes = {(axis, key): store.spool.size_of(SpoolGroup(axis, key)) for axis, key in (
        (Axis.LOGIN, "john@example.com"), (Axis.LOGIN, ""), (Axis.CLIENT, "192.0.2.1"), (Axis.RULE, "authenticated"),
        (Axis.RECIPIENT_DOMAIN, "odd.example"), (Axis.RECIPIENT_DOMAIN, "example"))}
    assert [(size.messages, size.waiting) for size in sizes.values()] == [(1, 2), (2, 4), (2, 4), (3, 3), (3, 3), (0, 0)]
    assert store.spool.hold(SpoolGroup(Axis.RECIPIENT_DOMAIN, "odd.example")) == 3
    held = store.spool.size_of(SpoolGroup(Axis.CLIENT, "192.0.2.1"))
    assert (held.messages, held.waiting, held.held, held.recipients) == (2, 2, 2, 4)
    assert store.spool.remove(SpoolGroup(Axis.CLIENT, "192.0.2.1")) == 4
    left = store.spool.list()
    assert [message.client for message in left] == ["192.0.2.2"]
    assert [recipient.state for recipient in left[0].recipients] == [RecipientState.WAITING, RecipientState.HELD]
