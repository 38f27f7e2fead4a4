"""One outgoing mail transaction, and what it means for each recipient."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import aclosing

from posthouse_server.delivery.connection import Connection
from posthouse_server.delivery.content import UNREADABLE, Content, SpoolReadError, UncleanError, stuffed
from posthouse_server.delivery.delivery import Delivered, Outcome, PermanentFailure, TransientFailure
from posthouse_server.delivery.dialog import DialogError, LostError
from posthouse_server.delivery.downgrade import MOST_BYTES, to_seven_bit
from posthouse_server.delivery.envelope import encoded, mail_command, rcpt_command
from posthouse_server.delivery.reply import BadReplyError, Reply
from posthouse_server.store.messages import QueuedMessage, QueuedRecipient

_OK, _WILL_FORWARD, _GO_AHEAD, _CLOSING = 250, 251, 354, 421
_TOO_MANY = (452, 552)  # RFC 5321 section 4.5.3.1.10
_LOGIN_WANTED = (530, 534, 535, 538)  # RFC 4954: for the administrator to mend, never the sender's fault
_END_S = 600.0  # RFC 5321 section 4.5.3.2.6: whoever gives up sooner after the final dot delivers twice
_END_TIMES = 10
_UNCLEAN = "554 5.6.0 The message has a bare CR or LF in it, and is not passed on: another server might misread its end"


class HasteError(Exception):
    """A bad answer that may be due to two messages overlapping; asked for one by one it counts."""


class Transaction:
    """MAIL, RCPT for each recipient, DATA. What is settled stands in `outcomes`, also when `run` raises."""

    def __init__(self, connection: Connection, message: QueuedMessage, recipients: Sequence[QueuedRecipient], content: Content,
                 *, is_smart_host: bool) -> None:
        """Use an open connection that is between two transactions, or can be with RSET."""
        self.connection = connection
        self._dialog = connection.dialog
        self._message = message
        self.recipients = recipients
        self._content = content
        self._is_smart_host = is_smart_host
        self._wire: bytes | None = None
        self.lines, self.number = b"", 0
        self._lost: DialogError | BadReplyError | None = None
        self.is_ahead = False
        """Whether its envelope was sent already, together with the content of the message before it."""
        self.outcomes: dict[int, Outcome] = {}
        self.again: list[QueuedRecipient] = []
        """Who was one too many: another transaction may take them at once."""
        self.wants_login: TransientFailure | None = None
        """Set when the smart host has said that we must log in first."""

    @property
    def may_go_ahead(self) -> bool:
        """Return whether the envelope can be sent before the transaction's turn: nothing need be read or converted."""
        extensions, message = self.connection.extensions, self._message
        return (self._content.memory is not None and (not message.eight_bit or "8BITMIME" in extensions)
                and (not message.utf8 or "SMTPUTF8" in extensions))

    def prepare(self) -> None:
        """Make the lines up to DATA; raises PermanentFailure for what must not be sent."""
        self._wire = self._stuffed()
        extensions = self.connection.extensions
        commands = [mail_command(self._message, self._content.size, extensions),
                    *[rcpt_command(recipient, extensions) for recipient in self.recipients], "DATA"]
        self.number = len(commands)
        self.lines = encoded(commands)

    async def run(self, follower: Callable[[], Transaction | None]) -> None:
        """Settle recipients; for those that are not it raises a failure, or DialogError or BadReplyError.

        `follower` is asked at the last moment for a transaction whose envelope may travel with the content.
        """
        mail, *others = await self._replies_to_envelope()
        recipients, taken = self.recipients, []
        for recipient, reply in zip(recipients, others, strict=False):
            if reply.code in (_OK, _WILL_FORWARD):
                taken.append(recipient)
            elif taken and reply.code in _TOO_MANY:
                self.again.append(recipient)
            else:
                self.outcomes[recipient.id] = self._failure(reply)
        data = others[-1] if len(others) > len(recipients) else None
        if data is not None and data.code == _GO_AHEAD and (not taken or mail.code != _OK):
            await self._send_nothing()
        if mail.code != _OK:
            self.outcomes.clear()
            if self.is_ahead:
                raise HasteError
            raise self._failure(mail)
        if self._lost is not None:
            self._keep_final_words()
            for reply in others:
                if reply.code == _CLOSING:  # that is why it was lost
                    raise self._failure(reply)
            raise self._lost
        if taken:
            assert data is not None
            outcome = await self._send(follower) if data.code == _GO_AHEAD else self._failure(data)
            self.outcomes.update(dict.fromkeys([recipient.id for recipient in taken], outcome))
            if self.again and not isinstance(outcome, Delivered):
                self.outcomes.update(dict.fromkeys([recipient.id for recipient in self.again], outcome))
                self.again.clear()

    async def _fit(self) -> None:
        """Bring the content into a form that this server takes; what it can't take is a permanent failure."""
        extensions, message, remote = self.connection.extensions, self._message, self.connection.remote
        if message.utf8 and "SMTPUTF8" not in extensions:
            raise PermanentFailure(f"550 5.6.7 {remote} does not take internationalised addresses and headers (SMTPUTF8), and "
                                   "this message needs them", remote)
        if not message.eight_bit or "8BITMIME" in extensions:
            return
        try:
            made = await asyncio.to_thread(_seven_bit, self._content)
        except SpoolReadError as error:
            raise TransientFailure(f"{UNREADABLE}: {error}") from error
        if made is None:
            raise PermanentFailure(f"550 5.6.3 {remote} takes 7-bit content only (no 8BITMIME), and this message can't be "
                                   "converted without harm", remote)
        self._content = made

    def _stuffed(self) -> bytes | None:
        """Return content that is in memory ready to be sent, and find out before MAIL that it must not be."""
        try:
            return None if self._content.memory is None else stuffed(self._content.memory)
        except UncleanError:
            raise PermanentFailure(_UNCLEAN) from None

    async def _replies_to_envelope(self) -> list[Reply]:
        """Send the commands up to DATA and return their replies: fewer if one ends it all, or the connection is lost."""
        replies: list[Reply] = []
        is_reset_due = not self.connection.is_between and not self.is_ahead
        try:
            if not self.is_ahead:
                await self._fit()
                self.prepare()
                if is_reset_due:
                    self.lines, self.number = b"RSET\r\n" + self.lines, self.number + 1
                self.connection.is_between = False
                self._speak()
                if not self.connection.is_pipelining:
                    await self._one_by_one(self.lines.splitlines(keepends=True), replies, is_reset_due=is_reset_due)
                else:
                    self._dialog.write(self.lines, self.number)
            if self.connection.is_pipelining:
                replies = await self._dialog.replies(self.number)
        except (DialogError, BadReplyError) as error:
            self._lost = error
            replies += self._dialog.arrived()
        if is_reset_due:
            del replies[:1]
        if not replies:
            raise self._lost or LostError("No reply")
        return replies

    async def _one_by_one(self, lines: list[bytes], replies: list[Reply], *, is_reset_due: bool) -> None:
        """Without PIPELINING; add the replies as they come, and stop where going on is in vain."""
        first = 1 if is_reset_due else 0
        for number, line in enumerate(lines):
            is_last = number == len(lines) - 1
            if is_last and not any(reply.code in (_OK, _WILL_FORWARD) for reply in replies[first + 1:]):
                return
            self._dialog.write(line)
            replies.append(await self._dialog.reply())
            if number == first and replies[-1].code != _OK:
                return

    async def _send_nothing(self) -> None:
        """Answer a "go ahead" that no recipient stands behind, as RFC 2920 section 3.1 wants it."""
        self._dialog.write(b".\r\n", content=3)
        try:
            await self._dialog.reply()
            self.connection.is_between = True
        except (DialogError, BadReplyError) as error:
            self._lost = error

    async def _send(self, follower: Callable[[], Transaction | None]) -> Outcome:
        """Return what became of the content. It holds only for those that RCPT took: the others have their own replies."""
        remote, is_whole, is_followed = self.connection.remote, True, False
        try:
            if self._wire is None:
                is_whole = await self._stream()
            elif self.connection.is_pipelining and (after := follower()) is not None:
                after.is_ahead = is_followed = True
                self._write_both(self._wire, after)
            else:
                self._dialog.write(self._wire, content=len(self._wire))
            own_s = self._dialog.timeout_s
            reply = await self._dialog.reply(max(own_s, min(own_s * _END_TIMES, _END_S)))
        except UncleanError:
            self._dialog.abort()
            return PermanentFailure(_UNCLEAN)
        except SpoolReadError as error:
            self._dialog.abort()
            return TransientFailure(f"{UNREADABLE}: {error}")
        except (DialogError, BadReplyError) as error:
            return TransientFailure(f"451 4.4.2 {remote}: {error}", remote)
        if not is_whole:
            self._dialog.abort()  # anything more would still be content
        if not (200 <= reply.code < 300 and is_whole):
            if is_followed:
                raise HasteError
            # A refused content is the message's own affair; a server that can't take it now had better be left alone.
            self.connection.is_ending = reply.code < 500
            self.connection.is_between = True
            return self._failure(reply)
        self.connection.is_between = True
        return Delivered(reply.words, remote, "DSN" in self.connection.extensions)

    async def _stream(self) -> bool:
        """Send content from its file, never faster than it is taken; False if a reply came first: nobody wants the rest."""
        self._dialog.write(b"", content=self._content.size)
        async with aclosing(self._content.stream()) as chunks:
            async for chunk in chunks:
                if self._dialog.has_reply:
                    return False
                self._dialog.write(chunk, 0)
                await self._dialog.drain()
        return True

    def _write_both(self, content: bytes, after: Transaction) -> None:
        """Write the content and the next envelope behind it at once; into the logs each goes under its own message."""
        if self._dialog.log is None:
            self._dialog.write(content + after.lines, 1 + after.number)
            return
        self._dialog.write(content, content=len(content))
        after._speak()
        self._dialog.write(after.lines, after.number)

    def _speak(self) -> None:
        if self._dialog.log is not None:
            self._dialog.log.speak_of(self._message.id, self._message.login or "", self._message.subject)

    def _keep_final_words(self) -> None:
        """When the connection is lost, only refusals stay settled: all else is tried anew."""
        self.again.clear()
        for number, outcome in list(self.outcomes.items()):
            if not isinstance(outcome, PermanentFailure):
                del self.outcomes[number]

    def _failure(self, reply: Reply) -> TransientFailure | PermanentFailure:
        remote = self.connection.remote
        if reply.code == _CLOSING:
            self.connection.is_ending = True
        if self._is_smart_host and reply.code in _LOGIN_WANTED:
            self.wants_login = TransientFailure(reply.words, remote, is_ours=True)
            return self.wants_login
        return PermanentFailure(reply.words, remote) if reply.code >= 500 else TransientFailure(reply.words, remote)


def _seven_bit(content: Content) -> Content | None:
    if content.size > MOST_BYTES:
        return None
    whole = content.read()
    made = whole if whole.isascii() else to_seven_bit(whole)
    return None if made is None else Content(made, size=len(made))
