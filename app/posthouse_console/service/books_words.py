"""The books of the spool in words and localised numbers."""

from __future__ import annotations

from posthouse_console.widgets.numbers_text import number_text
from posthouse_server.store.messages import Ledger


def entries_of(ledger: Ledger) -> list[tuple[str, int]]:
    """Return the account: what was accepted first, then all that became of it."""
    return [("Accepted", ledger.accepted), ("Delivered", ledger.delivered), ("Waiting", ledger.waiting), ("Held", ledger.held),
            ("Bounced", ledger.bounced), ("Bad Mail", ledger.bad_mail), ("Removed", ledger.removed)]


def account_text(ledger: Ledger) -> str:
    """Return the account as one line, for who hears it or copies it."""
    (name, accepted), *rest = entries_of(ledger)
    parts = " + ".join(f"{number_text(number)} {label}" for label, number in rest)
    return f"{number_text(accepted)} {name} {'=' if ledger.difference == 0 else '≠'} {parts}"


def balance_text(ledger: Ledger) -> str:
    """Return whether the books balance, in a sentence."""
    if ledger.difference:
        return difference_text(ledger)
    if ledger.accepted == 0:
        return "The books balance: nothing has been accepted yet."
    return "The books balance: every recipient that was accepted is accounted for."


def difference_text(ledger: Ledger) -> str:
    """Return by how much the books differ, and what that means."""
    count = abs(ledger.difference)
    who = f"{number_text(count)} accepted {'recipient is' if count == 1 else 'recipients are'}"
    if ledger.difference > 0:
        return f"The books differ by {number_text(count)}: {who} not accounted for."
    return f"The books differ by {number_text(count)}: {who.replace('accepted ', '', 1)} there that nobody accepted."
