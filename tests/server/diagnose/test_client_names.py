"""The names of clients, asked of the servers in the settings."""

import dns.rcode
import pytest

from harness.outgoing import DnsServer
from posthouse_server.diagnose.client_names import name_of


def _asked(answer: object, client: str = "10.0.4.17", timeout_s: float = 2.0) -> str:
    with DnsServer(lambda _name: [], lambda _name, _kind: answer) as server:  # type: ignore[arg-type, return-value]
        return name_of(client, ["127.0.0.1"], timeout_s, server.resolver().port)


def test_who_has_a_name() -> None:
    assert _asked(["scanner.office.example."]) == "scanner.office.example"
    assert _asked(dns.rcode.NXDOMAIN) == ""
    assert _asked([]) == ""


def test_nobody_answers() -> None:
    with pytest.raises(TimeoutError):
        _asked(None, timeout_s=0.3)
    with pytest.raises(OSError, match="SERVFAIL"):
        _asked(dns.rcode.SERVFAIL, timeout_s=0.5)
