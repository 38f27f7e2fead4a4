"""Delivery status notifications: non-delivery receipts and delay notices (RFC 3461 to 3464)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.charset import QP, Charset
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.utils import format_datetime

from posthouse_server.live import InForce
from posthouse_server.policy.addresses import parse_address
from posthouse_server.store.ids import new_id
from posthouse_server.store.messages import NewMessage, NewRecipient, QueuedMessage, Route

_STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
_KEPT_HEADER_BYTES = 64 * 1024
_LINE_CHARACTERS = 900  # RFC 5321 section 4.5.3.1.6 with room to spare


@dataclass(frozen=True, slots=True)
class Failed:
    """A recipient that a notification is about."""

    address: str
    reply: str
    remote: str


def make_notification(message: QueuedMessage, body: bytes, failed: Sequence[Failed], current: InForce, at: datetime, *,
                      is_final: bool) -> NewMessage:
    """Return a message to the sender: final (undeliverable) or a delay notice. The sender must not be empty."""
    notification_id = new_id()
    # The policy of the report encodes its headers; given to as_bytes() alone, it fails on those that are not ASCII.
    report = MIMEMultipart("report", report_type="delivery-status",
                           policy=policy.SMTP if message.sender.isascii() else policy.SMTPUTF8)
    report["From"] = f"Mail Delivery System <{current.postmaster}>"
    report["To"] = f"<{message.sender}>"
    report["Subject"] = f"{'Undeliverable' if is_final else 'Delayed'}: {message.subject or 'your message'}"
    report["Date"] = format_datetime(at)
    report["Message-ID"] = f"<{notification_id}.{at:%Y%m%d%H%M%S}@{current.hostname}>"
    report["Auto-Submitted"] = "auto-replied"
    report.attach(_text_part("plain", _explanation(message, failed, current, is_final=is_final)))
    report.attach(_status(message, failed, current, at, is_final=is_final))
    report.attach(_original_header(body))
    content = report.as_bytes()
    sender = parse_address(message.sender)
    mailbox = current.policy.directory.find(sender) or current.policy.directory.catch_all(sender.domain)
    is_local = current.policy.directory.is_local_domain(sender.domain)
    return NewMessage(
        id=notification_id, sender="", client="", login=None, helo=current.hostname, size=len(content),
        eight_bit=not content.isascii(), utf8=not message.sender.isascii(), subject=str(report["Subject"])[:200],
        body=content, body_file=None, recipients=(NewRecipient(
            message.sender, Route.LOCAL if is_local else Route.RELAY,
            mailbox.maildir if is_local and mailbox is not None else None, "notification", notification_id),))


def _explanation(message: QueuedMessage, failed: Sequence[Failed], current: InForce, *, is_final: bool) -> str:
    if is_final:
        opening = "Your message could not be delivered to the recipients below, and it will not be tried again."
    else:
        opening = ("Your message has not been delivered to the recipients below yet. It will be tried again; you need "
                   "not send it anew.")
    lines = [f"This is the mail server {current.hostname}.", "", opening, ""]
    for item in failed:
        lines += [f"  {item.address}", f"    {item.reply}", ""]
    lines += [f"Subject: {message.subject}" if message.subject else "The message has no subject.",
              f"Accepted at: {format_datetime(message.accepted_at)}", f"Id: {message.id}", ""]
    return "\n".join(lines)


def _status(message: QueuedMessage, failed: Sequence[Failed], current: InForce, at: datetime, *, is_final: bool) -> MIMEBase:
    rules = policy.SMTP if message.sender.isascii() else policy.SMTPUTF8
    about: Message[str, str] = Message(rules)
    about["Reporting-MTA"] = f"dns; {current.hostname}"
    about["Arrival-Date"] = format_datetime(message.accepted_at)
    groups: list[Message[str, str] | str] = [about]
    for item in failed:
        group: Message[str, str] = Message(rules)
        group["Final-Recipient"] = f"rfc822; {item.address}"
        group["Action"] = "failed" if is_final else "delayed"
        found = _STATUS.search(item.reply)
        group["Status"] = found[1] if found else ("5.0.0" if is_final else "4.0.0")
        if item.remote:
            group["Remote-MTA"] = f"dns; {item.remote.rpartition(':')[0]}"
        group["Diagnostic-Code"] = f"smtp; {item.reply}"
        group["Last-Attempt-Date"] = format_datetime(at)
        groups.append(group)
    part = MIMENonMultipart("message", "delivery-status", policy=rules)
    part.set_payload(groups)
    return part


def _original_header(body: bytes) -> MIMENonMultipart:
    """Return the header of the original message, as text/rfc822-headers (RFC 6522)."""
    header = body[:_KEPT_HEADER_BYTES].partition(b"\r\n\r\n")[0]
    return _text_part("rfc822-headers", header.decode("utf-8", "replace").replace("\r\n", "\n") + "\n")


def _text_part(subtype: str, text: str) -> MIMENonMultipart:
    """Return text that people can read in the raw message too: as it is, or quoted-printable, never base64."""
    is_plain = text.isascii() and all(len(line) <= _LINE_CHARACTERS for line in text.split("\n"))
    charset = Charset("us-ascii" if is_plain else "utf-8")
    if not is_plain:
        charset.body_encoding = QP
    part = MIMENonMultipart("text", subtype, charset=charset.output_charset, policy=policy.SMTP)
    part.set_payload(text, charset)
    return part
