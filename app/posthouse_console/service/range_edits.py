"""Settings in which an entry of Privileged IPs is removed or narrowed, or a client is blocked."""

from __future__ import annotations

from collections.abc import Sequence

from posthouse_server.settings import Settings, SettingsError, set_paths
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.words import tr

_RANGES = "smtp.relay.privileged_ip_ranges"
_BANNED = "smtp.inbound.access_control.ranges"


def with_entry_replaced(settings: Settings, entry: PrivilegedRange, ranges: Sequence[str]) -> Settings:
    """Put ranges, with the same note, end, hours and senders, in the place of an entry; none removes it.

    Raises SettingsError if the entry has gone or changed meanwhile.
    """
    entries = settings.smtp.relay.privileged_ip_ranges
    if entry not in entries:
        raise SettingsError(tr("{range} has been changed or removed meanwhile.", range=entry.range))
    place = entries.index(entry)
    plain = [item.model_dump(mode="json") for item in entries]
    known = {item.range for item in entries}
    plain[place:place + 1] = [{**plain[place], "range": text} for text in ranges if text not in known]
    return set_paths(settings, {_RANGES: plain})


def with_client_blocked(settings: Settings, client: str) -> Settings:
    """Add a client to those that Access Control bans."""
    return set_paths(settings, {_BANNED: [*settings.smtp.inbound.access_control.ranges, client]})


def named(entry: PrivilegedRange) -> str:
    """Return the range with its note."""
    return f"{entry.range} ({entry.note})" if entry.note else entry.range
