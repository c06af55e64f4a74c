"""A signed-in browser of each role, through the sign-in page itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from bot.keyed import Keyed, load_key
from bot.staff.roles import Role
from bot.staff.service import open_staff
from bot.store import Store
from tests.browser.conftest import Site
from tests.staff.people import settled

GOOD = "một mật khẩu dài"
SignIn = Callable[..., Page]


@pytest.fixture
def sign_in(context: BrowserContext, site: Site) -> SignIn:
    """Makes an account of the role and signs it in; the page it lands on."""
    store = Store(site.settings.database)
    keyed = Keyed(load_key(site.settings.secret_key, site.settings.var_dir))
    accounts = open_staff(site.settings, store, keyed).accounts

    def open_page(role: Role, path: str = "/staff") -> Page:
        settled(accounts, str(role), f"{role.label} (mẫu)", role, GOOD)
        page = context.new_page()
        page.goto(site.url + path)
        page.get_by_label("Tên đăng nhập").fill(str(role))
        page.get_by_label("Mật khẩu").fill(GOOD)
        page.get_by_role("button", name="Đăng nhập").click()
        expect(page.get_by_role("navigation", name="Các mục")).to_be_visible()
        return page

    return open_page
