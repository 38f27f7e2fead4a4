"""The program posthouse-server: signals and arguments."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from posthouse_server import __version__
from posthouse_server.signals import StopRequest


def main() -> None:
    """Run the server in the foreground and exit with its code."""
    stop = StopRequest()
    stop.catch()
    parser = argparse.ArgumentParser(prog="posthouse-server", description="The Posthouse SMTP relay server.")
    parser.add_argument("--data-dir", type=Path, help="the data folder (default: POSTHOUSE_DATA_DIR, else the usual place)")
    parser.add_argument("--verbose", action="store_true", help="log details for developers too")
    parser.add_argument("--version", action="version", version=f"posthouse-server {__version__}")
    arguments = parser.parse_args()

    # Only now: these imports take half a second, in which a signal would be a traceback or leave no trace at all.
    from posthouse_server import log
    from posthouse_server.paths import data_folder
    from posthouse_server.program import run

    log.set_up(verbose=arguments.verbose)
    sys.exit(run(data_folder(arguments.data_dir), stop))


if __name__ == "__main__":
    main()
