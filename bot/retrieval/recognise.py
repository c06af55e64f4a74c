"""Questions that name their procedure exactly: by code, or by its official title."""

from __future__ import annotations

from collections import defaultdict

from bot.catalogue.model import Procedure
from bot.retrieval.question import strip_question
from bot.text.codes import find_procedure_codes
from bot.text.fold import fold


class Recogniser:
    """Looks codes and whole titles up; rows are positions in `procedures`."""

    def __init__(self, procedures: list[Procedure]) -> None:
        self._codes = {procedure.code: row for row, procedure in enumerate(procedures)}
        self._titles: defaultdict[str, list[int]] = defaultdict(list)
        for row, procedure in enumerate(procedures):
            for key in {fold(procedure.title), self._key(procedure.title)}:
                self._titles[key].append(row)

    def by_code(self, text: str) -> list[int]:
        """Rows of the codes that `text` quotes and the catalogue knows."""
        found = find_procedure_codes(text)
        return [self._codes[code] for code in found if code in self._codes]

    def by_title(self, text: str) -> list[int]:
        """Rows whose title is all that `text` says; several where titles are the same."""
        return self._titles.get(fold(text)) or self._titles.get(self._key(text)) or []

    @staticmethod
    def _key(text: str) -> str:
        return fold(strip_question(text)) or fold(text)
