"""The way of a question to its procedure: read `Searcher.steps` from top to bottom."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from bot.retrieval.decide import measure, rivals
from bot.retrieval.encoder import Encoder
from bot.retrieval.fuse import best_rows, fuse
from bot.retrieval.index import Index
from bot.retrieval.learned import Learned
from bot.retrieval.matching import Matcher
from bot.retrieval.query import Query, Result, Trace
from bot.retrieval.reading import Reader
from bot.retrieval.recognise import Recogniser
from bot.retrieval.synonyms import Synonyms

TOP = 10
BEST = 200  # rows that are put in order; more nobody asks for
SHOWN_DIGITS = 4  # of a score
KEPT_RESULTS = 2048


class Searcher:
    """Searches one version of the catalogue; immutable, so it may be shared by threads."""

    def __init__(
        self, index: Index, encoder: Encoder, synonyms: Synonyms, learned: Learned
    ) -> None:
        self.index = index
        self.learned = learned
        self.catalogue = index.catalogue
        self.encoder = encoder
        procedures = list(index.catalogue.procedures.values())
        self.reader = Reader(procedures, index.phrases.texts, synonyms)
        self._recogniser = Recogniser(procedures, index.phrases)
        self._matcher = Matcher(index, encoder, self._recogniser)
        self._row = {code: row for row, code in enumerate(index.codes)}
        self._same_title = {
            self._row[p.code]: frozenset(self._row[c] for c in p.same_title if c in self._row)
            for p in procedures
            if p.same_title
        }
        matcher = self._matcher
        self._matching = (matcher.match_words, matcher.match_titles, matcher.match_meaning)
        self.steps: tuple[Callable[[Query], Query], ...] = (
            self._recognise,
            self.reader.read,
            *self._matching,
            self._fuse,
            self._decide,
        )
        # A version never changes, so what it found once it finds again.
        self._found = lru_cache(maxsize=KEPT_RESULTS)(self._find)

    def search(
        self,
        text: str,
        *,
        exclude: frozenset[str] = frozenset(),
        top: int = TOP,
    ) -> Result:
        """Find the procedures that `text` is about.

        `exclude` are codes that were refused. At most `top` codes come back, the best first,
        whatever the decision.
        """
        start = time.perf_counter()
        found = self._found(self.reader.meant(text), exclude, top)
        return replace(found, ms=round((time.perf_counter() - start) * 1000, 2))

    def _find(self, text: str, exclude: frozenset[str], top: int) -> Result:
        """All steps, for a question that was not asked lately."""
        query = Query(text=text, exclude=exclude)
        for step in self.steps:
            start = time.perf_counter()
            query = step(query)
            name = step.__name__.strip("_")
            query.ms[name] = (time.perf_counter() - start) * 1000
        return self._result(query, top)

    def search_many(self, texts: Sequence[str], *, top: int = TOP) -> list[Result]:
        """Like `search` on each text; encodes them together, which is several times faster."""
        self._matcher.encode([self.reader.read(Query(self.reader.meant(text))) for text in texts])
        return [self.search(text, top=top) for text in texts]

    def unweighed(
        self, texts: Sequence[str], unaided: Sequence[tuple[int, ...]]
    ) -> list[Query | None]:
        """Each text with its features, before any weight; None where no search was needed."""
        queries = [
            self.reader.read(Query(self.reader.meant(text), unaided=rows))
            for text, rows in zip(texts, unaided, strict=True)
        ]
        self._matcher.encode(queries)
        found: list[Query | None] = []
        for query in queries:
            if self._recognise(query).top:
                found.append(None)
                continue
            for step in self._matching:
                query = step(query)
            found.append(query)
        return found

    def restore(self, text: str) -> str:
        """`text` repaired, and with diacritics guessed from the language of the catalogue."""
        return self.reader.restore(text)

    def namesakes(self, row: int) -> frozenset[int]:
        """The rows that carry the same title as `row`."""
        return self._same_title.get(row, frozenset())

    def names_other(self, text: str, code: str) -> bool:
        """True when `text` is the official title of a procedure, but not of `code`."""
        rows = self._recogniser.by_title(text)
        return bool(rows) and self._row.get(code) not in rows

    def _recognise(self, query: Query) -> Query:
        """A code, a whole official title or a phrasing settles it without any search."""
        ways = {
            "code": self._recogniser.by_code,
            "title": self._recogniser.by_title,
            "alias": self._recogniser.by_alias,
        }
        for name, way in ways.items():
            rows = [r for r in way(query.text) if self.index.codes[r] not in query.exclude]
            if rows:
                return replace(query, top=tuple(rows), matched_by=name)
        return query

    def _fuse(self, query: Query) -> Query:
        parts = fuse(query.features, self.learned.weights)
        fused = sum(parts.values(), np.zeros(len(self.index.codes), np.float32))
        named = list(query.top)
        fused[named] += 2.0  # named by code or title: before everything that is only similar
        fused[[self._row[c] for c in query.exclude if c in self._row]] = -1.0
        fused = np.round(fused, SHOWN_DIGITS)  # what is shown as equal is equal
        kept = [row for row in best_rows(fused, BEST) if self.index.codes[row] not in query.exclude]
        if query.matched_by == "code":  # several codes: in the order in which they were typed
            kept = named + [row for row in kept if row not in named]
        return replace(query, fused=fused, top=tuple(kept))

    def _decide(self, query: Query) -> Query:
        assert query.fused is not None
        if query.matched_by != "search":
            best = query.fused[query.top[0]]
            named = [row for row in query.top[:4] if best - query.fused[row] < 1.0]
            return replace(
                query,
                choices=tuple(named),
                decision="clarify" if len(named) > 1 else "answer",
            )
        near, decider = query.top[:TOP], self.learned.decider
        namesakes = self.namesakes(near[0])
        assert query.vector is not None
        figures = measure(query, query.fused, near, namesakes)
        figures["manner"] = self.learned.manner(query.restored, query.vector[0])
        sharing = self._recogniser.sharing(query.restored, near)
        clear = decider.right(figures) >= decider.answer_from
        rows = rivals(query.fused, near, namesakes, sharing, clear)
        return replace(
            query,
            figures={**figures, "scope": decider.scope(figures), "right": decider.right(figures)},
            choices=tuple(rows),
            decision=decider.decide(figures, rows),
        )

    def _result(self, query: Query, top: int) -> Result:
        assert query.fused is not None
        assert query.decision is not None
        codes = self.index.codes
        rows = query.top[:top]
        parts = fuse(query.features, self.learned.weights)
        trace = Trace(
            restored=query.restored,
            words=query.words,
            meanings=query.meanings,
            figures=query.figures,
            parts={
                codes[r]: {n: round(float(v[r]), SHOWN_DIGITS) for n, v in parts.items()}
                for r in rows
            },
            ms=query.ms,
        )
        return Result(
            decision=query.decision,
            codes=[codes[row] for row in rows],
            scores=[
                round(min(1.0, max(0.0, float(query.fused[row]))), SHOWN_DIGITS) for row in rows
            ],
            choices=[codes[r] for r in query.choices] if query.decision == "clarify" else [],
            matched_by=query.matched_by,
            ms=round(sum(query.ms.values()), 2),
            trace=trace,
        )
