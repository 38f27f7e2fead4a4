"""A real store in a temporary folder, a keyring in memory, and the dialog over them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backend import KeyringBackend
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialogButtonBox, QGroupBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from posthouse_console.properties.dialog import PropertiesDialog
from posthouse_console.properties.smtp import pages
from posthouse_console.service.background import Background
from posthouse_console.service.settings_model import SettingsModel
from posthouse_server.paths import DataFolder
from posthouse_server.secrets import Secrets
from posthouse_server.settings import get_path, set_paths
from posthouse_server.store import Store

Button = QDialogButtonBox.StandardButton


class MemoryKeyring(KeyringBackend):
    """Keeps secrets in a dictionary."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.secrets: dict[str, str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.secrets.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.secrets[username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.secrets[username]


@pytest.fixture
def memory_keyring() -> Iterator[MemoryKeyring]:
    before, backend = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path)


@pytest.fixture
def store(folder: DataFolder) -> Iterator[Store]:
    with Store(folder) as store:
        yield store


@pytest.fixture
def model(qtbot: QtBot, store: Store, folder: DataFolder, memory_keyring: MemoryKeyring) -> Iterator[SettingsModel]:
    background = Background()
    model = SettingsModel(store, Secrets(folder), background)
    yield model
    assert background.wait()


class Console:
    """The open dialog as a user has it before him, and the store behind it."""

    def __init__(self, qtbot: QtBot, dialog: PropertiesDialog, model: SettingsModel, store: Store) -> None:
        self.qtbot, self.dialog, self.model, self.store = qtbot, dialog, model, store

    def find(self, name: str, kind: type[Any] = QWidget, inside: QWidget | None = None) -> Any:
        found = (inside or self.dialog).findChild(kind, name)
        assert found is not None, name
        return found

    def bring(self, title: str) -> None:
        titles = [self.dialog.tabs.tabText(number) for number in range(self.dialog.tabs.count())]
        self.dialog.tabs.setCurrentIndex(titles.index(title))

    def click(self, widget: QWidget) -> None:
        place = widget.rect().center() if isinstance(widget, QPushButton) else _inside_the_box(widget)
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)  # type: ignore[no-untyped-call]

    @property
    def page(self) -> Any:
        return self.dialog.tabs.front()

    def button(self, which: Button) -> QPushButton:
        return self.find("", QDialogButtonBox).button(which)  # type: ignore[no-any-return]

    def press(self, which: Button) -> None:
        assert self.button(which).isEnabled()
        self.click(self.button(which))

    def apply(self) -> None:
        with self.qtbot.waitSignal(self.model.saved):
            self.press(Button.Apply)
        self.qtbot.waitUntil(lambda: self.button(Button.Ok).isEnabled())

    def value(self, path: str) -> Any:
        return get_path(self.store.settings.load().settings, path)

    def change(self, **values: Any) -> None:
        """Save as somebody else does; the dialog does not know yet."""
        plain = {path.replace("__", "."): value for path, value in values.items()}
        self.store.settings.change(lambda settings: set_paths(settings, plain), "jana@office (posthousectl)")

    def notice(self) -> None:
        """Let the console notice what others saved."""
        with self.qtbot.waitSignal(self.model.changed):
            self.model.reload()

    def act(self, caption: str) -> None:
        button = next(button for button in self.dialog.message.buttons() if button.text().replace("&", "") == caption)
        self.click(button)

    def ok_of(self, dialog: QWidget) -> QPushButton:
        box = dialog.findChild(QDialogButtonBox, options=Qt.FindChildOption.FindDirectChildrenOnly)
        assert isinstance(box, QDialogButtonBox)
        return box.button(Button.Ok)

    def popup(self, kind: type[Any]) -> Any:
        """Return the sub-dialog that is open in front."""
        found = [child for child in self.dialog.findChildren(kind) if child.isVisible()]
        assert len(found) == 1, found
        return found[0]


def _inside_the_box(widget: QWidget) -> QPoint:
    """Return where the box of a check box or of a group box is."""

    return QPoint(10, 8) if isinstance(widget, QGroupBox) else QPoint(8, widget.height() // 2)


@pytest.fixture
def console(qtbot: QtBot, model: SettingsModel, store: Store) -> Callable[[], Console]:
    """Open the dialog on what the store then holds."""
    def open_dialog() -> Console:
        newest = store.settings.load().newest.number
        model.reload()
        qtbot.waitUntil(lambda: model.loaded is not None and model.loaded.newest.number == newest)
        dialog = PropertiesDialog("SMTP Properties", pages(), model)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        return Console(qtbot, dialog, model, store)

    return open_dialog
