"""A conversation that builds an envelope: MAIL and RCPT with their parameters."""

from __future__ import annotations

import re

from aiosmtpd.smtp import Envelope, Session, syntax

from posthouse_server.policy.addresses import AddressError, parse_path
from posthouse_server.policy.rules import Rule
from posthouse_server.smtp import replies
from posthouse_server.smtp.parameters import ParameterError, parse_mail, parse_recipient
from posthouse_server.smtp.transaction import Transaction
from posthouse_server.smtp.transfer import TransferDialog

_MAIL_SYNTAX = "MAIL FROM:<address> [SP <mail-parameters>]"
_RCPT_SYNTAX = "RCPT TO:<address> [SP <rcpt-parameters>]"
NULL_PATH = "<>"
_PLAIN_PATH = re.compile(r"<([A-Za-z0-9_+\-.]+@[A-Za-z0-9\-.]+)>(?: +(.*))?")
"""What nearly all paths look like: nothing in them that parse_path would have to understand."""


class EnvelopeDialog(TransferDialog):
    """Reads paths strictly and parameters exactly: aiosmtpd's parser of addresses takes 70 µs, and it knows no DSN."""

    @property
    def needs_login(self) -> bool:
        """Return whether a login must come first."""
        raise NotImplementedError

    def refused(self, rule: Rule, reply: str) -> str:
        """Return a reply with an id under which the refusal stands in the trace."""
        raise NotImplementedError

    async def check_helo_needed(self, helo: str = "HELO") -> bool:
        """Refuse with an enhanced status code."""
        return self._is_greeting_missing(helo)

    def _is_greeting_missing(self, helo: str = "HELO") -> bool:
        assert self.session is not None
        if self.session.host_name:
            return False
        self.reply(f"503 5.5.1 Send {helo} first")
        return True

    async def check_auth_needed(self, caller_method: str) -> bool:  # noqa: ARG002 - aiosmtpd's signature
        """Give the refusal an id and a trace, as all have."""
        return self._is_login_missing()

    def _is_login_missing(self) -> bool:
        if not self.needs_login:
            return False
        self.reply(self.refused(Rule.LOGIN_REQUIRED, replies.LOGIN_REQUIRED))
        return True

    def is_refused_early(self) -> bool:
        """Refuse what comes before the greeting or a login that must come first."""
        return self._is_greeting_missing() or self._is_login_missing()

    @syntax(_MAIL_SYNTAX)
    async def smtp_MAIL(self, arg: str | None) -> None:
        """Begin a transaction."""
        if self.is_refused_early():
            return
        transaction = self.envelope
        assert isinstance(transaction, Transaction)
        if transaction.mail_from is not None:
            self.reply(replies.NESTED_MAIL)
            return
        path, rest = self._path(arg, "FROM:")
        if not path or (rest and not self._is_extended):
            self.reply(f"501 5.5.4 Syntax: {_MAIL_SYNTAX}")
            return
        try:
            parameters = parse_mail(rest)
        except ParameterError as error:
            self.reply(str(error))
            return
        transaction.smtp_utf8 = parameters.is_utf8
        reply = await self._call_handler_hook("MAIL", path, parameters)
        if reply is not None:  # else it comes later
            self.reply(reply)

    @syntax(_RCPT_SYNTAX)
    async def smtp_RCPT(self, arg: str | None) -> None:
        """Have one recipient judged."""
        if self.is_refused_early():
            return
        transaction = self.envelope
        assert isinstance(transaction, Transaction)
        if transaction.mail_from is None or transaction.intake is not None:
            self.reply(replies.MIXED_CONTENT if transaction.intake is not None else replies.NO_SENDER)
            return
        path, rest = self._path(arg, "TO:")
        if not path or (rest and not self._is_extended):
            self.reply(f"501 5.5.4 Syntax: {_RCPT_SYNTAX}")
            return
        try:
            parameters = parse_recipient(rest, is_utf8=bool(transaction.smtp_utf8))
        except ParameterError as error:
            self.reply(str(error))
            return
        reply = await self._call_handler_hook("RCPT", path, parameters)
        if reply is not None:  # else it comes later
            self.reply(reply)

    @property
    def _is_extended(self) -> bool:
        assert self.session is not None
        return self.session.extended_smtp

    def _path(self, arg: str | None, keyword: str) -> tuple[str, str]:
        """Return the mailbox and the parameters behind it; the mailbox is "" if there is none, `<>` for the null path.

        What is no path goes on to the hook in a form that no address has, so that its refusal gets an id and a trace.
        """
        if arg is None or arg[:len(keyword)].upper() != keyword:
            return "", ""
        text = arg[len(keyword):].strip()
        if not text:
            return "", ""
        if plain := _PLAIN_PATH.fullmatch(text):
            return plain[1], plain[2] or ""
        try:
            mailbox, rest = parse_path(text)
        except AddressError:
            return f"<<{text}", ""
        return mailbox or NULL_PATH, rest

    def _create_envelope(self) -> Envelope:
        if isinstance(self.envelope, Transaction):
            self.envelope.abandon()
        return Transaction()

    def _create_session(self) -> Session:
        return Session(self.loop)
