"""How hard a password is to guess, in a word and a sentence."""

from __future__ import annotations

import math
import string
from dataclasses import dataclass

from posthouse_server.words import tr

_COMMON = ("password", "passwort", "123456", "qwert", "letmein", "welcome", "admin", "scanner", "secret", "posthouse",
           "iloveyou", "abc123", "changeme", "printer")
_CLASSES = (string.ascii_lowercase, string.ascii_uppercase, string.digits, string.punctuation + " ")
_OTHER_LETTERS = 100
_WEAK_BITS, _FAIR_BITS, _GOOD_BITS = 36, 52, 70
_SHORTEST = 8


@dataclass(frozen=True, slots=True)
class Strength:
    """A judgement."""

    level: int
    """0 (guessed at once) to 3 (strong)."""
    sentence: str

    @property
    def is_enough(self) -> bool:
        """Return whether it may guard a login that can relay."""
        return self.level > 0


def strength(password: str, *known: str) -> Strength:
    """Judge a password; it must not be made of what everybody knows, such as the name of the mailbox."""
    lowered = password.casefold()
    guessed = [word for word in (*_COMMON, *(word.casefold() for word in known if len(word) > 2)) if word in lowered]
    for word in guessed:
        lowered = lowered.replace(word, "x")
    bits = _bits(lowered if guessed else password)
    if len(password) < _SHORTEST:
        return Strength(0, tr("Too short: use {shortest} characters or more, or let Random… make one.",
                              shortest=_SHORTEST))
    if bits < _WEAK_BITS:
        return Strength(0, tr("Too easy to guess: whoever guesses it can send mail through this server."))
    if bits < _FAIR_BITS:
        return Strength(1, tr("Fair. A longer one is better: it guards everything that can be sent from here."))
    return Strength(2, tr("Good.")) if bits < _GOOD_BITS else Strength(3, tr("Strong."))


def _bits(password: str) -> float:
    """Return an upper bound of what a guesser has to try, as a power of two; repetition counts for little."""
    if not password:
        return 0.0
    alphabet = sum(len(letters) for letters in _CLASSES if any(letter in letters for letter in password))
    alphabet += _OTHER_LETTERS if not password.isascii() else 0
    different = len(set(password))
    return (different + (len(password) - different) * 0.5) * math.log2(max(2, alphabet))
