"""Light and dark: chosen, remembered, and legible in every text, box and focus."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from console.robot import child
from posthouse_console.appearance import Theme, appearance
from posthouse_console.main_window import MainWindow
from posthouse_console.service.memory import Memory
from posthouse_console.widgets.contrast import SHAPE, TEXT, TEXTS, Group, Role, contrast, mend, readable, solid
from posthouse_console.widgets.exposure_label import ExposureLabel
from posthouse_console.widgets.hint import HintLabel, Notice
from posthouse_console.widgets.message_bar import MessageBar
from posthouse_console.widgets.selection import soften_selection
from posthouse_console.widgets.visible_style import VisibleStyle
from posthouse_server.policy.exposure import Level
from posthouse_server.store import Store

BOTH = pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])


@pytest.fixture(autouse=True)
def as_the_system_has_it(qapp: QApplication) -> Iterator[None]:
    """Leave the other tests the usual colours."""
    yield
    appearance().use(Theme.SYSTEM)
    qapp.setPalette(QPalette())


def colour(widget: QWidget, role: QPalette.ColorRole, group: QPalette.ColorGroup = Group.Active) -> QColor:
    return widget.palette().color(group, role)


@BOTH
@pytest.mark.parametrize("group", [Group.Active, Group.Inactive])
def test_every_text_can_be_read_on_its_ground(qapp: QApplication, theme: Theme, group: QPalette.ColorGroup) -> None:
    appearance().use(theme)
    palette = qapp.palette()
    for role, grounds in (*TEXTS, (Role.HighlightedText, (Role.Highlight,))):
        for ground in grounds:
            below = palette.color(group, ground)
            assert contrast(solid(palette.color(group, role), below), below) >= TEXT, (role, ground)
    for ground in (Role.Window, Role.Base):
        assert contrast(palette.color(group, Role.Accent), palette.color(group, ground)) >= SHAPE, ground
    is_dark = palette.color(Role.Window).lightness() < 128
    assert is_dark is (theme is Theme.DARK)


@BOTH
def test_hints_notices_and_bars_can_be_read(qtbot: QtBot, theme: Theme) -> None:
    appearance().use(theme)
    window = QWidget()
    qtbot.addWidget(window)
    hint, notice, bar = HintLabel("A hint"), Notice(), MessageBar()
    for part in (hint, notice, bar):
        part.setParent(window)
    window.show()
    qtbot.waitExposed(window)
    for ground in (Role.Window, Role.Base):
        assert contrast(colour(hint, Role.WindowText), colour(window, ground)) >= TEXT
    assert contrast(colour(notice, Role.WindowText), colour(window, Role.Window)) >= TEXT
    for ground in (Role.Base, Role.Midlight):
        assert contrast(colour(bar, Role.WindowText), colour(bar, ground)) >= TEXT


@BOTH
@pytest.mark.parametrize("level", list(Level))
def test_the_exposure_can_be_read_on_its_tint(qtbot: QtBot, theme: Theme, level: Level) -> None:
    appearance().use(theme)
    window = QWidget()
    qtbot.addWidget(window)
    label = ExposureLabel()
    label.setParent(window)
    window.show()
    label._level = level
    label._tint()
    assert contrast(colour(label, Role.WindowText), colour(label, Role.Window)) >= TEXT


@BOTH
@pytest.mark.parametrize("group", [Group.Active, Group.Inactive])
def test_selected_rows_can_be_read(qtbot: QtBot, theme: Theme, group: QPalette.ColorGroup) -> None:
    appearance().use(theme)
    view = QListWidget()
    qtbot.addWidget(view)
    soften_selection(view)
    assert contrast(colour(view, Role.HighlightedText, group), colour(view, Role.Highlight, group)) >= TEXT


def strongest(picture: QImage, ground: QColor) -> float:
    return max(contrast(picture.pixelColor(x, y), ground) for x in range(picture.width()) for y in range(picture.height()))


@pytest.fixture
def visible_style(qapp: QApplication) -> Iterator[VisibleStyle]:
    style = VisibleStyle()
    yield style
    style.deleteLater()


@BOTH
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_an_empty_box_can_be_seen(qtbot: QtBot, visible_style: VisibleStyle, theme: Theme,
                                  kind: type[QCheckBox] | type[QRadioButton]) -> None:
    appearance().use(theme)
    box = kind()
    qtbot.addWidget(box)
    box.setStyle(visible_style)
    box.show()
    qtbot.waitExposed(box)
    assert strongest(box.grab().toImage(), colour(box, Role.Window)) >= SHAPE * 0.9  # round ones are smoothed


@BOTH
def test_an_empty_box_in_a_list_can_be_seen(qtbot: QtBot, visible_style: VisibleStyle, theme: Theme) -> None:
    appearance().use(theme)
    view = QListWidget()
    qtbot.addWidget(view)
    view.setStyle(visible_style)
    item = QListWidgetItem("", view)
    item.setCheckState(Qt.CheckState.Unchecked)
    view.show()
    qtbot.waitExposed(view)
    assert strongest(view.viewport().grab().toImage(), colour(view, Role.Base)) >= SHAPE * 0.95


@BOTH
@pytest.mark.parametrize("kind", [QPushButton, QCheckBox, QLineEdit])
def test_the_focus_can_be_seen(qtbot: QtBot, visible_style: VisibleStyle, theme: Theme, kind: type[QWidget]) -> None:
    appearance().use(theme)
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyle(visible_style)
    other, tried = QLineEdit(window), kind(window)
    tried.setGeometry(10, 40, 120, 30)
    tried.setStyle(visible_style)
    window.show()
    qtbot.waitExposed(window)
    other.setFocus(Qt.FocusReason.TabFocusReason)
    window.activateWindow()
    qtbot.waitUntil(other.hasFocus)
    before = tried.grab().toImage()
    qtbot.keyClick(other, Qt.Key.Key_Tab)
    qtbot.waitUntil(tried.hasFocus)
    after = tried.grab().toImage()
    accent = colour(tried, Role.Accent)
    changed = [after.pixelColor(x, y) for x in range(after.width()) for y in range(after.height())
               if after.pixel(x, y) != before.pixel(x, y)]
    assert min(contrast(pixel, accent) for pixel in changed) < 1.1
    assert max(contrast(pixel, colour(tried, Role.Window)) for pixel in changed) >= SHAPE * 0.95


def test_a_theme_is_chosen_live_and_remembered(qtbot: QtBot, store: Store, open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    themes = {name: child(window, QAction, f"theme{name}") for name in ("System", "Light", "Dark")}
    assert themes["System"].isChecked()
    themes["Dark"].trigger()
    qtbot.waitUntil(lambda: colour(window.pane.list, Role.Base).lightness() < 128)
    assert themes["Dark"].isChecked()
    assert not themes["System"].isChecked()
    appearance().use(Theme.LIGHT)
    assert themes["Light"].isChecked()
    appearance().recall(Memory(store.folder))
    assert appearance().theme is Theme.DARK
    themes["System"].trigger()
    qtbot.waitUntil(lambda: colour(window.pane.list, Role.Base).lightness() > 128)


def test_selected_rows_follow_the_theme(qtbot: QtBot, window: MainWindow) -> None:
    for theme in (Theme.DARK, Theme.LIGHT, Theme.DARK):
        appearance().use(theme)
        for view in (window.tree, window.pane.list):
            qtbot.waitUntil(lambda: (colour(view, Role.Highlight).lightness() < 128) is (theme is Theme.DARK))  # noqa: B023
            assert contrast(colour(view, Role.HighlightedText), colour(view, Role.Highlight)) >= TEXT


def test_a_theme_that_is_not_known_is_the_systems(store: Store, qapp: QApplication) -> None:
    memory = Memory(store.folder)
    memory.keep("view/theme", "sepia")
    appearance().recall(memory)
    assert appearance().theme is Theme.SYSTEM


def test_colours_of_a_system_that_can_be_read_stay(qapp: QApplication) -> None:
    good = QPalette()
    for role, grounds in TEXTS:
        good.setColor(role, QColor("black"))
        for ground in grounds:
            good.setColor(ground, QColor("white"))
    good.setColor(Role.Highlight, QColor("#003366"))
    good.setColor(Role.HighlightedText, QColor("white"))
    good.setColor(Role.Accent, QColor("#003366"))
    assert mend(good).resolveMask() == 0


@pytest.mark.parametrize("ground", ["#000000", "#323232", "#767676", "#efefef", "#ffffff"])
def test_a_readable_colour_is_found_on_any_ground(ground: str) -> None:
    for start in ("#808080", "#ff0000", "#0000ff", "#ffff00"):
        assert contrast(readable(QColor(start), [QColor(ground)], TEXT), QColor(ground)) >= TEXT
