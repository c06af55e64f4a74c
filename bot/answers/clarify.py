"""Which of these? Choices labelled by what a person can tell apart, never by code alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.answers.aspect import Aspect
from bot.answers.reply import Reply
from bot.answers.traits import distinct, hints, telling
from bot.answers.words import ear, lower_first, shorten, tidy, upper_first
from bot.catalogue.model import Procedure
from bot.catalogue.titles import everyday_name, short_title
from bot.text.fold import fold
from bot.text.numbers import say

_TITLE, _TAIL = 70, 70  # characters of a label's two parts
_WHICH = "Anh/chị hỏi thủ tục nào dưới đây?"
_HOW = "Chọn hoặc gõ số thứ tự; nếu không đúng, gõ “không phải”."
_ORDINALS = ("Một là", "Hai là", "Ba là")
_NEITHER = {"label": "Không phải các thủ tục này", "text": "Không phải cái nào"}

Label = tuple[str, str]  # title, and what tells it from its siblings ("" where nothing must)


def clarify(choices: Sequence[Procedure], aspect: Aspect = Aspect.OVERVIEW) -> Reply:
    """Ask which of 2–4 procedures is meant; numbers, words and buttons all answer it.

    Raises ValueError with fewer than two choices.
    """
    if len(choices) < 2:
        raise ValueError("clarify needs at least two choices")
    parts, question = _labels(choices)
    labels = _joined(parts)
    told = hints(choices, labels)
    return Reply(
        text=_text(question, labels, told),
        payload={
            "type": "clarify",
            "question": question,
            "aspect": aspect.value,
            "choices": _rows(choices, labels, told),
            "quick_replies": [_NEITHER],
        },
        spoken=_spoken(question, parts),
    )


def labels_of(procedures: Sequence[Procedure]) -> list[str]:
    """A label for each procedure, no two of which read the same."""
    return _joined(_labels(procedures)[0])


def _joined(parts: Sequence[Label]) -> list[str]:
    return [" – ".join(filter(None, (shorten(t, _TITLE), shorten(v, _TAIL)))) for t, v in parts]


def _labels(choices: Sequence[Procedure]) -> tuple[list[Label], str]:
    """Everyday names; for one title at several places, the trait that tells them apart."""
    titles = [short_title(choice) for choice in choices]
    same = len({fold(title) for title in titles}) == 1
    names = [everyday_name(choice) for choice in choices]
    if not same and distinct([shorten(name, _TITLE) for name in names]):
        return [(name, "") for name in names], _WHICH
    if found := telling(choices):
        values, question = found
        return list(zip(titles, values, strict=True)), question if same else _WHICH
    tails = _tails([tidy(choice.title) for choice in choices])
    if not distinct(tails):
        tails = [f"mã {choice.code}" for choice in choices]
    return list(zip(titles, tails, strict=True)), _WHICH


def _tails(titles: list[str]) -> list[str]:
    """What follows the words that all official titles begin with."""
    words = [title.split() for title in titles]
    start = 0
    while all(len(row) > start for row in words) and len({fold(row[start]) for row in words}) == 1:
        start += 1
    return [lower_first(" ".join(row[start:]).strip("()")) for row in words]


def _rows(choices: Sequence[Procedure], labels: list[str], told: list[str]) -> list[dict[str, Any]]:
    return [
        {
            "n": at,
            "code": choice.code,
            "label": label,
            "hint": upper_first(_small_print(choice, label, hint)),
            "text": f"{label} ({choice.code})",
        }
        for at, (choice, label, hint) in enumerate(zip(choices, labels, told, strict=True), start=1)
    ]


def _small_print(choice: Procedure, label: str, hint: str) -> str:
    """The official title, where the label is an everyday name, and what else tells it apart."""
    title = short_title(choice)
    official = "" if fold(label).startswith(fold(title)) else title
    return " · ".join(filter(None, (official, hint)))


def _text(question: str, labels: list[str], told: list[str]) -> str:
    lines = [
        f"{at}. {label}" + (f" ({lower_first(hint)})" if hint else "")
        for at, (label, hint) in enumerate(zip(labels, told, strict=True), start=1)
    ]
    return "\n".join([question, *lines, _HOW])


def _spoken(question: str, parts: list[Label]) -> str:
    """At most three; one title is said once, and then only what differs."""
    asked = question.replace("/", " ").replace(" dưới đây", "")
    if len({fold(title) for title, _ in parts}) == 1:
        opening = f"{upper_first(ear(parts[0][0], 14, least=4))}. {asked}"
        names = [ear(value.split("/QĐ")[0], 14, least=6) for _, value in parts[:3]]
    else:
        opening = asked
        names = [lower_first(_short(part)) for part in parts[:3]]
    said = [f"{_ORDINALS[at]} {name}." for at, name in enumerate(names)]
    closing = "Anh chị nói số thứ tự, hoặc nói: không phải."
    return say(" ".join([opening, *said, closing]))


def _short(label: Label) -> str:
    title, value = label
    if not value:
        return ear(title, 16, least=5)
    return f"{ear(title, 9, least=4)}, {ear(value, 8)}"
