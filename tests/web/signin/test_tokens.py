"""Tokens: one that holds names the person by a keyed hash, every other is refused."""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from joserfc import jwt
from joserfc.jwe import JWERegistry
from joserfc.jwk import OctKey, RSAKey

from bot.cases.proofs import Proofs
from bot.channels.problems import Problem
from bot.keyed import Keyed
from bot.web.signin.keys import FileKeys
from bot.web.signin.tokens import LEEWAY_S, MAX_CHARS, SignIn
from tests.web.signin.signer import (
    AN,
    AUDIENCE,
    BINH,
    DAY_S,
    ISSUER,
    Signer,
    unsigned,
    with_secret,
)  # fmt: skip

SIGNER = Signer()
LATER = int(time.time()) + DAY_S
OWNER = Proofs(Keyed(b"a key of the tests")).owner
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=4,
)


@pytest.fixture(scope="module")
def sign_in(tmp_path_factory: pytest.TempPathFactory) -> SignIn:
    return opened(tmp_path_factory.mktemp("keys"), SIGNER)


def opened(folder: Path, signer: Signer, claim: str = "sub") -> SignIn:
    return SignIn(FileKeys(Path(signer.publish(folder))), ISSUER, AUDIENCE, claim, OWNER)


def who(sign_in: SignIn, token: str) -> str:
    return asyncio.run(sign_in.person(token))


def refusal(sign_in: SignIn, token: str) -> Problem:
    with pytest.raises(Problem) as raised:
        who(sign_in, token)
    return raised.value


def test_a_token_that_holds_names_the_person_by_a_keyed_hash(sign_in: SignIn) -> None:
    assert who(sign_in, SIGNER.token(AN)) == OWNER(AN)
    assert who(sign_in, SIGNER.token(BINH)) == OWNER(BINH) != OWNER(AN)
    assert AN not in who(sign_in, SIGNER.token(AN))


def test_it_may_be_for_several_audiences(sign_in: SignIn) -> None:
    assert who(sign_in, SIGNER.token(aud=["another", AUDIENCE])) == OWNER(AN)


@pytest.mark.parametrize("alg", ["RS256", "PS256"])
def test_rsa_keys_sign_too(tmp_path: Path, alg: str) -> None:
    rsa = Signer("rsa", RSAKey.generate_key(2048, {"kid": "rsa"}))
    assert who(opened(tmp_path, rsa), rsa.token(alg=alg)) == OWNER(AN)


def test_which_claim_names_the_person_is_a_setting(tmp_path: Path) -> None:
    by_number = opened(tmp_path, SIGNER, claim="cccd")
    assert who(by_number, SIGNER.token("u-1", cccd=AN)) == OWNER(AN)
    assert refusal(by_number, SIGNER.token(AN)).kind == "sign-in-refused"


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://elsewhere.example"},
        {"aud": "another"},
        {"aud": ["another"]},
        {"aud": {"motcua": 1}},
        {"nbf": LATER},
        {"iat": LATER},
        {"exp": "never"},
        {"exp": float("nan")},
        {"exp": True},
        {"sub": "u-1"},
        {"sub": AN[:-1]},
        {"sub": int(AN)},
        {"sub": [AN]},
        {"without": "iss"},
        {"without": "aud"},
        {"without": "exp"},
        {"without": "sub"},
    ],
    ids=str,
)
def test_claims_that_do_not_hold(sign_in: SignIn, claims: dict[str, Any]) -> None:
    problem = refusal(sign_in, SIGNER.token(**claims))
    assert (problem.status, problem.kind) == (401, "sign-in-refused")
    assert problem.headers["WWW-Authenticate"] == 'Bearer error="invalid_token"'


def test_an_expired_one_says_so_but_clocks_may_differ_a_little(sign_in: SignIn) -> None:
    now = int(time.time())
    assert refusal(sign_in, SIGNER.token(exp=now - LEEWAY_S - 5)).kind == "sign-in-expired"
    assert who(sign_in, SIGNER.token(exp=now - LEEWAY_S + 30)) == OWNER(AN)
    assert who(sign_in, SIGNER.token(nbf=now + LEEWAY_S - 30)) == OWNER(AN)


CLAIMS = {"iss": ISSUER, "aud": AUDIENCE, "sub": AN, "exp": LATER}


@pytest.mark.parametrize("alg", ["none", "None", "NONE", "", None, "ES256"])
def test_nothing_unsigned(sign_in: SignIn, alg: str | None) -> None:
    token = unsigned({"alg": alg, "kid": SIGNER.kid}, CLAIMS)
    assert refusal(sign_in, token).kind == "sign-in-refused"


@pytest.mark.parametrize("alg", ["HS256", "HS384", "HS512"])
def test_what_is_published_is_no_secret_to_sign_with(sign_in: SignIn, alg: str) -> None:
    public = SIGNER.key.as_pem(private=False)
    for secret in (public, public.strip(), SIGNER.key.as_der(private=False), SIGNER.key_set()):
        token = with_secret(alg, secret, SIGNER.kid, CLAIMS)
        assert refusal(sign_in, token).kind == "sign-in-refused"


def test_a_key_that_is_not_ours(sign_in: SignIn) -> None:
    assert refusal(sign_in, Signer("unknown").token()).kind == "sign-in-refused"
    assert refusal(sign_in, Signer(SIGNER.kid).token()).kind == "sign-in-refused"  # same name
    for header in ({"alg": "ES256"}, {"alg": "ES256", "kid": ""}, {"alg": "ES256", "kid": None}):
        nameless = SIGNER.signed(header, json.dumps(CLAIMS).encode())
        assert refusal(sign_in, nameless).kind == "sign-in-refused"


def test_a_key_that_comes_with_the_token_is_not_looked_at(sign_in: SignIn) -> None:
    stranger = Signer(SIGNER.kid)
    for header in (
        {"jwk": stranger.key.as_dict(private=False)},
        {"jku": "http://127.0.0.1:9/keys.json"},
        {"x5u": "http://127.0.0.1:9/keys.pem"},
    ):
        assert refusal(sign_in, stranger.token(header=header)).kind == "sign-in-refused"


def test_a_demand_that_is_not_understood(sign_in: SignIn) -> None:
    head = {"alg": "ES256", "kid": SIGNER.kid}
    assert who(sign_in, SIGNER.signed(head, json.dumps(CLAIMS).encode())) == OWNER(AN)
    for demand in ({"crit": ["exp"], "exp": 1}, {"crit": 5}, {"crit": ["b64"], "b64": False}):
        token = SIGNER.signed(head | demand, json.dumps(CLAIMS).encode())
        assert refusal(sign_in, token).kind == "sign-in-refused"


def test_a_changed_one(sign_in: SignIn) -> None:
    head, _, signature = SIGNER.token(AN).split(".")
    _, claims, _ = SIGNER.token(BINH).split(".")
    assert refusal(sign_in, f"{head}.{claims}.{signature}").kind == "sign-in-refused"


def test_an_oversized_one_is_not_even_read(sign_in: SignIn) -> None:
    token = SIGNER.token(padding="x" * MAX_CHARS)
    assert refusal(sign_in, token).kind == "sign-in-refused"


@settings(deadline=None)
@given(st.text(max_size=60))
@example("a.b.c")
@example("..")
@example("éé.éé.éé")
@example("e30.e30.e30")
@example("a.b.c.d.e")
def test_no_text_breaks_the_check(sign_in: SignIn, token: str) -> None:
    assert refusal(sign_in, token).status == 401


HEADERS = st.fixed_dictionaries({"alg": ANYTHING, "kid": ANYTHING | st.just(SIGNER.kid)})


@settings(deadline=None)
@given(ANYTHING | HEADERS)
@example("alg")
@example(["alg"])
@example({"alg": ["ES256"], "kid": "first"})
@example({"alg": {"ES256": 1}, "kid": "first"})
def test_no_header_breaks_the_check(sign_in: SignIn, header: Any) -> None:
    assert refusal(sign_in, SIGNER.signed(header, json.dumps(CLAIMS).encode())).status == 401


@settings(deadline=None)
@given(ANYTHING | st.fixed_dictionaries({"sub": ANYTHING, "exp": ANYTHING, "aud": ANYTHING}))
def test_no_content_breaks_the_check(sign_in: SignIn, content: Any) -> None:
    head = {"alg": "ES256", "kid": SIGNER.kid}
    assert refusal(sign_in, SIGNER.signed(head, json.dumps(content).encode())).status == 401


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[" * 5000, b'{"exp": 1e999}', b"9" * 5000])
def test_content_that_is_no_claims(sign_in: SignIn, content: bytes) -> None:
    head = {"alg": "ES256", "kid": SIGNER.kid}
    assert refusal(sign_in, SIGNER.signed(head, content)).status == 401


def test_encrypted_ones_are_not_taken(sign_in: SignIn) -> None:
    head = {"alg": "dir", "enc": "A256GCM", "kid": SIGNER.kid}
    registry = JWERegistry(algorithms=["dir", "A256GCM"])
    token = jwt.encode(head, dict(CLAIMS), OctKey.generate_key(256), registry=registry)
    assert refusal(sign_in, token).status == 401
