"""What the name of a file in a Maildir tells: which message it is, and whether it was read."""

from __future__ import annotations

import re

_FLAGS = re.compile(r"[:;!]2,([A-Za-z]*)$")  # Windows knows no colon in names, so some programs use another character


def key_of(name: str) -> str:
    """Return what stays the same while a message is read, answered and so on."""
    return _FLAGS.sub("", name)


def is_unread(folder: str, name: str) -> bool:
    """Return whether nobody has opened a message; `folder` is new or cur."""
    found = _FLAGS.search(name)
    return folder == "new" or found is None or "S" not in found[1]
