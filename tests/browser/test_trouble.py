"""Rasa down, the network gone, too many messages: said, repeated, never doubled, nothing lost."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Site
from tests.browser.helpers import answered, ask, turns


def test_rasa_down_is_said_and_the_turn_is_answered_later(page: Page, site: Site) -> None:
    site.rasa.mode = "error"
    ask(page, "xin chào")
    expect(page.locator("#log .outage")).to_contain_text("19001009")
    expect(page.locator("#line")).to_contain_text("Tự thử lại")
    site.rasa.mode = "answer"
    page.get_by_role("button", name="Thử lại ngay").click()
    answered(page, 1)
    expect(page.locator("#log .outage")).to_have_count(0)
    expect(page.locator("#line")).to_be_empty()
    expect(page.get_by_text("Chào anh/chị!")).to_be_visible()


def test_it_tries_again_by_itself(page: Page, site: Site) -> None:
    site.rasa.mode = "empty"
    ask(page, "xin chào")
    expect(page.locator("#log .outage")).to_be_visible()
    site.rasa.mode = "answer"
    answered(page, 1)


def test_without_network_it_says_so_and_sends_when_it_is_back(
    page: Page, context: BrowserContext, site: Site
) -> None:
    ask(page, "một")
    answered(page, 1)
    context.set_offline(True)
    ask(page, "hai")
    ask(page, "ba")
    expect(page.locator("#line")).to_contain_text("Máy đang mất kết nối mạng")
    assert site.rasa.messages == ["một"]
    context.set_offline(False)
    answered(page, 3)
    assert site.rasa.messages == ["một", "hai", "ba"]


def test_an_answer_that_got_lost_on_the_way_is_not_asked_for_twice(page: Page, site: Site) -> None:
    lost: list[str] = []

    def lose_first(route: object) -> None:
        if lost:
            route.continue_()  # type: ignore[attr-defined]
            return
        lost.append("answer")
        route.fetch()  # type: ignore[attr-defined]
        route.abort()  # type: ignore[attr-defined]

    page.route("**/api/chat", lose_first)
    ask(page, "xin chào")
    answered(page, 1)
    assert lost
    assert site.rasa.messages == ["xin chào"]


def test_waiting_messages_survive_a_reload(page: Page, site: Site) -> None:
    site.rasa.mode = "error"
    ask(page, "xin chào")
    expect(page.locator("#log .outage")).to_be_visible()
    ask(page, "hộ tịch")
    page.reload()
    expect(turns(page)).to_have_count(2)
    site.rasa.mode = "answer"
    answered(page, 2)
    expect(page.get_by_text("Anh/chị cần thủ tục nào?")).to_be_visible()


def test_an_expired_session_is_told_and_the_question_still_answered(page: Page, site: Site) -> None:
    page.evaluate("localStorage.setItem('motcua.session', JSON.stringify('het-han'))")
    page.reload()
    ask(page, "xin chào")
    answered(page, 1)
    expect(page.get_by_text("Chào anh/chị!")).to_be_visible()


def test_a_session_that_ends_while_the_page_is_open(page: Page, site: Site) -> None:
    page.route("**/api/chat/**", lambda route: route.abort())  # the page can't look it up
    page.evaluate("localStorage.setItem('motcua.session', JSON.stringify('het-han'))")
    page.reload()
    ask(page, "xin chào")
    answered(page, 1)
    expect(page.get_by_text("Không mở lại được cuộc trò chuyện trước")).to_be_visible()


def test_writing_too_fast_only_takes_longer(page: Page, site: Site) -> None:
    for n in range(22):  # 20 in ten seconds are allowed
        ask(page, f"câu {n}")
    expect(page.locator("#line")).to_contain_text("quá nhiều tin nhắn")
    expect(page.locator('#log .turn[data-state="answered"]')).to_have_count(22, timeout=40_000)
    assert site.rasa.messages == [f"câu {n}" for n in range(22)]
