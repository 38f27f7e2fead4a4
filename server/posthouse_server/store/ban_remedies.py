"""What lets a client connect that is banned now, or that Access Control shuts out: offered where it is asked about."""

from __future__ import annotations

from datetime import datetime

from posthouse_server.policy.decision import Policy, Request
from posthouse_server.policy.networks import parse_client, parse_range
from posthouse_server.policy.remedies import Remedy, remedies
from posthouse_server.policy.rules import Rule
from posthouse_server.settings import Settings
from posthouse_server.store.clock import now
from posthouse_server.store.store import Store
from posthouse_server.words import tr


def liftings(store: Store, client: str, at: datetime | None = None) -> list[Remedy]:
    """Return what lifts the bans in force (now, or at a time) that shut this client out; raises StoreError. Blocks."""
    try:
        address = parse_client(client)
    except ValueError:  # what was recorded there is no client that could be banned
        return []
    why = tr("Banned until {:%Y-%m-%d %H:%M} after {}. The server refuses every connection until then, whatever the rules say.")
    return [Remedy(tr("Lift the ban of {client}", client=ban.client), why.format(ban.until.astimezone(), ban.sentence), None,
                   ban.client)
            for ban in store.bans.list(at) if address in parse_range(ban.client)]


def ways_in(store: Store, client: str, settings: Settings) -> list[Remedy]:
    """Return what would let a client connect by these settings, whatever it wants to send; raises StoreError. Blocks."""
    found = liftings(store, client)
    try:
        request = Request(parse_client(client), "", "postmaster", now())
    except ValueError:
        return found
    decision = Policy(settings, store.directory.snapshot()).decide(request)
    return [*found, *(remedies(request, decision, settings) if decision.rule is Rule.ACCESS_CONTROL else ())]
