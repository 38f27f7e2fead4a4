"""When the open relay test runs: on order, and by itself after a change that touches relay; and the alarm it raises."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from posthouse_server.alarms import AlarmKind, Alarms
from posthouse_server.live import InForce, Live
from posthouse_server.relay_test.attack import Attack, AttackError
from posthouse_server.relay_test.door import open_door
from posthouse_server.relay_test.forms import Facts, forms
from posthouse_server.settings.schema import Smtp
from posthouse_server.smtp.authentication import Authenticator
from posthouse_server.store import Store, StoreError
from posthouse_server.store.clock import now
from posthouse_server.store.relay_tests import Outcome, RelayTest
from posthouse_server.store.work_orders import OrderKind, WorkOrder

_log = logging.getLogger(__name__)
_FOREIGN = ("example.org", "example.com", "example.net", "relaytest.test", "relaytest.invalid")
_SETTLED_S = 1.5
_AGAIN_S = 30.0
_SERVER = "server"


class RelayTester:
    """Runs one test at a time."""

    def __init__(self, store: Store, live: Live, authenticator: Authenticator, alarms: Alarms) -> None:
        """Take over what stands of an earlier run."""
        self._store = store
        self._live = live
        self._authenticator = authenticator
        self._alarms = alarms
        self._seen = live.current
        self._due: float | None = None
        self._looked = False
        self._feed = store.watch_settings()
        try:
            self._remember()
        except StoreError as error:  # mail does not wait for a history that can't be read
            _log.error("What the last open relay test has found is not known: %s", error)

    def _remember(self) -> None:
        self._store.work_orders.fail_running("The server ended before the test did.")
        newest = next((test for test in self._store.relay_tests.list() if test.open_forms or test.is_closed), None)
        if newest is not None:
            self._judge(newest)

    def close(self) -> None:
        """Give back the feed."""
        self._feed.close()

    async def look(self) -> None:
        """Work off orders, and test what has changed a moment ago; to be called again and again."""
        if not self._looked or self._feed.has_changed():
            orders = await asyncio.to_thread(self._store.work_orders.open)
            self._looked = True  # only now: a store that can't be read is asked again
            for order in orders:
                if order.kind is OrderKind.RELAY_TEST:
                    await self._obey(order)
        current, at = self._live.current, asyncio.get_running_loop().time()
        if current is not self._seen:
            if _touches_relay(self._seen, current):
                self._due = at + _SETTLED_S
            self._seen = current
        if self._due is not None and at >= self._due:
            self._due = at + _AGAIN_S  # unless it can be done now
            if current.settings.smtp.relay.test_after_changes:
                await self.run(_SERVER, f"after revision {current.newest}")
            self._due = None

    async def run(self, author: str, reason: str, progress: Callable[[int, int], None] | None = None) -> RelayTest:
        """Test what is in force now, keep the outcome and raise or end the alarm; raises StoreError."""
        current, at, fault = self._live.current, now(), ""
        outcomes: tuple[Outcome, ...] = ()
        try:
            facts = await asyncio.to_thread(self._facts, current)
            async with open_door(current, self._store, self._authenticator) as door:
                outcomes = await Attack(door, forms(facts), progress or _nothing).run()
                if door.faults:
                    fault = "The server failed in the middle of some forms, so this test proves nothing; the log says why."
        except (AttackError, OSError) as error:
            fault = str(error)
        test = await asyncio.to_thread(self._store.relay_tests.add, RelayTest(
            0, at, current.revision, author, reason, outcomes, fault))
        _log.info("Open relay test %d (%s): %s", test.id, reason, test.sentence)
        self._judge(test)
        return test

    async def _obey(self, order: WorkOrder) -> None:
        orders = self._store.work_orders
        await asyncio.to_thread(orders.begin, order.id)
        state: dict[str, int] = {}
        reporting = asyncio.create_task(self._report(order.id, state))
        try:
            test = await self.run(order.author, str(order.arguments.get("reason", "on request")),
                                  lambda done, total: state.update(done=done, total=total))
        except Exception as error:
            said = str(error) if isinstance(error, StoreError) else "The test failed; the log says why."
            await asyncio.to_thread(orders.fail, order.id, said)
            raise
        finally:
            await _ended(reporting)
        await asyncio.to_thread(orders.finish, order.id, {"test": test.id})

    async def _report(self, number: int, state: dict[str, int]) -> None:
        """Write down how far the test is, a few times a second."""
        said = 0
        while True:
            await asyncio.sleep(0.2)
            if state.get("done", 0) > said:
                said = state["done"]
                await asyncio.to_thread(self._store.work_orders.progress, number, said, state["total"])

    def _judge(self, test: RelayTest) -> None:
        if test.open_forms:
            self._alarms.sound(AlarmKind.OPEN_RELAY, (
                f"{test.sentence} The open relay test of revision {test.revision} shows each. Narrow what SMTP Properties, "
                "Relay allows, and test again."))
        elif test.is_closed:
            self._alarms.end(AlarmKind.OPEN_RELAY)

    def _facts(self, current: InForce) -> Facts:
        """Return what the forms are made of; blocks."""
        directory = self._store.directory.snapshot()
        foreign = next((name for name in _FOREIGN if not directory.is_local_domain(name)), "")
        if not foreign:
            raise AttackError("All domains that could serve as foreign ones are the server's own, so nothing can be tested.")
        local = current.first_domain or current.hostname
        address = next(iter(directory.enabled_addresses()), f"postmaster@{local}")
        return Facts(foreign, local, address, current.hostname)


def _touches_relay(before: InForce, after: InForce) -> bool:
    """Return whether a change could let strangers in; that of a mailbox does where local senders may relay."""
    new = after.settings.smtp
    if _of_relay(before.settings.smtp) != _of_relay(new):
        return True
    return before.first_domain != after.first_domain or (
        new.relay.allow_local_sender_addresses and before.newest != after.newest)


def _of_relay(smtp: Smtp) -> tuple[object, ...]:
    """Return the settings that decide who gets in; ports, certificates and limits do not."""
    inbound = smtp.inbound
    return (smtp.relay, inbound.access_control, inbound.proxy_protocol_from, smtp.blocked_addresses,
            smtp.security.refuse_unknown_local_recipients, tuple(item.require_authentication for item in inbound.listeners))


def _nothing(_done: int, _total: int) -> None:
    """Tell nobody."""


async def _ended(task: asyncio.Task[None]) -> None:
    """Let a task go; that the progress could not be written is no reason to lose the test."""
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
