"""Tokens of a host app: who is signed in there, if everything about the token holds."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from joserfc import jws, jwt
from joserfc.errors import ExpiredTokenError
from joserfc.jwk import KeySet

from bot.cases.proofs import whole_number
from bot.web.signin import problems
from bot.web.signin.keys import Keys, KeysUnavailable

# Signed with a private key: a shared secret, or "none", is no proof of who signed.
ALGORITHMS = ("RS256", "PS256", "ES256", "ES384")
MAX_CHARS = 8192
LEEWAY_S = 60  # clocks differ

_REGISTRY = jws.JWSRegistry(algorithms=ALGORITHMS, strict_check_header=False)
log = logging.getLogger(__name__)


class SignIn:
    """Checks tokens and names the person by a keyed hash; the number itself goes no further.

    Args:
        claim: holds the whole personal identification number.
        owner: makes its keyed hash (`bot.cases.proofs.Proofs.owner`).
    """

    def __init__(
        self, keys: Keys, issuer: str, audience: str, claim: str, owner: Callable[[str], str]
    ) -> None:
        self._keys = keys
        self._claims = jwt.JWTClaimsRegistry(
            leeway=LEEWAY_S,
            iss={"essential": True, "value": issuer},
            aud={"essential": True, "value": audience},
            exp={"essential": True},
        )
        self._claim = claim
        self._owner = owner

    async def person(self, token: str) -> str:
        """The keyed hash of the person whom the token names.

        Raises:
            Problem: 401, the token does not hold; 503, the keys cannot be had now.
        """
        try:
            keys = await self._keys.having(_key_id(token))
            return self._owner(self._number(token, keys))
        except KeysUnavailable as error:
            raise problems.unavailable() from error
        except ExpiredTokenError:
            raise problems.expired() from None
        except Exception as error:  # a malformed token makes the library stumble in many ways
            log.info("a token was refused: %s", type(error).__name__)
            raise problems.refused() from None

    async def close(self) -> None:
        await self._keys.close()

    def _number(self, token: str, keys: KeySet) -> str:
        claims = jwt.decode(token, keys, registry=_REGISTRY).claims
        self._claims.validate(claims)
        said = claims.get(self._claim)
        number = whole_number(said) if isinstance(said, str) else None
        if number is None:
            raise ValueError(f"{self._claim} is no personal identification number")
        return number


def _key_id(token: str) -> str:
    """What the token, not yet believed, says about its key."""
    if len(token) > MAX_CHARS:
        raise ValueError("longer than a token may be")
    header: Any = jws.extract_compact(token.encode()).headers()
    kid = header.get("kid") if isinstance(header, dict) else None
    if not isinstance(kid, str) or not kid:
        raise ValueError("no key is named")
    return kid
