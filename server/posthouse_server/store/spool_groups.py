"""Queued mail of one login, client, rule or recipient domain, to be counted, held or removed together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, distinct, func, select

from posthouse_server.store.messages import RecipientState
from posthouse_server.store.tables import messages, recipients
from posthouse_server.store.traffic_axis import Axis, domain_of


@dataclass(frozen=True, slots=True)
class SpoolGroup:
    """The recipients that were accepted from a login or client, by a rule, or to a domain."""

    axis: Axis
    key: str
    """As the abuse report has it; "" for no login."""


@dataclass(frozen=True, slots=True)
class GroupSize:
    """How much of a group is in the spool."""

    messages: int
    waiting: int
    """Recipients."""
    held: int
    bad_mail: int

    @property
    def recipients(self) -> int:
        """Return how many recipients there are, whatever their state."""
        return self.waiting + self.held + self.bad_mail


def is_in_group(group: SpoolGroup) -> ColumnElement[bool]:
    """Return the condition on recipients."""
    if group.axis is Axis.RULE:
        return recipients.c.rule == group.key
    if group.axis is Axis.RECIPIENT_DOMAIN:
        return domain_of(recipients.c.address) == group.key
    column: ColumnElement[Any] = messages.c.client if group.axis is Axis.CLIENT else func.coalesce(messages.c.login, "")
    return recipients.c.message_id.in_(select(messages.c.id).where(column == group.key))


def size_of(connection: Connection, group: SpoolGroup) -> GroupSize:
    """Count the recipients of a group by their state."""
    of_group = is_in_group(group), recipients.c.state.in_(
        [RecipientState.WAITING.value, RecipientState.HELD.value, RecipientState.BAD_MAIL.value])
    found: dict[str, int] = {row.state: row.number for row in connection.execute(
        select(recipients.c.state, func.count().label("number")).where(*of_group).group_by(recipients.c.state))}
    number = connection.execute(select(func.count(distinct(recipients.c.message_id))).where(*of_group)).scalar_one()
    return GroupSize(number, found.get(RecipientState.WAITING, 0), found.get(RecipientState.HELD, 0),
                     found.get(RecipientState.BAD_MAIL, 0))
