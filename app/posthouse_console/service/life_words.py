"""The life of a message as a page, with links to what can be asked and done further."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from html import escape
from urllib.parse import quote

from posthouse_server.policy.explanation import rule_label
from posthouse_server.store.clock import now
from posthouse_server.store.message_life import MessageLife, RecipientLife, Whereabouts
from posthouse_server.store.messages import QueuedRecipient
from posthouse_server.store.queues import Queue
from posthouse_server.store.traffic import AttemptRow, DecisionRow
from posthouse_server.words import tr

QUEUE_NAMES = {Queue.INBOUND: tr("Queues > Inbound"), Queue.OUTBOUND: tr("Queues > Outbound"), Queue.BAD_MAIL: tr("Bad Mail")}
_VERDICTS = {"local": tr("accepted for a mailbox of this server"), "relay": tr("accepted to be relayed"),
             "refused": tr("refused")}
_OUTCOMES = {"delivered": tr("delivered"), "deferred": tr("not taken yet; tried again later"),
             "bounced": tr("returned to the sender"), "bad_mail": tr("to Bad Mail"), "removed": tr("removed"),
             "refused": tr("refused after its content")}
_GONE = tr("Not in the queue any more, and no attempt is recorded that ended it: an administrator has removed it, or what was "
           "recorded is older than what the trace keeps.")
_ENDS = {Whereabouts.RETURNED: tr("Not delivered; the sender was told."), Whereabouts.REMOVED: tr("Removed."),
         Whereabouts.REFUSED: tr("Refused."), Whereabouts.DELIVERED: tr("Delivered."),
         Whereabouts.BAD_MAIL: tr("Went to Bad Mail, and is there no more.")}
MailboxOf = Callable[[str], str]
"""Returns the login of the mailbox with a folder; empty if there is none."""


def life_page(life: MessageLife, mailbox_of: MailboxOf) -> str:
    """Return the page as HTML; its links are why:ID, session:ID, queue:NAME:RECIPIENT and mailbox:LOGIN."""
    if not life.is_known:
        return f"<p>{escape(tr('Nothing is known of it any more: neither the trace nor a queue has it.'))}</p>"
    heading = tr("Recipients") if life.id else tr("Refused")
    parts = [f"<h2>{escape(_title(life))}</h2>", _facts(life), f"<h3>{escape(heading)}</h3>"]
    parts += [_recipient(recipient, mailbox_of) for recipient in life.recipients]
    if not life.id and not life.recipients:
        parts += [_judged(row) for row in life.decisions]
    return "\n".join(parts)


def _title(life: MessageLife) -> str:
    return tr("Message {id}", id=life.id) if life.id else tr("No message: refused before its content")


def _facts(life: MessageLife) -> str:
    message, first = life.message, life.decisions[0] if life.decisions else None
    rows: list[tuple[str, str]] = []
    if message is not None:
        rows.append((tr("Subject"), message.subject or tr("(none)")))
    if first is not None:
        rows += [(tr("From"), first.sender or tr("<> (no sender)")), (tr("Client"), first.client),
                 (tr("Login"), first.login or tr("None")),
                 (tr("Connection"), tr("With TLS") if first.tls else tr("Without TLS")), (tr("Received"), _time(first.at))]
    elif message is not None:
        rows += [(tr("From"), message.sender or tr("<> (no sender)")),
                 (tr("Client"), message.client or tr("This server itself")), (tr("Received"), _time(message.accepted_at))]
    cells = "".join(f"<tr><td>{escape(name)}:&nbsp;&nbsp;</td><td>{escape(text)}</td></tr>" for name, text in rows)
    link = ""
    if first is not None:
        link = f'<p><a href="session:{quote(first.id)}">{escape(tr("Show the session as a transcript"))}</a></p>'
    return f"<table cellspacing='2'>{cells}</table>{link}"


def _recipient(recipient: RecipientLife, mailbox_of: MailboxOf) -> str:
    lines = [f"<p><b>{escape(recipient.address or tr('(no recipient)'))}</b><br>{_where(recipient, mailbox_of)}</p>"]
    steps = []
    if recipient.decision is not None:
        steps.append(_judged(recipient.decision))
    steps += [_attempt(attempt, mailbox_of) for attempt in recipient.attempts]
    return "".join(lines) + "<ol>" + "".join(f"<li>{step}</li>" for step in steps) + "</ol>" if steps else "".join(lines)


def _judged(row: DecisionRow) -> str:
    verdict, rule = _VERDICTS.get(row.verdict, row.verdict), rule_label(row.rule)
    if row.number > 1:
        text = tr("{at}: {verdict}, by the rule “{rule}”, {number} times.", at=_time(row.at), verdict=verdict, rule=rule,
                  number=row.number)
    else:
        text = tr("{at}: {verdict}, by the rule “{rule}”.", at=_time(row.at), verdict=verdict, rule=rule)
    return f'{escape(text)} <a href="why:{quote(row.id)}">{escape(tr("Why?"))}</a><br><tt>{_reply(row.reply)}</tt>'


def _attempt(row: AttemptRow, mailbox_of: MailboxOf) -> str:
    login = mailbox_of(row.remote)
    remote = f" ({escape(login or row.remote)})" if row.remote else ""
    return (f"{_time(row.at)}: {escape(_OUTCOMES.get(row.outcome, row.outcome))}{remote}<br>"
            f"<tt>{_reply(row.reply)}</tt>")


def _where(recipient: RecipientLife, mailbox_of: MailboxOf) -> str:
    if recipient.queue is not None and recipient.queued is not None:
        return _in_queue(recipient, recipient.queue, recipient.queued)
    last = recipient.attempts[-1] if recipient.attempts else None
    if recipient.where is Whereabouts.DELIVERED and last is not None:
        login = mailbox_of(last.remote)
        if login:
            link = f'<a href="mailbox:{quote(login)}">{escape(login)}</a>'
            return escape(tr("Delivered to the mailbox {link}.")).replace("{link}", link)
        return escape(tr("Delivered: {remote} has taken it.", remote=last.remote))
    return escape(_ENDS.get(recipient.where, _GONE))


def _in_queue(recipient: RecipientLife, queue: Queue, item: QueuedRecipient) -> str:
    link = f'<a href="queue:{queue.value}:{quote(item.address)}">{escape(QUEUE_NAMES[queue])}</a>'
    if recipient.where is Whereabouts.HELD:
        text = tr("Held: in {link}.")
    elif recipient.where is Whereabouts.BAD_MAIL:
        text = tr("Could be neither delivered nor returned: in {link}.")
    elif item.next_attempt_at <= now():
        text = tr("Waiting; the next attempt is now: in {link}.")
    else:
        text = tr("Waiting; the next attempt is {at}: in {link}.").replace("{at}", _time(item.next_attempt_at))
    return escape(text).replace("{link}", link)


def _time(at: datetime) -> str:
    return f"{at.astimezone():%Y-%m-%d %H:%M:%S}"


def _reply(text: str) -> str:
    return "<br>".join(escape(line) for line in text.splitlines())
