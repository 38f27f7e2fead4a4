"""The people of the firm: names, groups, a redirection and a quota, and what lies in the mailbox info."""

from __future__ import annotations

import os
from datetime import timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from typing import TYPE_CHECKING, NamedTuple

from posthouse_server.mailboxes.maildir import deliver
from posthouse_server.mailboxes.place import place_of
from screenshots.fixed_clock import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from posthouse_server.store import Store

INFO = "info@example.com"
STAFF = """\
kind,name,friendly_name,redirection,redirect_to,quota_kb,members
mailbox,john@example.com,John Carter,,,,
mailbox,mary@example.com,Mary Wells,,,500000,
mailbox,info@example.com,Front office,copy,mary@example.com desk@branch.example,250000,
mailbox,scanner@example.com,Scanners,,,,
group,sales@example.com,Sales,,,,mary@example.com john@example.com agent@partner.example
group,staff@example.com,Everybody,,,,john@example.com mary@example.com info@example.com
group,support@example.org,Support,,,,info@example.com sales@example.com
"""
"""Taken in as one revision."""
NEW_STAFF = """\
kind,name,friendly_name,quota_kb,members,password
mailbox,susan@example.com,Susan Hill,250000,,not-a-real-password
mailbox,mary@example.com,Mary Wells,800000,,
mailbox,john@example.com,John Carter,,,
group,sales@example.com,,,mary@example.com susan@example.com,
group,branch@example.com,Branch office,,desk@branch.example,
mailbox,paul@exmaple.com,Paul Reed,,,not-a-real-password
"""
"""What the dry run of an import shows: created, changed, unchanged, and one with a slip of the pen."""


class _Mail(NamedTuple):
    """A message in the mailbox."""

    minutes: int
    sender: str
    subject: str
    text: str
    html: str = ""
    attached: str = ""
    is_read: bool = False


_CATALOGUE = """\
<h2>Spring catalogue</h2>
<p>Good morning,</p>
<p>the catalogue for this spring is attached. New in it:</p>
<ul><li>garden benches of larch, in <b>three sizes</b></li><li>watering cans of zinc</li>
<li>seeds of old kinds of vegetables</li></ul>
<p>Orders until the end of May are sent free of charge: <a href="https://far.example/spring">far.example/spring</a></p>
<img src="https://far.example/pixel.png">
"""
_MAILS = (
    _Mail(48, "Far Garden Supplies <news@far.example>", "Spring catalogue", "The catalogue for this spring is attached.\n",
          _CATALOGUE, "spring-catalogue.pdf"),
    _Mail(190, "Helen Brook <helen@partner.example>", "Visit on Friday",
          "Hello,\n\nwe would be with you at ten. Is that all right?\n\nHelen Brook\n"),
    _Mail(1505, "Mary Wells <mary@example.com>", "Re: Offer for the autumn",
          "I have sent it to the office in Leeds as well.\n\nMary\n", is_read=True),
    _Mail(3010, "scan@example.com", "Scan 0398.pdf", "See the attachment.\n", attached="Scan 0398.pdf", is_read=True),
    _Mail(5890, "postmaster@partner.example", "New opening hours", "From Monday on we are there until six.\n", is_read=True),
)


def fill_directory(store: Store, author: str) -> None:
    """Give the mailboxes their properties, and add the groups."""
    report = store.directory.import_csv(STAFF, author)
    if not report.is_done:
        raise ValueError(f"the demonstration's directory is refused: {report.sentence}")


def fill_mailbox(store: Store, mail: Path) -> None:
    """Put messages into the mailbox info, some of them read."""
    maildir = place_of(mail, store.directory.mailbox(INFO).maildir)
    for number, item in enumerate(_MAILS):
        name = f"{number}.mail.example.com"
        deliver(maildir, name, _message(item, number).as_bytes())
        path = maildir / "new" / name
        if item.is_read:
            path = path.rename(maildir / "cur" / f"{name}!2,S")  # Windows knows no colon in names
        came_at = (NOW - timedelta(minutes=item.minutes)).timestamp()
        os.utime(path, (came_at, came_at))


def _message(item: _Mail, number: int) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = item.sender, INFO, item.subject
    message["Date"] = format_datetime(NOW - timedelta(minutes=item.minutes))
    message["Message-ID"] = f"<{number}@mail.example.com>"
    message.set_content(item.text)
    if item.html:
        message.add_alternative(item.html, subtype="html")
    if item.attached:
        message.add_attachment(b"%PDF-1.4\n" + bytes(143_000), maintype="application", subtype="pdf", filename=item.attached)
    for place, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"part-{number}-{place}")
    return message
