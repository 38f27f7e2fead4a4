"""What goes out as content ends where it ends, and nowhere else."""

import asyncio
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posthouse_server.delivery import content as module
from posthouse_server.delivery.content import Content, SpoolReadError, Stuffer, UncleanError, stuffed

_LINES = st.lists(st.sampled_from([b"", b".", b"..", b".x", b"x", b"x.", b"\xff\x00.", b"abc"]), max_size=12)
_CUTS = st.lists(st.integers(0, 60), max_size=8)


def _unstuffed(wire: bytes) -> bytes:
    """Read it as a server does."""
    lines = []
    for line in wire.split(b"\r\n"):
        if line == b".":
            break
        lines.append(line[1:] if line.startswith(b".") else line)
    assert wire.endswith(b".\r\n")
    assert sum(line == b"." for line in wire.split(b"\r\n")) == 1, "nothing follows the end"
    return b"".join(line + b"\r\n" for line in lines)


def _in_pieces(content: bytes, cuts: list[int]) -> bytes:
    stuffer, start, made = Stuffer(), 0, b""
    for cut in [*sorted(cuts), len(content)]:
        end = min(cut, len(content))
        made += stuffer.feed(content[start:end])
        start = end
    return made + stuffer.end()


@given(lines=_LINES, tail=st.sampled_from([b"", b".", b"end"]), cuts=_CUTS)
def test_stuffing_is_a_round_trip_whole_and_in_pieces(lines: list[bytes], tail: bytes, cuts: list[int]) -> None:
    content = b"".join(line + b"\r\n" for line in lines) + tail
    whole = stuffed(content)
    assert _unstuffed(whole) == content + (b"\r\n" if tail else b"")
    assert _in_pieces(content, cuts) == whole
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", whole)


@pytest.mark.parametrize("smuggled", [b"\n.\n", b"\n.\r\n", b"\r.\r", b"\r.\r\n", b"\r\n.\n", b"\r\n.\r",
                                      b"\r\r\n.\r\r\n", b"x\r"])
def test_bare_line_ends_never_go_out(smuggled: bytes) -> None:
    content = b"Subject: x\r\n\r\nfirst" + smuggled + b"MAIL FROM:<evil@far.example>"
    content = content if smuggled != b"x\r" else b"x\r"
    with pytest.raises(UncleanError):
        stuffed(content)
    for cut in range(len(content)):
        with pytest.raises(UncleanError):
            _in_pieces(content, [cut])


@pytest.mark.parametrize("piece_bytes", [1, 2, 3, 7, 1000])
def test_a_file_is_streamed_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, piece_bytes: int) -> None:
    monkeypatch.setattr(module, "_PIECE_BYTES", piece_bytes)
    body = b".a\r\n\r\n..b\r\n.\r\nend"
    path = tmp_path / "body.eml"
    path.write_bytes(body)
    content = Content(None, path, len(body))

    async def streamed() -> bytes:
        return b"".join([piece async for piece in content.stream()])

    assert asyncio.run(streamed()) == stuffed(body)
    assert b"".join(content.pieces()) == content.read() == body
    assert content.read(3) == body[:3]
    path.unlink()
    with pytest.raises(SpoolReadError, match="No such file"):
        asyncio.run(streamed())
