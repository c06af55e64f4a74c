"""The cases of a person who is signed in, told without code or proof."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.answers.reply import Reply
from bot.answers.words import HOTLINE, day, ear, lower_first, shorten
from bot.cases.derive import timing
from bot.cases.lookup import Listed
from bot.cases.model import Case
from bot.cases.states import load_states
from bot.clock import HANOI
from bot.text.codes import find_case_codes
from bot.text.fold import fold
from bot.text.numbers import in_words, say

_SAID = 3  # cases that are read out
_BUTTONS = 4
_CASE = re.compile(r"\b(?:ho so|hs|don|giay hen|phieu hen)\b")
_ANOTHERS = re.compile(r"\b(?:cua|cho) (?:bo|me|vo|chong|con|ong|ba|em|ban|nguoi|cong ty|khach)\b")
_DEMO = "Đây là hồ sơ mẫu, không có thật."


def asks_for_mine(text: str) -> bool:
    """Whether a message about cases means one's own: none by its code, and nobody else's."""
    said = fold(text)
    return not find_case_codes(text) and bool(_CASE.search(said)) and not _ANOTHERS.search(said)


def my_cases(listed: Listed | None, today: date) -> Reply:
    """What `Desk.of_person` gave, in words: the list, that there is none, or that it is down."""
    if listed is None:
        return _notice(
            "down",
            "Hệ thống lưu hồ sơ hiện không trả lời, nên chưa xem được hồ sơ của anh/chị. Anh/chị "
            f"thử lại sau ít phút, hoặc gọi {HOTLINE}.",
        )
    if not listed.cases:
        return _notice(
            "none",
            "Chưa thấy hồ sơ nào ghi số căn cước của anh/chị. Hồ sơ do người khác nộp hộ, hoặc do "
            "bộ, ngành giải quyết, có thể không có trong danh sách này. Anh/chị gửi mã hồ sơ ghi "
            f"trên giấy hẹn để tra, hoặc gọi {HOTLINE}.",
        )
    return Reply(
        text=_text(listed, today), payload=_payload(listed, today), spoken=_spoken(listed, today)
    )


def _text(listed: Listed, today: date) -> str:
    cases, count = listed.cases, len(listed.cases)
    head = f"{count} hồ sơ mới nhất của anh/chị:" if listed.more else f"Anh/chị có {count} hồ sơ:"
    return "\n".join(
        [
            *([_DEMO] if _made_up(cases) else []),
            head,
            *(
                f"{n}. {_title(case)} ({case.code}). {_standing(case, today)}"
                for n, case in enumerate(cases, 1)
            ),
            _sources(cases),
            "Hồ sơ cũ hơn, hoặc do người khác nộp hộ, tra bằng mã hồ sơ."
            if listed.more
            else "Hồ sơ do người khác nộp hộ có thể không có ở đây; tra bằng mã hồ sơ.",
        ]
    )


def _spoken(listed: Listed, today: date) -> str:
    cases, count = listed.cases, len(listed.cases)
    left = count - _SAID
    sentences = [
        *([_DEMO] if _made_up(cases) else []),
        "Các hồ sơ mới nhất của anh chị." if listed.more else f"Anh chị có {count} hồ sơ.",
        *(
            f"Hồ sơ thứ {n}: {lower_first(ear(_title(case), 10, least=4))}. "
            f"{_standing(case, today)}"
            for n, case in zip(("nhất", "hai", "ba"), cases, strict=False)
        ),
        *([f"Còn {left} hồ sơ nữa."] if left > 0 and not listed.more else []),
        _sources(cases),
        "Để nghe kỹ một hồ sơ, anh chị đọc mã hồ sơ.",
    ]
    # Of a day of this year, people leave the year out.
    return say(" ".join(sentences)).replace(f" năm {in_words(today.year)}", "")


def _payload(listed: Listed, today: date) -> dict[str, Any]:
    """Every member of a case but `standing` is as its source says; dates are ISO 8601."""
    return {
        "type": "cases",
        "kind": "mine",
        "cases": [
            case.model_dump(
                mode="json",
                include={"code", "procedure", "title", "state", "source", "source_time", "demo"},
            )
            | {"standing": _standing(case, today)}
            for case in listed.cases
        ],
        "more": listed.more,
        "quick_replies": [
            {"label": f"{shorten(_title(case), 40)} (…{case.code[-4:]})", "text": case.code}
            for case in listed.cases[:_BUTTONS]
        ],
    }


def _title(case: Case) -> str:
    return case.title or "Thủ tục chưa rõ tên"


def _standing(case: Case, today: date) -> str:
    """ "Đang xử lý. Hẹn trả ngày 15/7/2026, còn 3 ngày làm việc." """
    state = load_states()[case.state].name if case.state else "Nguồn không ghi tình trạng"
    told = timing(case, today)
    if told.due is None:
        return f"{state}."
    pace = ""
    if told.overdue:
        pace = f", đã quá hẹn {told.days_late} ngày làm việc" if told.days_late else ", vừa quá hẹn"
    elif told.due == today:
        pace = ", hôm nay là ngày hẹn"
    elif told.days_left and not told.waiting:
        pace = f", còn {told.days_left} ngày làm việc"
    return f"{state}. Hẹn trả ngày {day(told.due)}{pace}."


def _sources(cases: Sequence[Case]) -> str:
    """Who says so, and as of when: the oldest of their times."""
    names = ", ".join(dict.fromkeys(case.source for case in cases))
    stamps = [case.source_time for case in cases if case.source_time]
    if len(stamps) < len(cases):
        return f"Theo {names}, không ghi đủ thời điểm cập nhật."
    oldest = min(stamps).astimezone(HANOI)
    later = " hoặc sau đó" if len(set(stamps)) > 1 else ""
    return f"Theo {names}, cập nhật lúc {oldest:%H:%M} ngày {day(oldest.date())}{later}."


def _made_up(cases: Sequence[Case]) -> bool:
    return any(case.demo for case in cases)


def _notice(kind: str, text: str) -> Reply:
    payload = {"type": "cases", "kind": kind, "cases": [], "more": False, "quick_replies": []}
    return Reply(text=text, payload=payload, spoken=say(text.replace("nh/chị", "nh chị")))
