"""Each scenario once, with a seed of its own; a breach prints the seed that repeats it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from failure.catalogue import ALL
from failure.scenarios import Scenario


@pytest.mark.parametrize("scenario", [pytest.param(scenario, id=name) for name, scenario in ALL.items()])
def test_the_books_balance(scenario: Scenario, tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    seed = int(os.environ.get("POSTHOUSE_SEED", time.time_ns() % 2**32))
    print(f"to repeat: POSTHOUSE_SEED={seed}")  # noqa: T201 - pytest shows it with a failure
    record_property("seed", seed)
    assert "accepted = " in scenario(tmp_path, seed, 1)
