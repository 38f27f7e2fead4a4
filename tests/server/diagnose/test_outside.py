"""Port 25 and the smart host's login, against servers that answer well and badly."""

import socket
from typing import Any

import pytest

from harness.diagnosed import Change, asking
from harness.outgoing import DnsServer
from harness.server_process import wait_until
from harness.sink import Sink
from posthouse_server.diagnose import outside
from posthouse_server.diagnose.finding import Grade
from posthouse_server.paths import DataFolder
from posthouse_server.secrets import Secrets, smart_host_secret_name


def test_port_25(change: Change) -> None:
    with DnsServer(lambda _name: ["10 localhost."]) as dns, Sink() as sink:
        subject = change({"smtp.outbound.port": sink.port}, resolve=asking(dns), outside=("big.example",))
        verdict = outside.port_25(subject)
        assert verdict.grade is Grade.GOOD, verdict
        assert "220 sink.example" in verdict.sentence
        wait_until(lambda: sink.lines == ["QUIT"], "nothing but a goodbye is said")
        assert dns.asked == ["big.example"]
    with DnsServer(lambda _name: ["10 localhost."]) as dns, socket.create_server(("127.0.0.1", 0)) as place:
        free = place.getsockname()[1]
        place.close()
        subject = change({"smtp.outbound.port": free}, resolve=asking(dns), outside=("big.example",))
        verdict = outside.port_25(subject)
    assert (verdict.grade, "can't be reached" in verdict.sentence) == (Grade.BAD, True)
    assert "provider" in verdict.remedy


def test_port_25_matters_little_behind_a_smart_host(change: Change) -> None:
    with DnsServer(lambda _name: ["10 localhost."]) as dns, socket.create_server(("127.0.0.1", 0)) as place:
        free = place.getsockname()[1]
        place.close()
        subject = change({"smtp.outbound.port": free, "smtp.smart_host.enabled": True, "smtp.smart_host.host": "127.0.0.1"},
                         resolve=asking(dns), outside=("big.example",))
        assert outside.port_25(subject).grade is Grade.NOTE


def _smart_host(change: Change, sink: Sink, **more: Any) -> tuple[Grade, str]:
    host = {"enabled": True, "host": "127.0.0.1", "port": sink.port, "authentication": "password",
            "username": "relay@example.com", **more}
    verdict = outside.smart_host(change({"smtp.smart_host": host}))
    return verdict.grade, verdict.sentence


@pytest.fixture
def secret(folder: DataFolder) -> None:
    Secrets(folder).set(smart_host_secret_name("127.0.0.1", "relay@example.com"), "geheim")


def test_the_login_is_accepted_and_no_mail_is_sent(change: Change, secret: None) -> None:
    with Sink(password="geheim") as sink:
        assert _smart_host(change, sink) == (
            Grade.GOOD, f"127.0.0.1:{sink.port} answers, not encrypted, and accepts the login of relay@example.com.")
        wait_until(lambda: [line.split(" ")[0] for line in sink.lines] == ["EHLO", "AUTH", "QUIT"], "it says goodbye")
        assert sink.messages == []


def test_a_refused_login_says_what_the_server_says(change: Change, secret: None) -> None:
    with Sink(password="other") as sink:
        grade, sentence = _smart_host(change, sink)
    assert grade is Grade.BAD
    assert "535 5.7.8 wrong password" in sentence
    assert "geheim" not in sentence


def test_tls_that_is_required_and_not_offered(change: Change, secret: None) -> None:
    with Sink(password="geheim") as sink:
        grade, sentence = _smart_host(change, sink, tls="required")
        assert not any(line.startswith("AUTH") for line in sink.lines)
    assert (grade, "offers no TLS" in sentence) == (Grade.BAD, True)


def test_no_password_and_nobody_there(change: Change) -> None:
    with Sink(password="geheim") as sink:
        grade, sentence = _smart_host(change, sink)
        assert (grade, "No password is kept" in sentence) == (Grade.BAD, True)
    assert _smart_host(change, sink)[0] is Grade.BAD, "it is gone"


def test_without_a_smart_host(change: Change) -> None:
    assert outside.smart_host(change()).grade is Grade.NOTE


def test_all_smart_hosts_are_called(change: Change, secret: None) -> None:
    with Sink(password="geheim") as sink, Sink(answers=lambda line: "554 go away" if not line else None) as other:
        subject = change({
            "smtp.smart_host": {"enabled": True, "host": "127.0.0.1", "port": sink.port, "authentication": "password",
                                "username": "relay@example.com"},
            "smtp.smart_hosts": [{"host": "127.0.0.1", "port": other.port, "for_senders": ["shop.example"]}]})
        verdict = outside.smart_host(subject)
    assert verdict.grade is Grade.BAD
    assert "accepts the login of relay@example.com" in verdict.sentence
    assert f"127.0.0.1:{other.port} does not take mail: 554 go away." in verdict.sentence


def test_it_connects_from_where_mail_does(change: Change, secret: None) -> None:
    def looked(bound_to: str, host: str = "127.0.0.1") -> tuple[Grade, str]:
        verdict = outside.smart_host(change({"smtp.outbound.bind_address": bound_to, "smtp.smart_host": {
            "enabled": True, "host": host, "port": sink.port, "authentication": "password", "username": "relay@example.com"}}))
        return verdict.grade, verdict.sentence

    with Sink(password="geheim") as sink:
        assert looked("127.0.0.1")[0] is Grade.GOOD
        grade, sentence = looked("192.0.2.1")
        assert (grade, "bound to 192.0.2.1" in sentence) == (Grade.BAD, True)
        grade, sentence = looked("::1")
        assert (grade, "has no IPv6 address" in sentence) == (Grade.BAD, True)
