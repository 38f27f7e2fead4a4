"""A test message: a real SMTP submission, with the whole dialog kept."""

from __future__ import annotations

import smtplib
import socket
import ssl
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import default
from email.utils import format_datetime, make_msgid
from typing import Any

from posthouse_server.words import tr

_TIMEOUT_S = 30.0
_ANY = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - names to connect to, nothing is bound
_HIDDEN = tr("(not shown)")


@dataclass(frozen=True, slots=True)
class TestMessage:
    """What to send, and where."""

    __test__ = False  # its name looks like a test to pytest

    place: str
    """A listener as the server names it, such as 127.0.0.1:2525 or [::1]:2525."""
    sender: str
    recipient: str
    login: str = ""
    password: str = field(default="", repr=False)
    starttls: bool = False
    implicit_tls: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it."""

    accepted: bool
    sentence: str
    transcript: tuple[str, ...]
    """The dialog; lines of the client start with C: and those of the server with S:."""


def split_place(place: str) -> tuple[str, int]:
    """Return host and port of a listener, with an address that can be connected to."""
    host, _, port = place.rpartition(":")
    host = host.strip("[]")
    return _ANY.get(host, host), int(port)


def submit(message: TestMessage) -> Outcome:
    """Send the message; blocks for as long as the server takes. Never raises for anything the server does."""
    transcript: list[str] = []
    try:
        with _connection(message, transcript) as smtp:
            smtp.ehlo()
            if message.starttls:
                smtp.starttls(context=_context())
                transcript.append(tr("(the connection is encrypted from here on)"))
                smtp.ehlo()
            if message.login:
                _log_in(smtp, message)
            smtp.send_message(_content(message), message.sender, [message.recipient])
            reply = next((line[3:] for line in reversed(transcript) if line.startswith("S: ")), "")
    except (smtplib.SMTPException, OSError, ValueError) as error:
        return Outcome(False, _failure(error), tuple(transcript))
    return Outcome(True, tr("The server has accepted the message: {reply}", reply=reply), tuple(transcript))


class Recorder(smtplib.SMTP):
    """Notes every line of the dialog; what follows AUTH is never noted."""

    def __init__(self, transcript: list[str], *arguments: Any, **options: Any) -> None:
        self.transcript = transcript
        self._is_authenticating = False
        super().__init__(*arguments, **options)

    def putcmd(self, cmd: str, args: str = "") -> None:
        if not self._is_authenticating:
            cmd = cmd.upper()  # as people write it; what follows AUTH is data
        if cmd == "AUTH":
            self._is_authenticating = True
            self.transcript.append(f"C: AUTH {args.split(' ')[0]} {_HIDDEN}")
        else:
            text = f"{cmd} {args}" if args else cmd
            self.transcript.append(f"C: {_HIDDEN if self._is_authenticating else text}")
        super().putcmd(cmd, args)

    def getreply(self) -> tuple[int, bytes]:
        code, text = super().getreply()
        lines = text.decode("utf-8", "replace").split("\n")
        self.transcript += [f"S: {code}{'-' if number < len(lines) else ' '}{line}" for number, line in enumerate(lines, 1)]
        if code != 334:  # anything but "go on" ends the login
            self._is_authenticating = False
        return code, text

    def data(self, msg: Any) -> tuple[int, bytes]:
        code, reply = super().data(msg)
        note = f"C: {tr('(the message, {number} bytes, and a line with a dot)', number=len(msg))}"
        self.transcript.insert(len(self.transcript) - len(reply.split(b"\n")), note)
        return code, reply


class TlsRecorder(Recorder, smtplib.SMTP_SSL):
    """The same, with TLS from the first byte."""


def _log_in(smtp: smtplib.SMTP, message: TestMessage) -> None:
    """Try one mechanism: smtplib's own login() tries a refused password once more by the next, which counts as an attack."""
    offered = smtp.esmtp_features.get("auth", "").upper().split()
    smtp.user, smtp.password = message.login, message.password
    for mechanism, answer in (("PLAIN", smtp.auth_plain), ("LOGIN", smtp.auth_login)):
        if mechanism in offered:
            smtp.auth(mechanism, answer)
            return
    raise smtplib.SMTPNotSupportedError(tr("logging in (after STARTTLS it may)"))


def _connection(message: TestMessage, transcript: list[str]) -> smtplib.SMTP:
    host, port = split_place(message.place)
    name = socket.gethostname() or "console"
    transcript.append(tr("(connecting to {host}, port {port})", host=host, port=port))
    if message.implicit_tls:
        return TlsRecorder(transcript, host, port, local_hostname=name, timeout=_TIMEOUT_S, context=_context())
    return Recorder(transcript, host, port, local_hostname=name, timeout=_TIMEOUT_S)


def _context() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # our own server, by address, and usually with a certificate that it made itself
    return context


def _content(message: TestMessage) -> EmailMessage:
    content = EmailMessage(default.clone(cte_type="7bit"))  # 8-bit letters would need an extension of the server
    content["From"] = message.sender
    content["To"] = message.recipient
    content["Subject"] = tr("Posthouse test message")
    content["Date"] = format_datetime(datetime.now(UTC))
    content["Message-ID"] = make_msgid(domain="posthouse.invalid")
    content.set_content(tr("This is a test message, sent from the Posthouse console.\n"
                           "That you can read it shows that mail gets through.\n"))
    return content


def _failure(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, text = next(iter(error.recipients.values()))
        return tr("The server refuses the recipient: {code} {reply}", code=code, reply=_text(text))
    if isinstance(error, smtplib.SMTPSenderRefused):
        return tr("The server refuses the sender: {code} {reply}",
                  code=error.smtp_code, reply=_text(error.smtp_error))
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return tr("The server refuses the login: {code} {reply}",
                  code=error.smtp_code, reply=_text(error.smtp_error))
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return tr("The server does not offer that here: {error}", error=error)
    if isinstance(error, smtplib.SMTPResponseException):
        return tr("The server refuses: {code} {reply}",
                  code=error.smtp_code, reply=_text(error.smtp_error))
    if isinstance(error, smtplib.SMTPServerDisconnected):
        return tr("The server has closed the connection: {error}.", error=error)
    if isinstance(error, TimeoutError):
        return tr("The server has not answered within {seconds:.0f} s.", seconds=_TIMEOUT_S)
    if isinstance(error, ConnectionRefusedError):
        return tr("Nobody listens on that port; start the server first.")
    return tr("The message could not be sent: {error}", error=error)


def _text(reply: bytes | str) -> str:
    return reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
