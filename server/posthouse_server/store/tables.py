"""The tables, one MetaData a database. Migrations in store/migrations make them; a test holds the two together."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from posthouse_server.store.engine import UtcDateTime

settings_metadata = MetaData()
spool_metadata = MetaData()
traffic_metadata = MetaData()

revisions = Table(
    "revisions", settings_metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("kind", String(20), nullable=False),
    Column("document", Text),
    Column("summary", Text, nullable=False),
    Column("author", String(200), nullable=False),
    Column("comment", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    # What a change of the directory did, as JSON, so that it can be taken back; settings have their document.
    Column("change", Text),
    # SHA-256 over the content and the digest of the revision before.
    Column("digest", String(64), nullable=False, server_default=""),
    Index("ix_revisions_kind", "kind", "id"),
    sqlite_autoincrement=True,
)

desired_state = Table(
    "desired_state", settings_metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("state", String(20), nullable=False),
    Column("serial", Integer, nullable=False),
    Column("author", String(200), nullable=False),
    Column("requested_at", UtcDateTime, nullable=False),
)

trials = Table(  # a change that takes itself back unless it is confirmed; at most one row
    "trials", settings_metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("revision", Integer, nullable=False),
    Column("restores", Integer, nullable=False),
    Column("author", String(200), nullable=False),
    Column("until", UtcDateTime, nullable=False),
)

work_orders = Table(  # what the running server is asked to do, and its answer
    "work_orders", settings_metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("kind", String(40), nullable=False),
    Column("arguments", Text, nullable=False),
    Column("author", String(200), nullable=False),
    Column("requested_at", UtcDateTime, nullable=False),
    Column("state", String(12), nullable=False),
    Column("answer", Text, nullable=False, server_default="{}"),
    Column("finished_at", UtcDateTime),
    Index("ix_work_orders_state", "state", "id"),
    sqlite_autoincrement=True,
)

post_offices = Table(
    "post_offices", settings_metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(255), nullable=False, unique=True),
)

mailboxes = Table(
    "mailboxes", settings_metadata,
    Column("id", Integer, primary_key=True),
    Column("post_office_id", ForeignKey("post_offices.id"), nullable=False),
    Column("name", String(64), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("enabled", Boolean, nullable=False),
    Column("password_hash", String(255), nullable=False),
    Column("maildir", String(400), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("friendly_name", String(200), nullable=False, server_default=""),
    # none, copy or redirect, and to which addresses, one a line.
    Column("redirection", String(10), nullable=False, server_default="none"),
    Column("redirect_to", Text, nullable=False, server_default=""),
    Column("quota_kb", Integer, nullable=False, server_default="0"),
    UniqueConstraint("post_office_id", "name", name="uq_mailboxes_name"),
    Index("ix_mailboxes_kind", "kind", "post_office_id"),
    Index("ix_mailboxes_maildir", "maildir"),
)

domains = Table(
    "domains", settings_metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(255), nullable=False, unique=True),
    Column("post_office_id", ForeignKey("post_offices.id"), nullable=False),
    Column("catch_all_id", ForeignKey("mailboxes.id", ondelete="SET NULL")),
    # accept, refuse, or nothing for what the settings say.
    Column("unknown_recipients", String(10), nullable=False, server_default=""),
)

addresses = Table(
    "addresses", settings_metadata,
    Column("address", String(320), primary_key=True),
    Column("domain_id", ForeignKey("domains.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("mailbox_id", ForeignKey("mailboxes.id", ondelete="CASCADE"), nullable=False, index=True),
)

groups = Table(
    "groups", settings_metadata,
    Column("address", String(320), primary_key=True),
    Column("domain_id", ForeignKey("domains.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("friendly_name", String(200), nullable=False, server_default=""),
)

group_members = Table(
    "group_members", settings_metadata,
    Column("group_address", ForeignKey("groups.address", ondelete="CASCADE"), primary_key=True),
    Column("address", String(320), primary_key=True),
)

messages = Table(
    "messages", spool_metadata,
    Column("id", String(12), primary_key=True),
    Column("sender", String(400), nullable=False),
    Column("client", String(50), nullable=False),
    Column("login", String(400)),
    Column("helo", String(255), nullable=False),
    Column("size", Integer, nullable=False),
    Column("eight_bit", Boolean, nullable=False),
    Column("utf8", Boolean, nullable=False),
    Column("subject", String(200), nullable=False),
    Column("body", LargeBinary),
    Column("body_file", String(80)),
    Column("accepted_at", UtcDateTime, nullable=False, index=True),
    Column("envelope_id", String(400), nullable=False, server_default=""),
    Column("returned", String(4), nullable=False, server_default=""),
)

recipients = Table(
    "recipients", spool_metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("message_id", ForeignKey("messages.id", ondelete="CASCADE"), nullable=False),
    Column("address", String(400), nullable=False),
    Column("route", String(10), nullable=False),
    Column("maildir", String(400)),
    Column("rule", String(40), nullable=False),
    Column("decision_id", String(12), nullable=False),
    Column("state", String(12), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_attempt_at", UtcDateTime, nullable=False),
    Column("leased_until", UtcDateTime),
    Column("last_reply", Text, nullable=False),
    Column("last_attempt_at", UtcDateTime),
    Column("notify", String(30), nullable=False, server_default=""),
    Column("original_recipient", String(1600), nullable=False, server_default=""),
    # What an administrator has asked for: another server (host:port) to deliver through, or the way back to the sender.
    Column("via", String(300), nullable=False, server_default=""),
    Column("is_returned", Boolean, nullable=False, server_default="0"),
    # Who is due is found in this index alone, however many wait; so are the numbers of the ledger.
    Index("ix_recipients_due", "state", "route", "next_attempt_at", "leased_until"),
    Index("ix_recipients_message", "message_id", "state"),
)
Index("ix_recipients_leased", recipients.c.leased_until, sqlite_where=recipients.c.leased_until.is_not(None))

ledger = Table(
    "ledger", spool_metadata,
    Column("outcome", String(12), primary_key=True),
    Column("recipients", Integer, nullable=False),
)

nodes = Table(
    "nodes", traffic_metadata,
    Column("name", String(255), primary_key=True),
    Column("pid", Integer, nullable=False),
    Column("process_started_at", Float, nullable=False),
    Column("state", String(12), nullable=False),
    Column("started_at", UtcDateTime, nullable=False),
    Column("heartbeat_at", UtcDateTime, nullable=False),
    Column("listening", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("counters", Text, nullable=False),
    Column("last_error", Text, nullable=False),
    Column("version", String(40), nullable=False),
    Column("alarms", Text, nullable=False, server_default="[]"),
)

decisions = Table(
    "decisions", traffic_metadata,
    Column("id", String(12), primary_key=True),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("client", String(50), nullable=False),
    Column("login", String(400)),
    Column("tls", Boolean, nullable=False),
    Column("sender", String(1000), nullable=False),
    Column("recipient", String(1000), nullable=False),
    Column("verdict", String(10), nullable=False),
    Column("rule", String(40), nullable=False),
    Column("reply", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("message_id", String(12)),
    Column("number", Integer, nullable=False, server_default="1"),
    Column("last_at", UtcDateTime),
)

packs = Table(  # decisions once more, many to a row and by columns; see packs.py
    "packs", traffic_metadata,
    Column("id", Integer, primary_key=True),
    Column("first_at", UtcDateTime, nullable=False),
    Column("last_at", UtcDateTime, nullable=False, index=True),
    # Every decision made before the greatest of these is in a pack.
    Column("until", UtcDateTime, nullable=False, index=True),
    Column("origins", Text, nullable=False),
    Column("senders", Text, nullable=False),
    Column("recipients", Text, nullable=False),
    Column("cells", LargeBinary, nullable=False),
    Column("seconds", LargeBinary, nullable=False),
    Column("floods", LargeBinary, nullable=False),
    # For the search of words alone; at the end, so that others need not read past them.
    Column("ids", LargeBinary, nullable=False, server_default=""),
    Column("replies", LargeBinary, nullable=False, server_default=""),
    Column("reply_cells", LargeBinary, nullable=False, server_default=""),
)

attempts = Table(
    "attempts", traffic_metadata,
    Column("id", Integer, primary_key=True),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("message_id", String(12), nullable=False, index=True),
    Column("recipient", String(400), nullable=False),
    Column("outcome", String(12), nullable=False),
    Column("remote", String(300), nullable=False),
    Column("reply", Text, nullable=False),
)

bans = Table(
    "bans", traffic_metadata,
    Column("client", String(60), primary_key=True),
    Column("since", UtcDateTime, nullable=False),
    Column("until", UtcDateTime, nullable=False),
    Column("number", Integer, nullable=False),
    Column("reason", String(40), nullable=False),
    Column("evidence", Text, nullable=False),
)

relay_tests = Table(
    "relay_tests", traffic_metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("revision", Integer, nullable=False),
    Column("author", String(200), nullable=False),
    Column("reason", Text, nullable=False),
    Column("forms", Integer, nullable=False),
    Column("passed", Integer, nullable=False),
    Column("fault", Text, nullable=False),
    Column("outcomes", Text, nullable=False),
    sqlite_autoincrement=True,
)
