"""A conversation that takes messages: DATA, and BDAT in chunks (RFC 3030)."""

from __future__ import annotations

import functools
import re

from aiosmtpd.smtp import Envelope, syntax

from posthouse_server.smtp import replies
from posthouse_server.smtp.data import ChunkReader, DataReader, LineEndCheck
from posthouse_server.smtp.intake import Intake
from posthouse_server.smtp.starttls import SecurableDialog
from posthouse_server.smtp.transaction import Transaction

_THROWN_AWAY_BYTES = 2**20
"""A larger chunk that is refused is not worth its reading."""
_CHUNK = re.compile(r"([0-9]{1,20})(?: +(LAST))?", re.IGNORECASE)


class TransferDialog(SecurableDialog):
    """Streams content into the spool as it arrives; aiosmtpd collects lines in memory and lets bare LF through."""

    @syntax("DATA")
    async def smtp_DATA(self, arg: str | None) -> None:
        """Expect the content up to the dot."""
        if self.is_refused_early():
            return
        transaction = self.envelope
        if arg:
            self.reply("501 5.5.4 Syntax: DATA")
        elif not isinstance(transaction, Transaction) or not transaction.accepted:
            self.reply(replies.NO_RECIPIENT)
        elif transaction.intake is not None:
            self.reply(replies.MIXED_CONTENT)
        else:
            intake = self._open(transaction)
            self.reply("354 End data with <CR><LF>.<CR><LF>")
            reader = DataReader(intake.feed)
            self.expect_content(reader, functools.partial(self._end, transaction, intake, reader))

    def is_refused_early(self) -> bool:
        """Refuse what comes before the greeting or a login that must come first."""
        raise NotImplementedError

    def _end(self, transaction: Transaction, intake: Intake, check: DataReader | LineEndCheck) -> None:
        if check.is_malformed:
            intake.refuse(replies.MALFORMED_DATA)
        intake.finish()
        self.wait_for(self._conclude(transaction))

    async def _conclude(self, transaction: Transaction) -> None:
        try:
            status = await self._call_handler_hook("DATA")
        finally:
            if self.envelope is transaction:
                self._set_post_data_state()  # type: ignore[no-untyped-call]  # also after a fault the transaction is over
        self.reply(status)

    @syntax("BDAT <size> [LAST]")
    async def smtp_BDAT(self, arg: str | None) -> None:
        """Take a chunk; one that is refused is read and thrown away, since it follows without a wait."""
        chunk = _CHUNK.fullmatch(arg or "")
        if chunk is None:
            # How much follows can't be known, and it must not be read as commands.
            self.send_away("501 5.5.4 Syntax: BDAT <size> [LAST]")
            return
        size, is_last = int(chunk[1]), bool(chunk[2])
        transaction = self.envelope
        refusal = self._chunk_refusal(transaction)
        if refusal and size > _THROWN_AWAY_BYTES:
            self.send_away(refusal)
        elif refusal:
            self._expect_chunk(size, None, functools.partial(self.reply, refusal))
        if refusal:
            return
        assert isinstance(transaction, Transaction)
        if transaction.intake is None:
            self._open(transaction)
            transaction.chunks = LineEndCheck()
        self._expect_chunk(size, transaction, functools.partial(self._end_chunk, transaction, size, is_last=is_last))

    def _chunk_refusal(self, transaction: Envelope | None) -> str:
        assert self.session is not None
        if not self.session.host_name or not self.session.extended_smtp:
            return "503 5.5.1 Send EHLO first"
        if not isinstance(transaction, Transaction) or not transaction.accepted:
            return replies.NO_RECIPIENT
        return ""

    def _expect_chunk(self, size: int, transaction: Transaction | None, then: functools.partial[None]) -> None:
        def take(content: bytes) -> None:
            if transaction is not None and transaction.intake is not None and transaction.chunks is not None:
                transaction.intake.feed(transaction.chunks.take(content))

        if size:
            self.expect_content(ChunkReader(size, take), then)
        else:
            then()

    def _end_chunk(self, transaction: Transaction, size: int, *, is_last: bool) -> None:
        intake, check = transaction.intake, transaction.chunks
        assert intake is not None
        assert check is not None
        if not is_last and not intake.fault:
            self.note_progress()
            self.reply(f"250 2.0.0 {size} octets received")
            return
        check.finish()
        intake.end_line()
        self._end(transaction, intake, check)

    def _open(self, transaction: Transaction) -> Intake:
        """Return what takes the content."""
        raise NotImplementedError
