"""Putting notices in force and ending them. Plain blocking calls."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session

from bot.notices.model import InForce, TakeDown
from bot.notices.tables import Notice
from bot.staff.audit import note
from bot.staff.who import Who
from bot.store import Store, now
from bot.text.redact import redact

LONGEST_BANNER = 300  # characters: it is read out to every caller
LONGEST = 500  # of a reason, and of whom to ask
SHOWN = 200  # of the past ones


class BadNotice(ValueError):
    """A sentence for who wrote it, in Vietnamese."""


class Notices:
    def __init__(self, store: Store) -> None:
        self._store = store

    def take_down(
        self, code: str, *, why: str, who: Who, until: datetime | None = None, ask: str = ""
    ) -> int:
        """Stop telling of a procedure that the catalogue has; a second notice replaces the first.

        Raises:
            BadNotice: no reason, too long, a personal number in it, or over already.
        """
        notice = _checked(Notice(kind="take_down", code=code, text=ask, why=why, until=until))
        return self._begin(notice, who, Notice.code == code, "take-down")

    def put_banner(self, text: str, *, why: str, who: Who, until: datetime | None = None) -> int:
        """Tell everyone `text`, in place of the banner before it.

        Raises:
            BadNotice: as in `take_down`, or no text.
        """
        if not text.strip():
            raise BadNotice("Chưa có nội dung thông báo.")
        if len(text) > LONGEST_BANNER:
            raise BadNotice(f"Thông báo dài quá {LONGEST_BANNER} ký tự.")
        notice = _checked(Notice(kind="banner", text=text, why=why, until=until))
        return self._begin(notice, who, Notice.kind == "banner", "banner")

    def tell_again(self, code: str, *, who: Who) -> bool:
        """End the take-down of a procedure; false when there is none."""
        return self._end(Notice.code == code, who, "tell-again", code)

    def remove_banner(self, *, who: Who) -> bool:
        return self._end(Notice.kind == "banner", who, "banner-removed", "")

    def in_force(self) -> InForce:
        rows = self.current()
        down = {
            row.code: TakeDown(row.code, row.text, row.until)
            for row in rows
            if row.code is not None
        }
        return InForce(down, next((row.text for row in rows if row.kind == "banner"), ""))

    def current(self) -> Sequence[Notice]:
        """Those in force, the newest first."""
        with self._store.reading() as session:
            return session.scalars(_newest(_holds())).all()

    def past(self) -> Sequence[Notice]:
        """Those that ended or ran out, the newest first, at most SHOWN."""
        with self._store.reading() as session:
            return session.scalars(_newest(~_holds()).limit(SHOWN)).all()

    def _begin(self, notice: Notice, who: Who, before: ColumnElement[bool], act: str) -> int:
        with self._store.writing() as session:
            _end_rows(session, before, who)
            notice.who, notice.since = who.name, now()
            session.add(notice)
            session.flush()
            note(session, who.id, act, notice.code or str(notice.id))
            return notice.id

    def _end(self, which: ColumnElement[bool], who: Who, act: str, subject: str) -> bool:
        with self._store.writing() as session:
            ended = _end_rows(session, which, who)
            if ended:
                note(session, who.id, act, subject)
            return ended


def _checked(notice: Notice) -> Notice:
    notice.why, notice.text = notice.why.strip(), notice.text.strip()
    if not notice.why:
        raise BadNotice("Chưa ghi lý do.")
    if max(len(notice.why), len(notice.text)) > LONGEST:
        raise BadNotice(f"Lý do và nơi hỏi dài nhất {LONGEST} ký tự.")
    if any(redact(words) != words for words in (notice.why, notice.text)):
        raise BadNotice("Trong nội dung có số cá nhân (điện thoại, căn cước …): xin bỏ ra.")
    if notice.until is not None and notice.until <= now():
        raise BadNotice("Thời điểm kết thúc đã qua.")
    return notice


def _holds() -> ColumnElement[bool]:
    return Notice.ended_at.is_(None) & or_(Notice.until.is_(None), Notice.until > now())


def _newest(which: ColumnElement[bool]) -> Select[Notice]:
    return select(Notice).where(which).order_by(Notice.since.desc(), Notice.id.desc())


def _end_rows(session: Session, which: ColumnElement[bool], who: Who) -> bool:
    rows = session.scalars(select(Notice).where(which, _holds())).all()
    for row in rows:
        row.ended_at, row.ended_by = now(), who.name
    return bool(rows)
