"""The same question as other people would write it: text → text, the same for the same text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import partial

from bench.understanding import keyboard, sounds
from bench.understanding.syllables import cut, each_word, like, seeded

_TEEN = {
    "không": ("k", "ko"), "được": ("dc",), "gì": ("j",), "rồi": ("r",), "với": ("vs",),
    "vậy": ("z",), "giờ": ("h",), "người": ("ng",), "biết": ("bt",), "cũng": ("cx",),
    "trước": ("trc",), "mình": ("mk", "mik"), "làm": ("lm",), "chồng": ("ck",), "vợ": ("vk",),
    "em": ("e",), "anh": ("a",), "thì": ("thj",), "nhiêu": ("nhiu",), "như": ("nhu",),
}  # fmt: skip
_BEFORE = (
    "Chào anh chị ạ. Nhà em mới chuyển về đây, bận trông cháu nhỏ nên hôm nay mới hỏi được.",
    "Cho tôi hỏi với. Hôm qua tôi ra phường xếp hàng cả buổi sáng mà chưa đến lượt.",
    "Xin chào. Bác hàng xóm mách tôi vào đây hỏi, chứ tôi không rành mạng mẽo lắm.",
)
_AFTER = (
    "Gọi điện mãi chẳng ai nghe máy, mệt quá đi mất.",
    "Lần trước đi lại ba bốn lượt, mỗi người nói một kiểu, bực cả mình.",
    "Mong mọi người trả lời sớm giúp, chứ chờ lâu quá rồi. Cảm ơn nhiều.",
)
_OTHER = (
    "Với lại đổi bằng lái xe máy thì mang theo những gì?",
    "Nhân tiện cho hỏi luôn: đăng ký tạm trú hết bao nhiêu tiền?",
    "Còn làm hộ chiếu thì bao lâu có?",
    "À mà xin giấy phép bán rượu thì nộp ở đâu?",
)
_JOINED = 3  # one gap in so many is missing


def no_marks(text: str) -> str:
    """Without diacritics; đ is d."""
    bare = (c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return "".join(bare).replace("đ", "d").replace("Đ", "D")


def teen(text: str) -> str:
    """Short forms of the young: k, ko, dc, j, and z or f for onsets that sound so."""
    rng = seeded("teen", text)

    def short(word: str) -> str:
        if word.lower() in _TEEN:
            return like(rng.choice(_TEEN[word.lower()]), word)
        onset, _, _ = cut(word)
        new = {"gi": "z", "d": "z", "ph": "f"}.get(onset.lower())
        return like(new + word[len(onset) :], word) if new and rng.random() < 0.5 else word

    return each_word(text, short)


def run_together(text: str) -> str:
    """One space in three is missing."""
    rng = seeded("run together", text)
    first, *rest = text.split() or [""]
    return first + "".join((" " if rng.randrange(_JOINED) else "") + word for word in rest)


def wrapped(text: str) -> str:
    """A greeting and a story before the question, a complaint after it."""
    rng = seeded("wrapped", text)
    return f"{rng.choice(_BEFORE)} {text} {rng.choice(_AFTER)}"


def two_questions(text: str) -> str:
    """A question on something else follows in the same message."""
    return f"{text} {seeded('two questions', text).choice(_OTHER)}"


PERTURBATIONS: dict[str, Callable[[str], str]] = {
    "no diacritics": no_marks,
    "Telex keystrokes": keyboard.telex,
    "VNI keystrokes": keyboard.vni,
    "one slip in five words": keyboard.slips,
    "neighbouring keys": keyboard.neighbours,
    "dropped letters": keyboard.dropped,
    "doubled letters": keyboard.doubled,
    "teen spelling": teen,
    **{f"{name} confused": partial(sounds.onsets, name) for name in sounds.SWAPS},
    "hỏi/ngã confused": sounds.hook_tilde,
    "speech recogniser": sounds.recognised,
    "words run together": run_together,
    "all capitals": str.upper,
    "greeting, story, complaint": wrapped,
    "two questions": two_questions,
}
