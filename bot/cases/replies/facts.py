"""What a source says of a case, each fact in words; what it does not say is said to be unknown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.answers.words import HOTLINE, day, dong, ear, shorten, tidy, upper_first
from bot.cases.model import Case, CaseFee, CaseState, Supplement
from bot.cases.states import StateWords, load_states
from bot.catalogue.model import Procedure
from bot.catalogue.titles import short_title
from bot.clock import HANOI

_LONGEST = 160  # characters of what an official typed
_UNKNOWN_STATE = "Nguồn không ghi tình trạng của hồ sơ, hoặc ghi bằng từ chưa hiểu được."
_WAITS = {CaseState.REGISTERED, CaseState.RECEIVED, CaseState.PROCESSING}
_ASK_OFFICE = f"hỏi nơi đã nộp hoặc gọi {HOTLINE}"
DEMO = "Đây là hồ sơ mẫu để dùng thử, không phải hồ sơ thật."


def title(case: Case, procedure: Procedure | None) -> str:
    """The procedure as the source names it, else as the catalogue does."""
    if case.title:
        name = upper_first(re.sub(r"^thủ tục\s+", "", tidy(case.title), flags=re.IGNORECASE))
        return shorten(name, _LONGEST)
    return short_title(procedure) if procedure else "Nguồn không ghi tên thủ tục"


def words_of(case: Case) -> StateWords | None:
    return load_states()[case.state] if case.state else None


def state(case: Case) -> str:
    """ "Đang xử lý. Phòng chuyên môn đang xem xét hồ sơ." """
    words = words_of(case)
    return f"{words.name}. {words.means}" if words else _UNKNOWN_STATE


def to_do(case: Case, *, late: bool = False) -> str:
    """What the citizen does now; "just wait" is no advice for a case that is overdue."""
    words = words_of(case)
    if late and case.state in _WAITS:
        return CALL_WHEN_LATE
    return words.to_do if words else f"Anh/chị {_ASK_OFFICE} để biết có phải làm gì không."


@dataclass(frozen=True)
class Item:
    """One thing of a list, for the eye and, short, for the ear."""

    text: str
    spoken: str


def supplements(case: Case) -> list[Item]:
    """What the citizen has still to add, as far as the source says."""
    if case.state is not CaseState.SUPPLEMENT_ASKED:
        return []  # an older request without a day of its answer is not waited for any more
    return [_supplement(one) for one in case.supplements if one.given is None and one.what]


def no_supplement(case: Case) -> str:
    if case.state is CaseState.SUPPLEMENT_ASKED:
        return "Nguồn không ghi phải bổ sung gì: anh/chị xem phiếu yêu cầu bổ sung."
    return "Nguồn không ghi yêu cầu bổ sung nào đang chờ anh/chị."


def unpaid(case: Case) -> list[Item]:
    """What is to be paid, as far as the source says."""
    asked = case.state is CaseState.PAYMENT_ASKED
    return [_fee(one) for one in case.fees if one.paid is False or (asked and not one.paid)]


def no_fee(case: Case) -> str:
    if case.state is CaseState.PAYMENT_ASKED:
        return "Nguồn không ghi phải đóng khoản nào, bao nhiêu: anh/chị xem thông báo nộp tiền."
    if case.fees and all(one.paid for one in case.fees):
        return "Các khoản mà nguồn ghi cho hồ sơ này đều đã nộp."
    return "Nguồn không ghi khoản nào còn phải nộp cho hồ sơ này."


def who_has_it(case: Case) -> str:
    return f"Nơi đang giữ hồ sơ: {tidy(case.unit)}." if case.unit else _NO_UNIT


_NO_UNIT = "Nguồn không ghi nơi đang giữ hồ sơ."
CALL_WHEN_LATE = f"Hồ sơ quá hẹn: anh/chị gọi {HOTLINE} và đọc mã hồ sơ."
WHERE_TO_PAY = "Nguồn không ghi nộp tiền ở đâu: anh/chị xem thông báo nộp tiền."
WHERE_TO_ADD = f"Nguồn không ghi nộp bổ sung ở đâu: anh/chị {_ASK_OFFICE}."
WHERE_TO_COLLECT = "Nguồn không ghi nơi trả kết quả: anh/chị xem trên giấy hẹn."


def last_step(case: Case) -> list[str]:
    """ "Bước gần nhất: Đang xử lý, ngày 3/7/2026." """
    steps = [step for step in case.progress if step.at and step.state]
    if not steps:
        return []
    last = max(steps, key=lambda step: (step.at, step.state))
    assert last.at
    assert last.state
    on = day(last.at.astimezone(HANOI).date())
    return [f"Bước gần nhất: {load_states()[last.state].name}, ngày {on}."]


def source(case: Case) -> str:
    """Who says so, and as of when by their own clock."""
    name = tidy(case.source)
    if case.source_time is None:
        return f"Theo {name}; nguồn không ghi thời điểm cập nhật."
    at = case.source_time.astimezone(HANOI)
    return f"Theo {name}, lúc {at.hour}:{at:%M} ngày {day(at.date())}."


def _supplement(one: Supplement) -> Item:
    what = tidy(one.what or "")
    asked = f" (yêu cầu ngày {day(one.asked)})" if one.asked else ""
    return Item(f"{shorten(what, _LONGEST)}{asked}", ear(what, 18))


def _fee(one: CaseFee) -> Item:
    name = tidy(one.name) if one.name else "Khoản phải nộp"
    amount = dong(one.dong) if one.dong is not None else "nguồn không ghi số tiền"
    paid = "chưa nộp" if one.paid is False else "nguồn không ghi đã nộp hay chưa"
    heard = f"{ear(name, 8)}: {amount}"
    return Item(f"{shorten(name, _LONGEST)}: {amount}, {paid}", heard)
