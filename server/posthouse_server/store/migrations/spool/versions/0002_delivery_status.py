"""What RFC 3461 lets a client say about delivery status notifications."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the parameters of MAIL and RCPT; empty where a client gave none."""
    op.add_column("messages", sa.Column("envelope_id", sa.String(length=400), nullable=False, server_default=""))
    op.add_column("messages", sa.Column("returned", sa.String(length=4), nullable=False, server_default=""))
    op.add_column("recipients", sa.Column("notify", sa.String(length=30), nullable=False, server_default=""))
    op.add_column("recipients", sa.Column("original_recipient", sa.String(length=1600), nullable=False, server_default=""))
