"""What a conversation remembers of a case: the same after Rasa's store has redacted it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from bot.cases.demo import made_up
from bot.cases.model import Case, CaseFee, CaseState
from bot.catalogue.store import load_catalogue
from bot.dialogue.cases.memory import CaseTalk
from bot.dialogue.state import State
from bot.nlu.redaction import redact_all
from tests.cases.conftest import CODE, a_case

TODAY = date(2026, 8, 3)
TWO = (CODE, "G22.99-251225-020175")


def stored(talk: CaseTalk) -> CaseTalk:
    """As read back from Rasa's database."""
    return CaseTalk.from_slots(json.loads(json.dumps(redact_all(talk.to_slots()))))


def test_made_up_cases_come_back_as_they_were() -> None:
    procedures = list(load_catalogue().procedures.values())
    for entry in made_up(procedures, 500, 1, TODAY):
        assert stored(CaseTalk(shown=entry.case)).shown == entry.case


@pytest.mark.parametrize("dong", [0, 8_000, 25_000, 150_000_000, 912_345_678, 1_234_567_890])
def test_no_amount_is_taken_for_a_personal_number(dong: int) -> None:
    fees = (CaseFee(name="Tiền sử dụng đất", dong=dong, paid=False), CaseFee(name="Phí"))
    case = a_case(state=CaseState.PAYMENT_ASKED, fees=fees)
    assert stored(CaseTalk(shown=case)).shown == case


def test_what_is_asked_for_comes_back() -> None:
    talk = CaseTalk().asking("proof", CODE)
    assert stored(talk) == talk
    assert stored(replace(talk, listed=TWO)).listed == TWO
    assert stored(CaseTalk(aside=True, asks="code")) == CaseTalk(aside=True, asks="code")
    assert State.from_slots(State(case=talk).to_slots()).case == talk


@pytest.mark.parametrize(
    "slots",
    [
        {"case_asks": "proof", "case_code": None},
        {"case_asks": "password"},
        {"case_shown": {"code": "no code", "source": "x"}},
        {"case_shown": "text"},
        {"case_shown": {"code": CODE, "source": "x", "owner": "Lan"}},
    ],
)
def test_what_does_not_fit_counts_as_empty(slots: dict[str, object]) -> None:
    assert CaseTalk.from_slots(slots) == CaseTalk()


def test_a_case_knows_no_owner() -> None:
    """What is remembered is written to Rasa's store: there must be nothing personal to write."""
    assert not {"owner", "name", "phone", "cccd", "address"} & set(Case.model_fields)
