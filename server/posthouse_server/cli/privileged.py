"""privileged add, list, remove, clean: the list behind Privileged IPs."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from posthouse_server.cli.consent import Consent, Open, Public
from posthouse_server.cli.session import local_time, session_of, table, who
from posthouse_server.cli.spans import parse_span, parse_weekday
from posthouse_server.policy.networks import IPRange, parse_range
from posthouse_server.settings import Settings, SettingsError, set_paths
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.store.clock import now

app = typer.Typer(help="The clients that may relay without a password.", no_args_is_help=True)

_PATH = "smtp.relay.privileged_ip_ranges"


@app.command()
def add(context: typer.Context,
        range_: Annotated[str, typer.Argument(metavar="RANGE", help="10.0.4.17, 10.0.4.0/24, 10.0.4.1-10.0.4.9 or 10.0.*")],
        note: Annotated[str, typer.Option(help="Who or what this is.")] = "",
        until: Annotated[str, typer.Option(help="2026-12-31T18:00 or friday 18:00 (local time), or a span: 90m, 2h, 3d.")] = "",
        hours: Annotated[list[str] | None, typer.Option(help="Only at these weekly hours: mon-fri 08:00-18:00; may be "
                                                             "given again.")] = None,
        sender: Annotated[list[str] | None, typer.Option(help="Only for this sender address or domain; may be given "
                                                              "again.")] = None,
        public: Public = False, open_: Open = False) -> None:
    """Add a range."""
    session = session_of(context)
    network = _network(range_)
    if network.public_count() and not (public or open_):
        raise SettingsError(_warning(range_, network))
    entry = _entry(range_, note, until, hours or [], sender or [])

    def edit(settings: Settings) -> Settings:
        ranges = settings.smtp.relay.privileged_ip_ranges
        edited = set_paths(settings, {_PATH: [*ranges, entry]})
        *before, added = edited.smtp.relay.privileged_ip_ranges
        if any((item.network, item.hours, item.senders) == (network, added.hours, added.senders) for item in before):
            raise SettingsError(f"{range_} is in the list already.")
        Consent(public, open_).check_settings(store, settings, edited)
        return edited

    with session.store() as store:
        revision = store.settings.change(edit, who())
        is_ticked = store.settings.load().settings.smtp.relay.allow_privileged_ip_ranges
    hint = "" if is_ticked else ("\nRelay for privileged IP ranges is not ticked yet: "
                                 "posthousectl settings set smtp.relay.allow_privileged_ip_ranges=true")
    reach = f"{network.count:,} {'address' if network.count == 1 else 'addresses'}"
    session.show({**entry, "addresses": network.count, "public_addresses": network.public_count(),
                  "revision": revision.number},
                 f"{range_} added ({reach}) as revision {revision.number}.{hint}")


@app.command("list")
def list_(context: typer.Context) -> None:
    """List the ranges."""
    session = session_of(context)
    with session.store() as store:
        relay = store.settings.load().settings.smtp.relay
    at = now()
    session.show([{**item.model_dump(mode="json"), "addresses": item.network.count, "in_force": item.is_in_force(at)}
                  for item in relay.privileged_ip_ranges],
                 lambda: table(("Range", "Addresses", "Until", "Hours", "Senders", "Note"),
                               [(item.range, f"{item.network.count:,}", _until(item, at), ", ".join(item.hours) or "always",
                                 ", ".join(item.senders) or "any", item.note)
                                for item in relay.privileged_ip_ranges], "The list is empty: it admits nobody."))


@app.command()
def remove(context: typer.Context, range_: Annotated[str, typer.Argument(metavar="RANGE")]) -> None:
    """Remove a range."""
    session = session_of(context)
    network = _network(range_)

    def edit(settings: Settings) -> Settings:
        kept = [item for item in settings.smtp.relay.privileged_ip_ranges if item.network != network]
        if len(kept) == len(settings.smtp.relay.privileged_ip_ranges):
            raise SettingsError(f"{range_} is not in the list.")
        return set_paths(settings, {_PATH: kept})

    with session.store() as store:
        revision = store.settings.change(edit, who())
    session.show({"removed": range_, "revision": revision.number}, f"{range_} removed as revision {revision.number}.")


@app.command()
def clean(context: typer.Context) -> None:
    """Remove the entries that have ended."""
    session, at = session_of(context), now()
    ended: list[str] = []

    def edit(settings: Settings) -> Settings:
        ranges = settings.smtp.relay.privileged_ip_ranges
        ended[:] = [item.range for item in ranges if item.has_ended(at)]  # anew when somebody else has saved meanwhile
        return set_paths(settings, {_PATH: [item for item in ranges if not item.has_ended(at)]}) if ended else settings

    with session.store() as store:
        revision = store.settings.change(edit, who())
    session.show({"removed": ended, "revision": revision.number},
                 f"Removed as revision {revision.number}: {', '.join(ended)}." if ended else "No entry has ended.")


def _entry(range_: str, note: str, until: str, hours: list[str], senders: list[str]) -> dict[str, object]:
    end = parse_until(until) if until else None
    if end is not None and end <= now():
        raise SettingsError(f"--until: {until} is over already; write a time to come, or a span such as 90m, 2h or 3d.")
    return {"range": range_, "note": note, "expires_at": None if end is None else end.isoformat(), "hours": hours,
            "senders": senders}


def parse_until(text: str) -> datetime:
    """Parse a time: ISO (local without a zone), the next such day of the week, or a span from now; raises SettingsError."""
    span = parse_span(text)
    if span is not None:
        return now() + span
    day = parse_weekday(text, now())
    if day is not None:
        return day
    try:
        return datetime.fromisoformat(text.strip()).astimezone()
    except ValueError:
        raise SettingsError(f"{text!r} is not a time; write 2026-12-31T18:00, friday 18:00, or a span such as 90m, 2h or "
                            "3d.") from None


def _warning(range_: str, network: IPRange) -> str:
    number = network.public_count()
    noun = "public address" if number == 1 else "public addresses"
    return (f"{range_} covers {number:,} {noun} of the Internet: whoever is there could send mail through this server "
            "without a password. Nothing was saved; if that is what you want, say --public.")


def _network(text: str) -> IPRange:
    try:
        return parse_range(text)
    except ValueError as error:
        raise SettingsError(f"{error}.") from error


def _until(item: PrivilegedRange, at: datetime) -> str:
    if item.expires_at is None:
        return "for ever"
    return local_time(item.expires_at) + (" (over)" if item.has_ended(at) else "")
