"""The pictures of System and of Back Up and Restore: what would show this computer is made up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QMainWindow

from posthouse_console.actions import Command
from posthouse_console.dialogs.autostart import AutostartDialog
from posthouse_console.dialogs.backup import BackupDialog
from posthouse_console.dialogs.restore import RestoreDialog
from posthouse_console.navigation.nodes import DIAGNOSE_PATH, SERVICES_PATH
from posthouse_server.autostart.linux import SystemdStarter
from posthouse_server.autostart.plan import Answer
from posthouse_server.backup import sealing
from posthouse_server.backup.making import make
from posthouse_server.diagnose import catalogue
from posthouse_server.diagnose.finding import Verdict, good, note, warning
from posthouse_server.diagnose.running import Check
from posthouse_server.diagnose.subject import Subject
from posthouse_server.paths import DataFolder
from posthouse_server.settings import set_paths
from screenshots.demo import ANNA

if TYPE_CHECKING:
    from screenshots.desk import Desk

_FOUND: dict[str, Verdict] = {
    "server": good("It has run since 2026-05-10 08:00 (process 2071), and obeys revision 31."),
    "listeners": good("127.0.0.1:2525 and 10.0.0.5:25 greet as it should be."),
    "network": good("It answers at 10.0.0.5:25 too. Whether a firewall lets other computers through only they can tell."),
    "dns": good("10.0.0.1 answers."),
    "host_name": warning("mail.example.com leads to 203.0.113.9, but 203.0.113.9 does not lead back to that name.",
                         "Ask the provider of the Internet connection to set the PTR record of the address to "
                         "mail.example.com."),
    "mx": note("Mail from the Internet does not come here for example.com (mx.provider.example).",
               "That is right where this server only relays. Otherwise let the MX record name this server."),
    "smart_host": good("smtp.provider.example:587 answers, encrypted, and accepts the login of relay@example.com."),
    "relay": good("2026-05-13 09:12, revision 31: Closed: none of 212 attempts lets a stranger relay."),
    "certificate": warning("It ends on 2026-05-25, in 12 days.", "Make a new one, or load yours: SMTP Properties, Inbound, "
                                                                 "Certificate…"),
}
_FOLDER = DataFolder(Path("/var/lib/posthouse"))


class _MadeUpStarter(SystemdStarter):
    """systemd on a computer that nobody has."""

    def __init__(self) -> None:
        super().__init__(_FOLDER, lambda _command: Answer(0, ""), is_root=True,
                         units=Path("/etc/systemd/system"), is_booted=True)

    @property
    def owner(self) -> str:
        """Return a user of its own."""
        return "posthouse"

    @property
    def command(self) -> list[str]:
        """Return what an installed program is called."""
        return ["/usr/bin/posthouse-server", "--data-dir", str(_FOLDER.root)]


def diagnose(desk: Desk) -> QMainWindow:
    """Return the node with some findings of each kind."""
    catalogue.CHECKS = tuple(Check(check.key, check.title, _look(check.key), check.question) for check in catalogue.CHECKS
                             if check.question or check.key in _FOUND)
    window = desk.go(DIAGNOSE_PATH)
    desk.wait(lambda: desk.window.pane.diagnose.copy_button.isEnabled(), "all findings")
    return window


def _look(key: str) -> Callable[[Subject], Verdict]:
    return lambda _subject: _FOUND[key]


def services(desk: Desk) -> QMainWindow:
    """Return the node; process, memory and folders would differ everywhere."""
    desk.window.services.model.starter_of = lambda _folder: _MadeUpStarter()
    window = desk.go(SERVICES_PATH)
    model, pane = desk.window.services.model, desk.window.pane.services
    desk.wait(lambda: model.seen is not None, "the first look")
    desk.settle()
    model.blockSignals(True)
    for title, text in (("Process", "2071"), ("User", "posthouse"), ("Memory", "58 MiB"), ("Data folder", str(_FOLDER.root)),
                        ("Logs", str(_FOLDER.logs))):
        pane.values[title].setText(text)
    return window


def autostart(desk: Desk) -> AutostartDialog:
    """Return the dialog with a unit of the system."""
    desk.window.services.model.starter_of = lambda _folder: _MadeUpStarter()
    desk.go(SERVICES_PATH)
    desk.window.pane.services.switch_wanted.emit(True)
    dialog = desk.dialog(AutostartDialog)
    desk.wait(dialog.ok_button.isEnabled, "the plan")
    return dialog


def backup(desk: Desk) -> BackupDialog:
    """Return the dialog with a passphrase."""
    desk.trigger(Command.BACK_UP)
    dialog = desk.dialog(BackupDialog)
    dialog.file.line.setText("/home/anna/posthouse-2026-05-13.posthouse-backup")
    dialog.secrets.click()
    _type((dialog.passphrase, dialog.again), "correct horse")
    return dialog


def _type(fields: Sequence[QLineEdit], text: str) -> None:
    for field in fields:
        field.setText(text)


def restore(desk: Desk) -> RestoreDialog:
    """Return the dialog after a look into a backup; nothing is brought back."""
    sealing._N = 2**4  # the picture shows no passphrase
    store, path = desk.store, Path(mkdtemp()) / "monday.posthouse-backup"
    make(store, path, "correct horse")
    store.settings.change(lambda old: set_paths(old, {"smtp.inbound.max_connections": 250}), ANNA)
    desk.trigger(Command.RESTORE)
    dialog = desk.dialog(RestoreDialog)
    dialog.file.show_path(path)
    desk.wait(dialog.ok_button.isEnabled, "a look into the backup")
    dialog.file.line.blockSignals(True)
    dialog.file.line.setText("/home/anna/monday.posthouse-backup")
    dialog.file.line.setCursorPosition(0)
    return dialog
