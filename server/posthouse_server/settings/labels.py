"""Settings in the words of the dialogs: the label of a path, and a difference as lines."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any, get_args

from pydantic import BaseModel

from posthouse_server.settings.document import differences, entries_moved
from posthouse_server.settings.schema import Settings
from posthouse_server.settings.section import label_of
from posthouse_server.words import again, spoken, tr

_PATH = re.compile(r"\bsmtp(?:\.[a-z0-9_]+)+")
_NAMED_WITH_PAGE = frozenset({
    "smtp.inbound.access_control.mode", "smtp.inbound.access_control.ranges", "smtp.whitelist.ranges", "smtp.outbound.tls",
    "smtp.outbound.destinations", "smtp.smart_host.tls", "smtp.smart_host.port", "smtp.smart_host.username",
    "smtp.smart_host.authentication", "smtp.smart_host.oauth2.scope", "smtp.dns_blacklisting.action"})
"""Their labels say too little away from their page."""


def section_at(path: str) -> tuple[type[BaseModel], str]:
    """Return the section that declares the setting at a path, and its name; a path into a list means any entry's."""
    section: type[BaseModel] = Settings
    *parents, name = path.split(".")
    for parent in parents:
        section = _entry_type(section.model_fields[parent].annotation)
    return section, name


def label_at(path: str) -> str:
    """Return the label of the setting at a path, or the path itself where nothing is declared.

    It has the name of the page before it where it says too little without: "Access Control, IP addresses".
    """
    parts = [part for part in path.split(".") if not part.isdigit()]
    while parts:
        try:
            section, name = section_at(".".join(parts))
            section.model_fields[name]
            label = label_of(section, name)
            is_clear = ".".join(parts) not in _NAMED_WITH_PAGE
            return label if is_clear else f"{label_of(*section_at('.'.join(parts[:-1])))}, {label}"
        except (KeyError, TypeError):  # a path into a single value: its owner names it
            parts.pop()
    return path


def in_words(summary: str) -> str:
    """Return a summary with labels in place of paths, in the language of the program as far as it is known."""
    said = summary if spoken() == "en" else "; ".join(map(_line_again, summary.split("; ")))
    return _PATH.sub(lambda found: label_at(found[0]), said)


def _line_again(line: str) -> str:
    """Return a line of a summary as it is shown: it is known as a whole, or its parts are."""
    before, arrow, after = line.partition(" → ")
    if arrow:
        *labels, value = before.split(": ")
        return "".join(map(_label_again, labels)) + f"{again(value)}{arrow}{again(after)}"
    if (whole := again(line)) != line:
        return whole
    label, colon, rest = line.partition(": ")
    return _label_again(label) + _line_again(rest) if colon else line


def _label_again(label: str) -> str:
    """Return what stands before a colon, and the colon: what leads to a change is kept with it."""
    lead = f"{label}: "
    return again(lead) if again(lead) != lead else f"{again(label)}: "


def difference_lines(old: Settings, new: Settings) -> list[tuple[str, str, str]]:
    """Return label, before and after of each setting that differs; of a list a line for each entry that came or went."""
    lines: list[tuple[str, str, str]] = []
    for path, (before, after) in differences(old, new).items():
        label = label_at(path)
        is_list = isinstance(before, list) and isinstance(after, list)
        if is_list and any(isinstance(item, dict | str) for item in before + after):
            came, went = entries_moved(before, after)
            moved = [(label, "", entry_text(item)) for item in came] + [(label, entry_text(item), "") for item in went]
            lines += moved or [(label, tr("the same entries"), tr("in another order"))]
        else:
            lines.append((label, value_text(before), value_text(after)))
    return lines


def entry_text(item: Any) -> str:
    """Return an entry of a list by what tells it from the others."""
    if not isinstance(item, dict):
        return str(item)
    if "range" in item:
        parts = [item["note"], *item.get("hours", ()),
                 *(tr("only for {sender}", sender=sender) for sender in item.get("senders", ()))]
        parts += [tr("until {time}", time=_local(item["expires_at"]))] if item["expires_at"] else []
        kept = ", ".join(part for part in parts if part)
        return f"{item['range']} ({kept})" if kept else str(item["range"])
    if "for_recipients" in item:
        return _smart_host_text(item)
    if "messages_per_minute" in item:
        rate = item["messages_per_minute"]
        return tr("{domain} (TLS {tls}, {rate})", domain=item["domain"], tls=item["tls"],
                  rate=tr("{number} messages a minute", number=rate) if rate else tr("any number of messages"))
    if "port" in item:
        return f"{item['address']}:{item['port']} ({', '.join(value_text(value) for value in list(item.values())[2:])})"
    return str(item)


def _smart_host_text(item: dict[str, Any]) -> str:
    """Return all that may differ, since two entries that read the same would look like no change."""
    login = [] if item["authentication"] == "none" else [tr("{kind} login {username}", kind=item["authentication"],
                                                             username=item["username"])]
    if item["authentication"] == "oauth2":
        login += [str(value) for value in item["oauth2"].values() if value]
    whom = [f"{words} {' '.join(item[name])}" for words, name in ((tr("from"), "for_senders"), (tr("to"), "for_recipients"))
            if item[name]]
    parts = ", ".join([*([] if item["enabled"] else [tr("off")]), f"TLS {item['tls']}", *login, *whom])
    return f"{item['name']} {item['host']}:{item['port']} ({parts})".lstrip()


def _local(text: str) -> str:
    return f"{datetime.fromisoformat(text).astimezone():%Y-%m-%d %H:%M}"


def value_text(value: Any) -> str:
    """Return a single value for people."""
    if isinstance(value, bool):
        return tr("on") if value else tr("off")
    if isinstance(value, list):
        return ", ".join(entry_text(item) for item in value) or tr("empty")
    return str(value) if value not in (None, "") else tr("empty")


def _entry_type(annotation: object) -> type[BaseModel]:
    """Return the section itself, or that of the entries of a tuple."""
    for candidate in (annotation, *get_args(annotation)):
        if isinstance(candidate, type) and issubclass(candidate, BaseModel):
            return candidate
    raise TypeError(f"{annotation} holds no settings")
