"""How hard the fuzz tests try: a little in the test run, much in the soak run (POSTHOUSE_FUZZ_EXAMPLES)."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from harness.transcript import unescape

EXAMPLES = int(os.environ.get("POSTHOUSE_FUZZ_EXAMPLES", "150"))
FUZZ = settings(max_examples=EXAMPLES, deadline=None, database=None, print_blob=True,
                suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
CUTS = st.lists(st.integers(0, 400), max_size=8)


def seeds(name: str) -> list[bytes]:
    """Return the seeds of a corpus file: one a line, with escapes as in transcripts; # begins a comment."""
    text = (Path(__file__).parent / "corpus" / name).read_text(encoding="utf-8")
    return [unescape(line) for line in text.splitlines() if line.strip() and not line.startswith("#")]


def cut(data: bytes, places: list[int]) -> list[bytes]:
    """Cut data at these places, as packets might."""
    edges = [0, *sorted({place for place in places if 0 < place < len(data)}), len(data)]
    return [data[start:end] for start, end in pairwise(edges)]


@st.composite
def mutated(draw: st.DrawFn, corpus: list[bytes], pieces: list[bytes]) -> bytes:
    """Draw a seed and put pieces into it, cut some out, or double a part of it."""
    data = draw(st.sampled_from(corpus))
    for _ in range(draw(st.integers(0, 4))):
        start, end = sorted((draw(st.integers(0, len(data))), draw(st.integers(0, len(data)))))
        how = draw(st.sampled_from(("insert", "cut", "double")))
        if how == "insert":
            data = data[:start] + draw(st.sampled_from(pieces)) + data[start:]
        elif how == "cut":
            data = data[:start] + data[end:]
        else:
            data = data[:end] + data[start:]
    return data
