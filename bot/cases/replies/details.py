"""One question about a case that was shown before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from bot.answers.reply import Reply
from bot.answers.words import HOTLINE, day
from bot.cases.model import Case, CaseState
from bot.cases.replies import aloud, facts
from bot.cases.replies.facts import Item
from bot.cases.replies.said import said
from bot.cases.replies.standing import standing
from bot.cases.replies.told import ANOTHER

_CALL = f"Cần hỏi rõ, anh/chị gọi {HOTLINE} và đọc mã hồ sơ."
_OVER = {CaseState.NOT_RECEIVED, CaseState.STOPPED, CaseState.HANDED_OVER}


class Topic(StrEnum):
    """What people ask next."""

    STATE = "state"
    DUE = "due"
    WHY_SO_LONG = "why_so_long"
    REASON = "reason"
    SUPPLEMENT = "supplement"
    FEE = "fee"
    COLLECT = "collect"
    TO_DO = "to_do"
    WHO = "who"
    SOURCE = "source"
    NOT_TOLD = "not_told"  # a question that no field of a case answers


def detail(topic: Topic, case: Case, today: date) -> Reply:
    """The answer and who says so. The ear has just heard which case it is."""
    sentences, listed = _DETAILS[topic](case, today)
    shown = [*sentences[:1], *(f"{item.text}." for item in listed), *sentences[1:]]
    origin = [] if topic is Topic.SOURCE else [facts.source(case)]
    text = "\n".join([f"Hồ sơ {case.code}: {shown[0]}", *(f"• {s}" for s in shown[1:]), *origin])
    spoken = aloud.speech(today, sentences[:1], [*aloud.items(listed), *sentences[1:]])
    return said("detail", text, spoken, ANOTHER, code=case.code, topic=topic.value)


Answer = tuple[list[str], list[Item]]  # sentences; a list that stands behind the first of them


def _state(case: Case, today: date) -> Answer:
    words = facts.words_of(case)
    return [f"{words.name}." if words else facts.state(case), *_standing(case, today)], []


def _due(case: Case, today: date) -> Answer:
    return _standing(case, today), []


def _why(case: Case, today: date) -> Answer:
    """The source never says why; where it stands and whose turn it is, it does."""
    if case.state is CaseState.SUPPLEMENT_ASKED:
        sentences, listed = _supplement(case, today)
        return ["Hồ sơ đang chờ anh/chị bổ sung giấy tờ.", *sentences[1:]], listed
    if case.state is CaseState.PAYMENT_ASKED:
        sentences, listed = _fee(case, today)
        return ["Hồ sơ đang chờ anh/chị nộp tiền.", *sentences[1:]], listed
    if case.state in _OVER or case.state is CaseState.DONE:
        return _state(case, today)
    stands = standing(case, today)
    reason = ["Nguồn không ghi lý do chậm."] if stands and stands.late else []
    return [*_standing(case, today), *reason, facts.who_has_it(case), *facts.last_step(case)], []


def _reason(case: Case, today: date) -> Answer:
    return ["Nguồn không ghi lý do.", facts.to_do(case)], []


def _not_told(case: Case, today: date) -> Answer:
    return ["Nguồn không ghi điều anh/chị hỏi.", _CALL], []


def _supplement(case: Case, today: date) -> Answer:
    listed = facts.supplements(case)
    if listed:
        return ["Anh/chị cần bổ sung:", facts.WHERE_TO_ADD], listed
    asked = case.state is CaseState.SUPPLEMENT_ASKED
    return [facts.no_supplement(case), *([facts.WHERE_TO_ADD] if asked else [])], []


def _fee(case: Case, today: date) -> Answer:
    listed = facts.unpaid(case)
    return ([_TO_PAY, facts.WHERE_TO_PAY], listed) if listed else ([facts.no_fee(case)], [])


_TO_PAY = "Các khoản còn phải nộp:"


def _collect(case: Case, today: date) -> Answer:
    if case.state is CaseState.DONE:
        return ["Đã có kết quả.", facts.to_do(case), facts.WHERE_TO_COLLECT], []
    if case.state is CaseState.HANDED_OVER:
        on = f" ngày {day(case.returned)}" if case.returned else ""
        return [f"Kết quả đã trả{on}.", facts.to_do(case)], []
    if case.state in _OVER:
        return [f"Hồ sơ không có kết quả để nhận. {facts.to_do(case)}"], []
    return ["Chưa có kết quả để nhận.", *_standing(case, today), facts.WHERE_TO_COLLECT], []


def _to_do(case: Case, today: date) -> Answer:
    stands = standing(case, today)
    late = stands is not None and stands.late
    return [facts.to_do(case, late=late)], [*facts.supplements(case), *facts.unpaid(case)]


def _who(case: Case, today: date) -> Answer:
    return [facts.who_has_it(case), *facts.last_step(case), _CALL], []


def _source(case: Case, today: date) -> Answer:
    return aloud.source(case), []


def _standing(case: Case, today: date) -> list[str]:
    stands = standing(case, today)
    if stands is None:
        return ["Ở tình trạng này hồ sơ không có ngày hẹn trả."]
    late = stands.late and case.state not in {*_OVER, CaseState.DONE}
    return [*stands.short, *([facts.CALL_WHEN_LATE] if late else [])]


_DETAILS: dict[Topic, Callable[[Case, date], Answer]] = {
    Topic.STATE: _state,
    Topic.DUE: _due,
    Topic.WHY_SO_LONG: _why,
    Topic.REASON: _reason,
    Topic.SUPPLEMENT: _supplement,
    Topic.FEE: _fee,
    Topic.COLLECT: _collect,
    Topic.TO_DO: _to_do,
    Topic.WHO: _who,
    Topic.SOURCE: _source,
    Topic.NOT_TOLD: _not_told,
}
