"""The settings for signing in: all of them, or one sentence that says what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.keyed import Keyed
from bot.settings import Settings
from bot.web.signin.opening import SignInProblem, open_sign_in
from tests.web.signin.signer import AUDIENCE, ISSUER, Signer

KEYED = Keyed(b"a key of the tests")


def test_off_by_default() -> None:
    assert open_sign_in(Settings(), KEYED) is None


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ({"signin_issuer": ""}, "MOTCUA_SIGNIN_ISSUER"),
        ({"signin_audience": ""}, "MOTCUA_SIGNIN_AUDIENCE"),
        ({"signin_keys": "/no/such/file.json"}, "No such file"),
        ({"signin_keys": "http://keys.example/jwks"}, "https://"),
        ({"signin_keys": "ftp://keys.example/jwks"}, "https://"),
        ({"signin_keys": "https://[keys"}, "https://"),
    ],
)
def test_what_is_missing_or_wrong(tmp_path: Path, settings: dict[str, str], reason: str) -> None:
    right = {
        "signin_keys": Signer().publish(tmp_path),
        "signin_issuer": ISSUER,
        "signin_audience": AUDIENCE,
    }
    assert open_sign_in(Settings.model_validate(right), KEYED)
    with pytest.raises(SignInProblem, match=reason):
        open_sign_in(Settings.model_validate(right | settings), KEYED)


def test_a_file_with_a_private_key_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    path.write_text('{"keys": [{"kty": "EC", "crv": "P-256", "kid": "a", "d": "secret"}]}')
    with pytest.raises(SignInProblem, match=r"keys\.json: it holds a secret key") as raised:
        open_sign_in(
            Settings(signin_keys=str(path), signin_issuer=ISSUER, signin_audience=AUDIENCE), KEYED
        )
    assert 'secret"' not in str(raised.value)


@pytest.mark.parametrize("address", ["https://keys.example/jwks", "http://127.0.0.1:9/jwks"])
def test_an_address_is_not_asked_before_the_first_token(address: str) -> None:
    settings = Settings(signin_keys=address, signin_issuer=ISSUER, signin_audience=AUDIENCE)
    assert open_sign_in(settings, KEYED)
