"""Suggested ranges are tight, and strangers are marked."""

from __future__ import annotations

from pathlib import Path

from posthouse_server.paths import DataFolder
from posthouse_server.settings import Settings, set_paths
from posthouse_server.store import Store
from posthouse_server.store.clock import now
from posthouse_server.store.suggestions import suggest_ranges
from posthouse_server.store.traffic import DecisionRow


def test_single_addresses_neighbours_and_strangers(tmp_path: Path) -> None:
    def seen(client: str, rule: str, recipient: str = "a@far.example") -> None:
        store.traffic.record_decision(DecisionRow(f"i{next(numbers)}", now(), client, None, False, "s@example.com", recipient,
                                                  "refused", rule, "550 no", 1))

    numbers = iter(range(1000))
    settings = set_paths(Settings(), {"smtp.relay.privileged_ip_ranges": [{"range": "10.0.4.0/24"}, {"range": "10.0.9.9"}]})
    with Store(DataFolder(tmp_path / "data")) as store:
        store.traffic.open_writer()
        for host in range(20):
            seen(f"192.168.1.{host}", "no_criterion_met")
        for host in range(6):
            seen("8.8.4.4", "no_criterion_met", f"a@d{host}.example")
        seen("10.0.4.17", "privileged_range")
        seen("10.0.9.9", "privileged_range")
        seen("10.0.7.1", "no_criterion_met")
        seen("10.0.7.2", "banned")
        store.traffic.close_writer()
        found = suggest_ranges(store, settings)
    assert [(item.range, item.number, item.replaces, item.is_suspicious) for item in found] == [
        ("192.168.1.0/27", 20, "", False), ("10.0.4.17", 1, "10.0.4.0/24", False), ("10.0.7.1", 1, "", False),
        ("8.8.4.4", 6, "", True)]
    assert found[0].senders == ("example.com",)
