"""Decisions in the words of MailEnable's Debug log (MailEnable article ME020034)."""

from __future__ import annotations

from posthouse_server.policy.decision import Decision, Request
from posthouse_server.policy.rules import Rule

_LOCAL = "Local Delivery: Address ({recipient}) is local"
_SERVICED = "Local Delivery: Domain for ({recipient}) is locally serviced"
_WORDS = {
    Rule.BLOCKED_SENDER: "Recipient Denied: {domain} is a blacklisted domain.",
    Rule.POSTMASTER: _LOCAL,
    Rule.ADDRESS_MAP: _LOCAL,
    Rule.CATCH_ALL: "Address ({recipient}) is to be delivered to Catch-All address.",
    Rule.UNKNOWN_RECIPIENT: f"{_SERVICED}, but recipient is not defined in address map.",
    Rule.LOCAL_DOMAIN: f"{_SERVICED}.",
    Rule.RELAY_DISABLED: "ME-I0112 Relay Denied: Server is configured not to allow relaying",
    Rule.AUTHENTICATED: "ME-I0108 Relay Granted: Sender has authenticated.",
    Rule.PRIVILEGED_RANGE: "ME-I0107 Relay Granted: Sender IP ({client}) is within an authorized IP range.",
    Rule.LOCAL_SENDER: "ME-I0106 Relay Granted: [{sender}] is in local address map.",
    Rule.NO_CRITERION_MET: "ME-I0111 Relay Denied: Failed to meet all relay criteria.",
}


def judged(request: Request, decision: Decision, decision_id: str) -> str:
    """Return the line of a decision; rules that MailEnable does not have speak in our own words."""
    words = _WORDS.get(decision.rule, f"Recipient Denied: ({{recipient}}) {decision.rule.label}.")
    return f"[{decision_id}] " + words.format(
        recipient=request.recipient, client=request.client, sender=request.sender, domain=request.sender.rpartition("@")[2])
