"""Settings of how mail leaves: deliveries and their retries, and what holds for all servers out there."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from posthouse_server.settings.choices import DelayNotifications, DeliveryReceipts, OutboundTls
from posthouse_server.settings.section import Section, setting
from posthouse_server.settings.values import DomainName, IPAddressOrEmpty, Minutes
from posthouse_server.words import tr


class Delivery(Section):
    """SMTP Properties, tab Delivery."""

    retry_minutes: Annotated[tuple[Minutes, ...], Field(min_length=1, max_length=4)] = setting(
        (15, 30, 60, 240), "Retries", "Minutes until the first, second, third and each subsequent retry.")
    lifetime_hours: int = setting(
        120, "Failed message lifetime", "After so many hours an undelivered message is returned to its sender.",
        ge=1, le=10_000)
    delay_notifications: DelayNotifications = setting(
        DelayNotifications.OFF, "Delay notifications", "Whether the sender is told that a message still waits.")
    receipts: DeliveryReceipts = setting(
        DeliveryReceipts.EVERYONE, "Non-delivery receipts", "For whom undeliverable mail is reported back.")
    max_connections_per_destination: int = setting(
        5, "Limit concurrent connections per destination", "At most so many connections to one server at a time.",
        ge=1, le=1000)


class DestinationRule(Section):
    """What holds for one destination instead of the rest of the tab Outbound."""

    domain: DomainName = setting(
        "", "Destination", "A domain of recipients; for the rate also the name of a smart host.", max_length=255)
    tls: OutboundTls = setting(
        OutboundTls.OPPORTUNISTIC, "TLS", "For mail that goes straight to its servers; a smart host has its own choice.")
    messages_per_minute: int = setting(
        0, "Messages per minute", "0 means any number.", ge=0, le=100_000)


class Outbound(Section):
    """SMTP Properties, tab Outbound."""

    port: int = setting(25, "Remote port", "The port used for direct delivery by MX.", ge=1, le=65535)
    timeout_s: int = setting(
        60, "Timeout for remote mail servers",
        "Seconds of silence after which a try has failed. After the end of a message ten times as long is allowed, up to ten "
        "minutes.", ge=1, le=3600)
    max_deliveries: int = setting(
        20, "Maximum number of send threads", "Deliveries to other servers that run at the same time.", ge=1, le=1000)
    max_message_bytes: int = setting(
        0, "Limit outbound message size",
        "In bytes; 0 means unlimited. A larger message to another server is returned to its sender.", ge=0, le=2**40)
    bind_address: IPAddressOrEmpty = setting(
        "", "Outbound IP binding",
        "The address of this computer that connections to other servers come from; empty: the system chooses. With an IPv4 "
        "address only IPv4 is used, and with an IPv6 address only IPv6.")
    tls: OutboundTls = setting(
        OutboundTls.OPPORTUNISTIC, "TLS",
        "For mail that goes straight to the servers of its recipients. Few of them have certificates that can be checked.")
    messages_per_minute: int = setting(
        0, "Messages per minute to one destination",
        "0 means any number. What is more waits its turn, and holds up nobody else; it counts for smart hosts too.",
        ge=0, le=100_000)
    destinations: Annotated[tuple[DestinationRule, ...], Field(max_length=1000)] = setting(
        (), "Exceptions", "Destinations for which another TLS policy or rate holds.")

    @model_validator(mode="after")
    def _check_destinations(self) -> Self:
        seen: set[str] = set()
        for rule in self.destinations:
            if not rule.domain:
                raise ValueError(tr("an exception without a destination can't hold for anything"))
            if rule.domain in seen:
                raise ValueError(tr("{domain} stands twice among the exceptions", domain=rule.domain))
            seen.add(rule.domain)
        return self
