"""What a person who is signed in is told about their own cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.cases.lookup import MOST_LISTED, Desk
from bot.cases.model import CaseState, Supplement
from bot.cases.proofs import Proofs
from bot.cases.registry import Entry
from bot.cases.service import Cases, open_cases
from bot.dialogue.mycases import asks_for_mine, mine, my_cases
from bot.keyed import Keyed, load_key
from bot.settings import Settings
from bot.store import migrate
from tests.cases.conftest import a_case

TODAY = date(2026, 7, 10)  # a Friday
AN, BINH = "999000000017", "999000000025"  # no province has 999
NEWER, OLDER = "H26-260701-0001", "H26-260615-0002"


@pytest.fixture
def cases(tmp_path: Path) -> Iterator[Cases]:
    settings = Settings(var_dir=tmp_path)
    migrate(settings.database)
    opened = open_cases(settings)
    opened.registry.put(
        [
            Entry(a_case(NEWER), "5678", "0017", AN),
            Entry(a_case(OLDER, title="Đăng ký thường trú", due=date(2026, 7, 8)), None, None, AN),
            Entry(a_case("H26-260702-0003", title="Cấp hộ chiếu"), None, None, BINH),
        ]
    )
    yield opened
    opened.close()


@pytest.fixture
def an(tmp_path: Path, cases: Cases) -> str:
    return Proofs(Keyed(load_key("", tmp_path))).owner(AN)


def told(desk: Desk, person: str) -> Any:
    return my_cases(person, desk, "session", "web", TODAY)


def test_own_cases_with_state_and_due_date_and_who_says_so(cases: Cases, an: str) -> None:
    said = told(cases.desk, an).text
    assert said == (
        "Anh/chị có 2 hồ sơ:\n"
        "1. Đăng ký khai sinh (H26-260701-0001). Đang xử lý. Hẹn trả ngày 15/7/2026, còn 3 ngày "
        "làm việc.\n"
        "2. Đăng ký thường trú (H26-260615-0002). Đang xử lý. Hẹn trả ngày 8/7/2026, đã quá hẹn 2 "
        "ngày làm việc.\n"
        "Theo Sổ hồ sơ thử, cập nhật lúc 08:30 ngày 10/7/2026.\n"
        "Hồ sơ do người khác nộp hộ có thể không có ở đây; tra bằng mã hồ sơ."
    )


def test_by_voice_in_short_sentences_without_digits_and_without_the_year(
    cases: Cases, an: str
) -> None:
    said = told(cases.desk, an).spoken
    assert said.startswith(
        "Anh chị có hai hồ sơ. Hồ sơ thứ nhất: đăng ký khai sinh. Đang xử lý. Hẹn trả ngày mười "
        "lăm tháng bảy, còn ba ngày làm việc. Hồ sơ thứ hai: đăng ký thường trú."
    )
    assert not re.search(r"\d|H26|năm hai nghìn", said)


def test_by_voice_at_most_three_are_read_out(cases: Cases, an: str) -> None:
    more = [a_case(f"H26-26070{n}-1000", title=f"Việc {n}") for n in (3, 4, 5)]
    cases.registry.put(Entry(case, None, None, AN) for case in more)
    said = told(cases.desk, an).spoken
    assert said.count("Hồ sơ thứ") == 3
    assert "Còn hai hồ sơ nữa." in said


def test_the_payload_has_the_facts_and_leads_on_to_each(cases: Cases, an: str) -> None:
    payload = told(cases.desk, an).payload
    assert (payload["type"], payload["kind"], payload["more"]) == ("cases", "mine", False)
    first = payload["cases"][0]
    assert first["code"] == NEWER
    assert first["state"] == CaseState.PROCESSING
    assert datetime.fromisoformat(first["source_time"]) == datetime(2026, 7, 10, 1, 30, tzinfo=UTC)
    assert payload["quick_replies"][1] == {"label": "Đăng ký thường trú (…0002)", "text": OLDER}


@pytest.mark.parametrize(
    ("facts", "standing"),
    [
        ({"state": None}, "Nguồn không ghi tình trạng."),
        ({"state": CaseState.STOPPED}, "Dừng xử lý."),
        ({"due": None}, "Đang xử lý."),
        ({"due": TODAY}, "Đang xử lý. Hẹn trả ngày 10/7/2026, hôm nay là ngày hẹn."),
        (
            {
                "state": CaseState.SUPPLEMENT_ASKED,
                "supplements": (Supplement(asked=date(2026, 7, 6)),),
            },
            "Yêu cầu bổ sung giấy tờ. Hẹn trả ngày 15/7/2026.",
        ),
        (
            {"state": CaseState.DONE, "finished": date(2026, 7, 9)},
            "Đã xử lý xong. Hẹn trả ngày 15/7/2026.",
        ),
    ],
)
def test_how_a_case_stands(cases: Cases, an: str, facts: dict[str, Any], standing: str) -> None:
    cases.registry.put([Entry(a_case(NEWER, **facts), None, None, AN)])
    reply = told(cases.desk, an)
    assert reply.payload["cases"][0]["standing"] == standing
    assert f"({NEWER}). {standing}\n" in reply.text


def test_overdue_since_the_last_working_day(cases: Cases, an: str) -> None:
    cases.registry.put([Entry(a_case(NEWER, due=TODAY), None, None, AN)])
    said = my_cases(an, cases.desk, "session", "web", date(2026, 7, 12)).text  # a Sunday
    assert "Hẹn trả ngày 10/7/2026, vừa quá hẹn." in said


def test_what_is_made_up_or_unknown_says_so(cases: Cases, an: str) -> None:
    unknown = a_case(NEWER, title=None, source="Mẫu", source_time=None, demo=True)
    cases.registry.put([Entry(unknown, None, None, AN)])
    said = told(cases.desk, an).text
    assert said.startswith("Đây là hồ sơ mẫu, không có thật.\n")
    assert "1. Thủ tục chưa rõ tên (H26-260701-0001)." in said
    assert "Theo Mẫu, Sổ hồ sơ thử, không ghi đủ thời điểm cập nhật." in said


def test_more_than_are_shown(cases: Cases, an: str) -> None:
    codes = [f"H26-260703-{n:04d}" for n in range(MOST_LISTED)]
    cases.registry.put(Entry(a_case(code), None, None, AN) for code in codes)
    reply = told(cases.desk, an)
    assert reply.text.startswith(f"{MOST_LISTED} hồ sơ mới nhất của anh/chị:\n")
    assert "Hồ sơ cũ hơn" in reply.text
    assert reply.payload["more"]


def test_nobody_elses(cases: Cases, an: str) -> None:
    assert "Cấp hộ chiếu" not in told(cases.desk, an).text
    nobody = told(cases.desk, "0" * 64)
    assert nobody.payload["kind"] == "none"
    assert "gửi mã hồ sơ" in nobody.text
    assert "anh/chị" not in nobody.spoken


def test_a_database_that_is_gone(cases: Cases, an: str, tmp_path: Path) -> None:
    with cases.store.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE case_record")
    reply = told(cases.desk, an)
    assert reply.payload["kind"] == "down"
    assert "19001009" in reply.text


def test_an_own_case_needs_no_proof(cases: Cases, an: str) -> None:
    found = mine(OLDER, an, cases.desk, "session", "web")
    assert found is not None
    assert found.title == "Đăng ký thường trú"
    assert mine("H26-260702-0003", an, cases.desk, "session", "web") is None


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("hồ sơ của tôi đến đâu rồi", True),
        ("hồ sơ của tôi", True),
        ("Ho so cua toi the nao", True),
        ("tra cứu hồ sơ", True),
        ("các hồ sơ em đã nộp", True),
        ("đơn tôi gửi tuần trước sao chưa xong", True),
        ("hồ sơ H26.12-250701-0001 đến đâu rồi", False),
        ("hồ sơ của con tôi đến đâu rồi", False),
        ("tra cứu hồ sơ cho bố", False),
        ("bao giờ xong", False),
    ],
)
def test_when_ones_own_are_meant(text: str, own: bool) -> None:
    assert asks_for_mine(text) is own
