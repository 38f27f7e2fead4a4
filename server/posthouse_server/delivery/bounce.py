"""Delivery status notifications (RFC 3461 to 3464): what failed, is delayed, was delivered or relayed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.charset import QP, Charset
from email.header import Header
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.utils import format_datetime
from enum import StrEnum

from posthouse_server.delivery.envelope import decoded_xtext
from posthouse_server.live import InForce
from posthouse_server.policy.forwarding import targets_of
from posthouse_server.policy.literals import parse_mailbox
from posthouse_server.store.ids import new_id
from posthouse_server.store.messages import NewMessage, NewRecipient, QueuedMessage, Route

_STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
KEPT_HEADER_BYTES = 64 * 1024
KEPT_WHOLE_BYTES = 1024 * 1024
_LINE_CHARACTERS = 900  # RFC 5321 section 4.5.3.1.6 with room to spare


class Action(StrEnum):
    """What has become of a recipient (RFC 3464 section 2.3.3)."""

    FAILED = "failed"
    DELAYED = "delayed"
    DELIVERED = "delivered"
    RELAYED = "relayed"


_SUBJECTS = {Action.FAILED: "Undeliverable", Action.DELAYED: "Delayed", Action.DELIVERED: "Delivered",
             Action.RELAYED: "Relayed"}
_OPENINGS = {
    Action.FAILED: "Your message could not be delivered to the recipients below, and it will not be tried again.",
    Action.DELAYED: ("Your message has not been delivered to the recipients below yet. It will be tried again; you need "
                     "not send it anew."),
    Action.DELIVERED: "Your message has been delivered to the recipients below, as you asked to be told.",
    Action.RELAYED: ("Your message has been passed on to the recipients below, as you asked to be told. Their mail system "
                     "sends no receipts, so you may hear no more of it."),
}
_STATUSES = {Action.FAILED: "5.0.0", Action.DELAYED: "4.0.0", Action.DELIVERED: "2.0.0", Action.RELAYED: "2.0.0"}


@dataclass(frozen=True, slots=True)
class Told:
    """A recipient that a notification is about."""

    address: str
    reply: str
    remote: str
    original_recipient: str = ""
    """ORCPT as it came, in xtext."""


@dataclass(frozen=True, slots=True)
class Original:
    """What a notification gives back of the message: its beginning, with the header, or all of it."""

    content: bytes
    is_whole: bool = False


def make_notification(message: QueuedMessage, original: Original, told: Sequence[Told], current: InForce, at: datetime,
                      action: Action) -> NewMessage:
    """Return a message to the sender, who must not be empty."""
    notification_id = new_id()
    # The policy of the report encodes its headers; given to as_bytes() alone, it fails on those that are not ASCII.
    report = MIMEMultipart("report", report_type="delivery-status",
                           policy=policy.SMTP if message.sender.isascii() else policy.SMTPUTF8)
    report["From"] = f"Mail Delivery System <{current.postmaster}>"
    report["To"] = f"<{message.sender}>"
    subject = f"{_SUBJECTS[action]}: {message.subject or 'your message'}"
    report.set_raw("Subject", _folded(subject))
    report["Date"] = format_datetime(at)
    report["Message-ID"] = f"<{notification_id}.{at:%Y%m%d%H%M%S}@{current.hostname}>"
    report["Auto-Submitted"] = "auto-replied"
    report.attach(_text_part("plain", _explanation(message, told, current, action)))
    report.attach(_status(message, told, current, at, action))
    content = _with_original(report, original, notification_id)
    return NewMessage(
        id=notification_id, sender="", client="", login=None, helo=current.hostname, size=len(content),
        eight_bit=not content.isascii(), utf8=not message.sender.isascii(), subject=subject[:200],
        body=content, body_file=None, recipients=_readers(message.sender, notification_id, current))


def _folded(subject: str) -> str:
    """Return a subject in lines for the header; email.policy loses spaces between encoded words as it folds."""
    is_plain = subject.isascii() and subject.isprintable() and "=?" not in subject
    return Header(subject, "us-ascii" if is_plain else "utf-8", header_name="Subject").encode()


def _readers(sender: str, notification_id: str, current: InForce) -> tuple[NewRecipient, ...]:
    """Return who gets what is sent to a sender: a mailbox of this server may be redirected."""
    address, directory = parse_mailbox(sender), current.policy.directory
    if not directory.is_local_domain(address.domain):
        return (NewRecipient(sender, Route.RELAY, None, "notification", notification_id),)
    has_catch_alls = not current.settings.smtp.security.disable_catch_alls
    mailbox = directory.find(address) or (directory.catch_all(address.domain) if has_catch_alls else None)
    if mailbox is None or not mailbox.forwards_to:
        return (NewRecipient(sender, Route.LOCAL, mailbox.maildir if mailbox else None, "notification", notification_id),)
    return tuple(NewRecipient(str(target.address), Route.LOCAL if target.is_local else Route.RELAY,
                              target.mailbox.maildir if target.mailbox else None, "notification", notification_id)
                 for target in targets_of(address, mailbox, directory, has_catch_alls=has_catch_alls))


def _explanation(message: QueuedMessage, told: Sequence[Told], current: InForce, action: Action) -> str:
    lines = [f"This is the mail server {current.hostname}.", "", _OPENINGS[action], ""]
    for item in told:
        lines += [f"  {item.address}", f"    {item.reply}", ""]
    lines += [f"Subject: {message.subject}" if message.subject else "The message has no subject.",
              f"Accepted at: {format_datetime(message.accepted_at)}", f"Id: {message.id}", ""]
    return "\n".join(lines)


def _status(message: QueuedMessage, told: Sequence[Told], current: InForce, at: datetime, action: Action) -> MIMEBase:
    rules = policy.SMTP if message.sender.isascii() else policy.SMTPUTF8
    about: Message[str, str] = Message(rules)
    if message.envelope_id:
        about["Original-Envelope-Id"] = decoded_xtext(message.envelope_id)
    about["Reporting-MTA"] = f"dns; {current.hostname}"
    about["Arrival-Date"] = format_datetime(message.accepted_at)
    groups: list[Message[str, str] | str] = [about]
    for item in told:
        group: Message[str, str] = Message(rules)
        if item.original_recipient:
            kind, _, address = item.original_recipient.partition(";")
            group["Original-Recipient"] = f"{kind}; {decoded_xtext(address)}"
        group["Final-Recipient"] = f"rfc822; {item.address}"
        group["Action"] = action.value
        found = _STATUS.search(item.reply)
        group["Status"] = found[1] if found else _STATUSES[action]
        if item.remote and ":" in item.remote:
            group["Remote-MTA"] = f"dns; {item.remote.rpartition(':')[0]}"
        if action in (Action.FAILED, Action.DELAYED):
            group["Diagnostic-Code"] = f"smtp; {item.reply}"
        group["Last-Attempt-Date"] = format_datetime(at)
        groups.append(group)
    part = MIMENonMultipart("message", "delivery-status", policy=rules)
    part.set_payload(groups)
    return part


def _with_original(report: MIMEMultipart, original: Original, mark: str) -> bytes:
    """Return the finished report with the original message, byte for byte, or with its header (RFC 6522)."""
    if not original.is_whole:
        header = original.content[:KEPT_HEADER_BYTES].partition(b"\r\n\r\n")[0]
        report.attach(_text_part("rfc822-headers", header.decode("utf-8", "replace").replace("\r\n", "\n") + "\n"))
        return report.as_bytes()
    part = MIMENonMultipart("message", "rfc822", policy=policy.SMTP)
    if not original.content.isascii():
        part["Content-Transfer-Encoding"] = report["Content-Transfer-Encoding"] = "8bit"
    place = f"the original of {mark}"
    part.set_payload(place)
    report.attach(part)
    before, _, after = report.as_bytes().rpartition(place.encode())
    return before + original.content + after


def _text_part(subtype: str, text: str) -> MIMENonMultipart:
    """Return text that people can read in the raw message too: as it is, or quoted-printable, never base64."""
    is_plain = text.isascii() and all(len(line) <= _LINE_CHARACTERS for line in text.split("\n"))
    charset = Charset("us-ascii" if is_plain else "utf-8")
    if not is_plain:
        charset.body_encoding = QP
    part = MIMENonMultipart("text", subtype, charset=charset.output_charset, policy=policy.SMTP)
    part.set_payload(text, charset)
    return part
