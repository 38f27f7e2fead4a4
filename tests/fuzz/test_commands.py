"""The command loop under rubbish: every byte is answered or ends the connection, nothing is logged as a fault."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from fuzz.profile import CUTS, FUZZ, cut, mutated, seeds
from fuzz.served import Served

_SEEDS = seeds("commands.txt")
_PIECES = [b"\r\n", b"\n", b"\r", b"\0", b" ", b":", b"<", b">", b"@", b"\xff", b"MAIL FROM:<a@b.example>\r\n", b"QUIT\r\n",
           b"=",
           b"RCPT TO:<john@example.com>\r\n", b"RCPT TO:<c@d.example>\r\n", b"DATA\r\n", b".\r\n", b"RSET\r\n", b"EHLO x\r\n",
           b"BDAT 3\r\n", b"BDAT 9999999 LAST\r\n", b"AUTH LOGIN\r\n", b"AUTH PLAIN =\r\n", b"x" * 3000, b"\r\n" * 20,
           b"STARTTLS\r\nNOOP\r\n", b"VRFY x\r\n", b"HELP MAIL\r\n", b"NOOP x\r\n", b"\xf0\x9f\x98\x80"]
_DIALOGS = st.one_of(mutated(_SEEDS, _PIECES), st.lists(st.sampled_from(_PIECES), max_size=20).map(b"".join),
                     st.binary(max_size=300), st.lists(st.sampled_from(_SEEDS), max_size=3).map(b"".join))
_VERBS = (b"AUTH", b"BDAT", b"DATA", b"EHLO", b"EXPN", b"HELO", b"HELP", b"MAIL", b"NOOP", b"QUIT", b"RCPT", b"RSET",
          b"STARTTLS", b"VRFY")


def _has_verb(line: bytes) -> bool:
    return re.match(rb"[A-Za-z]*", line)[0].upper() in _VERBS  # type: ignore[index]  # an empty match is a match


@FUZZ
@given(dialog=_DIALOGS, cuts=CUTS)
def test_any_dialog_is_answered_and_ends(server: Served, dialog: bytes, cuts: list[int]) -> None:
    with server.connect() as wire:
        try:
            wire.send(*cut(dialog, cuts))
        except OSError:
            pass  # the server has had enough and closed
        lines = wire.rest()  # fails after a while if the connection does not end
    assert all(line[:3] in ("220", "221", "235", "250", "252", "334", "354") or line[0] in "45" or line[:3] == "214"
               for line in lines), lines
    for recipients, body in server.take_bodies():
        assert set(recipients) <= {"john@example.com", "postmaster"}, recipients
        assert re.search(rb"\r(?!\n)|(?<!\r)\n|\0", body) is None, body
    assert server.errors.lines == []


@FUZZ
@given(line=st.one_of(st.binary(max_size=100), st.text(max_size=60).map(str.encode), mutated(_SEEDS, _PIECES)).filter(
    lambda line: not _has_verb(line) and b"\n" not in line and b"\r" not in line))
@example(line=b"")
@example(line=b" MAIL FROM:<a@b.example>")
@example(line=b"\0NOOP")
@example(line=b"N\xc3\xb6OP")
def test_a_line_that_is_no_command_is_refused(server: Served, line: bytes) -> None:
    with server.connect() as wire:
        reply = wire.say(line)
        assert reply.startswith("5"), reply
        assert wire.say(b"NOOP").startswith("250 "), "the dialog is out of step"
    assert server.errors.lines == []


def test_nothing_is_left_of_all_connections(server: Served) -> None:
    import time

    for _ in range(500):
        if not server.relay.handler.connections:
            break
        time.sleep(0.01)
    assert not server.relay.handler.connections
    assert list(server.relay.store.folder.spool.iterdir()) == []
