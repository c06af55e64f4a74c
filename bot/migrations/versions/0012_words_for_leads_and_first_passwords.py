"""which turns are for leads alone; which passwords somebody else chose"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

PASSWORDS = ("staff_account", "staff_session")


def upgrade() -> None:
    no = sa.false()
    op.add_column("turn", sa.Column("for_leads", sa.Boolean(), server_default=no, nullable=False))
    for table in PASSWORDS:
        must: sa.Column[bool] = sa.Column(
            "must_change", sa.Boolean(), server_default=no, nullable=False
        )
        op.add_column(table, must)


def downgrade() -> None:
    for table in PASSWORDS:
        op.drop_column(table, "must_change")
    op.drop_column("turn", "for_leads")
