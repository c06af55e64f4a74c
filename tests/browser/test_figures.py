"""The journey of who reads the quarter: figures, charts, their tables, the file, the worklist."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bench.insight.quarter import fill
from bench.insight.totals import Totals, last_quarter
from bot.cases.demo import made_up
from bot.cases.service import open_cases
from bot.catalogue.store import load_catalogue
from bot.clock import today
from bot.keyed import Keyed, load_key
from bot.staff.roles import Role
from bot.staff.service import open_staff
from tests.browser.conftest import Site
from tests.browser.helpers import themed, undisturbed, usable
from tests.staff.people import settled

PASSWORD = "chỉ để thử trong bài này"
TOTALS = Totals(users=900, questions=6543, calls=120, hours=3)
QUARTER = last_quarter(today())


@pytest.fixture
def quarter(site: Site) -> Site:
    """A small made-up quarter, made-up cases, and somebody who leads."""
    cases = open_cases(site.settings)
    fill(cases.store, TOTALS, QUARTER)
    procedures = list(load_catalogue().procedures.values())
    cases.registry.put(made_up(procedures, 500, 1, today()))
    keyed = Keyed(load_key(site.settings.secret_key, site.settings.var_dir))
    staff = open_staff(site.settings, cases.store, keyed)
    settled(staff.accounts, "mau", "Trưởng nhóm (mẫu)", Role.LEAD, PASSWORD)
    cases.close()
    return site


@pytest.fixture(params=[(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")])
def screen(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    with themed(browser, *request.param) as page:
        yield page


@pytest.fixture
def reader(screen: Page, quarter: Site) -> Iterator[Page]:
    with undisturbed(screen) as page:
        page.goto(quarter.url + "/staff/figures")
        page.get_by_label("Tên đăng nhập").fill("mau")
        page.get_by_label("Mật khẩu").fill(PASSWORD)
        page.get_by_role("button", name="Đăng nhập").click()
        yield page


def test_reading_the_quarter(reader: Page, tmp_path: Path) -> None:
    page = reader
    expect(page.get_by_role("heading", name="Số liệu", exact=False).first).to_be_visible()
    page.get_by_role("link", name="Quý trước").click()
    expect(page.get_by_text("Dữ liệu mẫu: được tạo ra để thử")).to_be_visible()
    card = page.get_by_role("listitem").filter(
        has=page.get_by_role("heading", name="Câu hỏi", exact=True)
    )
    expect(card).to_contain_text("6.543")
    expect(card).to_contain_text("kể cả lời chào", use_inner_text=True)
    usable(page)
    for name in ("Sử dụng", "Nội dung", "Tổng đài"):
        groups = page.get_by_role("navigation", name="Nhóm số liệu")
        groups.get_by_role("link", name=name, exact=True).click()
        expect(page.locator("svg.chart").first).to_be_visible()
        expect(page.locator("svg.chart text").first).to_have_css("fill", _ink(page))
        usable(page)
    expect(page.get_by_text("Cuộc gọi theo ngày").first).to_be_visible()
    with page.expect_download() as told:
        page.get_by_role("link", name="Tải tất cả (CSV)").click()
    lines = told.value.path().read_text("utf-8-sig").splitlines()
    assert any(",Người dùng,,,900," in line for line in lines)


def test_who_is_to_be_urged(reader: Page) -> None:
    page = reader
    page.get_by_role("link", name="Đôn đốc hồ sơ").click()
    expect(page.get_by_text("có hồ sơ mẫu")).to_be_visible()
    usable(page)
    unit = page.get_by_role("row").nth(1).get_by_role("link")
    name = unit.inner_text()
    unit.click()
    expect(page.get_by_role("heading", name=name)).to_be_visible()
    expect(page.get_by_text(f"Kính gửi {name}")).to_be_visible()
    expect(page.get_by_role("row").nth(1)).to_contain_text("H00-")
    usable(page)


def test_an_absurd_period_is_told_and_the_form_stays(reader: Page, quarter: Site) -> None:
    reader.goto(quarter.url + "/staff/figures?from=2026-09-30&to=1926-01-01")
    expect(reader.get_by_role("alert")).to_contain_text("đứng trước ngày đầu")
    expect(reader.get_by_label("Từ ngày")).to_be_visible()
    usable(reader)


def _ink(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).color"))
