"""Replies are read whole whatever packets they come in, and nothing that a server sends takes endless memory."""

from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posthouse_server.delivery.reply import LINE_BYTES, REPLY_LINES, BadReplyError, Reply, ReplyReader, without_secrets

_TEXT = st.text(st.characters(blacklist_characters="\r\n", blacklist_categories=("Cs",)), max_size=30)
_REPLIES = st.lists(st.builds(lambda code, lines: Reply(code, tuple(lines)), st.integers(200, 599),
                              st.lists(_TEXT, min_size=1, max_size=4)), max_size=6)


def _wire(replies: list[Reply]) -> bytes:
    return b"".join(f"{reply.code}{'-' if number < len(reply.lines) - 1 else ' '}{line}\r\n".encode()
                    for reply in replies for number, line in enumerate(reply.lines))


@given(replies=_REPLIES, cuts=st.lists(st.integers(0, 400), max_size=12))
def test_any_split_of_packets_gives_the_same_replies(replies: list[Reply], cuts: list[int]) -> None:
    wire, reader, found, start = _wire(replies), ReplyReader(), [], 0
    for cut in [*sorted(cuts), len(wire)]:
        end = min(cut, len(wire))
        found += reader.feed(wire[start:end])
        start = end
    assert found == replies


@given(st.binary(max_size=300))
def test_whatever_comes_is_replies_or_an_error(data: bytes) -> None:
    try:
        replies = ReplyReader().feed(data)
    except BadReplyError:
        return
    assert all(200 <= reply.code < 600 and reply.words.isprintable() for reply in replies)


def test_lines_without_text_and_without_cr() -> None:
    assert ReplyReader().feed(b"250\r\n354\n220-a\n220 b\r\n") == [Reply(250, ("",)), Reply(354, ("",)), Reply(220, ("a", "b"))]
    assert Reply(550, ("5.1.1 no", "such\tuser\x07")).words == "550 5.1.1 no such user\ufffd"


@pytest.mark.parametrize("data", [b"hello\r\n", b"25 x\r\n", b"2500 x\r\n", b"199 x\r\n", b"600 x\r\n", b"\r\n",
                                  b"250-a\r\n251 b\r\n", b"\xb2\xb2\xb2 x\r\n"])
def test_what_is_no_reply(data: bytes) -> None:
    with pytest.raises(BadReplyError):
        ReplyReader().feed(data)


@pytest.mark.parametrize("data", [b"250 " + b"x" * LINE_BYTES + b"\r\n", b"x" * (LINE_BYTES + 1),
                                  b"250-x\r\n" * (REPLY_LINES + 1)])
def test_replies_without_end_are_cut_off(data: bytes) -> None:
    with pytest.raises(BadReplyError, match="end"):
        ReplyReader().feed(data)


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), min_size=6), st.binary(max_size=20),
       st.binary(max_size=20))
def test_no_secret_is_left_in_a_reply(secret: str, before: bytes, behind: bytes) -> None:
    echo = b64encode(before + secret.encode() + behind).decode()
    reply = Reply(535, (f"5.7.8 no: {echo} ({secret})", echo.rstrip("="), f"={echo}="))
    shown = without_secrets(reply, (secret,))
    for line in shown.lines:
        assert secret not in line
        assert echo.rstrip("=") not in line
    assert without_secrets(Reply(535, ("5.7.8 Authentication failed for relayuser",)), (secret,)).code == 535


def test_the_words_of_a_server_stay_readable() -> None:
    words = "5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant"
    assert without_secrets(Reply(535, (words,)), ("geheim",)).lines == (words,)
