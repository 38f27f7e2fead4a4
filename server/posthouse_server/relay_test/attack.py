"""Attacking through the doors: strangers try forms, each as far as the server lets it go."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from posthouse_server.policy.rules import Rule
from posthouse_server.relay_test.door import Door
from posthouse_server.relay_test.forms import Facts, Form, essential, forms
from posthouse_server.relay_test.strangers import VERSIONS, Choice, Stranger, documented
from posthouse_server.relay_test.talk import Talk, knock
from posthouse_server.store.messages import QueuedRecipient, Route
from posthouse_server.store.relay_tests import Outcome
from posthouse_server.words import tr

_TIMEOUT_S = 15.0
_AT_A_TIME = 32  # strangers of the Internet wait half a second for the banner
_DOCUMENTED = tr("documentation address")
_NOBODY = Form(tr("Any form"), "", "")
_GREETING = "EHLO mail.relaytest.example"
_CONTENT = "From: relaytest\r\nSubject: Open relay test\r\n\r\nThis is a test.\r\n."


class AttackError(Exception):
    """A form could not be tried, so the test proves nothing; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class Try:
    """One attempt that is to be made."""

    form: Form
    stranger: Stranger
    door: Door
    by_starttls: bool = False

    @property
    def way(self) -> str:
        """Return the way in, in words."""
        place = self.door.place
        if self.door.is_tls:
            return tr("{place}, implicit TLS", place=place)
        return tr("{place}, after STARTTLS", place=place) if self.by_starttls else tr("{place}, in the clear", place=place)

    def outcome(self, *, is_closed: bool, transcript: str, note: str, is_tested: bool = True) -> Outcome:
        """Return what came of it."""
        return Outcome(self.form.name, self.form.sender, self.form.recipient, self.stranger.address, is_closed, transcript,
                       note, self.way, self.stranger.kind, is_tested)


class Attack:
    """All forms by a stranger over IPv4 and by one over IPv6; the essential ones by all other ways in and other strangers."""

    def __init__(self, doors: Sequence[Door], facts: Facts, choice: Choice, progress: Callable[[int, int], None]) -> None:
        """Attack these doors, the first one most; progress is told how many attempts of how many are over."""
        self._doors = doors
        self._facts = facts
        self._choice = choice
        self._progress = progress
        self._gate = asyncio.Semaphore(_AT_A_TIME)
        self._done = self._total = 0

    async def run(self) -> tuple[Outcome, ...]:
        """Return what came of each attempt; raises AttackError."""
        pairs = tuple(zip(*(pair for _, pair in zip(forms(self._facts), documented(), strict=False)), strict=True))
        found: list[Outcome] = []
        tries: list[Try] = []
        for version, addresses in zip(VERSIONS, pairs, strict=True):
            strangers = tuple(Stranger(address, _DOCUMENTED) for address in addresses)
            first = Try(_NOBODY, strangers[0], self._doors[0])
            if (turned_away := await self._only_knock(first)) is not None:
                substitute = self._choice.admitted(version)
                found.append(_explained(turned_away, version, substitute))
                strangers = () if substitute is None else (substitute,) * len(addresses)
            if strangers:
                tries.extend(self._tries_of(strangers))
        tries.extend(Try(form, stranger, self._doors[0]) for stranger in self._choice.others()
                     for form in essential(self._facts))
        outcomes = await self._all(tries)
        again = [replace(item, stranger=other) for item, outcome in zip(tries, outcomes, strict=True)
                 if not outcome.is_tested and (other := self._choice.admitted(_version(item.stranger))) is not None
                 and other != item.stranger]
        return (*found, *outcomes, *await self._all(again))

    def _tries_of(self, strangers: Sequence[Stranger]) -> Iterable[Try]:
        """Yield everything that strangers of one IP version try, one stranger for each form."""
        main = self._doors[0]
        for form, stranger in zip(forms(self._facts), strangers, strict=True):
            yield Try(form, stranger, main)
        for door in self._doors:
            for form, stranger in zip(essential(self._facts), strangers, strict=False):
                if door is not main:
                    yield Try(form, stranger, door)
                if door.offers_starttls:
                    yield Try(form, stranger, door, by_starttls=True)

    async def _all(self, tries: Sequence[Try]) -> list[Outcome]:
        self._total += len(tries)
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(self._in_turn(item)) for item in tries]
        except* AttackError as errors:
            raise AttackError(str(errors.exceptions[0])) from errors
        return [task.result() for task in tasks]

    async def _in_turn(self, item: Try) -> Outcome:
        async with self._gate:
            outcome = await _made(item)
        self._done += 1
        self._progress(self._done, self._total)
        return outcome

    async def _only_knock(self, item: Try) -> Outcome | None:
        """Return how a stranger was turned away at the connection; None if it was welcome."""
        outcome = await _made(item)
        return None if outcome.is_tested else outcome


async def _made(item: Try) -> Outcome:
    try:
        async with asyncio.timeout(_TIMEOUT_S):
            return await _try(item)
    except (OSError, TimeoutError, asyncio.LimitOverrunError, ValueError) as error:
        raise AttackError(tr("The form {form} could not be tried at {way} ({error}), so this test proves nothing.",
                             form=item.form.name, way=item.way, error=type(error).__name__)) from error


async def _try(item: Try) -> Outcome:
    talk = await knock(item.door, item.stranger.address)
    try:
        is_welcome = _goes_on(await talk.hear(), item.form)
        is_taken = is_welcome and item.form is not _NOBODY and await _attempt(talk, item)
        swallowed = item.door.swallowed.pop(talk.key, None)
    finally:
        talk.close()
    said = "\n".join(talk.lines)
    if not is_welcome:
        return item.outcome(is_closed=True, transcript=said, is_tested=False, note=tr(
            "Not tested: turned away at the connection."))
    is_closed, note = _verdict(swallowed, is_taken=is_taken)
    return item.outcome(is_closed=is_closed, transcript=said, note=note)


async def _attempt(talk: Talk, item: Try) -> bool:
    """Return whether the server has taken a message to the form's recipient; raises AttackError where it did not decide."""
    form = item.form
    if item.by_starttls:
        if not (_goes_on(await talk.say(_GREETING), form) and _goes_on(await talk.say("STARTTLS"), form)):
            raise AttackError(tr("The listener {place} promises STARTTLS and refuses it, so this test proves nothing.",
                                 place=item.door.place))
        await talk.secure()
    steps = (form.helo, f"MAIL FROM:{form.sender}{form.mail_parameters}", f"RCPT TO:{form.recipient}", "DATA", _CONTENT)
    for step in steps:
        if not _goes_on(await talk.say(step), form):
            return False
    await talk.say("QUIT")
    return True


def _goes_on(code: int, form: Form) -> bool:
    """Return whether the server agrees, or has refused for good: silence and "later" prove nothing."""
    if not code or 400 <= code < 500:
        raise AttackError(tr("The server answered the form {form} with {code}, so this test proves nothing.",
                             form=form.name, code=code) if code else
                          tr("The server hung up on the form {form}, so this test proves nothing.", form=form.name))
    return code < 400


def _verdict(recipients: tuple[QueuedRecipient, ...] | None, *, is_taken: bool) -> tuple[bool, str]:
    """Return whether a form is closed, and what there is to say: mail that stays in a mailbox here is no relaying."""
    if not recipients:
        return not is_taken, tr("Accepted, and nobody knows where it would have gone.") if is_taken else ""
    relayed = [item.address for item in recipients if not _is_kept(item)]
    if relayed:
        return False, tr("Would have been relayed to {recipients}.", recipients=", ".join(relayed))
    places = ", ".join(item.maildir or tr("{address} (which nobody has)", address=item.address) for item in recipients)
    return True, tr("Taken for a mailbox here, {places}, and not relayed.", places=places)


def _is_kept(item: QueuedRecipient) -> bool:
    """Return whether it stays here, or goes where a redirection or a group leads: that is no stranger's choice.

    What is local and has no mailbox stays here as well: it comes back to its sender.
    """
    return item.route is Route.LOCAL or item.rule in (Rule.ADDRESS_MAP, Rule.POSTMASTER, Rule.CATCH_ALL)


def _explained(outcome: Outcome, version: int, substitute: Stranger | None) -> Outcome:
    """Return the outcome of a knock with what was done about it."""
    note = (tr("{note} Instead {address} ({kind}) has tried all forms.",
               note=outcome.note, address=substitute.address, kind=substitute.kind) if substitute is not None else
            tr("{note} No other stranger can connect over IPv{version} either, so nobody has tried.",
               note=outcome.note, version=version))
    return replace(outcome, note=note)


def _version(stranger: Stranger) -> int:
    return 6 if ":" in stranger.address else 4
