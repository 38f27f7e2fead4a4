"""One theme's pictures, one after another, in one process; or a look at what there is."""

from __future__ import annotations

import os
import platform
import random
import socket
import sys
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from posthouse_resources import help_picture
from posthouse_server.paths import DataFolder
from posthouse_server.store import Store
from screenshots import small_png
from screenshots import theme as themes
from screenshots.check import faults
from screenshots.demo import NAMES, fill, run_server
from screenshots.demo_directory import fill_mailbox
from screenshots.desk import Desk, PictureError
from screenshots.fixed_clock import set_back
from screenshots.table import Shot, shots


def demonstrate(attacked: Path, folder: Path) -> int:
    """Make the demonstration's data folder, with the tests that a real server has made; returns the exit code."""
    set_back(days=41)
    os.urandom = random.Random(2026).randbytes  # noqa: S311 - the same salts, and so the same digests, in every run
    with Store(DataFolder(attacked)) as server, Store(DataFolder(folder)) as store:
        fill(store, server.relay_tests.list())
        fill_mailbox(store, DataFolder(folder).mail)
    return 0


def take_theme(folder: Path, theme: str, only: list[str]) -> int:
    """Take the pictures of a theme on this copy of the demonstration; returns the exit code."""
    _stand_still()
    application = _application(themes.Theme(theme))
    wanted = shots()
    if unknown := set(only) - {shot.name for shot in wanted}:
        print(f"There is no picture called {', '.join(sorted(unknown))}; --list prints the names.")
        return 1
    with Store(DataFolder(folder)) as store:
        run_server(store)
        desk = Desk(application, store)
        failed = [shot.name for shot in wanted if (not only or shot.name in only) and not _take(desk, shot, theme)]
        desk.close()
    if failed:
        print(f"Not taken ({theme}): {', '.join(failed)}")
    return 1 if failed else 0


def report(*, is_list: bool) -> int:
    """Print the names, or what does not belong together; returns the exit code."""
    _application(themes.Theme.LIGHT)
    names = [shot.name for shot in shots()]
    found = [] if is_list else faults(names)
    for line in names if is_list else found:
        print(line)
    if not is_list and not found:
        print(f"{len(names)} pictures in each theme, each shown by a help page.")
    return 1 if found else 0


def _take(desk: Desk, shot: Shot, theme: str) -> bool:
    try:
        picture = desk.picture(shot.scene(desk))
        path = help_picture(theme, shot.name)
        small_png.save(picture, path)
    except (PictureError, OSError) as error:
        print(f"{theme}/{shot.name}: {error}.")
        return False
    finally:
        desk.close_dialogs()
    print(f"{theme}/{shot.name}: {picture.width()} x {picture.height()}, {path.stat().st_size / 1024:.0f} KiB", flush=True)
    return True


def _application(theme: themes.Theme) -> QApplication:
    application = QApplication([sys.argv[0]])
    application.setApplicationName("Posthouse")
    application.setCursorFlashTime(0)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    themes.use(application, theme)
    return application


def _stand_still() -> None:
    """Answer as the demonstration's computer and its name server would."""
    def name_of(place: tuple[str, int], _flags: int) -> tuple[str, str]:
        if place[0] not in NAMES:
            raise socket.gaierror(socket.EAI_NONAME, "no name")
        return NAMES[place[0]], "0"

    socket.getnameinfo = name_of  # type: ignore[assignment]  # the console gives an address and a port
    platform.node = lambda: "desk-3"
