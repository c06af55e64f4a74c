"""The console's way from what went badly to a phrasing in force; jobs themselves are not run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from bot.jobs import jobs as job_module
from bot.learning import changes as module
from bot.learning.changes import Changes
from bot.learning.examples import version
from bot.learning.themes import Themes
from bot.staff.roles import Role
from bot.store import Store
from tests.learning.conftest import Talk
from tests.web.staff.conftest import Browser
from tests.web.staff.test_notices import acts

BIRTH = "1.001193"
PHRASE = "thằng cu nhà em chào đời, xin tờ giấy đầu tiên cho nó"
ROW = {"size": 300, "first": 250, "five": 290, "refused": 1}
GOOD = {"sets": {"Câu hỏi thường ngày": {"before": ROW, "after": ROW}}, "losses": []}
Open = Callable[..., Browser]


@dataclass(frozen=True)
class Found:
    codes: list[str]


class FakeSearcher:
    def search_many(self, texts: Sequence[str], top: int) -> list[Found]:
        return [Found([BIRTH]) for _ in texts]


@pytest.fixture
def store(app: FastAPI) -> Store:
    found: Store = app.state.store
    return found


@pytest.fixture
def theme(store: Store) -> int:
    """A theme of one turn, gathered."""
    Talk(store)("an", ("cu tí nhà em <3 chào đời", "none"))
    Themes(store).gather(cast(Any, FakeSearcher()), lambda done, total: None)
    return Themes(store).shown("open")[0].theme.id


@pytest.fixture(autouse=True)
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The jobs that would have been set to work; `now` is the index in force."""
    jobs: list[int] = []
    monkeypatch.setattr("bot.jobs.jobs.set_to_work", lambda job, over: jobs.append(job))
    monkeypatch.setattr(module, "current_version", lambda: "now")
    return jobs


def test_from_the_queue_into_force(
    signed_in: Open, client: TestClient, store: Store, theme: int, started: list[int]
) -> None:
    editor, lead = signed_in(Role.EDITOR), signed_in(Role.LEAD)
    assert "cu tí nhà em &lt;3 chào đời" in editor.get("/staff/learning").text
    here = f"/staff/learning/themes/{theme}"
    assert editor.post(f"{here}/assign", {"target": BIRTH}).status_code == 303
    proposed = editor.post(f"{here}/propose", {"text": PHRASE})
    change = proposed.headers["Location"]
    page = editor.get(change).text
    assert "+++ b/data/catalogue/words/ho-tich.jsonl" in page
    assert "cần một đồng nghiệp duyệt" in page

    editor.post(f"{change}/compare")
    assert started == [1]
    assert "data-job" in editor.get(change).text
    job_module.Jobs(store).end(1, "done", "Không có gì kém đi.")
    Changes(store).compared(1, GOOD, "now")
    assert "250 → 250" in lead.get(change).text

    own = editor.post(f"{change}/approve")
    assert (own.status_code, "không tự duyệt" in own.text) == (422, True)
    assert lead.post(f"{change}/approve").status_code == 303
    assert started == [1, 2]
    assert [act for act, *_ in acts(client)[:3]] == ["apply", "change-approved", "compare"]

    assert "Lấy lại câu này" not in lead.get(change).text
    job_module.Jobs(store).end(2, "done", "Đã áp dụng.")
    Changes(store).applied(1)
    assert "Lấy lại câu này" in editor.get(change).text
    assert editor.post(f"{change}/take-back").status_code == 303
    assert (started, acts(client)[0][0]) == ([1, 2, 3], "take_back")


def test_an_example_of_an_intent_is_compared_then_approved(
    signed_in: Open, store: Store, theme: int, started: list[int]
) -> None:
    editor, other = signed_in(Role.EDITOR), signed_in(Role.EDITOR, login="other")
    here = f"/staff/learning/themes/{theme}"
    editor.post(f"{here}/assign", {"target": "ask_fee"})
    change = editor.post(f"{here}/propose", {"text": "khoản nộp ấy nó là mấy"}).headers["Location"]
    page = other.get(change).text
    assert "+      - khoản nộp ấy nó là mấy" in page
    assert "chờ đánh giá" in page
    assert editor.post(f"{change}/compare").status_code == 303
    assert started == [1]
    job_module.Jobs(store).end(1, "done", "Không có gì kém đi.")
    row = {"size": 217, "first": 190}
    figures = {
        "sets": {"Câu chào": {"before": row, "after": row | {"first": 191}}},
        "losses": [], "changed": [],
        "taught": {"before": ["nlu_fallback"], "after": ["ask_fee"]},
    }  # fmt: skip
    book = Changes(store)
    book.compared(1, figures, version(book.accepted()))
    page = other.get(change).text
    assert "190 → 191" in page
    assert "Đúng trong năm" not in page
    assert "với chính câu này nlu_fallback → ask_fee" in page
    assert other.post(f"{change}/approve").status_code == 303
    assert started == [1]  # nothing to be done at once
    assert "chờ lần huấn luyện tới" in other.get("/staff/learning/changes").text
    assert "Bỏ câu này" in editor.get(change).text
    assert editor.post(f"{change}/refuse").status_code == 303
    assert "đã bỏ" in other.get(change).text


@pytest.mark.parametrize(
    ("act", "form", "said"),
    [
        ("assign", {"target": "9.999999"}, "Không có thủ tục hay loại câu hỏi"),
        ("propose", {"text": PHRASE}, "chưa được giao"),
    ],
)
def test_what_is_wrong_is_said(
    signed_in: Open, theme: int, act: str, form: dict[str, str], said: str
) -> None:
    response = signed_in(Role.EDITOR).post(f"/staff/learning/themes/{theme}/{act}", form)
    assert (response.status_code, said in response.text) == (422, True)


def test_a_broken_rule_is_said_and_what_was_typed_stays(signed_in: Open, theme: int) -> None:
    editor = signed_in(Role.EDITOR)
    here = f"/staff/learning/themes/{theme}"
    editor.post(f"{here}/assign", {"target": BIRTH})
    response = editor.post(f"{here}/propose", {"text": "gọi anh 0912345678"})
    assert response.status_code == 422
    assert "Có số cá nhân" in response.text


def test_dismissed_and_opened_again(signed_in: Open, client: TestClient, theme: int) -> None:
    editor = signed_in(Role.EDITOR)
    here = f"/staff/learning/themes/{theme}"
    editor.post(f"{here}/dismiss")
    assert "Không có nhóm nào" in editor.get("/staff/learning").text
    assert "cu tí" in editor.get("/staff/learning?state=dismissed").text
    editor.post(f"{here}/reopen")
    assert "cu tí" in editor.get("/staff/learning").text
    assert [act for act, *_ in acts(client)[:2]] == ["theme-open", "theme-dismissed"]


def test_one_job_at_a_time(signed_in: Open, started: list[int]) -> None:
    editor = signed_in(Role.EDITOR)
    assert editor.post("/staff/learning/gather").status_code == 303
    again = editor.post("/staff/learning/gather")
    assert (again.status_code, "Đang có một việc khác chạy" in again.text) == (422, True)
    assert started == [1]
    assert editor.get("/staff/api/jobs/1").json()["state"] == "running"
    assert editor.get("/staff/api/jobs/99").status_code == 404


def test_what_is_not_there(signed_in: Open) -> None:
    editor = signed_in(Role.EDITOR)
    assert editor.get("/staff/learning/themes/99").status_code == 404
    assert editor.post("/staff/learning/changes/99/approve").status_code == 404
    assert editor.get("/staff/learning?state=lạ").status_code == 200
