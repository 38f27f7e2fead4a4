"""TLS to other servers with real certificates, good and bad; and nothing that came in the clear survives STARTTLS."""

import asyncio
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import aclosing, contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from harness.outgoing import deliver, in_force, message
from harness.sink import Sink
from posthouse_server.alarms import Alarms
from posthouse_server.delivery import connection
from posthouse_server.delivery.delivery import Delivered, Outcome, TransientFailure
from posthouse_server.delivery.destinations import Router
from posthouse_server.delivery.login import SmartHostLogin
from posthouse_server.delivery.remote import RemoteDelivery
from posthouse_server.live import Live
from posthouse_server.paths import DataFolder
from posthouse_server.secrets import Secrets

NOW = datetime.now(UTC)


class Authority:
    """Signs certificates for sinks."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Test authority")])
        self.file = folder / "authority.pem"
        certificate = self._builder(self._name, self._key).add_extension(
            x509.BasicConstraints(ca=True, path_length=None), critical=True).sign(self._key, hashes.SHA256())
        self.file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))

    def _builder(self, name: x509.Name, key: ec.EllipticCurvePrivateKey, *, days: int = 1) -> x509.CertificateBuilder:
        return (x509.CertificateBuilder().subject_name(name).issuer_name(self._name).public_key(key.public_key())
                .serial_number(x509.random_serial_number()).not_valid_before(NOW - timedelta(days=10))
                .not_valid_after(NOW + timedelta(days=days)))

    def context(self, address: str = "127.0.0.1", *, days: int = 1) -> ssl.SSLContext:
        """Return what a server with a certificate for this address needs."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "sink")])
        certificate = self._builder(name, key, days=days).add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address(address))]), critical=False).sign(
            self._key, hashes.SHA256())
        path = self._folder / f"{address}-{days}.pem"
        path.write_bytes(certificate.public_bytes(serialization.Encoding.PEM) + key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        return context


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Authority]:
    """An authority that this computer trusts."""
    made = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.file))
    connection._make_context.cache_clear()
    yield made
    connection._make_context.cache_clear()


@pytest.fixture(params=["asyncio", "uvloop"])
def run(request: pytest.FixtureRequest) -> Any:
    """Run a coroutine on each of the loops that the server may have."""
    return asyncio.run if request.param == "asyncio" else pytest.importorskip("uvloop").run


def _deliver(run: Any, port: int, mode: str, folder: Path) -> Outcome:
    changes = {"smtp.smart_host": {"enabled": True, "host": "127.0.0.1", "port": port, "tls": mode},
               "smtp.outbound.timeout_s": 2}

    async def work() -> Outcome:
        login = SmartHostLogin(Secrets(DataFolder(folder)))
        async with aclosing(RemoteDelivery(Live(in_force(changes)), Router(), login, Alarms())) as delivery:
            return (await deliver(delivery, message("b@far.example")))[1]

    return run(work())  # type: ignore[no-any-return]


@pytest.mark.parametrize("mode", ["required", "implicit", "opportunistic"])
def test_a_good_certificate(run: Any, authority: Authority, tmp_path: Path, mode: str) -> None:
    with Sink(tls=authority.context(), is_implicit=mode == "implicit", extensions=("PIPELINING",)) as sink:
        outcome = _deliver(run, sink.port, mode, tmp_path)
    assert isinstance(outcome, Delivered), outcome
    assert sink.messages[0].is_tls


@pytest.mark.parametrize("mode", ["required", "implicit"])
@pytest.mark.parametrize(("address", "days", "reason"), [
    ("127.0.0.9", 1, "IP address mismatch"), ("127.0.0.1", -1, "certificate has expired")])
def test_a_certificate_that_is_not_good(
        run: Any, authority: Authority, tmp_path: Path, mode: str, address: str, days: int, reason: str) -> None:
    with Sink(tls=authority.context(address, days=days), is_implicit=mode == "implicit") as sink:
        outcome = _deliver(run, sink.port, mode, tmp_path)
    assert isinstance(outcome, TransientFailure)
    assert outcome.reply.startswith(f"454 4.7.5 TLS with 127.0.0.1:{sink.port} failed: its certificate is not to be trusted: ")
    assert reason in outcome.reply
    assert sink.messages == []


def test_an_unknown_authority(run: Any, authority: Authority, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with Sink(tls=Authority(other).context()) as sink:
        assert "certificate" in _deliver(run, sink.port, "required", tmp_path).reply
        assert isinstance(_deliver(run, sink.port, "opportunistic", tmp_path), Delivered)
    assert [received.is_tls for received in sink.messages] == [True]


@contextmanager
def _injecting(context: ssl.SSLContext, said: list[bytes]) -> Iterator[int]:
    """A server on whose way somebody adds replies in the clear to the answer to STARTTLS."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        def serve() -> None:
            plain, _ = server.accept()
            with plain:
                plain.sendall(b"220 sink\r\n")
                plain.recv(1000)
                plain.sendall(b"250-sink\r\n250 STARTTLS\r\n")
                plain.recv(1000)
                plain.sendall(b"220 go\r\n250-evil\r\n250 AUTH PLAIN\r\n250 fine\r\n250 fine\r\n354 go\r\n250 taken\r\n")
                with context.wrap_socket(plain, server_side=True) as secure:
                    said.append(secure.recv(1000))
                    secure.sendall(b"550 5.7.1 not you\r\n")
                    said.append(secure.recv(1000))
                    secure.sendall(b"550 5.7.1 really not\r\n")

        thread = threading.Thread(target=serve)
        thread.start()
        yield server.getsockname()[1]
        thread.join(10)


def test_what_comes_in_the_clear_before_the_handshake_is_thrown_away(run: Any, authority: Authority, tmp_path: Path) -> None:
    said: list[bytes] = []
    with _injecting(authority.context(), said) as port:
        outcome = _deliver(run, port, "required", tmp_path)
    assert (type(outcome), outcome.reply) == (TransientFailure, "550 5.7.1 really not")
    assert said == [b"EHLO relay.example\r\n", b"HELO relay.example\r\n"]
