"""The parameters of MAIL and RCPT: SIZE, BODY, SMTPUTF8, AUTH, and what RFC 3461 adds for delivery status notifications."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_XTEXT = re.compile(r"(?:[!-*,-<>-~]|\+[0-9A-F]{2})*")
_UTF8_XTEXT = re.compile(r"(?:[!-*,-<>-~]|\+[0-9A-F]{2}|[^\x00-\x7f]|\\x\{[0-9A-Fa-f]+\})*")
_NAME = re.compile(r"[A-Z0-9][A-Z0-9-]*")
_TYPE = re.compile(r"[A-Za-z0-9-]+")
_SIZE_DIGITS = 20  # RFC 1870 section 5
_ENVELOPE_ID_CHARACTERS = 100  # RFC 3461 section 4.4
_ORIGINAL_RECIPIENT_CHARACTERS = 500  # RFC 3461 section 4.2
_EVENTS = frozenset({"SUCCESS", "FAILURE", "DELAY"})


class ParameterError(ValueError):
    """A parameter that is malformed or not known; the message is the reply."""


@dataclass(frozen=True, slots=True)
class MailParameters:
    """What follows the address of MAIL."""

    size: int = 0
    """The announced size in bytes; 0 for none."""
    is_utf8: bool = False
    envelope_id: str = ""
    """ENVID in xtext, as it came."""
    returned: str = ""
    """RET: FULL, HDRS, or "" for none."""


@dataclass(frozen=True, slots=True)
class RecipientParameters:
    """What follows the address of RCPT."""

    notify: str = ""
    """NOTIFY in upper case: NEVER, or a list of SUCCESS, FAILURE and DELAY; "" for none."""
    original_recipient: str = ""
    """ORCPT as it came."""


NO_MAIL_PARAMETERS = MailParameters()
NO_RECIPIENT_PARAMETERS = RecipientParameters()


def parse_mail(text: str) -> MailParameters:
    """Return the parameters of MAIL; raises ParameterError."""
    if not text:
        return NO_MAIL_PARAMETERS
    given = _split(text)
    _check_known(given, {"SIZE", "BODY", "SMTPUTF8", "AUTH", "RET", "ENVID"}, "MAIL FROM")
    size = given.get("SIZE", "0") or ""
    if not (size.isascii() and size.isdigit() and len(size) <= _SIZE_DIGITS):
        raise ParameterError("501 5.5.4 SIZE needs a number of bytes")
    body = given.get("BODY", "7BIT")
    if body is None or body.upper() not in ("7BIT", "8BITMIME"):
        raise ParameterError("501 5.5.4 BODY can only be one of 7BIT, 8BITMIME")
    if given.get("SMTPUTF8") is not None:
        raise ParameterError("501 5.5.4 SMTPUTF8 takes no argument")
    if "AUTH" in given and not given["AUTH"]:  # RFC 4954 section 5: taken by every server with AUTH, and not believed here
        raise ParameterError("501 5.5.4 AUTH needs a value")
    returned = (given.get("RET", "") or "").upper()
    if "RET" in given and returned not in ("FULL", "HDRS"):
        raise ParameterError("501 5.5.4 RET can only be one of FULL, HDRS")
    envelope_id = given.get("ENVID", "") or ""
    if "ENVID" in given and not (0 < len(envelope_id) <= _ENVELOPE_ID_CHARACTERS and _XTEXT.fullmatch(envelope_id)):
        raise ParameterError("501 5.5.4 ENVID needs up to 100 characters in xtext")
    return MailParameters(int(size), "SMTPUTF8" in given, envelope_id, returned)


def parse_recipient(text: str, *, is_utf8: bool) -> RecipientParameters:
    """Return the parameters of RCPT; raises ParameterError."""
    if not text:
        return NO_RECIPIENT_PARAMETERS
    given = _split(text)
    _check_known(given, {"NOTIFY", "ORCPT"}, "RCPT TO")
    notify = (given.get("NOTIFY", "") or "").upper()
    events = notify.split(",")
    if "NOTIFY" in given and notify != "NEVER" and not (len(set(events)) == len(events) and _EVENTS.issuperset(events)):
        raise ParameterError("501 5.5.4 NOTIFY is NEVER, or a list of SUCCESS, FAILURE and DELAY")
    original = given.get("ORCPT", "") or ""
    if "ORCPT" in given and not _is_original_recipient(original, is_utf8=is_utf8):
        raise ParameterError("501 5.5.4 ORCPT needs a type, a semicolon, and an address in xtext")
    return RecipientParameters(notify, original)


def _is_original_recipient(text: str, *, is_utf8: bool) -> bool:
    kind, semicolon, address = text.partition(";")
    pattern = _UTF8_XTEXT if is_utf8 else _XTEXT  # RFC 6533 section 3: with SMTPUTF8 the address may be in UTF-8
    return bool(len(text) <= _ORIGINAL_RECIPIENT_CHARACTERS and semicolon and address and text.isprintable()
                and _TYPE.fullmatch(kind) and pattern.fullmatch(address))


def _split(text: str) -> dict[str, str | None]:
    """Return names in upper case with their values (None: no equals sign)."""
    given: dict[str, str | None] = {}
    for item in text.split():
        name, equals, value = item.partition("=")
        name = name.upper()
        if not _NAME.fullmatch(name) or name in given or (equals and not value):
            raise ParameterError("501 5.5.4 Malformed parameter")
        given[name] = value if equals else None
    return given


def _check_known(given: Mapping[str, str | None], known: set[str], command: str) -> None:
    if not known.issuperset(given):
        raise ParameterError(f"555 5.5.4 {command} parameters not recognized or not implemented")
