"""Wider ranges that tighter entries can stand for: who would still relay without them, and who would not."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from posthouse_server.policy.networks import parse_client
from posthouse_server.settings import Settings, set_paths
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.words import tr

_PATH = "smtp.relay.privileged_ip_ranges"
_NAMED = 3


@dataclass(frozen=True, slots=True)
class WideClient:
    """A client that relays by a wider range."""

    client: str
    number: int
    """Recipients."""
    others: tuple[PrivilegedRange, ...] = ()
    """The other entries of the list by which it could relay as well."""


@dataclass(frozen=True, slots=True)
class WideRange:
    """An entry of many addresses, and all that have relayed by it; the most used first."""

    entry: PrivilegedRange
    clients: tuple[WideClient, ...]

    def without(self, taken: Collection[PrivilegedRange], removed: Collection[PrivilegedRange] = ()) -> Narrowing:
        """Return what becomes of its clients if it goes, some entries come and others go."""
        covered: list[WideClient] = []
        refused: list[WideClient] = []
        for client in self.clients:
            address = parse_client(client.client)
            is_covered = any(entry not in removed and entry != self.entry for entry in client.others) or any(
                address in entry.network and stands_in(entry, self.entry) for entry in taken)
            (covered if is_covered else refused).append(client)
        return Narrowing(self.entry, tuple(covered), tuple(refused))


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What becomes of a wider range's clients without it."""

    entry: PrivilegedRange
    covered: tuple[WideClient, ...]
    refused: tuple[WideClient, ...]

    def sentence(self, days: int) -> str:
        """Return it in words, such as: its 3 clients seen in 30 days are covered by narrower entries."""
        seen, kept, lost = len(self.covered) + len(self.refused), len(self.covered), len(self.refused)
        if not lost:
            return (tr("its client seen in {days} days is covered by narrower entries; nobody would be refused", days=days)
                    if seen == 1 else
                    tr("its {seen:,} clients seen in {days} days are covered by narrower entries; nobody would be refused",
                       seen=seen, days=days))
        number = sum(client.number for client in self.refused)
        sent = tr("1 recipient") if number == 1 else tr("{number:,} recipients", number=number)
        names = ", ".join(client.client for client in self.refused[:_NAMED])
        names += tr(" and {number:,} more", number=lost - _NAMED) if lost > _NAMED else ""
        if seen == 1:
            covered = tr("{kept:,} of its 1 client seen in {days} days are covered by narrower entries", kept=kept, days=days)
        elif kept == 1:
            covered = tr("1 of its {seen:,} clients seen in {days} days is covered by narrower entries", seen=seen, days=days)
        else:
            covered = tr("{kept:,} of its {seen:,} clients seen in {days} days are covered by narrower entries",
                         kept=kept, seen=seen, days=days)
        refused = (tr("1 other client ({names}; {sent}) would be refused", names=names, sent=sent) if lost == 1 else
                   tr("{lost:,} other clients ({names}; {sent}) would be refused", lost=lost, names=names, sent=sent))
        return f"{covered}; {refused}"


def stands_in(entry: PrivilegedRange, wide: PrivilegedRange) -> bool:
    """Return whether the conditions of an entry let pass whatever those of another one do."""
    lasts = entry.expires_at is None or (wide.expires_at is not None and entry.expires_at >= wide.expires_at)
    return lasts and entry.hours in ((), wide.hours) and entry.senders in ((), wide.senders)


def is_due(narrowing: Narrowing, taken: Iterable[PrivilegedRange]) -> bool:
    """Return whether the wider range is worth a question: an entry taken lies in it, or nobody needs it any more."""
    return not narrowing.refused or any(entry.network.overlaps(narrowing.entry.network) for entry in taken)


def narrowed(settings: Settings, taken: Iterable[PrivilegedRange], removed: Collection[PrivilegedRange]) -> Settings:
    """Return the settings with entries taken into the list and wider ones out of it; raises SettingsError."""
    kept = [item for item in settings.smtp.relay.privileged_ip_ranges if item not in removed]
    added = [item for item in taken if item not in kept]
    changes: dict[str, object] = {_PATH: [item.model_dump(mode="json") for item in (*kept, *added)]}
    if added:
        changes["smtp.relay.allow_privileged_ip_ranges"] = True
    return set_paths(settings, changes)
