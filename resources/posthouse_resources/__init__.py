"""Where the icons, the help pages and the style lie."""

from importlib.resources import files
from pathlib import Path

_FOLDER = Path(str(files(__name__)))  # always real files: the packages are installed unzipped


def icon_path(name: str) -> Path:
    """The SVG of an icon, by its name without the ending, such as `post-office`."""
    return _FOLDER / "icons" / f"{name}.svg"


def help_path(name: str) -> Path:
    """The HTML help page of a topic, by its name without the ending."""
    return _FOLDER / "help" / f"{name}.html"


def style_path(name: str) -> Path:
    """The Qt style sheet, by its name without the ending."""
    return _FOLDER / "style" / f"{name}.qss"
