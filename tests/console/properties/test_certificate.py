"""The certificate of the server: shown, made anew and loaded, by real clicks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509 import load_pem_x509_certificate
from PySide6.QtWidgets import QInputDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from posthouse_console.dialogs.certificate import CertificateDialog
from posthouse_console.properties.page import CertificateTool
from posthouse_console.service.background import Background
from posthouse_server.certificates import make_self_signed
from posthouse_server.paths import DataFolder

Open = Callable[[], Any]


def _shown(dialog: CertificateDialog, name: str) -> str:
    label = dialog.findChild(QLabel, f"certificate_{name}")
    assert label is not None
    return label.text()


def _open(here: Any, folder: DataFolder, background: Background) -> CertificateDialog:
    """Click the button of the page, and open the dialog that it asks for."""
    wanted: list[CertificateTool] = []
    here.dialog.tool_wanted.connect(wanted.append)
    here.click(here.find("certificate_tool", QPushButton))
    dialog = CertificateDialog(folder, background, wanted[-1], here.dialog)
    dialog.open()
    return dialog


def test_a_file_is_loaded_and_goes_to_the_store(console: Open, qtbot: QtBot, folder: DataFolder, tmp_path: Path) -> None:
    own, background = tmp_path / "own" / "own.pem", Background()
    make_self_signed(own, "mail.example.com")
    here = console()
    here.bring("Inbound")
    dialog = _open(here, folder, background)
    qtbot.waitUntil(lambda: "when it first starts" in dialog.notice.text())
    dialog.bring(own)
    qtbot.waitUntil(lambda: _shown(dialog, "for_the_names").startswith("mail.example.com"))
    assert "itself (self-signed)" in _shown(dialog, "issued_by")
    file = _shown(dialog, "file")
    assert Path(file).name.startswith("imported-")
    dialog.reject()
    here.apply()
    assert here.value("smtp.inbound.certificate_file") == file
    assert background.wait()


def test_a_new_self_signed_one_is_made_after_a_yes(console: Open, qtbot: QtBot, folder: DataFolder) -> None:
    background = Background()
    here = console()
    here.bring("Inbound")
    dialog = _open(here, folder, background)
    qtbot.waitUntil(lambda: "when it first starts" in dialog.notice.text())
    here.click(dialog.renew)
    box = dialog.findChild(QMessageBox)
    assert box is not None
    assert "Devices that were told to trust the old one" in box.informativeText()
    here.click(next(button for button in box.buttons() if "Make a New One" in button.text().replace("&", "")))
    qtbot.waitUntil(lambda: "localhost" in _shown(dialog, "for_the_names"))
    assert folder.certificate.exists()
    dialog.reject()
    assert background.wait()


def test_a_file_without_a_certificate_changes_nothing(console: Open, qtbot: QtBot, folder: DataFolder, tmp_path: Path) -> None:
    background = Background()
    (tmp_path / "text.pem").write_text("hello")
    here = console()
    here.bring("Inbound")
    dialog = _open(here, folder, background)
    dialog.bring(tmp_path / "text.pem")
    qtbot.waitUntil(lambda: "holds no certificate" in dialog.notice.text())
    assert here.find("smtp_inbound_certificate_file").text() == ""
    dialog.reject()
    assert background.wait()


def test_only_a_locked_file_is_asked_for_its_password(console: Open, qtbot: QtBot, folder: DataFolder, tmp_path: Path) -> None:
    own, locked, background = tmp_path / "own" / "own.pem", tmp_path / "locked.pfx", Background()
    make_self_signed(own, "mail.example.com")
    key = serialization.load_pem_private_key(own.read_bytes(), None)
    locked.write_bytes(pkcs12.serialize_key_and_certificates(
        b"own", key, load_pem_x509_certificate(own.read_bytes()), None,  # type: ignore[arg-type]  # any private key
        serialization.BestAvailableEncryption(b"geheim")))
    (tmp_path / "password.pem").write_text("hello")
    here = console()
    here.bring("Inbound")
    dialog = _open(here, folder, background)
    dialog.bring(tmp_path / "password.pem")
    qtbot.waitUntil(lambda: "holds no certificate" in dialog.notice.text())
    assert dialog.findChild(QInputDialog) is None
    dialog.bring(locked)
    qtbot.waitUntil(lambda: dialog.findChild(QInputDialog) is not None)
    asked = dialog.findChild(QInputDialog)
    assert asked is not None
    asked.setTextValue("geheim")
    asked.accept()
    qtbot.waitUntil(lambda: _shown(dialog, "for_the_names").startswith("mail.example.com"))
    dialog.reject()
    assert background.wait()
