"""What a person who is signed in is told about their own cases."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.answers.reply import Reply
from bot.cases.model import Case, CaseState, Supplement
from bot.cases.outcome import Listed
from bot.cases.replies.facts import DEMO
from bot.cases.replies.mine import my_cases
from tests.cases.conftest import CODE, a_case

TODAY = date(2026, 7, 10)  # a Friday
NEWER = a_case("H26-260701-0001")
OLDER = a_case("H26-260615-0002", title="Đăng ký thường trú", due=date(2026, 7, 8))


def told(*cases: Case, more: bool = False, today: date = TODAY) -> Reply:
    return my_cases(Listed(cases, more), today, {})


def test_own_cases_with_state_and_due_date_and_who_says_so() -> None:
    said = told(NEWER, OLDER).text
    assert said == (
        "Anh/chị có 2 hồ sơ:\n"
        "1. Đăng ký khai sinh (H26-260701-0001). Đang xử lý. Hẹn trả ngày 15/7/2026, đang "
        "đúng hạn, còn 3 ngày làm việc.\n"
        "2. Đăng ký thường trú (H26-260615-0002). Đang xử lý. Hẹn trả ngày 8/7/2026, đã quá hẹn 2 "
        "ngày làm việc.\n"
        "Theo Sổ hồ sơ thử, lúc 8:30 ngày 10/7/2026.\n"
        "Hồ sơ do người khác nộp hộ có thể không có ở đây; tra bằng mã hồ sơ.\n"
        "Muốn xem kỹ hồ sơ nào, anh/chị gửi số thứ tự."
    )


def test_by_voice_in_short_sentences_without_digits_and_without_the_year() -> None:
    said = told(NEWER, OLDER).spoken
    assert said.startswith(
        "Anh chị có hai hồ sơ. Hồ sơ thứ nhất: đăng ký khai sinh. Đang xử lý. Hẹn trả ngày mười "
        "lăm tháng bảy, đang đúng hạn, còn ba ngày làm việc. Hồ sơ thứ hai: đăng ký thường trú."
    )
    assert not re.search(r"\d|H26|năm hai nghìn", said)


def test_by_voice_at_most_three_are_read_out() -> None:
    said = told(NEWER, OLDER, NEWER, OLDER, NEWER).spoken
    assert said.count("Hồ sơ thứ") == 3
    assert "Còn hai hồ sơ nữa." in said


def test_the_payload_has_the_facts_and_leads_on_to_each() -> None:
    payload = told(NEWER, OLDER).payload
    assert (payload["type"], payload["kind"], payload["more"]) == ("cases", "mine", False)
    first = payload["cases"][0]
    assert first["code"] == NEWER.code
    assert first["state"] == CaseState.PROCESSING
    assert datetime.fromisoformat(first["source_time"]) == datetime(2026, 7, 10, 1, 30, tzinfo=UTC)
    assert payload["quick_replies"][1] == {
        "label": "Đăng ký thường trú (…0002)",
        "text": OLDER.code,
    }


@pytest.mark.parametrize(
    ("facts", "standing"),
    [
        (
            {"state": None},
            "Nguồn không ghi tình trạng của hồ sơ, hoặc ghi bằng từ chưa hiểu được. Hẹn trả ngày "
            "15/7/2026, chưa rõ có trễ hẹn không vì nguồn không ghi đủ ngày.",
        ),
        ({"state": CaseState.STOPPED}, "Dừng xử lý."),
        ({"due": None}, "Đang xử lý. Nguồn không ghi ngày hẹn trả."),
        ({"due": TODAY}, "Đang xử lý. Hẹn trả ngày 10/7/2026, hôm nay là ngày hẹn."),
        (
            {
                "state": CaseState.SUPPLEMENT_ASKED,
                "supplements": (Supplement(asked=date(2026, 7, 6)),),
            },
            "Yêu cầu bổ sung giấy tờ. Hẹn trả ngày 15/7/2026, khi bổ sung xong thì còn 7 ngày làm "
            "việc.",
        ),
        (
            {"state": CaseState.DONE, "finished": date(2026, 7, 9)},
            "Đã xử lý xong. Hẹn trả ngày 15/7/2026, đã xong đúng hẹn.",
        ),
    ],
)
def test_how_a_case_stands(facts: dict[str, Any], standing: str) -> None:
    reply = told(a_case(**facts))
    assert reply.payload["cases"][0]["standing"] == standing
    assert f"({CODE}). {standing}\n" in reply.text


def test_overdue_since_the_last_working_day() -> None:
    said = told(a_case(due=TODAY), today=date(2026, 7, 12)).text  # a Sunday
    assert "Hẹn trả ngày 10/7/2026, vừa quá hẹn." in said


def test_what_is_made_up_or_unknown_says_so() -> None:
    unknown = a_case(title=None, source="Mẫu", source_time=None, demo=True)
    said = told(unknown, OLDER).text
    assert said.startswith(f"{DEMO}\n")
    assert f"1. Nguồn không ghi tên thủ tục ({CODE})." in said
    assert "Theo Mẫu, Sổ hồ sơ thử; nguồn không ghi đủ thời điểm cập nhật." in said


def test_more_than_are_shown() -> None:
    reply = told(NEWER, OLDER, more=True)
    assert reply.text.startswith("2 hồ sơ mới nhất của anh/chị:\n")
    assert "Hồ sơ cũ hơn" in reply.text
    assert reply.payload["more"]


def test_none_and_what_to_do_then() -> None:
    reply = told()
    assert reply.payload["kind"] == "none"
    assert "gửi mã hồ sơ" in reply.text
    assert "anh/chị" not in reply.spoken.lower()


def test_the_cases_cannot_be_read_now() -> None:
    reply = my_cases(None, TODAY, {})
    assert reply.payload["kind"] == "down"
    assert "19001009" in reply.text
