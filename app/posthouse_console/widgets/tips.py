"""Tips: Qt takes for HTML what looks like it, and then loads the pictures that it names, be it from a stranger's server."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt


def tip(text: str) -> str:
    """Return a tooltip that wraps; plain ones run across the screen in one line."""
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>" if text else ""


def plain_tip(text: str) -> str:
    """Return a tooltip that shows a text as it stands, whoever has written it."""
    return tip(text) if Qt.mightBeRichText(text) else text
