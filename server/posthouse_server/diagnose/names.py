"""Checks of DNS: its servers, our own name there and back, and where mail for our domains goes."""

from __future__ import annotations

import socket
import time
from collections.abc import Sequence
from ipaddress import ip_address

import dns.exception
import dns.name
import dns.resolver
import dns.reversename

from posthouse_server.diagnose.finding import Verdict, bad, good, note, warning
from posthouse_server.diagnose.subject import Subject
from posthouse_server.words import tr

LIFETIME_S = 3.0
_ENOUGH_S = 8.0
_ONLY_HERE = ("example", "test", "invalid", "localhost", "local", "internal", "home.arpa", "example.com", "example.net",
              "example.org")
"""Names that no public DNS knows, or that are nobody's (RFC 2606, 6761, 6762)."""
_NO_SERVER = tr("This computer has no DNS server.")
_NAME_ONE = tr("Name one in SMTP Properties, General, or in the network settings of this computer.")


def servers(subject: Subject) -> Verdict:
    """Does each DNS server answer?"""
    named = subject.settings.smtp.general.dns_servers
    try:
        found = [str(server) for server in subject.resolve(named).nameservers]
    except dns.resolver.NoResolverConfiguration:
        return bad(_NO_SERVER, _NAME_ONE)
    faults = {server: fault for server in found if (fault := _server_fault(subject, named, server))}
    if not faults:
        return good(tr("{server} answers.", server=found[0]) if len(found) == 1
                    else tr("{servers} answer.", servers=tr(" and ").join(found)))
    said = " ".join(tr("{server} does not serve: {fault}.", server=server, fault=fault) for server, fault in faults.items())
    remedy = (tr("Without DNS no mail to other domains can be delivered. {name_one}", name_one=_NAME_ONE) if subject.is_direct
              else tr("Without DNS the smart host may not be found. {name_one}", name_one=_NAME_ONE))
    return bad(said, remedy) if len(faults) == len(found) else warning(said, "Take it off the list, or mend it; it costs time.")


def _server_fault(subject: Subject, named: Sequence[str], server: str) -> str:
    """Ask for the servers of the root, which every DNS server that can look anything up knows."""
    resolver = subject.resolve(named)
    resolver.nameservers = [server]
    try:
        resolver.resolve(dns.name.root, "NS", lifetime=LIFETIME_S)
    except dns.resolver.NoAnswer:
        return ""  # it answers, and that is what was asked
    except dns.resolver.NXDOMAIN:
        return tr("it knows nothing outside this network")
    except (dns.exception.DNSException, OSError) as error:
        return tr("no answer came") if isinstance(error, dns.exception.Timeout) else str(error).rstrip(".")
    return ""


def host_name(subject: Subject) -> Verdict:
    """Does the name in our EHLO lead to an address, and does the address lead back to the name?"""
    name = subject.hostname
    frown = warning if subject.is_direct else note
    remedy = (tr("Servers that get mail straight from here look at this, and many refuse. Let SMTP Properties, General, hold "
                 "the name under which the Internet knows this server, or send through a smart host.") if subject.is_direct else
              tr("It matters little while all mail leaves through the smart host."))
    if "." not in name or is_private(name):
        return frown(tr("{name} is a name that only this network knows.", name=name), remedy)
    try:
        found = lookup(subject, name)
    except (dns.exception.DNSException, OSError) as error:
        return frown(tr("{name} could not be looked up: {error}.", name=name, error=str(error).rstrip(".")), remedy)
    if not found:
        return frown(tr("{name} has no address in DNS.", name=name),
                     tr("Ask whoever looks after the domain for an A record. {remedy}",
                                                          remedy=remedy))
    public = [item for item in found if ip_address(item).is_global]
    if not public:
        return frown(tr("{name} leads to {found}, which is an address inside a network, so that there is no way back.",
                        name=name, found=', '.join(found)),
                     remedy)
    strange = [item for item in public if name not in _names_of(subject, item)]
    if strange:
        return frown(tr("{name} leads to {public}, but {strange} does not lead back to that name.",
                        name=name, public=', '.join(public), strange=', '.join(strange)),
                     tr("Ask the provider of the Internet connection to set the PTR record of the address to {name}. {remedy}",
                        name=name, remedy=remedy))
    return good(tr("{name} leads to {public}, and back (PTR).", name=name, public=', '.join(public)))


def mail_servers(subject: Subject) -> Verdict:
    """Where does the Internet deliver mail for our domains?"""
    asked = [domain for domain in subject.domains if not is_private(domain)]
    if not asked:
        return note(tr("There is no domain that the Internet knows, so there are no MX records to look up."))
    ours, elsewhere, unknown, silent = [], [], [], []
    until, looked = time.monotonic() + _ENOUGH_S, 0
    for domain in asked:
        if time.monotonic() > until:
            break
        looked += 1
        hosts = _exchangers(subject, domain)
        if hosts is None:
            silent.append(domain)
        elif not hosts:
            unknown.append(domain)
        elif subject.hostname in hosts:
            ours.append(domain)
        else:
            elsewhere.append(f"{domain} ({', '.join(hosts[:2])})")
    more = tr(" {number} more were not looked up.", number=len(asked) - looked) if looked < len(asked) else ""
    if silent:
        return warning(tr("DNS did not say where mail for {domains} goes.{more}", domains=", ".join(silent), more=more),
                       tr("See the check of the DNS servers."))
    if unknown:
        return warning(tr("No mail server is named in DNS for {domains}.{more}", domains=", ".join(unknown), more=more),
                       tr("If mail shall come from the Internet, it needs an MX record, such as: MX 10 {hostname}.",
                          hostname=subject.hostname))
    if elsewhere:
        return note(tr("Mail from the Internet does not come here for {elsewhere}.{more}",
                       elsewhere=', '.join(elsewhere), more=more),
                    tr("That is right where this server only relays. Otherwise let the MX record name this server."))
    return good(tr("The MX records of {ours} name this server.{more}", ours=', '.join(ours), more=more))


def exchangers(subject: Subject, domain: str) -> list[str]:
    """Return the mail servers of a domain, the preferred first; empty where there are none or nobody answers."""
    return _exchangers(subject, domain) or []


def _exchangers(subject: Subject, domain: str) -> list[str] | None:
    """None: nobody answers."""
    try:
        answer = subject.resolve(subject.settings.smtp.general.dns_servers).resolve(
            dns.name.from_text(domain), "MX", lifetime=LIFETIME_S)
    except (dns.resolver.NoAnswer, dns.resolver.NXDOMAIN):
        return []
    except (dns.exception.DNSException, OSError):
        return None
    return [str(record.exchange).rstrip(".").lower() for record in sorted(answer, key=lambda item: item.preference)]


def lookup(subject: Subject, host: str) -> list[str]:
    """Return the addresses of a host as the server finds them; raises OSError or DNSException where nobody answers."""
    named = subject.settings.smtp.general.dns_servers
    if not named or "." not in host or _is_address(host):
        try:
            return list(dict.fromkeys(str(entry[4][0]) for entry in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)))
        except UnicodeError as error:
            raise OSError(tr("{host} is not a name of a computer", host=host)) from error
    resolver, found = subject.resolve(named), list[str]()
    for kind in ("A", "AAAA"):
        try:
            found += [record.address for record in resolver.resolve(dns.name.from_text(host), kind, lifetime=LIFETIME_S)]
        except (dns.resolver.NoAnswer, dns.resolver.NXDOMAIN):
            continue
    return found


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def is_private(name: str) -> bool:
    """Return whether a name means nothing in public DNS."""
    return any(name == ending or name.endswith(f".{ending}") for ending in _ONLY_HERE)


def _names_of(subject: Subject, address: str) -> list[str]:
    resolver = subject.resolve(subject.settings.smtp.general.dns_servers)
    try:
        answer = resolver.resolve(dns.reversename.from_address(address), "PTR", lifetime=LIFETIME_S)
    except (dns.exception.DNSException, OSError):
        return []
    return [str(record.target).rstrip(".").lower() for record in answer]
