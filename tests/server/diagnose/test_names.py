"""DNS: servers that answer and those that do not, the name there and back, MX records."""

import dns.rcode
import pytest

from harness.diagnosed import Change, asking
from harness.outgoing import DnsAnswer, DnsServer
from posthouse_server.diagnose import names
from posthouse_server.diagnose.finding import Grade

PUBLIC = "8.8.4.4"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "LIFETIME_S", 0.6)


def test_a_server_that_answers_and_one_that_does_not(change: Change) -> None:
    with DnsServer(lambda _name: [], lambda _name, _kind: []) as server:
        assert names.servers(change(resolve=asking(server))).grade is Grade.GOOD
    with DnsServer(lambda _name: None, lambda _name, _kind: None) as server:
        verdict = names.servers(change(resolve=asking(server)))
    assert (verdict.grade, verdict.sentence) == (Grade.BAD, "127.0.0.1 does not serve: no answer came.")
    with DnsServer(lambda _name: None, lambda _name, _kind: dns.rcode.NXDOMAIN) as server:
        assert "nothing outside" in names.servers(change(resolve=asking(server))).sentence


def _host(change: Change, addresses: dict[tuple[str, str], DnsAnswer], hostname: str = "mail.firm.net",
          **paths: object) -> tuple[Grade, str]:
    with DnsServer(lambda _name: [], lambda name, kind: addresses.get((name, kind), [])) as server:
        verdict = names.host_name(change({"smtp.general.dns_servers": ["127.0.0.1"], **paths}, hostname=hostname,
                                         resolve=asking(server)))
    return verdict.grade, verdict.sentence


def test_the_name_leads_to_an_address_and_back(change: Change) -> None:
    there = {("mail.firm.net", "A"): [PUBLIC], ("4.4.8.8.in-addr.arpa", "PTR"): ["mail.firm.net."]}
    assert _host(change, there) == (Grade.GOOD, f"mail.firm.net leads to {PUBLIC}, and back (PTR).")


def test_an_address_that_leads_elsewhere(change: Change) -> None:
    there: dict[tuple[str, str], DnsAnswer] = {
        ("mail.firm.net", "A"): [PUBLIC], ("4.4.8.8.in-addr.arpa", "PTR"): ["dsl-4.provider.net."]}
    assert _host(change, there) == (
        Grade.WARNING, f"mail.firm.net leads to {PUBLIC}, but {PUBLIC} does not lead back to that name.")
    through = {"smtp.smart_host.enabled": True, "smtp.smart_host.host": "smtp.provider.net"}
    assert _host(change, there, **through)[0] is Grade.NOTE, "behind a smart host nobody looks at it"


@pytest.mark.parametrize(("hostname", "found", "words"), [
    ("printserver", {}, "only this network knows"), ("mail.firm.local", {}, "only this network knows"),
    ("mail.firm.net", {}, "no address in DNS"),
    ("mail.firm.net", {("mail.firm.net", "A"): ["10.0.0.7"]}, "an address inside a network"),
    ("mail.firm.net", {("mail.firm.net", "A"): dns.rcode.SERVFAIL}, "could not be looked up"),
])
def test_names_that_do_not_serve(change: Change, hostname: str, found: dict[tuple[str, str], DnsAnswer], words: str) -> None:
    grade, sentence = _host(change, found, hostname)
    assert grade is Grade.WARNING
    assert words in sentence


def test_mx_records(change: Change) -> None:
    records = {"firm.net": ["10 mail.firm.net.", "20 backup.provider.net."], "shop.net": ["5 in.cloud.net."]}

    def look(*domains: str) -> tuple[Grade, str]:
        with DnsServer(lambda name: records.get(name, [])) as server:
            verdict = names.mail_servers(change(domains=domains, hostname="mail.firm.net", resolve=asking(server)))
        return verdict.grade, verdict.sentence

    assert look("firm.net", "example.com") == (Grade.GOOD, "The MX records of firm.net name this server.")
    assert look("firm.net", "shop.net") == (
        Grade.NOTE, "Mail from the Internet does not come here for shop.net (in.cloud.net).")
    assert look("nothing.net") == (Grade.WARNING, "No mail server is named in DNS for nothing.net.")
    assert look("example.com")[0] is Grade.NOTE
    records["silent.net"] = dns.rcode.SERVFAIL
    assert look("silent.net") == (Grade.WARNING, "DNS did not say where mail for silent.net goes.")


def test_a_host_given_as_an_address_is_not_looked_up(change: Change) -> None:
    with DnsServer(lambda _name: [], lambda _name, _kind: dns.rcode.NXDOMAIN) as server:
        subject = change({"smtp.general.dns_servers": ["127.0.0.1"]}, resolve=asking(server))
        assert names.lookup(subject, "192.0.2.7") == ["192.0.2.7"]
        assert names.lookup(subject, "2001:db8::7") == ["2001:db8::7"]
        assert server.asked == []
