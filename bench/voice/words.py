"""Expected words, spoken by made voices through a telephone line: how many are understood."""

from __future__ import annotations

from voice.audio import SILENCE, from_ulaw, to_ulaw
from voice.hearing.port import Recogniser
from voice.speaking.espeak import Espeak

LISTS = (
    ("có", "không"),
    ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"),
    ("một", "hai", "ba", "không phải", "thôi"),
    ("giấy tờ", "lệ phí", "thời hạn", "nơi nộp", "nhắc lại", "quay lại", "gặp cán bộ"),
)
PACES = {
    "north": (0.75, 0.8, 0.85, 0.9, 0.95, 1.0, 1.05, 1.1),
    "central": (0.8, 0.9, 1.0),
    "south": (0.8, 0.9, 1.0),
}
LEAD = SILENCE * 15


def shares(recogniser: Recogniser) -> dict[str, tuple[int, int]]:
    """Accent → (right, all), over all lists and paces."""
    found: dict[str, tuple[int, int]] = {}
    for accent, paces in PACES.items():
        voice = Espeak(accent)
        tries = [(words, word, pace) for words in LISTS for word in words for pace in paces]
        right = sum(
            recogniser.hear(through(voice.speak(word, pace)), words).text == word
            for words, word, pace in tries
        )
        found[accent] = right, len(tries)
    return found


def through(sound: bytes) -> bytes:
    """What arrives at the other end of a line."""
    return from_ulaw(to_ulaw(LEAD + sound + LEAD))
