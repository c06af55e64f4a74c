"""A case as lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bot.cases.derive import Timing, timing
from bot.cases.model import Case, CaseFee, Supplement
from bot.cases.registry import Entry
from bot.cases.states import load_states
from bot.clock import HANOI

UNKNOWN = "chưa rõ"


def sample(entry: Entry) -> str:
    """One made-up case with its proofs; those of real cases are nowhere to be printed."""
    case = entry.case
    name = load_states()[case.state].name if case.state else UNKNOWN
    return f"  {case.code}  điện thoại …{entry.phone}  căn cước …{entry.cccd}  {name}"


def owner(entries: Sequence[Entry]) -> str:
    """The first made-up person, for trying out what somebody who is signed in is told."""
    number = entries[0].owner
    codes = ", ".join(entry.case.code for entry in entries if entry.owner == number)
    return f"Đăng nhập thử (docs/web.md): người mẫu số {number}, số không thể có thật, có {codes}."


def case(case: Case, today: date) -> str:
    return "\n".join(f"{label + ':':<12}{text}" for label, text in _lines(case, today))


def _lines(case: Case, today: date) -> Iterator[tuple[str, str]]:
    yield "Hồ sơ", case.code + (" (hồ sơ mẫu, không có thật)" if case.demo else "")
    yield "Thủ tục", f"{case.title or UNKNOWN} ({case.procedure or UNKNOWN})"
    words = load_states()[case.state] if case.state else None
    yield "Trạng thái", f"{words.name}. {words.means} {words.to_do}" if words else UNKNOWN
    yield "Tiếp nhận", _day(case.received)
    yield "Hẹn trả", _due(timing(case, today))
    if case.finished:
        yield "Xong", _day(case.finished)
    if case.returned:
        yield "Đã trả", _day(case.returned)
    yield "Nơi xử lý", case.unit or UNKNOWN
    for supplement in case.supplements:
        yield "Bổ sung", _supplement(supplement)
    for fee in case.fees:
        yield "Phí", _fee(fee)
    stamp = case.source_time
    said = f"{stamp.astimezone(HANOI):%H:%M ngày %d/%m/%Y}" if stamp else UNKNOWN
    yield "Nguồn", f"{case.source}, lúc {said}"


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else UNKNOWN


def _due(timing: Timing) -> str:
    if timing.due is None:
        return UNKNOWN
    return f"{_day(timing.due)}, {_pace(timing)}"


def _pace(timing: Timing) -> str:
    if timing.overdue is None:
        return "chưa rõ có đúng hạn không"
    if timing.overdue:
        return f"trễ {timing.days_late} ngày làm việc" if timing.days_late else "vừa quá hẹn"
    if timing.waiting:
        return f"đang dừng để chờ bổ sung, còn {timing.days_left} ngày làm việc"
    if timing.days_left is not None:
        return f"còn {timing.days_left} ngày làm việc" + (", sắp đến hạn" * timing.due_soon)
    return "đúng hạn"


def _supplement(supplement: Supplement) -> str:
    until = f"đã nộp {_day(supplement.given)}" if supplement.given else "chưa thấy ghi đã nộp"
    return f"{supplement.what or UNKNOWN} (yêu cầu {_day(supplement.asked)}, {until})"


def _fee(fee: CaseFee) -> str:
    amount = f"{fee.dong:,} đồng".replace(",", ".") if fee.dong is not None else UNKNOWN
    paid = {True: "đã nộp", False: "chưa nộp", None: "chưa rõ đã nộp chưa"}[fee.paid]
    return f"{fee.name or UNKNOWN}: {amount}, {paid}"
