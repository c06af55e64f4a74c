"""From what is typed to a list of procedures: a code, a legal document, or words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from threading import Lock

from bot.catalogue.model import Procedure
from bot.catalogue.opened import open_catalogue
from bot.catalogue.store import Catalogue
from bot.catalogue.titles import short_title
from bot.catalogue.words import load_words
from bot.lookup.filters import Choice, Filters, choices
from bot.lookup.laws import Law, Laws
from bot.lookup.words import WordIndex
from bot.text.fold import fold

LONGEST = 200  # characters of what is typed that count
SUGGESTED = 8
_CODE = re.compile(r"\d(\.\d{0,6})?")


@dataclass(frozen=True)
class Withdrawn:
    """A code that has left the portal.

    Attributes:
        namesakes: procedures in force with the same title. No record says what replaced a
            procedure: the same title is all that is known.
    """

    code: str
    title: str
    namesakes: tuple[Procedure, ...]


@dataclass(frozen=True)
class Found:
    """
    Attributes:
        procedures: the best first; without any words all, by title.
        laws: the documents that were named; None: none was.
        withdrawn: the code that was typed, when it has left the portal.
    """

    procedures: tuple[Procedure, ...]
    laws: tuple[Law, ...] | None = None
    withdrawn: Withdrawn | None = None


@dataclass(frozen=True)
class Suggestion:
    code: str
    title: str
    short: str


class Finder:
    """Over one version of the catalogue; immutable. `open_finder` gives the one in force."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        procedures = list(catalogue.procedures.values())
        self._laws = Laws(procedures)
        self._words = WordIndex(procedures, load_words())
        self._by_title = sorted(procedures, key=lambda one: (fold(one.title), one.code))
        self._by_name: dict[str, list[Procedure]] = {}
        for one in self._by_title:
            self._by_name.setdefault(fold(one.title), []).append(one)
        local = catalogue.local
        self.choices: dict[str, list[Choice]] = choices(
            (one, local.status(one.code)) for one in procedures
        )

    def find(self, text: str, filters: Filters = Filters()) -> Found:  # noqa: B008
        """Everything that fits; `text` longer than LONGEST is cut."""
        text = text.strip()[:LONGEST]
        if not text:
            return Found(self._kept(self._by_title, filters))
        if _CODE.fullmatch(text):
            codes = [code for code in self.catalogue.procedures if code.startswith(text)]
            return Found(self._of(codes, filters), withdrawn=self.withdrawn(text))
        laws = self._laws.named(text)
        if laws is not None:
            codes = list(dict.fromkeys(code for law in laws for code in law.codes))
            return Found(self._of(codes, filters), laws=tuple(laws))
        return Found(self._of(self._words.best(text), filters))

    def suggest(self, text: str) -> list[Suggestion]:
        """The first few of `find`, for typing-ahead."""
        if not text.strip():
            return []
        return [
            Suggestion(one.code, one.title, short_title(one))
            for one in self.find(text).procedures[:SUGGESTED]
        ]

    def withdrawn(self, code: str) -> Withdrawn | None:
        title = self.catalogue.withdrawn.get(code)
        if title is None:
            return None
        return Withdrawn(code, title, tuple(self._by_name.get(fold(title), ())))

    def _of(self, codes: list[str], filters: Filters) -> tuple[Procedure, ...]:
        return self._kept([self.catalogue.procedures[code] for code in codes], filters)

    def _kept(self, procedures: list[Procedure], filters: Filters) -> tuple[Procedure, ...]:
        status = self.catalogue.local.status
        return tuple(one for one in procedures if filters.pass_(one, status(one.code)))


_lock = Lock()
_open: Finder | None = None


def open_finder() -> Finder:
    """The finder of the catalogue in force; the first call of a version takes a second or two."""
    global _open
    with _lock:
        catalogue = open_catalogue()
        if _open is None or _open.catalogue is not catalogue:
            _open = Finder(catalogue)
        return _open
