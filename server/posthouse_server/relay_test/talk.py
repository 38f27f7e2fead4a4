"""One SMTP conversation of an attacker, written down as it goes."""

from __future__ import annotations

import asyncio
import ssl

from posthouse_server.relay_test.door import Door

_LONGEST_LINE = 2 ** 16


class Talk:
    """A plain SMTP client; its lines are the transcript."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Speak over an open connection (see knock)."""
        self._reader = reader
        self._writer = writer
        self.lines: list[str] = []

    @property
    def key(self) -> int:
        """Return what the door knows this connection by."""
        return int(self._writer.get_extra_info("sockname")[1])

    async def say(self, text: str) -> int:
        """Send a command and return the code of the reply; 0: the server has closed."""
        self.lines.extend(f"C: {line}" for line in text.split("\r\n"))
        try:
            self._writer.write(text.encode() + b"\r\n")
            return await self.hear()
        except ConnectionError:
            return 0

    async def hear(self) -> int:
        """Return the code of the next reply; 0: the server has closed. Raises ValueError where it is no reply."""
        while True:
            try:
                line = (await self._reader.readline()).decode("utf-8", "replace").rstrip("\r\n")
            except ConnectionError:
                return 0
            if not line:
                return 0
            self.lines.append(f"S: {line}")
            if line[3:4] != "-":
                return int(line[:3])

    async def secure(self) -> None:
        """Go over to TLS, after the server has agreed; raises OSError."""
        await self._writer.start_tls(unchecked())
        self.lines.append("(TLS is up)")

    def close(self) -> None:
        """Hang up."""
        self._writer.close()


async def knock(door: Door, client: str) -> Talk:
    """Return the beginning of a conversation that counts as coming from an address; the secret is not written down."""
    context = unchecked() if door.is_tls else None
    reader, writer = await asyncio.open_connection("127.0.0.1", door.port, ssl=context, limit=_LONGEST_LINE)
    writer.write(door.header(client))
    return Talk(reader, writer)


def unchecked() -> ssl.SSLContext:
    """Return the settings of a client that believes any certificate: an attacker does not care whose it is."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
