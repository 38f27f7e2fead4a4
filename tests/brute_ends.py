"""Where mail ends, found again in the plainest way: every path is walked, nothing is remembered."""

from __future__ import annotations

from posthouse_server.policy.addresses import parse_address
from posthouse_server.policy.decision import Policy, Request
from posthouse_server.policy.directory import Mailbox


def fate(policy: Policy, request: Request) -> tuple[str, frozenset[str]]:
    """Return the verdict, and for mail that is delivered here the logins and the addresses elsewhere that get it."""
    decision = policy.decide(request)
    is_local = decision.verdict == "local" and decision.mailbox is not None
    return decision.verdict, frozenset(_walk(policy, decision.mailbox, ()) if is_local else ())


def _walk(policy: Policy, mailbox: Mailbox | None, path: tuple[Mailbox, ...]) -> set[str]:
    if mailbox is None or mailbox in path or (path and not mailbox.enabled):
        return set()
    found = {mailbox.login} if mailbox.login and mailbox.keeps else set()
    for text in mailbox.forwards_to:
        address = parse_address(text)
        if not policy.directory.is_local_domain(address.domain):
            found.add(f"elsewhere: {address.key}")
            continue
        goal = policy.directory.find(address)
        if goal is None and not policy.settings.smtp.security.disable_catch_alls:
            goal = policy.directory.catch_all(address.domain)
        found |= _walk(policy, goal, (*path, mailbox))
    return found
