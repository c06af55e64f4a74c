"""Words that only this installation can read again."""

from __future__ import annotations

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken


class Unreadable(Exception):
    """It was sealed with another key."""


class Sealed:
    """
    Args:
        key: as `bot.keyed.load_key` gives it.
    """

    def __init__(self, key: bytes, purpose: str) -> None:
        own = hashlib.blake2b(purpose.encode(), key=key[:64], digest_size=32).digest()
        self._fernet = Fernet(base64.urlsafe_b64encode(own))

    def seal(self, words: str) -> str:
        return self._fernet.encrypt(words.encode()).decode()

    def open(self, sealed: str) -> str:
        """
        Raises:
            Unreadable
        """
        try:
            return self._fernet.decrypt(sealed.encode()).decode()
        except InvalidToken as error:
            raise Unreadable(
                "sealed with another key (MOTCUA_SECRET_KEY, var/secret.key)"
            ) from error
