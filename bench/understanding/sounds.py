"""What ears and regions do to a question: sounds that many people do not keep apart."""

from __future__ import annotations

from bench.understanding.syllables import (
    HOOK,
    TILDE,
    cut,
    each_word,
    like,
    other_tone,
    seeded,
)

# Onsets that are taken for each other, by the name of the confusion.
SWAPS = {
    "l/n": {"l": "n", "n": "l"},
    "d/gi/r": {"d": "gi", "gi": "d", "r": "d"},
    "s/x": {"s": "x", "x": "s"},
    "ch/tr": {"ch": "tr", "tr": "ch"},
}
_ENDS = {"n": "ng", "ng": "n", "t": "c", "c": "t"}  # the South says them alike
_MISHEARD = 4  # one word in so many


def onsets(name: str, text: str) -> str:
    """Every word with its onset as the confusion `name` has it."""
    return each_word(text, lambda word: _onset(word, SWAPS[name]))


def hook_tilde(text: str) -> str:
    """Hỏi for ngã and ngã for hỏi, throughout."""
    return each_word(text, _hook_tilde)


def recognised(text: str) -> str:
    """As a speech recogniser writes it down: no capitals, no punctuation, words misheard."""
    rng = seeded("recognised", text)

    def hear(word: str) -> str:
        if rng.randrange(_MISHEARD):
            return word
        ways = [way for way in _MISHEARINGS if way(word) != word]
        return rng.choice(ways)(word) if ways else word

    words = "".join(c if c.isalnum() else " " for c in text.lower()).split()
    return each_word(" ".join(words), hear)


def _onset(word: str, swap: dict[str, str]) -> str:
    onset, rest, _ = cut(word)
    new = swap.get(onset.lower())
    if new is None or not rest:
        return word
    if new == "gi" and rest[0] in "iy":  # "gi" and "i" share the letter
        return word
    return like(new + word[len(onset) :], word)


def _hook_tilde(word: str) -> str:
    return other_tone(word, {HOOK: TILDE, TILDE: HOOK}.get(cut(word)[2], cut(word)[2]))


def _end(word: str) -> str:
    for end in ("ng", "n", "t", "c"):
        if word.endswith(end) and not word.endswith(("nh", "ch")) and len(word) > len(end) + 1:
            return word[: -len(end)] + _ENDS[end]
    return word


_MISHEARINGS = (
    *(lambda word, swap=swap: _onset(word, swap) for swap in SWAPS.values()),
    _hook_tilde,
    _end,
)
