"""The search beside simple methods: texts → the five best codes each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bench.understanding import rasa_intents
from bench.understanding.plain_e5 import PlainE5
from bot.retrieval.evaluate import Ranking, rankings
from bot.retrieval.pipeline import Searcher

OURS = "motcua"
RASA = "Rasa intents"
Found = dict[str, list[str]]  # text → codes


class Methods:
    """All methods; each answers a text once, however often it is asked."""

    def __init__(self, searcher: Searcher, results: Path) -> None:
        given = rankings(searcher)
        plain = PlainE5(searcher.index, results)
        self._rank: dict[str, Ranking] = {
            "BM25 titles": given["BM25 on folded titles"],
            "BM25 pairs": given["BM25, words and word pairs"],
            "e5 alone": plain.titles,
            "naive sum": plain.naive_sum,
            RASA: lambda texts: rasa_intents.rank(searcher.catalogue, texts, results),
            OURS: given["motcua"],
        }
        self._found: dict[str, Found] = {name: {} for name in self._rank}
        self.missing: dict[str, str] = {}  # methods that could not be measured, and why

    @property
    def names(self) -> list[str]:
        return [OURS, *(name for name in self._rank if name != OURS)]

    def prepare(self, texts: Sequence[str], names: Sequence[str] = ()) -> None:
        """Let every method (or those of `names`) answer `texts`, each in one go."""
        for name in names or self.names:
            new = list(dict.fromkeys(text for text in texts if text not in self._found[name]))
            try:
                self._found[name] |= dict(zip(new, self._rank[name](new), strict=True))
            except rasa_intents.NotMeasured as error:
                self.missing[name] = str(error)

    def found(self, name: str, texts: Sequence[str]) -> list[list[str]] | None:
        """The codes of each text, by the method `name`; None where it was not measured."""
        if name in self.missing:
            return None
        return [self._found[name][text] for text in texts]
