"""The life of a message as a page, with links to what can be asked and done further."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from html import escape
from urllib.parse import quote

from posthouse_console.service.session_words import OUTCOMES
from posthouse_server.policy.explanation import rule_label
from posthouse_server.store.clock import now
from posthouse_server.store.message_life import MessageLife, RecipientLife, Whereabouts
from posthouse_server.store.queues import Queue
from posthouse_server.store.traffic import AttemptRow, DecisionRow

QUEUE_NAMES = {Queue.INBOUND: "Queues > Inbound", Queue.OUTBOUND: "Queues > Outbound", Queue.BAD_MAIL: "Bad Mail"}
_VERDICTS = {"local": "accepted for a mailbox of this server", "relay": "accepted to be relayed", "refused": "refused"}
_GONE = ("Not in the queue any more, and no attempt is recorded that ended it: an administrator has removed it, or what was "
         "recorded is older than what the trace keeps.")
MailboxOf = Callable[[str], str]
"""Returns the login of the mailbox with a folder; empty if there is none."""


def life_page(life: MessageLife, mailbox_of: MailboxOf) -> str:
    """Return the page as HTML; its links are why:ID, session:ID, queue:NAME:ID and mailbox:LOGIN."""
    if not life.is_known:
        return "<p>Nothing is known of it any more: neither the trace nor a queue has it.</p>"
    parts = [f"<h2>{_title(life)}</h2>", _facts(life), "<h3>Recipients</h3>"]
    if not life.id:
        parts[-1] = "<h3>Refused</h3>"
    parts += [_recipient(recipient, mailbox_of) for recipient in life.recipients]
    if not life.id and not life.recipients:
        parts += [_judged(row) for row in life.decisions]
    return "\n".join(parts)


def _title(life: MessageLife) -> str:
    return f"Message {escape(life.id)}" if life.id else "No message: refused before its content"


def _facts(life: MessageLife) -> str:
    message, first = life.message, life.decisions[0] if life.decisions else None
    rows: list[tuple[str, str]] = []
    if message is not None:
        rows.append(("Subject", message.subject or "(none)"))
    if first is not None:
        rows += [("From", first.sender or "<> (no sender)"), ("Client", first.client),
                 ("Login", first.login or "None"), ("Connection", "With TLS" if first.tls else "Without TLS"),
                 ("Received", _time(first.at))]
    elif message is not None:
        rows += [("From", message.sender or "<> (no sender)"), ("Client", message.client or "This server itself"),
                 ("Received", _time(message.accepted_at))]
    cells = "".join(f"<tr><td>{escape(name)}:&nbsp;&nbsp;</td><td>{escape(text)}</td></tr>" for name, text in rows)
    link = f'<p><a href="session:{quote(first.id)}">Show the session as a transcript</a></p>' if first is not None else ""
    return f"<table cellspacing='2'>{cells}</table>{link}"


def _recipient(recipient: RecipientLife, mailbox_of: MailboxOf) -> str:
    lines = [f"<p><b>{escape(recipient.address) or '(no recipient)'}</b><br>{_where(recipient, mailbox_of)}</p>"]
    steps = []
    if recipient.decision is not None:
        steps.append(_judged(recipient.decision))
    steps += [_attempt(attempt, mailbox_of) for attempt in recipient.attempts]
    return "".join(lines) + "<ol>" + "".join(f"<li>{step}</li>" for step in steps) + "</ol>" if steps else "".join(lines)


def _judged(row: DecisionRow) -> str:
    times = f", {row.number} times" if row.number > 1 else ""
    return (f"{_time(row.at)}: {escape(_VERDICTS.get(row.verdict, row.verdict))}, by the rule "
            f"“{escape(rule_label(row.rule))}”{times}. <a href=\"why:{quote(row.id)}\">Why?</a><br>"
            f"<tt>{_reply(row.reply)}</tt>")


def _attempt(row: AttemptRow, mailbox_of: MailboxOf) -> str:
    login = mailbox_of(row.remote)
    remote = f" ({escape(login or row.remote)})" if row.remote else ""
    return (f"{_time(row.at)}: {escape(OUTCOMES.get(row.outcome, row.outcome).lower())}{remote}<br>"
            f"<tt>{_reply(row.reply)}</tt>")


def _where(recipient: RecipientLife, mailbox_of: MailboxOf) -> str:
    queue, item = recipient.queue, recipient.queued
    if queue is not None and item is not None:
        link = f'<a href="queue:{queue.value}:{quote(item.address)}">{escape(QUEUE_NAMES[queue])}</a>'
        words = {Whereabouts.HELD: "Held", Whereabouts.BAD_MAIL: "Could be neither delivered nor returned"}
        at = "now" if item.next_attempt_at <= now() else _time(item.next_attempt_at)
        return f"{words.get(recipient.where, f'Waiting; the next attempt is {at}')}: in {link}."
    last = recipient.attempts[-1] if recipient.attempts else None
    if recipient.where is Whereabouts.DELIVERED and last is not None:
        login = mailbox_of(last.remote)
        if login:
            return f'Delivered to the mailbox <a href="mailbox:{quote(login)}">{escape(login)}</a>.'
        return f"Delivered: {escape(last.remote)} has taken it."
    return {Whereabouts.RETURNED: "Not delivered; the sender was told.", Whereabouts.REMOVED: "Removed.",
            Whereabouts.REFUSED: "Refused.",
            Whereabouts.DELIVERED: "Delivered.", Whereabouts.BAD_MAIL: "Went to Bad Mail, and is there no more.",
            }.get(recipient.where, escape(_GONE))


def _time(at: datetime) -> str:
    return f"{at.astimezone():%Y-%m-%d %H:%M:%S}"


def _reply(text: str) -> str:
    return "<br>".join(escape(line) for line in text.splitlines())
