"""A smart host that takes everything and keeps nothing: `python -m bench.sink PORT` until it is terminated."""

from __future__ import annotations

import asyncio
import sys


class Dialog(asyncio.Protocol):
    """One connection."""

    def __init__(self) -> None:
        self._buffer = b""
        self._is_data = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._write = transport.write  # type: ignore[attr-defined]
        self._close = transport.close
        self._write(b"220 sink.example\r\n")

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while True:
            end = self._buffer.find(b"\r\n.\r\n" if self._is_data else b"\r\n")
            if end < 0:
                return
            if self._is_data:
                self._buffer, self._is_data = self._buffer[end + 5:], False
                self._write(b"250 2.0.0 taken\r\n")
            else:
                line, self._buffer = self._buffer[:end].upper(), self._buffer[end + 2:]
                self._answer(line)

    def _answer(self, line: bytes) -> None:
        if line.startswith(b"EHLO"):
            self._write(b"250-sink.example\r\n250-PIPELINING\r\n250 8BITMIME\r\n")
        elif line == b"DATA":
            self._is_data = True
            self._write(b"354 go ahead\r\n")
        elif line == b"QUIT":
            self._write(b"221 bye\r\n")
            self._close()
        else:
            self._write(b"250 2.0.0 fine\r\n")


async def _serve(port: int) -> None:
    server = await asyncio.get_running_loop().create_server(Dialog, "127.0.0.1", port)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1])))
