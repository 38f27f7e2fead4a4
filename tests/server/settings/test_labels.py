"""A difference reads in the words of the dialogs, and no two settings have the same ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pydantic import BaseModel

from posthouse_server.settings import Settings, set_paths
from posthouse_server.settings.labels import difference_lines, in_words, label_at


def paths(section: BaseModel, path: str = "") -> Iterator[str]:
    for name in type(section).model_fields:
        value, place = getattr(section, name), f"{path}.{name}".lstrip(".")
        yield from paths(value, place) if isinstance(value, BaseModel) else (place,)


def test_no_two_settings_have_the_same_words() -> None:
    words = Counter(label_at(path) for path in paths(Settings()))
    assert len(words) > 50
    assert [label for label, number in words.items() if number > 1] == []


def test_the_two_lists_of_addresses_are_told_apart() -> None:
    after = set_paths(Settings(), {
        "smtp.inbound.access_control.ranges": ["203.0.113.0/24"], "smtp.whitelist.ranges": ["10.0.0.1"],
        "smtp.relay.allow_local_sender_addresses": True})
    assert difference_lines(Settings(), after) == [
        ("Access Control, IP addresses", "", "203.0.113.0/24"), ("Allow relay for local sender addresses", "off", "on"),
        ("Whitelist, IP addresses", "", "10.0.0.1")]
    assert in_words("smtp.smart_host.port: 25 → 587") == "Smart Host, Port: 25 → 587"
