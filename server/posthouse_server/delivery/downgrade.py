"""Eight-bit content for a server that takes seven bits only (RFC 6152 section 3)."""

from __future__ import annotations

import email
from email import encoders, policy
from email.errors import MessageError
from email.generator import BytesGenerator
from email.message import Message
from io import BytesIO

MOST_BYTES = 16 * 1024 * 1024  # such servers are old and rare: larger ones are not worth the memory
_SEALED = frozenset({"multipart/signed", "multipart/encrypted"})


def to_seven_bit(content: bytes) -> bytes | None:
    """Return the same message with its 8-bit parts re-encoded, or None where that can't be done safely.

    A signature would no longer fit, and a header with 8-bit bytes has no other form that means the same.
    """
    header = content.partition(b"\r\n\r\n")[0]
    if not header.isascii():
        return None
    message = email.message_from_bytes(content, policy=policy.compat32)
    if "DKIM-Signature" in message or any(part.get_content_type() in _SEALED for part in message.walk()):
        return None
    try:
        for part in message.walk():
            _re_encode(part)
        if "MIME-Version" not in message:
            message["MIME-Version"] = "1.0"
        out = BytesIO()
        BytesGenerator(out, mangle_from_=False, maxheaderlen=0, policy=policy.compat32.clone(linesep="\r\n")).flatten(message)
    except (MessageError, LookupError, ValueError, TypeError, AttributeError):
        return None
    made = out.getvalue()
    return made if made.isascii() else None


def _re_encode(part: Message) -> None:
    if part.is_multipart():
        if part.get("Content-Transfer-Encoding", "7bit").strip().lower() != "7bit":
            part.replace_header("Content-Transfer-Encoding", "7bit")
        return
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or part.get("Content-Transfer-Encoding", "").strip().lower() in (
            "quoted-printable", "base64"):
        return
    if payload.isascii():
        if "Content-Transfer-Encoding" in part:
            part.replace_header("Content-Transfer-Encoding", "7bit")
        return
    if "Content-Type" not in part:
        part["Content-Type"] = 'text/plain; charset="unknown-8bit"'  # RFC 1428
    del part["Content-Transfer-Encoding"]
    part.set_payload(payload)
    (encoders.encode_quopri if part.get_content_maintype() == "text" else encoders.encode_base64)(part)
