"""A decision in its three blocks: nothing is lost, and the order stays."""

from datetime import UTC, datetime
from ipaddress import ip_address

import pytest

from posthouse_server.policy.decision import Request, decide
from posthouse_server.policy.directory import MemoryDirectory
from posthouse_server.policy.explanation import Block, blocks_of, is_policy_rule, rule_label
from posthouse_server.policy.rules import Rule
from posthouse_server.settings import Settings

_DIRECTORY = MemoryDirectory(frozenset({"example.com"}))


@pytest.mark.parametrize(("recipient", "reached"), [
    ("b@far.example", [True, True, True]), ("nobody@example.com", [True, True, False]), ("@@", [True, False, False])])
def test_all_steps_stand_in_their_blocks_in_order(recipient: str, reached: list[bool]) -> None:
    request = Request(ip_address("203.0.113.7"), "a@far.example", recipient, datetime(2026, 1, 1, tzinfo=UTC))
    decision = decide(request, Settings(), _DIRECTORY)
    parts = blocks_of(decision)
    assert [part.block for part in parts] == list(Block)
    assert [part.is_reached for part in parts] == reached
    assert tuple(step for part in parts for step in part.steps) == decision.trace


_GATES = [Rule.MALFORMED_ADDRESS, Rule.ACCESS_CONTROL, Rule.BLOCKED_SENDER]
_RELAY = [*_GATES, Rule.LOCAL_DOMAIN, Rule.RELAY_DISABLED, Rule.AUTHENTICATED]


@pytest.mark.parametrize(("recipient", "login", "rules"), [
    ("b@far.example", None, [*_RELAY, Rule.PRIVILEGED_RANGE, Rule.LOCAL_SENDER, Rule.NO_CRITERION_MET]),
    ("b@far.example", "john@example.com", _RELAY),
    ("nobody@example.com", None, [*_GATES, Rule.POSTMASTER, Rule.ADDRESS_MAP, Rule.CATCH_ALL, Rule.UNKNOWN_RECIPIENT])])
def test_every_rule_that_was_looked_at_stands_there_in_its_order(recipient: str, login: str | None, rules: list[Rule]) -> None:
    request = Request(ip_address("203.0.113.7"), "a@far.example", recipient, datetime(2026, 1, 1, tzinfo=UTC), login)
    steps = [step for part in blocks_of(decide(request, Settings(), _DIRECTORY)) for step in part.steps]
    assert [step.rule for step in steps] == rules
    assert [step.matched for step in steps] == [False] * (len(rules) - 1) + [True]
    assert len({step.why for step in steps}) == len(rules), "each says why in its own words"


def test_every_rule_that_ends_a_decision_has_a_block() -> None:
    outside = {rule for rule in Rule if not is_policy_rule(rule)}
    assert {Rule.BANNED, Rule.LOGIN_FAILED, Rule.CONNECTION_LIMIT} <= outside
    assert not outside & {Rule.ACCESS_CONTROL, Rule.CATCH_ALL, Rule.NO_CRITERION_MET, Rule.PRIVILEGED_RANGE}


def test_the_rules_of_a_newer_program_can_be_read() -> None:
    assert rule_label("no_criterion_met") == "No relay option applies"
    assert rule_label("moon_phase") == "Moon phase"
    assert not is_policy_rule("moon_phase")
