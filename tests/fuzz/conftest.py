"""One server for all examples of a module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from fuzz.served import Served, served


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Yield a running server, which must have logged no error in the end; guessed passwords are not made to wait."""
    with pytest.MonkeyPatch.context() as patch, served(tmp_path_factory.mktemp("served") / "data") as running:
        patch.setattr("posthouse_server.smtp.bans._LONGEST_DELAY_S", 0.0)
        yield running
        assert running.errors.lines == []
