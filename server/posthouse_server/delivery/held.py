"""Mail that waits for a cause of ours, such as a smart host's door: it is due when one opens."""

from __future__ import annotations

from collections.abc import Iterable

from posthouse_server.delivery.delivery import Outcome, TransientFailure

_NAMED = 5000  # so many are made due by their ids; of more, all mail is


class HeldMail:
    """Remembers messages by their ids, within bounds."""

    def __init__(self) -> None:
        """Begin with none."""
        self._ids: set[str] = set()
        self._openings = 0

    def note(self, message_id: str, outcomes: Iterable[Outcome]) -> None:
        """Remember a message if a cause of ours keeps any of its recipients waiting."""
        for outcome in outcomes:
            if isinstance(outcome, TransientFailure) and outcome.is_ours and not outcome.is_paced and len(self._ids) <= _NAMED:
                self._ids.add(message_id)

    def forget(self) -> None:
        """All of it is due for another reason."""
        self._ids.clear()

    def due(self, openings: int) -> list[str] | None:
        """Return the ids of what is due when so many doors have opened by now, none of it in most cases; None: all mail."""
        if openings == self._openings:
            return []
        self._openings = openings
        ids = list(self._ids)
        self._ids.clear()
        return ids if len(ids) <= _NAMED else None
