"""The messages of both mixes: what docs/benchmarks.md promises of them."""

from __future__ import annotations

import json
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest

from bench import mix
from bench.everyday import EVERYDAY
from bench.plan import FULL, stages
from bot.text.fold import fold

EVALUATION = Path(__file__).resolve().parents[3] / "shared/evaluation"
TITLES = [
    f"{verb} giấy phép {what} loại {number}"
    for verb in ("Cấp", "Cấp lại", "Gia hạn", "Thu hồi")
    for what in ("xây dựng", "kinh doanh rượu", "lái xe", "lao động", "khai thác nước")
    for number in range(40)
]


def test_no_cold_message_comes_twice_even_when_folded() -> None:
    messages = mix.cold(TITLES, 250)
    assert len({fold(message) for message in messages}) == 250


def test_the_cold_mix_is_the_same_for_the_same_seed_and_another_for_another() -> None:
    assert mix.cold(TITLES, 50) == mix.cold(TITLES, 50)
    assert mix.cold(TITLES, 50) != mix.cold(TITLES, 50, seed=1)


def test_titles_that_differ_only_in_case_or_diacritics_count_once() -> None:
    with pytest.raises(ValueError, match="1 different"):
        mix.cold(["Cấp giấy phép xây dựng", "CẤP GIẤY PHÉP XÂY DỰNG"], 2)


def test_a_third_of_the_cold_mix_is_typed_without_diacritics() -> None:
    plain = [message for message in mix.cold(TITLES, 200) if message == fold(message)]
    assert 50 <= len(plain) <= 70


def test_everyday_messages_are_three_hundred_different_ones() -> None:
    assert len(EVERYDAY) == len(set(EVERYDAY)) == 300


def test_the_warm_mix_repeats_as_zipf_says() -> None:
    drawn = Counter(islice(mix.warm(), 6000))
    top, second = (count for _, count in drawn.most_common(2))
    assert 0.13 < top / 6000 < 0.19  # 1 / (1 + 1/2 + … + 1/300) = 0.159
    assert 1.6 < top / second < 2.5


def test_no_conversation_loses_a_message() -> None:
    messages = [str(number) for number in range(12)]
    cut = mix.conversations(messages)
    assert [len(one) for one in cut] == [5, 5, 2]
    assert [text for one in cut for text in one] == messages


def test_all_cold_stages_together_hold_no_repeat() -> None:
    many = [f"Thủ tục {a} {b} {c}" for a in "bcdghk" for b in range(20) for c in range(30)]
    first, rounds = stages(FULL, many)
    cold = [stage for one in rounds for stage in one if stage.mix == "cold"]
    texts = [text for one in first for text in one]
    texts += [text for stage in cold for one in stage.conversations for text in one]
    assert len({fold(text) for text in texts}) == len(texts) == 20 + 2 * (100 + 240 + 640)


@pytest.mark.shared
def test_no_message_is_a_question_of_the_evaluation() -> None:
    if not EVALUATION.is_dir():
        pytest.skip("../shared/evaluation is not here")
    lines = [line for file in EVALUATION.glob("*.jsonl") for line in file.open()]
    questions = {fold(json.loads(line)["question"]) for line in lines}
    assert not questions & {fold(message) for message in EVERYDAY}
