"""The messages that are sent: each is known by its name, and its content can be checked to the last byte."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from enum import Enum

LOCAL = "john@example.com"
FRIEND = "friend@far.example"
LATER = "later@far.example"
"""The far end refuses it with 451 now and then."""
NOBODY = "nobody@far.example"
"""The far end refuses it with 550."""
WRITER = "writer@far.example"

_NAME = re.compile(rb"letter-[0-9a-z]+-[0-9]+-[0-9]+")
_SIZE = re.compile(rb"^X-Lines: ([0-9]+)\r?$", re.MULTILINE)
_LARGE_LINES = 4000
_RECIPIENTS = (([LOCAL], 5), ([FRIEND], 5), ([LOCAL, FRIEND], 5), ([LATER], 1), ([FRIEND, NOBODY], 1),
               ([NOBODY, LOCAL, LATER], 1))
_LINES = ((5, 12), (200, 5), (_LARGE_LINES, 2))
_SENDERS = ((WRITER, 6), (LOCAL, 2), ("", 1))


class Answer(Enum):
    """What the client knows of a message."""

    ACCEPTED = "answered 250"
    REFUSED = "refused"
    UNKNOWN = "the connection broke before the answer"


@dataclass(slots=True)
class Letter:
    """One message and what its client was told."""

    name: str
    sender: str
    recipients: list[str]
    lines: int
    answer: Answer = Answer.UNKNOWN
    reply: str = ""
    refused_recipients: list[str] = field(default_factory=list)

    def content(self) -> bytes:
        """Return the content in wire form, before dot-stuffing."""
        return content(self.name, self.lines)


def draw(chance: random.Random, name: str, lines: int | None = None, only: str = "") -> Letter:
    """Return a letter: mostly small ones, some in a body file of their own, some that will bounce; or all `only` for one."""
    recipients = chance.choices([item for item, _ in _RECIPIENTS], [weight for _, weight in _RECIPIENTS])[0]
    recipients = [only] if only else recipients
    sender = chance.choices([item for item, _ in _SENDERS], [weight for _, weight in _SENDERS])[0]
    drawn = chance.choices([item for item, _ in _LINES], [weight for _, weight in _LINES])[0]
    return Letter(name, sender, list(recipients), drawn if lines is None else lines)


def content(name: str, lines: int) -> bytes:
    """Return what a letter of this name and length says; some of its lines begin with dots."""
    line = f".{name} {'x' * 60}\r\n".encode()
    return f"Subject: {name}\r\nX-Lines: {lines}\r\n\r\n".encode() + line * lines + f"end of {name}\r\n".encode()


def name_of(arrived: bytes) -> str:
    """Return the name of the letter that some content is, or is a bounce of; "" for none."""
    found = _NAME.search(arrived)
    return found[0].decode() if found else ""


def is_whole(arrived: bytes) -> bool:
    """Return whether a letter has arrived to the last byte."""
    found = _SIZE.search(arrived)
    return found is not None and arrived.endswith(content(name_of(arrived), int(found[1])))
