"""Certificate files: what they say, and what is taken over from PEM and PFX files."""

from __future__ import annotations

import os
import random
import ssl
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509 import load_pem_x509_certificate

from posthouse_server.certificates import CertificateError, bring_in, facts_of, make_self_signed
from posthouse_server.paths import DataFolder


@pytest.fixture
def pem(tmp_path: Path) -> Path:
    path = tmp_path / "made" / "own.pem"
    make_self_signed(path, "mail.example.com")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    folder = DataFolder(tmp_path / "data")
    folder.create()
    return folder


def _pfx(pem: Path, password: str) -> bytes:
    content = pem.read_bytes()
    key = serialization.load_pem_private_key(content, None)
    hidden = serialization.BestAvailableEncryption(password.encode()) if password else serialization.NoEncryption()
    return pkcs12.serialize_key_and_certificates(
        b"own", key, load_pem_x509_certificate(content), None, hidden)  # type: ignore[arg-type]  # any private key


def test_a_certificate_says_for_whom_and_how_long(pem: Path) -> None:
    facts = facts_of(pem)
    assert facts.is_self_signed
    assert facts.names == ("mail.example.com", "localhost", "127.0.0.1", "::1")
    assert 3640 < facts.days_left(datetime.now(UTC)) < 3660


@pytest.mark.parametrize("password", ["", "geheim"])
def test_a_pfx_file_is_taken_over(pem: Path, folder: DataFolder, password: str) -> None:
    path = pem.with_suffix(".pfx")
    path.write_bytes(_pfx(pem, password))
    found = bring_in(folder, path, password)
    assert found.parent == folder.certificate.parent
    assert facts_of(found).names == facts_of(pem).names
    ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(found)
    if os.name != "nt":
        assert found.stat().st_mode & 0o077 == 0


def test_a_pem_file_with_its_key_is_taken_over(pem: Path, folder: DataFolder) -> None:
    assert facts_of(bring_in(folder, pem)).names == facts_of(pem).names


def _only(path: Path, begin: str) -> Path:
    """Keep one part of a PEM file."""
    text = path.read_text()
    start = text.index(f"-----BEGIN {begin}-----")
    end = text.index(f"-----END {begin}-----") + len(f"-----END {begin}-----")
    part = path.with_name(f"{begin.replace(' ', '-')}.pem")
    part.write_text(text[start:end] + "\n")
    return part


def test_what_can_not_be_used_is_said(pem: Path, folder: DataFolder) -> None:
    locked = pem.with_suffix(".pfx")
    locked.write_bytes(_pfx(pem, "geheim"))
    other = pem.with_name("other.pem")
    make_self_signed(other, "other.example")
    mixed = pem.with_name("mixed.pem")
    mixed.write_text(_only(pem, "PRIVATE KEY").read_text() + _only(other, "CERTIFICATE").read_text())
    for path, words in ((locked, "the password is wrong"), (_only(pem, "CERTIFICATE"), "holds a certificate but not its key"),
                        (_only(pem, "PRIVATE KEY"), "holds no certificate"), (mixed, "belongs to another certificate"),
                        (pem.with_name("none.pem"), "can't be read")):
        with pytest.raises(CertificateError, match=words):
            bring_in(folder, path)
    assert not list(folder.root.rglob("imported-*"))
    with pytest.raises(CertificateError, match="holds no certificate in PEM form"):
        facts_of(locked)


def test_a_key_with_a_password_opens_with_it(pem: Path, folder: DataFolder) -> None:
    key = serialization.load_pem_private_key(pem.read_bytes(), None)
    hidden = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                               serialization.BestAvailableEncryption(b"geheim"))
    locked = pem.with_name("locked.pem")
    locked.write_bytes(hidden + _only(pem, "CERTIFICATE").read_bytes())
    with pytest.raises(CertificateError, match="the password is wrong or missing"):
        bring_in(folder, locked)
    assert facts_of(bring_in(folder, locked, "geheim")).names == facts_of(pem).names


def _with_version(pem: Path, number: int) -> Path:
    """Give a certificate another version: X.509 knows 0 to 2, in the context tag at the beginning."""
    der = ssl.PEM_cert_to_DER_cert(_only(pem, "CERTIFICATE").read_text())
    assert der.count(b"\xa0\x03\x02\x01\x02") == 1
    altered = ssl.DER_cert_to_PEM_cert(der.replace(b"\xa0\x03\x02\x01\x02", bytes((0xA0, 3, 2, 1, number))))
    path = pem.with_name("version.pem")
    path.write_text(_only(pem, "PRIVATE KEY").read_text() + altered)
    return path


def test_a_certificate_of_an_unknown_version_is_refused(pem: Path, folder: DataFolder) -> None:
    path = _with_version(pem, 9)
    with pytest.raises(CertificateError):
        facts_of(path)
    with pytest.raises(CertificateError):
        bring_in(folder, path)


def test_a_damaged_certificate_is_refused_in_a_sentence(pem: Path, folder: DataFolder) -> None:
    rng = random.Random(7)
    der = ssl.PEM_cert_to_DER_cert(_only(pem, "CERTIFICATE").read_text())
    key, path = _only(pem, "PRIVATE KEY").read_text(), pem.with_name("damaged.pem")
    refusals = list[str]()
    for _ in range(300):
        altered = bytearray(der)
        altered[rng.randrange(len(der))] = rng.randrange(256)
        path.write_text(key + ssl.DER_cert_to_PEM_cert(bytes(altered)))
        before = set(folder.certificate.parent.glob("*"))
        try:
            facts_of(bring_in(folder, path))
        except CertificateError as error:
            refusals.append(str(error))
            assert set(folder.certificate.parent.glob("*")) == before, "nothing is written"
    assert len(refusals) > 50
    assert not [text for text in refusals if "\n" in text]


def test_two_imports_in_a_second_are_two_files(pem: Path, folder: DataFolder) -> None:
    assert len({bring_in(folder, pem) for _ in range(3)}) == 3
