"""Foreign text, made fit to be kept and shown."""

from __future__ import annotations

_CHARACTERS = 2000


def printable(text: str) -> str:
    """Return foreign text as one line without control characters, lone surrogates or endless length."""
    line = " ".join(text[:_CHARACTERS].split())
    return line if line.isprintable() else "".join(
        character if character.isprintable() else "\ufffd" for character in line)


def words(code: int, text: str) -> str:
    """Return a remote server's reply as it can be kept and shown."""
    return f"{code} {printable(text)}".strip()
