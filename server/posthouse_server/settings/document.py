"""Reading, writing and changing the settings document by path, with errors that read as sentences."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError

from posthouse_server.settings.schema import Settings
from posthouse_server.words import tr

_ENCODER = json.JSONEncoder(sort_keys=True)
_INDEX = re.compile(r"0|[1-9][0-9]{0,5}")


class SettingsError(ValueError):
    """A value that the schema refuses: one sentence that names the setting, the fault and what would be right."""

    def __init__(self, sentence: str, path: str = "", fault: str = "") -> None:
        """Keep the dotted path of the setting, and the fault without it, for dialogs that show its label instead."""
        super().__init__(sentence)
        self.path = path
        self.fault = fault or sentence


def parse(document: str) -> Settings:
    """Parse a JSON document; raises SettingsError."""
    try:
        return Settings.model_validate_json(document)
    except ValidationError as error:
        raise _refusal(error) from error


def to_json(value: Any) -> str:
    """Return a settings value, section or whole document as indented JSON."""
    plain = value.model_dump(mode="json") if isinstance(value, BaseModel) else _plain(value)
    return json.dumps(plain, indent=2, ensure_ascii=False)


def get_path(settings: Settings, path: str) -> Any:
    """Return the value at a dotted path, such as smtp.relay.enabled or smtp.inbound.listeners.0.port."""
    value: Any = settings
    for part in path.split(".") if path else []:
        value = _child(value, part, path)
    return value


def set_paths(settings: Settings, changes: Mapping[str, Any]) -> Settings:
    """Return the settings with plain (JSON-like) values put at dotted paths; raises SettingsError, changes nothing."""
    plain = settings.model_dump(mode="json")
    for path, value in changes.items():
        get_path(settings, path)
        try:
            _put(plain, path.split("."), _plain(value))
        except (IndexError, KeyError, TypeError, ValueError) as error:
            raise SettingsError(tr("There is no setting {path} any more after the other changes.", path=path)) from error
    return parse(_dumped(plain, changes))


def _put(holder: Any, parts: Sequence[str], value: Any) -> None:
    for part in parts[:-1]:
        holder = holder[int(part)] if isinstance(holder, list) else holder[part]
    key: Any = int(parts[-1]) if isinstance(holder, list) else parts[-1]
    holder[key] = value


def _dumped(plain: Any, changes: Mapping[str, Any]) -> str:
    """Return the document as JSON; what JSON can't hold is named by its path here, since the parser can't name it."""
    for path, value in changes.items():
        try:
            json.dumps(_plain(value), ensure_ascii=False, allow_nan=False).encode()
        except (TypeError, ValueError, RecursionError) as error:
            raise SettingsError(tr("{path}: the value can't be written as JSON: {error}.", path=path, error=error)) from error
    return json.dumps(plain)


def differences(old: Settings, new: Settings) -> dict[str, tuple[Any, Any]]:
    """Return the paths whose (JSON-like) values differ, each with both values. Lists count as one value."""
    return dict(_walk("", old.model_dump(mode="json"), new.model_dump(mode="json")))


def merged(base: Settings, mine: Settings, newest: Settings) -> Settings:
    """Return the newest settings with what I changed since the base put on top; raises SettingsError.

    Of lists of entries (ranges, listeners, senders) only the entries that I added and removed count, so that another
    administrator's new entry stays.
    """
    theirs = {path: new for path, (_, new) in differences(base, newest).items()}
    changes = {}
    for path, (old, new) in differences(base, mine).items():
        changes[path] = _merged_list(old, new, theirs[path]) if path in theirs and _is_entries(old, new) else new
    return set_paths(newest, changes)


def undone(before: Settings, after: Settings, newest: Settings) -> Settings:
    """Return the newest settings without a change from `before` to `after`; raises SettingsError.

    What somebody has changed again since stays; of lists of entries only those count that the change added and removed.
    """
    changes = _undoing(before, after, newest)
    return set_paths(newest, changes) if changes else newest


def is_undone(before: Settings, after: Settings, newest: Settings) -> bool:
    """Return whether nothing is left of a change from `before` to `after`."""
    return not _undoing(before, after, newest)


def _undoing(before: Settings, after: Settings, newest: Settings) -> dict[str, Any]:
    theirs = {path: new for path, (_, new) in differences(after, newest).items()}
    changes = {}
    for path, (new, old) in differences(after, before).items():
        if path not in theirs:
            changes[path] = old
        elif _is_entries(new, old) and (kept := _merged_list(new, old, theirs[path])) != theirs[path]:
            changes[path] = kept
    return changes


def _is_entries(*lists: Any) -> bool:
    return all(isinstance(value, list) and all(isinstance(item, dict | str) for item in value) for value in lists)


def _merged_list(base: list[Any], mine: list[Any], newest: list[Any]) -> list[Any]:
    base_keys, mine_keys, newest_keys = (list(map(_key, items)) for items in (base, mine, newest))
    in_base, in_mine = set(base_keys), set(mine_keys)
    kept = [(key, item) for key, item in zip(newest_keys, newest, strict=True) if key in in_mine or key not in in_base]
    known = in_base.union(key for key, _ in kept)
    kept += [(key, item) for key, item in zip(mine_keys, mine, strict=True) if key not in known]
    common = [key for key in base_keys if key in in_mine]
    return [item for _, item in (kept if mine_keys[:len(common)] == common else _in_order(kept, mine_keys))]


def _in_order(found: list[tuple[str, Any]], keys: Sequence[str]) -> list[tuple[str, Any]]:
    """Return entries in the order of these keys, for which of some lists counts; what has none follows its predecessor."""
    places = {key: place for place, key in enumerate(keys)}
    ranked, place = [], -1
    for key, item in found:
        place = places.get(key, place)
        ranked.append((place, key, item))
    return [(key, item) for _, key, item in sorted(ranked, key=lambda entry: entry[0])]


def entries_moved(before: Sequence[Any], after: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    """Return the (JSON-like) entries of a list that came, and those that went."""
    before_keys, after_keys = list(map(_key, before)), list(map(_key, after))
    in_before, in_after = set(before_keys), set(after_keys)
    return ([item for key, item in zip(after_keys, after, strict=True) if key not in in_before],
            [item for key, item in zip(before_keys, before, strict=True) if key not in in_after])


def _key(item: Any) -> str:
    """Return what equal entries have in common: a hundred thousand can't be compared each with each."""
    return _ENCODER.encode(item)


def _walk(path: str, old: Any, new: Any) -> Iterator[tuple[str, tuple[Any, Any]]]:
    if isinstance(old, dict) and isinstance(new, dict):
        for key, value in new.items():
            yield from _walk(f"{path}.{key}" if path else key, old.get(key), value)
    elif old != new:
        yield path, (old, new)


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return [_plain(item) for item in value]
    return value


def _child(value: Any, part: str, path: str) -> Any:
    if isinstance(value, BaseModel):
        if part in type(value).model_fields:
            return getattr(value, part)
        names = ", ".join(type(value).model_fields)
        raise SettingsError(tr("There is no setting {path}: {part!r} is not known here; known are {names}.",
                               path=path, part=part, names=names))
    if isinstance(value, tuple):
        if _INDEX.fullmatch(part) and int(part) < len(value):
            return value[int(part)]
        raise SettingsError(tr("There is no setting {path}: the list has {number} entries, counted from 0.",
                               path=path, number=len(value)))
    raise SettingsError(tr("There is no setting {path}: {part!r} asks for a part of a single value.",
                           path=path, part=part))


def _refusal(error: ValidationError) -> SettingsError:
    first = error.errors()[0]
    path = ".".join(str(part) for part in first["loc"])
    more = error.error_count() - 1
    tail = tr(" ({more} more faults)", more=more) if more else ""
    if first["type"] == "json_invalid":
        return SettingsError(tr("The settings document is not valid JSON: {first}.{tail}",
                                first=first['ctx']['error'], tail=tail))
    if first["type"] == "extra_forbidden":
        return SettingsError(tr("{path} is not a known setting.{tail}", path=path, tail=tail), path,
                             tr("This setting is not known."))
    fault = str(first["msg"]).removeprefix("Value error, ").rstrip(".")
    given = "" if first["type"] in {"missing", "value_error"} else tr(", not {first}",
                                                                      first=_shortened(repr(first['input'])))
    fault = f"{fault}{given}.{tail}"
    return SettingsError(f"{path or tr('The document')}: {fault}", path, fault)


def _shortened(text: str) -> str:
    return text if len(text) <= 100 else f"{text[:97]}..."
