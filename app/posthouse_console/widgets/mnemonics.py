"""Mnemonics: one letter of each caption, none twice on a page."""

from __future__ import annotations


class Mnemonics:
    """Hands out letters: first those that begin a word, then any other."""

    def __init__(self, taken: str = "") -> None:
        """Leave out the letters that the surroundings use, such as the a of the dialog's Apply."""
        self._taken = set(taken.lower())

    def mark(self, caption: str) -> str:
        """Return the caption with an & before its letter; unmarked when every letter is taken."""
        for position in self._candidates(caption):
            letter = caption[position].lower()
            if letter not in self._taken:
                self._taken.add(letter)
                return f"{caption[:position]}&{caption[position:]}"
        return caption

    @staticmethod
    def _candidates(caption: str) -> list[int]:
        letters = [position for position, letter in enumerate(caption) if letter.isascii() and letter.isalpha()]
        starts = [position for position in letters if position == 0 or not caption[position - 1].isalnum()]
        return starts + [position for position in letters if position not in starts]
