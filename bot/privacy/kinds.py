"""What every kind of kept data can do: be shown, be deleted on request, end by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

Counts = dict[str, int]  # table → rows
Rows = dict[str, list[dict[str, Any]]]  # table → rows that are JSON


@dataclass(frozen=True)
class Names:
    """By which names one conversation is known.

    Attributes:
        conversation: its number.
        sender: its name in Rasa, also as the caller of look-ups.
        turns: the ids of its turns.
    """

    conversation: int
    sender: str
    turns: tuple[str, ...]


class Kind(Protocol):
    """One kind of data, kept for a period of its own."""

    def export(self, names: Names) -> Rows:
        """Everything of the conversation."""

    def delete(self, names: Names) -> Counts:
        """Delete everything of the conversation; called again it deletes nothing."""

    def expire(self, *, dry: bool) -> Counts:
        """Delete what is past its period, whoever's it is; `dry`: only count it."""


class Nobodys:
    """The half of a kind of data in which nothing is of any conversation."""

    def export(self, names: Names) -> Rows:
        return {}

    def delete(self, names: Names) -> Counts:
        return {}
