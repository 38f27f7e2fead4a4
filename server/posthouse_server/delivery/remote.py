"""Delivery to other servers: each destination has a lane of its own, so that a slow one holds up nobody else."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence, Set

from posthouse_server.alarms import Alarms
from posthouse_server.delivery.connector import Connector
from posthouse_server.delivery.content import Content
from posthouse_server.delivery.delivery import PermanentFailure, Settle, TransientFailure, Withdrawn
from posthouse_server.delivery.destinations import Destination, Router
from posthouse_server.delivery.job import Job
from posthouse_server.delivery.lane import Lane
from posthouse_server.delivery.login import SmartHostLogin
from posthouse_server.delivery.slots import Slots
from posthouse_server.live import Live
from posthouse_server.logs.journals import Journals
from posthouse_server.policy.smart_hosts import SmartHostRules
from posthouse_server.settings.schema import ChosenSmartHost, Outbound, SmartHost
from posthouse_server.store.messages import QueuedMessage, QueuedRecipient

_log = logging.getLogger(__name__)
_LOOK_UPS = 20  # at the same time
_IDLE_LANES = 1000  # what is known of so many destinations is kept
_LaneKey = tuple[object, ...]


class RemoteDelivery:
    """Speaks SMTP to the next servers. See Delivery."""

    def __init__(self, live: Live, router: Router, login: SmartHostLogin, alarms: Alarms,
                 journals: Journals | None = None) -> None:
        """Route by what is in force at the time of each attempt; a smart host that refuses the login raises an alarm."""
        self._live = live
        self._router = router
        self._connector = Connector(live, router, login, alarms, journals)
        self._slots = Slots(live)
        self._lanes: dict[_LaneKey, Lane] = {}
        self._smart_lane: tuple[SmartHost, Lane] | None = None
        self._rules: tuple[tuple[ChosenSmartHost, ...], SmartHostRules] = ((), SmartHostRules(()))
        self._former: list[Lane] = []
        """Lanes that get no more jobs, and still have some under way."""
        self._looked_up: dict[str, list[Job]] = {}
        self._look_ups: set[asyncio.Task[None]] = set()
        self._look_up_slots = asyncio.Semaphore(_LOOK_UPS)

    @property
    def is_open(self) -> bool:
        """Return whether the smart host, where there is only one way, lets us in."""
        return self._connector.is_open

    @property
    def openings(self) -> int:
        """See Delivery."""
        return self._connector.openings

    def start(self, message: QueuedMessage, recipients: Sequence[QueuedRecipient], content: Content, settle: Settle) -> None:
        """See Delivery."""
        since, smtp = asyncio.get_running_loop().time(), self._live.current.settings.smtp
        if smtp.outbound.max_message_bytes and message.size > smtp.outbound.max_message_bytes:
            settle(message, dict.fromkeys([recipient.id for recipient in recipients],
                                          _too_big(message.size, smtp.outbound.max_message_bytes)))
            return
        rest = recipients
        if smtp.smart_hosts or _is_any_rerouted(recipients):
            rest = []
            for lane, group in self._chosen(message, recipients, rest):
                self._add(lane, Job(message, group, content, settle, since))
            if not rest:
                return
        if smtp.smart_host.enabled:
            self._add(self._lane_to(smtp.smart_host), Job(message, rest, content, settle, since))
            return
        domains: dict[str, list[QueuedRecipient]] = {}
        for recipient in rest:
            domains.setdefault(recipient.address.rpartition("@")[2], []).append(recipient)
        for domain, group in domains.items():
            self._look_up(domain, Job(message, group, content, settle, since))

    def _chosen(self, message: QueuedMessage, recipients: Sequence[QueuedRecipient],
                rest: list[QueuedRecipient]) -> list[tuple[Lane, list[QueuedRecipient]]]:
        """Return the lanes of recipients with a way of their own; `rest` gets those who go the way of all."""
        found: dict[int, tuple[Lane, list[QueuedRecipient]]] = {}
        rules = self._rules_of(self._live.current.settings.smtp.smart_hosts)
        for recipient in recipients:
            if recipient.via:
                lane = self._lane_for(_server_at(recipient.via, self._live.current.settings.smtp.outbound))
            elif (host := rules.choose(message.sender, recipient.address)) is not None:
                lane = self._lane_to_chosen(host)
            else:
                rest.append(recipient)
                continue
            found.setdefault(id(lane), (lane, []))[1].append(recipient)
        return list(found.values())

    def _rules_of(self, hosts: tuple[ChosenSmartHost, ...]) -> SmartHostRules:
        if self._rules[0] is not hosts:
            self._rules = (hosts, SmartHostRules(hosts))
        return self._rules[1]

    def _add(self, lane: Lane, job: Job) -> None:
        """Give a lane a job, unless its smart host lets us in no more while others do."""
        doors, host = self._connector.doors, lane.destination.smart_host
        if doors.is_any_shut and host is not None and self.is_open and (hindrance := doors.hindrance(host)) is not None:
            job.settle_rest(hindrance)
        else:
            lane.add(job)

    def relieve(self) -> None:
        """See Delivery. With one smart host for all there are no others."""
        for lane in self._all_lanes() if self._live.current.settings.smtp.smart_hosts else self._lanes.values():
            lane.relieve(TransientFailure(f"451 4.4.5 {lane.destination.name} is slow, and much mail is waiting for it",
                                          is_ours=True))

    def reroute(self) -> None:
        """See Delivery."""
        self._connector.look()
        lanes = self._all_lanes()
        self._lanes.clear()
        self._smart_lane = None
        self._former = [lane for lane in lanes if lane.tasks]
        for lane in lanes:
            lane.retire()

    def withdraw(self, gone: Set[int]) -> list[Withdrawn]:
        """See Delivery."""
        holders: list[Lane | Job] = [*self._all_lanes(), *(job for jobs in self._looked_up.values() for job in jobs)]
        return [taken for holder in holders for taken in holder.withdraw(gone)]

    async def stop(self, timeout_s: float) -> None:
        """See Delivery."""
        lanes = self._all_lanes()
        for lane in lanes:
            lane.stop()
        for task in self._look_ups:
            task.cancel()
        running = [task for lane in lanes for task in lane.tasks]
        if running:
            _, unfinished = await asyncio.wait(running, timeout=timeout_s)
            for task in unfinished:
                task.cancel()
            await asyncio.gather(*unfinished, return_exceptions=True)

    async def aclose(self) -> None:
        """Stop, and say goodbye on connections that are idle."""
        await self.stop(0)
        await self._connector.aclose()

    def _all_lanes(self) -> list[Lane]:
        return [*self._former, *self._lanes.values(), *([self._smart_lane[1]] if self._smart_lane is not None else [])]

    def _lane_to(self, smart_host: SmartHost) -> Lane:
        """Return the lane to the smart host; when it has become another one, what waits for the former goes there too."""
        if self._smart_lane is not None and self._smart_lane[0] is smart_host:
            return self._smart_lane[1]
        former = self._smart_lane
        if former is not None and former[0] == smart_host:
            self._smart_lane = (smart_host, former[1])
            return former[1]
        lane = self._make_lane(Destination.at(smart_host, self._live.current.settings.smtp.outbound))
        self._smart_lane = (smart_host, lane)
        if former is not None:
            self._former.append(former[1])
            former[1].retire()
        return lane

    def _lane_to_chosen(self, host: ChosenSmartHost) -> Lane:
        """Return the lane to a smart host for some mail."""
        lane = self._lanes.get(host.access)
        if lane is None:
            lane = self._lanes[host.access] = self._make_lane(
                Destination.at(host, self._live.current.settings.smtp.outbound))
        return lane

    def _make_lane(self, destination: Destination) -> Lane:
        return Lane(destination, self._connector, self._slots, self._live, self._restart)

    def _restart(self, job: Job) -> None:
        job.drop_unwanted()
        self.start(job.message, job.left, job.content, job.settle)

    def _look_up(self, domain: str, job: Job) -> None:
        """Find a domain's servers once for all that wait for the answer."""
        if domain in self._looked_up:
            self._looked_up[domain].append(job)
            return
        self._looked_up[domain] = [job]
        task = asyncio.create_task(self._route(domain))
        self._look_ups.add(task)
        task.add_done_callback(self._look_ups.discard)

    async def _route(self, domain: str) -> None:
        failure: TransientFailure | PermanentFailure
        try:
            async with self._look_up_slots:
                destination = await self._router.find(domain, self._live.current)
        except (TransientFailure, PermanentFailure) as raised:
            failure = raised
        except Exception as error:  # noqa: BLE001 - a fault of ours defers what waits for the answer, seen by all
            _log.error("%s could not be looked up", domain, exc_info=error)
            failure = TransientFailure("451 4.3.0 The delivery failed by a fault of this server; its log says more")
        else:
            for job in self._looked_up.pop(domain):
                self._lane_for(destination).add(job)
            return
        for job in self._looked_up.pop(domain):
            job.settle_rest(failure)

    def _lane_for(self, destination: Destination) -> Lane:
        """Return the lane of a destination; domains with the same servers share one."""
        if destination.is_smart_host:
            return self._lane_to(self._live.current.settings.smtp.smart_host)
        key = (destination.hosts, destination.preferences, destination.port, destination.tls, destination.messages_per_minute,
               destination.is_chosen)
        lane = self._lanes.get(key)
        if lane is None:
            if len(self._lanes) >= _IDLE_LANES:
                self._lanes = {known: one for known, one in self._lanes.items() if not one.is_idle}
            lane = self._lanes[key] = self._make_lane(destination)
        return lane


def _is_any_rerouted(recipients: Sequence[QueuedRecipient]) -> bool:
    for recipient in recipients:  # noqa: SIM110 - each message comes by here, and a generator takes three times as long
        if recipient.via:
            return True
    return False


def _server_at(via: str, outbound: Outbound) -> Destination:
    """Return the server that an administrator has named, as host:port."""
    host, _, port = via.rpartition(":")
    host = host.strip("[]")
    return Destination.direct(via, (host,), int(port), outbound, ruled_by=host.lower(), is_chosen=True)


def _too_big(size: int, limit: int) -> PermanentFailure:
    return PermanentFailure(f"552 5.3.4 The message has {size:,} bytes, and this server passes on no more than {limit:,} "
                            "(SMTP Properties, Outbound)")
