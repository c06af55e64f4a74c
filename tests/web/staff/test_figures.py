"""Figures and the worklist in the console, beside what tests/insight counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Engine, text
from starlette.testclient import TestClient

from bot.clock import today
from bot.staff.roles import Role
from tests.web.conftest import Say
from tests.web.staff.conftest import Browser

SignIn = Callable[[Role], Browser]


def test_a_question_is_in_the_figures_at_once(say: Say, signed_in: SignIn) -> None:
    say("làm giấy khai sinh")
    page = signed_in(Role.LEAD).get(f"/staff/figures?from={today()}&to={today()}").text
    assert 'class="value">1<' in page
    assert "Kỳ này gồm cả hôm nay" in page
    assert "Dữ liệu mẫu" not in page


def test_a_thumb_stays_when_the_words_have_gone(
    say: Say, client: TestClient, database: Engine
) -> None:
    told = say("làm giấy khai sinh").json()
    thumb = {"session": told["session"], "turn_id": told["turn_id"]}
    for useful in (True, False):
        client.post("/api/feedback", json=thumb | {"useful": useful})
    with database.begin() as connection:
        connection.execute(text("UPDATE conversation SET delete_after = '2020-01-01 00:00:00'"))
    client.app.state.parts.privacy.expire()  # type: ignore[attr-defined]
    with database.connect() as connection:
        assert connection.scalars(text("SELECT useful FROM turn_log")).all() == [False]
        assert connection.scalar(text("SELECT count(*) FROM feedback")) == 0


@pytest.mark.parametrize("path", ["/staff/figures", "/staff/figures/usage", "/staff/figures.csv"])
@pytest.mark.parametrize(
    "period", ["from=2026-09-30&to=2026-07-01", "from=x&to=y", "to=2026-07-01"]
)
def test_an_absurd_period_is_a_sentence(signed_in: SignIn, path: str, period: str) -> None:
    answer = signed_in(Role.LEAD).get(f"{path}?{period}")
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert 'name="from"' in answer.text


def test_a_group_that_is_not_there(signed_in: SignIn) -> None:
    assert signed_in(Role.LEAD).get("/staff/figures/nothing").status_code == 404


def test_what_is_downloaded_or_looked_through_is_in_the_audit_log(
    signed_in: SignIn, database: Engine
) -> None:
    lead = signed_in(Role.LEAD)
    assert "attachment" in lead.get("/staff/figures.csv").headers["Content-Disposition"]
    lead.get("/staff/figures/usage?from=2026-09-01&to=2026-09-30")
    lead.get("/staff/worklist?unit=Phường A")
    assert lead.get("/staff/worklist.csv").text.startswith("\ufeffmã hồ sơ,")
    with database.connect() as connection:
        acts = connection.execute(text("SELECT act, subject FROM staff_audit ORDER BY id")).all()
    assert [act for act, _ in acts[-4:]] == [
        "figures-download", "figures", "worklist", "worklist-download",
    ]  # fmt: skip
    assert acts[-3].subject == "01/09/2026–30/09/2026"
    assert acts[-2].subject == "Phường A"


def test_a_unit_from_outside_is_shown_as_words(signed_in: SignIn) -> None:
    page = signed_in(Role.LEAD).get("/staff/worklist?unit=<script>alert(1)</script>").text
    assert "<script>alert" not in page
    assert "Không có hồ sơ nào cần đôn đốc" in page
