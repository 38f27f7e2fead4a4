"""Where a mailbox lies: below the mail folder, whatever the directory says."""

from __future__ import annotations

import errno
from pathlib import Path

from posthouse_server.store.files import is_place_below
from posthouse_server.words import tr


class OutsideError(PermissionError):
    """The directory names a folder that is not below the mail folder: nothing is read or written there."""


def place_of(mail: Path, maildir: str) -> Path:
    """Return the folder of a mailbox; raises OutsideError."""
    if not is_place_below(maildir):
        raise OutsideError(errno.EACCES, tr("the directory names a folder outside the mail folder"), maildir)
    return mail / maildir
