"""The difference for the repository: git takes it, and nothing else changes."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from bot.learning.words import difference, file_of, intents
from bot.settings import ROOT, settings

BIRTH, WORDS = "1.001193", "data/catalogue/words/ho-tich.jsonl"
TEXT = "thằng cu nhà em “chào đời”, xin tờ giấy đầu tiên"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    for part in ("catalogue/words", "nlu"):
        shutil.copytree(ROOT / "data" / part, tmp_path / "data" / part)
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    return tmp_path


def taken(repository: Path, text: str) -> None:
    subprocess.run(["git", "apply", "-"], cwd=repository, input=text, text=True, check=True)


def test_a_phrasing_stands_in_its_file(repository: Path) -> None:
    taken(repository, difference([("phrasing", BIRTH, TEXT), ("phrasing", BIRTH, "câu hai")]))
    path = repository / "data/catalogue/words/ho-tich.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    before = [
        json.loads(line) for line in file_of("phrasing", BIRTH).read_text("utf-8").splitlines()
    ]  # type: ignore[union-attr]
    changed = [(a, b) for a, b in zip(before, rows, strict=True) if a != b]
    ((was, now),) = changed
    assert now == {**was, "phrasings": [*was["phrasings"], TEXT, "câu hai"]}


def test_an_example_stands_with_its_intent(repository: Path) -> None:
    taken(repository, difference([("example", "ask_fee", "cái khoản tiền nộp ấy nó là mấy")]))
    before, after = (
        yaml.safe_load((root / "data/nlu/ask_fee.yml").read_text("utf-8"))
        for root in (ROOT, repository)
    )
    assert after["nlu"][0]["examples"].endswith("- cái khoản tiền nộp ấy nó là mấy\n")
    assert before["nlu"][0]["examples"] in after["nlu"][0]["examples"]
    assert after["nlu"][1:] == before["nlu"][1:]


def test_what_the_repository_has_already_makes_no_difference() -> None:
    known = json.loads((ROOT / WORDS).read_text("utf-8").splitlines()[0])
    assert difference([("phrasing", known["code"], known["phrasings"][0])]) == ""


def test_every_line_of_the_words_is_written_as_it_was() -> None:
    for path in (settings().data_dir / "catalogue" / "words").glob("*.jsonl"):
        for line in path.read_text("utf-8").splitlines():
            assert json.dumps(json.loads(line), ensure_ascii=False) == line, path.name


def test_every_intent_has_its_file_and_its_examples() -> None:
    assert len(intents()) > 20
    assert all(file_of("example", name) for name in intents())
    assert file_of("example", "no_such_intent") is None
