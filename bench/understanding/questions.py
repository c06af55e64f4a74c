"""The questions that understanding is measured on."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.retrieval.evaluate import Question, read_questions


@dataclass(frozen=True)
class Development:
    """The development half: never shown, only counted.

    Attributes:
        faq: questions to ministries, each with its right codes.
        strata: the same by overlap with the official title.
        everyday: the labelled colloquial ones, to be answered.
        out_of_scope: colloquial ones that no procedure answers.
    """

    faq: tuple[Question, ...]
    strata: dict[str, tuple[Question, ...]]
    everyday: tuple[Question, ...]
    out_of_scope: tuple[Question, ...]


def development(folder: Path) -> Development:
    """Read the development half.

    Raises:
        FileNotFoundError: it is not in `folder`.
    """
    faq, everyday = folder / "portal_faq_dev.jsonl", folder / "colloquial_dev.jsonl"
    strata: dict[str, list[Question]] = {}
    questions = read_questions(faq)
    for row, question in zip(_rows(faq), questions, strict=True):
        strata.setdefault(row["stratum"], []).append(question)
    spoken = read_questions(everyday)
    return Development(
        faq=tuple(questions),
        strata={name: tuple(part) for name, part in sorted(strata.items())},
        everyday=tuple(q for q in spoken if q.accept and q.behaviour == "answer"),
        out_of_scope=tuple(q for q in spoken if q.behaviour.startswith("oos")),
    )


def own(folder: Path, blurted: bool = False) -> list[Question]:
    """Our own questions (questions*.jsonl) that have a right procedure: those that ask, or that
    only blurt out what happened.
    """
    rows = [row for path in sorted(folder.glob("questions*.jsonl")) for row in _rows(path)]
    kept = [r for r in rows if r.get("codes") and (r.get("style") == "blurted") == blurted]
    return [Question(row["question"], frozenset(row["codes"])) for row in kept]


def own_out_of_scope(folder: Path) -> list[str]:
    """Our own questions that no procedure answers."""
    return [text for texts in out_of_scope_kinds(folder).values() for text in texts]


def out_of_scope_kinds(folder: Path) -> dict[str, list[str]]:
    """The same by what they are about: "medical", "other_place" …"""
    kinds: dict[str, list[str]] = {}
    for path in sorted(folder.glob("out_of_scope*.jsonl")):
        for row in _rows(path):
            kinds.setdefault(row["kind"], []).append(row["question"])
    return kinds


def sample(questions: Sequence[Question], size: int) -> list[Question]:
    """`size` of them, nearly the same ones when others are added."""
    return sorted(questions, key=lambda q: (zlib.crc32(q.text.encode()), q.text))[:size]


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
