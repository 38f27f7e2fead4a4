"""Eight-bit messages become seven-bit ones that say the same, or nothing is changed at all."""

import email
from email import policy

import pytest

from posthouse_server.delivery.downgrade import to_seven_bit

_TEXT = "Grüße aus Köln\r\n.\r\n= ein Gleichheitszeichen\r\n"
_HEADER = b"Received: from x\r\n\tby y; z\r\nSubject: hello   there\r\nMIME-Version: 1.0\r\n"
_PLAIN = _HEADER + b'Content-Type: text/plain; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n' + _TEXT.encode()
_MIXED = (_HEADER + b'Content-Type: multipart/mixed; boundary="b"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n--b\r\n'
          b'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n' + _TEXT.encode()
          + b'\r\n--b\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\n\r\n\xff\xfe\x00'
          b'\r\n--b--\r\n')


def test_text_stays_the_same_text() -> None:
    made = to_seven_bit(_PLAIN)
    assert made is not None
    assert made.isascii()
    assert made.startswith(b"Received: from x\r\n\tby y; z\r\nSubject: hello   there\r\n"), "the header stays as it is"
    parsed = email.message_from_bytes(made, policy=policy.default)
    assert parsed["Content-Transfer-Encoding"] == "quoted-printable"
    assert parsed.get_content().splitlines() == _TEXT.splitlines()
    assert b"\n" not in made.replace(b"\r\n", b"")


def test_parts_are_encoded_each_for_itself() -> None:
    made = to_seven_bit(_MIXED)
    assert made is not None
    text, binary = email.message_from_bytes(made, policy=policy.default).iter_parts()
    assert text.get_content().splitlines() == _TEXT.splitlines()
    assert binary.get_content() == b"\xff\xfe\x00"
    assert (text["Content-Transfer-Encoding"], binary["Content-Transfer-Encoding"]) == ("quoted-printable", "base64")
    assert email.message_from_bytes(made)["Content-Transfer-Encoding"] == "7bit"


def test_text_of_an_unknown_kind_keeps_its_bytes() -> None:
    made = to_seven_bit(b"Subject: x\r\n\r\n\xe4\xf6\r\n")
    assert made is not None
    parsed = email.message_from_bytes(made)
    assert parsed.get_payload(decode=True) == b"\xe4\xf6\r\n"
    assert (parsed.get_content_charset(), parsed["MIME-Version"]) == ("unknown-8bit", "1.0")


@pytest.mark.parametrize("content", [
    b"DKIM-Signature: v=1\r\n" + _PLAIN, b"dkim-signature: v=1\r\n" + _MIXED,
    _MIXED.replace(b"multipart/mixed", b"multipart/signed"), b"Subject: Gr\xc3\xbc\xc3\x9fe\r\n\r\nx\xc3\xbc",
    _MIXED.replace(b"--b\r\nContent-Type: text", b"Gr\xc3\xbc\xc3\x9fe\r\n--b\r\nContent-Type: text")])
def test_what_can_not_be_changed_without_harm(content: bytes) -> None:
    assert to_seven_bit(content) is None
