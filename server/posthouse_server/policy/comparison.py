"""Which recorded traffic a change of the policy would judge otherwise."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from posthouse_server.policy.addresses import Address, AddressError, parse_address
from posthouse_server.policy.decision import Policy, Request
from posthouse_server.policy.directory_with import lost_logins
from posthouse_server.policy.ends import Move, Moves
from posthouse_server.policy.hours import parse_hours
from posthouse_server.policy.literals import is_literal, parse_mailbox
from posthouse_server.policy.networks import parse_client
from posthouse_server.policy.sender_rules import blocked_senders
from posthouse_server.policy.verdicts import Decision, Verdict
from posthouse_server.words import tr

ELSEWHERE = "elsewhere"
"""The class of recipients of other servers."""

_REPORT_EACH = 10_000
_MALFORMED = "malformed"
_LITERAL = "literal"


class Cancelled(Exception):  # noqa: N818 - nothing has gone wrong
    """Whoever watches the progress wants no answer any more."""


@dataclass(frozen=True, slots=True)
class Traffic:
    """Recipients that came alike: what the client gave, the newest time, and how many there were."""

    client: str
    login: str | None
    tls: bool
    sender: str
    recipient: str
    at: datetime
    number: int


@dataclass(frozen=True, slots=True)
class Flip:
    """Traffic that two policies judge differently, or deliver to others."""

    client: str
    login: str | None
    sender: str
    """An address, "" for the null sender, or such as @example.com for all senders of a domain."""
    recipient: str
    number: int
    before: Decision
    """In a preview, of a recipient of the same classes: its rule and range are the same."""
    after: Decision
    move: Move | None = None
    """Where it goes, of mail that is delivered here before and afterwards; None where the verdict changes."""

    @property
    def sentence(self) -> str:
        """Return what changes for whom."""
        login = tr(", logged in as {login},", login=self.login) if self.login else ""
        times = tr("once") if self.number == 1 else tr("{number:,} times", number=self.number)
        sender = tr("senders at {sender}", sender=self.sender[1:]) if self.sender.startswith("@") else f"<{self.sender}>"
        what = self.move.words if self.move is not None else tr(
            "{before} until now, {after} from now on", before=_DONE[self.before.verdict], after=_DONE[self.after.verdict])
        return tr("{client}{login} from {sender} to <{recipient}>, {times}: {what}.",
                  client=self.client, login=login, sender=sender, recipient=self.recipient, times=times, what=what)


class Difference(NamedTuple):
    """What two policies make of one recipient."""

    before: Decision
    after: Decision
    move: Move | None
    """For mail that is delivered here before and afterwards, but not to the same."""


_DONE = {Verdict.LOCAL: tr("delivered"), Verdict.RELAY: tr("relayed"), Verdict.REFUSED: tr("refused")}


def flips(groups: Iterable[Traffic], old: Policy, new: Policy,
          progress: Callable[[int], bool] | None = None) -> list[Flip]:
    """Return what is judged or delivered otherwise, in its order; `progress` hears how many are done, and False cancels.

    Raises Cancelled. Groups of which the policies can tell no difference are judged once.
    """
    classes, comparison = Classes(old, new), Comparison(old, new)
    known: dict[Hashable, bool] = {}
    found = []
    for number, group in enumerate(groups):
        if progress is not None and number % _REPORT_EACH == 0 and not progress(number):
            raise Cancelled
        key = (classes.client(group.client), classes.login(group.login), classes.sender(group.sender),
               classes.recipient(group.recipient), classes.time(group.at))
        if known.get(key) is False:
            continue
        difference = comparison.difference(
            Request(parse_client(group.client), group.sender, group.recipient, group.at, group.login, group.tls))
        known[key] = difference is not None
        if difference is not None:
            found.append(Flip(group.client, group.login, group.sender, group.recipient, group.number, *difference))
    return found


class Classes:
    """What two policies together can tell of traffic: all that is of the same classes is judged alike."""

    def __init__(self, old: Policy, new: Policy) -> None:
        """Look at what the policies ask; the arguments must not change."""
        self._policies = old, new
        entries = [item for policy in self._policies for item in policy.settings.smtp.relay.privileged_ip_ranges]
        self._ends = sorted({item.expires_at.timestamp() for item in entries if item.expires_at is not None})
        self._hours = tuple(sorted({text for item in entries for text in item.hours}))
        self._named = frozenset(parse_address(text).key if "@" in text else text for item in entries for text in item.senders)
        self._named |= blocked_senders(old.settings) | blocked_senders(new.settings)
        self._named_domains = frozenset(text.rpartition("@")[2] for text in self._named)
        self._lost = lost_logins(new.directory)
        self._has_literals = any(policy.settings.smtp.security.allow_domain_literals for policy in self._policies)
        self._asks_logins = any(policy.settings.smtp.security.judges_senders for policy in self._policies)
        self._asks_senders = self._asks_logins or any(
            policy.settings.smtp.relay.allow_local_sender_addresses for policy in self._policies)

    @property
    def has_hours(self) -> bool:
        """Return whether the hour of the week counts."""
        return bool(self._hours)

    def client(self, text: str) -> Hashable:
        """Return the class of a client; raises ValueError for what is no address."""
        client = parse_client(text)
        return tuple(policy.client_class(client) for policy in self._policies)

    def login(self, login: str | None) -> Hashable:
        """Return the class of a login."""
        return login if self._asks_logins else (bool(login), login in self._lost)

    def sender(self, text: str) -> Hashable:
        """Return the class of a sender."""
        address = self._address(text) if text else None
        if address is not None and is_literal(address.domain):
            return _LITERAL  # nobody's own, and in no list: all are judged alike
        if address is None:
            return _MALFORMED if text else ""
        return (address.domain if address.domain in self._named else "", address.key if address.key in self._named else "",
                *(self._owner(policy, address) for policy in self._policies if self._asks_senders))

    def recipient(self, text: str) -> Hashable:
        """Return the class of a recipient; `ELSEWHERE` for all that are of no domain of this server, before or after."""
        if text.lower() == "postmaster":
            return "postmaster"
        address = self._address(text)
        if address is None:
            return _MALFORMED
        if is_literal(address.domain):
            return _LITERAL, address.key, address.local
        return (address.key, address.local) if self._is_local(address.domain) else ELSEWHERE

    def time(self, at: datetime) -> Hashable:
        """Return the stretch between two ends, and which weekly hours hold."""
        stretch = bisect_right(self._ends, at.timestamp()) if self._ends else 0
        return stretch, tuple(parse_hours(text).holds(at) for text in self._hours)

    def shown_sender(self, text: str) -> str:
        """Return a sender, or such as @example.com where the policies can't tell the senders of its domain apart."""
        address = _parsed(text) if text else None
        if address is None or address.domain in self._named_domains or (
                self._asks_senders and self._is_local(address.domain)):
            return text
        return f"@{address.domain}"

    def _address(self, text: str) -> Address | None:
        """Return the address that any of the policies reads; None if it is malformed for both."""
        return _parsed(text, parse_mailbox if self._has_literals else parse_address)

    def _is_local(self, domain: str) -> bool:
        return any(policy.directory.is_local_domain(domain) for policy in self._policies)

    @staticmethod
    def _owner(policy: Policy, address: Address) -> Hashable:
        mailbox = policy.directory.find(address)
        return policy.directory.is_local_domain(address.domain), mailbox and (mailbox.login, mailbox.enabled)


class Comparison:
    """Judges recipients by an old and by a new policy."""

    def __init__(self, old: Policy, new: Policy) -> None:
        """Compare these; they must not change."""
        self._old, self._new = old, new
        self._lost = lost_logins(new.directory)
        self._moves = Moves(old, new)

    def difference(self, request: Request) -> Difference | None:
        """Return both decisions; None if they come to the same, and the mail to the same mailboxes and addresses."""
        later = request._replace(login=None) if request.login in self._lost else request  # nobody can log in with it any more
        before, after = self._old.decide(request), self._new.decide(later)
        if before.verdict is not after.verdict:
            return Difference(before, after, None)
        move = self._moves.move(before, after) if before.verdict is Verdict.LOCAL else None
        return None if move is None else Difference(before, after, move)


def _parsed(text: str, parse: Callable[[str], Address] = parse_address) -> Address | None:
    try:
        return parse(text)
    except AddressError:
        return None
