"""Logging: plain lines to stderr. Passwords and message contents are never logged."""

from __future__ import annotations

import logging
import sys


def set_up(*, verbose: bool) -> None:
    """Log to stderr from now on; with verbose also what only a developer wants to know."""
    logging.basicConfig(
        stream=sys.stderr, level=logging.DEBUG if verbose else logging.INFO,
        format="%(asctime)s %(levelname)s %(message)s", force=True)
    # aiosmtpd logs every line that clients send; its DEBUG level would contain message bodies.
    logging.getLogger("mail.log").setLevel(logging.ERROR)
    logging.getLogger("mail.debug").setLevel(logging.ERROR)
    logging.getLogger("alembic").setLevel(logging.WARNING)
