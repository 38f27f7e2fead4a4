"""Equal refusals become one row with a number, and nodes raise alarms."""

import sqlalchemy as sa
from alembic import op

from posthouse_server.store.engine import UtcDateTime

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the columns; every row that is there stands for one decision."""
    op.add_column("decisions", sa.Column("number", sa.Integer(), nullable=False, server_default="1"))
    op.add_column("decisions", sa.Column("last_at", UtcDateTime(), nullable=True))
    op.add_column("nodes", sa.Column("alarms", sa.Text(), nullable=False, server_default="[]"))
