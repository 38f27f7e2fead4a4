"""Two exposures compared: whether a change lets more of the Internet relay, and how explicit a yes to it has to be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from posthouse_server.policy.directory import Directory
from posthouse_server.policy.exposure import Exposure, Level, exposure
from posthouse_server.policy.network_sets import PUBLIC, NetworkSet
from posthouse_server.settings.schema import Settings

_MOST_ENDS = 8


@dataclass(frozen=True, slots=True)
class Widening:
    """What a save would do to the exposure."""

    before: Exposure
    after: Exposure
    needs_word: bool
    """The server would become an open relay, or a wider one."""
    needs_yes: bool
    """Public addresses could relay that could not before, or under fewer conditions."""


def widened(old: tuple[Settings, Directory], new: tuple[Settings, Directory], at: datetime) -> Widening:
    """Compare what is exposed from `at` on, and from the ends on that entries of the old list have lost or put off."""
    found = widening(exposure(*old, at), exposure(*new, at))
    for end in _changed_ends(old[0], new[0], at):
        later = widening(exposure(*old, end), exposure(*new, end))
        if found.needs_word or not (later.needs_word or later.needs_yes):
            continue
        found = replace(found, needs_word=later.needs_word, needs_yes=not later.needs_word)
    return found


def _changed_ends(old: Settings, new: Settings, at: datetime) -> list[datetime]:
    """Return when entries end that are not in the new list as they are, the latest few."""
    kept = set(new.smtp.relay.privileged_ip_ranges)
    ends = {item.expires_at for item in old.smtp.relay.privileged_ip_ranges
            if item.expires_at is not None and item.expires_at > at and item not in kept}
    return sorted(ends)[-_MOST_ENDS:]


def widening(before: Exposure, after: Exposure) -> Widening:
    """Compare two exposures: networks by network, and each condition only with itself or with none."""
    is_wider = any(_new_public(before, after))
    is_open = after.level is Level.OPEN and (before.level is not Level.OPEN or is_wider)
    return Widening(before, after, is_open, after.public > 0 and is_wider and not is_open)


def _new_public(before: Exposure, after: Exposure) -> list[bool]:
    """Return for each way in whether public addresses get it that had none as good."""
    return [bool((way.networks - NetworkSet(
        network for old in before.ways if not old.condition or (old.kind, old.condition) == (way.kind, way.condition)
        for network in old.networks)) & PUBLIC) for way in after.ways]
