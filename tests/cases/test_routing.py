"""Which source answers; all that may know are asked, whatever the others said."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from bot.cases import routing
from bot.cases.gateway import Found, SourceDown
from bot.cases.routing import Route, Router
from tests.cases.conftest import a_case

HANOI, MINISTRY = "H26.12-250701-0001", "G22.99-251225-020175"


class Source:
    """Has every case, of one procedure; or none; or is down."""

    alike_after_s = 0.0

    def __init__(
        self,
        name: str,
        procedure: str | None = "1.001193",
        down: bool = False,
    ) -> None:
        self.name = name
        self.procedure = procedure
        self.down = down
        self.asked: list[str] = []

    def find(self, code: str, within_s: float) -> Found | None:
        self.asked.append(code)
        self.within_s = within_s
        if self.down:
            raise SourceDown(self.name)
        case = a_case(code, source=self.name, procedure=self.procedure)
        return Found(self.procedure, (), lambda: case) if self.procedure else None

    def close(self) -> None:
        pass


def who_answers(code: str, *routes: Route) -> str | None:
    found = Router(routes).ask(code, 1).found
    return found.read().source if found else None


@pytest.mark.parametrize(
    ("code", "source"),
    [
        (HANOI, "city"),
        (MINISTRY, "ministry"),
        ("000.00.04.H26-200221-0001", "city"),
        ("H51-200221-0001", None),
        ("G22-251225-020175", "ministry"),
        ("G09.20-20260609-0092637", None),  # not the same unit as G09.2
        ("G09.2.1-20260609-0092637", "ministry"),
    ],
)
def test_the_unit_in_the_code_decides_who_is_asked(code: str, source: str | None) -> None:
    city, ministry = Source("city"), Source("ministry")
    said = who_answers(code, Route(city, units=("H26",)), Route(ministry, units=("G22", "G09.2")))
    assert said == source
    assert len(city.asked) + len(ministry.asked) == (source is not None)


def test_a_letter_alone_is_all_its_units() -> None:
    provinces, ministries = Source("provinces"), Source("ministries")
    routes = (Route(provinces, units=("H",)), Route(ministries, units=("G",)))
    assert who_answers(HANOI, *routes) == "provinces"
    assert who_answers(MINISTRY, *routes) == "ministries"


def test_a_source_is_believed_about_its_procedures_only() -> None:
    copy, real = Source("an old copy"), Source("who decides")
    elsewhere = Route(copy, procedures=("2.000635",))
    assert who_answers(HANOI, elsewhere, Route(real)) == "who decides"
    assert who_answers(HANOI, Route(copy, procedures=("1.001193",)), Route(real)) == "an old copy"


def test_a_source_that_answers_first_spares_the_others_no_work() -> None:
    first, second = Source("first"), Source("second")
    assert who_answers(HANOI, Route(first), Route(second)) == "first"
    assert second.asked == [HANOI]


def test_a_source_that_hangs_leaves_the_next_its_share_of_the_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = [1000.0]
    monkeypatch.setattr(routing, "time", SimpleNamespace(monotonic=lambda: clock[0]))

    class Hangs(Source):
        def find(self, code: str, within_s: float) -> Found | None:
            clock[0] += within_s
            return super().find(code, within_s)

    hangs, next_ = Hangs("hangs", down=True), Source("next")
    Router([Route(hangs), Route(next_)]).ask(HANOI, 3.0)
    assert (hangs.within_s, next_.within_s) == (1.5, 1.5)


def test_what_is_known_of_the_others_when_one_is_down() -> None:
    down, none = Source("down", down=True), Source("none", procedure=None)
    both = Router([Route(down), Route(none)]).ask(HANOI, 1)
    assert (both.found, both.answered, both.down) == (None, True, True)
    alone = Router([Route(down)]).ask(HANOI, 1)
    assert (alone.answered, alone.down) == (False, True)
