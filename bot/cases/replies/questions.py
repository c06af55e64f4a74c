"""What can be asked about a case that was shown, and what its fields answer."""

from __future__ import annotations

from datetime import date

from bot.answers.words import HOTLINE, day
from bot.cases.model import Case, CaseState
from bot.cases.replies import aloud, facts
from bot.cases.replies.facts import Item
from bot.cases.replies.standing import standing

_CALL = f"Cần hỏi rõ, anh/chị gọi {HOTLINE} và đọc mã hồ sơ."
_OVER = {CaseState.NOT_RECEIVED, CaseState.STOPPED, CaseState.HANDED_OVER}

Answer = tuple[list[str], list[Item]]  # sentences; a list that stands behind the first of them


def state(case: Case, today: date) -> Answer:
    words = facts.words_of(case)
    return [f"{words.name}." if words else facts.state(case), *_standing(case, today)], []


def due(case: Case, today: date) -> Answer:
    open_end = [_NO_END[case.state]] if case.state in _NO_END else []
    return [*_standing(case, today), *open_end], []


_NO_END = {
    CaseState.SUPPLEMENT_ASKED: "Nguồn không ghi hạn chót để bổ sung.",
    CaseState.PAYMENT_ASKED: "Nguồn không ghi hạn chót để nộp tiền.",
}


def why(case: Case, today: date) -> Answer:
    """The source never says why; where it stands and whose turn it is, it does."""
    if case.state is CaseState.SUPPLEMENT_ASKED:
        sentences, listed = supplement(case, today)
        return ["Hồ sơ đang chờ anh/chị bổ sung giấy tờ.", *sentences[1:]], listed
    if case.state is CaseState.PAYMENT_ASKED:
        sentences, listed = fee(case, today)
        return ["Hồ sơ đang chờ anh/chị nộp tiền.", *sentences[1:]], listed
    if case.state in _OVER or case.state is CaseState.DONE:
        return state(case, today)
    stands = standing(case, today)
    reason = ["Nguồn không ghi lý do chậm."] if stands and stands.late else []
    return [*_standing(case, today), *reason, facts.who_has_it(case), *facts.last_step(case)], []


def reason(case: Case, today: date) -> Answer:
    return ["Nguồn không ghi lý do.", facts.to_do(case)], []


def not_told(case: Case, today: date) -> Answer:
    return ["Nguồn không ghi điều anh/chị hỏi.", _CALL], []


def supplement(case: Case, today: date) -> Answer:
    listed = facts.supplements(case)
    if listed:
        return ["Anh/chị cần bổ sung:", facts.WHERE_TO_ADD], listed
    asked = case.state is CaseState.SUPPLEMENT_ASKED
    return [facts.no_supplement(case), *([facts.WHERE_TO_ADD] if asked else [])], []


def fee(case: Case, today: date) -> Answer:
    listed = facts.unpaid(case)
    return ([_TO_PAY, facts.WHERE_TO_PAY], listed) if listed else ([facts.no_fee(case)], [])


_TO_PAY = "Các khoản còn phải nộp:"


def collect(case: Case, today: date) -> Answer:
    if case.state is CaseState.DONE:
        return ["Đã có kết quả.", facts.to_do(case), facts.WHERE_TO_COLLECT], []
    if case.state is CaseState.HANDED_OVER:
        on = f" ngày {day(case.returned)}" if case.returned else ""
        return [f"Kết quả đã trả{on}.", facts.to_do(case)], []
    if case.state in _OVER:
        return [f"Hồ sơ không có kết quả để nhận. {facts.to_do(case)}"], []
    return ["Chưa có kết quả để nhận.", *_standing(case, today), facts.WHERE_TO_COLLECT], []


def by_another(case: Case, today: date) -> Answer:
    ready = [] if case.state in {*_OVER, CaseState.DONE} else ["Chưa có kết quả để nhận."]
    return [_NOBODY_SAYS, f"Anh/chị hỏi nơi đã nộp hoặc gọi {HOTLINE}.", *ready], []


_NOBODY_SAYS = "Nguồn không ghi người khác có nhận thay được không."


def receiver(case: Case, today: date) -> Answer:
    return ["Nguồn không ghi ai nhận kết quả.", *collect(case, today)[0]], []


def rights(case: Case, today: date) -> Answer:
    return ["Nguồn không ghi việc xin lỗi hay bồi thường khi trễ hẹn.", *_standing(case, today)], []


def done_already(case: Case, today: date) -> Answer:
    return ["Việc vừa làm có thể nguồn chưa kịp ghi. Anh/chị giữ biên lai, biên nhận.", _CALL], []


def to_do(case: Case, today: date) -> Answer:
    stands = standing(case, today)
    late = stands is not None and stands.late
    return [facts.to_do(case, late=late)], [*facts.supplements(case), *facts.unpaid(case)]


def who(case: Case, today: date) -> Answer:
    return [facts.who_has_it(case), *facts.last_step(case), _CALL], []


def source(case: Case, today: date) -> Answer:
    return aloud.source(case), []


def _standing(case: Case, today: date) -> list[str]:
    stands = standing(case, today)
    if stands is None:
        return ["Ở tình trạng này hồ sơ không có ngày hẹn trả."]
    late = stands.late and case.state not in {*_OVER, CaseState.DONE}
    return [*stands.short, *([facts.CALL_WHEN_LATE] if late else [])]
