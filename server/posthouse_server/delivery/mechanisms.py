"""What is said in AUTH (RFC 4954): PLAIN, LOGIN, CRAM-MD5 and XOAUTH2."""

from __future__ import annotations

import binascii
import hmac
from base64 import b64decode, b64encode

from posthouse_server.delivery.connection import Connection
from posthouse_server.delivery.reply import Reply

_GO_ON = 334
_UNKNOWN_MECHANISM = 504


class NotOfferedError(Exception):
    """The server offers no way to log in that we know; the message says what it offers."""


async def with_password(connection: Connection, username: str, password: str) -> Reply:
    """Log in by the first mechanism that both sides know and return the last reply.

    Raises NotOfferedError, UnicodeEncodeError, DialogError or BadReplyError.
    """
    offered = connection.extensions.get("AUTH", "").upper().split()
    login, secret = username.encode(), password.encode()
    reply = None
    for name, mechanism in (("PLAIN", _plain), ("LOGIN", _login), ("CRAM-MD5", _cram_md5)):
        if name in offered:
            reply = await mechanism(connection, login, secret)
            if reply.code != _UNKNOWN_MECHANISM:  # a refused password is not tried in other ways: accounts get locked
                return reply
    if reply is None:
        raise NotOfferedError(f"the server offers {' '.join(offered) or 'no AUTH at all'}, and none of PLAIN, LOGIN, CRAM-MD5")
    return reply


async def with_token(connection: Connection, username: str, token: str) -> Reply:
    """Log in with an access token and return the last reply; raises like with_password."""
    offered = connection.extensions.get("AUTH", "").upper().split()
    if "XOAUTH2" not in offered:
        raise NotOfferedError(f"the server offers {' '.join(offered) or 'no AUTH at all'}, and not XOAUTH2")
    connection.dialog.keep_secret(token)
    words = f"user={username}\1auth=Bearer {token}\1\1"
    reply = await connection.dialog.ask(f"AUTH XOAUTH2 {_encoded(words.encode())}")
    # A refusal comes as a challenge that holds the reason; an empty answer asks for the reply itself.
    return await connection.dialog.ask("") if reply.code == _GO_ON else reply


async def _plain(connection: Connection, login: bytes, password: bytes) -> Reply:
    connection.dialog.keep_secret(password.decode())
    return await connection.dialog.ask(f"AUTH PLAIN {_encoded(b'%c%b%c%b' % (0, login, 0, password))}")


async def _login(connection: Connection, login: bytes, password: bytes) -> Reply:
    connection.dialog.keep_secret(password.decode())
    reply = await connection.dialog.ask("AUTH LOGIN")
    for answer in (login, password):
        if reply.code != _GO_ON:
            break
        reply = await connection.dialog.ask(_encoded(answer))
    return reply


async def _cram_md5(connection: Connection, login: bytes, password: bytes) -> Reply:
    """The password does not travel; the challenge must be read as it is, whatever words are in it."""
    reply = await connection.dialog.ask("AUTH CRAM-MD5")
    if reply.code != _GO_ON:
        return reply
    try:
        challenge = b64decode(reply.text, validate=True)
    except (binascii.Error, ValueError):
        return await connection.dialog.ask("*")
    digest = hmac.new(password, challenge, "md5").hexdigest()
    return await connection.dialog.ask(_encoded(login + b" " + digest.encode()))


def _encoded(text: bytes) -> str:
    return b64encode(text).decode()
