"""Which lines of the trace somebody wants to see: what the fields of a filter say, over rows and over packed texts alike."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from dataclasses import dataclass

from posthouse_server.store.packed_texts import unparted
from posthouse_server.store.traffic_writes import DecisionRow

NO_SENDER = "<>"
"""How the empty sender is written."""
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
    """Each of these words occurs somewhere in the line, the reply included, whatever the case."""

    @property
    def is_empty(self) -> bool:
        """Return whether every line is wanted."""
        return self == _ALL

    @property
    def is_about_packs(self) -> bool:
        """Return whether packs know what is asked for."""
        return bool(self.client or self.login or self.sender or self.recipient or self.verdict or self.party
                    or self.words.strip())

    @property
    def id_prefix(self) -> str:
        """Return the beginning of an id as ids are written."""
        return self.id.strip().upper()

    @property
    def is_without_sender(self) -> bool:
        """Return whether the empty sender is asked for."""
        return self.sender.strip() == NO_SENDER

    @property
    def origin_part(self) -> str:
        """Return what stands in the line of every origin that is wanted: the longest text that is known of it."""
        return max("" if "/" in self.client else self.client.strip(), self.login.strip(), self.verdict, key=len)

    def origin_test(self) -> Callable[[str, str, str], bool]:
        """Return the question whether client, login and verdict are as asked for."""
        client_is_wanted = client_test(self.client) if self.client else _anything
        login_is_wanted, verdict = contains(self.login), self.verdict
        return lambda client, login, judged: (
            (not verdict or judged == verdict) and client_is_wanted(client) and login_is_wanted(login))

    def row_test(self) -> Callable[[DecisionRow], bool]:
        """Return the question whether a row is wanted."""
        origin_is_wanted, recipient_is_wanted, is_party = self.origin_test(), contains(self.recipient), contains(self.party)
        sender_is_wanted = _nothing if self.is_without_sender else contains(self.sender)
        prefix, has_party, words = self.id_prefix, bool(self.party.strip()), self.words.lower().split()

        def is_wanted(row: DecisionRow) -> bool:
            client, login, sender, recipient = map(unparted, (row.client, row.login or "", row.sender, row.recipient))
            return (origin_is_wanted(client, login, row.verdict) and sender_is_wanted(sender)
                    and recipient_is_wanted(recipient)
                    and (not has_party or any(map(is_party, (client, login, sender, recipient))))
                    and (not prefix or row.id.startswith(prefix) or (row.message_id or "").startswith(prefix))
                    and (not words or _has_words(row, words)))

        return is_wanted


_ALL = TraceFilter()


def _has_words(row: DecisionRow, words: list[str]) -> bool:
    texts = (row.id, row.message_id or "", row.client, row.login or "", row.sender, row.recipient, row.verdict, row.rule,
             row.reply)
    line = "\t".join(map(unparted, texts)).lower()
    return all(word in line for word in words)


def _anything(_text: str) -> bool:
    return True


def _nothing(text: str) -> bool:
    return not text


def contains(part: str) -> Test:
    """Return the question whether a text contains this part, whatever the case."""
    wanted = part.strip().lower()
    return (lambda text: wanted in text.lower()) if wanted else _anything


def client_test(text: str) -> Test:
    """Return the question for clients: a network holds them, or they begin so; a whole address means itself alone."""
    wanted = text.strip().lower()
    try:
        if "/" in wanted:
            network = ipaddress.ip_network(wanted, strict=False)
            known: dict[str, bool] = {}  # the same clients come again and again

            def is_inside(client: str) -> bool:
                if client not in known:
                    known[client] = _is_inside(client, network)
                return known[client]

            return is_inside
        ipaddress.ip_address(wanted)
    except ValueError:
        return lambda client: client.lower().startswith(wanted)
    return lambda client: client.lower() == wanted


def _is_inside(client: str, network: ipaddress.IPv4Network | ipaddress.IPv6Network) -> bool:
    try:
        return ipaddress.ip_address(client) in network
    except ValueError:
        return False


def numbers_with(stored: str, part: str) -> list[int]:
    """Return the numbers of those texts of a pack that contain a part, whatever the case; takes apart only what may do so."""
    lowered, wanted = stored.lower(), part.strip().lower()
    local, at, domain = wanted.rpartition("@")
    found: list[int] = []
    if not all(piece in lowered for piece in wanted.split("@")):
        return found
    first = 0
    for line in lowered.split("\n"):
        number = line.count("\t")
        name, _, members = line.partition("\t")
        if not name:
            if local in members and domain in members:
                found += [place for place, text in enumerate(members.split("\t"), first) if wanted in text]
        elif at:
            if name.startswith(domain) and local in members:
                found += [place for place, text in enumerate(members.split("\t"), first) if text.endswith(local)]
        elif wanted in name:
            found += range(first, first + number)
        elif wanted in members:
            found += [place for place, text in enumerate(members.split("\t"), first) if wanted in text]
        first += number
    return found
