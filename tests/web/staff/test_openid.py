"""Signing in with the city's accounts, against an issuer on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from joserfc.jwk import RSAKey
from starlette.testclient import TestClient

from bot.settings import Settings
from bot.staff.roles import Role
from bot.web.app import create_app
from bot.web.staff.openid import OpenIdProblem, open_openid
from tests.web.fake_rasa import free_port, serving
from tests.web.staff.conftest import HTML
from tests.web.staff.issuer import CLIENT, SECRET, Issuer

HERE = "http://127.0.0.1:8000"


@pytest.fixture
def issuer() -> Iterator[Issuer]:
    port = free_port()
    issuer = Issuer(f"http://127.0.0.1:{port}")
    with serving(issuer.app, port):
        yield issuer


@pytest.fixture
def with_openid(settings: Settings, issuer: Issuer) -> Settings:
    return settings.model_copy(
        update={
            "public_url": HERE,
            "staff_oidc_issuer": issuer.url,
            "staff_oidc_client": CLIENT,
            "staff_oidc_secret": SECRET,
        }
    )


@pytest.fixture
def browser(with_openid: Settings) -> Iterator[TestClient]:
    app = create_app(with_openid)
    app.state.staff.accounts.add(None, "lan", "Lan (mẫu)", Role.EDITOR, subject="subject-1")
    with TestClient(app, base_url=HERE, follow_redirects=False, headers=HTML) as client:
        yield client


def _journey(browser: TestClient, next: str = "/staff/procedures") -> Any:
    """Away to the issuer and back, as a browser follows the redirects."""
    away = browser.get("/staff/sign-in/openid", params={"next": next})
    assert away.status_code == 302, away.text
    back = httpx.get(away.headers["Location"], timeout=10, trust_env=False)
    found = urlsplit(back.headers["Location"])
    return browser.get(f"{found.path}?{found.query}")


def test_there_and_back_again(browser: TestClient) -> None:
    assert "Đăng nhập bằng tài khoản của cơ quan" in browser.get("/staff/sign-in").text
    arrived = _journey(browser)
    assert (arrived.status_code, arrived.headers["Location"]) == (303, "/staff/procedures")
    assert "Biên tập viên" in browser.get("/staff").text  # the role is ours


def test_an_unknown_subject_gets_no_access(browser: TestClient, issuer: Issuer) -> None:
    issuer.subject = "subject-2"
    refused = _journey(browser)
    assert (refused.status_code, "chưa được cấp quyền" in refused.text) == (403, True)
    assert 'href="/staff">Về trang cán bộ' in refused.text  # to sign in otherwise
    assert "tel:" not in refused.text
    assert browser.get("/staff").status_code == 303


def test_who_has_no_password_is_offered_no_new_one(browser: TestClient) -> None:
    _journey(browser)
    assert "Đổi mật khẩu" not in browser.get("/staff").text


def test_a_deactivated_account_gets_none_either(browser: TestClient) -> None:
    browser.app.state.staff.accounts.set_active(None, "lan", False)  # type: ignore[attr-defined]
    assert _journey(browser).status_code == 403


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://another.example"},
        {"aud": "another"},
        {"nonce": "of another time"},
        {"exp": 1_000_000},
    ],
    ids=lambda claims: next(iter(claims)),
)
def test_a_token_that_does_not_hold(
    browser: TestClient, issuer: Issuer, claims: dict[str, Any]
) -> None:
    issuer.claims = claims
    assert _journey(browser).status_code == 401
    assert browser.get("/staff").status_code == 303


def test_a_token_of_another_key(browser: TestClient, issuer: Issuer) -> None:
    issuer.key = RSAKey.generate_key(2048, {"kid": "first", "use": "sig"})
    assert _journey(browser).status_code == 401


def test_an_answer_that_nobody_asked_for(browser: TestClient) -> None:
    for query in ("code=x&state=y", "error=access_denied&state=y", ""):
        assert browser.get(f"/staff/sign-in/openid/back?{query}").status_code == 401, query


def test_an_answer_counts_once(browser: TestClient) -> None:
    away = browser.get("/staff/sign-in/openid")
    back = httpx.get(away.headers["Location"], timeout=10, trust_env=False)
    found = urlsplit(back.headers["Location"])
    assert browser.get(f"{found.path}?{found.query}").status_code == 303
    assert browser.get(f"{found.path}?{found.query}").status_code == 401


def test_an_issuer_that_is_down(browser: TestClient, issuer: Issuer) -> None:
    issuer.down = True
    away = browser.get("/staff/sign-in/openid")
    assert (away.status_code, "đang gián đoạn" in away.text) == (503, True)


def test_without_an_issuer_there_is_no_such_way(client: TestClient) -> None:
    assert client.get("/staff/sign-in/openid").status_code == 404
    assert "tài khoản của cơ quan" not in client.get("/staff/sign-in", headers=HTML).text


@pytest.mark.parametrize(
    "missing",
    [
        {"staff_oidc_secret": ""},
        {"public_url": ""},
        {"public_url": "http://motcua.example"},
        {"staff_oidc_issuer": "http://issuer.example"},
        {"staff_oidc_issuer": "no address"},
    ],
)
def test_half_a_set_up_is_refused_at_the_start(
    with_openid: Settings, missing: dict[str, str]
) -> None:
    with pytest.raises(OpenIdProblem, match="MOTCUA_"):
        open_openid(with_openid.model_copy(update=missing))
