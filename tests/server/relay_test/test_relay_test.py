"""The open relay test turns red for each way in, also where the policy itself is broken, and leaves no trace."""

import asyncio
import re
from collections.abc import Callable
from typing import Any

import pytest

from posthouse_server.alarms import AlarmKind, Alarms
from posthouse_server.live import Live
from posthouse_server.policy.addresses import Address
from posthouse_server.policy.decision import Decision, Policy, Request, Verdict
from posthouse_server.policy.replies import reply_for
from posthouse_server.policy.rules import Rule
from posthouse_server.relay_test.door import open_doors
from posthouse_server.relay_test.forms import Facts, essential, forms
from posthouse_server.relay_test.runner import RelayTester
from posthouse_server.reload import Loader
from posthouse_server.settings import set_paths
from posthouse_server.settings.schema import DenialReply
from posthouse_server.smtp import recipients
from posthouse_server.smtp.authentication import Authenticator
from posthouse_server.store import Store
from posthouse_server.store.relay_tests import RelayTest

FACTS = Facts("example.org", "example.com", "john@example.com", "relay.example")


def outcome_of(store: Store, alarms: Alarms | None = None) -> RelayTest:
    """Return the outcome of one test of what the store says now."""
    authenticator = Authenticator(store.directory)
    tester = RelayTester(store, Live(Loader(store).load()), authenticator, alarms or Alarms())
    try:
        return asyncio.run(tester.run("test", "on request"))
    finally:
        tester.close()
        authenticator.close()


def red_forms(test: RelayTest) -> set[str]:
    return {item.form for item in test.open_forms}


def change(store: Store, **paths: object) -> None:
    store.settings.change(lambda settings: set_paths(settings, {
        name.replace("__", "."): value for name, value in paths.items()}), "test")


def test_forms_are_many_and_have_names_of_their_own() -> None:
    made = forms(FACTS)
    assert len(made) >= 40
    assert len({form.name for form in made}) == len(made)


def test_a_closed_server_is_green_for_all_forms_and_remembers_it(store: Store) -> None:
    test = outcome_of(store)
    assert test.is_closed, test.sentence
    assert sum("in the clear" in item.way and "documentation" in item.stranger for item in test.outcomes) == 2 * len(
        forms(FACTS))
    assert sum("STARTTLS" in item.way for item in test.outcomes) == 2 * len(essential(FACTS))
    assert all(item.is_tested for item in test.outcomes)
    assert all(item.transcript.startswith("S: 220 relay.example") for item in test.outcomes)
    assert store.relay_tests.newest() == test == store.relay_tests.get(test.id)


def test_nothing_is_queued_traced_or_counted(store: Store) -> None:
    change(store, smtp__relay__allow_privileged_ip_ranges=True, smtp__relay__privileged_ip_ranges=[{"range": "0.0.0.0/0"}])
    store.spool.open_writer()  # so that it could be
    before = files(store)
    test = outcome_of(store)
    assert not test.fault
    assert not test.is_closed
    assert files(store) == before
    assert not store.bans.list()
    assert not store.traffic.search()
    assert not store.spool.list()
    assert store.spool.ledger().accepted == 0


def files(store: Store) -> list[str]:
    return sorted(str(path) for folder in (store.folder.spool, store.folder.mail) for path in folder.rglob("*"))


def test_a_local_sender_is_enough_where_that_is_allowed(store: Store) -> None:
    change(store, smtp__relay__allow_local_sender_addresses=True)
    test = outcome_of(store)
    assert "Local sender" in red_forms(test)
    assert "Plain" not in red_forms(test)


def test_taken_for_a_local_address_that_nobody_has_is_not_relayed(store: Store) -> None:
    change(store, smtp__security__refuse_unknown_local_recipients=False)
    test = outcome_of(store)
    assert test.is_closed, test.sentence
    assert any("nobody has" in item.note for item in test.outcomes)


@pytest.mark.parametrize("address", ["127.0.0.1", "0.0.0.0"])
def test_domain_literals_let_nobody_in(store: Store, address: str) -> None:
    change(store, smtp__security__allow_domain_literals=True, smtp__general__default_domain="example.com",
           smtp__security__refuse_unknown_local_recipients=False, smtp__inbound__listeners=[{"address": address}])
    test = outcome_of(store)
    assert test.is_closed, test.sentence


@pytest.mark.parametrize(("network", "colon"), [("0.0.0.0/0", False), ("::/0", True)])
def test_a_privileged_internet_is_red_for_strangers_of_that_family(store: Store, network: str, colon: bool) -> None:
    change(store, smtp__relay__allow_privileged_ip_ranges=True, smtp__relay__privileged_ip_ranges=[{"range": network}])
    test = outcome_of(store)
    assert "Plain" in red_forms(test)
    assert all((":" in item.client) is colon for item in test.open_forms)
    assert all("C: DATA" in item.transcript and item.note.startswith("Would have been relayed to ")
               for item in test.open_forms)
    assert "250" in test.open_forms[0].transcript.splitlines()[-3]


def test_an_open_relay_raises_an_alarm_until_it_is_closed_even_after_a_restart(store: Store) -> None:
    change(store, smtp__relay__allow_privileged_ip_ranges=True, smtp__relay__privileged_ip_ranges=[{"range": "0.0.0.0/0"}])
    alarms = Alarms()
    outcome_of(store, alarms)
    assert AlarmKind.OPEN_RELAY in alarms
    change(store, smtp__relay__privileged_ip_ranges=[])
    alarms = Alarms()
    RelayTester(store, Live(Loader(store).load()), Authenticator(store.directory), alarms).close()
    assert AlarmKind.OPEN_RELAY in alarms
    outcome_of(store, alarms)
    assert AlarmKind.OPEN_RELAY not in alarms


REAL_DECIDE = Policy.decide
_PERCENT = re.compile(r"([^%@]+)%([^%@]+)@.+")
_BANG = re.compile(r"([^!@]+)!([^!@]+)@.+")
_QUOTED = re.compile(r'"[^"]+@[^"]+"@.+')
_DOUBLED = re.compile(r"[^@]+@[^@]+@[^@]+")


def relay_everything(policy: Policy, request: Request) -> Decision:
    decision = REAL_DECIDE(policy, request)
    return decision if decision.recipient is None else as_relayed(decision)


def relay_empty_senders(policy: Policy, request: Request) -> Decision:
    return REAL_DECIDE(policy, request) if request.sender else relay_everything(policy, request)


def obey(pattern: re.Pattern[str]) -> Callable[[Policy, Request], Decision]:
    """Return a decision that passes on what its address tells it to."""
    def obedient(policy: Policy, request: Request) -> Decision:
        decision = REAL_DECIDE(policy, request)
        target = decision.recipient or Address("relaytest", "example.org")
        return as_relayed(decision._replace(recipient=target)) if pattern.fullmatch(request.recipient) else decision
    return obedient


def as_relayed(decision: Decision) -> Decision:
    return decision._replace(verdict=Verdict.RELAY, reply=reply_for(Rule.AUTHENTICATED, DenialReply.STANDARD, ""), mailbox=None)


def found(rule: Rule) -> Callable[..., Any]:
    return lambda *_arguments: (rule, (Verdict.RELAY, None), "Broken.", ())


MUTANTS: dict[str, tuple[Callable[..., Any], str]] = {
    "decide": (relay_everything, "Plain"), "decide ": (relay_empty_senders, "Empty sender"),
    "decide  ": (obey(_PERCENT), "Percent hack"), "decide   ": (obey(_BANG), "Bang path at local"),
    "decide    ": (obey(_QUOTED), "Quoted address at local"), "decide     ": (obey(_DOUBLED), "Doubled domain, local last"),
    "_privileged_range": (found(Rule.PRIVILEGED_RANGE), "Plain"),
    "_authenticated": (found(Rule.AUTHENTICATED), "Plain"), "_local_sender": (found(Rule.LOCAL_SENDER), "Plain"),
}


@pytest.mark.parametrize("mutant", MUTANTS)
def test_the_test_is_red_when_the_policy_is_broken_on_purpose(
        store: Store, monkeypatch: pytest.MonkeyPatch, mutant: str) -> None:
    broken, form = MUTANTS[mutant]
    monkeypatch.setattr(Policy, mutant.strip(), broken)
    test = outcome_of(store)
    assert form in red_forms(test), test.sentence
    assert form in {item.form for item in test.open_forms if "STARTTLS" in item.way}, "over TLS too"


def test_the_test_is_red_when_logins_are_taken_for_granted(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recipients, "_login_of", lambda *_facts: "john@example.com")
    opened = outcome_of(store).open_forms
    assert {"in the clear", "after STARTTLS"} == {item.way.partition(", ")[2] for item in opened if item.form == "Plain"}


def test_a_server_that_fails_has_proved_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Policy, "decide", lambda *_arguments: 1 // 0)
    test = outcome_of(store)
    assert not test.is_closed
    assert "proves nothing" in test.sentence


def test_nobody_enters_without_the_secret(store: Store) -> None:
    async def knock() -> list[bytes]:
        authenticator = Authenticator(store.directory)
        try:
            async with open_doors(Loader(store).load(), store, authenticator) as (door,):
                answers = []
                for line in (b"EHLO x\r\n", b"0" * 64 + b" 198.51.100.1\r\n", door.header("198.51.100.1")[1:],
                             door.header("no-address"), b"\xff\xfe\r\n"):
                    reader, writer = await asyncio.open_connection("127.0.0.1", door.port)
                    writer.write(line)
                    answers.append(await reader.read())
                    writer.close()
            with pytest.raises(ConnectionRefusedError):
                await asyncio.open_connection("127.0.0.1", door.port)
            return answers
        finally:
            authenticator.close()

    assert asyncio.run(knock()) == [b""] * 5
