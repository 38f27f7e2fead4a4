"""Every *.txt here is a dialog with a real server."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.server_process import server_process
from harness.transcript import Player

_FILES = sorted(Path(__file__).parent.glob("*.txt"))


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_transcript(path: Path, tmp_path: Path) -> None:
    with server_process(tmp_path) as server:
        player = Player(server)
        try:
            player.play(path)
        finally:
            player.close()
        assert "Traceback" not in server.log
        assert "Warning" not in server.log
