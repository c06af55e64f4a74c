"""One run of letters into words: "kếthôn" → "kết hôn", "giaytogi" → "giay to gi"."""

from __future__ import annotations

from bot.text.fold import has_diacritics, strip_diacritics
from bot.text.language import Language
from bot.text.rhymes import is_syllable

_LONGEST = 40  # letters of a run
_LONGEST_PIECE = 10  # letters of a word in it
_SHORTEST_KNOWN = 3  # letters of a word that is no syllable: "ubnd", "online"
# Nats per letter. With marks nothing is foreign, but "delay" could be "de lay": of 15,000 words of
# programs 12 are likelier than this in pieces, of our questions' bare words run together 91 in 100.
_UNLIKELY = -2.6

Ways = dict[str, tuple[float, list[str]]]  # by last word: how likely, and the words


def split(run: str, before: str, after: str, language: Language) -> list[str]:
    """The words that `run` (letters, lower case) is made of; [run] where it is one word, or none.

    `before` and `after` are its neighbours, "" where there is none.
    """
    one = is_syllable(strip_diacritics(run))  # "thưong" lacks a mark, not a space
    if one or len(run) > _LONGEST or language.words[run]:
        return [run]
    ways = _ways(run, before, language)
    if not ways:
        return [run]
    score, words = max(ways.values(), key=lambda way: way[0] + _onward(way[1][-1], after, language))
    return words if has_diacritics(run) or score > _UNLIKELY * len(run) else [run]


def _ways(run: str, before: str, language: Language) -> Ways:
    """The likeliest way through `run` to each word that may be its last (Viterbi)."""
    ways: list[Ways] = [{before: (0.0, [])}, *({} for _ in run)]
    for start, here in enumerate(ways[:-1]):
        for end in range(start + 1, min(len(run), start + _LONGEST_PIECE) + 1):
            piece = run[start:end]
            if here and _is_word(piece, language):
                ways[end][piece] = max(
                    (score + language.log(last, piece), [*words, piece])
                    for last, (score, words) in here.items()
                )
    return ways[-1]


def _onward(word: str, after: str, language: Language) -> float:
    return language.log(word, after) if after else 0.0


def _is_word(piece: str, language: Language) -> bool:
    return is_syllable(piece) or (len(piece) >= _SHORTEST_KNOWN and language.words[piece] > 1)
