"""The certificate: a self-signed one made at first start, or PEM files named in the settings."""

from __future__ import annotations

import logging
import os
import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from posthouse_server.settings.schema import Inbound
from posthouse_server.store.files import sync_file, sync_folder

_log = logging.getLogger(__name__)
_VALID_FOR = timedelta(days=3652)


class CertificateError(Exception):
    """The certificate can't be used; the message is a sentence that names the file."""


def make_context(inbound: Inbound, self_signed: Path, hostname: str, *, is_first_try: bool = True) -> ssl.SSLContext:
    """Return the TLS context for the listeners; makes the self-signed certificate if it is needed, and missing or damaged."""
    certificate = Path(inbound.certificate_file) if inbound.certificate_file else self_signed
    key = Path(inbound.private_key_file) if inbound.certificate_file and inbound.private_key_file else None
    if certificate == self_signed and not self_signed.exists():
        _make_anew(self_signed, hostname)
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
        _make_anew(self_signed, hostname)
        return make_context(inbound, self_signed, hostname, is_first_try=False)
    return context


def _make_anew(path: Path, hostname: str) -> None:
    try:
        make_self_signed(path, hostname)
    except OSError as error:
        raise CertificateError(f"The certificate {path} can't be written: {error.strerror}.") from error


def make_self_signed(path: Path, hostname: str) -> None:
    """Write a P-256 key and a certificate for ten years with this machine's names to one PEM file (0600)."""
    # Imported here: it is needed once in a server's life, and takes 8 MiB and 60 ms of each start otherwise.
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, hostname[:64])])
    names: list[x509.GeneralName] = [x509.DNSName(text) for text in dict.fromkeys((hostname, "localhost"))]
    names += [x509.IPAddress(ip_address(text)) for text in ("127.0.0.1", "::1")]
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + _VALID_FOR).add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True).sign(key, hashes.SHA256()))
    path.parent.mkdir(exist_ok=True)
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    # Put in place whole: half a certificate, left by a crash, would keep the server from ever starting again.
    temporary = path.with_name(path.name + ".new")
    temporary.unlink(missing_ok=True)
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(pem + certificate.public_bytes(serialization.Encoding.PEM))
        sync_file(file)
    temporary.replace(path)
    sync_folder(path.parent)
