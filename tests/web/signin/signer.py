"""A host app that signs people in: with a key pair made on the spot."""

from __future__ import annotations

import base64
import hmac
import json
import time
from pathlib import Path
from typing import Any

from joserfc import jwt
from joserfc.jwk import ECKey, Key, KeySet
from joserfc.jws import JWSRegistry

ISSUER, AUDIENCE = "https://ihanoi.example", "motcua"
DAY_S = 86_400  # tests that are collected now run later
AN, BINH = "999000000017", "999000000025"  # no province has 999: nobody's numbers


class Signer:
    """One key, and tokens that hold unless a test says otherwise."""

    def __init__(self, kid: str = "first", key: Key | None = None) -> None:
        self.kid = kid
        self.key = key or ECKey.generate_key("P-256", {"kid": kid, "use": "sig"})

    def key_set(self, *others: Signer) -> bytes:
        """The public half, with those of others, as it is published."""
        keys = KeySet([self.key, *(other.key for other in others)])
        return json.dumps(keys.as_dict(private=False)).encode()

    def publish(self, folder: Path) -> str:
        path = folder / "keys.json"
        path.write_bytes(self.key_set())
        return str(path)

    def token(
        self,
        number: str = AN,
        *,
        alg: str = "ES256",
        header: dict[str, Any] | None = None,
        without: str = "",
        **claims: Any,
    ) -> str:
        """A token; `claims` and `header` replace or add, `without` leaves a claim out."""
        now = int(time.time())
        usual = {"iss": ISSUER, "aud": AUDIENCE, "sub": number, "iat": now, "exp": now + DAY_S}
        said = {name: value for name, value in (usual | claims).items() if name != without}
        head = {"alg": alg, "kid": self.kid} | (header or {})
        return jwt.encode(head, said, self.key, algorithms=[alg])

    def signed(self, header: Any, content: bytes) -> str:
        """What no library would make: signed, whatever it says."""
        said = f"{_base64(json.dumps(header).encode())}.{_base64(content)}"
        signature = JWSRegistry.algorithms["ES256"].sign(said.encode(), self.key)
        return f"{said}.{_base64(signature)}"


def unsigned(header: Any, claims: dict[str, Any]) -> str:
    return ".".join(_base64(json.dumps(part).encode()) for part in (header, claims)) + "."


def with_secret(alg: str, secret: bytes, kid: str, claims: dict[str, Any]) -> str:
    """Signed as with a shared secret."""
    said = unsigned({"alg": alg, "kid": kid}, claims).rstrip(".")
    return f"{said}.{_base64(hmac.digest(secret, said.encode(), f'sha{alg[2:]}'))}"


def _base64(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def bearing(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}
