"""The settings: an immutable document in which each setting is declared once, with type, default, label and help."""

from posthouse_server.settings.document import (
    SettingsError,
    differences,
    get_path,
    is_undone,
    merged,
    parse,
    set_paths,
    to_json,
    undone,
)
from posthouse_server.settings.schema import Settings

__all__ = ["Settings", "SettingsError", "differences", "get_path", "is_undone", "merged", "parse", "set_paths", "to_json",
           "undone"]
