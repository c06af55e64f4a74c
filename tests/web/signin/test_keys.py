"""A key set: public keys for signatures only, or one clear reason."""

from __future__ import annotations

import json
from typing import Any

import pytest
from joserfc.jwk import ECKey, OctKey, OKPKey

from bot.web.signin.keys import read_keys
from tests.web.signin.signer import Signer

# An RSA key of 1,024 bits: any number will do.
SHORT = {"kty": "RSA", "kid": "short", "e": "AQAB", "n": "w" * 170 + "w"}


def test_public_keys_by_their_names() -> None:
    first, second = Signer("first"), Signer("second")
    assert [key.kid for key in read_keys(first.key_set(second))] == ["first", "second"]


@pytest.mark.parametrize(
    "other",
    [
        {"kty": "AKP", "kid": "new", "pub": "AAAA"},
        {"kty": "EC", "crv": "P-521", "kid": "long", "x": "AA", "y": "AA"},
        {"kty": "RSA", "kid": "to-encrypt", "use": "enc", "n": "AQAB", "e": "AQAB"},
        {"kty": "RSA", "n": "AQAB", "e": "AQAB"},
        OKPKey.generate_key("Ed25519", {"kid": "ed"}).as_dict(private=False),
    ],
    ids=["kind", "curve", "use", "nameless", "Edwards"],
)
def test_keys_of_other_kinds_are_left_out(other: dict[str, Any]) -> None:
    published = json.loads(Signer("first").key_set())
    published["keys"].append(other)
    assert [key.kid for key in read_keys(json.dumps(published).encode())] == ["first"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not JSON"),
        (b"\xff", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[]", "not a JWK set"),
        (b'{"keys": {}}', "not a JWK set"),
        (b'{"keys": ["x"]}', "not a JWK set"),
        (b'{"keys": []}', "no usable public key"),
        (b'{"keys": [{"kty": "RSA", "kid": "a"}]}', "no usable public key"),
        (b'{"keys": [{"kty": "EC", "crv": "P-256", "kid": "a", "x": 5, "y": 6}]}', "no usable"),
        (json.dumps({"keys": [SHORT]}).encode(), "fewer than 2048 bits"),
        (json.dumps({"keys": [OctKey.generate_key(256).as_dict()]}).encode(), "secret key"),
        (
            json.dumps({"keys": [ECKey.generate_key("P-256").as_dict(private=True)]}).encode(),
            "secret key",
        ),
    ],
)
@pytest.mark.filterwarnings("ignore:Key size")  # the library says so too
def test_one_reason_for_each_set_that_cannot_be_used(content: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read_keys(content)
