"""The soak run: `python3 packaging/dev.py soak --minutes N`; stops at the first breach and says how to repeat it."""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))

from failure.catalogue import ALL

TESTS = Path(__file__).parent.parent
FUZZ = "fuzz"
_FUZZ_EXAMPLES = 2000
_LARGEST = 4


class Soak:
    """Runs one round after another, and keeps count."""

    def __init__(self) -> None:
        """Begin with nothing done."""
        self.rounds: Counter[str] = Counter()
        self.not_run: dict[str, str] = {}

    def round(self, name: str, seed: int, size: int) -> bool:
        """Run one round; returns whether all was well."""
        say(f"round {self.rounds.total() + 1}: {name}, seed {seed}, size {size}")
        began = time.monotonic()
        try:
            books = fuzz(seed) if name == FUZZ else self._scenario(name, seed, size)
        except pytest.skip.Exception as skipped:
            self.not_run[name] = str(skipped)
            say(f"    {skipped}")
            return True
        except Exception:  # noqa: BLE001 - whatever it is, it must be shown and can be repeated
            traceback.print_exc()
            say(f"\nBREACH. To repeat: python3 packaging/dev.py soak --only {name} --seed {seed} --size {size}")
            return False
        self.rounds[name] += 1
        say(f"    {books} ({time.monotonic() - began:.0f} s)")
        return True

    def _scenario(self, name: str, seed: int, size: int) -> str:
        with tempfile.TemporaryDirectory(prefix="posthouse-soak-") as folder:
            return ALL[name](Path(folder), seed, size)

    def summary(self) -> str:
        """Return what was run and what could not be."""
        lines = [f"{number:>5} × {name}" for name, number in sorted(self.rounds.items())]
        lines += [f"{name}: {why}" for name, why in self.not_run.items()]
        return "\n".join([*lines, f"{self.rounds.total()} rounds"])


def fuzz(seed: int) -> str:
    """Run the fuzz tests with many examples."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--hypothesis-seed={seed}", str(TESTS / "fuzz")],
        env={**os.environ, "POSTHOUSE_FUZZ_EXAMPLES": str(_FUZZ_EXAMPLES)}, check=False, capture_output=True, text=True)
    if done.returncode:
        raise AssertionError(done.stdout[-20_000:])
    return done.stdout.strip().splitlines()[-1]


def say(text: str) -> None:
    """Print at once."""
    print(text, flush=True)  # noqa: T201


def main() -> int:
    """Run rounds until the time is over, or the one that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0, help="how long (default: 10)")
    parser.add_argument("--seed", type=int, default=time.time_ns() % 2**32, help="where chance begins")
    parser.add_argument("--only", choices=[*ALL, FUZZ], help="this scenario alone, once unless --minutes is given too")
    parser.add_argument("--size", type=int, help="how long each scenario is (default: 1 to 4 at random)")
    options = parser.parse_args()
    soak = Soak()
    if options.only and "--minutes" not in " ".join(sys.argv):
        return 0 if soak.round(options.only, options.seed, options.size or 1) else 1
    chance = random.Random(options.seed)
    deadline = time.monotonic() + options.minutes * 60
    while time.monotonic() < deadline:
        names = [name for name in (*ALL, FUZZ) if name not in soak.not_run]
        name = options.only or chance.choice(names)
        if not soak.round(name, chance.randrange(2**32), options.size or chance.randint(1, _LARGEST)):
            say(soak.summary())
            return 1
    say(soak.summary())
    return 0


if __name__ == "__main__":
    sys.exit(main())
