"""Signing in as the settings say."""

from __future__ import annotations

from pathlib import Path

from pydantic import HttpUrl

from bot.cases.proofs import Proofs
from bot.keyed import Keyed
from bot.settings import Settings
from bot.web.signin.fetched import FetchedKeys
from bot.web.signin.keys import FileKeys, Keys
from bot.web.signin.tokens import SignIn

_LOOPBACK = {"127.0.0.1", "[::1]", "localhost"}
_WRONG = "MOTCUA_SIGNIN_KEYS must be a file or begin with https://."


class SignInProblem(Exception):
    """A setting is missing or wrong: one sentence for the person who keeps the service."""


def open_sign_in(settings: Settings, keyed: Keyed) -> SignIn | None:
    """None when no keys are set: then no token is taken.

    Raises:
        SignInProblem
    """
    if not settings.signin_keys:
        return None
    if not settings.signin_issuer or not settings.signin_audience:
        raise SignInProblem(
            "MOTCUA_SIGNIN_KEYS needs MOTCUA_SIGNIN_ISSUER and MOTCUA_SIGNIN_AUDIENCE beside it."
        )
    return SignIn(
        _keys(settings.signin_keys),
        settings.signin_issuer,
        settings.signin_audience,
        settings.signin_claim,
        Proofs(keyed).owner,
    )


def _keys(where: str) -> Keys:
    if "://" in where:
        return FetchedKeys(_address(where))
    try:
        return FileKeys(Path(where))
    except OSError as error:
        raise SignInProblem(f"MOTCUA_SIGNIN_KEYS cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise SignInProblem(f"MOTCUA_SIGNIN_KEYS, {Path(where).name}: {error}.") from error


def _address(where: str) -> str:
    try:
        url = HttpUrl(where)
    except ValueError:
        raise SignInProblem(_WRONG) from None
    if url.scheme != "https" and not (url.scheme == "http" and url.host in _LOOPBACK):
        raise SignInProblem(_WRONG)
    return str(url)
