"""Decisions once more in packs, from which a preview reads a million of them in a second."""

import sqlalchemy as sa
from alembic import op

from posthouse_server.store.engine import UtcDateTime

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table; the next step fills it, since packing follows the newest schema."""
    op.create_table(
        "packs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("first_at", UtcDateTime(), nullable=False),
        sa.Column("last_at", UtcDateTime(), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
        sa.Column("origins", sa.Text(), nullable=False),
        sa.Column("senders", sa.Text(), nullable=False),
        sa.Column("recipients", sa.Text(), nullable=False),
        sa.Column("cells", sa.LargeBinary(), nullable=False),
        sa.Column("seconds", sa.LargeBinary(), nullable=False),
        sa.Column("floods", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_packs_last_at", "packs", ["last_at"], unique=False)
    op.create_index("ix_packs_until", "packs", ["until"], unique=False)
