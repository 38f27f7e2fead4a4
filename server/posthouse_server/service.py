"""The composition root: store, change feed, listeners, delivery and the node row of one running server."""

from __future__ import annotations

import asyncio
import logging
import os
import platform
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import psutil

from posthouse_server import __version__
from posthouse_server.alarms import Alarms
from posthouse_server.counters import Totals
from posthouse_server.delivery.destinations import Router
from posthouse_server.delivery.local import LocalDelivery
from posthouse_server.delivery.login import SmartHostLogin
from posthouse_server.delivery.remote import RemoteDelivery
from posthouse_server.delivery.runner import DeliveryRunner
from posthouse_server.health import Health
from posthouse_server.live import InForce, Live
from posthouse_server.logs.handler import JournalHandler
from posthouse_server.logs.journals import Journals
from posthouse_server.relay_test.runner import RelayTester
from posthouse_server.reload import Loader
from posthouse_server.resolvers import Resolvers
from posthouse_server.secrets import Secrets
from posthouse_server.smtp import replies
from posthouse_server.smtp.authentication import Authenticator
from posthouse_server.smtp.ban_keeper import BanKeeper
from posthouse_server.smtp.habits import HabitWatch
from posthouse_server.smtp.handler import RelayHandler
from posthouse_server.smtp.listeners import BindError, ListenerSet
from posthouse_server.smtp.screening import Screening
from posthouse_server.smtp.tls import CertificateError
from posthouse_server.store import Store, StoreError
from posthouse_server.store.clock import now
from posthouse_server.store.engine import is_damaged
from posthouse_server.store.messages import Route
from posthouse_server.store.nodes import Node, NodeState
from posthouse_server.store.room import DiskRoom
from posthouse_server.store.settings_store import DesiredState
from posthouse_server.trial_watch import TrialWatch

_log = logging.getLogger(__name__)
_SETTINGS_POLL_S = 0.1
_HEARTBEAT_S = 1.0
_LISTEN_AGAIN_S = 5.0
_PRUNE_EVERY_S = 300.0
_BANS_KEPT_EVERY_S = 0.5
_HABITS_EVERY_S = 5.0
_TRIAL_POLL_S = 0.5
_RELAY_TEST_POLL_S = 0.25
_HOUR = timedelta(hours=1)
_GRACE_S = 10.0
_LEAST_GRACE_S = 1.0  # for deliveries, when sessions have taken it all


class StartError(Exception):
    """The server can't run; the message is a sentence that says why and what to do."""


class Service:
    """One running server. Make it, `start`, then `run` until it is asked to stop."""

    def __init__(self, store: Store) -> None:
        """Prepare the node row of this process."""
        self._store = store
        self._totals = Totals()
        self._alarms = Alarms()
        self._room = DiskRoom(store.folder.root)
        self._health = Health(store, self._alarms, self._room)
        self._stop = asyncio.Event()
        self._started_at = now()
        process = psutil.Process()
        self._node = Node(platform.node(), os.getpid(), process.create_time(), NodeState.STARTING, self._started_at,
                          self._started_at, version=__version__)
        self._row_lock = threading.Lock()
        self._queue = 0
        self._is_reload_due = False
        self._listen_again_at: float | None = None
        """When to try a port again that could not be opened."""
        self._settings_feed = store.watch_settings()
        asked = store.settings.desired_state()
        self._heard = 0 if asked is None else asked.serial  # a stop that was asked for later is for this server
        self._spool_feed = store.watch_spool()
        self._loader = Loader(store)
        self._trial_watch = TrialWatch(store)
        self._journals = Journals(store.folder.logs, self._alarms)
        self._journal_handler = JournalHandler(self._journals)
        logging.getLogger().addHandler(self._journal_handler)
        self._authenticator = Authenticator(store.directory)

    def request_stop(self) -> None:
        """Ask the server to end; for signal handlers on the loop."""
        self._stop.set()

    @property
    def places(self) -> tuple[str, ...]:
        """Return where the server listens."""
        return self._listeners.places

    async def start(self) -> None:
        """Come up until all listeners are bound; raises StartError, and the node row says the same."""
        await self._write_node()
        try:
            await asyncio.to_thread(self._trial_watch.look)
            current = await asyncio.to_thread(self._loader.load)
            self._compose(current)
            assert current.tls_context is not None
            await self._listeners.apply(current.settings.smtp.inbound.listeners, current.tls_context)
        except (BindError, CertificateError) as error:
            await self._fail(str(error))
            raise StartError(str(error)) from error
        except StoreError as error:
            await self._fail(str(error))
            raise
        if not current.settings.smtp.inbound.listeners:
            _log.warning("No listener is configured: nobody can connect")
        self._node = replace(self._node, state=NodeState.RUNNING, listening=self._listeners.places,
                             revision=current.revision, last_error=self._loader.fault)
        await self._write_node()

    def _compose(self, current: InForce) -> None:
        """Put the parts together; afterwards the policy is in force."""
        store = self._store
        store.spool.recover()
        store.spool.open_writer()
        store.traffic.open_writer()
        self._live = Live(current)
        resolvers = Resolvers()
        self._journals.apply(current.settings.smtp.logging)
        self._remote = RemoteDelivery(self._live, Router(resolvers), SmartHostLogin(Secrets(store.folder)), self._alarms,
                                      self._journals)
        self._runner = DeliveryRunner(self._live, store.spool, store.traffic, self._totals, self._spool_feed,
                                      {Route.LOCAL: LocalDelivery(store.folder.mail, self._live), Route.RELAY: self._remote})
        self._handler = RelayHandler(self._live, store.spool, store.traffic, self._authenticator, self._totals,
                                     self._runner, self._alarms, self._room, Screening(self._live, resolvers), self._journals,
                                     store.folder.mail)
        self._ban_keeper = BanKeeper(store, self._handler.discipline.bans)
        self._habits = HabitWatch(store.traffic, self._handler.rate_limit.logins, self._alarms, self._live)
        self._relay_tester = RelayTester(store, self._live, self._authenticator, self._alarms)
        self._remember(current)
        self._listeners = ListenerSet(self._handler)

    def _remember(self, current: InForce) -> None:
        """Take over bans and counts of an earlier run; mail does not wait for a trace that can't be read."""
        try:
            self._ban_keeper.load()
            moment = now()
            self._handler.rate_limit.prime(self._store.traffic.accepted_since(moment - _HOUR), current.policy, moment)
        except StoreError as error:
            _log.error("Bans and limits begin anew: %s", error)

    async def run(self) -> None:
        """Serve until a stop is requested by a signal or in the store; then end in order."""
        watch = asyncio.create_task(self._repeat(self._watch_settings, _SETTINGS_POLL_S))
        tasks = [asyncio.create_task(self._repeat(self._heartbeat, _HEARTBEAT_S)),
                 asyncio.create_task(self._repeat(self._trial_watch.keep, _TRIAL_POLL_S)),
                 asyncio.create_task(self._repeat(self._prune, _PRUNE_EVERY_S)),
                 asyncio.create_task(self._repeat(self._journals.look, _HEARTBEAT_S)),
                 asyncio.create_task(self._repeat(self._ban_keeper.keep, _BANS_KEPT_EVERY_S)),
                 asyncio.create_task(self._repeat(self._habits.look, _HABITS_EVERY_S)),
                 asyncio.create_task(self._repeat(self._relay_tester.look, _RELAY_TEST_POLL_S)),
                 asyncio.create_task(self._runner.run())]
        await self._stop.wait()
        _log.info("Stopping")
        self._node = replace(self._node, state=NodeState.STOPPING)
        await self._write_node()
        await _end(watch)  # a change that comes now must not open listeners again
        self._listeners.close()
        deadline = asyncio.get_running_loop().time() + _GRACE_S
        await self._finish_sessions(deadline)
        await self._runner.stop(max(_LEAST_GRACE_S, deadline - asyncio.get_running_loop().time()))
        await self._remote.aclose()
        await _end(*tasks)
        self._relay_tester.close()
        await self._ban_keeper.keep()
        await asyncio.to_thread(self._close_writers)
        self._node = replace(self._node, state=NodeState.STOPPED, listening=(), last_error="")
        await self._write_node()

    def close(self) -> None:
        """Give back what the constructor took."""
        self._settings_feed.close()
        self._spool_feed.close()
        self._authenticator.close()
        logging.getLogger().removeHandler(self._journal_handler)
        self._journals.close()

    async def _fail(self, reason: str) -> None:
        """Write the last word of a server that could not start."""
        await asyncio.to_thread(self._close_writers)
        self._node = replace(self._node, state=NodeState.FAILED, listening=(), last_error=reason)
        await self._write_node()

    def _close_writers(self) -> None:
        self._store.spool.close_writer()
        self._store.traffic.close_writer()

    async def _repeat(self, work: Callable[[], object], every_s: float) -> None:
        """Run `work` again and again; a fault is logged, never the end of the server."""
        while True:
            await asyncio.sleep(every_s)
            try:
                outcome = work()
                if asyncio.iscoroutine(outcome):
                    await outcome
            except StoreError as error:
                _log.error("%s", error)
            except Exception as error:  # noqa: BLE001 - a server that ends its watch would obey nobody any more
                _log.error("A periodic task failed", exc_info=error)

    async def _watch_settings(self) -> None:
        """Take a new revision into force, or say why not; notice that a stop is wanted."""
        if not self._settings_feed.has_changed() and not self._is_reload_due:
            if self._listen_again_at is not None and asyncio.get_running_loop().time() >= self._listen_again_at:
                self._note_ports(await self._listen(self._live.current))
                await self._write_node()
            return
        self._is_reload_due = True  # until it is done: a store that can't be read now must be asked again
        wanted = await asyncio.to_thread(self._store.settings.desired_state)
        if wanted is not None and wanted.state is DesiredState.STOPPED and wanted.serial > self._heard:
            self._stop.set()
            return
        try:
            await asyncio.to_thread(self._trial_watch.look)
            fresh = await asyncio.to_thread(self._loader.load)
        except StoreError as error:
            self._say_fault(f"The new settings are not in force: {error}")
        else:
            self._is_reload_due = False
            fault = await self._listen(fresh)
            self._live.current = fresh
            self._journals.apply(fresh.settings.smtp.logging)
            self._node = replace(self._node, revision=fresh.revision)
            self._note_ports(fault)
            _log.info("Revision %d is in force", fresh.revision)
        await self._write_node()

    async def _listen(self, wanted: InForce) -> str:
        """Listen where it is wanted, or say why not: a port that can't be opened must not keep a rule out of force."""
        assert wanted.tls_context is not None
        self._listen_again_at = None
        try:
            await self._listeners.apply(wanted.settings.smtp.inbound.listeners, wanted.tls_context)
        except BindError as error:
            self._listen_again_at = asyncio.get_running_loop().time() + _LISTEN_AGAIN_S
            return f"{error} The listeners of before stay open, and it is tried again by itself."
        return ""

    def _note_ports(self, fault: str) -> None:
        self._node = replace(self._node, listening=self._listeners.places)
        self._say_fault(f"{self._loader.fault} {fault}".strip())

    def _say_fault(self, fault: str) -> None:
        if fault and fault != self._node.last_error:
            _log.error("%s", fault)
        self._node = replace(self._node, last_error=fault)

    async def _heartbeat(self) -> None:
        self._queue = await asyncio.to_thread(self._health.check, self._queue)
        if await asyncio.to_thread(self._loader.has_certificate_changed):
            self._is_reload_due = True
        await self._write_node()

    async def _write_node(self) -> None:
        self._node = replace(self._node, heartbeat_at=now(), counters=self._totals.snapshot(self._queue),
                             alarms=self._alarms.standing)
        try:
            await asyncio.to_thread(self._write_newest)
        except StoreError as error:  # what is said of the mail must never stop the mail
            _log.error("%s", error)
            if is_damaged(error):
                self._store.traffic.is_damaged = True

    def _write_newest(self) -> None:
        """Write what the row shall say now: a heartbeat whose thread comes late must not undo the last word of the server."""
        with self._row_lock:
            self._store.nodes.write(self._node)

    async def _prune(self) -> None:
        self._store.traffic.prune()
        await asyncio.to_thread(self._store.bans.prune)

    async def _finish_sessions(self, deadline: float) -> None:
        """Close idle connections at once, and let running transactions finish until the deadline."""
        while self._handler.connections and asyncio.get_running_loop().time() < deadline:
            for protocol in tuple(self._handler.connections):
                if not protocol.is_in_transaction:
                    protocol.say_goodbye(replies.SHUTTING_DOWN)
            await asyncio.sleep(0.05)
        for protocol in tuple(self._handler.connections):
            protocol.say_goodbye(replies.SHUTTING_DOWN)


async def _end(*tasks: asyncio.Task[None]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
