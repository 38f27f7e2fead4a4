"""Checks that leave this network: port 25, and the smart host's login."""

from __future__ import annotations

import asyncio
import time

import dns.exception

from posthouse_server.delivery.connection import Manner, RefusedError, open_connection
from posthouse_server.delivery.connector import sends_secret
from posthouse_server.delivery.delivery import TransientFailure
from posthouse_server.delivery.destinations import Destination
from posthouse_server.delivery.dialog import DialogError
from posthouse_server.delivery.login import SmartHostLogin
from posthouse_server.delivery.reply import BadReplyError
from posthouse_server.diagnose.finding import Verdict, bad, good, note
from posthouse_server.diagnose.names import exchangers, lookup
from posthouse_server.diagnose.server import read_banner
from posthouse_server.diagnose.subject import Subject
from posthouse_server.secrets import Secrets
from posthouse_server.settings.schema import SmartHostAuthentication

_TIMEOUT_S = 5.0
_WHOLE_S = 15.0
_ASK_PROVIDER = ("Most providers block port 25 for their customers. Ask yours to open it, or send through a smart host "
                 "(SMTP Properties, Smart Host).")


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
                said.append(f"{host}:{port} can't be reached: {error.strerror or 'no answer within 5 s'}.")
                continue
            return good(f"{host}:{port} answers: {banner[:80]}")
    if not said:
        return bad(f"No mail server of {' or '.join(subject.outside)} was found in DNS, so port {port} can't be tried.",
                   "See the check of the DNS servers.")
    if not subject.is_direct:
        return note(" ".join(said), "It is not needed while all mail leaves through the smart host.")
    return bad(" ".join(said), _ASK_PROVIDER)


def smart_host(subject: Subject) -> Verdict:
    """Does the smart host answer, secure the connection as configured, and accept the login? No mail is sent."""
    host = subject.settings.smtp.smart_host
    if not host.enabled:
        return note("No smart host is used: mail goes straight to the servers of its recipients.")
    remedy = "Compare SMTP Properties, Smart Host, with what your provider says about sending mail."
    try:
        addresses = lookup(subject, host.host)
    except (dns.exception.DNSException, OSError) as error:
        return bad(f"{host.host} could not be looked up: {str(error).rstrip('.')}.", remedy)
    if not addresses:
        return bad(f"No address was found for {host.host}.", remedy)
    try:
        secured = asyncio.run(_log_in(subject, addresses))
    except (RefusedError, DialogError, BadReplyError, OSError, TransientFailure) as error:
        words = error.reply if isinstance(error, TransientFailure) else str(error)
        return bad(f"{host.host}:{host.port} does not take mail: {_sentence(words) or 'no answer came.'}", remedy)
    login = (f"accepts the login of {host.username}" if host.authentication is not SmartHostAuthentication.NONE
             else "wants no login")
    return good(f"{host.host}:{host.port} answers, {'encrypted' if secured else 'not encrypted'}, and {login}.")


async def _log_in(subject: Subject, addresses: list[str]) -> bool:
    """Connect, log in if the settings ask for it, and hang up; returns whether it was encrypted."""
    host = subject.settings.smtp.smart_host
    destination = Destination(f"{host.host}:{host.port}", (host.host,), host.port, True)
    manner = Manner(host.port, host.tls, subject.hostname, _TIMEOUT_S, may_be_plain=not sends_secret(host, destination))
    async with asyncio.timeout(_WHOLE_S):
        connection = await open_connection(host.host, addresses, manner)
        try:
            await SmartHostLogin(Secrets(subject.folder)).log_in(connection, host)
        except BaseException:
            connection.dialog.abort()
            raise
        await connection.dialog.say_goodbye()
    return connection.dialog.is_tls


def _sentence(words: str) -> str:
    return f"{words.strip().rstrip('.')}." if words.strip() else ""
