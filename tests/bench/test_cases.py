"""The registry that is measured: made up, the same every time, and asked rightly."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.cases import looking
from bench.cases.population import Population
from bot.cases.proofs import Proofs
from bot.cases.service import open_cases
from bot.keyed import Keyed, load_key
from bot.settings import Settings
from bot.store import migrate
from bot.text.codes import find_case_codes


def test_the_same_seed_makes_the_same_cases() -> None:
    first, again = (list(Population(300, seed=7).entries()) for _ in range(2))
    assert first == again
    assert first != list(Population(300, seed=8).entries())
    assert len({entry.case.code for entry in first}) == 300
    assert all(entry.case.demo for entry in first)


def test_codes_of_a_million_are_codes() -> None:
    people = Population(1_000_000, seed=7)
    for serial in (0, 999_999, 1_999_999):
        assert find_case_codes(people.code(serial)) == [people.code(serial)]


def test_every_kind_of_look_up_gets_its_answer(tmp_path: Path) -> None:
    settings = Settings(var_dir=tmp_path)
    migrate(settings.database)
    people, proofs = Population(300, seed=7), Proofs(Keyed(load_key("", tmp_path)))
    cases = open_cases(settings)
    cases.registry.put(people.entries())
    measured = looking.gateway(cases, proofs, people, 20) | looking.scans(cases, proofs, people)
    measured |= looking.desk(cases, people, 20)
    cases.close()
    assert [len(times) for times in measured.values()] == [20, 20, 20, 5, 5, 20, 20, 20]


def test_a_wrong_answer_is_not_timed() -> None:
    with pytest.raises(RuntimeError, match="wrong answer"):
        looking.timed(["a", "b"], lambda said: said == "a")
