"""Which of the recorded decisions have some words."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, or_, select

from posthouse_server.store.tables import decisions

_SEARCHED = (decisions.c.id, decisions.c.message_id, decisions.c.client, decisions.c.login, decisions.c.sender,
             decisions.c.recipient, decisions.c.verdict, decisions.c.rule, decisions.c.reply)


def with_words(words: str) -> Select[Any]:
    """Return the query for the decisions in which every word occurs somewhere."""
    query = select(decisions)
    for word in words.split():
        like = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        query = query.where(or_(*(column.like(like, escape="\\") for column in _SEARCHED)))
    return query
