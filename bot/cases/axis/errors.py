"""What can be wrong with the axis. No text names a case, a person or a password."""

from __future__ import annotations

from bot.cases.gateway import SourceDown


class Unreachable(SourceDown):
    """No connection, no answer in time, or HTTP says that something broke."""


class Rejected(SourceDown):
    """It answers, but not us: the login or the question was refused."""


class Malformed(SourceDown):
    """It answers with something that is not what was agreed."""


class WrongCase(Malformed):
    """It answers with another case than the one that was asked for."""
