"""The console on an application: what its routes share, its routers, its answers to strangers."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import FastAPI, Request
from starlette.middleware.sessions import SessionMiddleware
from starlette.responses import RedirectResponse, Response

from bot.care.callback_desk import CallBackDesk
from bot.channels.problems import Problem
from bot.insight.report import Insight
from bot.keyed import Keyed, load_key
from bot.settings import Settings
from bot.staff.service import open_staff
from bot.store import Store
from bot.web.staff import (
    accounts,
    audit,
    callbacks,
    catalogue,
    changes,
    conversations,
    conversations_live,
    figures,
    home,
    jobs,
    learning,
    lookup,
    notices,
    openid,
    procedure,
    signin,
    tickets,
    worklist,
)
from bot.web.staff.cookie import over_https
from bot.web.staff.guard import ChangeFirst, SignInFirst, is_call
from bot.web.staff.openid import open_openid

ROUTERS = (
    signin.router,
    openid.router,
    home.router,
    conversations.router,
    conversations_live.router,
    callbacks.router,
    *tickets.ROUTERS,
    lookup.router,
    procedure.router,
    learning.router,
    changes.router,
    notices.router,
    catalogue.router,
    jobs.router,
    figures.router,
    worklist.router,
    accounts.router,
    audit.router,
)
SIGNING_IN_S = 1800  # a form that lies open for longer is shown anew


def open_console(app: FastAPI, settings: Settings, store: Store) -> None:
    """
    Raises:
        OpenIdProblem: signing in by OpenID is set up wrongly.
    """
    key = load_key(settings.secret_key, settings.var_dir)
    keyed = Keyed(key)
    app.state.staff = open_staff(settings, store, keyed)
    app.state.callbacks = CallBackDesk(store, key)
    app.state.openid = open_openid(settings)
    app.state.insight = Insight(store, app.state.parts.procedures.all, settings.turn_log_days)
    app.add_middleware(
        SessionMiddleware,  # only for signing in: nobody is signed in by this cookie
        secret_key=keyed.digest("staff-sign-in", ""),
        session_cookie="motcua_sign_in",
        path="/staff/sign-in",
        max_age=SIGNING_IN_S,
        same_site="lax",
        https_only=over_https(settings),
    )
    app.add_exception_handler(SignInFirst, _sign_in_first)
    app.add_exception_handler(ChangeFirst, _change_first)
    for router in ROUTERS:
        app.include_router(router, include_in_schema=False)


async def _sign_in_first(request: Request, _error: Exception) -> Response:
    if is_call(request):
        return Problem(
            401,
            "staff-sign-in",
            "Chưa đăng nhập",
            "Phiên làm việc đã hết hạn. Hãy đăng nhập lại.",
        ).response()
    path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    asked = path if request.method == "GET" else "/staff"
    return RedirectResponse(f"/staff/sign-in?next={quote(asked, safe='/')}", 303)


async def _change_first(request: Request, _error: Exception) -> Response:
    if is_call(request):
        detail = "Hãy đổi mật khẩu mà người khác đã đặt."
        return Problem(403, "staff-change-password", "Cần đổi mật khẩu", detail).response()
    return RedirectResponse("/staff/password", 303)
