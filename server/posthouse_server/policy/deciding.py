"""Which settings have a part in who may send and relay; the others need no preview."""

from __future__ import annotations

from posthouse_server.settings.schema import Settings

_SECURITY = ("refuse_unknown_local_recipients", "require_own_sender_address", "refuse_spoofed_senders", "disable_catch_alls",
             "allow_domain_literals")
_WORDS_ONLY = frozenset({"denial_reply"})
"""Settings of the tab Relay that change what a refused client reads, not whether it is refused."""


def touches_policy(old: Settings, new: Settings) -> bool:
    """Return whether a change can make the policy, or the exposure, come out otherwise."""
    return old is not new and _deciding(old) != _deciding(new)


def _deciding(settings: Settings) -> tuple[object, ...]:
    """Return the values by which decisions and exposure are made."""
    smtp, security, inbound = settings.smtp, settings.smtp.security, settings.smtp.inbound
    relay = [getattr(smtp.relay, name) for name in type(smtp.relay).model_fields if name not in _WORDS_ONLY]
    return (*relay, *(getattr(security, name) for name in _SECURITY), smtp.blocked_addresses,
            security.allow_domain_literals and smtp.general.default_domain, inbound.access_control,
            inbound.proxy_protocol_from, [(item.address, item.require_authentication) for item in inbound.listeners])
