"""Attacking through the door: one stranger tries one form, as far as the server lets it go."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from itertools import count

from posthouse_server.relay_test.door import Door
from posthouse_server.relay_test.forms import Form
from posthouse_server.store.messages import QueuedRecipient, Route
from posthouse_server.store.relay_tests import Outcome

_TIMEOUT_S = 15.0
_AT_A_TIME = 8
_CONTENT = b"From: relaytest\r\nSubject: Open relay test\r\n\r\nThis is a test.\r\n.\r\n"


class AttackError(Exception):
    """A form could not be tried, so the test proves nothing; the message is a sentence."""


def strangers() -> Iterator[tuple[str, str]]:
    """Yield pairs of addresses that are kept for documentation, each of a range of its own, so that no ban meets the next."""
    for number in count(1):
        yield f"198.51.100.{(number - 1) % 254 + 1}", f"2001:db8:{number:x}::1"


class Attack:
    """All forms, each by a stranger over IPv4 and by one over IPv6."""

    def __init__(self, door: Door, forms: tuple[Form, ...], progress: Callable[[int, int], None]) -> None:
        """Attack a door; progress is told how many attempts of how many are over."""
        self._door = door
        self._tries = [(form, client) for form, pair in zip(forms, strangers(), strict=False) for client in pair]
        self._progress = progress
        self._done = 0

    async def run(self) -> tuple[Outcome, ...]:
        """Return what came of each, in order; raises AttackError."""
        gate = asyncio.Semaphore(_AT_A_TIME)
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(self._in_turn(gate, form, client)) for form, client in self._tries]
        except* AttackError as errors:
            raise AttackError(str(errors.exceptions[0])) from errors
        return tuple(task.result() for task in tasks)

    async def _in_turn(self, gate: asyncio.Semaphore, form: Form, client: str) -> Outcome:
        async with gate:
            try:
                async with asyncio.timeout(_TIMEOUT_S):
                    outcome = await self._try(form, client)
            except (OSError, TimeoutError, asyncio.LimitOverrunError, ValueError) as error:
                raise AttackError(f"The form {form.name} could not be tried ({type(error).__name__}), so this test proves "
                                  "nothing.") from error
        self._done += 1
        self._progress(self._done, len(self._tries))
        return outcome

    async def _try(self, form: Form, client: str) -> Outcome:
        talk = _Talk(*await asyncio.open_connection("127.0.0.1", self._door.port))
        try:
            talk.send_secretly(self._door.header(client))
            is_taken = await _attempt(talk, form)
        finally:
            talk.close()
        if not talk.lines:
            raise AttackError(f"The server did not answer the form {form.name}, so this test proves nothing.")
        is_closed, note = _verdict(self._door.swallowed.get(client), is_taken=is_taken)
        return Outcome(form.name, form.sender, form.recipient, client, is_closed, "\n".join(talk.lines), note)


class _Talk:
    """A plain SMTP client that writes down what is said."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self.lines: list[str] = []

    def send_secretly(self, line: bytes) -> None:
        """Send what must not be written down."""
        self._writer.write(line)

    async def say(self, text: str) -> int:
        """Send a command and return the code of the reply; 0: the server has closed."""
        self.lines.extend(f"C: {line}" for line in text.split("\r\n"))
        try:
            self._writer.write(text.encode() + b"\r\n")
            return await self.hear()
        except ConnectionError:
            return 0

    async def hear(self) -> int:
        """Return the code of the next reply; 0: the server has closed."""
        while True:
            try:
                line = (await self._reader.readline()).decode("utf-8", "replace").rstrip("\r\n")
            except ConnectionError:
                return 0
            if not line:
                return 0
            self.lines.append(f"S: {line}")
            if line[3:4] != "-":
                return int(line[:3])

    def close(self) -> None:
        """Hang up."""
        self._writer.close()


async def _attempt(talk: _Talk, form: Form) -> bool:
    """Return whether the server has taken a message to the form's recipient; raises AttackError where it did not decide."""
    if not _goes_on(await talk.hear(), form):
        return False
    steps = (form.helo, f"MAIL FROM:{form.sender}{form.mail_parameters}", f"RCPT TO:{form.recipient}", "DATA",
             _CONTENT.decode().removesuffix("\r\n"))
    for step in steps:
        if not _goes_on(await talk.say(step), form):
            return False
    await talk.say("QUIT")
    return True


def _goes_on(code: int, form: Form) -> bool:
    """Return whether the server agrees, or has refused for good: silence and "later" prove nothing."""
    if not code or 400 <= code < 500:
        what = f"answered the form {form.name} with {code}" if code else f"hung up on the form {form.name}"
        raise AttackError(f"The server {what}, so this test proves nothing.")
    return code < 400


def _verdict(recipients: tuple[QueuedRecipient, ...] | None, *, is_taken: bool) -> tuple[bool, str]:
    """Return whether a form is closed, and what there is to say: mail that stays in a mailbox here is no relaying."""
    if recipients is None:
        return not is_taken, "Accepted, and nobody knows where it would have gone." if is_taken else ""
    relayed = [item.address for item in recipients if item.route is not Route.LOCAL or item.maildir is None]
    if relayed:
        return False, f"Would have been relayed to {', '.join(relayed)}."
    return True, f"Taken for a mailbox here, {', '.join(item.maildir or '' for item in recipients)}, and not relayed."
