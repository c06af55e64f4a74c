"""What anyone may see of a case where the city opens it: its state and its due date."""

from __future__ import annotations

from datetime import date

from bot.answers.reply import Reply
from bot.answers.words import day
from bot.cases.model import Case
from bot.cases.replies import aloud, facts
from bot.cases.replies.proving import FOUR, FOUR_SAID
from bot.cases.replies.said import asks_proof


def glance(case: Case, today: date) -> Reply:
    """`case` as `Desk.glance` gives it; then asks for the proof that shows the rest."""
    words = facts.words_of(case)
    due = [f"Hẹn trả ngày {day(case.due)}."] if case.due else ["Nguồn không ghi ngày hẹn trả."]
    demo = [facts.DEMO] if case.demo else []
    lines = [*demo, f"Hồ sơ {case.code}: {facts.state(case)}", *due, facts.source(case)]
    ask = f"Muốn xem rõ hơn, anh/chị cho biết {FOUR}."
    state = f"{words.name}." if words else facts.state(case)
    spoken = [*demo, state, *due, *aloud.source(case)]
    return asks_proof(
        "glance",
        case.code,
        "\n".join([*lines, ask]),
        aloud.speech(today, spoken, [f"Muốn xem rõ hơn, anh chị bấm {FOUR_SAID}."]),
    )
