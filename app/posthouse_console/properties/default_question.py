"""Restore Defaults: which settings of a page would change, before they do."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from posthouse_console.properties.page import Page
from posthouse_console.widgets.question import ask, tell
from posthouse_server.words import tr

_SHOWN = 12


def ask_for_defaults(page: Page, parent: QWidget) -> None:
    """Name what differs, and put the defaults into the page after a yes; nothing is saved."""
    lines = page.defaults()
    if not lines:
        tell(parent, tr("Restore Defaults"), tr("Everything on {title} has its default already.", title=page.title))
        return
    number = len(lines)
    none = tr("none")
    named = [f"{label}: {now or none} → {default or none}" for label, now, default in lines[:_SHOWN]]
    if number > _SHOWN:
        named.append(tr("… and {number:,} more", number=number - _SHOWN))
    question = (tr("Restore the default of 1 setting on {title}?", title=page.title) if number == 1 else
                tr("Restore the defaults of {number:,} settings on {title}?", number=number, title=page.title))
    ask(parent, tr("Restore Defaults"), question, tr("&Restore"), page.restore_defaults,
        detail="\n".join([*named, "", tr("Nothing is saved before OK or Apply.")]))
