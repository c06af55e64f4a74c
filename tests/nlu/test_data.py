"""The training data and the held-out questions."""

from pathlib import Path

import pytest
import yaml
from rasa.shared.core.domain import Domain

from bot.text.fold import fold

NLU = sorted(Path("data/nlu").glob("*.yml"))
ASKING = [name for name in Domain.load("domain.yml").intents if name.startswith("ask_")]


def examples(*paths: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in paths:
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            lines = block["examples"].strip().splitlines()
            found.setdefault(block["intent"], []).extend(line[2:].strip() for line in lines)
    return found


TRAINING = examples(*NLU)


@pytest.mark.parametrize("intent", sorted(Domain.load("domain.yml").intents))
def test_enough_examples(intent: str) -> None:
    if intent in {"back", "nlu_fallback", "out_of_scope", "restart", "session_start"}:
        return  # Rasa's own
    assert len(TRAINING[intent]) >= (40 if intent in ASKING else 25)


def test_no_example_in_two_intents() -> None:
    seen: dict[str, str] = {}
    for intent, texts in TRAINING.items():
        for text in texts:
            assert seen.setdefault(text, intent) == intent, text


def test_held_out_questions_are_not_trained() -> None:
    trained = {text for texts in TRAINING.values() for text in texts}
    held_out = examples(Path("tests/nlu/heldout.yml"))
    questions = [text for texts in held_out.values() for text in texts]
    assert len(questions) >= 150
    assert not trained & set(questions)


@pytest.mark.shared
def test_nothing_was_copied_from_the_evaluation() -> None:
    folder = Path("../shared/evaluation")
    if not folder.exists():
        pytest.skip("../shared/evaluation is not here")
    import json

    asked = {
        fold(json.loads(line)["question"])
        for path in folder.glob("*.jsonl")
        for line in path.open(encoding="utf-8")
    }
    texts = [text for texts in TRAINING.values() for text in texts if len(text.split()) > 5]
    assert not [text for text in texts if fold(text) in asked]
