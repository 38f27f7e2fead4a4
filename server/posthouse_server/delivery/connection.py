"""Opening a connection to another server, with TLS as far as the settings ask for it."""

from __future__ import annotations

import asyncio
import logging
import ssl
from typing import cast

import aiosmtplib

from posthouse_server.settings.schema import SmartHostTls

_log = logging.getLogger(__name__)
_QUIT_TIMEOUT_S = 5


async def open_connection(host: str, port: int, tls: SmartHostTls, hostname: str, timeout_s: float, *,
                          may_be_plain: bool = True) -> aiosmtplib.SMTP:
    """Connect, greet and secure; raises aiosmtplib's errors, OSError or ValueError (a name that is none).

    Without may_be_plain opportunistic TLS is TLS (with any certificate) or nothing.
    """
    is_checked = tls in (SmartHostTls.REQUIRED, SmartHostTls.IMPLICIT)
    client = _client(host, port, hostname, timeout_s, use_tls=tls is SmartHostTls.IMPLICIT, is_checked=is_checked)
    try:
        await client.connect()
        if tls is SmartHostTls.REQUIRED or (tls is SmartHostTls.OPPORTUNISTIC and not may_be_plain):
            await client.starttls()
        elif tls is SmartHostTls.OPPORTUNISTIC and not await _try_starttls(client):
            client.close()
            client = _client(host, port, hostname, timeout_s, use_tls=False, is_checked=False)
            await client.connect()
        await client._ehlo_or_helo_if_needed()  # the public ehlo() does not fall back to HELO
    except BaseException:
        client.close()
        raise
    return client


async def _try_starttls(client: aiosmtplib.SMTP) -> bool:
    """Return False if the handshake has spoilt the connection: opportunistic TLS rather goes without (RFC 7435)."""
    await client._ehlo_or_helo_if_needed()
    if not client.supports_extension("starttls"):
        return True
    try:
        await client.starttls()
    except aiosmtplib.SMTPResponseException as error:
        _log.debug("%s offers STARTTLS, but then says %s", client.hostname, error)
        return client.is_connected
    except (aiosmtplib.SMTPException, ssl.SSLError, OSError) as error:
        _log.info("TLS with %s failed (%s); opportunistic TLS goes on without", client.hostname, error)
        return False
    return True


def _client(host: str, port: int, hostname: str, timeout_s: float, *, use_tls: bool, is_checked: bool) -> aiosmtplib.SMTP:
    return aiosmtplib.SMTP(hostname=host, port=port, local_hostname=hostname, use_tls=use_tls, start_tls=False,
                           validate_certs=is_checked, timeout=timeout_s)


async def say_goodbye(client: aiosmtplib.SMTP) -> None:
    """Send QUIT where that still works; its answer changes nothing."""
    transport = client.transport
    try:
        if client.is_connected:
            await client.quit(timeout=_QUIT_TIMEOUT_S)
    except (aiosmtplib.SMTPException, OSError) as error:
        _log.debug("QUIT to %s failed: %s", client.hostname, error)
    client.close()
    if transport is not None:
        cast(asyncio.Transport, transport).abort()  # all is said; an orderly end of TLS may wait 30 s for the other side
