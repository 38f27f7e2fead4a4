"""The smart host's secret goes to the keyring and nowhere else; incomplete settings are named."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLineEdit

from posthouse_server.paths import DataFolder
from posthouse_server.secrets import SecretsError, smart_host_secret_name

Button = QDialogButtonBox.StandardButton
Open = Callable[[], Any]
SECRET = "correct-horse-battery"


@pytest.fixture
def here(console: Open) -> Any:
    here = console()
    here.bring("Smart Host")
    here.click(here.find("smtp_smart_host_enabled"))
    return here


def _fill(here: Any, authentication: int, line: str) -> None:
    here.find("smtp_smart_host_authentication", QComboBox).setCurrentIndex(authentication)
    for name, text in (("host", "mail.example.net"), ("username", "me"), (line, SECRET)):
        here.qtbot.keyClicks(here.find(f"smtp_smart_host_{name}", QLineEdit), text)


def test_the_password_goes_to_the_keyring_and_never_into_the_data_folder(
        here: Any, memory_keyring: Any, folder: DataFolder) -> None:
    _fill(here, 1, "password")
    here.apply()
    assert memory_keyring.secrets == {smart_host_secret_name("mail.example.net", "me"): SECRET}
    assert here.value("smtp.smart_host.username") == "me"
    for path in folder.root.rglob("*"):
        assert path.is_dir() or SECRET.encode() not in path.read_bytes(), path
    assert here.find("smtp_smart_host_password", QLineEdit).text() == ""


def test_a_new_password_alone_is_kept_too(here: Any, memory_keyring: Any) -> None:
    _fill(here, 1, "password")
    here.apply()
    here.qtbot.keyClicks(here.find("smtp_smart_host_password", QLineEdit), "another")
    here.apply()
    assert list(memory_keyring.secrets.values()) == ["another"]


def test_the_client_secret_takes_the_same_way(here: Any, memory_keyring: Any) -> None:
    _fill(here, 2, "client_secret")
    for name, text in (("token_url", "https://id.example.net/token"), ("client_id", "posthouse")):
        here.qtbot.keyClicks(here.find(f"smtp_smart_host_oauth2_{name}", QLineEdit), text)
    here.apply()
    assert list(memory_keyring.secrets.values()) == [SECRET]


def test_a_keyring_that_fails_loses_nothing(here: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise SecretsError("The password could not be kept: the keyring is locked.")

    monkeypatch.setattr("posthouse_server.secrets.Secrets.set", fail)
    _fill(here, 1, "password")
    here.press(Button.Apply)
    here.qtbot.waitUntil(lambda: "the keyring is locked" in here.dialog.message.text())
    assert here.find("smtp_smart_host_password", QLineEdit).text() == SECRET
    assert here.value("smtp.smart_host.enabled") is False


def test_what_the_authentication_does_not_use_is_grey(here: Any) -> None:
    usable = {
        0: set(),
        1: {"username", "password"},
        2: {"username", "oauth2_token_url", "oauth2_client_id", "oauth2_scope", "client_secret"},
    }
    for index, names in usable.items():
        here.find("smtp_smart_host_authentication", QComboBox).setCurrentIndex(index)
        for name in usable[1] | usable[2]:
            assert here.find(f"smtp_smart_host_{name}").isEnabled() == (name in names), (index, name)
    here.click(here.find("smtp_smart_host_enabled"))
    assert not here.find("smtp_smart_host_host").isEnabled()


@pytest.mark.parametrize(("host", "expected"), [("", "Smart host: fill it in"), ("not a host!", "Smart host: ")])
def test_a_bad_host_is_named(here: Any, host: str, expected: str) -> None:
    here.qtbot.keyClicks(here.find("smtp_smart_host_host", QLineEdit), host)
    here.bring("General")
    here.press(Button.Apply)
    assert here.dialog.message.text().startswith(expected)
    assert "pattern" not in here.dialog.message.text()
    assert here.dialog.focusWidget().objectName() == "smtp_smart_host_host"


def test_a_new_host_asks_for_its_secret(here: Any) -> None:
    here.find("smtp_smart_host_authentication", QComboBox).setCurrentIndex(1)
    here.qtbot.keyClicks(here.find("smtp_smart_host_host", QLineEdit), "other.example")
    assert "type the one that belongs" in here.page.notice.text()
    here.qtbot.keyClicks(here.find("smtp_smart_host_password", QLineEdit), "x")
    assert here.page.notice.text() == ""
