"""The pages of complaints and proposals, for who may open them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from fastapi import FastAPI

from bot.care.tickets.counter import Counter
from bot.care.tickets.demo import put_demo
from bot.care.tickets.model import Draft, Kind, Standing
from bot.care.tickets.opening import open_counter
from bot.clock import today
from bot.settings import Settings
from bot.staff.roles import Role
from tests.web.staff.conftest import Browser

STORY = "vỉa hè bị đào <b>suốt</b> tháng, gọi 0912345678"
SignedIn = Callable[[Role], Browser]


@pytest.fixture
def counter(app: FastAPI, settings: Settings) -> Counter:
    return open_counter(settings, app.state.store)


def handed_in(counter: Counter, kind: Kind, token: str = "abc") -> str:
    return counter.hand_in(Draft(token, kind, "00004", STORY), "web-x", "web").code


def first_of(browser: Browser, path: str) -> str:
    """The address of the only ticket of a list."""
    [number] = re.findall(rf'href="({path}/\d+)"', browser.get(path).text)
    return number


def test_an_adviser_finds_opens_and_answers(counter: Counter, signed_in: SignedIn) -> None:
    code = handed_in(counter, Kind.REPORT)
    adviser = signed_in(Role.ADVISER)
    address = first_of(adviser, "/staff/tickets")
    page = adviser.get(address).text
    assert "&lt;b&gt;suốt&lt;/b&gt;" in page
    assert "0912345678" not in page
    assert code not in page, "the code is the citizen's"
    assert "chưa có quy định" in page
    done = adviser.post(f"{address}/answer", {"revision": "0", "words": "Đã lấp xong."})
    assert (done.status_code, done.headers["Location"]) == (303, address)
    assert "Đã lấp xong." in adviser.get(address).text
    told = counter.look_up(code, "web-x", "web")
    assert isinstance(told, Standing)
    assert told.answer == "Đã lấp xong."
    assert "Không có phản ánh nào như vậy" in adviser.get("/staff/tickets").text
    assert address in adviser.get("/staff/tickets?state=answered").text


def test_who_was_slower_is_told_and_keeps_what_was_typed(
    counter: Counter, signed_in: SignedIn
) -> None:
    handed_in(counter, Kind.REPORT)
    adviser, lead = signed_in(Role.ADVISER), signed_in(Role.LEAD)
    address = first_of(adviser, "/staff/tickets")
    lead.post(f"{address}/state", {"revision": "0", "state": "handling"})
    slow = adviser.post(f"{address}/answer", {"revision": "0", "words": "Câu của tôi."})
    assert slow.status_code == 422
    assert "Có người vừa xử lý" in slow.text
    assert "Câu của tôi.</textarea>" in slow.text
    double = lead.post(f"{address}/state", {"revision": "0", "state": "handling"})
    assert double.status_code == 422


def test_complaints_about_officials_are_the_leads_alone(
    counter: Counter, signed_in: SignedIn
) -> None:
    handed_in(counter, Kind.OFFICIAL)
    lead = signed_in(Role.LEAD)
    address = first_of(lead, "/staff/complaints")
    assert "Người xử lý" in lead.get(address).text
    number = address.rsplit("/", 1)[1]
    for role in (Role.ADVISER, Role.EDITOR, Role.ADMIN):
        browser = signed_in(role)
        assert browser.get(address).status_code == 403
        assert browser.get("/staff/complaints").status_code == 403
        assert "về cán bộ" not in browser.get("/staff").text
        if role is Role.ADVISER:
            everything = browser.get("/staff/tickets?state=all&kind=official").text
            assert "Không có phản ánh nào như vậy" in everything
            assert browser.get(f"/staff/tickets/{number}").status_code == 404


def test_a_ticket_is_assigned_to_who_may_answer_it(counter: Counter, signed_in: SignedIn) -> None:
    handed_in(counter, Kind.REPORT)
    lead = signed_in(Role.LEAD)
    signed_in(Role.ADVISER)
    signed_in(Role.EDITOR)
    address = first_of(lead, "/staff/tickets")
    people = dict(re.findall(r'<option value="(\d+)"[^>]*>([^<]+) \(mẫu\)', lead.get(address).text))
    assert set(people.values()) == {"Trưởng nhóm", "Tư vấn viên"}
    adviser = next(number for number, name in people.items() if name == "Tư vấn viên")
    assert lead.post(f"{address}/assign", {"revision": "0", "to": adviser}).status_code == 303
    assert "người xử lý: Tư vấn viên" in lead.get(address).text
    stranger = lead.post(f"{address}/assign", {"revision": "1", "to": "999"})
    assert (stranger.status_code, "Không giao được" in stranger.text) == (422, True)


@pytest.mark.parametrize(
    ("act", "data"),
    [
        ("answer", {"words": ""}),
        ("answer", {"words": "x" * 4001}),
        ("answer", {"words": "x", "revision": "nhiều"}),
        ("state", {"state": "flying"}),
        ("state", {"state": "withdrawn"}),
        ("assign", {"to": "-1"}),
    ],
)
def test_what_makes_no_sense_is_refused(
    counter: Counter, signed_in: SignedIn, act: str, data: dict[str, str]
) -> None:
    handed_in(counter, Kind.REPORT)
    adviser = signed_in(Role.ADVISER)
    address = first_of(adviser, "/staff/tickets")
    assert adviser.post(f"{address}/{act}", {"revision": "0", **data}).status_code == 422


@pytest.mark.parametrize("number", ["0", "99999999999999", "7"])
def test_an_unknown_number_is_said_to_be_unknown(signed_in: SignedIn, number: str) -> None:
    assert signed_in(Role.ADVISER).get(f"/staff/tickets/{number}").status_code == 404


@pytest.mark.parametrize("query", ["state=x&kind=y&ward=z", "page=9999", "mine=true", "state=all"])
def test_odd_filters_show_a_list(counter: Counter, signed_in: SignedIn, query: str) -> None:
    assert signed_in(Role.ADVISER).get(f"/staff/tickets?{query}").status_code == 200


def test_what_staff_did_with_a_made_up_one_is_not_said_of_the_citizen(
    app: FastAPI, signed_in: SignedIn
) -> None:
    put_demo(app.state.store, 60, 1, today())
    adviser = signed_in(Role.ADVISER)
    listed = adviser.get("/staff/tickets?state=answered").text
    [address, *_] = re.findall(r'href="(/staff/tickets/\d+)"', listed)
    history = re.findall(
        r"<li><strong>([^<]+)</strong>,[^<]*, ([^<,;]+)", adviser.get(address).text
    )
    did = {step: who.strip() for step, who in history}
    assert did.pop("Đã tiếp nhận") == "người gửi"
    assert set(did.values()) == {"cán bộ (dữ liệu mẫu)"}
