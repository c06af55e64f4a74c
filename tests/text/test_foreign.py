"""English is told from Vietnamese, also without its marks, by the words that hold it together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.text.fold import strip_diacritics
from bot.text.foreign import is_english


@pytest.mark.parametrize(
    "text",
    [
        "I need a birth certificate for my baby",
        "talk to a human",
        "how much is a passport",
        "help me",
        "Do you speak English?",
        "I am a foreigner living in Tay Ho, I lost my passport",
        "what documents do I need",
    ],
)
def test_a_sentence_of_a_foreigner(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "passport",
        "check-in online",
        "birth certificate",
        "Vinhomes Ocean Park",
        "thank you em",
        "ok, thank you very much",
        "fee bao nhieu",
        "how to lam passport",
        "lam the can cuoc",
        "lafm the can cuowcs",
        "the me to an",
        "mẫu form NA17",
        "how much is lệ phí",
        "PA-4821-9350-7712",
        "H26.12-250701-0001",
        "1.001193",
        "👍",
    ],
)
def test_names_codes_slips_and_mixtures_are_none(text: str) -> None:
    assert not is_english(text)


def test_none_of_our_own_questions_is_taken_for_english_with_or_without_marks() -> None:
    files = sorted(Path("data/retrieval").glob("questions*.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    questions = [json.loads(line)["question"] for line in lines]
    assert len(questions) > 2000
    assert [one for one in questions if is_english(one)] == []
    assert [one for one in questions if is_english(strip_diacritics(one))] == []
