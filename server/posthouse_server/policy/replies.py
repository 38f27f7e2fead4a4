"""The replies to RCPT in two dialects: standard codes (RFC 3463), and the texts MailEnable administrators know."""

from __future__ import annotations

from typing import NamedTuple

from posthouse_server.policy.rules import Rule
from posthouse_server.settings.schema import DenialReply


class Reply(NamedTuple):
    """A reply: the code and the text behind it, which starts with the enhanced status code where there is one."""

    code: int
    text: str

    def __str__(self) -> str:
        """Return the line for the wire, without CRLF."""
        return f"{self.code} {self.text}"

    def with_id(self, short_id: str) -> str:
        """Return the line for the wire with the id by which the decision is found again."""
        return f"{self.code} {self.text} [{short_id}]"


_ACCEPTED = {DenialReply.STANDARD: Reply(250, "2.1.5 Recipient OK"),
             DenialReply.MAILENABLE: Reply(250, "Requested mail action okay, completed")}

_RELAY_DENIED = Reply(503, "This mail server requires authentication when attempting to send to a non-local e-mail "
                           "address. Please check your mail client settings or contact your administrator to verify "
                           "that the domain or address is defined for this server.")
_NOT_LOCAL = Reply(550, "Requested action not taken: mailbox unavailable or not local.")

_STANDARD = {
    Rule.MALFORMED_ADDRESS: Reply(553, "5.1.3 The address is malformed"),
    Rule.ACCESS_CONTROL: Reply(554, "5.7.1 Your address is not allowed to use this server"),
    Rule.BLOCKED_SENDER: Reply(550, "5.7.1 The sender is blocked on this server"),
    Rule.SPOOFED_SENDER: Reply(550, "5.7.1 The sender is an address of this server: log in to use it"),
    Rule.FOREIGN_SENDER: Reply(553, "5.7.1 The sender is not an address of the mailbox that has logged in"),
    Rule.MAILBOX_DISABLED: Reply(550, "5.2.1 The mailbox is disabled"),
    Rule.ROUTING_CHARACTERS: Reply(550, "5.7.1 Relaying denied: source routing is not done here"),
    Rule.UNKNOWN_RECIPIENT: Reply(550, "5.1.1 No such mailbox here"),
    Rule.LITERAL_TARGET: Reply(550, "5.1.2 Mail to this address is not sent: it is no public one"),
    Rule.RELAY_DISABLED: Reply(550, "5.7.1 Relaying denied: this server only receives mail for its own domains"),
    Rule.NO_CRITERION_MET: Reply(550, "5.7.1 Relaying denied: log in first, or ask the administrator for access"),
}

_MAILENABLE = {
    Rule.MAILBOX_DISABLED: _NOT_LOCAL,
    Rule.ROUTING_CHARACTERS: _RELAY_DENIED,
    Rule.UNKNOWN_RECIPIENT: _NOT_LOCAL,
    Rule.LITERAL_TARGET: _NOT_LOCAL,
    Rule.RELAY_DISABLED: _RELAY_DENIED,
    Rule.NO_CRITERION_MET: _RELAY_DENIED,
}


def reply_for(rule: Rule, dialect: DenialReply, sender: str) -> Reply:
    """Return the reply to RCPT for a decision by this rule."""
    if rule not in _STANDARD:
        return _ACCEPTED[dialect]
    if dialect is DenialReply.STANDARD:
        return _STANDARD[rule]
    if rule is Rule.BLOCKED_SENDER:
        return Reply(550, f"Recipient Denied: {sender.rpartition('@')[2]} is a blacklisted domain.")
    return _MAILENABLE.get(rule, _STANDARD[rule])
