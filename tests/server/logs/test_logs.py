"""The Activity, W3C and Debug logs: their formats, what never stands in them, their files, and a disk that refuses."""

from __future__ import annotations

import asyncio
import logging
import os
from base64 import b64encode
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.outgoing import deliver, in_force, message
from harness.relay import Relay, eventually
from harness.sink import Sink
from posthouse_server.alarms import AlarmKind, Alarms
from posthouse_server.delivery.destinations import Router
from posthouse_server.delivery.login import SmartHostLogin
from posthouse_server.delivery.remote import RemoteDelivery
from posthouse_server.live import Live
from posthouse_server.logs.files import LogFiles, Naming, Retention
from posthouse_server.logs.handler import JournalHandler
from posthouse_server.logs.journals import Journals
from posthouse_server.logs.lines import W3C_FIELDS, Agent, Exchange, Remark, activity, w3c
from posthouse_server.logs.masking import MASK, masked
from posthouse_server.paths import DataFolder
from posthouse_server.secrets import Secrets
from posthouse_server.settings.schema import Logging
from posthouse_server.store import Store

ALL = Logging(activity_enabled=True, w3c_enabled=True, debug_enabled=True)
AT = datetime(2026, 11, 24, 12, 30, 5, tzinfo=UTC)
ITEM = Exchange(AT, Agent.IN, "AAAA-BBBB", 7, "192.0.2.1", "MAIL", "MAIL FROM:<a@b.example>", "250 2.1.0 Sender OK", 21, 25,
                "john@example.com", "", ("192.0.2.9", 25), "relay.example")


def _lines(folder: Path, prefix: str) -> list[str]:
    return [line for path in sorted(folder.glob(f"{prefix}*.log")) for line in path.read_text("utf-8").splitlines()]


def test_a_line_has_mailenables_columns() -> None:
    columns = activity(ITEM).split("\t")
    assert columns[0] == f"{AT.astimezone():%m/%d/%y %H:%M:%S}"
    assert columns[1:] == ["SMTP-IN", "AAAA-BBBB", "7", "192.0.2.1", "MAIL", "MAIL FROM:<a@b.example>", "250 2.1.0 Sender OK",
                           "21", "25", "john@example.com", ""]
    assert w3c(ITEM) == ("2026-11-24 12:30:05 192.0.2.1 SMTP-IN john@example.com 192.0.2.9 25 MAIL MAIL+FROM:<a@b.example> "
                         "250+2.1.0+Sender+OK relay.example 21 25 john@example.com")
    assert len(w3c(ITEM).split(" ")) == len(W3C_FIELDS.split(" "))


@given(st.text(), st.text())
def test_no_client_breaks_a_line_or_a_column(detail: str, reply: str) -> None:
    item = Exchange(AT, Agent.IN, "AAAA-BBBB", 7, "192.0.2.1", "MAIL", detail, reply, 1, 1, "")
    assert len(activity(item).split("\t")) == 12
    assert len(w3c(item).split(" ")) == len(W3C_FIELDS.split(" "))
    assert activity(item).replace("\t", "").isprintable()
    assert w3c(item).isprintable()


@pytest.mark.parametrize(("line", "shown"), [
    ("AUTH PLAIN AGpvaG4Ac2VjcmV0", f"AUTH PLAIN {MASK}"), ("auth login am9obg==", f"AUTH LOGIN {MASK}"),
    ("AUTH LOGIN", "AUTH LOGIN"), ("AUTH secret", f"AUTH {MASK}"), ("c2VjcmV0", MASK), ("AGpvaG4Ac2VjcmV0 x", MASK),
    ("EHLO x", "EHLO x"), ("PASS secret", MASK)])
def test_passwords_are_masked(line: str, shown: str) -> None:
    assert masked(line)[1] == shown


def test_a_session_stands_in_all_three_logs(store: Store, tmp_path: Path) -> None:
    alarms, folder = Alarms(), tmp_path / "written"
    journals = Journals(folder, alarms)
    secret = b64encode(b"\0john@example.com\0wrong-secret").decode()

    async def run() -> None:
        async with Relay(store) as relay:
            relay.handler._journals = journals
            journals.apply(ALL)
            client = await relay.connect()
            await client.starttls()
            await client.say("EHLO client.example")
            assert (await client.say(f"AUTH PLAIN {secret}")).startswith("535 ")
            assert (await client.say("AUTH LOGIN")).startswith("334 ")
            assert (await client.say(b64encode(b"john@example.com").decode())).startswith("334 ")
            assert (await client.say(b64encode(b"secret").decode())).startswith("235 ")
            assert (await client.say(b64encode(b"typed-too-late").decode())).startswith("500 ")
            content = b"Subject: hello\r\n\r\nhello\r\n"
            assert (await client.message(content, "a@far.example", sender="john@example.com")).startswith("250 ")
            await client.say("QUIT")

    asyncio.run(run())
    journals.close()
    rows = [line.split("\t") for line in _lines(folder, "SMTP-Activity-")]
    assert [row[5] for row in rows] == ["", "EHLO", "STARTTLS", "EHLO", "AUTH", "AUTH", "", "", "", "MAIL", "RCPT", "DATA",
                                        "DATA", "QUIT"]
    everything = "".join(path.read_text("utf-8") for path in folder.glob("*.log"))
    for hidden in ("wrong-secret", secret, b64encode(b"secret").decode(), b64encode(b"typed-too-late").decode()):
        assert hidden not in everything
    mail = next(row for row in rows if row[5] == "RCPT")
    assert mail[6] == "RCPT TO:<a@far.example>"
    assert mail[7].startswith("250 2.1.5 Recipient OK [")
    assert mail[10] == "john@example.com"
    end = [row for row in rows if row[5] == "DATA"][-1]
    assert end[7].startswith("250 2.6.0 Accepted for delivery [")
    assert end[2] == end[7][-10:-1], "the message's id"
    assert int(end[9]) >= 26
    assert _lines(folder, "ex")[3] == f"#Fields: {W3C_FIELDS}"
    assert any("ME-I0108 Relay Granted: Sender has authenticated." in line for line in _lines(folder, "SMTP-Debug-"))


def test_what_goes_out_is_logged_with_its_subject(tmp_path: Path) -> None:
    journals = Journals(tmp_path, Alarms())
    journals.apply(Logging(activity_enabled=True))

    async def run() -> None:
        with Sink() as sink:
            live = Live(in_force({"smtp.smart_host": {"enabled": True, "host": "127.0.0.1", "port": sink.port}}))
            delivery = RemoteDelivery(live, Router(), SmartHostLogin(Secrets(DataFolder(tmp_path))), Alarms(), journals)
            try:
                await deliver(delivery, message("x@far.example", subject="Quarterly\tfigures"))
            finally:
                await delivery.aclose()

    asyncio.run(run())
    journals.close()
    rows = [line.split("\t") for line in _lines(tmp_path, "SMTP-Activity-")]
    assert {row[1] for row in rows} == {"SMTP-OU"}
    assert [row[5] for row in rows if row[2] == "AAAA-BBBB"][:4] == ["MAIL", "RCPT", "DATA", "DATA"]
    mail = next(row for row in rows if row[5] == "MAIL")
    assert mail[11] == "Quarterly figures"
    assert mail[4] == "127.0.0.1"
    assert mail[7].startswith("250")


def test_the_servers_own_words_go_into_the_debug_log(tmp_path: Path) -> None:
    journals = Journals(tmp_path, Alarms())
    journals.apply(Logging(debug_enabled=True))
    logger = logging.getLogger("test_logs")
    logger.setLevel(logging.INFO)
    handler = JournalHandler(journals)
    logger.addHandler(handler)
    try:
        logger.info("Revision %d is in force", 7)
        logger.debug("of no interest")
    finally:
        logger.removeHandler(handler)
    journals.close()
    (line,) = _lines(tmp_path, "SMTP-Debug-")
    assert line.endswith("\tINFO Revision 7 is in force")


def test_logs_are_switched_and_moved_live(tmp_path: Path) -> None:
    journals = Journals(tmp_path / "one", Alarms())
    journals.apply(Logging(activity_enabled=True))
    journals.write(ITEM)
    journals.apply(Logging(activity_enabled=True, activity_directory=str(tmp_path / "two")))
    journals.write(ITEM)
    journals.write(ITEM)
    journals.apply(Logging())
    journals.write(ITEM)
    journals.close()
    assert [len(_lines(tmp_path / name, "SMTP-Activity-")) for name in ("one", "two")] == [1, 2]
    assert not journals.has_exchanges


def test_a_file_that_is_full_is_followed_by_the_next_and_old_ones_go(tmp_path: Path) -> None:
    files = LogFiles(tmp_path, Naming("ex"), Retention(1, 30, 2))
    day = datetime(2026, 11, 24, 12, tzinfo=UTC)
    for _ in range(5):
        files.append(day, "x" * 600_000 + "\n", "head\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ex261124-2.log", "ex261124-3.log"], "two megabytes are kept"
    files.append(day + timedelta(days=1), "y\n", "head\n")
    files.close()
    assert (tmp_path / "ex261125.log").read_text() == "head\ny\n"
    again = LogFiles(tmp_path, Naming("ex"), Retention(1, 30, 0))
    again.append(day + timedelta(days=1), "z\n", "head\n")
    again.close()
    assert (tmp_path / "ex261125.log").read_text() == "head\ny\nz\n", "a restart goes on with the day's file"


def test_what_is_too_old_goes_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    (tmp_path / "example261101.log").write_text("a file of somebody else")
    old = tmp_path / "ex251101.log"
    old.write_text("old")
    long_ago = (datetime.now(UTC) - timedelta(days=40)).timestamp()
    os.utime(old, (long_ago, long_ago))
    os.utime(tmp_path / "example261101.log", (long_ago, long_ago))
    files = LogFiles(tmp_path, Naming("ex"), Retention(1, 30, 0))
    files.append(datetime.now(UTC), "x\n")
    files.close()
    assert not old.exists()
    assert (tmp_path / "example261101.log").exists()


def test_a_disk_that_refuses_raises_an_alarm_until_it_works_again(tmp_path: Path) -> None:
    alarms = Alarms()
    (tmp_path / "logs").write_text("not a folder")
    journals = Journals(tmp_path / "logs", alarms)
    journals.apply(Logging(activity_enabled=True))

    async def run() -> None:
        def looked(*, is_standing: bool) -> Any:
            journals.write(ITEM)
            journals.look()
            return (AlarmKind.LOGS in alarms) is is_standing

        await eventually(lambda: looked(is_standing=True), "the alarm stands")
        (tmp_path / "logs").unlink()
        await eventually(lambda: looked(is_standing=False), "the alarm is over")

    asyncio.run(run())
    journals.close()
    assert _lines(tmp_path / "logs", "SMTP-Activity-")


def test_the_chunks_of_a_message_share_the_replies_of_their_commands(store: Store, tmp_path: Path) -> None:
    journals = Journals(tmp_path / "written", Alarms())

    async def run() -> None:
        async with Relay(store) as relay:
            relay.handler._journals = journals
            journals.apply(Logging(activity_enabled=True))
            client = await relay.connect()
            await client.envelope()
            await client.send(b"BDAT 20\r\nSubject: hello\r\n\r\nhe")
            assert (await client.reply())[0].startswith("250 2.0.0 20 octets")
            assert (await client.say(b"BDAT 5 LAST\r\nllo")).startswith("250 2.6.0 ")
            await client.say("NOOP")
            await client.say("QUIT")

    asyncio.run(run())
    journals.close()
    rows = [line.split("\t") for line in _lines(tmp_path / "written", "SMTP-Activity-")][-5:]
    assert [(row[5], row[7][:9]) for row in rows] == [
        ("RCPT", "250 2.1.5"), ("BDAT", "250 2.0.0"), ("BDAT", "250 2.6.0"), ("NOOP", "250 2.0.0"), ("QUIT", "221 2.0.0")]
    assert int(rows[1][9]) == len("BDAT 20\r\n") + 20


def test_a_login_is_forgotten_with_starttls_in_the_logs_too(store: Store, tmp_path: Path) -> None:
    journals = Journals(tmp_path / "written", Alarms())

    async def run() -> None:
        async with Relay(store) as relay:
            relay.handler._journals = journals
            journals.apply(Logging(activity_enabled=True))
            client = await relay.connect()
            assert (await client.login()).startswith("235 ")
            await client.starttls()
            await client.say("EHLO client.example")
            await client.envelope()

    asyncio.run(run())
    journals.close()
    rows = [line.split("\t") for line in _lines(tmp_path / "written", "SMTP-Activity-")]
    assert [row[10] for row in rows if row[5] in ("AUTH", "MAIL")] == ["john@example.com", ""]


def test_a_log_that_can_not_be_written_takes_no_other_with_it(tmp_path: Path) -> None:
    (tmp_path / "bad").write_text("not a folder")
    alarms = Alarms()
    journals = Journals(tmp_path / "good", alarms)
    journals.apply(Logging(activity_enabled=True, activity_directory=str(tmp_path / "bad"), w3c_enabled=True,
                           debug_enabled=True))
    journals.write(ITEM)
    journals.write(Remark(AT, "of the Debug log alone"))
    journals.close()
    journals.look()
    assert AlarmKind.LOGS in alarms
    assert _lines(tmp_path / "good", "ex")[-1] == w3c(ITEM)


@pytest.mark.parametrize("directory", ["bad", "no\0name"], ids=["a file", "no path at all"])
def test_the_alarm_ends_when_the_faulty_log_is_switched_off_or_moved(tmp_path: Path, directory: str) -> None:
    (tmp_path / "bad").write_text("not a folder")
    alarms = Alarms()
    journals = Journals(tmp_path / "good", alarms)

    async def run() -> None:
        def looked(*, is_standing: bool) -> bool:
            journals.look()
            return (AlarmKind.LOGS in alarms) is is_standing

        faulty = Logging(activity_enabled=True, activity_directory=str(tmp_path / directory))
        journals.apply(faulty)
        journals.write(ITEM)
        await eventually(lambda: looked(is_standing=True), "the alarm stands")
        journals.apply(Logging())
        await eventually(lambda: looked(is_standing=False), "the alarm is over")
        journals.apply(Logging(activity_enabled=True))
        journals.write(ITEM)

    asyncio.run(run())
    journals.close()
    assert len(_lines(tmp_path / "good", "SMTP-Activity-")) == 1


def test_a_file_that_fails_is_opened_anew_and_its_number_stays(tmp_path: Path) -> None:
    files = LogFiles(tmp_path / "logs", Naming("ex"), Retention(1, 30, 0))
    day = datetime(2026, 11, 24, 12, tzinfo=UTC)
    (tmp_path / "logs").write_text("not a folder")
    for _ in range(3):
        with pytest.raises(OSError, match="exists"):
            files.append(day, "lost\n")
    (tmp_path / "logs").unlink()
    files.append(day, "one\n")
    assert files._file is not None
    full = open("/dev/full", "a") if os.name == "posix" else None  # noqa: SIM115, PTH123 - LogFiles closes it
    if full is not None:
        files._file.close()
        files._file = full
        with pytest.raises(OSError, match="space"):
            files.append(day, "lost\n")
    files.append(day, "two\n")
    files.close()
    assert [(path.name, path.read_text()) for path in (tmp_path / "logs").iterdir()] == [("ex261124.log", "one\ntwo\n")]


def test_the_file_in_use_stays_whatever_the_times_of_the_others_say(tmp_path: Path) -> None:
    later = (datetime.now(UTC) + timedelta(days=1)).timestamp()
    other = tmp_path / "ex261124.log"
    other.write_bytes(bytes(2 * 10**6))
    os.utime(other, (later, later))
    files = LogFiles(tmp_path, Naming("ex"), Retention(1, 30, 1))
    files.append(datetime(2026, 11, 24, 12, tzinfo=UTC), "kept\n")
    files.close()
    assert [path.name for path in tmp_path.iterdir()] == ["ex261124-2.log"]


def test_an_old_file_that_somebody_holds_costs_no_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, **_options: bool) -> None:
        raise PermissionError(13, "It is open in another program", str(path))

    (tmp_path / "ex251101.log").write_bytes(bytes(2 * 10**6))
    monkeypatch.setattr(Path, "unlink", refuse)
    files = LogFiles(tmp_path, Naming("ex"), Retention(1, 30, 1))
    files.append(datetime(2026, 11, 24, 12, tzinfo=UTC), "kept\n")
    files.close()
    assert (tmp_path / "ex261124.log").read_text() == "kept\n"


def test_a_record_that_can_not_be_written_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging, "raiseExceptions", False)
    journals = Journals(tmp_path, Alarms())
    journals.apply(Logging(debug_enabled=True))
    logger, handler = logging.getLogger("test_logs.strange"), JournalHandler(journals)
    logger.propagate = False
    logger.addHandler(handler)
    try:
        logger.warning("Revision %d is in force", "seven")
    finally:
        logger.removeHandler(handler)
        journals.close()
