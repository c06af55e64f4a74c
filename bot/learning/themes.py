"""The queue of what went badly, grouped: gathered, looked at, assigned, dismissed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Select, delete, func, select, update
from sqlalchemy.orm import Session

from bot.channels.tables import Turn
from bot.learning.badly import Bad, went_badly
from bot.learning.tables import LearningItem, LearningTheme
from bot.settings import settings
from bot.staff.audit import note
from bot.staff.who import Who
from bot.store import Store, now

if TYPE_CHECKING:  # whoever only looks at the queue needs no search
    from bot.retrieval.pipeline import Searcher

STATES = {
    "open": "mới",
    "assigned": "đã giao",
    "taught": "đã dạy",
    "dismissed": "bỏ qua",
}
TAKES_MORE = ("open", "assigned", "dismissed")  # a theme that was taught begins anew
SAMPLES = 12  # sayings shown of a theme
AT_ONCE = 64  # questions searched together
SHOWN = 100


@dataclass(frozen=True)
class Shown:
    """A theme with what is kept of it.

    Attributes:
        count: turns in it; of some the words may have ended with their conversation.
        whys: how many by reason.
        said: words of the latest turns, as far as they are kept.
    """

    theme: LearningTheme
    count: int
    whys: dict[str, int]
    said: tuple[str, ...]


class Themes:
    def __init__(self, store: Store) -> None:
        self._store = store

    def gather(self, searcher: Searcher, tell: Callable[[int, int], None]) -> int:
        """Put what went badly since words are kept into themes; how many turns were new.

        Alike is what the search puts the same procedure first for (figures: docs/learning.md).
        """
        since = now() - timedelta(days=settings().conversation_days)
        bad = went_badly(self._store, since)
        for start in range(0, len(bad), AT_ONCE):
            part = bad[start : start + AT_ONCE]
            results = searcher.search_many([one.text for one in part], top=1)
            with self._store.writing() as session:
                for one, result in zip(part, results, strict=True):
                    _put(session, one, result.codes[0])
            tell(start + len(part), len(bad))
        with self._store.writing() as session:  # whose turns have all ended, and nobody took up
            empty = LearningTheme.id.not_in(select(LearningItem.theme_id))
            session.execute(
                delete(LearningTheme).where(empty, LearningTheme.state.in_(("open", "dismissed")))
            )
        return len(bad)

    def shown(self, state: str) -> list[Shown]:
        """Themes in a state, those with the most turns first."""
        size = func.count(LearningItem.id)
        query = (
            select(LearningTheme)
            .outerjoin(LearningItem, LearningItem.theme_id == LearningTheme.id)
            .where(LearningTheme.state == state)
            .group_by(LearningTheme.id)
            .order_by(size.desc(), LearningTheme.id)
            .limit(SHOWN)
        )
        with self._store.reading() as session:
            return [_shown(session, theme) for theme in session.scalars(query).all()]

    def get(self, theme: int) -> Shown | None:
        with self._store.reading() as session:
            row = session.get(LearningTheme, theme)
            return _shown(session, row) if row else None

    def said(self, theme: int) -> list[str]:
        """All words of a theme that are still kept."""
        with self._store.reading() as session:
            return list(session.scalars(_words(theme)))

    def assign(self, theme: int, kind: str, target: str, who: Who) -> bool:
        """Say which procedure or intent was meant; false when there is no such theme."""
        return self._set(theme, who, state="assigned", kind=kind, target=target)

    def dismiss(self, theme: int, who: Who) -> bool:
        """Nothing is to be learned from it."""
        return self._set(theme, who, state="dismissed")

    def reopen(self, theme: int, who: Who) -> bool:
        return self._set(theme, who, state="open")

    def _set(self, theme: int, who: Who, **values: str) -> bool:
        with self._store.writing() as session:
            row = session.get(LearningTheme, theme)
            if row is None:
                return False
            session.execute(
                update(LearningTheme)
                .where(LearningTheme.id == theme)
                .values(who=who.name, at=now(), **values)
            )
            note(session, who.id, f"theme-{values['state']}", str(theme))
            return True


def _put(session: Session, bad: Bad, nearest: str) -> None:
    """Into the theme around `nearest`, a new one where there is none that takes more."""
    theme = session.scalar(
        select(LearningTheme).where(
            LearningTheme.nearest == nearest, LearningTheme.state.in_(TAKES_MORE)
        )
    )
    if theme is None:
        theme = LearningTheme(nearest=nearest, state="open", at=now())
        session.add(theme)
        session.flush()
    session.add(LearningItem(turn_id=bad.turn_id, theme_id=theme.id, why=bad.why, at=bad.at))
    session.flush()


def _shown(session: Session, theme: LearningTheme) -> Shown:
    whys: Sequence[str] = session.scalars(
        select(LearningItem.why).where(LearningItem.theme_id == theme.id)
    ).all()
    said = session.scalars(_words(theme.id).limit(SAMPLES)).all()
    return Shown(theme, len(whys), dict(Counter(whys)), tuple(said))


def _words(theme: int) -> Select[str]:
    return (
        select(Turn.text)
        .join(LearningItem, LearningItem.turn_id == Turn.turn_id)
        .where(LearningItem.theme_id == theme, Turn.for_leads.is_(False))
        .order_by(Turn.id.desc())
    )
