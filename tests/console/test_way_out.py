"""The test of a way out, against servers that answer well and badly."""

from __future__ import annotations

import base64
import json
import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import dns.resolver
import pytest

from harness.sink import Sink
from posthouse_console.service import way_test, ways_out
from posthouse_console.service.set_up import Way
from posthouse_console.service.way_test import try_directly, try_smart_host
from posthouse_server.certificates import make_self_signed
from posthouse_server.settings.choices import SmartHostAuthentication, SmartHostTls
from posthouse_server.settings.schema import OAuth2, SmartHost

SENDER = "scanner@example.com"


def host(sink: Sink, tls: SmartHostTls = SmartHostTls.NONE, **more: object) -> SmartHost:
    return SmartHost.model_validate({"enabled": True, "host": "127.0.0.1", "port": sink.port, "tls": tls, **more})


@pytest.fixture
def context(tmp_path: Path) -> ssl.SSLContext:
    make_self_signed(tmp_path / "server.pem", "localhost")
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(tmp_path / "server.pem")
    return made


def test_nothing_is_sent(tmp_path: Path) -> None:
    with Sink() as sink:
        result = try_smart_host(host(sink), "", SENDER)
    assert result.is_well, result
    assert [line.split(" ")[0] for line in sink.lines] == ["EHLO", "MAIL", "RSET", "QUIT"]
    assert not sink.messages


def test_a_refused_sender_is_told(tmp_path: Path) -> None:
    def answers(line: str) -> str | None:
        return "554 5.7.60 SendAsDenied; not allowed" if line.startswith("MAIL") else None

    with Sink(answers=answers) as sink:
        result = try_smart_host(host(sink), "", SENDER)
    assert not result.is_well
    assert f"refuses the sender {SENDER}: 554 5.7.60" in result.sentence
    assert "addresses of the account" in result.advice or "the account that logs in" in result.advice


@pytest.mark.parametrize("to_helo", ["554 5.7.1 blocked using zen.spamhaus.org", ""])
def test_a_greeting_that_is_refused_is_no_way_out(to_helo: str) -> None:
    refusals = {"EHLO": "554 5.7.1 blocked using zen.spamhaus.org", "HELO": to_helo}

    with Sink(answers=lambda line: refusals.get(line.partition(" ")[0])) as sink:
        result = try_smart_host(host(sink), "")
    assert not result.is_well, result
    assert result.advice.startswith("Your network's address is on a blacklist.")


def test_the_certificate_counts_where_tls_is_required(context: ssl.SSLContext) -> None:
    with Sink(tls=context, extensions=("STARTTLS",)) as sink:
        required = try_smart_host(host(sink, SmartHostTls.REQUIRED), "", SENDER)
        opportunistic = try_smart_host(host(sink, SmartHostTls.OPPORTUNISTIC), "", SENDER)
    assert not required.is_well
    assert "certificate" in required.sentence
    assert "made out to it" in required.advice
    assert opportunistic.is_well, opportunistic
    assert "(the connection is encrypted from here on)" in opportunistic.transcript


def test_implicit_tls_on_a_plain_port_is_explained() -> None:
    with Sink() as sink:
        result = try_smart_host(host(sink, SmartHostTls.IMPLICIT), "", SENDER)
    assert not result.is_well
    assert "Use STARTTLS" in result.advice, result


class _Tokens(BaseHTTPRequestHandler):
    """Gives a token for the right secret."""

    def do_POST(self) -> None:
        """Answer as RFC 6749 says."""
        form = self.rfile.read(int(self.headers["Content-Length"])).decode()
        is_right = "client_secret=hush" in form
        self.send_response(200 if is_right else 401)
        self.end_headers()
        self.wfile.write(json.dumps({"access_token": "TOKEN"} if is_right else {"error": "invalid_client"}).encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
        """Keep quiet."""


@pytest.fixture
def tokens() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Tokens)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/token"
    server.shutdown()
    server.server_close()
    thread.join()


def test_oauth2_fetches_a_token_and_logs_in_with_it(tokens: str) -> None:
    seen: list[str] = []

    def answers(line: str) -> str | None:
        if line.startswith("AUTH XOAUTH2 "):
            seen.append(base64.b64decode(line.split(" ")[2]).decode())
            return "235 2.7.0 welcome"
        return None

    with Sink(answers=answers, extensions=("AUTH LOGIN XOAUTH2",)) as sink:
        settings = host(sink, authentication=SmartHostAuthentication.OAUTH2, username=SENDER,
                        oauth2=OAuth2(token_url=tokens, client_id="app"))
        good, bad = try_smart_host(settings, "hush", SENDER), try_smart_host(settings, "wrong", SENDER)
    assert good.is_well, good
    assert seen == [f"user={SENDER}\x01auth=Bearer TOKEN\x01\x01"]
    assert "TOKEN" not in "".join(good.transcript)
    assert not bad.is_well
    assert "No access token" in bad.sentence
    assert "client secret" in bad.advice


class _Exchange:
    def __init__(self, preference: int, exchange: str) -> None:
        self.preference, self.exchange = preference, exchange


class _Resolver:
    def __init__(self, *records: _Exchange) -> None:
        self._records = records

    def resolve(self, name: str, _kind: str, lifetime: float) -> list[_Exchange]:
        assert lifetime
        if name == "gone.example":
            raise dns.resolver.NXDOMAIN
        return list(self._records)


def test_directly_asks_the_best_mail_server(monkeypatch: pytest.MonkeyPatch) -> None:
    records = (_Exchange(20, "127.0.0.9."), _Exchange(10, "127.0.0.1."))
    monkeypatch.setattr(way_test, "resolver_for", lambda _servers: _Resolver(*records))
    with Sink() as sink:
        good = try_directly("far.example", sink.port, ())
    assert good.is_well, good
    assert "it is not blocked" in good.sentence
    shut = try_directly("far.example", sink.port, ())
    assert not shut.is_well
    assert "refused the connection" in shut.sentence
    gone = try_directly("gone.example", 25, ())
    assert "can't be looked up in the DNS" in gone.sentence


def test_a_domain_without_mail_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(way_test, "resolver_for", lambda _servers: _Resolver(_Exchange(0, ".")))
    assert "takes no mail" in try_directly("far.example", 25, ()).sentence


def test_each_way_is_recognised_again() -> None:
    made = {
        Way.MICROSOFT_OAUTH2: ways_out.microsoft("example.com", "app", SENDER),
        Way.MICROSOFT_CONNECTOR: ways_out.connector(ways_out.connector_host("example.co.uk")),
        Way.GOOGLE: ways_out.google(""),
        Way.SMART_HOST: ways_out.smart_host("mail.example", 465, SmartHostTls.IMPLICIT, "me"),
        Way.DIRECT: SmartHost(),
    }
    assert {way: ways_out.way_of(found) for way, found in made.items()} == {way: way for way in Way}
    for found in made.values():
        assert SmartHost.model_validate(found.model_dump()) == found
    assert made[Way.MICROSOFT_CONNECTOR].host == "example-co-uk.mail.protection.outlook.com"
    assert ways_out.tenant_of(made[Way.MICROSOFT_OAUTH2].oauth2) == "example.com"
    assert any("December 2026" in note for note in ways_out.WAYS[Way.MICROSOFT_OAUTH2].notes)


def test_a_password_at_microsoft_is_warned_of() -> None:
    assert "December 2026" in ways_out.password_warning(ways_out.smart_host(
        "smtp.office365.com", 587, SmartHostTls.REQUIRED, "me@example.com"))
    for other in (ways_out.smart_host("smtp.example", 587, SmartHostTls.REQUIRED, "me"), ways_out.connector("a.mail.protection."
                  "outlook.com"), ways_out.microsoft("example.com", "app", "me@example.com")):
        assert not ways_out.password_warning(other)
