"""What an administrator may ask for a queued recipient: another server to deliver through, or the way back to the sender."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add both; nobody has asked for either."""
    op.add_column("recipients", sa.Column("via", sa.String(length=300), nullable=False, server_default=""))
    op.add_column("recipients", sa.Column("is_returned", sa.Boolean(), nullable=False, server_default="0"))
