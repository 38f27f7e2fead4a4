"""What speaks against a client that was refused relay: bans, failed logins, many foreign senders and recipients."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import func, select

from posthouse_server.policy.networks import IPAddress, parse_range
from posthouse_server.policy.range_index import CoverIndex
from posthouse_server.policy.rules import Rule
from posthouse_server.store.bans import Ban, BanReason
from posthouse_server.store.store import Store
from posthouse_server.store.tables import decisions
from posthouse_server.words import tr

_MANY_SENDERS = 5
_STRANGE_DOMAINS = 5
_MANY_LOGINS = 3
_BANNED = {BanReason.FAILED_LOGINS: tr("banned for failed logins"), BanReason.REFUSED_RELAYS: tr("banned for refused relays"),
           BanReason.FAILED_COMMANDS: tr("banned for failed commands")}


@dataclass(slots=True)
class Use:
    """What one client sent; numbers are of recipients."""

    refused: int = 0
    relayed: int = 0
    """By a privileged range."""
    refused_since: float = float("inf")
    """Seconds since 1970."""
    relayed_since: float = float("inf")
    senders: set[str] = field(default_factory=set)
    """Whole addresses, in lower case; empty: bounces."""
    recipient_domains: set[str] = field(default_factory=set)

    @property
    def sender_domains(self) -> set[str]:
        """Return the domains behind the @, and (bounces) for the empty sender."""
        return {domain_of(sender) or tr("(bounces)") for sender in self.senders}


def domain_of(address: str) -> str:
    """Return what stands behind the last @."""
    return address.rpartition("@")[2].lower()


class Evidence:
    """The failed logins and the bans of all clients since some time."""

    def __init__(self, store: Store, since: datetime) -> None:
        """Read both; raises StoreError."""
        query = select(decisions.c.client, func.sum(decisions.c.number)).where(
            decisions.c.at >= since, decisions.c.rule == Rule.LOGIN_FAILED.value).group_by(decisions.c.client)
        with store.traffic.reading() as connection:
            self._logins: dict[str, int] = {client: int(number) for client, number in connection.execute(query)}
        self._local = frozenset(row.name for row in store.directory.list_domains())
        self._bans = CoverIndex[Ban]((parse_range(ban.client), ban) for ban in store.bans.remembered())

    def against(self, client: str, address: IPAddress, use: Use) -> str:
        """Return why a refused client is more likely an attacker than a device, for people; empty: nothing says so."""
        logins = self._logins.get(client, 0)
        bans = list(self._bans.covering(address))
        is_foreign = not use.sender_domains & self._local
        is_many = len(use.senders) >= _MANY_SENDERS or len(use.recipient_domains) >= _STRANGE_DOMAINS
        if address.is_global:
            is_suspicious = is_foreign or is_many or logins >= _MANY_LOGINS or bool(bans)
        else:  # a device in the house with a wrong password fails often, too, and is who needs an entry
            is_suspicious = is_foreign and is_many and (logins >= _MANY_LOGINS or bool(bans))
        if not is_suspicious:
            return ""
        who = tr("a stranger on the Internet") if address.is_global else tr("it behaves as an attacker does")
        return tr("{who}: {use}; take it only if you know this device", who=who, use=_facts(use, logins, bans))


def _facts(use: Use, logins: int, bans: Collection[Ban]) -> str:
    senders = len(use.senders)
    refused = (tr("1 refused recipient") if use.refused == 1
               else tr("{number:,} refused recipients", number=use.refused))
    facts = [tr("{refused} from 1 sender", refused=refused) if senders == 1
             else tr("{refused} from {senders:,} senders", refused=refused, senders=senders)]
    if logins:
        facts.append(tr("1 failed login") if logins == 1 else tr("{number:,} failed logins", number=logins))
    facts += sorted({_BANNED[ban.reason] for ban in bans})
    return ", ".join(facts)
