"""Colours that can be read: contrast as WCAG 2.2 measures it, and palettes in which every text reaches 4.5 : 1."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

Role, Group = QPalette.ColorRole, QPalette.ColorGroup

TEXT = 4.5
"""The least contrast of a text (WCAG 1.4.3)."""
SHAPE = 3.0
"""The least contrast of what is no text: a frame, the focus (WCAG 1.4.11)."""
TEXTS = (
    (Role.WindowText, (Role.Window, Role.Base)), (Role.Text, (Role.Base, Role.AlternateBase)),
    (Role.ButtonText, (Role.Button,)), (Role.PlaceholderText, (Role.Base,)), (Role.Link, (Role.Window, Role.Base)),
    (Role.LinkVisited, (Role.Window, Role.Base)), (Role.ToolTipText, (Role.ToolTipBase,)),
)
"""Which role is written on which grounds."""
_STEPS = 40


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two solid colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    """Return a solid colour between the two: all of the first for 1, all of the ground for 0."""
    return QColor(*(round(part * share + below * (1 - share)) for part, below in (
        (colour.red(), ground.red()), (colour.green(), ground.green()), (colour.blue(), ground.blue()))))


def solid(colour: QColor, ground: QColor) -> QColor:
    """Return what a colour with transparency looks like on a ground."""
    return mixed(colour, ground, colour.alphaF())


def readable(colour: QColor, grounds: list[QColor], least: float) -> QColor:
    """Return the colour, or the nearest one towards black or white that has this contrast on all of the grounds."""
    start = solid(colour, grounds[0])
    ends = sorted((QColor("black"), QColor("white")), key=lambda end: -min(contrast(end, ground) for ground in grounds))
    for step in range(_STEPS + 1):
        tried = mixed(ends[0], start, step / _STEPS)
        if all(contrast(tried, ground) >= least for ground in grounds):
            return tried
    return ends[0]


def mend(palette: QPalette) -> QPalette:
    """Return the roles of a palette that have to change so that all can be read; the rest stays the system's own."""
    found = QPalette()
    for group in (Group.Active, Group.Inactive):
        def colour(role: QPalette.ColorRole, group: QPalette.ColorGroup = group) -> QColor:
            return palette.color(group, role)

        for role, grounds in TEXTS:
            _set(found, group, role, colour(role), readable(colour(role), [colour(ground) for ground in grounds], TEXT))
        highlight = readable(colour(Role.Highlight), [colour(Role.HighlightedText)], TEXT)
        _set(found, group, Role.Highlight, colour(Role.Highlight), highlight)
        accent = readable(colour(Role.Accent), [colour(Role.Window), colour(Role.Base)], SHAPE)
        _set(found, group, Role.Accent, colour(Role.Accent), accent)
    return found


def _set(found: QPalette, group: QPalette.ColorGroup, role: QPalette.ColorRole, now: QColor, wanted: QColor) -> None:
    if wanted != now:
        found.setColor(group, role, wanted)


def _luminance(colour: QColor) -> float:
    """Return the relative luminance, 0 to 1."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
                        for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
