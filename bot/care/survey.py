"""One question at the end: how was it, 1 to 5. Plain blocking calls."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from bot.care.tables import Rating
from bot.store import Store, now

QUESTION = "Anh/chị hài lòng với lần hỗ trợ này đến mức nào?"
SCORES = {
    1: "Rất không hài lòng",
    2: "Không hài lòng",
    3: "Bình thường",
    4: "Hài lòng",
    5: "Rất hài lòng",
}


@dataclass(frozen=True)
class Rated:
    """A score was written down."""


class Survey:
    def __init__(self, store: Store) -> None:
        self._store = store

    def take(self, sender: str, channel: str, score: int) -> None:
        """Write down a score; of several of one conversation the newest holds.

        Raises:
            ValueError: it is none of SCORES.
        """
        if score not in SCORES:
            raise ValueError(f"a score is 1 to 5, not {score}")
        try:
            self._write(sender, channel, score)
        except IntegrityError:  # two at the same moment
            self._write(sender, channel, score)

    def _write(self, sender: str, channel: str, score: int) -> None:
        with self._store.writing() as session:
            rating = session.scalar(select(Rating).where(Rating.sender == sender))
            rating = rating or Rating(sender=sender, channel=channel[:16])
            rating.score, rating.at = score, now()
            session.add(rating)
