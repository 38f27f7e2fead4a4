"""Ranges in words: counts, overlaps, unions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from posthouse_console.widgets.ranges_text import count_text, read_lines, remarks, union_count
from posthouse_server.policy.networks import parse_range
from posthouse_server.settings.schema import PrivilegedRange

AT = datetime(2026, 5, 1, tzinfo=UTC)


@pytest.mark.parametrize(("count", "text"), [
    (1, "1"), (65_536, "65,536"), (2**32, "4,294,967,296"), (2**64, "2⁶⁴"), (2**64 + 300, "about 2⁶⁴"), (2**128, "2¹²⁸")])
def test_counts_are_written_out_or_as_a_power_of_two(count: int, text: str) -> None:
    assert count_text(count) == text


def test_an_address_in_two_ranges_counts_once() -> None:
    ranges = ["10.0.0.0/24", "10.0.0.128-10.0.1.9", "10.0.0.5", "::1", "::1"]
    assert union_count(parse_range(text) for text in ranges) == 256 + 10 + 1


def test_the_end_of_a_covering_entry_is_told_when_the_covered_one_outlives_it() -> None:
    wide = PrivilegedRange(range="10.0.*", expires_at=AT + timedelta(days=1))
    narrow = PrivilegedRange(range="10.0.0.1")
    assert remarks([wide, narrow], AT)[1].startswith("Covered by 10.0.* until ")
    assert remarks([wide, narrow], AT + timedelta(days=2)) == ["Expired", ""]


def test_ipv4_and_ipv6_never_overlap() -> None:
    assert remarks([PrivilegedRange(range="::/0"), PrivilegedRange(range="10.0.0.1")], AT) == ["", ""]


def test_a_note_may_follow_a_space_a_hash_or_a_semicolon() -> None:
    lines = read_lines("10.0.0.1 printer 3\n10.0.0.2#fax\n10.0.0.3 ; scanner - old\n# only a remark\n")
    assert [(entry.range, entry.note) for entry in lines.entries] == [
        ("10.0.0.1", "printer 3"), ("10.0.0.2", "fax"), ("10.0.0.3", "scanner - old")]
    assert lines.faults == ()


def test_among_thousands_of_entries_only_those_that_overlap_are_remarked() -> None:
    entries = [PrivilegedRange(range=f"10.{number // 250}.{number % 250}.0/24") for number in range(5000)]
    assert set(remarks(entries, AT)) == {""}
    assert remarks([*entries, PrivilegedRange(range="10.19.249.7")], AT)[-1] == "Covered by 10.19.249.0/24"
