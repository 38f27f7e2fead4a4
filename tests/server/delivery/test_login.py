"""Logging in to the smart host: what fails keeps the mail waiting, and no secret shows anywhere."""

import asyncio
import http.server
import json
import threading
import urllib.parse
from base64 import b64decode
from collections.abc import Iterator
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest

from harness.outgoing import deliver, in_force, message
from harness.sink import Sink
from posthouse_server.alarms import Alarms
from posthouse_server.delivery import login
from posthouse_server.delivery.delivery import Delivered, Outcome, TransientFailure
from posthouse_server.delivery.destinations import Router
from posthouse_server.delivery.login import SmartHostLogin
from posthouse_server.delivery.remote import RemoteDelivery
from posthouse_server.live import Live
from posthouse_server.paths import DataFolder
from posthouse_server.secrets import Secrets, SecretsError, smart_host_secret_name


class MemorySecrets(Secrets):
    """Keeps secrets in memory, and counts the looks."""

    def __init__(self, secret: str | None) -> None:
        super().__init__(DataFolder(Path("unused")))
        self.secret = secret
        self.looks = 0
        self.is_broken = False

    def get(self, name: str) -> str | None:
        self.looks += 1
        if self.is_broken:
            raise SecretsError("The password could not be read: locked.")
        assert name == smart_host_secret_name("127.0.0.1", "relay@example.com")
        return self.secret


def _settings(sink: Sink, method: str = "password", **more: Any) -> dict[str, Any]:
    return {"smtp.smart_host": {"enabled": True, "host": "127.0.0.1", "port": sink.port, "authentication": method,
                                "username": "relay@example.com", **more}}


def _deliver(changes: dict[str, Any], secrets: Secrets, times: int = 1) -> list[Outcome]:
    async def run() -> list[Outcome]:
        what = message("b@far.example")
        smart_host_login = SmartHostLogin(secrets)
        outcomes = []
        for _ in range(times):  # a pool of its own each, so that each one logs in
            async with aclosing(RemoteDelivery(Live(in_force(changes)), Router(), smart_host_login, Alarms())) as delivery:
                outcomes.append((await deliver(delivery, what))[1])
        return outcomes

    return asyncio.run(run())


def test_the_password_from_the_keyring() -> None:
    secrets = MemorySecrets("geheim")
    with Sink(password="geheim") as sink:
        outcomes = _deliver(_settings(sink), secrets, 3)
    assert all(isinstance(outcome, Delivered) for outcome in outcomes)
    assert [received.login for received in sink.messages] == ["relay@example.com"] * 3
    assert secrets.looks == 1, "it is kept for a few seconds"


def test_a_server_that_repeats_the_login_shows_no_password() -> None:
    with Sink(password="other", extensions=("AUTH PLAIN",)) as sink:
        def repeat(line: str) -> str | None:
            return f"535 5.7.8 no: {line} (geheim)" if line.startswith("AUTH") else None

        sink.answers = repeat
        (outcome,) = _deliver(_settings(sink), MemorySecrets("geheim"))
    assert isinstance(outcome, TransientFailure)
    assert "535 5.7.8 no: AUTH PLAIN **** (****)" in outcome.reply


def test_a_wrong_password_keeps_the_mail_waiting_and_a_new_one_is_read_at_once() -> None:
    secrets = MemorySecrets("falsch")
    with Sink(password="geheim") as sink:
        delivery = RemoteDelivery(Live(in_force(_settings(sink))), Router(), SmartHostLogin(secrets), Alarms())
        what = message("b@far.example")

        async def run() -> None:
            outcome = (await deliver(delivery, what))[1]
            assert isinstance(outcome, TransientFailure)
            assert outcome.reply == "535 5.7.8 wrong password (the smart host refused the login of relay@example.com)"
            secrets.secret = "geheim"
            async with aclosing(delivery):
                assert isinstance((await deliver(delivery, what))[1], Delivered)

        asyncio.run(run())


@pytest.mark.parametrize(("secrets", "words"), [
    (MemorySecrets(None), "No password is kept for relay@example.com at 127.0.0.1:"),
    (MemorySecrets("pässword\udcff"), "The login at 127.0.0.1:")])
def test_no_usable_password_keeps_the_mail_waiting(secrets: MemorySecrets, words: str) -> None:
    with Sink(password="geheim") as sink:
        (outcome,) = _deliver(_settings(sink), secrets)
    assert isinstance(outcome, TransientFailure)
    assert outcome.reply.startswith("454 4.7.0 ")
    assert words in outcome.reply
    assert "pässword" not in outcome.reply


def test_a_keyring_that_fails_keeps_the_mail_waiting() -> None:
    secrets = MemorySecrets("geheim")
    secrets.is_broken = True
    with Sink(password="geheim") as sink:
        (outcome,) = _deliver(_settings(sink), secrets)
    assert isinstance(outcome, TransientFailure)
    assert outcome.reply == "454 4.7.0 The password could not be read: locked."


def test_a_server_that_offers_no_login_keeps_the_mail_waiting() -> None:
    with Sink() as sink:
        (outcome,) = _deliver(_settings(sink), MemorySecrets("geheim"))
    assert isinstance(outcome, TransientFailure)
    assert sink.messages == []


class TokenServer:
    """A token endpoint; `answer` is the JSON it gives, or an HTTP error code."""

    def __init__(self) -> None:
        self.answer: Any = {"access_token": "token-1", "expires_in": 3600}
        self.forms: list[dict[str, list[str]]] = []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                outer.forms.append(urllib.parse.parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()))
                code, text = (200, json.dumps(outer.answer)) if not isinstance(outer.answer, int) else (outer.answer, "no")
                self.send_response(code)
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name of the base class
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        self.thread.start()

    def settings(self) -> dict[str, Any]:
        return {"oauth2": {"token_url": f"http://127.0.0.1:{self.server.server_address[1]}/token", "client_id": "me",
                           "scope": "mail"}}


@pytest.fixture
def tokens() -> Iterator[TokenServer]:
    server = TokenServer()
    yield server
    server.server.shutdown()
    server.server.server_close()
    server.thread.join()


def _oauth_sink(taken: list[str]) -> Sink:
    def answer(line: str) -> str | None:
        if line.startswith("AUTH XOAUTH2 "):
            said = b64decode(line.split(" ")[2]).decode()
            return "235 2.7.0 welcome" if said in taken else "535 5.7.3 expired"
        return None

    return Sink(answers=answer, extensions=("SIZE 1000000", "AUTH XOAUTH2"))


def test_oauth_asks_for_a_token_once(tokens: TokenServer) -> None:
    with _oauth_sink(["user=relay@example.com\1auth=Bearer token-1\1\1"]) as sink:
        outcomes = _deliver(_settings(sink, "oauth2", **tokens.settings()), MemorySecrets("client secret"), 2)
    assert all(isinstance(outcome, Delivered) for outcome in outcomes), outcomes
    assert tokens.forms == [{"grant_type": ["client_credentials"], "client_id": ["me"], "client_secret": ["client secret"],
                             "scope": ["mail"]}]


def test_a_refused_token_is_asked_for_anew(tokens: TokenServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(login, "_PAUSE_S", 0.0)
    with _oauth_sink([]) as sink:
        outcomes = _deliver(_settings(sink, "oauth2", **tokens.settings()), MemorySecrets("client secret"), 2)
    assert all(isinstance(outcome, TransientFailure) for outcome in outcomes)
    assert outcomes[0].reply.startswith("535 5.7.3 expired (the smart host refused the login of relay@example.com)")
    assert len(tokens.forms) == 2


@pytest.mark.parametrize("answer", [401, 500, {"error": "no"}, [], "x", {"access_token": "t", "expires_in": "soon"}])
def test_no_token_keeps_the_mail_waiting(tokens: TokenServer, answer: Any) -> None:
    tokens.answer = answer
    with _oauth_sink([]) as sink:
        (outcome,) = _deliver(_settings(sink, "oauth2", **tokens.settings()), MemorySecrets("client secret"))
    assert isinstance(outcome, TransientFailure)
    assert outcome.reply.startswith("454 4.7.0 No access token from http://127.0.0.1:")
    assert "client secret" not in outcome.reply
