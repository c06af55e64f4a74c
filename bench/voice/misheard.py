"""What a recogniser that gets four words in ten wrong makes of a question.

It mistakes sounds, not letters: tones of one register, onsets and ends that are said alike, near
vowels; it swallows words; and what it writes are syllables that there are. Whisper base has this
share of errors on people's speech through 8 kHz.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from bench.understanding.syllables import seeded
from bot.text.rhymes import RHYMES, fits, splits, toned, without_tone

WORD_ERROR = 0.45  # of the words; by edit distance it comes to .41
SWALLOWED = 0.15  # of the words that are not right
TWICE = 0.4  # of the others have two sounds wrong
# Telex keys; "" is the level tone.
_TONES = {"": "fs", "f": ("", "j"), "s": ("", "r"), "r": "xj", "x": "rs", "j": "fr"}
_ONSETS = (
    ("l", "n"), ("d", "gi", "r", "v"), ("s", "x"), ("ch", "tr", "t"), ("t", "th", "đ"),
    ("b", "m", "p"), ("c", "k", "kh", "g", "h"), ("ng", "nh", "n"), ("ph", "v"), ("", "h"),
)  # fmt: skip
_ENDS = (("nh", "n"), ("ng", "n", "m"), ("ch", "t"), ("c", "t", "p"))
_VOWELS = (
    ("ươ", "ư", "uô"), ("iê", "i", "ê"), ("uô", "u", "ô"), ("ă", "a", "â"), ("o", "ô", "ơ"),
    ("e", "ê", "a"), ("u", "ư", "o"), ("oa", "a"), ("ai", "ây", "ay"), ("ao", "au", "âu"),
)  # fmt: skip


def misheard(text: str, word_error: float = WORD_ERROR) -> str:
    """`text` in small letters, without punctuation; the same for the same text."""
    rng = seeded("misheard", text)
    words = "".join(c if c.isalnum() else " " for c in text.lower()).split()
    heard = [_heard(word, rng) if rng.random() < word_error else word for word in words]
    return " ".join(word for word in heard if word)


def word_error(texts: Sequence[str]) -> float:
    """Words that are not as they were said, by edit distance, for each that was said."""
    said = [misheard(text, 0.0).split() for text in texts]
    wrong = sum(
        _distance(words, misheard(text).split()) for words, text in zip(said, texts, strict=True)
    )
    return wrong / sum(map(len, said))


def _distance(one: list[str], other: list[str]) -> int:
    """Words to change, to add or to leave out."""
    row = list(range(len(other) + 1))
    for above, word in enumerate(one):
        left, row[0] = above, above + 1
        for at, told in enumerate(other, start=1):
            left, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, left + (word != told))
    return row[-1]


def _heard(word: str, rng: random.Random) -> str:
    if rng.random() < SWALLOWED:
        return ""
    heard = _other(word, rng)
    return _other(heard, rng) if rng.random() < TWICE else heard


def _other(word: str, rng: random.Random) -> str:
    """`word` with one sound taken for another, where that gives a syllable."""
    letters, tone = without_tone(word)
    onset, rhyme = splits(letters)[0]
    changed = [
        *((onset, rhyme, new) for new in _TONES[tone]),
        *((new, rhyme, tone) for new in _near(onset, _ONSETS)),
        *((onset, new, tone) for new in _near_rhymes(rhyme)),
    ]
    spelt = [o + t for o, r, key in changed if r in RHYMES and fits(o, r) and (t := toned(r, key))]
    return rng.choice(spelt) if spelt else word


def _near(sound: str, groups: tuple[tuple[str, ...], ...]) -> list[str]:
    return [other for group in groups if sound in group for other in group if other != sound]


def _near_rhymes(rhyme: str) -> Iterator[str]:
    for group in _ENDS:
        for end in group:
            if rhyme.endswith(end) and len(rhyme) > len(end):
                yield from (rhyme.removesuffix(end) + other for other in _near(end, (group,)))
    for group in _VOWELS:
        for vowel in group:
            if rhyme.startswith(vowel):
                yield from (other + rhyme.removeprefix(vowel) for other in _near(vowel, (group,)))
