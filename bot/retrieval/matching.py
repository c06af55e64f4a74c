"""How well each procedure fits a question: every feature, before any weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from bot.retrieval.acts import Acts
from bot.retrieval.encoder import Encoder
from bot.retrieval.fuse import plainly
from bot.retrieval.index import Index
from bot.retrieval.query import Query
from bot.retrieval.recognise import Recogniser


class Matcher:
    """Compares a question that was read with all rows of one index."""

    def __init__(self, index: Index, encoder: Encoder, recogniser: Recogniser) -> None:
        self._index = index
        self._encoder = encoder
        self._recogniser = recogniser
        self._acts = Acts([p.title for p in index.catalogue.procedures.values()])

    def encode(self, queries: Sequence[Query]) -> None:
        """Encode many questions together, several times faster than one by one; kept for later."""
        self._encoder.queries([_dense_text(query) for query in queries])

    def match_words(self, query: Query) -> Query:
        """By the words of titles and phrasings."""
        lexical, wordwise = self._index.lexical, self._index.wordwise
        said = lexical.scores("title", query.restored)
        if query.top:  # named: only the order of what comes after it is open
            return replace(query, features={"lexical.said": said})
        matter = " . ".join((query.words, *query.meanings))
        phrases = self._index.phrases.words(query.restored, len(self._index.codes), query.unaided)
        share, known = wordwise.said(query.words, query.unaided)
        found = {
            "lexical.title": lexical.scores("title", matter),
            "lexical.said": said,
            "lexical.runs": lexical.scores("runs", query.restored),
            "lexical.phrase": phrases,
            "lexical.each": wordwise.scores(matter, query.unaided),
            "covered.title": lexical.covered("title", said),
            "covered.words": share,
        }
        return replace(query, features=found, figures={"known": known})

    def match_titles(self, query: Query) -> Query:
        """What of each title the question says, and what it does not."""
        if query.top:
            return query
        quoted = np.zeros(len(self._index.codes), np.float32)
        quoted[self._recogniser.by_part(query.restored)] = 1.0
        texts = (query.restored, *query.meanings)
        found = {
            "title.quoted": quoted,
            "title.act": self._acts.said(*texts).astype(np.float32),
            "title.unsaid": self._acts.unsaid(*texts).astype(np.float32),
        }
        return replace(query, features={**query.features, **found})

    def match_meaning(self, query: Query) -> Query:
        """By the direction of its vector."""
        if query.top:
            return query
        vector = self._encoder.queries([_dense_text(query)])
        near = self._index.meanings(vector, query.unaided)
        features = {**query.features, **{f"dense.{name}": value for name, value in near.items()}}
        return replace(query, vector=vector, features={**features, **plainly(features)})


def _dense_text(query: Query) -> str:
    return ", ".join((query.words, *query.meanings))
