"""what figures need: ward and thumb of a turn, state and due date of a case"""

from __future__ import annotations

import json
from datetime import date

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

STEP = 1000  # cases read and written at a time


def upgrade() -> None:
    op.add_column("turn_log", sa.Column("ward", sa.String(length=60), nullable=True))
    op.add_column("turn_log", sa.Column("useful", sa.Boolean(), nullable=True))
    op.execute(
        "UPDATE turn_log SET useful = (SELECT feedback.useful FROM feedback"
        " WHERE feedback.turn_id = turn_log.turn_id)"
        " WHERE turn_id IN (SELECT turn_id FROM feedback)"
    )
    op.drop_index("ix_turn_log_at", "turn_log")
    op.create_index("ix_turn_log_at_useful", "turn_log", ["at", "useful"])
    op.add_column("case_record", sa.Column("state", sa.Integer(), nullable=True))
    op.add_column("case_record", sa.Column("due", sa.Date(), nullable=True))
    _read_cases()
    op.create_index("ix_case_record_state_due", "case_record", ["state", "due"])


def downgrade() -> None:
    op.drop_index("ix_case_record_state_due", "case_record")
    op.drop_column("case_record", "due")
    op.drop_column("case_record", "state")
    op.drop_index("ix_turn_log_at_useful", "turn_log")
    op.create_index("ix_turn_log_at", "turn_log", ["at"])
    op.drop_column("turn_log", "useful")
    op.drop_column("turn_log", "ward")


def _read_cases() -> None:
    """Take state and due date out of the records that are there."""
    cases = sa.table(
        "case_record",
        sa.column("code", sa.String),
        sa.column("record", sa.Text),
        sa.column("state", sa.Integer),
        sa.column("due", sa.Date),
    )
    some = sa.select(cases.c.code, cases.c.record).order_by(cases.c.code).limit(STEP)
    put = (
        sa.update(cases)
        .where(cases.c.code == sa.bindparam("of"))
        .values(state=sa.bindparam("is"), due=sa.bindparam("by"))
    )
    connection, last = op.get_bind(), ""
    while rows := connection.execute(some.where(cases.c.code > last)).all():
        connection.execute(put, [_values(row.code, row.record) for row in rows])
        last = rows[-1].code


def _values(code: str, record: str) -> dict[str, object]:
    case = json.loads(record)
    moved = [one["due_after"] for one in case.get("supplements", []) if one.get("due_after")]
    due = case.get("due") or min(moved, default=None)
    return {"of": code, "is": case.get("state"), "by": due and date.fromisoformat(due)}
