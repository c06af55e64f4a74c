"""The look-up's pages, as an adviser opens them."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest

from bot.catalogue.store import load_catalogue
from bot.notices.watch import FRESH_S
from bot.staff.roles import Role
from tests.web.staff.conftest import Browser


@pytest.fixture
def adviser(signed_in: Callable[[Role], Browser]) -> Browser:
    return signed_in(Role.ADVISER)


def test_the_list_with_filters_and_pages(adviser: Browser) -> None:
    page = adviser.get("/staff/procedures?q=khai+sinh&level=ward").text
    assert "/staff/procedures/1.001193" in page
    assert re.search(r'<option value="ward" selected>', page)
    total = len(load_catalogue().procedures)
    assert f"{total} thủ tục</h2>" in adviser.get("/staff/procedures").text
    assert "Trang trước" in adviser.get("/staff/procedures?page=2").text


def test_procedures_of_a_decree(adviser: Browser) -> None:
    page = adviser.get("/staff/procedures", params={"q": "nghị định 118/2025"}).text
    assert "<strong>Nghị định 118/2025/NĐ-CP</strong>" in page
    none = adviser.get("/staff/procedures", params={"q": "9999/2031/NĐ-CP"}).text
    assert "Không có thủ tục nào trong danh mục ghi văn bản này" in none


def test_typing_ahead(adviser: Browser) -> None:
    found = adviser.get("/staff/api/procedures", params={"q": "dang ky khai s"}).json()
    assert 0 < len(found["suggestions"]) <= 8
    assert {"code", "title", "short", "down"} == set(found["suggestions"][0])
    assert adviser.get("/staff/api/procedures").json() == {"suggestions": []}


def test_what_is_taken_down_is_marked_wherever_it_is_shown(
    adviser: Browser, signed_in: Callable[..., Browser]
) -> None:
    editor = signed_in(Role.EDITOR)
    editor.post("/staff/notices/down", {"code": "1.001193", "why": "sai lệ phí"})
    time.sleep(FRESH_S + 0.1)
    for path in ("?q=1.001193", "/compare?code=1.001193&code=1.000656", "/1.001193"):
        page = adviser.get(f"/staff/procedures{path}").text
        assert page.lower().count("đang tạm ngừng trả lời") == 1, path
    checklist = adviser.get("/staff/procedures/1.001193/checklist").text
    assert "đường dẫn lập ở đây chưa mở được" in checklist
    found = adviser.get("/staff/api/procedures", params={"q": "1.001193"}).json()
    assert [one["down"] for one in found["suggestions"]] == [True]


def test_one_procedure_with_both_wordings(adviser: Browser) -> None:
    page = adviser.get("/staff/procedures/1.001193").text
    assert "Trả lời người dân" in page
    assert "Luật số 60/2014/QH13" in page
    assert "Bản thử nghiệm" in page  # not the city's own service
    assert adviser.get("/staff/procedures/9.999999").status_code == 404


def test_every_hundredth_page_has_no_hole(adviser: Browser) -> None:
    for code in list(load_catalogue().procedures)[::100]:
        for path in ("", "/history", "/checklist"):
            page = adviser.get(f"/staff/procedures/{code}{path}")
            assert page.status_code == 200, (code, path)
            assert not re.search(r"\bNone\b|\bnull\b|<ul>\s*</ul>", page.text), (code, path)


def test_a_withdrawn_code_has_a_page(adviser: Browser) -> None:
    code, _ = next((c, t) for c, t in load_catalogue().withdrawn.items() if t)
    page = adviser.get(f"/staff/procedures/{code}")
    assert page.status_code == 410
    assert "không còn trên Cổng Dịch vụ công quốc gia" in page.text
    assert adviser.get(f"/staff/procedures/{code}/history").status_code == 200


def test_two_side_by_side(adviser: Browser) -> None:
    page = adviser.get("/staff/procedures/compare?code=1.001193&code=1.004884").text
    assert "<mark>" in page
    assert "như nhau" in page


@pytest.mark.parametrize("query", ["", "?code=1.001193", "?code=1.001193&code=1.001193",
    "?code=1.001193&code=9.999999", "?code=a&code=b&code=c"])  # fmt: skip
def test_comparing_something_else_says_what_is_missing(adviser: Browser, query: str) -> None:
    page = adviser.get(f"/staff/procedures/compare{query}")
    assert page.status_code == 422
    assert 'role="alert"' in page.text


def test_a_checklist_is_chosen_and_its_link_opens_without_signing_in(
    adviser: Browser, client
) -> None:
    form = adviser.get("/staff/procedures/1.001193/checklist").text
    assert re.search(r'name="paper" value="3" checked', form)
    assert not re.search(r'name="paper" value="0" checked', form)
    made = adviser.get("/staff/procedures/1.001193/checklist/made?paper=3&paper=0")
    assert made.status_code == 303
    link = made.headers["Location"]
    page = client.get(link, headers={"Accept": "text/html"})
    assert page.status_code == 200
    assert page.text.count('type="checkbox"') == 2
    assert "Giấy chứng sinh" in page.text
    assert link.replace("&", "&amp;") in page.text  # to send


def test_the_link_that_is_sent_holds_the_choice_and_nothing_that_was_put_into_the_address(
    client,
) -> None:
    page = client.get("/procedures/1.001193/checklist?papers=3&v=x&ten=Lan&so=001099012345").text
    assert "001099012345" not in page
    assert "Lan" not in page


def test_a_link_from_before_the_record_changed_shows_all_and_says_so(client) -> None:
    page = client.get("/procedures/1.001193/checklist?papers=3&v=00000000").text
    assert "Danh mục đã đổi" in page
    assert page.count('type="checkbox"') == len(load_catalogue().procedures["1.001193"].papers)


@pytest.mark.parametrize("query", ["", "?papers=x,,-1,99999999999&v=%00", "?papers=" + "1," * 3000])
def test_an_odd_link_breaks_nothing(client, query: str) -> None:
    assert client.get(f"/procedures/1.001193/checklist{query}").status_code == 200
    assert client.get(f"/procedures/9.999999/checklist{query}").status_code == 404
