"""The certificate: a self-signed one made at first start, or PEM files named in the settings."""

from __future__ import annotations

import logging
import ssl
from pathlib import Path

from posthouse_server.certificates import CertificateError, make_self_signed
from posthouse_server.settings.schema import Inbound

__all__ = ["CertificateError", "make_context", "make_self_signed"]

_log = logging.getLogger(__name__)


def make_context(inbound: Inbound, self_signed: Path, hostname: str, *, is_first_try: bool = True) -> ssl.SSLContext:
    """Return the TLS context for the listeners; makes the self-signed certificate if it is needed, and missing or damaged."""
    certificate = Path(inbound.certificate_file) if inbound.certificate_file else self_signed
    key = Path(inbound.private_key_file) if inbound.certificate_file and inbound.private_key_file else None
    if certificate == self_signed and not self_signed.exists():
        make_self_signed(self_signed, hostname)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        # Without a password function OpenSSL would ask for one at the terminal, and the server would wait for ever.
        context.load_cert_chain(certificate, key, password=lambda: "")
    except FileNotFoundError:
        missing = certificate if not certificate.exists() else key
        raise CertificateError(f"The certificate file {missing} does not exist.") from None
    except (OSError, ssl.SSLError, ValueError) as error:
        if certificate != self_signed or not is_first_try:
            raise CertificateError(f"The certificate {certificate} can't be used with its key: {error}.") from error
        # Ours, and nobody has anything else to start TLS with: a failing disk has spoilt it.
        _log.warning("The self-signed certificate %s is damaged (%s) and made anew", self_signed, error)
        make_self_signed(self_signed, hostname)
        return make_context(inbound, self_signed, hostname, is_first_try=False)
    return context
