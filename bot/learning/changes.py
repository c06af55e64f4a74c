"""Changes on their way: proposed, compared, reviewed, applied. Plain blocking calls.

a phrasing: proposed → passed (no loss) → applied (→ taken_back), or → lost (something got worse)
an example of an intent: proposed → passed → accepted (joins the next export), or → lost
each until then, an accepted example too: → refused, also by its author
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.engine import CursorResult

from bot.catalogue.model import Procedure
from bot.catalogue.taught import read_taught
from bot.learning.checks import faults
from bot.learning.examples import Example, version
from bot.learning.tables import LearningChange, LearningTheme
from bot.learning.words import intents
from bot.retrieval.current import current_version
from bot.staff.audit import note
from bot.staff.who import Who
from bot.store import Store, now
from bot.text.fold import fold

OPEN = ("proposed", "passed", "lost")
SHOWN = 100


class NotTaught(ValueError):
    """Why not; sentences in Vietnamese."""


class Changes:
    def __init__(self, store: Store) -> None:
        self._store = store

    def propose(
        self,
        kind: str,
        target: str,
        text: str,
        *,
        author: Who,
        procedures: Mapping[str, Procedure],
        theme: int | None = None,
    ) -> int:
        """Write a change down that keeps to the rules.

        Raises:
            NotTaught: it breaks some.
        """
        text = " ".join(text.split())
        found = faults(kind, target, text, procedures, read_taught())
        found += [
            f"Câu này đã có ở đề xuất số {other.id}, dạy cho {other.target}."
            for other in self.all(*OPEN, "accepted")
            if fold(other.text) == fold(text)
        ]
        if found:
            raise NotTaught(" ".join(found))
        with self._store.writing() as session:
            change = LearningChange(
                kind=kind, target=target, text=text, author=author.name, created_at=now()
            )
            if theme is not None and session.get(LearningTheme, theme) is not None:
                change.theme_id = theme
            session.add(change)
            session.flush()
            note(session, author.id, "change-proposed", str(change.id))
            return change.id

    def get(self, change: int) -> LearningChange | None:
        with self._store.reading() as session:
            return session.get(LearningChange, change)

    def all(self, *states: str) -> Sequence[LearningChange]:
        """Those in one of the states, or all; the newest first."""
        query = select(LearningChange).order_by(LearningChange.id.desc()).limit(SHOWN)
        if states:
            query = query.where(LearningChange.state.in_(states))
        with self._store.reading() as session:
            return session.scalars(query).all()

    def compared(self, change: int, figures: dict[str, Any], version: str) -> None:
        """Keep what the comparison with `version`, that of the index or the training data, gave."""
        state = "lost" if figures["losses"] else "passed"
        self._set(change, OPEN, state=state, figures=figures, compared_with=version)

    def approve(self, change: int, reviewer: Who) -> None:
        """A colleague has read it: an example is accepted, a phrasing may be applied now.

        Raises:
            NotTaught: it is the reviewer's own, was not compared without loss, or what is in force
                is another than it was compared with.
        """
        row = self.get(change)
        if row is None or row.state not in OPEN:
            raise NotTaught("Đề xuất này không còn chờ duyệt.")
        if row.author == reviewer.name:
            raise NotTaught("Người viết không tự duyệt được: cần một đồng nghiệp duyệt.")
        if row.state != "passed":
            raise NotTaught("Chỉ áp dụng được khi đánh giá cho thấy không có gì kém đi.")
        if row.compared_with != self._in_force(row.kind):
            raise NotTaught("Bản đang dùng đã đổi từ lần đánh giá: xin đánh giá lại.")
        accepted = {"state": "accepted"} if row.kind == "example" else {}
        self._review(change, ("passed",), reviewer, "change-approved", **accepted)

    def accepted(self) -> list[Example]:
        """Examples that join the training data with the next export; the oldest first."""
        query = select(LearningChange.target, LearningChange.text).where(
            LearningChange.kind == "example", LearningChange.state == "accepted"
        )
        known = intents()
        with self._store.reading() as session:
            rows = session.execute(query.order_by(LearningChange.id)).all()
        return [(intent, text) for intent, text in rows if text not in known.get(intent, ())]

    def applied(self, change: int) -> None:
        """It is in force; its theme is taught."""
        self._set(change, ("passed",), state="applied")
        row = self.get(change)
        if row and row.theme_id is not None:
            with self._store.writing() as session:
                session.execute(
                    update(LearningTheme)
                    .where(LearningTheme.id == row.theme_id)
                    .values(state="taught", who=row.reviewer, at=now())
                )

    def taken_back(self, change: int) -> None:
        """It is in force no longer; its theme waits for another phrasing."""
        self._set(change, ("applied",), state="taken_back")
        row = self.get(change)
        if row and row.theme_id is not None:
            with self._store.writing() as session:
                session.execute(
                    update(LearningTheme)
                    .where(LearningTheme.id == row.theme_id, LearningTheme.state == "taught")
                    .values(state="assigned", at=now())
                )

    def refuse(self, change: int, who: Who) -> bool:
        """By a colleague, or withdrawn by its author; false when it is settled already."""
        return self._review(change, (*OPEN, "accepted"), who, "change-refused", state="refused")

    def _in_force(self, kind: str) -> str:
        return current_version() if kind == "phrasing" else version(self.accepted())

    def _review(
        self, change: int, states: Sequence[str], who: Who, act: str, **values: str
    ) -> bool:
        return self._set(change, states, (who, act), reviewer=who.name, reviewed_at=now(), **values)

    def _set(
        self,
        change: int,
        states: Sequence[str],
        act: tuple[Who, str] | None = None,
        **values: Any,
    ) -> bool:
        with self._store.writing() as session:
            done: CursorResult[Any] = session.execute(  # type: ignore[assignment]
                update(LearningChange)
                .where(LearningChange.id == change, LearningChange.state.in_(states))
                .values(**values)
            )
            if act and done.rowcount == 1:
                note(session, act[0].id, act[1], str(change))
        return done.rowcount == 1
