"""What of a procedure is searched: facts, and people's words for it; a plain clone has both."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from bot.catalogue.model import PaperUse, Procedure
from bot.catalogue.words import Words
from bot.text.fold import fold

MAX_PAPERS = 30
RUN = (3, 4, 5)


def phrases(words: Words | None) -> tuple[str, ...]:
    """What people call a procedure, each a text of its own; () where nobody wrote it down."""
    return (words.short_name, *words.phrasings) if words else ()


def dense_texts(procedure: Procedure) -> dict[str, str]:
    """The texts that are embedded, by name."""
    results = ". ".join(procedure.results)[:200]
    papers = "; ".join(_papers(procedure))[:400]
    return {
        "title": procedure.title,
        "facts": f"{procedure.title}. {procedure.field}. {results}. {papers}",
    }


def tokens(text: str) -> list[str]:
    """Folded words and pairs of neighbours: "Kết hôn" → ["ket", "hon", "ket_hon"]."""
    words = fold(text).split()
    return words + [f"{a}_{b}" for a, b in pairwise(words)]


def runs(text: str) -> list[str]:
    """Folded runs of three to five words: who quotes a title, quotes it in its order."""
    words = fold(text).split()
    return [
        "_".join(words[start : start + length])
        for length in RUN
        for start in range(len(words) - length + 1)
    ]


def language(procedures: Iterable[Procedure]) -> list[str]:
    """Texts with diacritics from which missing ones are guessed; titles count twice."""
    found: list[str] = []
    for procedure in procedures:
        found += [procedure.title, procedure.title, procedure.field, *procedure.results]
        found += _papers(procedure)
    return found


def _papers(procedure: Procedure) -> list[str]:
    return [p.name for p in procedure.papers[:MAX_PAPERS] if p.use is not PaperUse.NOTE]
