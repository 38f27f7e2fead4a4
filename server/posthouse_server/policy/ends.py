"""Where accepted mail of local recipients ends by two policies: in which mailboxes, and at which addresses elsewhere."""

from __future__ import annotations

from typing import NamedTuple

from posthouse_server.policy.addresses import Address
from posthouse_server.policy.decision import Policy
from posthouse_server.policy.directory import Mailbox
from posthouse_server.policy.directory_with import lost_logins
from posthouse_server.policy.forwarding import targets_of
from posthouse_server.policy.rules import Rule
from posthouse_server.policy.verdicts import Decision
from posthouse_server.words import tr

_NAMED = 3
_ELSEWHERE = "elsewhere: "
Ends = dict[str, str]
"""The folder of a mailbox or a marked address elsewhere, to what people call it; empty where nobody gets the mail."""


class Move(NamedTuple):
    """Mail that is delivered before and afterwards, but not to the same; what only one side has stands first."""

    before: tuple[str, ...]
    """Logins, and addresses elsewhere; empty: it goes back to its sender."""
    after: tuple[str, ...]

    @property
    def words(self) -> str:
        """Return what becomes of it, for the end of a sentence."""
        if not self.before:
            return tr("returned to the sender until now, delivered to {after} from now on", after=listed(self.after))
        if not self.after:
            return tr("delivered to {before} until now, returned to the sender from now on", before=listed(self.before))
        return tr("delivered to {before} until now, to {after} from now on", before=listed(self.before),
                  after=listed(self.after))


class Moves:
    """Finds moves; each recipient is followed once. The policies must not change."""

    def __init__(self, old: Policy, new: Policy) -> None:
        """Compare the ends of these policies."""
        self._old, self._new = old, new
        self._lost = lost_logins(new.directory)
        self._are_alike = old.directory is new.directory and _asked(old) == _asked(new)
        self._known: dict[tuple[Address, Address], Move | None] = {}

    def move(self, before: Decision, after: Decision) -> Move | None:
        """Return how mail moves that both policies deliver here; None if it ends where it ended."""
        if self._are_alike or before.recipient is None or after.recipient is None:
            return None
        recipients = before.recipient, after.recipient  # not the same where a literal's default domain changes
        if recipients not in self._known:
            self._known[recipients] = self._found(*recipients, before, after)
        return self._known[recipients]

    def _found(self, was_to: Address, is_to: Address, before: Decision, after: Decision) -> Move | None:
        is_led_on = any(item.mailbox is not None and item.mailbox.forwards_to for item in (before, after))
        if before.mailbox == after.mailbox and not is_led_on:
            return None
        if before.rule is Rule.POSTMASTER and before.mailbox is not None and before.mailbox.login in self._lost:
            return None  # another administrator may follow, whom the directory of afterwards does not know
        was, will_be = _ends(was_to, before.mailbox, self._old), _ends(is_to, after.mailbox, self._new)
        return None if was.keys() == will_be.keys() else Move(_ordered(was, will_be), _ordered(will_be, was))


def listed(names: tuple[str, ...]) -> str:
    """Return the first few names, and how many more there are."""
    if len(names) > _NAMED:
        return tr("{names} and {number:,} more", names=", ".join(names[:_NAMED]), number=len(names) - _NAMED)
    if len(names) > 1:
        return tr("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])
    return "".join(names)


def _asked(policy: Policy) -> tuple[object, ...]:
    """Return the settings that have a say in where mail ends."""
    security, general = policy.settings.smtp.security, policy.settings.smtp.general
    return security.disable_catch_alls, general.postmaster, security.allow_domain_literals and general.default_domain


def _ends(recipient: Address, mailbox: Mailbox | None, policy: Policy) -> Ends:
    if mailbox is None or not mailbox.forwards_to:
        return {} if mailbox is None else {mailbox.maildir: mailbox.login}
    has_catch_alls = not policy.settings.smtp.security.disable_catch_alls
    found = targets_of(recipient, mailbox, policy.directory, has_catch_alls=has_catch_alls)
    here = {item.mailbox.maildir: item.mailbox.login for item in found if item.mailbox is not None}
    return here | {f"{_ELSEWHERE}{item.address.key}": str(item.address) for item in found if not item.is_local}


def _ordered(names: Ends, others: Ends) -> tuple[str, ...]:
    alike = {name for key, name in others.items() if key not in names}
    return tuple(tr("{name} on another server", name=names[key]) if key.startswith(_ELSEWHERE) and names[key] in alike
                 else names[key] for key in sorted(names, key=lambda key: key in others))
