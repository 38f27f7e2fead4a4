"""Which lines of the trace somebody wants to see: what the fields of a filter say, over rows and over packed texts alike."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from posthouse_server.store.packed_texts import Texts, unparted
from posthouse_server.store.traffic_writes import DecisionRow

_NO_SENDER = "<>"
Test = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class TraceFilter:
    """All of it must hold; what is empty asks for nothing."""

    client: str = ""
    """How the client's address begins, or a network such as 10.0.0.0/8."""
    login: str = ""
    """Contained in the login."""
    sender: str = ""
    """Contained in the sender; <> is the empty one."""
    recipient: str = ""
    """Contained in the recipient."""
    verdict: str = ""
    """One of the verdicts of decisions."""
    id: str = ""
    """How the id of the decision or of its message begins."""
    party: str = ""
    """Contained in client, login, sender or recipient."""
    words: str = ""
    """Each of these words occurs somewhere in the line, the reply included."""

    @property
    def is_empty(self) -> bool:
        """Return whether every line is wanted."""
        return self == _ALL

    @property
    def is_about_packs(self) -> bool:
        """Return whether packs know what is asked for."""
        return bool(self.client or self.login or self.sender or self.recipient or self.verdict or self.party)

    @property
    def id_prefix(self) -> str:
        """Return the beginning of an id as ids are written."""
        return self.id.strip().upper()

    def wants_origin(self, client: str, login: str, verdict: str) -> bool:
        """Return whether client, login and verdict are as asked for."""
        return (not self.client or client_test(self.client)(client)) and _is_in(self.login, login) and (
            not self.verdict or verdict == self.verdict)

    def has_party(self, *texts: str) -> bool:
        """Return whether one of these texts contains the party."""
        return any(_is_in(self.party, text) for text in texts)

    def sender_test(self) -> Test:
        """Return the question for senders."""
        if self.sender.strip() == _NO_SENDER:
            return lambda text: not text
        return contains(self.sender)

    def wants(self, row: DecisionRow) -> bool:
        """Return whether a row is wanted, its words not counted: those are looked for in the database."""
        client, login, sender, recipient = (unparted(text or "") for text in (row.client, row.login, row.sender, row.recipient))
        prefix = self.id_prefix
        return (self.wants_origin(client, login, row.verdict) and self.sender_test()(sender)
                and _is_in(self.recipient, recipient)
                and (not self.party or self.has_party(client, login, sender, recipient))
                and (not prefix or row.id.startswith(prefix) or (row.message_id or "").startswith(prefix)))


_ALL = TraceFilter()


def contains(part: str) -> Test:
    """Return the question whether a text contains this part, whatever the case."""
    wanted = part.strip().lower()
    return lambda text: wanted in text.lower()


def _is_in(part: str, text: str) -> bool:
    return not part or part.strip().lower() in text.lower()


def client_test(text: str) -> Test:
    """Return the question for clients: a network holds them, or they begin so; a whole address means itself alone."""
    wanted = text.strip().lower()
    try:
        if "/" in wanted:
            network = ipaddress.ip_network(wanted, strict=False)
            return lambda client: _is_inside(client, network)
        ipaddress.ip_address(wanted)
    except ValueError:
        return lambda client: client.lower().startswith(wanted)
    return lambda client: client.lower() == wanted


def _is_inside(client: str, network: ipaddress.IPv4Network | ipaddress.IPv6Network) -> bool:
    try:
        return ipaddress.ip_address(client) in network
    except ValueError:
        return False


def numbers_with(texts: Texts, part: str) -> list[int]:
    """Return the numbers of the texts that contain a part, whatever the case, without putting together what can't."""
    wanted = part.strip().lower()
    local, at, domain = wanted.rpartition("@")
    found: list[int] = []
    first = 0
    for group, members in texts.groups:
        name = group.lower()
        if not group:
            found += _places(members, first, lambda text: wanted in text.lower())
        elif at:
            if name.startswith(domain):
                found += _places(members, first, lambda text: text.lower().endswith(local))
        elif wanted in name:
            found += range(first, first + len(members))
        else:
            found += _places(members, first, lambda text: wanted in text.lower())
        first += len(members)
    return found


def may_contain(stored: str, part: str) -> bool:
    """Return whether packed texts could contain a part: a quick look before they are taken apart."""
    lowered = stored.lower()
    return all(piece in lowered for piece in part.strip().lower().split("@"))


def _places(texts: Sequence[str], first: int, test: Test) -> list[int]:
    return [number for number, text in enumerate(texts, first) if test(text)]
