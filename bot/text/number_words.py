"""Vietnamese numbers: digits to words and spoken words to digits."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"))
LARGEST = 10**15 - 1

DIGIT_WORDS: dict[str, str] = {
    **{word: str(i) for i, word in enumerate(_DIGITS)},
    **{"mốt": "1", "tư": "4", "lăm": "5", "nhăm": "5", "bẩy": "7", "linh": "0", "lẻ": "0"},
    **{"khong": "0", "mot": "1", "bon": "4", "tu": "4", "nam": "5", "lam": "5", "sau": "6"},
    **{"bay": "7", "tam": "8", "chin": "9"},
}
_VALUES = {word: int(digit) for word, digit in DIGIT_WORDS.items() if word not in ("linh", "lẻ")}
_ORDINALS = {"nhất": 1, "nhat": 1, "nhì": 2, "nhi": 2, "đầu": 1, "dau": 1}
_ORDINALS |= {"đầu tiên": 1, "dau tien": 1}
_TEN = {"mười", "muoi", "chục", "chuc"}
_TENS = {"mươi", "muoi"}
_THOUSAND_UP = {
    **{"nghìn": 10**3, "nghin": 10**3, "ngàn": 10**3, "ngan": 10**3},
    **{"triệu": 10**6, "trieu": 10**6, "tỷ": 10**9, "tỉ": 10**9, "ty": 10**9, "ti": 10**9},
}


def in_words(number: int) -> str:
    """Words of a whole number from 0 to 10^15 − 1: 2025 → "hai nghìn không trăm hai mươi lăm".

    Raises ValueError outside that range.
    """
    if not 0 <= number <= LARGEST:
        raise ValueError(f"number out of range: {number}")
    parts: list[str] = []
    for scale, name in _SCALES:
        if number >= scale:
            head = in_words(number // scale) if number // scale > 999 else ""
            parts += [head or _below_thousand(number // scale, full=bool(parts)), name]
            number %= scale
    if number or not parts:
        parts.append(_below_thousand(number, full=bool(parts)))
    return " ".join(parts)


def digit_by_digit(text: str) -> str:
    """Each digit as its own word; anything else is dropped: "1022" → "một không hai hai"."""
    return " ".join(_DIGITS[int(c)] for c in text if c in "0123456789")


def read_number(text: str) -> int | None:
    """The whole number that `text` says in words or digits, or None when it is anything else.

    Understands "hai mươi lăm", "một trăm linh ba", ordinals ("thứ nhất", "nhì") and the same
    without diacritics.
    """
    words = unicodedata.normalize("NFC", text).lower().replace(".", "").split()
    if words and words[0] in ("thứ", "thu", "số", "so"):
        words = words[1:]
    if not words:
        return None
    if len(words) == 1 and re.fullmatch(r"\d{1,15}", words[0], re.ASCII):
        return int(words[0])
    if " ".join(words) in _ORDINALS:
        return _ORDINALS[" ".join(words)]
    return _from_words(words)


def digits_of(text: str) -> str:
    """Digits of a text read out digit by digit: "hai sáu, một không" → "2610"; other words drop.

    Typed digits are kept in their place, so mixed input works.
    """
    pieces = re.findall(r"\d|[^\W\d_]+", unicodedata.normalize("NFC", text).lower())
    return "".join(p if p.isdigit() else DIGIT_WORDS.get(p, "") for p in pieces)


def _below_thousand(number: int, *, full: bool) -> str:
    """Words of 0–999; `full` says the hundreds even when they are zero ("không trăm linh ba")."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words: list[str] = []
    if hundreds or full:
        words += [_DIGITS[hundreds], "trăm"]
    if tens == 0:
        if ones and words:
            words.append("linh")
        if ones or not words:
            words.append(_DIGITS[ones])
        return " ".join(words)
    words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if ones == 1 and tens > 1:
        words.append("mốt")
    elif ones == 5:
        words.append("lăm")
    elif ones:
        words.append(_DIGITS[ones])
    return " ".join(words)


def _from_words(words: list[str]) -> int | None:
    """Sum of groups below a thousand, each times its scale; None on the first strange word."""
    total = group = 0
    last: int | None = None  # a digit not yet counted: it may still become tens or hundreds
    for word in words:
        if word in _TEN or word in _TENS:
            if last is None and word not in _TEN:
                return None
            group, last = group + 10 * (1 if last is None else last), None
        elif word in ("trăm", "tram") and last is not None:
            group, last = group + last * 100, None
        elif word in _THOUSAND_UP and (group or last or total):
            total, group, last = _scaled(total + group + (last or 0), _THOUSAND_UP[word]), 0, None
        elif word in ("linh", "lẻ", "le") and last is None and (group or total):
            continue
        elif word in _VALUES and last is None:
            last = _VALUES[word]
        else:
            return None
    return None if last is None and not group and not total else total + group + (last or 0)


def _scaled(total: int, scale: int) -> int:
    """Multiply only what was said since the last larger scale: "hai triệu ba nghìn"."""
    whole = total - total % (scale * 1000)
    return whole + (total - whole) * scale
