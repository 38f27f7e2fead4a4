"""One message of a mailbox taken apart: headers, texts, attachments, source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from pathlib import Path

from posthouse_server.mailboxes.reading import path_of
from posthouse_server.mailboxes.texts import decoded, header_text, safe_name
from posthouse_server.words import tr

_SHOWN_CHARACTERS = 1_000_000
_SHOWN = ("text/plain", "text/html")
_MOST_PARTS = 1000
_MOST_DEPTH = 50
CUT_OFF = tr("\n[The rest is left out here: save the message, or open it in a mail program.]")


class UnreadableMessageError(ValueError):
    """A message that can't be taken apart; the message of the error is a sentence."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A part that is saved rather than shown."""

    number: int
    """Its place among the attachments."""
    name: str
    """A name that is safe for a file."""
    kind: str
    """Such as application/pdf, as its sender says."""
    size: int


@dataclass(frozen=True, slots=True)
class Content:
    """What a message holds."""

    headers: tuple[tuple[str, str], ...]
    """All fields, decoded, in their order."""
    text: str
    html: str
    """As it came: whoever shows it sanitises it first."""
    attachments: tuple[Attachment, ...]
    source: str


def read_message(maildir: Path, key: str) -> Content:
    """Take a message apart. Blocks; raises OSError, UnreadableMessageError."""
    raw = path_of(maildir, key).read_bytes()
    source = _cut(decoded(raw, "utf-8").replace("\r\n", "\n"))
    try:
        message = message_from_bytes(raw)
        leaves = list(_leaves(message))
        headers = tuple((name, header_text(value)) for name, value in message.items())
        texts = {kind: next((_text(part) for part in leaves if _is_shown(part, kind)), "") for kind in _SHOWN}
        attached = tuple(Attachment(number, _name(part, number), part.get_content_type(), len(_bytes(part)))
                         for number, part in enumerate(_attached(leaves)))
    except (RecursionError, LookupError, ValueError, TypeError, AttributeError, AssertionError) as error:
        raise UnreadableMessageError(tr("This message is built in a way that can't be taken apart.")) from error
    return Content(headers, _cut(texts["text/plain"]), _cut(texts["text/html"]), attached, source)


def source_of(maildir: Path, key: str) -> str:
    """Return a message as it was received, in text. Blocks; raises OSError."""
    return _cut(decoded(path_of(maildir, key).read_bytes(), "utf-8").replace("\r\n", "\n"))


def save_attachment(maildir: Path, key: str, number: int, target: Path) -> int:
    """Write an attachment to a file; returns its size. Nothing is ever opened. Blocks; raises OSError, ValueError."""
    leaves = list(_leaves(message_from_bytes(path_of(maildir, key).read_bytes())))
    content = _bytes(_attached(leaves)[number])
    target.write_bytes(content)
    return len(content)


def save_message(maildir: Path, key: str, target: Path) -> int:
    """Write a whole message to a file; returns its size. Blocks; raises OSError."""
    content = path_of(maildir, key).read_bytes()
    target.write_bytes(content)
    return len(content)


def _leaves(message: Message, depth: int = 0) -> Iterator[Message]:
    """Yield the parts that hold something; a message inside the message is one of them."""
    if depth > _MOST_DEPTH:
        raise RecursionError
    payload = message.get_payload()
    if message.get_content_maintype() != "multipart" or not isinstance(payload, list):
        yield message
        return
    for part in payload[:_MOST_PARTS]:
        if isinstance(part, Message):
            yield from _leaves(part, depth + 1)


def _is_shown(part: Message, kind: str) -> bool:
    return part.get_content_type() == kind and part.get_content_disposition() != "attachment" and not part.get_filename()


def _attached(leaves: list[Message]) -> list[Message]:
    """Return all parts but the texts that are shown."""
    shown = {id(next((part for part in leaves if _is_shown(part, kind)), None)) for kind in _SHOWN}
    return [part for part in leaves if id(part) not in shown][:_MOST_PARTS]


def _text(part: Message) -> str:
    return decoded(_bytes(part), str(part.get_content_charset() or "utf-8")).replace("\r\n", "\n").replace("\0", "")


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    if isinstance(payload, bytes):
        return payload
    inner = part.get_payload()
    if isinstance(inner, list):  # a message inside the message
        return b"".join(item.as_bytes() for item in inner if isinstance(item, Message))
    return str(inner).encode("utf-8", "surrogateescape")


def _name(part: Message, number: int) -> str:
    found = header_text(part.get_filename())
    if not found and part.get_content_type() == "message/rfc822":
        found = f"message-{number + 1}.eml"
    return safe_name(found, number)


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN_CHARACTERS else text[:_SHOWN_CHARACTERS] + CUT_OFF
