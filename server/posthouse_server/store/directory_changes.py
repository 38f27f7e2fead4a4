"""Changes of the directory, kept so that they can be put into words and taken back: what each entry was before and after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from posthouse_server.store.directory_queries import QUERIES, named
from posthouse_server.store.directory_rules import DirectoryError, is_taken
from posthouse_server.store.tables import addresses, domains, group_members, groups, mailboxes, post_offices
from posthouse_server.words import tr

State = dict[str, Any] | None
"""An entry by its names, never by numbers that another store would give otherwise; None: there is none."""
_ORDER = ("post_office", "domain", "mailbox", "address", "group")
_SINCE: dict[str, dict[str, Any]] = {
    "mailbox": {"friendly_name": "", "redirection": "none", "redirect_to": "", "quota_kb": 0},
    "domain": {"unknown_recipients": ""}}
"""What older revisions do not tell of an entry."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One entry of the directory, before and after a change."""

    kind: str
    """post_office, domain, mailbox, address or group."""
    key: str
    before: State
    after: State

    @property
    def inverse(self) -> Edit:
        """Return what takes it back."""
        return Edit(self.kind, self.key, self.after, self.before)


def noun_of(edit: Edit) -> str:
    """Return what an edit is about, in the middle of a sentence: mailbox info@a.example."""
    return noun(edit.kind, edit.key)


def noun(kind: str, key: str) -> str:
    """Return an entry of a kind in the middle of a sentence."""
    match kind:
        case "post_office":
            return tr("post office {key}", key=key)
        case "domain":
            return tr("domain {key}", key=key)
        case "mailbox":
            return tr("mailbox {key}", key=key)
        case "address":
            return tr("address {key}", key=key)
    return tr("group {key}", key=key)


def read_edit(kind: str, key: str, before: State, after: State) -> Edit:
    """Return an edit as it was recorded, completed with what an older version knew nothing of."""
    since = _SINCE.get(kind, {})
    return Edit(kind, key, before and {**since, **before}, after and {**since, **after})


def state_of(connection: Connection, kind: str, key: str) -> State:
    """Return an entry as it is now."""
    row = connection.execute(named(kind, key)).first()
    if row is None:
        return None
    state = dict(row._mapping)
    if kind == "group":
        state["members"] = list(connection.execute(select(group_members.c.address).where(
            group_members.c.group_address == key).order_by(group_members.c.address)).scalars())
    if "created_at" in state:
        state["created_at"] = state["created_at"].timestamp()
    return state


def addresses_of(connection: Connection, condition: Any) -> list[tuple[str, dict[str, Any]]]:
    """Return the addresses that meet a condition on the table, each with its state."""
    rows = connection.execute(QUERIES["address"].where(condition).order_by(addresses.c.address))
    return [(row.address, dict(row._mapping)) for row in rows]


class Watch:
    """Notes entries before a change, and finds out afterwards what has become of them."""

    def __init__(self, connection: Connection) -> None:
        """Watch inside the transaction that makes the change."""
        self._connection = connection
        self._before: dict[tuple[str, str], State] = {}

    def note(self, kind: str, *keys: str) -> None:
        """Note entries that may be changed, made or removed."""
        for key in keys:
            if (kind, key) not in self._before:
                self._before[kind, key] = state_of(self._connection, kind, key)

    def note_addresses(self, condition: Any) -> None:
        """Note all addresses that meet a condition on the table."""
        for key, state in addresses_of(self._connection, condition):
            self._before.setdefault(("address", key), state)

    def edits(self) -> list[Edit]:
        """Return what is different now."""
        found = (Edit(kind, key, before, state_of(self._connection, kind, key)) for (kind, key), before in self._before.items())
        return [edit for edit in found if edit.before != edit.after]


def collapsed(changes: Iterable[Sequence[Edit]]) -> list[Edit]:
    """Return many changes, the oldest first, as one: each entry as it was at first and at last."""
    found: dict[tuple[str, str], Edit] = {}
    for edit in (edit for change in changes for edit in change):
        known = found.get((edit.kind, edit.key))
        found[edit.kind, edit.key] = edit if known is None else Edit(edit.kind, edit.key, known.before, edit.after)
    return [edit for edit in found.values() if edit.before != edit.after]


def perform(connection: Connection, edits: Sequence[Edit]) -> None:
    """Bring entries to their state after; raises DirectoryError if one is not as it was before, and then nothing may stay."""
    for edit in edits:
        _check(connection, edit)
    told = {edit.key for edit in edits if edit.kind == "domain"}
    for edit in sorted((item for item in edits if item.after is None), key=_place, reverse=True):
        _refuse_more(connection, edit, told)
        _remove(connection, edit)
    for edit in sorted((item for item in edits if item.before is None), key=_place):
        _add(connection, edit)
    for edit in edits:
        if edit.after is not None and edit.kind in ("domain", "mailbox", "group", "address"):
            _settle(connection, edit)


def _check(connection: Connection, edit: Edit) -> None:
    now = state_of(connection, edit.kind, edit.key)
    noun = noun_of(edit)
    if edit.before is None and now is not None:
        if edit.kind != "post_office":
            raise DirectoryError(tr("The {noun} exists already.", noun=noun))
    elif edit.before is not None and now is None:
        raise DirectoryError(tr("There is no {noun} any more.", noun=noun))
    elif edit.before is not None and now is not None and edit.after is not None:
        touched = {name for name, value in edit.after.items() if edit.before.get(name) != value}
        if any(now.get(name) != edit.before.get(name) for name in touched):
            raise DirectoryError(tr("The {noun} was changed again since.", noun=noun))


def _place(edit: Edit) -> int:
    return _ORDER.index(edit.kind)


def _refuse_more(connection: Connection, edit: Edit, told: set[str]) -> None:
    """Refuse to remove what the database would take other entries away with: no revision would tell of those."""
    if edit.kind not in ("domain", "mailbox"):
        return
    more: Any
    if edit.kind == "domain":
        domain = select(domains.c.id).where(domains.c.name == edit.key)
        more = select(addresses.c.address).where(addresses.c.domain_id.in_(domain)).union_all(
            select(groups.c.address).where(groups.c.domain_id.in_(domain)))
    else:
        more = select(addresses.c.address).where(addresses.c.mailbox_id == _mailbox_id(connection, edit.key))
    noun = noun_of(edit)
    stranded = connection.execute(more.limit(1)).scalar()
    if stranded is not None:
        raise DirectoryError(tr("The {noun} has addresses since then ({stranded}); remove them first.",
                                noun=noun, stranded=stranded))
    if edit.kind == "mailbox" and (caught := set(connection.execute(select(domains.c.name).where(
            domains.c.catch_all_id == _mailbox_id(connection, edit.key))).scalars()) - told):
        raise DirectoryError(tr("The {noun} is the catch-all of {domain} since then; give that another one first.",
                                noun=noun, domain=min(caught)))


def _remove(connection: Connection, edit: Edit) -> None:
    match edit.kind:
        case "address":
            connection.execute(delete(addresses).where(addresses.c.address == edit.key))
        case "mailbox":
            connection.execute(delete(mailboxes).where(mailboxes.c.id == _mailbox_id(connection, edit.key)))
        case "group":
            connection.execute(delete(groups).where(groups.c.address == edit.key))
        case "domain":
            connection.execute(delete(domains).where(domains.c.name == edit.key))
        case _:
            office = _office_id(connection, edit.key)
            in_use = select(domains.c.id).where(domains.c.post_office_id == office).union_all(
                select(mailboxes.c.id).where(mailboxes.c.post_office_id == office)).limit(1)
            if not connection.execute(in_use).first():  # others may have settled there since
                connection.execute(delete(post_offices).where(post_offices.c.id == office))


def _add(connection: Connection, edit: Edit) -> None:
    state = edit.after or {}
    match edit.kind:
        case "post_office":
            if _find_office(connection, edit.key) is None:
                connection.execute(insert(post_offices).values(name=edit.key))
        case "domain":
            office = _office_id(connection, state["post_office"])
            connection.execute(insert(domains).values(name=edit.key, post_office_id=office))
        case "mailbox":
            values = {**state, "created_at": datetime.fromtimestamp(state["created_at"], UTC),
                      "post_office_id": _office_id(connection, state["post_office"])}
            del values["post_office"]
            connection.execute(insert(mailboxes).values(**values))
        case _:
            domain = connection.execute(select(domains.c.id).where(domains.c.name == state["domain"])).scalar()
            noun = noun_of(edit)
            if domain is None:
                raise DirectoryError(tr("The {noun} can't come back: there is no domain {domain} any more.",
                                        noun=noun, domain=state["domain"]))
            if is_taken(connection, edit.key):
                raise DirectoryError(tr("The {noun} can't come back: somebody else has that address since.", noun=noun))
            if edit.kind == "group":
                connection.execute(insert(groups).values(address=edit.key, domain_id=domain))
            else:
                connection.execute(insert(addresses).values(
                    address=edit.key, domain_id=domain, mailbox_id=_mailbox_id(connection, state["mailbox"])))


def _settle(connection: Connection, edit: Edit) -> None:
    """Give an entry the values that may change in its life."""
    state = edit.after or {}
    if edit.kind == "domain":
        login = state["catch_all"]
        catch_all = None if login is None else _mailbox_id(connection, login)
        connection.execute(update(domains).where(domains.c.name == edit.key).values(
            catch_all_id=catch_all, unknown_recipients=state["unknown_recipients"]))
    elif edit.kind == "group":
        connection.execute(update(groups).where(groups.c.address == edit.key).values(friendly_name=state["friendly_name"]))
        connection.execute(delete(group_members).where(group_members.c.group_address == edit.key))
        if state["members"]:
            connection.execute(insert(group_members), [
                {"group_address": edit.key, "address": member} for member in state["members"]])
    elif edit.kind == "address":  # a restore may have given it to another mailbox
        connection.execute(update(addresses).where(addresses.c.address == edit.key).values(
            mailbox_id=_mailbox_id(connection, state["mailbox"])))
    elif edit.before is not None:
        changed = {name: value for name, value in state.items() if edit.before.get(name) != value and name not in (
            "name", "post_office", "created_at")}
        if changed:
            connection.execute(update(mailboxes).where(mailboxes.c.id == _mailbox_id(connection, edit.key)).values(**changed))


def _find_office(connection: Connection, name: str) -> int | None:
    return connection.execute(select(post_offices.c.id).where(post_offices.c.name == name)).scalar()


def _office_id(connection: Connection, name: str) -> int:
    found = _find_office(connection, name)
    if found is None:
        raise DirectoryError(tr("There is no post office {name} any more.", name=name))
    return found


def _mailbox_id(connection: Connection, login: str) -> int:
    name, _, office = login.rpartition("@")
    found = connection.execute(select(mailboxes.c.id).join(post_offices).where(
        mailboxes.c.name == name, post_offices.c.name == office)).scalar()
    if found is None:
        raise DirectoryError(tr("There is no mailbox {login} any more.", login=login))
    return int(found)
