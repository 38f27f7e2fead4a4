"""Do pictures and help pages belong together? In both directions, and in both themes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from posthouse_resources import HELP_THEMES, help_folder, help_picture

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_REFERENCE = re.compile(r"""<img\b[^>]*\bsrc=["']images/([^"']+)\.png["'][^>]*>""")
_TEXT = re.compile(r"""\balt=["'][^"']+["']""")


def faults(names: Sequence[str]) -> list[str]:
    """Return what is wrong, a sentence each; the names are those of all pictures that the script takes."""
    pages = {path.name: path.read_text("utf-8") for path in sorted(help_folder().glob("*.html"))}
    shown: dict[str, list[str]] = {}
    found = []
    for page, text in pages.items():
        for match in _REFERENCE.finditer(text):
            shown.setdefault(match[1], []).append(page)
            if not _TEXT.search(match[0]):
                found.append(f"{page} shows {match[1]} without a text (alt) for those who can't see it.")
    found += [f'No page shows {name}. Put this line into one: <p><img src="images/{name}.png" alt="…"></p>'
              for name in names if name not in shown]
    for name, where in shown.items():
        if name not in names:
            found.append(f"{', '.join(where)}: nobody takes the picture {name}; add it to packaging/screenshots/table.py.")
    found += _other_languages(pages)
    for theme in HELP_THEMES:
        there = {path.stem for path in help_picture(theme, "x").parent.glob("*.png")}
        found += [f"The picture {theme}/{name}.png was not taken yet." for name in names if name not in there]
        found += [f"Nobody takes the picture {theme}/{name}.png any more: delete it." for name in sorted(there - set(names))]
    return found


def _other_languages(pages: Mapping[str, str]) -> list[str]:
    """Return which translated pages show other pictures than the English ones."""
    found = []
    for path in sorted(help_folder().glob("*/*.html")):
        shown = _REFERENCE.findall(path.read_text("utf-8"))
        if path.name in pages and shown != _REFERENCE.findall(pages[path.name]):
            found.append(f"{path.parent.name}/{path.name} does not show the same pictures as {path.name}, in the same order.")
    return found
