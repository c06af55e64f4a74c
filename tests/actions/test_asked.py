import pytest

from actions.asked import asked


@pytest.mark.parametrize(
    ("intent", "confidence", "words", "topical", "expected"),
    [
        ("ask_fee", 0.9, [], False, ["fee"]),  # "hết bao nhiêu"
        ("ask_fee", 0.9, [], True, ["fee"]),
        ("ask_result", 0.4, [], True, []),  # "thủ tục đăng ký kết hôn"
        ("ask_fee", 0.98, ["fee", "steps"], False, ["fee"]),  # "lệ phí thế nào"
        ("ask_papers", 0.8, ["papers", "fee"], True, ["papers", "fee"]),
        ("ask_law", 0.9, ["steps"], True, ["steps"]),  # the words win over the guess
        ("ask_online", 0.8, ["place"], False, ["online", "place"]),
        ("ask_procedure", 0.9, ["place"], True, ["place"]),
        ("ask_steps", 0.9, ["online", "steps"], True, ["online"]),
        ("nlu_fallback", 0.2, [], False, []),
        ("ask_steps", 0.9, ["steps", "steps"], True, ["steps"]),
    ],
)
def test_asked(
    intent: str, confidence: float, words: list[str], topical: bool, expected: list[str]
) -> None:
    assert [a.value for a in asked(intent, confidence, words, topical=topical)] == expected
