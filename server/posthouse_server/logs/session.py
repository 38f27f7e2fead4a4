"""One connection on its way into the logs: each command is paired with its reply."""

from __future__ import annotations

from collections import deque
from itertools import count

from posthouse_server.logs.journals import Journals
from posthouse_server.logs.lines import Agent, Exchange
from posthouse_server.logs.masking import masked
from posthouse_server.store.clock import now
from posthouse_server.store.ids import new_id

_numbers = count(1)
_MOST_OWED = 1000


class SessionLog:
    """Knows what was said and not yet answered."""

    def __init__(self, journals: Journals, agent: Agent, remote: str, local: tuple[str, int], computer: str) -> None:
        """Begin; addresses are texts without a port, `local` has one."""
        self._journals = journals
        self._agent = agent
        self._remote = remote
        self._local = local
        self._computer = computer
        self._thread = next(_numbers)
        self._session_id = new_id()
        self._owed: deque[tuple[str, str, int, tuple[str, str, str] | None]] = deque()
        self._about: tuple[str, str, str] | None = None
        self.message_id = ""
        self.account = ""

    def speak_of(self, message_id: str, account: str, subject: str) -> None:
        """Let the commands from now on be about a message: with pipelining their replies come in the time of the next one."""
        self._about = message_id, account, subject

    def asked(self, line: str, size: int) -> None:
        """Note a command line that a reply is owed to; size in bytes."""
        if self._journals.has_exchanges and len(self._owed) < _MOST_OWED:
            self._owed.append((*masked(line), size, self._about))

    def carried(self, size: int) -> None:
        """Note a content whose end a reply is owed to, that of BDAT together with its command; size in bytes."""
        if not self._journals.has_exchanges:
            return
        command, detail, asked, about = "DATA", "", 0, self._about
        if self._owed and self._owed[-1][0] == "BDAT":
            command, detail, asked, about = self._owed.pop()
        self._owed.append((command, detail, asked + size, about))

    def answered(self, reply: str) -> None:
        """Write the oldest command that is owed a reply, with it; a greeting answers nothing."""
        if not self._journals.has_exchanges:
            self._owed.clear()
            return
        command, detail, size, about = self._owed.popleft() if self._owed else ("", "", 0, self._about)
        message_id, account, subject = about or (self.message_id, self.account, "")
        first, is_ours = reply.partition("\r\n")[0], self._agent is Agent.IN
        sent, received = (len(reply) + 2, size) if is_ours else (size, len(reply) + 2)
        self._journals.write(Exchange(
            now(), self._agent, message_id or self._session_id, self._thread, self._remote, command, detail, first, sent,
            received, account, subject, self._local, self._computer))
