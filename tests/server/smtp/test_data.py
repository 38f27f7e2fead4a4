"""DATA: only CRLF.CRLF ends it, however the packets are cut, and what others might take for an end is refused."""

import asyncio
import re
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.relay import Relay
from posthouse_server.smtp.data import ChunkReader, DataReader, LineEndCheck
from posthouse_server.store import Store

_PIECES = st.lists(st.sampled_from([b"\r\n", b"\r", b"\n", b".", b"..", b"a", b"\0", b"\xff", b"hello", b"\r\n."]), max_size=30)
_CUTS = st.lists(st.integers(0, 200), max_size=10)


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


def _read(chunks: Sequence[bytes]) -> tuple[bytes, bool, bytes] | None:
    """The content, whether it was clean, and what follows it; None if its end did not come."""
    content = bytearray()
    reader = DataReader(content.extend)
    for number, chunk in enumerate(chunks):
        rest = reader.take(chunk)
        if rest is not None:
            return bytes(content), not reader.is_malformed, rest + b"".join(chunks[number + 1:])
    return None


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
def test_dot_stuffing_is_undone(content: bytes, cuts: list[int]) -> None:
    clean = b"\r\n".join(re.split(rb"[\r\n\0]+", content)) + b"\r\n"
    stuffed = re.sub(rb"(?m)^\.", b"..", clean)
    assert _read(_cut(stuffed + b".\r\n", cuts)) == (clean, True, b"")


@settings(max_examples=200)
@given(pieces=_PIECES, cuts=_CUTS)
def test_chunks_are_checked_across_any_cut(pieces: list[bytes], cuts: list[int]) -> None:
    content = b"".join(pieces)
    check = LineEndCheck()
    taken = b"".join(check.take(chunk) for chunk in _cut(content, cuts))
    check.finish()
    assert check.is_malformed is not _is_clean(content)
    assert taken == (content if not content.endswith(b"\r") else content[:-1])


@settings(max_examples=200)
@given(content=st.binary(max_size=100), behind=st.binary(max_size=20), cuts=_CUTS)
def test_a_chunk_ends_after_its_octets(content: bytes, behind: bytes, cuts: list[int]) -> None:
    taken = bytearray()
    reader, rest = ChunkReader(len(content), taken.extend), None
    for chunk in _cut(content + behind, cuts):
        if rest is not None:
            rest += chunk
        else:
            rest = reader.take(chunk)
    assert (bytes(taken), rest if content + behind else b"") == (content, behind)


@pytest.mark.parametrize("size", [0, 1, 998, 100_000])
def test_long_lines(size: int) -> None:
    content = b"x" * size + b"\r\n"
    assert _read([content + b".\r\nNOOP\r\n"]) == (content, True, b"NOOP\r\n")


def test_a_connection_that_ends_in_the_content_ends_no_message() -> None:
    for wire in (b"", b"Subject: x\r\n", b"x\r\n.", b"x\r\n.\r", b"x\n.\n"):
        assert _read([wire]) is None


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


def test_a_message_in_chunks_is_stored_as_it_came_with_a_last_line_end(store: Store) -> None:
    async def run() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            await client.envelope()
            await client.send(b"BDAT 14\r\nSubject: x\r\n\r\nBDAT 8 LAST\r\n.\r\n..\r\nx")
            assert (await client.reply())[0] == "250 2.0.0 14 octets received"
            assert (await client.reply())[0].startswith("250 2.6.0 ")
            assert relay.bodies()[0].partition(b"+0000\r\n")[2] == b"Subject: x\r\n\r\n.\r\n..\r\nx\r\n"

    asyncio.run(run())
