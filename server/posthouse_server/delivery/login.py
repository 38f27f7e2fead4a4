"""Logging in to the smart host: with the password from the keyring, or with an OAuth 2.0 access token."""

from __future__ import annotations

import asyncio
import http.client
import json
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from typing import TypeVar

import aiosmtplib

from posthouse_server.delivery.delivery import TransientFailure, printable, words
from posthouse_server.secrets import Secrets, SecretsError, smart_host_secret_name
from posthouse_server.settings.schema import OAuth2, SmartHost, SmartHostAuthentication

_TOKEN_TIMEOUT_S = 30
_EARLY_S = 60.0  # a token is renewed so long before it ends
_SECRET_KEPT_S = 5.0
_PATIENCE_S = 40.0
_T = TypeVar("_T")


class SmartHostLogin:
    """Keeps access tokens until they expire, and the secret for a few seconds."""

    def __init__(self, secrets: Secrets) -> None:
        """Take secrets from here."""
        self._secrets = secrets
        self._tokens: dict[tuple[OAuth2, str], tuple[str, float]] = {}
        self._kept: tuple[str, str, float] | None = None

    async def log_in(self, client: aiosmtplib.SMTP, settings: SmartHost) -> None:
        """Log in if the settings ask for it.

        Raises aiosmtplib's errors, or TransientFailure: a login that fails keeps the mail waiting, since it is the
        administrator's to mend and never the sender's fault.
        """
        if settings.authentication is SmartHostAuthentication.NONE:
            return
        remote = f"{settings.host}:{settings.port}"
        secret = await self._secret(settings, remote)
        try:
            if settings.authentication is SmartHostAuthentication.OAUTH2:
                await client.auth_xoauth2(settings.username, await self._token(settings, secret, remote))
            else:
                await client.login(settings.username, secret)
        except aiosmtplib.SMTPAuthenticationError as error:
            self._tokens.clear()
            self._kept = None
            raise TransientFailure(f"{words(error.code, error.message)} (the smart host refused the login of "
                                   f"{settings.username})", remote) from error
        except (aiosmtplib.SMTPException, RuntimeError, ValueError) as error:  # the latter: a name that can't be encoded
            self._kept = None
            raise TransientFailure(f"454 4.7.0 The login at {remote} failed: {printable(str(error))}", remote) from error

    async def _secret(self, settings: SmartHost, remote: str) -> str:
        name = smart_host_secret_name(settings.host, settings.username)
        if self._kept is not None and self._kept[0] == name and time.monotonic() < self._kept[2]:
            return self._kept[1]
        try:
            secret = await _off_the_loop(lambda: self._secrets.get(name))
        except (SecretsError, TimeoutError) as error:
            raise TransientFailure(f"454 4.7.0 {error or 'The keyring does not answer.'}", remote) from error
        if secret is None:
            raise TransientFailure(f"454 4.7.0 No password is kept for {settings.username} at {remote}; enter it in SMTP "
                                   "Properties, Smart Host, or with posthousectl smart-host password", remote)
        self._kept = (name, secret, time.monotonic() + _SECRET_KEPT_S)
        return secret

    async def _token(self, settings: SmartHost, secret: str, remote: str) -> str:
        key = (settings.oauth2, secret)
        token, until = self._tokens.get(key, ("", 0.0))
        if time.monotonic() >= until:
            try:
                token, seconds = await _off_the_loop(lambda: _fetch_token(settings.oauth2, secret))
            except (OSError, ValueError, KeyError, TypeError, http.client.HTTPException) as error:
                raise TransientFailure(f"454 4.7.0 No access token from {settings.oauth2.token_url}: "
                                       f"{printable(str(error))}", remote) from error
            self._tokens[key] = (token, time.monotonic() + seconds - _EARLY_S)
        return token


async def _off_the_loop(work: Callable[[], _T]) -> _T:
    """Run blocking work in a thread that may hang: it takes nobody's place in a pool, and does not keep the server alive.

    Raises what the work raises, or TimeoutError.
    """
    loop = asyncio.get_running_loop()
    outcome: asyncio.Future[_T] = loop.create_future()

    def settle(method: Callable[..., None], value: object) -> None:
        if not outcome.done():
            method(value)

    def run() -> None:
        try:
            found = work()
        except Exception as error:  # noqa: BLE001 - it travels on through the future
            loop.call_soon_threadsafe(settle, outcome.set_exception, error)
        else:
            loop.call_soon_threadsafe(settle, outcome.set_result, found)

    threading.Thread(target=run, name="smart host login", daemon=True).start()
    return await asyncio.wait_for(outcome, _PATIENCE_S)


def _fetch_token(settings: OAuth2, secret: str) -> tuple[str, float]:
    """Ask for an access token with client credentials; returns it with its seconds to live. Blocks."""
    form = urllib.parse.urlencode({"grant_type": "client_credentials", "client_id": settings.client_id,
                                   "client_secret": secret, "scope": settings.scope})
    request = urllib.request.Request(settings.token_url, form.encode(), method="POST")  # noqa: S310 - the schema allows https only, http to this computer
    try:
        with urllib.request.urlopen(request, timeout=_TOKEN_TIMEOUT_S) as response:  # noqa: S310
            answer = json.load(response)
    except urllib.error.HTTPError as error:
        with error:
            raise ValueError(f"HTTP {error.code}: {error.read(500).decode('utf-8', 'replace')}") from error
    return str(answer["access_token"]), float(answer.get("expires_in", 300))
