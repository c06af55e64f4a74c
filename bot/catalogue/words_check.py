"""What people's words must keep to, and which entries break it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from bot.catalogue.model import Procedure
from bot.catalogue.words import Words
from bot.text.fold import fold

LONGEST_NAME = 12  # syllables: one breath on the telephone
FEWEST = 5
FEWEST_ASKED_MOST = 20
COMMON = 0.03  # a syllable in more titles than this tells no procedure from another


def problems(
    words: Mapping[str, Words], procedures: Mapping[str, Procedure], asked_most: frozenset[str]
) -> list[str]:
    """One sentence for each broken rule, by code; empty when all is well."""
    content = ContentWords(p.title for p in procedures.values())
    found: list[str] = []
    for code, entry in sorted(words.items()):
        if code not in procedures:
            found.append(f"{code}: not in the catalogue")
            continue
        title = procedures[code].title
        for reason in _of_one(entry, title, content, code in asked_most):
            found.append(f"{code}: {reason}")
    return found + list(_shared_names(words)) + list(_shared_phrasings(words))


class ContentWords:
    """The syllables of a title that tell it from other titles."""

    def __init__(self, titles: Iterator[str]) -> None:
        syllables = [set(fold(title).split()) for title in titles]
        count = Counter(s for title in syllables for s in title)
        self._count = count
        self._common = {s for s, n in count.items() if n > COMMON * len(syllables)}

    def of(self, title: str) -> set[str]:
        """Folded; of a title of common syllables only, the two that are least so."""
        own = set(fold(title).split())
        return own - self._common or set(sorted(own, key=lambda s: (self._count[s], s))[:2])

    def free(self, phrasing: str, title: str) -> bool:
        """True when the phrasing uses none of the title's content words."""
        return not self.of(title) & set(fold(phrasing).split())


def _of_one(entry: Words, title: str, content: ContentWords, asked: bool) -> Iterator[str]:
    fewest = FEWEST_ASKED_MOST if asked else FEWEST
    free = sum(content.free(p, title) for p in entry.phrasings)
    wanted = fewest // 2 if asked else 1
    if not 1 <= len(entry.short_name.split()) <= LONGEST_NAME:
        yield f"short_name has {len(entry.short_name.split())} syllables (1-{LONGEST_NAME})"
    if len(entry.phrasings) < fewest:
        yield f"{len(entry.phrasings)} phrasings, at least {fewest} wanted"
    if free < wanted:
        yield f"{free} phrasings without {sorted(content.of(title))}, {wanted} wanted"
    if len({fold(p) for p in entry.phrasings}) < len(entry.phrasings):
        yield "a phrasing comes twice"
    if any(not fold(p) for p in entry.phrasings):
        yield "an empty phrasing"


def _shared_names(words: Mapping[str, Words]) -> Iterator[str]:
    owners = defaultdict(list)
    for code, entry in words.items():
        owners[fold(entry.short_name)].append(code)
    for name, codes in sorted(owners.items()):
        if len(codes) > 1:
            yield f"{', '.join(sorted(codes))}: same short_name “{name}”"


def _shared_phrasings(words: Mapping[str, Words]) -> Iterator[str]:
    owners = defaultdict(set)
    for code, entry in words.items():
        for phrasing in entry.phrasings:
            owners[fold(phrasing)].add(code)
    for phrasing, codes in sorted(owners.items()):
        for code in sorted(codes):
            missing = codes - {code} - set(words[code].ambiguous_with)
            if missing:
                yield f"{code}: “{phrasing}” is also of {', '.join(sorted(missing))}, not marked"
