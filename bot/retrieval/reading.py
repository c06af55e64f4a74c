"""What a person typed, read as it was meant: the first steps of a search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.catalogue.model import Procedure
from bot.retrieval.initials import Initials
from bot.retrieval.query import Query
from bot.retrieval.question import FRAME_PHRASES, strip_question
from bot.retrieval.synonyms import Synonyms
from bot.retrieval.texts import language
from bot.text.keystrokes import typed
from bot.text.language import Language, common_words
from bot.text.repair import Repairer
from bot.text.restore import Restorer
from bot.text.shorthand import written_out

MAX_TEXT = 1000  # characters; what a person asks stands at the beginning
_FRAME_WEIGHT = 20  # how often the restorer sees each phrase that frames questions


class Reader:
    """Knows the language of one version of the catalogue."""

    def __init__(
        self, procedures: Sequence[Procedure], phrases: Sequence[str], synonyms: Synonyms
    ) -> None:
        self._synonyms = synonyms
        self._initials = Initials(procedure.title for procedure in procedures)
        said = (*phrases, *FRAME_PHRASES * _FRAME_WEIGHT)
        known = Language([*language(procedures), *said, *common_words()])
        self._restorer, self._repairer = Restorer(known), Repairer(known)

    def repair(self, text: str) -> str:
        """`text` with missing spaces put in, and written right where it was written by ear."""
        return self._repairer(text)

    def restore(self, text: str) -> str:
        """`text` repaired, and with diacritics guessed from the language of the catalogue."""
        return self._restorer(self._repairer(text))

    def meant(self, text: str) -> str:
        """The beginning of `text`: keystrokes decoded, shorthand written out, and repaired.

        Without lone surrogates, which the encoder refuses.
        """
        readable = text[:MAX_TEXT].encode("utf-8", "ignore").decode()
        return self._repairer(written_out(typed(readable)))

    def read(self, query: Query) -> Query:
        """Guess missing diacritics, drop the frame of the question, look up everyday words."""
        restored = self._restorer(query.text)
        words = strip_question(restored) or restored
        meanings = (*self._synonyms.expand(restored), *self._initials.meant(query.text))
        return replace(query, restored=restored, words=words, meanings=meanings)
