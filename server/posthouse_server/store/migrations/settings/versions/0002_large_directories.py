"""Indexes for directories of a million mailboxes."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Find administrators, and whether a folder is taken, without reading all mailboxes."""
    op.create_index("ix_mailboxes_kind", "mailboxes", ["kind", "post_office_id"], unique=False)
    op.create_index("ix_mailboxes_maildir", "mailboxes", ["maildir"], unique=False)
