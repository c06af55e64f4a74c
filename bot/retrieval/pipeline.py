"""The way of a question to its procedure: read `Searcher.steps` from top to bottom."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from threading import Lock

import numpy as np
import structlog

from bot.retrieval.acts import Acts
from bot.retrieval.decide import measure, rivals
from bot.retrieval.encoder import Encoder, load_encoder
from bot.retrieval.errors import RetrievalError
from bot.retrieval.fuse import best_rows, fuse, plainly
from bot.retrieval.index import Index, current_version, load_index
from bot.retrieval.initials import Initials
from bot.retrieval.learned import Learned, load_learned
from bot.retrieval.query import Query, Result, Trace
from bot.retrieval.question import FRAME_PHRASES, strip_question
from bot.retrieval.recognise import Recogniser
from bot.retrieval.synonyms import Synonyms, load_synonyms
from bot.retrieval.texts import language
from bot.text.keystrokes import typed
from bot.text.language import Language, common_words
from bot.text.repair import Repairer
from bot.text.restore import Restorer
from bot.text.shorthand import written_out

log = structlog.get_logger()

TOP = 10
BEST = 200  # rows that are put in order; more nobody asks for
SHOWN_DIGITS = 4  # of a score
KEPT_RESULTS = 2048
MAX_TEXT = 1000  # characters; what a person asks stands at the beginning
_FRAME_WEIGHT = 20  # how often the restorer sees each phrase that frames questions


class Searcher:
    """Searches one version of the catalogue; immutable, so it may be shared by threads."""

    def __init__(
        self, index: Index, encoder: Encoder, synonyms: Synonyms, learned: Learned
    ) -> None:
        self.index = index
        self.learned = learned
        self.catalogue = index.catalogue
        self.encoder = encoder
        self._synonyms = synonyms
        procedures = list(index.catalogue.procedures.values())
        self._recogniser = Recogniser(procedures, index.phrases)
        self._acts = Acts([procedure.title for procedure in procedures])
        self._initials = Initials(procedure.title for procedure in procedures)
        said = (*index.phrases.texts, *FRAME_PHRASES * _FRAME_WEIGHT)
        known = Language([*language(procedures), *said, *common_words()])
        self._restorer, self._repairer = Restorer(known), Repairer(known)
        self._row = {code: row for row, code in enumerate(index.codes)}
        self._same_title = {
            self._row[p.code]: frozenset(self._row[c] for c in p.same_title if c in self._row)
            for p in procedures
            if p.same_title
        }
        self.steps: tuple[Callable[[Query], Query], ...] = (
            self._recognise,
            self._restore,
            self._match_words,
            self._match_titles,
            self._match_meaning,
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
        found = self._found(self.repair(_readable(text)), exclude, top)
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
        words = [
            self._dense_text(self._restore(Query(text=self.repair(_readable(text)))))
            for text in texts
        ]
        self.encoder.queries(words)
        return [self.search(text, top=top) for text in texts]

    def unweighed(
        self, texts: Sequence[str], unaided: Sequence[tuple[int, ...]]
    ) -> list[Query | None]:
        """Each text with its features, before any weight; None where no search was needed."""
        queries = [
            self._restore(Query(text=self.repair(_readable(text)), unaided=rows))
            for text, rows in zip(texts, unaided, strict=True)
        ]
        self.encoder.queries([self._dense_text(query) for query in queries])
        found: list[Query | None] = []
        for query in queries:
            if self._recognise(query).top:
                found.append(None)
                continue
            for step in (self._match_words, self._match_titles, self._match_meaning):
                query = step(query)
            found.append(query)
        return found

    def namesakes(self, row: int) -> frozenset[int]:
        """The rows that carry the same title as `row`."""
        return self._same_title.get(row, frozenset())

    def restore(self, text: str) -> str:
        """`text` repaired, and with diacritics guessed from the language of the catalogue."""
        return self._restorer(self._repairer(text))

    def repair(self, text: str) -> str:
        """`text` with missing spaces put in, and written right where it was written by ear."""
        return self._repairer(text)

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

    def _restore(self, query: Query) -> Query:
        """Guess missing diacritics, drop the frame of the question, look up everyday words."""
        restored = self._restorer(query.text)
        words = strip_question(restored) or restored
        meanings = (*self._synonyms.expand(restored), *self._initials.meant(query.text))
        return replace(query, restored=restored, words=words, meanings=meanings)

    def _match_words(self, query: Query) -> Query:
        lexical, wordwise = self.index.lexical, self.index.wordwise
        said = lexical.scores("title", query.restored)
        if query.top:  # named: only the order of what comes after it is open
            return replace(query, features={"lexical.said": said})
        matter = " . ".join((query.words, *query.meanings))
        phrases = self.index.phrases.words(query.restored, len(self.index.codes), query.unaided)
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

    def _match_titles(self, query: Query) -> Query:
        """What of each title the question says, and what it does not."""
        if query.top:
            return query
        quoted = np.zeros(len(self.index.codes), np.float32)
        quoted[self._recogniser.by_part(query.restored)] = 1.0
        texts = (query.restored, *query.meanings)
        found = {
            "title.quoted": quoted,
            "title.act": self._acts.said(*texts).astype(np.float32),
            "title.unsaid": self._acts.unsaid(*texts).astype(np.float32),
        }
        return replace(query, features={**query.features, **found})

    def _match_meaning(self, query: Query) -> Query:
        if query.top:
            return query
        vector = self.encoder.queries([self._dense_text(query)])
        found = {
            f"dense.{name}": v for name, v in self.index.meanings(vector, query.unaided).items()
        }
        features = {**query.features, **found}
        return replace(query, vector=vector, features={**features, **plainly(features)})

    @staticmethod
    def _dense_text(query: Query) -> str:
        return ", ".join((query.words, *query.meanings))

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
        figures["manner"] = self.learned.manner(query.vector[0])
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


def _readable(text: str) -> str:
    """The beginning of `text` as it was meant: keystrokes decoded, shorthand written out.

    Without lone surrogates, which the encoder refuses.
    """
    return written_out(typed(text[:MAX_TEXT].encode("utf-8", "ignore").decode()))


_lock = Lock()
_open: Searcher | None = None


def open_searcher() -> Searcher:
    """The searcher of the version in force; kept until the pointer names another one.

    Raises:
        RetrievalError: there is no index, or it does not fit the code or the encoder.
    """
    global _open
    with _lock:
        try:
            _open = _newest(_open)
        except RetrievalError:
            if _open is None:
                raise
            # What works goes on working when a newer version cannot be read.
            log.exception("index not switched; the version in use stays", kept=_open.index.version)
        return _open


def _newest(current: Searcher | None) -> Searcher:
    """`current` while the pointer names its version, else a searcher of the version it names."""
    version = current_version()
    if current and current.index.version == version:
        return current
    encoder = current.encoder if current else load_encoder()
    return Searcher(load_index(version, encoder.name), encoder, load_synonyms(), load_learned())
