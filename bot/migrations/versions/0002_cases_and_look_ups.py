"""cases and look-ups"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "case_lookup",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("caller", sa.String(length=64), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("failed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("case_lookup", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_case_lookup_at"), ["at"], unique=False)
        batch_op.create_index(
            "ix_case_lookup_caller_failed_at", ["caller", "failed", "at"], unique=False
        )
        batch_op.create_index(
            "ix_case_lookup_code_failed_at", ["code", "failed", "at"], unique=False
        )

    op.create_table(
        "case_record",
        sa.Column("code", sa.String(length=48), nullable=False),
        sa.Column("procedure", sa.String(length=16), nullable=True),
        sa.Column("phone_proof", sa.String(length=64), nullable=True),
        sa.Column("cccd_proof", sa.String(length=64), nullable=True),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("code"),
    )


def downgrade() -> None:
    op.drop_table("case_record")
    with op.batch_alter_table("case_lookup", schema=None) as batch_op:
        batch_op.drop_index("ix_case_lookup_code_failed_at")
        batch_op.drop_index("ix_case_lookup_caller_failed_at")
        batch_op.drop_index(batch_op.f("ix_case_lookup_at"))

    op.drop_table("case_lookup")
