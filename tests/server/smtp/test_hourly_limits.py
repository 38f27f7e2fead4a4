"""Limits on recipients per hour: what they promise for any stream of mail, and over the wire."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.relay import Relay
from posthouse_server.alarms import AlarmKind, Alarms
from posthouse_server.smtp.habits import HabitWatch
from posthouse_server.smtp.limits import BUCKET_S, HourlyCounts
from posthouse_server.smtp.rate_limit import RateLimit
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.traffic import DecisionRow

STREAMS = st.lists(st.integers(0, 1200), min_size=1, max_size=120)
HOUR_S = 3600


def admitted(steps: list[int], limit: int) -> list[tuple[int, bool]]:
    """Return when each recipient came, in seconds, and whether it was admitted."""
    counts: HourlyCounts[str] = HourlyCounts()
    at, outcome = 0, []
    for step in steps:
        at += step
        slot = int(at // BUCKET_S)
        is_admitted = counts.of("key", slot).total < limit
        if is_admitted:
            counts.of("key", slot).add(slot)
        outcome.append((at, is_admitted))
    return outcome


@given(STREAMS, st.integers(1, 8))
def test_no_hour_ever_holds_more_than_the_limit(steps: list[int], limit: int) -> None:
    times = [at for at, is_admitted in admitted(steps, limit) if is_admitted]
    assert all(sum(first <= at < first + HOUR_S for at in times) <= limit for first in times)


@given(STREAMS, st.integers(1, 8))
def test_nobody_is_refused_who_sent_less_in_the_last_65_minutes(steps: list[int], limit: int) -> None:
    outcome = admitted(steps, limit)
    for number, (at, is_admitted) in enumerate(outcome):
        recent = sum(was and at - then <= HOUR_S + 300 for then, was in outcome[:number])
        assert is_admitted or recent >= limit


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 9000)), max_size=200))
def test_the_sums_are_right_in_any_order_and_memory_is_bounded(events: list[tuple[int, int]]) -> None:
    counts: HourlyCounts[int] = HourlyCounts(keys=20)
    newest_slot = 0
    for key, at in events:
        newest_slot = max(newest_slot, at // 300)
        counts.of(key, newest_slot).add(at // 300)
    assert len(counts) <= 20
    if events and len({key for key, _ in events}) <= 20:
        newest = max(at for _, at in events)
        for wanted in {key for key, _ in events}:
            expected = sum(key == wanted and newest // 300 - at // 300 < 13 for key, at in events)
            assert counts.of(wanted, newest_slot).total == expected


@pytest.mark.parametrize(("dialect", "reply"), [("standard", "451 4.7.1 Requested"), ("mailenable", "451 Requested")])
def test_a_login_beyond_its_limit_gets_451_until_the_limit_is_raised(store: Store, dialect: str, reply: str) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            await relay.set({"smtp.security.max_recipients_per_hour_login": 3, "smtp.relay.denial_reply": dialect})
            client = await relay.connect()
            await client.login()
            replies = await client.envelope("john@example.com", *[f"{n}@far.example" for n in range(4)])
            assert [line[:3] for line in replies] == ["250"] * 4 + ["451"] * 2
            assert replies[-1].startswith(
                f"{reply} action aborted: This mail account has sent too many messages in a short amount of time. "
                "Please try again later. [")
            await relay.set({"smtp.security.max_recipients_per_hour_login": 4})
            assert (await client.say("RCPT TO:<x@far.example>")).startswith("250 "), "a raised limit counts at once"
            assert (await client.say("RCPT TO:<y@far.example>")).startswith("451 ")
            await relay.set({"smtp.security.max_recipients_per_hour_login": 0})
            assert (await client.say("RCPT TO:<z@far.example>")).startswith("250 ")
        (refusal,) = {row.rule for row in store.traffic.search("451")}
        assert refusal == "rate_limit"

    asyncio.run(run())


async def _named(relay: Relay, client: str) -> object:
    """Connect as a client that a load balancer names."""
    connection = await relay.connect(ehlo=False)
    await connection.send(f"PROXY TCP4 {client} 127.0.0.1 4000 25\r\n".encode())
    assert (await connection.reply())[0].startswith("220 ")
    await connection.say("EHLO x")
    return connection


def test_a_range_is_limited_as_a_whole_and_each_client_by_itself(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            await relay.set({
                "smtp.inbound.proxy_protocol_from": ["127.0.0.1"], "smtp.relay.allow_privileged_ip_ranges": True,
                "smtp.relay.privileged_ip_ranges": [{"range": "10.0.0.0/8"}],
                "smtp.security.max_recipients_per_hour_client": 2, "smtp.security.max_recipients_per_hour_range": 3})
            first = await _named(relay, "10.0.0.1")
            second = await _named(relay, "10.0.0.2")
            far = [f"{n}@far.example" for n in range(3)]
            assert [line[:3] for line in await first.envelope(*far)] == ["250"] * 3 + ["451"]  # type: ignore[attr-defined]
            assert [line[:3] for line in await second.envelope(*far)] == ["250"] * 2 + ["451"] * 2  # type: ignore[attr-defined]
            local = await second.say("RCPT TO:<john@example.com>")  # type: ignore[attr-defined]
            assert local.startswith("250 "), "mail for here is not relayed"

    asyncio.run(run())


def test_none_is_no_limit_for_anybody(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            await relay.set({
                "smtp.inbound.proxy_protocol_from": ["127.0.0.1"], "smtp.relay.allow_privileged_ip_ranges": True,
                "smtp.relay.privileged_ip_ranges": [{"range": "10.0.0.0/8"}],
                **{f"smtp.security.max_recipients_per_hour_{kind}": 0 for kind in ("login", "range", "client")}})
            client = await _named(relay, "10.0.0.1")
            replies = await client.envelope(*[f"{n}@far.example" for n in range(20)])  # type: ignore[attr-defined]
            assert {line[:3] for line in replies} == {"250"}

    asyncio.run(run())


@pytest.mark.parametrize(("kind", "answers"), [("range", ["451", "451", "250"]), ("client", ["451", "250", "250"])])
def test_a_restart_begins_no_hour_anew_for_a_range_or_a_client(store: Store, kind: str, answers: list[str]) -> None:
    store.traffic.open_writer()
    store.traffic.record_decision(DecisionRow("D1", now() - timedelta(minutes=5), "10.0.0.1", None, False, "a@b.example",
                                              "c@d.example", "relay", "privileged_range", "250", 1, None, 3))
    store.traffic.close_writer()

    async def run() -> None:
        async with Relay(store) as relay:
            await relay.set({
                "smtp.inbound.proxy_protocol_from": ["127.0.0.1"], "smtp.relay.allow_privileged_ip_ranges": True,
                "smtp.relay.privileged_ip_ranges": [{"range": "10.0.0.0/8"}, {"range": "192.168.0.0/16"}],
                f"smtp.security.max_recipients_per_hour_{kind}": 3})
            rows = store.traffic.accepted_since(now() - timedelta(hours=1))
            relay.handler.rate_limit.prime(rows, relay.live.current.policy, now())
            found = []
            for name in ("10.0.0.1", "10.0.0.2", "192.168.0.1"):
                client = await _named(relay, name)
                found.append((await client.envelope("x@far.example"))[-1][:3])  # type: ignore[attr-defined]
            assert found == answers

    asyncio.run(run())


def test_a_habit_is_learnt_from_the_trace_and_the_alarm_ends_with_the_hour(
        store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.traffic.open_writer()
    store.traffic.record_decision(DecisionRow("D1", now() - timedelta(days=2), "10.0.0.1", "john@example.com", False,
                                              "a@b.example", "c@d.example", "relay", "authenticated", "250", 1, None, 200))
    store.traffic.close_writer()

    async def run() -> None:
        async with Relay(store) as relay:
            limit, alarms, at = RateLimit(), Alarms(), time.monotonic()
            watch = HabitWatch(store.traffic, limit.logins, alarms, relay.live)
            slot = int(at // BUCKET_S)
            limit.logins.of("john@example.com", slot).add(slot, 800)
            await watch.look()
            assert alarms.standing == (), "four times its busiest hour is not yet far above"
            limit.logins.of("john@example.com", slot).add(slot)
            await watch.look()
            assert "its busiest hour of the last 30 days had 200" in alarms.standing[0].text
            monkeypatch.setattr("posthouse_server.smtp.habits.time.monotonic", lambda: at + 2 * HOUR_S)
            await watch.look()
            assert alarms.standing == ()

    asyncio.run(run())


def test_counts_and_habits_are_read_back_from_the_trace(store: Store) -> None:
    moment = now()
    store.traffic.open_writer()
    for number in range(30):
        at = moment - (timedelta(minutes=10) if number < 10 else timedelta(days=2))
        store.traffic.record_decision(DecisionRow(f"D{number}", at, "10.0.0.1", "john@example.com", False, "a@b.example",
                                                  "c@d.example", "relay", "authenticated", "250", 1))
    store.traffic.close_writer()
    rows = store.traffic.accepted_since(moment - timedelta(hours=1))
    assert [(row.login, row.number) for row in rows] == [("john@example.com", 10)]
    assert abs(rows[0].at - (moment - timedelta(minutes=10))) <= timedelta(minutes=5)
    assert store.traffic.busiest_hour("john@example.com", moment - timedelta(days=30), moment - timedelta(hours=1)) == 20
    assert store.traffic.busiest_hour("mary@example.com", moment - timedelta(days=30), moment) == 0


def test_a_mailbox_far_above_its_habit_raises_an_alarm_until_it_is_quiet(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            limit = RateLimit()
            alarms = Alarms()
            watch = HabitWatch(store.traffic, limit.logins, alarms, relay.live)
            slot = int(time.monotonic() // BUCKET_S)
            limit.logins.of("john@example.com", slot).add(slot, 100)
            await watch.look()
            assert alarms.standing == ()
            limit.logins.of("john@example.com", slot).add(slot)
            await watch.look()
            (alarm,) = alarms.standing
            assert alarm.kind == "unusual_sending:john@example.com"
            assert "101 recipients" in alarm.text
            store.directory.set_enabled("john@example.com", False, "test")
            await relay.set({"smtp.security.max_failed_commands": 99})
            await watch.look()
            assert alarms.standing == (), "nothing more can come of it"
            store.directory.set_enabled("john@example.com", True, "test")
            await relay.set({"smtp.security.max_failed_commands": 98})
            await watch.look()
            assert alarms.standing
            await relay.set({"smtp.security.alarm_on_unusual_sending": False})
            await watch.look()
            assert alarms.subjects(AlarmKind.UNUSUAL_SENDING) == []

    asyncio.run(run())
