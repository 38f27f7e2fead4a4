"""The questions about domains, mailboxes and groups: whole sentences, since other languages bend what stands at a noun."""

from __future__ import annotations

from posthouse_console.dialogs.directory_question import DirectoryQuestion
from posthouse_server.store.directory import DomainRow, GroupRow, MailboxRow
from posthouse_server.words import tr

# Title and question, for one and for many.
_DELETE = {
    MailboxRow: ((tr("Delete Mailbox"), tr("Delete the mailbox {named}?")),
                 (tr("Delete Mailboxes"), tr("Delete the mailboxes {named}?"))),
    DomainRow: ((tr("Delete Domain"), tr("Delete the domain {named}?")),
                (tr("Delete Domains"), tr("Delete the domains {named}?"))),
    GroupRow: ((tr("Delete Group"), tr("Delete the group {named}?")),
               (tr("Delete Groups"), tr("Delete the groups {named}?"))),
}
_ENABLE = ((tr("Enable Mailbox"), tr("Enable the mailbox {named}?")),
           (tr("Enable Mailboxes"), tr("Enable the mailboxes {named}?")))
_DISABLE = ((tr("Disable Mailbox"), tr("Disable the mailbox {named}?")),
            (tr("Disable Mailboxes"), tr("Disable the mailboxes {named}?")))
_CONSEQUENCES = {
    MailboxRow: tr("Nobody can log in with it or send to it any more. Messages already stored stay on disk."),
    DomainRow: tr("Mail for it is then no longer accepted here as local mail."),
    GroupRow: tr("Mail to it is refused then. Its members stay what they are."),
}


def delete_question(of: type[MailboxRow | DomainRow | GroupRow], named: str, *, is_many: bool) -> DirectoryQuestion:
    """Return what is asked before things of the directory are deleted."""
    title, text = _DELETE[of][is_many]
    return DirectoryQuestion(title, text.format(named=named), tr("&Delete"), tr("Deleting {named}", named=named),
                             _CONSEQUENCES[of])


def switch_question(named: str, is_enabled: bool, *, is_many: bool) -> DirectoryQuestion:
    """Return what is asked before mailboxes are enabled or disabled."""
    if is_enabled:
        title, text = _ENABLE[is_many]
        return DirectoryQuestion(title, text.format(named=named), tr("&Enable"), tr("Enabling {named}", named=named),
                                 tr("It can be logged in with, and mail to it is accepted again."), is_dangerous=False)
    title, text = _DISABLE[is_many]
    return DirectoryQuestion(title, text.format(named=named), tr("&Disable"), tr("Disabling {named}", named=named),
                             tr("Nobody can log in with it or send to it until it is enabled again."))
