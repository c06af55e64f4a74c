"""What an outside inbox must be able to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class InboxDown(Exception):
    """It did not answer in time, or refused; the sentence says which, without words of anybody."""


class Refused(InboxDown):
    """It answered, and did not do this one thing: it may do others."""


class NotThere(Refused):
    """What was asked about is not there any more."""


@dataclass(frozen=True)
class Opened:
    """Numbers of the inbox: of the conversation, and of who stands for the citizen there."""

    remote: int
    contact: int


class Status(StrEnum):
    """Of a conversation there: with people, with the assistant, over."""

    OPEN = "open"
    PENDING = "pending"
    RESOLVED = "resolved"


@dataclass(frozen=True)
class Said:
    """What an adviser wrote to the citizen; `message` is its number there, growing with time."""

    message: int
    text: str


@dataclass(frozen=True)
class There:
    """A conversation as it stands there, with what advisers have written since."""

    status: Status
    said: Sequence[Said]


class Inbox(Protocol):
    """Plain blocking calls with a time limit; each may raise InboxDown."""

    def open(self, handover: int) -> Opened:
        """A new conversation of a contact without name or number."""

    def look(self, remote: int, after: int) -> There:
        """
        Args:
            after: number of the last message that was heard.
        """

    def citizen_said(self, remote: int, text: str) -> None: ...

    def note(self, remote: int, text: str) -> None:
        """For advisers alone."""

    def set_status(self, remote: int, status: Status) -> None: ...

    def forget(self, contact: int) -> None:
        """Delete the contact with all words; one that is gone already is no error."""
