"""relay suggest: tight privileged ranges from the recorded traffic, listed and taken."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Thread
from typing import Annotated, Any

import typer

from posthouse_server.cli.consent import Consent, Open, Public
from posthouse_server.cli.exposing import exposure_json
from posthouse_server.cli.preview import preview_json, preview_text
from posthouse_server.cli.session import Session, local_time, plain, session_of, table, who
from posthouse_server.diagnose.client_names import name_of
from posthouse_server.policy.narrowing import Narrowing, WideRange, is_due, narrowed
from posthouse_server.policy.networks import parse_range
from posthouse_server.policy.widening import Widening, widened
from posthouse_server.settings import Settings, SettingsError
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.preview import preview
from posthouse_server.store.suggestions import DAYS, Suggestion, Suggestions, find_suggestions

_SENDERS = 3
_NAMES_AT_ONCE, _NAME_TIMEOUT_S = 16, 3.0
_COMMENT = "Suggested ranges"


def suggest(context: typer.Context,
            take: Annotated[list[str] | None, typer.Option(metavar="RANGE", help="Take this suggestion into the list; may be "
                                                                                 "given again.")] = None,
            replace: Annotated[bool, typer.Option("--replace", help="Remove the wider ranges that these narrow.")] = False,
            only_look: Annotated[bool, typer.Option("--preview", help="Only show what taking them would change.")] = False,
            public: Public = False, open_: Open = False) -> None:
    """Propose tight privileged IP ranges from the traffic of the last 30 days; without --take nothing is changed."""
    session = session_of(context)
    if take:
        _take(session, _Wish(take, replace, only_look, Consent(public, open_)))
        return
    if replace or only_look:
        raise SettingsError("--replace and --preview go with --take RANGE.")
    with session.store() as store:
        settings = store.settings.load().settings
        found = find_suggestions(store, settings)
    names = _names([item.clients[0] for item in found.ranges], settings.smtp.general.dns_servers)
    session.show(_json(found, names), lambda: _text(found, names))


def _names(clients: list[str], servers: Sequence[str]) -> dict[str, str]:
    """Look up who the clients are, several at once; whose name does not come in time has none here."""
    found: dict[str, str] = {}

    def ask(client: str) -> None:
        try:
            found[client] = name_of(client, servers, _NAME_TIMEOUT_S)
        except OSError:
            found[client] = ""

    until, waiting = time.monotonic() + 2 * _NAME_TIMEOUT_S, list(dict.fromkeys(clients))
    while waiting and time.monotonic() < until:
        threads = [Thread(target=ask, args=(client,), daemon=True) for client in waiting[:_NAMES_AT_ONCE]]
        del waiting[:_NAMES_AT_ONCE]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(max(0.0, until - time.monotonic()))
    return dict(found)


@dataclass(frozen=True, slots=True)
class _Wish:
    take: list[str]
    replaces: bool
    only_looks: bool
    consent: Consent


def _take(session: Session, wish: _Wish) -> None:
    with session.store() as store:
        base = store.settings.load()
        found = find_suggestions(store, base.settings)
        taken = [item.entry(", ".join(item.senders[:_SENDERS])) for item in _chosen(found, wish.take)]
        gone = _narrowed_by(found, taken) if wish.replaces else []
        new = narrowed(base.settings, taken, [item.entry for item in gone])
        change = _compared(store, base.settings, new)
        if wish.only_looks:
            _look(session, store, (base.settings, new), change, gone)
            return
        wish.consent.check(change)
        made = store.settings.save(new, base.newest.number, who(), _COMMENT)
    ranges = ", ".join(entry.range for entry in taken)
    session.show({**plain(made), "exposure": exposure_json(change.after)}, "\n".join([
        f"Revision {made.number}: {ranges} taken.", *_removals(gone), f"Who can relay: {change.after.sentence}"]))


def _chosen(found: Suggestions, take: list[str]) -> list[Suggestion]:
    known = {parse_range(item.range): item for item in found.ranges}
    chosen = []
    for text in take:
        try:
            item = known.get(parse_range(text))
        except ValueError as error:
            raise SettingsError(f"{error}.") from error
        if item is None:
            raise SettingsError(f"{text} is not among the suggestions; posthousectl relay suggest lists them.")
        chosen.append(item)
    return chosen


def _narrowed_by(found: Suggestions, taken: list[PrivilegedRange]) -> list[Narrowing]:
    """Return the wider ranges that entries lie in; that one goes does not count as another's cover."""
    wide = [item for item in found.wide if any(entry.network.overlaps(item.entry.network) for entry in taken)]
    return [item.without(taken, [other.entry for other in wide]) for item in wide]


def _compared(store: Store, old: Settings, new: Settings) -> Widening:
    directory = store.directory.snapshot()
    return widened((old, directory), (new, directory), now())


def _look(session: Session, store: Store, settings: tuple[Settings, Settings], change: Widening,
          gone: list[Narrowing]) -> None:
    flips = preview(store, *settings)
    session.show(
        {"exposure_before": exposure_json(change.before), "exposure": exposure_json(change.after),
         "removed": [_narrowing_json(item) for item in gone], "preview": preview_json(flips, settings[0])},
        lambda: "\n".join([*_removals(gone), f"Who can relay now: {change.before.sentence}",
                           f"Afterwards: {change.after.sentence}", preview_text(flips, settings[0]), "Nothing was changed."]))


def _removals(gone: list[Narrowing]) -> list[str]:
    return [f"Without {item.entry.range}: {item.sentence(DAYS)}." for item in gone]


def _all_taken(found: Suggestions, wide: WideRange) -> Narrowing | None:
    """Return what becomes of a wider range's clients if all that narrow it are taken; None where nothing does."""
    taken = [item.entry("") for item in found.ranges if item.narrows is not None]
    outcome = wide.without(taken)
    return outcome if is_due(outcome, taken) else None


def _text(found: Suggestions, names: Mapping[str, str]) -> str:
    shown = table(
        ("Range", "Name", "Narrows", "Recipients", "Since", "Senders", "Why"),
        [(item.range, names.get(item.clients[0]) or "-",
          item.replaces or "-", f"{item.number:,}", local_time(item.since), ", ".join(item.senders[:_SENDERS]),
          f"{item.reason}{_care(item)}") for item in found.ranges],
        "Nothing to suggest: nobody was refused relay, or relays by a wider range than needed, in the last 30 days.")
    lines = [f"{wide.entry.range} stays in force until it is removed: "
             + (f"with all that narrow it taken, {outcome.sentence(DAYS)} (--take RANGE ... --replace)."
                if any(item.narrows == wide.entry for item in found.ranges)
                else f"{outcome.sentence(DAYS)} (privileged remove {wide.entry.range}).")
             for wide in found.wide if (outcome := _all_taken(found, wide)) is not None]
    return "\n".join([shown, *([""] if lines else []), *lines])


def _care(item: Suggestion) -> str:
    return f" (careful: {item.warning})" if item.warning else " (careful: public address)" if item.is_public else ""


def _json(found: Suggestions, names: Mapping[str, str]) -> dict[str, Any]:
    suggestions = [{"range": item.range, "replaces": item.replaces, "clients": item.clients,
                    "name": names.get(item.clients[0]) or None, "number": item.number,
                    "since": item.since, "senders": item.senders, "reason": item.reason, "is_public": item.is_public,
                    "is_suspicious": item.is_suspicious, "warning": item.warning} for item in found.ranges]
    outcomes = (_all_taken(found, wide) for wide in found.wide)
    return {"suggestions": suggestions, "wider": [_narrowing_json(item) for item in outcomes if item is not None]}


def _narrowing_json(item: Narrowing) -> dict[str, Any]:
    return {"range": item.entry.range, "covered": [client.client for client in item.covered], "refused": [
        {"client": client.client, "recipients": client.number} for client in item.refused], "sentence": item.sentence(DAYS)}
