"""The console's language: the system's where there is a translation, or the one that was chosen."""

from __future__ import annotations

import json
import logging
from enum import StrEnum
from importlib.resources import as_file, files

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, QTranslator

from posthouse_server.paths import DataFolder
from posthouse_server.words import Language, install

MEMORY = "view/language"
_CONTEXT = "Posthouse"
_log = logging.getLogger(__name__)


class Speech(StrEnum):
    """What can be chosen; the value is what is remembered, and names the catalogue."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"


NAMES = {Speech.ENGLISH: "&English", Speech.GERMAN: "&Deutsch"}
"""Each language by its own name, whatever the console speaks."""


def chosen(remembered: object) -> Speech:
    """Return what is remembered; nothing, or what this console does not know, means the system's."""
    return next((speech for speech in Speech if speech == remembered), Speech.SYSTEM)


def choose(folder: DataFolder) -> Speech:
    """Return what was chosen for this data folder, or the first of the system's languages that there is."""
    speech = chosen(QSettings(str(folder.root / "console.ini"), QSettings.Format.IniFormat).value(MEMORY))
    if speech is not Speech.SYSTEM:
        return speech
    for name in QLocale.system().uiLanguages():
        code = name.partition("-")[0]
        if code in (Speech.ENGLISH, Speech.GERMAN):
            return Speech(code)
    return Speech.ENGLISH


def speak(speech: Speech) -> Speech:
    """Show all texts in this language from now on, before modules with texts are imported; returns what is spoken.

    That is English where the catalogue can't be read: a console in another language is better than none.
    """
    if speech is Speech.ENGLISH:
        return speech
    catalogue = QTranslator()
    with as_file(files("posthouse_resources") / "translations" / f"posthouse_{speech}.qm") as path:
        is_loaded = catalogue.load(str(path))
    if not is_loaded:
        _log.error("The catalogue of %s is missing or damaged", speech)
        return Speech.ENGLISH
    locale = QLocale(str(speech))
    QLocale.setDefault(QLocale.system() if QLocale.system().language() == locale.language() else locale)
    install(Language(lambda text: catalogue.translate(_CONTEXT, text) or text, QLocale().groupSeparator(), str(speech),
                     _kept()))
    return speech


def _kept() -> tuple[str, ...]:
    """Return the texts that the store keeps in English; without them those are shown as they are kept."""
    try:
        return tuple(json.loads((files("posthouse_resources") / "translations" / "kept.json").read_text("utf-8")))
    except (OSError, ValueError) as error:
        _log.error("What the store keeps in English can't be translated: %s", error)
        return ()


def speak_in_qt(speech: Speech) -> None:
    """Show Qt's own texts (OK, Cancel, context menus) in this language too; needs the application."""
    application = QCoreApplication.instance()
    assert application is not None
    own = QTranslator(application)
    if speech is not Speech.ENGLISH and own.load(
            f"qtbase_{speech}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        QCoreApplication.installTranslator(own)
