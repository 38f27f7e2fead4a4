"""Checks that leave this network: port 25, and the smart host's login."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

import dns.exception

from posthouse_server.delivery.binding import check_binding, fitting
from posthouse_server.delivery.connection import Manner, RefusedError, open_connection
from posthouse_server.delivery.delivery import TransientFailure
from posthouse_server.delivery.dialog import DialogError
from posthouse_server.delivery.login import SmartHostLogin
from posthouse_server.delivery.reply import BadReplyError
from posthouse_server.diagnose.finding import Grade, Verdict, bad, good, note
from posthouse_server.diagnose.names import exchangers, lookup
from posthouse_server.diagnose.server import read_banner
from posthouse_server.diagnose.subject import Subject
from posthouse_server.secrets import Secrets
from posthouse_server.settings.schema import SmartHost, SmartHostAuthentication
from posthouse_server.words import tr

_TIMEOUT_S = 5.0
_WHOLE_S = 15.0
_MOST_AT_ONCE = 8
_ASK_PROVIDER = (tr("Most providers block port 25 for their customers. Ask yours to open it, or send through a smart host "
                    "(SMTP Properties, Smart Host)."))


def port_25(subject: Subject) -> Verdict:
    """Can mail servers outside be reached? Connects to one of a large provider and hangs up."""
    port, until, said = subject.settings.smtp.outbound.port, time.monotonic() + _TIMEOUT_S, list[str]()
    for domain in subject.outside:
        for host in exchangers(subject, domain)[:1]:
            if time.monotonic() > until:
                break
            try:
                banner = read_banner(host, port)
            except OSError as error:
                said.append(tr("{host}:{port} can't be reached: {strerror}.",
                               host=host, port=port, strerror=error.strerror or 'no answer within 5 s'))
                continue
            return good(tr("{host}:{port} answers: {banner}", host=host, port=port, banner=banner[:80]))
    if not said:
        return bad(tr("No mail server of {outside} was found in DNS, so port {port} can't be tried.",
                      outside=tr(" or ").join(subject.outside), port=port),
                   tr("See the check of the DNS servers."))
    if not subject.is_direct:
        return note(" ".join(said), tr("It is not needed while all mail leaves through the smart host."))
    return bad(" ".join(said), _ASK_PROVIDER)


def smart_host(subject: Subject) -> Verdict:
    """Do the smart hosts answer, secure the connection as configured, and accept the login? No mail is sent."""
    smtp = subject.settings.smtp
    hosts = {host.access: host for host in (smtp.smart_host, *smtp.smart_hosts) if host.enabled}
    if not hosts:
        return note(tr("No smart host is used: mail goes straight to the servers of its recipients."))
    with ThreadPoolExecutor(_MOST_AT_ONCE) as threads:
        verdicts = list(threads.map(lambda host: _one_host(subject, host), hosts.values()))
    sentence = " ".join(item.sentence for item in verdicts)
    is_bad = any(item.grade is Grade.BAD for item in verdicts)
    return bad(sentence, next(item.remedy for item in verdicts if item.remedy)) if is_bad else good(sentence)


def _one_host(subject: Subject, host: SmartHost) -> Verdict:
    remedy = tr("Compare SMTP Properties, Smart Host, with what your provider says about sending mail.")
    try:
        addresses = lookup(subject, host.host)
    except (dns.exception.DNSException, OSError) as error:
        return bad(tr("{host} could not be looked up: {error}.", host=host.host, error=str(error).rstrip('.')), remedy)
    if not addresses:
        return bad(tr("No address was found for {host}.", host=host.host), remedy)
    try:
        secured = asyncio.run(_log_in(subject, host, addresses))
    except (RefusedError, DialogError, BadReplyError, OSError, TransientFailure) as error:
        words = error.reply if isinstance(error, TransientFailure) else str(error)
        return bad(tr("{host}:{port} does not take mail: {words}",
                      host=host.host, port=host.port, words=_sentence(words) or tr("no answer came.")), remedy)
    login = (tr("accepts the login of {username}",
                username=host.username) if host.authentication is not SmartHostAuthentication.NONE
             else tr("wants no login"))
    return good(tr("{host}:{port} answers, encrypted, and {login}.", host=host.host, port=host.port, login=login) if secured
                else tr("{host}:{port} answers, not encrypted, and {login}.", host=host.host, port=host.port, login=login))


async def _log_in(subject: Subject, host: SmartHost, addresses: list[str]) -> bool:
    """Connect, log in if the settings ask for it, and hang up; returns whether it was encrypted."""
    manner = Manner(host.port, host.tls, subject.hostname, _TIMEOUT_S, may_be_plain=not host.sends_secret,
                    bind_address=subject.settings.smtp.outbound.bind_address)
    check_binding(manner.bind_address)
    async with asyncio.timeout(_WHOLE_S):
        connection = await open_connection(host.host, fitting(addresses, manner.bind_address, host.host), manner)
        try:
            await SmartHostLogin(Secrets(subject.folder)).log_in(connection, host)
        except BaseException:
            connection.dialog.abort()
            raise
        await connection.dialog.say_goodbye()
    return connection.dialog.is_tls


def _sentence(words: str) -> str:
    return f"{words.strip().rstrip('.')}." if words.strip() else ""
