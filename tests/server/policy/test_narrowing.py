"""What is said of a wider range's clients is what the relay decision then does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

from hypothesis import given
from hypothesis import strategies as st

from posthouse_server.policy.decision import Request, decide
from posthouse_server.policy.directory import MemoryDirectory
from posthouse_server.policy.narrowing import Narrowing, WideClient, WideRange, is_due, narrowed, stands_in
from posthouse_server.policy.verdicts import Verdict
from posthouse_server.settings import Settings, set_paths
from posthouse_server.settings.schema import PrivilegedRange

_PATH = "smtp.relay.privileged_ip_ranges"
_AT = datetime(2026, 11, 24, 12, tzinfo=UTC)
_RANGES = st.sampled_from([
    "10.0.0.0/28", "10.0.0.0/30", "10.0.0.4/30", *(f"10.0.0.{host}" for host in range(8)), "10.0.0.2-10.0.0.9"])


def _clients(settings: Settings, wide: PrivilegedRange) -> WideRange:
    """See every client of the wide range once, as the store would."""
    others = [entry for entry in settings.smtp.relay.privileged_ip_ranges if entry != wide and stands_in(entry, wide)]
    hosts = [ip_address(f"10.0.0.{host}") for host in range(16)]
    return WideRange(wide, tuple(
        WideClient(str(host), 1, tuple(entry for entry in others if host in entry.network)) for host in hosts))


@given(st.lists(_RANGES, max_size=3), st.lists(_RANGES, max_size=4), st.integers(0, 3))
def test_those_said_to_be_covered_relay_and_all_others_are_refused(present: list[str], new: list[str], gone: int) -> None:
    settings = set_paths(Settings(), {
        "smtp.relay.allow_privileged_ip_ranges": True,
        _PATH: [{"range": "10.0.0.0/28", "note": "wide"}, *({"range": text} for text in dict.fromkeys(present))]})
    wide, *others = settings.smtp.relay.privileged_ip_ranges
    removed, taken = [wide, *others[:gone]], [PrivilegedRange(range=text, note="new") for text in new]
    outcome = _clients(settings, wide).without(taken, removed)
    after = narrowed(settings, taken, removed)

    def may_relay(client: WideClient) -> bool:
        request = Request(ip_address(client.client), "a@b.example", "c@far.example", _AT)
        return decide(request, after, MemoryDirectory()).verdict is Verdict.RELAY

    assert all(map(may_relay, outcome.covered))
    assert not any(map(may_relay, outcome.refused))
    assert len(outcome.covered) + len(outcome.refused) == 16


def test_conditions_of_an_entry_count_as_cover_only_where_they_are_no_narrower() -> None:
    def entry(**values: object) -> PrivilegedRange:
        return PrivilegedRange.model_validate({"range": "10.0.0.1", **values})

    hours, senders = {"hours": ("mon-fri 08:00-18:00",)}, {"senders": ("a@b.example",)}
    soon, later = {"expires_at": _AT}, {"expires_at": _AT + timedelta(hours=1)}
    for condition in (hours, senders, soon):
        assert stands_in(entry(), entry(**condition))
        assert stands_in(entry(**condition), entry(**condition))
        assert not stands_in(entry(**condition), entry())
    assert stands_in(entry(**later), entry(**soon))
    assert not stands_in(entry(**soon), entry(**later))


def test_the_sentence_counts_clients_and_names_whom_it_would_refuse() -> None:
    wide = PrivilegedRange(range="10.0.0.0/8")
    three = tuple(WideClient(f"10.0.4.{number}", 7) for number in range(3))
    taken = [PrivilegedRange(range=client.client) for client in three]
    whole = WideRange(wide, three).without(taken)
    assert whole.sentence(30) == "its 3 clients seen in 30 days are covered by narrower entries; nobody would be refused"
    part = WideRange(wide, (*three, WideClient("10.0.9.9", 4))).without(taken)
    assert part.sentence(30) == ("3 of its 4 clients seen in 30 days are covered by narrower entries; 1 other client "
                                 "(10.0.9.9; 4 recipients) would be refused")
    assert is_due(whole, ())
    assert not is_due(part, [PrivilegedRange(range="192.168.0.1")])
    assert is_due(part, taken)
    assert Narrowing(wide, three[:1], ()).sentence(30) == (
        "its client seen in 30 days is covered by narrower entries; nobody would be refused")
