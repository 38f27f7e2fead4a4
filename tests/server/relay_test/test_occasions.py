"""When a test runs by itself, and what becomes of an order when the server stops."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest

from posthouse_server.alarms import AlarmKind, Alarms
from posthouse_server.live import Live
from posthouse_server.relay_test import runner
from posthouse_server.relay_test.runner import RelayTester
from posthouse_server.reload import Loader
from posthouse_server.settings import set_paths
from posthouse_server.smtp.authentication import Authenticator
from posthouse_server.store import Store, StoreError
from posthouse_server.store.clock import now
from posthouse_server.store.relay_tests import Outcome, RelayTest
from posthouse_server.store.work_orders import KEPT, OrderKind, OrderState, WorkOrder

_SETTLED_S = 0.3


class Bench:
    """A tester, and a store whose changes it is shown as the service would."""

    def __init__(self, store: Store, tester: RelayTester, live: Live) -> None:
        self.store, self.tester, self.live = store, tester, live
        self.reasons: list[str] = []

    async def change(self, change: Callable[[Store], object]) -> None:
        """Change something and take it into force."""
        change(self.store)
        self.live.current = Loader(self.store).load()
        await self.tester.look()

    async def rest(self, moment_s: float) -> None:
        """Let time pass as the service does, which looks again and again."""
        for _ in range(max(1, round(moment_s / 0.05))):
            await asyncio.sleep(0.05)
            await self.tester.look()


@contextmanager
def bench(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    """Yield a tester that notes its tests instead of running them."""
    monkeypatch.setattr(runner, "_SETTLED_S", _SETTLED_S)
    live, authenticator = Live(Loader(store).load()), Authenticator(store.directory)
    tester = RelayTester(store, live, authenticator, Alarms())
    made = Bench(store, tester, live)

    async def run(_author: str, reason: str, *_rest: object) -> None:
        made.reasons.append(reason)

    monkeypatch.setattr(tester, "run", run)
    try:
        yield made
    finally:
        tester.close()
        authenticator.close()


def set_one(path: str, value: object) -> Callable[[Store], object]:
    return lambda store: store.settings.change(lambda settings: set_paths(settings, {path: value}), "test")


CHANGES: list[tuple[str, Callable[[Store], object], bool]] = [
    ("a relay option", set_one("smtp.relay.allow_local_sender_addresses", True), True),
    ("a range", set_one("smtp.relay.privileged_ip_ranges", [{"range": "10.0.0.0/8"}]), True),
    ("access control", set_one("smtp.inbound.access_control.ranges", ["10.0.0.0/8"]), True),
    ("a balancer", set_one("smtp.inbound.proxy_protocol_from", ["10.0.0.1"]), True),
    ("a login demanded", set_one("smtp.inbound.listeners.0.require_authentication", True), True),
    ("the kind of TLS", set_one("smtp.inbound.listeners.0.tls", "implicit"), True),
    ("a blocked sender", set_one("smtp.blocked_addresses.senders", ["far.example"]), True),
    ("unknown recipients", set_one("smtp.security.refuse_unknown_local_recipients", False), True),
    ("spoofed senders", set_one("smtp.security.refuse_spoofed_senders", True), True),
    ("catch-alls off", set_one("smtp.security.disable_catch_alls", True), True),
    ("literals", set_one("smtp.security.allow_domain_literals", True), True),
    ("a domain", lambda store: store.directory.add_domain("far.example", "test"), True),
    ("a domain less", lambda store: store.directory.remove_domain("example.org", "test"), True),
    ("a catch-all", lambda store: store.directory.set_catch_all("example.com", "john@example.com", "test"), True),
    ("a mailbox", lambda store: store.directory.add_mailbox("mary@example.com", "secret", "test"), False),
    ("a password", lambda store: store.directory.set_password("john@example.com", "other", "test"), False),
    ("a limit", set_one("smtp.inbound.max_connections", 7), False),
    ("a port", set_one("smtp.inbound.listeners.0.port", 2526), False),
    ("failed logins", set_one("smtp.security.max_failed_logins", 7), False),
    ("the smart host", set_one("smtp.smart_host.host", "smart.example"), False),
]


@pytest.fixture
def filled(store: Store) -> Store:
    """A second domain beside the first with its mailbox."""
    store.directory.add_domain("example.org", "test")
    return store


@pytest.mark.parametrize(("_what", "change", "expected"), CHANGES, ids=[item[0] for item in CHANGES])
def test_what_touches_relay_is_tested(filled: Store, monkeypatch: pytest.MonkeyPatch, _what: str,
                                      change: Callable[[Store], object], expected: bool) -> None:
    async def day(made: Bench) -> None:
        await made.tester.look()
        await made.change(change)
        await made.rest(_SETTLED_S * 2)

    with bench(filled, monkeypatch) as made:
        asyncio.run(day(made))
        assert bool(made.reasons) is expected


def test_a_mailbox_is_a_key_where_local_senders_may_relay(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    async def day(made: Bench) -> None:
        await made.change(lambda store: store.directory.add_mailbox("mary@example.com", "secret", "test"))
        await made.rest(_SETTLED_S * 2)

    set_one("smtp.relay.allow_local_sender_addresses", True)(filled)
    with bench(filled, monkeypatch) as made:
        asyncio.run(day(made))
        assert len(made.reasons) == 1


def test_many_changes_in_a_row_are_tested_once_after_the_last(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    settled_s = 4 * _SETTLED_S  # so that a busy machine is not taken for a person who has finished

    async def day(made: Bench) -> None:
        for number in range(5):
            await made.change(set_one("smtp.relay.privileged_ip_ranges", [{"range": f"10.0.0.{number}"}]))
            await made.rest(settled_s / 10)
            assert not made.reasons
        await made.rest(settled_s * 1.5)

    with bench(filled, monkeypatch) as made:
        monkeypatch.setattr(runner, "_SETTLED_S", settled_s)
        asyncio.run(day(made))
        assert made.reasons == [f"after revision {filled.settings.newest_number()}"]


def test_what_is_switched_off_does_not_run(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    async def day(made: Bench) -> None:
        await made.change(set_one("smtp.relay.test_after_changes", False))
        await made.change(set_one("smtp.relay.privileged_ip_ranges", [{"range": "10.0.0.9"}]))
        await made.rest(_SETTLED_S * 2)
        await made.change(set_one("smtp.relay.test_after_changes", True))
        await made.rest(_SETTLED_S * 2)

    with bench(filled, monkeypatch) as made:
        asyncio.run(day(made))
        assert made.reasons == []


def test_what_was_changed_while_the_server_was_down_is_tested_when_it_is_up(
        filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    proof = really_tested(filled)
    assert proof.is_closed
    with bench(filled, monkeypatch) as made:
        asyncio.run(made.rest(_SETTLED_S * 2))
        assert made.reasons == []
    set_one("smtp.relay.allow_local_sender_addresses", True)(filled)
    with bench(filled, monkeypatch) as made:
        asyncio.run(made.rest(_SETTLED_S * 2))
        assert len(made.reasons) == 1


def really_tested(store: Store) -> RelayTest:
    """Return the outcome of a real test."""
    authenticator = Authenticator(store.directory)
    tester = RelayTester(store, Live(Loader(store).load()), authenticator, Alarms())
    try:
        return asyncio.run(tester.run("test", "on request"))
    finally:
        tester.close()
        authenticator.close()


def test_an_order_whose_test_is_cut_short_by_a_stop_has_failed(filled: Store) -> None:
    async def stopped() -> None:
        """Stop as soon as the test has begun."""
        work = asyncio.create_task(tester.look())
        while filled.work_orders.get(number).state is not OrderState.RUNNING:  # type: ignore[union-attr]  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)

    authenticator = Authenticator(filled.directory)
    tester = RelayTester(filled, Live(Loader(filled).load()), authenticator, Alarms())
    number = filled.work_orders.place(OrderKind.RELAY_TEST, {}, "test")
    try:
        asyncio.run(stopped())
    finally:
        tester.close()
        authenticator.close()
    order = filled.work_orders.get(number)
    assert order is not None
    assert order.state is OrderState.FAILED
    assert "stopped before the test was done" in order.answer["fault"]
    assert filled.relay_tests.newest() is None
    filled.work_orders.begin(number)  # the late word of a thread
    assert filled.work_orders.get(number) == order


def test_an_order_is_not_lost_when_the_store_can_not_be_read_for_a_moment(
        filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> list[WorkOrder]:
        raise StoreError("The database is locked.")

    async def day(made: Bench) -> None:
        await made.tester.look()
        filled.work_orders.place(OrderKind.RELAY_TEST, {"reason": "asked for"}, "test")
        with monkeypatch.context() as patch:
            patch.setattr(filled.work_orders, "open", broken)
            with pytest.raises(StoreError):
                await made.tester.look()
        with pytest.raises(AttributeError):  # its run returns nothing
            await made.tester.look()
        assert made.reasons == ["asked for"]

    with bench(filled, monkeypatch) as made:
        asyncio.run(day(made))


def test_an_order_that_nobody_has_begun_is_done_by_the_next_server(filled: Store) -> None:
    number = filled.work_orders.place(OrderKind.RELAY_TEST, {}, "test")
    authenticator = Authenticator(filled.directory)
    tester = RelayTester(filled, Live(Loader(filled).load()), authenticator, Alarms())
    try:
        asyncio.run(tester.look())
    finally:
        tester.close()
        authenticator.close()
    order = filled.work_orders.get(number)
    assert order is not None
    assert order.state is OrderState.DONE


def made_test(**values: Any) -> RelayTest:
    is_closed = values.pop("is_closed", True)
    return RelayTest(0, now(), 1, "test", "on request", (Outcome("Plain", "", "", "198.51.100.1", is_closed, ""),), **values)


def test_old_tests_are_forgotten_but_never_an_unsolved_red_one(store: Store) -> None:
    tests = store.relay_tests
    red = tests.add(made_test(is_closed=False))
    for _ in range(6):
        tests.add(made_test(fault="It failed."))
    tests.prune(3)
    assert [item.id for item in tests.list()] == [7, 6, 5, red.id]
    assert tests.newest_proof() == red
    green = tests.add(made_test())
    tests.prune(3)
    assert [item.id for item in tests.list()] == [green.id, 7, 6]


def test_a_red_test_under_a_heap_of_faults_still_raises_the_alarm(store: Store) -> None:
    store.relay_tests.add(made_test(is_closed=False))
    for _ in range(60):
        store.relay_tests.add(made_test(fault="It failed."))
    alarms, authenticator = Alarms(), Authenticator(store.directory)
    RelayTester(store, Live(Loader(store).load()), authenticator, alarms).close()
    authenticator.close()
    assert AlarmKind.OPEN_RELAY in alarms


def test_finished_orders_are_forgotten_after_a_month(store: Store) -> None:
    orders = store.work_orders
    done, still_open = (orders.place(OrderKind.RELAY_TEST, {}, "test") for _ in range(2))
    orders.finish(done, {"test": 1})
    orders.prune(now() + KEPT - timedelta(minutes=1))
    assert orders.get(done) is not None
    orders.prune(now() + KEPT + timedelta(minutes=1))
    assert orders.get(done) is None
    assert orders.get(still_open) is not None


def test_a_test_of_an_older_version_can_be_read(store: Store) -> None:
    from sqlalchemy import text

    kept = store.relay_tests.add(made_test())
    with store.relay_tests._database.write() as connection:
        connection.execute(text("update relay_tests set outcomes = :old"), {"old": (
            '[{"form": "Plain", "sender": "<>", "recipient": "<a@b.example>", "client": "198.51.100.1", "is_closed": false, '
            '"transcript": "S: 220", "note": ""}]')})
    found = store.relay_tests.get(kept.id)
    assert found is not None
    assert found.open_forms[0].form == "Plain"
    assert found.coverage == ()
