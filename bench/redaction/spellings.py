"""The ways in which people write or say one number. `PLAIN` ones must always be recognised."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from bench.redaction.numbers import bare

Spelling = Callable[[str, Random], str]

_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_PAUSES = (", ", " rồi ", " ờ ", " tiếp ", "... ")


def grouped(separator: str, *sizes: int) -> Spelling:
    """ "0912 345 678": groups of those sizes; the last one takes the rest."""

    def spell(number: str, _: Random) -> str:
        parts, at = [], 0
        for size in sizes:
            parts.append(number[at : at + size])
            at += size
        return separator.join([*parts, number[at:]])

    return spell


def abroad(prefix: str, separator: str) -> Spelling:
    return lambda number, _: prefix + separator.join((number[1:4], number[4:7], number[7:]))


def in_words(number: str, _: Random) -> str:
    return " ".join(_WORDS[int(digit)] for digit in number)


def bare_words(number: str, rng: Random) -> str:
    return bare(in_words(number, rng))


def with_pauses(number: str, rng: Random) -> str:
    """Groups of three or four, with what people put between them."""
    at, parts = 0, []
    while at < len(number):
        size = rng.choice((3, 4))
        parts.append(in_words(number[at : at + size], rng))
        at += size
    return "".join(part + rng.choice(_PAUSES) for part in parts[:-1]) + parts[-1]


def in_hundreds(number: str, rng: Random) -> str:
    """ "không chín trăm mười hai, ba bốn năm, …": zero, a hundred, then digits."""
    rest = in_words(number[4:], rng)
    return f"{_WORDS[int(number[0])]} {_hundred(number[1:4])} {rest}"


def in_pairs(number: str, rng: Random) -> str:
    """ "không chín, mười hai, ba mươi tư, …"."""
    pairs = [number[at : at + 2] for at in range(0, len(number), 2)]
    return ", ".join(in_words(p, rng) if p[0] == "0" or len(p) < 2 else _two(p) for p in pairs)


def doubled(number: str, _: Random) -> str:
    """ "ba con tám" where a digit comes three times."""
    out: list[str] = []
    at = 0
    while at < len(number):
        same = len(number[at:]) - len(number[at:].lstrip(number[at]))
        word = _WORDS[int(number[at])]
        out.append(f"{_WORDS[same]} con {word}" if 2 <= same <= 5 else word)
        at += same if 2 <= same <= 5 else 1
    return " ".join(out)


def half_in_words(number: str, rng: Random) -> str:
    half = len(number) // 2
    return f"{number[:half]} {in_words(number[half:], rng)}"


def with_o(number: str, _: Random) -> str:
    return number.replace("0", "o")


def wide(number: str, _: Random) -> str:
    """Full-width digits of an East Asian keyboard."""
    return "".join(chr(0xFF10 + int(digit)) for digit in number)


def said_email(address: str, _: Random) -> str:
    return address.replace("@", " a còng ").replace(".", " chấm ")


def dotted_email(address: str, _: Random) -> str:
    return address.replace("@", " at ").replace(".com", " dot com").replace(".vn", " dot vn")


def spaced_email(address: str, _: Random) -> str:
    return address.replace("@", " @ ")


def bare_email(address: str, rng: Random) -> str:
    return bare(said_email(address, rng))


def date(separator: str) -> Spelling:
    return lambda day, _: day.replace("/", separator)


def date_in_words(day: str, _: Random) -> str:
    first, month, year = day.split("/")
    return f"{first} tháng {month} năm {year}"


def year_only(day: str, _: Random) -> str:
    return day.split("/")[2]


def without(signs: str) -> Spelling:
    return lambda number, _: "".join(sign for sign in number if sign not in signs)


def small(number: str, _: Random) -> str:
    return number.lower()


def slipped(number: str, rng: Random) -> str:
    """One digit left out."""
    at = rng.randrange(2, len(number))
    return number[:at] + number[at + 1 :]


def one_more(number: str, rng: Random) -> str:
    at = rng.randrange(2, len(number))
    return number[:at] + number[at] + number[at:]


def with_l(number: str, _: Random) -> str:
    return number.replace("1", "l")


def cut(word: str) -> Spelling:
    """ "0912 và 345678": a word that is no part of numbers in the middle."""
    return lambda number, _: f"{number[:4]} {word} {number[4:]}"


def english(number: str, _: Random) -> str:
    words = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    return " ".join(words[int(digit)] for digit in number)


def _hundred(three: str) -> str:
    hundreds, tens = three[0], three[1]
    if three[1:] == "00":
        return f"{_WORDS[int(hundreds)]} trăm"
    if tens == "0":
        return f"{_WORDS[int(hundreds)]} trăm linh {_WORDS[int(three[2])]}"
    return f"{_WORDS[int(hundreds)]} trăm {_two(three[1:])}"


def _two(two: str) -> str:
    tens, ones = int(two[0]), int(two[1])
    head = "mười" if tens == 1 else f"{_WORDS[tens]} mươi"
    last = {0: "", 1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(ones, _WORDS[ones])
    return f"{head} {last}".strip()
