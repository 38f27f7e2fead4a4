"""Access tokens for the smart host (RFC 6749 section 4.4), and blocking work that may hang."""

from __future__ import annotations

import asyncio
import json
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from typing import TypeVar

from posthouse_server.settings.schema import OAuth2

_TOKEN_TIMEOUT_S = 30
_PATIENCE_S = 40.0
_T = TypeVar("_T")


async def off_the_loop(work: Callable[[], _T]) -> _T:
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


def fetch_token(settings: OAuth2, secret: str) -> tuple[str, float]:
    """Ask for an access token with client credentials; returns it with its seconds to live. Blocks.

    Raises OSError, ValueError, KeyError, TypeError or http.client.HTTPException, as the other side answers.
    """
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
