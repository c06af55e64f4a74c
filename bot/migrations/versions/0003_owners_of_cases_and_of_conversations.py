"""owners of cases and of conversations"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003_owners"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("case_record", schema=None) as batch_op:
        batch_op.add_column(sa.Column("owner", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("opened", sa.Date(), nullable=True))
        batch_op.create_index("ix_case_record_owner_opened", ["owner", "opened"], unique=False)

    with op.batch_alter_table("conversation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("person", sa.String(length=64), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("conversation", schema=None) as batch_op:
        batch_op.drop_column("person")

    with op.batch_alter_table("case_record", schema=None) as batch_op:
        batch_op.drop_index("ix_case_record_owner_opened")
        batch_op.drop_column("opened")
        batch_op.drop_column("owner")
