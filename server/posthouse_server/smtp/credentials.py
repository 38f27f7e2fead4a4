"""The dialog of AUTH: PLAIN and LOGIN, each with or without an initial response (RFC 4954, RFC 4616)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiosmtpd.smtp import MISSING

from posthouse_server.smtp import replies
from posthouse_server.smtp.authentication import decode_base64, decode_plain

if TYPE_CHECKING:
    from posthouse_server.smtp.protocol import SmtpProtocol


async def ask_credentials(server: SmtpProtocol, args: list[str]) -> tuple[str, str] | None:
    """Return login and password; None: the client gave none, and has its reply already."""
    return await (_plain(server, args) if args[0] == "PLAIN" else _login(server, args))


async def _plain(server: SmtpProtocol, args: list[str]) -> tuple[str, str] | None:
    response = decode_base64(args[1]) if len(args) > 1 else await server.challenge_auth("")
    if response is MISSING:
        return None
    credentials = decode_plain(response) if isinstance(response, bytes) else None
    if credentials is None:
        server.reply(replies.AUTH_MALFORMED)
    return credentials


async def _login(server: SmtpProtocol, args: list[str]) -> tuple[str, str] | None:
    answers: list[bytes] = []
    if len(args) > 1:
        initial = decode_base64(args[1])
        if initial is None:
            server.reply(replies.AUTH_MALFORMED)
            return None
        answers.append(initial)
    for challenge in ("Username:", "Password:")[len(answers):]:
        answer = await server.challenge_auth(challenge)
        if not isinstance(answer, bytes):
            return None
        answers.append(answer)
    try:
        return answers[0].decode("utf-8"), answers[1].decode("utf-8")
    except UnicodeDecodeError:
        server.reply(replies.AUTH_MALFORMED)
        return None
