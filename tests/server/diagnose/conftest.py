"""A subject that nothing is wrong with, to be changed by each test."""

from dataclasses import replace
from typing import Any

import pytest

from harness.diagnosed import Change
from posthouse_server.diagnose.subject import Subject
from posthouse_server.settings import set_paths
from posthouse_server.store import Store


@pytest.fixture
def change(store: Store) -> Change:
    """Return the subject with other settings (by path) and fields."""
    subject = Subject.read(store)

    def changed(paths: dict[str, Any] | None = None, **fields: Any) -> Subject:
        settings = set_paths(subject.settings, paths or {})
        return replace(subject, settings=settings, **fields)

    return changed
