"""A message on its way in: its header is completed and checked, its body goes to the spool folder as it arrives."""

from __future__ import annotations

import errno
import logging
import re
from email.errors import MessageError
from email.header import decode_header, make_header

from posthouse_server.smtp import replies
from posthouse_server.smtp.trace_field import LOOP_FIELD, Origin, date, loop_fields, received, spam_mark
from posthouse_server.store import StorageFullError
from posthouse_server.store.bodies import IncomingBody
from posthouse_server.store.room import DiskRoom

_log = logging.getLogger(__name__)
MAX_RECEIVED_LINES = 50
_DECODED_BYTES = 1000  # of the subject, of which 200 characters are kept
_MAX_HEADER_BYTES = 256 * 1024
_RECEIVED = re.compile(rb"^received[ \t]*:", re.MULTILINE | re.IGNORECASE)
_MESSAGE_ID = re.compile(rb"^message-id[ \t]*:", re.MULTILINE | re.IGNORECASE)
_DATE = re.compile(rb"^date[ \t]*:", re.MULTILINE | re.IGNORECASE)
_LOOP_MARK = re.compile(rb"^" + LOOP_FIELD.encode() + rb"[ \t]*:[ \t]*([0-9a-f]{24})", re.MULTILINE | re.IGNORECASE)
_SUBJECT = re.compile(rb"^subject[ \t]*:((?:.*\r\n[ \t])*.*)", re.MULTILINE | re.IGNORECASE)
_DISK_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Intake:
    """Receives the content of one message and remembers the first thing that went wrong with it."""

    def __init__(self, origin: Origin, body: IncomingBody, limit: int | None, room: DiskRoom) -> None:
        """Begin with the header; limit is the largest content in bytes, or None; room says whether the disk has any."""
        self._origin = origin
        self._limit = limit
        self._header: bytearray | None = bytearray()
        self._received = 0
        self._is_line_ended = True
        self._room = room
        self.body = body
        self.error: OSError | None = None
        """What went wrong with the disk, if anything did."""
        self.subject = ""
        self.is_eight_bit = False
        self.is_header_eight_bit = False
        self.fault = ""
        """The reply that refuses the message; empty while all is well."""

    @property
    def message_id(self) -> str:
        """Return the id of the message."""
        return self._origin.message_id

    def feed(self, content: bytes) -> None:
        """Take the next piece. After a fault the rest is thrown away, since the client must be heard out.

        Never raises: what is left of the content would be taken for commands.
        """
        if self.fault:
            return
        try:
            self._take(content)
        except Exception as error:  # noqa: BLE001 - see above
            _log.error("A message could not be received", exc_info=error)
            self._fail(replies.LOCAL_ERROR)

    def _take(self, content: bytes) -> None:
        self._received += len(content)
        self._is_line_ended = content.endswith(b"\n")
        if self._limit is not None and self._received > self._limit:
            self._fail(replies.MESSAGE_TOO_LARGE)
            return
        if not content.isascii():
            self.is_eight_bit = True
        if self._header is None:
            self._write(content)
            return
        seen = len(self._header)
        self._header += content
        end = self._header.find(b"\r\n\r\n", max(0, seen - 3))
        if end >= 0 or self._header.startswith(b"\r\n"):
            self._finish_header(end + 2 if not self._header.startswith(b"\r\n") else 0)
        elif len(self._header) > _MAX_HEADER_BYTES:
            self._fail(replies.HEADER_TOO_LARGE)

    def end_line(self) -> None:
        """Let the content end with a line end, which BDAT does not demand and DATA at the next server needs."""
        if self._received and not self._is_line_ended:
            self.feed(b"\r\n")

    def finish(self) -> None:
        """Note that everything has arrived; a message without an empty line is all header."""
        if self._header is None or self.fault:
            return
        try:
            self._finish_header(len(self._header))
        except Exception as error:  # noqa: BLE001 - as in feed
            _log.error("A message could not be received", exc_info=error)
            self._fail(replies.LOCAL_ERROR)

    def refuse(self, reply: str) -> None:
        """Refuse the message for a reason that was found outside."""
        self._fail(reply)

    def _finish_header(self, end: int) -> None:
        """Check the header, complete it, and write it with what has come behind it."""
        assert self._header is not None
        header, rest = bytes(self._header[:end]), bytes(self._header[end:])
        self._header = None
        if header.count(b":") > MAX_RECEIVED_LINES and len(_RECEIVED.findall(header)) > MAX_RECEIVED_LINES:
            self._fail(replies.MAIL_LOOP)
            return
        if self._origin.expanded and any(mark.decode() in self._origin.expanded for mark in _LOOP_MARK.findall(header)):
            self._fail(replies.MAIL_LOOP)  # a group or redirection whose member sends it back: each round would double it
            return
        self.subject = _subject(header)
        self.is_header_eight_bit = not header.isascii()
        self._write(self._added_fields() + self._missing_fields(header) + header + rest)

    def _added_fields(self) -> bytes:
        origin = self._origin
        return (received(origin) + loop_fields(origin) + spam_mark(origin)).encode()

    def _missing_fields(self, header: bytes) -> bytes:
        if not self._origin.is_submission:
            return b""
        lines = ""
        if _MESSAGE_ID.search(header) is None:
            stamp = f"{self._origin.received_at:%Y%m%d%H%M%S}"
            lines += f"Message-ID: <{self._origin.message_id}.{stamp}@{self._origin.hostname}>\r\n"
        if _DATE.search(header) is None:
            lines += f"Date: {date(self._origin.received_at)}\r\n"
        return lines.encode()

    def _write(self, content: bytes) -> None:
        try:
            self.body.write(content)
        except OSError as error:
            _log.error("A message could not be received: %s", error)
            self.error = error
            self._fail(replies.STORAGE_FULL if is_disk_full(error) else replies.LOCAL_ERROR)
            return
        if self.body.is_file:  # while it arrives, or many at once could eat up what is kept back for deliveries
            self._room.take(len(content))
            if not self._room.has_room():
                self._fail(replies.STORAGE_FULL)

    def _fail(self, reply: str) -> None:
        self.fault = self.fault or reply
        self._header = None
        self.body.discard()


def is_disk_full(error: Exception) -> bool:
    """Return whether an error of the file system or the store says that there is no room."""
    return isinstance(error, StorageFullError) or getattr(error, "errno", None) in _DISK_FULL


def _subject(header: bytes) -> str:
    """Return the subject for lists of messages, decoded as well as it can be, at most 200 printable characters."""
    found = _SUBJECT.search(header)
    if found is None:
        return ""
    raw = b" ".join(found[1].split())[:_DECODED_BYTES].decode("utf-8", "replace")  # decode_header takes quadratic time
    if raw.isascii() and raw.isprintable() and "=?" not in raw:
        return raw[:200]
    try:
        text = str(make_header(decode_header(raw)))
    except (LookupError, ValueError, MessageError):  # an unknown charset or a broken encoded word
        text = raw
    # An encoded word can hold anything: line ends, NUL, and even surrogates, which no database takes.
    return "".join(character if character.isprintable() else " " for character in text[:200]).strip()
