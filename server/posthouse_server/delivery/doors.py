"""The doors of smart hosts: one that refuses the login is shut, with an alarm, and its mail alone waits until it opens."""

from __future__ import annotations

from posthouse_server.alarms import AlarmKind, Alarms
from posthouse_server.delivery.delivery import TransientFailure
from posthouse_server.delivery.login import SmartHostLogin
from posthouse_server.live import Live
from posthouse_server.settings.schema import ChosenSmartHost, SmartHost
from posthouse_server.words import tr

_PATIENCE_S = 900.0  # what waits for a door among several is looked at again so often, and at once when it opens
_Access = tuple[object, ...]


class Doors:
    """One for each smart host; two entries that are one server with one login share theirs."""

    def __init__(self, live: Live, login: SmartHostLogin, alarms: Alarms) -> None:
        """Begin with all of them open; `login` serves the smart host of all mail."""
        self._live = live
        self._login = login
        self._alarms = alarms
        self._logins: dict[_Access, SmartHostLogin] = {}
        self._shut: dict[_Access, tuple[SmartHost, TransientFailure]] = {}
        self.is_any_shut = False
        self.openings = 0
        """How often one has opened again."""

    @property
    def shut_hosts(self) -> list[SmartHost]:
        """Return whose door is shut."""
        return [host for host, _ in self._shut.values()]

    @property
    def is_any_way_open(self) -> bool:
        """Return whether mail makes sense: not while the only smart host refuses to let us in."""
        if not self._shut:
            return True
        smtp = self._live.current.settings.smtp
        return (not smtp.smart_host.enabled or smtp.smart_host.access not in self._shut
                or any(host.enabled for host in smtp.smart_hosts))

    def hindrance(self, host: SmartHost) -> TransientFailure | None:
        """Return why mail for a smart host must wait, or None while its door is open."""
        if (found := self._shut.get(host.access)) is None:
            return None
        failure = found[1]
        return TransientFailure(failure.reply, failure.remote, is_ours=True, wait_s=_PATIENCE_S)

    def in_force(self, host: SmartHost) -> SmartHost | None:
        """Return a smart host as it is set up by now; None: it is another one, or none any more.

        Never to a former host with the login of the new one.
        """
        smtp = self._live.current.settings.smtp
        default = smtp.smart_host
        if default.enabled and (host is default or host.access == default.access or (
                not isinstance(host, ChosenSmartHost) and host.place == default.place)):
            return default
        return next((one for one in smtp.smart_hosts if one.enabled and one.access == host.access), None)

    def login_of(self, host: SmartHost) -> SmartHostLogin:
        """Return what logs in to a smart host."""
        if not isinstance(host, ChosenSmartHost):
            return self._login
        return self._logins.setdefault(host.access, self._login.another())

    def shut(self, host: SmartHost, failure: TransientFailure) -> bool:
        """Hold all mail for a smart host until a login is taken again, and say so; False: it has been changed meanwhile."""
        if (wanted := self.in_force(host)) is None or wanted.access != host.access:
            return False
        named = f"{wanted.title} ({host.place})" if isinstance(wanted, ChosenSmartHost) and wanted.name else host.place
        command = f' --for "{wanted.title}"' if isinstance(wanted, ChosenSmartHost) else ""
        self._alarms.sound(AlarmKind.SMART_HOST_LOGIN, tr(
            "{fault} Mail for it waits, and nothing is returned to its sender for this. Put the login right in SMTP "
            "Properties, Smart Host, or the secret with posthousectl smart-host password{command}; it is tried again by "
            "itself.", fault=_fault(host, named, failure.reply.rstrip(".")), command=command), _subject(wanted))
        self._shut[host.access] = (wanted, failure)
        self.is_any_shut = True
        return True

    def open(self, host: SmartHost) -> None:
        """Let mail for a smart host go on, if its door was shut."""
        if (found := self._shut.pop(host.access, None)) is not None:
            self._alarms.end(AlarmKind.SMART_HOST_LOGIN, _subject(found[0]))
            self.is_any_shut = bool(self._shut)
            self.openings += 1

    def look(self) -> None:
        """Take alarms back where other settings have made them void."""
        for access, (host, failure) in list(self._shut.items()):
            wanted = self.in_force(host)
            if wanted is None or wanted.access != access:
                self.open(host)
            elif _subject(wanted) != _subject(host):
                self.open(host)
                self.shut(wanted, failure)
        for access in list(self._logins):
            if not any(host.access == access for host in self._live.current.settings.smtp.smart_hosts):
                del self._logins[access]


def _fault(host: SmartHost, named: str, reply: str) -> str:
    if host.logs_in:
        return tr("The smart host {host} does not let {username} in: {reply}.",
                  host=named, username=host.username, reply=reply)
    return tr("The smart host {host} wants a login, and none is set up: {reply}.", host=named, reply=reply)


def _subject(host: SmartHost) -> str:
    return host.title if isinstance(host, ChosenSmartHost) else ""
