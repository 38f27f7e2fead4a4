"""The decisions about a message are found by its id, however long the trace is."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the index; most refusals have no message and stand in it not."""
    op.create_index("ix_decisions_message_id", "decisions", ["message_id"], unique=False,
                    sqlite_where=sa.text("message_id IS NOT NULL"))
