"""history revert, history go-back: looked at first, and refused without an explicit yes where they open the server."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from posthouse_server.cli.consent import Consent, option_for
from posthouse_server.cli.exposing import exposure_json
from posthouse_server.cli.preview import preview_json, preview_text
from posthouse_server.cli.session import Session, plain, who
from posthouse_server.store import Revision
from posthouse_server.store.outlook import Outlook, outlook, preview_of
from posthouse_server.store.preview import Preview


@dataclass(frozen=True, slots=True)
class Way:
    """What was asked for on the command line."""

    number: int
    is_revert: bool
    comment: str
    consent: Consent


def look(session: Session, way: Way) -> None:
    """Show what a way back would do; nothing is changed."""
    with session.store() as store:
        found = outlook(store, way.number, is_revert=way.is_revert)
        flips = preview_of(store, found)
    session.show(_look_json(found, flips), lambda: _look_text(found, flips))


def go(session: Session, way: Way) -> None:
    """Do it; raises SettingsError where that needs an option that was not given."""
    with session.store() as store:
        found = outlook(store, way.number, is_revert=way.is_revert)
        way.consent.check(found.widening)
        made = store.history.carry_out(found.plan, who(), way.comment)
    session.show({**plain(made), "exposure": exposure_json(found.widening.after)}, lambda: _done_text(way, found, made))


def _look_json(found: Outlook, flips: Preview) -> dict[str, Any]:
    return {"changes": [line._asdict() for line in found.plan.lines], "ends_trial": found.plan.ends_trial,
            "exposure_before": exposure_json(found.widening.before), "exposure": exposure_json(found.widening.after),
            "needs": option_for(found.widening) or None, "preview": preview_json(flips, found.old)}


def _look_text(found: Outlook, flips: Preview) -> str:
    option = option_for(found.widening)
    needs = [f"This needs the option {option}."] if option else []
    return "\n".join(["This would change:", *_lines(found), f"Who can relay now: {found.widening.before.sentence}",
                      f"Afterwards: {found.widening.after.sentence}", *needs, preview_text(flips, found.old),
                      "Nothing was changed."])


def _done_text(way: Way, found: Outlook, made: Revision) -> str:
    what = f"revision {way.number} reverted" if way.is_revert else f"back to revision {way.number}"
    return "\n".join([f"Revision {made.number}: {what}.", *_lines(found), f"Who can relay: {found.widening.after.sentence}"])


def _lines(found: Outlook) -> list[str]:
    return [f"  {line}" for line in found.plan.lines]
