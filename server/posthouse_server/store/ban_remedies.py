"""Lifting a ban, offered where a client that is banned now is asked about."""

from __future__ import annotations

from datetime import datetime

from posthouse_server.policy.networks import parse_client, parse_range
from posthouse_server.policy.remedies import Remedy
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
