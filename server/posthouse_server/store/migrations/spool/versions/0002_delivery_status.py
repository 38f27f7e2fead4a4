"""What RFC 3461 lets a client say about delivery status notifications; indexes for a hundred thousand who wait."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the parameters of MAIL and RCPT, empty where a client gave none; and make the indexes anew."""
    op.add_column("messages", sa.Column("envelope_id", sa.String(length=400), nullable=False, server_default=""))
    op.add_column("messages", sa.Column("returned", sa.String(length=4), nullable=False, server_default=""))
    op.add_column("recipients", sa.Column("notify", sa.String(length=30), nullable=False, server_default=""))
    op.add_column("recipients", sa.Column("original_recipient", sa.String(length=1600), nullable=False, server_default=""))
    op.drop_index("ix_recipients_due", "recipients")
    op.drop_index("ix_recipients_message_id", "recipients")
    op.create_index("ix_recipients_due", "recipients", ["state", "route", "next_attempt_at", "leased_until"], unique=False)
    op.create_index("ix_recipients_message", "recipients", ["message_id", "state"], unique=False)
    op.create_index("ix_recipients_leased", "recipients", ["leased_until"], unique=False,
                    sqlite_where=sa.text("leased_until IS NOT NULL"))
