"""The content of messages over a live connection: what ends it, what is kept, what is refused, in any packets."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fuzz.profile import CUTS, FUZZ, cut, mutated, seeds
from fuzz.served import Served, Wire

_SEEDS = seeds("content.txt")
_PIECES = [b"\r\n", b"\r", b"\n", b".", b"\r\n.", b".\r\n", b"\n.", b"\r.", b"..", b"\0", b" ", b"\t", b"a", b"\xff", b"\n.\n",
           b"\r\n.\n", b"\r\n.\r", b"\r.\r\n", b"x" * 1000, b"QUIT\r\n", b"MAIL FROM:<evil@far.example>\r\n"]
_CONTENTS = st.one_of(mutated(_SEEDS, _PIECES), st.lists(st.sampled_from(_PIECES), max_size=25).map(b"".join),
                      st.binary(max_size=300))
_SMUGGLING = [b"\n.\n", b"\n.\r\n", b"\r.\r", b"\r.\r\n", b"\r\n.\n", b"\r\n.\r", b"\r.\n", b"\n.\r", b"\r\n\0.\r\n",
              b"\r\n.\0\r\n", b"\r\r\n.\r\r\n", b"\r\n.\r\r\n", b"\n\r.\n\r", b"\r\n.\n\r\n", b"\n\n.\n\n"]
_TRACE_LINES = 4


def _reference(wire: bytes) -> tuple[bytes, bytes]:
    """Return the content and what follows it, found the slow and obvious way."""
    end = (b"\r\n" + wire).index(b"\r\n.\r\n")
    lines = wire[:end].split(b"\r\n")
    return b"\r\n".join(line[1:] if line.startswith(b".") else line for line in lines), wire[end + 3:]


def _is_clean(content: bytes) -> bool:
    return re.search(rb"\r(?!\n)|(?<!\r)\n|\0", content) is None


def _stored(server: Served) -> list[bytes]:
    """Return what is in the spool, without the trace line that the server puts in front."""
    return [body.split(b"\r\n", _TRACE_LINES)[_TRACE_LINES] for _, body in server.take_bodies()]


def _envelope(wire: Wire) -> None:
    assert wire.say(b"EHLO client.example").startswith("250 ")
    assert wire.say(b"MAIL FROM:<a@far.example>").startswith("250 ")
    assert wire.say(b"RCPT TO:<john@example.com>").startswith("250 ")


@FUZZ
@given(content=_CONTENTS, cuts=CUTS)
@example(content=b"", cuts=[])
@example(content=b".", cuts=[1, 2, 3])
def test_content_is_kept_to_the_byte_or_refused(server: Served, content: bytes, cuts: list[int]) -> None:
    wire_form = content + b"\r\n.\r\n"
    expected, behind = _reference(wire_form)
    wire_form = wire_form[:len(wire_form) - len(behind)]  # with an end in the middle, send no more than that
    with server.connect() as wire:
        _envelope(wire)
        assert wire.say(b"DATA").startswith("354 ")
        wire.send(*cut(wire_form, cuts))
        reply = wire.reply()
        assert wire.say(b"NOOP").startswith("250 "), "the dialog is out of step"
    if _is_clean(expected):
        assert reply.startswith("250 "), reply
        assert _stored(server) == [expected]
    else:
        assert reply.startswith("554 5.6.0 "), reply
        assert _stored(server) == []


@pytest.mark.parametrize("ending", _SMUGGLING)
def test_a_smuggling_ending_ends_nothing(server: Served, ending: bytes) -> None:
    smuggled = b"MAIL FROM:<evil@far.example>\r\nRCPT TO:<john@example.com>\r\nDATA\r\nSubject: smuggled\r\n\r\nx\r\n.\r\n"
    for step in range(1, len(ending) + 1):
        with server.connect() as wire:
            _envelope(wire)
            assert wire.say(b"DATA").startswith("354 ")
            wire.send(b"Subject: first\r\n\r\nx" + ending[:step], ending[step:], smuggled)
            assert wire.reply().startswith("554 5.6.0 ")
            assert wire.say(b"NOOP").startswith("250 "), "something was smuggled"
        assert _stored(server) == []


@FUZZ
@given(content=_CONTENTS, cuts=CUTS, chunks=st.lists(st.integers(0, 200), max_size=5))
def test_chunks_are_kept_to_the_byte_or_refused(server: Served, content: bytes, cuts: list[int], chunks: list[int]) -> None:
    """BDAT (RFC 3030): nothing in a chunk ends it but its length."""
    parts = cut(content, chunks)
    stream = b"".join(b"BDAT %d%s\r\n%s" % (len(part), b" LAST" if number == len(parts) - 1 else b"", part)
                      for number, part in enumerate(parts))
    with server.connect() as wire:
        _envelope(wire)
        wire.send(*cut(stream, cuts))
        replies = [wire.reply() for _ in parts]
        assert wire.say(b"NOOP").startswith("250 "), "the dialog is out of step"
    stored = _stored(server)
    if stored:
        assert replies[-1].startswith("250 ")
        assert _is_clean(stored[0])
        assert stored[0] in (content, content + b"\r\n")
    else:
        assert not _is_clean(content), replies
        assert replies[-1].startswith("5"), replies


@FUZZ
@given(content=_CONTENTS, cuts=CUTS)
def test_a_connection_that_ends_in_the_content_leaves_nothing(server: Served, content: bytes, cuts: list[int]) -> None:
    kept = b"\r\n".join(b".." if line == b"." else line for line in content.split(b"\r\n"))
    with server.connect() as wire:
        _envelope(wire)
        assert wire.say(b"DATA").startswith("354 ")
        wire.send(*cut(kept, cuts))
        assert not any(line.startswith("250") for line in wire.rest())
    assert _stored(server) == []
