"""A firm that does not exist, with a month of mail: everything that the pictures show, at times that never change."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import psutil

from posthouse_server.alarms import AlarmKind
from posthouse_server.settings import set_paths
from posthouse_server.store.bans import Ban, BanReason, Evidence
from posthouse_server.store.messages import NewMessage, NewRecipient, RecipientState, Result, Route
from posthouse_server.store.nodes import Alarm, Counters, Node, NodeState
from posthouse_server.store.traffic import AttemptRow, DecisionRow
from screenshots.demo_directory import fill_directory
from screenshots.fixed_clock import NOW, set_back

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posthouse_server.store import Store
    from posthouse_server.store.relay_tests import RelayTest

ANNA, BEN = "anna@desk-3 (console)", "ben@desk-7 (command line)"
RANGES: list[dict[str, Any]] = [
    {"range": "10.0.4.0/24", "note": "Scanners and printers, head office"},
    {"range": "10.0.7.12", "note": "Shop system", "senders": ["shop@example.com", "orders.example.com"]},
    {"range": "10.0.9.0/28", "note": "Payroll run", "hours": ["mon-fri 08:00-18:00"]},
    {"range": "10.0.6.40", "note": "New scanner on trial", "expires_at": (NOW + timedelta(hours=2)).isoformat()},
    {"range": "10.0.3.21", "note": "Fair stand", "expires_at": (NOW - timedelta(days=4)).isoformat()},
]
PRIVILEGED, REFUSED_RELAY, AUTHENTICATED, LOCAL = "privileged_range", "no_criterion_met", "authenticated", "address_map"
BUSY = "450 4.2.1 The mailbox is busy, try again later"
NEWS_ID, WAITING_ID = "2H9C-T5FN", "C81P-XW4T"
TRIED = (130, 115, 85, 25)
"""So many minutes ago it was tried to deliver the message that waits; the next try comes 240 after the last."""
MAIL = 164
"""So many recipients have got their mail since the spool was made."""
KNOWN_ID = "K7Q2-9FXB"
"""The refusal that the help speaks of."""
NAMES = {"10.0.5.23": "scanner-2.example.com", "10.0.5.31": "plotter.example.com", "10.0.4.17": "scanner-1.example.com"}
"""The demonstration's own reverse DNS."""


@dataclass(frozen=True, slots=True)
class Habit:
    """Who sends how much, once in so many hours, during the last days."""

    client: str
    login: str | None
    sender: str
    recipient: str
    rule: str
    verdict: str
    every_hours: int
    number: int
    days: int = 28


@dataclass(frozen=True, slots=True)
class Letter:
    """A message in the spool, and how long ago it was accepted."""

    id: str
    minutes: float
    sender: str
    client: str
    login: str | None
    subject: str
    recipients: tuple[str, ...]
    rule: str


OFFICE = ("office@partner.example",)
LETTERS = (
    Letter("9RXE-3KJB", 1440, "", "10.0.4.17", None, "Delivery failed", ("scan@gone.example",), PRIVILEGED),
    Letter("M3VB-06RE", 400, "mary@example.com", "198.51.100.23", "mary@example.com", "Offer for the autumn", OFFICE,
           AUTHENTICATED),
    Letter(WAITING_ID, 130, "scan@example.com", "10.0.4.17", None, "Scan 0412.pdf", OFFICE, PRIVILEGED),
    Letter("7QHM-2KDA", 14, "john@example.com", "203.0.113.9", "john@example.com", "You have won", OFFICE, AUTHENTICATED),
    Letter("5NDA-W20Q", 3, "news@far.example", "203.0.113.80", None, "Spring catalogue", ("info@example.com",), LOCAL),
)
HABITS = (
    Habit("10.0.4.17", None, "scan@example.com", "archive@partner.example", PRIVILEGED, "relay", 5, 3),
    Habit("10.0.7.12", None, "shop@example.com", "customer@far.example", PRIVILEGED, "relay", 2, 4),
    Habit("198.51.100.23", "mary@example.com", "mary@example.com", "office@partner.example", AUTHENTICATED, "relay", 7, 2),
    Habit("198.51.100.40", "john@example.com", "john@example.com", "press@far.example", AUTHENTICATED, "relay", 9, 2),
    Habit("203.0.113.80", None, "news@far.example", "info@example.com", LOCAL, "local", 3, 1),
    Habit("10.0.5.23", None, "scan@example.com", "archive@partner.example", REFUSED_RELAY, "refused", 30, 2, 6),
    Habit("10.0.5.31", None, "plotter@example.com", "press@far.example", REFUSED_RELAY, "refused", 40, 1, 5),
)


def fill(store: Store, tests: Sequence[RelayTest]) -> None:
    """Put the whole demonstration into an empty store; the tests are real ones, the newest first, made by a server."""
    _directory(store)
    _history(store)
    newest = store.settings.newest_number()
    _traffic(store, newest)
    _queue(store)
    _bans(store)
    for test, days in zip(reversed(tests), (6, 1), strict=True):
        store.relay_tests.add(_steady(test, days, newest))
    set_back()


def run_server(store: Store, *alarms: Alarm) -> None:
    """Write the row of a server that runs in this process, so that it counts as alive."""
    process = psutil.Process()
    store.nodes.write(Node("mail", process.pid, process.create_time(), NodeState.RUNNING, NOW - timedelta(days=3, hours=4), NOW,
                           ("127.0.0.1:2525", "10.0.0.5:25"), store.settings.newest_number(),
                           Counters(connections=181, connections_now=3, accepted=MAIL + len(LETTERS), refused=9,
                                    delivered=MAIL, queue=len(LETTERS) - 1),
                           version="1.0", alarms=alarms))


def unusual_sending() -> Alarm:
    """Return the alarm about the mailbox of the abuse report."""
    text = ("john@example.com has sent to 380 recipients within an hour; in the last 30 days it was 2 an hour at most. "
            "See the abuse report.")
    return Alarm(f"{AlarmKind.UNUSUAL_SENDING}:john@example.com", text, NOW - timedelta(minutes=50))


def _directory(store: Store) -> None:
    for domain, office in (("example.com", ""), ("example.org", "example.com"), ("shop.example", "")):
        set_back(days=39, minutes=-len(domain))
        store.directory.add_domain(domain, ANNA, office)
    for number, name in enumerate(("john", "mary", "info", "scanner", "archive")):
        set_back(days=38, minutes=-number)
        store.directory.add_mailbox(f"{name}@example.com", "not-a-real-password", ANNA)
    set_back(days=37)
    store.directory.set_enabled("archive@example.com", False, BEN)
    set_back(days=36)
    fill_directory(store, ANNA)


def _history(store: Store) -> None:
    changes: tuple[tuple[float, str, str, dict[str, Any]], ...] = (
        (30, ANNA, "First set-up", {"smtp.general.hostname": "mail.example.com", "smtp.inbound.listeners": [
            {}, {"address": "10.0.0.5", "port": 25}]}),
        (29, ANNA, "Scanners can't log in", {"smtp.relay.allow_privileged_ip_ranges": True,
                                             "smtp.relay.privileged_ip_ranges": RANGES}),
        (20, BEN, "", {"smtp.inbound.max_connections_per_client": 50}),
        (6, BEN, "The web form of the branch office", {"smtp.relay.allow_local_sender_addresses": True}),
        (5.9, ANNA, "Anybody can write our address as the sender", {"smtp.relay.allow_local_sender_addresses": False}),
        (4, ANNA, "Monitoring", {"smtp.whitelist.enabled": True, "smtp.whitelist.ranges": ["10.0.1.5", "198.51.100.16/28"]}),
        (3, BEN, "", {"smtp.blocked_addresses.senders": ["offers@far.example", "newsletter.example"],
                      "smtp.inbound.access_control.ranges": ["203.0.113.128/25"],
                      "smtp.dns_blacklisting.enabled": True,
                      "smtp.dns_blacklisting.zones": ["dnsbl.example.net", "spammers.example.org"]}),
        (2, ANNA, "", {"smtp.smart_host": {
            "enabled": True, "host": "smarthost.example.net", "tls": "required", "authentication": "password",
            "username": "relay@example.com"}}),
    )
    for days, author, comment, values in changes:
        set_back(days=days)
        store.settings.change(lambda old, values=values: set_paths(old, values), author, comment)  # type: ignore[misc]


def _traffic(store: Store, revision: int) -> None:
    chance = random.Random(2026)  # noqa: S311 - always the same mail
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

    def new_id() -> str:
        letters = chance.choices(alphabet, k=8)
        return f"{''.join(letters[:4])}-{''.join(letters[4:])}"

    rows = [_row(habit, new_id(), hours, chance, revision)
            for habit in HABITS for hours in range(1, habit.days * 24, habit.every_hours)]
    outbreak = Habit("203.0.113.9", "john@example.com", "john@example.com", "someone@elsewhere.example", AUTHENTICATED,
                     "relay", 1, 95)
    rows += [_row(outbreak, new_id(), minutes / 60, chance, revision) for minutes in (12, 26, 38, 51)]
    rows.append(DecisionRow(KNOWN_ID, NOW - timedelta(minutes=8), "10.0.5.23", None, False, "scan@example.com",
                            "archive@partner.example", "refused", REFUSED_RELAY, _reply("refused", KNOWN_ID), revision))
    store.traffic.open_writer()
    for row in sorted(rows, key=lambda row: row.at):
        store.traffic.record_decision(row)
    for minutes in TRIED:
        store.traffic.record_attempt(AttemptRow(NOW - timedelta(minutes=minutes), WAITING_ID, OFFICE[0], "deferred",
                                                "mx.partner.example [198.51.100.99]:25", BUSY))
    store.traffic.close_writer()


def _row(habit: Habit, row_id: str, hours: float, chance: random.Random, revision: int) -> DecisionRow:
    at = NOW - timedelta(hours=hours, minutes=chance.randrange(9))
    message = None if habit.verdict == "refused" else row_id
    number = habit.number + chance.randrange(2)
    return DecisionRow(row_id, at, habit.client, habit.login, habit.login is not None, habit.sender, habit.recipient,
                       habit.verdict, habit.rule, _reply(habit.verdict, row_id), revision, message, number)


def _reply(verdict: str, row_id: str) -> str:
    return f"550 5.7.1 Relaying denied ({row_id})" if verdict == "refused" else f"250 2.1.5 Recipient OK ({row_id})"


def _queue(store: Store) -> None:
    store.spool.open_writer()
    news = tuple(f"reader{number}@far.example" for number in range(MAIL))
    _post(store, Letter(NEWS_ID, 2880, "news@example.com", "10.0.7.12", None, "News", news, PRIVILEGED))
    _settle(store, NEWS_ID, RecipientState.DELIVERED, "250 OK")
    for letter in LETTERS:
        _post(store, letter)
    _settle(store, "9RXE-3KJB", RecipientState.BAD_MAIL, "550 5.1.1 No such user here")
    for minutes in TRIED:
        set_back(minutes=minutes)
        _settle(store, WAITING_ID, RecipientState.WAITING, BUSY)
    store.spool.close_writer()


def _post(store: Store, letter: Letter) -> None:
    set_back(minutes=letter.minutes)
    is_local = letter.rule == LOCAL
    recipients = tuple(NewRecipient(address, Route.LOCAL if is_local else Route.RELAY,
                                    "example.com/info" if is_local else None, letter.rule, letter.id)
                       for address in letter.recipients)
    store.spool.accept(NewMessage(letter.id, letter.sender, letter.client, letter.login, "client.example", 18_400, False, False,
                                  letter.subject, f"Subject: {letter.subject}\r\n\r\n...\r\n".encode(), None,
                                  recipients)).result()


def _settle(store: Store, message_id: str, state: RecipientState, reply: str) -> None:
    again = NOW + timedelta(minutes=240 - TRIED[-1]) if state is RecipientState.WAITING else None
    (message,) = store.spool.list(message_ids=(message_id,))
    store.spool.record([Result(row.id, message_id, state, reply, again) for row in message.recipients]).result()


def _bans(store: Store) -> None:
    def ban(client: str, minutes: int, length: int, number: int, reason: BanReason, *tried: str) -> Ban:
        since = NOW - timedelta(minutes=minutes)
        return Ban(client, since, since + timedelta(minutes=length), number, reason,
                   Evidence(10, since - timedelta(seconds=42), since, tried))

    store.bans.record(ban("203.0.113.66", 4, 10, 1, BanReason.FAILED_LOGINS, "admin", "john", "mary"),
                      ban("198.51.100.201", 25, 40, 3, BanReason.FAILED_LOGINS, "info@example.com"),
                      ban("2001:db8:41::/64", 7, 20, 2, BanReason.REFUSED_RELAYS, "a@far.example to b@another.example"))


def _steady(test: RelayTest, days: int, revision: int) -> RelayTest:
    """Keep what the server found, and give it a time, and ids, that are the same in every run."""
    def calm(text: str) -> str:
        text = text.replace("127.0.0.1:any port", "127.0.0.1:2525")  # it took a free one
        return re.sub(r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b", KNOWN_ID, text)

    outcomes = tuple(replace(item, transcript=calm(item.transcript), note=calm(item.note), way=calm(item.way))
                     for item in test.outcomes)
    return replace(test, at=set_back(days=days), revision=revision - (3 if days > 3 else 0), author=ANNA,
                   outcomes=outcomes)
