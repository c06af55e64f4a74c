"""A citizen asks, chooses, ticks, rates, reloads, begins again."""

from __future__ import annotations

import json
import re

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Site
from tests.browser.helpers import answered, ask, turns

BIRTH = "Làm giấy khai sinh cho con cần giấy tờ gì?"


def test_a_question_gets_a_card_with_its_source(page: Page, site: Site) -> None:
    page.get_by_role("button", name="Khai sinh").click()
    answered(page, 1)
    card = page.get_by_label("Thủ tục Đăng ký khai sinh")
    expect(card.get_by_text("Mã thủ tục 1.001193")).to_be_visible()
    expect(card.get_by_role("checkbox", name="Giấy chứng sinh")).to_be_visible()
    expect(card.get_by_text("Theo danh mục tháng 7/2026")).to_be_visible()
    expect(card.get_by_role("link", name="Xem đầy đủ")).to_have_attribute(
        "href", "/procedures/1.001193"
    )
    assert site.rasa.messages == [BIRTH]


def test_sections_fold_away(page: Page) -> None:
    ask(page, BIRTH)
    box = page.get_by_role("checkbox", name="Giấy chứng sinh")
    expect(box).to_be_visible()
    page.locator("summary").first.click()
    expect(box).to_be_hidden()


def test_ticks_are_kept_and_shared_with_the_procedures_own_page(page: Page) -> None:
    ask(page, BIRTH)
    page.get_by_role("checkbox", name="Giấy chứng sinh").check()
    page.reload()
    expect(page.get_by_role("checkbox", name="Giấy chứng sinh")).to_be_checked()
    page.goto(page.url + "procedures/1.001193")
    expect(page.get_by_role("checkbox", name="Giấy chứng sinh")).to_be_checked()
    page.get_by_role("checkbox", name="Giấy chứng sinh").uncheck()
    page.reload()
    expect(page.get_by_role("checkbox", name="Giấy chứng sinh")).not_to_be_checked()


def test_a_numbered_choice_sends_its_exact_words_and_keeps_the_focus(
    page: Page, site: Site
) -> None:
    ask(page, "hộ tịch")
    page.get_by_role("button", name=re.compile(r"^3 ?Thủ tục đăng ký khai tử")).click()
    answered(page, 2)
    assert site.rasa.messages[-1] == "Thủ tục đăng ký khai tử (1.000656)"
    expect(page.locator(".mine").last).to_be_focused()


def test_a_comparison_stands_by_aspect_with_a_button_for_each(page: Page, site: Site) -> None:
    ask(page, "so sánh")
    card = page.get_by_label("So sánh", exact=True)
    time = card.locator("section", has=page.get_by_role("heading", name="Thời hạn giải quyết"))
    expect(time.get_by_role("listitem")).to_have_count(2)
    expect(card.get_by_text("Theo danh mục", exact=False).first).to_be_visible()
    card.get_by_role("button", name=re.compile("Đăng ký tạm trú")).click()
    answered(page, 2)
    assert site.rasa.messages[-1].endswith("(1.004194)")


def test_quick_replies_stand_only_under_the_last_answer(page: Page) -> None:
    ask(page, "xin chào")
    page.get_by_role("list", name="Gợi ý", exact=True).get_by_role("button", name="Hộ tịch").click()
    answered(page, 2)
    expect(page.locator("#log .chips")).to_have_count(0)


def test_a_reload_keeps_the_conversation_and_what_is_half_typed(page: Page, site: Site) -> None:
    ask(page, "xin chào")
    answered(page, 1)
    page.get_by_label("Câu hỏi của anh/chị").fill("đang viết dở")
    page.reload()
    answered(page, 1)
    expect(page.get_by_text("Chào anh/chị!")).to_be_visible()
    expect(page.get_by_label("Câu hỏi của anh/chị")).to_have_value("đang viết dở")
    assert len(site.rasa.heard) == 1


def test_a_reload_while_waiting_does_not_ask_twice(page: Page, site: Site) -> None:
    site.rasa.delay_s = 1.0
    ask(page, "xin chào")
    expect(page.get_by_text("Trợ lý đang soạn câu trả lời…")).to_be_visible()
    page.wait_for_timeout(300)
    page.reload()
    answered(page, 1)
    assert site.rasa.messages == ["xin chào"]


def test_messages_sent_quickly_are_answered_in_order(page: Page, site: Site) -> None:
    site.rasa.delay_s = 0.2
    for word in ("một", "hai", "ba"):
        ask(page, word)
    answered(page, 3)
    assert site.rasa.messages == ["một", "hai", "ba"]
    texts = page.locator("#log .mine p").all_inner_texts()
    assert texts == ["một", "hai", "ba"]


def test_two_tabs_see_one_conversation(page: Page, context: BrowserContext, site: Site) -> None:
    ask(page, "một")
    answered(page, 1)
    other = context.new_page()
    other.goto(site.url)
    answered(other, 1)
    ask(other, "hai")
    answered(other, 2)
    page.bring_to_front()
    answered(page, 2)
    ask(page, "ba")
    answered(page, 3)
    answered(other, 3)
    assert len({sender for sender, _ in site.rasa.heard}) == 1


def test_markup_is_shown_as_text(page: Page) -> None:
    ask(page, "<img src=x onerror=alert(1)><script>alert(2)</script>")
    answered(page, 1)
    expect(page.locator("#log .bot")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("#log img, #log script").count() == 0


def test_a_thumb_and_a_word(page: Page) -> None:
    ask(page, "xin chào")
    page.get_by_role("button", name="Câu trả lời chưa hữu ích").click()
    expect(page.get_by_text("Cảm ơn anh/chị đã đánh giá")).to_be_visible()
    page.get_by_label("Góp ý thêm").fill("Chưa rõ")
    page.get_by_role("button", name="Gửi góp ý").click()
    expect(page.get_by_label("Góp ý thêm")).to_have_count(0)
    page.reload()
    down = page.get_by_role("button", name="Câu trả lời chưa hữu ích")
    expect(down).to_have_attribute("aria-pressed", "true")


def test_a_thumb_on_an_earlier_answer_may_be_turned_and_stays(page: Page) -> None:
    for n, words in enumerate(("xin chào", "hộ tịch"), 1):
        ask(page, words)
        answered(page, n)
    first = turns(page).first
    up = first.get_by_role("button", name="Câu trả lời hữu ích")
    down = first.get_by_role("button", name="Câu trả lời chưa hữu ích")
    for thumb in (up, up, down):
        thumb.click()
        expect(thumb).to_have_attribute("aria-pressed", "true")
    expect(first.get_by_label("Góp ý thêm")).to_have_count(1)
    page.reload()
    expect(down).to_have_attribute("aria-pressed", "true")
    expect(up).to_have_attribute("aria-pressed", "false")
    last = turns(page).last.get_by_role("button", name="Câu trả lời chưa hữu ích")
    expect(last).to_have_attribute("aria-pressed", "false")


def test_a_thumb_on_what_was_deleted_elsewhere_is_not_to_be_tried_again(
    page: Page, site: Site
) -> None:
    ask(page, "xin chào")
    answered(page, 1)
    session = json.loads(page.evaluate("localStorage.getItem('motcua.session')"))
    assert page.request.delete(f"{site.url}/api/chat/{session}").ok
    up = page.get_by_role("button", name="Câu trả lời hữu ích")
    up.click()
    expect(page.get_by_text("không còn được lưu nên không ghi được đánh giá")).to_be_visible()
    expect(up).to_have_attribute("aria-pressed", "false")


def test_english_is_marked_as_such_and_offers_a_person(page: Page, site: Site) -> None:
    ask(page, "how much is a passport")
    answered(page, 1)
    expect(page.locator('#log [lang="en"]')).to_contain_text("speaks only Vietnamese")
    page.get_by_role("button", name="Talk to a person").click()
    answered(page, 2)
    assert site.rasa.messages[-1] == "Tôi muốn gặp cán bộ"


def test_beginning_again_asks_first_and_forgets_the_session(page: Page, site: Site) -> None:
    ask(page, "xin chào")
    answered(page, 1)
    page.get_by_role("button", name="Tùy chọn").click()
    page.get_by_role("button", name="Trò chuyện mới").click()
    page.keyboard.press("Escape")
    expect(turns(page)).to_have_count(1)
    page.get_by_role("button", name="Tùy chọn").click()
    page.get_by_role("button", name="Trò chuyện mới").click()
    page.get_by_role("button", name="Bắt đầu mới").click()
    expect(turns(page)).to_have_count(0)
    ask(page, "chào lần nữa")
    answered(page, 1)
    assert len({sender for sender, _ in site.rasa.heard}) == 2


def test_too_long_is_said_before_sending_and_nothing_is_lost(page: Page, site: Site) -> None:
    field = page.get_by_label("Câu hỏi của anh/chị")
    field.fill("ế" * 2001)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Quá 1 ký tự")).to_be_visible()
    expect(field).to_have_value("ế" * 2001)
    expect(field).to_have_attribute("aria-invalid", "true")
    field.fill("ế" * 2000)
    page.keyboard.press("Enter")
    answered(page, 1)
    assert site.rasa.messages == ["ế" * 2000]


def test_asking_about_a_procedure_from_its_page(page: Page) -> None:
    page.goto(page.url + "procedures/1.001193")
    page.get_by_role("link", name="Hỏi trợ lý về thủ tục này").click()
    answered(page, 1)
    expect(page.get_by_label("Thủ tục Đăng ký khai sinh")).to_be_visible()
