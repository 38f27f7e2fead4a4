"""The command `posthouse`: opens the console."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def main() -> int:
    """Parse the arguments and run; returns the exit code. What Qt understands (such as -style) is left to Qt."""
    parser = argparse.ArgumentParser(prog="posthouse", description="The Posthouse console.")
    parser.add_argument("--data-dir", type=Path, metavar="DIR",
                        help="the data folder (default: POSTHOUSE_DATA_DIR, else the system's usual place)")
    arguments, for_qt = parser.parse_known_args()
    # Imported here, so that --help answers without waiting for Qt; and the language first, before anything with texts.
    from posthouse_console.language import choose, speak
    from posthouse_server.paths import data_folder

    speech = speak(choose(data_folder(arguments.data_dir)))
    from posthouse_console.application import run

    return run(for_qt, arguments.data_dir, speech)


if __name__ == "__main__":
    sys.exit(main())
