"""Deadlines: in working days, with their source, or unknown and said to be."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from bot.care.tickets.counter import Counter
from bot.care.tickets.model import Draft, Kind, State
from bot.care.tickets.replies import ask_kind, received
from bot.care.tickets.rules import TicketRules, load_rules
from bot.settings import ROOT, settings

SHIPPED = ROOT / "data" / "care" / "tickets.yml"
SOURCE = "Quyết định thử nghiệm"


def with_deadline(days: int | None, source: str | None) -> dict[str, object]:
    rules = yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))
    rules["kinds"]["report"] |= {"working_days": days, "source": source}
    return dict(rules)


def test_what_the_city_has_not_named_is_unknown() -> None:
    rules = load_rules()
    assert all(rules.due(kind, date(2026, 7, 13)) is None for kind in Kind)


def test_a_deadline_is_in_working_days() -> None:
    rules = TicketRules.model_validate(with_deadline(5, SOURCE))
    assert rules.due(Kind.REPORT, date(2026, 7, 9)) == date(2026, 7, 16)  # a week-end between
    assert rules.due(Kind.REPORT, date(2026, 8, 31)) == date(2026, 9, 9)  # and the national day


def test_it_needs_a_source() -> None:
    with pytest.raises(ValidationError, match="source"):
        TicketRules.model_validate(with_deadline(5, None))


@pytest.mark.parametrize(
    ("today", "state", "urgency"),
    [
        (date(2026, 7, 13), State.RECEIVED, ""),
        (date(2026, 7, 14), State.HANDLING, "near"),
        (date(2026, 7, 16), State.HANDLING, "near"),
        (date(2026, 7, 17), State.HANDLING, "past"),
        (date(2026, 7, 17), State.ANSWERED, ""),
    ],
)
def test_near_and_past(today: date, state: State, urgency: str) -> None:
    assert load_rules().urgency(state, date(2026, 7, 16), today) == urgency
    assert load_rules().urgency(state, None, today) == ""


def test_the_citys_own_file_counts_and_is_named_to_the_citizen(
    counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "rules.yml"
    own.write_text(yaml.safe_dump(with_deadline(5, SOURCE)), encoding="utf-8")
    monkeypatch.setenv("MOTCUA_TICKET_RULES", str(own))
    settings.cache_clear()
    receipt = counter.hand_in(Draft("abcd", Kind.REPORT, None, "đèn đường hỏng"), "web-a", "web")
    told = received(receipt)
    assert receipt.due
    assert f"{receipt.due:%d/%m/%Y} (theo {SOURCE})" in told.text
    assert not any(map(str.isdigit, told.spoken))


def test_the_first_reply_can_be_said() -> None:
    reply = ask_kind(pleased=False)
    assert "1022" in reply.text
    assert len(reply.spoken.split()) <= 80
    assert not any(map(str.isdigit, reply.spoken))
