"""What of a command may stand in a log: never a password, in no form."""

from __future__ import annotations

MASK = "****"
_VERBS = frozenset(("HELO", "EHLO", "MAIL", "RCPT", "DATA", "BDAT", "RSET", "NOOP", "QUIT", "STARTTLS", "AUTH", "VRFY", "EXPN",
                    "HELP", "TURN", "ETRN", "XCLIENT", "PROXY"))
_MOST = 500


def masked(line: str) -> tuple[str, str]:
    """Return the command of a line and the line as a log may hold it.

    What is no command may be a password, sent by a program that did not wait for its turn; so is what follows the name of a
    mechanism.
    """
    verb, _, rest = line.partition(" ")
    command = verb.upper()
    if command not in _VERBS:
        return "", MASK
    if command == "AUTH":
        mechanism, _, secret = rest.strip().partition(" ")
        shown = mechanism.upper() if mechanism.upper() in ("PLAIN", "LOGIN", "CRAM-MD5", "XOAUTH2") else MASK
        return command, f"AUTH {shown}{f' {MASK}' if secret else ''}".rstrip()
    return command, line[:_MOST]
