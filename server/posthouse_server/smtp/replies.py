"""Replies that are not the policy's: authentication, DATA and trouble, in the two dialects."""

from __future__ import annotations

import re
from enum import Enum

from posthouse_server.settings.schema import DenialReply


class Notice(Enum):
    """A reply with a text for each dialect (standard, MailEnable)."""

    OK = ("250 2.0.0 OK", "250 Requested mail action okay, completed")
    SENDER_OK = ("250 2.1.0 Sender OK", "250 Requested mail action okay, completed")
    ACCEPTED = ("250 2.6.0 Accepted for delivery", "250 Requested mail action okay, completed")
    AUTHENTICATED = ("235 2.7.0 Authenticated", "235 Authenticated")
    RATE_LIMIT = ("451 4.7.1 Requested action aborted: This mail account has sent too many messages in a short amount of "
                  "time. Please try again later.",
                  "451 Requested action aborted: This mail account has sent too many messages in a short amount of time. "
                  "Please try again later.")
    AUTH_FAILED = ("535 5.7.8 Invalid user name or password", "535 Invalid Username or Password")

    def text(self, dialect: DenialReply) -> str:
        """Return the reply line without CRLF."""
        standard, mailenable = self.value
        return mailenable if dialect is DenialReply.MAILENABLE else standard


ACCESS_DENIED = "554 5.7.1 Your address is not allowed to use this server"
AUTH_FORBIDDEN = "538 5.7.11 Encryption required: start TLS before you log in"
AUTH_OFF = "503 5.5.1 Authentication is not offered here"
AUTH_IN_TRANSACTION = "503 5.5.1 Authentication is not allowed during a mail transaction"
AUTH_LATER = "454 4.7.0 Logins can't be checked at the moment; try again later"
AUTH_MALFORMED = "501 5.5.2 The credentials can't be decoded"
BANNED = "421 4.7.0 Too many failed logins or refused recipients from your address; try again later"
AUTH_TOO_LONG = "500 5.5.6 The authentication line is too long"
CANNOT_VERIFY = "252 2.5.2 Addresses are not verified here; send the mail and it will be tried"
EARLY_TALKER = "554 5.5.1 You spoke before the greeting"
HEADER_TOO_LARGE = "552 5.3.4 The header of the message is too large"
IDLE = "421 4.4.2 Nothing was heard for too long"
LINE_TOO_LONG = "500 5.5.6 The command line is too long"
LOCAL_ERROR = "451 4.3.0 Requested action aborted: local error in processing"
LOGIN_REQUIRED = "530 5.7.0 Authentication required"
MAIL_LOOP = "554 5.4.6 Too many hops: this message is going in circles"
MALFORMED_DATA = "554 5.6.0 The message has a bare CR, bare LF or NUL; lines end with CRLF only"
MALFORMED_SENDER = "553 5.1.7 The sender address is malformed"
MESSAGE_TOO_LARGE = "552 5.3.4 The message is larger than this server accepts"
MIXED_CONTENT = "503 5.5.1 A message in chunks goes on with BDAT alone"
NEEDS_SMTPUTF8 = "553 5.6.7 An internationalised address needs the SMTPUTF8 parameter of MAIL"
NESTED_MAIL = "503 5.5.1 MAIL was said already; RSET begins anew"
NO_PROXY_HERE = "421 4.3.5 The PROXY protocol can't be used on a port with implicit TLS"
NO_RECIPIENT = "503 5.5.1 There is no valid recipient; send RCPT first"
NO_SENDER = "503 5.5.1 Send MAIL first"
PROXY_HEADER_WANTED = "421 4.3.5 A PROXY header that names the client must come first"
SHUTTING_DOWN = "421 4.3.2 The server is shutting down"
STORAGE_FULL = "452 4.3.1 Insufficient system storage; try again later"
UNKNOWN_COMMAND = "500 5.5.2 This command is not known here"
TOO_MANY_UNKNOWN = "421 4.7.0 Too many unknown commands; this is an SMTP server"
TLS_ACTIVE = "503 5.5.1 TLS is active already"
TLS_NOT_OFFERED = "454 4.7.0 TLS is not available here"
TOO_MANY_COMMANDS = "421 4.7.0 Too many commands that lead to no message"
TOO_MANY_CONNECTIONS = "421 4.3.2 Too many connections; try again later"
TOO_MANY_ERRORS = "421 4.7.0 Too many errors on this connection"
TOO_MANY_RECIPIENTS = "452 4.5.3 Too many recipients; send the rest in another message"
TOO_MANY_FROM_CLIENT = "421 4.7.0 Too many connections from your address; try again later"

NO_DNS = "451 4.4.3 Nothing can be looked up in DNS at the moment; try again later"
PTR_LATER = "451 4.7.25 The name of your address can't be looked up at the moment; try again later"
SENDER_DOMAIN_LATER = "451 4.1.8 The domain of the sender can't be looked up at the moment; try again later"
COMMAND_OFF = "502 5.5.1 This command is switched off here"

_LACKS_STATUS = re.compile(r"(?:[45]\d\d[ -]|250 (?:Syntax|Supported))(?!\d\.\d{1,3}\.\d{1,3} )")
_USUAL_STATUS = {"214": "2.0.0", "500": "5.5.2", "501": "5.5.4", "502": "5.5.1", "503": "5.5.1", "504": "5.5.4"}
"""For the replies of aiosmtpd's own that we do not replace (RFC 3463)."""


def with_status(line: str, dialect: DenialReply) -> str:
    """Complete a reply with the enhanced status code (RFC 2034) where it lacks one; MailEnable's own texts stay as they are.

    The greeting and the replies to HELO and EHLO have none.
    """
    if dialect is DenialReply.MAILENABLE or not _LACKS_STATUS.match(line):
        return line
    code, rest = line[:3], line[4:]
    if code == "250":
        code = "214"  # HELP (RFC 5321 section 4.3.2)
    return f"{code} {_USUAL_STATUS.get(code, f'{code[0]}.0.0')} {rest}"


def blacklisted(client: str, dialect: DenialReply) -> str:
    """Return the reply to a client that a DNS blacklist names."""
    text = f"The IP Address of the sender ({client}) was found in a DNS blacklist database and was therefore refused."
    return f"554 {text}" if dialect is DenialReply.MAILENABLE else f"554 5.7.1 {text}"


def no_ptr(dialect: DenialReply) -> str:
    """Return the reply to a client without a name (RFC 7372 section 3.2)."""
    status = "" if dialect is DenialReply.MAILENABLE else "5.7.25 "
    return f"554 {status}This server requires PTR for unauthenticated connections"


def invalid_domain(dialect: DenialReply) -> str:
    """Return the reply to a sender whose domain takes no mail."""
    status = "" if dialect is DenialReply.MAILENABLE else "5.1.8 "
    return f"550 {status}The domain of the sender does not exist or takes no mail"
