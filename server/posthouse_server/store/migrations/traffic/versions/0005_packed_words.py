"""Packs hold ids and replies too, so that words are found among millions of decisions in a second."""

import sqlalchemy as sa
from alembic import op

from posthouse_server.store.packs import pack_all

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the columns, and pack what was recorded so far anew."""
    op.execute("DELETE FROM packs")
    for name in ("ids", "replies", "reply_cells"):
        op.add_column("packs", sa.Column(name, sa.LargeBinary(), nullable=False, server_default=""))
    pack_all(op.get_bind())
