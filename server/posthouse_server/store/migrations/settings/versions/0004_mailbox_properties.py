"""Friendly names, redirection and quota of mailboxes; unknown recipients by domain; groups."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the columns and tables."""
    op.add_column("mailboxes", sa.Column("friendly_name", sa.String(length=200), nullable=False, server_default=""))
    op.add_column("mailboxes", sa.Column("redirection", sa.String(length=10), nullable=False, server_default="none"))
    op.add_column("mailboxes", sa.Column("redirect_to", sa.Text(), nullable=False, server_default=""))
    op.add_column("mailboxes", sa.Column("quota_kb", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("domains", sa.Column("unknown_recipients", sa.String(length=10), nullable=False, server_default=""))
    op.create_table(
        "groups",
        sa.Column("address", sa.String(length=320), nullable=False),
        sa.Column("domain_id", sa.Integer(), nullable=False),
        sa.Column("friendly_name", sa.String(length=200), nullable=False, server_default=""),
        sa.ForeignKeyConstraint(["domain_id"], ["domains.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("address"),
    )
    op.create_index(op.f("ix_groups_domain_id"), "groups", ["domain_id"], unique=False)
    op.create_table(
        "group_members",
        sa.Column("group_address", sa.String(length=320), nullable=False),
        sa.Column("address", sa.String(length=320), nullable=False),
        sa.ForeignKeyConstraint(["group_address"], ["groups.address"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("group_address", "address"),
    )
