"""start, stop, status."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from posthouse_server import control
from posthouse_server.cli.session import local_time, plain, session_of, who
from posthouse_server.control import Status
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.nodes import Alarm, NodeState
from posthouse_server.store.trial_rows import Trial

_DOWN = (NodeState.STOPPED, NodeState.FAILED)


def start(context: typer.Context) -> None:
    """Start the server and wait until it listens."""
    session = session_of(context)
    with session.store() as store:
        found = control.start(store, who())
        session.show(_facts(store, found), lambda: _sentence(found))


def stop(context: typer.Context,
         kill: Annotated[bool, typer.Option(help="End the process at once if it does not stop in time.")] = False) -> None:
    """Stop the server: it finishes running transactions first."""
    session = session_of(context)
    with session.store() as store:
        try:
            found = control.stop(store, who())
        except control.ControlError:
            if not kill:
                raise
            control.kill(store)
            found = control.status(store)
        session.show(_facts(store, found), lambda: _sentence(found))


def status(context: typer.Context) -> None:
    """Show the state of the server, its ports, its alarms, and the books of its queue."""
    session = session_of(context)
    with session.store() as store:
        found = control.status(store)
        facts = _facts(store, found)
        trial = store.trials.current()
        facts["trial"] = plain(trial)
        lines = [] if trial is None else [_on_trial(trial)]
        session.show(facts, lambda: "\n".join([_sentence(found), *lines, *_alarm_lines(found), _books(facts["ledger"])]))


def _on_trial(trial: Trial) -> str:
    if trial.until <= now():
        return (f"Revision {trial.revision} was on trial until {local_time(trial.until)}: the server takes it back as soon as "
                "it runs.")
    return (f"Revision {trial.revision} is on trial, and takes itself back at {local_time(trial.until)} unless posthousectl "
            "history confirm keeps it.")


def _facts(store: Store, found: Status) -> dict[str, Any]:
    node = found.node
    books = store.spool.ledger()
    standing, past = _alarms(found)
    facts: dict[str, Any] = {"state": found.state.value, "detail": found.detail, "alarms": plain(standing),
                             "past_alarms": plain(past), "ledger": {**plain(books), "difference": books.difference}}
    if node is not None:
        facts |= {"pid": node.pid, "name": node.name, "listening": list(node.listening), "revision": node.revision,
                  "started_at": plain(node.started_at), "heartbeat_at": plain(node.heartbeat_at),
                  "counters": plain(node.counters), "last_error": node.last_error, "version": node.version}
    return facts


def _sentence(found: Status) -> str:
    node = found.node
    if node is None:
        return "The server is stopped; it has never run in this data folder."
    if found.state is NodeState.RUNNING:
        up = int((now() - node.started_at).total_seconds())
        fault = f"\nIt says: {node.last_error}" if node.last_error else ""
        return (f"The server is running (process {node.pid}) on {', '.join(node.listening) or 'no port'}; revision "
                f"{node.revision} is in force; up {up // 3600} h {up % 3600 // 60} min {up % 60} s.{fault}")
    said = "has failed" if found.state is NodeState.FAILED else f"is {found.state.value}"
    return f"The server {said}. {found.detail}".strip()


def _alarms(found: Status) -> tuple[tuple[Alarm, ...], tuple[Alarm, ...]]:
    """Return the alarms that stand, and those that stood when a server that is down last spoke."""
    alarms = found.node.alarms if found.node is not None else ()
    return ((), alarms) if found.state in _DOWN else (alarms, ())


def _alarm_lines(found: Status) -> list[str]:
    standing, past = _alarms(found)
    return ([f"ALARM {alarm.kind}, since {local_time(alarm.since)}: {alarm.text}" for alarm in standing]
            + [f"When it last ran, there was an alarm: {alarm.kind}, since {local_time(alarm.since)}: {alarm.text}"
               for alarm in past])


def _books(books: dict[str, int]) -> str:
    line = (f"Recipients: {books['accepted']} accepted = {books['delivered']} delivered + {books['waiting']} waiting + "
            f"{books['held']} held + {books['bounced']} bounced + {books['bad_mail']} in Bad Mail + "
            f"{books['removed']} removed")
    if not books["difference"]:
        return f"{line}. The books balance."
    what = "are missing" if books["difference"] > 0 else "are there that nobody accepted"
    return f"{line}. THE BOOKS DIFFER BY {books['difference']}: recipients {what}."
