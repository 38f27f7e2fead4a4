"""A mailbox that sends far above its habit raises an alarm: its password may have been stolen."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta

from posthouse_server.alarms import AlarmKind, Alarms
from posthouse_server.live import Live
from posthouse_server.policy.habits import is_unusual_hour
from posthouse_server.smtp.limits import HourlyCounts
from posthouse_server.store.clock import now
from posthouse_server.store.traffic import TrafficStore
from posthouse_server.words import tr

_LOOKED_AT_ABOVE = 50
_HABIT = timedelta(days=30)
_PRESENT = timedelta(minutes=65)
_KNOWN_FOR_S = 3600.0


class HabitWatch:
    """Call `look` every few seconds."""

    def __init__(self, traffic: TrafficStore, counts: HourlyCounts[str], alarms: Alarms, live: Live) -> None:
        """Compare these counts with what that trace tells."""
        self._traffic = traffic
        self._counts = counts
        self._alarms = alarms
        self._live = live
        self._habits: dict[str, tuple[int, float]] = {}
        """The busiest hour of a login, and when we learnt of it."""

    async def look(self) -> None:
        """Sound and end alarms; asks the trace at most once an hour for each login that sends much."""
        at = time.monotonic()
        is_wanted = self._live.current.settings.smtp.security.alarm_on_unusual_sending
        enabled = self._live.current.enabled_logins  # a disabled mailbox sends nothing more
        busy = {login: number for login, number in (self._counts.above(_LOOKED_AT_ABOVE, at) if is_wanted else ())
                if login in enabled}
        for login in self._alarms.subjects(AlarmKind.UNUSUAL_SENDING):
            if login not in busy:
                self._alarms.end(AlarmKind.UNUSUAL_SENDING, login)
        for login, number in busy.items():
            usual = await self._busiest_hour(login, at)
            if is_unusual_hour(number, usual):
                self._alarms.sound(AlarmKind.UNUSUAL_SENDING, _text(login, number, usual), login)
            else:
                self._alarms.end(AlarmKind.UNUSUAL_SENDING, login)
        for login in [login for login, (_, known_at) in self._habits.items()
                      if login not in busy and at - known_at > _KNOWN_FOR_S]:
            del self._habits[login]

    async def _busiest_hour(self, login: str, at: float) -> int:
        known = self._habits.get(login)
        is_standing = login in self._alarms.subjects(AlarmKind.UNUSUAL_SENDING)
        if known is not None and (is_standing or at - known[1] < _KNOWN_FOR_S):
            return known[0]  # while the alarm stands, what it is about must not become the habit
        moment = now()
        usual = await asyncio.to_thread(self._traffic.busiest_hour, login, moment - _HABIT, moment - _PRESENT)
        self._habits[login] = usual, at
        return usual


def _text(login: str, number: int, usual: int) -> str:
    habit = (tr("its busiest hour of the last 30 days had {usual}", usual=usual) if usual else
             tr("it has sent nothing in the last 30 days"))
    return tr("{login} has sent to {number} recipients within an hour; {habit}. If that is not wanted, disable the mailbox or "
              "give it a new password; this ends when the hour is over, or with the mailbox.",
              login=login, number=number, habit=habit)
