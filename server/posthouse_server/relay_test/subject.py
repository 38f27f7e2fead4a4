"""What an open relay test is about: everything in settings and directory that decides whether strangers get in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from posthouse_server.live import InForce
from posthouse_server.settings.schema import Smtp
from posthouse_server.store.directory import DomainRow

Subject = tuple[object, ...]


def subject_of(current: InForce, domains: Iterable[DomainRow]) -> Subject:
    """Return a value that is another one after each change that could let strangers in.

    Mailboxes are part of it where local senders may relay: then every address is a key.
    """
    smtp = current.settings.smtp
    named = tuple((row.name, row.catch_all) for row in domains)
    return (*_of_settings(smtp), named, current.newest if smtp.relay.allow_local_sender_addresses else 0)


def digest_of(subject: Subject) -> str:
    """Return a short text that stands for a subject over restarts."""
    return hashlib.sha256(repr(subject).encode()).hexdigest()


def _of_settings(smtp: Smtp) -> Subject:
    """Return the settings that decide who gets in; ports, certificates and limits do not."""
    inbound, security = smtp.inbound, smtp.security
    relay = smtp.relay.model_dump_json(exclude={"test_after_changes"})  # to switch the test on is no reason to test
    listeners = {(item.require_authentication, item.tls.value, item.authentication.value) for item in inbound.listeners}
    return (relay, inbound.access_control.model_dump_json(), inbound.proxy_protocol_from,
            smtp.blocked_addresses.model_dump_json(), security.refuse_unknown_local_recipients,
            security.refuse_spoofed_senders, security.disable_catch_alls, security.allow_domain_literals,
            security.allow_domain_literals and smtp.general.default_domain, sorted(smtp.advanced.forbidden), sorted(listeners))
