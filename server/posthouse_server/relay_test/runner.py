"""When the open relay test runs: on order, and by itself after a change that touches relay; and the alarm it raises."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from posthouse_server.alarms import AlarmKind, Alarms
from posthouse_server.live import InForce, Live
from posthouse_server.relay_test.attack import Attack, AttackError
from posthouse_server.relay_test.door import open_doors
from posthouse_server.relay_test.forms import Facts
from posthouse_server.relay_test.own_addresses import literals
from posthouse_server.relay_test.strangers import Choice
from posthouse_server.relay_test.subject import digest_of, subject_of
from posthouse_server.smtp.authentication import Authenticator
from posthouse_server.store import Store, StoreError
from posthouse_server.store.clock import now
from posthouse_server.store.relay_tests import Outcome, RelayTest
from posthouse_server.store.work_orders import OrderKind, WorkOrder
from posthouse_server.words import tr

_log = logging.getLogger(__name__)
_FOREIGN = ("example.org", "example.com", "example.net", "relaytest.test", "relaytest.invalid")
_SETTLED_S = 1.5
_AGAIN_S = 30.0
_SERVER = "server"
_STOPPED = tr("The server was stopped before the test was done. Start it and test again.")


class RelayTester:
    """Runs one test at a time."""

    def __init__(self, store: Store, live: Live, authenticator: Authenticator, alarms: Alarms) -> None:
        """Take over what stands of an earlier run."""
        self._store = store
        self._live = live
        self._authenticator = authenticator
        self._alarms = alarms
        self._seen: InForce | None = None
        self._digest = ""
        """What the newest proof was about, or what was there when the server came up."""
        self._due: float | None = None
        self._looked = False
        self._feed = store.watch_settings()
        try:
            self._remember()
        except StoreError as error:  # mail does not wait for a history that can't be read
            _log.error("What the last open relay test has found is not known: %s", error)

    def _remember(self) -> None:
        self._store.work_orders.fail_running(tr("The server ended before the test did."))
        self._prune()
        newest = self._store.relay_tests.newest_proof()
        if newest is not None:
            self._digest = newest.subject  # what was changed while the server was down is tested soon
            self._judge(newest)
        self._digest = self._digest or self._digest_of(self._live.current)

    def close(self) -> None:
        """Give back the feed."""
        self._feed.close()

    async def look(self) -> None:
        """Work off orders, and test what has changed a moment ago; to be called again and again."""
        self._looked = self._looked and not self._feed.has_changed()
        if not self._looked:
            orders = await asyncio.to_thread(self._store.work_orders.open)
            self._looked = True  # only now: a store that can't be read is asked again
            for order in orders:
                if order.kind is OrderKind.RELAY_TEST:
                    await self._obey(order)
        await self._notice_change()
        current, at = self._live.current, asyncio.get_running_loop().time()
        if self._due is not None and at >= self._due:
            self._due = at + _AGAIN_S  # unless it can be done now
            if current.settings.smtp.relay.test_after_changes:
                await self.run(_SERVER, tr("after revision {revision}", revision=current.newest))
            self._due = None

    async def _notice_change(self) -> None:
        """Let the test become due a little after the last of some changes that touch relay."""
        current = self._live.current
        if current is self._seen:
            return
        digest = await asyncio.to_thread(self._digest_of, current)
        self._seen = current
        if self._digest and digest != self._digest:
            self._due = asyncio.get_running_loop().time() + _SETTLED_S
        self._digest = digest

    def _digest_of(self, current: InForce) -> str:
        """Blocks."""
        return digest_of(subject_of(current, self._store.directory.list_domains()))

    async def run(self, author: str, reason: str, progress: Callable[[int, int], None] | None = None) -> RelayTest:
        """Test what is in force now, keep the outcome and raise or end the alarm; raises StoreError."""
        current, at, fault, digest = self._live.current, now(), "", ""
        outcomes: tuple[Outcome, ...] = ()
        try:
            digest = await asyncio.to_thread(self._digest_of, current)
            facts = await asyncio.to_thread(self._facts, current)
            choice = await asyncio.to_thread(Choice, current.settings, at)
            async with open_doors(current, self._store, self._authenticator) as doors:
                outcomes = await Attack(doors, facts, choice, progress or _nothing).run()
                if doors[0].faults:
                    fault = tr("The server failed in the middle of some forms, so this test proves nothing; the log says why.")
        except (AttackError, OSError) as error:
            fault = str(error)
        test = await asyncio.to_thread(self._store.relay_tests.add, RelayTest(
            0, at, current.revision, author, reason, outcomes, fault, digest))
        _log.info("Open relay test %d (%s): %s", test.id, reason, test.sentence)
        self._judge(test)
        await asyncio.to_thread(self._prune)
        return test

    async def _obey(self, order: WorkOrder) -> None:
        orders = self._store.work_orders
        state: dict[str, int] = {}
        reporting = asyncio.create_task(self._report(order.id, state))
        try:
            await asyncio.to_thread(orders.begin, order.id)
            test = await self.run(order.author, str(order.arguments.get("reason", "on request")),
                                  lambda done, total: state.update(done=done, total=total))
        except asyncio.CancelledError:
            await asyncio.to_thread(orders.fail, order.id, _STOPPED)
            raise
        except Exception as error:
            said = str(error) if isinstance(error, StoreError) else tr("The test failed; the log says why.")
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

    def _prune(self) -> None:
        """Blocks."""
        self._store.relay_tests.prune()
        self._store.work_orders.prune()

    def _judge(self, test: RelayTest) -> None:
        if test.open_forms:
            self._alarms.sound(AlarmKind.OPEN_RELAY, tr(
                "{sentence} The open relay test of revision {revision} shows each. Narrow what SMTP Properties, Relay allows, "
                "and test again.", sentence=test.sentence, revision=test.revision))
        elif test.is_closed:
            self._alarms.end(AlarmKind.OPEN_RELAY)

    def _facts(self, current: InForce) -> Facts:
        """Return what the forms are made of; blocks."""
        directory = self._store.directory.snapshot()
        foreign = next((name for name in _FOREIGN if not directory.is_local_domain(name)), "")
        if not foreign:
            raise AttackError(tr("All domains that could serve as foreign ones are the server's own, so nothing can be "
                                 "tested."))
        local = current.first_domain or current.hostname
        address = next(iter(directory.enabled_addresses()), f"postmaster@{local}")
        return Facts(foreign, local, address, current.hostname, literals(current.settings.smtp.inbound.listeners))


def _nothing(_done: int, _total: int) -> None:
    """Tell nobody."""


async def _ended(task: asyncio.Task[None]) -> None:
    """Let a task go; that the progress could not be written is no reason to lose the test."""
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
