"""who calls back, and how often it was tried"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("call_back", sa.Column("adviser", sa.Integer(), nullable=True))
    op.add_column("call_back", sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True))
    tries = sa.Column("tries", sa.Integer(), nullable=False, server_default="0")
    op.add_column("call_back", tries)
    op.add_column("call_back", sa.Column("tried_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    for column in ("tried_at", "tries", "taken_at", "adviser"):
        op.drop_column("call_back", column)
