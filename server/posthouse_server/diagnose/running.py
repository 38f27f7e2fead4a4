"""Running many checks at once: each in a thread, and each answers for itself."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from posthouse_server.diagnose.finding import Finding, Grade, Verdict, note, warning
from posthouse_server.diagnose.subject import Subject
from posthouse_server.words import tr

_log = logging.getLogger(__name__)
_DEADLINE_S = 20.0  # each check is bounded itself; this is for a system call that hangs
_LOOK_S = 0.1


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that is looked at."""

    key: str
    title: str
    look: Callable[[Subject], Verdict]
    """Blocks for some seconds at most."""
    question: str = ""
    """What it would do outside this network: it does so only when somebody asks for it. Empty: it may always run."""


def unasked(check: Check) -> Finding:
    """Return what stands in place of a check that nobody has asked for."""
    return _finding(check, note(tr("Not checked. {question}", question=check.question)))


def findings(subject: Subject, checks: Sequence[Check], is_cancelled: Callable[[], bool] = lambda: False,
             deadline_s: float = _DEADLINE_S) -> Iterator[Finding]:
    """Yield what the checks find, as they are ready; ends early when it is cancelled. Threads that hang are abandoned."""
    answers: queue.SimpleQueue[Finding] = queue.SimpleQueue()
    waiting = {check.key: check for check in checks}
    for check in checks:
        threading.Thread(target=lambda check=check: answers.put(_performed(check, subject)), name=f"check {check.key}",
                         daemon=True).start()
    deadline = time.monotonic() + deadline_s
    while waiting and not is_cancelled() and time.monotonic() < deadline:
        try:
            found = answers.get(timeout=_LOOK_S)
        except queue.Empty:
            continue
        del waiting[found.key]
        yield found
    if not is_cancelled():
        late = warning(tr("No answer within {deadline_s:.0f} s.", deadline_s=deadline_s), tr("Run the check again."))
        yield from (_finding(check, late) for check in waiting.values())


def _performed(check: Check, subject: Subject) -> Finding:
    try:
        verdict = check.look(subject)
    except Exception as error:  # noqa: BLE001 - whatever is wrong there, the other checks are worth having
        _log.debug("The check %s failed", check.key, exc_info=True)
        verdict = Verdict(Grade.WARNING, tr("This could not be checked: {value}.",
                                            value=str(error).rstrip('.') or type(error).__name__),
                          tr("Run the check again."))
    return _finding(check, verdict)


def _finding(check: Check, verdict: Verdict) -> Finding:
    return Finding(check.key, check.title, verdict.grade, verdict.sentence, verdict.remedy)
