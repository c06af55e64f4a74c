"""The cases of a person who is signed in: the list, that there is none, or that it is down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.answers.reply import QuickReply, Reply
from bot.answers.words import HOTLINE, day, ear, lower_first, shorten, tidy
from bot.cases.model import Case
from bot.cases.outcome import Listed
from bot.cases.replies import aloud, facts
from bot.cases.replies.standing import standing
from bot.catalogue.model import Procedure
from bot.clock import HANOI
from bot.text.numbers import say

_SAID = ("nhất", "hai", "ba")  # cases that are read out
_BUTTONS = 4


def my_cases(listed: Listed | None, today: date, procedures: Mapping[str, Procedure]) -> Reply:
    """What `Desk.of_person` gave, in words."""
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
    titles = [facts.title(case, procedures.get(case.procedure or "")) for case in listed.cases]
    return Reply(
        text=_text(listed, titles, today),
        payload=_payload(listed, titles, today),
        spoken=_spoken(listed, titles, today),
    )


def _text(listed: Listed, titles: Sequence[str], today: date) -> str:
    cases, count = listed.cases, len(listed.cases)
    head = f"{count} hồ sơ mới nhất của anh/chị:" if listed.more else f"Anh/chị có {count} hồ sơ:"
    lines = (
        f"{n}. {title} ({case.code}). {_stands(case, today)}"
        for n, (case, title) in enumerate(zip(cases, titles, strict=True), 1)
    )
    rest = (
        "Hồ sơ cũ hơn, hoặc do người khác nộp hộ, tra bằng mã hồ sơ."
        if listed.more
        else "Hồ sơ do người khác nộp hộ có thể không có ở đây; tra bằng mã hồ sơ."
    )
    pick = "Muốn xem kỹ hồ sơ nào, anh/chị gửi số thứ tự."
    return "\n".join([*_demo(cases), head, *lines, _sources(cases), rest, pick])


def _spoken(listed: Listed, titles: Sequence[str], today: date) -> str:
    cases, left = listed.cases, len(listed.cases) - len(_SAID)
    said = (
        f"Hồ sơ thứ {n}: {lower_first(ear(title, 10, least=4))}. {_stands(case, today)}"
        for n, case, title in zip(_SAID, cases, titles, strict=False)
    )
    many = "Các hồ sơ mới nhất của anh chị." if listed.more else f"Anh chị có {len(cases)} hồ sơ."
    more = [f"Còn {left} hồ sơ nữa."] if left > 0 and not listed.more else []
    ask = "Anh chị muốn nghe kỹ hồ sơ thứ mấy?"
    return aloud.speech(today, [*_demo(cases), many, *said, *more, _sources(cases), ask], [])


def _payload(listed: Listed, titles: Sequence[str], today: date) -> dict[str, Any]:
    """Every member of a case but `title` and `standing` is as its source says; dates ISO 8601."""
    told = {"code", "procedure", "state", "source", "source_time", "demo"}
    cases = list(zip(listed.cases, titles, strict=True))
    buttons = [
        QuickReply(label=f"{shorten(title, 40)} (…{case.code[-4:]})", text=case.code)
        for case, title in cases[:_BUTTONS]
    ]
    return {
        "type": "cases",
        "kind": "mine",
        "cases": [
            case.model_dump(mode="json", include=told)
            | {"title": title, "standing": _stands(case, today)}
            for case, title in cases
        ],
        "more": listed.more,
        "quick_replies": [button.model_dump() for button in buttons],
    }


def _stands(case: Case, today: date) -> str:
    """ "Đang xử lý. Hẹn trả ngày 15/7/2026, đang đúng hạn, còn 3 ngày làm việc." """
    words, stands = facts.words_of(case), standing(case, today)
    state = f"{words.name}." if words else facts.state(case)
    return f"{state} {stands.sentence}" if stands else state


def _sources(cases: Sequence[Case]) -> str:
    """Who says so, and as of when: the oldest of their times."""
    names = ", ".join(dict.fromkeys(tidy(case.source) for case in cases))
    stamps = [case.source_time for case in cases if case.source_time]
    if len(stamps) < len(cases):
        return f"Theo {names}; nguồn không ghi đủ thời điểm cập nhật."
    oldest = min(stamps).astimezone(HANOI)
    later = " hoặc sau đó" if len(set(stamps)) > 1 else ""
    return f"Theo {names}, lúc {oldest.hour}:{oldest:%M} ngày {day(oldest.date())}{later}."


def _demo(cases: Sequence[Case]) -> list[str]:
    return [facts.DEMO] if any(case.demo for case in cases) else []


def _notice(kind: str, text: str) -> Reply:
    payload = {"type": "cases", "kind": kind, "cases": [], "more": False, "quick_replies": []}
    return Reply(text=text, payload=payload, spoken=say(text.replace("nh/chị", "nh chị")))
