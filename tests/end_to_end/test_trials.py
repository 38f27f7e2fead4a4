"""A change on trial takes itself back in the running server, and at the next start if none was running."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.server_process import server_process, wait_until
from posthouse_server.settings import Settings, set_paths


def _off(settings: Settings) -> Settings:
    return set_paths(settings, {"smtp.relay.enabled": False})


@pytest.mark.parametrize("is_running", [True, False])
def test_a_trial_ends_by_itself(tmp_path: Path, is_running: bool) -> None:
    with server_process(tmp_path / "data") as server:
        if is_running:
            server.start()
        tried = server.store.settings.change(_off, "anna@desk (console)", trial_minutes=0)
        if not is_running:
            server.start()
        wait_until(lambda: server.store.settings.load().settings.smtp.relay.enabled, "the server takes it back")
        restored = server.store.history.list()[0]
        assert restored.author == "server"
        assert restored.summary.startswith(f"Trial over, taken back (revision {tried.number})")
        server.wait_for_revision(restored.number)
        assert server.store.trials.current() is None
        assert server.store.history.verify().ok
