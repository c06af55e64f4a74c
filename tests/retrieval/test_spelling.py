"""What our own texts hold is right: repairing must leave it letter for letter as it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

import pytest

from bot.retrieval.pipeline import Searcher
from bot.settings import settings
from bot.text.fold import strip_diacritics

FORMS: tuple[Callable[[str], str], ...] = (str, strip_diacritics, str.upper, str.lower)
# What a citizen may write by a name of its own, in any text.
NAMES = """
VNeID vneid iHanoi ihanoi passport visa online onl homestay website email e-mail facebook zalo
karaoke internet wifi camera video taxi grab shop chatbot youtube CCCD cmnd ubnd bhyt bhxh
file scan photo copy pdf word excel app link QR smartphone freelancer startup spa gym casino
"""


@pytest.mark.parametrize("form", FORMS)
def test_titles_and_phrasings_stay(whole: Searcher, form: Callable[[str], str]) -> None:
    texts = [*(p.title for p in whole.catalogue.procedures.values()), *whole.index.phrases.texts]
    assert [text for text in map(form, texts) if whole.reader.repair(text) != text] == []


@pytest.mark.parametrize("name", NAMES.split())
def test_names_of_today_stay(whole: Searcher, name: str) -> None:
    for text in (name, f"làm {name} ở đâu", f"lam {name} o dau"):
        assert whole.reader.repair(text) == text


@pytest.mark.parametrize("form", FORMS)
def test_words_of_questions_stay_but_for_two_in_a_thousand(
    whole: Searcher, form: Callable[[str], str]
) -> None:
    texts = [form(text) for text in (*_questions(), *_examples())]
    changed = [text for text in texts if whole.reader.repair(text) != text]
    assert len(changed) <= 0.002 * sum(len(text.split()) for text in texts), changed


def _questions() -> Iterator[str]:
    """Our own questions, in scope or not; searching never saw them."""
    for path in sorted((settings().data_dir / "retrieval").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["question"]


def _examples() -> Iterator[str]:
    """What Rasa learns from."""
    for path in sorted((settings().data_dir / "nlu").glob("*.yml")):
        yield from re.findall(r"(?m)^ +- (?!intent)(.+)$", path.read_text(encoding="utf-8"))
