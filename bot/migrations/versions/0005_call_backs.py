"""call backs"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005_call_backs"
down_revision = "0004_calls"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "call_back",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sender", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("ended", sa.String(length=16), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("call_back") as table:
        table.create_index("ix_call_back_at", ["at"])
        table.create_index("ix_call_back_sender", ["sender"])


def downgrade() -> None:
    op.drop_table("call_back")
