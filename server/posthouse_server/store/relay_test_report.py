"""An open relay test as a text file: the verdict, what was tried, and what was said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from posthouse_server.store.relay_tests import Outcome, RelayTest
from posthouse_server.words import tr


def report(test: RelayTest) -> str:
    """Return the whole test, what is open first; ends with a line break."""
    lines = [tr("Open relay test {id}, {time:%Y-%m-%d %H:%M:%S}, revision {revision}",
                id=test.id, time=test.at.astimezone(), revision=test.revision),
             tr("By {author}, {reason}", author=test.author, reason=test.reason), "", test.sentence, *test.coverage]
    return "\n".join((*lines, "", *_attempts(sorted(test.outcomes, key=lambda item: item.is_closed)), ""))


def attempt_text(outcome: Outcome) -> str:
    """Return one attempt: its heading, what was said, and the note."""
    by = f", {outcome.way}" if outcome.way else ""
    who = f" ({outcome.stranger})" if outcome.stranger else ""
    heading = tr("{word}: {form}, as {client}{who}{by}",
                 word=outcome.word, form=outcome.form, client=outcome.client, who=who, by=by)
    return "\n".join(part for part in (heading, outcome.transcript, outcome.note) if part)


def _attempts(outcomes: Iterable[Outcome]) -> Iterator[str]:
    for outcome in outcomes:
        yield f"{attempt_text(outcome)}\n"
