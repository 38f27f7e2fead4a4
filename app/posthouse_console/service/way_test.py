"""Tries a way out: connects, secures the connection, logs in, and begins a message that is then taken back."""

from __future__ import annotations

import contextlib
import smtplib
import socket
import ssl
from collections.abc import Sequence
from dataclasses import dataclass

import dns.exception
import dns.resolver

from posthouse_console.service.blacklist_test import resolver_for
from posthouse_console.service.reply_advice import advice_for
from posthouse_console.service.submission import Recorder, TlsRecorder
from posthouse_server.control import ControlError, smart_host_token
from posthouse_server.settings.choices import SmartHostAuthentication, SmartHostTls
from posthouse_server.settings.schema import SmartHost
from posthouse_server.words import tr

_TIMEOUT_S = 15.0
_DNS_S = 8.0


@dataclass(frozen=True, slots=True)
class WayResult:
    """What came of a test."""

    is_well: bool
    sentence: str
    advice: str
    """What to do, where it has failed and something is known."""
    transcript: tuple[str, ...]


class _TlsFailedError(Exception):
    """TLS has failed where it need not be; the message says why."""


class _WayError(Exception):
    """The test has failed; the message says at which step, in a sentence."""


def try_smart_host(settings: SmartHost, secret: str, sender: str = "", transcript: list[str] | None = None,
                   bind_address: str = "") -> WayResult:
    """Log in, and begin a message as this sender where there is one, which is not sent; blocks for some seconds at most.

    What is said is added to the transcript as it is said; what adding raises goes through.
    """
    transcript = [] if transcript is None else transcript
    try:
        try:
            is_encrypted = _talk(settings, secret, sender, transcript, bind_address)
        except _TlsFailedError as failed:
            transcript.append(tr("(TLS failed: {failed}; opportunistic TLS goes on without)", failed=failed))
            is_encrypted = _talk(settings, secret, sender, transcript, bind_address, with_tls=False)
    except (_WayError, ControlError, smtplib.SMTPException, OSError, ValueError) as error:
        return _failed(error, tr("{host}, port {port}", host=settings.host, port=settings.port), transcript)
    return WayResult(True, _success(settings, sender, is_encrypted=is_encrypted), "", tuple(transcript))


def _success(settings: SmartHost, sender: str, *, is_encrypted: bool) -> str:
    host, username = settings.host, settings.username
    if sender and settings.logs_in:
        return tr("{host} answers, logs {username} in, and takes mail from {sender}. Nothing was sent.",
                  host=host, username=username, sender=sender)
    if sender:
        return tr("{host} answers, and takes mail from {sender}. Nothing was sent.", host=host, sender=sender)
    encrypted = tr("encrypted") if is_encrypted else tr("not encrypted")
    login = tr("accepts the login of {username}", username=username) if settings.logs_in else tr("wants no login before mail")
    return tr("{host} answers on port {port}, {encrypted}, and {login}. Nothing was sent.",
              host=host, port=settings.port, encrypted=encrypted, login=login)


def try_directly(domain: str, port: int, servers: Sequence[str]) -> WayResult:
    """Connect to the mail server of a domain, and say hello; blocks for some seconds at most."""
    transcript: list[str] = []
    try:
        host = _mail_server(domain, servers)
        transcript.append(tr("(the mail server of {domain} is {host})", domain=domain, host=host))
        with _recorder(host, port, transcript) as smtp:
            smtp.ehlo_or_helo_if_needed()
    except (_WayError, smtplib.SMTPException, OSError, ValueError) as error:
        return _failed(error, tr("the mail server of {domain}, port {port}", domain=domain, port=port), transcript)
    sentence = tr("{host} answers on port {port}: it is not blocked. Whether others trust this network's address shows with "
                  "the test message.", host=host, port=port)
    return WayResult(True, sentence, "", tuple(transcript))


def _mail_server(domain: str, servers: Sequence[str]) -> str:
    try:
        answer = resolver_for(servers).resolve(domain, "MX", lifetime=_DNS_S)
    except (dns.exception.DNSException, OSError) as error:
        reason = str(error).removesuffix(".")
        raise _WayError(tr("The mail server of {domain} can't be looked up in the DNS: {reason}.",
                           domain=domain, reason=reason)) from error
    first = min(answer, key=lambda record: record.preference)
    host = str(first.exchange).removesuffix(".")
    if not host:  # RFC 7505
        raise _WayError(tr("{domain} says that it takes no mail at all.", domain=domain))
    return host


def _recorder(host: str, port: int, transcript: list[str], context: ssl.SSLContext | None = None,
              bind_address: str = "") -> smtplib.SMTP:
    transcript.append(tr("(connecting to {host}, port {port})", host=host, port=port))
    name = socket.gethostname() or "console"
    source = (bind_address, 0) if bind_address else None
    if context is not None:
        return TlsRecorder(transcript, host, port, local_hostname=name, timeout=_TIMEOUT_S, context=context,
                           source_address=source)
    return Recorder(transcript, host, port, local_hostname=name, timeout=_TIMEOUT_S, source_address=source)


def _talk(settings: SmartHost, secret: str, sender: str, transcript: list[str], bind_address: str, *,
          with_tls: bool = True) -> bool:
    """Return whether it was encrypted; raises what smtplib does, _WayError, ControlError or _TlsFailedError."""
    is_implicit = settings.tls is SmartHostTls.IMPLICIT
    smtp = _recorder(settings.host, settings.port, transcript, ssl.create_default_context() if is_implicit else None,
                     bind_address)
    try:
        smtp.ehlo_or_helo_if_needed()
        is_encrypted = _secure(smtp, settings, transcript) if with_tls else False
        _log_in(smtp, settings, secret, transcript)
        if sender:
            _begin(smtp, sender)
        with contextlib.suppress(smtplib.SMTPException, OSError):  # all is known by now
            smtp.quit()
    finally:
        smtp.close()
    return is_encrypted


def _secure(smtp: smtplib.SMTP, settings: SmartHost, transcript: list[str]) -> bool:
    """Do as the server does: required checks the certificate, opportunistic takes what is offered; True: it is encrypted."""
    if settings.tls in (SmartHostTls.IMPLICIT, SmartHostTls.NONE):
        return settings.tls is SmartHostTls.IMPLICIT
    is_required = settings.tls is SmartHostTls.REQUIRED
    must = is_required or settings.sends_secret
    if not smtp.has_extn("starttls"):
        if must:
            sentence = (tr("{host} offers no encryption (STARTTLS) on port {port}.") if is_required else
                        tr("{host} offers no encryption (STARTTLS) on port {port}, and a login that crosses the network needs "
                           "it."))
            raise _WayError(sentence.format(host=settings.host, port=settings.port))
        return False
    try:
        smtp.starttls(context=ssl.create_default_context() if is_required else _unchecked())
    except (ssl.SSLError, smtplib.SMTPResponseException) as error:
        if must:
            raise
        raise _TlsFailedError(str(error)) from error
    transcript.append(tr("(the connection is encrypted from here on)"))
    smtp.ehlo_or_helo_if_needed()
    return True


def _unchecked() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _log_in(smtp: smtplib.SMTP, settings: SmartHost, secret: str, transcript: list[str]) -> None:
    """Try one mechanism: each refusal more may lock the account."""
    if settings.authentication is SmartHostAuthentication.NONE:
        return
    offered = smtp.esmtp_features.get("auth", "").upper().split()
    if settings.authentication is SmartHostAuthentication.OAUTH2:
        transcript.append(tr("(asking {token_url} for an access token)", token_url=settings.oauth2.token_url))
        token = smart_host_token(settings.oauth2, secret)
        text = f"user={settings.username}\x01auth=Bearer {token}\x01\x01"
        smtp.auth("XOAUTH2", lambda challenge=None: text if challenge is None else "")
        return
    smtp.user, smtp.password = settings.username, secret
    for mechanism, answer in (
            ("PLAIN", smtp.auth_plain), ("LOGIN", smtp.auth_login), ("CRAM-MD5", smtp.auth_cram_md5)):
        if mechanism in offered:
            smtp.auth(mechanism, answer)
            return
    raise _WayError(tr("{host} offers no login on port {port}.", host=settings.host, port=settings.port))


def _begin(smtp: smtplib.SMTP, sender: str) -> None:
    code, text = smtp.mail(sender)
    if code >= 400:
        raise smtplib.SMTPSenderRefused(code, text, sender)
    smtp.rset()


def _failed(error: Exception, place: str, transcript: Sequence[str]) -> WayResult:
    sentence = _sentence(error, place)
    last = next((line for line in reversed(transcript) if line.startswith("S: ")), "")
    is_refusal = last.startswith(("S: 4", "S: 5"))  # and not, say, the last of what EHLO offers
    return WayResult(False, sentence, advice_for(f"{sentence} {error} {last if is_refusal else ''}"), tuple(transcript))


def _sentence(error: Exception, place: str) -> str:
    match error:
        case _WayError() | ControlError():
            return str(error)
        case smtplib.SMTPAuthenticationError():
            return tr("{place} refuses the login: {code} {reply}",
                      place=place[:1].upper() + place[1:], code=error.smtp_code, reply=_text(error.smtp_error))
        case smtplib.SMTPSenderRefused():
            return tr("{place} refuses the sender {sender}: {code} {reply}",
                      place=place, sender=error.sender, code=error.smtp_code, reply=_text(error.smtp_error))
        case smtplib.SMTPResponseException():
            return tr("{place} refuses: {code} {reply}", place=place, code=error.smtp_code, reply=_text(error.smtp_error))
        case smtplib.SMTPServerDisconnected():
            return tr("{place} has closed the connection: {error}.", place=place, error=error)
        case ssl.SSLCertVerificationError():
            return tr("The certificate of {place} is not to be trusted: {reason}.",
                      place=place, reason=error.verify_message)
        case ssl.SSLError():
            return tr("No encrypted connection to {place} could be made: {reason}.",
                      place=place, reason=error.reason or error)
        case TimeoutError():
            return tr("No answer from {place}: timed out after {seconds:.0f} s.", place=place, seconds=_TIMEOUT_S)
        case ConnectionRefusedError():
            return tr("{place} refused the connection.", place=place)
        case socket.gaierror():
            return tr("The name of {place} can't be resolved.", place=place)
    return tr("{place} can't be reached: {error}.", place=place, error=getattr(error, "strerror", None) or error)


def _text(reply: bytes | str) -> str:
    return reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
