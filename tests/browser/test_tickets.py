"""A complaint is answered in the console; its pages are usable by everybody."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import update

from bot.care.tables import Ticket
from bot.care.tickets.counter import Counter
from bot.care.tickets.model import Draft, Kind, Standing
from bot.care.tickets.opening import open_counter
from bot.catalogue.online_only import install_online_only
from bot.clock import today
from bot.settings import ROOT
from bot.settings import settings as environment
from bot.staff.accounts import Accounts
from bot.staff.roles import Role
from bot.store import Store
from tests.browser.conftest import Site
from tests.browser.helpers import themed, usable
from tests.staff.people import settled

GOOD = "một mật khẩu dài"
STORY = "Vỉa hè trước trường học bị đào ba tuần nay, trẻ con phải đi xuống lòng đường."


@pytest.fixture
def store(site: Site) -> Iterator[Store]:
    store = Store(site.settings.database)
    for role in (Role.ADVISER, Role.LEAD):
        settled(Accounts(store), str(role), f"{role.label} (mẫu)", role, GOOD)
    yield store
    store.close()


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Reports have a deadline of three working days, as a city may set it."""
    shipped = (ROOT / "data" / "care" / "tickets.yml").read_text(encoding="utf-8")
    own = yaml.safe_load(shipped)
    own["kinds"]["report"] |= {"working_days": 3, "source": "Quy định thử nghiệm"}
    (tmp_path / "rules.yml").write_text(yaml.safe_dump(own, allow_unicode=True), encoding="utf-8")
    monkeypatch.setenv("MOTCUA_TICKET_RULES", str(tmp_path / "rules.yml"))
    monkeypatch.setenv("MOTCUA_VAR_DIR", str(tmp_path))
    environment.cache_clear()
    yield
    environment.cache_clear()


@pytest.fixture
def counter(rules: None, site: Site, store: Store) -> Counter:
    return open_counter(site.settings, store)


def sign_in(page: Page, site: Site, role: Role) -> None:
    page.goto(f"{site.url}/staff")
    page.get_by_label("Tên đăng nhập").fill(str(role))
    page.get_by_label("Mật khẩu").fill(GOOD)
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("heading", name="Chào")).to_be_visible()


def test_a_complaint_is_answered(page: Page, site: Site, counter: Counter) -> None:
    code = counter.hand_in(Draft("abc", Kind.REPORT, "00004", STORY), "web-x", "web").code
    sign_in(page, site, Role.ADVISER)
    page.get_by_role("navigation", name="Các mục").get_by_role(
        "link", name="Phản ánh, kiến nghị"
    ).click()
    expect(page.get_by_role("link", name="Phản ánh về cán bộ")).to_have_count(0)
    page.get_by_role("rowheader").get_by_role("link").click()
    expect(page.get_by_text(STORY)).to_be_visible()
    page.get_by_label("Người xử lý").select_option(label="Tư vấn viên (mẫu)")
    page.get_by_role("button", name="Giao").click()
    page.get_by_role("button", name="Bắt đầu xử lý").click()
    page.get_by_label("Câu trả lời").fill("Đơn vị thi công đã hoàn trả vỉa hè hôm nay.")
    page.get_by_role("button", name="Gửi câu trả lời").click()
    expect(page.get_by_role("definition").first).to_have_text("Đã trả lời")
    told = counter.look_up(code, "web-y", "web")
    assert isinstance(told, Standing)
    assert told.answer == "Đơn vị thi công đã hoàn trả vỉa hè hôm nay."
    page.get_by_role("button", name="Kết thúc").click()
    expect(page.get_by_role("button", name="Gửi câu trả lời")).to_have_count(0)


def test_an_answer_survives_a_session_that_ended(page: Page, site: Site, counter: Counter) -> None:
    counter.hand_in(Draft("abc", Kind.REPORT, "00004", STORY), "web-x", "web")
    sign_in(page, site, Role.ADVISER)
    page.goto(f"{site.url}/staff/tickets")
    page.get_by_role("rowheader").get_by_role("link").click()
    page.get_by_label("Câu trả lời").fill("Câu dài mất công viết.")
    page.wait_for_load_state()  # the script that keeps it
    page.context.clear_cookies()
    page.get_by_role("button", name="Gửi câu trả lời").click()
    page.get_by_label("Tên đăng nhập").fill(str(Role.ADVISER))
    page.wait_for_load_state()
    page.get_by_label("Mật khẩu").fill(GOOD)
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_label("Câu trả lời")).to_have_value("Câu dài mất công viết.")

    page.get_by_role("button", name="Tùy chọn").click()
    page.get_by_role("button", name="Đăng xuất").click()
    expect(page.get_by_label("Mật khẩu")).to_be_visible()
    assert page.evaluate("sessionStorage.getItem('motcua.written')") is None


def test_two_people_at_one_ticket(
    context: BrowserContext, browser: Browser, page: Page, site: Site, counter: Counter
) -> None:
    counter.hand_in(Draft("abc", Kind.REPORT, "00004", STORY), "web-x", "web")
    other = browser.new_context(locale="vi-VN").new_page()
    for one, role in ((page, Role.ADVISER), (other, Role.LEAD)):
        sign_in(one, site, role)
        one.goto(f"{site.url}/staff/tickets")
        one.get_by_role("rowheader").get_by_role("link").click()
        one.get_by_label("Câu trả lời").fill(f"Câu của {role}.")
    other.get_by_role("button", name="Gửi câu trả lời").click()
    expect(other.get_by_role("definition").first).to_have_text("Đã trả lời")
    page.get_by_role("button", name="Gửi câu trả lời").click()
    expect(page.get_by_role("alert")).to_contain_text("Có người vừa xử lý")
    expect(page.get_by_label("Câu trả lời")).to_have_value("Câu của adviser.")
    other.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(
    browser: Browser, site: Site, store: Store, counter: Counter, tmp_path: Path,
    scheme: str, width: int,
) -> None:  # fmt: skip
    days = (-4, 1, 9)  # past, near, and time enough
    for token, day in zip("abc", days, strict=True):
        counter.hand_in(Draft(token, Kind.REPORT, "00004", f"{STORY} {token}"), "web-x", "web")
        with store.writing() as session:
            mine = update(Ticket).where(Ticket.text == f"{STORY} {token}")
            session.execute(mine.values(due=today() + timedelta(days=day)))
    counter.hand_in(Draft("d", Kind.PROPOSAL, None, "Nên có ghế ngồi chờ."), "voice-x", "voice")
    counter.hand_in(Draft("e", Kind.OFFICIAL, "00004", "Cán bộ quát tôi."), "web-x", "web")
    with themed(browser, width, scheme) as page:
        sign_in(page, site, Role.LEAD)
        page.goto(f"{site.url}/staff/tickets")
        expect(page.get_by_text("Quá hạn")).to_be_visible()
        looked_at(page, f"tickets-{width}-{scheme}")
        page.get_by_role("rowheader").get_by_role("link").first.click()
        page.get_by_label("Câu trả lời").fill("Đã chuyển đơn vị thi công, xong trong tuần này.")
        page.get_by_role("button", name="Gửi câu trả lời").click()
        looked_at(page, f"ticket-{width}-{scheme}")
        page.goto(f"{site.url}/staff/complaints")
        looked_at(page, f"complaints-{width}-{scheme}")
        page.goto(f"{site.url}/online-only")
        looked_at(page, f"online-none-{width}-{scheme}")
        rows = "".join(f"{code},2026-01-02\n" for code in ("1.001193", "1.004222", "1.000894"))
        (tmp_path / "list.csv").write_text(f"code,date\n{rows}")
        install_online_only(tmp_path / "list.csv", "Danh sách thử nghiệm", {"1.001193"}, today())
        page.reload()
        looked_at(page, f"online-old-{width}-{scheme}")


def looked_at(page: Page, name: str) -> None:
    """Axe finds nothing, nothing runs out sideways; MOTCUA_SHOTS names where pictures go."""
    if folder := os.environ.get("MOTCUA_SHOTS"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
    usable(page)
