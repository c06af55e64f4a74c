"""Questions that name their procedure: by code, by its title, by what people call it, in part."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from bot.catalogue.model import Procedure
from bot.retrieval.phrases import Phrases
from bot.retrieval.question import strip_question
from bot.text.codes import find_procedure_codes
from bot.text.fold import fold

_ASIDE = re.compile(r"\([^()]*\)")  # nobody says what a title has in brackets
LONG_ENOUGH = 3  # words: a title of two ("Cấp giấy") stands in many questions by chance
BEGINS_WITH = 4  # words of a question that may be the beginning of a title


class Recogniser:
    """Looks codes and whole titles up; rows are positions in `procedures`."""

    def __init__(self, procedures: list[Procedure], phrases: Phrases) -> None:
        self._codes = {procedure.code: row for row, procedure in enumerate(procedures)}
        self._titles: defaultdict[str, list[int]] = defaultdict(list)
        self._names = [f" {self._key(_ASIDE.sub(' ', p.title))} " for p in procedures]
        for row, procedure in enumerate(procedures):
            for key in {fold(procedure.title), self._key(procedure.title)}:
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
        asked = f" {self._key(text)} "
        whole = [row for row, name in enumerate(self._names) if name in asked]
        longest = max((len(self._names[row]) for row in whole), default=0)
        found = [row for row in whole if len(self._names[row]) == longest]
        if found and len(self._names[found[0]].split()) >= LONG_ENOUGH:
            return found
        if len(asked.split()) >= BEGINS_WITH:
            return [row for row, name in enumerate(self._names) if name.startswith(asked)]
        return []

    def sharing(self, text: str, rows: Sequence[int]) -> list[int]:
        """Those of `rows` whose titles hold all that `text` says, word for word."""
        asked = f" {self._key(text)} "
        return [row for row in rows if asked in self._names[row]]

    @staticmethod
    def _key(text: str) -> str:
        return fold(strip_question(text)) or fold(text)
