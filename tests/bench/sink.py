"""A smart host that takes everything, keeps nothing and counts: `python -m bench.sink PORT` until it is terminated.

`AWAIT N` is answered as soon as N messages have been taken since its start, with their number and the time of the last in
the seconds of time.perf_counter().
"""

from __future__ import annotations

import asyncio
import sys
import time


class Dialog(asyncio.Protocol):
    """One connection."""

    taken = 0
    """Messages taken by all connections."""
    last_at = 0.0
    waiting: list[tuple[int, Dialog]] = []  # noqa: RUF012 - shared on purpose

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._is_data = False
        self._looked_at = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.write = transport.write  # type: ignore[attr-defined]
        self._close = transport.close
        self.write(b"220 sink.example\r\n")

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        replies = []
        while self._buffer:
            end = self._buffer.find(b"\r\n.\r\n" if self._is_data else b"\r\n", self._looked_at)
            if end < 0:
                self._looked_at = max(0, len(self._buffer) - 4)
                break
            self._looked_at = 0
            if self._is_data:
                del self._buffer[:end + 5]
                self._is_data = False
                self._count()
                replies.append(b"250 2.0.0 taken\r\n")
            else:
                line = bytes(self._buffer[:end]).upper()
                del self._buffer[:end + 2]
                replies.append(self._answer(line))
        if replies:
            self.write(b"".join(replies))

    def _answer(self, line: bytes) -> bytes:
        if line.startswith(b"EHLO"):
            return b"250-sink.example\r\n250-PIPELINING\r\n250-SIZE 100000000\r\n250 8BITMIME\r\n"
        if line == b"DATA":
            self._is_data = True
            return b"354 go ahead\r\n"
        if line == b"QUIT":
            asyncio.get_running_loop().call_soon(self._close)
            return b"221 bye\r\n"
        if line.startswith(b"AWAIT "):
            Dialog.waiting.append((int(line[6:]), self))
            self._tell()
            return b""
        return b"250 2.0.0 fine\r\n"

    @classmethod
    def _count(cls) -> None:
        Dialog.taken += 1
        Dialog.last_at = time.perf_counter()
        if Dialog.waiting:
            cls._tell()

    @staticmethod
    def _tell() -> None:
        for item in [item for item in Dialog.waiting if item[0] <= Dialog.taken]:
            Dialog.waiting.remove(item)
            item[1].write(b"250 %d %.6f\r\n" % (Dialog.taken, Dialog.last_at))


async def _serve(port: int) -> None:
    server = await asyncio.get_running_loop().create_server(Dialog, "127.0.0.1", port, backlog=512)
    await server.serve_forever()


def main() -> None:
    """Serve on the port of the command line."""
    port = int(sys.argv[1])
    try:
        import uvloop
    except ImportError:
        asyncio.run(_serve(port))
    else:
        uvloop.run(_serve(port))


if __name__ == "__main__":
    main()
