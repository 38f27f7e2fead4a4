"""Replies that are not the policy's: authentication, DATA and trouble, in the two dialects."""

from __future__ import annotations

from enum import Enum

from posthouse_server.settings.schema import DenialReply


class Notice(Enum):
    """A reply with a text for each dialect (standard, MailEnable)."""

    OK = ("250 2.0.0 OK", "250 Requested mail action okay, completed")
    SENDER_OK = ("250 2.1.0 Sender OK", "250 Requested mail action okay, completed")
    ACCEPTED = ("250 2.6.0 Accepted for delivery", "250 Requested mail action okay, completed")
    AUTHENTICATED = ("235 2.7.0 Authenticated", "235 Authenticated")
    AUTH_FAILED = ("535 5.7.8 Invalid user name or password", "535 Invalid Username or Password")

    def text(self, dialect: DenialReply) -> str:
        """Return the reply line without CRLF."""
        standard, mailenable = self.value
        return mailenable if dialect is DenialReply.MAILENABLE else standard


ACCESS_DENIED = "554 5.7.1 Your address is not allowed to use this server"
AUTH_FORBIDDEN = "538 5.7.11 Encryption required: start TLS before you log in"
AUTH_OFF = "503 5.5.1 Authentication is not offered here"
AUTH_IN_TRANSACTION = "503 5.5.1 Authentication is not allowed during a mail transaction"
AUTH_MALFORMED = "501 5.5.2 The credentials can't be decoded"
AUTH_TOO_LONG = "500 5.5.6 The authentication line is too long"
CANNOT_VERIFY = "252 2.5.2 Addresses are not verified here; send the mail and it will be tried"
HEADER_TOO_LARGE = "552 5.3.4 The header of the message is too large"
IDLE = "421 4.4.2 Nothing was heard for too long"
LOCAL_ERROR = "451 4.3.0 Requested action aborted: local error in processing"
LOGIN_REQUIRED = "530 5.7.0 Authentication required"
MAIL_LOOP = "554 5.4.6 Too many hops: this message is going in circles"
MALFORMED_DATA = "554 5.6.0 The message has a bare CR, bare LF or NUL; lines end with CRLF only"
MALFORMED_SENDER = "553 5.1.7 The sender address is malformed"
MESSAGE_TOO_LARGE = "552 5.3.4 The message is larger than this server accepts"
NEEDS_SMTPUTF8 = "553 5.6.7 An internationalised address needs the SMTPUTF8 parameter of MAIL"
SHUTTING_DOWN = "421 4.3.2 The server is shutting down"
STORAGE_FULL = "452 4.3.1 Insufficient system storage; try again later"
TLS_ACTIVE = "503 5.5.1 TLS is active already"
TLS_NOT_OFFERED = "454 4.7.0 TLS is not available here"
TOO_MANY_CONNECTIONS = "421 4.3.2 Too many connections; try again later"
TOO_MANY_ERRORS = "421 4.7.0 Too many errors on this connection"
TOO_MANY_RECIPIENTS = "452 4.5.3 Too many recipients; send the rest in another message"
