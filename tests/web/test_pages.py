"""Pages for people, JSON for programs, feedback, health, figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from starlette.testclient import TestClient

from bot.catalogue.online_only import install_online_only
from bot.catalogue.store import load_catalogue
from bot.clock import today
from bot.settings import Settings
from bot.settings import settings as environment
from bot.web.app import create_app
from tests.web.conftest import Say
from tests.web.fake_rasa import FakeRasa

HTML = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def test_the_chat_page_says_that_it_is_a_trial(client: TestClient) -> None:
    page = client.get("/").text
    assert '<html lang="vi">' in page
    assert "Trợ lý thử nghiệm, không phải dịch vụ chính thức của Thành phố Hà Nội" in page
    assert "19001009" in page


def test_the_citys_own_service_does_not(settings: Settings) -> None:
    with TestClient(create_app(settings.model_copy(update={"official": True}))) as client:
        for path in ("/", "/procedures/1.001193"):
            assert "thử nghiệm" not in client.get(path, headers=HTML).text


def test_a_procedure_as_a_page_has_every_part_and_boxes_to_tick(client: TestClient) -> None:
    response = client.get("/procedures/1.001193", headers=HTML)
    assert response.status_code == 200
    page = response.text
    assert "Thủ tục đăng ký khai sinh" in page
    assert "Mã thủ tục 1.001193" in page
    for part in ("papers", "fee", "time", "place", "law", "result"):
        assert f'id="{part}"' in page
    assert page.count('type="checkbox"') == len(load_catalogue().procedures["1.001193"].papers)
    assert "tháng 7/2026" in page
    assert "None" not in page


def test_a_procedure_as_json(client: TestClient) -> None:
    response = client.get("/procedures/1.001193", headers={"Accept": "application/json"})
    body = response.json()
    assert body["card"]["type"] == "procedure"
    assert body["card"]["page"] == "/procedures/1.001193"
    assert body["procedure"]["code"] == "1.001193"
    assert "Accept" in response.headers["vary"].split(", ")


@pytest.mark.parametrize("code", ["9.999999", "x", "1.001193'--", "%2e%2e%2fetc"])
def test_an_unknown_procedure_is_a_problem_or_a_page(client: TestClient, code: str) -> None:
    problem = client.get(f"/procedures/{code}")
    assert problem.status_code == 404
    assert problem.headers["content-type"] == "application/problem+json"
    page = client.get(f"/procedures/{code}", headers=HTML)
    assert page.status_code == 404
    assert page.headers["content-type"].startswith("text/html")


def test_a_procedure_that_has_left_the_portal_is_gone_with_its_title(client: TestClient) -> None:
    code, title = next((c, t) for c, t in load_catalogue().withdrawn.items() if t)
    problem = client.get(f"/procedures/{code}")
    assert problem.status_code == 410
    assert title in problem.json()["detail"]
    assert problem.json()["old_title"] == title


def test_every_hundredth_procedure_has_a_page(client: TestClient) -> None:
    for code in list(load_catalogue().procedures)[::100]:
        page = client.get(f"/procedures/{code}", headers=HTML)
        assert page.status_code == 200, code
        assert not re.search(r"\bNone\b|\bnull\b|<ul>\s*</ul>", page.text), code


def test_feedback_is_kept_once_redacted_and_only_for_ones_own_turn(
    say: Say, client: TestClient, database: Engine
) -> None:
    told, other = say("chào").json(), say("người khác").json()
    mine = {"session": told["session"], "turn_id": told["turn_id"]}
    assert client.post("/api/feedback", json={**mine, "useful": False}).json() == {"saved": True}
    word = "Sai rồi, gọi tôi 0912345678"
    client.post("/api/feedback", json={**mine, "useful": True, "comment": word})
    with database.connect() as connection:
        rows = connection.execute(text("SELECT useful, comment FROM feedback")).all()
    assert rows == [(1, "Sai rồi, gọi tôi [phone]")]
    assert client.get(f"/api/chat/{told['session']}").json()["turns"][0]["useful"] is True

    stolen = {"session": other["session"], "turn_id": told["turn_id"], "useful": False}
    assert client.post("/api/feedback", json=stolen).status_code == 404
    unknown = {"session": "x", "turn_id": told["turn_id"], "useful": False}
    assert client.post("/api/feedback", json=unknown).status_code == 404
    assert client.post("/api/feedback", json={**mine, "useful": "maybe"}).status_code == 422


def test_alive_and_not_ready_without_actions(keeper: TestClient) -> None:
    assert keeper.get("/healthz").json() == {"status": "ok"}
    ready = keeper.get("/readyz")
    assert ready.status_code == 503
    parts = ready.json()["parts"]
    assert (parts["rasa"], parts["database"], parts["actions"]) == ("ok", "ok", "down")


def test_figures_count_turns_and_hold_no_words(say: Say, keeper: TestClient) -> None:
    say("bí mật")
    say("")
    figures = keeper.get("/metrics").text
    assert 'motcua_turns_total{channel="web",outcome="answered"} 1.0' in figures
    assert 'motcua_refused_total{kind="empty"} 1.0' in figures
    assert "bí mật" not in figures


def test_a_crash_is_a_problem_without_its_inside(client: TestClient, rasa: FakeRasa) -> None:
    client.app.state.parts.sessions.find_or_open = None  # type: ignore[attr-defined]
    response = client.post("/api/chat", json={"text": "chào"})
    assert response.status_code == 500
    assert "19001009" in response.json()["detail"]
    assert "NoneType" not in response.text


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/x", 404), ("PUT", "/api/chat", 405)]
)
def test_the_frameworks_own_errors_are_problems_too(
    client: TestClient, method: str, path: str, status: int
) -> None:
    response = client.request(method, path)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"


@pytest.fixture
def weekly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Puts a list of what is taken only online in force, as of a day."""
    monkeypatch.setenv("MOTCUA_VAR_DIR", str(tmp_path))
    environment.cache_clear()

    def install(day: str) -> None:
        (tmp_path / "list.csv").write_text(f"code,date\n1.001193,{day}\n9.999999,{day}\n")
        install_online_only(tmp_path / "list.csv", "Thông báo thử nghiệm", {"1.001193"}, today())

    yield install
    environment.cache_clear()


def test_what_is_taken_only_online_is_unknown_until_a_list_is_imported(
    client: TestClient, weekly: Callable[[str], None]
) -> None:
    assert "Chưa có danh sách nào" in client.get("/online-only", headers=HTML).text
    assert client.get("/online-only").json() == {"asof": None, "procedures": []}


def test_what_is_taken_only_online_with_day_and_source(
    client: TestClient, weekly: Callable[[str], None]
) -> None:
    weekly(f"{today():%Y-%m-%d}")
    page = client.get("/online-only", headers=HTML).text
    assert 'href="/procedures/1.001193"' in page
    assert f"{today():%d/%m/%Y}, nguồn: Thông báo thử nghiệm" in page
    assert "9.999999 (chưa có trong danh mục" in page
    assert "đã cũ" not in page
    body = client.get("/online-only").json()
    assert body["old"] is False
    assert [row["code"] for row in body["procedures"]] == ["1.001193", "9.999999"]
    card = client.get("/procedures/1.001193", headers=HTML).text
    assert "chỉ nhận thủ tục này trực tuyến" in card


def test_an_old_list_is_shown_as_old(client: TestClient, weekly: Callable[[str], None]) -> None:
    weekly("2026-01-02")
    assert "Danh sách này đã cũ" in client.get("/online-only", headers=HTML).text
