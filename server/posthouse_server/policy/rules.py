"""The rules of the relay decision, by the names under which they are recorded."""

from __future__ import annotations

from enum import StrEnum


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
    Rule.MALFORMED_ADDRESS: "Malformed address",
    Rule.ACCESS_CONTROL: "Access control",
    Rule.BLOCKED_SENDER: "Blocked sender",
    Rule.SPOOFED_SENDER: "Address spoofing",
    Rule.FOREIGN_SENDER: "Sender of another mailbox",
    Rule.POSTMASTER: "Postmaster",
    Rule.ADDRESS_MAP: "Address map",
    Rule.MAILBOX_DISABLED: "Mailbox disabled",
    Rule.ROUTING_CHARACTERS: "Routing in the local part",
    Rule.CATCH_ALL: "Catch-all",
    Rule.UNKNOWN_RECIPIENT: "Unknown local recipient",
    Rule.LOCAL_DOMAIN: "Local domain",
    Rule.RELAY_DISABLED: "Mail relay disabled",
    Rule.AUTHENTICATED: "Authenticated sender",
    Rule.PRIVILEGED_RANGE: "Privileged IP range",
    Rule.LOCAL_SENDER: "Local sender address",
    Rule.NO_CRITERION_MET: "No relay option applies",
    Rule.CONNECTION_LIMIT: "Too many connections",
    Rule.STORAGE: "No room on the disk",
    Rule.SLOWED_DOWN: "Slowed down instead of banned",
    Rule.BANNED: "Banned after repeated failures",
    Rule.EARLY_TALKER: "Talked before the greeting",
    Rule.LOGIN_FAILED: "Login failed",
    Rule.LOGIN_REQUIRED: "Login required",
    Rule.INTERNATIONAL_ADDRESS: "Internationalised address",
    Rule.RECIPIENT_LIMIT: "Too many recipients",
    Rule.RATE_LIMIT: "Too many recipients per hour",
    Rule.MESSAGE_SIZE: "Message too large",
    Rule.SENDER_DOMAIN: "Invalid sender domain",
    Rule.NO_PTR: "No PTR entry",
    Rule.DNS_BLACKLIST: "DNS blacklist",
    Rule.MAILBOX_FULL: "Mailbox full",
}
