"""The civil servant's look-up in a real browser, by keyboard and by hand."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from bot.staff.roles import Role
from tests.browser.conftest import Site
from tests.browser.helpers import themed, usable
from tests.browser.staff.conftest import SignIn

PAGES = (
    "/staff",
    "/staff/password",
    "/staff/accounts",
    "/staff/audit",
    "/staff/procedures",
    "/staff/procedures?q=khai+sinh&level=ward",
    "/staff/procedures?q=1.000009",
    "/staff/procedures/1.001193",
    "/staff/procedures/1.001193/history",
    "/staff/procedures/1.001193/checklist",
    "/staff/procedures/compare",
    "/staff/procedures/compare?code=1.001193&code=1.004884",
    "/procedures/1.001193/checklist?papers=0,3",
)


def test_from_half_a_word_to_the_procedure_by_keyboard(sign_in: SignIn) -> None:
    page = sign_in(Role.ADVISER, "/staff/procedures")
    field = page.get_by_role("combobox", name=re.compile("Tên, lời thường ngày"))
    field.press_sequentially("dang ky khai sin")
    expect(page.get_by_role("option", name=re.compile("1.001193"))).to_be_visible()
    options = page.get_by_role("listbox", name="Gợi ý").get_by_role("option")
    expect(options.first).to_be_visible()
    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    field.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    field.press("ArrowDown")
    code = options.first.get_attribute("data-code")
    field.press("Enter")
    page.wait_for_url(f"**/staff/procedures/{code}")


def test_without_choosing_enter_searches(sign_in: SignIn) -> None:
    page = sign_in(Role.ADVISER, "/staff/procedures")
    field = page.get_by_role("combobox", name=re.compile("Tên, lời thường ngày"))
    field.fill("nghị định 118/2025")
    field.press("Escape")
    field.press("Enter")
    expect(page.get_by_text("Nghị định 118/2025/NĐ-CP", exact=True)).to_be_visible()


def test_two_are_picked_and_compared(sign_in: SignIn) -> None:
    page = sign_in(Role.ADVISER, "/staff/procedures?q=khai+sinh")
    for box in page.get_by_role("checkbox").all()[:2]:
        box.check()
    page.get_by_role("button", name="Đối chiếu hai thủ tục đã chọn").click()
    expect(page.locator("mark").first).to_be_visible()
    expect(page.get_by_role("rowheader", name="Căn cứ pháp lý")).to_be_visible()


def test_a_checklist_for_this_citizen_and_its_link(sign_in: SignIn, browser: Browser) -> None:
    page = sign_in(Role.ADVISER, "/staff/procedures/1.001193")
    page.get_by_role("link", name="Lập danh sách giấy tờ cho người dân").click()
    page.get_by_label(re.compile("Văn bản ủy quyền")).check()
    page.get_by_role("button", name="Lập danh sách").click()
    expect(page.get_by_role("checkbox")).to_have_count(3)
    link = page.get_by_label("Đường dẫn để gửi").input_value()
    citizens = browser.new_context()
    theirs = citizens.new_page()
    theirs.goto(link)
    expect(theirs.get_by_text("Văn bản ủy quyền")).to_be_visible()
    assert "motcua_staff" not in {cookie["name"] for cookie in citizens.cookies()}
    citizens.close()


def test_an_answer_is_copied(sign_in: SignIn) -> None:
    page = sign_in(Role.ADVISER, "/staff/procedures/1.001193")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Sao chép văn phong hành chính").click()
    expect(page.get_by_role("button", name="Đã sao chép")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Thủ tục hành chính: Thủ tục đăng ký khai sinh")


def test_it_works_without_scripts(browser: Browser, sign_in: SignIn, site: Site) -> None:
    cookies = sign_in(Role.ADVISER).context.cookies()
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(cookies)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(site.url + "/staff/procedures")
    page.get_by_label(re.compile("Tên, lời thường ngày")).fill("khai sinh")
    page.get_by_role("button", name="Tìm").click()
    expect(page.get_by_role("link", name="Thủ tục đăng ký khai sinh", exact=True)).to_be_visible()
    page.get_by_role("button", name="Đăng xuất").click()
    expect(page.get_by_role("heading", name="Trang cán bộ")).to_be_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_and_nothing_runs_out(
    sign_in: SignIn, site: Site, browser: Browser, scheme: str, width: int
) -> None:
    cookies = sign_in(Role.ADMIN).context.cookies()
    with themed(browser, width, scheme) as page:
        page.goto(site.url + "/staff/sign-in")
        usable(page)
        page.context.add_cookies(cookies)  # type: ignore[arg-type]
        for path in PAGES:
            page.goto(site.url + path)
            usable(page)
        page.goto(site.url + "/staff/procedures")
        page.get_by_role("combobox", name=re.compile("Tên, lời")).press_sequentially("khai sinh")
        expect(page.locator("#suggestions [role=option]").first).to_be_visible()
        usable(page)
