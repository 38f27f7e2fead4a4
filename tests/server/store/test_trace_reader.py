"""The trace as a long list: what a filter finds in packs and beside them is what it says of every single line."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from posthouse_server.store import Store, packs
from posthouse_server.store.clock import now
from posthouse_server.store.packed_texts import unparted
from posthouse_server.store.tables import decisions
from posthouse_server.store.tables import packs as packs_table
from posthouse_server.store.trace_filter import TraceFilter
from posthouse_server.store.traffic import DecisionRow
from posthouse_server.store.traffic_writes import write_rows

CLIENTS = ("10.0.4.1", "10.0.4.17", "2001:DB8::1", "not an address")
LOGINS = (None, "john@example.com", "Ann.O@later.example")
ADDRESSES = ("", "john@example.com", "JOHN@Example.com", "o'neil@sub.example.com", '"a b"@else.example', "bad",
             "tab\t@x.example", "Größe@ÜBER.example", "a@b@c.example", "x@example.communal", "a%b@far.example",
             "a_b@far.example")
VERDICTS = ("relay", "local", "refused")
PARTS = ("", "john", "JOHN@EX", "@example.com", "example.com", "n@e", "über", "@", "a@b@", "\"a b", "nowhere", ".example")
WORDS = ("10.0.4.1", "ÜBER", "größe", "%", "_", "a%b", "o@later", "t00", "t000", "0001", "m0aa", "M0AA-0001", "550", "no", "\\",
         "voilà", "VOILÀ", "not", "e", "@", "n@e", "some_rule", "someXrule", "john@example.com", "refused", "bad-", "nowhere")
REPLIES = ("250 OK", "550 No", "550 Voilà: 100% of_it\\\nis bad")
drawn = st.lists(st.tuples(
    st.sampled_from(CLIENTS), st.sampled_from(LOGINS), st.sampled_from(ADDRESSES), st.sampled_from(ADDRESSES),
    st.sampled_from(VERDICTS), st.sampled_from([None, "M0AA-0001", "M0BB-0002"]), st.integers(0, 12),
    st.sampled_from(REPLIES)), max_size=40)
filters = st.builds(
    TraceFilter, client=st.sampled_from(["", "10.0.4.1", "10.0.4.", "10.0.0.0/8", "2001:db8::/32", "n"]),
    login=st.sampled_from(["", "john", "o@LATER"]), sender=st.sampled_from([*PARTS, "<>"]), recipient=st.sampled_from(PARTS),
    verdict=st.sampled_from(["", "", *VERDICTS]), id=st.sampled_from(["", "", "T00", "m0bb", "T0001"]),
    party=st.sampled_from(PARTS), words=st.one_of(
        st.sampled_from(["", "", "example relay", "550", "JOHN", *WORDS]),
        st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join)))


def _has(part: str, text: str) -> bool:
    return part.strip().lower() in unparted(text).lower()


def _is_wanted(row: DecisionRow, wanted: TraceFilter) -> bool:
    """Say once more, and plainly, what the fields of a filter mean."""
    clients = {"": True, "10.0.4.1": row.client == "10.0.4.1", "10.0.4.": row.client.startswith("10.0.4."),
               "10.0.0.0/8": row.client.startswith("10."), "2001:db8::/32": row.client == "2001:DB8::1",
               "n": row.client == "not an address"}
    login, everything = row.login or "", (row.id, row.message_id or "", row.client, row.login or "", row.sender, row.recipient,
                                          row.verdict, row.rule, row.reply)
    return (clients[wanted.client] and _has(wanted.login, login)
            and (row.sender == "" if wanted.sender == "<>" else _has(wanted.sender, row.sender))
            and _has(wanted.recipient, row.recipient) and wanted.verdict in ("", row.verdict)
            and any(text.startswith(wanted.id.upper()) for text in (row.id, row.message_id or ""))
            and (not wanted.party or any(_has(wanted.party, text) for text in (row.client, login, row.sender, row.recipient)))
            and all(any(word.lower() in text.lower() for text in everything) for word in wanted.words.split()))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=drawn, late=drawn, newer=drawn, wanted=filters, since=st.sampled_from([None, 3, 200, 500]))
def test_a_filter_finds_what_it_says_of_every_line(store: Store, rows: list, late: list, newer: list,  # type: ignore[type-arg]
                                                   wanted: TraceFilter, since: int | None) -> None:
    began = now() - timedelta(hours=1)
    recorded: list[DecisionRow] = []

    def write(drawn_rows: list, first: int) -> None:  # type: ignore[type-arg]
        made = [DecisionRow(f"T{len(recorded) + number:04d}", began + timedelta(seconds=first + at), client, login, True,
                            sender, recipient, verdict, "some_rule", reply, 1, message, 1 + at % 3)
                for number, (client, login, sender, recipient, verdict, message, at, reply) in enumerate(drawn_rows)]
        recorded.extend(made)
        if made:
            with store.traffic._database.write() as connection:
                write_rows(connection, made)

    with store.traffic._database.write() as connection:
        for table in (decisions, packs_table):
            connection.execute(table.delete())
    write(rows, 100)
    with store.traffic._database.write() as connection:
        packs.pack_all(connection)
    write(late, 96)
    write(newer, 3500)
    first = float("-inf") if since is None else (began + timedelta(seconds=since)).timestamp()
    expected = sorted((row for row in recorded if _is_wanted(row, wanted) and row.at.timestamp() >= first),
                      key=lambda row: (row.at, row.id))
    reader = store.traffic.trace
    parts = list(reader.times(wanted, first))
    assert parts[-1].share == 1.0
    times = [time for part in reversed(parts) for time in part.times]
    assert sorted(times) == [row.at.timestamp() for row in expected]
    assert [row.id for row in reader.rows_at(wanted, times)] == [row.id for row in expected]


def test_the_newest_come_first_and_what_is_forgotten_is_not_listed(store: Store) -> None:
    began = now() - timedelta(hours=1)
    made = [DecisionRow(f"T{number:04d}", began + timedelta(seconds=number), "10.0.0.1", None, False, "a@b.test", "c@d.test",
                        "relay", "some_rule", "250 OK", 1, f"M{number % 2}") for number in range(200)]
    with store.traffic._database.write() as connection:
        write_rows(connection, made)
        packs.pack_all(connection)
        connection.execute(decisions.delete().where(decisions.c.at < made[50].at))
    reader = store.traffic.trace
    assert list(reader.newest_times(2)) == [made[198].at.timestamp(), made[199].at.timestamp()]
    assert [time for part in reader.times(TraceFilter()) for time in part.times] == [row.at.timestamp() for row in made[50:]]
    assert reader.oldest() == made[50].at.timestamp()
    assert len(reader.of_message("M1")) == 75
    assert [row.id for row in reader.of_client("10.0.0.1", made[60].at, made[62].at)] == ["T0060", "T0061", "T0062"]
    assert reader.of_client("10.0.0.2", made[60].at, made[62].at) == []
