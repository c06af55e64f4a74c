"""an outside inbox where advisers answer"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "inbox_link",
        sa.Column("handover", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("contact", sa.BigInteger(), nullable=True),
        sa.Column("remote", sa.BigInteger(), nullable=True),
        sa.Column("sent", sa.Integer(), nullable=False),
        sa.Column("heard", sa.BigInteger(), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("busy_until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("handover"),
        sa.UniqueConstraint("remote"),
    )


def downgrade() -> None:
    op.drop_table("inbox_link")
