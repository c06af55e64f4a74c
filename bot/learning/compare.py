"""Does a change do harm? Two indexes on the same questions, side by side.

Nothing of the search was learned from the questions in data/retrieval/unseen; our other ones are
asked too, since a phrasing may push aside a neighbour that those know.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bot.retrieval.evaluate import Question, columns, read_questions
from bot.retrieval.pipeline import Searcher
from bot.retrieval.query import Result
from bot.retrieval.vectors import Progress

FILES = {
    "Câu hỏi thường ngày": "unseen/questions_everyday.jsonl",
    "… không dấu": "unseen/questions_no_marks.jsonl",
    "… gõ Telex": "unseen/questions_telex.jsonl",
    "… gõ nhầm": "unseen/questions_slips.jsonl",
    "Kể sự việc": "unseen/questions_blurted.jsonl",
    "Ngoài phạm vi": "unseen/out_of_scope.jsonl",
    "Câu hỏi đã học": "questions*.jsonl",
}
CHANGED = 20  # questions shown that came out otherwise


@dataclass(frozen=True)
class Figures:
    """Of one set: how many questions, how many have a right code first, among five; refused."""

    size: int
    first: int
    five: int
    refused: int


def own_sets(folder: Path) -> dict[str, list[Question]]:
    """The project's own questions (data/retrieval), by what the table calls them."""
    return {
        name: [q for path in sorted(folder.glob(files)) for q in _questions(path)]
        for name, files in FILES.items()
    }


def development_sets(folder: str) -> dict[str, list[Question]]:
    """The development half where a folder with it is configured, else none."""
    return columns(Path(folder)) if folder else {}


def compare(
    before: Searcher,
    after: Searcher,
    sets: Mapping[str, Sequence[Question]],
    progress: Progress = lambda *_: None,
) -> dict[str, Any]:
    """Figures of both by set, what got worse, and which of our questions came out otherwise."""
    rows: dict[str, Any] = {}
    losses: list[str] = []
    changed: list[dict[str, str]] = []
    done, total = 0, sum(map(len, sets.values()))
    for name, questions in sets.items():
        found = [_asked(searcher, questions) for searcher in (before, after)]
        done += len(questions)
        progress(done, total)
        was, now = (_figures(results, questions) for results in found)
        rows[name] = {"before": asdict(was), "after": asdict(now)}
        if _worse(was, now, any(q.accept for q in questions)):
            losses.append(name)
        if name in FILES:  # the development half is never shown, only counted
            changed += _changed(questions, *found)
    return {"sets": rows, "losses": losses, "changed": changed[:CHANGED]}


def _asked(searcher: Searcher, questions: Sequence[Question]) -> list[Result]:
    return searcher.search_many([question.text for question in questions])


def place_of(code: str, results: Sequence[Result]) -> list[int | None]:
    """Where `code` stands in each result, from 1; None: not among the codes shown."""
    return [r.codes.index(code) + 1 if code in r.codes else None for r in results]


def _figures(results: Sequence[Result], questions: Sequence[Question]) -> Figures:
    pairs = list(zip(results, questions, strict=True))
    return Figures(
        size=len(questions),
        first=sum(r.codes[0] in q.accept for r, q in pairs),
        five=sum(bool(q.accept & set(r.codes[:5])) for r, q in pairs),
        refused=sum(r.decision == "none" for r in results),
    )


def _worse(was: Figures, now: Figures, in_scope: bool) -> bool:
    if in_scope:
        return now.first < was.first or now.five < was.five or now.refused > was.refused
    return now.refused < was.refused


def _changed(
    questions: Sequence[Question], was: Sequence[Result], now: Sequence[Result]
) -> list[dict[str, str]]:
    return [
        {"question": q.text, "before": _told(a), "after": _told(b)}
        for q, a, b in zip(questions, was, now, strict=True)
        if _told(a) != _told(b)
    ]


def _told(result: Result) -> str:
    return "–" if result.decision == "none" else result.codes[0]


def _questions(path: Path) -> list[Question]:
    """Our files name right codes "codes"."""
    return read_questions(path, codes="codes")
