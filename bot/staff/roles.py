"""Who may do what: one table."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    ADVISER = "adviser"
    EDITOR = "editor"
    LEAD = "lead"
    ADMIN = "admin"

    @property
    def label(self) -> str:
        return _LABELS[self]


class May(StrEnum):
    """One right; a page or a call asks for exactly one."""

    LOOK_UP = "look-up"
    TAKE_OVER = "take-over"
    ANSWER_TICKETS = "answer-tickets"
    READ_COMPLAINTS = "read-complaints"  # about officials: leads only, not admins
    TEACH = "teach"
    REVIEW = "review"  # what colleagues want to teach
    TAKE_DOWN = "take-down"
    IMPORT = "import"
    READ_FIGURES = "read-figures"
    MANAGE_STAFF = "manage-staff"
    READ_AUDIT = "read-audit"


_LABELS = {
    Role.ADVISER: "Tư vấn viên",
    Role.EDITOR: "Biên tập viên",
    Role.LEAD: "Trưởng nhóm",
    Role.ADMIN: "Quản trị viên",
}

_ADVISES = frozenset({May.LOOK_UP, May.TAKE_OVER, May.ANSWER_TICKETS})

RIGHTS: dict[Role, frozenset[May]] = {
    Role.ADVISER: _ADVISES,
    Role.EDITOR: frozenset({May.LOOK_UP, May.TEACH, May.REVIEW, May.TAKE_DOWN, May.IMPORT}),
    Role.LEAD: _ADVISES | {May.REVIEW, May.TAKE_DOWN, May.READ_COMPLAINTS, May.READ_FIGURES},
    Role.ADMIN: frozenset({May.LOOK_UP, May.READ_FIGURES, May.MANAGE_STAFF, May.READ_AUDIT}),
}
