"""The way of a question to its procedure: read `Searcher.steps` from top to bottom."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Lock

import numpy as np
import structlog

from bot.retrieval import decide as decision
from bot.retrieval.acts import Acts
from bot.retrieval.encoder import Encoder, load_encoder
from bot.retrieval.errors import RetrievalError
from bot.retrieval.fuse import QUOTED, UNSAID, fuse
from bot.retrieval.index import Index, current_version, load_index
from bot.retrieval.query import Query, Result, Trace
from bot.retrieval.question import FRAME_PHRASES, strip_question
from bot.retrieval.recognise import Recogniser
from bot.retrieval.synonyms import Synonyms, load_synonyms
from bot.retrieval.texts import language
from bot.text.restore import Restorer

log = structlog.get_logger()

TOP = 10
SHOWN_DIGITS = 4  # of a score
MAX_TEXT = 1000  # characters; what a person asks stands at the beginning
_FRAME_WEIGHT = 20  # how often the restorer sees each phrase that frames questions


class Searcher:
    """Searches one version of the catalogue; immutable, so it may be shared by threads."""

    def __init__(self, index: Index, encoder: Encoder, synonyms: Synonyms) -> None:
        self.index = index
        self.catalogue = index.catalogue
        self.encoder = encoder
        self._synonyms = synonyms
        procedures = list(index.catalogue.procedures.values())
        self._recogniser = Recogniser(procedures)
        self._acts = Acts([procedure.title for procedure in procedures])
        self._restorer = Restorer([*language(procedures), *FRAME_PHRASES * _FRAME_WEIGHT])
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
            self._match_meaning,
            self._fuse,
            self._decide,
        )

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
        query = Query(text=_readable(text), exclude=exclude)
        for step in self.steps:
            start = time.perf_counter()
            query = step(query)
            name = step.__name__.strip("_")
            query.ms[name] = (time.perf_counter() - start) * 1000
        return self._result(query, top)

    def search_many(self, texts: Sequence[str], *, top: int = TOP) -> list[Result]:
        """Like `search` on each text; encodes them together, which is several times faster."""
        words = [self._dense_text(self._restore(Query(text=_readable(text)))) for text in texts]
        self.encoder.queries(words)
        return [self.search(text, top=top) for text in texts]

    def restore(self, text: str) -> str:
        """`text` with diacritics guessed from the language of the catalogue."""
        return self._restorer(text)

    def names_other(self, text: str, code: str) -> bool:
        """True when `text` is the official title of a procedure, but not of `code`."""
        rows = self._recogniser.by_title(text)
        return bool(rows) and self._row.get(code) not in rows

    def _recognise(self, query: Query) -> Query:
        """A code or a whole official title settles it without any search."""
        rows = self._recogniser.by_code(query.text)
        found = "code"
        if not rows:
            rows, found = self._recogniser.by_title(query.text), "title"
        rows = [row for row in rows if self.index.codes[row] not in query.exclude]
        return replace(query, top=tuple(rows), matched_by=found) if rows else query

    def _restore(self, query: Query) -> Query:
        """Guess missing diacritics, drop the frame of the question, look up everyday words."""
        restored = self._restorer(query.text)
        words = strip_question(restored) or restored
        return replace(
            query, restored=restored, words=words, meanings=self._synonyms.expand(restored)
        )

    def _match_words(self, query: Query) -> Query:
        text = " . ".join((query.words, *query.meanings))
        scores = self.index.lexical.scores(text)
        scores["said"] = self.index.lexical.titles(query.restored)
        return replace(query, features={f"lexical.{k}": v for k, v in scores.items()})

    def _match_meaning(self, query: Query) -> Query:
        if query.top:
            return query
        vector = self.encoder.queries([self._dense_text(query)])
        found = {f"dense.{n}": self.index.nearest(n, vector)[0] for n in self.index.dense}
        return replace(query, features={**query.features, **found})

    @staticmethod
    def _dense_text(query: Query) -> str:
        return ", ".join((query.words, *query.meanings))

    def _fuse(self, query: Query) -> Query:
        fused = sum(fuse(query.features).values(), np.zeros(len(self.index.codes), np.float32))
        fused[self._recogniser.by_part(query.restored)] += QUOTED
        fused -= UNSAID * self._acts.unsaid(query.restored, *query.meanings)
        named = list(query.top)
        fused[named] += 2.0  # named by code or title: before everything that is only similar
        fused[[self._row[c] for c in query.exclude if c in self._row]] = -1.0
        fused = np.round(fused, SHOWN_DIGITS)  # what is shown as equal is equal
        # Rows are in the order of codes, so a stable sort breaks ties by code.
        order = np.argsort(-fused, kind="stable")
        kept = [int(row) for row in order if self.index.codes[row] not in query.exclude]
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
        cosine, words = (_best(query, name) for name in ("dense.title", "lexical.title"))
        sure = decision.sureness(cosine, words)
        near = query.top[:TOP]
        sharing = self._recogniser.sharing(query.restored, near)
        rows = decision.rivals(query.fused, near, self._same_title, sharing)
        return replace(query, sure=sure, choices=tuple(rows), decision=decision.decide(sure, rows))

    def _result(self, query: Query, top: int) -> Result:
        assert query.fused is not None
        assert query.decision is not None
        codes = self.index.codes
        rows = query.top[:top]
        parts = fuse(query.features)
        trace = Trace(
            restored=query.restored,
            words=query.words,
            meanings=query.meanings,
            cosine=_best(query, "dense.title") if "dense.title" in query.features else None,
            title_score=_best(query, "lexical.title"),
            sure=query.sure,
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
    """The beginning of `text`, without lone surrogates, which the encoder refuses."""
    return text[:MAX_TEXT].encode("utf-8", "ignore").decode()


def _best(query: Query, feature: str) -> float:
    return float(query.features[feature].max())


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
    return Searcher(load_index(version, encoder.name), encoder, load_synonyms())
