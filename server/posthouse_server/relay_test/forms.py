"""The forms of sender and recipient by which relays have been abused; they know nothing of how the server decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from posthouse_server.words import tr

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
            (tr("Plain"), f"<spam@{facts.foreign}>"), (tr("Empty sender"), "<>"),
            (tr("Local sender"), f"<{facts.local_address}>"),
            (tr("Local sender, upper case"), f"<{facts.local_address.upper()}>"),
            (tr("Unknown local sender"), f"<spamtest@{facts.local}>"), (tr("Sender without domain"), "<spamtest>"),
            (tr("Postmaster as sender"), f"<postmaster@{facts.local}>"), (tr("Bare postmaster as sender"), "<postmaster>"),
            (tr("Sender at the host name"), f"<spamtest@{facts.hostname}>"),
            (tr("Sender at localhost"), "<spamtest@localhost>"),
            (tr("Local sender in a source route"), f"<@{facts.foreign}:{facts.local_address}>"),
            (tr("Sender with a local percent"), f"<spam%{facts.local}@{facts.foreign}>"),
            (tr("Same address twice"), to)):
        yield Form(name, sender, to)


def _recipients(facts: Facts) -> Iterator[Form]:
    sender, foreign, local = f"<spam@{facts.foreign}>", facts.foreign, facts.local
    for name, recipient in (
            (tr("Percent hack"), f"<{_USER}%{foreign}@{local}>"),
            (tr("Percent hack at the host"), f"<{_USER}%{foreign}@{facts.hostname}>"),
            (tr("Percent hack, bare"), f"<{_USER}%{foreign}>"),
            (tr("Double percent hack"), f"<{_USER}%{foreign}%{local}@{local}>"),
            (tr("Bang path"), f"<{foreign}!{_USER}>"), (tr("Bang path at local"), f"<{foreign}!{_USER}@{local}>"),
            (tr("Bang path through local"), f"<{local}!{foreign}!{_USER}>"),
            (tr("Bang and percent mixed"), f"<{local}!{_USER}%{foreign}@{local}>"),
            (tr("Quoted address"), f'<"{_USER}@{foreign}">'), (tr("Quoted address at local"), f'<"{_USER}@{foreign}"@{local}>'),
            (tr("Quoted percent hack"), f'<"{_USER}%{foreign}"@{local}>'), (tr("Quoted local part"), f'<"{_USER}"@{foreign}>'),
            (tr("Doubled domain, local last"), f"<{_USER}@{foreign}@{local}>"),
            (tr("Doubled domain, foreign last"), f"<postmaster@{local}@{foreign}>"),
            (tr("Foreign literal"), f"<{_USER}@[192.0.2.1]>"),
            (tr("Foreign IPv6 literal"), f"<{_USER}@[IPv6:2001:db8:ffff::1]>")):
        yield Form(name, sender, recipient)


def _routes(facts: Facts) -> Iterator[Form]:
    to, local = f"{_USER}@{facts.foreign}", facts.local
    for name, recipient in (
            (tr("Source route"), f"<@{local}:{to}>"), (tr("Source route by the host"), f"<@{facts.hostname}:{to}>"),
            (tr("Source route of two"), f"<@{local},@{facts.hostname}:{to}>"),
            (tr("Source route with percent"), f"<@{local}:{_USER}%{facts.foreign}@{local}>")):
        yield Form(name, f"<{facts.local_address}>", recipient)


def _literals(facts: Facts) -> Iterator[Form]:
    """Yield what names the server, or somebody else, by an IP address."""
    sender, foreign, to = f"<spam@{facts.foreign}>", facts.foreign, f"{_USER}@{facts.foreign}"
    for literal in facts.literals:
        yield Form(tr("Sender at {literal}", literal=literal), f"<spamtest@{literal}>", f"<{to}>")
        yield Form(tr("Percent hack at {literal}", literal=literal), sender, f"<{_USER}%{foreign}@{literal}>")
        yield Form(tr("Bang path at {literal}", literal=literal), sender, f"<{foreign}!{_USER}@{literal}>")
        yield Form(tr("Quoted address at {literal}", literal=literal), sender, f'<"{_USER}@{foreign}"@{literal}>')
        yield Form(tr("Source route by {literal}", literal=literal), f"<{facts.local_address}>", f"<@{literal}:{to}>")
        yield Form(tr("Greets as {literal}", literal=literal), sender, f"<{to}>", f"EHLO {literal}")


def _spellings(facts: Facts) -> Iterator[Form]:
    sender, to = f"<spam@{facts.foreign}>", f"{_USER}@{facts.foreign}"
    for name, recipient in (
            (tr("Without brackets"), to), (tr("Opening bracket only"), f"<{to}"), (tr("Double brackets"), f"<<{to}>>"),
            (tr("Trailing dot"), f"<{to}.>"), (tr("Upper case"), f"<{to.upper()}>"),
            (tr("Space before the bracket"), f" <{to}>"),
            (tr("Spaces inside"), f"< {to} >"), (tr("Tab inside"), f"<\t{to}>"),
            (tr("Comment inside"), f"<{_USER}(x)@{facts.foreign}>"),
            (tr("Two addresses"), f"<postmaster@{facts.local}>,<{to}>"), (tr("Local name with foreign route"), f"smtp:{to}"),
            (tr("Parameter ORCPT"), f"<{to}> ORCPT=rfc822;postmaster@{facts.local}"),
            (tr("Parameter NOTIFY"), f"<{to}> NOTIFY=NEVER")):
        yield Form(name, sender, recipient)
    yield Form(tr("Parameter AUTH"), sender, f"<{to}>", mail_parameters=f" AUTH={facts.local_address}")
    yield Form(tr("Parameter SIZE"), f"<{facts.local_address}>", f"<{to}>", mail_parameters=" SIZE=10")
    yield Form(tr("Parameter BODY"), sender, f"<{to}>", mail_parameters=" BODY=8BITMIME")


def _encodings(facts: Facts) -> Iterator[Form]:
    sender, foreign, local = f"<spam@{facts.foreign}>", facts.foreign, facts.local
    for name, recipient in (
            (tr("UTF-7 at sign"), f"<{_USER}+AEA-{foreign}@{local}>"),
            (tr("Encoded word"), f"<=?utf-8?q?{_USER}=40{foreign}?=@{local}>"),
            (tr("Hexadecimal at sign"), f"<{_USER}=40{foreign}@{local}>"),
            (tr("Escaped at sign"), f"<{_USER}\\@{foreign}@{local}>"),
            (tr("International domain"), f"<{_USER}@xn--bcher-kva.example>")):
        yield Form(name, sender, recipient)
    for name, recipient in ((tr("Full-width at sign"), f"<{_USER}\uff20{foreign}>"),
                            (tr("Full-width at sign at local"), f"<{_USER}\uff20{foreign}@{local}>"),
                            (tr("International address"), f"<{_USER}@b\u00fccher.example>")):
        yield Form(name, sender, recipient, mail_parameters=" SMTPUTF8")


def _greetings(facts: Facts) -> Iterator[Form]:
    to = f"<{_USER}@{facts.foreign}>"
    for name, helo in ((tr("Greets as localhost"), "EHLO localhost"), (tr("Greets as the server"), f"EHLO {facts.hostname}"),
                       (tr("Greets as loopback, HELO"), "HELO [127.0.0.1]"),
                       (tr("Greets as a local domain"), f"HELO {facts.local}")):
        yield Form(name, f"<spam@{facts.foreign}>", to, helo)
        yield Form(tr("{name}, local sender", name=name), f"<{facts.local_address}>", to, helo)
