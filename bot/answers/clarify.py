"""Which of these? Choices labelled by what a person can tell apart, never by code alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.answers.aspect import Aspect
from bot.answers.place import LEVELS
from bot.answers.reply import Reply
from bot.answers.who import APPLICANTS
from bot.answers.words import ear, listing, lower_first, shorten, tidy, upper_first
from bot.catalogue.model import Procedure
from bot.catalogue.titles import short_title
from bot.text.fold import fold
from bot.text.numbers import say

LABEL_LIMIT = 110  # characters
_HINT_LIMIT = 120
_ORDINALS = ("Một là", "Hai là", "Ba là")
_NEITHER = {"label": "Không phải các thủ tục này", "text": "Không phải cái nào"}

Trait = Callable[[Procedure], str]


def _level(procedure: Procedure) -> str:
    return listing([LEVELS[level] for level in procedure.levels])


def _applicant(procedure: Procedure) -> str:
    names = [APPLICANTS[person] for person in procedure.applicants]
    return f"cho {listing(names)}" if names else ""


def _office(procedure: Procedure) -> str:
    return tidy(procedure.implementers[0]) if procedure.implementers else ""


# What tells siblings apart, the easiest for a person first; and what is then asked.
_TRAITS: tuple[tuple[Trait, str], ...] = (
    (_level, "Anh/chị cần làm ở cấp nào?"),
    (_applicant, "Anh/chị làm cho ai?"),
    (lambda procedure: procedure.field, "Việc này thuộc lĩnh vực nào?"),
    (_office, "Anh/chị cần làm ở cơ quan nào?"),
    (lambda procedure: procedure.agency or "", "Việc này thuộc ngành nào?"),
)
_WHICH = "Anh/chị hỏi thủ tục nào dưới đây?"


def clarify(choices: Sequence[Procedure], aspect: Aspect = Aspect.OVERVIEW) -> Reply:
    """Ask which of 2–4 procedures is meant; numbers, words and buttons all answer it.

    Raises ValueError with fewer than two choices.
    """
    if len(choices) < 2:
        raise ValueError("clarify needs at least two choices")
    labels, question = _labels(choices)
    hints = _hints(choices, labels)
    rows = [
        {
            "n": at,
            "code": choice.code,
            "label": label,
            "hint": hint,
            "text": f"{label} ({choice.code})",
        }
        for at, (choice, label, hint) in enumerate(
            zip(choices, labels, hints, strict=True), start=1
        )
    ]
    return Reply(
        text=_text(question, labels, hints),
        payload={
            "type": "clarify",
            "question": question,
            "aspect": aspect.value,
            "choices": rows,
            "quick_replies": [_NEITHER],
        },
        spoken=_spoken(question, labels),
    )


def _labels(choices: Sequence[Procedure]) -> tuple[list[str], str]:
    """A distinct label for each choice, and the question that goes with them."""
    titles = [short_title(choice) for choice in choices]
    if len({fold(title) for title in titles}) == len(titles):
        return [shorten(title, LABEL_LIMIT) for title in titles], _WHICH
    full = [tidy(choice.title) for choice in choices]
    if len({fold(title) for title in full}) == len(full):
        return _tails(titles, full), _WHICH
    for trait, question in _TRAITS:
        values = [trait(choice) for choice in choices]
        if all(values) and len({fold(value) for value in values}) == len(values):
            same = len({fold(title) for title in titles}) == 1
            return _with(titles, values), question if same else _WHICH
    return _combined(choices, titles), _WHICH


def _with(titles: list[str], values: list[str]) -> list[str]:
    return [
        f"{shorten(title, LABEL_LIMIT - 50)} – {shorten(value, 60)}"
        for title, value in zip(titles, values, strict=True)
    ]


def _tails(titles: list[str], full: list[str]) -> list[str]:
    """Short titles that collide get the words in which their official titles differ."""
    words = [title.split() for title in full]
    start = 0
    while all(len(row) > start for row in words) and len({fold(row[start]) for row in words}) == 1:
        start += 1
    tails = [" ".join(row[max(0, start - 2) :]) or "trường hợp chung" for row in words]
    return [
        f"{shorten(title, LABEL_LIMIT - 50)} – {shorten(lower_first(tail), 70)}"
        for title, tail in zip(titles, tails, strict=True)
    ]


def _combined(choices: Sequence[Procedure], titles: list[str]) -> list[str]:
    """No single trait tells all apart: name every trait that differs."""
    told = [[trait(choice) for trait, _ in _TRAITS] for choice in choices]
    differing = [at for at in range(len(_TRAITS)) if len({fold(row[at]) for row in told}) > 1]
    labels = _with(titles, [", ".join(row[at] for at in differing if row[at]) for row in told])
    if len(set(labels)) == len(labels):
        return labels
    return [f"{shorten(t, 80)} – mã {c.code}" for t, c in zip(titles, choices, strict=True)]


def _hints(choices: Sequence[Procedure], labels: list[str]) -> list[str]:
    """Up to two traits that differ and that the label doesn't name yet."""
    hints: list[list[str]] = [[] for _ in choices]
    for trait, _ in _TRAITS[:3]:
        values = [trait(choice) for choice in choices]
        if len(set(values)) < 2 or any(
            v and v in label for v, label in zip(values, labels, strict=True)
        ):
            continue
        for hint, value in zip(hints, values, strict=True):
            if value and len(hint) < 2:
                hint.append(value)
    return [shorten(upper_first(" · ".join(hint)), _HINT_LIMIT) for hint in hints]


def _text(question: str, labels: list[str], hints: list[str]) -> str:
    lines = [
        f"{at}. {label}" + (f" ({lower_first(hint)})" if hint else "")
        for at, (label, hint) in enumerate(zip(labels, hints, strict=True), start=1)
    ]
    return "\n".join([question, *lines, "Chọn hoặc gõ số thứ tự; nếu không đúng, gõ “không phải”."])


def _spoken(question: str, labels: list[str]) -> str:
    said = [
        f"{number} {lower_first(_short(label))}."
        for number, label in zip(_ORDINALS, labels[:3], strict=False)
    ]
    closing = "Anh chị nói số thứ tự, hoặc nói: không phải."
    return say(" ".join([question.replace("/", " ").replace(" dưới đây", ""), *said, closing]))


def _short(label: str) -> str:
    title, _, tail = label.partition(" – ")
    return f"{ear(title, 9, least=4)}, {ear(tail, 8)}" if tail else ear(title, 16, least=5)
