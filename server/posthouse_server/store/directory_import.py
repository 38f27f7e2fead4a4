"""Taking a CSV table into the directory: all of it as one revision, or nothing; and what would happen, without doing it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from posthouse_server.store import domain_work, group_work, mailbox_work
from posthouse_server.store.directory_changes import noun
from posthouse_server.store.directory_csv import (
    Line,
    LineFault,
    LineKind,
    read_csv,
    read_enabled,
    read_kind,
    read_quota,
    read_redirection,
    read_unknown,
)
from posthouse_server.store.directory_rows import (
    DomainRow,
    MailboxRow,
    addresses_of_mailbox,
    find_mailbox,
    mailbox_row,
    parsed_login,
    read_domains,
)
from posthouse_server.store.directory_rules import DirectoryError, MailboxKind, domain_name
from posthouse_server.store.directory_work import Work
from posthouse_server.store.domain_work import DomainProperties
from posthouse_server.store.mailbox_work import MailboxProperties, properties_of
from posthouse_server.store.tables import domains, post_offices
from posthouse_server.words import tr

Hash = Callable[[str], str]


class Outcome(StrEnum):
    """What becomes of a line."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class LineOutcome:
    """What became, or would become, of a line."""

    number: int
    outcome: Outcome
    what: str
    """Such as mailbox john@example.com."""
    reason: str = ""
    """Why it was refused, as a sentence."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """All lines in their order."""

    lines: tuple[LineOutcome, ...]
    is_done: bool
    """Whether the directory was changed: never if a line was refused."""

    def number_of(self, outcome: Outcome) -> int:
        """Return how many lines had this outcome."""
        return sum(line.outcome is outcome for line in self.lines)

    @property
    def sentence(self) -> str:
        """Return it in short."""
        counted = tr("{created:,} created, {changed:,} changed, {unchanged:,} unchanged, {refused:,} refused",
                     created=self.number_of(Outcome.CREATED), changed=self.number_of(Outcome.CHANGED),
                     unchanged=self.number_of(Outcome.UNCHANGED), refused=self.number_of(Outcome.REFUSED))
        if self.number_of(Outcome.REFUSED):
            return tr("{counted}. Nothing was imported: mend the refused lines first.", counted=counted)
        return f"{counted}."


class Importer:
    """Applies lines inside one transaction: domains first, then mailboxes, groups, and what points at others."""

    def __init__(self, work: Work, hashes: Mapping[str, str]) -> None:
        """Make no change yet; `hashes` are those of the passwords, which are made before."""
        self._work = work
        self._hashes = hashes
        self._found: dict[int, LineOutcome] = {}

    def run(self, lines: Sequence[Line], faults: Sequence[LineFault]) -> list[LineOutcome]:
        """Apply all lines; what is refused does not keep the others from being looked at."""
        self._found = {fault.number: LineOutcome(fault.number, Outcome.REFUSED, "", fault.reason) for fault in faults}
        for step, kind in ((self._domain, LineKind.DOMAIN), (self._mailbox, LineKind.MAILBOX), (self._group, LineKind.GROUP),
                           (self._targets, LineKind.MAILBOX), (self._members, LineKind.GROUP),
                           (self._catch_all, LineKind.DOMAIN)):
            for line in lines:
                known = self._found.get(line.number)
                if line.kind is kind and (known is None or known.outcome is not Outcome.REFUSED):
                    self._apply(line, step)
        return [self._found[number] for number in sorted(self._found)]

    def _apply(self, line: Line, step: Callable[[Line], Outcome]) -> None:
        what = noun(line.kind.value, _name(line))
        before = self._found.get(line.number, LineOutcome(line.number, Outcome.UNCHANGED, what))
        savepoint = self._work.connection.begin_nested()
        try:
            outcome = step(line)
        except DirectoryError as error:
            savepoint.rollback()
            self._found[line.number] = LineOutcome(line.number, Outcome.REFUSED, what, str(error))
            return
        savepoint.commit()
        self._found[line.number] = before if outcome is Outcome.UNCHANGED or before.outcome is Outcome.CREATED else (
            LineOutcome(line.number, outcome, what))

    def _domain(self, line: Line) -> Outcome:
        name, office = domain_name(line.name), line.cell("post_office")
        known = self._known_domain(name)
        if known is None:
            domain_work.add_domain(self._work, name, office)
            return Outcome.CREATED
        if office and domain_name(office) != known.post_office:
            raise DirectoryError(tr("The domain {name} is in the post office {post_office}, and can't move.",
                                    name=name, post_office=known.post_office))
        return Outcome.UNCHANGED

    def _mailbox(self, line: Line) -> Outcome:
        row, is_new = self._known_mailbox(line), False
        if row is None:
            if not line.cell("password"):
                raise DirectoryError(tr("A new mailbox needs a password; the column password is empty."))
            row, is_new = self._new_mailbox(line), True
        wanted = _wanted(line, row)
        password_hash = "" if is_new else self._hashes.get(line.cell("password"), "")
        if wanted != properties_of(row) or password_hash:
            mailbox_work.set_mailbox(self._work, row.login, wanted, password_hash=password_hash)
        is_same = not password_hash and self._known_mailbox(line) == row
        return Outcome.CREATED if is_new else Outcome.UNCHANGED if is_same else Outcome.CHANGED

    def _new_mailbox(self, line: Line) -> MailboxRow:
        name, office = _login(line).rpartition("@")[::2]
        found = [row.name for row in read_domains(self._work.connection, post_offices.c.name == office)]
        if not found:
            raise DirectoryError(tr("There is no post office {office} with a domain.", office=office))
        domain = office if office in found else found[0]
        return mailbox_work.add_mailbox(self._work, f"{name}@{domain}", self._hashes.get(line.cell("password"), "-"),
                                        read_kind(line) or MailboxKind.USER)

    def _group(self, line: Line) -> Outcome:
        try:
            before = group_work.group_of(self._work, line.name)
        except DirectoryError:
            group_work.add_group(self._work, line.name, line.cell("friendly_name"))
            return Outcome.CREATED
        name = line.cell("friendly_name") or before.friendly_name
        if name == before.friendly_name:
            return Outcome.UNCHANGED
        group_work.set_group(self._work, before.address, name, before.members)
        return Outcome.CHANGED

    def _targets(self, line: Line) -> Outcome:
        row = self._known_mailbox(line)
        assert row is not None, "it was found or made before"
        redirection, targets = read_redirection(line) or row.redirection, line.listed("redirect_to") or row.redirect_to
        if (redirection, sorted(targets)) == (row.redirection, sorted(row.redirect_to)):
            return Outcome.UNCHANGED
        mailbox_work.set_mailbox(self._work, row.login, replace(
            properties_of(row), redirection=redirection, redirect_to=targets))
        return Outcome.UNCHANGED if self._known_mailbox(line) == row else Outcome.CHANGED

    def _members(self, line: Line) -> Outcome:
        group, members = group_work.group_of(self._work, line.name), line.listed("members")
        if members is None or sorted(members) == sorted(group.members):
            return Outcome.UNCHANGED
        group_work.set_group(self._work, group.address, group.friendly_name, members)
        return Outcome.UNCHANGED if group_work.group_of(self._work, group.address) == group else Outcome.CHANGED

    def _catch_all(self, line: Line) -> Outcome:
        row = self._known_domain(domain_name(line.name))
        assert row is not None, "it was found or made before"
        before = DomainProperties(f"{row.catch_all}@{row.post_office}" if row.catch_all else None, row.unknown)
        unknown = read_unknown(line)
        wanted = DomainProperties(line.cell("catch_all").lower() or before.catch_all,
                                  before.unknown if unknown is None else unknown)
        if wanted == before:
            return Outcome.UNCHANGED
        domain_work.set_domain(self._work, row.name, wanted)
        return Outcome.UNCHANGED if self._known_domain(row.name) == row else Outcome.CHANGED

    def _known_domain(self, name: str) -> DomainRow | None:
        return next(iter(read_domains(self._work.connection, domains.c.name == name)), None)

    def _known_mailbox(self, line: Line) -> MailboxRow | None:
        try:
            row = find_mailbox(self._work.connection, _login(line))
        except DirectoryError:
            return None
        found = mailbox_row(row, addresses_of_mailbox(self._work.connection, row.id))
        if found.login != _login(line):
            raise DirectoryError(tr("{line} is an address of the mailbox {login}.", line=_login(line), login=found.login))
        return found


def passwords_in(text: str) -> set[str]:
    """Return the passwords of a table; raises DirectoryError."""
    return {line.cell("password") for line in read_csv(text)[0] if line.kind is LineKind.MAILBOX} - {""}


def _wanted(line: Line, row: MailboxRow) -> MailboxProperties:
    """Return the properties of a mailbox but for its targets, which may be made further down."""
    enabled, kind, quota, addresses = read_enabled(line), read_kind(line), read_quota(line), line.listed("addresses")
    read_redirection(line)
    return replace(
        properties_of(row), enabled=row.enabled if enabled is None else enabled, kind=kind or row.kind,
        quota_kb=row.quota_kb if quota is None else quota, friendly_name=line.cell("friendly_name") or row.friendly_name,
        addresses=row.addresses if addresses is None else tuple(sorted(text.lower() for text in addresses)))


def _login(line: Line) -> str:
    if "@" not in line.name and not line.cell("post_office"):
        raise DirectoryError(tr("The column post_office is empty, and the name has no @."))
    parsed = parsed_login(_name(line))
    return _name(line).lower() if parsed is None else parsed.key


def _name(line: Line) -> str:
    return f"{line.name}@{line.cell('post_office')}" if line.kind is LineKind.MAILBOX and "@" not in line.name else line.name
