"""Which of several smart hosts takes a message for a recipient: the first in the list that fits both sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from posthouse_server.settings.schema import ChosenSmartHost


@dataclass(frozen=True, slots=True)
class _Rule:
    host: ChosenSmartHost
    senders: frozenset[str]
    recipients: frozenset[str]


class SmartHostRules:
    """The list of the settings, made ready for many questions."""

    def __init__(self, hosts: Sequence[ChosenSmartHost]) -> None:
        """Those that are off are passed over."""
        self._rules = [_Rule(host, _lowered(host.for_senders), _lowered(host.for_recipients))
                       for host in hosts if host.enabled]

    def choose(self, sender: str, recipient: str) -> ChosenSmartHost | None:
        """Return the first smart host that fits, or None: the message goes the way of all other mail.

        Sender and recipient are addresses as they stand in the envelope; the empty sender of a notification fits only where
        any sender does. Case does not count. A domain does not include its subdomains.
        """
        senders, recipients = _forms(sender), _forms(recipient)
        for rule in self._rules:
            if (not rule.senders or not rule.senders.isdisjoint(senders)) and (
                    not rule.recipients or not rule.recipients.isdisjoint(recipients)):
                return rule.host
        return None


def _lowered(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(text.lower() for text in texts)


def _forms(address: str) -> tuple[str, ...]:
    """Return what may stand in a list for an address: itself and its domain."""
    if not address:
        return ()
    lowered = address.lower()
    return lowered, lowered.rpartition("@")[2]
