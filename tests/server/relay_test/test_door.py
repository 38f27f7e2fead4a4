"""The door that the open relay test goes through, what it tries there, and what its outcome does to the alarm."""

import asyncio
from collections.abc import Callable

import psutil
import pytest

from posthouse_server.alarms import AlarmKind, Alarms
from posthouse_server.live import Live
from posthouse_server.policy.decision import Policy
from posthouse_server.relay_test.door import open_doors
from posthouse_server.relay_test.forms import Facts, Form, essential, forms
from posthouse_server.relay_test.runner import RelayTester
from posthouse_server.reload import Loader
from posthouse_server.settings import set_paths
from posthouse_server.smtp.authentication import Authenticator
from posthouse_server.store import Store
from posthouse_server.store.relay_tests import RelayTest

FACTS = Facts("example.org", "example.com", "john@example.com", "relay.example")
FAMILIES: dict[str, Callable[[Form], bool]] = {
    "plain": lambda form: (form.sender, form.recipient) == ("<spam@example.org>", "<relaytest@example.org>"),
    "empty sender": lambda form: form.sender == "<>",
    "local sender": lambda form: form.sender == "<john@example.com>" and form.recipient == "<relaytest@example.org>",
    "literal of the sender": lambda form: "@[" in form.sender,
    "literal of the recipient": lambda form: "@[" in form.recipient,
    "percent hack": lambda form: form.recipient == "<relaytest%example.org@example.com>",
    "bang path": lambda form: form.recipient == "<example.org!relaytest@example.com>",
    "quoted form": lambda form: form.recipient == '<"relaytest@example.org"@example.com>',
    "source route": lambda form: form.recipient == "<@example.com:relaytest@example.org>",
    "missing brackets": lambda form: form.recipient == "relaytest@example.org",
    "doubled domain": lambda form: form.recipient == "<relaytest@example.org@example.com>",
    "parameter of MAIL": lambda form: "AUTH=" in form.mail_parameters,
    "parameter of RCPT": lambda form: "ORCPT=" in form.recipient,
    "hexadecimal encoding": lambda form: "=40" in form.recipient,
    "UTF-7 encoding": lambda form: "+AEA-" in form.recipient,
    "full-width encoding": lambda form: "\uff20" in form.recipient,
    "greeting as somebody else": lambda form: form.helo == "EHLO relay.example",
}


@pytest.mark.parametrize("family", FAMILIES)
def test_every_published_family_is_tried(family: str) -> None:
    assert any(map(FAMILIES[family], forms(FACTS)))


def test_what_is_tried_by_every_way_is_among_what_is_tried() -> None:
    assert set(essential(FACTS)) < set(forms(FACTS))


def outcome_of(store: Store, alarms: Alarms) -> RelayTest:
    authenticator = Authenticator(store.directory)
    tester = RelayTester(store, Live(Loader(store).load()), authenticator, alarms)
    try:
        return asyncio.run(tester.run("anna@desk (console)", "on request"))
    finally:
        tester.close()
        authenticator.close()


def test_a_test_that_proves_nothing_ends_no_alarm(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.settings.change(lambda settings: set_paths(settings, {"smtp.relay.allow_local_sender_addresses": True}), "test")
    store.spool.open_writer()
    alarms = Alarms()
    red = outcome_of(store, alarms)
    assert (red.is_closed, red.author, red.revision) == (False, "anna@desk (console)", store.settings.newest_number())
    assert not store.spool.list()
    assert store.spool.ledger().accepted == 0
    assert AlarmKind.OPEN_RELAY in alarms
    with monkeypatch.context() as patch:
        patch.setattr(Policy, "decide", lambda *_arguments: 1 // 0)
        assert "proves nothing" in outcome_of(store, alarms).sentence
    assert AlarmKind.OPEN_RELAY in alarms
    store.settings.change(lambda settings: set_paths(settings, {"smtp.relay.allow_local_sender_addresses": False}), "test")
    assert outcome_of(store, alarms).is_closed
    assert AlarmKind.OPEN_RELAY not in alarms


def test_the_door_is_on_loopback_alone_and_each_test_has_a_secret_of_its_own(store: Store) -> None:
    listeners = [{"port": 25}, {"address": "0.0.0.0", "port": 465, "tls": "implicit"}]
    store.settings.change(lambda settings: set_paths(settings, {"smtp.inbound.listeners": listeners}), "test")

    async def knock() -> tuple[set[str], list[bytes], bytes]:
        authenticator = Authenticator(store.directory)
        current = Loader(store).load()
        headers = []
        try:
            for _ in range(2):
                async with open_doors(current, store, authenticator) as doors:
                    headers.append(doors[0].header("198.51.100.1"))
                    ports = {door.port for door in doors}
                    places = {link.laddr.ip for link in psutil.Process().net_connections("inet")
                              if link.status == psutil.CONN_LISTEN and link.laddr.port in ports}
                    reader, writer = await asyncio.open_connection("127.0.0.1", doors[0].port)
                    writer.write(headers[0])
                    said = await reader.read(3)
                    writer.close()
            return places, headers, said
        finally:
            authenticator.close()

    places, (first, second), said = asyncio.run(knock())
    assert places == {"127.0.0.1"}
    assert first != second
    assert len(first.split(b" ")[0]) >= 32
    assert said == b"", "the secret of an earlier test opens nothing"
