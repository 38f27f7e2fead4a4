"""Which recorded traffic a change of the policy would judge otherwise."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from posthouse_server.policy.addresses import Address, AddressError, parse_address
from posthouse_server.policy.decision import Policy, Request
from posthouse_server.policy.networks import parse_client
from posthouse_server.policy.sender_rules import blocked_senders
from posthouse_server.policy.verdicts import Decision, Verdict

_REPORT_EACH = 10_000
_MALFORMED = "malformed"


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
    """Traffic that two policies judge differently."""

    client: str
    login: str | None
    sender: str
    recipient: str
    number: int
    before: Decision
    after: Decision

    @property
    def sentence(self) -> str:
        """Return what changes for whom."""
        login = f", logged in as {self.login}," if self.login else ""
        times = "once" if self.number == 1 else f"{self.number:,} times"
        return (f"{self.client}{login} from <{self.sender}> to <{self.recipient}>, {times}: {_DONE[self.before.verdict]} until "
                f"now, {_DONE[self.after.verdict]} from now on.")


_DONE = {Verdict.LOCAL: "delivered", Verdict.RELAY: "relayed", Verdict.REFUSED: "refused"}


def flips(groups: Iterable[Traffic], old: Policy, new: Policy,
          progress: Callable[[int], bool] | None = None) -> list[Flip]:
    """Return the groups whose verdict differs, in their order; `progress` hears how many are done, and False cancels.

    Raises Cancelled. Groups of which the policies can tell no difference are judged once.
    """
    keys = _Keys(old, new)
    known: dict[Hashable, bool] = {}
    found = []
    for number, group in enumerate(groups):
        if progress is not None and number % _REPORT_EACH == 0 and not progress(number):
            raise Cancelled
        key = keys.of(group)
        differs = known.get(key)
        if differs is False:
            continue
        request = Request(parse_client(group.client), group.sender, group.recipient, group.at, group.login, group.tls)
        before, after = old.decide(request), new.decide(request)
        known[key] = before.verdict is not after.verdict
        if known[key]:
            found.append(Flip(group.client, group.login, group.sender, group.recipient, group.number, before, after))
    return found


class _Keys:
    """What two policies together can tell of traffic; each client, sender and recipient is looked at once."""

    def __init__(self, old: Policy, new: Policy) -> None:
        self._policies = old, new
        entries = [item for policy in self._policies for item in policy.settings.smtp.relay.privileged_ip_ranges]
        self._ends = sorted({item.expires_at.timestamp() for item in entries if item.expires_at is not None})
        self._has_hours = any(item.hours for item in entries)
        self._named = frozenset(parse_address(text).key if "@" in text else text for item in entries for text in item.senders)
        self._named |= blocked_senders(old.settings) | blocked_senders(new.settings)
        self._asks_logins = any(policy.settings.smtp.security.judges_senders for policy in self._policies)
        self._asks_senders = self._asks_logins or any(
            policy.settings.smtp.relay.allow_local_sender_addresses for policy in self._policies)
        self._clients: dict[str, Hashable] = {}
        self._senders: dict[str, Hashable] = {}
        self._recipients: dict[str, Hashable] = {}
        self._classes: dict[Hashable, int] = {}

    def of(self, group: Traffic) -> Hashable:
        """Return the key of a group; groups of one key are judged alike."""
        client = self._clients.get(group.client)
        if client is None:
            client = self._clients[group.client] = self._client(group.client)
        sender = self._senders.get(group.sender)
        if sender is None:
            sender = self._senders[group.sender] = self._sender(group.sender)
        recipient = self._recipients.get(group.recipient)
        if recipient is None:
            recipient = self._recipients[group.recipient] = self._recipient(group.recipient)
        return client, group.login if self._asks_logins else bool(group.login), sender, recipient, self._time(group.at)

    def _client(self, text: str) -> Hashable:
        client = parse_client(text)
        classes = tuple(policy.client_class(client) for policy in self._policies)
        return self._classes.setdefault(classes, len(self._classes))

    def _sender(self, text: str) -> Hashable:
        address = _parsed(text) if text else None
        if address is None:
            return _MALFORMED if text else ""
        return (address.domain if address.domain in self._named else "", address.key if address.key in self._named else "",
                *(self._owner(policy, address) for policy in self._policies if self._asks_senders))

    @staticmethod
    def _owner(policy: Policy, address: Address) -> Hashable:
        mailbox = policy.directory.find(address)
        return policy.directory.is_local_domain(address.domain), mailbox and (mailbox.login, mailbox.enabled)

    def _recipient(self, text: str) -> Hashable:
        if text.lower() == "postmaster":
            return "postmaster"
        address = _parsed(text)
        if address is None:
            return _MALFORMED
        is_local = any(policy.directory.is_local_domain(address.domain) for policy in self._policies)
        return (address.key, address.local) if is_local else "elsewhere"

    def _time(self, at: datetime) -> Hashable:
        """Return the stretch between two ends, and the minute where hours count."""
        stretch = bisect_right(self._ends, at.timestamp()) if self._ends else 0
        return (stretch, at.astimezone(UTC).replace(second=0, microsecond=0)) if self._has_hours else stretch


def _parsed(text: str) -> Address | None:
    try:
        return parse_address(text)
    except AddressError:
        return None
