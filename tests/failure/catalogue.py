"""All scenarios by name: the tests run each once, the soak run draws from them."""

from __future__ import annotations

from failure import databases, deaths, storage
from failure.scenarios import Scenario

ALL: dict[str, Scenario] = {scenario.__name__: scenario for scenario in (
    deaths.killed,
    deaths.killed_while_starting,
    deaths.half_written,
    deaths.restarted,
    storage.disk_full,
    storage.disk_full_in_a_large_body,
    storage.disk_full_of_mail,
    storage.mailboxes_full,
    storage.disk_fails,
    storage.disk_fails_after_the_first_start,
    storage.files_limited,
    storage.descriptors_exhausted,
    databases.spool_locked,
    databases.traffic_locked,
    databases.traffic_damaged,
    databases.traffic_damaged_at_start,
    databases.spool_damaged,
    databases.spool_damaged_at_start,
    databases.copied,
)}
