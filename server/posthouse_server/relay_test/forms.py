"""The forms of sender and recipient by which relays have been abused; they know nothing of how the server decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_USER = "relaytest"
_ESSENTIAL = frozenset((
    "Plain", "Empty sender", "Local sender", "Postmaster as sender", "Sender at the host name", "Same address twice",
    "Percent hack", "Percent hack, bare", "Bang path", "Bang path at local", "Quoted address", "Quoted address at local",
    "Doubled domain, local last", "Source route", "Without brackets", "Parameter AUTH", "Greets as the server, local sender"))


@dataclass(frozen=True, slots=True)
class Facts:
    """What a spammer knows of the server, or guesses."""

    foreign: str
    """A domain that is not the server's."""
    local: str
    """A domain of the server's, or its host name."""
    local_address: str
    hostname: str
    literals: tuple[str, ...] = ("[127.0.0.1]", "[192.0.2.25]")
    """The server's own addresses as domain literals, and made-up ones."""


@dataclass(frozen=True, slots=True)
class Form:
    """One attempt: what stands behind MAIL FROM: and RCPT TO:, as it is sent."""

    name: str
    sender: str
    recipient: str
    helo: str = "EHLO mail.relaytest.example"
    mail_parameters: str = ""


def forms(facts: Facts) -> tuple[Form, ...]:
    """Return all forms, each with a name of its own."""
    return (*_senders(facts), *_recipients(facts), *_routes(facts), *_literals(facts), *_spellings(facts), *_encodings(facts),
            *_greetings(facts))


def essential(facts: Facts) -> tuple[Form, ...]:
    """Return one or two forms of each family: what is tried again by other ways in and as other strangers."""
    wanted = {*_ESSENTIAL, f"Percent hack at {facts.literals[0]}"}
    return tuple(form for form in forms(facts) if form.name in wanted)


def _senders(facts: Facts) -> Iterator[Form]:
    to = f"<{_USER}@{facts.foreign}>"
    for name, sender in (
            ("Plain", f"<spam@{facts.foreign}>"), ("Empty sender", "<>"), ("Local sender", f"<{facts.local_address}>"),
            ("Local sender, upper case", f"<{facts.local_address.upper()}>"),
            ("Unknown local sender", f"<spamtest@{facts.local}>"), ("Sender without domain", "<spamtest>"),
            ("Postmaster as sender", f"<postmaster@{facts.local}>"), ("Bare postmaster as sender", "<postmaster>"),
            ("Sender at the host name", f"<spamtest@{facts.hostname}>"), ("Sender at localhost", "<spamtest@localhost>"),
            ("Local sender in a source route", f"<@{facts.foreign}:{facts.local_address}>"),
            ("Sender with a local percent", f"<spam%{facts.local}@{facts.foreign}>"),
            ("Same address twice", to)):
        yield Form(name, sender, to)


def _recipients(facts: Facts) -> Iterator[Form]:
    sender, foreign, local = f"<spam@{facts.foreign}>", facts.foreign, facts.local
    for name, recipient in (
            ("Percent hack", f"<{_USER}%{foreign}@{local}>"),
            ("Percent hack at the host", f"<{_USER}%{foreign}@{facts.hostname}>"),
            ("Percent hack, bare", f"<{_USER}%{foreign}>"),
            ("Double percent hack", f"<{_USER}%{foreign}%{local}@{local}>"),
            ("Bang path", f"<{foreign}!{_USER}>"), ("Bang path at local", f"<{foreign}!{_USER}@{local}>"),
            ("Bang path through local", f"<{local}!{foreign}!{_USER}>"),
            ("Bang and percent mixed", f"<{local}!{_USER}%{foreign}@{local}>"),
            ("Quoted address", f'<"{_USER}@{foreign}">'), ("Quoted address at local", f'<"{_USER}@{foreign}"@{local}>'),
            ("Quoted percent hack", f'<"{_USER}%{foreign}"@{local}>'), ("Quoted local part", f'<"{_USER}"@{foreign}>'),
            ("Doubled domain, local last", f"<{_USER}@{foreign}@{local}>"),
            ("Doubled domain, foreign last", f"<postmaster@{local}@{foreign}>"),
            ("Foreign literal", f"<{_USER}@[192.0.2.1]>"), ("Foreign IPv6 literal", f"<{_USER}@[IPv6:2001:db8:ffff::1]>")):
        yield Form(name, sender, recipient)


def _routes(facts: Facts) -> Iterator[Form]:
    to, local = f"{_USER}@{facts.foreign}", facts.local
    for name, recipient in (
            ("Source route", f"<@{local}:{to}>"), ("Source route by the host", f"<@{facts.hostname}:{to}>"),
            ("Source route of two", f"<@{local},@{facts.hostname}:{to}>"),
            ("Source route with percent", f"<@{local}:{_USER}%{facts.foreign}@{local}>")):
        yield Form(name, f"<{facts.local_address}>", recipient)


def _literals(facts: Facts) -> Iterator[Form]:
    """Yield what names the server, or somebody else, by an IP address."""
    sender, foreign, to = f"<spam@{facts.foreign}>", facts.foreign, f"{_USER}@{facts.foreign}"
    for literal in facts.literals:
        yield Form(f"Sender at {literal}", f"<spamtest@{literal}>", f"<{to}>")
        yield Form(f"Percent hack at {literal}", sender, f"<{_USER}%{foreign}@{literal}>")
        yield Form(f"Bang path at {literal}", sender, f"<{foreign}!{_USER}@{literal}>")
        yield Form(f"Quoted address at {literal}", sender, f'<"{_USER}@{foreign}"@{literal}>')
        yield Form(f"Source route by {literal}", f"<{facts.local_address}>", f"<@{literal}:{to}>")
        yield Form(f"Greets as {literal}", sender, f"<{to}>", f"EHLO {literal}")


def _spellings(facts: Facts) -> Iterator[Form]:
    sender, to = f"<spam@{facts.foreign}>", f"{_USER}@{facts.foreign}"
    for name, recipient in (
            ("Without brackets", to), ("Opening bracket only", f"<{to}"), ("Double brackets", f"<<{to}>>"),
            ("Trailing dot", f"<{to}.>"), ("Upper case", f"<{to.upper()}>"), ("Space before the bracket", f" <{to}>"),
            ("Spaces inside", f"< {to} >"), ("Tab inside", f"<\t{to}>"), ("Comment inside", f"<{_USER}(x)@{facts.foreign}>"),
            ("Two addresses", f"<postmaster@{facts.local}>,<{to}>"), ("Local name with foreign route", f"smtp:{to}"),
            ("Parameter ORCPT", f"<{to}> ORCPT=rfc822;postmaster@{facts.local}"), ("Parameter NOTIFY", f"<{to}> NOTIFY=NEVER")):
        yield Form(name, sender, recipient)
    yield Form("Parameter AUTH", sender, f"<{to}>", mail_parameters=f" AUTH={facts.local_address}")
    yield Form("Parameter SIZE", f"<{facts.local_address}>", f"<{to}>", mail_parameters=" SIZE=10")
    yield Form("Parameter BODY", sender, f"<{to}>", mail_parameters=" BODY=8BITMIME")


def _encodings(facts: Facts) -> Iterator[Form]:
    sender, foreign, local = f"<spam@{facts.foreign}>", facts.foreign, facts.local
    for name, recipient in (
            ("UTF-7 at sign", f"<{_USER}+AEA-{foreign}@{local}>"),
            ("Encoded word", f"<=?utf-8?q?{_USER}=40{foreign}?=@{local}>"),
            ("Hexadecimal at sign", f"<{_USER}=40{foreign}@{local}>"), ("Escaped at sign", f"<{_USER}\\@{foreign}@{local}>"),
            ("International domain", f"<{_USER}@xn--bcher-kva.example>")):
        yield Form(name, sender, recipient)
    for name, recipient in (("Full-width at sign", f"<{_USER}\uff20{foreign}>"),
                            ("Full-width at sign at local", f"<{_USER}\uff20{foreign}@{local}>"),
                            ("International address", f"<{_USER}@b\u00fccher.example>")):
        yield Form(name, sender, recipient, mail_parameters=" SMTPUTF8")


def _greetings(facts: Facts) -> Iterator[Form]:
    to = f"<{_USER}@{facts.foreign}>"
    for name, helo in (("Greets as localhost", "EHLO localhost"), ("Greets as the server", f"EHLO {facts.hostname}"),
                       ("Greets as loopback, HELO", "HELO [127.0.0.1]"), ("Greets as a local domain", f"HELO {facts.local}")):
        yield Form(name, f"<spam@{facts.foreign}>", to, helo)
        yield Form(f"{name}, local sender", f"<{facts.local_address}>", to, helo)
