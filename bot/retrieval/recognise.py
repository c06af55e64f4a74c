"""Questions that name their procedure: by code, by its title, by what people call it, in part."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from bot.catalogue.model import Procedure
from bot.retrieval.phrases import Phrases
from bot.retrieval.question import strip_question
from bot.text.codes import find_procedure_codes
from bot.text.fold import fold
from bot.text.shorthand import written_out

_ASIDE = re.compile(r"\([^()]*\)")  # nobody says what a title has in brackets
LONG_ENOUGH = 3  # words: a title of two ("Cấp giấy") stands in many questions by chance
BEGINS_WITH = 4  # words of a question that may be the beginning of a title


class Recogniser:
    """Looks codes and whole titles up; rows are positions in `procedures`."""

    def __init__(self, procedures: list[Procedure], phrases: Phrases) -> None:
        self._codes = {procedure.code: row for row, procedure in enumerate(procedures)}
        self._titles: defaultdict[str, list[int]] = defaultdict(list)
        # As questions are: "UBND", "BHYT" written out.
        titles = [written_out(procedure.title) for procedure in procedures]
        self._names = [f" {self._key(_ASIDE.sub(' ', title))} " for title in titles]
        self._rows: defaultdict[str, list[int]] = defaultdict(list)
        for row, name in enumerate(self._names):
            self._rows[name.strip()].append(row)
        self._sorted = sorted(self._rows)
        self._longest = max((len(name.split()) for name in self._sorted), default=0)
        for row, title in enumerate(titles):
            for key in {fold(title), self._key(title)}:
                self._titles[key].append(row)
        self._aliases: defaultdict[str, set[int]] = defaultdict(set)
        for text, row in zip(phrases.texts, phrases.owners.tolist(), strict=True):
            self._aliases[fold(text)].add(row)

    def by_code(self, text: str) -> list[int]:
        """Rows of the codes that `text` quotes and the catalogue knows."""
        found = find_procedure_codes(text)
        return [self._codes[code] for code in found if code in self._codes]

    def by_title(self, text: str) -> list[int]:
        """Rows whose title is all that `text` says; several where titles are the same."""
        return self._titles.get(fold(text)) or self._titles.get(self._key(text)) or []

    def by_alias(self, text: str) -> list[int]:
        """Rows that people call just what `text` says."""
        found = self._aliases.get(fold(text)) or self._aliases.get(self._key(text))
        return sorted(found or ())

    def by_part(self, text: str) -> list[int]:
        """Rows whose title stands whole in `text` (the longest), or begins with all of it."""
        words = self._key(text).split()
        for length in range(min(len(words), self._longest), LONG_ENOUGH - 1, -1):
            for start in range(len(words) - length + 1):
                found = self._rows.get(" ".join(words[start : start + length]))
                if found:
                    return found
        return self._beginning(" ".join(words)) if len(words) >= BEGINS_WITH else []

    def _beginning(self, asked: str) -> list[int]:
        """Rows whose title begins with the words `asked`."""
        first = bisect_left(self._sorted, f"{asked} ")
        last = bisect_left(self._sorted, f"{asked}!")  # the sign after the space
        names = [*self._sorted[first:last], *([asked] if asked in self._rows else [])]
        return sorted(row for name in names for row in self._rows[name])

    def sharing(self, text: str, rows: Sequence[int]) -> list[int]:
        """Those of `rows` whose titles hold all that `text` says, word for word."""
        asked = f" {self._key(text)} "
        return [row for row in rows if asked in self._names[row]]

    @staticmethod
    def _key(text: str) -> str:
        return fold(strip_question(text)) or fold(text)
