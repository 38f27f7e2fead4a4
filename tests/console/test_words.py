"""Sentences: who can relay, states, lengths of time, and the colours that they stand on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from posthouse_console.main_window import MainWindow
from posthouse_console.models.directory_rows import MailboxesModel
from posthouse_console.service.lengths import duration
from posthouse_console.service.relay_words import Weight, relay_sentences
from posthouse_console.service.submission import split_place
from posthouse_console.widgets.hint import Severity
from posthouse_console.widgets.icons import icon
from posthouse_console.widgets.privileged_dialog import severity_of, summary_of
from posthouse_server.settings import Settings, set_paths
from posthouse_server.settings.schema import PrivilegedRange
from posthouse_server.store.directory import MailboxKind, MailboxRow

JOHN = MailboxRow("example.com", "john", MailboxKind.USER, True, "example.com/john", ("john@example.com",))
LATER = (datetime.now(UTC) + timedelta(days=1)).isoformat()
EARLIER = "2001-01-01T00:00:00Z"


@pytest.mark.parametrize(("changes", "expected"), [
    ({"enabled": False}, "Nobody can relay, since Enable Mail Relay is off."),
    ({"allow_authenticated_senders": False}, "none of its options is ticked"),
    ({"allow_authenticated_senders": False, "allow_privileged_ip_ranges": True}, "the list is empty: it admits nobody."),
    ({"allow_privileged_ip_ranges": True, "privileged_ip_ranges": [{"range": "10.0.*", "note": "office", "expires_at": LATER}]},
     "Clients at 10.0.* (office, until "),
    ({"allow_privileged_ip_ranges": True, "privileged_ip_ranges": [{"range": "10.0.*", "expires_at": EARLIER}]},
     "every entry of the list has expired"),
    ({"allow_local_sender_addresses": True}, "This opens your server to spammers."),
    ({}, "Nobody else."),
])
def test_who_can_relay_in_words(changes: dict[str, object], expected: str) -> None:
    settings = set_paths(Settings(), {f"smtp.relay.{name}": value for name, value in changes.items()})
    assert expected in " ".join(sentence.text for sentence in relay_sentences(settings, [JOHN]))


def test_public_ranges_and_local_senders_are_warned_of() -> None:
    settings = set_paths(Settings(), {
        "smtp.relay.allow_privileged_ip_ranges": True, "smtp.relay.privileged_ip_ranges": [{"range": "8.8.8.8"}],
        "smtp.relay.allow_local_sender_addresses": True})
    weights = [sentence.weight for sentence in relay_sentences(settings, [JOHN])]
    assert weights == [Weight.ALLOWED, Weight.WARNING, Weight.WARNING, Weight.PLAIN]


PRIVATE = [{"range": f"10.0.{number}.1"} for number in range(7)]


@pytest.mark.parametrize(("ranges", "weight", "expected"), [
    ([*PRIVATE, {"range": "0.0.0.0/0"}], Weight.OPEN, "The whole Internet can relay: 0.0.0.0/0 covers all IPv4 addresses"),
    ([*PRIVATE, {"range": "::/0"}], Weight.OPEN, "The whole Internet can relay: ::/0 covers all IPv6 addresses"),
    ([*PRIVATE, {"range": "0.0.0.0/1"}, {"range": "128.0.0.0/1"}], Weight.OPEN, "together cover all IPv4 addresses"),
    ([*PRIVATE, {"range": "8.8.8.0/24"}, {"range": "8.8.8.8"}], Weight.WARNING,
     "256 public addresses can relay: 8.8.8.0/24, 8.8.8.8, without"),
    ([{"range": "8.8.8.8"}], Weight.WARNING, "1 public address can relay"),
])
def test_a_wide_range_never_hides_behind_harmless_ones(ranges: list[dict[str, str]], weight: Weight, expected: str) -> None:
    found = relay_sentences(set_paths(Settings(), {
        "smtp.relay.allow_privileged_ip_ranges": True, "smtp.relay.privileged_ip_ranges": ranges}), [JOHN])
    assert next(sentence.weight for sentence in found if expected in sentence.text) is weight
    assert not [sentence for sentence in found if sentence.weight is Weight.REFUSED or "Nobody else" in sentence.text]


@pytest.mark.parametrize(("address", "expected"), [
    ("127.0.0.1", "from this computer only."), ("0.0.0.0", "from anywhere."),
    ("192.168.1.5", "from wherever 192.168.1.5 can be reached.")])
def test_from_where_users_can_log_in(address: str, expected: str) -> None:
    settings = set_paths(Settings(), {"smtp.inbound.listeners": [{"address": address}]})
    assert relay_sentences(settings, [JOHN])[0].text.endswith(expected)


@pytest.mark.parametrize(("balancers", "expected"), [
    (["192.0.2.7"], "from this computer only."),
    (["127.0.0.1"], "from this computer, and from wherever its load balancer lets clients through."),
    (["::/0"], "from this computer, and from wherever its load balancer lets clients through.")])
def test_a_load_balancer_on_this_computer_brings_clients_from_elsewhere(balancers: list[str], expected: str) -> None:
    settings = set_paths(Settings(), {"smtp.inbound.proxy_protocol_from": balancers,
                                      "smtp.relay.allow_local_sender_addresses": True})
    found = relay_sentences(settings, [JOHN])
    assert found[0].text.endswith(expected)
    assert ("only this computer can reach them" in found[1].text) is (expected == "from this computer only.")


def test_believing_everybody_is_a_way_in() -> None:
    found = relay_sentences(set_paths(Settings(), {"smtp.inbound.proxy_protocol_from": ["0.0.0.0/0"]}), [JOHN])
    assert [sentence.weight for sentence in found] == [Weight.ALLOWED, Weight.OPEN, Weight.PLAIN]
    assert found[1].text.startswith("Whoever connects can pretend to be any client, a privileged one too: 0.0.0.0/0 covers")


def test_without_mailboxes_nobody_can_log_in() -> None:
    assert [sentence.weight for sentence in relay_sentences(Settings(), [])] == [Weight.REFUSED, Weight.REFUSED]


@pytest.mark.parametrize(("seconds", "expected"), [(4, "4 s"), (192, "3 min 12 s"), (7500, "2 h 5 min"), (90_000, "1 d 1 h")])
def test_lengths_of_time(seconds: int, expected: str) -> None:
    assert duration(timedelta(seconds=seconds)) == expected


@pytest.mark.parametrize(("place", "expected"), [
    ("127.0.0.1:2525", ("127.0.0.1", 2525)), ("0.0.0.0:25", ("127.0.0.1", 25)), ("[::]:25", ("::1", 25))])
def test_places_that_can_be_connected_to(place: str, expected: tuple[str, int]) -> None:
    assert split_place(place) == expected


def test_many_rows_are_quick(qapp: QApplication) -> None:
    model = MailboxesModel()
    rows = [MailboxRow("example.com", f"m{number:05}", MailboxKind.USER, True, "", ()) for number in range(10_000)]
    model.show_rows(rows)
    assert model.rowCount() == 10_000
    model.show_rows(rows[:5] + rows[6:])
    assert model.rowCount() == 9_999


def test_a_badge_stands_off_from_its_icon(qapp: QApplication) -> None:
    for ratio in (1.0, 2.0):
        picture = icon("server", "state-running").pixmap(24, 24).toImage() if ratio == 1.0 else \
            icon("server", "state-running").pixmap(icon("server").availableSizes()[2], ratio).toImage()
        side = picture.width()
        edge = picture.pixelColor(round(side * 13.0 / 24), round(side * 18.75 / 24))
        assert edge.alpha() < 128, "the ring around the badge is clear"
        assert picture.pixelColor(round(side * 15.2 / 24), round(side * 18.75 / 24)).green() > 100


@pytest.fixture
def dark(qapp: QApplication) -> Iterator[None]:
    """Make the whole application dark."""
    before = QPalette(qapp.palette())
    palette = QPalette(QColor(58, 58, 58), QColor(46, 46, 46))
    palette.setColor(QPalette.ColorRole.Base, QColor(32, 32, 32))
    qapp.setPalette(palette)
    yield
    qapp.setPalette(before)


def test_the_selection_is_legible_in_light_and_dark(window: MainWindow, request: pytest.FixtureRequest) -> None:
    light = contrast(window)
    request.getfixturevalue("dark")
    QApplication.processEvents()
    assert min(light, contrast(window)) > 100


def contrast(window: MainWindow) -> int:
    """Return how far the text of a selected node stands off from its ground."""
    palette = window.tree.palette()
    text, ground = palette.color(QPalette.ColorRole.HighlightedText), palette.color(QPalette.ColorRole.Highlight)
    return abs(text.lightness() - ground.lightness())


@pytest.mark.parametrize(("ranges", "severity", "expected"), [
    (["10.0.0.1", "0.0.0.0/0"], Severity.ERROR, "The whole Internet can relay: 0.0.0.0/0."),
    (["10.0.0.1", "8.8.8.8"], Severity.WARNING, "2 entries admit 2 addresses, 1 of them public."),
    (["10.0.0.1"], Severity.INFORMATION, "1 entry admits 1 address."),
])
def test_the_list_of_ranges_says_how_far_it_reaches(ranges: list[str], severity: Severity, expected: str) -> None:
    entries = [PrivilegedRange(range=text) for text in ranges]
    assert (summary_of(entries), severity_of(entries)) == (expected, severity)
