"""Where things live: the data folder and the files in it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

ENVIRONMENT_VARIABLE = "POSTHOUSE_DATA_DIR"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The data folder of one server, and the names inside it."""

    root: Path

    @property
    def settings_db(self) -> Path:
        """What people want: settings, directory, desired state."""
        return self.root / "settings.db"

    @property
    def spool_db(self) -> Path:
        """What was promised: messages accepted and not yet delivered."""
        return self.root / "spool.db"

    @property
    def traffic_db(self) -> Path:
        """What happened: decisions, attempts, nodes."""
        return self.root / "traffic.db"

    @property
    def spool(self) -> Path:
        """The folder of large message bodies."""
        return self.root / "spool"

    @property
    def mail(self) -> Path:
        """The folder of the mailboxes (Maildir)."""
        return self.root / "mail"

    @property
    def logs(self) -> Path:
        """The folder of log files."""
        return self.root / "logs"

    @property
    def backups(self) -> Path:
        """Copies of the databases made before a migration."""
        return self.root / "backups"

    @property
    def certificate(self) -> Path:
        """The self-signed certificate with its key (PEM)."""
        return self.root / "tls" / "self-signed.pem"

    @property
    def lock(self) -> Path:
        """The file whose lock keeps a second server out."""
        return self.root / "server.lock"

    def create(self) -> None:
        """Make the folder, readable by its owner alone; on Windows the folder inherits the profile's rights.

        One that holds other things already keeps its mode: root may have named /tmp.
        """
        self.root.mkdir(parents=True, exist_ok=True)
        if os.name != "nt" and self.root.stat().st_uid == os.getuid() and not any(self.root.iterdir()):
            self.root.chmod(0o700)
        for folder in (self.spool, self.mail, self.logs):
            folder.mkdir(exist_ok=True)


def data_folder(argument: Path | None = None) -> DataFolder:
    """Return the folder named by the argument, else by POSTHOUSE_DATA_DIR, else the system's usual place."""
    named = argument or os.environ.get(ENVIRONMENT_VARIABLE)
    root = Path(named) if named else platformdirs.user_data_path("posthouse", appauthor=False)
    return DataFolder(root.expanduser().absolute())
