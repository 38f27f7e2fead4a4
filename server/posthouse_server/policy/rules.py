"""The rules of the relay decision, by the names under which they are recorded."""

from __future__ import annotations

from enum import StrEnum

from posthouse_server.words import tr


class Rule(StrEnum):
    """A rule that can end a decision."""

    MALFORMED_ADDRESS = "malformed_address"
    ACCESS_CONTROL = "access_control"
    BLOCKED_SENDER = "blocked_sender"
    SPOOFED_SENDER = "spoofed_sender"
    FOREIGN_SENDER = "foreign_sender"
    POSTMASTER = "postmaster"
    ADDRESS_MAP = "address_map"
    MAILBOX_DISABLED = "mailbox_disabled"
    ROUTING_CHARACTERS = "routing_characters"
    CATCH_ALL = "catch_all"
    UNKNOWN_RECIPIENT = "unknown_recipient"
    LOCAL_DOMAIN = "local_domain"
    LITERAL_TARGET = "literal_target"
    RELAY_DISABLED = "relay_disabled"
    AUTHENTICATED = "authenticated"
    PRIVILEGED_RANGE = "privileged_range"
    LOCAL_SENDER = "local_sender"
    NO_CRITERION_MET = "no_criterion_met"
    # Never the outcome of a decision: why the server refused before there was one.
    CONNECTION_LIMIT = "connection_limit"
    BANNED = "banned"
    SLOWED_DOWN = "slowed_down"
    STORAGE = "storage"
    EARLY_TALKER = "early_talker"
    LOGIN_FAILED = "login_failed"
    LOGIN_REQUIRED = "login_required"
    INTERNATIONAL_ADDRESS = "international_address"
    RECIPIENT_LIMIT = "recipient_limit"
    RATE_LIMIT = "rate_limit"
    MESSAGE_SIZE = "message_size"
    SENDER_DOMAIN = "sender_domain"
    NO_PTR = "no_ptr"
    DNS_BLACKLIST = "dns_blacklist"
    MAILBOX_FULL = "mailbox_full"

    @property
    def label(self) -> str:
        """Return the rule's name for people."""
        return _TITLES[self]


_TITLES = {
    Rule.MALFORMED_ADDRESS: tr("Malformed address"),
    Rule.ACCESS_CONTROL: tr("Access control"),
    Rule.BLOCKED_SENDER: tr("Blocked sender"),
    Rule.SPOOFED_SENDER: tr("Address spoofing"),
    Rule.FOREIGN_SENDER: tr("Sender of another mailbox"),
    Rule.POSTMASTER: tr("Postmaster"),
    Rule.ADDRESS_MAP: tr("Address map"),
    Rule.MAILBOX_DISABLED: tr("Mailbox disabled"),
    Rule.ROUTING_CHARACTERS: tr("Routing in the local part"),
    Rule.CATCH_ALL: "Catch-all",
    Rule.UNKNOWN_RECIPIENT: tr("Unknown local recipient"),
    Rule.LOCAL_DOMAIN: tr("Local domain"),
    Rule.LITERAL_TARGET: tr("No public address"),
    Rule.RELAY_DISABLED: tr("Mail relay disabled"),
    Rule.AUTHENTICATED: tr("Authenticated sender"),
    Rule.PRIVILEGED_RANGE: tr("Privileged IP range"),
    Rule.LOCAL_SENDER: tr("Local sender address"),
    Rule.NO_CRITERION_MET: tr("No relay option applies"),
    Rule.CONNECTION_LIMIT: tr("Too many connections"),
    Rule.STORAGE: tr("No room on the disk"),
    Rule.SLOWED_DOWN: tr("Slowed down instead of banned"),
    Rule.BANNED: tr("Banned after repeated failures"),
    Rule.EARLY_TALKER: tr("Talked before the greeting"),
    Rule.LOGIN_FAILED: tr("Login failed"),
    Rule.LOGIN_REQUIRED: tr("Login required"),
    Rule.INTERNATIONAL_ADDRESS: tr("Internationalised address"),
    Rule.RECIPIENT_LIMIT: tr("Too many recipients"),
    Rule.RATE_LIMIT: tr("Too many recipients per hour"),
    Rule.MESSAGE_SIZE: tr("Message too large"),
    Rule.SENDER_DOMAIN: tr("Invalid sender domain"),
    Rule.NO_PTR: tr("No PTR entry"),
    Rule.DNS_BLACKLIST: tr("DNS blacklist"),
    Rule.MAILBOX_FULL: tr("Mailbox full"),
}
