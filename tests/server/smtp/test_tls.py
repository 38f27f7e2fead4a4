"""TLS: the self-signed certificate, PEM files, STARTTLS and what may not survive it."""

import os
import ssl
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization

from harness.relay import Relay, eventually, insecure_context
from posthouse_server.paths import DataFolder
from posthouse_server.reload import Loader
from posthouse_server.settings import set_paths
from posthouse_server.settings.schema import Inbound
from posthouse_server.smtp.tls import CertificateError, make_context, make_self_signed
from posthouse_server.store import Store

Run = Callable[[Coroutine[Any, Any, None]], None]

STRICT = {"smtp.inbound.listeners": [{"port": 0, "tls": name} for name in ("starttls", "implicit", "none")]}


def test_the_self_signed_certificate_names_this_machine_for_ten_years(tmp_path: Path) -> None:
    path = tmp_path / "tls" / "self-signed.pem"
    make_self_signed(path, "relay.example")
    certificate = x509.load_pem_x509_certificate(path.read_bytes())
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == ["relay.example", "localhost"]
    assert [str(name) for name in names.get_values_for_type(x509.IPAddress)] == ["127.0.0.1", "::1"]
    assert certificate.not_valid_after_utc > datetime.now(UTC) + timedelta(days=3650)
    assert [found.name for found in path.parent.iterdir()] == ["self-signed.pem"]
    if os.name != "nt":
        assert path.stat().st_mode & 0o777 == 0o600


def test_it_is_made_once_and_made_whole(tmp_path: Path) -> None:
    path = tmp_path / "tls" / "self-signed.pem"
    path.parent.mkdir()
    (path.parent / "self-signed.pem.new").write_text("left by a crash")
    make_context(Inbound(), path, "relay.example")
    first = path.read_bytes()
    make_context(Inbound(), path, "other.example")
    assert path.read_bytes() == first


def _inbound(certificate: Path | str, key: Path | str = "") -> Inbound:
    return Inbound(certificate_file=str(certificate), private_key_file=str(key))


def test_what_is_wrong_with_a_certificate_is_said_in_a_sentence(tmp_path: Path) -> None:
    good, other, unused = tmp_path / "good.pem", tmp_path / "other.pem", tmp_path / "unused.pem"
    make_self_signed(good, "a.example")
    make_self_signed(other, "b.example")
    text = tmp_path / "text.pem"
    text.write_text("hello")
    for inbound, sentence in (
            (_inbound(tmp_path / "no.pem"), f"The certificate file {tmp_path / 'no.pem'} does not exist."),
            (_inbound(good, tmp_path / "no.key"), f"The certificate file {tmp_path / 'no.key'} does not exist."),
            (_inbound(text), f"The certificate {text} can't be used with its key: "),
            (_inbound(good, other), f"The certificate {good} can't be used with its key: "),
            (_inbound(tmp_path), f"The certificate {tmp_path} can't be used with its key: ")):
        with pytest.raises(CertificateError) as caught:
            make_context(inbound, unused, "relay.example")
        assert str(caught.value).startswith(sentence)
    assert not unused.exists()
    make_context(_inbound(good), unused, "relay.example")


def test_an_encrypted_key_is_refused_and_never_asked_about(tmp_path: Path) -> None:
    """OpenSSL would ask for the password at the terminal, and the server would wait for ever."""
    path, key_path = tmp_path / "good.pem", tmp_path / "encrypted.key"
    make_self_signed(path, "a.example")
    key = serialization.load_pem_private_key(path.read_bytes(), None)
    key_path.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                                           serialization.BestAvailableEncryption(b"password")))
    with pytest.raises(CertificateError, match="can't be used with its key"):
        make_context(_inbound(path, key_path), tmp_path / "unused.pem", "relay.example")


def test_a_folder_that_can_not_be_written_is_a_certificate_error(tmp_path: Path) -> None:
    (tmp_path / "tls").write_text("a file stands in the way")
    with pytest.raises(CertificateError, match="can't be written"):
        make_context(Inbound(), tmp_path / "tls" / "self-signed.pem", "relay.example")


def test_the_context_stays_the_same_until_the_files_change(folder: DataFolder, store: Store, tmp_path: Path) -> None:
    loader = Loader(store)
    assert loader.load().tls_context is loader.load().tls_context
    assert not loader.has_certificate_changed()
    path = tmp_path / "own.pem"
    make_self_signed(path, "a.example")
    store.settings.change(lambda settings: set_paths(settings, {"smtp.inbound.certificate_file": str(path)}), "test")
    first = loader.load().tls_context
    assert not loader.has_certificate_changed()
    os.utime(path, (1, 1))
    assert loader.has_certificate_changed(), "renewed on disk"
    second = loader.load().tls_context
    assert second is not first
    path.unlink()
    assert loader.has_certificate_changed()
    with pytest.raises(CertificateError):
        Loader(store).load()
    assert loader.load().tls_context is second
    assert loader.fault.endswith(" The certificate of before stays in use.")
    assert not loader.has_certificate_changed(), "the same fault is not met again every second"
    make_self_signed(path, "a.example")
    assert loader.has_certificate_changed(), "mended"
    assert loader.load().tls_context not in (None, second)
    assert loader.fault == ""


def test_nothing_said_in_the_clear_survives_starttls(run: Run, store: Store) -> None:
    async def work() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            assert (await client.login()).startswith("235 ")
            await client.envelope("friend@far.example")
            # The transaction and the login are gone, and so is what was sent behind the command.
            client.writer.write(b"STARTTLS\r\n")
            assert (await client.reply())[0].startswith("220 ")
            await client.writer.start_tls(insecure_context())
            for line, code in {"RCPT TO:<john@example.com>": "503", "DATA": "503", "MAIL FROM:<a@far.example>": "503"}.items():
                assert (await client.say(line))[:3] == code
            await client.send(b"EHLO client.example\r\n")
            assert not any("STARTTLS" in line for line in await client.reply())
            assert (await client.envelope("friend@far.example"))[1].startswith("550 5.7.1 ")
            assert (await client.say("STARTTLS")).startswith("503 ")
            await client.say("RSET")
            assert (await client.message(b"Subject: x\r\n\r\nx\r\n")).startswith("250 ")
            assert b" with ESMTPS id " in relay.bodies()[0]

    run(work())


def test_injected_commands_are_thrown_away(run: Run, store: Store) -> None:
    async def work() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            client.writer.write(b"STARTTLS\r\nEHLO evil\r\nMAIL FROM:<evil@far.example>\r\n")
            assert (await client.reply())[0].startswith("220 ")
            await client.writer.start_tls(insecure_context())
            assert (await client.say("NOOP")).startswith("250 2.0.0"), "this is the first command over TLS"
            assert (await client.say("RCPT TO:<john@example.com>")).startswith("503 ")

    run(work())


@pytest.mark.parametrize("garbage", [b"RSET\r\n", b"\x16\x03\x01\xff\xff" + b"\0" * 100, b"\0" * 5000])
def test_a_failed_handshake_ends_the_connection_and_is_counted_out(run: Run, store: Store, garbage: bytes,
                                                                  caplog: pytest.LogCaptureFixture) -> None:
    async def work() -> None:
        async with Relay(store) as relay:
            client = await relay.connect()
            assert (await client.say("STARTTLS")).startswith("220 ")
            await client.send(garbage)
            await client.close()
            await eventually(lambda: not relay.handler.connections, "counted out")
            assert relay.totals.connections_now == 0

    run(work())
    assert [record for record in caplog.records if record.exc_info] == []


def test_garbage_on_an_implicit_listener(run: Run, store: Store) -> None:
    async def work() -> None:
        async with Relay(store) as relay:
            await relay.set(STRICT)
            plain = await relay.connect(1, ehlo=False)
            await plain.send(b"EHLO x\r\n")
            await plain.reader.read()
            secure = await relay.connect(1, tls=True)
            assert (await secure.say("STARTTLS")).startswith("503 5.5.1 TLS is active")
            assert (await secure.login()).startswith("235 ")
            bare = await relay.connect(2)
            assert (await bare.say("STARTTLS")).startswith("454 ")

    run(work())


def test_old_tls_versions_are_not_spoken(folder: DataFolder) -> None:
    context = make_context(Inbound(), folder.certificate, "relay.example")
    assert context.minimum_version is ssl.TLSVersion.TLSv1_2
