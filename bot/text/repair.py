"""What was typed in haste or by ear, as it was meant; what is right stays letter for letter."""

from __future__ import annotations

import re
import unicodedata

from bot.text.fold import mostly_bare, strip_diacritics
from bot.text.language import Language
from bot.text.respell import Respeller
from bot.text.spaces import WORD, Spacer

_TOKEN = re.compile(r"[^\W_]+")


class Repairer:
    """Puts in missing spaces, and right for wrong spelling where the two sound alike."""

    def __init__(self, language: Language) -> None:
        """Learn from `language`, which carries diacritics."""
        bare = language.bare()
        self._spaced = Spacer(language, bare)
        self._respell_marked, self._respell_bare = Respeller(language), Respeller(bare)

    def __call__(self, text: str) -> str:
        """`text` repaired (then NFC; respelled words in lower case), or unchanged."""
        return self._respelled(self._spaced(text))

    def _respelled(self, text: str) -> str:
        composed = unicodedata.normalize("NFC", text)
        tokens = [(match.start(), match[0]) for match in _TOKEN.finditer(composed)]
        words = [token.lower() for _, token in tokens]
        plain = {m.start() for m in WORD.finditer(composed) if composed.isupper() or not _name(m)}
        fixed = {at for at, (start, _) in enumerate(tokens) if start not in plain}
        if mostly_bare(words):
            typed = [strip_diacritics(word) for word in words]
            fixed |= {at for at, word in enumerate(words) if word != typed[at]}
            meant = self._respell_bare(typed, fixed)
        else:
            typed, meant = words, self._respell_marked(words, fixed)
        if meant == typed:
            return text
        written = iter(
            [
                token if was == now else now
                for (_, token), was, now in zip(tokens, typed, meant, strict=True)
            ]
        )
        return _TOKEN.sub(lambda _: next(written), composed)


def _name(match: re.Match[str]) -> bool:
    """True for a capital inside a text: "Trung", "Quảng Ninh"."""
    return match.start() > 0 and match[0][0].isupper()
