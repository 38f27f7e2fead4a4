"""Who can relay without a password, from some time on: computed exactly, with a request that proves each way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from posthouse_server.policy.decision import Policy, Request, Verdict
from posthouse_server.policy.directory import Directory
from posthouse_server.policy.exposure_ways import Judged, local_sender_way, outsiders, privileged_ways
from posthouse_server.policy.exposure_words import balancer_sentence, closed_sentence, exposed_sentence
from posthouse_server.policy.network_sets import PUBLIC, NetworkSet, union
from posthouse_server.policy.networks import IPRange, parse_range
from posthouse_server.policy.ways import Way, WayKind, Witness
from posthouse_server.settings.schema import Settings
from posthouse_server.words import tr

__all__ = ["Exposure", "Level", "Way", "WayKind", "Witness", "exposure", "exposure_change", "proves"]

_LOOPBACK = NetworkSet((parse_range("127.0.0.0/8"), parse_range("::1")))


class Level(StrEnum):
    """How far the server is open, the best first."""

    CLOSED = "closed"
    PRIVATE = "private"
    PUBLIC = "public"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Exposure:
    """Everybody who can relay without a password, and how."""

    level: Level
    ways: tuple[Way, ...] = ()
    public: int = 0
    """The number of public addresses that some way covers."""
    private: int = 0
    """The number of the other ones."""
    reason: str = ""
    """For Level.CLOSED: why, as a sentence; else empty."""
    is_reachable_from_outside: bool = True
    """Whether any listener can be reached from another computer, directly or through a load balancer on this one."""

    @property
    def sentence(self) -> str:
        """Return the whole in one sentence."""
        if self.level is Level.CLOSED:
            return closed_sentence(self.reason)
        return exposed_sentence(self.ways, self.public, self.private, is_open=self.level is Level.OPEN)


def exposure(settings: Settings, directory: Directory, at: datetime) -> Exposure:
    """Return who can relay without a password at `at` or later, after Access Control and blocked senders."""
    is_reachable = _is_reachable_from_outside(settings)
    if reason := _shut(settings):
        return Exposure(Level.CLOSED, reason=reason, is_reachable_from_outside=is_reachable)
    judged = Judged.of(settings, directory, at)
    ways = privileged_ways(judged)
    if (local := local_sender_way(judged)) is not None:
        ways.append(local)
    if ways and (balancer := _balancer_way(settings, ways[0].witness)) is not None:
        ways.append(balancer)
    if not ways:
        return Exposure(Level.CLOSED, is_reachable_from_outside=is_reachable)
    reached = ways[0].networks if len(ways) == 1 else union(way.networks for way in ways)
    public = (reached & PUBLIC).count
    level = Level.OPEN if is_whole_internet(reached) else Level.PUBLIC if public else Level.PRIVATE
    return Exposure(level, tuple(ways), public, reached.count - public, is_reachable_from_outside=is_reachable)


def exposure_change(before: Exposure, after: Exposure) -> str:
    """Return what becomes of an exposure, in a few sentences: the same number may be of other clients."""
    if before == after:
        return tr("The exposure stays as it is. {before}", before=before.sentence)
    old, new = (union(way.networks for way in one.ways) for one in (before, after))
    came, went = (new - old).count, (old - new).count
    is_alike = before.sentence == after.sentence
    said = (tr("The exposure changes, though its sentence does not: {before}", before=before.sentence) if is_alike else
            tr("Exposure before: {before} After: {after}", before=before.sentence, after=after.sentence))
    if came and went:
        return tr("{said} Addresses that come: {came:,}; that go: {went:,}.", said=said, came=came, went=went)
    return tr("{said} The conditions or the entries are others.", said=said) if is_alike and not came and not went else said


def is_whole_internet(reached: NetworkSet) -> bool:
    """Return whether at least half of the public space of one IP version is in a set: a few gaps keep no spammer out."""
    return any(2 * (reached & PUBLIC.of_version(version)).count >= PUBLIC.of_version(version).count for version in (4, 6))


def proves(witness: Witness, policy: Policy) -> bool:
    """Return whether a witness really relays under a policy."""
    request = Request(witness.client, witness.sender, witness.recipient, witness.at)
    return policy.decide(request).verdict is Verdict.RELAY


def _shut(settings: Settings) -> str:
    """Return why no client gets as far as a relay option; empty if one may."""
    listeners = settings.smtp.inbound.listeners
    if not settings.smtp.relay.enabled:
        return tr("Enable Mail Relay is off.")
    if not listeners:
        return tr("The server has no listeners.")
    if all(listener.require_authentication for listener in listeners):
        return tr("Every listener requires a login.")
    return ""


def _balancer_way(settings: Settings, pretended: Witness) -> Way | None:
    """Return the way of whoever is believed as a load balancer; its witness is the client that it can pretend to be."""
    texts = settings.smtp.inbound.proxy_protocol_from
    networks = (NetworkSet(map(parse_range, texts)) & outsiders()) - _LOOPBACK
    if not networks:
        return None
    public = sum(block.public_count() for block in networks.ranges)
    return Way(WayKind.LOAD_BALANCER, networks, public, networks.count - public, texts, "", pretended,
               balancer_sentence(texts))


def _is_reachable_from_outside(settings: Settings) -> bool:
    inbound = settings.smtp.inbound
    listening = [parse_range(listener.address) for listener in inbound.listeners]
    return any(not _is_loopback(item) for item in listening) or _brings_clients(inbound.proxy_protocol_from)


def _is_loopback(item: IPRange) -> bool:
    return any(item.overlaps(own) for own in _LOOPBACK.ranges)


def _brings_clients(balancers: Sequence[str]) -> bool:
    return any(_is_loopback(parse_range(text)) for text in balancers)
