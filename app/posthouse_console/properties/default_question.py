"""Restore Defaults: which settings of a page would change, before they do."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from posthouse_console.properties.page import Page
from posthouse_console.widgets.question import ask, tell

_SHOWN = 12


def ask_for_defaults(page: Page, parent: QWidget) -> None:
    """Name what differs, and put the defaults into the page after a yes; nothing is saved."""
    lines = page.defaults()
    if not lines:
        tell(parent, "Restore Defaults", f"Everything on {page.title} has its default already.")
        return
    number = len(lines)
    named = [f"{label}: {now or 'none'} → {default or 'none'}" for label, now, default in lines[:_SHOWN]]
    if number > _SHOWN:
        named.append(f"… and {number - _SHOWN:,} more")
    ask(parent, "Restore Defaults", f"Restore the default{'' if number == 1 else 's'} of {number:,} "
        f"setting{'' if number == 1 else 's'} on {page.title}?", "&Restore", page.restore_defaults,
        detail="\n".join([*named, "", "Nothing is saved before OK or Apply."]))
