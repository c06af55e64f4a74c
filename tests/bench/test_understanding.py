"""What `make bench-understanding` makes of rankings and decisions, by small examples."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from bench.understanding import __main__ as command
from bench.understanding import rasa_intents
from bench.understanding.deciding import decisions
from bench.understanding.finding import losses, recalls
from bench.understanding.methods import OURS, Methods
from bench.understanding.perturb import PERTURBATIONS, no_marks
from bench.understanding.questions import Development, development, own, sample
from bench.understanding.report import Figure, as_json, shown
from bench.understanding.siblings import beside, sibling
from bot.catalogue.store import Catalogue, load_catalogue
from bot.retrieval.evaluate import Question
from bot.settings import settings


class Fake:
    """Two methods: ours knows a text only as written, the other knows nothing."""

    names = (OURS, "other")

    def __init__(self, known: dict[str, list[str]]) -> None:
        self._known = known

    def prepare(self, texts: Sequence[str], names: Sequence[str] = ()) -> None:
        """Nothing to do."""

    def found(self, name: str, texts: Sequence[str]) -> list[list[str]] | None:
        return [self._known.get(t, []) for t in texts] if name == OURS else None


def half(*questions: Question) -> Development:
    return Development(questions, {"natural": questions}, questions[:1], (Question("x", NONE),))


NONE: frozenset[str] = frozenset()
FEE = Question("lệ phí", frozenset({"a"}))
TIME = Question("thời hạn", frozenset({"b"}))


def test_recall_counts_the_first_and_the_first_five() -> None:
    methods = cast(Methods, Fake({"lệ phí": ["a"], "thời hạn": ["c", "d", "e", "f", "b"]}))
    figures = {f.name: f for f in recalls(methods, half(FEE, TIME))}
    assert figures["portal FAQ (2), at 1"].value == 0.5
    assert figures["portal FAQ (2), at 5"].value == 1.0
    assert figures["portal FAQ (2), at 5"].others == {"other": None}
    assert figures["FAQ, natural (2), at 5"].aim == 0.78
    assert figures["colloquial (1), at 1"].reached is True


def test_a_loss_is_in_points_of_all_questions() -> None:
    known = {"lệ phí": ["a"], "thời hạn": ["b"], no_marks("lệ phí"): ["a"]}
    figures = {f.name: f for f in losses(cast(Methods, Fake(known)), half(FEE, TIME))}
    assert list(figures) == list(PERTURBATIONS)
    lost = figures["no diacritics"]  # "thoi han" of FAQ; "le phi" twice and "thời hạn" stay
    assert lost.value == pytest.approx(100 / 3)
    assert (lost.aim, lost.reached) == (2.0, False)


def test_decisions_are_judged_among_what_was_answered() -> None:
    def found(decision: str, *codes: str, choices: Sequence[str] = ()) -> SimpleNamespace:
        return SimpleNamespace(decision=decision, codes=codes, choices=choices)

    answers = {
        "lệ phí": found("answer", "a"),
        "thời hạn": found("clarify", "c", choices=("c", "b")),
        "x": found("none", "a"),
    }
    searcher = cast(Any, SimpleNamespace(search_many=lambda texts: [answers[t] for t in texts]))
    figures = {f.name: f.value for f in decisions(searcher, half(FEE, TIME))}
    assert figures == {
        "right when it answers": 1.0,
        "answers": 2 / 3,
        "the right one offered when it asks back": 1.0,
        "in scope refused": 0.0,
        "out of scope (1 colloquial) caught": 1.0,
    }


def test_an_aim_may_be_a_floor_or_a_ceiling_or_none() -> None:
    assert Figure("x", 0.93, 0.93).reached is True
    assert Figure("x", 2.1, 2.0, at_most=True).reached is False
    assert Figure("x", 2.1).reached is None
    assert Figure("x", None, 2.0).reached is None
    assert as_json({"s": [Figure("x", 0.5, 0.6)]})["s"][0]["reached"] is False


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [(0.93, "share", ".930"), (1.0, "share", "1.000"), (None, "share", "–"),
     (2.04, "points", "2.0"), (1.498, "times", "1.50")],
)  # fmt: skip
def test_figures_are_shown(value: float | None, unit: str, text: str) -> None:
    assert shown(value, unit) == text


def test_the_development_half_is_read(tmp_path: Path) -> None:
    faq = [{"question": "p", "accept_codes": ["a"], "stratum": "natural"}]
    everyday = [
        {"question": "q", "accept_codes": ["a"], "behaviour": "answer"},
        {"question": "r", "behaviour": "answer"},
        {"question": "s", "accept_codes": ["a"], "behaviour": "clarify"},
        {"question": "t", "behaviour": "oos_commune"},
    ]
    for name, rows in (("portal_faq_dev", faq), ("colloquial_dev", everyday)):
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n")
    read = development(tmp_path)
    assert [q.text for q in read.strata["natural"]] == ["p"]
    assert [q.text for q in read.everyday] == ["q"]
    assert [q.text for q in read.out_of_scope] == ["t"]


def test_without_development_questions_the_command_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["bench.understanding", "--data", str(tmp_path)])
    assert command.main() == 2
    assert "no development questions" in capsys.readouterr().err


def test_a_sample_hardly_changes_when_questions_are_added() -> None:
    questions = own(settings().data_dir / "retrieval")
    before, after = sample(questions[:-20], 100), sample(questions, 100)
    assert len(before) == 100
    assert len(set(before) & set(after)) >= 80


def test_siblings_are_new_procedures_beside_their_original() -> None:
    catalogue = load_catalogue(settings().data_dir / "catalogue")
    original = next(iter(catalogue.procedures.values()))
    assert sibling(original, 0, 0) == original
    made = sibling(original, 3, 9000)
    assert made.code not in catalogue.procedures
    assert made.title.startswith(original.title)
    assert made.papers == original.papers


def test_vectors_of_siblings_lie_beside_the_original_at_unit_length() -> None:
    vectors = np.eye(64, dtype=np.float32)[:2]
    moved = beside(vectors, np.array([0, 1, 0, 1]))
    assert np.allclose(np.linalg.norm(moved, axis=1), 1)
    assert np.array_equal(moved[:2], vectors)
    assert 0.85 < float(moved[2] @ vectors[0]) < 0.999


def test_without_rasa_its_column_stays_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rasa_intents, "PYTHON", tmp_path / "none")
    with pytest.raises(rasa_intents.NotMeasured, match="make setup"):
        rasa_intents.rank(Catalogue({}, "v", "2026-07"), ["x"], tmp_path)
