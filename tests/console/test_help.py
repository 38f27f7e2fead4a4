"""Help: F1 and the button open the page that belongs to what is in front, with pictures of the theme that is used."""

from __future__ import annotations

import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QDialog, QPushButton, QTabWidget
from pytestqt.qtbot import QtBot

import posthouse_console
from console.robot import child, click_node, dialog, trigger
from posthouse_console.actions import Command
from posthouse_console.dialogs.open_relay_test import OpenRelayTestDialog
from posthouse_console.dialogs.preview import PreviewDialog
from posthouse_console.dialogs.revision import RevisionDialog
from posthouse_console.dialogs.suggest import SuggestRangesDialog
from posthouse_console.dialogs.way_back import WayBackDialog
from posthouse_console.dialogs.who_can_relay import WhoCanRelayDialog
from posthouse_console.main_window import MainWindow
from posthouse_console.navigation.nodes import SMTP_PATH, NodeKind
from posthouse_console.properties.dialog import PropertiesDialog
from posthouse_console.properties.smtp import pages
from posthouse_console.widgets.exposure_confirmation import ExposureConfirmation
from posthouse_console.widgets.help_browser import HelpBrowser
from posthouse_console.widgets.help_window import HelpWindow
from posthouse_console.widgets.privileged_dialog import PrivilegedDialog
from posthouse_resources import HELP_THEMES, help_folder, help_path, help_picture
from posthouse_server.store import Store

ROOT = Path(__file__).resolve().parents[2]
PICTURE = re.compile(r"<img\b[^>]*>")
FEATURES = {
    WhoCanRelayDialog: "who-can-relay", PreviewDialog: "preview", OpenRelayTestDialog: "open-relay-test",
    RevisionDialog: "history", WayBackDialog: "history", SuggestRangesDialog: "suggest-ranges",
    PrivilegedDialog: "privileged-ips", ExposureConfirmation: "smtp-relay",
}


def title(topic: str) -> str:
    found = re.search("<title>(.*)</title>", help_path(topic).read_text("utf-8"))
    assert found is not None, topic
    return found[1]


def shown_title(qtbot: QtBot) -> str:
    """Return which page is open, and close it."""
    opened = dialog(qtbot, HelpWindow)
    text = child(opened, HelpBrowser, "helpBrowser").documentTitle()
    opened.close()
    return text


def test_every_dialog_that_names_a_page_has_it() -> None:
    named: dict[str, str] = {}
    for module in pkgutil.walk_packages(posthouse_console.__path__, "posthouse_console."):
        for found in vars(importlib.import_module(module.name)).values():
            if isinstance(found, type) and isinstance(getattr(found, "help_topic", None), str) and found.help_topic:
                named[found.__name__] = found.help_topic
    assert {name: topic for name, topic in named.items() if not help_path(topic).is_file()} == {}
    assert {kind: named.get(kind.__name__) for kind in FEATURES} == FEATURES


def test_f1_opens_the_page_of_every_node(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    seen = set()
    for node in window.nodes.root.walk():
        window.navigator.go(node.path)
        seen.add(window.current_node().kind)
        topic = window.dispatch.help_topic()
        assert help_path(topic).is_file(), node
        assert topic != "index", node
    assert seen == set(NodeKind)
    click_node(qtbot, window, *SMTP_PATH)
    qtbot.keyClick(window.tree, Qt.Key.Key_F1)
    assert shown_title(qtbot) == title("who-can-relay")


def test_f1_and_the_button_open_the_page_of_every_tab(qtbot: QtBot, window: MainWindow) -> None:
    click_node(qtbot, window, *SMTP_PATH)
    trigger(window, Command.PROPERTIES)
    opened = dialog(qtbot, PropertiesDialog)
    tabs = child(opened, QTabWidget, "tabs")
    button = next(item for item in opened.findChildren(QPushButton) if item.text().replace("&", "") == "Help")
    for number, page in enumerate(pages()):
        assert tabs.tabText(number).replace("&", "") == page.title
        qtbot.mouseClick(tabs.tabBar(), Qt.MouseButton.LeftButton, pos=tabs.tabBar().tabRect(number).center())
        expected = title(page.help_topic)
        assert expected == f"SMTP Properties: {page.title}"
        opened.activateWindow()
        qtbot.waitUntil(opened.isActiveWindow)
        qtbot.keyClick(tabs, Qt.Key.Key_F1)
        assert shown_title(qtbot) == expected
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert shown_title(qtbot) == expected
    opened.reject()


@pytest.mark.parametrize(("command", "kind"), [
    (Command.WHO_CAN_RELAY, WhoCanRelayDialog), (Command.SUGGEST_RANGES, SuggestRangesDialog),
    (Command.RELAY_TEST, OpenRelayTestDialog)])
def test_a_dialog_has_a_help_button(qtbot: QtBot, window: MainWindow, command: Command, kind: type[QDialog]) -> None:
    trigger(window, command)
    opened = dialog(qtbot, kind)
    qtbot.mouseClick(child(opened, QPushButton, "helpButton"), Qt.MouseButton.LeftButton)
    assert shown_title(qtbot) == title(FEATURES[kind])
    opened.hide()
    opened.show()
    assert len(opened.findChildren(QPushButton, "helpButton")) == 1
    opened.reject()
    qtbot.waitUntil(lambda: not window.findChildren(kind))


def test_every_picture_of_the_help_is_there_in_both_themes() -> None:
    for page in sorted(help_folder().glob("*.html")):
        for tag in PICTURE.findall(page.read_text("utf-8")):
            found = re.search(r'src="images/([a-z0-9-]+)\.png"', tag)
            assert found is not None, (page.name, tag)
            assert re.search(r'alt="[^"]+"', tag), (page.name, tag)
            missing = [theme for theme in HELP_THEMES if QImage(str(help_picture(theme, found[1]))).isNull()]
            assert missing == [], (page.name, found[1])


def test_pictures_and_pages_belong_together() -> None:
    """Whoever adds a tab, a node or a dialog is told which picture is missing, and what to write where."""
    done = subprocess.run([sys.executable, "-m", "screenshots", "--check"], cwd=ROOT / "packaging", capture_output=True,
                          text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_pictures_follow_theme_and_width(qtbot: QtBot) -> None:
    browser = HelpBrowser()
    qtbot.addWidget(browser)
    browser.resize(1500, 600)
    browser.setSource(QUrl.fromLocalFile(str(help_path("bans"))))
    browser.show()
    taken = [QImage(str(help_picture(theme, "bans"))) for theme in HELP_THEMES]
    corner = [image.pixelColor(5, image.height() // 2).lightness() for image in taken]
    assert corner[0] > 128 > corner[1], "the pictures themselves are light and dark"

    def drawn() -> QImage:
        image = browser.document().resource(2, QUrl.fromLocalFile(str(help_folder() / "images" / "bans.png")))
        assert isinstance(image, QImage)
        return image

    qtbot.waitUntil(lambda: drawn().width() == taken[0].width())
    for ground, expected in ((Qt.GlobalColor.black, corner[1]), (Qt.GlobalColor.white, corner[0])):
        palette = browser.palette()
        palette.setColor(QPalette.ColorRole.Base, ground)
        browser.setPalette(palette)
        qtbot.waitUntil(lambda expected=expected: drawn().pixelColor(5, drawn().height() // 2).lightness() == expected)
    browser.resize(500, 600)
    qtbot.waitUntil(lambda: drawn().width() < browser.viewport().width())
    qtbot.waitUntil(lambda: browser.horizontalScrollBar().maximum() == 0)
