"""DATA: only CRLF.CRLF ends it, however the packets are cut, and what others might take for an end is refused."""

import asyncio
import re
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.relay import Relay
from posthouse_server.smtp.data import DataDecoder, read_data
from posthouse_server.store import Store

_PIECES = st.lists(st.sampled_from([b"\r\n", b"\r", b"\n", b".", b"..", b"a", b"\0", b"\xff", b"hello", b"\r\n."]), max_size=30)
_CUTS = st.lists(st.integers(0, 200), max_size=10)
_LIMIT = 16  # far below any real one, so that terminators and line ends fall on every possible edge


def _cut(data: bytes, places: Sequence[int]) -> list[bytes]:
    edges = [0, *sorted(place for place in places if place < len(data)), len(data)]
    return [data[start:end] for start, end in pairwise(edges)]


def _reference(wire: bytes) -> tuple[bytes, bytes] | None:
    """The content and what follows it, found the slow and obvious way."""
    end = (b"\r\n" + wire).find(b"\r\n.\r\n")
    if end < 0:
        return None
    stuffed = wire[:end]
    lines = stuffed.split(b"\r\n")
    return b"\r\n".join(line[1:] if line.startswith(b".") else line for line in lines), wire[end + 3:]


def _is_clean(content: bytes) -> bool:
    return re.search(rb"\r(?!\n)|(?<!\r)\n|\0", content) is None


def _read(chunks: Sequence[bytes], *, limit: int = _LIMIT) -> tuple[bytes, bool, bytes]:
    content = bytearray()

    async def run() -> tuple[bool, bytes]:
        reader = asyncio.StreamReader(limit=limit)

        async def feed() -> None:
            for chunk in chunks:
                reader.feed_data(chunk)
                await asyncio.sleep(0)
            reader.feed_eof()

        feeding = asyncio.create_task(feed())
        is_clean = await read_data(reader, content.extend, lambda: None)
        await feeding
        return is_clean, await reader.read()

    is_clean, rest = asyncio.run(run())
    return bytes(content), is_clean, rest


@settings(max_examples=200, deadline=None)
@given(pieces=_PIECES, cuts=_CUTS, behind=st.sampled_from([b"", b"QUIT\r\n", b".\r\n", b"\r\n.\r\n"]))
def test_any_content_in_any_packets_is_read_as_the_reference_reads_it(pieces: list[bytes], cuts: list[int],
                                                                      behind: bytes) -> None:
    wire = b"".join(pieces) + b"\r\n.\r\n" + behind
    expected = _reference(wire)
    assert expected is not None
    content, rest = expected
    assert _read(_cut(wire, cuts)) == (content, _is_clean(content), rest)


@settings(max_examples=200)
@given(content=st.binary(max_size=200), cuts=_CUTS)
def test_the_decoder_undoes_dot_stuffing(content: bytes, cuts: list[int]) -> None:
    clean = b"\r\n".join(re.split(rb"[\r\n\0]+", content)) + b"\r\n"
    stuffed = re.sub(rb"(?m)^\.", b"..", clean)
    decoder = DataDecoder()
    assert b"".join(decoder.feed(chunk) for chunk in _cut(stuffed, cuts)) == clean
    assert not decoder.is_malformed


@pytest.mark.parametrize("size", [0, 1, _LIMIT - 3, _LIMIT, _LIMIT + 1, 10 * _LIMIT, 100_000])
def test_long_lines(size: int) -> None:
    content = b"x" * size + b"\r\n"
    assert _read([content + b".\r\nNOOP\r\n"]) == (content, True, b"NOOP\r\n")


def test_a_connection_that_ends_in_the_content_ends_no_message() -> None:
    for wire in (b"", b"Subject: x\r\n", b"x\r\n.", b"x\r\n.\r", b"x\n.\n"):
        with pytest.raises(asyncio.IncompleteReadError):
            _read([wire])


SMUGGLING = [b"\n.\n", b"\n.\r\n", b"\r.\r", b"\r.\r\n", b"\r\n.\n", b"\r\n.\r", b"\r.\n", b"\n.\r", b"\r\n\0.\r\n",
             b"\r\r\n.\r\n", b"\r\n.\r\r\n", b"\0\r\n.\r\n", b"\n\n.\r\n", b"\r\n.\n\r\n"]


@pytest.mark.parametrize("ending", SMUGGLING)
def test_smuggling_endings_end_nothing_and_are_never_accepted(store: Store, ending: bytes) -> None:
    smuggled = b"MAIL FROM:<evil@far.example>\r\nRCPT TO:<john@example.com>\r\nDATA\r\nSubject: smuggled\r\n\r\nx\r\n.\r\n"

    async def run() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            await client.envelope()
            assert (await client.say("DATA")).startswith("354 ")
            await client.send(b"Subject: first\r\n\r\nx" + ending)
            ends_here = ending.endswith(b"\r\n.\r\n")
            if not ends_here:
                await client.send(smuggled)
            reply = (await client.reply())[-1]
            assert reply.startswith("554 5.6.0 "), (ending, reply)
            # What follows the one real end is read as commands, by this client's own wish; nothing was smuggled before.
            assert (await client.say("RSET")).startswith("250 ")
            assert relay.bodies() == []

    asyncio.run(run())


def test_two_contents_in_a_row_and_pipelining_behind_the_dot(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            one = b"MAIL FROM:<a@far.example>\r\nRCPT TO:<john@example.com>\r\nDATA\r\n"
            await client.send(one + b"Subject: 1\r\n\r\n..x\r\n.\r\n" + one + b".\r\n" + b"DATA\r\nNOOP\r\n" + one
                              + b"Subject: 3")
            codes = [(await client.reply())[-1][:3] for _ in range(13 - 2)]
            assert codes == ["250", "250", "354", "250", "250", "250", "354", "250", "503", "250", "250"]
            await client.send(b"\r\n\r\nend\r\n.\r")
            await client.send(b"\n")
            assert [(await client.reply())[-1][:3] for _ in range(3)] == ["250", "354", "250"]
            bodies = relay.bodies()
            assert [body.partition(b"+0000\r\n")[2] for body in bodies] == [
                b"Subject: 1\r\n\r\n.x\r\n", b"", b"Subject: 3\r\n\r\nend\r\n"]

    asyncio.run(run())
