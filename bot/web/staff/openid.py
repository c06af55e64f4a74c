"""Signing in with the city's own accounts (OpenID Connect); who may do what stays ours."""

from __future__ import annotations

import asyncio
import logging

import httpx2  # what authlib itself speaks with
from anyio.to_thread import run_sync
from authlib.integrations.base_client import OAuthError
from authlib.integrations.starlette_client import OAuth
from fastapi import APIRouter, Request
from joserfc.errors import JoseError
from pydantic import HttpUrl
from starlette.responses import Response

from bot.channels.problems import Problem
from bot.settings import Settings
from bot.staff import audit
from bot.web.parts import Shared
from bot.web.staff.desk import Desk
from bot.web.staff.signin import admitted, inside

router = APIRouter()
log = logging.getLogger(__name__)

WITHIN_S = 5.0  # of each of the issuer's answers; all of one step together in twice that
BACK = "/staff/sign-in/openid/back"
_LOOPBACK = {"127.0.0.1", "[::1]", "localhost"}


class OpenIdProblem(Exception):
    """A setting is missing or wrong: one sentence for the person who keeps the service."""


class OpenId:
    """The issuer as the settings name it; authlib asks it for its addresses when first needed."""

    def __init__(self, settings: Settings) -> None:
        """Raises OpenIdProblem."""
        issuer = settings.staff_oidc_issuer.rstrip("/")
        _check(settings, issuer)
        self.back = settings.public_url.rstrip("/") + BACK
        oauth = OAuth()
        oauth.register(
            "issuer",
            client_id=settings.staff_oidc_client,
            client_secret=settings.staff_oidc_secret,
            server_metadata_url=f"{issuer}/.well-known/openid-configuration",
            client_kwargs={
                "scope": "openid",
                "code_challenge_method": "S256",
                "timeout": WITHIN_S,
                "trust_env": False,
            },
        )
        self._client = oauth.create_client("issuer")
        self._issuer = issuer

    async def leave(self, request: Request) -> Response:
        """To the issuer, with state, nonce and PKCE's challenge."""
        async with asyncio.timeout(2 * WITHIN_S):
            away: Response = await self._client.authorize_redirect(request, self.back)
        return away

    async def subject(self, request: Request) -> str:
        """Who came back.

        Raises:
            OAuthError, JoseError, ValueError, KeyError: what came back does not hold.
            httpx2.HTTPError, TimeoutError: the issuer does not answer.
        """
        # Not the issuer that a document at its address names, but the one that we were told.
        claims = {"iss": {"essential": True, "values": [self._issuer, f"{self._issuer}/"]}}
        async with asyncio.timeout(2 * WITHIN_S):
            token = await self._client.authorize_access_token(request, claims_options=claims)
        return str(token["userinfo"]["sub"])


def open_openid(settings: Settings) -> OpenId | None:
    """None: no issuer is set.

    Raises:
        OpenIdProblem
    """
    return OpenId(settings) if settings.staff_oidc_issuer else None


@router.get("/staff/sign-in/openid")
async def leave(request: Request, next: str = "") -> Response:
    openid = _openid(request)
    request.session.clear()  # one attempt at a time
    request.session["next"] = inside(next)[:500]
    try:
        return await openid.leave(request)
    except (httpx2.HTTPError, TimeoutError, OAuthError, RuntimeError, ValueError) as error:
        raise _unavailable(error) from error


@router.get(BACK)
async def come_back(request: Request, desk: Desk, parts: Shared) -> Response:
    openid = _openid(request)
    next = str(request.session.get("next", ""))
    try:
        subject = await openid.subject(request)
    except (httpx2.HTTPError, TimeoutError) as error:
        raise _unavailable(error) from error
    except (OAuthError, JoseError, ValueError, KeyError, RuntimeError) as error:
        log.warning("signing in by OpenID did not hold: %s", type(error).__name__)
        raise Problem(
            401,
            "staff-openid-refused",
            "Chưa đăng nhập được",
            "Nơi cấp tài khoản không xác nhận lần đăng nhập này. Hãy đăng nhập lại từ đầu.",
        ) from error

    def admit() -> str | None:
        account = desk.accounts.of_subject(subject)
        if account:
            return desk.sessions.open(account.id, "openid")
        with desk.store.writing() as session:
            audit.note(session, None, "sign-in-unknown")
        return None

    token = await run_sync(admit)
    if token is None:
        raise Problem(
            403,
            "staff-unknown",
            "Tài khoản chưa được cấp quyền",
            "Tài khoản cơ quan này chưa có trên trang cán bộ. Hãy liên hệ quản trị viên.",
        )
    return admitted(request, token, next, parts.settings)


def _openid(request: Request) -> OpenId:
    openid: OpenId | None = request.app.state.openid
    if openid is None:
        raise Problem(404, "http-404", "Không tìm thấy", "Ở đây không đăng nhập theo cách này.")
    return openid


def _unavailable(error: Exception) -> Problem:
    log.warning("the OpenID issuer did not answer: %s", type(error).__name__)
    return Problem(
        503,
        "staff-openid-unavailable",
        "Nơi cấp tài khoản đang gián đoạn",
        "Hãy thử lại sau ít phút, hoặc đăng nhập bằng mật khẩu nếu anh/chị có.",
        headers={"Retry-After": "60"},
    )


def _check(settings: Settings, issuer: str) -> None:
    if not settings.staff_oidc_client or not settings.staff_oidc_secret or not settings.public_url:
        raise OpenIdProblem(
            "MOTCUA_STAFF_OIDC_ISSUER needs MOTCUA_STAFF_OIDC_CLIENT, MOTCUA_STAFF_OIDC_SECRET and "
            "MOTCUA_PUBLIC_URL beside it."
        )
    for name, address in (("STAFF_OIDC_ISSUER", issuer), ("PUBLIC_URL", settings.public_url)):
        try:
            url = HttpUrl(address)
        except ValueError:
            url = None
        if not url or (url.scheme != "https" and url.host not in _LOOPBACK):
            raise OpenIdProblem(f"MOTCUA_{name} must begin with https://.")
