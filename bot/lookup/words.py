"""Typed words → procedures, while they are being typed: the last word may be half of one."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import dropwhile, takewhile

import bm25s
import numpy as np
from numpy.typing import NDArray

from bot.catalogue.model import Procedure
from bot.catalogue.words import Words, asked_most
from bot.retrieval.texts import phrases, tokens
from bot.text.fold import fold

Scores = NDArray[np.float32]

_WEIGHTS = {"title": 1.0, "said": 0.8}  # a title is what an official knows it by
_EXPANSIONS = 40  # whole words that half a word may become
_LEAST = 0.35  # of the best score: below it a procedure shares chance words
_BEGINS = 1.5  # who types the beginning of a title, or of what it is about, means that title
_ACTS = {"thu", "tuc", "dang", "ky", "cap"}  # nearly every title begins with one
_AS_TYPED = 2.0  # "sổ đỏ" stands there, marks and all: not the "so do" of "mã số đơn vị"
_ASKED_MOST = 1.3


class WordIndex:
    """BM25 over titles and people's words, folded; immutable.

    No vectors: a civil servant knows the words, and the next letter comes within 100 ms.
    """

    def __init__(self, procedures: Sequence[Procedure], words: Mapping[str, Words]) -> None:
        self._codes = [procedure.code for procedure in procedures]
        texts = {
            "title": [procedure.title for procedure in procedures],
            "said": [" . ".join(phrases(words.get(code))) for code in self._codes],
        }
        self._titles = [(title, _about(title)) for title in map(fold, texts["title"])]
        self._written = [_plain(" . ".join(rows)) for rows in zip(*texts.values(), strict=True)]
        most = asked_most()
        self._asked = np.array([_ASKED_MOST if code in most else 1.0 for code in self._codes])
        self._fields: dict[str, bm25s.BM25] = {}
        for name, rows in texts.items():
            self._fields[name] = bm25s.BM25()
            self._fields[name].index([tokens(row) or ["_"] for row in rows], show_progress=False)
        known = {word for index in self._fields.values() for word in index.vocab_dict}
        self._vocabulary = sorted(word for word in known if "_" not in word)

    def best(self, text: str) -> list[str]:
        """Codes that the words of `text` point to, the best first; empty: none of them is known."""
        typed = fold(text).split()
        if not typed:
            return []
        scores = sum(
            (weight * self._scores(name, typed) for name, weight in _WEIGHTS.items()),
            np.zeros(len(self._codes), np.float32),
        )
        top = float(scores.max())
        if top <= 0:
            return []
        rows = np.flatnonzero(scores >= top * _LEAST)
        scores = scores * self._boosts(" ".join(typed), _plain(text))
        return [self._codes[row] for row in sorted(rows, key=lambda row: (-scores[row], row))]

    def _boosts(self, start: str, written: str) -> NDArray[np.float64]:
        begins = (any(one.startswith(start) for one in title) for title in self._titles)
        boosts = self._asked * [_BEGINS if one else 1.0 for one in begins]
        boosts *= [_AS_TYPED if written in one else 1.0 for one in self._written]
        return np.asarray(boosts)

    def _scores(self, name: str, typed: list[str]) -> Scores:
        index = self._fields[name]
        *whole, last = typed
        before = f"{whole[-1]}_" if whole else ""
        base = _sum(index, tokens(" ".join(whole)))
        finished = self._finished(last)
        if not finished:
            return np.asarray(base, np.float32)
        ends = [_sum(index, [word, f"{before}{word}"] if before else [word]) for word in finished]
        return np.asarray(base + np.max(ends, axis=0), np.float32)

    def _finished(self, half: str) -> list[str]:
        """The words that begin with `half`, itself first when it is one."""
        start = bisect_left(self._vocabulary, half)
        following = (self._vocabulary[at] for at in range(start, len(self._vocabulary)))
        return list(takewhile(lambda word: word.startswith(half), following))[:_EXPANSIONS]


def _about(title: str) -> str:
    return " ".join(dropwhile(lambda word: word in _ACTS, title.split()))


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _sum(index: bm25s.BM25, words: list[str]) -> Scores:
    present = [word for word in words if word in index.vocab_dict]
    if not present:
        return np.zeros(index.scores["num_docs"], np.float32)
    return np.asarray(index.get_scores(present), np.float32)
