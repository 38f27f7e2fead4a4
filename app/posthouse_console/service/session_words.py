"""A session as a transcript: what a client asked for, what it was told, and what became of its messages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from posthouse_server.policy.explanation import rule_label
from posthouse_server.store.traffic import AttemptRow, DecisionRow
from posthouse_server.words import tr

_VERDICTS = {"local": tr("Accepted for a mailbox of this server"), "relay": tr("Accepted and relayed"),
             "refused": tr("Refused")}
OUTCOMES = {"delivered": tr("Delivered"), "deferred": tr("Not taken yet; tried again later"),
            "bounced": tr("Returned to the sender"), "bad_mail": tr("To Bad Mail"), "removed": tr("Removed"),
            "refused": tr("Refused after its content")}
_NOTE = tr("The trace keeps decisions, not connections: these are the decisions about this client that\n"
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
        return tr("Nothing is recorded.")
    first, last = rows[0].at.astimezone(), rows[-1].at.astimezone()
    login = next((row.login for row in rows if row.login), None)
    secure = tr("with TLS") if any(row.tls for row in rows) else tr("without TLS")
    who = tr("logged in as {login}", login=login) if login else tr("without a login")
    return tr("Session of {client}, {who}, {secure}, {first:%Y-%m-%d %H:%M:%S} to {last:%H:%M:%S}",
              client=rows[0].client, who=who, secure=secure, first=first, last=last)


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
        mark = tr("  <-- this line") if row.id == marked else ""
        lines.append(f"*  {_VERDICTS.get(row.verdict, row.verdict)}: {rule_label(row.rule)}{_times(row)} [{row.id}]{mark}")
        if row.message_id and last_of[row.message_id] == row.id:
            lines.append(f"*  {_content_text(row.message_id, number_of[row.message_id])}")
        yield row.at, rank, lines


def _content_text(message_id: str, number: int) -> str:
    if number == 1:
        return tr("Its content followed: message {message_id}, for 1 recipient", message_id=message_id)
    return tr("Its content followed: message {message_id}, for {number} recipients", message_id=message_id, number=number)


def _marked_reply(row: DecisionRow) -> list[str]:
    first, *others = row.reply.splitlines() or [""]
    return [f"S: {first}", *(f"   {text}" for text in others)]


def _times(row: DecisionRow) -> str:
    if row.number == 1:
        return ""
    if not row.last_at:
        return tr(", {number} times", number=row.number)
    return tr(", {number} times until {last_at}", number=row.number, last_at=_clock(row.last_at))


def _attempt(row: AttemptRow) -> _Entry:
    is_folder = "/" in row.remote  # of a mailbox; other servers have a host and a port
    remote = ""
    if row.remote:
        remote = tr(" into the mailbox {folder}", folder=row.remote) if is_folder else tr(" through {host}", host=row.remote)
    first, *others = row.reply.splitlines() or [""]
    of_message = tr("(message {message_id})", message_id=row.message_id)
    return row.at, 1_000_000, [
        f"-> {OUTCOMES.get(row.outcome, row.outcome)}: <{row.recipient}>{remote} {of_message}",
        f"R: {first}", *(f"   {text}" for text in others)]


def _clock(at: datetime) -> str:
    local = at.astimezone()
    return f"{local:%H:%M:%S}.{local.microsecond // 1000:03d}"
