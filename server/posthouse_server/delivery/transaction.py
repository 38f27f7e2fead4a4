"""One outgoing mail transaction, and what it means for each recipient."""

from __future__ import annotations

from collections.abc import Sequence

import aiosmtplib

from posthouse_server.delivery.delivery import Delivered, Outcome, PermanentFailure, TransientFailure, printable, words
from posthouse_server.store.messages import QueuedMessage, QueuedRecipient

_OK, _WILL_FORWARD = 250, 251
_LOGIN_WANTED = (530, 534, 535, 538)  # RFC 4954: for the administrator to mend, never the sender's fault
_SLOWEST_BYTES_PER_S = 16 * 1024


class Transaction:
    """MAIL, RCPT for each recipient, DATA."""

    def __init__(self, client: aiosmtplib.SMTP, message: QueuedMessage, remote: str, *, is_smart_host: bool) -> None:
        """Use an open connection to `remote`."""
        self._client = client
        self._message = message
        self._remote = remote
        self._is_smart_host = is_smart_host

    async def run(self, recipients: Sequence[QueuedRecipient], body: bytes) -> dict[int, Outcome]:
        """Return the outcome for each recipient; raises a failure or aiosmtplib's errors while nothing is settled."""
        # The commands are written here and not by aiosmtplib's mail() and rcpt(), which parse and requote addresses.
        options = [option.encode() for option in self._options(len(body))]
        reply = await self._client.execute_command(b"MAIL", f"FROM:<{self._message.sender}>".encode(), *options)
        if reply.code != _OK:
            raise self._failure(reply.code, reply.message)
        outcomes: dict[int, Outcome] = {}
        taken = []
        for recipient in recipients:
            reply = await self._client.execute_command(b"RCPT", f"TO:<{recipient.address}>".encode())
            if reply.code in (_OK, _WILL_FORWARD):
                taken.append(recipient)
            else:
                outcomes[recipient.id] = self._failure(reply.code, reply.message)
        if taken:
            outcomes |= dict.fromkeys((recipient.id for recipient in taken), await self._send(body))
        return outcomes

    async def _send(self, body: bytes) -> Outcome:
        """Return what became of the content. It holds only for those that RCPT took: the others have their own replies."""
        own_s = self._client.timeout
        # aiosmtplib's time covers the whole transfer, the setting means silence.
        timeout_s = None if own_s is None else own_s + len(body) / _SLOWEST_BYTES_PER_S
        try:
            reply = await self._client.data(body, timeout=timeout_s)
        except aiosmtplib.SMTPResponseException as error:
            return self._failure(error.code, error.message)
        except (aiosmtplib.SMTPException, OSError) as error:
            return TransientFailure(f"451 4.4.2 {self._remote}: {printable(str(error)) or type(error).__name__}", self._remote)
        return Delivered(words(reply.code, reply.message), self._remote)

    def _options(self, size: int) -> list[str]:
        """Return the parameters of MAIL; a server that lacks what the message needs is a permanent failure."""
        options = []
        if self._message.utf8:
            if not self._client.supports_extension("smtputf8"):
                raise PermanentFailure(
                    f"550 5.6.7 {self._remote} does not take internationalised addresses (SMTPUTF8)", self._remote)
            options.append("SMTPUTF8")
        if (self._message.eight_bit or self._message.utf8) and self._client.supports_extension("8bitmime"):
            options.append("BODY=8BITMIME")
        if self._client.supports_extension("size"):
            options.append(f"SIZE={size}")
        return options

    def _failure(self, code: int, text: str) -> TransientFailure | PermanentFailure:
        is_final = 500 <= code < 600 and not (self._is_smart_host and code in _LOGIN_WANTED)
        return (PermanentFailure if is_final else TransientFailure)(words(code, text), self._remote)
