"""A conversation of a person who is signed in: theirs alone, and nobody's number anywhere."""

from __future__ import annotations

import logging
import uuid
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from bot.cases.proofs import Proofs
from bot.keyed import Keyed, load_key
from bot.settings import Settings
from bot.text.signed_in import METADATA
from tests.web.conftest import called_from
from tests.web.fake_rasa import FakeRasa
from tests.web.signin.signer import AN, AUDIENCE, BINH, ISSUER, Signer, bearing

SIGNER = Signer()
AS_AN, AS_BINH = bearing(SIGNER.token(AN)), bearing(SIGNER.token(BINH))


@pytest.fixture
def settings(settings: Settings, tmp_path: Path) -> Settings:
    return settings.model_copy(
        update={
            "signin_keys": SIGNER.publish(tmp_path),
            "signin_issuer": ISSUER,
            "signin_audience": AUDIENCE,
        }
    )


def said(client: TestClient, headers: dict[str, str] | None = None, **members: Any) -> Any:
    body = {"text": "hồ sơ của tôi đến đâu rồi"} | members
    return client.post("/api/chat", json=body, headers=headers).json()


def owner(settings: Settings, number: str) -> str:
    """What the cases of this person are found by."""
    return Proofs(Keyed(load_key(settings.secret_key, settings.var_dir))).owner(number)


def test_the_person_is_handed_on_as_the_word_that_their_cases_have(
    client: TestClient, rasa: FakeRasa, settings: Settings
) -> None:
    session = said(client, AS_AN)["session"]
    again = said(client, AS_AN, session=session)
    assert again["session"] == session
    assert not again["session_renewed"]
    assert rasa.handed == [{METADATA: owner(settings, AN)}] * 2


def test_without_a_token_nobody_is_handed_on(client: TestClient, rasa: FakeRasa) -> None:
    said(client)
    said(client, {"Authorization": "Basic bW90OmN1YQ=="})  # a proxy's own
    assert rasa.handed == [{}, {}]


@pytest.mark.parametrize(
    ("first", "then"),
    [(AS_AN, AS_BINH), (AS_AN, None), (None, AS_AN)],
    ids=["another person", "signed out", "signed in"],
)
def test_whoever_else_comes_with_the_session_starts_a_new_one(
    client: TestClient,
    rasa: FakeRasa,
    first: dict[str, str] | None,
    then: dict[str, str] | None,
) -> None:
    session = said(client, first)["session"]
    other = said(client, then, session=session)
    assert other["session"] != session
    assert other["session_renewed"]
    assert "Không mở lại được" in other["notice"]
    assert rasa.heard[0][0] != rasa.heard[1][0]
    assert rasa.handed[0] != rasa.handed[1]
    assert said(client, first, session=session)["session"] == session


@pytest.mark.parametrize("other", [AS_BINH, None], ids=["another person", "signed out"])
def test_nobody_else_reads_listens_to_rates_copies_or_deletes_it(
    client: TestClient, other: dict[str, str] | None
) -> None:
    told = said(client, AS_AN)
    where = f"/api/chat/{told['session']}"
    rating = {"session": told["session"], "turn_id": told["turn_id"], "useful": True}
    assert client.get(where, headers=AS_AN).json()["turns"]
    assert client.post("/api/feedback", json=rating, headers=AS_AN).status_code == 200
    for answer in (
        client.get(where, headers=other),
        client.get(f"{where}/events", headers=other),
        client.post("/api/feedback", json=rating, headers=other),
        client.get(f"{where}/export", headers=other),
        client.delete(where, headers=other),
    ):
        assert answer.status_code == 404
        assert answer.json()["type"] == "urn:motcua:problem:no-session"
    assert client.get(f"{where}/export", headers=AS_AN).status_code == 200
    assert client.delete(where, headers=AS_AN).status_code == 200


def test_a_repeated_first_message_leads_nobody_else_to_the_session(client: TestClient) -> None:
    message = str(uuid.uuid4())
    mine = said(client, AS_AN, client_message_id=message)
    again = said(client, AS_AN, client_message_id=message)
    assert (again["session"], again["turn_id"]) == (mine["session"], mine["turn_id"])
    for other in (AS_BINH, None):
        assert said(client, other, client_message_id=message)["session"] != mine["session"]


@pytest.mark.parametrize(
    ("token", "kind"),
    [
        (SIGNER.token(aud="another"), "sign-in-refused"),
        (SIGNER.token(exp=1), "sign-in-expired"),
        (Signer("unknown").token(), "sign-in-refused"),
        (SIGNER.token(padding="x" * 10_000), "sign-in-refused"),
        ("no.token.at-all", "sign-in-refused"),
    ],
    ids=["audience", "expired", "unknown key", "oversized", "no token"],
)
def test_a_token_that_does_not_hold_is_a_problem_that_can_be_read(
    client: TestClient, rasa: FakeRasa, token: str, kind: str
) -> None:
    session = said(client, AS_AN)["session"]
    calls = [
        client.post("/api/chat", json={"text": "chào"}, headers=bearing(token)),
        client.get(f"/api/chat/{session}", headers=bearing(token)),
    ]
    for answer in calls:
        assert answer.status_code == 401
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.headers["www-authenticate"] == 'Bearer error="invalid_token"'
        problem = answer.json()
        assert problem["type"] == f"urn:motcua:problem:{kind}"
        assert "đăng nhập lại" in problem["detail"]
        assert token not in answer.text
    assert len(rasa.heard) == 1


def test_keys_that_cannot_be_had(settings: Settings, rasa: FakeRasa) -> None:
    from bot.web.app import create_app

    away = settings.model_copy(update={"signin_keys": "http://127.0.0.1:9/keys"})
    with TestClient(create_app(away)) as client:
        answer = client.post("/api/chat", json={"text": "chào"}, headers=AS_AN)
        assert answer.status_code == 503
        assert answer.json()["type"] == "urn:motcua:problem:sign-in-unavailable"
        assert answer.headers["retry-after"] == "30"
        assert client.post("/api/chat", json={"text": "chào"}).status_code == 200


def test_where_signing_in_is_off_a_token_is_not_taken_for_nobody(settings: Settings) -> None:
    from bot.web.app import create_app

    off = settings.model_copy(update={"signin_keys": ""})
    with TestClient(create_app(off)) as client:
        answer = client.post("/api/chat", json={"text": "chào"}, headers=AS_AN)
    assert (answer.status_code, answer.json()["type"]) == (401, "urn:motcua:problem:sign-in-off")


def test_bad_tokens_count_as_messages_of_their_address(settings: Settings) -> None:
    from bot.web.app import create_app

    limited = settings.model_copy(update={"rate_ip": "3/minute"})
    with TestClient(create_app(limited)) as client:
        other = called_from("203.0.113.9", client)
        codes = [
            other.post("/api/chat", json={"text": "chào"}, headers=bearing("x")).status_code
            for _ in range(5)
        ]
    assert codes == [401, 401, 401, 429, 429]


def test_neither_number_nor_token_nor_the_word_of_the_cases_is_written(
    client: TestClient,
    settings: Settings,
    caplog: pytest.LogCaptureFixture,
    tmp_path: Path,
    app: FastAPI,
) -> None:
    caplog.set_level(logging.DEBUG)
    said(client, AS_AN)
    said(client, bearing(SIGNER.token(AN, aud="another")))
    said(client, bearing(f"{SIGNER.token(AN)}x"))
    app.state.store.close()
    secrets = [AN, SIGNER.token(AN).split(".")[0], owner(settings, AN)]
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert any(b"web-" in content for content in written) or settings.database_url
    for secret in secrets:
        assert not any(secret.encode() in content for content in written)
        assert secret not in caplog.text
