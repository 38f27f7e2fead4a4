"""Certificate files: what stands in one, a self-signed one of our own, and those that an administrator brings."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from posthouse_server.paths import DataFolder
from posthouse_server.store.files import sync_file, sync_folder
from posthouse_server.words import tr

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

_VALID_FOR = timedelta(days=3652)
_PFX_ENDINGS = (".pfx", ".p12")


class CertificateError(Exception):
    """The certificate can't be used; the message is a sentence that names the file."""


class CertificatePasswordError(CertificateError):
    """The file does not open: its password is wrong or missing."""


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """What a certificate says of itself."""

    subject: str
    issuer: str
    names: tuple[str, ...]
    """The host names and addresses that it is for."""
    valid_from: datetime
    valid_until: datetime
    is_self_signed: bool

    def days_left(self, at: datetime) -> int:
        """Return the whole days until it ends; negative when it has ended."""
        return (self.valid_until - at).days


def facts_of(path: Path) -> CertificateFacts:
    """Return what the first certificate of a PEM file says; raises CertificateError."""
    from cryptography import x509

    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise CertificateError(tr("The certificate file {path} does not exist.", path=path)) from None
    except OSError as error:
        raise CertificateError(tr("The certificate file {path} can't be read: {strerror}.",
                                  path=path, strerror=error.strerror)) from error
    with _reading(tr("The file {path} holds no certificate in PEM form that can be read.", path=path)):
        return _facts(x509.load_pem_x509_certificate(content))


@contextmanager
def _reading(sentence: str, kind: type[CertificateError] = CertificateError) -> Iterator[None]:
    """Turn what a strange or damaged certificate or key raises into this sentence; raises CertificateError."""
    from cryptography import x509
    from cryptography.exceptions import UnsupportedAlgorithm

    try:
        yield
    except (ValueError, TypeError, UnsupportedAlgorithm, x509.InvalidVersion, x509.DuplicateExtension,
            x509.UnsupportedGeneralNameType) as error:
        raise kind(sentence) from error


def _facts(found: Certificate) -> CertificateFacts:
    from cryptography import x509

    try:
        extension = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        names = (*extension.get_values_for_type(x509.DNSName), *map(str, extension.get_values_for_type(x509.IPAddress)))
    except x509.ExtensionNotFound:
        names = ()
    return CertificateFacts(found.subject.rfc4514_string(), found.issuer.rfc4514_string(), names, found.not_valid_before_utc,
                            found.not_valid_after_utc, found.subject == found.issuer)


def bring_in(folder: DataFolder, path: Path, password: str = "") -> Path:
    """Copy the certificate, its chain and its key out of a PEM or PFX file into the data folder, as one PEM file (0600).

    Returns the new file. Raises CertificateError: no key in it, a key of another certificate, a wrong password, a full disk.
    """
    from cryptography.hazmat.primitives import serialization

    try:
        content = path.read_bytes()
    except OSError as error:
        raise CertificateError(tr("{path} can't be read: {strerror}.", path=path, strerror=error.strerror)) from error
    read = _from_pfx if path.suffix.lower() in _PFX_ENDINGS else _from_pem
    key, chain = read(path, content, password)
    if not chain or key is None:
        raise CertificateError(tr("{path} holds a certificate but not its key.", path=path) if chain else
                               tr("{path} holds no certificate.", path=path))
    with _reading(tr("The certificate or the key in {path} is damaged, or of a kind that can't be used.", path=path)):
        _facts(chain[0])
        is_pair = key.public_key() == chain[0].public_key()
        pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        pem += b"".join(item.public_bytes(serialization.Encoding.PEM) for item in chain)
    if not is_pair:
        raise CertificateError(tr("The key in {path} belongs to another certificate.", path=path))
    target = folder.certificate.with_name(f"imported-{datetime.now(UTC):%Y%m%d-%H%M%S}-{token_hex(3)}.pem")
    _write(target, pem)
    return target


def _from_pfx(path: Path, content: bytes, password: str) -> tuple[Any, list[Certificate]]:
    from cryptography.hazmat.primitives.serialization import pkcs12

    with _reading(tr("{path} can't be opened: the password is wrong, or it is no PFX file.", path=path),
                  CertificatePasswordError):
        key, certificate, others = pkcs12.load_key_and_certificates(content, password.encode() or None)
    return key, [*([certificate] if certificate is not None else []), *others]


def _from_pem(path: Path, content: bytes, password: str) -> tuple[Any, list[Certificate]]:
    from cryptography import x509
    from cryptography.hazmat.primitives import serialization

    chain: list[Certificate] = []
    if b"CERTIFICATE-----" in content:
        with _reading(tr("The certificate in {path} is damaged, or of a kind that can't be used.", path=path)):
            chain = x509.load_pem_x509_certificates(content)
    if b"PRIVATE KEY-----" not in content:
        return None, chain
    with _reading(tr("The key in {path} can't be opened: the password is wrong or missing.", path=path),
                  CertificatePasswordError):
        key = serialization.load_pem_private_key(content, password.encode() or None)
    return key, chain


def make_self_signed(path: Path, hostname: str) -> None:
    """Write a P-256 key and a certificate for ten years with this machine's names to one PEM file (0600).

    Raises CertificateError where it can't be written.
    """
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
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    _write(path, pem + certificate.public_bytes(serialization.Encoding.PEM))


def _write(path: Path, content: bytes) -> None:
    """Put a file in place whole (0600): half a certificate, left by a crash, would keep the server from ever starting again."""
    temporary = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(exist_ok=True)
        temporary.unlink(missing_ok=True)
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            sync_file(file)
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise CertificateError(tr("The certificate {path} can't be written: {reason}.", path=path,
                                  reason=error.strerror)) from error
