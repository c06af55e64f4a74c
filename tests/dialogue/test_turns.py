"""Turns against the real catalogue and a searcher that finds what the test says."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, cast

import pytest

from bot.answers.aspect import Aspect
from bot.catalogue.local import LocalStatus, LocalTruth
from bot.catalogue.store import Catalogue, load_catalogue
from bot.dialogue import moves, respond, service
from bot.dialogue.state import State
from bot.dialogue.turn import Outcome, Turn, World

LIMITED, SEVERAL, STOCK, PARTNERS = "2.001583", "2.001199", "2.002043", "2.002042"
COMPANIES = (LIMITED, SEVERAL, STOCK, PARTNERS)
MARRIAGE, RESIDENCE = "1.000894", "1.004222"


@dataclass
class Found:
    decision: str = "none"
    codes: list[str] = field(default_factory=list)
    choices: list[str] = field(default_factory=list)
    matched_by: str = "words"


@dataclass
class FakeSearcher:
    catalogue: Catalogue
    found: Found
    asked: list[str] = field(default_factory=list)
    excluded: frozenset[str] = frozenset()

    def search(self, text: str, exclude: frozenset[str] = frozenset()) -> Found:
        self.asked.append(text)
        self.excluded = exclude
        return self.found

    def restore(self, text: str) -> str:
        return text

    def names_other(self, text: str, code: str) -> bool:
        return bool(self.found.codes) and code not in self.found.codes


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture
def world(catalogue: Catalogue) -> World:
    searcher = FakeSearcher(catalogue, Found())
    return World(searcher=cast(Any, searcher), local=catalogue.local, today=date(2026, 8, 1))


def finds(world: World, found: Found) -> None:
    cast(FakeSearcher, world.searcher).found = found


def kinds(outcome: Outcome) -> list[str]:
    return [reply.payload.get("kind") or reply.payload["type"] for reply in outcome.replies]


def test_a_code_needs_no_search(world: World) -> None:
    outcome = respond.ask(Turn("1.000894 lệ phí", State(), (Aspect.FEE,)), world)
    assert outcome.codes == (MARRIAGE,)
    assert outcome.state.aspect is Aspect.FEE
    assert cast(FakeSearcher, world.searcher).asked == []


def test_what_the_city_says_today_goes_before_the_catalogue(world: World) -> None:
    note = "10.000 đồng tại Hà Nội"
    world = replace(world, local=LocalTruth({MARRIAGE: LocalStatus(fee_note=note)}))
    outcome = respond.ask(Turn("1.000894 lệ phí", State(), (Aspect.FEE,)), world)
    assert note in outcome.replies[0].text


def test_withdrawn_and_unknown_codes_are_said_to_be(world: World) -> None:
    assert kinds(respond.ask(Turn("2.001177", State()), world)) == ["withdrawn"]
    assert kinds(respond.ask(Turn("1.029998", State()), world)) == ["unknown_code"]


def test_an_aspect_alone_is_about_the_procedure_in_play(world: World) -> None:
    state = State(procedure=MARRIAGE)
    outcome = respond.ask(Turn("bao lâu thì bà lấy được?", state, (Aspect.TIME,)), world)
    assert outcome.codes == (MARRIAGE,)


def test_a_new_topic_replaces_the_procedure_in_play(world: World) -> None:
    finds(world, Found("answer", [RESIDENCE]))
    turn = Turn("đăng ký thường trú nộp ở đâu", State(procedure=MARRIAGE), (Aspect.PLACE,))
    assert respond.ask(turn, world).codes == (RESIDENCE,)


def test_an_aspect_before_its_procedure_waits_for_it(world: World) -> None:
    first = respond.ask(Turn("lệ phí bao nhiêu?", State(), (Aspect.FEE,)), world)
    assert kinds(first) == ["which_procedure"]
    finds(world, Found("answer", [MARRIAGE]))
    second = respond.ask(Turn("đăng ký kết hôn", first.state), world)
    assert second.replies[0].payload["aspect"] == "fee"


def test_a_choice_by_number_keeps_the_aspect(world: World) -> None:
    choices = [MARRIAGE, RESIDENCE]  # no guide decides between these
    finds(world, Found("clarify", choices, choices))
    first = respond.ask(
        Turn("lệ phí là bao nhiêu ạ, cưới hay nhập khẩu", State(), (Aspect.FEE,)), world
    )
    second = moves.choose(Turn("cái thứ hai", first.state), world)
    assert second.codes == (RESIDENCE,)
    assert second.replies[0].payload["aspect"] == "fee"
    assert second.state.choices == ()


def test_a_choice_by_its_words(world: World) -> None:
    outcome = respond.ask(Turn("công ty cổ phần ấy", State(choices=COMPANIES)), world)
    assert outcome.codes == (STOCK,)


def test_an_aspect_with_choices_open_asks_again(world: World) -> None:
    turn = Turn("lệ phí bao nhiêu", State(choices=COMPANIES), (Aspect.FEE,))
    outcome = respond.ask(turn, world)
    assert outcome.decision == "clarify"
    assert outcome.state.aspect is Aspect.FEE


def test_one_choice_left_is_answered(world: World) -> None:
    state = State(choices=(LIMITED, SEVERAL), candidates=(LIMITED, SEVERAL, STOCK))
    assert moves.not_that(Turn("không phải", state), world).codes == (STOCK,)


def test_not_that_offers_what_was_not_refused(world: World) -> None:
    state = State(procedure=LIMITED, candidates=COMPANIES)
    outcome = moves.not_that(Turn("không phải cái đó", state), world)
    assert outcome.codes == (SEVERAL, STOCK, PARTNERS)
    assert outcome.state.procedure is None


def test_not_that_with_what_is_meant_searches_for_it(world: World) -> None:
    finds(world, Found("answer", [RESIDENCE]))
    turn = Turn("không phải, ý tôi là đăng ký thường trú", State(procedure=MARRIAGE))
    assert moves.not_that(turn, world).codes == (RESIDENCE,)
    searcher = cast(FakeSearcher, world.searcher)
    assert searcher.asked == ["đăng ký thường trú"]
    assert MARRIAGE in searcher.excluded


def test_an_ordinal_with_nothing_offered(world: World) -> None:
    assert kinds(moves.choose(Turn("cái thứ hai", State()), world)) == ["nothing_to_choose"]


def test_an_ordinal_beyond_the_choices_offers_them_again(world: World) -> None:
    outcome = moves.choose(Turn("số 4", State(choices=COMPANIES[:2])), world)
    assert outcome.decision == "clarify"


def test_repeat_says_the_last_aspect_again(world: World) -> None:
    state = State(procedure=MARRIAGE, aspect=Aspect.PAPERS)
    outcome = moves.repeat(Turn("nhắc lại", state), world)
    assert outcome.replies[0].payload["aspect"] == "papers"
    assert kinds(moves.repeat(Turn("nhắc lại", State()), world)) == ["nothing_to_repeat"]


@pytest.mark.parametrize("last", [respond.ask, service.out_of_scope])
def test_the_second_miss_in_a_row_gives_the_hotline(world: World, last: Any) -> None:
    first = respond.ask(Turn("xyz qwe", State()), world)
    assert "19001009" not in first.replies[0].text
    second = last(Turn("abc", first.state), world)
    assert "19001009" in second.replies[0].text


def test_a_named_procedure_is_never_off_topic(world: World) -> None:
    finds(world, Found("answer", [MARRIAGE]))
    turn = Turn("cưới xin đăng ký kết hôn ra sao", State(), topical=True)
    assert service.out_of_scope(turn, world).codes == (MARRIAGE,)
    assert service.case_status(turn, world).codes == (MARRIAGE,)


@pytest.mark.parametrize("move", [moves.affirm, moves.deny, moves.repeat])
def test_a_short_move_that_names_a_procedure_is_a_question(world: World, move: Any) -> None:
    finds(world, Found("answer", [MARRIAGE]))
    assert move(Turn("đăng ký kết hôn", State(), topical=True), world).codes == (MARRIAGE,)


def test_who_waits_for_a_case_asks_for_no_procedure(world: World) -> None:
    turn = Turn("hồ sơ kết hôn của tôi xong chưa", State(), topical=True)
    assert kinds(service.case_status(turn, world)) == ["code"]


def test_a_ward_adds_its_point_to_where_to_file(world: World) -> None:
    turn = Turn("Tôi ở phường Kim Mã cũ, nộp ở đâu?", State(procedure=MARRIAGE), (Aspect.PLACE,))
    outcome = respond.ask(turn, world)
    assert kinds(outcome) == ["procedure", "place"]
    assert {"Phường Ba Đình", "Phường Ngọc Hà", "Phường Giảng Võ"} == {
        ward["name"] for ward in outcome.replies[1].payload["wards"]
    }


def test_a_ward_alone_gives_its_point(world: World) -> None:
    assert kinds(respond.ask(Turn("phường Yên Hòa", State(procedure=MARRIAGE)), world)) == ["place"]


def test_a_ward_alone_is_never_off_topic(world: World) -> None:
    assert kinds(service.out_of_scope(Turn("Phường Yên Hòa", State()), world)) == ["place"]


def test_another_act_on_the_same_paper_is_a_new_topic(world: World) -> None:
    finds(world, Found("answer", ["1.014200"]))
    turn = Turn(
        "Giấy phép đó bị mất, cấp lại ra sao?", State(procedure="1.014199"), (Aspect.STEPS,)
    )
    assert respond.ask(turn, world).codes == ("1.014200",)
