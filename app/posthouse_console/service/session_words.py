"""A session as a transcript: what a client asked for, what it was told, and what became of its messages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from posthouse_server.policy.explanation import rule_label
from posthouse_server.store.traffic import AttemptRow, DecisionRow

_VERDICTS = {"local": "Accepted for a mailbox of this server", "relay": "Accepted and relayed", "refused": "Refused"}
OUTCOMES = {"delivered": "Delivered", "deferred": "Not taken yet; tried again later", "bounced": "Returned to the sender",
            "bad_mail": "To Bad Mail", "removed": "Removed", "refused": "Refused after its content"}
_NOTE = ("The trace keeps decisions, not connections: these are the decisions about this client that\n"
         "follow each other within 30 seconds. C: is what the client asked for, S: what this server\n"
         "answered, *: what was decided, ->: an attempt to deliver, R: what was answered to that.")
_INDENT = " " * 14
_Entry = tuple[datetime, int, list[str]]
"""When, its rank among what happened at the same time, and the lines."""


def transcript(rows: Sequence[DecisionRow], attempts: Sequence[AttemptRow], marked: str = "") -> str:
    """Return the decisions of a session and the attempts for its messages in the order of time; one id can be marked."""
    entries = [*_dialog(rows, marked), *(_attempt(row) for row in attempts)]
    entries.sort(key=lambda entry: entry[:2])
    lines = [_heading(rows), _NOTE, ""]
    day = rows[0].at.astimezone().date() if rows else None
    for at, _, texts in entries:
        if at.astimezone().date() != day:
            day = at.astimezone().date()
            lines.append(f"- {day:%Y-%m-%d} -")
        first, *others = texts
        lines.append(f"{_clock(at)}  {first}")
        lines += [f"{_INDENT}{text}" for text in others]
    return "\n".join(lines) + "\n"


def _heading(rows: Sequence[DecisionRow]) -> str:
    if not rows:
        return "Nothing is recorded."
    first, last = rows[0].at.astimezone(), rows[-1].at.astimezone()
    login = next((row.login for row in rows if row.login), None)
    secure = "with TLS" if any(row.tls for row in rows) else "without TLS"
    who = f"logged in as {login}" if login else "without a login"
    return f"Session of {rows[0].client}, {who}, {secure}, {first:%Y-%m-%d %H:%M:%S} to {last:%H:%M:%S}"


def _dialog(rows: Sequence[DecisionRow], marked: str) -> Iterable[_Entry]:
    envelope: tuple[str, str | None] | None = None
    last_of = {row.message_id: row.id for row in rows if row.message_id}
    number_of = {id_: sum(row.message_id == id_ for row in rows) for id_ in last_of}
    for rank, row in enumerate(rows):
        lines = []
        is_new = (row.sender, row.message_id) != envelope
        if row.recipient or row.sender:
            if is_new:
                lines.append(f"C: MAIL FROM:<{row.sender}>")
                envelope = (row.sender, row.message_id)
            if row.recipient:
                lines.append(f"C: RCPT TO:<{row.recipient}>")
        lines += _marked_reply(row)
        mark = "  <-- this line" if row.id == marked else ""
        lines.append(f"*  {_VERDICTS.get(row.verdict, row.verdict)}: {rule_label(row.rule)}{_times(row)} [{row.id}]{mark}")
        if row.message_id and last_of[row.message_id] == row.id:
            number = number_of[row.message_id]
            lines.append(f"*  Its content followed: message {row.message_id}, for {number} "
                         f"recipient{'' if number == 1 else 's'}")
        yield row.at, rank, lines


def _marked_reply(row: DecisionRow) -> list[str]:
    first, *others = row.reply.splitlines() or [""]
    return [f"S: {first}", *(f"   {text}" for text in others)]


def _times(row: DecisionRow) -> str:
    if row.number == 1:
        return ""
    until = f" until {_clock(row.last_at)}" if row.last_at else ""
    return f", {row.number} times{until}"


def _attempt(row: AttemptRow) -> _Entry:
    is_folder = "/" in row.remote  # of a mailbox; other servers have a host and a port
    remote = f" {'into the mailbox' if is_folder else 'through'} {row.remote}" if row.remote else ""
    first, *others = row.reply.splitlines() or [""]
    return row.at, 1_000_000, [
        f"-> {OUTCOMES.get(row.outcome, row.outcome)}: <{row.recipient}>{remote} (message {row.message_id})",
        f"R: {first}", *(f"   {text}" for text in others)]


def _clock(at: datetime) -> str:
    local = at.astimezone()
    return f"{local:%H:%M:%S}.{local.microsecond // 1000:03d}"
