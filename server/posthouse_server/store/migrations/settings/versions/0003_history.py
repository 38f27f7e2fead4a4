"""A history that can be taken back and verified, changes on trial, and work orders for the running server."""

import sqlalchemy as sa
from alembic import op

from posthouse_server.store.chain import digest_of
from posthouse_server.store.engine import UtcDateTime
from posthouse_server.store.tables import revisions

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the columns and tables."""
    op.add_column("revisions", sa.Column("change", sa.Text(), nullable=True))
    op.add_column("revisions", sa.Column("digest", sa.String(length=64), nullable=False, server_default=""))
    _chain()
    op.create_table(
        "trials",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("restores", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(length=200), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "work_orders",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("arguments", sa.Text(), nullable=False),
        sa.Column("author", sa.String(length=200), nullable=False),
        sa.Column("requested_at", UtcDateTime(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False, server_default="{}"),
        sa.Column("finished_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_work_orders_state", "work_orders", ["state", "id"], unique=False)


def _chain() -> None:
    """Chain the revisions that are there already."""
    connection = op.get_bind()
    previous = ""
    for number in connection.execute(sa.select(revisions.c.id).order_by(revisions.c.id)).scalars().all():
        row = connection.execute(sa.select(revisions).where(revisions.c.id == number)).one()
        previous = digest_of(previous, row)
        connection.execute(sa.update(revisions).where(revisions.c.id == number).values(digest=previous))
