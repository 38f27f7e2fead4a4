"""Text out of mail, whatever its sender has made of charsets and encodings."""

from __future__ import annotations

import re
from email.errors import MessageError
from email.header import decode_header, make_header

_HEADER_CHARACTERS = 2000  # decode_header takes quadratic time
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_UNSAFE = re.compile(r'[\\/:*?"<>|]')
_LONGEST = 120


def header_text(value: object) -> str:
    """Return a header field as one line of printable characters."""
    raw = " ".join(str(value or "")[:_HEADER_CHARACTERS].split())
    try:
        text = str(make_header(decode_header(raw)))
    except (LookupError, ValueError, MessageError):  # an unknown charset or a broken encoded word
        text = raw
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def decoded(content: bytes, charset: str) -> str:
    """Return text in a charset that may be missing, wrong or unknown."""
    for name in (charset, "utf-8"):
        try:
            return content.decode(name or "utf-8")
        except (LookupError, ValueError):
            continue
    return content.decode("latin-1")


def safe_name(wanted: str, number: int) -> str:
    """Return a name for a file that is one on every system, without a path, hidden letters or a changed direction."""
    last = wanted.replace("\\", "/").rpartition("/")[2]
    name = _UNSAFE.sub("_", "".join(letter for letter in last if letter.isprintable())).strip(" .")
    stem, dot, ending = name.rpartition(".")
    if len(name) > _LONGEST:
        name = f"{stem[:_LONGEST - 20]}{dot}{ending[:19]}" if dot else name[:_LONGEST]
    if not name:
        return f"attachment-{number + 1}"
    return f"_{name}" if _RESERVED.fullmatch(name) else name
