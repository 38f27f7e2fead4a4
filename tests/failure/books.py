"""The audit: the ledger against itself, and against everything that was seen from outside."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from failure.far_end import FarEnd
from failure.letters import LOCAL, NOBODY, Answer, Letter, is_whole, name_of
from posthouse_server.store import Store
from posthouse_server.store.messages import RecipientState

Copies = dict[tuple[str, str], int]
"""How many copies have arrived, by the letter's name and recipient."""


class Audit:
    """Collects everything that is wrong; an empty list of faults means that the books balance."""

    def __init__(self, store: Store, far_end: FarEnd, letters: Sequence[Letter],
                 removed: Iterable[tuple[str, str]] = ()) -> None:
        """Look at a world in which nothing waits any more; `removed` was taken out of the queue by an administrator."""
        self.faults: list[str] = list(far_end.faults)
        self._far_end = far_end
        self._removed = set(removed)
        self._letters = {letter.name: letter for letter in letters}
        self._local, self._local_bounces = self._read_mailbox(store.folder.mail / "example.com" / "john")
        self._bad_mail = {(found.subject, NOBODY) for found in store.spool.list(states=[RecipientState.BAD_MAIL], limit=10**6)}
        self._ledger = store.spool.ledger()
        self._far = {key: len(epochs) for key, epochs in far_end.letters.items()}
        self._check_strangers()
        self._check_copies()
        committed = [letter for letter in letters if self._is_committed(letter)]
        self._check_ledger(committed)
        self._check_leftovers(store)

    def _read_mailbox(self, maildir: Path) -> tuple[Copies, Copies]:
        letters: Copies = Counter()
        bounces: Copies = Counter()
        for path in (maildir / "new").iterdir() if (maildir / "new").is_dir() else ():
            content = path.read_bytes()
            if content.startswith(b"Return-Path: <>") and b"report-type=" in content[:2000]:
                bounces[name_of(content), LOCAL] += 1
            else:
                letters[name_of(content), LOCAL] += 1
                if not is_whole(content):
                    self.faults.append(f"{path} holds a letter in part")
        return letters, bounces

    def _check_strangers(self) -> None:
        """Nothing arrives that was not sent, and nothing that was refused."""
        for name, recipient in (*self._local, *self._far, *self._local_bounces, *self._far_end.bounces):
            letter = self._letters.get(name)
            if letter is None:
                self.faults.append(f"{name!r} has arrived at {recipient} and was never sent")
            elif letter.answer is Answer.REFUSED:
                self.faults.append(f"{name} has arrived at {recipient} though it was answered {letter.reply!r}")

    def _arrived(self, letter: Letter, recipient: str) -> int:
        """Return how often a recipient's share has been settled: delivered, bounced, put into Bad Mail, or removed."""
        key = (letter.name, recipient)
        if key in self._removed:
            return 1
        if recipient == NOBODY:
            return self._bounced(letter)
        return self._local.get(key, 0) if recipient == LOCAL else self._far.get(key, 0)

    def _bounced(self, letter: Letter) -> int:
        key = (letter.name, letter.sender)
        if letter.sender == "":
            return int((letter.name, NOBODY) in self._bad_mail)
        return self._local_bounces.get(key, 0) if letter.sender == LOCAL else len(self._far_end.bounces.get(key, ()))

    def _is_committed(self, letter: Letter) -> bool:
        """A letter whose answer was lost is in the books as a whole or not at all."""
        if letter.answer is not Answer.UNKNOWN:
            return letter.answer is Answer.ACCEPTED
        found = [who for who in letter.recipients if self._arrived(letter, who)]
        if found and found != letter.recipients:
            self.faults.append(f"{letter.name} (unanswered) has arrived at {found} of {letter.recipients}")
        return bool(found)

    def _check_copies(self) -> None:
        for letter in self._letters.values():
            if letter.answer is Answer.ACCEPTED:
                self.faults += [f"{letter.name} was answered 250 and has never arrived at {who} (from <{letter.sender}>)"
                                for who in letter.recipients if not self._arrived(letter, who)]
        self.faults += [f"{name} has arrived {number} times at {who}"
                        for (name, who), number in (*self._local.items(), *self._local_bounces.items()) if number > 1]
        for kind, seen in (("", self._far_end.letters), ("the bounce of ", self._far_end.bounces)):
            self.faults += [f"{kind}{name} has arrived twice at {who} with no death in between (epochs {epochs})"
                            for (name, who), epochs in seen.items() if len(set(epochs)) < len(epochs)]

    def _check_ledger(self, committed: Sequence[Letter]) -> None:
        """The ledger's own sums, and each of its figures against what was counted outside."""
        expected: dict[str, int] = defaultdict(int)
        for letter in committed:
            for who in letter.recipients:
                expected["accepted"] += 1
                if (letter.name, who) in self._removed:
                    expected["removed"] += 1
                elif who != NOBODY:
                    expected["delivered"] += 1
                elif letter.sender == "":
                    expected["bad_mail"] += 1
                else:
                    expected["bounced"] += 1
                    expected["accepted"] += 1  # the bounce is a message too
                    expected["delivered"] += 1
        books = self._ledger
        if books.difference:
            self.faults.append(f"the ledger differs by {books.difference}: {books}")
        for name in ("accepted", "delivered", "bounced", "bad_mail", "removed", "waiting", "held"):
            if getattr(books, name) != expected[name]:
                self.faults.append(f"the ledger says {getattr(books, name)} {name}, outside {expected[name]} were counted")

    def _check_leftovers(self, store: Store) -> None:
        """No body without a message, and nothing half-written in the mailbox."""
        kept = {found.body_file for found in store.spool.list(limit=10**6)}
        self.faults += [f"{path} belongs to no message" for path in store.folder.spool.iterdir() if path.name not in kept]
        for folder in store.folder.mail.glob("*/*/tmp"):
            self.faults += [f"{path} is left over" for path in folder.iterdir()]

    def summary(self) -> str:
        """Return the books in a line."""
        books = self._ledger
        answers = Counter(letter.answer for letter in self._letters.values())
        return (f"{books.accepted} accepted = {books.delivered} delivered + {books.bounced} bounced + {books.bad_mail} in Bad "
                f"Mail + {books.removed} removed + {books.waiting} waiting; letters: {answers[Answer.ACCEPTED]} answered 250, "
                f"{answers[Answer.REFUSED]} refused, {answers[Answer.UNKNOWN]} never answered")
