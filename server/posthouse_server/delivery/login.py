"""Logging in to the smart host: with the password from the keyring, or with an OAuth 2.0 access token."""

from __future__ import annotations

import asyncio
import http.client
import time

from posthouse_server.delivery import mechanisms
from posthouse_server.delivery.connection import Connection
from posthouse_server.delivery.delivery import TransientFailure
from posthouse_server.delivery.oauth import fetch_token, off_the_loop
from posthouse_server.delivery.reply import Reply
from posthouse_server.delivery.words import printable
from posthouse_server.secrets import Secrets, SecretsError, smart_host_secret_name
from posthouse_server.settings.schema import OAuth2, SmartHost, SmartHostAuthentication

_EARLY_S = 60.0  # a token is renewed so long before it ends
_SECRET_KEPT_S = 5.0
_PAUSE_S = 30.0  # after a refused login: accounts get locked
_WELCOME = 235


class SmartHostLogin:
    """Keeps access tokens until they expire, the secret for a few seconds, and what was refused for half a minute."""

    def __init__(self, secrets: Secrets) -> None:
        """Take secrets from here."""
        self._secrets = secrets
        self._tokens: dict[tuple[OAuth2, str], tuple[str, float]] = {}
        self._kept: tuple[str, str, float] | None = None
        self._lock = asyncio.Lock()
        self._proven: tuple[SmartHost, str] | None = None
        self._refused: tuple[SmartHost, str, float, TransientFailure] | None = None

    def another(self) -> SmartHostLogin:
        """Return one for another smart host, with secrets from the same place."""
        return SmartHostLogin(self._secrets)

    async def log_in(self, connection: Connection, settings: SmartHost) -> None:
        """Log in if the settings ask for it.

        Raises DialogError, BadReplyError, or TransientFailure; the latter with `is_ours` when the login is refused, since
        that is the administrator's to mend and never the sender's fault.
        """
        if settings.authentication is SmartHostAuthentication.NONE:
            return
        secret = await self._secret(settings)
        if self._proven == (settings, secret):
            await self._try(connection, settings, secret)
            return
        async with self._lock:  # one after the other, until it is known to work
            self._raise_if_paused(settings, secret)
            await self._try(connection, settings, secret)

    async def may_try(self, settings: SmartHost) -> bool:
        """Return whether another attempt makes sense: the last refusal is long ago, or something has changed since."""
        try:
            secret = "" if settings.authentication is SmartHostAuthentication.NONE else await self._secret(settings)
            self._raise_if_paused(settings, secret)
        except TransientFailure:
            return False
        return True

    def note_refusal(self, settings: SmartHost, failure: TransientFailure) -> None:
        """Remember that a login is wanted, said after all went well."""
        secret = self._proven[1] if self._proven is not None and self._proven[0] == settings else ""
        self._refused = (settings, secret, time.monotonic(), failure)

    def _raise_if_paused(self, settings: SmartHost, secret: str) -> None:
        if self._refused is not None and self._refused[:2] == (settings, secret) and (
                time.monotonic() < self._refused[2] + _PAUSE_S):
            raise TransientFailure(self._refused[3].reply, self._refused[3].remote, is_ours=True)

    async def _try(self, connection: Connection, settings: SmartHost, secret: str) -> None:
        remote = connection.remote
        try:
            if settings.authentication is SmartHostAuthentication.OAUTH2:
                reply = await self._with_token(connection, settings, secret, remote)
            else:
                reply = await mechanisms.with_password(connection, settings.username, secret)
        except UnicodeEncodeError:
            raise self._failed(settings, secret, f"454 4.7.0 The login at {remote} failed: the user name or the secret has "
                               "characters in it that can't be sent", remote) from None
        except mechanisms.NotOfferedError as error:
            raise self._failed(settings, secret, f"454 4.7.0 The login at {remote} failed: {error}", remote) from error
        if reply.code == _WELCOME:
            self._proven, self._refused = (settings, secret), None
        elif 400 <= reply.code < 500:
            raise TransientFailure(f"{reply.words} (the smart host could not check the login of {settings.username})", remote)
        else:
            raise self._failed(settings, secret, f"{reply.words} (the smart host refused the login of {settings.username})",
                               remote)

    def _failed(self, settings: SmartHost, secret: str, words: str, remote: str) -> TransientFailure:
        """Return a failure, and remember it."""
        self._proven, self._kept = None, None
        failure = TransientFailure(words, remote, is_ours=True)
        self._refused = (settings, secret, time.monotonic(), failure)
        return failure

    async def _with_token(self, connection: Connection, settings: SmartHost, secret: str, remote: str) -> Reply:
        """Log in with the token at hand; one that was kept may be void by now, and a new one is fetched then."""
        key = (settings.oauth2, secret)
        token, until = self._tokens.get(key, ("", 0.0))
        if time.monotonic() < until:
            reply = await mechanisms.with_token(connection, settings.username, token)
            if reply.code < 500:
                return reply
            del self._tokens[key]
        try:
            token, seconds = await off_the_loop(lambda: fetch_token(settings.oauth2, secret))
        except (OSError, ValueError, KeyError, TypeError, http.client.HTTPException) as error:
            raise self._failed(settings, secret, f"454 4.7.0 No access token from {settings.oauth2.token_url}: "
                               f"{printable(str(error)) or type(error).__name__}", remote) from error
        reply = await mechanisms.with_token(connection, settings.username, token)
        if reply.code == _WELCOME:
            self._tokens[key] = (token, time.monotonic() + seconds - _EARLY_S)
        return reply

    async def _secret(self, settings: SmartHost) -> str:
        """Return the secret; raises TransientFailure, without the pause of a refused login: nobody was asked."""
        remote = f"{settings.host}:{settings.port}"
        name = smart_host_secret_name(settings.host, settings.username)
        if self._kept is not None and self._kept[0] == name and time.monotonic() < self._kept[2]:
            return self._kept[1]
        try:
            secret = await off_the_loop(lambda: self._secrets.get(name))
        except (SecretsError, TimeoutError) as error:
            raise TransientFailure(f"454 4.7.0 {error or 'The keyring does not answer.'}", remote, is_ours=True) from error
        if secret is None:
            raise TransientFailure(f"454 4.7.0 No password is kept for {settings.username} at {remote}; enter it in SMTP "
                                   "Properties, Smart Host, or with posthousectl smart-host password", remote, is_ours=True)
        self._kept = (name, secret, time.monotonic() + _SECRET_KEPT_S)
        return secret
