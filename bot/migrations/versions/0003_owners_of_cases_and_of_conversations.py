"""owners of cases and of conversations

Column by column: in batch mode SQLite would drop a table to shorten it, and the turns of its
conversations with it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003_owners"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("case_record", sa.Column("owner", sa.String(length=64), nullable=True))
    op.add_column("case_record", sa.Column("opened", sa.Date(), nullable=True))
    op.create_index("ix_case_record_owner_opened", "case_record", ["owner", "opened"])
    op.add_column("conversation", sa.Column("person", sa.String(length=64), nullable=True))


def downgrade() -> None:
    op.drop_column("conversation", "person")
    op.drop_index("ix_case_record_owner_opened", "case_record")
    op.drop_column("case_record", "opened")
    op.drop_column("case_record", "owner")
