"""Keyed hashes: the same person gives the same word, and nobody can go back without the key."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path


class Keyed:
    """HMAC-SHA-256 under one secret; `purpose` keeps the uses from being joined."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def digest(self, purpose: str, value: str) -> str:
        """64 hexadecimal digits."""
        message = f"{purpose}:{value}".encode()
        return hmac.new(self._key, message, hashlib.sha256).hexdigest()


def load_key(secret: str, var_dir: Path) -> bytes:
    """The configured secret, else the one of this machine, made on first use."""
    if secret:
        return secret.encode()
    path = var_dir / "secret.key"
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}.{secrets.token_hex(4)}")
    if not path.exists():
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_hex(32))
        try:
            os.link(draft, path)  # fails when another process was first; then its key holds
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().encode()
