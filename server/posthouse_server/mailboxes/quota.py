"""Whether a mailbox has room for a message, and the replies where it has not (RFC 3463: X.2.2, mailbox full)."""

from __future__ import annotations

from pathlib import Path

from posthouse_server.mailboxes.usage import usage_of

MAILBOX_FULL = "452 4.2.2 The mailbox is full; try again later"
"""Its owner may tidy up: the sender's server tries again."""
OVER_QUOTA = "552 5.2.2 The message is larger than the mailbox may hold"


def refusal(maildir: Path, quota_kb: int, size: int, coming: int = 0) -> str:
    """Return the reply that refuses a message of this size (bytes), "" where there is room. Blocks; raises OSError.

    `coming` bytes are on their way into the mailbox at this moment.
    """
    quota = quota_kb * 1024
    if not quota:
        return ""
    if size > quota:
        return OVER_QUOTA
    used = usage_of(maildir).size + coming
    return MAILBOX_FULL if used >= quota or used + size > quota else ""
