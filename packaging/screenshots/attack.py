"""Real open relay tests: a real server on loopback attacks itself, once closed and once open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posthouse_server import control
from posthouse_server.launch import log_file
from posthouse_server.paths import DataFolder
from posthouse_server.settings import set_paths
from posthouse_server.store import Store, StoreError

if TYPE_CHECKING:
    from pathlib import Path

_WHO = "screenshots"
_LOG_LINES = 8


def attack(root: Path) -> int:
    """Keep in this data folder a test that found the server open and one that found it closed; returns the exit code."""
    try:
        _attack(root)
    except (control.ControlError, StoreError) as error:
        print(f"The open relay test could not be made: {error}")
        log = log_file(DataFolder(root))
        if log.is_file():  # it is gone with the temporary folder
            print("\n".join(log.read_text("utf-8", "replace").splitlines()[-_LOG_LINES:]))
        return 1
    return 0


def _attack(root: Path) -> None:
    with Store(DataFolder(root)) as store:
        store.directory.add_domain("example.com", _WHO)
        store.directory.add_mailbox("john@example.com", "not-a-real-password", _WHO)
        store.settings.change(lambda old: set_paths(old, {
            "smtp.general.hostname": "mail.example.com", "smtp.inbound.listeners": [{"port": 0}],
            "smtp.relay.test_after_changes": False, "smtp.relay.allow_local_sender_addresses": True}), _WHO)
        control.start(store, _WHO)
        try:
            _test(store)
            control.stop(store, _WHO)
            store.settings.change(lambda old: set_paths(old, {"smtp.relay.allow_local_sender_addresses": False}), _WHO)
            control.start(store, _WHO)
            _test(store)
        finally:
            control.kill(store)


def _test(store: Store) -> None:
    control.order_test(store, _WHO, lambda _done, _total: None)
