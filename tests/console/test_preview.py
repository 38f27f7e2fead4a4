"""The preview is read in the background, and says what changes, for whom."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from posthouse_console.dialogs.preview import PreviewDialog
from posthouse_console.main_window import MainWindow
from posthouse_console.service.background import Background
from posthouse_server.settings import Settings, set_paths
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.ids import new_id
from posthouse_server.store.traffic import DecisionRow


def opened(qtbot: QtBot, store: Store, background: Background) -> PreviewDialog:
    window = QWidget()
    qtbot.addWidget(window)
    ranges = [{"range": "10.0.4.0/24", "note": "scanner"}]
    old = set_paths(Settings(), {"smtp.relay.allow_privileged_ip_ranges": True, "smtp.relay.privileged_ip_ranges": ranges})
    dialog = PreviewDialog(store, background, old, set_paths(old, {"smtp.relay.privileged_ip_ranges": []}), window)
    window._keep = dialog  # type: ignore[attr-defined]
    window.show()
    dialog.show()
    qtbot.waitUntil(lambda: dialog.progress.isHidden())
    dialog._window = window  # type: ignore[attr-defined]
    return dialog


def test_what_flips_is_listed(qtbot: QtBot, store: Store) -> None:
    background = Background()
    store.traffic.open_writer()
    store.traffic.record_decision(DecisionRow("a", now() - timedelta(days=1), "10.0.4.17", None, False, "s@example.com",
                                              "a@far.example", "relay", "privileged_range", "250 OK", 1, None, 214))
    store.traffic.close_writer()
    dialog = opened(qtbot, store, background)
    cells = [dialog.model.index(0, column).data() for column in range(4)]
    assert cells == ["scanner 10.0.4.17", "214", "Relay: Privileged IP range 10.0.4.0/24", "Refused: No relay option applies"]
    assert "214 would be refused" in dialog.totals.text()
    dialog.box.button(QDialogButtonBox.StandardButton.Close).click()
    background.close(5)


def test_nothing_recorded(qtbot: QtBot, store: Store) -> None:
    background = Background()
    dialog = opened(qtbot, store, background)
    assert dialog.totals.text().startswith("Nothing was recorded")
    dialog.box.button(QDialogButtonBox.StandardButton.Close).click()
    background.close(5)


def test_deleting_a_domain_is_previewed_and_then_asked_again(qtbot: QtBot, full_store: Store, window: MainWindow) -> None:
    full_store.traffic.open_writer()
    for number in range(3):
        full_store.traffic.record_decision(DecisionRow(
            new_id(), now(), "198.51.100.7", None, False, f"a{number}@far.example", "john@example.com", "local", "address_map",
            "250 2.1.5 Recipient OK", 1))
    full_store.traffic.close_writer()
    row = next(row for row in full_store.directory.list_domains() if row.name == "example.com")
    qtbot.waitUntil(lambda: window._backend.settings.loaded is not None)
    window.dispatch.directory.delete([row])
    (box,) = window.findChildren(QMessageBox)
    button = next(item for item in box.findChildren(QPushButton) if item.text().replace("&", "") == "Preview…")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(window.findChildren(PreviewDialog)))
    (dialog,) = window.findChildren(PreviewDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    assert [dialog.model.index(0, column).data() for column in range(2)] == ["198.51.100.7", "3"]
    assert dialog.model.index(0, 3).data().startswith("Refused")
    dialog.close()
    qtbot.waitUntil(lambda: any(box.isVisible() for box in window.findChildren(QMessageBox)))
    assert full_store.directory.list_domains(), "nothing was deleted"
