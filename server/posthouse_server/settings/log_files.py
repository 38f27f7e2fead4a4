"""Settings of tab Logging."""

from __future__ import annotations

from posthouse_server.settings.section import Section, setting
from posthouse_server.settings.values import FolderOrEmpty
from posthouse_server.words import tr

_FOLDER = tr("A folder on the server's computer, by its full path; empty: logs in the data folder.")


class Logging(Section):
    """SMTP Properties, tab Logging."""

    activity_enabled: bool = setting(
        False, "Enable the Activity log", "Each command with its reply, in MailEnable's twelve columns. Never a password.")
    activity_directory: FolderOrEmpty = setting("", "Activity log directory", _FOLDER)
    w3c_enabled: bool = setting(
        False, "Enable the W3C log", "The same in the W3C extended format, which log analysers read. Never a password.")
    w3c_directory: FolderOrEmpty = setting("", "W3C log directory", _FOLDER)
    debug_enabled: bool = setting(
        False, "Enable the Debug log",
        "How each recipient was judged, in MailEnable's words, and what the server says of itself.")
    debug_directory: FolderOrEmpty = setting("", "Debug log directory", _FOLDER)
    file_megabytes: int = setting(
        100, "Begin a new file at", "In megabytes. Each day has files of its own in any case.", ge=1, le=100_000)
    keep_days: int = setting(30, "Keep files for", "In days; 0 means for ever.", ge=0, le=36_500)
    keep_megabytes: int = setting(
        1000, "Keep of each log at most", "In megabytes; the oldest files go first. 0 means any number.", ge=0, le=10_000_000)

    @property
    def logs(self) -> tuple[tuple[str, bool, str], ...]:
        """Return name, whether it is on, and directory of each log."""
        return (("activity", self.activity_enabled, self.activity_directory), ("w3c", self.w3c_enabled, self.w3c_directory),
                ("debug", self.debug_enabled, self.debug_directory))
