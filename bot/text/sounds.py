"""Syllables that sound alike to many people, and are therefore written for each other."""

from __future__ import annotations

import re

from bot.text.rhymes import without_tone

_ONSET = re.compile(r"ngh?|nh|th|tr|ch|kh|ph|gh|gi(?=[^ê])|qu|[bcdđghklmnprstvx]")
# Onsets that are taken for each other: North (ch/tr, s/x, d/gi/r), delta (l/n).
_ONSETS = {"tr": "ch", "x": "s", "gi": "d", "r": "d", "n": "l"}
_ENDS = {"ng": "n", "c": "t"}  # the South says them alike
_END = re.compile(r"(?<!^)(?:ng|ch|nh|[cmnpt])$")
_TONES = {"x": "r"}  # ngã and hỏi

Sound = tuple[str, str, str, str]  # onset, vowels, end, tone


def spelled(word: str) -> Sound:
    """The parts of a syllable as they are written: "trữ" → ("tr", "ư", "", "x")."""
    letters, tone = without_tone(word)
    if letters == "gi" or letters.startswith("giê"):
        onset, rest = "gi", letters[1:]
    else:
        found = _ONSET.match(letters)
        onset = found[0] if found else ""
        rest = letters[len(onset) :]
    end = _END.search(rest)
    return onset, rest[: end.start()] if end else rest, end[0] if end else "", tone


def heard(parts: Sound) -> Sound:
    """The same for all syllables that sound alike."""
    onset, vowels, end, tone = parts
    return (
        _ONSETS.get(onset, onset),
        vowels,
        _ENDS.get(end, end),
        _TONES.get(tone, tone),
    )
