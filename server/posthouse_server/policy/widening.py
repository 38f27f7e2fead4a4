"""Two exposures compared: whether a change lets more of the Internet relay, and how explicit a yes to it has to be."""

from __future__ import annotations

from dataclasses import dataclass

from posthouse_server.policy.exposure import Exposure, Level
from posthouse_server.policy.network_sets import PUBLIC, NetworkSet


@dataclass(frozen=True, slots=True)
class Widening:
    """What a save would do to the exposure."""

    before: Exposure
    after: Exposure
    needs_word: bool
    """The server would become an open relay, or a wider one."""
    needs_yes: bool
    """Public addresses could relay that could not before, or under fewer conditions."""


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
