"""What a line of a log says, in MailEnable's formats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

W3C_FIELDS = ("date time c-ip agent account s-ip s-port cs-method cs-uristem cs-uriquery s-computername sc-bytes cs-bytes "
              "cs-username")
_NOTHING = "-"


class Agent(StrEnum):
    """Which half of the server speaks."""

    IN = "SMTP-IN"
    OUT = "SMTP-OU"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One command and its reply. Passwords are masked by whoever makes it."""

    at: datetime
    agent: Agent
    message_id: str
    """The message's, or the session's while there is none."""
    thread: int
    """A number of the connection: MailEnable has a thread for each."""
    remote: str
    """The address on the other side."""
    command: str
    detail: str
    reply: str
    """Its first line."""
    sent: int
    """Bytes that this server sent."""
    received: int
    account: str
    """The mailbox that has logged in, or sent the message."""
    subject: str = ""
    local: tuple[str, int] = ("", 0)
    computer: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A line of the Debug log."""

    at: datetime
    text: str


def activity(item: Exchange) -> str:
    """Return a line of the Activity log: twelve columns with tabs between them, by this computer's clock."""
    columns = (f"{item.at.astimezone():%m/%d/%y %H:%M:%S}", item.agent.value, item.message_id, str(item.thread), item.remote,
               item.command, item.detail, item.reply, str(item.sent), str(item.received), item.account, item.subject)
    return "\t".join(_one_line(column) for column in columns)


def w3c(item: Exchange) -> str:
    """Return a line of the W3C log: fields with spaces between them, by UTC as the format demands."""
    host, port = item.local
    fields = (f"{item.at.astimezone(UTC):%Y-%m-%d %H:%M:%S}", _word(item.remote), item.agent.value, _word(item.account),
              _word(host), str(port) if port else _NOTHING, _word(item.command), _word(item.detail), _word(item.reply),
              _word(item.computer), str(item.sent), str(item.received), _word(item.account))
    return " ".join(fields)


def debug(item: Remark) -> str:
    """Return a line of the Debug log."""
    return f"{item.at.astimezone():%m/%d/%y %H:%M:%S}\t{_one_line(item.text)}"


def w3c_head(at: datetime) -> str:
    """Return what a W3C file begins with."""
    return (f"#Software: Posthouse\n#Version: 1.0\n#Date: {at.astimezone(UTC):%Y-%m-%d %H:%M:%S}\n#Fields: {W3C_FIELDS}\n")


def _one_line(text: str) -> str:
    """Return text that breaks no line and no column, whatever a client has sent."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else " " for letter in text)


def _word(text: str) -> str:
    """Return text as a field of the W3C format: a space would begin the next one."""
    return _one_line(text).replace("+", "%2B").replace(" ", "+") or _NOTHING
