"""What the assistant really says: replies of bot.answers over the catalogue in force."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from bot.answers.aspect import Aspect
from bot.answers.compare import compare
from bot.answers.compose import answer
from bot.answers.reply import Reply
from bot.cases.model import Case, CaseState, Progress
from bot.cases.replies.proving import ask_proof
from bot.cases.replies.told import told
from bot.catalogue.store import load_catalogue
from bot.clock import HANOI

CASE = "H26.12-250701-0001"
TODAY = date(2026, 7, 15)
CHOICES = ("1.001193", "2.000748", "1.000656")
RESIDENCE = ("1.004222", "1.004194")


@cache
def replies() -> dict[str, list[dict[str, Any]]]:
    """By message; anything else is echoed."""
    return {
        "Làm giấy khai sinh cho con cần giấy tờ gì?": [_answer("1.001193", Aspect.PAPERS)],
        "1.001193": [_answer("1.001193", Aspect.OVERVIEW)],
        "tóm tắt khai sinh": [_answer("1.001193", Aspect.OVERVIEW)],
        "hộ tịch": [_clarify()],
        "so sánh": [_compare()],
        "xin chào": [_greeting()],
        CASE: [_custom(ask_proof(CASE), {"intent": "case_status", "proof": False})],
        "4 số cuối [proof]": [_case()],
        "[proof]": [_case()],
    }


def _answer(code: str, aspect: Aspect) -> dict[str, Any]:
    catalogue = load_catalogue()
    local = catalogue.local.status(code)
    procedure = catalogue.procedures[code]
    reply = answer(procedure, aspect, local=local, asof=catalogue.asof, today=TODAY)
    return _custom(reply, {"intent": f"ask_{aspect}", "codes": [code], "decision": "answer"})


def _case() -> dict[str, Any]:
    """An overdue case with two steps behind it, of a procedure that the catalogue has."""
    at = datetime(2026, 7, 6, 8, 30, tzinfo=HANOI)
    case = Case(
        code=CASE,
        procedure="1.001193",
        title="Thủ tục đăng ký khai sinh",
        state=CaseState.PROCESSING,
        received=date(2026, 7, 1),
        due=date(2026, 7, 9),
        unit="Bộ phận một cửa",
        progress=(
            Progress(at=at, unit="Bộ phận một cửa", state=CaseState.RECEIVED),
            Progress(at=at + timedelta(days=1), state=CaseState.PROCESSING),
        ),
        source="Dữ liệu mẫu",
        source_time=at + timedelta(days=2),
        demo=True,
    )
    procedure = load_catalogue().get("1.001193")
    return _custom(told(case, TODAY, procedure), {"intent": "case_status", "proof": True})


def _clarify() -> dict[str, Any]:
    catalogue = load_catalogue()
    titles = [catalogue.procedures[code].title for code in CHOICES]
    question = "Anh/chị cần thủ tục nào?"
    choices = [
        {"n": n, "code": code, "label": title, "hint": "Cấp xã", "text": f"{title} ({code})"}
        for n, (code, title) in enumerate(zip(CHOICES, titles, strict=True), 1)
    ]
    text = "\n".join([question, *(f"{c['n']}. {c['label']}" for c in choices)])
    payload = {"type": "clarify", "question": question, "choices": choices, "quick_replies": []}
    return _custom(Reply(text=text, payload=payload, spoken=question), {"decision": "clarify"})


def _compare() -> dict[str, Any]:
    catalogue = load_catalogue()
    procedures = [catalogue.procedures[code] for code in RESIDENCE]
    reply = compare(procedures, (), local=catalogue.local, asof=catalogue.asof, today=TODAY)
    return _custom(reply, {"intent": "compare", "codes": list(RESIDENCE), "decision": "answer"})


def _greeting() -> dict[str, Any]:
    text = "Chào anh/chị! Anh/chị cần làm thủ tục gì? Có thể gọi tổng đài 19001009."
    buttons = [
        {"label": "Đăng ký khai sinh", "text": "Làm giấy khai sinh cho con cần giấy tờ gì?"},
        {"label": "Hộ tịch", "text": "hộ tịch"},
    ]
    payload = {"type": "notice", "kind": "greeting", "quick_replies": buttons}
    return _custom(Reply(text=text, payload=payload, spoken=text), {"intent": "greet"})


def _custom(reply: Reply, meta: dict[str, Any]) -> dict[str, Any]:
    return {**reply.model_dump(), "meta": meta}
