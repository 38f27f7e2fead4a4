"""The books of the spool in words and localised numbers."""

from __future__ import annotations

from posthouse_console.widgets.numbers_text import number_text
from posthouse_server.store.messages import Ledger
from posthouse_server.words import tr


def entries_of(ledger: Ledger) -> list[tuple[str, int]]:
    """Return the account: what was accepted first, then all that became of it."""
    return [(tr("Accepted"), ledger.accepted), (tr("Delivered"), ledger.delivered), (tr("Waiting"), ledger.waiting),
            (tr("Held"), ledger.held), (tr("Bounced"), ledger.bounced), (tr("Bad Mail"), ledger.bad_mail),
            (tr("Removed"), ledger.removed)]


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
        return tr("The books balance: nothing has been accepted yet.")
    return tr("The books balance: every recipient that was accepted is accounted for.")


def difference_text(ledger: Ledger) -> str:
    """Return by how much the books differ, and what that means."""
    count = abs(ledger.difference)
    if ledger.difference > 0:
        sentence = (tr("The books differ by {count}: {count} accepted recipient is not accounted for.") if count == 1 else
                    tr("The books differ by {count}: {count} accepted recipients are not accounted for."))
    else:
        sentence = (tr("The books differ by {count}: {count} recipient is there that nobody accepted.") if count == 1 else
                    tr("The books differ by {count}: {count} recipients are there that nobody accepted."))
    return sentence.format(count=number_text(count))
