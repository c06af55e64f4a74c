"""Who may open what, written down by hand: the console's code is held against it.

A new page or call needs its row here, or the tests fail.
"""

from __future__ import annotations

from bot.staff.roles import Role

ADVISER, EDITOR, LEAD, ADMIN = Role.ADVISER, Role.EDITOR, Role.LEAD, Role.ADMIN
ANYBODY = set(Role)

_ROWS: tuple[tuple[set[Role], str], ...] = (
    (ANYBODY, "GET /staff"),
    (ANYBODY, "GET POST /staff/password"),
    (ANYBODY, "POST /staff/sign-out"),
    (ANYBODY, "GET /staff/api/jobs/{job}"),
    (ANYBODY, "GET /staff/api/procedures"),
    (ANYBODY, "GET /staff/procedures"),
    (ANYBODY, "GET /staff/procedures/compare"),
    (ANYBODY, "GET /staff/procedures/{code}"),
    (ANYBODY, "GET /staff/procedures/{code}/checklist"),
    (ANYBODY, "GET /staff/procedures/{code}/checklist/made"),
    (ANYBODY, "GET /staff/procedures/{code}/history"),
    ({ADVISER, LEAD}, "GET /staff/conversations"),
    ({ADVISER, LEAD}, "GET /staff/conversations/{handover}"),
    ({ADVISER, LEAD}, "POST /staff/conversations/{handover}/take"),
    ({ADVISER, LEAD}, "POST /staff/conversations/{handover}/say"),
    ({ADVISER, LEAD}, "POST /staff/conversations/{handover}/put-back"),
    ({ADVISER, LEAD}, "POST /staff/conversations/{handover}/give-back"),
    ({ADVISER, LEAD}, "POST /staff/conversations/{handover}/close"),
    ({ADVISER, LEAD}, "GET /staff/api/conversations/events"),
    ({ADVISER, LEAD}, "GET /staff/api/conversations/{handover}/events"),
    ({ADVISER, LEAD}, "POST /staff/api/conversations/{handover}/suggestion"),
    ({ADVISER, LEAD}, "POST /staff/api/conversations/{handover}/typing"),
    ({ADVISER, LEAD}, "GET /staff/call-backs"),
    ({ADVISER, LEAD}, "POST /staff/call-backs/{wish}/number"),
    ({ADVISER, LEAD}, "POST /staff/call-backs/{wish}/{what}"),
    ({ADVISER, LEAD}, "GET /staff/tickets"),
    ({ADVISER, LEAD}, "GET /staff/tickets/{number}"),
    ({ADVISER, LEAD}, "POST /staff/tickets/{number}/answer"),
    ({ADVISER, LEAD}, "POST /staff/tickets/{number}/assign"),
    ({ADVISER, LEAD}, "POST /staff/tickets/{number}/state"),
    ({LEAD}, "GET /staff/complaints"),
    ({LEAD}, "GET /staff/complaints/{number}"),
    ({LEAD}, "POST /staff/complaints/{number}/answer"),
    ({LEAD}, "POST /staff/complaints/{number}/assign"),
    ({LEAD}, "POST /staff/complaints/{number}/state"),
    ({EDITOR}, "GET /staff/learning"),
    ({EDITOR}, "POST /staff/learning/gather"),
    ({EDITOR}, "GET /staff/learning/themes/{theme}"),
    ({EDITOR}, "POST /staff/learning/themes/{theme}/assign"),
    ({EDITOR}, "POST /staff/learning/themes/{theme}/dismiss"),
    ({EDITOR}, "POST /staff/learning/themes/{theme}/propose"),
    ({EDITOR}, "POST /staff/learning/themes/{theme}/reopen"),
    ({EDITOR, LEAD}, "GET /staff/learning/changes"),
    ({EDITOR, LEAD}, "GET /staff/learning/changes/{change}"),
    ({EDITOR, LEAD}, "POST /staff/learning/changes/{change}/approve"),
    ({EDITOR, LEAD}, "POST /staff/learning/changes/{change}/compare"),
    ({EDITOR, LEAD}, "POST /staff/learning/changes/{change}/refuse"),
    ({EDITOR, LEAD}, "POST /staff/learning/changes/{change}/take-back"),
    ({EDITOR, LEAD}, "GET /staff/notices"),
    ({EDITOR, LEAD}, "POST /staff/notices/banner"),
    ({EDITOR, LEAD}, "POST /staff/notices/banner/remove"),
    ({EDITOR, LEAD}, "POST /staff/notices/down"),
    ({EDITOR, LEAD}, "POST /staff/notices/up"),
    ({EDITOR}, "GET /staff/catalogue"),
    ({EDITOR}, "POST /staff/catalogue/go-back"),
    ({EDITOR}, "POST /staff/catalogue/uploads"),
    ({EDITOR}, "GET /staff/catalogue/uploads/{name}"),
    ({EDITOR}, "POST /staff/catalogue/uploads/{name}/apply"),
    ({EDITOR}, "POST /staff/catalogue/uploads/{name}/read"),
    ({LEAD, ADMIN}, "GET /staff/figures"),
    ({LEAD, ADMIN}, "GET /staff/figures.csv"),
    ({LEAD, ADMIN}, "GET /staff/figures/{group}"),
    ({LEAD, ADMIN}, "GET /staff/worklist"),
    ({LEAD, ADMIN}, "GET /staff/worklist.csv"),
    ({ADMIN}, "GET POST /staff/accounts"),
    ({ADMIN}, "POST /staff/accounts/{login}/active"),
    ({ADMIN}, "POST /staff/accounts/{login}/password"),
    ({ADMIN}, "POST /staff/accounts/{login}/role"),
    ({ADMIN}, "GET /staff/audit"),
)

# (method, path) → the roles that may
ACCESS: dict[tuple[str, str], set[Role]] = {
    (method, path): roles
    for roles, row in _ROWS
    for *methods, path in [row.split()]
    for method in methods
}
