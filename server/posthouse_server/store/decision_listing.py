"""The recorded decisions as lists of them: those with some words, in an order, a portion at a time."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, or_, select, tuple_

from posthouse_server.policy.explanation import rule_label
from posthouse_server.policy.rules import Rule
from posthouse_server.store.engine import Database
from posthouse_server.store.tables import decisions
from posthouse_server.store.traffic_writes import DecisionRow

_PORTION = 2000
_SEARCHED = (decisions.c.id, decisions.c.message_id, decisions.c.client, decisions.c.login, decisions.c.sender,
             decisions.c.recipient, decisions.c.verdict, decisions.c.rule, decisions.c.reply)


class DecisionOrder(StrEnum):
    """What decisions can be sorted by."""

    AT = "at"
    CLIENT = "client"
    LOGIN = "login"
    SENDER = "sender"
    RECIPIENT = "recipient"
    VERDICT = "verdict"
    RULE = "rule"
    REPLY = "reply"
    NUMBER = "number"
    ID = "id"


def with_words(words: str) -> Select[Any]:
    """Return the query for the decisions in which every word occurs somewhere."""
    query = select(decisions)
    for word in words.split():
        like = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        query = query.where(or_(*(column.like(like, escape="\\") for column in _SEARCHED)))
    return query


def portions_of(database: Database, words: str, order: DecisionOrder, *, is_descending: bool) -> Iterator[list[DecisionRow]]:
    """Read all decisions with these words, sorted, however many they are; raises StoreError."""
    if order is DecisionOrder.AT:
        yield from _by_time(database, words, is_descending=is_descending)
        return
    value = _value(order)
    query = with_words(words).order_by(value.desc() if is_descending else value.asc(), decisions.c.at.desc())
    with database.read() as connection:
        for portion in connection.execution_options(yield_per=_PORTION).execute(query).partitions():
            yield [DecisionRow(**row._mapping) for row in portion]


def _by_time(database: Database, words: str, *, is_descending: bool) -> Iterator[list[DecisionRow]]:
    """Each portion in a transaction of its own: a long one would keep the file from being tidied up."""
    place = tuple_(decisions.c.at, decisions.c.id)
    query = with_words(words).limit(_PORTION)
    query = query.order_by(*((decisions.c.at.desc(), decisions.c.id.desc()) if is_descending else (
        decisions.c.at, decisions.c.id)))
    here = query
    while True:
        with database.read() as connection:
            rows = [DecisionRow(**row._mapping) for row in connection.execute(here)]
        if rows:
            yield rows
        if len(rows) < _PORTION:
            return
        last = (rows[-1].at, rows[-1].id)
        here = query.where(place < last if is_descending else place > last)


def _value(order: DecisionOrder) -> ColumnElement[Any]:
    """Return what stands in the list: a rule by its label, texts whatever their case."""
    column = decisions.c[order.value]
    if order is DecisionOrder.NUMBER:
        return column
    if order is DecisionOrder.RULE:
        return func.lower(case({rule.value: rule_label(rule.value) for rule in Rule}, value=column, else_=column))
    return func.lower(func.coalesce(column, ""))
