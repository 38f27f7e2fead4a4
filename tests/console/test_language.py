"""The console's language: chosen in the menu View, remembered, and spoken from the next start on, Qt's own buttons included."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from console.robot import answer, child
from posthouse_console.language import MEMORY, Speech, choose, speak
from posthouse_console.main_window import MainWindow
from posthouse_console.service.backend_branch import BackendBranch
from posthouse_server.paths import DataFolder
from posthouse_server.store import Store

NAMES = {Speech.SYSTEM: "languageSystem", Speech.ENGLISH: "languageEnglish", Speech.GERMAN: "languageGerman"}
START = """
import json, sys
from pathlib import Path
from posthouse_console.language import choose, speak, speak_in_qt
from posthouse_server.paths import data_folder
folder = data_folder(Path(sys.argv[1]))
speech = speak(choose(folder))
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
application = QApplication([])
speak_in_qt(speech)
from posthouse_console.main_window import MainWindow
from posthouse_console.models.history_rows import HistoryModel
from posthouse_console.properties.smtp import pages
from posthouse_console.service.backend import Backend
from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_server.store import Store
from posthouse_server.words import tr
with Store(folder) as store:
    backend = Backend(store)
    window = MainWindow(backend)
    first = store.settings.history()[-1]
    box = button_box(Button.Ok | Button.Cancel | Button.Apply)
    print(json.dumps({
        "menus": [action.text() for action in window.menuBar().actions()],
        "commands": {action.objectName(): action.text() for action in window.actions_by_command.all()},
        "tabs": [page.title for page in pages()],
        "buttons": [box.button(which).text() for which in (Button.Cancel, Button.Apply)],
        "number": QLocale().toString(1234567),
        "grouped": f"{tr('{number:,}', number=1234567)}",
        "kept": first.summary,
        "shown": HistoryModel.COLUMNS[3].text(first),
    }))
    backend.close()
"""


def click(qtbot: QtBot, menu: QMenu, action: QAction) -> None:
    """Click an entry of a menu that is open."""
    qtbot.mouseMove(menu, menu.actionGeometry(action).center())
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def open_languages(qtbot: QtBot, window: MainWindow) -> QMenu:
    """Open View > Language, by a click and its letter."""
    bar, view = window.menuBar(), child(window, QMenu, "viewMenu")
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(view.menuAction()).center())
    qtbot.waitUntil(view.isVisible)
    languages = child(view, QMenu, "languageMenu")
    qtbot.keyClick(view, Qt.Key.Key_A)
    qtbot.waitUntil(languages.isVisible)
    return languages


def choose_by_clicks(qtbot: QtBot, window: MainWindow, speech: Speech) -> None:
    menu = open_languages(qtbot, window)
    click(qtbot, menu, child(window, QAction, NAMES[speech]))
    qtbot.waitUntil(lambda: not menu.isVisible())


def ticked(window: MainWindow) -> list[Speech]:
    return [speech for speech, name in NAMES.items() if child(window, QAction, name).isChecked()]


def kept(store: Store) -> object:
    return QSettings(str(store.folder.root / "console.ini"), QSettings.Format.IniFormat).value(MEMORY)


def remember(root: Path, speech: str) -> None:
    root.mkdir(exist_ok=True)
    (root / "console.ini").write_text(f"[view]\nlanguage={speech}\n", "utf-8")


def test_a_language_is_chosen_and_kept(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    assert (ticked(window), kept(store)) == ([Speech.SYSTEM], None)
    choose_by_clicks(qtbot, window, Speech.GERMAN)
    assert "when it is opened the next time" in answer(qtbot, "OK")
    assert (ticked(window), kept(store), choose(store.folder)) == ([Speech.GERMAN], "de", Speech.GERMAN)
    choose_by_clicks(qtbot, window, Speech.SYSTEM)
    answer(qtbot, "OK")
    assert (ticked(window), kept(store)) == ([Speech.SYSTEM], "system")


def test_the_same_once_more_is_no_choice(qtbot: QtBot, window: MainWindow, store: Store) -> None:
    choose_by_clicks(qtbot, window, Speech.SYSTEM)
    assert window.findChildren(QMessageBox) == []
    assert (ticked(window), kept(store)) == ([Speech.SYSTEM], None)


def test_each_language_has_its_own_name(qtbot: QtBot, window: MainWindow) -> None:
    menu = open_languages(qtbot, window)
    assert [action.text().replace("&", "") for action in menu.actions()] == ["Follow the System", "English", "Deutsch"]
    menu.hide()


def test_other_windows_tick_it_too(qtbot: QtBot, window: MainWindow) -> None:
    extra = MainWindow(BackendBranch(window._backend), root=())
    qtbot.addWidget(extra)
    choose_by_clicks(qtbot, window, Speech.GERMAN)
    answer(qtbot, "OK")
    child(extra, QMenu, "viewMenu").aboutToShow.emit()
    assert ticked(extra) == [Speech.GERMAN]


def test_a_language_that_is_not_known_is_the_systems(store: Store, open_window: Callable[[], MainWindow]) -> None:
    remember(store.folder.root, "fr")
    assert ticked(open_window()) == [Speech.SYSTEM]


@pytest.mark.parametrize(("remembered", "system", "expected"), [
    ("en", ["de-DE", "de"], Speech.ENGLISH),
    ("de", ["en-US", "en"], Speech.GERMAN),
    ("system", ["de-AT", "de", "en-US"], Speech.GERMAN),
    ("", ["fr-CH", "fr", "de-CH", "en"], Speech.GERMAN),
    ("fr", ["fr-FR", "en-GB", "de"], Speech.ENGLISH),
    ("", ["ja-JP"], Speech.ENGLISH),
    ("", [], Speech.ENGLISH),
])
def test_which_language_is_spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, remembered: str, system: list[str],
                                  expected: Speech) -> None:
    if remembered:
        remember(tmp_path, remembered)

    class Locale(QLocale):
        def uiLanguages(self, _separator: object = None) -> list[str]:
            return system

    monkeypatch.setattr("posthouse_console.language.QLocale.system", lambda: Locale())
    assert choose(DataFolder(tmp_path)) is expected


_PLAIN = {"QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8", "LANG": "C.UTF-8", "LANGUAGE": "", "LC_ALL": "",
          "LC_NUMERIC": "", "LC_MESSAGES": ""}
"""Whatever country the tests are run in."""


def start(root: Path, **environment: str) -> dict[str, Any]:
    """Start a console in a process of its own, and return what it shows."""
    done = subprocess.run([sys.executable, "-c", START, root], capture_output=True, encoding="utf-8", check=False, timeout=120,
                          env={**os.environ, **_PLAIN, **environment})
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_the_next_console_speaks_german(tmp_path: Path) -> None:
    remember(tmp_path, "de")
    shown = start(tmp_path)
    assert [text.replace("&", "") for text in shown["menus"]] == [
        "Datei", "Aktion", "Ansicht", "Favoriten", "Fenster", "Hilfe"]
    assert len({text.partition("&")[2][0].lower() for text in shown["menus"]}) == 6
    commands = {name: text.replace("&", "") for name, text in shown["commands"].items()}
    assert commands["actionNewMailbox"] == "Neues Postfach…"
    assert commands["actionRefresh"] == "Aktualisieren"
    assert [text.replace("&", "") for text in shown["buttons"]] == ["Abbrechen", "Übernehmen"]
    assert {"Allgemein", "Zustellung", "Smarthost"} <= set(shown["tabs"])
    assert (shown["number"], shown["grouped"]) == ("1.234.567", "1.234.567")
    assert (shown["kept"], shown["shown"]) == ("Installed defaults", "Standardwerte installiert")


def test_the_next_console_speaks_english_on_a_german_system(tmp_path: Path) -> None:
    remember(tmp_path, "en")
    shown = start(tmp_path, LANG="de_DE.UTF-8", LANGUAGE="de", LC_ALL="")
    assert shown["menus"] == ["&File", "&Action", "&View", "Favo&rites", "&Window", "&Help"]
    assert [text.replace("&", "") for text in shown["buttons"]] == ["Cancel", "Apply"]
    assert shown["grouped"] == "1,234,567"


def test_a_german_console_groups_numbers_as_its_country_does(tmp_path: Path) -> None:
    remember(tmp_path, "de")
    shown = start(tmp_path, LANG="de_CH.UTF-8", LANGUAGE="", LC_ALL="", LC_NUMERIC="")
    assert shown["menus"][0] == "&Datei"
    assert shown["number"] == shown["grouped"]


def test_without_its_catalogue_the_console_speaks_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                          caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr("posthouse_console.language.files", lambda _package: tmp_path)
    assert speak(Speech.GERMAN) is Speech.ENGLISH
    assert "The catalogue of de is missing or damaged" in caplog.text
