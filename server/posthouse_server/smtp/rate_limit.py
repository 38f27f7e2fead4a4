"""Limits on recipients per hour, for each login, privileged range and client; judged when the policy has said yes."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable
from datetime import datetime

from posthouse_server.policy.decision import Decision, Policy, Request, Verdict
from posthouse_server.policy.networks import IPAddress, parse_client
from posthouse_server.policy.rules import Rule
from posthouse_server.settings.schema import Security
from posthouse_server.smtp.guard import Key, key_of, text_of
from posthouse_server.smtp.limits import BUCKET_S, Count, HourlyCounts
from posthouse_server.store.traffic_reads import HourlyRow

_log = logging.getLogger(__name__)


class RateLimit:
    """Counts what was accepted, and says when it is enough."""

    def __init__(self) -> None:
        """Know of nothing."""
        self.logins: HourlyCounts[str] = HourlyCounts()
        self._ranges: HourlyCounts[str] = HourlyCounts()
        self._clients: HourlyCounts[Key] = HourlyCounts()

    def admit(self, request: Request, decision: Decision, client: Key | None, security: Security) -> bool:
        """Count an accepted recipient; False: a limit is reached, and the recipient shall not be accepted after all.

        The client is None where it is not limited (loopback).
        """
        slot = int(time.monotonic() // BUCKET_S)
        of_login = of_range = of_client = None
        if request.login:
            of_login = self.logins.of(request.login, slot)
            if 0 < security.max_recipients_per_hour_login <= of_login.total:
                return _refuse(of_login, f"login {request.login}")
        if decision.verdict is Verdict.RELAY:
            if decision.rule is Rule.PRIVILEGED_RANGE:
                entry = str(decision.findings[-1][3][1])
                of_range = self._ranges.of(entry, slot)
                if 0 < security.max_recipients_per_hour_range <= of_range.total:
                    return _refuse(of_range, f"privileged IP range {entry}")
            if client is not None:
                of_client = self._clients.of(client, slot)
                if 0 < security.max_recipients_per_hour_client <= of_client.total:
                    return _refuse(of_client, f"client {text_of(client)}")
        for count in (of_login, of_range, of_client):
            if count is not None:
                count.add(slot)
        return True

    def prime(self, rows: Iterable[HourlyRow], policy: Policy, moment: datetime) -> None:
        """Count what an earlier run has accepted; the row's time of day is turned into that of our clock."""
        at = time.monotonic()
        now = int(at // BUCKET_S)
        for row in rows:
            slot = int((at - max(0.0, (moment - row.at).total_seconds())) // BUCKET_S)
            if row.login:
                self.logins.of(row.login, now).add(slot, row.number)
            client = _client(row.client)
            if row.verdict != Verdict.RELAY.value or client is None:
                continue
            if row.rule == Rule.PRIVILEGED_RANGE.value and (entry := policy.privileged_entry(client, row.at)):
                self._ranges.of(entry, now).add(slot, row.number)
            if not client.is_loopback:
                self._clients.of(key_of(client), now).add(slot, row.number)


def _refuse(count: Count, whose: str) -> bool:
    """Say once that a limit is reached."""
    if not count.is_told:
        count.is_told = True
        _log.warning("The %s has reached its limit of recipients per hour (%d within the last hour)", whose, count.total)
    return False


def _client(text: str) -> IPAddress | None:
    try:
        return parse_client(text)
    except ValueError:  # what the server itself has sent has no client
        return None
