"""A spaCy component: an entity ruler that reads folded syllables.

pyvi's word borders depend on the words around and go wrong without diacritics, so patterns over its
tokens would miss half of what people type. This ruler matches over plain folded syllables and then
puts the entities back onto the document, whatever its tokens are.
"""

import re
import unicodedata
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.pipeline import EntityRuler
from spacy.tokens import Doc, Span

from bot.text.fold import fold

_SYLLABLE = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")  # marks may be characters of their own
_TONES = "\u0300\u0301\u0303\u0309\u0323"
EXACT = (
    "~exact"  # ends the id of a pattern that holds only as spelled: a bare name such as "Cổ Đông"
)


class FoldedRuler:
    """Wraps spaCy's `EntityRuler` over a document of folded syllables.

    Patterns: `{"label", "pattern": "folded words", "id": "canonical value"}`.
    """

    def __init__(self) -> None:
        self._nlp = spacy.blank("xx")
        self._ruler: EntityRuler = self._nlp.add_pipe("entity_ruler")

    def add_patterns(self, patterns: list[dict[str, str]]) -> None:
        """Add patterns; a pattern must already be folded."""
        self._ruler.add_patterns(patterns)

    def __call__(self, doc: Doc) -> Doc:
        syllables = list(_SYLLABLE.finditer(doc.text))
        words = [fold(match[0]) or "x" for match in syllables]
        found = self._ruler(Doc(self._nlp.vocab, words=words))
        spans = [self._back(doc, entity, syllables) for entity in found.ents]
        doc.ents = spacy.util.filter_spans([span for span in spans if span is not None])
        return doc

    def _back(self, doc: Doc, entity: Span, syllables: list[re.Match[str]]) -> Span | None:
        start, end = syllables[entity.start].start(), syllables[entity.end - 1].end()
        value = entity.ent_id_
        if value.endswith(EXACT):
            value = value[: -len(EXACT)]
            before = fold(syllables[entity.start - 1][0]) if entity.start else ""
            if not _is_name(doc.text[start:end], value, before):
                return None
        return doc.char_span(
            start, end, label=entity.label_, span_id=value, alignment_mode="expand"
        )

    def to_disk(self, path: Path, exclude: tuple[str, ...] = ()) -> None:
        """Write the patterns as JSON lines."""
        self._ruler.to_disk(Path(path).with_suffix(".jsonl"))

    def from_disk(self, path: Path, exclude: tuple[str, ...] = ()) -> "FoldedRuler":
        """Read the patterns back."""
        self._ruler.from_disk(Path(path).with_suffix(".jsonl"))
        return self


# No postponed annotations in this file: spaCy reads a factory's types when it is registered.
@Language.factory("folded_ruler", assigns=["doc.ents"])
def _create(nlp: Language, name: str) -> FoldedRuler:
    return FoldedRuler()


def _is_name(said: str, name: str, before: str) -> bool:
    """Whether `said`, behind the folded syllable `before`, is the place `name` without its prefix.

    "có đóng" folds to the same as the commune Cổ Đông, and "thành công" is a ward only when it
    is written as a name or follows "ở", "tại".
    """
    spelled = said.isascii() or _tones_last(name)[-len(said.split()) :] == _tones_last(said)
    return spelled and (said.istitle() or before in {"o", "tai"})


def _tones_last(text: str) -> list[str]:
    """Syllables with the tone moved to the end, so that "Hoà" equals "Hòa"; lower case."""
    syllables = unicodedata.normalize("NFD", text.lower()).split()
    return ["".join(sorted(s, key=lambda c: c in _TONES)) for s in syllables]
