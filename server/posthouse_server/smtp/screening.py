"""What is asked of DNS before MAIL is answered: the name of the client, the domain of the sender, and the blacklists."""

from __future__ import annotations

from typing import NamedTuple

import dns.asyncresolver
import dns.resolver

from posthouse_server.live import InForce, Live
from posthouse_server.policy.literals import parse_mailbox
from posthouse_server.policy.networks import IPAddress
from posthouse_server.policy.rules import Rule
from posthouse_server.resolvers import Resolvers
from posthouse_server.settings.schema import BlacklistAction, DenialReply
from posthouse_server.smtp import replies
from posthouse_server.smtp.discipline import ranges_of
from posthouse_server.smtp.lookups import Known, has_name, listed_in, takes_mail
from posthouse_server.store.clock import now


class Screened(NamedTuple):
    """What came of it."""

    rule: Rule | None = None
    """Why the mail is refused; None: it is not."""
    reply: str = ""
    blacklists: tuple[str, ...] = ()
    """The lists that name the client, where that marks the mail only."""


class Screening:
    """Asks DNS, by the settings of this moment, about clients that have not logged in and that nobody has vouched for."""

    def __init__(self, live: Live, resolvers: Resolvers) -> None:
        """Ask these resolvers."""
        self._live = live
        self._resolvers = resolvers

    def is_due(self, login: str | None) -> bool:
        """Return whether anything has to be asked; mail does not wait otherwise."""
        smtp = self._live.current.settings.smtp
        return not login and (smtp.security.require_ptr or smtp.security.refuse_invalid_sender_domains
                              or (smtp.dns_blacklisting.enabled and bool(smtp.dns_blacklisting.zones)))

    async def judge(self, client: IPAddress, sender: str) -> Screened:
        """Return whether a client may go on with a sender ("" for the null sender), and what marks its mail."""
        current = self._live.current
        if _is_vouched_for(client, current):
            return Screened()
        smtp = current.settings.smtp
        try:
            resolver = self._resolvers.of(smtp.general.dns_servers)
        except dns.resolver.NoResolverConfiguration:
            return Screened(Rule.SENDER_DOMAIN, replies.NO_DNS)
        dialect = smtp.relay.denial_reply
        marks: tuple[str, ...] = ()
        if client.is_global and smtp.dns_blacklisting.enabled:
            marks = await listed_in(client, smtp.dns_blacklisting.zones, resolver)
            if marks and smtp.dns_blacklisting.action is BlacklistAction.REFUSE:
                return Screened(Rule.DNS_BLACKLIST, replies.blacklisted(str(client), dialect))
        if client.is_global and smtp.security.require_ptr:
            found = await has_name(client, resolver)
            if found is not Known.YES:
                return Screened(Rule.NO_PTR, replies.no_ptr(dialect) if found is Known.NO else replies.PTR_LATER)
        if smtp.security.refuse_invalid_sender_domains and sender:
            return await _by_domain(sender, current, resolver, dialect, marks)
        return Screened(blacklists=marks)


async def _by_domain(sender: str, current: InForce, resolver: dns.asyncresolver.Resolver, dialect: DenialReply,
                     marks: tuple[str, ...]) -> Screened:
    domain = parse_mailbox(sender).domain
    if current.policy.directory.is_local_domain(domain):
        return Screened(blacklists=marks)
    found = await takes_mail(domain, resolver)
    if found is Known.YES:
        return Screened(blacklists=marks)
    return Screened(Rule.SENDER_DOMAIN,
                    replies.invalid_domain(dialect) if found is Known.NO else replies.SENDER_DOMAIN_LATER)


def _is_vouched_for(client: IPAddress, current: InForce) -> bool:
    """Return whether a client is in the whitelist or in a privileged IP range."""
    whitelist = current.settings.smtp.whitelist
    return (whitelist.enabled and any(client in item for item in ranges_of(whitelist.ranges))) or current.policy.is_privileged(
        client, now())
