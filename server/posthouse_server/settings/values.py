"""The kinds of values that settings hold, each checked as it is read, with a sentence for what is refused."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

from posthouse_server.policy.addresses import AddressError, parse_address, parse_domain
from posthouse_server.policy.hours import parse_hours
from posthouse_server.policy.networks import parse_client, parse_range
from posthouse_server.words import tr


def _range(text: str) -> str:
    """Keep the form that the administrator wrote: 10.0.* stays 10.0.*."""
    parse_range(text)
    return text.strip()


def _hours(text: str) -> str:
    return str(parse_hours(text))


def _ip_address(text: str) -> str:
    return str(parse_client(text))


def _ip_address_or_empty(text: str) -> str:
    return str(parse_client(text)) if text.strip() else ""


def _domain_name(text: str) -> str:
    try:
        return parse_domain(text.strip().rstrip("."))
    except AddressError as error:
        raise ValueError(str(error)) from error


def _one_line(text: str) -> str:
    if not text.isprintable():
        raise ValueError(tr("this must be one line of printable characters"))
    return text.strip()


def _domain_or_empty(text: str) -> str:
    try:
        return parse_domain(text) if text else ""
    except AddressError as error:
        raise ValueError(str(error)) from error


def _mailbox_or_empty(text: str) -> str:
    try:
        return str(parse_address(text)) if text else ""
    except AddressError as error:
        raise ValueError(str(error)) from error


def address_or_domain(text: str) -> str:
    """Return an address or a whole domain (`@` before it is forgiven) as it is compared; raises ValueError with a sentence."""
    try:
        return str(parse_address(text)) if "@" in text.lstrip("@") else parse_domain(text.removeprefix("@"))
    except AddressError as error:
        raise ValueError(str(error)) from error


def _host_or_empty(text: str) -> str:
    if text and not re.fullmatch(r"[A-Za-z0-9._:\-]+", text):
        raise ValueError(tr("{text!r} is not a host name or address such as smtp.example.com", text=text))
    return text


def _token_url(text: str) -> str:
    if text and not re.fullmatch(r"https://\S+|http://(127\.0\.0\.1|localhost)(:\d+)?/\S*", text):
        raise ValueError(tr("{text!r} is not an address that begins with https://", text=text))
    return text


def _welcome(text: str) -> str:
    if not text.isascii() or not (text.isprintable() or not text) or len(text) > 400:
        raise ValueError(tr("a welcome message is one line of at most 400 printable ASCII characters"))
    return text.strip()


def _folder(text: str) -> str:
    text = text.strip()
    if text and not Path(text).is_absolute():
        raise ValueError(tr("{text!r} is not the full path of a folder", text=text))
    return text


def _header_name(text: str) -> str:
    if text and not re.fullmatch(r"[!-9;-~]{1,70}", text):  # RFC 5322 section 3.6.8
        raise ValueError(tr("{text!r} is not the name of a header field such as X-Original-To", text=text))
    return text


def zone_name(text: str) -> str:
    """Return the domain of a DNS blacklist; raises ValueError with a sentence."""
    try:
        zone = parse_domain(text.strip().rstrip("."))
    except AddressError as error:
        raise ValueError(str(error)) from error
    if "." not in zone or len(zone) > 180:  # the reversed address of a client goes before it
        raise ValueError(tr("{text!r} is not the domain of a DNS blacklist such as zen.spamhaus.org", text=text))
    return zone


RangeText = Annotated[str, AfterValidator(_range)]
HoursText = Annotated[str, AfterValidator(_hours)]
IPAddressText = Annotated[str, AfterValidator(_ip_address)]
IPAddressOrEmpty = Annotated[str, AfterValidator(_ip_address_or_empty)]
DomainName = Annotated[str, AfterValidator(_domain_name)]
OneLine = Annotated[str, AfterValidator(_one_line)]
DomainOrEmpty = Annotated[str, AfterValidator(_domain_or_empty)]
MailboxOrEmpty = Annotated[str, AfterValidator(_mailbox_or_empty)]
HostOrEmpty = Annotated[str, AfterValidator(_host_or_empty)]
TokenUrl = Annotated[str, AfterValidator(_token_url)]
WelcomeText = Annotated[str, AfterValidator(_welcome)]
FolderOrEmpty = Annotated[str, Field(max_length=1000), AfterValidator(_folder)]
HeaderNameOrEmpty = Annotated[str, AfterValidator(_header_name)]
ZoneName = Annotated[str, AfterValidator(zone_name)]
AddressOrDomain = Annotated[str, Field(min_length=1), AfterValidator(address_or_domain)]
Minutes = Annotated[int, Field(ge=1, le=100_000)]
