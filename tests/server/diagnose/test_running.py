"""Many checks at once: as they come, with an end, and none can harm the others."""

import threading
import time
from datetime import UTC, datetime

from harness.diagnosed import Change
from posthouse_server.diagnose.catalogue import CHECKS, OUTSIDE
from posthouse_server.diagnose.finding import Finding, Grade, Verdict, bad, good, report, summary, warning
from posthouse_server.diagnose.running import Check, findings, unasked
from posthouse_server.diagnose.subject import Subject


def _broken(_subject: Subject) -> Verdict:
    raise OSError("no such device")


def test_each_answers_for_itself_and_the_quick_ones_first(change: Change) -> None:
    gate = threading.Event()

    def slow(_subject: Subject) -> Verdict:
        assert gate.wait(20)
        return good("at last")

    checks = (Check("slow", "Slow", slow), Check("broken", "Broken", _broken),
              Check("red", "Red", lambda _subject: bad("out of order", "mend it")))
    found = findings(change(), checks)
    first = {next(found).key, next(found).key}
    assert first == {"broken", "red"}
    gate.set()
    assert [item.sentence for item in found] == ["at last"]


def test_a_check_that_fails_says_so(change: Change) -> None:
    [found] = findings(change(), [Check("broken", "Broken", _broken)])
    assert (found.grade, found.sentence) == (Grade.WARNING, "This could not be checked: no such device.")


def test_a_check_that_hangs_is_given_up(change: Change) -> None:
    gate = threading.Event()
    hanging = Check("hangs", "Hangs", lambda _subject: good(str(gate.wait(20))))
    started = time.monotonic()
    [found] = findings(change(), [hanging], deadline_s=0.3)
    gate.set()
    assert time.monotonic() - started < 5
    assert found.grade is Grade.WARNING
    assert found.sentence.startswith("No answer within")


def test_cancelled_it_ends_without_the_rest(change: Change) -> None:
    gate = threading.Event()
    hanging = Check("hangs", "Hangs", lambda _subject: good(str(gate.wait(20))))
    assert list(findings(change(), [hanging], lambda: True)) == []
    gate.set()


def test_what_leaves_the_network_waits_to_be_asked() -> None:
    assert [check.key for check in OUTSIDE] == ["port_25"]
    found = unasked(OUTSIDE[0])
    assert found.grade is Grade.NOTE
    assert found.sentence == "Not checked. It would connect to a mail server of gmail.com or outlook.com, and hang up at once."
    assert len({check.key for check in CHECKS}) == len(CHECKS) == 15


def test_summary_and_report_need_no_colour() -> None:
    found = [Finding("a", "Server", *_parts(bad("It is down.", "Start it."))),
             Finding("b", "Disk", *_parts(warning("It is nearly full.", "Make room."))),
             Finding("c", "Clock", *_parts(good("It is right.")))]
    assert summary(found) == "1 problem and 1 warning in 3 checks."
    assert summary(found[2:]) == "All is well: 1 checks found nothing to mend."
    lines = report(found, "Posthouse", datetime(2026, 5, 4, tzinfo=UTC)).splitlines()
    assert lines[2:] == ["", "[Problem] Server: It is down.", "    Start it.", "[Warning] Disk: It is nearly full.",
                         "    Make room.", "[OK] Clock: It is right."]


def _parts(verdict: Verdict) -> tuple[Grade, str, str]:
    return verdict.grade, verdict.sentence, verdict.remedy
