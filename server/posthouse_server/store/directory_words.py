"""Changes of the directory in words: as lines for lists, and in short for the summary of a revision."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from posthouse_server.store.directory_changes import Edit, noun_of
from posthouse_server.words import in_english, tr

THERE = tr("there")
"""The state of an entry of which nothing more can be said than that it exists."""
_MOST_SAID = 30


def in_words(edits: Sequence[Edit]) -> list[tuple[str, str, str]]:
    """Return label, before and after of each difference; a password is never shown."""
    lines = []
    for edit in edits:
        noun = noun_of(edit)
        noun = noun[0].upper() + noun[1:]
        if edit.before is None or edit.after is None:
            text = _described(edit)
            lines.append((noun, "" if edit.before is None else text, "" if edit.after is None else text))
            continue
        for name, value in edit.after.items():
            if name == "members":  # of thousands, those that have come and gone
                former = edit.before.get(name, [])
                lines += [(_member(noun, item), THERE, "") for item in sorted(set(former).difference(value))]
                lines += [(_member(noun, item), "", THERE) for item in sorted(set(value).difference(former))]
            elif edit.before.get(name) != value:
                shown = (tr("(another)"), tr("(new)")) if name == "password_hash" else (_shown(edit.before.get(name)),
                                                                                        _shown(value))
                lines.append((f"{noun}: {_LABELS.get(name, name)}", *shown))
    return lines


@in_english()
def said(edits: Sequence[Edit]) -> str:
    """Return a change in one line, as the summary of a revision that is kept."""
    lines = []
    for label, before, after in in_words(edits):
        if before and after:
            lines.append(f"{label}: {before} → {after}")
        else:
            lines.append(tr("{entry} removed", entry=label) if before else tr("{entry} added", entry=label))
    return in_short(lines)


def in_short(lines: Sequence[str], between: str = "; ") -> str:
    """Return lines as one, and of very many the first: lists of revisions hold a thousand summaries."""
    more = len(lines) - _MOST_SAID
    return between.join([*lines[:_MOST_SAID], *([tr("and {more} more", more=more)] if more > 0 else [])])


_LABELS = {"password_hash": tr("password"), "catch_all": tr("catch-all"), "kind": tr("type"),
           "friendly_name": tr("friendly name"), "redirect_to": tr("redirected to"), "quota_kb": tr("quota in KB"),
           "unknown_recipients": tr("unknown recipients"), "enabled": tr("enabled"), "redirection": tr("redirection")}


def _member(noun: str, address: str) -> str:
    return tr("{noun}: member {address}", noun=noun, address=address)


def _described(edit: Edit) -> str:
    state = edit.before or edit.after or {}
    if edit.kind == "address":
        return tr("of {owner}", owner=state["mailbox"])
    if edit.kind == "group":
        return tr("of {owner}", owner=_shown(state["members"]))
    return tr("in post office {office}", office=state["post_office"]) if "post_office" in state else THERE


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return tr("on") if value else tr("off")
    if isinstance(value, list):
        return in_short(value, ", ") or tr("nobody")
    return ", ".join(str(value).split("\n")) if value not in (None, "") else tr("none")
