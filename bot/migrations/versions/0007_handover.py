"""hand-overs; until when a call back was promised"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

OPEN = sa.text("ended_at IS NULL")


def upgrade() -> None:
    op.create_table(
        "handover",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sender", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("why", sa.String(length=16), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("queued_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("adviser", sa.Integer(), nullable=True),
        sa.Column("shown", sa.String(length=120), nullable=True),
        sa.Column("citizen_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("adviser_seen", sa.DateTime(timezone=True), nullable=True),
        sa.Column("citizen_typing", sa.DateTime(timezone=True), nullable=True),
        sa.Column("adviser_typing", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    for column in ("asked_at", "sender", "state"):
        op.create_index(f"ix_handover_{column}", "handover", [column])
    op.create_index(
        "ix_handover_open", "handover", ["sender"],
        unique=True, sqlite_where=OPEN, postgresql_where=OPEN,
    )  # fmt: skip
    with op.batch_alter_table("call_back") as table:
        table.add_column(sa.Column("promised", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("call_back") as table:
        table.drop_column("promised")
    op.drop_table("handover")
