"""Small pieces of Vietnamese writing: money, dates, lists, cutting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from bot.settings import settings
from bot.text.language import common_words

HOTLINE = settings().hotline
PORTAL = "dichvucong.gov.vn"

# A name may be cut before one of these without losing its sense.
_HALF_A_CLAUSE = 4  # words
_JOINTS = frozenset(
    re.findall(
        r"\w+",
        "về của theo hoặc và do để trong đối cho tại được có kèm với từ nếu khi bằng như gồm bao "
        "đã đang sẽ phải là vào bị",
    )
)
_BREAK = re.compile(r"[;:(.]|\s[-–]\s")
_SLASH = re.compile(r"(?<=[^\W\d])\s?/\s?(?:hoặc\s)?(?=[^\W\d])")
_COUNTS = re.compile(r" \(\d+ bản [^()]*\)$")
_INVISIBLE = re.compile(r"[\u200b-\u200f\ue000-\uf8ff\ufeff]")  # marks and bullets of old fonts
_DOTS = re.compile(r"[\s,;]*\.{2,}\s*|[,;]\s*\.(?=\w)")
# References to texts and forms say nothing to the ear.
_REFERENCE = re.compile(
    r",?\s(theo (mẫu|quy định|khoản|điểm|nghị|thông tư)|(theo )?mẫu (số|tại)|ban hành|phụ lục"
    r"|quy định tại|TT|ngày \d|(nghị định|thông tư|quyết định|luật) (số )?\d).*$",
    re.IGNORECASE | re.DOTALL,
)
_SPACE = re.compile(r"\s+")


def dong(amount: int) -> str:
    """8000 → "8.000 đồng"."""
    return f"{amount:,}".replace(",", ".") + " đồng"


def day(value: date) -> str:
    """A date as people write it: 31/12/2026."""
    return f"{value.day}/{value.month}/{value.year}"


def month(asof: str) -> str:
    """ "2026-07" → "tháng 7/2026"."""
    year, number = asof.split("-")[:2]
    return f"tháng {int(number)}/{year}"


def listing(parts: Sequence[str], last: str = "và") -> str:
    """ "a, b và c"; with `last` "hoặc" for a choice."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def stop(text: str) -> str:
    """A sentence: with its full stop, unless it was cut."""
    return text if text.endswith("…") else f"{text}."


def lower_first(text: str) -> str:
    """Lower the first letter, unless the first word is an abbreviation or a proper name."""
    first = text.split(" ", 1)[0]
    if first[1:2].isupper() or text.startswith("Hà Nội"):
        return text
    return text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def tidy(text: str) -> str:
    """One line, single spaces, no leading bullet, no closing punctuation."""
    plain = _DOTS.sub("… ", _SPACE.sub(" ", _INVISIBLE.sub("", text))).strip()
    return plain.lstrip("-+*•–· ").rstrip(" ;:,.-")


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, cut between words and marked with "…"."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:(-–") + "…"


def clip(text: str, limit: int) -> str:
    """Like `shorten`, but the number of copies at the end ("… (1 bản chính)") stays."""
    counts = _COUNTS.search(text)
    tail = counts[0] if counts else ""
    return shorten(text[: len(text) - len(tail)], limit - len(tail)) + tail


def ear(text: str, words: int, least: int = 2) -> str:
    """The start of a name that can be said: at most `words` words, cut where it makes sense.

    `least` words are kept before the first bracket or semicolon counts as an end.
    """
    bare = _REFERENCE.sub("", text)
    text = bare if len(bare.split()) >= 2 else text
    text = _SLASH.sub(" hoặc ", text)
    text = re.sub(r"\b0(?=\d\b)", "", text)  # "06 tháng" is said "sáu tháng"
    ends = [match.start() for match in _BREAK.finditer(text)]
    text = next((text[:end] for end in ends if len(text[:end].split()) >= least), text).strip()
    spoken = text.split()
    words = max(_fitting(spoken, words), least + 2)
    if len(spoken) <= words:
        return text.rstrip(",")
    commas = [at + 1 for at, word in enumerate(spoken[:words]) if word.endswith(",")]
    if commas and commas[-1] >= max(least, words // 2):
        return " ".join(spoken[: commas[-1]]).rstrip(",")
    cuts = [at for at in range(3, words + 1) if spoken[at].lower() in _JOINTS]
    end = cuts[-1] if cuts else words
    clause = max(least, end - _HALF_A_CLAUSE)
    if "mà" in spoken[clause:end]:  # "… mà người dịch" says nothing
        end = spoken.index("mà", clause)
    while end > 2 and (spoken[end - 1].lower() in _JOINTS or _one_word(*spoken[end - 1 : end + 1])):
        end -= 1
    return " ".join(spoken[:end]).rstrip(",")


def _one_word(syllable: str, following: str) -> bool:
    """Whether a cut between them would leave half a word: "thể | thao"."""
    return f"{syllable} {following}".lower().rstrip(",;.") in _lexicon()


@cache
def _lexicon() -> frozenset[str]:
    return frozenset(word for word in common_words() if " " in word)


def _fitting(tokens: list[str], words: int) -> int:
    """How many tokens can be said in `words` words: numbers and abbreviations take several."""
    said = 0
    for at, token in enumerate(tokens):
        digits = sum(char.isdigit() for char in token)
        capitals = len(token) > 2 and token.strip(",").isupper()
        said += max(1, 2 * digits - 1) if digits else 4 if capitals else 1
        if said > words:
            return at
    return len(tokens)
