"""What traffic and queued mail can be sorted by, and the domain of an address in SQL."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, case, func


class Axis(StrEnum):
    """What the traffic can be sorted by."""

    LOGIN = "login"
    CLIENT = "client"
    RULE = "rule"
    RECIPIENT_DOMAIN = "domain"


def domain_of(address: ColumnElement[Any]) -> ColumnElement[str]:
    """Return what stands behind the last @, in lower case; "" where there is none."""
    before = func.length(func.rtrim(address, func.replace(address, "@", "")))  # up to and with the last @
    return case((func.instr(address, "@") > 0, func.lower(func.substr(address, before + 1))), else_="")
