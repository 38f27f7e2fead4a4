"""The commands of one outgoing transaction, with the parameters that the other server understands."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from posthouse_server.delivery.delivery import PermanentFailure
from posthouse_server.store.messages import QueuedMessage, QueuedRecipient

_XTEXT = r"(?:[!-*,-<>-~]|\+[0-9A-F]{2})"
_ENVELOPE_ID = re.compile(rf"{_XTEXT}{{1,100}}")
_ORIGINAL_RECIPIENT = re.compile(rf"[A-Za-z0-9\-]+;{_XTEXT}{{1,500}}")
_NOTIFY = re.compile(r"NEVER|(?:SUCCESS|FAILURE|DELAY)(?:,(?:SUCCESS|FAILURE|DELAY)){0,2}")


def mail_command(message: QueuedMessage, size: int, extensions: Container[str]) -> str:
    """Return MAIL with its parameters."""
    command = f"MAIL FROM:<{message.sender}>"
    if message.utf8:
        command += " SMTPUTF8"
    if (message.eight_bit or message.utf8) and "8BITMIME" in extensions:
        command += " BODY=8BITMIME"
    if "SIZE" in extensions:
        command += f" SIZE={size}"
    if "DSN" in extensions:
        if message.returned in ("FULL", "HDRS"):
            command += f" RET={message.returned}"
        if _ENVELOPE_ID.fullmatch(message.envelope_id):
            command += f" ENVID={message.envelope_id}"
    return command


def rcpt_command(recipient: QueuedRecipient, extensions: Container[str]) -> str:
    """Return RCPT with its parameters; what is not well-formed is left out rather than passed on."""
    command = f"RCPT TO:<{recipient.address}>"
    if "DSN" in extensions:
        if _NOTIFY.fullmatch(recipient.notify):
            command += f" NOTIFY={recipient.notify}"
        if _ORIGINAL_RECIPIENT.fullmatch(recipient.original_recipient):
            command += f" ORCPT={recipient.original_recipient}"
    return command


def encoded(commands: Sequence[str]) -> bytes:
    """Return commands as lines; raises PermanentFailure for one that would be more than a line."""
    joined = "\r\n".join(commands) + "\r\n"
    if joined.count("\n") != len(commands) or joined.count("\r") != len(commands) or "\0" in joined:
        raise PermanentFailure("553 5.1.3 An address of the message has control characters in it")
    try:
        return joined.encode()
    except UnicodeEncodeError as error:
        raise PermanentFailure("553 5.1.3 An address of the message is not valid Unicode") from error


def decoded_xtext(text: str) -> str:
    """Return what xtext stands for (RFC 3461 section 4), or the text as it is where that is not printable ASCII."""
    found = re.sub(r"\+([0-9A-F]{2})", lambda match: chr(int(match[1], 16)), text)
    return found if found.isascii() and found.isprintable() else text
