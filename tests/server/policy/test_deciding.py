"""A preview is offered for what decides, and for nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from posthouse_server.policy.deciding import touches_policy
from posthouse_server.settings import Settings, set_paths


@pytest.mark.parametrize(("path", "value"), [
    ("smtp.relay.enabled", False), ("smtp.relay.allow_local_sender_addresses", True),
    ("smtp.relay.privileged_ip_ranges", [{"range": "10.0.4.17"}]), ("smtp.inbound.access_control.ranges", ["10.0.4.17"]),
    ("smtp.blocked_addresses.senders", ["a@far.example"]), ("smtp.security.refuse_unknown_local_recipients", False),
    ("smtp.security.refuse_spoofed_senders", True), ("smtp.security.require_own_sender_address", True),
    ("smtp.security.disable_catch_alls", True), ("smtp.security.allow_domain_literals", True),
    ("smtp.inbound.proxy_protocol_from", ["10.0.0.1"]),
    ("smtp.inbound.listeners", [{"require_authentication": True}])])
def test_what_decides(path: str, value: Any) -> None:
    assert touches_policy(Settings(), set_paths(Settings(), {path: value}))


@pytest.mark.parametrize(("path", "value"), [
    ("smtp.relay.denial_reply", "mailenable"), ("smtp.inbound.max_connections", 7), ("smtp.general.hostname", "a.example"),
    ("smtp.security.max_failed_logins", 3), ("smtp.delivery.lifetime_hours", 5), ("smtp.smart_host.enabled", False),
    ("smtp.general.default_domain", "a.example")])
def test_what_does_not(path: str, value: Any) -> None:
    assert not touches_policy(Settings(), set_paths(Settings(), {path: value}))


def test_the_default_domain_decides_about_literals() -> None:
    old = set_paths(Settings(), {"smtp.security.allow_domain_literals": True})
    assert touches_policy(old, set_paths(old, {"smtp.general.default_domain": "a.example"}))
