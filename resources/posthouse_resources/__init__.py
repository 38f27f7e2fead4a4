"""Where the icons, the help pages with their pictures, and the style lie."""

from importlib.resources import files
from pathlib import Path

_FOLDER = Path(str(files(__name__)))  # always real files: the packages are installed unzipped

HELP_THEMES = ("light", "dark")
"""Each picture of the help is there once for each."""


def icon_path(name: str) -> Path:
    """The SVG of an icon, by its name without the ending, such as `post-office`."""
    return _FOLDER / "icons" / f"{name}.svg"


def help_folder() -> Path:
    """The folder of the help pages."""
    return _FOLDER / "help"


def help_path(name: str, language: str = "en") -> Path:
    """The HTML help page of a topic, by its name without the ending; in English where there is none in a language."""
    translated = help_folder() / language / f"{name}.html"
    return translated if translated.is_file() else help_folder() / f"{name}.html"


def help_picture(theme: str, name: str) -> Path:
    """The picture of a help page in a theme (`light` or `dark`), by its name without the ending."""
    return help_folder() / "images" / theme / f"{name}.png"


def style_path(name: str) -> Path:
    """The Qt style sheet, by its name without the ending."""
    return _FOLDER / "style" / f"{name}.qss"
