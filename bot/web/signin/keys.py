"""The public keys of who signs tokens, as a JWK set: from a file, or from an address."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Protocol

from joserfc.errors import JoseError
from joserfc.jwk import KeySet

_CURVES = {"P-256", "P-384"}
_MIN_RSA_BITS = 2048


class KeysUnavailable(Exception):
    """The address of the keys gave none that may be used, now or lately."""


class Keys(Protocol):
    async def having(self, kid: str) -> KeySet:
        """The keys in force; whether `kid` is among them is the caller's to see.

        Raises:
            KeysUnavailable
        """

    async def close(self) -> None: ...


class FileKeys:
    """Read once: another file counts from the next start."""

    def __init__(self, path: Path) -> None:
        """Raises OSError or ValueError."""
        self._keys = read_keys(path.read_bytes())

    async def having(self, kid: str) -> KeySet:
        return self._keys

    async def close(self) -> None:
        pass


def read_keys(content: bytes) -> KeySet:
    """The public keys for signatures in a JWK set; those of other kinds are left out.

    Raises:
        ValueError: no JWK set, no usable key in it, or a key that must not be there.
    """
    rows = _rows(content)
    if any("d" in row or "k" in row for row in rows):
        raise ValueError("it holds a secret key: only public ones may be here")
    try:
        keys = KeySet.import_key_set({"keys": [row for row in rows if _usable(row)]})
    except (JoseError, ValueError, TypeError, KeyError) as error:
        raise ValueError(f"no usable public key ({type(error).__name__})") from None
    short = [key for key in keys if key.key_type == "RSA" and _bits(key) < _MIN_RSA_BITS]
    if short:
        raise ValueError(f"an RSA key has fewer than {_MIN_RSA_BITS} bits")
    return keys


def _rows(content: bytes) -> list[dict[str, Any]]:
    try:
        read = json.loads(content)
    except (ValueError, RecursionError):
        raise ValueError("it is not JSON") from None
    rows = read.get("keys") if isinstance(read, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ValueError("it is not a JWK set")
    return rows


def _usable(row: dict[str, Any]) -> bool:
    fits = row.get("kty") == "RSA" or (row.get("kty") == "EC" and row.get("crv") in _CURVES)
    return fits and bool(row.get("kid")) and row.get("use", "sig") == "sig"


def _bits(key: Any) -> int:
    return int(key.raw_value.key_size)
